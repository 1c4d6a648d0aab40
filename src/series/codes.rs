//! Codes that name nobody and nothing.

use super::Dataset;
use crate::error::{Error, ErrorKind, Result};
use crate::lexicon::Lexicon;
use crate::model::{Document, Fact, Kind, Measure, Party, Unit};

/// What is wrong with the codes and units of facts: a row (from 1), the column, and what would do, for each.
///
/// A code has the right shape once it is read; here it must also be one that a lexicon knows, and a unit one that its kind can
/// have: amounts are no percentages, shares are.
///
/// ```
/// use bilateral::{Fact, Lexicon, series};
/// let fact: Fact = serde_json::from_str(r#"{"document": "a", "start": 0, "end": 2, "quote": "$5", "kind": "level",
///     "indicator": "exports", "reporter": "KAZ", "partner": "QQQ", "period": "2022", "value": "5", "unit": "USD"}"#).unwrap();
/// let wrong = series::wrong_codes(&[fact], &Lexicon::embedded());
/// assert!(wrong[0].to_string().starts_with("row 1, column partner: "));
/// ```
#[must_use]
pub fn wrong_codes(facts: &[Fact], lexicon: &Lexicon) -> Vec<Error> {
    let rows = (1..).zip(facts);
    rows.flat_map(|(row, fact)| columns(fact, lexicon).into_iter().map(move |wrong| at(row, &wrong))).collect()
}

impl Dataset {
    /// A dataset of facts whose codes are all known.
    ///
    /// # Errors
    /// [`ErrorKind::Value`]: the first of [`wrong_codes`].
    pub fn checked(facts: &[Fact], documents: &[Document], lexicon: &Lexicon) -> Result<Self> {
        match wrong_codes(facts, lexicon).into_iter().next() {
            Some(error) => Err(error),
            None => Ok(Dataset::new(facts, documents)),
        }
    }
}

/// A column with what it holds, and what was wanted.
struct Wrong {
    column: &'static str,
    found: String,
    wanted: &'static str,
}

fn at(row: u64, wrong: &Wrong) -> Error {
    let Wrong { column, found, wanted } = wrong;
    Error::new(ErrorKind::Value, format!("row {row}, column {column}: wanted {wanted}, found {found}"))
}

fn columns(fact: &Fact, lexicon: &Lexicon) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let party = "an ISO 3166-1 code such as KAZ, a group such as CENTRAL_ASIA, or WORLD";
    for (column, code) in [("reporter", fact.reporter), ("partner", fact.partner)] {
        if let Some(code) = code.filter(|code| *code != Party::WORLD && !lexicon.knows(*code)) {
            wrong.push(Wrong { column, found: code.to_string(), wanted: party });
        }
    }
    let unit = fact.quantity.unit;
    for measure in [Some(unit.measure), unit.per].into_iter().flatten() {
        if let Measure::Currency(code) = measure
            && !lexicon.knows_currency(code)
        {
            wrong.push(Wrong { column: "unit", found: code.to_string(), wanted: "an ISO 4217 code such as USD" });
        }
    }
    let fits = match fact.kind {
        Kind::Level => !unit.is_ratio(),
        Kind::Change => true,
        Kind::Share => unit == Unit::PERCENT,
    };
    if !fits {
        let wanted = if fact.kind == Kind::Level { "a unit of amounts for a level" } else { "percent for a share" };
        wrong.push(Wrong { column: "unit", found: unit.to_string(), wanted });
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::{change, level};

    #[test]
    fn a_wrong_code_is_named_with_its_row_and_column() {
        let lexicon = Lexicon::embedded();
        let good = [level("a", "CHN", "CENTRAL_ASIA", "2022", "5", "exact"), change("a", "CHN", "WORLD", "2022", "5")];
        assert!(Dataset::checked(&good, &[], &lexicon).is_ok());
        let with = |change: fn(&mut Fact)| {
            let mut facts = good.to_vec();
            change(&mut facts[1]);
            Dataset::checked(&facts, &[], &lexicon).unwrap_err().to_string()
        };
        for (error, hint) in [
            (with(|f| f.reporter = "QQQ".parse().ok()), "row 2, column reporter: wanted an ISO 3166-1 code"),
            (with(|f| f.partner = "ATLANTIS".parse().ok()), "row 2, column partner"),
            (with(|f| f.quantity.unit = "ZZZ".parse().unwrap()), "row 2, column unit: wanted an ISO 4217 code"),
            (with(|f| f.kind = Kind::Level), "row 2, column unit: wanted a unit of amounts"),
            (with(|f| (f.kind, f.quantity.unit) = (Kind::Share, Unit::TIMES)), "row 2, column unit: wanted percent"),
        ] {
            assert!(error.starts_with(hint), "{error}");
        }
    }
}

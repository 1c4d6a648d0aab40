//! Exchange rates, as the caller gives them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::lexicon::Lexicon;
use crate::model::{Currency, Decimal, Period};
use crate::series::Interval;

/// A table of exchange rates: how many units of a currency one unit of the reference currency cost in a period.
///
/// CSV with a head row; the columns `currency`, `period` and `rate` stand in any order, others are passed over:
///
/// ```text
/// currency,period,rate
/// CNY,2024,7.12
/// KZT,2023-Q1,454.4
/// ```
///
/// A rate holds for its period alone. A period without a row takes the lowest to the highest rate of rows that together cover
/// it, months for a quarter; a rate of a longer period is never taken for a shorter one.
///
/// ```
/// use bilateral::series::Rates;
/// let usd = "USD".parse::<bilateral::Unit>()?;
/// let rates = Rates::read("currency,period,rate\nCNY,2024,7.12\n".as_bytes(), "USD", "rates.csv")?;
/// let period = "2025".parse()?;
/// let gap = rates.rate("CNY", &period).unwrap_err();
/// assert!(gap.to_string().contains("CNY,2025"));
/// # Ok::<(), bilateral::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    name: String,
    reference: Currency,
    rows: BTreeMap<(Currency, Period), Decimal>,
}

const COLUMNS: [&str; 3] = ["currency", "period", "rate"];

impl Rates {
    /// Reads a table from a file.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] where the file cannot be read, else as [`Rates::read`].
    pub fn open(path: &Path, reference: &str) -> Result<Self> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|cause| {
            Error::new(ErrorKind::Io, "the rate table cannot be opened").in_file(&name).caused_by(cause)
        })?;
        Rates::read(file, reference, &name)
    }

    /// Reads a table; `name` is what errors call it.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`] where `reference` is no currency; [`ErrorKind::Table`] for a missing column, or a row whose
    /// currency, period or rate is none, or that repeats a period with another rate: with the row's line and the column.
    pub fn read(reader: impl Read, reference: &str, name: &str) -> Result<Self> {
        let reference = Currency::new(reference).ok_or_else(|| {
            let found = format!("wanted a currency of reference such as USD, found {reference:?}");
            Error::new(ErrorKind::Argument, found)
        })?;
        let lexicon = Lexicon::embedded();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(reader);
        let broken = |cause: csv::Error| {
            let line = cause.position().map(csv::Position::line);
            let error = Error::new(ErrorKind::Table, "the rate table cannot be read as CSV").in_file(name);
            line.map_or_else(|| Error::new(ErrorKind::Table, "no CSV").in_file(name), |line| error.at_line(line, None))
                .caused_by(cause)
        };
        let head = reader.headers().map_err(broken)?.clone();
        let place = |column: &str| {
            head.iter().position(|name| name == column).ok_or_else(|| {
                let found: Vec<&str> = head.iter().collect();
                let message = format!(
                    "a rate table has the columns {}; there is no column {column:?} among {}",
                    COLUMNS.join(", "),
                    found.join(", "),
                );
                Error::new(ErrorKind::Table, message).in_file(name).at_line(1, None)
            })
        };
        let [currency, period, rate] = [place(COLUMNS[0])?, place(COLUMNS[1])?, place(COLUMNS[2])?];
        let mut rows = BTreeMap::new();
        for record in reader.records() {
            let record = record.map_err(broken)?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |place: usize| record.get(place).unwrap_or_default();
            let wrong = |column: &str, wanted: &str, found: &str| {
                let message = format!("column {column}: wanted {wanted}, found {found:?}");
                Error::new(ErrorKind::Table, message).in_file(name).at_line(line, None)
            };
            let money = Currency::new(cell(currency))
                .filter(|code| lexicon.knows_currency(*code))
                .ok_or_else(|| wrong(COLUMNS[0], "an ISO 4217 code such as KZT", cell(currency)))?;
            let when: Period = cell(period)
                .parse()
                .map_err(|_| wrong(COLUMNS[1], "a period such as 2022, 2023-Q1 or 2023-03", cell(period)))?;
            let value: Decimal = cell(rate).parse().ok().filter(|rate| *rate > Decimal::ZERO).ok_or_else(|| {
                wrong(COLUMNS[2], &format!("a number above zero, so many {money} a {reference}"), cell(rate))
            })?;
            if rows.insert((money, when), value).is_some_and(|before| before != value) {
                let found = format!("{money},{when},{value}");
                return Err(wrong(COLUMNS[2], "one rate for a currency and period", &found));
            }
        }
        Ok(Rates { name: name.to_owned(), reference, rows })
    }

    /// What the table is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many units of a currency one of the reference currency cost in a period: to rounding of the last digit, or from the
    /// lowest to the highest rate of shorter periods that cover it.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`] where `currency` is none; [`ErrorKind::Table`] where the table has a gap: the message names
    /// the row that is missing.
    pub fn rate(&self, currency: &str, period: &Period) -> Result<Interval> {
        let money = Currency::new(currency).ok_or_else(|| {
            Error::new(ErrorKind::Argument, format!("wanted a currency such as USD, found {currency:?}"))
        })?;
        self.of(money, period)
    }

    fn of(&self, money: Currency, period: &Period) -> Result<Interval> {
        if money == self.reference {
            return Ok(Interval::point(Decimal::ONE));
        }
        let all: Vec<(&Period, Decimal)> =
            self.rows.iter().filter(|((currency, _), _)| *currency == money).map(|((_, p), rate)| (p, *rate)).collect();
        if let Some((_, rate)) = all.iter().find(|(p, _)| *p == period) {
            return Ok(rounded(*rate));
        }
        let mut inside: Vec<_> = all.iter().filter(|(p, _)| period.contains(p)).collect();
        inside.sort_by_key(|(p, _)| (p.first_day(), std::cmp::Reverse(p.last_day())));
        let mut next = Some(period.first_day());
        let mut range: Option<Interval> = None;
        for (part, rate) in inside {
            let rate = rounded(*rate);
            if next.is_some_and(|next| part.first_day() <= next && part.last_day() >= next) {
                next = part.last_day().succ_opt();
                range = Some(range.map_or(rate, |so_far| Interval {
                    lower: so_far.lower.min(rate.lower),
                    upper: so_far.upper.max(rate.upper),
                }));
            }
        }
        if let Some(range) = range.filter(|_| next.is_none_or(|next| next > period.last_day())) {
            return Ok(range);
        }
        let has: Vec<String> = all.iter().map(|(p, _)| p.to_string()).collect();
        let has = if has.is_empty() { "no row of it".to_owned() } else { format!("rows for {}", has.join(", ")) };
        let message = format!(
            "there is no rate of {money} for {period} among {has}: add a row {money},{period},RATE (so many {money} a {}), or \
             rows of shorter periods that cover it",
            self.reference,
        );
        Err(Error::new(ErrorKind::Table, message).in_file(&self.name))
    }

    /// What one unit of a currency is in another.
    pub(super) fn factor(&self, from: Currency, to: Currency, period: Option<&Period>) -> Result<Interval> {
        let Some(period) = period else {
            let message = format!("{from} cannot be told in {to}: a rate has a period, and the figure has none");
            return Err(Error::new(ErrorKind::Argument, message));
        };
        Ok(self.of(to, period)? / self.of(from, period)?)
    }
}

/// A rate to half a step of its last digit.
fn rounded(rate: Decimal) -> Interval {
    let half = Decimal::new(5, rate.scale() + 1).unwrap_or(Decimal::ZERO);
    Interval { lower: rate.checked_sub(half), upper: rate.checked_add(half) }
}

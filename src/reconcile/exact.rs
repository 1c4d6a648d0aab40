//! Amounts that satisfy identities to the last digit.
//!
//! A solver's floats come close. So each identity is solved for one of its variables, as whole numbers of steps or sums
//! of decimals; the variables that are left free are rounded to a step, the others follow by exact arithmetic.

use std::collections::BTreeMap;

use super::system::Row;
use crate::model::Decimal;

/// `variable = constant + Σ factor × variable`, the later solved ones on the right.
#[derive(Debug)]
struct Solved {
    place: usize,
    terms: BTreeMap<usize, Decimal>,
    constant: Decimal,
}

/// Identities, solved for some of their variables.
#[derive(Debug)]
pub(super) struct Identities {
    solved: Vec<Solved>,
}

impl Identities {
    /// Solves rows of one value for variables that have a factor of one there, those that come first in `spare`. What
    /// cannot be solved so is left out: whoever asks holds the amounts against all rows afterwards.
    pub fn of<'r>(rows: impl Iterator<Item = &'r Row>, spare: &dyn Fn(usize) -> u64) -> Self {
        let mut solved: Vec<Solved> = Vec::new();
        for row in rows.filter(|row| row.bounds.is_point()) {
            let Some((terms, constant)) = reduced(row, &solved) else { continue };
            let unit = |factor: &Decimal| factor.abs() == Decimal::ONE;
            let pivot =
                terms.iter().filter(|(_, factor)| unit(factor)).min_by_key(|(place, _)| (spare(**place), **place));
            let Some((place, factor)) = pivot.map(|(place, factor)| (*place, *factor)) else { continue };
            // 0 = constant + factor × variable + the rest.
            let turned = |value: Decimal| if factor.is_negative() { value } else { -value };
            let rest = terms.into_iter().filter(|(other, _)| *other != place).map(|(v, c)| (v, turned(c))).collect();
            solved.push(Solved { place, terms: rest, constant: turned(constant) });
        }
        Identities { solved }
    }

    /// Puts what follows in the place of what was there; `None` past 28 digits.
    pub fn follow(&self, amounts: &mut [Decimal]) -> Option<()> {
        for one in self.solved.iter().rev() {
            let mut sum = one.constant;
            for (place, factor) in &one.terms {
                sum = sum.checked_add(amounts.get(*place)?.checked_mul(*factor)?)?;
            }
            *amounts.get_mut(one.place)? = sum;
        }
        Some(())
    }
}

/// A row of one value as `0 = constant + Σ`, without the variables that are solved; `None` past 28 digits.
fn reduced(row: &Row, solved: &[Solved]) -> Option<(BTreeMap<usize, Decimal>, Decimal)> {
    let mut terms = BTreeMap::new();
    let mut constant = -row.bounds.lower?;
    let add = |terms: &mut BTreeMap<usize, Decimal>, place: usize, factor: Decimal| {
        let sum = terms.get(&place).copied().unwrap_or_default().checked_add(factor)?;
        if sum.is_zero() {
            terms.remove(&place)
        } else {
            terms.insert(place, sum)
        };
        Some(())
    };
    for (place, factor) in &row.terms {
        add(&mut terms, *place, *factor)?;
    }
    for one in solved {
        let Some(times) = terms.remove(&one.place) else { continue };
        for (place, factor) in &one.terms {
            add(&mut terms, *place, factor.checked_mul(times)?)?;
        }
        constant = constant.checked_add(one.constant.checked_mul(times)?)?;
    }
    Some((terms, constant))
}

/// Whether amounts keep a row, to the last digit; a sum past 28 digits keeps none.
pub(super) fn keeps(row: &Row, amounts: &[Decimal]) -> bool {
    let sum = row
        .terms
        .iter()
        .try_fold(Decimal::ZERO, |sum, (place, factor)| sum.checked_add(amounts.get(*place)?.checked_mul(*factor)?));
    sum.is_some_and(|sum| row.bounds.contains(sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::Interval;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn row(terms: &[(usize, &str)], value: &str) -> Row {
        Row { terms: terms.iter().map(|(v, c)| (*v, d(c))).collect(), bounds: Interval::point(d(value)) }
    }

    #[test]
    fn what_follows_follows_exactly() {
        // 0 = 1 + 2, 3 = 1 − 2, 4 = 1.05 × 0.
        let rows = [
            row(&[(0, "1"), (1, "-1"), (2, "-1")], "0"),
            row(&[(3, "1"), (1, "-1"), (2, "1")], "0"),
            row(&[(4, "1"), (0, "-1.05")], "0"),
        ];
        let identities = Identities::of(rows.iter(), &|place| u64::from(place == 1 || place == 2));
        let mut amounts = vec![d("0"), d("61.4"), d("28.1"), d("0"), d("0")];
        identities.follow(&mut amounts).unwrap();
        assert_eq!(
            amounts.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["89.5", "61.4", "28.1", "33.3", "93.975"]
        );
        assert!(rows.iter().all(|row| keeps(row, &amounts)));
    }

    #[test]
    fn what_takes_a_division_is_left_out() {
        let rows = [row(&[(0, "1"), (1, "1")], "10"), row(&[(0, "1"), (1, "-1")], "2")];
        let identities = Identities::of(rows.iter(), &|place| place as u64);
        // The second is 10 − 2 × the other = 2: no factor of one, so it is left to whoever asks.
        let mut amounts = vec![d("0"), d("3")];
        identities.follow(&mut amounts).unwrap();
        assert_eq!(amounts, [d("7"), d("3")]);
        assert!(keeps(&rows[0], &amounts) && !keeps(&rows[1], &amounts));
    }
}

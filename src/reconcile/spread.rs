//! Bounds passed on from row to row: what each variable can be, and which claims say so.
//!
//! Much cheaper than a linear program, and blind where only several rows together are narrow. So it is asked first: what
//! it calls a contradiction is one, and where it finds none the program is asked.

use super::lp::Scaled;

/// How often bounds are passed on.
const PASSES: usize = 8;

/// What an end must gain to be passed on, in steps.
const GAIN: f64 = 1e-3;

/// What each variable can be, as distances.
#[derive(Debug, Clone)]
pub(super) struct Bounds {
    pub lower: Vec<f64>,
    pub upper: Vec<f64>,
}

/// A set of claims.
type Claims = Vec<u64>;

struct Spread {
    /// By variable: the lower ends, turned, then the upper ends: each says `± x ≤ end`.
    ends: [Vec<f64>; 2],
    /// The claims behind each end.
    by: [Vec<Claims>; 2],
    words: usize,
}

/// The bounds that rows pass on, each row with the claim that it is of; or claims that contradict each other.
pub(super) fn spread(variables: usize, rows: &[(Option<usize>, &Scaled)]) -> Result<Bounds, Vec<usize>> {
    let words = rows.iter().filter_map(|(claim, _)| *claim).max().map_or(0, |most| most / 64 + 1);
    let open = || vec![f64::INFINITY; variables];
    let none = || vec![vec![0; words]; variables];
    let mut spread = Spread { ends: [open(), open()], by: [none(), none()], words };
    for _ in 0..PASSES {
        let mut moved = false;
        for (claim, row) in rows {
            // Σ ≤ upper, and −Σ ≤ −lower.
            for (sign, end) in [(1.0, row.upper), (-1.0, -row.lower)] {
                if end.is_finite() {
                    moved |= spread.row(*claim, row, sign, end)?;
                }
            }
        }
        if !moved {
            break;
        }
    }
    let [lower, upper] = spread.ends;
    Ok(Bounds { lower: lower.into_iter().map(|end| -end).collect(), upper })
}

impl Spread {
    /// Passes `sign × Σ ≤ end` on to each of its variables, from the least that the others can be.
    fn row(&mut self, claim: Option<usize>, row: &Scaled, sign: f64, end: f64) -> Result<bool, Vec<usize>> {
        // The least of c x is −|c| × (the end of ∓x).
        let least = |spread: &Self, (place, factor): (usize, f64)| {
            let side = usize::from(factor * sign < 0.0);
            -spread.ends[side][place] * (factor * sign).abs()
        };
        let mut moved = false;
        let open = row.terms.iter().filter(|term| least(self, **term) == f64::NEG_INFINITY).count();
        for (place, factor) in &row.terms {
            let own = least(self, (*place, *factor)) == f64::NEG_INFINITY;
            if open > usize::from(own) || *factor == 0.0 {
                continue;
            }
            let others = row.terms.iter().filter(|(other, _)| other != place);
            let rest: f64 = others.clone().map(|term| least(self, *term)).sum();
            let factor = factor * sign;
            let new = (end - rest) / factor.abs();
            let side = usize::from(factor > 0.0);
            if new >= self.ends[side][*place] - GAIN {
                continue;
            }
            let mut by = vec![0; self.words];
            if let Some(claim) = claim {
                by[claim / 64] |= 1 << (claim % 64);
            }
            for (other, factor) in others {
                let side = usize::from(factor * sign < 0.0);
                by.iter_mut().zip(&self.by[side][*other]).for_each(|(all, more)| *all |= more);
            }
            self.ends[side][*place] = new;
            self.by[side][*place] = by;
            moved = true;
            // −x ≤ a and x ≤ b with a + b below zero: nothing is left.
            if self.ends[0][*place] + self.ends[1][*place] < -GAIN {
                let both = self.by[0][*place].iter().zip(&self.by[1][*place]).map(|(a, b)| a | b);
                let members = both.enumerate().flat_map(|(word, bits)| {
                    (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit)
                });
                return Err(members.collect());
            }
        }
        Ok(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(terms: &[(usize, f64)], lower: f64, upper: f64) -> Scaled {
        Scaled { terms: terms.to_vec(), lower, upper }
    }

    #[test]
    fn bounds_are_passed_on_and_contradict() {
        // 0 = 1 + 2.
        let sum = row(&[(0, 1.0), (1, -1.0), (2, -1.0)], 0.0, 0.0);
        let (whole, part) = (row(&[(0, 1.0)], 89.0, 90.0), row(&[(1, 1.0)], 61.0, 62.0));
        let rows = [(None, &sum), (Some(0), &whole), (Some(1), &part)];
        let bounds = spread(3, &rows).unwrap();
        assert_eq!((bounds.lower[2], bounds.upper[2]), (27.0, 29.0));
        let other = row(&[(2, 1.0)], 30.0, 31.0);
        let rows = [rows[0], rows[1], rows[2], (Some(70), &other)];
        assert_eq!(spread(3, &rows).unwrap_err(), [0, 1, 70]);
    }
}

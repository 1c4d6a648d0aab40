//! Where values and days stand on an axis.

use chrono::{Datelike, NaiveDate};

/// From values to pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    least: f64,
    most: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `least` stands at pixel `from`, `most` at pixel `to`.
    pub fn new((least, most): (f64, f64), (from, to): (f64, f64)) -> Self {
        let most = if most > least { most } else { least + 1.0 };
        Scale { least, most, from, to }
    }

    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        let part = (value - self.least) / (self.most - self.least);
        self.from + part.clamp(-0.05, 1.05) * (self.to - self.from)
    }
}

/// Round steps over a range, and the range that they span. Zero belongs to it where the least value is no more than
/// three fifths of the greatest.
pub(super) fn steps(least: f64, most: f64, wanted: usize) -> (Vec<f64>, (f64, f64)) {
    let (mut low, mut high) = (least.min(most), least.max(most));
    if !(low.is_finite() && high.is_finite()) {
        (low, high) = (0.0, 1.0);
    }
    if low > 0.0 && low <= high * 0.6 {
        low = 0.0;
    } else if high < 0.0 && high >= low * 0.6 {
        high = 0.0;
    }
    if high - low <= high.abs().max(low.abs()) * 1e-9 {
        let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
        (low, high) = (low - room, high + room);
    }
    let rough = (high - low) / wanted.max(1) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(rough);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = ((last - first) as usize).min(50);
    let all = (0..=count).map(|n| (first + n as f64) * step).collect();
    (all, (first * step, last * step))
}

/// A value at a step, without needless digits.
pub(super) fn label(value: f64, step: f64) -> String {
    let digits = if step >= 1.0 { usize::from(step.fract() > 1e-9) } else { (-step.log10()).ceil() as usize + 1 };
    let text = format!("{value:.*}", digits.min(6));
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".into() } else { text.replace('-', "\u{2212}") }
}

/// A day as a year and its part.
pub(super) fn year_of(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year()) + f64::from(day.ordinal0()) / days
}

#[cfg(test)]
mod tests {
    use super::{label, steps};

    #[test]
    fn steps_are_round_and_hold_the_range() {
        for (least, most, wanted) in [(7.36, 11.8, 4), (0.5, 12.0, 4), (5.0, 5.0, 4), (-3.0, 4.0, 4)] {
            let (all, range) = steps(least, most, wanted);
            assert!(all.len() >= 3 && all.len() <= 9, "{all:?}");
            assert!(range.0 <= least && range.1 >= most, "{range:?}");
        }
        assert!(steps(f64::NAN, 1.0, 4).0.len() > 1);
        assert!(steps(-1e300, 1e300, 4).0.len() > 1);
    }

    #[test]
    fn labels_are_short() {
        assert_eq!(label(7.5, 2.5), "7.5");
        assert_eq!(label(10.0, 2.5), "10");
        assert_eq!(label(-4.0, 2.0), "\u{2212}4");
        assert_eq!(label(0.15, 0.05), "0.15");
    }
}

//! The quantities of made sentences against a slow and obvious reading: digits moved by hand.

use bilateral::{Extractor, UnitName};
use proptest::prelude::*;

/// Scale words with their powers of ten.
const SCALES: &[(&str, usize)] =
    &[("", 0), (" thousand", 3), (" million", 6), (" mln", 6), (" billion", 9), (" bln", 9), (" trillion", 12)];

/// Units as written, what they are called, and whether they stand before the number.
const UNITS: &[(&str, &str, bool)] = &[
    ("$", "USD", true),
    ("€", "EUR", true),
    (" tonnes", "tonne", false),
    (" percent", "percent", false),
    (" euros", "EUR", false),
    (" barrels", "barrel", false),
];

/// A number as it is written: whole digits, digits behind the point, whether thousands are parted.
#[derive(Debug, Clone)]
struct Written {
    whole: String,
    fraction: String,
    grouped: bool,
    scale: usize,
    unit: usize,
}

impl Written {
    fn number(&self) -> String {
        let mut whole = String::new();
        for (at, digit) in self.whole.chars().enumerate() {
            if self.grouped && at > 0 && (self.whole.len() - at).is_multiple_of(3) {
                whole.push(',');
            }
            whole.push(digit);
        }
        if self.fraction.is_empty() { whole } else { format!("{whole}.{}", self.fraction) }
    }

    fn text(&self) -> String {
        let (unit, _, before) = UNITS[self.unit];
        let (scale, _) = SCALES[self.scale];
        let number = self.number();
        if before { format!("{unit}{number}{scale}") } else { format!("{number}{scale}{unit}") }
    }

    /// The value, the point moved to the right as often as the scale says.
    fn value(&self) -> String {
        let mut digits = self.whole.clone() + &self.fraction;
        let mut behind = self.fraction.len();
        for _ in 0..SCALES[self.scale].1 {
            if behind == 0 {
                digits.push('0');
            } else {
                behind -= 1;
            }
        }
        let (whole, fraction) = digits.split_at(digits.len() - behind);
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") }
    }
}

fn written() -> impl Strategy<Value = Written> {
    ("[1-9][0-9]{0,14}", "(|[0-9]{1,6})", any::<bool>(), 0..SCALES.len(), 0..UNITS.len()).prop_map(
        |(whole, fraction, grouped, scale, unit)| {
            // `1.234` with three digits behind one mark could be a thousand: written with a group it is none.
            let fraction = if fraction.len() == 3 { fraction + "5" } else { fraction };
            Written { whole, fraction, grouped, scale, unit }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_figure_is_what_its_digits_say(written in written()) {
        let text = format!("The ministry spoke of {} in its note.", written.text());
        let found = Extractor::new().quantities(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].value.to_string(), written.value(), "{}", text);
        let unit = found[0].unit.as_ref().map(UnitName::as_str);
        prop_assert_eq!(unit, Some(UNITS[written.unit].1), "{}", text);
        prop_assert_eq!(found[0].span.of(&text), Some(found[0].quote.as_str()));
        // A step of the last digit that is written, nought or not.
        if let Some(quantity) = found[0].quantity.filter(|_| written.scale == 0 && written.fraction.is_empty()) {
            let step = quantity.quantum.map(|step| step.to_string());
            prop_assert!(step.is_some(), "{}", text);
        }
    }

    #[test]
    fn digits_that_cannot_be_held_make_no_figure(digits in "[1-9][0-9]{29,80}", scale in 0..SCALES.len()) {
        let text = format!("The note spoke of {digits}{} tonnes, and of 25 tonnes.", SCALES[scale].0);
        let found = Extractor::new().quantities(&text);
        let values: Vec<String> = found.iter().map(|quantity| quantity.value.to_string()).collect();
        prop_assert_eq!(values, ["25"], "{}", text);
    }

    #[test]
    fn what_fits_loses_no_digit(digits in "[1-9][0-9]{15,24}") {
        let text = format!("The note spoke of {digits} tonnes.");
        let found = Extractor::new().quantities(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].value.to_string(), digits.clone(), "{}", text);
        let base = found[0].quantity.map(|quantity| quantity.value.to_string());
        prop_assert_eq!(base, Some(digits), "{}", text);
    }
}

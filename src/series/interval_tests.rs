use proptest::prelude::*;

use super::*;
use crate::model::Unit;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn quantity(value: &str, high: &str, bound: Bound, quantum: &str) -> Quantity {
    let optional = |text: &str| (!text.is_empty()).then(|| d(text));
    Quantity { value: d(value), high: optional(high), unit: Unit::PERCENT, bound, quantum: optional(quantum) }
}

#[test]
fn wordings_leave_open_what_they_leave_open() {
    for (value, high, bound, quantum, lower, upper) in [
        ("2648000000", "", Bound::Exact, "1000000", "2647500000", "2648500000"),
        ("8000000000", "", Bound::Exact, "", "8000000000", "8000000000"),
        ("50", "", Bound::About, "1", "47.5", "52.5"),
        ("2", "", Bound::About, "1", "1.5", "2.5"),
        ("33.3", "", Bound::About, "", "31.635", "34.965"),
        ("250000000", "", Bound::AtLeast, "1000000", "250000000", ""),
        ("1500000000", "", Bound::AtMost, "100000000", "0", "1500000000"),
        ("1500", "2000", Bound::Exact, "100", "1450", "2050"),
        ("-3.5", "", Bound::Exact, "0.1", "-3.55", "-3.45"),
        ("-3.5", "", Bound::AtLeast, "0.1", "", "-3.5"),
        ("-3.5", "", Bound::AtMost, "0.1", "-3.5", "0"),
        ("-2", "-5", Bound::Exact, "1", "-5.5", "-1.5"),
    ] {
        let optional = |text: &str| (!text.is_empty()).then(|| d(text));
        let wanted = Interval { lower: optional(lower), upper: optional(upper) };
        assert_eq!(
            Interval::of(&quantity(value, high, bound, quantum), &Width::default()),
            wanted,
            "{value} {bound:?}"
        );
    }
}

#[test]
fn the_base_behind_a_rise() {
    let level = Interval::between(d("2647500000"), d("2648500000"));
    let base = level / Interval::between(d("1.1405"), d("1.1415"));
    assert_eq!(base.lower.unwrap().to_significant(5), d("2319300000"));
    assert_eq!(base.upper.unwrap().to_significant(5), d("2322200000"));
}

#[test]
fn open_ends_stay_open() {
    let above = Interval::at_least(d("250"));
    assert_eq!(above / Interval::point(d("2")), Interval::at_least(d("125")));
    assert_eq!(above / Interval::between(d("-1"), d("1")), Interval::OPEN);
    assert_eq!(above - Interval::at_least(d("1")), Interval::OPEN);
    assert_eq!(-above, Interval::at_most(d("-250")));
    assert!(above.intersects(&Interval::at_least(d("9"))) && !above.intersects(&Interval::point(d("249"))));
    let huge = Interval::point(d("79000000000000000000000000000"));
    assert_eq!(huge * huge, Interval { lower: Some(Decimal::ZERO), upper: None });
    assert_eq!((huge + huge), Interval::OPEN);
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000i64..1_000_000_000_000, 0u32..8).prop_map(|(m, s)| Decimal::new(i128::from(m), s).unwrap())
}

/// An interval with a value inside it.
fn inside() -> impl Strategy<Value = (Interval, Decimal)> {
    (decimal(), decimal(), decimal(), 0u8..4).prop_map(|(a, b, c, open)| {
        let mut ends = [a, b, c];
        ends.sort();
        let lower = (open & 1 == 0).then_some(ends[0]);
        let upper = (open & 2 == 0).then_some(ends[2]);
        (Interval { lower, upper }, ends[1])
    })
}

proptest! {
    #[test]
    fn arithmetic_holds_every_result((a, x) in inside(), (b, y) in inside()) {
        prop_assert!((a + b).contains(x.checked_add(y).unwrap()));
        prop_assert!((a - b).contains(x.checked_sub(y).unwrap()));
        if let Some(product) = x.checked_mul(y) {
            prop_assert!((a * b).contains(product), "{a} * {b}: {} lacks {product}", a * b);
        }
        if let (Some(below), Some(above)) = (x.div_floor(y, 10), x.div_ceil(y, 10)) {
            let wide = a / b;
            prop_assert!(wide.lower.is_none_or(|end| end <= above) && wide.upper.is_none_or(|end| end >= below));
        }
    }

    #[test]
    fn a_wording_contains_its_figure(value in decimal(), quantum in decimal(), bound in 0usize..4) {
        let bound = [Bound::Exact, Bound::About, Bound::AtLeast, Bound::AtMost][bound];
        let quantity = Quantity { value, high: None, unit: Unit::PERCENT, bound, quantum: Some(quantum) };
        let interval = Interval::of(&quantity, &Width::default());
        prop_assert!(interval.contains(value));
        prop_assert!(interval.covers(&interval) && interval.intersects(&interval));
    }

    #[test]
    fn meeting_is_mutual((a, _) in inside(), (b, _) in inside()) {
        prop_assert_eq!(a.intersects(&b), b.intersects(&a));
        prop_assert!(!a.covers(&b) || a.intersects(&b));
    }
}

#[test]
fn zero_times_anything_is_zero() {
    let zero = Interval::point(Decimal::ZERO);
    for other in ["-2", "0", "3"] {
        let other = Interval::point(other.parse().unwrap());
        assert_eq!((zero * other, other * zero), (zero, zero), "{other}");
    }
}

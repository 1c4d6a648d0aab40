use std::path::Path;

use super::*;

fn unit(text: &str) -> Unit {
    text.parse().unwrap()
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn converted(value: &str, from: &str, to: &str, goods: &str, period: &str) -> Result<Converted> {
    let goods = (!goods.is_empty()).then(|| Commodity::new(goods));
    let period: Option<Period> = (!period.is_empty()).then(|| period.parse().unwrap());
    Converter::default().convert(&Interval::point(d(value)), unit(from), unit(to), goods.as_ref(), period.as_ref())
}

#[test]
fn known_equalities_hold() {
    for (value, from, to, goods, period, wanted) in [
        ("1", "toe", "kWh", "", "", "11630"),
        ("1000000", "BTU", "kWh", "", "", "293.0710701722"),
        ("1", "bbl", "l", "", "", "158.987294928"),
        ("1000", "l", "m3", "", "", "1"),
        ("10000000000", "m3", "kWh", "natural_gas", "", "100000000000"),
        ("1850000", "t", "m3", "natural_gas", "", "2560000000"),
        ("58700000", "t", "bbl", "crude_oil", "", "464000000"),
        ("50000000", "t/year", "bbl/day", "crude_oil", "", "1000000"),
        ("90000000", "m3/day", "m3/year", "", "", "32850000000"),
        ("1400000", "bbl/day", "t", "crude_oil", "2022", "68000000"),
        ("55000000000", "m3/year", "m3", "", "2024", "55000000000"),
        ("100", "USD/t", "USD/bbl", "crude_oil", "", "13.64"),
        ("10", "USD/BTU", "USD/kWh", "", "", "34121.416331279"),
    ] {
        let found = converted(value, from, to, goods, period).unwrap();
        assert!(found.interval.widened(d("0.000001")).contains(d(wanted)), "{value} {from}: {} {to}", found.interval);
        assert_eq!(found.unit, unit(to));
        assert!(!found.steps.is_empty() && found.steps.iter().all(|step| !step.source.is_empty()), "{from} {to}");
    }
}

#[test]
fn what_differs_from_cargo_to_cargo_is_wide() {
    let oil = converted("100", "t", "bbl", "crude_oil", "").unwrap();
    let wanted = Interval::between(d("660"), d("800"));
    assert!(oil.interval.covers(&wanted) && oil.interval.nearly_equal(&wanted, 1e-9), "{}", oil.interval);
    assert_eq!(oil.value.map(|value| value.to_significant(6)), Some(d("733")));
    assert_eq!(oil.steps[0].factor, "1 t of crude oil = 7.33 bbl (6.6 to 8)");
}

#[test]
fn what_cannot_be_converted_says_why() {
    for (from, to, goods, hint) in [
        ("t", "m3", "", "depends on the goods"),
        ("t", "m3", "cotton", "no entry for cotton"),
        ("USD", "t", "", "no factor"),
        ("USD", "CNY", "", "rate table"),
        ("m3", "m3/year", "", "give the period"),
        ("USD/t", "USD", "", "price"),
        ("items", "t", "", "no factor"),
    ] {
        let error = converted("1", from, to, goods, "").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Argument);
        assert!(error.to_string().contains(hint), "{from} {to}: {error}");
    }
}

#[test]
fn conditions_and_calorific_value_are_the_callers() {
    let gas = Commodity::new("natural_gas");
    let energy = |converter: Converter| {
        let of = Interval::point(d("1000"));
        converter.convert(&of, unit("m3"), unit("J"), Some(&gas), None).unwrap().interval
    };
    let gross = Converter::default().with_calorific_value(d("40"));
    assert_eq!(energy(gross.clone().with_conditions(Conditions::Standard)).to_string(), "40000000000");
    let russian = energy(gross.clone().with_conditions(Conditions::Russian));
    assert!(russian.widened(d("0.0000001")).contains(d("39317755415.3163")), "{russian}");
    let unknown = energy(gross);
    assert!(unknown.covers(&russian) && unknown.contains(d("42196595277")), "{unknown}");
    assert!(energy(Converter::default()).covers(&unknown));
}

#[test]
fn money_needs_the_rates_of_its_period() {
    let table = "period,rate,currency,note\n2024,7.12,CNY,a\n2023-01,460,KZT,\n2023-02,450,KZT,\n2023-03,454.4,KZT,\n";
    let converter = Converter::default().with_rates(Rates::read(table.as_bytes(), "USD", "rates.csv").unwrap());
    let convert = |value: &str, from: &str, to: &str, period: &str| {
        let period: Option<Period> = (!period.is_empty()).then(|| period.parse().unwrap());
        converter.convert(&Interval::point(d(value)), unit(from), unit(to), None, period.as_ref())
    };
    let yuan = convert("674150000000", "CNY", "USD", "2024").unwrap();
    assert!(yuan.interval.covers(&Interval::between(d("94650000000"), d("94720000000"))), "{}", yuan.interval);
    assert_eq!(yuan.steps[0].source, "rates.csv");
    let quarter = convert("1", "USD", "KZT", "2023-Q1").unwrap().interval;
    assert_eq!(quarter.to_string(), "449.5 to 460.5");
    assert!(convert("1", "CNY", "KZT", "2024").unwrap_err().to_string().contains("KZT,2024"));
    for (from, period, hint) in [("CNY", "2024-05", "CNY,2024-05"), ("KZT", "2023", "KZT,2023"), ("CNY", "", "period")]
    {
        let error = convert("1", from, "USD", period).unwrap_err().to_string();
        assert!(error.contains(hint), "{error}");
    }
}

#[test]
fn a_broken_rate_table_names_line_and_column() {
    for (table, hint) in [
        ("currency,period\nCNY,2024\n", "no column \"rate\""),
        ("currency,period,rate\nYuan,2024,7\n", "rates.csv:2: column currency"),
        ("currency,period,rate\nTEN,2024,7\n", "rates.csv:2: column currency"),
        ("currency,period,rate\nCNY,2024,7\nCNY,last year,7\n", "rates.csv:3: column period"),
        ("currency,period,rate\nCNY,2024,0\n", "rates.csv:2: column rate"),
        ("currency,period,rate\nCNY,2024,7,1\nCNY,2025\n", "rates.csv:3: column rate"),
        ("currency,period,rate\nCNY,2024,7\nCNY,2024,8\n", "one rate"),
    ] {
        let error = Rates::read(table.as_bytes(), "USD", "rates.csv").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Table);
        assert!(error.to_string().contains(hint), "{error}");
    }
    assert!(Rates::read("".as_bytes(), "dollar", "r").is_err());
    assert!(Rates::open(Path::new("no/such/file.csv"), "USD").is_err());
}

proptest::proptest! {
    #[test]
    fn there_and_back_holds_what_was_converted(value in 1i64..1_000_000_000_000, pair in 0usize..8) {
        let (from, to, goods) = [
            ("m3", "kWh", "natural_gas"), ("t", "bbl", "crude_oil"), ("t", "m3", "lng"), ("toe", "BTU", "coal"),
            ("m3/day", "m3/year", "natural_gas"), ("USD/m3", "USD/kWh", "natural_gas"), ("l", "bbl", "diesel"),
            ("t", "kWh", "lng"),
        ][pair];
        let (goods, figure) = (Commodity::new(goods), Interval::point(Decimal::from(value)));
        let there = Converter::default().convert(&figure, unit(from), unit(to), Some(&goods), None).unwrap();
        let back = Converter::default().convert(&there.interval, unit(to), unit(from), Some(&goods), None).unwrap();
        proptest::prop_assert!(back.interval.covers(&figure), "{} {from}: {} {to}: {}", value, there.interval, back.interval);
        proptest::prop_assert!(there.interval.contains(there.value.unwrap().to_significant(20)));
    }
}

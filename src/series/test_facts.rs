//! Facts built by hand for the tests of this crate.

use crate::model::Fact;

/// A fact from the fields of the record that matter; `quantum` is a thousandth of a figure of ten digits.
pub(crate) fn fact(document: &str, fields: &serde_json::Value) -> Fact {
    let mut record = serde_json::json!({"document": document, "start": 0, "end": 1, "quote": "q"});
    if let (Some(record), Some(fields)) = (record.as_object_mut(), fields.as_object()) {
        record.extend(fields.clone());
    }
    serde_json::from_value(record).unwrap()
}

/// A turnover in USD, written to the million.
pub(crate) fn level(document: &str, reporter: &str, partner: &str, period: &str, value: &str, bound: &str) -> Fact {
    flow(document, "turnover", reporter, partner, period, value, bound)
}

/// An amount in USD, written to the million.
pub(crate) fn flow(
    document: &str,
    indicator: &str,
    reporter: &str,
    partner: &str,
    period: &str,
    value: &str,
    bound: &str,
) -> Fact {
    fact(
        document,
        &serde_json::json!({"quote": format!("${value}"), "kind": "level", "indicator": indicator, "reporter": reporter,
            "partner": partner, "period": period, "value": value, "unit": "USD", "bound": bound, "quantum": "1000000"}),
    )
}

/// A change of turnover in percent, written to a tenth.
pub(crate) fn change(document: &str, reporter: &str, partner: &str, period: &str, value: &str) -> Fact {
    fact(
        document,
        &serde_json::json!({"quote": format!("{value} percent"), "kind": "change", "indicator": "turnover",
            "reporter": reporter, "partner": partner, "period": period, "value": value, "unit": "percent",
            "quantum": "0.1"}),
    )
}

/// A turnover multiplied, told in a word.
pub(crate) fn multiple(document: &str, reporter: &str, partner: &str, period: &str, value: &str) -> Fact {
    fact(
        document,
        &serde_json::json!({"quote": "doubled", "kind": "change", "indicator": "turnover", "reporter": reporter,
            "partner": partner, "period": period, "value": value, "unit": "times"}),
    )
}

/// A turnover in USD at no period.
pub(crate) fn undated(document: &str, reporter: &str, partner: &str, value: &str) -> Fact {
    fact(
        document,
        &serde_json::json!({"quote": format!("${value}"), "kind": "level", "indicator": "turnover",
            "reporter": reporter, "partner": partner, "value": value, "unit": "USD"}),
    )
}

//! The JSON Schema of the fact record.

use serde_json::{Map, Value, json};

use crate::model::{Bound, Indicator, Kind, Slot, Status};

/// The [JSON Schema](https://json-schema.org) (draft 2020-12) of a line of a facts file, made from the types that
/// [`write_facts`](super::write_facts) writes.
///
/// ```
/// let schema = bilateral::io::fact_schema();
/// assert_eq!(schema["properties"]["kind"]["enum"][0], "level");
/// ```
#[must_use]
pub fn fact_schema() -> Value {
    let decimal = || json!({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"});
    let or_null = |mut schema: Value| {
        if let Some(kind) = schema.get("type").cloned() {
            schema["type"] = json!([kind, "null"]);
        }
        schema
    };
    let party = || json!({"type": "string", "pattern": "^[A-Z0-9_]{2,23}$"});
    let day = "[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?";
    let period = || json!({"type": "string", "pattern": format!("^{day}(/{day})?$")});
    let words = |all: &[&str]| json!({"type": "string", "enum": all});
    let count = || json!({"type": "integer", "minimum": 0});
    let kinds = [Kind::Level, Kind::Change, Kind::Share].map(Kind::as_str);
    let bounds = [Bound::Exact, Bound::About, Bound::AtLeast, Bound::AtMost].map(Bound::as_str);
    let statuses = [Status::Actual, Status::Target, Status::Forecast].map(Status::as_str);
    let evidence = json!({
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "slot": words(&Slot::ALL.map(Slot::as_str)),
                "rule": {"type": "string"},
                "span": {"type": ["object", "null"], "properties": {"start": count(), "end": count()}},
            },
            "required": ["slot", "rule", "span"],
        },
    });
    let fields = [
        ("document", json!({"type": "string"}), "id of the document"),
        ("start", count(), "first byte of the quote in the document's text"),
        ("end", count(), "byte after the last of the quote"),
        ("quote", json!({"type": "string"}), "the shortest text that carries value and unit"),
        ("kind", words(&kinds), "an amount, its growth, or its part of a whole"),
        ("indicator", words(&Indicator::ALL.map(Indicator::as_str)), "what is counted"),
        ("commodity", or_null(json!({"type": "string"})), "which goods; null for goods in total"),
        ("reporter", or_null(party()), "whose figure: ISO 3166-1 alpha-3 or a group"),
        ("partner", or_null(party()), "the other side, in the same codes"),
        ("period", or_null(period()), "the reference period; null where nothing resolves it"),
        ("base", or_null(period()), "for a change the period compared with; null is the same a year before"),
        ("value", decimal(), "the figure in the unit; the lower end of a range"),
        ("high", or_null(decimal()), "the upper end of a range"),
        ("unit", json!({"type": "string"}), "what is counted, without multiples: USD, m3, m3/year, percent"),
        ("bound", words(&bounds), "how the wording hedges it"),
        ("status", words(&statuses), "happened, aimed at, expected"),
        ("quantum", decimal(), "one step of the last digit written, in the unit"),
        ("evidence", evidence, "which rule filled each slot, from which bytes"),
    ];
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, mut schema, meaning) in fields {
        schema["description"] = meaning.into();
        if !matches!(name, "quantum" | "evidence") {
            required.push(name);
        }
        properties.insert(name.into(), schema);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fact",
        "description": "One numeric statement of one document about bilateral trade and energy.",
        "type": "object",
        "properties": properties,
        "required": required,
    })
}

#[cfg(test)]
mod tests {
    use super::fact_schema;
    use crate::model::Fact;

    #[test]
    fn every_field_of_a_fact_is_in_the_schema_and_no_other() {
        let line = r#"{"document":"a","start":1,"end":7,"quote":"$11.18","kind":"level","indicator":"turnover",
            "commodity":null,"reporter":"CHN","partner":"TKM","period":"2022","base":null,"value":"11.18","high":null,
            "unit":"USD","bound":"exact","status":"actual","quantum":"0.01",
            "evidence":[{"slot":"quantity","rule":"sign","span":{"start":1,"end":2}}]}"#;
        let fact: Fact = serde_json::from_str(line).unwrap();
        let written = serde_json::to_value(&fact).unwrap();
        let schema = fact_schema();
        let names = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        let mut properties = names(&schema["properties"]);
        properties.sort();
        let mut fields = names(&written);
        fields.sort();
        assert_eq!(properties, fields);
        let evidence = names(&schema["properties"]["evidence"]["items"]["properties"]);
        let mut told = names(&written["evidence"][0]);
        told.sort();
        assert_eq!(
            {
                let mut e = evidence;
                e.sort();
                e
            },
            told
        );
        // What the schema allows is read, what it does not is an error.
        let allowed = |field: &str, value: &str| {
            let mut other = written.clone();
            other[field] = value.into();
            serde_json::from_value::<Fact>(other).is_ok()
        };
        for (field, pointer) in [("kind", "kind"), ("indicator", "indicator"), ("bound", "bound"), ("status", "status")]
        {
            for value in schema["properties"][pointer]["enum"].as_array().unwrap() {
                assert!(allowed(field, value.as_str().unwrap()), "{field} {value}");
            }
            assert!(!allowed(field, "other"));
        }
    }
}

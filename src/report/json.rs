//! One JSON object: series, changes, shares, facts without a period, findings. Figures are decimal strings.

use serde_json::{Value, json};

use super::Report;
use crate::check::Finding;
use crate::official::Verdict;
use crate::series::{Dataset, Interval, Observation, Origin, Series, Statement, growth};

pub(super) fn page(report: &Report<'_>) -> String {
    let mut page = serde_json::Map::new();
    let dataset = report.dataset;
    if report.trends {
        page.insert("series".into(), dataset.series().iter().map(|s| series(report, s)).collect());
        page.insert("changes".into(), dataset.changes().iter().map(|c| statement(dataset, c)).collect());
        page.insert("shares".into(), dataset.shares().iter().map(|c| statement(dataset, c)).collect());
        page.insert("undated".into(), dataset.undated().iter().map(|place| fact(dataset, *place)).collect());
    }
    if let Some(verdicts) = &report.verdicts {
        page.insert("verdicts".into(), verdicts.iter().map(|v| verdict(dataset, v)).collect());
    }
    if let Some(findings) = &report.findings {
        page.insert("findings".into(), findings.iter().map(|f| finding(dataset, f)).collect());
    }
    format!("{:#}\n", Value::Object(page))
}

fn series(report: &Report<'_>, series: &Series) -> Value {
    let key = &series.key;
    let growth: Vec<_> = growth::year_on_year(series)
        .map(|g| json!({"period": g.level.period, "base": g.base.period, "percent": interval(&g.percent)}))
        .collect();
    let observations: Vec<_> = series.observations().iter().map(|o| observation(report.dataset, o)).collect();
    json!({
        "title": key.words(&|party| report.name(party)),
        "indicator": key.indicator,
        "commodity": key.commodity,
        "reporter": key.reporter,
        "partner": key.partner,
        "unit": key.unit,
        "frequency": key.frequency.name(),
        "status": series.status,
        "observations": observations,
        "year_on_year": growth,
    })
}

fn observation(dataset: &Dataset, observation: &Observation) -> Value {
    let mut value = json!({
        "period": observation.period,
        "value": observation.quantity.value,
        "high": observation.quantity.high,
        "bound": observation.quantity.bound,
        "interval": interval(&observation.interval),
    });
    if let Some(fields) = value.as_object_mut() {
        match &observation.origin {
            Origin::Stated { fact: place } => {
                fields.insert("origin".into(), "stated".into());
                fields.insert("fact".into(), fact(dataset, *place));
            }
            Origin::Implied { derivation, facts } => {
                fields.insert("origin".into(), "implied".into());
                fields.insert("derivation".into(), derivation.as_str().into());
                fields.insert("facts".into(), facts.iter().map(|place| fact(dataset, *place)).collect());
            }
        }
    }
    value
}

fn statement(dataset: &Dataset, statement: &Statement) -> Value {
    json!({"base": statement.base, "interval": interval(&statement.interval), "fact": fact(dataset, statement.fact)})
}

/// A fact as the record has it, with what is known of its document.
fn fact(dataset: &Dataset, place: usize) -> Value {
    let Some(fact) = dataset.fact(place) else { return Value::Null };
    let mut value = serde_json::to_value(fact).unwrap_or(Value::Null);
    if let Some(fields) = value.as_object_mut() {
        let publication = dataset.publication(&fact.document);
        fields.insert("published".into(), publication.and_then(|p| p.published).map(|d| d.to_string()).into());
        fields.insert("source".into(), publication.and_then(|p| p.source.as_deref()).into());
        fields.remove("evidence");
    }
    value
}

fn interval(interval: &Interval) -> Value {
    json!({"lower": interval.lower, "upper": interval.upper})
}

fn verdict(dataset: &Dataset, verdict: &Verdict) -> Value {
    let official: Vec<_> = verdict.official.iter().map(|place| fact(dataset, *place)).collect();
    json!({
        "ruling": verdict.ruling.as_str(),
        "message": verdict.message,
        "claim": fact(dataset, verdict.claim),
        "expected": verdict.expected.as_ref().map(interval),
        "official": official,
    })
}

fn finding(dataset: &Dataset, finding: &Finding) -> Value {
    let gap = finding.gap.map(|gap| {
        let percent = gap.percent.as_ref().map(interval);
        json!({"difference": interval(&gap.difference), "unit": gap.unit, "percent": percent})
    });
    let statements: Vec<_> =
        finding.statements.iter().map(|c| json!({"role": c.role, "fact": fact(dataset, c.fact)})).collect();
    json!({
        "check": finding.check,
        "outcome": finding.outcome.as_str(),
        "message": finding.message,
        "gap": gap,
        "statements": statements,
    })
}

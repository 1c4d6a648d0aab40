use crate::series::test_facts::{change, level, undated};

use super::*;
use crate::model::Decimal;

fn dataset(facts: &[Fact]) -> Dataset {
    Dataset::from_facts(facts)
}

#[test]
fn every_fact_has_a_place() {
    let facts = [
        level("a", "CHN", "TKM", "2022", "11181000000", "exact"),
        level("b", "TKM", "CHN", "2022", "11000000000", "at_least"),
        change("a", "CHN", "TKM", "2022", "52.1"),
        undated("a", "KAZ", "TKM", "1000000000"),
    ];
    let dataset = dataset(&facts);
    assert_eq!(dataset.series().len(), 1, "either side tells the same turnover");
    let series = &dataset.series()[0];
    assert_eq!(series.observations().len(), 3);
    let shown = series.shown(&"2022".parse().unwrap()).unwrap();
    assert_eq!((shown.fact(), &*shown.document), (Some(0), "a"));
    assert_eq!(dataset.changes().len(), 1);
    assert_eq!(dataset.undated(), [3]);
}

#[test]
fn the_latest_of_equally_narrow_figures_is_shown() {
    let facts = [
        level("a", "CHN", "TKM", "2022", "10000000000", "exact"),
        level("b", "CHN", "TKM", "2022", "11000000000", "exact"),
    ];
    let documents = [("a", "2023-01-05"), ("b", "2023-06-01")]
        .map(|(id, date)| Document::new(id, "").with_published(date).unwrap().with_source("a newspaper"));
    let dataset = Dataset::new(&facts, &documents);
    let shown = dataset.series()[0].shown(&"2022".parse().unwrap()).unwrap();
    assert_eq!((&*shown.document, shown.source.as_deref()), ("b", Some("a newspaper")));
}

#[test]
fn the_heavier_publisher_is_shown() {
    let facts = [
        level("a", "CHN", "TKM", "2022", "10000000000", "exact"),
        level("b", "CHN", "TKM", "2022", "11000000000", "exact"),
    ];
    let documents = [("a", "a ministry"), ("b", "a newspaper")].map(|(id, by)| Document::new(id, "").with_source(by));
    let shown = |heavy: &str| {
        let weight = |source: &str| if source == heavy { Decimal::HUNDRED } else { Decimal::ONE };
        let dataset = Dataset::new(&facts, &documents).with_weights(weight);
        dataset.series()[0].shown(&"2022".parse().unwrap()).unwrap().document.to_string()
    };
    assert_eq!((shown("a ministry"), shown("a newspaper")), ("a".into(), "b".into()));
}

#[test]
fn targets_stay_apart() {
    let mut aim = level("a", "CHN", "KAZ", "2030", "35000000000", "exact");
    aim.status = Status::Target;
    let dataset = dataset(&[level("a", "CHN", "KAZ", "2023", "31200000000", "exact"), aim]);
    assert_eq!(dataset.series().len(), 2);
    assert!(dataset.series().iter().all(|s| s.observations().len() == 1));
}

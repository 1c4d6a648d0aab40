use super::{Look, Shape, panels, png, svg};
use crate::error::ErrorKind;
use crate::model::{Party, Status};
use crate::series::test_facts::{change, level};
use crate::series::{Dataset, Interval};

fn dataset() -> Dataset {
    let mut aim = level("c", "CHN", "TKM", "2030", "35000000000", "exact");
    aim.status = Status::Target;
    let facts = [
        level("a", "CHN", "TKM", "2021", "7358000000", "exact"),
        change("a", "CHN", "TKM", "2021", "14.1"),
        level("b", "CHN", "TKM", "2022", "11181000000", "at_least"),
        level("a", "CHN", "TKM", "2022", "11000000000", "about"),
        level("b", "CHN", "KAZ", "2022", "31200000000", "at_most"),
        aim,
    ];
    Dataset::from_facts(&facts)
}

#[test]
fn a_panel_holds_what_happened_and_what_is_aimed_at() {
    let panels = panels(&dataset(), &|party| party.to_string());
    assert_eq!(panels.len(), 2);
    let panel = &panels[1];
    assert_eq!((panel.title.as_str(), panel.unit.as_str()), ("Turnover of CHN with TKM", "billion USD"));
    let shapes: Vec<Shape> = panel.marks.iter().map(|mark| mark.shape).collect();
    assert_eq!(shapes, [Shape::Implied, Shape::Stated, Shape::Stated, Shape::Stated, Shape::Aim]);
    assert!(panel.marks.windows(2).all(|pair| pair[0].year <= pair[1].year));
    assert_eq!(panel.sources, ["a", "b", "c"]);
}

#[test]
fn pictures_say_what_they_show_and_escape_it() {
    let name = |party: &Party| format!("<{party}>");
    let picture = svg(&panels(&dataset(), &name), &Look::default()).unwrap();
    for wanted in ["billion USD", "2021", "2030", "hollow: implied", "aimed at", "&lt;CHN&gt;"] {
        assert!(picture.contains(wanted), "{wanted}");
    }
    assert!(!picture.contains("<CHN>"));
    assert_eq!(picture, svg(&panels(&dataset(), &name), &Look::default()).unwrap(), "the same each time");
}

#[test]
fn png_is_a_png_of_the_size_of_its_look() {
    let look = Look::default().in_columns(1).sized(300, 200);
    let picture = png(&panels(&dataset(), &|party| party.to_string()), &look).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    let size = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (600, 800));
}

#[test]
fn nothing_to_draw_is_told() {
    for error in [svg(&[], &Look::default()).unwrap_err(), png(&[], &Look::default()).unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Chart);
    }
}

#[test]
fn what_all_statements_come_to_is_drawn_where_none_says_it() {
    let mut panels = panels(&dataset(), &|party| party.to_string());
    let subject = dataset().series()[1].key.subject();
    let unit = dataset().series()[1].key.unit;
    let panel = panels.iter_mut().find(|panel| panel.title == "Turnover of CHN with TKM").unwrap();
    let mut add = |period: &str, value: &str| {
        let value = value.parse().unwrap();
        panel.add_reconciled(&subject, unit, &period.parse().unwrap(), value, &Interval::point(value))
    };
    assert!(add("2020", "6500000000"));
    assert!(!add("2021", "7358000000"), "a document says so");
    assert!(!add("2021-03", "600000000"), "of another frequency");
    assert_eq!(panel.marks.iter().filter(|mark| mark.shape == Shape::Reconciled).count(), 1);
    let picture = svg(std::slice::from_ref(panel), &Look::default()).unwrap();
    assert!(picture.contains("hollow triangle: reconciled"));
}

//! What a picture of one series shows.

use std::collections::BTreeMap;

use super::scale::year_of;
use crate::model::{Bound, Decimal, Period, Status};
use crate::series::{Dataset, Name, Observation, Origin, Series, SeriesKey};

/// One picture: the figures of one key, what happened and what is aimed at.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Panel {
    /// What the figures are, in words.
    pub title: String,
    /// What the axis counts: `billion USD`.
    pub unit: String,
    /// The figures in order of time.
    pub marks: Vec<Mark>,
    /// The publishers, in the order of their colours.
    pub sources: Vec<String>,
}

/// One figure of a picture, in the unit of its axis.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mark {
    /// The reference period.
    pub period: Period,
    /// The middle of the period as a year and its part.
    pub year: f64,
    /// The figure.
    pub value: f64,
    /// Least and greatest value that the wording leaves open; `None` without end.
    pub ends: (Option<f64>, Option<f64>),
    /// How the wording hedges it.
    pub bound: Bound,
    /// What sort of figure it is.
    pub shape: Shape,
    /// Its publisher, by place in [`Panel::sources`].
    pub source: usize,
    /// Whether it is the one that tables show for its period: lines go through it.
    pub shown: bool,
}

/// What sort of figure a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// Stated by a document.
    Stated,
    /// Implied by statements.
    Implied,
    /// Aimed at or expected.
    Aim,
}

/// The pictures of a dataset: one a key, in the order of its series; parties go by `name`.
#[must_use]
pub fn panels(dataset: &Dataset, name: Name<'_>) -> Vec<Panel> {
    let mut keyed: BTreeMap<&SeriesKey, Vec<&Series>> = BTreeMap::new();
    for series in dataset.series() {
        keyed.entry(&series.key).or_default().push(series);
    }
    keyed.into_iter().filter_map(|(key, all)| panel(key, &all, name)).collect()
}

/// The picture of one series; `None` where no figure of it can be drawn.
#[must_use]
pub fn panel_of(series: &Series, name: Name<'_>) -> Option<Panel> {
    panel(&series.key, &[series], name)
}

/// The picture of one key; `None` where no figure can be drawn.
fn panel(key: &SeriesKey, all: &[&Series], name: Name<'_>) -> Option<Panel> {
    let observations = || all.iter().flat_map(|series| series.observations());
    let greatest = observations().filter_map(|o| o.quantity.value.abs().magnitude()).max().unwrap_or(0);
    let (power, word) = match greatest {
        _ if key.unit.is_ratio() => (0, ""),
        12.. => (12, "trillion "),
        9.. => (9, "billion "),
        6.. => (6, "million "),
        4.. => (3, "thousand "),
        _ => (0, ""),
    };
    let scale = 10f64.powi(power);
    let mut sources: Vec<String> = Vec::new();
    let mut marks = Vec::new();
    for series in all {
        for observation in series.observations() {
            let source = publisher(observation);
            let place = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
                sources.push(source);
                sources.len() - 1
            });
            let shown = series.shown(&observation.period) == Some(observation);
            marks.extend(mark(observation, scale, place, shown));
        }
    }
    marks.sort_by(|a, b| a.year.total_cmp(&b.year));
    let title = key.subject().words(name);
    let mut letters = title.chars();
    let title = letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect());
    let unit = format!("{word}{}", key.unit).replace("percentage_points", "percentage points");
    let pace = key.frequency.name();
    let title = if pace == "year" { title } else { format!("{title}, by {pace}") };
    (!marks.is_empty()).then_some(Panel { title, unit, marks, sources })
}

/// The publisher as a legend names it, else the document.
fn publisher(observation: &Observation) -> String {
    let known = observation.source.as_deref().filter(|source| !source.trim().is_empty());
    known.unwrap_or(&observation.document).to_owned()
}

fn mark(observation: &Observation, scale: f64, source: usize, shown: bool) -> Option<Mark> {
    let scaled = |value: Decimal| Some(value.to_f64() / scale).filter(|value| value.is_finite());
    let quantity = &observation.quantity;
    let value = match quantity.high {
        Some(high) => f64::midpoint(scaled(quantity.value)?, scaled(high)?),
        None => scaled(quantity.value)?,
    };
    let shape = match (&observation.origin, observation.status) {
        (_, Status::Target | Status::Forecast) => Shape::Aim,
        (Origin::Stated { .. }, Status::Actual) => Shape::Stated,
        (_, Status::Actual) => Shape::Implied,
    };
    let period = observation.period;
    let year = f64::midpoint(year_of(period.first_day()), year_of(period.last_day().succ_opt()?));
    let ends = (observation.interval.lower.and_then(scaled), observation.interval.upper.and_then(scaled));
    Some(Mark { period, year, value, ends, bound: quantity.bound, shape, source, shown })
}

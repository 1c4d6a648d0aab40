//! What a picture of one series shows.

use std::collections::BTreeMap;

use super::scale::year_of;
use crate::model::{Bound, Decimal, Period, Status, Unit};
use crate::series::{Dataset, Interval, Name, Observation, Origin, Series, SeriesKey, Subject};

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
    /// Whose figures they are.
    key: SeriesKey,
    /// How many of the key's unit one of the axis is.
    scale: f64,
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
    /// What all statements together come to, where none states it.
    Reconciled,
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
    (!marks.is_empty()).then_some(Panel { title, unit, marks, sources, key: key.clone(), scale })
}

impl Panel {
    /// Adds what all statements together come to for a figure of this picture (`reconcile::Estimate`), and tells whether
    /// it is drawn: not where the picture is of something else, nor where a figure that tables show says the same.
    ///
    /// ```
    /// use bilateral::{Dataset, Document, Extractor, chart, series::Interval};
    /// let text = "In 2022, trade between China and Turkmenistan amounted to $11.181 billion.";
    /// let dataset = Dataset::from_facts(&Extractor::new().facts(&Document::new("a1", text)));
    /// let series = &dataset.series()[0];
    /// let mut panel = chart::panel_of(series, &|party| party.to_string()).unwrap();
    /// let (subject, value) = (series.key.subject(), "7360000000".parse()?);
    /// let open = Interval::point(value);
    /// assert!(panel.add_reconciled(&subject, series.key.unit, &"2021".parse()?, value, &open));
    /// assert_eq!(panel.marks[0].shape, chart::Shape::Reconciled);
    /// assert!(!panel.add_reconciled(&subject, series.key.unit, &"2021-05".parse()?, value, &open));
    /// # Ok::<(), bilateral::Error>(())
    /// ```
    pub fn add_reconciled(
        &mut self,
        subject: &Subject,
        unit: Unit,
        period: &Period,
        value: Decimal,
        interval: &Interval,
    ) -> bool {
        let own = *subject == self.key.subject() && unit == self.key.unit && period.frequency() == self.key.frequency;
        let scaled = |value: Decimal| Some(value.to_f64() / self.scale).filter(|value| value.is_finite());
        let (Some(year), Some(value)) = (middle(period), scaled(value)) else { return false };
        let same = |mark: &Mark| mark.period == *period && mark.shown && mark.shape != Shape::Aim;
        let close = |mark: &Mark| (mark.value - value).abs() <= 1e-9 * value.abs();
        if !own || self.marks.iter().any(|mark| same(mark) && close(mark)) {
            return false;
        }
        let ends = (interval.lower.and_then(scaled), interval.upper.and_then(scaled));
        // Lines go through what is stated where something is.
        let shown = !self.marks.iter().any(same);
        let (bound, shape) = (Bound::Exact, Shape::Reconciled);
        self.marks.push(Mark { period: *period, year, value, ends, bound, shape, source: 0, shown });
        self.marks.sort_by(|a, b| a.year.total_cmp(&b.year));
        true
    }
}

/// The middle of a period as a year and its part.
fn middle(period: &Period) -> Option<f64> {
    Some(f64::midpoint(year_of(period.first_day()), year_of(period.last_day().succ_opt()?)))
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
    let year = middle(&period)?;
    let ends = (observation.interval.lower.and_then(scaled), observation.interval.upper.and_then(scaled));
    Some(Mark { period, year, value, ends, bound: quantity.bound, shape, source, shown })
}

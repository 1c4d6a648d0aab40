//! All facts of some documents, sorted into series.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::index::Index;
use super::key::About;
use super::subjects::Subjects;
use super::{Converter, Interval, Membership, Observation, Origin, SeriesKey, Showing, Subject, Width, implied};
use crate::lexicon::Lexicon;
use crate::model::{Document, Fact, Frequency, Indicator, Kind, Party, Period, Status, Unit};

/// Facts, what is known of their documents, and the series that they make.
///
/// Levels make series. Changes and shares hang on the subject that they speak about. Facts without a period are listed
/// apart. Every fact has one of these places, and is cited by its place in [`Dataset::facts`].
///
/// ```
/// use bilateral::{Fact, series::Dataset};
/// let fact = |text: &str| serde_json::from_str::<Fact>(text).unwrap();
/// let facts = [
///     fact(r#"{"document": "a", "start": 0, "end": 14, "quote": "$2.648 billion", "kind": "level",
///         "indicator": "turnover", "reporter": "CHN", "partner": "TKM", "period": "2023-Q1", "value": "2648000000",
///         "unit": "USD", "quantum": "1000000"}"#),
///     fact(r#"{"document": "a", "start": 19, "end": 31, "quote": "14.1 percent", "kind": "change",
///         "indicator": "turnover", "reporter": "CHN", "partner": "TKM", "period": "2023-Q1", "value": "14.1",
///         "unit": "percent", "quantum": "0.1"}"#),
/// ];
/// let dataset = Dataset::from_facts(&facts);
/// let series = &dataset.series()[0];
/// assert_eq!(series.key.to_string(), "turnover of CHN with TKM, USD, quarterly");
/// let implied = series.shown(&"2022-Q1".parse().unwrap()).unwrap();
/// assert_eq!(implied.value().to_string(), "2320800000");
/// ```
#[derive(Debug, Clone)]
pub struct Dataset {
    pub(super) facts: Vec<Fact>,
    subjects: Subjects,
    pub(super) documents: FxHashMap<Arc<str>, Publication>,
    pub(super) series: Vec<Series>,
    series_by_subject: Index,
    changes: Vec<Statement>,
    changes_by_subject: Index,
    shares: Vec<Statement>,
    undated: Vec<usize>,
    pub(super) membership: Arc<Membership>,
    pub(super) width: Width,
    pub(super) converter: Converter,
    pub(super) showing: Showing,
}

/// What is known of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publication {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The publisher.
    pub source: Option<Arc<str>>,
    /// The one country whose statistics it says that it tells.
    pub statistics: Option<Party>,
}

/// The observations of one key that have one status, sorted by period and, within one, the one to show first.
///
/// Of several statements of a period the one to show is chosen by the dataset's rule ([`Showing`]): by default a stated one before
/// an implied one, then the narrowest interval, then the latest published, then the first by document id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What the figures are.
    pub key: SeriesKey,
    /// What happened, what is aimed at, what is expected: never mixed.
    pub status: Status,
    pub(super) observations: Vec<Observation>,
}

/// A change or share with the subject that it speaks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Of what.
    pub subject: Subject,
    /// The reference period.
    pub period: Period,
    /// For a change the period compared with: the one stated, else the same a year before; `None` for a share.
    pub base: Option<Period>,
    /// The place of the fact in [`Dataset::facts`].
    pub fact: usize,
    /// The values that the wording leaves open.
    pub interval: Interval,
    /// Happened, aimed at, expected.
    pub status: Status,
}

impl Dataset {
    /// A dataset of facts whose documents are not known further.
    #[must_use]
    pub fn from_facts(facts: &[Fact]) -> Self {
        Dataset::new(facts, &[])
    }

    /// A dataset of facts; the documents say when and by whom each was published.
    #[must_use]
    pub fn new(facts: &[Fact], documents: &[Document]) -> Self {
        let lexicon = Lexicon::embedded();
        // A document whose facts name both sides as tellers of one turnover tells two statistics, whatever it says.
        let cited: HashSet<&str> = facts.iter().map(|fact| &*fact.document).collect();
        let mut both_sides = BTreeSet::new();
        let mut sides = HashMap::new();
        for fact in facts.iter().filter(|fact| fact.indicator == Indicator::Turnover) {
            let subject = Subject::of(fact);
            let first = *sides.entry((&*fact.document, subject.reporter, subject.partner)).or_insert(fact.reporter);
            if first != fact.reporter {
                both_sides.insert(&*fact.document);
            }
        }
        let publication = |document: &Document| Publication {
            published: document.published,
            source: document.source.as_deref().map(Arc::from),
            statistics: document
                .statistics
                .or_else(|| cited.contains(&*document.id).then(|| lexicon.statistics_of(&document.text))?)
                .filter(|_| !both_sides.contains(&*document.id)),
        };
        let documents = documents.iter().map(|d| (Arc::clone(&d.id), publication(d))).collect();
        let mut dataset = Dataset {
            facts: facts.to_vec(),
            subjects: Subjects::default(),
            documents,
            series: Vec::new(),
            series_by_subject: Index::default(),
            changes: Vec::new(),
            changes_by_subject: Index::default(),
            shares: Vec::new(),
            undated: Vec::new(),
            membership: Arc::new(Membership::default()),
            width: Width::default(),
            converter: Converter::default(),
            showing: Showing::default(),
        };
        dataset.sort_facts();
        dataset
    }

    /// Puts computed observations among the series.
    pub(super) fn add(&mut self, mut computed: Vec<(SeriesKey, Observation)>) {
        if computed.is_empty() {
            return;
        }
        computed.sort_by(|(one, a), (other, b)| (one, a.status).cmp(&(other, b.status)));
        let mut series = Vec::with_capacity(self.series.len());
        let mut known = std::mem::take(&mut self.series).into_iter().peekable();
        let mut computed = computed.into_iter().peekable();
        while let Some((key, first)) = computed.next() {
            let status = first.status;
            series.extend(iter::from_fn(|| known.next_if(|s| (&s.key, s.status) < (&key, status))));
            let here = known.next_if(|s| s.key == key && s.status == status);
            let mut here = here.unwrap_or_else(|| Series { key, status, observations: Vec::new() });
            here.observations.push(first);
            let more = iter::from_fn(|| computed.next_if(|(key, o)| *key == here.key && o.status == status));
            here.observations.extend(more.map(|(_, observation)| observation));
            here.observations.sort_by(|a, b| a.period.cmp(&b.period).then_with(|| self.showing.compare(a, b)));
            series.push(here);
        }
        series.extend(known);
        self.set_series(series);
    }

    fn set_series(&mut self, series: Vec<Series>) {
        self.series = series;
        self.series_by_subject = Index::of(self.series.iter().map(|series| series.key.about()));
    }

    /// Other facts with the groups and widths of this one.
    pub(crate) fn like(&self, facts: Vec<Fact>) -> Self {
        let mut dataset = Dataset {
            facts,
            subjects: Subjects::default(),
            documents: FxHashMap::default(),
            series: Vec::new(),
            series_by_subject: Index::default(),
            changes: Vec::new(),
            changes_by_subject: Index::default(),
            shares: Vec::new(),
            undated: Vec::new(),
            membership: Arc::clone(&self.membership),
            width: self.width,
            converter: self.converter.clone(),
            showing: self.showing.clone(),
        };
        dataset.sort_facts();
        dataset
    }

    /// Puts each fact in its place, then adds what changes imply.
    pub(super) fn sort_facts(&mut self) {
        let subjects = Subjects::of(&self.facts);
        let (mut series, mut undated) = (Vec::new(), Vec::new());
        let (mut changes, mut shares) = (Vec::new(), Vec::new());
        let mut levels = Vec::new();
        for (subject, places) in subjects.iter() {
            levels.clear();
            let of_others = (changes.len(), shares.len());
            for (place, fact) in places.iter().map(|place| (*place, &self.facts[*place])) {
                let Some(period) = fact.period else {
                    undated.push(place);
                    continue;
                };
                if fact.kind == Kind::Level {
                    levels.push((fact.quantity.unit, period.frequency(), fact.status, period, place));
                    continue;
                }
                let base = (fact.kind == Kind::Change).then(|| fact.base.or_else(|| period.year_before())).flatten();
                let interval = Interval::of(&fact.quantity, &self.width);
                let (subject, status) = (subject.clone(), fact.status);
                let statement = Statement { subject, period, base, fact: place, interval, status };
                if fact.kind == Kind::Change { &mut changes } else { &mut shares }.push(statement);
            }
            for told in [&mut changes[of_others.0..], &mut shares[of_others.1..]] {
                told.sort_unstable_by_key(|told| (told.status, told.period, told.base, told.fact));
            }
            levels.sort_unstable();
            let of_series = levels.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2));
            series.extend(of_series.map(|levels| self.one_series(subject, levels)));
        }
        undated.sort_unstable();
        (self.changes, self.shares, self.undated) = (changes, shares, undated);
        self.changes_by_subject = Index::of(self.changes.iter().map(|change| change.subject.about()));
        self.subjects = subjects;
        self.set_series(series);
        let bases = implied::bases(self);
        self.add(bases);
    }

    /// The series of some levels that have one key and status, by period and place.
    fn one_series(&self, subject: &Subject, levels: &[(Unit, Frequency, Status, Period, usize)]) -> Series {
        let (unit, frequency, status, ..) = levels[0];
        let mut observations = Vec::with_capacity(levels.len());
        for of_period in levels.chunk_by(|a, b| a.3 == b.3) {
            let start = observations.len();
            observations.extend(of_period.iter().map(|(.., period, place)| self.observe(*place, *period)));
            observations[start..].sort_by(|a, b| self.showing.compare(a, b));
        }
        Series { key: SeriesKey::of(subject.clone(), unit, frequency), status, observations }
    }

    fn observe(&self, place: usize, period: Period) -> Observation {
        let fact = &self.facts[place];
        let publication = self.documents.get(&fact.document);
        Observation {
            period,
            quantity: fact.quantity,
            origin: Origin::Stated { fact: place },
            interval: Interval::of(&fact.quantity, &self.width),
            teller: self.teller(fact),
            published: publication.and_then(|p| p.published),
            source: publication.and_then(|p| p.source.clone()),
            document: Arc::clone(&fact.document),
            status: fact.status,
        }
    }

    /// All facts in the order given.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// One fact; `None` outside the list.
    #[must_use]
    pub fn fact(&self, place: usize) -> Option<&Fact> {
        self.facts.get(place)
    }

    /// The places of the facts of each subject, subjects in their order.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = (&Subject, &[usize])> {
        self.subjects.iter()
    }

    /// What is known of a document.
    #[must_use]
    pub fn publication(&self, document: &str) -> Option<&Publication> {
        self.documents.get(document)
    }

    /// All series, sorted by key, then by status.
    #[must_use]
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The series of one subject, in all units and at all frequencies.
    #[must_use]
    pub fn series_of(&self, subject: &Subject) -> &[Series] {
        self.series_about(subject.about())
    }

    /// The same of a subject whose goods are borrowed.
    pub(crate) fn series_about(&self, about: About<'_>) -> &[Series] {
        let run = self.series_by_subject.run(&self.series, about).unwrap_or_default();
        match run.first() {
            Some(first) if first.key.about() != about => {
                equal_range(&self.series, |series| series.key.about().cmp(&about))
            }
            _ => run,
        }
    }

    /// One series.
    #[must_use]
    pub fn find(&self, key: &SeriesKey, status: Status) -> Option<&Series> {
        self.find_about(key.about(), key.unit, key.frequency, status)
    }

    /// The same by its parts.
    pub(crate) fn find_about(
        &self,
        about: About<'_>,
        unit: Unit,
        frequency: Frequency,
        status: Status,
    ) -> Option<&Series> {
        let wanted =
            |series: &&Series| series.key.unit == unit && series.key.frequency == frequency && series.status == status;
        self.series_about(about).iter().find(wanted)
    }

    /// All changes that have a period, sorted by subject, status, period and base.
    #[must_use]
    pub fn changes(&self) -> &[Statement] {
        &self.changes
    }

    /// The changes of one subject.
    #[must_use]
    pub fn changes_of(&self, subject: &Subject) -> &[Statement] {
        let run = self.changes_by_subject.run(&self.changes, subject.about()).unwrap_or_default();
        match run.first() {
            Some(first) if first.subject != *subject => {
                equal_range(&self.changes, |statement| statement.subject.cmp(subject))
            }
            _ => run,
        }
    }

    /// All shares that have a period, sorted by subject, status and period.
    #[must_use]
    pub fn shares(&self) -> &[Statement] {
        &self.shares
    }

    /// The facts without a period, by their place in [`Dataset::facts`].
    #[must_use]
    pub fn undated(&self) -> &[usize] {
        &self.undated
    }

    /// The groups of countries that checks add up.
    #[must_use]
    pub fn membership(&self) -> &Membership {
        &self.membership
    }

    /// Whose statistics a fact is of: of a flow between two countries, the one of them whose statistics the document says
    /// that it tells; else its reporter.
    #[must_use]
    pub fn teller(&self, fact: &Fact) -> Option<Party> {
        let flow = matches!(
            fact.indicator,
            Indicator::Turnover | Indicator::Exports | Indicator::Imports | Indicator::Balance
        );
        let told = self.publication(&fact.document).and_then(|p| p.statistics);
        told.filter(|teller| flow && [fact.reporter, fact.partner].contains(&Some(*teller))).or(fact.reporter)
    }

    /// Which of several statements a table shows.
    #[must_use]
    pub fn showing(&self) -> &Showing {
        &self.showing
    }

    /// The factors between units.
    #[must_use]
    pub fn converter(&self) -> &Converter {
        &self.converter
    }

    /// How wide hedged wordings are taken.
    #[must_use]
    pub fn width(&self) -> &Width {
        &self.width
    }
}

impl Series {
    /// All observations, sorted by period; of one period the one to show first.
    #[must_use]
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// All observations of one period, the one to show first.
    #[must_use]
    pub fn at(&self, period: &Period) -> &[Observation] {
        equal_range(&self.observations, |o| o.period.cmp(period))
    }

    /// The observation that a table shows for a period.
    #[must_use]
    pub fn shown(&self, period: &Period) -> Option<&Observation> {
        self.at(period).first()
    }

    /// The stated figures of one period in the order of their publication, those without a day last: its vintages.
    #[must_use]
    pub fn vintages(&self, period: &Period) -> Vec<&Observation> {
        let mut stated: Vec<&Observation> = self.at(period).iter().filter(|o| o.origin.is_stated()).collect();
        stated.sort_by_key(|o| (o.published.is_none(), o.published));
        stated
    }

    /// The observations of each period, in order of time.
    pub fn periods(&self) -> impl Iterator<Item = &[Observation]> {
        self.observations.chunk_by(|a, b| a.period == b.period)
    }
}

/// How far the end of a run is looked for one by one.
const NEAR: usize = 4;

/// The run of a sorted slice that compares as equal.
fn equal_range<T>(all: &[T], compare: impl Fn(&T) -> Ordering) -> &[T] {
    let start = all.partition_point(|item| compare(item) == Ordering::Less);
    let rest = &all[start..];
    // Most runs are short: their end is near, and a search for it would look far away.
    let equal = |item: &T| compare(item) == Ordering::Equal;
    let near = rest.iter().take(NEAR).take_while(|item| equal(item)).count();
    if near < NEAR { &rest[..near] } else { &rest[..rest.partition_point(equal)] }
}

#[cfg(test)]
#[path = "dataset_tests.rs"]
mod tests;

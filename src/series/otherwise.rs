//! A dataset told otherwise: with other groups, widths, factors or weights, as it was known on a day, with what its levels imply.

use std::sync::Arc;

use chrono::NaiveDate;

use super::dataset::Dataset;
use super::{Converter, Membership, Observation, SeriesKey, Showing, Width, implied};
use crate::model::{Decimal, Fact};

impl Dataset {
    /// The same facts with other groups of countries.
    #[must_use]
    pub fn with_membership(mut self, membership: Membership) -> Self {
        self.membership = Arc::new(membership);
        self
    }

    /// The same facts with hedged wordings taken wider or narrower.
    #[must_use]
    pub fn with_width(mut self, width: Width) -> Self {
        self.width = width;
        self.sort_facts();
        self
    }

    /// What else follows from the levels and changes that documents state: levels after a stated growth, the third of exports,
    /// imports and turnover, the last member of a group, the rest of a year. Each says how, and from which facts. The level
    /// before a stated growth is in the series already.
    ///
    /// ```
    /// use bilateral::series::Dataset;
    /// assert!(Dataset::from_facts(&[]).implied().is_empty());
    /// ```
    #[must_use]
    pub fn implied(&self) -> Vec<(SeriesKey, Observation)> {
        implied::further(self)
    }

    /// The same with what [`Dataset::implied`] gives among the series, marked as implied.
    #[must_use]
    pub fn with_implied(mut self) -> Self {
        self.sort_facts();
        let further = self.implied();
        self.add(further);
        self
    }

    /// The same facts with another rule for which of several statements a table shows.
    #[must_use]
    pub fn with_showing(mut self, showing: Showing) -> Self {
        self.showing = showing;
        for series in &mut self.series {
            series.observations.sort_by(|a, b| a.period.cmp(&b.period).then_with(|| self.showing.compare(a, b)));
        }
        self
    }

    /// The same facts, of several statements of a period the one shown first whose publisher weighs most; a publisher that
    /// is not known weighs as the empty name does. To be asked for last: other settings sort anew.
    ///
    /// ```
    /// use bilateral::{Dataset, Preferences};
    /// let preferences = Preferences::parse("[sources.\"State Customs\"]\nweight = 3", "bilateral.toml")?;
    /// let dataset = Dataset::from_facts(&[]).with_weights(|source| preferences.weight(source));
    /// assert!(dataset.series().is_empty());
    /// # Ok::<(), bilateral::Error>(())
    /// ```
    #[must_use]
    pub fn with_weights(mut self, weight: impl Fn(&str) -> Decimal) -> Self {
        for series in &mut self.series {
            let heavy = |o: &Observation| weight(o.source.as_deref().unwrap_or_default());
            series.observations.sort_by(|a, b| {
                let stated = b.origin.is_stated().cmp(&a.origin.is_stated());
                let weighed = a.period.cmp(&b.period).then(stated).then_with(|| heavy(b).cmp(&heavy(a)));
                weighed.then_with(|| self.showing.compare(a, b))
            });
        }
        self
    }

    /// What was known at the end of a day: the facts of the documents published by then. Documents without a day of
    /// publication are left out, since nothing says that they were known. The places of facts are counted anew.
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Self {
        let known = |fact: &&Fact| {
            self.publication(&fact.document).and_then(|p| p.published).is_some_and(|published| published <= day)
        };
        let mut dataset = self.like(Vec::new());
        dataset.facts = self.facts.iter().filter(known).cloned().collect();
        dataset.documents = self.documents.clone();
        dataset.sort_facts();
        dataset
    }

    /// The same facts with other factors between units, and with exchange rates.
    #[must_use]
    pub fn with_converter(mut self, converter: Converter) -> Self {
        self.converter = converter;
        self
    }
}

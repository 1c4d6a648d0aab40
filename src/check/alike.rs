//! Who else tells a figure.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use super::{Cited, Finding, several};
use crate::model::{Fact, Kind, Party, Period, Status, Unit};
use crate::series::{Dataset, Interval, Subject};

/// What must be equal for two facts to tell one figure.
type Figure = (Subject, Kind, Unit, Status, Period, Option<Period>, Option<Party>);

/// The dated facts of a dataset by what they tell.
pub(super) struct Alike<'d> {
    dataset: &'d Dataset,
    /// The facts that tell one figure, where there are several.
    figures: Vec<Vec<usize>>,
    /// By fact, which of these it is of.
    figure_of: HashMap<usize, usize, BuildHasherDefault<FxHasher>>,
}

impl<'d> Alike<'d> {
    pub fn of(dataset: &'d Dataset) -> Self {
        let told = dataset.facts().iter().enumerate();
        let several = several(told.filter_map(|(place, fact)| Some((figure(dataset, fact)?, place))));
        let figures: Vec<Vec<usize>> = several.into_iter().map(|(_, places)| places).collect();
        let of = |(figure, places): (usize, &Vec<usize>)| places.iter().map(move |place| (*place, figure)).collect();
        let figure_of = figures.iter().enumerate().flat_map::<Vec<_>, _>(of).collect();
        Alike { dataset, figures, figure_of }
    }

    /// Puts beside each statement of a finding those that tell the same and agree with it, in its role.
    pub fn join(&self, finding: &mut Finding) {
        if !finding.statements.iter().any(|cited| self.figure_of.contains_key(&cited.fact)) {
            return;
        }
        let mut joined: Vec<Cited> = Vec::new();
        let compared: Vec<usize> = finding.statements.iter().map(|cited| cited.fact).collect();
        for cited in &finding.statements {
            joined.push(*cited);
            let Some(fact) = self.dataset.fact(cited.fact) else { continue };
            let others = self.figure_of.get(&cited.fact).and_then(|figure| self.figures.get(*figure));
            let interval = |fact: &Fact| Interval::of(&fact.quantity, self.dataset.width());
            for place in others.into_iter().flatten() {
                let agrees = self.dataset.fact(*place).is_some_and(|o| interval(o).intersects(&interval(fact)));
                if agrees && !compared.contains(place) && !joined.iter().any(|cited| cited.fact == *place) {
                    joined.push(Cited { fact: *place, role: cited.role });
                }
            }
        }
        finding.statements = joined;
    }
}

fn figure(dataset: &Dataset, fact: &Fact) -> Option<Figure> {
    let period = fact.period?;
    let base = if fact.kind == Kind::Change { fact.base.or_else(|| period.year_before()) } else { None };
    let unit = fact.quantity.unit;
    Some((Subject::of(fact), fact.kind, unit, fact.status, period, base, dataset.teller(fact)))
}

#[cfg(test)]
mod tests {
    use crate::check;
    use crate::series::Dataset;
    use crate::series::test_facts::level;

    #[test]
    fn who_else_tells_it_is_cited() {
        let told = |document: &str, period: &str, value: &str| level(document, "CHN", "TKM", period, value, "exact");
        let facts = [
            told("a", "2022", "11181000000"),
            told("b", "2022", "11181000000"),
            told("c", "2022", "11800000000"),
            told("a", "2022-01/2022-11", "12000000000"),
        ];
        let findings = check::run(&Dataset::from_facts(&facts), &[&check::Periods]);
        let cited: Vec<_> = findings[0].statements.iter().map(|cited| (cited.fact, cited.role)).collect();
        assert_eq!(cited, [(0, "whole"), (1, "whole"), (3, "part")], "not the figure that differs");
    }
}

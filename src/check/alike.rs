//! Who else tells a figure.

use super::{Cited, Finding, several_facts};
use crate::model::{Fact, Kind, Party, Period, Status, Unit};
use crate::series::{Dataset, Interval};

/// What must be equal for two facts of one subject to tell one figure.
type Figure = (Kind, Unit, Status, Period, Option<Period>, Option<Party>);

/// The dated facts of a dataset by what they tell.
pub(super) struct Alike<'d> {
    dataset: &'d Dataset,
    /// The facts that tell one figure, where there are several.
    figures: Vec<Vec<usize>>,
    /// By fact, which of these it is of, counted from one; zero for none.
    figure_of: Vec<u32>,
}

impl<'d> Alike<'d> {
    pub fn of(dataset: &'d Dataset) -> Self {
        let (mut figures, mut figure_of) = (Vec::new(), vec![0; dataset.facts().len()]);
        several_facts(
            dataset,
            |fact| figure(dataset, fact),
            |_, _, places| {
                let places: Vec<usize> = places.collect();
                // Past four thousand million the last ones stand alone.
                let number = u32::try_from(figures.len() + 1).unwrap_or(0);
                places.iter().for_each(|place| figure_of[*place] = number);
                figures.push(places);
            },
        );
        Alike { dataset, figures, figure_of }
    }

    /// All that tell what a fact tells, where they are several.
    fn others(&self, place: usize) -> &[usize] {
        let figure = self.figure_of.get(place).and_then(|number| (*number as usize).checked_sub(1));
        figure.and_then(|figure| self.figures.get(figure)).map_or(&[], Vec::as_slice)
    }

    /// Puts beside each statement of a finding those that tell the same and agree with it, in its role.
    pub fn join(&self, finding: &mut Finding) {
        if finding.statements.iter().all(|cited| self.others(cited.fact).is_empty()) {
            return;
        }
        let mut joined: Vec<Cited> = Vec::new();
        let compared: Vec<usize> = finding.statements.iter().map(|cited| cited.fact).collect();
        for cited in &finding.statements {
            joined.push(*cited);
            let Some(fact) = self.dataset.fact(cited.fact) else { continue };
            let interval = |fact: &Fact| Interval::of(&fact.quantity, self.dataset.width());
            for place in self.others(cited.fact) {
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
    Some((fact.kind, unit, fact.status, period, base, dataset.teller(fact)))
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

use std::collections::BTreeSet;

use super::{
    Check, Cited, Finding, Gap, Outcome, Voice, actual, adds_over_parties, agree, by_teller, nearest, sum, timeless,
    within,
};
use crate::model::{Party, Period, Status};
use crate::series::{Dataset, Observation, Series, SeriesKey, Subject, words};

#[doc = include_str!("explain/members.md")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Members;

impl Check for Members {
    fn name(&self) -> &'static str {
        "members"
    }

    fn summary(&self) -> &'static str {
        "countries with their group"
    }

    fn explanation(&self) -> &'static str {
        include_str!("explain/members.md")
    }

    fn run(&self, dataset: &Dataset) -> Vec<Finding> {
        let mut findings = dated(dataset);
        findings.extend(timeless::run(dataset, dated));
        findings
    }
}

fn dated(dataset: &Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    let told = parties(dataset);
    for series in actual(dataset.series()).filter(|s| adds_over_parties(&s.key)) {
        for side in [Side::Reporter, Side::Partner] {
            let Some(group) = side.of(&series.key).filter(|party| !party.is_country()) else { continue };
            // A country's own total to nobody in particular is no group's: only its trade partners are.
            if group == Party::WORLD && side == Side::Reporter {
                continue;
            }
            let total = Total { series, side, group };
            for statements in series.periods() {
                let shown = by_teller(statements);
                findings.extend(shown.into_iter().filter_map(|whole| total.compare(dataset, whole, &told)));
            }
        }
    }
    findings
}

/// Which side of a flow is a group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Reporter,
    Partner,
}

impl Side {
    fn of(self, key: &SeriesKey) -> Option<Party> {
        match self {
            Side::Reporter => key.reporter,
            Side::Partner => key.partner,
        }
    }
}

struct Total<'a> {
    series: &'a Series,
    side: Side,
    group: Party,
}

impl Total<'_> {
    fn compare(&self, dataset: &Dataset, whole: &Observation, told: &BTreeSet<Party>) -> Option<Finding> {
        let voice = Voice::of(whole);
        let world = self.group == Party::WORLD;
        let members: Vec<Party> = if world {
            told.iter().copied().collect()
        } else {
            dataset.membership().members(&self.group, &whole.period)
        };
        let other = match self.side {
            Side::Reporter => self.series.key.partner,
            Side::Partner => self.series.key.reporter,
        };
        let members: Vec<Party> = members.into_iter().filter(|member| Some(*member) != other).collect();
        let flow = |member: &Party| self.flow(dataset, *member, whole);
        let parts: Vec<(Party, &Observation)> = members.iter().filter_map(|m| flow(m).map(|o| (*m, o))).collect();
        let parts = if world { apart(dataset, parts, &whole.period) } else { parts };
        if parts.is_empty() {
            return None;
        }
        let total = sum(parts.iter().map(|(_, part)| *part));
        // A group that one of its own trades with is not told as the sum of its members.
        let inner = other.is_some_and(|party| dataset.membership().holds(&self.group, &party, &whole.period));
        let complete = !world && !inner && parts.len() == members.len();
        let firm = parts.iter().all(|(_, part)| voice.agrees_with(part));
        let mut outcome = if complete { agree(&total, &whole.interval) } else { within(&total, &whole.interval) };
        if world && outcome == Outcome::Unknown {
            // The countries told may be all of them: a sum that is the total to rounding is no open question.
            outcome = agree(&total, &whole.interval);
        }
        let codes: Vec<_> = parts.iter().map(|(party, _)| party.as_str()).collect();
        let single = codes.len() == 1;
        let verdict = match (outcome, complete) {
            (Outcome::Holds, false) if single => "stays within",
            (Outcome::Fails, false) if single => "is more than",
            (Outcome::Holds, true) => "make",
            (Outcome::Fails, true) => "do not make",
            (Outcome::Holds, false) => "stay within",
            (Outcome::Fails, false) => "are more than",
            (Outcome::Unknown, _) => "cannot be told to fit",
        };
        let message = say!(
            "{} in {}: {} with {}{} {verdict} the {} of {}.",
            self.series.key.about(),
            whole.period,
            codes.join(", "),
            if single { "" } else { "together " },
            words::interval(&total, self.series.key.unit),
            words::quantity(&whole.quantity),
            self.group,
        );
        let mut statements: Vec<_> = Cited::all(whole, "group").collect();
        statements.extend(parts.iter().flat_map(|(_, part)| Cited::all(part, "member")));
        let gap = Some(Gap::between(&total, &whole.interval, self.series.key.unit));
        Some(Finding { check: Members.name(), outcome: outcome.softened(firm), message, gap, statements })
    }

    /// What a member has of the flow, as the teller of the total tells it where it does.
    fn flow<'d>(&self, dataset: &'d Dataset, member: Party, whole: &Observation) -> Option<&'d Observation> {
        let key = &self.series.key;
        let (reporter, partner) = match self.side {
            Side::Reporter => (Some(member), key.partner),
            Side::Partner => (key.reporter, Some(member)),
        };
        let subject = Subject::new(key.indicator, key.commodity.clone(), reporter, partner);
        let key = SeriesKey::of(subject, key.unit, key.frequency);
        let own = dataset.find(&key, Status::Actual).and_then(|s| nearest(s, &whole.period, Voice::of(whole)));
        // One document tells a total as sent and its parts as received.
        own.or_else(|| {
            let received = nearest(dataset.find(&key.mirror(), Status::Actual)?, &whole.period, Voice::of(whole));
            received.filter(|part| part.document == whole.document)
        })
    }
}

/// Countries and groups of which none has a country in common: all countries, and of the groups, the largest first, those
/// without any of what is taken.
fn apart<'d>(
    dataset: &Dataset,
    mut parts: Vec<(Party, &'d Observation)>,
    period: &Period,
) -> Vec<(Party, &'d Observation)> {
    let members =
        |group: &Party| -> BTreeSet<Party> { dataset.membership().members(group, period).into_iter().collect() };
    parts.sort_by(|(a, one), (b, other)| {
        b.is_country().cmp(&a.is_country()).then_with(|| other.value().cmp(&one.value())).then_with(|| a.cmp(b))
    });
    let mut taken = BTreeSet::new();
    parts.retain(|(party, _)| {
        let own = if party.is_country() { BTreeSet::from([*party]) } else { members(party) };
        let free = !own.is_empty() && own.is_disjoint(&taken);
        if free {
            taken.extend(own);
        }
        free
    });
    parts
}

/// Every country and group that has a series.
fn parties(dataset: &Dataset) -> BTreeSet<Party> {
    let parties = dataset.series().iter().flat_map(|s| [s.key.reporter, s.key.partner]);
    parties.flatten().filter(|party| *party != Party::WORLD).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::series::test_facts::{level, undated};

    fn outcomes(facts: &[Fact]) -> Vec<Outcome> {
        Members.run(&Dataset::from_facts(facts)).iter().map(|f| f.outcome).collect()
    }

    fn region(members: &[(&str, &str)]) -> Vec<Fact> {
        let mut facts = vec![level("a", "CHN", "CENTRAL_ASIA", "2023", "89400000000", "exact")];
        facts.extend(members.iter().map(|(code, value)| level("a", "CHN", code, "2023", value, "exact")));
        facts
    }

    #[test]
    fn five_countries_make_the_region() {
        let five = [("KAZ", "41000000000"), ("KGZ", "19800000000"), ("UZB", "14000000000"), ("TKM", "10600000000")];
        let mut all = five.to_vec();
        all.push(("TJK", "4000000000"));
        assert_eq!(outcomes(&region(&all)), [Outcome::Holds]);
        assert_eq!(outcomes(&region(&five)), [Outcome::Holds], "four of five stay within");
        all[4].1 = "3000000000";
        assert_eq!(outcomes(&region(&all)), [Outcome::Fails]);
    }

    #[test]
    fn a_member_larger_than_its_group_fails() {
        assert_eq!(outcomes(&region(&[("KAZ", "99000000000")])), [Outcome::Fails]);
        assert!(outcomes(&region(&[("RUS", "99000000000")])).is_empty(), "no member");
    }

    #[test]
    fn another_tellers_member_proves_nothing() {
        let mut facts = region(&[]);
        facts.push(level("b", "KAZ", "CHN", "2023", "99000000000", "exact"));
        assert_eq!(outcomes(&facts), [Outcome::Unknown]);
    }

    #[test]
    fn partners_stay_within_the_world() {
        let world = level("a", "KAZ", "WORLD", "2023", "10000000000", "exact");
        let part = |code: &str, value: &str| level("a", "KAZ", code, "2023", value, "exact");
        let facts = [world, part("CHN", "6000000000"), part("RUS", "5000000000")];
        assert_eq!(outcomes(&facts), [Outcome::Fails]);
        assert_eq!(outcomes(&facts[..2]), [Outcome::Holds]);
    }

    #[test]
    fn groups_and_countries_make_the_world() {
        let part = |code: &str, value: &str| level("a", "AZE", code, "2024", value, "exact");
        let all = |last: &str| {
            [part("WORLD", "25200000000"), part("EUROPE", "12900000000"), part("TUR", "9900000000"), part("GEO", last)]
        };
        assert_eq!(outcomes(&all("2400000000")), [Outcome::Holds]);
        assert_eq!(outcomes(&all("3400000000")), [Outcome::Fails]);
        let twice = [part("WORLD", "25200000000"), part("EUROPE", "12900000000"), part("ITA", "12500000000")];
        assert!(!outcomes(&twice).contains(&Outcome::Fails), "Italy is in Europe");
    }

    #[test]
    fn undated_figures_of_one_breath_are_of_one_time() {
        let told = |place: usize, code: &str, value: &str| {
            let mut fact = undated("a", "CHN", code, value);
            fact.span.start = place;
            fact.span.end = place + 10;
            fact
        };
        let facts = |far: usize| {
            [told(0, "CENTRAL_ASIA", "36000000000"), told(60, "KAZ", "21400000000"), told(far, "TKM", "18900000000")]
        };
        assert!(outcomes(&facts(120)).contains(&Outcome::Fails));
        assert!(!outcomes(&facts(2000)).contains(&Outcome::Fails), "a page later");
    }
}

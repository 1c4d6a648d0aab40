use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Cited, Finding, Gap, Outcome, Voice, actual, adds_up, agree, by_teller, nearest, sum, within};
use crate::model::{Decimal, Fact, Kind, Party, Period, Status};
use crate::series::{Dataset, Interval, Observation, Series, SeriesKey, Subject, interval_words, quantity_words};

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
        let mut findings = Vec::new();
        let countries = countries(dataset);
        for series in actual(dataset.series()).filter(|s| adds_up(s.key.indicator, s.key.unit)) {
            for side in [Side::Reporter, Side::Partner] {
                let Some(group) = side.of(&series.key).filter(|party| !party.is_country()) else { continue };
                // A country's own total to nobody in particular is no group's: only its trade partners are.
                if group == Party::WORLD && side == Side::Reporter {
                    continue;
                }
                let total = Total { series, side, group };
                for statements in series.periods() {
                    let shown = by_teller(statements);
                    findings.extend(shown.into_iter().filter_map(|whole| total.compare(dataset, whole, &countries)));
                }
            }
        }
        findings.extend(undated(dataset));
        findings
    }
}

/// Totals and members that one document tells without a period: members above their group are worth a look.
fn undated(dataset: &Dataset) -> Vec<Finding> {
    let mut told = BTreeMap::<_, Vec<(Party, usize, &Fact)>>::new();
    for place in dataset.undated() {
        let Some(fact) = dataset.fact(*place) else { continue };
        let amount = fact.kind == Kind::Level && fact.status == Status::Actual;
        if let Some(partner) = fact.partner.filter(|_| amount && adds_up(fact.indicator, fact.quantity.unit)) {
            let flow = (&fact.document, fact.indicator, &fact.commodity, fact.reporter, fact.quantity.unit);
            told.entry(flow).or_default().push((partner, *place, fact));
        }
    }
    let mut findings = Vec::new();
    for all in told.values().filter(|all| all.len() > 1) {
        let groups = all.iter().filter(|(partner, ..)| !partner.is_country());
        findings.extend(groups.filter_map(|group| exceeded(dataset, group, all)));
    }
    findings
}

/// A finding where the members told are together more than their group.
fn exceeded(
    dataset: &Dataset,
    (group, place, total): &(Party, usize, &Fact),
    all: &[(Party, usize, &Fact)],
) -> Option<Finding> {
    let day = Period::day(dataset.publication(&total.document)?.published?);
    let members = dataset.membership().members(group, &day);
    let mut parts: Vec<_> = all.iter().filter(|(partner, ..)| members.contains(partner)).collect();
    parts.sort_by_key(|(partner, place, _)| (*partner, *place));
    parts.dedup_by_key(|(partner, ..)| *partner);
    let interval = |fact: &Fact| Interval::of(&fact.quantity, dataset.width());
    let sum = parts.iter().fold(Interval::point(Decimal::ZERO), |sum, (.., part)| sum + interval(part));
    let whole = interval(total);
    let unit = total.quantity.unit;
    let message = format!(
        "{}, at no stated time: the members told make {}, more than the {} of {group}.",
        Subject::of(total),
        interval_words(&sum, unit),
        quantity_words(&total.quantity),
    );
    let mut statements = vec![Cited { fact: *place, role: "group" }];
    statements.extend(parts.iter().map(|(_, fact, _)| Cited { fact: *fact, role: "member" }));
    let gap = Some(Gap::between(&sum, &whole, unit));
    let finding = Finding { check: Members.name(), outcome: Outcome::Unknown, message, gap, statements };
    sum.above(&whole).then_some(finding)
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
    fn compare(&self, dataset: &Dataset, whole: &Observation, countries: &BTreeSet<Party>) -> Option<Finding> {
        let voice = Voice::of(whole);
        let world = self.group == Party::WORLD;
        let members: Vec<Party> = if world {
            countries.iter().copied().collect()
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
        let message = format!(
            "{} in {}: {} with {}{} {verdict} the {} of {}.",
            self.series.key.subject(),
            whole.period,
            codes.join(", "),
            if single { "" } else { "together " },
            interval_words(&total, self.series.key.unit),
            quantity_words(&whole.quantity),
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
        let series = dataset.find(&SeriesKey::of(subject, key.unit, key.frequency), Status::Actual)?;
        nearest(series, &whole.period, Voice::of(whole))
    }
}

/// Every country that has a series.
fn countries(dataset: &Dataset) -> BTreeSet<Party> {
    let parties = dataset.series().iter().flat_map(|s| [s.key.reporter, s.key.partner]);
    parties.flatten().filter(Party::is_country).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::test_facts::level;

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
}

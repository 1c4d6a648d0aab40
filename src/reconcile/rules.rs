//! What must hold whatever texts say: accounting identities, parts and wholes.

use std::collections::{BTreeMap, BTreeSet};

use super::system::{Row, System, Variable};
use super::{Rule, RuleKind};
use crate::check::adds_up;
use crate::model::{Decimal, Frequency, Indicator, Measure, Party, Period, Unit};
use crate::series::{Dataset, Interval, Subject};

/// A rule with the row that it is.
#[derive(Debug, Clone)]
pub(super) struct Ruled {
    pub rule: Rule,
    pub row: Row,
}

/// How often what follows from what follows is asked for.
const ROUNDS: usize = 3;

/// Adds the variables that identities determine though no text states them.
pub(super) fn determine(system: &mut System, dataset: &Dataset) {
    for _ in 0..ROUNDS {
        let before = system.variables.len();
        for place in 0..before {
            let variable = system.variables[place].clone();
            trade(system, &variable);
            remainder(system, &variable);
            member(system, dataset, &variable);
        }
        if system.variables.len() == before {
            break;
        }
    }
}

/// All rules over the variables of a system, each once.
pub(super) fn of(system: &System, dataset: &Dataset) -> Vec<Ruled> {
    let mut rules = Vec::new();
    for place in 0..system.variables.len() {
        not_negative(system, place, &mut rules);
        identities(system, place, &mut rules);
        goods(system, place, &mut rules);
        group(system, dataset, place, &mut rules);
    }
    times(system, &mut rules);
    let mut seen = BTreeSet::new();
    rules.retain(|ruled| seen.insert(format!("{:?}", ruled.row)));
    rules
}

fn ruled(system: &System, kind: RuleKind, terms: Vec<(usize, Decimal)>, bounds: Interval) -> Ruled {
    let figure = |(place, _): &(usize, Decimal)| {
        let variable = &system.variables[*place];
        super::Figure { subject: variable.subject.clone(), unit: variable.unit, period: variable.period }
    };
    let figures = terms.iter().map(figure).collect();
    Ruled { rule: Rule { kind, figures, equal: bounds.is_point() }, row: Row { terms, bounds } }
}

const ZERO: Decimal = Decimal::ZERO;
const ONE: Decimal = Decimal::ONE;

fn not_negative(system: &System, place: usize, rules: &mut Vec<Ruled>) {
    if system.variables[place].subject.indicator != Indicator::Balance {
        rules.push(ruled(system, RuleKind::NotNegative, vec![(place, ONE)], Interval::at_least(ZERO)));
    }
}

/// The flows of one side that make its turnover: exports, imports, turnover, balance.
fn sides(variable: &Variable, indicator: Indicator) -> Subject {
    let Subject { commodity, reporter, partner, .. } = variable.subject.clone();
    Subject::new(indicator, commodity, reporter, partner)
}

/// Whether a turnover's figure is that of a side.
fn whose(system: &System, turnover: &Subject, unit: Unit, side: Option<Party>) -> bool {
    system.teller(turnover, unit).is_none_or(|teller| Some(teller) == side)
}

/// Where two of exports, imports and turnover are known, the third follows, and the balance.
fn trade(system: &mut System, variable: &Variable) {
    let (unit, period) = (variable.unit, variable.period);
    if !variable.subject.indicator.is_one_way() || !adds_up(Indicator::Exports, unit) {
        return;
    }
    let [exports, imports, turnover, balance] =
        [Indicator::Exports, Indicator::Imports, Indicator::Turnover, Indicator::Balance].map(|i| sides(variable, i));
    if variable.subject.partner.is_none() || variable.subject.reporter.is_none() {
        return;
    }
    let known = |subject: &Subject| system.find(subject, unit, &period).is_some();
    let (sent, got, both) = (known(&exports), known(&imports), known(&turnover));
    let ours = whose(system, &turnover, unit, variable.subject.reporter);
    if both && ours && sent != got {
        system.variable(if sent { imports } else { exports }, unit, period);
    } else if sent && got {
        if !both {
            // The first side that has both flows: from then on it is its turnover.
            system.tellers.entry((turnover.clone(), unit)).or_insert(variable.subject.reporter);
            if whose(system, &turnover, unit, variable.subject.reporter) {
                system.variable(turnover, unit, period);
            }
        }
        system.variable(balance, unit, period);
    }
}

fn identities(system: &System, place: usize, rules: &mut Vec<Ruled>) {
    let variable = &system.variables[place];
    let (unit, period) = (variable.unit, variable.period);
    if variable.subject.indicator != Indicator::Exports || !adds_up(Indicator::Exports, unit) {
        return;
    }
    let find = |subject: &Subject| system.find(subject, unit, &period);
    let Some(imports) = find(&sides(variable, Indicator::Imports)) else { return };
    let turnover = sides(variable, Indicator::Turnover);
    if let Some(total) = find(&turnover).filter(|_| whose(system, &turnover, unit, variable.subject.reporter)) {
        let terms = vec![(total, ONE), (place, -ONE), (imports, -ONE)];
        rules.push(ruled(system, RuleKind::Turnover, terms, Interval::point(ZERO)));
    }
    if let Some(balance) = find(&sides(variable, Indicator::Balance)) {
        let terms = vec![(balance, ONE), (place, -ONE), (imports, ONE)];
        rules.push(ruled(system, RuleKind::Balance, terms, Interval::point(ZERO)));
    }
    // The other side's balance, where it tells no flows of its own.
    let turned = |indicator| Subject {
        indicator,
        commodity: variable.subject.commodity.clone(),
        reporter: variable.subject.partner,
        partner: variable.subject.reporter,
    };
    let own = [Indicator::Exports, Indicator::Imports].iter().any(|i| find(&turned(*i)).is_some());
    if let Some(balance) = find(&turned(Indicator::Balance)).filter(|_| !own) {
        let terms = vec![(balance, ONE), (place, ONE), (imports, -ONE)];
        rules.push(ruled(system, RuleKind::Balance, terms, Interval::point(ZERO)));
    }
}

/// Some goods are no more than all goods.
fn goods(system: &System, place: usize, rules: &mut Vec<Ruled>) {
    let variable = &system.variables[place];
    if variable.subject.commodity.is_none() || !adds_up(variable.subject.indicator, variable.unit) {
        return;
    }
    let whole = Subject { commodity: None, ..variable.subject.clone() };
    if let Some(whole) = system.find(&whole, variable.unit, &variable.period)
        && system.teller(&variable.subject, variable.unit)
            == system.teller(&system.variables[whole].subject, variable.unit)
    {
        rules.push(ruled(system, RuleKind::Goods, vec![(whole, ONE), (place, -ONE)], Interval::at_least(ZERO)));
    }
}

/// The same flow with another party in place of the reporter or the partner.
fn with(subject: &Subject, side: usize, party: Party) -> Subject {
    let (reporter, partner) = if side == 0 { (Some(party), subject.partner) } else { (subject.reporter, Some(party)) };
    Subject::new(subject.indicator, subject.commodity.clone(), reporter, partner)
}

/// The party in that place, and the one in the other.
fn at_side(subject: &Subject, side: usize) -> (Option<Party>, Option<Party>) {
    if side == 0 { (subject.reporter, subject.partner) } else { (subject.partner, subject.reporter) }
}

/// The members of a group with their variables, and whether they are all of it.
fn members(system: &System, dataset: &Dataset, whole: usize, side: usize) -> (Vec<(Party, Option<usize>)>, bool) {
    let variable = &system.variables[whole];
    let (Some(group), other) = at_side(&variable.subject, side) else { return (Vec::new(), false) };
    if group.is_country() || !adds_up(variable.subject.indicator, variable.unit) {
        return (Vec::new(), false);
    }
    let world = group == Party::WORLD;
    if world && (side == 0 || other.is_none()) {
        return (Vec::new(), false);
    }
    // Two sides' figures of one trade are no parts of each other.
    let teller = |subject: &Subject| system.teller(subject, variable.unit);
    let ours = |subject: &Subject| match variable.subject.indicator {
        Indicator::Turnover => teller(subject).is_none() || teller(subject) == teller(&variable.subject),
        _ => true,
    };
    let place = |party: Party| {
        let subject = with(&variable.subject, side, party);
        system.find(&subject, variable.unit, &variable.period).filter(|_| ours(&subject))
    };
    if world {
        let parties = system.variables.iter().flat_map(|v| [v.subject.reporter, v.subject.partner]).flatten();
        let countries: BTreeSet<Party> = parties.filter(|p| p.is_country() && Some(*p) != other).collect();
        return (countries.into_iter().map(|party| (party, place(party))).collect(), false);
    }
    let members = dataset.membership().members(&group, &variable.period);
    // A group that one of its own trades with is not told as the sum of its members.
    let inner = other.is_some_and(|party| dataset.membership().holds(&group, &party, &variable.period));
    let complete = !inner && !members.is_empty();
    (members.into_iter().filter(|p| Some(*p) != other).map(|p| (p, place(p))).collect(), complete)
}

fn group(system: &System, dataset: &Dataset, place: usize, rules: &mut Vec<Ruled>) {
    for side in 0..2 {
        let (members, complete) = members(system, dataset, place, side);
        let known: Vec<usize> = members.iter().filter_map(|(_, place)| *place).filter(|p| *p != place).collect();
        if known.is_empty() {
            continue;
        }
        let all = complete && known.len() == members.len();
        let mut terms = vec![(place, ONE)];
        terms.extend(known.into_iter().map(|part| (part, -ONE)));
        let bounds = if all { Interval::point(ZERO) } else { Interval::at_least(ZERO) };
        rules.push(ruled(system, RuleKind::Members, terms, bounds));
    }
}

/// The one member of a group that no text tells: the group less the others.
fn member(system: &mut System, dataset: &Dataset, variable: &Variable) {
    let Some(place) = system.places.get(variable).copied() else { return };
    for side in 0..2 {
        let (members, complete) = members(system, dataset, place, side);
        let missing: Vec<Party> =
            members.iter().filter(|(_, place)| place.is_none()).map(|(party, _)| *party).collect();
        if let ([party], true, true) = (&missing[..], complete, members.len() > 1) {
            let subject = with(&variable.subject, side, *party);
            let theirs = system.teller(&subject, variable.unit);
            if theirs.is_none() || theirs == system.teller(&variable.subject, variable.unit) {
                system.variable(subject, variable.unit, variable.period);
            }
        }
    }
}

/// The variables of one subject and unit that lie inside a period and add up, in order of time.
fn inside(system: &System, whole: &Variable) -> Vec<(Period, usize)> {
    if !adds_up(whole.subject.indicator, whole.unit) || matches!(whole.unit.measure, Measure::Percent) {
        return Vec::new();
    }
    let same = system.places.range(Variable { period: Period::day(whole.period.first_day()), ..whole.clone() }..);
    let same = same.take_while(|(v, _)| {
        v.subject == whole.subject && v.unit == whole.unit && v.period.first_day() <= whole.period.last_day()
    });
    let part = |v: &Variable| v.period != whole.period && whole.period.contains(&v.period);
    same.filter(|(v, _)| part(v)).map(|(v, place)| (v.period, *place)).collect()
}

/// Parts that do not overlap, the longest that begins earliest first.
fn chain(parts: &[(Period, usize)]) -> Vec<(Period, usize)> {
    let mut kept: Vec<(Period, usize)> = Vec::new();
    let mut sorted = parts.to_vec();
    sorted.sort_by_key(|(period, _)| (period.first_day(), std::cmp::Reverse(period.last_day())));
    for (period, place) in sorted {
        if kept.last().is_none_or(|(last, _)| last.last_day() < period.first_day()) {
            kept.push((period, place));
        }
    }
    kept
}

/// Parts in time: of each length by itself, and the longest that fit behind each other.
fn times(system: &System, rules: &mut Vec<Ruled>) {
    for (place, whole) in system.variables.iter().enumerate() {
        let parts = inside(system, whole);
        let mut lengths = BTreeMap::<Frequency, Vec<(Period, usize)>>::new();
        for (period, part) in &parts {
            lengths.entry(period.frequency()).or_default().push((*period, *part));
        }
        let mut chains: BTreeSet<Vec<(Period, usize)>> = lengths.values().map(|parts| chain(parts)).collect();
        chains.insert(chain(&parts));
        for chain in chains.into_iter().filter(|chain| !chain.is_empty()) {
            let all = chain.iter().map(|(period, _)| period.days()).sum::<i64>() == whole.period.days();
            let mut terms = vec![(place, ONE)];
            terms.extend(chain.into_iter().map(|(_, part)| (part, -ONE)));
            let bounds = if all { Interval::point(ZERO) } else { Interval::at_least(ZERO) };
            rules.push(ruled(system, RuleKind::Periods, terms, bounds));
        }
    }
}

/// The rest of a calendar year, half or quarter where one stretch of it is missing behind or between the parts told.
fn remainder(system: &mut System, whole: &Variable) {
    if !matches!(whole.period.frequency(), Frequency::Annual | Frequency::HalfYear | Frequency::Quarter) {
        return;
    }
    let parts = chain(&inside(system, whole));
    let mut next = whole.period.first_day();
    let mut gaps = Vec::new();
    for (period, _) in &parts {
        if next < period.first_day() {
            gaps.extend(period.first_day().pred_opt().and_then(|last| Period::between(next, last)));
        }
        let Some(after) = period.last_day().succ_opt() else { return };
        next = after;
    }
    gaps.extend(Period::between(next, whole.period.last_day()));
    if let ([gap], false) = (&gaps[..], parts.is_empty())
        && gap.whole_months().is_some()
    {
        system.variable(whole.subject.clone(), whole.unit, *gap);
    }
}

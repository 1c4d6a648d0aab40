//! Shares: parts of a whole, told beside it, in a bracket behind a party, or moving from one percent to another.

use super::grammar::Opening;
use super::kind::{Asked, Found};
use super::share_beside::is_provided;
use super::view::View;
use crate::lexicon::words::{
    contributes, is_amount_noun, is_bound, is_item, is_mainly, is_more_or_less, is_or_was, opens_figure, parts_list,
    points_back,
};
use crate::lexicon::{Class, Cue, Topic};
use crate::mention::{Form, Mention, QuantityMention, What};
use crate::model::{Indicator, Kind, Measure, Unit};

/// *of which 98% crude oil*, *72% copper, 4% cobalt*: goods right behind a percentage that end there.
pub fn goods_behind<'v>(view: &'v View<'_>, quantity: &QuantityMention) -> Option<&'v Mention> {
    if quantity.quantity.unit != Unit::PERCENT {
        return None;
    }
    // *80% of it crude oil*
    let behind = quantity.tokens.end;
    let of_it = view.norm(behind) == "of" && (points_back(view.norm(behind + 1)) || view.norm(behind + 1) == "which");
    let start = if of_it { behind + 2 } else { behind };
    let goods = view.goods_at(start)?;
    let end = goods.tokens.end;
    let ends = parts_list(view.norm(end)) || matches!(view.norm(end), "." | ")") || end >= view.range.end;
    ends.then_some(goods)
}

/// *Zambia's exports: 72% copper, 4% cobalt*
pub fn set_before_goods(asked: &Asked<'_, '_>) -> Found {
    let goods = goods_behind(asked.view, asked.quantity)?;
    let start = asked.quantity.tokens.start;
    let moved = asked.direction_in(asked.segment().start..start).is_some() || asked.before_hedge() == "by";
    (!moved).then_some(((Kind::Share, 1), Some(goods.span)))
}

/// *grows half the Australian cane crop*: a part right before what it is of; not *half the price*, which tells how much less.
fn is_half_of_it(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let size = |at: usize| {
        is_amount_noun(view.norm(at))
            || matches!(
                view.norm(at),
                "levels" | "size" | "price" | "prices" | "value" | "cost" | "number" | "time" | "year" | "total"
            )
    };
    asked.quantity.form == Form::Fraction
        && matches!(view.norm(end), "the" | "its" | "their" | "all")
        && (is_of_worth(view, end)
            || !(end + 1..end + 4).any(size)
                && view.heads.iter().any(|h| h.at > end && h.at <= end + 5 && h.class == Class::Noun))
}

/// *half the value of the country's exports*: whether what stands from token `end` on is the worth of a trade; *half the value of the exports of 2012*
/// is not.
fn is_of_worth(view: &View<'_>, end: usize) -> bool {
    let worth = view.norm(end) == "the"
        && matches!(view.norm(end + 1), "value" | "volume" | "amount" | "worth")
        && view.norm(end + 2) == "of";
    let head = view.heads.iter().find(|h| h.at > end + 2 && h.at <= end + 8 && h.class == Class::Noun);
    let timed = |head: usize| {
        view.mentions.iter().any(|m| matches!(m.what, What::Period(_)) && (end..head + 4).contains(&m.tokens.start))
    };
    worth
        && head.is_some_and(|h| {
            matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover)) && !timed(h.at)
        })
}

/// *26.6% of the country's imports*, *a third of the gas*
pub fn part_of(asked: &Asked<'_, '_>) -> Found {
    if !asked.ratio() || asked.points() || asked.quantity.quantity.unit.measure == Measure::Times {
        return None;
    }
    if matches!(asked.before_hedge(), "by") {
        return None;
    }
    let end = asked.quantity.tokens.end;
    let start = asked.segment().start;
    let of_which = asked.view.norm(start) == "of"
        && (points_back(asked.view.norm(start + 1)) || asked.view.norm(start + 1) == "which");
    if of_which && asked.direction_in(start..asked.quantity.tokens.start).is_none() {
        return Some(((Kind::Share, 1), Some(asked.view.tokens[start].span)));
    }
    // *with 67% going to Europe*
    // *with 60% coming from Australia*
    let comes = matches!(asked.view.norm(end), "coming" | "originating" | "arriving" | "sourced" | "supplied")
        && matches!(asked.view.norm(end + 1), "from" | "by");
    if comes || is_bound(asked.view.norm(end)) || asked.view.norm(end) == "shipped" {
        return Some(((Kind::Share, 1), Some(asked.view.tokens[end].span)));
    }
    // *85 TWh - nearly 30% - of the country's electricity*, *grows half the crop*
    let closes = matches!(asked.view.norm(end), "-" | ")") && asked.view.norm(end + 1) == "of";
    if closes || is_half_of_it(asked) {
        return Some(((Kind::Share, 1), Some(asked.view.tokens[end + 1].span)));
    }
    if is_provided(asked) {
        return Some(((Kind::Share, 1), Some(asked.quantity.span)));
    }
    // *one in five cargoes*
    if asked.quantity.form == Form::Fraction && asked.view.norm(asked.quantity.tokens.start + 1) == "in" {
        return Some(((Kind::Share, 1), Some(asked.quantity.span)));
    }
    // *Wind contributed 28 percent to power generation*
    if asked.view.norm(end) == "to" && contributes(asked.before_hedge()) {
        return Some(((Kind::Share, 1), Some(asked.view.tokens[end].span)));
    }
    // *the last 5 percent of families*
    let people = (end + 1..end + 4).any(|at| {
        matches!(
            asked.view.norm(at),
            "families"
                | "households"
                | "homes"
                | "people"
                | "population"
                | "residents"
                | "voters"
                | "workers"
                | "students"
                | "respondents"
                | "visitors"
                | "tourists"
                | "passengers"
                | "users"
                | "farmers"
                | "villages"
                | "children"
                | "women"
                | "men"
                | "jobs"
                | "staff"
                | "pupils"
                | "guests"
        )
    });
    (asked.view.norm(end) == "of" && !people).then(|| ((Kind::Share, 1), Some(asked.view.tokens[end].span)))
}

/// *its share grew by 0.4 points to 6.9 percent*
pub fn to_a_share(asked: &Asked<'_, '_>) -> Found {
    // *to a record 45.5 percent*
    let start = asked.start_of_hedge();
    let record = start >= 3
        && asked.view.norm_before(start, 1) == "record"
        && asked.view.norm_before(start, 2) == "a"
        && asked.view.norm_before(start, 3) == "to";
    let led = record || matches!(asked.before_hedge(), "to" | "from" | "at");
    if !asked.ratio() || asked.points() || !led {
        return None;
    }
    // *From 20 percent in 2010, its share rose to 45*: told ahead of the clause that says what it is.
    let ahead = asked.before_hedge() == "from" && start == asked.view.range.start + 1;
    let until = if ahead { asked.view.range.end } else { asked.quantity.tokens.start };
    let (span, _) = asked.share_in(asked.view.range.start..until)?;
    Some(((Kind::Share, 1), Some(span)))
}

/// *exports to members rose to 17.2 percent from 16.7 percent*: what rises to so many percent is a part.
pub fn moved_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    if asked.quantity.quantity.unit.measure != Measure::Percent || asked.quantity.form == Form::Bare {
        return None;
    }
    let (start, end) = (asked.start_of_hedge(), asked.quantity.tokens.end);
    let percent = |q: &QuantityMention| q.quantity.unit.measure == Measure::Percent && q.form != Form::Bare;
    let mut all = view.figures();
    // *rise to 18 percent, from 14 percent*
    let from = end + usize::from(view.norm(end) == ",");
    let goes_on = asked.before_hedge() == "to"
        && view.norm(from) == "from"
        && all.any(|q| q.tokens.start > from && q.tokens.start <= from + 3 && percent(q));
    let mut all = view.figures();
    let came_from = asked.before_hedge() == "from"
        && all.any(|q| {
            let comma = usize::from(view.norm(q.tokens.end) == ",");
            q.tokens.end + comma + 1 == start
                && percent(q)
                && (1..=2).any(|b| view.norm_before(q.tokens.start, b) == "to")
        });
    let clause = view.clause(start);
    let rate = (clause.start..end + 2).any(|at| {
        matches!(
            view.norm(at),
            "growth"
                | "rate"
                | "pace"
                | "inflation"
                | "increase"
                | "tariff"
                | "tariffs"
                | "duty"
                | "duties"
                | "capacity"
                | "utilisation"
                | "utilization"
        )
    });
    let traded = view.heads.iter().find(|h| {
        clause.contains(&h.at)
            && h.class == Class::Noun
            && matches!(
                h.indicator(),
                Some(Indicator::Exports | Indicator::Imports | Indicator::Production | Indicator::Consumption)
            )
            || h.indicator() == Some(Indicator::Turnover) && clause.contains(&h.at) && view.norm(h.end) == "with"
    })?;
    // *exports to Latin America climbed to 4.5 percent*: a flow to one of several is so many percent of the whole.
    let to = start.checked_sub(1).filter(|at| view.norm(*at) == "to");
    let climbed = to.is_some_and(|to| {
        let moved = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.end == to);
        let party = |a: &crate::extract::view::Actor| a.at >= traded.end && a.end < to && a.takes_part();
        let region = view.norm(traded.end) == "with" && view.norm(traded.end + 2) == "region";
        moved && (region || view.actors.iter().any(party))
    });
    // *exports to Europe edged up to 10.1 percent and to Latin America to 4.5 percent*
    let gapped = to.is_some_and(|to| {
        let party = |a: &&crate::extract::view::Actor| a.end == to && view.norm_before(a.at, 1) == "to";
        let joined = |at: usize| matches!(view.norm_before(at, 2), "and" | ",");
        view.actors.iter().find(party).is_some_and(|a| joined(a.at))
            && view
                .figures()
                .rfind(|q| q.tokens.end < to)
                .is_some_and(|q| percent(q) && view.norm_before(q.tokens.start, 1) == "to")
    });
    ((goes_on || came_from || climbed || gapped) && !rate).then_some(((Kind::Share, 1), Some(traded.span)))
}

/// *accounted for 63 percent*, *a share of 14 percent*, *China (27.2 percent)* beside *the largest shares*
pub fn share_beside(asked: &Asked<'_, '_>) -> Found {
    if !asked.ratio() || asked.points() || asked.quantity.quantity.unit.measure == Measure::Times {
        return None;
    }
    let (span, _) = asked.share_in(asked.view.range.clone())?;
    Some(((Kind::Share, 1), Some(span)))
}

/// *exports surged to $696 million, with China absorbing 42%*: what one takes of it, though it grew.
pub fn share_taken(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let more = is_more_or_less(view.norm(asked.quantity.tokens.end)) || view.norm(asked.quantity.tokens.end) == "fewer";
    let segment = asked.segment();
    let with = view.norm(segment.start) == "with";
    if more || !with || asked.direction_in(segment).is_some() {
        return None;
    }
    super::share_beside::share_traded(asked)
}

/// *The main buyers are Turkey (64 percent) and China (9 percent)*
pub fn share_of_a_party(asked: &Asked<'_, '_>) -> Found {
    if asked.quantity.quantity.unit.measure != Measure::Percent {
        return None;
    }
    let segment = asked.segment();
    let view = asked.view;
    let inside = view.segments.get(view.segment(segment.start)).is_some_and(|s| s.opening == Opening::Bracket);
    // *Egypt, Jordan and Libya (4 per cent each)*
    let end = asked.quantity.tokens.end;
    let alone = end == segment.end || view.norm(end) == "each" && end + 1 == segment.end;
    // *The main sources were South Africa at 31.9 percent and China with 14*
    let start = asked.start_of_hedge();
    let beside = !inside && matches!(view.norm_before(start, 1), "at" | "with");
    let name_ends = if beside { start } else { segment.start };
    let rank = rank_before(view, if beside { start - 1 } else { segment.start.wrapping_sub(1) });
    let party = view.actors.iter().find(|a| a.end + 1 == rank.unwrap_or(name_ends))?;
    // *All LNG imports were from Trinidad (95%), Norway (4%) and Canada (1%)*
    let sided = (view.range.start..party.at).any(|at| {
        (is_or_was(view.norm(at)) || matches!(view.norm(at), "came" | "went"))
            && matches!(view.norm(at + 1), "from" | "to")
    }) && view.heads.iter().any(|h| h.class == Class::Noun && h.indicator().is_some() && h.at < party.at);
    if moved_by_party(asked) {
        return None;
    }
    let takes = sided
        || (beside || rank.is_some()) && ranks(view, start)
        // *By destination, exports made gains to Japan (6%) and Korea (4.9%)*: those are changes.
        || view.heads.iter().any(|h| {
            h.class == Class::Agent && h.at < party.at && asked.direction_in(h.end..party.at).is_none()
        })
        || !beside && asked.share_in(view.range.clone()).is_some()
        || !beside && view
            .range
            .clone()
            .any(|at| is_mainly(view.norm(at)) || view.norm(at) == "followed");
    ((inside && alone || beside) && takes && asked.direction_in(segment).is_none())
        .then_some(((Kind::Share, 1), Some(party.span)))
}

/// *Russia was fourth at 16.9 percent*, *the United States, with 46.4 percent*: one behind the token that the name of who is ranked
/// ends with, where words of its rank stand between the name and *with* or *at* at token `at`.
fn rank_before(view: &View<'_>, at: usize) -> Option<usize> {
    let word = |at: &usize| {
        matches!(
            view.norm(*at),
            "led"
                | "leads"
                | "was"
                | "were"
                | "is"
                | "are"
                | "came"
                | "comes"
                | "ranked"
                | "stood"
                | "remained"
                | "remains"
                | "next"
                | ","
        ) || is_rank(view.norm(*at))
    };
    let words = (view.range.start..at).rev().take(4).take_while(word).count();
    (words > 0).then(|| at - words + 1)
}

/// Words for a place in a row.
fn is_rank(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "top")
}

/// Whether a sentence tells who takes how much, one behind the other, and of nothing that rises or falls before token `end`: *Peru
/// led with 26.8 percent, ahead of Chile with 25.4*.
pub fn ranks(view: &View<'_>, end: usize) -> bool {
    let moved = || view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.start < end);
    let rank = |at: usize| {
        matches!(view.norm(at), "led" | "leads" | "topped" | "ranked" | "followed") && view.norm(at + 1) != "to"
            || view.norm(at) == "ahead" && view.norm(at + 1) == "of"
            || is_rank(view.norm(at)) && opens_figure(view.norm(at + 1))
            || matches!(view.norm(at), "largest" | "leading" | "biggest")
    };
    (view.range.start..end).any(rank) && !moved()
}

/// *the share of coal rose to 12.1 percent against 8.4 percent a year earlier*: what a share is set against.
pub fn against_a_share(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let start = asked.start_of_hedge();
    let span = view.comparing_before(start).filter(|_| asked.ratio() && !asked.points())?;
    let before = view.figures().rfind(|q| q.tokens.end <= start)?;
    let told = Asked { view, quantity: before };
    let share = before.quantity.unit == asked.quantity.quantity.unit
        && (to_a_share(&told).is_some() || moved_share(&told).is_some());
    share.then_some(((Kind::Share, 1), Some(span)))
}

/// *6.57 Mt (8.8%) in 2021, and rose to 6.87 Mt (**9.5%**)*: plain ratios in the brackets of several amounts, one of which was
/// told without anything rising or falling, are what each is of a whole.
pub fn of_amounts(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let percent = |q: &QuantityMention| q.quantity.unit.measure == Measure::Percent && q.sign.is_none();
    let amount_before = |q: &QuantityMention| {
        let open = view.start_with_hedge(q).checked_sub(1).filter(|at| view.norm(*at) == "(")?;
        let closed = view.norm(q.tokens.end) == ")" && percent(q);
        let told = view.figures().find(|q| q.tokens.end == open)?;
        (closed && !told.quantity.unit.is_ratio()).then_some(told)
    };
    amount_before(asked.quantity)?;
    let amounts: Vec<_> = view.figures().filter_map(amount_before).collect();
    let at_rest = |told: &&QuantityMention| {
        let clause = view.clause(told.tokens.start);
        asked.direction_in(clause.start..told.tokens.start).is_none()
    };
    let share = amounts.len() > 1 && amounts.iter().any(at_rest);
    share.then_some(((Kind::Share, 1), Some(asked.quantity.span)))
}

/// *exports soared to Mexico (479%), followed by the Philippines (21.5%)*: whether the verb of rising or falling stands right
/// before the first of those that have a bracket.
fn moved_by_party(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let mut all = view.figures();
    let Some(first) = all.find(|q| q.quantity.unit.is_ratio() && view.norm_before(view.start_with_hedge(q), 1) == "(")
    else {
        return false;
    };
    let open = view.start_with_hedge(first) - 1;
    let Some(party) = view.actors.iter().find(|a| a.end == open) else { return false };
    let Some(to) = view.phrase_start(party).checked_sub(1) else { return false };
    let beside = matches!(view.norm(to), "to" | "from" | "for" | "with" | "in") && to > view.range.start;
    let end = if view.norm_before(to, 1).ends_with("ly") { to.wrapping_sub(1) } else { to };
    let moved = view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.end == end);
    beside && moved
}

/// *The core of its exports is potash - 78%*, *the main article of Iran's export is gas (62%)*: the goods that
/// make up most of a trade, with their part of it.
pub fn of_mainstay(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let percent = asked.quantity.quantity.unit.measure == Measure::Percent && asked.quantity.sign.is_none();
    let start = asked.start_of_hedge();
    if !percent || asked.direction_in(view.clause(start).start..start).is_some() {
        return None;
    }
    let main = |at: &usize| {
        let word = view.norm(*at);
        let described = matches!(view.norm_before(*at, 1), "main" | "chief" | "leading" | "principal" | "basic");
        matches!(word, "core" | "backbone" | "mainstay" | "basis" | "base" | "bulk" | "foundation")
            || described && (is_item(word) || matches!(word, "good" | "goods"))
    };
    let at = (view.range.start..start).find(main)?;
    let traded = view.heads.iter().any(|h| {
        h.at > at
            && h.at < start
            && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports | Indicator::Turnover))
    });
    let linked = (at..start).any(|at| {
        is_or_was(view.norm(at)) || matches!(view.norm(at), "remains" | "remain" | "formed" | "forms" | "made")
    });
    let goods = |m: &Mention| m.tokens.start > at && m.tokens.end <= start && matches!(m.what, What::Commodity(_));
    let set_off = opens_figure(view.norm_before(start, 1));
    let told = traded && linked && set_off && view.mentions.iter().any(goods);
    told.then(|| ((Kind::Share, 1), Some(view.tokens[at].span)))
}

/// *Chile exported 356,000 tonnes, of which a port's agents say 88 percent left for China*, *came from the Middle East to 80 per cent*:
/// what no other word tells apart is a part of what the sentence counts.
pub fn part_alone(asked: &Asked<'_, '_>) -> Found {
    let view = asked.view;
    let quantity = &asked.quantity.quantity;
    let part = asked.quantity.form == Form::Fraction || quantity.unit.measure == Measure::Percent;
    let whole = !quantity.value.is_negative() && quantity.value < crate::model::Decimal::HUNDRED;
    let plain = asked.quantity.sign.is_none() && quantity.high.is_none() && asked.quantity.form != Form::Bare;
    if !(part && whole && plain && quantity.unit == Unit::PERCENT) {
        return None;
    }
    let other = |at: usize| {
        matches!(
            view.norm(at),
            "to" | "basis"
                | "owned"
                | "stake"
                | "interest"
                | "better"
                | "worse"
                | "annual"
                | "annually"
                | "per"
                | "capacity"
                | "a"
                | "down"
                | "up"
                | "over"
                | "on"
                | "more"
                | "less"
                | "above"
                | "below"
                | "premium"
                | "discount"
                | "coupon"
                | "tariff"
                | "duty"
                | "tax"
                | "levy"
        )
    };
    let end = asked.quantity.tokens.end;
    let before = asked.before_hedge();
    let clause = view.clause(asked.quantity.tokens.start);
    let counted = view.heads.iter().any(|h| matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports)));
    // *limited to 40 pct*, *a five pct sales tax*, *Fed funds ranged to 6-1/8 pct*: of no goods.
    let finance = |at: usize| {
        matches!(
            view.norm(at),
            "yield"
                | "yields"
                | "rate"
                | "rates"
                | "tax"
                | "taxes"
                | "coupon"
                | "bond"
                | "bonds"
                | "bills"
                | "fee"
                | "fees"
                | "limited"
                | "limit"
                | "quota"
                | "quotas"
                | "instalments"
                | "funds"
                | "management"
                | "containing"
                | "normal"
        )
    };
    let counted = counted && !view.range.clone().any(finance);
    // *By last year it was 36 per cent, at prices that have dwindled*: what they cost moved, not the part.
    let told = (end..clause.end).find(|at| view.norm(*at) == "," && view.norm(at + 1) == "at").unwrap_or(clause.end);
    let moved = asked.direction_in(clause.start..told).is_some();
    // *Russia sent 24 bcm (4.1%)*: of what, or by how much, is not told.
    let open = asked.start_of_hedge().wrapping_sub(1);
    let beside = view.norm(open) == "(" && view.figures().any(|q| q.tokens.end == open);
    let unlike =
        beside || other(end) || matches!(before, "by" | "plus" | "minus" | "rate" | "than" | "filled" | "between");
    (counted && !moved && !unlike).then_some(((Kind::Share, 1), Some(asked.quantity.span)))
}

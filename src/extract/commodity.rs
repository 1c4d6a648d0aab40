//! Which goods a figure counts.
//!
//! | sentence | commodity | rule |
//! | --- | --- | --- |
//! | *43.2 billion cubic meters of natural gas* | natural_gas | `goods_of_figure` |
//! | *gas exports* | natural_gas | `goods_before_head` |
//! | *imports of mechanical and electronic products* | mechanical_and_electronic_products | `goods_of_head` |
//! | *38 mcm/d* | natural_gas | `goods_of_unit` |

use super::figures::Figures;
use super::frame::Frame;
use super::goods_before::of_statement_before;
use super::goods_by_unit::{in_its_unit, of_gas, of_level_ahead, of_unit};
use super::indicator::Governor;
use super::naming::{
    goods_at, joined_before, listed_kinds, named, own_words, plain_adjectives, unknown_goods_at, with_shared_noun,
};
use super::rule::{Filled, Question, Rule, Rules, first};
use super::spoken::{self, Spoken};
use super::story::Story;
use super::view::View;
use super::{
    again, branch, compared_pair, countable, division, goods, goods_by_degree, goods_entry, goods_in_turn,
    goods_of_entry, goods_of_figure, goods_of_line, goods_of_share, goods_that_make_up, listed, named_by, own_subject,
    paid_for, ranked, unknown, weighed,
};
use crate::lexicon::words::{is_plain_thing, is_receipts, is_reliance, opens_reason};
use crate::lexicon::{Class, Marks};
use crate::mention::{QuantityMention, What};
use crate::model::{Commodity, Dimension, Indicator, Kind, Measure, Party, Span, Unit};
use crate::token::Shape;

/// What the rules of goods may ask.
pub struct Asked<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity.
    pub quantity: &'v QuantityMention,
    /// What governs it.
    pub governor: Governor,
    /// What it counts.
    pub indicator: Indicator,
    /// Level, change or share.
    pub kind: Kind,
    /// Whose figure it is, where that is known.
    pub reporter: Option<Party>,
    /// The statement before it.
    pub before: Option<&'v Frame>,
    /// Whether that statement stands in the same sentence.
    pub same_sentence: bool,
    /// The goods that the first lines of the text name alone, and whether a heading of their own does.
    pub first_goods: Option<(&'v Commodity, bool)>,
    /// The goods that the line opens with before a colon.
    pub label: Option<&'v Commodity>,
    /// What the text as a whole is about.
    pub story: &'v Story,
    /// What its sentences so far tell of goods.
    pub spoken: &'v Spoken,
}

/// The rules in their order; goods in total where none answers.
impl Question for Asked<'_, '_> {
    fn marks(&self) -> Marks {
        self.view.marks
    }

    fn unit(&self) -> Unit {
        self.quantity.quantity.unit
    }
}

pub const fn rules<'v, 'a>() -> Rules<Asked<'v, 'a>, Option<Commodity>, 71> {
    Rules::of([
        Rule::given("goods_of_pair", Marks::COMPARES, compared_pair::goods),
        Rule::given("goods_in_turn", Marks::GOODS, goods_in_turn::of_two),
        Rule::always("goods_of_division", division::goods_of_division),
        Rule::given("goods_of_list", Marks::COLON.or(Marks::DASH), listed::of_list),
        Rule::always("goods_in_figure", in_figure),
        Rule::given("goods_behind_share", Marks::GOODS, goods_of_share::behind),
        Rule::always("goods_more_or_less", goods_by_degree::more_or_less).of(Figures::RATIO),
        Rule::always("goods_of_source", of_source),
        Rule::always("goods_of_it", again::of_it),
        Rule::always("goods_of_that_kind", again::of_that_kind),
        Rule::always("goods_of_target", again::of_target).of(Figures::SUM),
        Rule::always("goods_pointed_back", again::pointed_back).of(Figures::RATIO),
        Rule::always("goods_that_make_up", goods_that_make_up::of_part).of(Figures::RATIO),
        Rule::always("goods_of_share", goods_of_share::of_share),
        Rule::always("own_words_of_share", own_subject::of_share).of(Figures::RATIO),
        Rule::given("goods_of_agent", Marks::GOODS, goods_of_share::of_agent).of(Figures::RATIO),
        Rule::given("goods_of_the_whole", Marks::GOODS, goods_of_share::of_whole_ahead).of(Figures::RATIO),
        Rule::always("goods_named_by", named_by::of_list).of(Figures::RATIO),
        Rule::always("goods_left", named_by::of_the_rest).of(Figures::SUM.or(Figures::RATIO)),
        Rule::given("goods_of_relative", Marks::GOODS, goods_of_share::of_relative),
        Rule::given("goods_made_up", Marks::GOODS, goods_of_share::of_copula),
        Rule::always("goods_by_kind", again::by_kind),
        Rule::always("goods_of_figure", goods_of_figure::of_figure),
        Rule::always("goods_of_entry", goods_of_entry::of_entry),
        Rule::given("goods_moved_in", Marks::GOODS, listed::moved_in),
        Rule::given("goods_of_deal", Marks::DEAL, paid_for::of_deal),
        Rule::given("goods_that_earned", Marks::EARNS, paid_for::earned_from),
        Rule::given("goods_worth", Marks::WORTH, paid_for::worth),
        Rule::given("goods_label", Marks::COLON.or(Marks::DASH), listed::label),
        Rule::given("goods_before_bracket", Marks::BRACKET, listed::before_bracket),
        Rule::always("goods_ordered", branch::of_orders),
        Rule::given("goods_in_their_place", Marks::GOODS.or(Marks::SEVERAL), listed::in_place),
        Rule::given("goods_ranked", Marks::GOODS, ranked::goods_ranked),
        Rule::given("goods_own_share", Marks::GOODS, goods::own_share),
        Rule::always("goods_before_head", before_head),
        Rule::always("own_word_before_head", unknown::before_head),
        Rule::always("goods_of_branch", branch::of_branch),
        Rule::always("share_of_all", unknown::share_of_all),
        Rule::always("goods_of_head", of_head),
        Rule::given("goods_of_world_trade", Marks::TRADE, goods::of_world_trade).of(Figures::RATIO),
        Rule::given("share_of_goods", Marks::PART, goods::share_of).of(Figures::RATIO),
        Rule::given("goods_before_dash", Marks::DASH, goods::before_dash),
        Rule::given("goods_of_its_value", Marks::GOODS, goods::of_its_value),
        Rule::given("goods_of_which", Marks::GOODS, goods::of_which),
        Rule::given("goods_of_whose", Marks::GOODS, goods::of_whose),
        Rule::given("goods_of_market", Marks::GOODS, goods_of_share::of_market),
        Rule::given("goods_of_subject", Marks::GOODS, goods::of_subject),
        Rule::given("goods_of_sector", Marks::GOODS, goods::of_sector),
        Rule::given("goods_topped", Marks::TOPPED, goods::topped),
        Rule::given("goods_told_first", Marks::GOODS, goods::told_first),
        Rule::given("goods_of_pipeline", Marks::PIPELINE, goods::of_pipeline),
        Rule::given("goods_in_segment", Marks::GOODS, in_segment),
        Rule::given("goods_of_route", Marks::ROUTE, of_route),
        Rule::given("goods_in_sentence", Marks::GOODS, goods::in_sentence),
        Rule::given("goods_beside", Marks::GOODS, goods_entry::beside),
        Rule::always("goods_of_line", goods_of_line::of_line),
        Rule::always("goods_of_section", goods_of_line::of_section),
        Rule::always("goods_of_others", unknown::of_others),
        Rule::always("goods_in_total", spoken::of_all),
        Rule::always("power_generated", power_generated),
        Rule::always("goods_of_refineries", branch::of_refineries),
        Rule::given("goods_over_apposition", Marks::GOODS, own_subject::over_apposition).of(Figures::RATIO),
        Rule::given("goods_of_same_noun", Marks::GOODS, own_subject::of_same_noun),
        Rule::always("own_words_of_subject", own_subject::of_subject),
        Rule::always("goods_of_level_ahead", of_level_ahead).of(Figures::RATIO),
        Rule::always("statement_before", of_statement_before),
        Rule::always("goods_of_talk", spoken::of_talk),
        Rule::always("goods_of_unit", of_unit),
        Rule::always("goods_of_lead", goods::of_lead),
        Rule::always("goods_of_story", again::of_story),
        Rule::given("goods_nearest", Marks::GOODS, weighed::nearest),
    ])
}

/// The goods of a figure, a part of their name taken for all of it.
pub fn goods(asked: &Asked<'_, '_>) -> Option<Filled<Option<Commodity>>> {
    let found = first(const { &rules() }, asked)?;
    // *Malaysia pipes 150 million cubic feet a day to Singapore*: no pipes are counted so.
    let unit = asked.quantity.quantity.unit;
    if found.value.as_ref().is_some_and(|goods| is_piped(goods, unit)) {
        return Some(Filled { value: Some(Commodity::new("natural_gas")), ..found });
    }
    let whole = |goods| in_its_unit(asked, again::in_full(asked, goods), found.span.is_none(), found.rule);
    Some(Filled { value: found.value.map(whole), ..found })
}

pub type Found = Option<(Option<Commodity>, Option<Span>)>;

fn in_figure(asked: &Asked<'_, '_>) -> Found {
    let (commodity, span) = asked.quantity.goods.clone()?;
    Some((Some(commodity), Some(span)))
}

/// *15% from wind*, *43 percent came from hydro*: sources that are no goods make electricity.
fn of_source(asked: &Asked<'_, '_>) -> Found {
    // *Coal supplied 37 per cent of the electricity; wind 12.4 per cent*: of the same power.
    let next = || super::made_by::source_behind(asked.view, asked.view.start_with_hedge(asked.quantity));
    if asked.kind == Kind::Share
        && asked.indicator == Indicator::Production
        && asked.same_sentence
        && let Some(at) = next()
        && let Some(goods) = asked.before.and_then(|f| f.commodity.clone())
    {
        return Some((Some(goods), Some(asked.view.tokens[at].span)));
    }
    if asked.kind != Kind::Share || !matches!(asked.indicator, Indicator::Production | Indicator::Consumption) {
        return None;
    }
    let view = asked.view;
    let end = asked.quantity.tokens.end;
    let from = (end..end + 2).find(|at| view.norm(*at) == "from")?;
    let at = from + 1;
    let source =
        matches!(view.norm(at), "wind" | "solar" | "hydro" | "pv" | "photovoltaic" | "photovoltaics" | "geothermal");
    source.then(|| (Some(Commodity::new("electricity")), Some(view.tokens[at].span)))
}

/// *gas exports*, *electricity imports*
pub fn before_head(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    if let Some((goods, owner)) = whose(view, asked.quantity.tokens.start, 5) {
        let (commodity, span) = named(view, goods)?;
        return Some((Some(commodity), Some(span.join(view.tokens[owner].span))));
    }
    // *power exports*: of electricity, which power alone is not the name of; *ship exports*, *pump exports*: verbs elsewhere.
    let other = head.at.checked_sub(1).and_then(|at| match view.norm(at) {
        "power" => Some((at, "electricity")),
        "ship" | "vessel" => Some((at, "ships")),
        "pump" => Some((at, "pumps")),
        "watch" => Some((at, "watches")),
        "manufactured" | "manufacturing" => Some((at, "manufactured_goods")),
        _ => None,
    });
    if let Some((at, name)) = other {
        return Some((Some(Commodity::new(name)), Some(view.tokens[at].span)));
    }
    // *liquefaction capacity of 9.9 million tonnes*
    if let Some(at) = head.at.checked_sub(1).filter(|at| matches!(view.norm(*at), "liquefaction" | "regasification")) {
        return Some((Some(Commodity::new("lng")), Some(view.tokens[at].span)));
    }
    // *NODX rose 13%*, *non-electronic NODX*: Singapore's exports of its own without oil.
    if view.norm(head.at) == "nodx" {
        let first = head.at.saturating_sub(3);
        let without = view.norm(first) == "non" && view.norm(first + 1) == "-" && view.range.contains(&first);
        let goods = view.goods_before(head.at).is_some();
        if without {
            return Some((
                own_words(view, first..head.at),
                Some(view.tokens[first].span.join(view.tokens[head.at - 1].span)),
            ));
        }
        if !goods {
            return Some((Some(Commodity::new("non_oil_domestic_exports")), Some(view.tokens[head.at].span)));
        }
    }
    // *non-oil domestic exports* are one name.
    if view.norm(head.at) == "non" && view.norm(head.at + 1) == "-" && head.end > head.at + 3 {
        let span = view.tokens[head.at].span.join(view.tokens[head.end - 1].span);
        return Some((own_words(view, head.at..head.end), Some(span))).filter(|(name, _)| name.is_some());
    }
    // *LNG imports fell, pipeline imports did not*: of gas.
    let gas = |c: &Commodity| matches!(c.as_str(), "lng" | "natural_gas");
    let gas = asked.before.and_then(|f| f.commodity.as_ref()).is_some_and(gas);
    // *a fourth train, of 5.2 million tonnes a year*, in a text of LNG
    if asked.indicator == Indicator::Capacity
        && matches!(view.norm(head.at), "train" | "trains")
        && asked.story.is_of_liquid_gas()
    {
        return Some((Some(Commodity::new("lng")), Some(head.span)));
    }
    if let Some(at) = head.at.checked_sub(1).filter(|at| gas && view.norm(*at) == "pipeline") {
        return Some((Some(Commodity::new("natural_gas")), Some(view.tokens[at].span)));
    }
    // *Liquefied natural gas (LNG) imports*: the name stands in brackets behind itself.
    let end = head.at.checked_sub(1).filter(|at| view.norm(*at) == ")").unwrap_or(head.at);
    // *petroleum, oil and lubricants (POL) exports*: letters that stand for what is before them.
    let goods_end = |at: usize| view.goods_before(at).is_some();
    let letters = end.checked_sub(2).filter(|at| end < head.at && view.norm(*at) == "(" && goods_end(*at));
    let end = letters.unwrap_or(end);
    if head.class == Class::Noun
        && let Some(tokens) = joined_before(view, letters.unwrap_or(head.at))
    {
        let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
        return Some((Some(own_words(view, tokens)?), Some(span)));
    }
    let goods = view.mentions.iter().rev().find(|m| m.tokens.end <= end && matches!(m.what, What::Commodity(_)))?;
    let gap = &view.tokens[goods.tokens.end..end];
    let joined = gap.len() <= 1
        && gap.iter().all(|t| {
            t.is_mark('-')
                || t.is_mark('\'')
                || (t.shape == Shape::Word
                    && !matches!(
                        t.norm.as_ref(),
                        "and" | "of" | "to" | "in" | "by" | "is" | "was" | "for" | "from" | "has" | "its" | "the"
                    ))
        });
    if !joined || (head.class != Class::Noun && gap.iter().any(|t| t.shape == Shape::Word)) {
        return None;
    }
    // *non-oil trade*
    let negated = goods.tokens.start >= 2
        && view.norm_before(goods.tokens.start, 1) == "-"
        && view.norm_before(goods.tokens.start, 2) == "non";
    if negated {
        let words = own_words(view, goods.tokens.start - 2..goods.tokens.end)?;
        return Some((Some(words), Some(goods.span)));
    }
    // A list of goods before one head: *oil and gas exports*.
    let first = start_of_list(view, goods.tokens.start);
    let (commodity, span) = named(view, first..goods.tokens.end)?;
    // *rubber product exports*
    let product = gap.len() == 1 && gap[0].norm == "product";
    // Of several that are told by one name, the text's own: *automobile products*.
    let own = if product { own_words(view, first..goods.tokens.end) } else { None };
    let commodity = own.map_or(commodity, |own| Commodity::new(format!("{own}_products")));
    Some((Some(commodity), Some(span)))
}

/// *rice whose earnings fell*, *coffee, whose exports slumped*: the goods right before a clause of their own, and its *whose*,
/// which stands no more than `within` tokens before the figure.
pub fn whose(view: &View<'_>, figure: usize, within: usize) -> Option<(std::ops::Range<usize>, usize)> {
    let owner = (view.range.start..figure).rev().take(within).find(|at| view.norm(*at) == "whose")?;
    let end = owner - usize::from(view.norm_before(owner, 1) == ",");
    let goods = view.goods_before(end)?;
    Some((goods.tokens.clone(), owner))
}

/// Where a list of goods begins whose last name begins at token `last`: *machinery, plastics and chemicals*.
pub fn start_of_list(view: &View<'_>, last: usize) -> usize {
    let mut first = last;
    while let Some(before) =
        view.mentions.iter().rev().find(|m| m.tokens.end < first && matches!(m.what, What::Commodity(_)))
    {
        let between = &view.tokens[before.tokens.end..first];
        if between.len() > 2 || !between.iter().all(|t| matches!(t.norm.as_ref(), "," | "and")) {
            break;
        }
        first = before.tokens.start;
    }
    first
}

/// *Malaysia pipes 150 million cubic feet a day*: whether goods are no pipes, which nobody counts so, but what goes through them.
pub fn is_piped(goods: &Commodity, unit: Unit) -> bool {
    let by_volume = |measure: Measure| matches!(measure, Measure::CubicMetre | Measure::Btu);
    goods.as_str() == "pipes" && (by_volume(unit.measure) || unit.per.is_some_and(by_volume))
}

/// *imports of electricity*, *purchases of Kazakh flaxseed*, *export of ready textiles*
fn of_head(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let view = asked.view;
    let mut at = head.end;
    // *exports to Vietnam of copper rose*
    if head.class == Class::Noun
        && matches!(view.norm(at), "to" | "from")
        && let Some(actor) = view.actors.iter().find(|a| view.phrase_start(a) == at + 1)
        && view.norm(actor.end) == "of"
        && goods_at(view, actor.end + 1).is_some()
    {
        at = actor.end;
    }
    // *The main buyers of Serbian apples were Russia (66.4 million)*
    if head.class == Class::Agent && view.norm(at) == "of" && goods::of_goods(asked.indicator) {
        let (commodity, span) = named(view, goods_at(view, at + 1)?)?;
        return countable::fits(asked, &commodity).then_some((Some(commodity), Some(span)));
    }
    if head.class == Class::Noun {
        let bill = view.norm(at) == "for" && goods_at(view, at + 1).is_some();
        // *export growth of household appliances*
        if matches!(view.norm(at), "growth" | "value" | "volume" | "volumes") && view.norm(at + 1) == "of" {
            at += 1;
        }
        // *exports of all types of fuels*
        let all = matches!(view.norm(at + 1), "all" | "various" | "other" | "different" | "some");
        let kinds = matches!(view.norm(at + 2), "types" | "kinds" | "sorts" | "forms" | "grades");
        if view.norm(at) == "of" && all && kinds && view.norm(at + 3) == "of" {
            at += 3;
        }
        // *trade in wheat*
        let trade = view.norm(at) == "in" && matches!(view.norm(head.at), "trade" | "turnover" | "commerce");
        // *a surplus on oil*, *a deficit in cars*
        let trade = trade || asked.indicator == Indicator::Balance && matches!(view.norm(at), "on" | "in");
        // *earnings from oil*
        let earned = view.norm(at) == "from"
            && (is_receipts(view.norm(head.at)) || is_receipts(view.norm_before(head.end, 1)))
            && (goods_at(view, at + 1).is_some()
                // *export earnings from plantation crops*
                || view.norm(head.at) == "export" && unknown_goods_at(view, at + 1).is_some());
        // *dependence on Iranian crude*
        let depends = view.norm(at) == "on" && is_reliance(view.norm(head.at));
        // *import expenditure on building materials*
        let spent = view.norm(at) == "on"
            && view.norm(head.at) == "import"
            && (goods_at(view, at + 1).is_some_and(|goods| goods.start == at + 1)
                || unknown_goods_at(view, at + 1).is_some_and(|goods| goods.len() > 1));
        if view.norm(at) != "of" && !bill && !trade && !earned && !depends && !spent {
            return None;
        }
        at += 1;
    } else if !matches!(
        asked.indicator,
        Indicator::Exports | Indicator::Imports | Indicator::Production | Indicator::Consumption
    ) {
        return None;
    }
    // *supplied Russia with foodstuffs*
    let with = (at..at + 5).find(|with| {
        view.norm(*with) == "with"
            && (view.norm(head.at).starts_with("suppl") || view.norm(head.at).starts_with("provid"))
    });
    let at = with.filter(|_| head.class != Class::Noun).map_or(at, |with| with + 1);
    if let Some(found) = again::behind_of(asked, at).filter(|_| head.class == Class::Noun) {
        return Some(found);
    }
    let shared = || with_shared_noun(view, at).or_else(|| listed_kinds(view, at));
    if let Some(tokens) = shared().filter(|_| head.class == Class::Noun) {
        let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
        return Some((Some(own_words(view, tokens)?), Some(span)));
    }
    // *dependence on Persian Gulf oil*
    let depended = view.goods_in(&(at..at + 4)).filter(|_| view.norm_before(at, 1) == "on").map(|m| m.tokens.start);
    if let Some(tokens) = goods_at(view, depended.unwrap_or(at)) {
        let (commodity, span) = named(view, tokens)?;
        return Some((Some(commodity), Some(span)));
    }
    if head.class != Class::Noun || !goods::of_goods(asked.indicator) || asked.indicator == Indicator::Price {
        return None;
    }
    let Some(tokens) = unknown_goods_at(view, at) else {
        // *exports of good wool*
        let (commodity, span) = named(view, goods_at(view, plain_adjectives(view, at)?)?)?;
        return Some((Some(commodity), Some(span)));
    };
    // *Capacity of terminal makes 1.2 million tonnes*: a plant is no goods.
    if asked.indicator == Indicator::Capacity && !is_plain_thing(view.norm(tokens.end - 1)) {
        return None;
    }
    let span = view.tokens[tokens.start].span.join(view.tokens[tokens.end - 1].span);
    Some((Some(own_words(view, tokens)?), Some(span)))
}

/// *Gold made up a third of the 900 mln dlrs of exports*, *$32.2 billion of the $53.5 billion of imports*: whether an amount with
/// its own head behind it is the whole of which the figure before is a part.
pub(super) fn is_whole(asked: &Asked<'_, '_>) -> bool {
    let view = asked.view;
    let tokens = &asked.quantity.tokens;
    let headed = matches!(asked.governor, Governor::Head(head) if head.at >= tokens.end);
    let part = |q: &QuantityMention| {
        q.tokens.end < tokens.start && tokens.start <= q.tokens.end + 5 && view.norm(q.tokens.end) == "of"
    };
    headed && !asked.quantity.quantity.unit.is_ratio() && view.figures().any(part)
}

/// Goods named in the segment of a volume, or of a price or ratio whose head names none.
fn in_segment(asked: &Asked<'_, '_>) -> Found {
    let unit = asked.quantity.quantity.unit;
    let volume =
        matches!(unit.measure.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Energy | Dimension::Power)
            || countable::is_bagged(asked)
            || unit.is_price()
            || matches!(
                asked.indicator,
                Indicator::Price | Indicator::Production | Indicator::Consumption | Indicator::Reserves
            );
    if !volume {
        return None;
    }
    let view = asked.view;
    let segment = view.segment_tokens(view.segment(asked.quantity.tokens.start));
    let start = asked.quantity.tokens.start;
    let head = match asked.governor {
        Governor::Head(head) => view.segment_tokens(view.segment(head.at)).start,
        _ => segment.start,
    };
    let told = |range: std::ops::Range<usize>| {
        view.mentions.iter().filter(move |m| {
            range.contains(&m.tokens.start)
                && !goods::uses(asked, m)
                && matches!(&m.what, What::Commodity(goods) if countable::fits(asked, goods))
        })
    };
    // *stocks down 725,000 barrels as gasoline demand improves*: what stands in a clause of its own is told of something else.
    // *due to maintenance at oil mills*: so is what stands in a reason.
    let apart = |at: &usize| {
        opens_reason(view.norm(*at))
            || matches!(view.norm(*at), "amid" | "despite")
            || matches!(view.norm(*at), "due" | "owing" | "thanks") && view.norm(at + 1) == "to"
    };
    let behind = start..(asked.quantity.tokens.end..segment.end).find(apart).unwrap_or(segment.end);
    let mention = told(head..start).next_back().or_else(|| told(behind).next())?;
    match &mention.what {
        What::Commodity(commodity) if !of_gas(asked, commodity) => Some((Some(commodity.clone()), Some(mention.span))),
        _ => None,
    }
}

fn of_route(asked: &Asked<'_, '_>) -> Found {
    let volume = asked.quantity.quantity.unit.measure.dimension() != Dimension::Money;
    let (at, span, route) = asked.view.routes.first()?;
    let commodity = route.commodity.clone()?;
    // *imports jumped 22%, as gas from Yadana got dearer*: what a later clause gives as the reason.
    let view = asked.view;
    let figure = asked.quantity.tokens.end;
    let reason = |at: &usize| matches!(view.norm(*at), "as" | "because" | "since") && view.norm_before(*at, 1) == ",";
    if matches!(asked.governor, Governor::Head(head) if head.at < figure) && (figure..*at).any(|at| reason(&at)) {
        return None;
    }
    (volume && !matches!(asked.governor, Governor::Topic)).then_some((Some(commodity), Some(*span)))
}

/// *Nuclear made up 42% of generation*: what is generated is power.
fn power_generated(asked: &Asked<'_, '_>) -> Found {
    let Governor::Head(head) = asked.governor else { return None };
    let generated = asked.indicator == Indicator::Production && asked.view.norm(head.at) == "generation";
    generated.then(|| (Some(Commodity::new("electricity")), Some(head.span)))
}

/// Whether a noun that names no goods governs a figure.
pub fn noun_of_all(asked: &Asked<'_, '_>) -> bool {
    matches!(asked.governor, Governor::Head(head) if head.class == Class::Noun && !asked.quantity.quantity.unit.is_bulk())
}

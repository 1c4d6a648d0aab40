//! What a figure counts: the head that governs it.
//!
//! | sentence | head | rule |
//! | --- | --- | --- |
//! | *trade turnover reached **$11.181 billion*** | trade turnover | `head_before` |
//! | ***$3.7 billion** in exports* | exports | `head_after_of` |
//! | ***5.6 bcm** was delivered to Türkiye* | delivered | `head_after` |
//! | *Trade came to $5 billion, **14 percent** more* | trade | `head_of_sentence` |
//! | *In 11 months of 2016 it came to **$5.4 billion*** | of the sentence before | `topic` |

use super::figures::Figures;
use super::head::Head;
use super::head_elsewhere::{of_sentence, previous, topic};
use super::head_read::{
    amount_moved, amount_of_verb, compares_its_own, is_brought_up, is_flow_of_fields, is_in_store,
    is_made_by_the_world, is_price_of_goods, is_security, is_taken_in, passed_over_before, verb_free,
};
use super::rule::{Question, Rule, Rules};
use super::view::View;
use super::{
    abroad, agreed, ahead, announced, behind, bracketed, brought_up, carried, compared_pair, counted_goods, dealt,
    division, earned, entry, fitted, fuel, goods_list, handed, held, held_back, inverted, invested, made, made_by,
    of_one_side, of_route, one_over_other, other, over_bracket, paid_out, part_again, participle, plant, provided,
    quota, ranked, tender, through_pipe, told, two_trade, under_way, whose_goods,
};
use crate::lexicon::words::{is_line, is_merchandise, is_receipts, pays};
use crate::lexicon::{Class, Marks, Topic};
use crate::mention::What;
use crate::model::{Indicator, Span, Unit};

/// Where the head of a figure was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Governor {
    /// In the sentence.
    Head(Head),
    /// The statement before it in the sentence.
    Previous,
    /// The statement of an earlier sentence.
    Topic,
}

/// What the search for a head may ask.
#[derive(Clone, Copy)]
pub struct Search<'v, 'a> {
    /// The sentence.
    pub view: &'v View<'a>,
    /// The quantity among its mentions.
    pub quantity: usize,
    /// Its unit: its own, or the one that a bare number takes over.
    pub unit: Unit,
    /// Whether a figure before it in the sentence made a fact.
    pub follows: bool,
    /// Whether an earlier sentence nearby made a fact of the same dimension.
    pub topic: bool,
    /// Whether it is so near that what no word of its own says is of it.
    pub near: bool,
    /// Whether exports are spoken of, whose revenue is theirs.
    pub exports: bool,
    /// Whether the statement before is of exports, in whatever paragraph.
    pub exports_before: bool,
    /// Whether it is of imports.
    pub imports_before: bool,
    /// Whether it is of the trade of two.
    pub turnover_before: bool,
    /// Whether the statement before is of a part of a whole.
    pub share_told: bool,
    /// Whether the text is about two countries.
    pub of_two: bool,
}

impl Question for Search<'_, '_> {
    fn marks(&self) -> Marks {
        self.view.marks
    }

    fn unit(&self) -> Unit {
        self.unit
    }
}

/// The rules in their order.
pub const fn rules<'v, 'a>() -> Rules<Search<'v, 'a>, Governor, 152> {
    Rules::of([
        Rule::always("respectively", respectively),
        Rule::given("compared_pair", Marks::COMPARES, compared_pair::statement),
        Rule::given("total_of_both", Marks::SEVERAL, one_over_other::total_of_both).of(Figures::SUM),
        Rule::always("divided_trade", division::of_division),
        Rule::given("list_of_partners", Marks::COLON.or(Marks::DASH), entry::of_partners),
        Rule::given("free_of_duty", Marks::LEVIES, carried::free_of_duty).of(Figures::BULK.or(Figures::COUNT_OF)),
        Rule::given("quota_of_a_market", Marks::QUOTA, quota::of_a_market).of(Figures::BULK.or(Figures::COUNT_OF)),
        Rule::given("part_over_bracket", Marks::BRACKET, over_bracket::of_its_whole),
        Rule::given("parts_by_partner", Marks::BRACKET, bracketed::of_whole),
        Rule::given("bracket_of_entry", Marks::BRACKET, goods_list::bracket_of_entry),
        Rule::always("told_ahead", announced::told_ahead),
        Rule::always("share_again", inverted::share_again).of(Figures::RATIO),
        Rule::given("which_is", Marks::SEVERAL, inverted::which_is).of(Figures::RATIO),
        Rule::always("was_the_volume", inverted::was_the_volume).of(Figures::SUM.or(Figures::BULK)),
        Rule::given("first_of_list", Marks::TOPS, told::first_of_list),
        Rule::always("held_back", held_back::of_output).of(Figures::RATE),
        Rule::given("ahead_of", Marks::SEVERAL, told::ahead_of),
        Rule::given("ranked_behind", Marks::REMAINS, told::ranked_behind).of(Figures::AMOUNT),
        Rule::given("needs_of", Marks::NEEDS, made::needs_of).of(Figures::BULK),
        Rule::always("allowed_output", held_back::allowed).of(Figures::RATE),
        Rule::given("comes_on_stream", Marks::STREAM, held_back::comes_on_stream).of(Figures::RATE),
        Rule::given("owed_to", Marks::GOODS, part_again::owed_to).of(Figures::RATIO),
        Rule::given("relies_on", Marks::RELIES, dealt::relies_on).of(Figures::RATIO),
        Rule::given("dependence_on", Marks::SHARE, dealt::dependence_on),
        Rule::given("sale_of", Marks::SALE, dealt::sale_of).of(Figures::BULK),
        Rule::given("offered", Marks::OFFERS, dealt::offered).of(Figures::BULK),
        Rule::given("in_trade_behind", Marks::BRACKET, told::in_trade_behind).of(Figures::SUM),
        Rule::given("agreed_amount", Marks::DEAL, agreed::amount),
        Rule::given("lent_in_goods", Marks::LENDS, dealt::lent_in_goods).of(Figures::BULK),
        Rule::given("tendered", Marks::TENDER, tender::tendered).of(Figures::BULK),
        Rule::given("let_through", Marks::MOVES, carried::let_through).of(Figures::GOODS),
        Rule::given("own_of_line", Marks::PIPELINE, of_route::own_of_line),
        Rule::always("moved_across", carried::across).of(Figures::GOODS),
        Rule::given("moved", Marks::MOVES, dealt::moved).of(Figures::BULK.or(Figures::COUNT_OF)),
        Rule::given("contracted", Marks::CONTRACTED, dealt::contracted).of(Figures::BULK),
        Rule::given("crop_contracted", Marks::CONTRACTED, dealt::crop_contracted).of(Figures::BULK),
        Rule::given("buyers_found", Marks::BUYERS, dealt::buyers_found).of(Figures::GOODS.or(Figures::COUNT_OF)),
        Rule::given("next_source", Marks::SOURCES, made_by::next_source).of(Figures::RATIO),
        Rule::given("swapped", Marks::SWAPS, dealt::swapped),
        Rule::given("exchange_of_goods", Marks::EXCHANGE, dealt::exchange_of_goods).of(Figures::SUM.or(Figures::RATIO)),
        Rule::given("traders_got", Marks::GETS, dealt::traders_got).of(Figures::BULK),
        Rule::given("part_of_origin", Marks::GOODS, part_again::part_of_origin).of(Figures::RATIO),
        Rule::always("part_of_sold", dealt::part_of_sold).of(Figures::RATIO),
        Rule::given("put_into", Marks::INVESTS, invested::put_into).of(Figures::SUM),
        Rule::given("money_in", Marks::INVESTS, invested::money_in).of(Figures::SUM),
        Rule::given("in_investment", Marks::INVESTS, invested::in_investment).of(Figures::SUM),
        Rule::given("among_investors", Marks::INVESTS, invested::among_investors).of(Figures::SUM),
        Rule::given("spent_on", Marks::PAYS, paid_out::spent_on).of(Figures::MONEY),
        Rule::given("provided_with", Marks::PROVIDES, provided::provided_with).of(Figures::POWER.or(Figures::BULK)),
        Rule::given("earned_before", Marks::SELLING, earned::earned_before).of(Figures::SUM),
        Rule::always("due_from", provided::due_from).of(Figures::GOODS.or(Figures::COUNT_OF)),
        Rule::always("passage_of", through_pipe::passage_of).of(Figures::GOODS),
        Rule::always("down_the_pipe", through_pipe::down_the_pipe).of(Figures::GOODS),
        Rule::given("left_port", Marks::LEAVES, provided::left_port).of(Figures::PLAIN_BULK.or(Figures::COUNT_OF)),
        Rule::given("crossed_border", Marks::CROSSES, provided::crossed_border)
            .of(Figures::SUM.or(Figures::BULK).or(Figures::COUNT_OF)),
        Rule::always("goods_of_one_side", of_one_side::goods_of_one_side),
        Rule::given("discount_granted", Marks::LEVIES, provided::discount_granted),
        Rule::given("dearer", Marks::DEARER, provided::dearer).of(Figures::RATIO.or(Figures::MONEY)),
        Rule::given("paid_more", Marks::PAYS, paid_out::paid_more).of(Figures::RATIO.or(Figures::MONEY)),
        Rule::given("gone_abroad", Marks::ELSEWHERE, abroad::gone_abroad),
        Rule::given("took_in_from", Marks::EARNS, earned::took_in_from).of(Figures::NO_PRICE),
        Rule::given("ranked_earner", Marks::EARNS, ranked::ranked_earner).of(Figures::SUM),
        Rule::given("led_the_list", Marks::GOODS, ranked::led_the_list).of(Figures::RATIO.or(Figures::SUM)),
        Rule::given("brought_by_goods", Marks::EARNS, earned::brought_by_goods).of(Figures::NO_PRICE),
        Rule::given("brought_in", Marks::EARNS, earned::brought_in).of(Figures::SUM.or(Figures::RATIO)),
        Rule::given("earned_more_or_less", Marks::EARNS, earned::earned_more_or_less).of(Figures::RATIO),
        Rule::given("earned_from", Marks::EARNS, earned::earned_from).of(Figures::NO_PRICE),
        Rule::given("earnings_from", Marks::RECEIPTS, earned::earnings_from).of(Figures::NO_PRICE.or(Figures::RATIO)),
        Rule::always("two_trade", two_trade::two_trade).of(Figures::NO_PRICE),
        Rule::given("before_colon", Marks::COLON.or(Marks::DASH), two_trade::before_colon)
            .of(Figures::SUM.or(Figures::BULK)),
        Rule::given("traded", Marks::TRADED, dealt::traded).of(Figures::AMOUNT),
        Rule::given("imported", Marks::IMPORTED, paid_out::imported).of(Figures::GOODS),
        Rule::given("imported_cost", Marks::IMPORTED, paid_out::imported_cost).of(Figures::NO_PRICE),
        Rule::given("goods_cost", Marks::EARNS, inverted::goods_cost).of(Figures::SUM),
        Rule::always("paid_out", paid_out::paid_out).of(Figures::NO_PRICE),
        Rule::always("installed", plant::installed).of(Figures::POWER),
        Rule::always("rate_before_plant", plant::rate_before_plant).of(Figures::RATE_OF_GOODS),
        Rule::always("plant_of_rate", plant::plant_of_rate).of(Figures::RATE_OF_GOODS),
        Rule::always("extended_to", plant::extended_to).of(Figures::RATE_OF_GOODS),
        Rule::always("fit_for", fitted::fit_for).of(Figures::RATE_OF_GOODS.or(Figures::POWER)),
        Rule::always("can_do", plant::can_do).of(Figures::RATE_OF_GOODS.or(Figures::PLAIN_BULK)),
        Rule::given("used", Marks::USES, made::used).of(Figures::GOODS),
        Rule::given("part_of_world_trade", Marks::TRADE, told::part_of_world_trade).of(Figures::RATIO),
        Rule::given("share_of_a_market", Marks::PART, told::share_of_a_market).of(Figures::RATIO),
        Rule::given("part_that_goes", Marks::GOES, told::part_that_goes).of(Figures::RATIO.or(Figures::BULK)),
        Rule::given("of_its_own", Marks::OWN, made::of_its_own).of(Figures::GOODS),
        Rule::given("worked_up", Marks::WORKS_UP, made::worked_up).of(Figures::BULK),
        Rule::given("made", Marks::MAKES, made::made),
        Rule::always("given_up", brought_up::given_up).of(Figures::GOODS),
        Rule::always("closed_with", brought_up::closed_with).of(Figures::GOODS),
        Rule::always("ran_on", brought_up::ran_on).of(Figures::RATIO),
        Rule::given("comes_out_of", Marks::GOODS, brought_up::comes_out_of).of(Figures::RATIO),
        Rule::given("given_by_source", Marks::GIVES, made_by::given_by_source),
        Rule::given("held_in_the_ground", Marks::HOLDS, held::held_in_the_ground).of(Figures::PLAIN_BULK),
        Rule::given("size_of_find", Marks::FINDS, held::size_of_find).of(Figures::PLAIN_BULK),
        Rule::given("in_store", Marks::STORE, held::in_store).of(Figures::PLAIN_BULK),
        Rule::given("recoverable", Marks::RECOVERED, held::recoverable).of(Figures::PLAIN_BULK),
        Rule::given("gap_between", Marks::GAP, told::gap_between).of(Figures::RATIO.or(Figures::MONEY)),
        Rule::always("lent", other::lent).of(Figures::SUM),
        Rule::given("ordered", Marks::AWARDS, dealt::ordered),
        Rule::given("awarded", Marks::AWARDS, dealt::awarded).of(Figures::BULK),
        Rule::always("cut_of_output", made::cut_of_output).of(Figures::RATE),
        Rule::always("price_behind", told::price_behind).of(Figures::RATIO),
        Rule::always("balance_behind", told::balance_behind).of(Figures::SUM),
        Rule::given("over_dashes", Marks::PARTED, told::over_dashes),
        Rule::given("behind_a_stroke", Marks::STROKE, told::behind_a_stroke),
        Rule::always("value_of_investments", told::value_of_investments).of(Figures::SUM),
        Rule::given("exceeded_by", Marks::EXCEEDS, one_over_other::exceeded_by).of(Figures::MONEY),
        Rule::given("quota_of_output", Marks::QUOTA, made::quota_of_output).of(Figures::RATE),
        Rule::given("got_for", Marks::GETS, earned::got_for).of(Figures::NO_PRICE),
        Rule::always("were_goods", behind::were_goods).of(Figures::AMOUNT),
        Rule::given("or_so_much", Marks::SEVERAL, behind::or_so_much).of(Figures::SUM.or(Figures::BULK)),
        Rule::always("fell_to", behind::fell_to).of(Figures::AMOUNT),
        Rule::always("head_after_of", behind::after_of),
        Rule::always("by_its_ends", under_way::by_its_ends).of(Figures::GOODS.or(Figures::POWER)),
        Rule::always("given_to_whom", under_way::given_to_whom).of(Figures::GOODS.or(Figures::POWER)),
        Rule::always("bound_to", under_way::bound_to).of(Figures::GOODS.or(Figures::POWER)),
        Rule::given("relied_on", Marks::RELIES, under_way::relied_on).of(Figures::GOODS.or(Figures::POWER)),
        Rule::given("agent_before_bracket", Marks::BRACKET, told::agent_before_bracket),
        Rule::given("were_the_main", Marks::BRACKET, told::were_the_main),
        Rule::given("verb_behind_apposition", Marks::PARTED, told::verb_behind_apposition),
        Rule::given("participle_behind", Marks::PARTED, participle::participle_behind).of(Figures::AMOUNT),
        Rule::given("head_far_ahead", Marks::PARTED, ahead::far_ahead),
        Rule::always("head_before", ahead::before),
        Rule::given("load_behind", Marks::LOADS, dealt::load_behind).of(Figures::BULK),
        Rule::always("set_ahead", behind::set_ahead),
        Rule::always("head_after", behind::after),
        Rule::always("under_way", under_way::under_way).of(Figures::GOODS.or(Figures::POWER)),
        Rule::given("down_the_pipe", Marks::PIPELINE, inverted::down_the_pipe).of(Figures::BULK),
        Rule::always("power_of_plant", made::power_of_plant).of(Figures::POWER),
        Rule::given("rate_of_route", Marks::ROUTE, of_route::rate_of_route).of(Figures::RATE),
        Rule::given("goods_on_the_way", Marks::GOODS, told::goods_on_the_way),
        Rule::given("noun_under_way", Marks::GOODS, under_way::noun_under_way).of(Figures::GOODS),
        Rule::always("handed_over", handed::handed_over).of(Figures::SUM.or(Figures::GOODS).or(Figures::COUNT_OF)),
        Rule::always("came_to", handed::came_to).of(Figures::SUM.or(Figures::GOODS).or(Figures::COUNT_OF)),
        Rule::given("goods_worth", Marks::WORTH, paid_out::goods_worth).of(Figures::SUM),
        Rule::always("market_for", paid_out::market_for).of(Figures::SUM),
        Rule::given("over_an_aside", Marks::SEVERAL, part_again::over_an_aside),
        Rule::always("amount_of_it", part_again::amount_of_it).of(Figures::SUM.or(Figures::GOODS)),
        Rule::always("pointed_back", part_again::pointed_back).of(Figures::RATIO),
        Rule::always("earned_again", earned::earned_again).of(Figures::SUM),
        Rule::always("amount_from", whose_goods::amount_from).of(Figures::GOODS),
        Rule::given("goods_between_two", Marks::GOODS, whose_goods::between_two)
            .of(Figures::SUM.or(Figures::GOODS).or(Figures::RATIO)),
        Rule::given("with_the_next", Marks::SEVERAL, counted_goods::with_the_next)
            .of(Figures::BULK.or(Figures::COUNT_OF)),
        Rule::given("entry_below", Marks::COLON.or(Marks::DASH), goods_list::entry_below).of(Figures::RATIO),
        Rule::always("previous_figure", previous),
        Rule::given("amount_of_route", Marks::ROUTE, of_route::amount_of_route).of(Figures::GOODS.or(Figures::POWER)),
        Rule::always("head_of_sentence", of_sentence),
        Rule::always("topic", topic),
        Rule::always("aim_of_two", inverted::aim_of_two).of(Figures::SUM),
        Rule::always("told_beside", fuel::told_beside),
        Rule::always("rate_alone", plant::rate_alone),
    ])
}

pub type Found = Option<(Governor, Option<Span>)>;

pub fn found(search: &Search<'_, '_>, head: Head) -> Found {
    let view = search.view;
    // *sold shares worth 1,143 crore*: a verb of trade whose object is something else.
    let verb = matches!(head.class, Class::VerbOut | Class::VerbIn);
    let object = view.heads.iter().find(|h| verb && h.at >= head.end && h.at <= head.end + 3 && h.at < search.start());
    // *were imported at a cost of 73 million*: what the goods cost.
    let object =
        object.filter(|h| !(view.norm(h.at) == "cost" && view.norm_before(h.at, 1) == "a" && h.at == head.end + 2));
    if let Some(other) = object.filter(|h| h.topic == Topic::Other || is_security(view.norm(h.at))) {
        return Some((Governor::Head(Head { topic: Topic::Other, ..*other }), Some(other.span)));
    }
    if verb && (head.end..(head.end + 3).min(search.start())).any(|at| is_security(view.norm(at))) {
        return Some((Governor::Head(Head { topic: Topic::Other, ..head }), Some(head.span)));
    }
    // *paid 260 billion roubles for Yugansk*: for a firm or a place, no goods.
    let end = search.end();
    let bought = pays(view.norm(head.at)) && search.unit.is_sum() && head.at < end;
    if bought
        && let Some(at) = (end..(end + 20).min(view.range.end)).find(|at| view.norm(*at) == "for")
        && view.tokens.get(at + 1).is_some_and(|t| t.is_capitalised())
        && !view.mentions.iter().any(|m| m.tokens.contains(&(at + 1)))
    {
        return Some((Governor::Head(Head { topic: Topic::Other, ..head }), Some(head.span)));
    }
    // *The well flowed 24 million cubic feet a day*: what a test of it brought up is sold to nobody.
    if view.norm(head.at).starts_with("flow")
        && view.clause(head.at).any(|at| matches!(view.norm(at), "well" | "wells" | "zone" | "zones" | "drillstem"))
    {
        return Some((Governor::Head(Head { topic: Topic::Other, ..head }), Some(head.span)));
    }
    // *exports totalled 2.3 bcm, and revenues from them grew to $742 million*: what was sold brought it.
    // *Tax revenue* is the state's.
    let state = matches!(
        view.norm_before(head.at, 1),
        "tax"
            | "government"
            | "budget"
            | "state"
            | "customs"
            | "company"
            | "group"
            | "fiscal"
            | "public"
            | "tourism"
            | "s"
    );
    let revenue = (is_receipts(view.norm(head.at)) || view.norm(head.at) == "income") && !state;
    let money = search.unit.is_ratio() || search.unit.measure.dimension() == crate::model::Dimension::Money;
    if revenue && head.topic == Topic::Other && search.exports && money {
        return Some((if search.follows { Governor::Previous } else { Governor::Topic }, Some(head.span)));
    }
    // *Sales volume was 4,470 tonnes*: what is sold by weight, between no two.
    let sold = verb_free(view, &head) && search.unit.is_bulk();
    // *Algeria supplied 13.9 billion to Italy. In 2021 some 21 billion passed through the tube*: of the same flow.
    let through =
        || (head.at..head.end + 3).any(|at| is_line(view.norm(at))) && !view.actors.iter().any(|a| a.at >= head.end);
    let same = (head.topic == Topic::Same).then_some(&head);
    // *exported merchandise by an amount of 802 million*, *imported goods for the sum of 1.2 billion*: of what the verb says.
    let amount = same.and_then(|same| amount_of_verb(view, same).or_else(|| amount_moved(view, same)));
    let previous = search.follows && amount.is_none();
    // *January exports compared with a December figure of 15 billion*: of what its own clause compares.
    let own = same.filter(|_| !previous).and_then(|same| compares_its_own(view, same).or(amount));
    let governor = match head.topic {
        Topic::Of(Indicator::Transit) if (search.exports_before || search.imports_before) && through() => {
            if search.follows { Governor::Previous } else { Governor::Topic }
        }
        Topic::Of(Indicator::Turnover) if sold => Governor::Head(Head { topic: Topic::Of(Indicator::Exports), ..head }),
        // *the figure*, *volumes* speak of the statement before.
        Topic::Same if previous => Governor::Previous,
        Topic::Same if own.is_some() => Governor::Head(own?),
        // *owed it 900 million dollars, though he put the amount at only 650 million*: of what was no trade either.
        Topic::Same if search.topic && passed_over_before(search) => return None,
        Topic::Same if search.topic => Governor::Topic,
        // *sells some 400,000 tonnes of rice. Both countries want to raise the volume to $500 million*: of their trade.
        Topic::Same if search.unit.is_sum() && two_trade::several_act(view, head.at) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Turnover), ..head })
        }
        // *put the volume with Azerbaijan at $5.9 billion*: of all that goes both ways.
        Topic::Same if search.unit.is_sum() && is_with_a_country(view, &head) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Turnover), ..head })
        }
        Topic::Same => return None,
        Topic::Other if search.unit.is_ratio() && is_price_of_goods(view, &head) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Price), ..head })
        }
        _ if through_pipe::is_pumped_on(search, &head) => through_pipe::pumped_on(search),
        _ if through_pipe::is_put_through(search, &head) => {
            let port = through_pipe::is_of_a_port(view, &head);
            let topic = Topic::Of(if port && !search.exports_before { Indicator::Transit } else { Indicator::Exports });
            Governor::Head(Head { topic, ..head })
        }
        _ if is_in_store(view, &head, search.unit) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Reserves), ..head })
        }
        // *oil imports fell; the shipments slipped 8 percent in the quarter*: of what was imported.
        Topic::Of(Indicator::Exports) if search.imports_before && are_those_spoken_of(view, &head) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Imports), ..head })
        }
        _ if is_made_by_the_world(view, &head)
            || is_flow_of_fields(search, &head)
            || is_brought_up(view, &head, search.unit) =>
        {
            Governor::Head(Head { topic: Topic::Of(Indicator::Production), ..head })
        }
        _ if search.unit.is_ratio() && is_taken_in(view, &head) => {
            Governor::Head(Head { topic: Topic::Of(Indicator::Imports), ..head })
        }
        _ => Governor::Head(head),
    };
    Some((governor, Some(head.span)))
}

/// *the volume with Azerbaijan*: whether a word for an amount says with whom it was traded.
fn is_with_a_country(view: &View<'_>, head: &Head) -> bool {
    let volume = matches!(view.norm(head.at), "volume" | "volumes" | "flow") && view.norm(head.end) == "with";
    volume && view.actors.iter().any(|a| (head.end + 1..head.end + 3).contains(&a.at) && a.party.is_country())
}

/// *exports were 639 million and imports 628 million, compared with 771 and 500 million respectively*
fn respectively(search: &Search<'_, '_>) -> Found {
    found(search, search.view.respective.as_ref()?.head(search.quantity)?)
}

impl Search<'_, '_> {
    pub fn start(&self) -> usize {
        self.view.mentions[self.quantity].tokens.start
    }

    pub fn end(&self) -> usize {
        self.view.mentions[self.quantity].tokens.end
    }

    pub fn segment(&self) -> std::ops::Range<usize> {
        self.view.segment_tokens(self.view.segment(self.start()))
    }
}

/// Whether *shipments* name neither goods nor a party of their own, so that they are those that were told of before.
fn are_those_spoken_of(view: &View<'_>, head: &Head) -> bool {
    let opens = |at: usize| at < view.range.start || matches!(view.norm(at), "the" | "these" | "," | "and" | "while");
    let beside = matches!(view.norm(head.end), "of" | "to" | "from" | "into" | "by" | "in" | "abroad" | "overseas");
    // *54 percent of the shipments*
    let of = view.norm_before(head.at, 2) == "of";
    view.norm(head.at) == "shipments" && head.end == head.at + 1 && opens(head.at.wrapping_sub(1)) && !beside && !of
}

/// Whether the figure is an amount of goods, which alone can flow, arrive, come.
pub fn flows(search: &Search<'_, '_>) -> bool {
    use crate::model::Dimension::{Count, Energy, Mass, Volume};
    let view = search.view;
    let start = told::start_of(search);
    // *goods worth $4 million were brought*, *$4 million worth goods were brought*, *were brought goods for $4 million*
    let goods = |at: usize| is_merchandise(view.norm(at));
    let worth = view.norm_before(start, 1) == "worth"
        || view.norm(search.end()) == "worth" && (search.end() + 1..search.end() + 5).any(goods)
        || view.norm_before(start, 1) == "for" && goods(start.wrapping_sub(2));
    worth || matches!(search.unit.measure.dimension(), Volume | Mass | Energy | Count)
}

/// *Russian gas flows to Turkey climb 27.6%*: a ratio of goods that flow.
pub fn flow_of_goods(search: &Search<'_, '_>, head: &Head) -> bool {
    // *95 percent of petroleum products is brought from Russia*
    let end = search.end();
    let goods = |m: &crate::mention::Mention| {
        m.tokens.start > end && m.tokens.start <= end + 3 && matches!(m.what, What::Commodity(_))
    };
    let of_goods = head.at > end
        && search.view.norm(end) == "of"
        && search.view.mentions.iter().any(goods)
        && head.class != Class::Noun
        && search.view.actors.iter().any(|a| a.at > head.at && a.role == super::grammar::Role::From);
    if of_goods && search.unit.is_ratio() {
        return true;
    }
    // *gas flows*, *flows of Russian gas*
    let of = head.class == Class::Noun && search.view.norm(head.end) == "of";
    let named = search.view.mentions.iter().any(|m| {
        matches!(m.what, What::Commodity(_))
            && (m.tokens.end == head.at || of && (head.end + 1..head.end + 3).contains(&m.tokens.start))
    });
    named && search.unit.is_ratio()
}

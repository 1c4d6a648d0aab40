//! Goods in pieces that no table has: the plural noun that a bare number counts, where a verb of the trade of countries moves it.
//!
//! | text | figure | goods |
//! | --- | --- | --- |
//! | *Austria exported **4,200 pianos** to Japan* | 4,200 items | pianos |
//! | ***900 water tanks** were shipped to Malawi* | 900 items | water_tanks |
//! | *has sent **60 fire engines** to Peru* | 60 items | fire_engines |
//! | *exported to **45 countries***, *sent 30 engineers to Peru* | none | |

use super::behind;
use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::naming::{own_words, unknown_goods_at};
use super::told::verb_behind_apposition;
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{describes_pieces, is_handed_over, tells_one_way};
use crate::mention::{Form, QuantityMention};
use crate::model::{Decimal, Measure, Unit};
use crate::token::OneOf;

/// The fewest pieces that are told as trade: *exported three new dishes* is none.
const FEWEST: i64 = 20;

/// Nouns that are counted beside trade and are no goods: people, places, firms, deals, times, sorts.
const NO_GOODS: OneOf = one_of!(
    "people",
    "persons",
    "men",
    "women",
    "children",
    "workers",
    "labourers",
    "migrants",
    "students",
    "pupils",
    "teachers",
    "nurses",
    "doctors",
    "engineers",
    "specialists",
    "experts",
    "soldiers",
    "troops",
    "rescuers",
    "refugees",
    "tourists",
    "visitors",
    "passengers",
    "guests",
    "delegates",
    "observers",
    "volunteers",
    "athletes",
    "players",
    "drivers",
    "sailors",
    "prisoners",
    "pilgrims",
    "families",
    "households",
    "countries",
    "nations",
    "states",
    "markets",
    "regions",
    "provinces",
    "cities",
    "towns",
    "villages",
    "destinations",
    "ports",
    "points",
    "companies",
    "firms",
    "enterprises",
    "businesses",
    "exporters",
    "importers",
    "suppliers",
    "producers",
    "buyers",
    "customers",
    "clients",
    "farmers",
    "investors",
    "banks",
    "factories",
    "plants",
    "projects",
    "products",
    "items",
    "goods",
    "commodities",
    "types",
    "kinds",
    "sorts",
    "varieties",
    "categories",
    "groups",
    "brands",
    "names",
    "titles",
    "times",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "seasons",
    "tickets",
    "letters",
    "messages",
    "notes",
    "documents",
    "applications",
    "licences",
    "licenses",
    "permits",
    "certificates",
    "votes",
    "shares",
    "bonds",
    "songs",
    "jobs",
    "contracts",
    "deals",
    "agreements",
    "orders",
    "tenders",
    "shipments",
    "cargoes",
    "loads",
    "consignments",
    "batches",
    "deliveries",
    "trips",
    "flights",
    "voyages",
    "trains",
    "vessels",
    "tankers",
    "ships",
    "truckloads",
    "lots",
    "stores",
    "shops",
    "missions",
    "delegations",
    "patients",
    "samples",
    "percent",
    "tonnes",
    "tons",
    "kilograms",
    "litres",
    "barrels",
    "miles",
    "kilometres",
    "metres",
    "acres",
    "hectares",
    "dollars",
    "euros",
    "signals",
    "pictures",
    "images",
    "parcels",
    "satellites",
    "rockets",
);

/// What goods are packed or told in, whichever they are.
const PACKED: OneOf = one_of!(
    "bottles",
    "cans",
    "jars",
    "packs",
    "packets",
    "packages",
    "cartons",
    "crates",
    "pallets",
    "sacks",
    "rolls",
    "sheets",
    "pairs",
    "sets",
    "bunches",
    "stems",
    "cylinders",
    "vials",
    "doses",
    "heads",
    "copies",
    "sticks",
    "pieces",
    "units",
);

/// *700 carts and 90 ploughs were shipped to Togo*, *300 carts of oak and 90 ploughs were sent*: an amount joined to the next, whose verb
/// is its own.
pub fn with_the_next(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let end = view.over_goods(view.quantity(search.quantity)?.tokens.end);
    // *350 million barrels, or 48 million tonnes*
    let comma = usize::from(view.norm(end) == "," && matches!(view.norm(end + 1), "and" | "or"));
    let end = end + comma;
    if !matches!(view.norm(end), "and" | "or" | ",") {
        return None;
    }
    let next = view.quantities.iter().copied().find(|q| *q > search.quantity)?;
    // *790,000 tonnes, and nine of ten went to Peru* counts something else.
    let alike = |q: &QuantityMention| {
        q.form == Form::Figure && !q.quantity.unit.is_ratio() || search.unit == Unit::of(Measure::Items)
    };
    let joined = view.quantity(next).is_some_and(|q| view.start_with_hedge(q) == end + 1 && alike(q));
    let verb = || {
        let next = Search { quantity: next, ..*search };
        behind::after(&next).or_else(|| verb_behind_apposition(&next))
    };
    verb().filter(|(governor, _)| joined && matches!(governor, Governor::Head(head) if head.class != Class::Noun))
}

/// The tokens of the goods behind a bare number that a verb of trade moves, and the name of those goods.
pub fn counted_goods(view: &View<'_>, written: &mut QuantityMention) {
    let few = written.quantity.value < Decimal::from(FEWEST) || written.stated.0.scale() > 0 && written.exponent == 0;
    if written.form != Form::Bare || written.everyday.is_some() || written.shared.is_some() || few {
        return;
    }
    let first = written.tokens.end + usize::from(describes_pieces(view.norm(written.tokens.end)));
    let Some(goods) = unknown_goods_at(view, first) else { return };
    let last = view.norm(goods.end - 1);
    let plural = last.len() > 3 && last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("us")
        || matches!(last, "sheep" | "cattle" | "aircraft");
    if !plural || view.is_one_of(goods.end - 1, NO_GOODS) || !is_moved(view, written, goods.end) {
        return;
    }
    let span = view.tokens[goods.start].span.join(view.tokens[goods.end - 1].span);
    written.span = written.span.join(span);
    written.tokens.end = goods.end;
    // *9 million bottles were exported*: of what the talk is of.
    let packed = view.is_one_of(goods.end - 1, PACKED);
    written.goods = own_words(view, goods).filter(|_| !packed).map(|goods| (goods, span));
    written.form = Form::Figure;
    written.quantity.unit = Unit::of(Measure::Items);
}

/// Whether a verb of trade right before the number or right behind its goods moves them; one of any sending, with a country as its end.
fn is_moved(view: &View<'_>, written: &QuantityMention, end: usize) -> bool {
    let start = view.start_with_hedge(written);
    let abroad = || {
        let clause = view.clause(start);
        let end = |role: Role| matches!(role, Role::To | Role::From);
        view.actors.iter().any(|a| clause.contains(&a.at) && a.party.is_country() && end(a.role))
    };
    // *sent 60 firefighters*: who goes, and no goods; but *shipped 60 loaders*
    let last = view.norm(end - 1);
    let someone = ["ers", "ors", "ists", "ians", "ees", "ants"].iter().any(|ends| last.ends_with(ends));
    let moves = |at: usize| {
        let word = view.norm(at);
        if someone && matches!(word, "sent" | "received" | "brought" | "transported") {
            return false;
        }
        tells_one_way(word) && (word.ends_with("ed") || word.ends_with("ing")) || is_handed_over(word) && abroad()
    };
    if start > view.range.start && moves(start - 1) {
        return true;
    }
    // *900 crates of cherries were shipped*
    let end = view.over_goods(end);
    // *300 kiosks, and no fewer, were sent*
    view.last_helping(end).is_some_and(|at| moves(at + 1)) && view.first_quantity(&(end..end + 3)).is_none()
}

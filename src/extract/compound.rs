//! Words that look like a head but describe something else: *trade pact*, *free-trade area*, *Petrel Resources*.

use super::head::{Head, is_border};
use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::{brings, crosses, foresees, is_deal, is_gap, is_office, is_threshold, points_back, takes};
use crate::mention::{Mention, What};
use crate::model::Indicator;
use crate::token::OneOf;

/// What states and firms do about exports and imports, which is no flow of goods.
const MEASURES: OneOf = one_of!(
    "program",
    "programs",
    "programme",
    "programmes",
    "enhancement",
    "promotion",
    "subsidy",
    "subsidies",
    "restrictions",
    "curbs",
    "controls",
    "ban",
    "bans",
    "policy",
    "policies",
    "costs",
    "finance",
    "insurance",
    "zone",
    "zones",
    "processing",
    "drive",
    "strategy",
    "council",
    "bank",
    "industries",
    "firms",
    "houses",
    "tariff",
    "tariffs",
    "duty",
    "duties",
    "tax",
    "taxes",
    "rules",
    "regime",
);

impl View<'_> {
    /// *Petrel Resources*: a noun that ends the name of a firm.
    fn is_of_a_firm(&self, head: &Head) -> bool {
        let before = head.at.wrapping_sub(1);
        let capital = |at: usize| {
            let token = &self.tokens[at];
            token.is_capitalised() && token.text.chars().any(char::is_lowercase)
        };
        self.norm(head.at) == "resources"
            && self.range.contains(&before)
            && capital(head.at)
            && capital(before)
            && !self.mentions.iter().any(|m| m.tokens.contains(&before))
    }

    /// *a 10.3% shortfall compared to 2019*, *a shortfall of 8 percent*: whether the word at token `at` tells by what part something is
    /// less than before, and of no balance.
    pub(super) fn falls_short_at(&self, at: usize) -> bool {
        let ratio = |m: &Mention| {
            let beside = m.tokens.end == at || self.norm(at + 1) == "of" && (at + 2..=at + 4).contains(&m.tokens.start);
            beside && matches!(&m.what, What::Quantity(q) if q.quantity.unit.is_ratio())
        };
        // *a shortfall of $82 million against 2021*
        let amount = |m: &Mention| {
            let time = |at: usize| self.time_at(at).is_some();
            self.norm(at + 1) == "of"
                && m.tokens.start == at + 2
                && matches!(m.what, What::Quantity(_))
                && matches!(self.norm(m.tokens.end), "against" | "on" | "from")
                && time(m.tokens.end + 1)
        };
        let trade = matches!(self.norm_before(at, 1), "trade" | "account" | "external");
        self.norm(at) == "shortfall" && !trade && self.mentions.iter().any(|m| ratio(m) || amount(m))
    }

    /// *trade pact*, *free-trade area*, *trade data*: trade that describes something else.
    pub(super) fn is_compound(&self, head: &Head) -> bool {
        const DESCRIBED: OneOf = one_of!(
            "pact",
            "deal",
            "deals",
            "talks",
            "war",
            "wars",
            "agreement",
            "agreements",
            "row",
            "dispute",
            "disputes",
            "policy",
            "barriers",
            "bloc",
            "tensions",
            "group",
            "body",
            "unions",
            "route",
            "routes",
            "hub",
            "zone",
            "facilitation",
            "sanctions",
            "restrictions",
            "curbs",
            "embargo",
            "frictions",
            "negotiations",
            "negotiator",
            "association",
            "council",
            "chamber",
            "promotion",
            "rules",
            "law",
            "concessions",
            "corridor",
            "show",
            "finance",
            "economist",
            "area",
            "official",
            "officials",
            "sources",
        );
        // *exports of goods and services*
        let with_goods = self.norm(head.at) == "services"
            && matches!(self.norm_before(head.at, 1), "and" | "&")
            && matches!(self.norm_before(head.at, 2), "goods" | "merchandise");
        let one = head.end == head.at + 1 && self.norm(head.at) == "trade";
        let tied = self.norm_before(head.at, 1) == "-" && self.norm_before(head.at, 2) == "free";
        // *investments in the Moldovan economy*
        let place = self.norm(head.at) == "economy"
            && ((1..=3).any(|back| head.at >= self.range.start + back && self.norm(head.at - back) == "in")
                // *into Kazakhstan's economy*
                || self.norm_before(head.at, 1) == "s" && matches!(self.norm_before(head.at, 4), "in" | "into")
                // *with Mozambique, an economy 30 times smaller*
                || matches!(self.norm_before(head.at, 1), "an" | "the")
                    && self.norm_before(head.at, 2) == ",")
            // *Iran's land and sea borders*, *by land*
            || self.norm(head.at) == "land"
                && (matches!(self.norm_before(head.at, 1), "by" | "over")
                    || matches!(self.norm(head.end), "border" | "borders" | "route" | "routes" | "corridor" | "bridge" | "port" | "ports")
                    || self.norm(head.end) == "and" && matches!(self.norm(head.end + 1), "sea" | "air" | "rail" | "water"))
            // *5 million tonnes duty free*
            || self.norm(head.at) == "duty" && (matches!((self.norm(head.end), self.norm(head.end + 1)), ("free", _) | ("-", "free"))
                    // *crossed into Tajikistan free of duty*
                    || self.norm_before(head.at, 1) == "of" && self.norm_before(head.at, 2) == "free");
        // *earnings from the two clients*: a buyer behind a preposition says nothing of what is counted.
        let object = head.class == Class::Agent
            && (1..=3).any(|back| {
                head.at >= self.range.start + back
                    && matches!(self.norm(head.at - back), "from" | "to" | "for" | "by" | "with")
                    && (head.at - back + 1..head.at).all(|at| {
                        matches!(
                            self.norm(at),
                            "the"
                                | "its"
                                | "their"
                                | "two"
                                | "three"
                                | "both"
                                | "all"
                                | "these"
                                | "other"
                                | "foreign"
                                | "main"
                                | "an"
                                | "same"
                                | "unnamed"
                                | "unknown"
                                | "undisclosed"
                                | "unspecified"
                        )
                    })
            });
        // *hopes to take that to 100 million*: a figure is taken there, no goods.
        let figure = (takes(self.norm(head.at)) || brings(self.norm(head.at)))
            && points_back(self.norm(head.end))
            && self.norm(head.end + 1) == "to";
        // *by 2027 it is to be brought to 10 million tons*
        let figure = figure
            || self.norm(head.at) == "brought"
                && head.end == head.at + 1
                && matches!(self.norm_before(head.at, 1), "be" | "been" | "being" | "was" | "is")
                && self.norm(head.end) == "to"
                && self
                    .mentions
                    .iter()
                    .any(|m| m.tokens.start == head.end + 1 && matches!(m.what, crate::mention::What::Quantity(_)));
        // *use of coal for power generation*: what something is used for.
        let purpose = matches!(self.norm(head.at), "generation" | "production")
            && {
                let kind = head.at.wrapping_sub(1);
                let made = matches!(
                    self.norm(kind),
                    "power" | "electricity" | "energy" | "heat" | "steel" | "fertiliser" | "fertilizer"
                );
                made && self.norm_before(kind, 1) == "for"
            }
            && (self.range.start..head.at)
                .any(|at| matches!(self.norm(at), "use" | "used" | "uses" | "consumption" | "burned" | "burnt"));
        if figure || purpose || self.is_of_a_firm(head) || self.falls_short_at(head.at) {
            return true;
        }
        // *a trading house*, *shipping conditions*
        let beside =
            matches!(self.norm(head.at), "trading" | "shipping" | "exporting" | "importing" | "producing" | "mining")
                && head.end == head.at + 1
                && matches!(
                    self.norm(head.end),
                    "house"
                        | "houses"
                        | "company"
                        | "companies"
                        | "firm"
                        | "sector"
                        | "firms"
                        | "conditions"
                        | "agents"
                        | "sources"
                        | "costs"
                        | "lines"
                        | "lanes"
                        | "routes"
                        | "circles"
                        | "season"
                        | "nations"
                        | "countries"
                        | "partners"
                        | "arm"
                        | "unit"
                        | "group"
                        | "hub"
                        | "insurance"
                        | "industry"
                        | "executives"
                        | "corporation"
                        | "corp"
                        | "board"
                        | "organisation"
                        | "organization"
                        | "agency"
                );
        // *the gap between rich and poor*
        let another_gap = self.norm(head.at) == "gap"
            && self.norm(head.end) == "between"
            && !(head.end..head.end + 8).any(|at| self.norm(at).starts_with("export"))
            // *is closing the gap at $50 billion*: how far behind it still is, no balance.
            || self.norm(head.at) == "gap"
                && self.norm(head.end) == "at"
                && ["clos", "narrow", "bridg"].iter().any(|stem| self.norm_before(head.at, 2).starts_with(stem));
        // *the crop nutrient*, *crop protection*
        let nutrient = self.norm(head.at) == "crop"
            && matches!(self.norm(head.end), "nutrient" | "nutrients" | "protection" | "insurance" | "chemicals");
        // *sales of new-crop corn*
        let aged = self.norm(head.at) == "crop"
            && self.norm_before(head.at, 1) == "-"
            && matches!(self.norm_before(head.at, 2), "old" | "new");
        // *high-value goods*: no value of theirs.
        let valued = self.norm(head.at) == "value"
            && head.end == head.at + 1
            && self.tokens[head.at].is_joined()
            && self.norm_before(head.at, 1) == "-";
        // *The trade had expected 13.08 billion bushels*: those who deal in them.
        let traders = one
            && self.norm_before(head.at, 1) == "the"
            && matches!(self.norm(head.end), "had" | "has" | "was" | "is")
            && (foresees(self.norm(head.end + 1)) || matches!(self.norm(head.end + 1), "expecting" | "looking"));
        // *Jordan's Supply Ministry*, *the Authority for Supply Commodities*, *State Trading Corporation*: a part of a name.
        let office = head.end == head.at + 1
            && head.class == Class::Noun
            && self.tokens[head.at].text.starts_with(char::is_uppercase)
            && self.tokens[head.at].text.chars().any(char::is_lowercase)
            && matches!(
                self.norm(head.end),
                "ministry" | "board" | "authority" | "corporation" | "organisation" | "organization" | "commodities"
            )
            && self.tokens[head.end].text.starts_with(char::is_uppercase);
        // *the commerce and industry ministry*, *the ministry of commerce*: what an office looks after.
        let looks_after = head.indicator() == Some(Indicator::Turnover) && head.class == Class::Noun && {
            let joined = if matches!(self.norm(head.end), "and" | "&") { head.end + 2 } else { head.end };
            is_office(self.norm(joined))
                || self.norm_before(head.at, 1) == "of" && is_office(self.norm_before(head.at, 2))
        };
        let office = office || looks_after;
        // *soybean imports in value terms fell*, not *In value terms it equals 16 billion*
        let terms = matches!(self.norm(head.at), "value" | "volume")
            && self.norm(head.end) == "terms"
            && head.at > self.range.start + 1
            && self.norm_before(head.at, 1) == "in"
            && !matches!(self.norm_before(head.at, 2), "," | "and");
        // *The main destination in volume was China (107,300 tonnes)*
        let terms = terms
            || matches!(self.norm(head.at), "value" | "volume")
                && matches!(self.norm_before(head.at, 1), "in" | "by")
                && self.norm(head.end) != "of"
                && self.heads.last().is_some_and(|h| {
                    // *mining shipments by value fell 49 percent*
                    let traded = h.class == Class::Noun && h.indicator().is_some_and(Indicator::is_one_way);
                    (h.class == Class::Agent || traded) && h.end + 1 == head.at
                });
        // *a decline in exports' value*: of what they are worth.
        let terms = terms
            || self.norm(head.at) == "value"
                && self.norm_before(head.at, 1) == "'"
                && self.heads.iter().any(|h| {
                    h.end + 1 == head.at && matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports))
                });
        // *exports rose 4 percent, lifted by chips*: what is behind a rise buys nothing.
        let lifted =
            self.norm(head.at) == "lifted" && self.norm(head.end) == "by" && self.norm_before(head.at, 1) == ",";
        // *lifted the stream by 200,000 barrels a day*: raised it.
        let raised = matches!(self.norm(head.at), "lifted" | "lift" | "lifts" | "lifting")
            && self.mentions.iter().any(|m| {
                (head.end + 2..head.end + 7).contains(&m.tokens.start)
                    && matches!(m.what, What::Quantity(_))
                    && self.norm_before(m.tokens.start, 1) == "by"
            });
        // *buys 150,000 tonnes duty-free*
        let free = self.norm(head.at) == "duty" && self.norm(head.end) == "-" && self.norm(head.end + 1) == "free";
        // *will get to 3.2 million by 2025*: where a figure goes.
        let goes = matches!(self.norm(head.at), "get" | "gets" | "got" | "getting") && self.norm(head.end) == "to";
        // *gas got dearer*: what something became.
        let became = matches!(self.norm(head.at), "get" | "gets" | "got" | "getting")
            && (matches!(self.norm(head.end), "worse" | "better" | "more" | "less" | "expensive" | "stuck" | "closer")
                || self.norm(head.end).len() > 5
                    && self.norm(head.end).ends_with("er")
                    && !self.norm(head.end).ends_with("ther"));
        // *products obtained from bituminous rock*
        let made_of = self.norm(head.at) == "obtained" && self.norm(head.end) == "from";
        // *crossed the $600 billion mark*: a height that is passed, no border.
        let passes = crosses(self.norm(head.at))
            && self.mentions.iter().any(|m| {
                (head.end..=head.end + 2).contains(&m.tokens.start)
                    && matches!(m.what, What::Quantity(_))
                    && (is_threshold(self.norm(m.tokens.end))
                        || matches!(&m.what, What::Quantity(q)
                            if q.quantity.unit.measure.dimension() == crate::model::Dimension::Money))
            });
        // *Goods worth $64 million crossed the border posts*: traded, not carried through.
        let crosses =
            passes || crosses(self.norm(head.at)) && (head.end..head.end + 3).any(|at| is_border(self.norm(at)));
        // *a company-provided estimate*, *government-owned*: a participle that describes, of no deal.
        let tied_verb = !matches!(head.class, Class::Noun | Class::Agent)
            && self.norm(head.at).ends_with("ed")
            && self.norm_before(head.at, 1) == "-"
            && self.tokens[head.at].is_joined()
            && !matches!(self.norm_before(head.at, 2), "re" | "co");
        // *spends 25 billion on its export enhancement program*: what is done about exports.
        let measure = head.end == head.at + 1
            && matches!(self.norm(head.at), "export" | "import")
            && self.is_one_of(head.end, MEASURES);
        // *a surplus in trade in goods*: of the balance.
        let kind = |at: &usize| {
            matches!(self.norm(*at), "foreign" | "international" | "external" | "merchandise" | "the" | "its")
        };
        let balanced = head.indicator() == Some(Indicator::Turnover) && head.class == Class::Noun && {
            let first = (self.range.start..head.at).rev().take(2).take_while(kind).last().unwrap_or(head.at);
            self.norm_before(first, 1) == "in"
                && (is_gap(self.norm_before(first, 2)) || self.norm_before(first, 2) == "imbalance")
        };
        // *signed a supply deal to buy 3 bcm*: what is done under it is told behind.
        let deal = matches!(self.norm(head.at), "supply" | "sale" | "sales" | "purchase" | "export" | "delivery")
            && head.end == head.at + 1
            && is_deal(self.norm(head.end))
            && self.norm(head.end + 1) == "to";
        // *Ships: $1.3 billion*: goods that head an entry.
        let goods = self.norm(head.at) == "ships" && self.norm(head.end) == ":";
        // *found buyers in Kenya*: told by what they were found for.
        let found = head.class == Class::Agent
            && matches!(self.norm_before(head.at, 1), "found" | "find" | "finds" | "finding")
            && matches!(self.norm(head.end), "in" | "at" | "there" | "abroad");
        valued
            || found
            || balanced
            || deal
            || tied_verb
            || measure
            || goods
            || made_of
            || goes
            || became
            || free
            || raised
            || crosses
            || terms
            || lifted
            || aged
            || traders
            || office
            || nutrient
            || another_gap
            || with_goods
            || object
            || place
            || beside
            || one && (self.is_one_of(head.end, DESCRIBED) || tied)
    }

    /// *domestically produced exports*: a participle that describes the noun right behind it.
    pub(super) fn describes_head(&self, head: &Head) -> bool {
        head.class != Class::Noun
            && self.norm(head.at).ends_with("ed")
            && self.heads.iter().any(|h| h.at == head.end && h.class == Class::Noun)
    }
}

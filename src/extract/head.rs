//! The words that say what a statement is about.

use super::view::View;
use crate::lexicon::{Class, Cue, NameForm, Topic};
use crate::mention::{Mention, What};
use crate::model::{Indicator, Span};

/// A word that says what a statement is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head {
    /// Its first token.
    pub at: usize,
    /// The token after it.
    pub end: usize,
    /// Its bytes.
    pub span: Span,
    /// What it is about.
    pub topic: Topic,
    /// How it joins its parties here.
    pub class: Class,
    /// Whether it is a passive verb.
    pub passive: bool,
}

impl Head {
    /// The indicator it speaks of; `None` for a topic that is no fact.
    pub fn indicator(&self) -> Option<Indicator> {
        match self.topic {
            Topic::Of(indicator) => Some(indicator),
            Topic::Surplus | Topic::Deficit => Some(Indicator::Balance),
            Topic::Flow => Some(Indicator::Exports),
            Topic::Same | Topic::Other => None,
        }
    }
}

pub fn head(mention: &Mention, cues: &[Cue], is_verb: impl Fn() -> bool) -> Option<Head> {
    let heads = || {
        cues.iter().filter_map(|cue| match cue {
            Cue::Head(topic, class) => Some((*topic, *class)),
            _ => None,
        })
    };
    let nominal = |class: Class| matches!(class, Class::Noun | Class::Agent);
    let noun = heads().find(|(_, class)| nominal(*class));
    let verb = heads().find(|(_, class)| !nominal(*class));
    let (topic, class) = match (noun, verb) {
        (Some(noun), Some(verb)) => {
            if is_verb() {
                verb
            } else {
                noun
            }
        }
        (noun, verb) => noun.or(verb)?,
    };
    Some(Head { at: mention.tokens.start, end: mention.tokens.end, span: mention.span, topic, class, passive: false })
}

/// What states and firms do about exports and imports, which is no flow of goods.
const MEASURES: [&str; 36] = [
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
];

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

    /// *trade pact*, *free-trade area*, *trade data*: trade that describes something else.
    pub(super) fn is_compound(&self, head: &Head) -> bool {
        const DESCRIBED: [&str; 45] = [
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
        ];
        // *exports of goods and services*
        let with_goods = self.norm(head.at) == "services"
            && matches!(self.norm(head.at.wrapping_sub(1)), "and" | "&")
            && matches!(self.norm(head.at.wrapping_sub(2)), "goods" | "merchandise");
        let one = head.end == head.at + 1 && self.norm(head.at) == "trade";
        let tied = self.norm(head.at.wrapping_sub(1)) == "-" && self.norm(head.at.wrapping_sub(2)) == "free";
        // *investments in the Moldovan economy*
        let place = self.norm(head.at) == "economy"
            && ((1..=3).any(|back| head.at >= self.range.start + back && self.norm(head.at - back) == "in")
                // *into Kazakhstan's economy*
                || self.norm(head.at.wrapping_sub(1)) == "s" && matches!(self.norm(head.at.wrapping_sub(4)), "in" | "into")
                // *with Mozambique, an economy 30 times smaller*
                || matches!(self.norm(head.at.wrapping_sub(1)), "an" | "the")
                    && self.norm(head.at.wrapping_sub(2)) == ",")
            // *Iran's land and sea borders*, *by land*
            || self.norm(head.at) == "land"
                && (matches!(self.norm(head.at.wrapping_sub(1)), "by" | "over")
                    || matches!(self.norm(head.end), "border" | "borders" | "route" | "routes" | "corridor" | "bridge" | "port" | "ports")
                    || self.norm(head.end) == "and" && matches!(self.norm(head.end + 1), "sea" | "air" | "rail" | "water"))
            // *5 million tonnes duty free*
            || self.norm(head.at) == "duty" && (matches!((self.norm(head.end), self.norm(head.end + 1)), ("free", _) | ("-", "free"))
                    // *crossed into Tajikistan free of duty*
                    || self.norm(head.at.wrapping_sub(1)) == "of" && self.norm(head.at.wrapping_sub(2)) == "free");
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
        let figure =
            matches!(self.norm(head.at), "take" | "takes" | "taking" | "took" | "bring" | "brings" | "bringing")
                && matches!(self.norm(head.end), "that" | "this" | "it" | "them" | "these")
                && self.norm(head.end + 1) == "to";
        if figure || self.is_of_a_firm(head) {
            return true;
        }
        // *a trading house*, *shipping conditions*
        let beside = matches!(self.norm(head.at), "trading" | "shipping" | "exporting" | "importing" | "producing")
            && head.end == head.at + 1
            && matches!(
                self.norm(head.end),
                "house"
                    | "houses"
                    | "company"
                    | "companies"
                    | "firm"
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
            && !(head.end..head.end + 8).any(|at| self.norm(at).starts_with("export"));
        // *the crop nutrient*, *crop protection*
        let nutrient = self.norm(head.at) == "crop"
            && matches!(self.norm(head.end), "nutrient" | "nutrients" | "protection" | "insurance" | "chemicals");
        // *sales of new-crop corn*
        let aged = self.norm(head.at) == "crop"
            && self.norm(head.at.wrapping_sub(1)) == "-"
            && matches!(self.norm(head.at.wrapping_sub(2)), "old" | "new");
        // *high-value goods*: no value of theirs.
        let valued = self.norm(head.at) == "value"
            && head.end == head.at + 1
            && self.tokens[head.at].is_joined()
            && self.norm(head.at.wrapping_sub(1)) == "-";
        // *The trade had expected 13.08 billion bushels*: those who deal in them.
        let traders = one
            && self.norm(head.at.wrapping_sub(1)) == "the"
            && matches!(self.norm(head.end), "had" | "has" | "was" | "is")
            && matches!(self.norm(head.end + 1), "expected" | "estimated" | "anticipated" | "expecting" | "looking");
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
        // *soybean imports in value terms fell*, not *In value terms it equals 16 billion*
        let terms = matches!(self.norm(head.at), "value" | "volume")
            && self.norm(head.end) == "terms"
            && head.at > self.range.start + 1
            && self.norm(head.at - 1) == "in"
            && !matches!(self.norm(head.at - 2), "," | "and");
        // *The main destination in volume was China (107,300 tonnes)*
        let terms = terms
            || matches!(self.norm(head.at), "value" | "volume")
                && self.norm(head.at.wrapping_sub(1)) == "in"
                && self.heads.last().is_some_and(|h| h.class == Class::Agent && h.end + 1 == head.at);
        // *exports rose 4 percent, lifted by chips*: what is behind a rise buys nothing.
        let lifted =
            self.norm(head.at) == "lifted" && self.norm(head.end) == "by" && self.norm(head.at.wrapping_sub(1)) == ",";
        // *lifted the stream by 200,000 barrels a day*: raised it.
        let raised = matches!(self.norm(head.at), "lifted" | "lift" | "lifts" | "lifting")
            && self.mentions.iter().any(|m| {
                (head.end + 2..head.end + 7).contains(&m.tokens.start)
                    && matches!(m.what, What::Quantity(_))
                    && self.norm(m.tokens.start - 1) == "by"
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
        let crosses = matches!(self.norm(head.at), "crossed" | "crosses" | "crossing")
            && self.mentions.iter().any(|m| {
                (head.end..=head.end + 2).contains(&m.tokens.start)
                    && matches!(m.what, What::Quantity(_))
                    && (matches!(self.norm(m.tokens.end), "mark" | "milestone" | "threshold" | "level" | "barrier")
                        || matches!(&m.what, What::Quantity(q)
                            if q.quantity.unit.measure.dimension() == crate::model::Dimension::Money))
            });
        // *Goods worth $64 million crossed the border posts*: traded, not carried through.
        let crosses = crosses
            || matches!(self.norm(head.at), "crossed" | "crosses" | "crossing")
                && (head.end..head.end + 3).any(|at| is_border(self.norm(at)));
        // *a company-provided estimate*, *government-owned*: a participle that describes, of no deal.
        let tied_verb = !matches!(head.class, Class::Noun | Class::Agent)
            && self.norm(head.at).ends_with("ed")
            && self.norm(head.at.wrapping_sub(1)) == "-"
            && self.tokens[head.at].is_joined()
            && !matches!(self.norm(head.at.wrapping_sub(2)), "re" | "co");
        // *spends 25 billion on its export enhancement program*: what is done about exports.
        let measure = head.end == head.at + 1
            && matches!(self.norm(head.at), "export" | "import")
            && MEASURES.contains(&self.norm(head.end));
        // *a surplus in trade in goods*: of the balance.
        let kind = |at: &usize| {
            matches!(self.norm(*at), "foreign" | "international" | "external" | "merchandise" | "the" | "its")
        };
        let balanced = head.indicator() == Some(Indicator::Turnover) && head.class == Class::Noun && {
            let first = (self.range.start..head.at).rev().take(2).take_while(kind).last().unwrap_or(head.at);
            self.norm(first.wrapping_sub(1)) == "in"
                && matches!(
                    self.norm(first.wrapping_sub(2)),
                    "surplus" | "deficit" | "balance" | "gap" | "shortfall" | "imbalance"
                )
        };
        // *signed a supply deal to buy 3 bcm*: what is done under it is told behind.
        let deal = matches!(self.norm(head.at), "supply" | "sale" | "sales" | "purchase" | "export" | "delivery")
            && head.end == head.at + 1
            && matches!(
                self.norm(head.end),
                "deal" | "deals" | "contract" | "contracts" | "agreement" | "agreements" | "pact" | "accord"
            )
            && self.norm(head.end + 1) == "to";
        // *Ships: $1.3 billion*: goods that head an entry.
        let goods = self.norm(head.at) == "ships" && self.norm(head.end) == ":";
        // *found buyers in Kenya*: told by what they were found for.
        let found = head.class == Class::Agent
            && matches!(self.norm(head.at.wrapping_sub(1)), "found" | "find" | "finds" | "finding")
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
            || one && (DESCRIBED.contains(&self.norm(head.end)) || tied)
    }

    /// *domestically produced exports*: a participle that describes the noun right behind it.
    pub(super) fn describes_head(&self, head: &Head) -> bool {
        head.class != Class::Noun
            && self.norm(head.at).ends_with("ed")
            && self.heads.iter().any(|h| h.at == head.end && h.class == Class::Noun)
    }

    /// *hydrocarbon revenue*, *coffee earnings*: what a country's goods bring in.
    pub(super) fn is_revenue_of_goods(&self, head: &Head) -> bool {
        let state = |at: usize| matches!(self.norm(at), "fiscal" | "tax" | "budget" | "state" | "government");
        matches!(self.norm(head.at), "revenue" | "revenues" | "earnings" | "receipts" | "proceeds")
            && !state(head.at.wrapping_sub(1))
            && self.mentions.iter().any(|m| {
                m.tokens.end == head.at
                    && matches!(m.what, What::Commodity(_))
                    && !state(m.tokens.start.wrapping_sub(1))
            })
    }

    /// *pumped 86.8 bcm across Ukraine*: what crosses a country, behind its amount.
    pub(super) fn is_pumped_across(&self, head: &Head) -> bool {
        let pumped = matches!(self.norm(head.at), "pumped" | "piped" | "transported" | "hauled" | "pumps");
        pumped
            && (head.end..(head.end + 10).min(self.range.end)).any(|at| {
                matches!(self.norm(at), "across" | "through" | "via")
                    && self.mentions.iter().any(|m| {
                        (at + 1..=at + 2).contains(&m.tokens.start)
                            && matches!(m.what, What::Party(p, _) if p.is_country())
                    })
            })
    }

    /// *was shipped via Georgia*, *flowed across the territory of Belarus*, *flows of Russian gas through Turkey*: what crosses a
    /// country that is named right behind.
    pub(super) fn leads_across(&self, head: &Head, passive: bool) -> bool {
        let moves = match head.class {
            Class::VerbOut if self.norm(head.end) != "of" => {
                head.topic == Topic::Flow || passive && head.indicator() == Some(Indicator::Exports)
            }
            Class::Noun => {
                matches!(
                    self.norm(head.end.wrapping_sub(1)),
                    "flow"
                        | "flows"
                        | "deliveries"
                        | "supplies"
                        | "shipments"
                        | "loadings"
                        | "nominations"
                        | "bookings"
                ) || matches!(self.norm(head.at), "volume" | "volumes" | "amount" | "quantity")
                    && self.norm(head.end) == "of"
            }
            // *Pumping of Russian gas across Belarus*
            Class::VerbOut if matches!(self.norm(head.at), "pumping" | "shipping") => self.norm(head.end) == "of",
            _ => false,
        };
        if !moves {
            return false;
        }
        let across = |at: usize| matches!(self.norm(at), "across" | "through" | "via");
        let goods = |m: &&Mention| {
            (head.end + 1..head.end + 3).contains(&m.tokens.start) && matches!(m.what, What::Commodity(_))
        };
        let mut at = head.end;
        // *flows of Russian gas through*
        if matches!(self.norm(at), "of" | "for") {
            let Some(goods) = self.mentions.iter().find(goods) else { return false };
            at = goods.tokens.end;
        } else if head.class == Class::VerbOut && self.norm(head.at).ends_with("ing") {
            return false;
        }
        // *volumes of Russian gas passing through Belarus*, *the amount of Iranian gas crossing Turkey*
        let on = |at: usize| {
            matches!(
                self.norm(at),
                "passing"
                    | "moving"
                    | "going"
                    | "flowing"
                    | "running"
                    | "coming"
                    | "pumped"
                    | "shipped"
                    | "sent"
                    | "piped"
                    | "carried"
                    | "transported"
                    | "routed"
            )
        };
        let crossing = matches!(self.norm(at), "crossing" | "transiting");
        at += usize::from(on(at));
        if !across(at) && !crossing {
            return false;
        }
        at += 1;
        at += usize::from(self.norm(at) == "the");
        if self.norm(at) == "territory" && self.norm(at + 1) == "of" {
            at += 2;
        }
        at += usize::from(self.norm(at) == "the");
        let named = |m: &Mention| {
            m.tokens.start == at
                && matches!(m.what, What::Party(p, NameForm::Name) if p.is_country())
                // *through Turkey's port of Ceyhan*
                && self.norm(m.tokens.end) != "'"
        };
        self.mentions.iter().any(named)
    }

    /// *trucked in 30,000 tonnes*, *carried off*, *loaded up on*: verbs of sending that a particle turns round.
    pub(super) fn takes_in(&self, head: &Head) -> bool {
        let amount = |from: usize| {
            self.mentions.iter().any(|m| {
                (from..from + 3).contains(&m.tokens.start) && matches!(m.what, What::Quantity(_) | What::Commodity(_))
            }) || self.norm(from) == "by"
        };
        let particle = match (self.norm(head.at), self.norm(head.end)) {
            ("shipped" | "airlifted", "in") => 1,
            ("carried" | "hauled" | "bore", "off" | "away") => 1,
            ("loaded" | "loading" | "loads" | "load", "up") => 2,
            _ => 0,
        };
        particle > 0 && head.class == Class::VerbOut && amount(head.end + particle)
    }

    /// *domestic fuel sales*: what a country uses itself.
    pub(super) fn is_sold_at_home(&self, head: &Head) -> bool {
        let home = |at: usize| matches!(self.norm(at), "domestic" | "internal" | "inland" | "home");
        let goods = |m: &Mention| {
            m.tokens.end == head.at && matches!(m.what, What::Commodity(_)) && home(m.tokens.start.wrapping_sub(1))
        };
        self.norm(head.at) == "sales" && self.mentions.iter().any(goods)
    }

    /// *invisible spending*: services that a country buys.
    pub(super) fn is_spending_on_invisibles(&self, head: &Head) -> bool {
        matches!(self.norm(head.at), "spending" | "expenditure" | "payments")
            && self.norm(head.at.wrapping_sub(1)) == "invisible"
    }

    /// *can now take*, *could eventually carry*: what a line is able to move, an adverb between.
    pub(super) fn can_move(&self, head: &Head) -> bool {
        let moves = matches!(
            self.norm(head.at),
            "take"
                | "carry"
                | "handle"
                | "transport"
                | "pump"
                | "move"
                | "deliver"
                | "transmit"
                | "produce"
                | "process"
        );
        let modal = |at: usize| matches!(self.norm(at), "can" | "could");
        let adverb = |at: usize| {
            self.norm(at).ends_with("ly")
                || matches!(self.norm(at), "now" | "at" | "present" | "already" | "then" | "also")
        };
        let far = (2..=3).find(|back| head.at >= self.range.start + back && modal(head.at - back));
        let one = head.at >= self.range.start + 2 && modal(head.at - 2);
        moves
            && !modal(head.at.wrapping_sub(1))
            && far.is_some_and(|back| one || (head.at - back + 1..head.at).all(adverb))
    }
}

/// What goods cross when they are traded: *the border posts*, *the Red Sea*.
pub fn is_border(word: &str) -> bool {
    matches!(word, "border" | "borders" | "frontier" | "ocean" | "sea" | "customs" | "checkpoints")
}

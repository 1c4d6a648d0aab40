//! The words that say what a statement is about.

use super::view::View;
use crate::lexicon::words::{crosses_over, is_article, is_by_now, is_quantity, is_receipts, pumps};
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
    /// What no word says: a head of no tokens, told by the goods or the name that begins at token `at`.
    pub fn unsaid(at: usize, span: Span, indicator: Indicator) -> Head {
        Head { at, end: at, span, topic: Topic::Of(indicator), class: Class::Noun, passive: false }
    }

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

impl View<'_> {
    /// *FDI to Africa fell. Inflows rose in Asia*: whether a flow of no goods is one of the investment that was spoken of last.
    pub(super) fn is_investment_again(&self, head: &Head) -> bool {
        if !(head.end == head.at + 1 && matches!(self.norm(head.at), "inflow" | "inflows" | "flows")) {
            return false;
        }
        let word = |at: usize| self.tokens.get(at).map_or("", |t| t.norm.as_ref());
        let invested = |at: usize| word(at) == "fdi" || word(at).starts_with("investment");
        let traded = |at: usize| {
            ["export", "import", "shipment", "deliver", "suppl"].iter().any(|stem| word(at).starts_with(stem))
                || matches!(word(at), "gas" | "oil" | "crude" | "lng" | "power" | "pipeline" | "capital" | "trade")
        };
        (head.at.saturating_sub(120)..head.at).rev().find(|at| invested(*at) || traded(*at)).is_some_and(invested)
    }

    /// *FDI enterprises exported*, *the foreign direct investment (FDI) sector*, *businesses with foreign investment*: whether words
    /// for investment only say whose firms are told of.
    pub(super) fn describes_firms(&self, head: &Head) -> bool {
        let firms = |at: usize| {
            matches!(
                self.norm(at),
                "sector"
                    | "enterprise"
                    | "enterprises"
                    | "firm"
                    | "firms"
                    | "company"
                    | "companies"
                    | "businesses"
                    | "bloc"
            )
        };
        let bracket = self.norm(head.end) == "(" && self.norm(head.end + 2) == ")";
        let own = self.norm_before(head.at, 1) == "(" && self.norm(head.end) == ")";
        let behind = firms(head.end + if bracket { 3 } else { usize::from(own) });
        let with = self.norm_before(head.at, 1) == "with" && firms(head.at.wrapping_sub(2));
        head.indicator() == Some(Indicator::Investment) && head.class == Class::Noun && (behind || with)
    }

    /// *Iraq took second place among the suppliers*, *Kuwait took first*: a verb of taking that tells of a rank.
    pub(super) fn takes_a_place(&self, head: &Head) -> bool {
        let takes = matches!(self.norm(head.at), "took" | "takes" | "take" | "taking" | "taken");
        let rank =
            |at: usize| matches!(self.norm(at), "place" | "spot" | "position" | "rank" | "lead" | "crown" | "places");
        let nth = |at: usize| matches!(self.norm(at), "first" | "second" | "third" | "fourth" | "fifth" | "top");
        let ends = |at: usize| matches!(self.norm(at), "" | "," | "." | "with" | "among" | "and");
        takes && ((head.end + 1..head.end + 4).any(rank) || nth(head.end) && ends(head.end + 1))
    }

    /// *has used vessel movement data to calculate that*: of figures, no goods that somebody uses.
    pub(super) fn is_use_of_data(&self, head: &Head) -> bool {
        matches!(self.norm(head.at), "used" | "uses" | "using" | "use")
            && (head.end..head.end + 6)
                .any(|at| matches!(self.norm(at), "data" | "figures" | "statistics" | "estimates"))
    }

    /// *640 bales of used clothing*, *imported used cars*: goods that others had before, and nothing that somebody uses.
    pub(super) fn is_second_hand(&self, head: &Head) -> bool {
        let joined = matches!(
            self.norm_before(head.at, 1),
            "of" | "a" | "the" | "imported" | "exported" | "import" | "export" | "in" | "for" | "from" | "with" | "and"
        );
        let goods = || self.goods_at(head.end).is_some_and(|goods| goods.tokens.start == head.end);
        self.norm(head.at) == "used" && joined && goods()
    }

    /// *eight months of draws*, *a crude draw*: what is taken from stocks, and no verb of who takes goods in.
    pub(super) fn is_draw_of_stocks(&self, head: &Head) -> bool {
        matches!(self.norm(head.at), "draw" | "draws")
            && matches!(
                self.norm_before(head.at, 1),
                "of" | "a" | "an" | "the" | "stock" | "stocks" | "inventory" | "crude" | "sharp" | "large" | "further"
            )
    }

    /// *exports have been posting healthy growth*: a verb, no price that is posted.
    pub(super) fn posts_growth(&self, head: &Head) -> bool {
        let before = self.norm_before(head.at, 1);
        self.norm(head.at) == "posting"
            && (matches!(before, "been" | "is" | "are" | "was" | "were" | "," | "by" | "after" | "while")
                || is_article(self.norm(head.end)))
    }

    /// *Power imported from Germany and Sweden reached 12.6 TWh*: how much it came to, behind the verb that says where it went.
    pub(super) fn reaches_a_figure(&self, head: &Head) -> bool {
        let told = |h: &Head| {
            matches!(h.class, Class::VerbIn | Class::VerbOut)
                && matches!(h.topic, Topic::Of(Indicator::Exports | Indicator::Imports))
                && matches!(self.norm(h.end), "from" | "to")
        };
        let figure =
            |m: &Mention| matches!(m.what, What::Quantity(_)) && (head.end..head.end + 4).contains(&m.tokens.start);
        self.norm(head.at) == "reached" && self.heads.iter().any(told) && self.mentions.iter().any(figure)
    }

    /// *Gas demand, including exports, will rise*: whether a noun is told by the way to be a part of the one before.
    pub(super) fn is_told_as_a_part(&self, head: &Head) -> bool {
        let from = head.at.saturating_sub(3).max(self.range.start + 1);
        let part = (from..head.at).find(|at| matches!(self.norm(*at), "including" | "excluding"));
        head.class == Class::Noun
            && self.norm(head.end) == ","
            && part.is_some_and(|part| self.norm_before(part, 1) == ",")
            && self.heads.iter().any(|h| h.class == Class::Noun && h.indicator().is_some())
    }

    /// *hydrocarbon revenue*, *coffee earnings*: what a country's goods bring in.
    pub(super) fn is_revenue_of_goods(&self, head: &Head) -> bool {
        let state = |at: usize| matches!(self.norm(at), "fiscal" | "tax" | "budget" | "state" | "government");
        is_receipts(self.norm(head.at))
            && !state(head.at.wrapping_sub(1))
            && self.mentions.iter().any(|m| {
                m.tokens.end == head.at
                    && matches!(m.what, What::Commodity(_))
                    && !state(m.tokens.start.wrapping_sub(1))
            })
    }

    /// *pumped 86.8 bcm across Ukraine*: what crosses a country, behind its amount.
    pub(super) fn is_pumped_across(&self, head: &Head) -> bool {
        let pumped = pumps(self.norm(head.at));
        pumped
            && (head.end..(head.end + 10).min(self.range.end)).any(|at| {
                // *over the territory of Belarus*
                let ground = (at + 1..at + 3).find(|at| matches!(self.norm(*at), "territory" | "soil"));
                let at = ground.map_or(at, |ground| ground + usize::from(self.norm(ground + 1) == "of"));
                (ground.is_some() || crosses_over(self.norm(at)))
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
                    self.norm_before(head.end, 1),
                    "flow"
                        | "flows"
                        | "deliveries"
                        | "supplies"
                        | "shipments"
                        | "loadings"
                        | "nominations"
                        | "bookings"
                ) || (is_quantity(self.norm(head.at)) || self.norm(head.at) == "amount") && self.norm(head.end) == "of"
            }
            // *Pumping of Russian gas across Belarus*
            Class::VerbOut if matches!(self.norm(head.at), "pumping" | "shipping") => self.norm(head.end) == "of",
            _ => false,
        };
        if !moves {
            return false;
        }
        let across = |at: usize| crosses_over(self.norm(at));
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
        // *came from abroad*, *flowed in from outside*: to whom that tells it.
        let abroad = self.norm_before(head.end, 1) == "from" && matches!(self.norm(head.end), "abroad" | "overseas");
        abroad || particle > 0 && head.class == Class::VerbOut && amount(head.end + particle)
    }

    /// *domestic fuel sales*: what a country uses itself.
    pub(super) fn is_sold_at_home(&self, head: &Head) -> bool {
        let home = |at: usize| matches!(self.norm(at), "domestic" | "internal" | "inland" | "home");
        let goods = |m: &Mention| {
            m.tokens.end == head.at && matches!(m.what, What::Commodity(_)) && home(m.tokens.start.wrapping_sub(1))
        };
        // *domestic supplies increased by 6.5%*, *home deliveries of diesel*
        let bare = || {
            home(head.at.wrapping_sub(1)) && head.end == head.at + 1 && !matches!(self.norm(head.end), "to" | "from")
        };
        match self.norm(head.at) {
            "sales" => self.mentions.iter().any(goods),
            "supplies" | "deliveries" | "shipments" => bare() || self.mentions.iter().any(goods),
            _ => false,
        }
    }

    /// *invisible spending*: services that a country buys.
    pub(super) fn is_spending_on_invisibles(&self, head: &Head) -> bool {
        matches!(self.norm(head.at), "spending" | "expenditure" | "payments")
            && self.norm_before(head.at, 1) == "invisible"
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
            self.norm(at).ends_with("ly") || is_by_now(self.norm(at)) || matches!(self.norm(at), "at" | "present")
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

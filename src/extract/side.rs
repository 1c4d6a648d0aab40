//! Which side of a statement a role is: the only table of roles and indicators.
//!
//! | head | role | side |
//! | --- | --- | --- |
//! | *exports* | *China's*, *Chinese*, *from China* | reporter |
//! | *exports* | *to China* | partner |
//! | *imports* | *from China*, *Chinese gas* | partner |
//! | *customer* | *Iraq was the best* | reporter, who takes |

use super::grammar::Role;
use super::head::Head;
use super::view::Actor;
use crate::lexicon::{Class, Topic};
use crate::model::{Indicator, Kind};

/// A side of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Whose figure it is.
    Reporter,
    /// The other one.
    Partner,
}

/// Whether an indicator is of one country, without a partner.
pub fn alone(indicator: Indicator) -> bool {
    matches!(indicator, Indicator::Production | Indicator::Consumption | Indicator::Reserves | Indicator::Capacity)
}

/// Which side a role is, beside this head.
pub fn of_role(indicator: Indicator, head: &Head, role: Role, kind: Kind) -> Option<Side> {
    let share = kind == Kind::Share;
    use Role::{
        Attribute, Beside, Between, By, For, From, In, Label, Modifier, Object, Of, Origin, Possessor, Subject, To,
        Via, With,
    };
    use Side::{Partner, Reporter};
    // An entry's heading names the partner of a list, the owner of its own figures.
    if role == Label && matches!(indicator, Indicator::Turnover | Indicator::Exports | Indicator::Imports) {
        return Some(if head.class == Class::Agent { Reporter } else { Partner });
    }
    let giver_first = indicator != Indicator::Imports;
    let (giver, taker) = if giver_first { (Reporter, Partner) } else { (Partner, Reporter) };
    match indicator {
        Indicator::Turnover => match role {
            With | To => Some(Partner),
            Between | Subject | Possessor | Modifier | Attribute | Of | In | By | From | Origin => Some(Reporter),
            _ => None,
        },
        Indicator::Balance => match role {
            With | To => Some(Partner),
            Subject | Possessor | Modifier | Attribute | Of | In | By | Between => Some(Reporter),
            _ => None,
        },
        // *Saudi Arabia was the top producer in OPEC*: whoever is called one.
        Indicator::Production | Indicator::Consumption if head.class == Class::Agent => {
            matches!(role, Subject | Label | Beside).then_some(Reporter)
        }
        // *covers 80 percent of its needs with gas from Russia*: who supplies the part is the other side.
        Indicator::Consumption if share && matches!(role, From | Origin | By) => Some(Partner),
        Indicator::Production | Indicator::Consumption | Indicator::Reserves => match role {
            Via | To | With | Object => None,
            _ => Some(Reporter),
        },
        Indicator::Transit => match role {
            Via | In | Possessor | Subject => Some(Reporter),
            // *The gas operator of Ukraine moved 55 bcm*
            Of if head.class == Class::VerbOf => Some(Reporter),
            To => Some(Partner),
            _ => None,
        },
        Indicator::Capacity => match role {
            From | Possessor | Modifier | Attribute | Subject | In | Of => Some(Reporter),
            To | For | Object => Some(Partner),
            _ => None,
        },
        Indicator::Investment => match role {
            Possessor | Modifier | Subject | From | By | Of => Some(Reporter),
            In | To | Object => Some(Partner),
            _ => None,
        },
        Indicator::Price => match role {
            From | Origin | Modifier | Attribute => Some(Reporter),
            // *Prices of energy goods in the United States rose 4.0 pct*: those of the place.
            In if kind == Kind::Change => Some(Reporter),
            Subject | To | For | Possessor | By => Some(Partner),
            _ => None,
        },
        Indicator::Exports | Indicator::Imports => match (head.class, role) {
            (_, From | Origin | Attribute) => Some(giver),
            // *paid Uzbekistan $105 million*
            (Class::VerbIn, Object) => Some(giver),
            (_, To | Object | For) => Some(taker),
            (Class::Noun, Possessor | Modifier | Subject | By | Of) => Some(Reporter),
            (Class::Noun, In) => Some(taker),
            (Class::Noun, With) => Some(Partner),
            (_, Subject | Possessor) if head.passive => None,
            (Class::VerbOut, Subject | Possessor) if head.topic == Topic::Flow => None,
            (Class::VerbOut, Subject | Possessor | By | Modifier) => Some(giver),
            (Class::VerbIn, Subject | Possessor | By) => Some(taker),
            (Class::VerbIn, Modifier | In) => Some(giver),
            // *Iraq was Iran's best customer*, *Russia is its largest supplier*
            (Class::Agent, Subject | Label | Beside) => Some(Reporter),
            (Class::Agent, Possessor | Modifier | Of | In) => Some(Partner),
            _ => None,
        },
    }
}

/// What `explain` calls the part that an actor played.
pub fn rule_of(actor: &Actor) -> &'static str {
    if actor.rule != "name" {
        return actor.rule;
    }
    match actor.role {
        Role::Subject => "subject",
        Role::Object => "object",
        Role::Possessor => "possessor",
        Role::Modifier => "modifier",
        Role::Attribute => "attribute",
        Role::Origin => "origin_of_goods",
        Role::To => "to",
        Role::From => "from",
        Role::With => "with",
        Role::Between => "between",
        Role::By => "by",
        Role::Of => "of",
        Role::In => "in",
        Role::For => "for",
        Role::Via => "via",
        Role::Beside => "beside",
        Role::Label => "label",
        Role::Teller => "teller",
        Role::Title => "title",
    }
}

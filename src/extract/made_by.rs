//! What makes power or brings up what is in the ground: reactors, rivers, fields, and what each gives.
//!
//! | sentence | counts | rule |
//! | --- | --- | --- |
//! | *four reactors, which supply **52%** of its electricity* | production | `given_by_source` |
//! | *Coal supplied 37 per cent of the electricity; wind **12.4 per cent*** | production | `next_source` |

use super::grammar::Role;
use super::indicator::{Found, Governor, Search};
use super::made::is_home;
use super::told::{start_of, told};
use super::view::View;
use crate::lexicon::words::{is_pit, parts_list};
use crate::lexicon::{Class, Cue};
use crate::mention::{Mention, What};
use crate::model::{Dimension, Indicator, Measure};

/// *Coal supplied 37 per cent of the electricity; wind **12.4 per cent** and solar 4.4*: the next of those that make it.
pub fn next_source(search: &Search<'_, '_>) -> Found {
    let source = source_behind(search.view, start_of(search)).filter(|_| search.follows && search.unit.is_ratio())?;
    Some((Governor::Previous, Some(search.view.tokens[source].span)))
}

/// What makes power, right before the ratio that starts at token `start`, as the next behind another that has a part.
pub fn source_behind(view: &View<'_>, start: usize) -> Option<usize> {
    let source = start.checked_sub(1)?;
    let listed = matches!(
        view.norm(source),
        "wind"
            | "solar"
            | "hydro"
            | "hydropower"
            | "nuclear"
            | "gas"
            | "coal"
            | "oil"
            | "biomass"
            | "geothermal"
            | "renewables"
    ) && parts_list(view.norm_before(source, 1));
    let before = view.figures().rfind(|q| q.tokens.end <= source)?;
    let near = before.quantity.unit.is_ratio() && source - before.tokens.end <= 14;
    // *rose 5 percent, gas 3 percent* grew.
    let plain = !view.cues(|cue| matches!(cue, Cue::Direction(_)).then_some(())).any(|(_, m)| m.tokens.start < source);
    (listed && near && plain).then_some(source)
}

/// What makes electricity or brings up what is in the ground.
fn is_source(word: &str) -> bool {
    matches!(
        word,
        "reactor"
            | "reactors"
            | "plant"
            | "plants"
            | "station"
            | "stations"
            | "dam"
            | "dams"
            | "nuclear"
            | "hydro"
            | "hydropower"
            | "wind"
            | "solar"
            | "geothermal"
            | "turbines"
            | "panels"
            | "biomass"
            | "renewables"
            | "sun"
            | "field"
            | "fields"
            | "wells"
            | "mine"
            | "mines"
    )
}

/// *four reactors, which supply 52% of its electricity*, *Hydro contributed 64 TWh*: what its own plants give a country
/// is of its output.
pub fn given_by_source(search: &Search<'_, '_>) -> Found {
    let view = search.view;
    let at = start_of(search).checked_sub(1)?;
    // *Hydropower accounts for 87% of its electricity*, *wind made up a tenth of the power*
    let at = if matches!(view.norm(at), "for" | "up") { at.checked_sub(1)? } else { at };
    let gives = matches!(
        view.norm(at),
        "account"
            | "accounts"
            | "accounted"
            | "accounting"
            | "make"
            | "makes"
            | "made"
            | "making"
            | "generate"
            | "generates"
            | "generated"
            | "supply"
            | "supplies"
            | "supplied"
            | "supplying"
            | "provide"
            | "provides"
            | "provided"
            | "providing"
            | "contribute"
            | "contributes"
            | "contributed"
            | "contributing"
            | "gave"
            | "gives"
            | "delivered"
    );
    if !gives {
        return None;
    }
    let end = search.end();
    let part = search.unit.is_ratio()
        && view.norm(end) == "of"
        && view.mentions.iter().any(|m| {
            m.tokens.start > end
                && m.tokens.start <= end + 5
                && matches!(m.what, What::Commodity(_))
                && !view.heads.iter().any(|h| h.at >= m.tokens.end && h.at <= m.tokens.end + 1)
        });
    let unit = search.unit.measure;
    let ground = |at: usize| is_pit(view.norm(at));
    let brought = |at: usize| matches!(unit.dimension(), Dimension::Volume | Dimension::Mass) && ground(at);
    let amount = |at: usize| !search.unit.is_price() && (unit == Measure::KilowattHour || brought(at));
    let near = at.saturating_sub(6).max(view.clause(at).start);
    // *Coal provided 26 percent of Germany's electricity*
    let electric = |m: &Mention| {
        (end + 1..=end + 5).contains(&m.tokens.start)
            && matches!(&m.what, What::Commodity(goods) if goods.as_str() == "electricity")
    };
    let fuel = |at: usize| matches!(view.norm(at), "coal" | "lignite" | "gas" | "oil" | "peat" | "diesel");
    let burned = |at: usize| part && fuel(at) && view.mentions.iter().any(electric);
    let source = (near..at).rev().find(|at| is_source(view.norm(*at)) || burned(*at));
    // *of which local farmers can supply a tenth*: a part of what was told before.
    if let Some(home) = (near..at).rev().find(|at| is_home(view, *at)) {
        let weighed = matches!(unit.dimension(), Dimension::Volume | Dimension::Mass | Dimension::Count);
        if weighed && !search.unit.is_price() {
            return told(search, home, Indicator::Production, Class::VerbOf);
        }
        let part = search.unit.is_ratio() && search.follows && view.norm(end) != "of";
        return part.then_some((Governor::Previous, None));
    }
    // *Its reactors mean that Russia supplies 30% of its fuel*, *sells what its plants supply to France*
    let another = |from: usize| view.actors.iter().any(|a| a.at > from && a.at < at && a.role == Role::Subject);
    let abroad = view.actors.iter().any(|a| a.at > end && a.role == Role::To);
    let source = source.filter(|from| (part || amount(*from)) && !abroad && !another(*from))?;
    told(search, source, Indicator::Production, Class::VerbOf)
}

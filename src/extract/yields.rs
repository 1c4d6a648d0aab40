//! Figures of fields and of mines rather than of what they yield: how far the work in them is, how much land is sown, what comes out of one
//! hectare or of one tonne of ore.

use super::view::View;
use crate::lexicon::Class;
use crate::lexicon::words::is_per;
use crate::mention::QuantityMention;
use crate::model::Measure;

/// *the harvest was 19% complete*, *rated 49% of the crop good to excellent*, *corn planting reached 51% done*: how far the work
/// in the fields is, and how plants look.
pub fn crop_progress(view: &View<'_>, written: &QuantityMention) -> bool {
    let end = written.tokens.end;
    let done = matches!(
        view.norm(end),
        "complete" | "completed" | "done" | "planted" | "harvested" | "sown" | "seeded" | "emerged" | "headed"
    ) && !matches!(view.norm(end + 1), "by" | "to" | "for" | "from");
    let good = |at: usize| {
        matches!(view.norm(at), "good" | "fair" | "poor")
            && matches!(view.norm(at + 1), "to" | "or" | "/" | "-")
            && matches!(view.norm(at + 2), "excellent" | "good" | "very" | "poor" | "fair")
    };
    // *has 76% of its acreage now silking*, *corn at the dough stage climbed to 26%*, *rated as good fell to 53%*
    let grows = |at: usize| {
        matches!(view.norm(at), "silking" | "blooming" | "tasseling" | "jointed" | "silked" | "bloomed" | "emergence")
            || matches!(view.norm(at), "dough" | "milk" | "dented") && matches!(view.norm(at + 1), "stage" | "stages")
            || view.norm(at) == "setting" && view.norm(at + 1) == "pods"
            || view.norm(at) == "crop" && matches!(view.norm(at + 1), "progress" | "conditions" | "condition")
            || view.norm(at) == "rated"
                && (at + 1..at + 4).any(|at| matches!(view.norm(at), "good" | "fair" | "poor" | "excellent"))
    };
    // *3 percent of the corn crop was planted*
    let sown = |at: usize| {
        view.norm(at) == "crop"
            && matches!(view.norm(at + 1), "was" | "is" | "has" | "had")
            && (at + 2..at + 4)
                .any(|at| matches!(view.norm(at), "planted" | "harvested" | "sown" | "seeded" | "emerged"))
    };
    done || (end..end + 8).any(sown)
        || (end..view.segment_tokens(view.segment(end)).end).any(good)
        || view.range.clone().any(grows)
}

/// *planted on 3.6 million hectares, up two to seven percent*, *corn area increased by 25 percent*: whether a growth is of the land that
/// is sown.
pub fn growth_of_land(view: &View<'_>, written: &QuantityMention) -> bool {
    const NEAR: usize = 8;
    let (start, end) = (written.tokens.start, written.tokens.end);
    let counted = |at: usize| view.heads.iter().any(|h| h.at == at && h.class == Class::Noun);
    let sown = |word: &str| matches!(word, "planted" | "sown" | "mature" | "harvested" | "cultivated" | "sowing");
    let land = |at: usize| match view.norm(at) {
        "hectares" | "acres" | "acreage" | "plantings" | "sowings" => true,
        "area" => {
            let before = view.norm_before(at, 1);
            sown(before) || view.goods_before(at).is_some() || sown(view.norm(at + 1)) || view.norm(at + 1) == "under"
        }
        _ => false,
    };
    // *26 percent of total production*
    if view.norm(end) == "of" {
        return false;
    }
    // *by 50 percent to over six million hectares*
    let to = || view.norm(end) == "to" && (end..end + NEAR).take_while(|at| !counted(*at)).any(land);
    (view.range.start..start).rev().take_while(|at| !counted(*at)).any(land) || to()
}

/// *yields of 6.6 tonnes per hectare compared with 5.6 tonnes*, *130 kilos per tonne of beet*, *two grams of gold per tonne*: what comes out
/// of so much land or ore.
pub fn of_land_or_ore(view: &View<'_>, written: &QuantityMention) -> bool {
    let (start, end) = (written.tokens.start, written.tokens.end);
    let goods = view.goods_at(end + 1).filter(|_| view.norm(end) == "of");
    let per = goods.map_or(end, |m| m.tokens.end);
    if is_per(view.norm(per)) && matches!(view.norm(per + 1), "tonne" | "ton" | "tonnes" | "tons") {
        return true;
    }
    let of_land = |q: &QuantityMention| {
        let end = q.tokens.end;
        q.tokens.end <= start
            && q.quantity.unit.measure == Measure::Tonne
            && is_per(view.norm(end))
            && matches!(view.norm(end + 1), "hectare" | "acre")
    };
    let Some(rate) = view.figures().rfind(|q| of_land(q)) else { return false };
    let between = rate.tokens.end + 2..start;
    view.comparing_before(view.start_with_hedge(written)).is_some()
        && !view.is_headed(&between)
        && view.first_quantity(&between).is_none()
}

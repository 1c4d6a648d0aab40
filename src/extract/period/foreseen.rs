//! Estimates that a text told at another time: when they were made is no time that they are of.
//!
//! | text | period |
//! | --- | --- |
//! | *forecasts output of 5.9 million tonnes in 2015. Three months ago it had predicted **6 million*** | 2015 |
//! | *will export 50 million tonnes in 2015, up from the **48 million** it saw in July* | 2015 |

use super::{Asked, view_period};
use crate::extract::rule::Filled;
use crate::extract::view::View;
use crate::extract::wording::periods;
use crate::lexicon::words::foresees;
use crate::model::{Period, Status};

/// The time of the estimate before it, where the time told is when another was made.
pub fn as_before(asked: &Asked<'_, '_>, main: Filled<Option<Period>>) -> Filled<Option<Period>> {
    let of_before = || {
        let frame = asked.before.filter(|f| f.status == Status::Forecast)?;
        let of = frame.period.filter(|p| p.days() >= 360)?;
        let (told, span) = (main.value?, main.span?);
        view_period(asked, Some(span))?;
        let view = asked.view;
        let (time, ..) = periods(view).find(|(m, ..)| m.span == span)?;
        let start = asked.quantity.tokens.start;
        let over = asked.clock.published.is_some_and(|day| told.first_day() <= day);
        let short = told.days() <= 95 && over;
        let made = if time.tokens.end <= start {
            (time.tokens.end..start).any(|at| is_told(view, at))
        } else {
            let end = asked.quantity.tokens.end;
            let who = matches!(view.norm(end), "it" | "they" | "he" | "she" | "analysts");
            who && (is_told(view, end + 1) || view.norm(end + 1) == "saw") && time.tokens.start <= end + 4
        };
        (short && made).then(|| Filled::new(Some(of), "as_foreseen_before", Some(span)))
    };
    of_before().unwrap_or(main)
}

/// ***had predicted** 6 million*, ***put** the crop at 94 million*: whether a verb by which somebody makes an estimate stands here.
fn is_told(view: &View<'_>, at: usize) -> bool {
    let word = view.norm(at);
    // *it is forecast to fall in May* tells of May.
    let passive = matches!(view.norm_before(at, 1), "is" | "was" | "are" | "were" | "be" | "been");
    !passive
        && (foresees(word) || matches!(word, "forecast" | "predicted" | "projected" | "put" | "seen" | "forecasted"))
}

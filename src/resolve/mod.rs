//! Things written to things meant: dates from the day of publication, *the two countries* from the text before.
//!
//! | wording | meant |
//! | --- | --- |
//! | *last year* | the year before publication: [`Clock`] |
//! | *bilateral*, *the two countries* | the pair named before: [`Context::pair`] |
//! | *our country*, *domestic* | the country the text comes from: [`Context::home`] |
//! | *we* in a quotation | the country of who speaks: [`Speakers`] |
//! | *its* | the country spoken of: [`Context::focus`] |

mod party;
mod period;
mod speaker;
mod stretch;

pub use party::{Context, Line, is_set_apart};
pub use period::Clock;
pub use speaker::Speakers;

//! Words that are asked for by their class, each class in one place.
//!
//! | class | words | file |
//! | --- | --- | --- |
//! | [`is_article`] | *a*, *an*, *the* | `closed` |
//! | [`is_modal`] | *can*, *would*, *might* | `closed` |
//! | [`compares`] | *against*, *than*, *versus* | `closed` |
//! | [`is_deal`] | *deal*, *contract*, *agreement* | `nouns` |
//! | [`is_limit`] | *quota*, *ceiling*, *target* | `nouns` |
//! | [`is_plain_thing`] | *gherkins*, *knitwear* | `things` |
//! | [`pays`] | *paid*, *paying* | `verbs` |
//!
//! What a word tells of a figure stands in `data/en/cues.toml`; here are words that only hold a sentence together, and nouns and
//! verbs that many rules ask for and that tell nothing alone.

/// The standard macro, but for whether a word is one of several.
macro_rules! matches {
    ($word:ident, $($one:literal)|+ $(,)?) => { is_any!($word, $($one)|+) };
    ($($other:tt)*) => { ::core::matches!($($other)*) };
}

mod closed;
mod nouns;
mod things;
mod traders;
mod verbs;

pub use closed::*;
pub use nouns::*;
pub use things::*;
pub use traders::*;
pub use verbs::*;

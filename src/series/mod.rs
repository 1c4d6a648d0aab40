//! Facts as observations in time.
//!
//! | facts | here |
//! | --- | --- |
//! | levels of one subject, unit and frequency | one [`Series`] under a [`SeriesKey`], sorted by period |
//! | several statements of one period | several [`Observation`]s, the one to show first |
//! | *$2.648 billion, up 14.1 percent* | a level at 2023-Q1, and an implied one at 2022-Q1 |
//! | a rounded or hedged figure | an [`Interval`] that it can have; the [`Width`] of *about* is a setting |
//! | two levels | [`growth`] on the year before; [`change`] on the period before, over gaps, within a whole |
//! | two statements together | what they imply: [`Dataset::implied`] |
//! | one unit | another, by a [`Converter`] |
//! | facts without a period | kept apart in [`Dataset::undated`] |

pub mod change;
mod codes;
mod convert;
mod dataset;
pub mod growth;
mod implied;
mod index;
mod interval;
mod key;
mod membership;
mod observation;
mod otherwise;
mod showing;
mod subjects;
#[cfg(feature = "polars")]
pub mod table;
#[cfg(test)]
pub(crate) mod test_facts;
pub(crate) mod words;

pub use codes::wrong_codes;
pub(crate) use convert::times;
pub use convert::{Conditions, Converted, Converter, Rates, Step};
pub use dataset::{Dataset, Publication, Series, Statement};
pub use growth::Growth;
pub use interval::{Interval, Width};

pub(crate) use key::About;
pub use key::{Name, SeriesKey, Subject};
pub use membership::{Member, Membership};
pub use observation::{Observation, Origin};
pub use showing::Showing;
pub use words::{ends, interval_words, percent_words, quantity_words, scaled};

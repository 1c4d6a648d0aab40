//! Statistics of bilateral trade and energy, read from texts.
//!
//! A [`Document`] becomes [`Fact`]s: typed figures, each with its bytes in the text and the rule that filled each slot.
//! Facts become a [`Dataset`]: series by indicator, commodity, parties, unit and frequency. [Checks](check) tell which
//! figures cannot all be true, [reports](report) show both.
//!
//! ```
//! use bilateral::check::{self, Outcome};
//! use bilateral::{Dataset, Document, Extractor};
//!
//! let ministry = "In the first quarter of 2023, trade between China and Turkmenistan amounted to $2.648 billion, \
//!                 up 14.1 percent year on year. In the first quarter of 2022, it amounted to $2.23 billion.";
//! let documents = [Document::new("ministry", ministry).with_published("2023-09-25")?];
//! let facts = Extractor::new().facts(&documents[0]);
//! let quotes: Vec<&str> = facts.iter().map(|fact| fact.quote.as_str()).collect();
//! assert_eq!(quotes, ["$2.648 billion", "14.1 percent", "$2.23 billion"]);
//!
//! let dataset = Dataset::new(&facts, &documents);
//! assert_eq!(dataset.series()[0].key.to_string(), "turnover of CHN with TKM, USD, quarterly");
//!
//! // 2.23 and 2.648 billion make 18 to 19 percent, not 14.1.
//! let findings = check::run(&dataset, check::ALL);
//! assert_eq!((findings[0].check, findings[0].outcome), ("year_on_year", Outcome::Fails));
//! # Ok::<(), bilateral::Error>(())
//! ```
//!
//! # Stages
//!
//! Each takes plain data and gives plain data; any of them can be used alone.
//!
//! | stage | takes | gives | begin with |
//! | --- | --- | --- | --- |
//! | reading files | folders, texts, pages, JSON Lines, tables | documents | [`io::read_documents`], [`io::DocumentReader`] |
//! | extraction | a document | facts | [`Extractor::facts`], [`Extractor::read`] |
//! | plain quantities | any text | numbers with unit, bound, direction and place, whatever they count | [`Extractor::quantities`] |
//! | facts in files | facts | JSON Lines, and back | [`io::write_facts`], [`io::read_facts`] |
//! | series | facts | observations in time, with what stated growth implies | [`Dataset::new`], [`mod@series`] |
//! | growth | a series | growth on the year or period before, over gaps, contributions, shares, as intervals | [`series::growth::year_on_year`], [`series::change`] |
//! | units | a figure | the same in another unit, with the factor's source | [`series::Converter`] |
//! | checks | a dataset | findings: holds, fails, unknown | [`check::run`], [`check::ALL`] |
//! | reconciliation | a dataset | what cannot all hold, what to blame, an estimate a figure | `reconcile::reconcile` (feature `reconcile`) |
//! | official figures | files of UN Comtrade, JODI, Eurostat, ... | facts, and verdicts on claims | [`official::read`], [`official::verdicts`] |
//! | reports | a dataset, findings | text, Markdown, JSON, CSV | [`report::write`] |
//! | pictures | a dataset | SVG, PNG | `chart::svg` (feature `chart`) |
//! | tables | a dataset | polars frames, CSV, JSON Lines, Parquet | `series::table` (feature `polars`) |
//!
//! # What is exact
//!
//! Figures are exact [`Decimal`]s in the base [`Unit`]. What rounding (*$70.2 billion*) or a hedge (*more than*) leaves
//! open is an [`Interval`](series::Interval), and comparisons are of intervals. Prose never makes an error, an odd
//! sentence gives fewer facts; [`struct@Error`] is for files and arguments.
//!
//! # Features
//!
//! | feature | brings |
//! | --- | --- |
//! | `polars` (default) | `series::table`: the one place whose types are another crate's |
//! | `reconcile` (default) | `reconcile`: a solver of linear programs, ten small crates |
//! | `html` (default) | documents from saved web pages |
//! | `compressed` (default) | documents from `.gz` and `.zst` files |
//! | `chart` (default) | `chart`: series as SVG and PNG |
//! | `cli` (default) | what the program `bilateral` needs |
//! | none | facts, series, checks and reports with a handful of small dependencies |
//!
//! The repository's folder `examples/` holds whole programs: `sentence`, `trends`, `consistency`, `reconcile`, `corrupted`. The changes of
//! each version stand in [`_changelog`].
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[macro_use]
mod token;

#[cfg(feature = "chart")]
pub mod chart;
pub mod check;
mod error;
mod extract;
pub mod io;
mod lexicon;
mod mention;
mod model;
pub mod official;
#[cfg(feature = "reconcile")]
pub mod reconcile;
pub mod report;
mod resolve;
pub mod series;

pub use error::{Error, ErrorKind, Position, Result};
pub use extract::{Extractor, PassedOver, Reading};
pub use lexicon::{Lexicon, Preferences};
pub use model::{
    Bound, Commodity, Currency, Decimal, Dimension, Direction, Document, Evidence, Fact, Frequency, Indicator, Kind,
    Measure, MeasuredQuantity, Party, Period, Quantity, Relation, Slot, Span, Status, Unit, UnitName,
};
pub use series::Dataset;

#[doc = include_str!("../CHANGELOG.md")]
pub mod _changelog {}

/// The programs of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

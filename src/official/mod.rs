//! Official statistics beside the press: files of figures as their publishers lay them out, read as facts.
//!
//! | layout | told by | figures |
//! | --- | --- | --- |
//! | UN Comtrade since 2022 | `reporterISO`, `flowCode`, `primaryValue` | USD, net weight in t, m3 where that is the unit |
//! | UN Comtrade to 2022 | `Trade Flow`, `Reporter ISO`, `Trade Value (US$)` | the same |
//! | JODI-Oil, JODI-Gas | `ENERGY_PRODUCT`, `FLOW_BREAKDOWN` | m3, J, bbl, t, bbl/day |
//! | Eurostat SDMX-CSV | `geo` or `reporter`, `OBS_VALUE` | energy imports and exports (`nrg_ti_*`, `nrg_te_*`), goods (Comext) |
//! | other SDMX-CSV | `REF_AREA`, `INDICATOR`, `UNIT_MEASURE`, `OBS_VALUE` | as the crate writes it |
//! | BACI | `t,i,j,k,v,q` | USD, t; totals are added up |
//! | Our World in Data | `country,year,iso_code`, or `Entity,Year` | production and consumption in kWh |
//! | plain | `reporter,partner,indicator,commodity,period,value,unit` | as written: `USD`, `million USD`, `bcm` |
//!
//! Codes of countries (two or three letters, numbers of M49) and of goods (Harmonized System) are those of the crate's
//! tables. A figure keeps its bytes in the file, as a fact of a text does; figures that are sums of rows have those of the
//! first. Rows of a finer breakdown (a second partner, a way of transport) are left out, for they are parts of others.
//!
//! ```
//! use bilateral::{Lexicon, official};
//! let table = "reporter,partner,indicator,commodity,period,value,unit\nCHN,TKM,turnover,,2022,11181,million USD\n";
//! let official = official::parse(table.as_bytes(), "customs.csv", &Lexicon::embedded(), &|_| true)?;
//! assert_eq!(official.facts[0].quantity.value.to_string(), "11181000000");
//! assert_eq!(official.facts[0].quote, "11181");
//! # Ok::<(), bilateral::Error>(())
//! ```

mod beside;
mod codes;
mod layout;
mod table;
#[cfg(test)]
mod tests;
mod verdict;

use std::fmt;
use std::path::Path;

pub use verdict::{Allowed, Ruling, Verdict, verdicts};

use crate::error::{Error, ErrorKind, Result};
use crate::lexicon::Lexicon;
use crate::model::{Document, Fact};

/// What a file of official figures holds.
#[derive(Debug)]
#[non_exhaustive]
pub struct Official {
    /// How the file is laid out.
    pub layout: Layout,
    /// The file as a document without a text: its name, and the publisher.
    pub document: Document,
    /// Its figures as facts, in the order of the file.
    pub facts: Vec<Fact>,
    /// Rows that could not be used, each with file and line.
    pub problems: Vec<Error>,
    /// How many rows speak of something that is no fact here: another flow, a breakdown, an empty cell.
    pub passed_over: usize,
}

/// The layouts that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// UN Comtrade since 2022.
    Comtrade,
    /// UN Comtrade to 2022.
    ComtradeLegacy,
    /// Joint Organisations Data Initiative.
    Jodi,
    /// Eurostat's SDMX-CSV.
    Eurostat,
    /// SDMX-CSV with the concepts of the crate's own.
    Sdmx,
    /// CEPII's BACI.
    Baci,
    /// Our World in Data.
    Owid,
    /// One row a figure, in the words of the fact record.
    Plain,
}

impl Layout {
    /// The publisher that the layout is known by; `None` where anyone uses it.
    #[must_use]
    pub fn publisher(self) -> Option<&'static str> {
        match self {
            Layout::Comtrade | Layout::ComtradeLegacy => Some("UN Comtrade"),
            Layout::Jodi => Some("JODI"),
            Layout::Eurostat => Some("Eurostat"),
            Layout::Baci => Some("CEPII BACI"),
            Layout::Owid => Some("Our World in Data"),
            Layout::Sdmx | Layout::Plain => None,
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Layout::Comtrade => "UN Comtrade",
            Layout::ComtradeLegacy => "UN Comtrade, to 2022",
            Layout::Jodi => "JODI",
            Layout::Eurostat => "Eurostat SDMX-CSV",
            Layout::Sdmx => "SDMX-CSV",
            Layout::Baci => "BACI",
            Layout::Owid => "Our World in Data",
            Layout::Plain => "plain table",
        })
    }
}

/// The official figures of a file; `keep` chooses those that are wanted, so that a file of the whole world need not be
/// held in memory.
///
/// # Errors
/// [`ErrorKind::Io`] where the file cannot be read, [`ErrorKind::Table`] where its heading is of no layout that is known.
/// Single rows that cannot be used are among the [problems](Official::problems).
pub fn read(path: impl AsRef<Path>, lexicon: &Lexicon, keep: &dyn Fn(&Fact) -> bool) -> Result<Official> {
    let path = path.as_ref();
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|cause| {
        Error::new(ErrorKind::Io, format!("cannot read it: {cause}")).in_file(&*name).caused_by(cause)
    })?;
    parse(&bytes, &name, lexicon, keep)
}

/// The official figures in the bytes of `file`.
///
/// # Errors
/// [`ErrorKind::Table`] where the heading is of no layout that is known.
pub fn parse(bytes: &[u8], file: &str, lexicon: &Lexicon, keep: &dyn Fn(&Fact) -> bool) -> Result<Official> {
    table::parse(bytes, file, lexicon, keep)
}

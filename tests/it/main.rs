//! All integration tests, in one binary: each links the whole crate, so one is enough.

mod cases;
#[cfg(feature = "cli")]
mod cli;
mod conflicts;
mod consistency;
mod dependencies;
mod draw;
mod fuzz;
mod gold;
mod layers;
mod limits;
mod pieces;
mod properties;
mod public_names;
mod quantities;
#[cfg(feature = "cli")]
mod readme;
mod reference;
mod stories;

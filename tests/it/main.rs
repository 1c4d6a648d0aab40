//! All integration tests, in one binary: each links the whole crate, so one is enough.

mod cases;
#[cfg(feature = "cli")]
mod cli;
mod dependencies;
mod fuzz;
mod gold;
mod layers;
mod limits;
mod properties;
mod quantities;
#[cfg(feature = "cli")]
mod readme;
mod reference;

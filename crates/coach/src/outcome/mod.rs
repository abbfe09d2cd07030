//! Outcome measures: what is asked, how it is scored, and when a difference may be called one.
//!
//! One table ([`instrument`]) holds range, smallest change that matters, measurement error and source of every
//! instrument; [`score`] turns answers into totals; [`change`] reads two totals and calls nothing better or worse
//! inside the measurement error; [`due`] says what is asked on a day; [`retest`] reads "try it and see". What this
//! module does not do: hold the words of a licensed instrument (a total from a clinic is typed in), draw charts, or
//! decide whether the plan works ([`crate::verdict`] does, with [`change::tempered`] beside it).

pub mod change;
pub mod due;
pub mod instrument;
pub mod retest;
pub mod score;

pub use change::{Comparison, Reading, compare};
pub use due::{Ask, Past, due};
pub use instrument::{INSTRUMENTS, Instrument, InstrumentId};

//! Decisions, and nothing but decisions: screening, precautions, plans, routines, timelines, outcomes, verdicts,
//! reminders.
//!
//! Everything here is a pure function of its arguments: today's date, the time and any seed are passed in, and
//! every decision returns its reasons. What this crate does not do: keep time, store, draw, or speak.

pub mod check;
pub mod dates;
pub mod finding;
pub mod intake;
pub mod ledger;
pub mod library;
pub mod outcome;
pub mod pattern;
pub mod plan;
pub mod planner;
pub mod precaution;
pub mod reminder;
pub mod routine;
pub mod screening;
pub mod selftest;
pub mod timeline;
pub mod verdict;
pub mod vocabulary;
pub mod wishes;

//! Reminders: when a small action is due, when it may be said, and what became of it.
//!
//! A pure engine. Whoever drives it calls [`engine::step`] with the time, the zone's rules and what is known of the
//! person's activity, and gets back what to say, what went by, and when to call again. Nothing is counted in ticks:
//! every due time is absolute, so that a night's sleep, a changed clock or a flight cannot lose or double one. The
//! zone's rules are an argument ([`jiff::tz::TimeZone`]): this crate reads no database of zones.
//!
//! What this module does not do: show or sound anything, watch keyboards, or keep its state (the shell keeps it).

pub mod dose;
pub mod engine;
pub mod feed;
pub mod ics;
mod ics_repeat;
pub mod quiet;
pub mod rule;
#[cfg(test)]
mod tests;
pub mod track;

pub use dose::{DayDose, What};
pub use engine::{Activity, Event, Memory, Moment, Occurrence, Stepped, answer, step};
pub use quiet::{Busy, Quiet};
pub use rule::{Rule, Settings, When};

//! Numbers that know what they are: angles, lengths, sides, bounded clinical numbers and estimates.
//!
//! Every other crate shares this vocabulary, so it stays free of clocks, I/O and heavy dependencies.
//! Angles are radians and lengths metres in memory; degrees and centimetres exist only where people read or
//! write them. What this crate does not do: decide anything clinical.

mod angle;
mod bounds;
mod decimal;
mod estimate;
mod length;
pub mod num;
pub mod order;
mod side;
mod span;

pub use angle::Angle;
pub use bounds::{
    AbductionScore, AgeYears, DayCount, DifficultyScore, EffortScore, OutOfRange, PainScore, RatingScore,
    TestCount,
};
pub use decimal::decimal;
pub use estimate::{Estimate, Measure, Method, NotObservable};
pub use length::Length;
pub use side::{Mirror, Side, Sided};
pub use span::{
    CentimetresRead, DegreesRead, HoursPerDay, MinutesPerDay, MinutesPerWeek, MonthCount, OutOfSpan,
    SecondsRead, WeekCount,
};

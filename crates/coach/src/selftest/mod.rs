//! Home self-tests: what they are, which one is offered today, how a phone measures one, what an answer comes to.
//!
//! By feel first, by number when wanted; one short test a day; shut by the same gate as exercises. A result goes
//! into the intake as a measure, and only `finding` says whether it is more than the test's error. What this module
//! does not do: word anything, keep time, or read a sensor.

mod data;
mod entry;
mod offer;
mod run;
mod tilt;

pub use data::{
    Answer, Ask, AskChoice, ErrorOf, Fixed, Limb, NumberAsked, Phone, Reads, SelfTest, SidesOf, Unit, Watch,
};
pub use entry::{Given, days_named, entry, fits, method_name};
pub use offer::{AGAIN_AFTER_DAYS, Listed, NoneToday, Offer, Standing, offer};
pub use run::{Cue, Phase, Protocol, Run, STALLED_MS, Stuck};
pub use tilt::{
    Repeats, STEADY_DEG, Sample, Stillness, Up, WINDOW_MS, Zero, ZeroAt, ZeroError, repeats, stillness,
};

//! Muscles: their paths over the bones, how long they are in a pose and how they pull on each coordinate.
//!
//! A [`Musculature`] is made once for a [`crate::Model`] from a data file and never changes. [`measure`] answers for
//! one pose, [`measure_all`] for many, four at a time. A muscle is a line through points fixed to bones; between two
//! of them it may go around a cylinder ([`wrap`]) or two ([`calf`]). What is measured is geometry: no force, no
//! tension, no feeling. Where the geometry stops being anatomy the answer is [`NotValid`] with the reason.

mod answer;
mod builder;
mod calf;
mod chain;
mod composite;
mod lengthen;
mod models;
mod program;
mod read;
mod run;
mod wrap;

pub use answer::{Measured, NotValid};
pub use builder::{Limit, Muscle, MuscleError, MuscleId, Musculature, Structure};
pub use composite::{by_pelvic_tilt, muscles, psoas_change};
pub use lengthen::{Change, Lengthening, lengthening};
pub use models::{Opinions, opinions};
pub use read::read;
pub use run::{Wanted, measure, measure_all, measure_one_by_one};
pub use wrap::single_wrap;

#[cfg(test)]
mod count_tests;

//! Is it helping? The statement about one person's change, from their own diary.
//!
//! A daily score is modelled as a level, a trend, a settling-in at the start, the plan's effect as it builds up, the
//! day of the week, flares, and an error that remembers yesterday ([`model`]). The posterior is computed on a grid,
//! without sampling, so the same diary always gives the same bits. A randomised design adds a test that rests on
//! nothing but the draw ([`randomisation`]). What the numbers are called follows from [`rules`].
//!
//! What this module does not do: say why pain changed where no draw was made (a before-after diary cannot tell
//! recovery from effect), compare people, or look at any answer of the screening.

pub mod csv;
pub mod diary;
pub mod draw;
mod grid;
mod linear;
pub mod model;
pub mod randomisation;
pub mod rules;
#[cfg(test)]
mod tests;

pub use diary::{Day, Design, DesignKind, Diary, DiaryError};
pub use rules::{Effect, Missing, Outcome, VerdictKind, verdict};

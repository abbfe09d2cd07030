//! From what is known to a plan: what to do until the review, for how long, why, and what is not for now.
//!
//! Nothing enters a plan that a gate shuts, that needs what the person does not have, or that has no chain of
//! reasons. What this module does not do: ask whether a plan may be made at all; that is `check`.

mod left_out;
mod means;
mod starter;

pub use left_out::left_out;
pub use means::Possible;
pub use starter::{STARTER, starter};

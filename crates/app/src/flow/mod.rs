//! What is asked, in which order, and what leaving a screen writes.
//!
//! What this module does not do: decide what the answers mean; `coach` does.

pub mod care;
pub mod cleared;
pub mod draft;
pub mod fields;
pub mod questions;
pub mod visit;

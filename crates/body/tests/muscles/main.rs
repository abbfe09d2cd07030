//! Muscles against the reference software, and the laws they keep.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod golden;
mod laws;
mod reference;
mod tilt;
mod valid;

//! The pages in words: each function turns what is known into a view model.
//!
//! What this module does not do: change anything, or decide what may be shown.

pub mod about;
pub mod exercise;
pub mod handout;
pub mod library;
pub mod pattern;
pub mod plan;
pub mod progress;
pub mod reading;
pub mod result;
pub mod safety;
pub mod selftest;

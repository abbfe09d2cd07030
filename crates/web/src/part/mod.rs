//! Small parts that pages are made of, each a function from a piece of a view model to elements.
//!
//! A changed view model runs them again; elements that stay the same kind stay in place, with focus and all. What
//! these modules do not do: hold state, word anything, or decide what a tap means.

pub mod button;
pub mod card;
pub mod chain;
pub mod choice;
pub mod figure;
pub mod form;
pub mod frame;
pub mod icon;
pub mod item;
pub mod pattern;
pub mod source;
pub mod turnable;

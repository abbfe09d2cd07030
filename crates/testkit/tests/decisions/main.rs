//! The laws of the decisions, over generated people and the real library.

mod calibration;
mod changes;
mod golden;
mod instead;
mod laws;
mod parsing;
mod plans;
mod precautions;
mod schema;
mod screening;
mod texts;
mod wishes;

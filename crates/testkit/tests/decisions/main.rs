//! The laws of the decisions, over generated people and the real library.

mod laws;
mod screening;

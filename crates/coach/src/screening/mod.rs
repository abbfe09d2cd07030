//! Screening: from safety answers to what to do first.

mod question;

pub use question::{Block, QuestionId};

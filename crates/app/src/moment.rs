//! When something happens: the journal's moment, passed in with every action.

pub use counterpose_journal::Moment;

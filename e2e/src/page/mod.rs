//! The pages of the app as a person meets them: what to do on each, by the keys of its words.

pub mod first_visit;
pub mod session;

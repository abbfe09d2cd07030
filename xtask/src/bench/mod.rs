//! `cargo xtask bench NAME`: measurements that take long or need other software, one file each.
//!
//! Nothing here is a test: a measurement has no right answer. The tests hold what must be true.

mod body;

use crate::shell::{Outcome, failure};

/// Runs the bench that the words name.
pub fn run(words: &[String]) -> Outcome<()> {
    match words.split_first() {
        Some((name, rest)) if name == "body" => body::run(rest),
        _ => Err(failure("cargo xtask bench body [--peers]")),
    }
}

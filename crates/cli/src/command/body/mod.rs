//! `counterpose body`: what the body model says about poses and muscles.
//!
//! Geometry only: how long muscles are and how they pull on joints, never force or feeling.

mod bench;
mod lengths;
mod line;
mod stretch;
#[cfg(test)]
mod tests;

use crate::outcome::{Failure, Outcome};

/// Measure muscles in poses, and see what an exercise lengthens.
#[derive(clap::Args)]
#[command(arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Bench(bench::Arguments),
    Find(stretch::Find),
    Lengths(lengths::Arguments),
    Stretch(stretch::Stretch),
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    match &arguments.what {
        What::Bench(arguments) => bench::run(arguments),
        What::Find(arguments) => stretch::find(arguments),
        What::Lengths(arguments) => lengths::run(arguments),
        What::Stretch(arguments) => stretch::stretch(arguments),
    }
}

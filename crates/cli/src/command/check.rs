//! `counterpose check`: reads a person's answers and says what to do first.

use std::io::Write;

use crate::input;
use crate::outcome::{Failure, Outcome};

/// Read a person's answers (an intake) and check them.
#[derive(clap::Args)]
pub struct Arguments {
    /// The intake: a JSON file, or - for standard input.
    intake: String,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let text = input::read(&arguments.intake)?;
    let answers: serde_json::Value = serde_json::from_str(&text)
        .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(&arguments.intake))))?;
    writeln!(std::io::stdout(), "{} answers read", answers.as_object().map_or(0, serde_json::Map::len))?;
    Ok(Outcome::Done)
}

//! `counterpose check`: reads a person's answers and says what to do first, where to start and how much.

mod batch;
mod explain;
mod human;
mod plan;

/// Words that other commands use too.
pub(crate) mod words {
    pub(crate) use super::plan::{dose_words, exercise_name};
}

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use counterpose_coach::check::{CheckOutcome, check};
use counterpose_coach::intake::{self, Intake, IntakeError};
use serde_json::json;

use crate::input;
use crate::outcome::{Failure, Outcome};

/// Read a person's answers (an intake) and say what to do first, where to start and how much.
#[derive(clap::Args)]
pub struct Arguments {
    /// The intake: a JSON file, or - for standard input.
    intake: String,
    /// Print JSON for machines: identifiers and numbers.
    #[arg(long)]
    json: bool,
    /// Read one intake a line and print one JSON answer a line. A line that cannot be read answers with its number
    /// and what is wrong, the others go on, and the exit code is 2.
    #[arg(long)]
    batch: bool,
    /// Add the sentences and the sources behind every identifier.
    #[arg(long)]
    explain: bool,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let today = today();
    if arguments.batch {
        let mut output = std::io::BufWriter::new(std::io::stdout().lock());
        let outcome = batch::run(input::open(&arguments.intake)?, &mut output, today, arguments.explain)?;
        output.flush()?;
        return Ok(outcome);
    }
    let text = input::read(&arguments.intake)?;
    match answer(&text, today) {
        Ok((intake, outcome)) if !arguments.json => human::print(&intake, &outcome, arguments.explain)?,
        Ok((_, outcome)) => {
            let line = if arguments.explain { explain::line(&outcome) } else { line(&outcome) };
            writeln!(std::io::stdout(), "{line}")?;
        }
        Err(error) => {
            if arguments.json {
                writeln!(std::io::stdout(), "{}", json!({ "error": error }))?;
            }
            return Err(Failure::BadInput(format!("{}: {error}", input::name(&arguments.intake))));
        }
    }
    Ok(Outcome::Done)
}

/// Reads and checks one intake. An intake without a date is as of today.
fn answer(text: &str, today: Option<jiff::civil::Date>) -> Result<(Intake, CheckOutcome), IntakeError> {
    let mut intake = intake::parse(text)?;
    intake.as_of = intake.as_of.or(today);
    let outcome = check(&intake, counterpose_content::library());
    Ok((intake, outcome))
}

/// The answer as one line of JSON.
fn line(outcome: &CheckOutcome) -> String {
    // Strings and finite numbers only: this cannot fail, and were it to, the error is still JSON.
    serde_json::to_string(outcome).unwrap_or_else(|error| json!({"error": error.to_string()}).to_string())
}

/// Today by the clock of this machine, in UTC.
fn today() -> Option<jiff::civil::Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let moment = jiff::Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(moment).date())
}

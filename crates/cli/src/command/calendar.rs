//! `counterpose calendar`: reminders as a calendar file with alarms, neutral enough for a shared screen.

use std::io::Write;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use counterpose_coach::reminder::feed::{self, Feed};
use counterpose_content::Arg;
use jiff::Timestamp;

use super::remind::wishes::Wishes;
use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::zone;

/// Write your reminders as a calendar (.ics) that a phone or mail program can take in.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    wishes: Wishes,
    /// How long an entry lasts
    #[arg(long, value_name = "MINUTES", default_value_t = 5)]
    minutes: u16,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let text = text(arguments)?;
    match &arguments.output {
        None => std::io::stdout().write_all(text.as_bytes())?,
        Some(path) => std::fs::write(path, text)
            .map_err(|error| Failure::BadInput(format!("cannot write {}: {error}", path.display())))?,
    }
    Ok(Outcome::Done)
}

fn text(arguments: &Arguments) -> Result<String, Failure> {
    let settings = arguments.wishes.settings()?;
    let texts = language::for_people();
    let made_ms = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|past| i64::try_from(past.as_millis()).ok())
        .unwrap_or(0);
    let now = Timestamp::from_millisecond(made_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let name = texts.get("reminder-calendar-name");
    let feed = Feed {
        name: &name,
        from: zone::here().zone.to_datetime(now).date(),
        made_ms,
        minutes: arguments.minutes,
    };
    let minutes = i64::from(arguments.minutes.max(1));
    let title = texts.format("reminder-feed-title", &[("minutes", Arg::from(minutes))]);
    Ok(feed::write(&feed, &settings, |_| title.clone()))
}

//! What somebody wants to be reminded of, as arguments; shared by the agent and the calendar.

use counterpose_coach::reminder::rule::{self, QuietHours, SQUEEZE_EVERY_MINUTES, SQUEEZES_PER_DAY};
use counterpose_coach::reminder::{Rule, Settings, When};
use jiff::civil::Time;

use crate::input;
use crate::outcome::Failure;

/// When to remind.
#[derive(clap::Args)]
pub struct Wishes {
    /// Squeeze after so many minutes of sitting (15 to be reminded often, 0 for never)
    #[arg(long, value_name = "MINUTES", default_value_t = SQUEEZE_EVERY_MINUTES)]
    every: u16,
    /// At most so many squeezes a day
    #[arg(long, value_name = "COUNT", default_value_t = SQUEEZES_PER_DAY)]
    most: u8,
    /// Walk at these times, as in 10:30,15:00
    #[arg(long, value_name = "TIMES", value_delimiter = ',', value_parser = time)]
    at: Vec<Time>,
    /// Drives begin at these times; a reminder comes ten minutes before
    #[arg(long, value_name = "TIMES", value_delimiter = ',', value_parser = time)]
    drive: Vec<Time>,
    /// Nothing in these hours
    #[arg(long, value_name = "FROM-TO", default_value = "21:00-08:00", value_parser = hours)]
    quiet: QuietHours,
    /// Rules and quiet hours from a JSON file instead
    #[arg(long, value_name = "FILE", conflicts_with_all = ["every", "most", "at", "drive", "quiet"])]
    settings: Option<String>,
}

impl Wishes {
    /// As the engine reads them.
    pub fn settings(&self) -> Result<Settings, Failure> {
        if let Some(file) = &self.settings {
            return serde_json::from_str(&input::read(file)?)
                .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(file))));
        }
        let mut rules = Vec::new();
        if self.every > 0 {
            rules.push(Rule { most_per_day: self.most, ..rule::squeeze(self.every) });
        }
        if !self.at.is_empty() {
            rules.push(Rule {
                id: "walk".to_owned(),
                habit: "walk".to_owned(),
                when: When::Times { times: self.at.clone() },
                most_per_day: u8::try_from(self.at.len()).unwrap_or(u8::MAX),
            });
        }
        if !self.drive.is_empty() {
            rules.push(Rule {
                id: "drive".to_owned(),
                habit: "drive-setup".to_owned(),
                when: When::BeforeDriving { departures: self.drive.clone(), minutes_before: 10 },
                most_per_day: u8::try_from(self.drive.len()).unwrap_or(u8::MAX),
            });
        }
        Ok(Settings { rules, quiet_hours: vec![self.quiet], ..Settings::default() })
    }
}

fn time(text: &str) -> Result<Time, String> {
    let whole = if text.len() == 5 { format!("{text}:00") } else { text.to_owned() };
    whole.parse().map_err(|_| format!("a time looks like 10:30, not {text:?}"))
}

fn hours(text: &str) -> Result<QuietHours, String> {
    let (from, to) =
        text.split_once('-').ok_or_else(|| format!("quiet hours look like 21:00-08:00, not {text:?}"))?;
    Ok(QuietHours { from: time(from.trim())?, to: time(to.trim())? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_hours_are_read() {
        assert_eq!(time("10:30").unwrap().hour(), 10);
        assert!(time("25:00").is_err() && time("soon").is_err());
        let quiet = hours("22:15 - 07:00").unwrap();
        assert_eq!((quiet.from.minute(), quiet.to.hour()), (15, 7));
        assert!(hours("night").is_err());
    }
}

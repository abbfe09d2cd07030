//! What a person wants to be reminded of, and when not to be.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// When a rule is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "kebab-case")]
pub enum When {
    /// After so many minutes of sitting without a break.
    Sitting {
        /// Minutes.
        every_minutes: u16,
    },
    /// At times of the day, by the clock on the wall.
    Times {
        /// The times.
        times: Vec<Time>,
    },
    /// Before a drive that the person said they would take, at times of the day.
    BeforeDriving {
        /// When drives begin.
        departures: Vec<Time>,
        /// Minutes before.
        minutes_before: u16,
    },
    /// At the first sign of activity of the day, once.
    OnWaking {
        /// Not before this time.
        not_before: Time,
    },
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its identifier; never changes.
    pub id: String,
    /// The habit it reminds of.
    pub habit: String,
    /// When.
    #[serde(flatten)]
    pub when: When,
    /// At most so many a day.
    pub most_per_day: u8,
}

/// The least a sitting rule may be set to.
pub const LEAST_SITTING_MINUTES: u16 = 5;
/// The default of the seated squeeze, in minutes of sitting.
pub const SQUEEZE_EVERY_MINUTES: u16 = 30;
/// The shorter choice.
pub const SQUEEZE_OFTEN_MINUTES: u16 = 15;
/// The default cap of the seated squeeze.
pub const SQUEEZES_PER_DAY: u8 = 8;
/// Sessions done before reminders are offered at all.
pub const SESSIONS_BEFORE_OFFER: u32 = 2;

/// The squeeze as it is offered after the second session; `None` before.
#[must_use]
pub fn offered_squeeze(sessions_done: u32) -> Option<Rule> {
    (sessions_done >= SESSIONS_BEFORE_OFFER).then(|| squeeze(SQUEEZE_EVERY_MINUTES))
}

/// The squeeze every so many minutes of sitting.
#[must_use]
pub fn squeeze(every_minutes: u16) -> Rule {
    Rule {
        id: "squeeze".to_owned(),
        habit: "glute-squeeze".to_owned(),
        when: When::Sitting { every_minutes: every_minutes.max(LEAST_SITTING_MINUTES) },
        most_per_day: SQUEEZES_PER_DAY,
    }
}

/// A part of every day without reminders, by the clock on the wall; it may run over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// From.
    pub from: Time,
    /// To (not included). The same as `from`: none.
    pub to: Time,
}

/// Everything a person set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The night.
    pub quiet_hours: Vec<QuietHours>,
    /// Sitting is broken by being away for so long.
    pub break_minutes: u16,
    /// Held back by a meeting at most so long; then it comes without a sound.
    pub longest_hold_minutes: u16,
    /// What could not be said within this time (the machine slept) has gone by.
    pub late_minutes: u16,
    /// Unanswered after this it counts as missed.
    pub answer_minutes: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: vec![],
            quiet_hours: vec![QuietHours {
                from: Time::constant(21, 0, 0, 0),
                to: Time::constant(8, 0, 0, 0),
            }],
            break_minutes: 5,
            longest_hold_minutes: 120,
            late_minutes: 60,
            answer_minutes: 15,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_squeeze_is_offered_after_the_second_session_every_thirty_minutes_eight_a_day() {
        assert_eq!(offered_squeeze(1), None);
        let rule = offered_squeeze(2).unwrap();
        assert_eq!((rule.when, rule.most_per_day), (When::Sitting { every_minutes: 30 }, 8));
        assert_eq!(squeeze(15).when, When::Sitting { every_minutes: SQUEEZE_OFTEN_MINUTES });
        assert_eq!(squeeze(0).when, When::Sitting { every_minutes: 5 });
    }

    #[test]
    fn settings_come_back_from_json() {
        let settings = Settings { rules: vec![squeeze(30)], ..Settings::default() };
        let text = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings, "{text}");
    }
}

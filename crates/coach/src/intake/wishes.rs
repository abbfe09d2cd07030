//! What somebody wants, what they have for it, and what weighs on them: goals, means, wishes, strain.

use counterpose_quantity as quantity;
use quantity::{MinutesPerDay, RatingScore, WeekCount};
use serde::Serialize;
use serde_json::{Value, json};

use super::format::{Format, records};
use super::node::{IntakeError, Reader};
use super::parts::Activity;
use crate::vocabulary::Equipment;

records! {
    /// Something the person wants to be able to do.
    Goal {
        /// In their own words.
        activity: String,
        /// How well it goes now, 0 to 10.
        now_0_10: Option<RatingScore>,
        /// How well it should go, 0 to 10.
        target_0_10: Option<RatingScore>,
        /// By when.
        by_weeks: Option<WeekCount>,
        /// For how long it is bearable now.
        tolerance_minutes: Option<MinutesPerDay>,
        /// What kind of activity it is; without it the words decide, as far as they say.
        kind: Option<Activity>,
    }

    /// What weighs on somebody besides the pain, each from 0 (not at all) to 10 (very much). It never stops anything.
    Strain: Default {
        /// Bad sleep.
        poor_sleep: Option<RatingScore>,
        /// Stress.
        stress: Option<RatingScore>,
        /// Low mood.
        low_mood: Option<RatingScore>,
        /// Worry that moving does harm.
        worry_moving_harms: Option<RatingScore>,
        /// Little confidence to get along in spite of the pain.
        low_confidence: Option<RatingScore>,
        /// Little support at work or at home.
        little_support: Option<RatingScore>,
        /// The one movement that is avoided out of worry.
        feared_movement: Option<Activity>,
    }

    /// What somebody wants, and does not want, in the plan.
    Preferences: Default {
        /// Exercises to leave out, by identifier.
        without: Vec<String>,
        /// Exercises they like, by identifier.
        prefer: Vec<String>,
        /// The most exercises of a session.
        exercises_per_session: Option<ExercisesPerSession>,
    }

    /// Time, things and floor.
    Means: Default {
        /// Minutes for one session.
        minutes_per_session: Option<MinutesPerDay>,
        /// Sessions a day.
        sessions_per_day: Option<SessionsPerDay>,
        /// Things at hand; left out means not known.
        equipment: Option<Vec<Equipment>>,
        /// Whether kneeling is possible.
        can_kneel: Option<bool>,
        /// Whether lying on the floor is possible.
        can_lie_on_floor: Option<bool>,
        /// Whether lying on a bed is possible.
        can_lie_on_bed: Option<bool>,
    }
}

/// How many sessions a day somebody wants: one to four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SessionsPerDay(u8);

impl SessionsPerDay {
    /// The number; `None` outside one to four.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 4 { Some(Self(number)) } else { None }
    }

    /// The plain number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Format for SessionsPerDay {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        match at.whole()? {
            1 => Ok(Self(1)),
            2 => Ok(Self(2)),
            3 => Ok(Self(3)),
            4 => Ok(Self(4)),
            other => Err(at.error(format!("sessions a day must be from 1 to 4, not {other}"))),
        }
    }

    fn schema() -> Value {
        json!({"type": "integer", "minimum": 1, "maximum": 4})
    }
}

/// How many exercises somebody wants in a session: one to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ExercisesPerSession(u8);

impl ExercisesPerSession {
    /// The number; `None` outside one to five.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 5 { Some(Self(number)) } else { None }
    }

    /// The plain number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Format for ExercisesPerSession {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let number = at.whole()?;
        u8::try_from(number)
            .ok()
            .and_then(Self::new)
            .ok_or_else(|| at.error(format!("exercises a session must be from 1 to 5, not {number}")))
    }

    fn schema() -> Value {
        json!({"type": "integer", "minimum": 1, "maximum": 5})
    }
}

//! What entries say: the kinds this version knows, each with its version.
//!
//! A kind or version from a later program decodes to `None` and stays in the journal as it is. Fields that this
//! version does not know are not refused here: they stay in the entry's bytes and are simply not read. What a
//! payload means for the person is decided elsewhere.

use counterpose_quantity::{EffortScore, PainScore, Side};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use crate::entry::Entry;
use crate::tracking::{DailyPain, DesignDrawn, OutcomeAnswered, ReminderAnswered, Retest, Sat};

/// A payload that could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    /// It has no JSON form.
    #[error("the payload `{kind}` cannot be written: {detail}")]
    Unwritable {
        /// The kind.
        kind: &'static str,
        /// What the serialiser said.
        detail: String,
    },
    /// A kind and version we know, with content that does not fit them.
    #[error("the entry {id} of kind `{kind}` cannot be read: {detail}")]
    Unreadable {
        /// The entry.
        id: Uuid,
        /// The kind.
        kind: String,
        /// What the reader said.
        detail: String,
    },
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident($type:ty) = $kind:literal, $version:literal;)*) => {
        /// What an entry says, typed.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Payload { $($(#[$doc])* $variant($type),)* }

        impl Payload {
            /// Every kind this version writes, with the version it writes.
            pub const KINDS: &'static [(&'static str, u16)] = &[$(($kind, $version),)*];

            /// The kind, as in the envelope.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind,)* }
            }

            /// The version of the kind that this program writes.
            #[must_use]
            pub const fn version(&self) -> u16 {
                match self { $(Self::$variant(_) => $version,)* }
            }

            /// The bytes of the payload.
            ///
            /// # Errors
            /// When it has no JSON form.
            pub fn encode(&self) -> Result<Box<RawValue>, PayloadError> {
                match self { $(Self::$variant(content) => to_raw_value(content),)* }
                    .map_err(|error| PayloadError::Unwritable { kind: self.kind(), detail: error.to_string() })
            }

            /// Reads an entry; `None` for a kind or version that this program does not know.
            ///
            /// # Errors
            /// When the kind and version are known and the content does not fit them.
            pub fn decode(entry: &Entry) -> Result<Option<Self>, PayloadError> {
                let read = match entry.kind.as_str() {
                    $($kind if entry.version <= $version => {
                        serde_json::from_str(entry.payload.get()).map(Self::$variant)
                    })*
                    _ => return Ok(None),
                };
                read.map(Some).map_err(|error| PayloadError::Unreadable {
                    id: entry.id,
                    kind: entry.kind.clone(),
                    detail: error.to_string(),
                })
            }
        }
    };
}

kinds! {
    /// Answers to one section.
    Answers(Answers) = "answers", 1;
    /// A session began.
    SessionStarted(SessionStarted) = "session-started", 1;
    /// A session ended, one way or another.
    SessionFinished(SessionFinished) = "session-finished", 1;
    /// How a session was.
    SessionFeedback(SessionFeedback) = "session-feedback", 1;
    /// The daily line.
    CheckIn(CheckIn) = "check-in", 1;
    /// A setting of the app.
    Setting(Setting) = "setting", 1;
    /// The person disagrees with something shown.
    Disagree(Disagree) = "disagree", 1;
    /// The person changed an item of the plan.
    PlanChoice(PlanChoice) = "plan-choice", 1;
    /// A habit was done.
    HabitDone(HabitDone) = "habit-done", 1;
    /// Pain of a day.
    DailyPain(DailyPain) = "daily-pain", 1;
    /// An outcome measure.
    OutcomeAnswered(OutcomeAnswered) = "outcome", 1;
    /// A test before and after one exercise.
    Retest(Retest) = "retest", 1;
    /// A design was drawn.
    DesignDrawn(DesignDrawn) = "design-drawn", 1;
    /// What became of a reminder.
    ReminderAnswered(ReminderAnswered) = "reminder", 1;
    /// Time sat.
    Sat(Sat) = "sat", 1;
    /// Everything before it is forgotten.
    Erasure(Erasure) = "erasure", 1;
}

/// Everything before it in the order of history is forgotten, everywhere (see [`crate::erasure`]). It says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {}

/// Answers to one section of the questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// Which section (see [`crate::section::Section`]); one from a later version is kept and not read.
    pub section: String,
    /// The answers, dated: birth year and dates, never ages or weeks (see [`crate::dated`]).
    pub value: Value,
    /// `false`: this is the whole section. `true`: only these keys are new (`null` takes a key away), or, for a
    /// section that is a list, these items are added.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub part: bool,
}

/// A session began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionStarted {
    /// The session; all its entries carry it.
    pub session: Uuid,
    /// The day of the plan, from 1.
    pub day: u32,
    /// `morning`, `evening` or another name of the occasion.
    pub which: String,
    /// The exercises in the order they were laid out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<String>,
    /// How long it was laid out to last.
    #[serde(default)]
    pub planned_ms: u64,
    /// Pain at the start: what the traffic light compares with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_before: Option<PainScore>,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// To its end.
    Completed,
    /// The person left early.
    Left,
    /// The traffic light or a warning sign stopped it.
    Stopped,
}

/// A session ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFinished {
    /// The session.
    pub session: Uuid,
    /// How it ended.
    pub ended: Ended,
    /// Time spent moving or holding, pauses left out.
    pub active_ms: u64,
    /// What was really done, exercise by exercise and side by side.
    #[serde(default)]
    pub done: Vec<Done>,
    /// What stopped it, where something did: an identifier, never free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_by: Option<String>,
}

/// How much of an item was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoneHow {
    /// As laid out.
    Full,
    /// Less than laid out.
    Partly,
    /// Made lighter on the way.
    Lightened,
    /// Skipped.
    Skipped,
    /// Stopped for a reason.
    Stopped,
}

/// One exercise on one side as it was really done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The working side; absent where both work at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// How much of it.
    pub how: DoneHow,
    /// Sets ended.
    #[serde(default)]
    pub sets: u16,
    /// Repetitions ended, all sets together.
    #[serde(default)]
    pub repetitions: u16,
    /// Time worked, pauses and rests left out.
    #[serde(default)]
    pub worked_ms: u64,
}

/// How a session was. Later feedback for the same session adds to or replaces the earlier, field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFeedback {
    /// The session.
    pub session: Uuid,
    /// Pain right after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_after: Option<PainScore>,
    /// How hard it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<EffortScore>,
    /// Whether it had settled by the next morning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_by_morning: Option<bool>,
}

/// The daily line, given with the emergency list in sight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Pain now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<PainScore>,
    /// Whether anything on the list is new. Absent: not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything_new: Option<bool>,
    /// The questions of the list that are new.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new: Vec<String>,
    /// Whether every safety question was gone through, not only the one line.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub whole: bool,
}

/// A setting of the app: the last one written of each key stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Which, kebab-case.
    pub key: String,
    /// Its value; `null` goes back to the default.
    pub value: Value,
}

/// The person disagrees with something shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagree {
    /// What with, for example `pattern:front-of-hip`.
    pub about: String,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// `true` takes an earlier disagreement back.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub withdrawn: bool,
}

/// What the person did to an item of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// Back to what the plan says.
    Keep,
    /// Out of the plan.
    Remove,
    /// Less of it.
    Lighten,
    /// Another in its place.
    Swap,
}

/// The person changed an item of the plan: the last word on each exercise stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanChoice {
    /// The exercise.
    pub exercise: String,
    /// What to do with it.
    pub choice: Choice,
    /// What comes in its place, for a swap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A habit was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HabitDone {
    /// The habit.
    pub habit: String,
    /// How many times.
    pub times: u32,
}

//! What a plan is made of: prescriptions with a dose per side and a whole chain of reasons.
//!
//! Shapes only; the JSON is the contract of `counterpose check`. Choosing them is the business of the planner.

use counterpose_quantity::{Mirror, Sided};
use serde::{Deserialize, Serialize};

use crate::intake::Activity;

/// How much of an exercise one side (or both at once) does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dose {
    /// Sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sets: Option<u16>,
    /// Repetitions in a set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repetitions: Option<u16>,
    /// Seconds of each hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_s: Option<f64>,
    /// Seconds in all, for walking and the like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_s: Option<f64>,
}

/// The dose of each side, or of both at once.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sides {
    /// Each side by itself.
    Each(Sided<Dose>),
    /// Both at once, or in turn.
    Both {
        /// The one dose.
        both: Dose,
    },
}

impl Mirror for Sides {
    fn mirror(self) -> Self {
        match self {
            Self::Each(doses) => Self::Each(doses.mirror()),
            both @ Self::Both { .. } => both,
        }
    }
}

/// One chain of reasons. A planned item cannot be built without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The answer or measure it starts from, for example `measure:thomas:left` or `answer:life.driving_hours_per_day`.
    pub from: String,
    /// The rule's identifier.
    pub rule: String,
    /// What we expect it to do: identifier of a claim, text key `claim-<id>`.
    pub mechanism: String,
    /// Sources that speak for it.
    #[serde(rename = "for")]
    pub sources_for: Vec<String>,
    /// Sources that speak against it or found nothing.
    pub against: Vec<String>,
    /// What would change our mind: text key `change-<id>`.
    pub would_change: String,
    /// What it stands in for, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Instead>,
}

/// What an item stands in for: an exercise this person cannot do, whose muscle this one lengthens most of all that are
/// open to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The exercise that was called for first.
    pub of: String,
    /// The muscle.
    pub structure: String,
    /// How much longer the body model says it gets in the item, in thousandths of optimal fibre length.
    pub permille_of_fibre: i32,
}

/// One exercise of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prescription {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it; `None` is the plain way.
    pub variant: Option<String>,
    /// The person's goal it serves, by its position in the list of goals, in words of the person.
    pub goal: Option<String>,
    /// How much.
    pub sides: Sides,
    /// Times a day.
    pub per_day: u8,
    /// Days a week.
    pub days_per_week: u8,
    /// The first day of a plan's week (1 to 7) it falls on, so that items share the days; written where it is not 1.
    #[serde(default = "first_day", skip_serializing_if = "is_first_day")]
    pub first_day: u8,
    /// Minutes it takes in one session.
    pub minutes: f64,
    /// The week it begins.
    pub starts_in_week: u8,
    /// How it grows after that, week by week; each stands until the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Later>,
    /// Why; never empty.
    pub because: Vec<Because>,
}

const fn first_day() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_first_day(day: &u8) -> bool {
    *day == 1
}

/// More (or less) of an item from a later week on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Later {
    /// The week it begins.
    pub from_week: u8,
    /// How much.
    pub sides: Sides,
    /// Times a day.
    pub per_day: u8,
    /// Minutes it takes in one session.
    pub minutes: f64,
}

/// An item as it stands in one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// How much.
    pub sides: Sides,
    /// Times a day.
    pub per_day: u8,
}

impl Prescription {
    /// The dose of a week (from 1); `None` before it begins.
    #[must_use]
    pub fn in_week(&self, week: u32) -> Option<Stage> {
        if week < u32::from(self.starts_in_week) {
            return None;
        }
        let now = self.later.iter().rfind(|later| u32::from(later.from_week) <= week);
        Some(now.map_or(Stage { sides: self.sides, per_day: self.per_day }, |later| Stage {
            sides: later.sides,
            per_day: later.per_day,
        }))
    }

    /// The last week in which something about it changes.
    #[must_use]
    pub fn last_change(&self) -> u8 {
        self.later.last().map_or(self.starts_in_week, |later| later.from_week)
    }
}

/// One step of a ladder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// The week it is for.
    pub week: u8,
    /// Minutes of the activity at a stretch, where it is one that lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<f64>,
    /// The exercise that is the step, where it is a movement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// The way of doing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

/// A way up to an activity, week by week: a little less than is tolerated to begin with, a little more each week,
/// the same on good and bad days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ladder {
    /// The activity.
    pub activity: Activity,
    /// The person's goal it leads to, in their words.
    pub goal: Option<String>,
    /// The steps.
    pub rungs: Vec<Rung>,
    /// Why; never empty.
    pub because: Vec<Because>,
}

/// One habit of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedHabit {
    /// The habit.
    pub id: String,
    /// Minutes between prompts, where it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_minutes: Option<u16>,
    /// Why; never empty.
    pub because: Vec<Because>,
}

/// Why something is not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutKind {
    /// A precaution or a clinician's limit shuts it.
    Precaution,
    /// Something needed is missing.
    Means,
    /// Other things come first.
    Choice,
}

/// An exercise (or one way of doing it) that is not in the plan, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it; `None` means the plain way.
    pub variant: Option<String>,
    /// What kind of reason.
    pub kind: LeftOutKind,
    /// Identifier of the reason: a precaution, `unknown-precautions`, a clinician's limit, a missing thing.
    pub because: String,
}

/// A plan: what to do until the review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Exercises, in the order of importance.
    pub items: Vec<Prescription>,
    /// Habits.
    pub habits: Vec<PlannedHabit>,
    /// The way up to what the person wants to be able to do again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladders: Vec<Ladder>,
    /// Education cards worth reading, by identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub education: Vec<String>,
    /// Whether to say that talking to somebody may help.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub talk_to_somebody: bool,
    /// What was left out and why.
    pub left_out: Vec<LeftOut>,
    /// The longest session in it, in minutes.
    pub minutes_per_session: f64,
    /// Days until it is looked at again.
    pub review_after_days: u16,
}

impl Mirror for Because {
    fn mirror(self) -> Self {
        let from = match self.from.rsplit_once(':') {
            Some((rest, "left")) => format!("{rest}:right"),
            Some((rest, "right")) => format!("{rest}:left"),
            _ => self.from,
        };
        Self { from, ..self }
    }
}

impl Mirror for Later {
    fn mirror(self) -> Self {
        Self { sides: self.sides.mirror(), ..self }
    }
}

impl Mirror for Prescription {
    fn mirror(self) -> Self {
        Self {
            sides: self.sides.mirror(),
            later: self.later.mirror(),
            because: self.because.mirror(),
            ..self
        }
    }
}

impl Mirror for Ladder {
    fn mirror(self) -> Self {
        Self { because: self.because.mirror(), ..self }
    }
}

impl Mirror for PlannedHabit {
    fn mirror(self) -> Self {
        Self { because: self.because.mirror(), ..self }
    }
}

impl Mirror for Plan {
    fn mirror(self) -> Self {
        Self {
            items: self.items.mirror(),
            habits: self.habits.mirror(),
            ladders: self.ladders.mirror(),
            ..self
        }
    }
}

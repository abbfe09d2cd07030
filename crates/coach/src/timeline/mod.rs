//! A routine compiled to steps with absolute offsets.
//!
//! A timeline says what happens at every moment after the start; where a session stands follows from the start,
//! the pauses and now, never from ticks counted. It holds no words: a cue is a text key with its arguments.

mod compile;
mod length;
mod minutes;
#[cfg(test)]
mod tests;
mod transition;

use counterpose_quantity::{Mirror, Side};
use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;
use counterpose_quantity as quantity;

vocabulary! {
    /// What a step of a session is.
    StepKind {
        /// Time to take the position.
        GetReady = "get-ready",
        /// Staying in a pose.
        Hold = "hold",
        /// One repetition with its tempo.
        Repetition = "repetition",
        /// Breathing at a pace.
        Breaths = "breaths",
        /// Going on for a while.
        Continue = "continue",
        /// Changing sides.
        ChangeSides = "change-sides",
        /// Resting between sets.
        Rest = "rest",
        /// Moving to the next exercise or position.
        Transition = "transition",
    }
}

pub use compile::compile;
pub(crate) use length::{effective_s, session_ms, work_ms};
pub use minutes::{longest_session_minutes, minutes_of};
pub use transition::change_of_position_s;

/// A text key and its arguments (numbers as text), for voice and caption.
///
/// The argument `side` holds `left`, `right` or `none`; `exercise` holds an identifier, to be spoken by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// The text key.
    pub key: String,
    /// Arguments by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<(String, String)>,
}

impl Mirror for Cue {
    fn mirror(mut self) -> Self {
        for (name, value) in &mut self.arguments {
            if name == "side" {
                *value = match value.as_str() {
                    "left" => "right".to_owned(),
                    "right" => "left".to_owned(),
                    _ => continue,
                };
            }
        }
        self
    }
}

/// The tempo inside one repetition or breath, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tempo {
    /// Going out (or breathing in).
    pub out_ms: u64,
    /// Staying.
    pub hold_ms: u64,
    /// Coming back (or breathing out).
    pub back_ms: u64,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Milliseconds from the start of the session.
    pub at_ms: u64,
    /// How long it lasts, in milliseconds; more than zero.
    pub for_ms: u64,
    /// What it is.
    pub kind: StepKind,
    /// The exercise it belongs to (for a transition: the one coming).
    pub exercise: String,
    /// The way of doing it.
    pub variant: Option<String>,
    /// The phase of the exercise, where it has one.
    pub phase: Option<String>,
    /// The working side; absent where both work or none does. While changing sides: the side coming.
    pub side: Option<Side>,
    /// The set, from 1.
    pub set: Option<u16>,
    /// The repetition in the set, from 1.
    pub repetition: Option<u16>,
    /// How many repetitions (or breaths) the phase has.
    pub of_repetitions: Option<u16>,
    /// The tempo inside it, for repetitions and breaths.
    pub tempo: Option<Tempo>,
    /// The key pose it starts from.
    pub pose_from: Option<String>,
    /// The key pose it goes to.
    pub pose_to: Option<String>,
    /// What to say and show.
    pub cue: Cue,
}

impl Step {
    /// The first moment after it, in milliseconds from the start of the session.
    #[must_use]
    pub const fn ends_at_ms(&self) -> u64 {
        self.at_ms + self.for_ms
    }
}

impl Mirror for Step {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), cue: self.cue.mirror(), ..self }
    }
}

/// The steps of a session without gap or overlap, from zero to its end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// The steps in order.
    pub steps: Vec<Step>,
}

impl Mirror for Timeline {
    fn mirror(self) -> Self {
        Self { steps: self.steps.mirror() }
    }
}

impl Timeline {
    /// How long it lasts, in milliseconds.
    #[must_use]
    pub fn duration_ms(&self) -> u64 {
        self.steps.last().map_or(0, Step::ends_at_ms)
    }

    /// The position in the list of the step at this moment; `None` from the end on.
    #[must_use]
    pub fn index_at(&self, elapsed_ms: u64) -> Option<usize> {
        let after = self.steps.partition_point(|step| step.ends_at_ms() <= elapsed_ms);
        (after < self.steps.len()).then_some(after)
    }
}

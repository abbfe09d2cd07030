//! What today holds: the prescriptions of a plan that are due on a day, in the order in which to do them.
//!
//! A routine answers three questions that a plan leaves open: which items are due this morning or evening, in
//! which order they come so that nobody gets up and down twice, and on which side each begins. It also checks
//! every item against the library, so that what is compiled from it cannot fail on the person's floor. What it
//! does not do: choose exercises or doses, or say how long anything takes.

mod calendar;
mod compile;
mod dose;
mod next_time;
mod order;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use counterpose_quantity::{Mirror, Side};
use serde::{Deserialize, Serialize};

use crate::plan::Sides;
use crate::vocabulary::vocabulary;
use counterpose_quantity as quantity;

pub(crate) use order::Level;

pub use calendar::{is_due_on, week_of};
pub(crate) use compile::in_order;
pub use compile::{compile, due_items, of_exercises, of_items};
pub(crate) use dose::{check_item, check_sides, count, main_phase, within};
pub use dose::{usual_dose, usual_sides};
pub use next_time::{LastTime, NextTime, lighter, lighter_sides, next_time, on_the_way_back};

vocabulary! {
    /// The session of the day. A day with one session has it in the morning slot, whenever it is done.
    Which {
        /// The first session of the day.
        Morning = "morning",
        /// The second.
        Evening = "evening",
    }

    /// Why a routine begins on the side it begins on.
    FirstSideBecause {
        /// The person named it as the worse one.
        Worse = "worse",
        /// The plan asks more of it.
        LargerDose = "larger-dose",
        /// Nothing speaks for either; by custom we begin on the left.
        Custom = "custom",
    }

    /// Something to know before the session begins.
    RoutineNote {
        /// It bends the low back to its end: not in the first hour after getting up.
        LaterThanFirstHour = "later-than-first-hour",
    }
}

/// Which session is asked for, and what is known of the sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day of the plan, from 1.
    pub day: u32,
    /// Which session of that day.
    pub which: Which,
    /// The side the person named as the worse one; `None` where it is both, the middle, or not known.
    pub worse_side: Option<Side>,
}

/// The side a routine begins on, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstSide {
    /// The side.
    pub side: Side,
    /// Why this one.
    pub because: FirstSideBecause,
}

impl Mirror for FirstSide {
    fn mirror(self) -> Self {
        Self { side: self.side.mirror(), ..self }
    }
}

/// One exercise of a routine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoutineItem {
    /// The exercise.
    pub exercise: String,
    /// The way of doing it; `None` is the plain way.
    pub variant: Option<String>,
    /// The goal it serves, in the person's words.
    pub goal: Option<String>,
    /// How much.
    pub sides: Sides,
}

impl Mirror for RoutineItem {
    fn mirror(self) -> Self {
        Self { sides: self.sides.mirror(), ..self }
    }
}

/// The exercises of one session, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Routine {
    /// The day of the plan, from 1.
    pub day: u32,
    /// Which session of that day.
    pub which: Which,
    /// The side that one-sided exercises begin on.
    pub first_side: FirstSide,
    /// The exercises; empty when nothing is due.
    pub items: Vec<RoutineItem>,
    /// What to know before it begins.
    pub notes: Vec<RoutineNote>,
}

impl Mirror for Routine {
    fn mirror(self) -> Self {
        Self { first_side: self.first_side.mirror(), items: self.items.mirror(), ..self }
    }
}

/// Why a routine or its timeline cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoutineError {
    /// Days are counted from 1.
    #[error("days are counted from 1: there is no day 0")]
    NoDayZero,
    /// The library holds no such exercise.
    #[error("there is no exercise \"{exercise}\": `counterpose catalog list` shows them all")]
    UnknownExercise {
        /// What was asked for.
        exercise: String,
    },
    /// The exercise has no such variant.
    #[error("the exercise \"{exercise}\" has no variant \"{variant}\"")]
    UnknownVariant {
        /// The exercise.
        exercise: String,
        /// What was asked for.
        variant: String,
    },
    /// Left and right were given where both work at once, or the other way about.
    #[error("the dose of \"{exercise}\" must be given {expected}")]
    SidesMismatch {
        /// The exercise.
        exercise: String,
        /// How it must be given.
        expected: &'static str,
    },
    /// A dose that nobody can do.
    #[error("the dose of \"{exercise}\" has {what} that is not a number above 0 and at most {most}")]
    BadDose {
        /// The exercise.
        exercise: String,
        /// Which number.
        what: &'static str,
        /// The most that is allowed.
        most: u32,
    },
    /// An exercise whose phase takes no time.
    #[error(
        "the phase \"{phase}\" of \"{exercise}\" takes no time: its entry in the catalogue needs mending"
    )]
    EmptyPhase {
        /// The exercise.
        exercise: String,
        /// The phase.
        phase: String,
    },
}

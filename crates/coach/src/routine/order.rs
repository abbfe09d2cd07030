//! The order in which a session visits its positions.
//!
//! With anything on the floor in it, a session walks first, then goes down by the declared order of positions and
//! ends lying; without, it begins on the chair and ends on the feet, the walk last. Either way nobody gets up
//! and down twice. What this module does not do: drop or add anything.

use crate::library::{Exercise, Position, Purpose, When};
use crate::vocabulary::MovementTag;

use super::Which;

/// How far from the ground a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// On the feet.
    Feet,
    /// On a chair.
    Chair,
    /// On one knee or on hands and knees.
    Knees,
    /// Sitting or lying on the floor.
    Floor,
}

impl Level {
    pub(crate) const fn of(position: Position) -> Self {
        match position {
            Position::Walking | Position::Standing => Self::Feet,
            Position::Sitting => Self::Chair,
            Position::HalfKneeling | Position::HandsAndKnees => Self::Knees,
            Position::FloorSitting | Position::SideLying | Position::Prone | Position::Supine => Self::Floor,
        }
    }
}

/// Tags of a movement that goes to its end: later rather than sooner, above all in the morning.
const END_RANGE: [MovementTag; 9] = [
    MovementTag::LumbarFlexionEnd,
    MovementTag::LumbarExtensionEnd,
    MovementTag::LumbarRotationEnd,
    MovementTag::HipExtensionEnd,
    MovementTag::HipErEnd,
    MovementTag::HipIrEnd,
    MovementTag::HipAbductionEnd,
    MovementTag::KneeFlexionEnd,
    MovementTag::PassiveEndRange,
];

/// Done from a chair and leaving it: last on the chair, next to what is done on the feet.
const LEAVES_THE_CHAIR: [&str; 1] = ["sit-to-stand"];

/// Where an exercise stands in a session; a stable sort by it keeps the plan's own order within equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    position: usize,
    /// Gets up in between: next to the feet.
    leaves: bool,
    /// What ends with breaths and a roll to the side ends its position.
    closes: bool,
    /// Breathing settles what came before.
    settles: bool,
    /// Stiff in the morning: easy movement before the ends of range.
    end_range: bool,
}

pub(super) fn place(exercise: &Exercise, variant: Option<&str>, which: Which, any_on_floor: bool) -> Place {
    let declared =
        Position::ALL.iter().position(|&p| p == exercise.position_of(variant)).unwrap_or(Position::ALL.len());
    let position = if any_on_floor { declared } else { Position::ALL.len() - declared };
    let to_the_end = exercise.tags_of(variant).iter().any(|tag| END_RANGE.contains(tag));
    Place {
        position,
        // With a floor ahead the feet come before the chair, else after it.
        leaves: LEAVES_THE_CHAIR.contains(&exercise.id.as_str()) != any_on_floor,
        closes: exercise.phases.iter().any(|phase| phase.when == When::Closing),
        settles: exercise.purpose == Purpose::Breathing,
        end_range: which == Which::Morning && to_the_end,
    }
}

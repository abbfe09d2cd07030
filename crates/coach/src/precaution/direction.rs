//! What repeating one movement showed: which end of the low back's range is shut, and which way leads.
//!
//! Pain that draws back toward the spine (centralises) makes that direction lead and shuts the opposite end; pain that
//! spreads down the leg, or grows, shuts the direction itself. No clinician's earlier permission opens what made it
//! worse now.

use super::ClosedBy;
use crate::intake::{Direction, Effect, Intake, MeasureEntry, Reading};
use crate::vocabulary::MovementTag::{self, LumbarExtensionEnd, LumbarFlexionEnd, LumbarFlexionLoaded};

/// What the last test of a direction showed; `None` where it was never tested.
#[must_use]
pub fn measured_direction(intake: &Intake, direction: Direction) -> Option<Effect> {
    let tests = intake.measures.iter().filter_map(|entry: &MeasureEntry| match &entry.reading {
        Reading::RepeatedMovement(repeated) if repeated.direction == direction => {
            Some((entry.shared.on, repeated.effect))
        }
        _ => None,
    });
    tests.max_by_key(|(on, _)| *on).map(|(_, effect)| effect)
}

/// The direction that leads: the only one in which the pain drew back toward the spine.
#[must_use]
pub fn leading_direction(intake: &Intake) -> Option<Direction> {
    let centralised = |direction| measured_direction(intake, direction) == Some(Effect::Centralised);
    match (centralised(Direction::Flexion), centralised(Direction::Extension)) {
        (true, false) => Some(Direction::Flexion),
        (false, true) => Some(Direction::Extension),
        _ => None,
    }
}

const fn ends(direction: Direction) -> &'static [MovementTag] {
    match direction {
        Direction::Flexion => &[LumbarFlexionEnd, LumbarFlexionLoaded],
        Direction::Extension => &[LumbarExtensionEnd],
    }
}

const fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Flexion => Direction::Extension,
        Direction::Extension => Direction::Flexion,
    }
}

/// What the tests of both directions close.
pub(super) fn closes(intake: &Intake) -> Vec<(MovementTag, ClosedBy)> {
    let mut closed = Vec::new();
    for &direction in Direction::ALL {
        match measured_direction(intake, direction) {
            Some(Effect::Worse | Effect::Peripheralised) => {
                closed.extend(ends(direction).iter().map(|&tag| (tag, ClosedBy::Direction)));
            }
            Some(Effect::Centralised) => {
                let shut = ends(opposite(direction)).iter();
                closed.extend(shut.map(|&tag| (tag, ClosedBy::DirectionOpposite)));
            }
            Some(Effect::Better | Effect::NoChange) | None => {}
        }
    }
    closed
}

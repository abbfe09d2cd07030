//! How long it takes a stiff person to get from one position to the next, and to fetch what is needed.
//!
//! The seconds are our own estimate for somebody in discomfort, on the slow side: whoever is quicker skips ahead.
//! What this module does not do: say what to say meanwhile.

use crate::library::{Exercise, Position};
use crate::routine::Level;

/// Reading the screen and putting the phone down, once, before the first exercise.
pub(super) const SETTLE_IN_S: f64 = 5.0;
/// Fetching or laying out something the exercise before did not need.
const FETCH_S: f64 = 8.0;
/// Rolling to the side and coming up slowly at the end.
pub(super) const COME_UP_S: f64 = 20.0;
/// The shortest and longest pause between two holds of one phase.
const RELEASE_S: (f64, f64) = (3.0, 5.0);

/// One way of doing an exercise.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub exercise: &'a Exercise,
    pub variant: Option<&'a str>,
}

impl Way<'_> {
    pub(super) fn position(self) -> Position {
        self.exercise.position_of(self.variant)
    }
}

/// Seconds from one position to another; to the same one it is the time to find the next pose.
#[must_use]
pub const fn change_of_position_s(from: Position, to: Position) -> f64 {
    use Level::{Chair, Feet, Floor, Knees};
    match (Level::of(from), Level::of(to)) {
        _ if from as u8 == to as u8 => 8.0,
        (Feet, Feet) => 8.0,
        (Feet, Chair) | (Chair, Feet) => 10.0,
        (Feet | Chair, Knees) | (Knees, Feet | Chair) => 20.0,
        (Feet | Chair, Floor) | (Floor, Feet | Chair) => 25.0,
        (Knees, Floor) | (Floor, Knees) => 12.0,
        (Chair, Chair) | (Knees, Knees) | (Floor, Floor) => 10.0,
    }
}

/// Seconds to be ready for an exercise, coming from another or from the start of the session.
pub(super) fn lead_in_s(before: Option<Way<'_>>, next: Way<'_>) -> f64 {
    let had = |item| before.is_some_and(|way| way.exercise.needs.iter().any(|need| need.item == item));
    let fetches = next.exercise.needs.iter().any(|need| !need.optional && !had(need.item));
    let fetch_s = if fetches { FETCH_S } else { 0.0 };
    match before {
        None => SETTLE_IN_S + change_of_position_s(Position::Standing, next.position()) + fetch_s,
        Some(before) => change_of_position_s(before.position(), next.position()) + fetch_s,
    }
}

/// Seconds to change sides in a position.
pub(super) const fn change_sides_s(position: Position) -> f64 {
    match position {
        Position::Walking | Position::Standing | Position::Sitting | Position::HandsAndKnees => 6.0,
        Position::Supine | Position::Prone => 8.0,
        Position::FloorSitting => 10.0,
        Position::HalfKneeling | Position::SideLying => 12.0,
    }
}

/// Seconds to let go between two holds.
pub(super) const fn release_s(hold_s: f64) -> f64 {
    (hold_s / 3.0).clamp(RELEASE_S.0, RELEASE_S.1)
}

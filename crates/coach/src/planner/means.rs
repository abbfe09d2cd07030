//! What a person has: minutes, sessions, things, floor, bed and knees.

use crate::intake::{Intake, Means};
use crate::library::{Exercise, Need, Position};
use crate::vocabulary::Equipment;

/// Minutes of a session where nobody said how many.
const USUAL_MINUTES: f64 = 10.0;

/// What nearly every household has, taken for granted where nobody listed anything.
const HOUSEHOLD: &[Equipment] = &[Equipment::Towel, Equipment::Chair, Equipment::Wall, Equipment::Cushion];

/// What is possible for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Possible {
    /// The most minutes of a session.
    pub minutes: f64,
    /// The most sessions a day.
    pub sessions: u8,
    equipment: Vec<Equipment>,
    kneel: bool,
    floor: bool,
    bed: bool,
}

/// What stands in the way of an exercise. Its text is `left-out-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A thing.
    Thing(Equipment),
    /// Kneeling.
    Kneeling,
    /// Lying on the floor.
    Floor,
    /// Lying down at all.
    Lying,
}

impl Missing {
    /// The identifier, as in `left_out`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thing(thing) => thing.as_str(),
            Self::Kneeling => "kneeling",
            Self::Floor => "floor",
            Self::Lying => "lying",
        }
    }
}

impl Possible {
    /// What an intake says; what it does not say is taken as possible, things as those of a plain household.
    #[must_use]
    pub fn of(intake: &Intake) -> Self {
        let nothing = Means::default();
        let means = intake.means.as_ref().unwrap_or(&nothing);
        Self {
            minutes: means.minutes_per_session.map_or(USUAL_MINUTES, |minutes| minutes.get()),
            sessions: means.sessions_per_day.map_or(1, |sessions| sessions.get()),
            equipment: means.equipment.clone().unwrap_or_else(|| HOUSEHOLD.to_vec()),
            kneel: means.can_kneel != Some(false),
            floor: means.can_lie_on_floor != Some(false),
            bed: means.can_lie_on_bed != Some(false),
        }
    }

    /// What is missing for one way of doing an exercise; `None` where nothing is.
    #[must_use]
    pub fn lacks(&self, exercise: &Exercise, variant: Option<&str>) -> Option<Missing> {
        let in_position = match exercise.position_of(variant) {
            Position::Walking | Position::Standing | Position::Sitting => None,
            Position::HalfKneeling | Position::HandsAndKnees => (!self.kneel).then_some(Missing::Kneeling),
            Position::FloorSitting => (!self.floor).then_some(Missing::Floor),
            Position::SideLying | Position::Prone | Position::Supine => {
                (!self.floor && !self.bed).then_some(Missing::Lying)
            }
        };
        let has = |need: &&Need| {
            need.optional
                || self.equipment.contains(&need.item)
                || need.instead.iter().any(|other| self.equipment.contains(other))
        };
        let needs = variant
            .and_then(|id| exercise.variants.iter().find(|variant| variant.id == id))
            .map_or(&exercise.needs, |variant| &variant.needs);
        let thing = needs.iter().find(|need| !has(need)).map(|need| Missing::Thing(need.item));
        in_position.or(thing)
    }
}

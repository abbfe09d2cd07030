//! What lengthens at a moment of a movement, for the picture: the muscles an entry names, and how much each is longer.
//!
//! Asked for with every picture, so it measures one pose and nothing else. What this module does not do: judge a
//! claim, or draw.

use counterpose_body::Pose;
use counterpose_body::muscle::{Structure, Wanted, lengthening, measure, muscles};
use counterpose_coach::library::Role;
use counterpose_quantity::Side;

use super::{ENOUGH_OF_FIBRE, sides, standing};

/// A muscle that is longer than in standing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// The muscle.
    pub structure: &'static Structure,
    /// On which side, the right side working.
    pub side: Side,
    /// By how much, as a share of optimal fibre length.
    pub of_fibre: f64,
}

/// The muscles an exercise is said to lengthen that are longer in this pose, the right side working. Empty where it
/// names none that the model has, and where no path is anatomy.
#[must_use]
pub fn seen(exercise: &str, pose: &Pose) -> Vec<Seen> {
    let Some(exercise) = crate::library().exercise(exercise) else { return Vec::new() };
    let named = exercise.targets.iter().filter(|target| target.role == Role::Lengthens);
    let known: Vec<_> =
        named.filter_map(|target| Some((target, muscles().structure(&target.structure)?))).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let here = measure(muscles(), pose, Wanted::Lengths);
    let mut all: Vec<Seen> = Vec::new();
    for (target, structure) in known {
        for side in sides(exercise, target, pose) {
            let Ok(Some(change)) = lengthening(structure, side, &here, standing()) else { continue };
            let of_fibre = change.mean.of_fibre;
            let twice = all.iter().any(|one| one.structure.name == structure.name && one.side == side);
            if of_fibre > ENOUGH_OF_FIBRE && !twice {
                all.push(Seen { structure, side, of_fibre });
            }
        }
    }
    all
}

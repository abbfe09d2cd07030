//! Which exercises lengthen a muscle for somebody who cannot do everything.
//!
//! The order is that of the computed lengthening, as a share of fibre length. Nothing here says that more is better:
//! the ranking is for swapping one exercise for another that reaches the same muscle.

use counterpose_body::human;
use counterpose_coach::library::{Exercise, Position};
use counterpose_quantity::order;

use super::{Measure, best, measured_way};

/// What somebody cannot do, or does not want to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// No knee on the floor.
    pub no_kneeling: bool,
    /// No hip bent further than this between pelvis and thigh, in degrees.
    pub hip_flexion_below_deg: Option<f64>,
    /// Only what is done sitting, on a chair or on the floor.
    pub sitting_only: bool,
}

/// An exercise that lengthens the muscle.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Its key pose in which the muscle is longest.
    pub measure: Measure,
}

/// The exercises within the limits that lengthen a muscle, the one that lengthens it most first. `None` where the
/// model does not have the muscle.
#[must_use]
pub fn find<'a>(exercises: &'a [Exercise], structure: &str, limits: &Limits) -> Option<Vec<Found<'a>>> {
    let structure = counterpose_body::muscle::muscles().structure(structure)?;
    let mut found: Vec<Found<'_>> = exercises
        .iter()
        .filter(|exercise| within(exercise, limits))
        .filter_map(|exercise| Some(Found { exercise, measure: best(exercise, structure)? }))
        .collect();
    order::sort_by(&mut found, |a, b| {
        let by_length = b.measure.of_fibre().total_cmp(&a.measure.of_fibre());
        by_length.then_with(|| a.exercise.id.cmp(&b.exercise.id))
    });
    Some(found)
}

fn within(exercise: &Exercise, limits: &Limits) -> bool {
    let poses = measured_way(exercise, None);
    let kneels = || {
        let position = matches!(exercise.position, Position::HalfKneeling | Position::HandsAndKnees);
        let on_a_knee = |part: &str, on: &str| part.starts_with("knee") && matches!(on, "floor" | "cushion");
        position
            || poses.iter().any(|pose| pose.placed.key.contacts.iter().any(|(part, on)| on_a_knee(part, on)))
    };
    let bends = |below_deg: f64| {
        let hip =
            |name: &str| poses.iter().filter_map(|pose| pose.pose.get(human(), name)).fold(0.0, f64::max);
        hip("hip_flexion_r").max(hip("hip_flexion_l")).to_degrees() >= below_deg
    };
    let sits = matches!(exercise.position, Position::Sitting | Position::FloorSitting);
    let shut_out = (limits.no_kneeling && kneels())
        || (limits.sitting_only && !sits)
        || limits.hip_flexion_below_deg.is_some_and(bends);
    !shut_out
}

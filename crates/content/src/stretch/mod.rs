//! What each exercise lengthens by the body model, and whether that bears out what its entry claims.
//!
//! Every key pose of an exercise is measured against standing. A claim "lengthens" is *supported* where the pose adds
//! more than a twentieth of the muscle's optimal fibre length, within the interval in which the path is anatomy, and
//! the four models agree where they cover the pose. What cannot be measured (capsules, muscles that are not in the
//! model) is *not modelled*, which says nothing either way. Geometry only: nothing here knows what a stretch feels
//! like, or whether it helps.

mod find;
mod seen;
mod table;
mod told;

use std::sync::OnceLock;

use counterpose_body::muscle::{
    Lengthening, Measured, NotValid, Opinions, Structure, Wanted, lengthening, measure, muscles, opinions,
};
use counterpose_body::spec::SpecError;
use counterpose_body::{PlacedPose, Pose, human, settle};
pub use counterpose_coach::library::ModelVerdict as Verdict;
use counterpose_coach::library::{Exercise, Laterality, Role, Target};
use counterpose_quantity::{Side, order};

pub use find::{Found, Limits, find};
pub use seen::{Seen, seen};
pub use table::table;
pub use told::sentence;

/// How much of optimal fibre length a pose must add before it is said to lengthen a muscle.
pub const ENOUGH_OF_FIBRE: f64 = 0.05;

/// A muscle in one key pose of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The muscle, as the library names it.
    pub structure: String,
    /// On which side, the right side working.
    pub side: Side,
    /// The key pose.
    pub pose: String,
    /// How much longer than standing; the reason where no path is anatomy.
    pub change: Result<Lengthening, NotValid>,
    /// What four models say, where they cover the pose.
    pub models: Option<Opinions>,
}

impl Measure {
    fn of_fibre(&self) -> f64 {
        self.change.as_ref().map_or(f64::NEG_INFINITY, |change| change.mean.of_fibre)
    }

    /// What this pose says about the claim that it lengthens the muscle.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let Ok(change) = &self.change else { return Verdict::Unsupported };
        let agree_on = |sign: f64| {
            self.models
                .as_ref()
                .is_none_or(|models| models.by_model.iter().all(|(_, change)| change * sign > 0.0))
        };
        if change.mean.of_fibre > ENOUGH_OF_FIBRE && agree_on(1.0) {
            Verdict::Supported
        } else if change.mean.of_fibre < -ENOUGH_OF_FIBRE && agree_on(-1.0) {
            Verdict::Contradicted
        } else {
            Verdict::Unsupported
        }
    }
}

/// A claim of an entry with what the model says.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<'a> {
    /// The claim.
    pub target: &'a Target,
    /// The key pose that lengthens it most; `None` where the model does not have it.
    pub measure: Option<Measure>,
    /// What follows.
    pub verdict: Verdict,
}

/// A key pose of an exercise, measured.
struct Placed {
    name: String,
    pose: Pose,
    placed: PlacedPose,
    found: Measured<'static>,
}

/// What is worked out about an exercise of the library, once, when it is first asked for.
#[derive(Default)]
struct Known {
    poses: OnceLock<Vec<Placed>>,
    claims: OnceLock<Vec<Claim<'static>>>,
}

fn known(exercise: &str) -> Option<(&'static Exercise, &'static Known)> {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    let exercises = &crate::library().exercises;
    let all = ALL.get_or_init(|| exercises.iter().map(|_| Known::default()).collect());
    let at = exercises.iter().position(|one| one.id == exercise)?;
    Some((exercises.get(at)?, all.get(at)?))
}

/// Every key pose of an exercise.
fn measured(exercise: &str) -> &'static [Placed] {
    let Some((exercise, known)) = known(exercise) else { return &[] };
    known.poses.get_or_init(|| place_all(exercise).unwrap_or_default())
}

/// The key poses the phases of one way of doing an exercise go through.
fn measured_way(exercise: &Exercise, way: Option<&str>) -> Vec<&'static Placed> {
    let used = |name: &str| {
        exercise.phases.iter().any(|phase| {
            exercise.pose_of(way, &phase.from) == name || exercise.pose_of(way, &phase.to) == name
        })
    };
    measured(&exercise.id).iter().filter(|placed| used(&placed.name)).collect()
}

fn place_all(exercise: &Exercise) -> Result<Vec<Placed>, SpecError> {
    let Some(poses) = crate::poses(&exercise.id) else { return Ok(Vec::new()) };
    let placed = settle(human(), poses)?.into_iter();
    Ok(placed
        .map(|(name, placed)| {
            let pose = placed.found.pose.clone();
            let found = measure(muscles(), &pose, Wanted::Lengths);
            Placed { name, pose, placed, found }
        })
        .collect())
}

fn standing() -> &'static Measured<'static> {
    static STANDING: OnceLock<Measured<'static>> = OnceLock::new();
    STANDING.get_or_init(|| measure(muscles(), &Pose::zero(human()), Wanted::Lengths))
}

fn measure_in(structure: &Structure, side: Side, placed: &Placed) -> Option<Measure> {
    let change = match lengthening(structure, side, &placed.found, standing()) {
        Ok(None) => return None,
        Ok(Some(change)) => Ok(change),
        Err(error) => Err(error),
    };
    Some(Measure {
        structure: structure.name.clone(),
        side,
        pose: placed.name.clone(),
        change,
        models: opinions(human(), structure, side, &placed.pose),
    })
}

/// The sides a target is about in a pose, the right side working.
fn sides(exercise: &Exercise, target: &Target, pose: &Pose) -> Vec<Side> {
    let bent = |name: &str| pose.get(human(), name).unwrap_or(0.0);
    match (target.of.as_deref(), exercise.laterality) {
        (Some("opposite"), _) => vec![Side::Left],
        (Some("rear-leg"), _) if bent("hip_flexion_l") < bent("hip_flexion_r") => vec![Side::Left],
        (Some(_), _) | (None, Laterality::Each) => vec![Side::Right],
        (None, Laterality::Both | Laterality::Alternating) => vec![Side::Right, Side::Left],
    }
}

/// Every claim of an exercise of the library that it lengthens something, with what the model says; worked out once.
#[must_use]
pub fn claims(exercise: &str) -> &'static [Claim<'static>] {
    let Some((exercise, known)) = known(exercise) else { return &[] };
    known.claims.get_or_init(|| claims_of_way(exercise, None))
}

/// The same for one way of doing it.
fn claims_of_way<'a>(exercise: &'a Exercise, way: Option<&str>) -> Vec<Claim<'a>> {
    let lengthening = exercise.targets.iter().filter(|target| target.role == Role::Lengthens);
    lengthening.map(|target| claim(exercise, way, target)).collect()
}

fn claim<'a>(exercise: &'a Exercise, way: Option<&str>, target: &'a Target) -> Claim<'a> {
    let not_modelled = Claim { target, measure: None, verdict: Verdict::NotModelled };
    let Some(structure) = muscles().structure(&target.structure) else { return not_modelled };
    let mut all: Vec<Measure> = Vec::new();
    for placed in measured_way(exercise, way) {
        let sides = sides(exercise, target, &placed.pose);
        all.extend(sides.into_iter().filter_map(|side| measure_in(structure, side, placed)));
    }
    let best = all.into_iter().max_by(|a, b| a.of_fibre().total_cmp(&b.of_fibre()));
    match best {
        None => Claim { verdict: Verdict::Unsupported, ..not_modelled },
        Some(measure) => Claim { target, verdict: measure.verdict(), measure: Some(measure) },
    }
}

/// What an exercise lengthens most, whatever its entry says: the key pose and side for each muscle, longest first.
#[must_use]
pub fn lengthens(exercise: &Exercise) -> Vec<Measure> {
    let mut most: Vec<Measure> =
        muscles().structures().iter().filter_map(|structure| best(exercise, structure)).collect();
    order::sort_by(&mut most, |a, b| {
        b.of_fibre().total_cmp(&a.of_fibre()).then_with(|| a.structure.cmp(&b.structure))
    });
    most
}

/// The key pose and side of an exercise in which a muscle is longest, if it is borne out that it is longer.
fn best(exercise: &Exercise, structure: &Structure) -> Option<Measure> {
    measured_way(exercise, None)
        .into_iter()
        .flat_map(|placed| Side::ALL.into_iter().filter_map(|side| measure_in(structure, side, placed)))
        .filter(|measure| measure.verdict() == Verdict::Supported)
        .max_by(|a, b| a.of_fibre().total_cmp(&b.of_fibre()))
}

#[cfg(test)]
mod tests;

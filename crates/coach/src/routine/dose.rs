//! The usual dose of an exercise, and the check that a dose can be done at all.
//!
//! A dose speaks of the main part of a set: `repetitions` counts the first phase of every set, `hold_s` is the
//! length of its first hold (others keep their proportion to it), `duration_s` the whole time of walking and the
//! like. Phases of the last set and closing phases keep the numbers of the catalogue. What this module does not do: decide how much is right.

use counterpose_quantity::Sided;

use crate::library::{Bounded, Exercise, Laterality, Library, Motion, Phase, When};
use crate::plan::{Dose, Sides};

use super::{RoutineError, RoutineItem};

const MOST_SETS: u16 = 20;
const MOST_REPETITIONS: u16 = 200;
const MOST_HOLD_S: f64 = 600.0;
const MOST_DURATION_S: f64 = 14_400.0;

/// The first phase done in every set.
pub(crate) fn main_phase(exercise: &Exercise) -> Option<&Phase> {
    exercise.phases.iter().find(|phase| phase.when == When::EverySet)
}

/// A count from the catalogue as a whole number; at least one.
pub(crate) fn count(value: f64) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range first")]
    let whole = if value.is_finite() { value.round().clamp(1.0, f64::from(u16::MAX)) as u16 } else { 1 };
    whole
}

/// The dose the catalogue names for one side (or both at once).
#[must_use]
pub fn usual_dose(exercise: &Exercise) -> Dose {
    let every_set = || exercise.phases.iter().filter(|phase| phase.when == When::EverySet);
    let hold = every_set().find_map(|phase| match &phase.motion {
        Motion::Hold { hold_s } => Some(hold_s.default),
        _ => None,
    });
    let lasting = every_set().find_map(|phase| match &phase.motion {
        Motion::Continue { duration_s } => Some(duration_s.default),
        _ => None,
    });
    let counted = main_phase(exercise).filter(|phase| match &phase.motion {
        Motion::Repetition { .. } | Motion::Breaths { .. } => true,
        Motion::Hold { .. } => phase.repetitions.max > 1.0,
        Motion::Continue { .. } => false,
    });
    let only_lasts = lasting.is_some() && hold.is_none() && counted.is_none();
    Dose {
        sets: (!only_lasts).then(|| count(exercise.sets.default)),
        repetitions: counted.map(|phase| count(phase.repetitions.default)),
        hold_s: hold,
        duration_s: lasting.map(|each| each * if only_lasts { exercise.sets.default.max(1.0) } else { 1.0 }),
    }
}

/// The usual dose in the form the exercise wants it: left and right, or both at once.
#[must_use]
pub fn usual_sides(exercise: &Exercise) -> Sides {
    let dose = usual_dose(exercise);
    match exercise.laterality {
        Laterality::Each => Sides::Each(Sided { left: dose, right: dose }),
        Laterality::Both | Laterality::Alternating => Sides::Both { both: dose },
    }
}

/// The exercise of an item, once the item is known to fit it.
pub(crate) fn check_item<'a>(item: &RoutineItem, library: &'a Library) -> Result<&'a Exercise, RoutineError> {
    let exercise = library
        .exercise(&item.exercise)
        .ok_or_else(|| RoutineError::UnknownExercise { exercise: item.exercise.clone() })?;
    check_sides(exercise, item.variant.as_deref(), &item.sides)?;
    Ok(exercise)
}

/// Whether the exercise has this variant and can be done in this dose.
pub(crate) fn check_sides(
    exercise: &Exercise,
    variant: Option<&str>,
    sides: &Sides,
) -> Result<(), RoutineError> {
    if let Some(variant) = variant
        && !exercise.variants.iter().any(|known| known.id == *variant)
    {
        return Err(RoutineError::UnknownVariant {
            exercise: exercise.id.clone(),
            variant: variant.to_owned(),
        });
    }
    match (sides, exercise.laterality) {
        (Sides::Each(doses), Laterality::Each) => {
            check_dose(&doses.left, exercise)?;
            check_dose(&doses.right, exercise)?;
        }
        (Sides::Both { both }, Laterality::Both | Laterality::Alternating) => check_dose(both, exercise)?,
        (Sides::Both { .. }, Laterality::Each) => {
            return Err(mismatch(exercise, "for left and right, each by itself"));
        }
        (Sides::Each(_), _) => return Err(mismatch(exercise, "once, as \"both\"")),
    }
    Ok(())
}

fn mismatch(exercise: &Exercise, expected: &'static str) -> RoutineError {
    RoutineError::SidesMismatch { exercise: exercise.id.clone(), expected }
}

fn check_dose(dose: &Dose, exercise: &Exercise) -> Result<(), RoutineError> {
    let bad = |what, most| RoutineError::BadDose { exercise: exercise.id.clone(), what, most };
    let whole = |given: Option<u16>, most: u16| given.is_none_or(|number| (1..=most).contains(&number));
    let real = |given: Option<f64>, most: f64| given.is_none_or(|number| number > 0.0 && number <= most);
    if !whole(dose.sets, MOST_SETS) {
        return Err(bad("a number of sets", u32::from(MOST_SETS)));
    }
    if !whole(dose.repetitions, MOST_REPETITIONS) {
        return Err(bad("a number of repetitions", u32::from(MOST_REPETITIONS)));
    }
    if !real(dose.hold_s, MOST_HOLD_S) {
        return Err(bad("a hold in seconds", 600));
    }
    if !real(dose.duration_s, MOST_DURATION_S) {
        return Err(bad("a duration in seconds", 14_400));
    }
    Ok(())
}

/// The value itself where it lies within the bounds, else the nearest bound.
pub(crate) const fn within(bounds: &Bounded, value: f64) -> f64 {
    if value < bounds.min {
        bounds.min
    } else if value > bounds.max {
        bounds.max
    } else {
        value
    }
}

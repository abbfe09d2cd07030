//! How long an exercise and a session last, by arithmetic instead of by laying down every step.
//!
//! The planner weighs hundreds of sessions for one person; this says in a few additions what `compile` would come
//! to, to the millisecond. What this module does not do: check a dose; whoever asks has taken it from the library.

use crate::library::{Bounded, Exercise, Motion, Phase, When};
use crate::plan::{Dose, Sides};
use crate::routine::{Level, count, main_phase, within};

use super::transition::{COME_UP_S, Way, change_of_position_s, change_sides_s, lead_in_s, release_s};

/// Milliseconds of the work itself: both sides, rests, the change between them and the closing.
pub(crate) fn work_ms(exercise: &Exercise, variant: Option<&str>, sides: &Sides) -> u64 {
    let worked = match sides {
        Sides::Both { both } => sets_ms(exercise, both),
        Sides::Each(doses) => {
            sets_ms(exercise, &doses.left)
                + sets_ms(exercise, &doses.right)
                + ms(change_sides_s(exercise.position_of(variant)))
        }
    };
    let nothing = Dose::default();
    let closing = exercise.phases.iter().filter(|phase| phase.when == When::Closing);
    worked + closing.map(|phase| phase_ms(exercise, phase, &nothing, 1)).sum::<u64>()
}

/// Milliseconds of a session of these ways of exercises in this order, each with the work given.
pub(crate) fn session_ms<'e>(ordered: impl IntoIterator<Item = (&'e Exercise, Option<&'e str>, u64)>) -> u64 {
    let mut all = 0;
    let mut before: Option<Way<'_>> = None;
    for (exercise, variant, work) in ordered {
        let way = Way { exercise, variant };
        all += ms(lead_in_s(before, way)) + work;
        before = Some(way);
    }
    match before.map(Way::position) {
        Some(last) if Level::of(last) == Level::Floor => {
            let up_s = change_of_position_s(last, crate::library::Position::Standing);
            all + ms(up_s.max(COME_UP_S))
        }
        _ => all,
    }
}

/// Seconds that one side spends under way in the phases of every set: what counts toward a weekly amount.
pub(crate) fn effective_s(exercise: &Exercise, dose: &Dose) -> f64 {
    let sets = dose.sets.unwrap_or_else(|| count(exercise.sets.default));
    let every: u64 = exercise
        .phases
        .iter()
        .filter(|phase| phase.when == When::EverySet && !matches!(phase.motion, Motion::Breaths { .. }))
        .map(|phase| phase_ms(exercise, phase, dose, sets))
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "some minutes in milliseconds")]
    let each_s = every as f64 / 1000.0;
    each_s * f64::from(sets)
}

fn sets_ms(exercise: &Exercise, dose: &Dose) -> u64 {
    let sets = dose.sets.unwrap_or_else(|| count(exercise.sets.default));
    let of = |when: When| -> u64 {
        let phases = exercise.phases.iter().filter(|phase| phase.when == when);
        phases.map(|phase| phase_ms(exercise, phase, dose, sets)).sum()
    };
    if sets == 0 {
        return 0;
    }
    of(When::EverySet) * u64::from(sets)
        + of(When::FirstSet)
        + of(When::LastSet)
        + ms(exercise.rest_s) * u64::from(sets - 1)
}

fn phase_ms(exercise: &Exercise, phase: &Phase, dose: &Dose, sets: u16) -> u64 {
    let is_main = main_phase(exercise).is_some_and(|main| main.id == phase.id);
    let repetitions =
        u64::from(dose.repetitions.filter(|_| is_main).unwrap_or_else(|| count(phase.repetitions.default)));
    match &phase.motion {
        Motion::Hold { hold_s } => {
            let each_s = hold_s_of(exercise, phase, hold_s, dose);
            ms(each_s) * repetitions + ms(release_s(each_s)) * repetitions.saturating_sub(1)
        }
        Motion::Repetition { out_s, hold_s, back_s } => {
            (ms(*out_s) + ms(*hold_s) + ms(*back_s)) * repetitions
        }
        Motion::Breaths { in_s, out_s } => (ms(*in_s) + ms(*out_s)) * repetitions,
        Motion::Continue { duration_s } => {
            let asked = dose.duration_s.filter(|_| phase.when == When::EverySet);
            ms(asked.map_or(duration_s.default, |all_s| all_s / f64::from(sets.max(1))))
        }
    }
}

/// How long a hold of a phase is. The dose speaks of the first hold of a set; further holds keep their proportion
/// to it, in whole seconds within their own bounds.
pub(super) fn hold_s_of(exercise: &Exercise, phase: &Phase, usual: &Bounded, dose: &Dose) -> f64 {
    let first = exercise.phases.iter().find_map(|other| match &other.motion {
        Motion::Hold { hold_s } if other.when == When::EverySet => Some((other, hold_s.default)),
        _ => None,
    });
    match (dose.hold_s, first) {
        (Some(asked_s), Some((first, _))) if first.id == phase.id => asked_s,
        (Some(asked_s), Some((_, first_s))) if phase.when == When::EverySet && first_s > 0.0 => {
            within(usual, (usual.default * asked_s / first_s).round())
        }
        _ => usual.default,
    }
}

/// Seconds as whole milliseconds; nothing sensible is nothing.
pub(super) fn ms(seconds: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be a sane length"
    )]
    let whole = if seconds.is_finite() && seconds > 0.0 {
        (seconds.min(86_400.0) * 1000.0).round() as u64
    } else {
        0
    };
    whole
}

//! What the last session says about the next: the same again, or a lighter one.
//!
//! The traffic light of a session: at most two points of pain above its start and not too hard is green and the
//! same comes again; anything above that, or a session that was stopped, halves the next. What this module does
//! not do: progress a plan; that takes more than one session.

use counterpose_quantity as quantity;
use quantity::{EffortScore, PainScore, Sided};

use crate::library::{Bounded, Exercise, Library, Motion};
use crate::plan::{Dose, Sides};
use crate::vocabulary::vocabulary;

use super::{Routine, RoutineItem, main_phase};

/// Pain may rise by this much in a session and still be green.
const GREEN_RISE: u8 = 2;
/// The least of a walk and the like, halved; in seconds.
const LEAST_LASTING_S: f64 = 60.0;
/// Effort up to this is green.
const GREEN_EFFORT: u8 = 6;

vocabulary! {
    /// What comes next time.
    NextTime {
        /// The same again.
        Same = "same",
        /// Half of it.
        Lighter = "lighter",
    }
}

/// How the last session was. What was not told says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastTime {
    /// Whether it was stopped for pain or a symptom, or lightened on the way.
    pub stopped_or_lightened: bool,
    /// How hard it was.
    pub effort: Option<EffortScore>,
    /// Pain before it.
    pub pain_before: Option<PainScore>,
    /// Pain after it.
    pub pain_after: Option<PainScore>,
}

/// What the last session asks of the next.
#[must_use]
pub fn next_time(last: &LastTime) -> NextTime {
    let rose = match (last.pain_before, last.pain_after) {
        (Some(before), Some(after)) => after.get() > before.get().saturating_add(GREEN_RISE),
        _ => false,
    };
    let hard = last.effort.is_some_and(|effort| effort.get() > GREEN_EFFORT);
    if last.stopped_or_lightened || rose || hard { NextTime::Lighter } else { NextTime::Same }
}

/// Half of a session: every dose halved, but never below the least that still makes sense.
#[must_use]
pub fn lighter(routine: &Routine, library: &Library) -> Routine {
    let items = routine
        .items
        .iter()
        .map(|item| match library.exercise(&item.exercise) {
            Some(exercise) => RoutineItem { sides: lighter_sides(item.sides, exercise), ..item.clone() },
            None => item.clone(),
        })
        .collect();
    Routine { items, ..routine.clone() }
}

/// Three quarters of a session, for the days after a flare: holds and repetitions shortened, sets as they are.
#[must_use]
pub fn on_the_way_back(routine: &Routine, library: &Library) -> Routine {
    const SHARE: f64 = 0.75;
    let shorter = |dose: Dose| {
        let times = dose.repetitions.filter(|times| *times > 1);
        Dose {
            repetitions: times.map_or(dose.repetitions, |times| {
                Some(super::count((f64::from(times) * SHARE).round()).min(times))
            }),
            hold_s: dose.hold_s.map(|s| if times.is_some() { s } else { (s * SHARE).round().max(1.0) }),
            duration_s: dose.duration_s.map(|s| (s * SHARE).round().max(1.0)),
            ..dose
        }
    };
    let items = routine.items.iter().map(|item| match (library.exercise(&item.exercise), item.sides) {
        (None, _) => item.clone(),
        (Some(_), Sides::Both { both }) => {
            RoutineItem { sides: Sides::Both { both: shorter(both) }, ..item.clone() }
        }
        (Some(_), Sides::Each(Sided { left, right })) => {
            let sides = Sides::Each(Sided { left: shorter(left), right: shorter(right) });
            RoutineItem { sides, ..item.clone() }
        }
    });
    Routine { items: items.collect(), ..routine.clone() }
}

/// Half of one exercise, within the least that still makes sense.
#[must_use]
pub fn lighter_sides(sides: Sides, exercise: &Exercise) -> Sides {
    match sides {
        Sides::Both { both } => Sides::Both { both: half(both, exercise) },
        Sides::Each(Sided { left, right }) => {
            Sides::Each(Sided { left: half(left, exercise), right: half(right, exercise) })
        }
    }
}

/// Fewer sets where there are several, else fewer repetitions, else a shorter hold or time.
fn half(dose: Dose, exercise: &Exercise) -> Dose {
    let main = main_phase(exercise);
    if let Some(sets) = dose.sets.filter(|sets| *sets > 1) {
        return Dose { sets: Some(halved(sets, &exercise.sets)), ..dose };
    }
    if let Some(repetitions) = dose.repetitions.filter(|repetitions| *repetitions > 1) {
        let bounds = main.map(|phase| phase.repetitions);
        let less = bounds.map_or(repetitions.div_ceil(2), |bounds| halved(repetitions, &bounds));
        return Dose { repetitions: Some(less), ..dose };
    }
    let hold = match main.map(|phase| &phase.motion) {
        Some(Motion::Hold { hold_s }) => Some(hold_s),
        _ => None,
    };
    let held = dose.hold_s.map(|seconds| {
        let least = hold.map_or(0.0, |bounds| bounds.min).min(seconds);
        (seconds / 2.0).max(least)
    });
    // A short walk is still a walk: its half may lie under the catalogue's least.
    let lasting = dose.duration_s.map(|seconds| (seconds / 2.0).max(LEAST_LASTING_S.min(seconds)));
    Dose { hold_s: held, duration_s: lasting, ..dose }
}

/// Half, rounded up, within the least of the catalogue and never more than it was.
fn halved(given: u16, bounds: &Bounded) -> u16 {
    given.div_ceil(2).max(super::count(bounds.min)).min(given)
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::super::{Today, Which, of_exercises};
    use super::*;

    fn pain(value: i64) -> Option<PainScore> {
        PainScore::new(value).ok()
    }

    #[test]
    fn two_points_more_is_green_and_three_is_not() {
        let last = |after| LastTime { pain_before: pain(3), pain_after: pain(after), ..LastTime::default() };
        assert_eq!(next_time(&last(5)), NextTime::Same);
        assert_eq!(next_time(&last(6)), NextTime::Lighter);
        assert_eq!(next_time(&LastTime { pain_after: pain(9), ..LastTime::default() }), NextTime::Same);
    }

    #[test]
    fn too_hard_or_stopped_is_lighter() {
        let effort = |value| LastTime { effort: EffortScore::new(value).ok(), ..LastTime::default() };
        assert_eq!(next_time(&effort(6)), NextTime::Same);
        assert_eq!(next_time(&effort(7)), NextTime::Lighter);
        let stopped = LastTime { stopped_or_lightened: true, ..LastTime::default() };
        assert_eq!(next_time(&stopped), NextTime::Lighter);
    }

    #[test]
    fn a_lighter_session_is_shorter_still_compiles_and_stays_within_bounds() {
        let library = samples::library();
        let ids: Vec<(&str, Option<&str>)> =
            library.exercises.iter().map(|exercise| (exercise.id.as_str(), None)).collect();
        let today = Today { day: 1, which: Which::Morning, worse_side: None };
        let routine = of_exercises(&ids, &library, &today).unwrap();
        let less = lighter(&routine, &library);
        let length = |routine: &Routine| crate::timeline::compile(routine, &library).unwrap().duration_ms();
        assert!(length(&less) < length(&routine));
        assert_eq!(less.items.len(), routine.items.len());
        let between = on_the_way_back(&routine, &library);
        assert!(length(&less) <= length(&between) && length(&between) < length(&routine));
        let again = (0..20).fold(less, |routine, _| lighter(&routine, &library));
        assert!(length(&again) > 0);
    }
}

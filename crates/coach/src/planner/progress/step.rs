//! One step up or down: more of the same first, then another set, then the next exercise in the catalogue.
//!
//! What this module does not do: decide when.

use counterpose_quantity::Sided;

use crate::ledger::{Start, chain};
use crate::library::{Exercise, Library, Link, Motion, Purpose};
use crate::plan::{Dose, Later, Prescription, Sides};
use crate::routine::{count, main_phase, usual_dose, within};
use crate::timeline::minutes_of;

use super::super::candidate::{Ask, same_job};
use super::super::dose::{self, When};

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More, or harder.
    Up,
    /// Less, or easier.
    Down,
}

/// What a step changes of a dose.
const UP: f64 = 1.15;
const DOWN: f64 = 0.75;

/// The item one step further; `None` where there is no such step.
pub fn step(
    items: &[Prescription],
    item: &Prescription,
    ask: &Ask<'_>,
    library: &Library,
    direction: Direction,
) -> Option<Prescription> {
    let exercise = library.exercise(&item.exercise)?;
    // How far something short is lengthened follows the weeks, not the sessions: it never grows faster.
    let dosed = match direction {
        Direction::Up if exercise.purpose == Purpose::Lengthening => None,
        _ => sides(exercise, item.sides, direction),
    };
    if let Some(changed) = dosed {
        return with_dose(exercise, item, changed, direction);
    }
    let links = match direction {
        Direction::Up => &exercise.progressions,
        Direction::Down => &exercise.regressions,
    };
    links.iter().find_map(|link| linked(items, item, exercise, link, ask, library, direction))
}

fn with_dose(
    exercise: &Exercise,
    item: &Prescription,
    changed: Sides,
    direction: Direction,
) -> Option<Prescription> {
    let way = item.variant.as_deref();
    let later = item
        .later
        .iter()
        .map(|later| {
            let sides = sides(exercise, later.sides, direction).unwrap_or(later.sides);
            let minutes = minutes_of(exercise, way, &sides).unwrap_or(later.minutes);
            Later { sides, minutes, ..later.clone() }
        })
        .collect();
    Some(Prescription {
        sides: changed,
        minutes: minutes_of(exercise, way, &changed).ok()?,
        later,
        ..item.clone()
    })
}

fn sides(exercise: &Exercise, now: Sides, direction: Direction) -> Option<Sides> {
    match now {
        Sides::Both { both } => dose_step(exercise, both, direction).map(|both| Sides::Both { both }),
        Sides::Each(Sided { left, right }) => {
            let (l, r) = (dose_step(exercise, left, direction), dose_step(exercise, right, direction));
            if l.is_none() && r.is_none() {
                return None;
            }
            Some(Sides::Each(Sided { left: l.unwrap_or(left), right: r.unwrap_or(right) }))
        }
    }
}

/// One variable of a dose: repetitions, hold or time; at their end the sets.
fn dose_step(exercise: &Exercise, dose: Dose, direction: Direction) -> Option<Dose> {
    let main = main_phase(exercise)?;
    let share = if direction == Direction::Up { UP } else { DOWN };
    let whole = |now: f64, bounds: &crate::library::Bounded| -> Option<f64> {
        let moved = (now * share).round();
        let moved = match direction {
            Direction::Up => within(bounds, moved.max(now + 1.0)),
            Direction::Down => within(bounds, moved.min(now - 1.0)),
        };
        let further = match direction {
            Direction::Up => moved > now,
            Direction::Down => moved < now,
        };
        further.then_some(moved)
    };
    let changed = match &main.motion {
        Motion::Hold { hold_s } => {
            dose.hold_s.and_then(|now| whole(now, hold_s)).map(|hold| Dose { hold_s: Some(hold), ..dose })
        }
        Motion::Continue { duration_s } => dose
            .duration_s
            .and_then(|now| whole(now, duration_s))
            .map(|seconds| Dose { duration_s: Some(seconds), ..dose }),
        Motion::Repetition { .. } | Motion::Breaths { .. } => dose
            .repetitions
            .and_then(|now| whole(f64::from(now), &main.repetitions))
            .map(|times| Dose { repetitions: Some(count(times)), ..dose }),
    };
    changed.or_else(|| {
        let sets = dose.sets?;
        let bounds = (count(exercise.sets.min), count(exercise.sets.max));
        let usual = usual_dose(exercise);
        match direction {
            // Another set begins again at the usual repetitions.
            Direction::Up if sets < bounds.1 => Some(Dose {
                sets: Some(sets + 1),
                repetitions: usual.repetitions,
                hold_s: usual.hold_s,
                ..dose
            }),
            Direction::Down if sets > bounds.0 => Some(Dose { sets: Some(sets - 1), ..dose }),
            _ => None,
        }
    })
}

/// The exercise or the way a link names, where it is open, wanted, does not repeat another item and stays in its kind.
fn linked(
    items: &[Prescription],
    item: &Prescription,
    from: &Exercise,
    link: &Link,
    ask: &Ask<'_>,
    library: &Library,
    direction: Direction,
) -> Option<Prescription> {
    let to = link.exercise.as_deref().map_or(Some(from), |id| library.exercise(id))?;
    let way = link.variant.as_deref();
    let other_items = || items.iter().filter(|other| other.exercise != item.exercise);
    let repeats = other_items().any(|other| {
        library.exercise(&other.exercise).is_some_and(|known| known.id == to.id || same_job(known, to))
    });
    let same_way = to.id == from.id && way == item.variant.as_deref();
    let lengthens = to.purpose == Purpose::Lengthening && from.purpose != Purpose::Lengthening;
    if repeats || same_way || lengthens || !ask.allows(to, way) || ask.without.contains(&to.id) {
        return None;
    }
    let when = When { week: 1, grown: 0, load: ask.limits.load, per_day: item.per_day, more: None };
    let sides = dose::sides(to, &when);
    let rule = if direction == Direction::Up { "step-up" } else { "step-down" };
    let start = Start { from: "answer:sessions".to_owned(), rule };
    let because = chain(&start, &to.evidence, &[])?;
    let reasons = if to.id == from.id { item.because.iter().take(2).cloned().collect() } else { Vec::new() };
    Some(Prescription {
        exercise: to.id.clone(),
        variant: way.map(str::to_owned),
        sides,
        minutes: minutes_of(to, way, &sides).ok()?,
        days_per_week: dose::days(to, ask.limits.load),
        later: Vec::new(),
        because: core::iter::once(because).chain(reasons).collect(),
        ..item.clone()
    })
}

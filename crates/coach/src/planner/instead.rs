//! In the place of a lengthening exercise that somebody cannot do: the open one that lengthens the same muscle most.
//!
//! The ranking comes in with the library, computed by the body model; nothing here knows a body. What takes a place is
//! called for as strongly as what it stands in for, and says so in its reasons. What this module does not do: open
//! anything, or lengthen what was not measured short.

use crate::library::{Exercise, Library, Purpose, Role};
use crate::plan::Instead;

use super::calls::Call;
use super::candidate::{Ask, Candidate, provokes};
use super::table::{INSTEAD, LENGTHENING_CLAIMS, MEASURED_SHORT_POINTS, PROVOKES, Row};

/// An exercise that is called for and cannot be done.
struct Missing<'l> {
    exercise: &'l Exercise,
    points: i32,
    /// How many of the things that make this pain worse it would have asked for.
    provokes: i32,
    goal: Option<usize>,
}

/// Gives every muscle measured short, whose exercise is called for and shut, to the open one that lengthens it most.
pub fn fill(ask: &Ask<'_>, library: &Library, found: &mut [Candidate<'_>]) {
    if !ask.limits.lengthening {
        return;
    }
    let mut given: Vec<&str> = Vec::new();
    for missing in missing(ask, library) {
        let wanted = ask.calls.short.iter().filter(|short| works(missing.exercise, short.structure));
        let place = wanted
            .filter(|short| !given.contains(&short.structure))
            .find_map(|short| Some((short, most(ask, library, found, &missing, short.structure)?)));
        let Some((short, (at, permille_of_fibre))) = place else { continue };
        given.push(short.structure);
        let Some(candidate) = found.get_mut(at) else { continue };
        candidate.called = candidate.called.max(missing.points);
        if candidate.instead.is_some() {
            continue;
        }
        let row = Row { rule: INSTEAD, uses: &[], claims: LENGTHENING_CLAIMS };
        let call = Call { row, from: short.from.clone(), goal: missing.goal, leads: false };
        candidate.goal = candidate.goal.or(missing.goal);
        // The first reason, whatever its points: nothing else says why it is this one.
        candidate.reasons.insert(0, (call, missing.points));
        candidate.instead = Some(Instead {
            of: missing.exercise.id.clone(),
            structure: short.structure.to_owned(),
            permille_of_fibre,
        });
    }
}

/// What is called for by name, would lengthen something short, and is shut in every way or not wanted: the most called
/// for first, then in the order of the library. What spread something down a leg, or was skipped, has no stand-in here.
fn missing<'l>(ask: &Ask<'_>, library: &'l Library) -> Vec<Missing<'l>> {
    let unwanted = |exercise: &Exercise| {
        let wishes = ask.intake.preferences.as_ref();
        wishes.is_some_and(|wishes| wishes.without.contains(&exercise.id))
    };
    let open = |exercise: &Exercise| {
        ask.gate
            .ways(exercise)
            .any(|(way, shut)| shut.is_none() && ask.possible.lacks(exercise, way).is_none())
    };
    let mut all: Vec<Missing<'l>> = library
        .exercises
        .iter()
        .filter(|exercise| exercise.purpose == Purpose::Lengthening)
        .filter(|exercise| !open(exercise) || unwanted(exercise))
        .filter_map(|exercise| {
            let named = ask.calls.for_exercise(exercise);
            let points: i32 = named.iter().map(|(_, points)| *points).sum();
            let goal = named.iter().find_map(|(call, _)| call.goal);
            let provokes = provokes(ask.intake, exercise, None);
            let worth = points + MEASURED_SHORT_POINTS - PROVOKES * provokes;
            (points > 0).then_some(Missing { exercise, points: worth, provokes, goal })
        })
        .collect();
    all.sort_by_key(|missing| core::cmp::Reverse(missing.points));
    all
}

/// Whether an exercise lengthens a muscle of the side that works, and not only of the other.
fn works(exercise: &Exercise, structure: &str) -> bool {
    exercise.targets.iter().any(|target| {
        let other_side = target.of.as_deref() == Some("opposite");
        target.role == Role::Lengthens && target.structure == structure && !other_side
    })
}

/// The candidate whose way lengthens a muscle most, and by how much; the first of the library among equals. One that
/// asks for more of what makes this pain worse is none.
fn most(
    ask: &Ask<'_>,
    library: &Library,
    found: &[Candidate<'_>],
    missing: &Missing<'_>,
    structure: &str,
) -> Option<(usize, i32)> {
    let mut best: Option<(usize, i32)> = None;
    for (at, candidate) in found.iter().enumerate() {
        let Candidate { exercise, way, .. } = candidate;
        let able = matches!(exercise.purpose, Purpose::Lengthening | Purpose::Mobility)
            && works(exercise, structure)
            && provokes(ask.intake, exercise, *way) <= missing.provokes;
        let lengthened = library.lengthens(&exercise.id, *way, structure);
        if let Some(permille) = lengthened.filter(|_| able)
            && best.is_none_or(|(_, most)| permille > most)
        {
            best = Some((at, permille));
        }
    }
    best
}

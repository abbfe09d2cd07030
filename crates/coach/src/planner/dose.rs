//! How much of an exercise, on which side, in which week.
//!
//! Work begins at about four fifths of the usual and grows by a tenth to a fifth a week, the same on good and bad
//! days. Lengthening goes toward ten minutes a week for what was measured short, as a ceiling that is reached by week
//! four and never passed. Sides are equal unless a difference larger than its error was measured. What this module
//! does not do: look whether it fits the minutes.

use counterpose_quantity::{Side, Sided};

use crate::finding::Finding;
use crate::library::{Exercise, Laterality, Motion, Purpose, Role};
use crate::plan::{Dose, Sides};
use crate::routine::{count, main_phase, usual_dose, within};
use crate::timeline::effective_s;

use super::limits::Load;
use super::table::SHORT;

/// Seconds a week for one target, by week of the plan; the last is the ceiling.
const LENGTHENING_S: [f64; 4] = [240.0, 360.0, 480.0, 600.0];
/// What grows, grows by this much a week.
const WEEKLY: f64 = 1.15;
/// Where it stops without results to go by.
const MOST_BY_CALENDAR: f64 = 1.25;
/// A walk of the first week, and what it grows by; in seconds.
const FIRST_WALK_S: f64 = 180.0;
const WALK_STEP_S: f64 = 30.0;
/// Strength training is done on at most so many days while training has just become more.
const DAYS_WITH_LESS: u8 = 2;

/// Where in a plan a dose is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct When {
    /// The week of the plan, from 1.
    pub week: u8,
    /// Weeks since the item began.
    pub grown: u8,
    /// How much to begin with.
    pub load: Load,
    /// Times a day.
    pub per_day: u8,
    /// The side that gets more, where one does.
    pub more: Option<Side>,
}

/// Days a week of an exercise.
#[must_use]
pub fn days(exercise: &Exercise, load: Load) -> u8 {
    let usual = |value: f64| u8::try_from(count(value)).unwrap_or(7).clamp(1, 7);
    match exercise.purpose {
        Purpose::Walking => usual(exercise.days_per_week.max),
        Purpose::Strength | Purpose::Trunk if load == Load::Less => {
            usual(exercise.days_per_week.default).min(DAYS_WITH_LESS.max(usual(exercise.days_per_week.min)))
        }
        _ => usual(exercise.days_per_week.default),
    }
}

/// The dose of both sides.
#[must_use]
pub fn sides(exercise: &Exercise, when: &When) -> Sides {
    let dose = dose_of(exercise, when);
    match exercise.laterality {
        Laterality::Both | Laterality::Alternating => Sides::Both { both: dose },
        Laterality::Each => {
            let mut doses = Sided { left: dose, right: dose };
            if let Some(side) = when.more {
                let (more, less) = uneven(exercise, dose, when);
                doses = match side {
                    Side::Left => Sided { left: more, right: less },
                    Side::Right => Sided { left: less, right: more },
                };
            }
            Sides::Each(doses)
        }
    }
}

fn dose_of(exercise: &Exercise, when: &When) -> Dose {
    match (when.load, exercise.purpose) {
        (Load::Half, _) => half_of_usual(exercise),
        (_, Purpose::Lengthening) => lengthening(exercise, when, 1.0),
        (_, Purpose::Walking) => walk(exercise, FIRST_WALK_S + WALK_STEP_S * f64::from(when.grown)),
        (load, _) => working(exercise, factor(load, when.grown)),
    }
}

/// The share of the usual dose after some weeks.
fn factor(load: Load, grown: u8) -> f64 {
    let (start, grown) = match load {
        Load::Usual => (0.8, grown),
        Load::Less => (0.6, grown.saturating_sub(1)),
        Load::Half => (0.5, 0),
    };
    (0..grown).fold(start, |share: f64, _| share * WEEKLY).min(MOST_BY_CALENDAR)
}

/// One set with a share of the usual repetitions, hold or time.
fn working(exercise: &Exercise, share: f64) -> Dose {
    let usual = usual_dose(exercise);
    let sets = usual.sets.map(|_| count(exercise.sets.min));
    let Some(main) = main_phase(exercise) else { return Dose { sets, ..usual } };
    match &main.motion {
        Motion::Hold { hold_s } => {
            let hold = within(hold_s, (hold_s.default * share).round());
            Dose { sets, hold_s: usual.hold_s.map(|_| hold), ..usual }
        }
        Motion::Repetition { .. } | Motion::Breaths { .. } => {
            let times = within(&main.repetitions, (main.repetitions.default * share).round());
            Dose { sets, repetitions: usual.repetitions.map(|_| count(times)), ..usual }
        }
        Motion::Continue { duration_s } => {
            let seconds = within(duration_s, (duration_s.default * share).round());
            Dose { sets, duration_s: usual.duration_s.map(|_| seconds), ..usual }
        }
    }
}

/// A walk of so many seconds, within what the catalogue allows.
#[must_use]
pub fn walk(exercise: &Exercise, seconds: f64) -> Dose {
    let usual = usual_dose(exercise);
    let Some(Motion::Continue { duration_s }) = main_phase(exercise).map(|main| &main.motion) else {
        return usual;
    };
    // What the last set adds is part of the walk.
    let added: f64 = exercise
        .phases
        .iter()
        .filter(|phase| phase.when == crate::library::When::LastSet)
        .map(|phase| match &phase.motion {
            Motion::Continue { duration_s } => duration_s.default,
            _ => 0.0,
        })
        .sum();
    Dose { duration_s: Some(within(duration_s, seconds - added)), ..usual }
}

/// A walk of as long as is bearable to begin with: less than the catalogue's least where that is too much, and a little
/// more than a first walk at most.
#[must_use]
pub fn bearable_walk(exercise: &Exercise, bearable_s: f64) -> Dose {
    const WITHIN_S: (f64, f64) = (30.0, 240.0);
    let first = walk(exercise, FIRST_WALK_S);
    Dose { duration_s: first.duration_s.map(|_| bearable_s.floor().clamp(WITHIN_S.0, WITHIN_S.1)), ..first }
}

/// At most half of the usual work in one session.
fn half_of_usual(exercise: &Exercise) -> Dose {
    let usual = usual_dose(exercise);
    let sets = usual.sets.map(|sets| (sets / 2).max(1));
    let single = usual.sets.is_none_or(|sets| sets < 2);
    let halved = |times: u16| if single { (times / 2).max(1) } else { times };
    let whole = usual.repetitions.is_none_or(|times| times < 2) && single;
    let time = if exercise.purpose == Purpose::Walking {
        usual.duration_s.map(|seconds| (seconds / 2.0).min(FIRST_WALK_S / 2.0))
    } else {
        usual.duration_s.map(|seconds| if single { (seconds / 2.0).round() } else { seconds })
    };
    Dose {
        sets,
        repetitions: usual.repetitions.map(halved),
        hold_s: usual.hold_s.map(|hold| if whole { (hold / 2.0).round().max(1.0) } else { hold }),
        duration_s: time,
    }
}

/// The most lengthening that stays under a share of this week's amount for one side.
fn lengthening(exercise: &Exercise, when: &When, share: f64) -> Dose {
    let week = usize::from(when.week.max(1)) - 1;
    let ceiling = LENGTHENING_S.get(week).copied().unwrap_or(LENGTHENING_S[LENGTHENING_S.len() - 1]);
    let times = f64::from(days(exercise, when.load)) * f64::from(when.per_day.max(1));
    let mut best: Option<(f64, Dose)> = None;
    for dose in choices(exercise) {
        let weekly = effective_s(exercise, &dose) * times;
        let better = best.as_ref().is_none_or(|(known, _)| weekly > *known);
        if weekly <= ceiling * share && better {
            best = Some((weekly, dose));
        }
    }
    // The least there is, where even that is more than a beginning asks; the ceiling of the fourth week holds.
    best.map_or_else(|| choices(exercise).next().unwrap_or_default(), |(_, dose)| dose)
}

/// Every dose of a lengthening exercise, fewer sets and shorter holds first.
fn choices(exercise: &Exercise) -> impl Iterator<Item = Dose> {
    const STEP_S: f64 = 5.0;
    const LONGEST_HOLD_S: f64 = 45.0;
    let usual = usual_dose(exercise);
    let main = main_phase(exercise);
    let holds: Vec<Option<f64>> = match main.map(|phase| &phase.motion) {
        Some(Motion::Hold { hold_s }) => {
            let steps = ((hold_s.max.min(LONGEST_HOLD_S) - hold_s.min) / STEP_S).floor().max(0.0);
            (0..=count(steps.max(1.0)))
                .map(|step| Some(within(hold_s, hold_s.min + STEP_S * f64::from(step))))
                .collect()
        }
        _ => vec![usual.hold_s],
    };
    let repetitions: Vec<Option<u16>> = match main {
        Some(phase) if matches!(phase.motion, Motion::Repetition { .. }) => {
            (count(phase.repetitions.min)..=count(phase.repetitions.max)).map(Some).collect()
        }
        Some(phase) => vec![usual.repetitions.map(|_| count(phase.repetitions.min))],
        None => vec![usual.repetitions],
    };
    let sets: Vec<Option<u16>> = match usual.sets {
        Some(_) => (count(exercise.sets.min)..=count(exercise.sets.max)).map(Some).collect(),
        None => vec![None],
    };
    let mut all = Vec::new();
    for &sets in &sets {
        for &hold_s in &holds {
            for &repetitions in &repetitions {
                all.push(Dose { sets, repetitions, hold_s, ..usual });
            }
        }
    }
    all.into_iter()
}

/// More for one side: a set more of work, or the whole week's lengthening against two thirds of it.
fn uneven(exercise: &Exercise, dose: Dose, when: &When) -> (Dose, Dose) {
    if when.load == Load::Half {
        return (dose, dose);
    }
    if exercise.purpose == Purpose::Lengthening {
        return (dose, lengthening(exercise, when, 2.0 / 3.0));
    }
    let most = count(exercise.sets.max);
    let more = dose.sets.map(|sets| sets.saturating_add(1).min(most).max(sets));
    (Dose { sets: more, ..dose }, dose)
}

/// The worse side of a difference that was measured for what an exercise works on; `None` where none was, or where the
/// exercise works a structure of the other leg.
#[must_use]
pub fn worse_side(exercise: &Exercise, findings: &[Finding]) -> Option<(Side, String)> {
    if exercise.laterality != Laterality::Each {
        return None;
    }
    let differs = |finding: &&Finding| {
        finding.meaningful
            && finding.counted
            && finding.id.ends_with("-difference")
            && matches!((finding.value, finding.error), (Some(value), Some(error)) if value.abs() > error)
    };
    findings.iter().filter(differs).find_map(|finding| {
        let concerns = match exercise.purpose {
            Purpose::Lengthening => SHORT
                .iter()
                .filter(|(id, _)| *id == finding.id)
                .flat_map(|(_, structures)| structures.iter())
                .any(|structure| works(exercise, Role::Lengthens, structure)),
            Purpose::Strength => match finding.id {
                "side-lying-abduction-difference" => works(exercise, Role::Strengthens, "gluteus-medius"),
                "single-leg-stance-difference" => exercise.id == "single-leg-balance",
                _ => false,
            },
            _ => false,
        };
        finding.side.filter(|_| concerns).map(|side| (side, finding.from.to_string()))
    })
}

/// Whether the worked side itself (the rear leg of a lunge is the worked one) is lengthened or strengthened.
fn works(exercise: &Exercise, role: Role, structure: &str) -> bool {
    exercise.targets.iter().any(|target| {
        target.role == role && target.structure == structure && target.of.as_deref() != Some("opposite")
    })
}

//! The habit of the first week, and those offered once sessions have been finished.
//!
//! One habit to begin with: what fits the day best. After the second session the seated squeeze is offered to those who
//! sit, after the third a second habit. What this module does not do: remind.

use crate::intake::{Activity, Intake, OneSidedTask};
use crate::ledger::{Start, chain};
use crate::library::{Habit, Library};
use crate::plan::PlannedHabit;
use crate::precaution::Gate;

use super::limits::is_high;

/// Hours of sitting and of driving from which on a habit for them comes first.
const LONG_SITTING_HOURS: f64 = 6.0;
/// Hours of sitting from which on a habit for it is of use.
const SOME_SITTING_HOURS: f64 = 4.0;
/// Minutes of brisk movement a week below which moving about comes before anything but the seat.
const LITTLE_ACTIVITY_MINUTES: f64 = 75.0;
/// Finished sessions after which the squeeze, and a second habit, are offered.
const SQUEEZE_AFTER: usize = 2;
const SECOND_AFTER: usize = 3;

/// A habit, where it comes from, and the rule.
type Wish = (&'static str, &'static str, &'static str);

/// The habits of a person after so many finished sessions.
#[must_use]
pub fn habits(intake: &Intake, gate: &Gate, library: &Library, finished: usize) -> Vec<PlannedHabit> {
    let mut chosen: Vec<PlannedHabit> = Vec::new();
    let most = if finished >= SECOND_AFTER { 2 } else { 1 };
    for (id, from, rule) in wishes(intake) {
        if chosen.len() < most
            && let Some(habit) = library.habit(id).filter(|habit| is_open(habit, gate, library))
        {
            chosen.extend(planned(habit, from, rule));
        }
    }
    let sits = chosen.iter().any(|habit| habit.id == "sit-shift" || habit.id == "drive-setup");
    if finished >= SQUEEZE_AFTER && sits {
        let squeeze = library.habit("glute-squeeze").filter(|habit| is_open(habit, gate, library));
        chosen.extend(squeeze.and_then(|habit| planned(habit, "answer:life", "habit-squeeze")));
    }
    chosen
}

/// Who shuts a habit; `None` where it is open.
#[must_use]
pub fn shut(habit: &Habit, gate: &Gate, library: &Library) -> Option<crate::precaution::ClosedBy> {
    let borrowed = habit.exercise.as_deref().and_then(|id| library.exercise(id));
    let by_exercise = borrowed.and_then(|exercise| {
        let mut ways = gate.ways(exercise);
        let first = ways.next().and_then(|(_, by)| by);
        if ways.any(|(_, by)| by.is_none()) { None } else { first }
    });
    gate.shuts(&habit.tags).or(by_exercise)
}

fn is_open(habit: &Habit, gate: &Gate, library: &Library) -> bool {
    shut(habit, gate, library).is_none()
}

/// What fits the day, the best first; the last is for everybody.
fn wishes(intake: &Intake) -> Vec<Wish> {
    let life = intake.life.as_ref();
    let hours = |value: Option<counterpose_quantity::HoursPerDay>| value.map_or(0.0, |hours| hours.get());
    let sitting = hours(life.and_then(|life| life.sitting_hours_per_day));
    let driving = hours(life.and_then(|life| life.driving_hours_per_day));
    let complaint = intake.complaint.as_ref();
    let worse = |activity| complaint.is_some_and(|complaint| complaint.worse_with.contains(&activity));
    let active = life.and_then(|life| life.active_minutes_per_week);
    let tasks = complaint.map_or(&[][..], |complaint| &complaint.one_sided_tasks);
    let swaps = tasks.iter().any(|task| {
        !matches!(task, OneSidedTask::SittingOnOneSide | OneSidedTask::StandingOnOneLeg | OneSidedTask::Sport)
    });
    let strain = intake.strain.as_ref();
    let tense = strain.is_some_and(|strain| is_high(strain.stress) || is_high(strain.poor_sleep));

    let mut wishes: Vec<Wish> = Vec::new();
    let mut wish = |holds: bool, wish: Wish| {
        if holds && wishes.iter().all(|(id, ..)| *id != wish.0) {
            wishes.push(wish);
        }
    };
    wish(worse(Activity::Driving), ("drive-setup", "answer:complaint.worse_with", "habit-driving"));
    wish(driving >= 1.0, ("drive-setup", "answer:life.driving_hours_per_day", "habit-driving"));
    wish(tense, ("breathe-down", "answer:strain", "habit-settling"));
    wish(worse(Activity::Sitting), ("sit-shift", "answer:complaint.worse_with", "habit-sitting"));
    wish(sitting >= LONG_SITTING_HOURS, ("sit-shift", "answer:life.sitting_hours_per_day", "habit-sitting"));
    wish(swaps, ("swap-sides", "answer:complaint.one_sided_tasks", "habit-swapping"));
    wish(driving > 0.0, ("drive-setup", "answer:life.driving_hours_per_day", "habit-driving"));
    wish(
        active.is_some_and(|minutes| minutes.get() < LITTLE_ACTIVITY_MINUTES),
        ("stay-active", "answer:life.active_minutes_per_week", "habit-moving"),
    );
    wish(sitting >= SOME_SITTING_HOURS, ("sit-shift", "answer:life.sitting_hours_per_day", "habit-sitting"));
    wish(true, ("stay-active", "answer:screening", "habit-moving"));
    wishes
}

fn planned(habit: &Habit, from: &str, rule: &str) -> Option<PlannedHabit> {
    let because = chain(&Start { from: from.to_owned(), rule }, &habit.evidence, &[])?;
    Some(PlannedHabit {
        id: habit.id.clone(),
        every_minutes: habit.every_minutes.map(|every| crate::routine::count(every.default)),
        because: vec![because],
    })
}

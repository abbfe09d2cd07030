//! The plan of the first week: the starter set on a chair, a short walk, and one habit.
//!
//! Every member of the set carries no movement tag, so it is open to everybody who may start at all.

use super::left_out::left_out;
use super::means::Possible;
use crate::intake::{Activity, Intake};
use crate::ledger::{Start, chain};
use crate::library::{Exercise, Library};
use crate::plan::{Dose, Plan, PlannedHabit, Prescription, Sides};
use crate::precaution::Gate;
use crate::routine::usual_sides;
use crate::timeline::{longest_session_minutes, minutes_of};

/// The starter set, in the order of importance.
pub const STARTER: [&str; 4] =
    ["seated-glute-squeeze", "sit-to-stand", "seated-weight-shift", "walking-programme"];

/// The walk of the starter set.
const WALK_S: f64 = 180.0;
/// The first week ends with a look at how it went.
const REVIEW_AFTER_DAYS: u16 = 7;
/// The rule behind the set and behind what waits for later.
const RULE: &str = "starter-first";

/// The plan of the first week, fitted to the minutes there are.
#[must_use]
pub fn starter(intake: &Intake, gate: &Gate, possible: &Possible, library: &Library) -> Plan {
    let mut items: Vec<Prescription> = Vec::new();
    for item in STARTER.iter().filter_map(|id| library.exercise(id)).filter_map(|e| member(e, intake, gate)) {
        items.push(item);
        if minutes(&items, library) > possible.minutes {
            items.pop();
        }
    }
    let habits = habit(intake, library).into_iter().collect();
    Plan {
        left_out: left_out(&items, gate, possible, library, RULE),
        minutes_per_session: minutes(&items, library),
        items,
        habits,
        review_after_days: REVIEW_AFTER_DAYS,
    }
}

/// The longest session of some items; without end where one of them cannot be done, so that it is never kept.
fn minutes(items: &[Prescription], library: &Library) -> f64 {
    longest_session_minutes(items, library).unwrap_or(f64::INFINITY)
}

fn member(exercise: &Exercise, intake: &Intake, gate: &Gate) -> Option<Prescription> {
    if gate.shuts(&exercise.tags).is_some() {
        return None;
    }
    let start = Start { from: "answer:screening".to_owned(), rule: RULE };
    let because = chain(&start, &exercise.evidence, &[])?;
    let sides = match usual_sides(exercise) {
        Sides::Both { both } if both.duration_s.is_some() => {
            Sides::Both { both: Dose { duration_s: Some(WALK_S), ..both } }
        }
        other => other,
    };
    Some(Prescription {
        exercise: exercise.id.clone(),
        variant: None,
        goal: intake.goals.first().map(|goal| goal.activity.clone()),
        minutes: minutes_of(exercise, None, &sides).ok()?,
        sides,
        per_day: 1,
        days_per_week: 7,
        starts_in_week: 1,
        because: vec![because],
    })
}

/// The one habit of the first week: setting up the car for those who drive, small shifts for those who sit.
fn habit(intake: &Intake, library: &Library) -> Option<PlannedHabit> {
    let (id, from) = match drives(intake) {
        Some(from) => ("drive-setup", from),
        None => ("sit-shift", "answer:life.sitting_hours_per_day"),
    };
    let habit = library.habit(id)?;
    let start = Start { from: from.to_owned(), rule: RULE };
    let because = chain(&start, &habit.evidence, &[])?;
    Some(PlannedHabit {
        id: habit.id.clone(),
        every_minutes: habit.every_minutes.map(|every| crate::routine::count(every.default)),
        because: vec![because],
    })
}

/// The answer that says that this person drives.
fn drives(intake: &Intake) -> Option<&'static str> {
    let hours = intake.life.as_ref().and_then(|life| life.driving_hours_per_day);
    let worse = intake.complaint.as_ref().is_some_and(|c| c.worse_with.contains(&Activity::Driving));
    match hours {
        Some(hours) if hours.get() > 0.0 => Some("answer:life.driving_hours_per_day"),
        _ if worse => Some("answer:complaint.worse_with"),
        _ => None,
    }
}

//! The starter set: the first session of everybody, and the plan of those of whom too little is known.
//!
//! Every member of the set carries no movement tag, so it is open to everybody who may start at all.

use super::habits::habits;
use super::left_out::left_out;
use super::means::Possible;
use crate::intake::Intake;
use crate::ledger::{Start, chain};
use crate::library::{Exercise, Library, STARTER};
use crate::plan::{Dose, Plan, Prescription, Sides};
use crate::precaution::Gate;
use crate::routine::{count, main_phase, usual_sides};
use crate::timeline::{longest_session_minutes, minutes_of};

/// The walk of the starter set.
const WALK_S: f64 = 180.0;
/// A first look at how it went.
const REVIEW_AFTER_DAYS: u16 = 7;
/// Exercises of a session in the first week; the rest of the set follows in the second.
const FIRST_WEEK_ITEMS: usize = 3;
/// The first session lasts five minutes, the walk included.
const FIRST_SESSION_MINUTES: f64 = 5.0;
/// The least the parts of the first session are cut to.
const LEAST_WALK_S: f64 = 60.0;
const WALK_STEP_S: f64 = 5.0;
/// The rule behind the set and behind what waits for later.
const RULE: &str = "starter-first";

/// The plan of the first week where precautions or age are not known, fitted to the minutes there are.
#[must_use]
pub fn starter(intake: &Intake, gate: &Gate, possible: &Possible, library: &Library) -> Plan {
    let mut items: Vec<Prescription> = Vec::new();
    let wish = intake.preferences.as_ref().and_then(|wishes| wishes.exercises_per_session);
    let most = wish.map_or(FIRST_WEEK_ITEMS, |wish| usize::from(wish.get()).min(FIRST_WEEK_ITEMS));
    let unwanted = |id: &str| {
        intake.preferences.as_ref().is_some_and(|wishes| wishes.without.iter().any(|without| without == id))
    };
    let wanted = STARTER.iter().filter(|id| !unwanted(id)).filter_map(|id| library.exercise(id));
    for item in wanted.filter_map(|exercise| member(exercise, intake, gate, WALK_S)) {
        items.push(item);
        if items.len() > most || minutes(&items, library) > possible.minutes {
            items.pop();
        }
    }
    Plan {
        left_out: left_out(&items, gate, possible, library, &RULE),
        minutes_per_session: minutes(&items, library),
        items,
        habits: habits(intake, gate, library, 0),
        ladders: Vec::new(),
        education: Vec::new(),
        talk_to_somebody: false,
        review_after_days: REVIEW_AFTER_DAYS,
    }
}

/// The very first session: the whole set on a chair, the walk as long as five minutes allow. It asks for nothing but a
/// chair and is the same for everybody who may start.
#[must_use]
pub fn first_session(intake: &Intake, gate: &Gate, library: &Library) -> Vec<Prescription> {
    let set = |walk_s: f64| -> Vec<Prescription> {
        let known = STARTER.iter().filter_map(|id| library.exercise(id));
        let members = known.filter_map(|exercise| Some((exercise, member(exercise, intake, gate, walk_s)?)));
        members.map(|(exercise, item)| with_fewest_repetitions(exercise, item)).collect()
    };
    let mut walk_s = WALK_S;
    let mut items = set(walk_s);
    while walk_s > LEAST_WALK_S && minutes(&items, library) > FIRST_SESSION_MINUTES {
        walk_s -= WALK_STEP_S;
        items = set(walk_s);
    }
    items
}

/// The same item with as few repetitions as still make sense: the first time is for finding the movement.
fn with_fewest_repetitions(exercise: &Exercise, item: Prescription) -> Prescription {
    let Sides::Both { both } = item.sides else { return item };
    let fewest = main_phase(exercise).map(|main| count(main.repetitions.min));
    let repetitions = both.repetitions.map(|usual| fewest.unwrap_or(usual).min(usual));
    let sides = Sides::Both { both: Dose { repetitions, ..both } };
    let minutes = minutes_of(exercise, item.variant.as_deref(), &sides).unwrap_or(item.minutes);
    Prescription { sides, minutes, ..item }
}

/// The longest session of some items; without end where one of them cannot be done, so that it is never kept.
fn minutes(items: &[Prescription], library: &Library) -> f64 {
    longest_session_minutes(items, library).unwrap_or(f64::INFINITY)
}

fn member(exercise: &Exercise, intake: &Intake, gate: &Gate, walk_s: f64) -> Option<Prescription> {
    if gate.shuts_way(exercise, None).is_some() {
        return None;
    }
    let start = Start { from: "answer:screening".to_owned(), rule: RULE };
    let because = chain(&start, &exercise.evidence, &[])?;
    let sides = match usual_sides(exercise) {
        Sides::Both { both } if both.duration_s.is_some() => {
            Sides::Both { both: Dose { duration_s: Some(walk_s), ..both } }
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
        first_day: 1,
        starts_in_week: 1,
        later: Vec::new(),
        because: vec![because],
    })
}

//! Ladders: the way up to sitting, driving, standing or walking for longer, to bending and lifting, and to the one
//! movement somebody avoids out of worry.
//!
//! What lasts begins at four fifths of what is bearable now and grows by a tenth to a fifth a week, the same on good
//! and bad days. What is a movement goes from its easiest open form to the plain one, a rung a week. What this module
//! does not do: put the rungs into a session.

use crate::intake::{Activity, Goal, Intake};
use crate::ledger::{Start, chain};
use crate::library::Library;
use crate::plan::{Ladder, Rung};

use super::candidate::Ask;
use super::goals;
use super::limits::Load;

/// The share of what is bearable that a ladder begins with.
const START: f64 = 0.8;
/// The share where pain is easily stirred up, or training has just become more.
const CAREFUL_START: f64 = 0.5;
/// What a rung adds to the one before.
const WEEKLY: f64 = 1.15;
/// Rungs of a ladder: four weeks, until the review.
const RUNGS: u8 = 4;

/// One form of a movement: the exercise and the way of doing it.
type Form = (&'static str, Option<&'static str>);

/// The forms of a movement, from the easiest up.
const fn forms(activity: Activity) -> &'static [Form] {
    match activity {
        Activity::BendingForward => &[
            ("pelvic-tilt", None),
            ("hip-hinge", Some("wall-tap")),
            ("hip-hinge", None),
            ("hip-hinge", Some("one-leg")),
        ],
        Activity::Lifting => &[("sit-to-stand", None), ("hip-hinge", Some("wall-tap")), ("hip-hinge", None)],
        Activity::Twisting => &[("open-book", Some("half-way")), ("open-book", None)],
        Activity::BendingBack => {
            &[("standing-back-bend", Some("at-a-counter")), ("standing-back-bend", None)]
        }
        Activity::Stairs => &[("sit-to-stand", None), ("step-up", Some("low-with-rail")), ("step-up", None)],
        Activity::RisingFromSitting => &[("sit-to-stand", Some("high-seat")), ("sit-to-stand", None)],
        _ => &[],
    }
}

/// Whether an activity lasts, so that minutes are its rungs.
const fn lasts(activity: Activity) -> bool {
    matches!(activity, Activity::Sitting | Activity::Driving | Activity::Standing | Activity::Walking)
}

/// The ladders of a person: one for each goal that has one, and one for the movement they avoid out of worry.
#[must_use]
pub fn ladders(ask: &Ask<'_>, library: &Library) -> Vec<Ladder> {
    let intake = ask.intake;
    let mut ladders = Vec::new();
    for (index, activity) in goals::activities(intake) {
        let Some(goal) = intake.goals.get(index) else { continue };
        let rungs = if lasts(activity) { minutes(goal, ask) } else { movements(activity, ask, library) };
        let from = format!("answer:goals[{index}]");
        ladders.extend(ladder(activity, Some(goal.activity.clone()), rungs, &from, "ladder", library));
    }
    if let Some(activity) = feared(intake) {
        let rungs = movements(activity, ask, library);
        let from = "answer:strain.feared_movement";
        let known = ladders.iter().any(|ladder| ladder.activity == activity);
        if !known {
            ladders.extend(ladder(activity, None, rungs, from, "ladder-feared", library));
        }
    }
    ladders
}

fn feared(intake: &Intake) -> Option<Activity> {
    intake.strain.as_ref().and_then(|strain| strain.feared_movement)
}

fn ladder(
    activity: Activity,
    goal: Option<String>,
    rungs: Vec<Rung>,
    from: &str,
    rule: &str,
    library: &Library,
) -> Option<Ladder> {
    let habit = library.habit("stay-active")?;
    let because = chain(&Start { from: from.to_owned(), rule }, &habit.evidence, &["staying-active-helps"])?;
    (!rungs.is_empty()).then(|| Ladder { activity, goal, rungs, because: vec![because] })
}

/// Minutes at a stretch, week by week.
fn minutes(goal: &Goal, ask: &Ask<'_>) -> Vec<Rung> {
    let Some(tolerated) = goal.tolerance_minutes.map(|minutes| minutes.get()).filter(|m| *m > 0.0) else {
        return Vec::new();
    };
    let (start, rungs) = match ask.limits.load {
        Load::Usual => (START, RUNGS),
        Load::Less => (CAREFUL_START, RUNGS),
        Load::Half => (CAREFUL_START, 1),
    };
    let mut now = tolerated * start;
    let mut all = Vec::new();
    for week in 1..=rungs {
        all.push(Rung { week, minutes: Some(tidy(now)), exercise: None, variant: None });
        now *= WEEKLY;
    }
    all
}

/// Half minutes below ten, whole ones above, never more than the number itself.
fn tidy(minutes: f64) -> f64 {
    let step = if minutes < 10.0 { 0.5 } else { 1.0 };
    ((minutes / step).floor() * step).max(0.5)
}

/// The forms that are open, a rung a week.
fn movements(activity: Activity, ask: &Ask<'_>, library: &Library) -> Vec<Rung> {
    let open = forms(activity).iter().filter(|(id, way)| {
        library
            .exercise(id)
            .is_some_and(|exercise| ask.allows(exercise, *way) && !ask.without.contains(&exercise.id))
    });
    let rungs = if ask.limits.load == Load::Half { 1 } else { RUNGS };
    open.zip(1..=rungs)
        .map(|((id, way), week)| Rung {
            week,
            minutes: None,
            exercise: Some((*id).to_owned()),
            variant: way.map(str::to_owned),
        })
        .collect()
}

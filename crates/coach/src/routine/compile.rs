//! From a plan, or a plain list of exercises, to a routine.

use counterpose_quantity::{Side, order};

use crate::library::{Exercise, Library};
use crate::plan::{Dose, Plan, Prescription, Sides, Stage};
use crate::vocabulary::MovementTag;

use super::order::{Level, place};
use super::{
    FirstSide, FirstSideBecause, Routine, RoutineError, RoutineItem, RoutineNote, Today, Which, check_item,
    is_due_on, usual_sides, week_of,
};

/// The session of a day: what is due, in order, each item checked against the library.
///
/// An item done once a day is due in the morning; where the day has an evening session too, what bends the low
/// back to its end waits for that. Items done twice a day are due both times.
///
/// # Errors
/// When the plan does not fit the library, or for day 0.
pub fn compile(plan: &Plan, library: &Library, today: &Today) -> Result<Routine, RoutineError> {
    if today.day == 0 {
        return Err(RoutineError::NoDayZero);
    }
    of_prescriptions(&due_items(&plan.items, library, today.day, today.which), library, today)
}

/// A session of all these prescriptions in their first dose, whether due or not.
///
/// # Errors
/// When one does not fit the library.
pub fn of_items(items: &[Prescription], library: &Library, today: &Today) -> Result<Routine, RoutineError> {
    let all: Vec<(&Prescription, Stage)> =
        items.iter().map(|item| (item, Stage { sides: item.sides, per_day: item.per_day })).collect();
    of_prescriptions(&all, library, today)
}

/// A session of these prescriptions, each in the dose of a stage, whether due or not.
fn of_prescriptions(
    due: &[(&Prescription, Stage)],
    library: &Library,
    today: &Today,
) -> Result<Routine, RoutineError> {
    let items = due
        .iter()
        .map(|(item, stage)| RoutineItem {
            exercise: item.exercise.clone(),
            variant: item.variant.clone(),
            goal: item.goal.clone(),
            sides: stage.sides,
        })
        .collect();
    arrange(items, library, today)
}

/// A session of chosen exercises in their usual dose, for a practitioner or to try one. Each is an exercise and,
/// if wanted, the way of doing it.
///
/// # Errors
/// When the library holds no such exercise or variant.
pub fn of_exercises(
    chosen: &[(&str, Option<&str>)],
    library: &Library,
    today: &Today,
) -> Result<Routine, RoutineError> {
    if today.day == 0 {
        return Err(RoutineError::NoDayZero);
    }
    let items = chosen
        .iter()
        .map(|&(id, variant)| {
            let exercise = library
                .exercise(id)
                .ok_or_else(|| RoutineError::UnknownExercise { exercise: id.to_owned() })?;
            Ok(RoutineItem {
                exercise: id.to_owned(),
                variant: variant.map(str::to_owned),
                goal: None,
                sides: usual_sides(exercise),
            })
        })
        .collect::<Result<_, _>>()?;
    arrange(items, library, today)
}

/// The prescriptions due in one session of a day (from 1), in the plan's order, each with its dose of that week.
#[must_use]
pub fn due_items<'a>(
    items: &'a [Prescription],
    library: &Library,
    day: u32,
    which: Which,
) -> Vec<(&'a Prescription, Stage)> {
    let today: Vec<(&Prescription, Stage)> = items
        .iter()
        .filter(|item| is_due_on(item.days_per_week, item.first_day, day))
        .filter_map(|item| item.in_week(week_of(day)).map(|stage| (item, stage)))
        .filter(|(_, stage)| stage.per_day > 0)
        .collect();
    let has_evening = today.iter().any(|(_, stage)| stage.per_day >= 2);
    let waits = |item: &Prescription| has_evening && bends_to_the_end(library, item);
    today
        .into_iter()
        .filter(|(item, stage)| match which {
            _ if stage.per_day >= 2 => true,
            Which::Morning => !waits(item),
            Which::Evening => waits(item),
        })
        .collect()
}

fn bends_to_the_end(library: &Library, item: &Prescription) -> bool {
    library.exercise(&item.exercise).is_some_and(|exercise| flexes(exercise, item.variant.as_deref()))
}

fn flexes(exercise: &Exercise, variant: Option<&str>) -> bool {
    exercise.tags_of(variant).contains(&MovementTag::LumbarFlexionEnd)
}

/// Puts whatever stands for exercises into the order of a session.
pub(crate) fn in_order<T>(
    mut items: Vec<T>,
    which: Which,
    way: impl Fn(&T) -> (&Exercise, Option<&str>),
) -> Vec<T> {
    let any_on_floor = items.iter().any(|item| {
        let (exercise, variant) = way(item);
        Level::of(exercise.position_of(variant)) >= Level::Knees
    });
    order::sort_by_key(&mut items, |item| {
        let (exercise, variant) = way(item);
        place(exercise, variant, which, any_on_floor)
    });
    items
}

/// Checks the items, puts them in order and names the first side.
fn arrange(items: Vec<RoutineItem>, library: &Library, today: &Today) -> Result<Routine, RoutineError> {
    let known = items
        .into_iter()
        .map(|item| check_item(&item, library).map(|exercise| (item, exercise)))
        .collect::<Result<Vec<_>, _>>()?;
    let flexes_early = today.which == Which::Morning
        && known.iter().any(|(item, exercise)| flexes(exercise, item.variant.as_deref()));
    let placed = in_order(known, today.which, |(item, exercise)| (*exercise, item.variant.as_deref()));
    let items: Vec<RoutineItem> = placed.into_iter().map(|(item, _)| item).collect();
    Ok(Routine {
        day: today.day,
        which: today.which,
        first_side: first_side(today.worse_side, &items),
        items,
        notes: if flexes_early { vec![RoutineNote::LaterThanFirstHour] } else { Vec::new() },
    })
}

/// The person's worse side; else the side the first uneven item asks more of; else left.
fn first_side(worse: Option<Side>, items: &[RoutineItem]) -> FirstSide {
    if let Some(side) = worse {
        return FirstSide { side, because: FirstSideBecause::Worse };
    }
    let uneven = items.iter().find_map(|item| match &item.sides {
        Sides::Each(doses) => match amount(&doses.left).partial_cmp(&amount(&doses.right)) {
            Some(core::cmp::Ordering::Greater) => Some(Side::Left),
            Some(core::cmp::Ordering::Less) => Some(Side::Right),
            _ => None,
        },
        Sides::Both { .. } => None,
    });
    uneven.map_or(FirstSide { side: Side::Left, because: FirstSideBecause::Custom }, |side| FirstSide {
        side,
        because: FirstSideBecause::LargerDose,
    })
}

/// A measure of how much a dose is, good for comparing two doses of one exercise.
fn amount(dose: &Dose) -> f64 {
    let times = f64::from(dose.sets.unwrap_or(1)) * f64::from(dose.repetitions.unwrap_or(1));
    times * dose.hold_s.unwrap_or(1.0) + dose.duration_s.unwrap_or(0.0)
}

//! What a routine promises.

use counterpose_quantity::{Mirror, Side, Sided};
use proptest::prelude::*;

use super::samples::{library, plan, planned, prescription};
use super::*;
use crate::plan::Dose;

const DAY_ONE: Today = Today { day: 1, which: Which::Morning, worse_side: None };

fn ids(routine: &Routine) -> Vec<&str> {
    routine.items.iter().map(|item| item.exercise.as_str()).collect()
}

#[test]
fn the_starter_set_stays_on_the_chair_and_ends_with_the_walk() {
    let asked = ["cued-walking", "seated-glute-squeeze", "sit-to-stand", "seated-weight-shift"];
    let routine = of_exercises(&asked.map(|id| (id, None)), &library(), &DAY_ONE).unwrap();
    assert_eq!(
        ids(&routine),
        ["seated-glute-squeeze", "seated-weight-shift", "sit-to-stand", "cued-walking"]
    );
}

#[test]
fn with_the_floor_in_it_the_walk_comes_first_and_the_closing_breaths_last() {
    let asked = ["supine-heel-slide", "clamshell", "glute-bridge", "cued-walking", "sit-to-stand"];
    let routine = of_exercises(&asked.map(|id| (id, None)), &library(), &DAY_ONE).unwrap();
    assert_eq!(
        ids(&routine),
        ["cued-walking", "sit-to-stand", "clamshell", "glute-bridge", "supine-heel-slide"]
    );
}

#[test]
fn a_fold_waits_for_the_evening_where_there_is_one() {
    let library = library();
    let of = |id: &str| prescription(id, usual_sides(library.exercise(id).unwrap()));
    let once = plan(vec![of("seated-forward-fold"), of("glute-bridge")]);
    let morning = compile(&once, &library, &DAY_ONE).unwrap();
    assert_eq!(ids(&morning), ["seated-forward-fold", "glute-bridge"]);
    assert_eq!(morning.notes, [RoutineNote::LaterThanFirstHour]);
    let evening = Today { which: Which::Evening, ..DAY_ONE };
    assert!(compile(&once, &library, &evening).unwrap().items.is_empty());

    let mut twice = once;
    twice.items[1].per_day = 2;
    let morning = compile(&twice, &library, &DAY_ONE).unwrap();
    assert_eq!((ids(&morning), morning.notes.len()), (vec!["glute-bridge"], 0));
    assert_eq!(ids(&compile(&twice, &library, &evening).unwrap()), ["seated-forward-fold", "glute-bridge"]);
}

#[test]
fn it_begins_on_the_worse_side_then_on_the_one_with_more_to_do_then_by_custom() {
    let library = library();
    let more = Dose { repetitions: Some(12), ..Dose::default() };
    let less = Dose { repetitions: Some(8), ..Dose::default() };
    let uneven = plan(vec![prescription("clamshell", Sides::Each(Sided { left: less, right: more }))]);
    let even = plan(vec![prescription("clamshell", Sides::Each(Sided { left: more, right: more }))]);
    let first =
        |plan, worse_side| compile(plan, &library, &Today { worse_side, ..DAY_ONE }).unwrap().first_side;
    for side in Side::ALL {
        assert_eq!(first(&uneven, Some(side)), FirstSide { side, because: FirstSideBecause::Worse });
    }
    assert_eq!(first(&uneven, None), FirstSide { side: Side::Right, because: FirstSideBecause::LargerDose });
    assert_eq!(first(&even, None), FirstSide { side: Side::Left, because: FirstSideBecause::Custom });
}

#[test]
fn what_does_not_fit_the_library_is_refused_by_name() {
    let library = library();
    let message = |id: &str, sides| {
        compile(&plan(vec![prescription(id, sides)]), &library, &DAY_ONE).unwrap_err().to_string()
    };
    let both = |dose| Sides::Both { both: dose };
    assert_eq!(
        message("headstand", both(Dose::default())),
        "there is no exercise \"headstand\": `counterpose catalog list` shows them all"
    );
    assert_eq!(
        message("clamshell", both(Dose::default())),
        "the dose of \"clamshell\" must be given for left and right, each by itself"
    );
    for hold_s in [0.0, -3.0, f64::NAN, f64::INFINITY, 1e9] {
        let dose = Dose { hold_s: Some(hold_s), ..Dose::default() };
        assert_eq!(
            message("glute-bridge", both(dose)),
            "the dose of \"glute-bridge\" has a hold in seconds that is not a number above 0 and at most 600"
        );
    }
    let none = Dose { sets: Some(0), ..Dose::default() };
    assert!(message("glute-bridge", both(none)).contains("a number of sets"));
    assert_eq!(
        compile(&plan(Vec::new()), &library, &Today { day: 0, ..DAY_ONE }),
        Err(RoutineError::NoDayZero)
    );
}

proptest! {
    #[test]
    fn every_item_comes_as_often_as_the_plan_says(made in planned()) {
        let (library, plan) = made;
        for week in 0..6_u32 {
            let mut seen = std::collections::BTreeMap::new();
            for day in week * 7 + 1..=week * 7 + 7 {
                for &which in Which::ALL {
                    for item in compile(&plan, &library, &Today { day, which, worse_side: None }).unwrap().items {
                        *seen.entry(item.exercise).or_insert(0_u32) += 1;
                    }
                }
            }
            for item in &plan.items {
                let stage = item.in_week(week + 1);
                let expected =
                    stage.map_or(0, |stage| u32::from(stage.per_day) * u32::from(item.days_per_week));
                prop_assert_eq!(seen.get(&item.exercise).copied().unwrap_or(0), expected);
            }
        }
    }

    #[test]
    fn nobody_gets_up_and_down_twice(made in planned(), day in 1_u32..22) {
        let (library, plan) = made;
        let routine = compile(&plan, &library, &Today { day, which: Which::Morning, worse_side: None }).unwrap();
        let levels: Vec<Level> =
            routine.items.iter().map(|item| Level::of(library.exercise(&item.exercise).unwrap().position)).collect();
        prop_assert!(levels.is_sorted() || levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
    }

    #[test]
    fn a_mirrored_plan_gives_the_mirrored_routine(made in planned(), day in 1_u32..22, side in 0..2_usize) {
        let (library, plan) = made;
        let today = Today { day, which: Which::Morning, worse_side: Some(Side::ALL[side]) };
        let mirrored = Today { worse_side: today.worse_side.mirror(), ..today };
        let there = compile(&plan.clone().mirror(), &library, &mirrored).unwrap();
        prop_assert_eq!(there, compile(&plan, &library, &today).unwrap().mirror());
    }
}

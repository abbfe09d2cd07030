//! Where a lengthening exercise is called for and shut, the open one that lengthens the same muscle most stands in.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use counterpose_coach::check::check;
use counterpose_coach::intake::{Activity, Intake, parse};
use counterpose_coach::library::{Exercise, Library, Purpose, Role};
use counterpose_coach::plan::{Because, Plan, Prescription};
use counterpose_coach::planner::Possible;
use counterpose_coach::planner::table::INSTEAD;
use counterpose_coach::precaution::Gate;
use counterpose_coach::screening::assess;
use counterpose_content::library;
use counterpose_quantity::Mirror;
use counterpose_testkit::people::{clear_with, intake};
use proptest::prelude::*;
use serde_json::{Value, json};

fn plan(person: &Intake) -> Plan {
    check(person, library()).plan.unwrap()
}

/// The item that stands in for an exercise, and how it says so.
fn stand_in<'p>(plan: &'p Plan, of: &str) -> Option<(&'p Prescription, &'p Because)> {
    plan.items.iter().find_map(|item| {
        let stands = |because: &&Because| because.instead.as_ref().is_some_and(|instead| instead.of == of);
        item.because.iter().find(stands).map(|because| (item, because))
    })
}

/// A person of the fixtures.
fn fixture(name: &str) -> Intake {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../fixtures/intakes/{name}.json"));
    parse(&fs::read_to_string(file).unwrap()).unwrap()
}

/// Somebody with the front of both hips short, on their knees or not.
fn short_in_front(kneels: bool) -> Intake {
    let mut person = fixture("front-of-hip-cannot-kneel");
    person.means.get_or_insert_default().can_kneel = Some(kneels);
    person
}

/// Somebody clear with the back of both thighs short, and these means.
fn short_behind(means: &Value) -> Intake {
    let measure = |side: &str| {
        json!({"test": "knee-extension-90", "side": side, "method": "phone-inclinometer", "repeats": 3,
            "short_of_straight_deg": 40, "felt": "thigh"})
    };
    clear_with(&json!({"measures": [measure("left"), measure("right")], "means": means}))
}

const LUNGE: &str = "half-kneeling-hip-flexor-stretch";

#[test]
fn who_cannot_kneel_gets_the_open_exercise_that_lengthens_the_front_of_the_hip_most() {
    let kneeling = plan(&short_in_front(true));
    assert_eq!(stand_in(&kneeling, LUNGE), None);

    let not_kneeling = plan(&short_in_front(false));
    let (item, because) = stand_in(&not_kneeling, LUNGE).unwrap();
    assert_eq!(item.exercise, "supine-heel-slide");
    assert_eq!((because.rule.as_str(), because.from.as_str()), (INSTEAD, "measure:thomas:left"));
    assert!(!because.sources_for.is_empty() && !because.against.is_empty());
    let instead = because.instead.as_ref().unwrap();
    assert_eq!(instead.structure, "psoas-major");
    let known = library().lengthens(&item.exercise, item.variant.as_deref(), &instead.structure);
    assert_eq!(known, Some(instead.permille_of_fibre));
}

/// Sitting only: what lies on the back is shut, and the fold is what is left for the back of the thigh.
#[test]
fn who_only_sits_gets_what_is_done_sitting_or_nothing() {
    let lying = json!({"minutes_per_session": 20, "can_lie_on_floor": true, "equipment": ["strap"]});
    assert_eq!(stand_in(&plan(&short_behind(&lying)), "active-knee-extension"), None);
    let sitting = json!({"minutes_per_session": 20, "can_lie_on_floor": false, "can_lie_on_bed": false,
        "can_kneel": false});
    let plan = plan(&short_behind(&sitting));
    for item in &plan.items {
        let exercise = library().exercise(&item.exercise).unwrap();
        assert_eq!(Possible::of(&short_behind(&sitting)).lacks(exercise, item.variant.as_deref()), None);
        // Nothing in the library lengthens the back of the thigh on a chair, and nothing is made up.
        assert!(item.because.iter().all(|because| because.instead.is_none()), "{}", item.exercise);
    }
}

/// From week 20 of a pregnancy nobody lies flat for long: sitting stands in for lying. Where hips may not bend past a
/// right angle the fold is shut as well, and nothing stands in.
#[test]
fn a_precaution_decides_what_may_stand_in() {
    let mut pregnant = fixture("back-of-hip-pregnant");
    let fold = plan(&pregnant);
    let (item, because) = stand_in(&fold, "active-knee-extension").unwrap();
    assert_eq!(item.exercise, "seated-forward-fold");
    assert_eq!(because.instead.as_ref().unwrap().structure, "hamstrings");

    let pinching = json!({"id": "fai-labral", "side": "left"});
    pregnant.precautions.get_or_insert_default().push(serde_json::from_value(pinching).unwrap());
    let without = plan(&pregnant);
    assert_eq!(stand_in(&without, "active-knee-extension"), None);
    assert!(without.items.iter().all(|item| item.exercise != "seated-forward-fold"));
}

/// What asks for more of what makes the pain worse does not stand in: the bend forward hurts, and the fold is one.
#[test]
fn what_makes_the_pain_worse_does_not_stand_in() {
    let mut person = fixture("back-of-hip-pregnant");
    person.complaint.get_or_insert_default().worse_with = vec![Activity::BendingForward];
    assert_eq!(stand_in(&plan(&person), "active-knee-extension"), None);
}

/// Without the ranking nothing stands in: the planner knows no body.
#[test]
fn without_the_ranking_nothing_stands_in() {
    let person = short_in_front(false);
    let blind = Library { lengthened: Vec::new(), ..library().clone() };
    let plan = check(&person, &blind).plan.unwrap();
    assert!(plan.items.iter().flat_map(|item| &item.because).all(|because| because.rule != INSTEAD));
}

fn names(exercise: &Exercise, structure: &str) -> bool {
    exercise.targets.iter().any(|target| {
        let other_side = target.of.as_deref() == Some("opposite");
        target.role == Role::Lengthens && target.structure == structure && !other_side
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    /// Whoever it is: what is stood in for is really out, what stands in is really open, names the muscle, and nothing
    /// open lengthens it more in every way that is open; and the mirror of the person has the mirror of it.
    #[test]
    fn a_stand_in_is_open_and_the_one_that_lengthens_most(mut person in intake(), kneels in any::<bool>()) {
        person.means.get_or_insert_default().can_kneel = Some(kneels);
        // What makes the pain worse keeps rivals out, which is tested by itself.
        if let Some(complaint) = &mut person.complaint {
            complaint.worse_with.clear();
        }
        let outcome = check(&person, library());
        let Some(plan) = outcome.plan else { return Ok(()) };
        let (gate, possible) = (Gate::of(&person, &assess(&person)), Possible::of(&person));
        let unwanted = person.preferences.clone().unwrap_or_default().without;
        let open = |exercise: &Exercise, way: Option<&str>| {
            gate.shuts_way(exercise, way).is_none() && possible.lacks(exercise, way).is_none()
        };
        let ways = |exercise: &Exercise| -> Vec<Option<String>> {
            let all = core::iter::once(None).chain(exercise.variants.iter().map(|v| Some(v.id.clone())));
            all.filter(|way| open(exercise, way.as_deref())).collect()
        };
        for item in &plan.items {
            for instead in item.because.iter().filter_map(|because| because.instead.as_ref()) {
                let exercise = library().exercise(&item.exercise).unwrap();
                let of = library().exercise(&instead.of).unwrap();
                prop_assert!(ways(of).is_empty() || unwanted.contains(&of.id), "{} is open", of.id);
                prop_assert!(open(exercise, item.variant.as_deref()), "{} is shut", exercise.id);
                prop_assert!(names(exercise, &instead.structure) && names(of, &instead.structure));
                for other in &library().exercises {
                    let rival = other.purpose == Purpose::Lengthening
                        && names(other, &instead.structure)
                        && !unwanted.contains(&other.id);
                    let by: Vec<Option<i32>> = ways(other)
                        .iter()
                        .map(|way| library().lengthens(&other.id, way.as_deref(), &instead.structure))
                        .collect();
                    let more = rival && !by.is_empty()
                        && by.iter().all(|by| by.is_some_and(|by| by > instead.permille_of_fibre));
                    prop_assert!(!more, "{} lengthens {} more than {}", other.id, instead.structure, exercise.id);
                }
            }
        }
        prop_assert_eq!(check(&person.mirror(), library()).plan, Some(plan.mirror()));
    }
}

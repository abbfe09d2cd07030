//! One a day, the gate first, what was begun before what is new.

use counterpose_quantity::Method;
use jiff::civil::date;
use serde_json::json;

use super::super::data::ErrorOf;
use super::*;
use crate::intake::parse;
use crate::screening::assess;

fn test(id: TestId, order: u8, position: Position, sides: SidesOf) -> SelfTest {
    SelfTest {
        id,
        order,
        position,
        minutes: 3,
        steps: 3,
        sides,
        stop: Vec::new(),
        feel: Vec::new(),
        number: None,
        besides: Vec::new(),
        fixed: Vec::new(),
        phone: None,
        watch: None,
        error: ErrorOf { least: 5.0, source: "our-caution".to_owned() },
    }
}

fn tests() -> Vec<SelfTest> {
    vec![
        test(TestId::Thomas, 2, Position::Supine, SidesOf::Each),
        test(TestId::SitToStand30s, 1, Position::Sitting, SidesOf::None),
        test(TestId::NinetyNinety, 3, Position::FloorSitting, SidesOf::Each),
    ]
}

/// An adult with these precautions and measures.
fn person(extra: serde_json::Value) -> Intake {
    let mut intake =
        json!({"screening": {"C4": "no"}, "person": {"age": 42, "sex": "female"}, "precautions": []});
    for (key, value) in extra.as_object().unwrap() {
        intake[key] = value.clone();
    }
    parse(&intake.to_string()).unwrap()
}

fn offered(intake: &Intake, hurt: &[(TestId, Date)], day: Date) -> Offer {
    let gate = Gate::of(intake, &assess(intake));
    offer(&tests(), intake, &gate, hurt, day)
}

const DAY: Date = date(2026, 11, 23);

fn measured(test: &str, side: Option<&str>, on: &str) -> serde_json::Value {
    let mut entry = json!({"test": test, "on": on, "method": Method::ByEye});
    if let Some(side) = side {
        entry["side"] = json!(side);
    }
    entry
}

#[test]
fn the_first_of_the_catalogue_comes_first_and_one_a_day_is_enough() {
    let nobody = person(json!({}));
    let first = offered(&nobody, &[], DAY);
    assert_eq!(first.next, Ok(TestId::SitToStand30s));
    assert!(first.may_do(TestId::Thomas), "another in its place is a choice");
    let done = person(json!({"measures": [measured("sit-to-stand-30s", None, "2026-11-23")]}));
    let after = offered(&done, &[], DAY);
    assert_eq!(after.next, Err(NoneToday::Enough));
    assert!(after.may_do(TestId::SitToStand30s) && !after.may_do(TestId::Thomas));
    assert_eq!(offered(&done, &[], date(2026, 11, 24)).next, Ok(TestId::Thomas));
}

#[test]
fn a_side_that_is_missing_comes_before_anything_new() {
    let half = person(json!({"measures": [measured("ninety-ninety", Some("left"), "2026-11-23")]}));
    assert_eq!(offered(&half, &[], DAY).next, Ok(TestId::NinetyNinety));
    // On the next day it is a test like any other.
    assert_eq!(offered(&half, &[], date(2026, 11, 24)).next, Ok(TestId::SitToStand30s));
}

#[test]
fn after_four_weeks_it_comes_again() {
    let all: Vec<_> = [("sit-to-stand-30s", None), ("thomas", Some("left")), ("ninety-ninety", Some("left"))]
        .into_iter()
        .enumerate()
        .map(|(n, (test, side))| measured(test, side, &format!("2026-11-0{}", n + 1)))
        .collect();
    let person = person(json!({"measures": all}));
    assert_eq!(offered(&person, &[], DAY).next, Err(NoneToday::AllDone));
    assert_eq!(offered(&person, &[], date(2026, 11, 29)).next, Ok(TestId::SitToStand30s));
}

#[test]
fn the_gate_a_place_to_lie_and_what_hurt_keep_tests_away() {
    let standing = |intake: &Intake, hurt: &[(TestId, Date)], test| {
        offered(intake, hurt, DAY).all.iter().find(|listed| listed.test == test).unwrap().standing
    };
    let new_hip = person(json!({"precautions": [{"id": "hip-replacement-posterior", "side": "left"}]}));
    assert!(matches!(standing(&new_hip, &[], TestId::Thomas), Standing::Shut(ClosedBy::Precaution(_))));
    let unknown = parse(r#"{"screening": {"C4": "no"}, "person": {"age": 42}}"#).unwrap();
    assert_eq!(standing(&unknown, &[], TestId::Thomas), Standing::Shut(ClosedBy::UnknownPrecautions));
    assert_eq!(offered(&unknown, &[], DAY).next, Ok(TestId::SitToStand30s));
    let chair = person(json!({"means": {"can_lie_on_floor": false, "can_lie_on_bed": false}}));
    assert_eq!(standing(&chair, &[], TestId::Thomas), Standing::NoPlace);
    let nobody = person(json!({}));
    let hurt = [(TestId::Thomas, date(2026, 11, 20))];
    assert_eq!(standing(&nobody, &hurt, TestId::Thomas), Standing::Hurt(date(2026, 11, 20)));
    let long_ago = [(TestId::Thomas, date(2026, 10, 1))];
    assert_eq!(standing(&nobody, &long_ago, TestId::Thomas), Standing::Open);
    // What hurt today was today's test.
    assert_eq!(offered(&nobody, &[(TestId::Thomas, DAY)], DAY).next, Err(NoneToday::Enough));
}

#[test]
fn pain_that_is_easily_stirred_up_is_not_tested() {
    let sore = person(json!({"complaint": {"pain_now": 8}}));
    let offer = offered(&sore, &[], DAY);
    assert_eq!(offer.next, Err(NoneToday::Irritable));
    assert!(!offer.may_do(TestId::SitToStand30s));
}

//! What changes a plan: an answer, a source, sessions and weeks; and every rule of the table, held and not held.

use std::collections::BTreeSet;

use counterpose_coach::check::{check, check_with};
use counterpose_coach::intake::{Intake, parse};
use counterpose_coach::library::{Library, Purpose, Stance};
use counterpose_coach::plan::{Dose, Plan, Sides};
use counterpose_coach::planner::STARTER;
use counterpose_coach::planner::first_session;
use counterpose_coach::planner::progress::{History, How, ItemDone, SessionDone};
use counterpose_coach::planner::table::{DIRECTION, FOUND, GOALS, LEAD, NORMAL, SUITS};
use counterpose_coach::precaution::Gate;
use counterpose_coach::routine::{self, Today, Which};
use counterpose_coach::screening::assess;
use counterpose_coach::timeline;
use counterpose_coach::vocabulary::Precaution;
use counterpose_content::library;
use counterpose_quantity::{EffortScore, PainScore, Sided};
use counterpose_testkit::people::{clear_with, known_intake};
use proptest::prelude::*;
use serde_json::{Value, json};

#[allow(clippy::unwrap_used, reason = "a test about nobody must stop")]
fn fixture(name: &str) -> Intake {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../fixtures/intakes/{name}.json"));
    parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[allow(clippy::unwrap_used, reason = "a test about nobody must stop")]
fn plan(person: &Intake) -> Plan {
    check(person, library()).plan.unwrap()
}

/// The rules behind a plan's items.
fn rules(person: &Intake) -> BTreeSet<String> {
    let plan = plan(person);
    plan.items.iter().flat_map(|item| &item.because).map(|because| because.rule.clone()).collect()
}

fn exercises(plan: &Plan) -> BTreeSet<String> {
    plan.items.iter().map(|item| item.exercise.clone()).collect()
}

/// A person with time, told to have one condition.
fn with_precaution(id: Precaution) -> Intake {
    let settled = json!({"id": id, "side": "left", "weeks": 24, "weeks_since": 60,
        "cleared_by_clinician": true, "symptom_free": true});
    let expecting = matches!(id, Precaution::Pregnancy | Precaution::Postpartum);
    let mut over = json!({"precautions": [settled], "complaint": {"leg_symptoms": "none"},
        "means": {"minutes_per_session": 20}});
    if expecting {
        over["screening"] = json!({"C8": "uncomplicated"});
    }
    clear_with(&over)
}

fn measured(measures: &Value) -> Intake {
    clear_with(&json!({"measures": measures, "means": {"minutes_per_session": 20},
        "complaint": {"leg_symptoms": "none", "duration_weeks": 20}}))
}

fn both(test: &str, left: &Value, right: &Value) -> Value {
    let one = |side: &str, values: &Value| {
        let mut entry = json!({"test": test, "side": side, "method": "phone-inclinometer", "repeats": 3});
        counterpose_testkit::merge::merge(&mut entry, values);
        entry
    };
    json!([one("left", left), one("right", right)])
}

#[test]
fn every_rule_of_the_table_is_held_by_somebody_and_not_by_everybody() {
    let clear = rules(&measured(&json!([])));
    let mut wrong = Vec::new();
    let mut expect = |rule: &str, person: &Intake| {
        if !rules(person).contains(rule) {
            wrong.push(format!("{rule} is not held: {:?}", rules(person)));
        }
        if rule != "lead-general" && clear.contains(rule) {
            wrong.push(format!("{rule} is held by somebody clear"));
        }
    };
    for (precaution, row) in SUITS {
        expect(row.rule, &with_precaution(*precaution));
    }
    for (activity, row) in GOALS {
        let goal = json!([{"activity": "it", "kind": activity}]);
        expect(row.rule, &clear_with(&json!({"goals": goal, "means": {"minutes_per_session": 20}})));
    }
    for (direction, row) in DIRECTION {
        let test = json!([{"test": "repeated-movement", "direction": direction, "effect": "centralised"}]);
        expect(row.rule, &measured(&test));
    }
    let leading = [
        "hairdresser-hip-drops",
        "programmer-front-of-hip",
        "warehouse-back-of-hip",
        "golfer-stiff-hip",
        "taxi-driver-little-time",
        "stiff-all-over",
        "clear-office-worker",
    ];
    for ((_, row), name) in LEAD.iter().zip(leading) {
        expect(row.rule, &fixture(name));
    }
    expect("nerve-signs", &fixture("sciatica-arching-eases"));
    expect("measured-short", &fixture("programmer-front-of-hip"));
    expect("sides-differ", &fixture("warehouse-back-of-hip"));
    expect("you-like-it", &fixture("does-not-want-to-lie-down"));
    let found = [
        json!([{"test": "sit-to-stand-30s", "count": 8, "method": "stopwatch"}]),
        both("single-leg-stance", &json!({"seconds": 40}), &json!({"seconds": 10})),
        both("single-leg-stance", &json!({"pelvic_drop_deg": 12}), &json!({"pelvic_drop_deg": 1})),
        json!([{"test": "side-lying-abduction", "side": "left", "score": 0},
            {"test": "side-lying-abduction", "side": "right", "score": 3}]),
    ];
    for ((_, row), measures) in FOUND.iter().zip(&found) {
        expect(row.rule, &measured(measures));
    }
    let normal = [
        both(
            "thomas",
            &json!({"thigh_deg": -12, "pelvis_held": true}),
            &json!({"thigh_deg": -12, "pelvis_held": true}),
        ),
        both(
            "knee-extension-90",
            &json!({"short_of_straight_deg": 10, "felt": "thigh"}),
            &json!({"short_of_straight_deg": 11, "felt": "thigh"}),
        ),
        both(
            "hip-internal-rotation",
            &json!({"deg": 35, "position": "seated"}),
            &json!({"deg": 36, "position": "seated"}),
        ),
    ];
    for ((_, row), measures) in NORMAL.iter().zip(&normal) {
        expect(row.rule, &measured(measures));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_session_is_the_whole_starter_set_in_five_minutes_for_whoever_may_start() {
    let person = fixture("precautions-not-asked");
    let gate = Gate::of(&person, &assess(&person));
    let items = first_session(&person, &gate, library());
    let ids: BTreeSet<&str> = items.iter().map(|item| item.exercise.as_str()).collect();
    assert_eq!(ids, STARTER.into_iter().collect());
    let today = Today { day: 1, which: Which::Morning, worse_side: None };
    let routine = routine::of_items(&items, library(), &today).unwrap();
    let seconds = timeline::compile(&routine, library()).unwrap().duration_ms() / 1000;
    assert!((240..=300).contains(&seconds), "{seconds} s");
}

#[test]
fn without_its_sources_on_one_side_an_item_leaves_the_plan_and_says_so() {
    let person = fixture("warehouse-back-of-hip");
    for item in &plan(&person).items {
        let mut poorer: Library = library().clone();
        for exercise in poorer.exercises.iter_mut().filter(|exercise| exercise.id == item.exercise) {
            exercise.evidence.retain(|evidence| evidence.stance == Stance::For);
        }
        let after = check(&person, &poorer).plan.unwrap();
        assert!(!exercises(&after).contains(&item.exercise), "{} has no source against it", item.exercise);
        assert!(after.left_out.iter().any(|out| out.exercise == item.exercise));
    }
}

#[test]
fn an_answer_taken_back_takes_its_reasons_with_it() {
    let person = fixture("warehouse-back-of-hip");
    let has = |person: &Intake, start: &str| {
        plan(person)
            .items
            .iter()
            .flat_map(|item| &item.because)
            .any(|because| because.from.starts_with(start))
    };
    assert!(has(&person, "answer:goals") && has(&person, "measure:"));
    let without_goals = Intake { goals: Vec::new(), ..person.clone() };
    assert!(!has(&without_goals, "answer:goals") && plan(&without_goals).ladders.is_empty());
    let without_measures = Intake { measures: Vec::new(), ..person };
    assert!(!has(&without_measures, "measure:"));
    let lengthens = |plan: &Plan| {
        plan.items
            .iter()
            .any(|item| library().exercise(&item.exercise).unwrap().purpose == Purpose::Lengthening)
    };
    assert!(!lengthens(&plan(&without_measures)));
}

#[test]
fn who_disagrees_is_led_elsewhere() {
    let person = fixture("hairdresser-hip-drops");
    let leading = check(&person, library()).patterns[0].id;
    let disagreeing = Intake { disagree: vec![leading], ..person };
    let outcome = check(&disagreeing, library());
    assert_ne!(outcome.patterns[0].id, leading);
    assert!(!rules(&disagreeing).contains(&format!("lead-{leading}")));
    assert!(
        outcome.patterns.iter().any(|pattern| pattern.id == leading && pattern.points > 0),
        "it is still shown"
    );
}

fn session(plan: &Plan, how: How, before: i64, after: i64, settled: bool) -> SessionDone {
    let items = plan.items.iter().map(|item| ItemDone { exercise: item.exercise.clone(), how }).collect();
    SessionDone {
        items,
        finished: true,
        pain_before: PainScore::new(before).ok(),
        pain_after: PainScore::new(after).ok(),
        effort: EffortScore::new(5).ok(),
        settled: Some(settled),
    }
}

/// How much one session of an item is.
fn amount(sides: &Sides) -> f64 {
    let of = |dose: &Dose| {
        f64::from(dose.sets.unwrap_or(1))
            * f64::from(dose.repetitions.unwrap_or(1))
            * dose.hold_s.unwrap_or(1.0)
            + dose.duration_s.unwrap_or(0.0)
    };
    match sides {
        Sides::Both { both } => of(both),
        Sides::Each(Sided { left, right }) => of(left) + of(right),
    }
}

#[test]
fn three_green_sessions_change_one_thing_and_two_change_nothing() {
    let person = fixture("warehouse-back-of-hip");
    let before = plan(&person);
    let after = |sessions: usize| {
        let done = vec![session(&before, How::Full, 3, 4, true); sessions];
        check_with(&person, library(), &History::of(done, 0)).plan.unwrap()
    };
    assert_eq!(after(2).items, before.items);
    let changed: Vec<_> = before
        .items
        .iter()
        .zip(&after(3).items)
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect();
    assert_eq!(changed.len(), 1, "one exercise");
    let (a, b) = &changed[0];
    assert!(a.exercise != b.exercise || amount(&b.sides) > amount(&a.sides), "{a:?} {b:?}");
    assert_eq!(after(3).items.len(), before.items.len());
}

#[test]
fn one_red_or_two_amber_step_back_and_one_amber_does_not() {
    let person = fixture("warehouse-back-of-hip");
    let before = plan(&person);
    let after = |rise: i64, sessions: usize| {
        let done = vec![session(&before, How::Full, 2, 2 + rise, true); sessions];
        check_with(&person, library(), &History::of(done, 0)).plan.unwrap()
    };
    let all = |plan: &Plan| plan.items.iter().map(|item| amount(&item.sides)).sum::<f64>();
    assert_eq!(after(3, 1).items, before.items, "one amber");
    assert!(all(&after(3, 2)) < all(&before), "two amber");
    assert!(all(&after(5, 1)) < all(&before), "one red");
}

#[test]
fn four_weeks_without_change_change_the_plan_and_not_only_its_dose() {
    let person = fixture("programmer-front-of-hip");
    let before = check(&person, library());
    let after = check_with(&person, library(), &History::of(Vec::new(), 1));
    assert_ne!(before.patterns[0].id, after.patterns[0].id);
    assert_ne!(exercises(&before.plan.unwrap()), exercises(&after.plan.unwrap()));
}

#[test]
fn the_squeeze_is_offered_after_the_second_session_and_a_second_habit_after_the_third() {
    let person = fixture("taxi-driver-little-time");
    let habits = |sessions: usize| {
        let done = vec![SessionDone { finished: true, ..SessionDone::default() }; sessions];
        let plan = check_with(&person, library(), &History::of(done, 0)).plan.unwrap();
        plan.habits.into_iter().map(|habit| habit.id).collect::<Vec<_>>()
    };
    assert_eq!(habits(0), ["drive-setup"]);
    assert_eq!(habits(1), ["drive-setup"]);
    assert_eq!(habits(2), ["drive-setup", "glute-squeeze"]);
    assert_eq!(habits(3).len(), 3);
}

fn how() -> impl Strategy<Value = How> {
    proptest::sample::select(
        &[How::Full, How::Full, How::Full, How::Less, How::Skipped, How::Stopped, How::Spread][..],
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn whatever_was_done_the_plan_stays_open_within_the_minutes_and_whole(
        person in known_intake(),
        done in proptest::collection::vec((how(), 0_i64..8, 0_i64..8, any::<Option<bool>>()), 0..14),
        without_change in 0_u8..3,
    ) {
        let Some(before) = check(&person, library()).plan else { return Ok(()) };
        let sessions = done.into_iter().map(|(how, pain, after, settled)| SessionDone {
            settled,
            ..session(&before, how, pain, after, true)
        }).collect();
        let history = History::of(sessions, without_change);
        let plan = check_with(&person, library(), &history).plan.unwrap();
        let gate = Gate::of(&person, &assess(&person));
        let mut seen = BTreeSet::new();
        for item in &plan.items {
            let exercise = library().exercise(&item.exercise).unwrap();
            prop_assert!(gate.shuts_way(exercise, item.variant.as_deref()).is_none(), "{} is shut", item.exercise);
            prop_assert!(!item.because.is_empty());
            prop_assert!(seen.insert(item.exercise.clone()), "{} stands twice", item.exercise);
            prop_assert!(!history.swapped.contains(&item.exercise), "{} was swapped", item.exercise);
        }
        prop_assert!(plan.items.len() <= 5);
        if let Some(minutes) = person.means.as_ref().and_then(|means| means.minutes_per_session) {
            prop_assert!(plan.minutes_per_session <= minutes.get(), "{} of {}", plan.minutes_per_session, minutes.get());
        }
    }
}

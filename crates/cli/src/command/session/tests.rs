//! The session on the command line: the contract for machines, the table for people, the gates.

use counterpose_coach::intake::Intake;
use counterpose_coach::routine::{of_exercises, usual_sides};
use counterpose_content::Locale;

use super::*;

/// Everything answered no, nothing to take care with.
const FINE: &str = r#"{"person": {"age": 42, "sex": "male"}, "precautions": PRECAUTIONS,
    "screening": {"E1": false, "E2": false, "E3": false, "E4": false, "E5": "no", "E6": false, "E7": false,
    "E8": false, "E9": false, "E10": "no", "E12": false, "S1": "no", "S2": "no", "S3": false, "S4": "no",
    "S5": false, "S6": false, "S7": false, "S8": false, "S9": false, "C7": false, "C10": false, "P1": false}}"#;

fn intake(precautions: &str) -> Intake {
    intake::parse(&FINE.replace("PRECAUTIONS", precautions)).unwrap()
}

fn everything() -> (Routine, Timeline) {
    let library = counterpose_content::library();
    let ids: Vec<(&str, Option<&str>)> = library.exercises.iter().map(|e| (e.id.as_str(), None)).collect();
    let today = Today { day: 3, which: Which::Evening, worse_side: Some(Side::Right) };
    let routine = of_exercises(&ids, library, &today).unwrap();
    let timeline = timeline::compile(&routine, library).unwrap();
    (routine, timeline)
}

#[test]
fn the_json_holds_the_contract_and_no_key_more() {
    let (routine, timeline) = everything();
    let mut out = Vec::new();
    write_json(&mut out, &printed(&routine, &timeline, &Texts::new(Locale::English))).unwrap();
    let printed: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&printed), ["day", "duration_s", "steps", "which"]);
    assert_eq!((printed["day"].as_u64(), printed["which"].as_str()), (Some(3), Some("evening")));
    let mut at_s = 0.0;
    for step in printed["steps"].as_array().unwrap() {
        assert_eq!(keys(step), ["at_s", "cue", "exercise", "for_s", "kind", "repetition", "set", "side"]);
        assert!((step["at_s"].as_f64().unwrap() - at_s).abs() < 1e-9);
        at_s += step["for_s"].as_f64().unwrap();
        assert!(!step["cue"].as_str().unwrap().contains('⟦'));
    }
    assert!((printed["duration_s"].as_f64().unwrap() - at_s).abs() < 1e-6);
}

#[test]
fn no_line_of_the_table_is_wider_than_eighty_and_every_exercise_is_in_it() {
    let (routine, timeline) = everything();
    let texts = Texts::new(Locale::English);
    let mut out = Vec::new();
    table::write(&mut out, &routine, &timeline, &texts).unwrap();
    let shown = String::from_utf8(out).unwrap();
    for line in shown.lines() {
        assert!(line.chars().count() <= table::WIDTH, "{line}");
        assert!(!line.ends_with(' ') && !line.contains('⟦'), "{line:?}");
    }
    for item in &routine.items {
        let name = texts.get(&format!("{}-name", item.exercise));
        let squeezed = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed.contains(&name), "{name}");
    }
}

#[test]
fn chosen_exercises_pass_the_gates_of_the_intake() {
    let library = counterpose_content::library();
    let texts = Texts::new(Locale::English);
    let open = ["sit-to-stand".to_owned(), " seated-glute-squeeze".to_owned()];
    let ways = chosen(&open, &intake("[]"), library, &texts).unwrap();
    assert_eq!(ways, [("sit-to-stand", None), ("seated-glute-squeeze", None)]);
    // Whatever asks something of the body is shut while the precautions are not known.
    let unknown = intake::parse("{\"screening\": {}}").unwrap();
    for exercise in library.exercises.iter().filter(|exercise| !exercise.tags.is_empty()) {
        let refused = chosen(std::slice::from_ref(&exercise.id), &unknown, library, &texts).unwrap_err();
        assert!(refused.to_string().starts_with(&format!("\"{}\" is not for this person now", exercise.id)));
    }
}

#[test]
fn a_stop_gives_no_steps_and_says_which() {
    let arguments = Arguments {
        intake: "-".into(),
        day: 1,
        which: WhichArgument::Morning,
        exercises: Vec::new(),
        json: true,
    };
    let library = counterpose_content::library();
    for (answers, expected) in
        [("{\"screening\": {\"E1\": true}}", "emergency"), ("{\"screening\": {}}", "unanswered")]
    {
        let outcome = check(&intake::parse(answers).unwrap(), library);
        assert!(outcome.plan.is_none());
        let nothing = stopped(&arguments, &outcome);
        assert_eq!((nothing.stopped_by, nothing.steps.len()), (Some(expected), 0));
    }
}

#[test]
fn repetitions_share_a_row_and_sets_do_not() {
    let library = counterpose_content::library();
    let exercise = library.exercise("sit-to-stand").unwrap();
    let today = Today { day: 1, which: Which::Morning, worse_side: None };
    let mut routine = of_exercises(&[("sit-to-stand", None)], library, &today).unwrap();
    let mut sides = usual_sides(exercise);
    if let counterpose_coach::plan::Sides::Both { both } = &mut sides {
        (both.sets, both.repetitions) = (Some(2), Some(4));
    }
    routine.items[0].sides = sides;
    let timeline = timeline::compile(&routine, library).unwrap();
    let mut out = Vec::new();
    table::write(&mut out, &routine, &timeline, &Texts::new(Locale::English)).unwrap();
    assert_eq!(String::from_utf8(out).unwrap().matches("4 × ").count(), 2);
}

#[test]
fn the_first_day_begins_with_the_starter_set_on_a_chair_and_the_plan_follows() {
    let library = counterpose_content::library();
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/intakes/clear-driver-one-sided.json"
    ));
    let intake = intake::parse(&text.unwrap()).unwrap();
    let plan = check(&intake, library).plan.unwrap();
    let on = |day| {
        let today = Today { day, which: Which::Morning, worse_side: None };
        of_day(&plan, &intake, library, &today).unwrap()
    };
    let first = on(1);
    let starter: Vec<&str> = counterpose_coach::planner::STARTER.to_vec();
    assert!(first.items.iter().all(|item| starter.contains(&item.exercise.as_str())));
    assert!(timeline::compile(&first, library).unwrap().duration_ms() <= 5 * 60_000);
    let planned = |id: &str| plan.items.iter().any(|item| item.exercise == id);
    assert!(on(2).items.iter().all(|item| planned(&item.exercise)));
}

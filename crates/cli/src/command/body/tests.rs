//! The batch contract, and that no bytes can bring a parser down.

use std::path::Path;

use counterpose_body::muscle::read as read_muscles;
use counterpose_body::{human, parse};
use counterpose_testkit::fuzz::{Target, replay};
use serde_json::{Value, json};

use super::{lengths, line};
use crate::outcome::Outcome;

fn answers(input: &str) -> (Outcome, Vec<Value>) {
    let mut output = Vec::new();
    let outcome = lengths::batch(input.as_bytes(), &mut output).unwrap();
    let lines = String::from_utf8(output).unwrap();
    (outcome, lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn one_pose_a_line_gives_one_answer_a_line() {
    let (outcome, lines) = answers(concat!(
        r#"{"id": 7, "coordinates": {}}"#,
        "\n\n",
        r#"{"coordinates": {"hip_flexion_r": 1.5, "knee_angle_r": 1.2, "knee_angle_r_beta": 1.2}}"#,
        "\n",
    ));
    assert_eq!((outcome, lines.len()), (Outcome::Done, 2));
    assert_eq!(lines[0]["id"], 7);
    assert_eq!(lines[1]["id"], Value::Null);
    let length = |i: usize, muscle: &str| lines[i]["lengths"][muscle].as_f64().unwrap();
    // Standing, by the reference software.
    assert!((length(0, "bflh_r") - 0.395_226_958_734_140_8).abs() < 1e-9);
    assert!((length(0, "piri_l") - length(0, "piri_r")).abs() < 1e-12);
    assert!(length(1, "bflh_r") > length(0, "bflh_r"));
    assert!(lines[0]["moment_arms"]["hip_flexion_r"]["iliacus_r"].as_f64().unwrap() > 0.04);
    assert_eq!(lines[0]["moment_arms"]["hip_flexion_r"]["iliacus_l"], Value::Null);
    let pelvis = &lines[0]["bodies_in_ground"]["pelvis"];
    assert_eq!(pelvis, &json!([[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]]));
}

#[test]
fn outside_its_interval_a_muscle_has_a_reason_and_no_number() {
    let (_, lines) = answers(r#"{"coordinates": {"hip_flexion_r": 2.0}}"#);
    assert_eq!(lines[0]["lengths"]["iliacus_r"], Value::Null);
    assert_eq!(lines[0]["moment_arms"]["hip_flexion_r"]["iliacus_r"], Value::Null);
    let refused = &lines[0]["not_valid"]["iliacus_r"];
    assert_eq!(refused["coordinate"], "hip_flexion_r");
    assert!(refused["why"].as_str().unwrap().contains("hip flexion"));
    assert!(lines[0]["lengths"]["iliacus_l"].is_number());
}

#[test]
fn a_bad_line_answers_in_its_place_and_the_others_go_on() {
    let (outcome, lines) = answers(concat!(
        r#"{"id": "a"}"#,
        "\n",
        r#"{"coordinates": {"hip_flexion_r": 9}}"#,
        "\n",
        r#"{"coordinates": {"hip_flexon_r": 0}}"#,
        "\n",
        r#"{"coordinates": {"knee_angle_r": 1, "knee_angle_r_beta": 0.5}}"#,
        "\n",
        r#"{"coordinate": {}}"#,
        "\nnot json\n[]\n",
        r#"{"coordinates": {"hip_flexion_r": "much"}}"#,
        "\n",
        r#"{"id": "z"}"#,
    ));
    assert_eq!((outcome, lines.len()), (Outcome::BadInput, 9));
    assert_eq!((&lines[0]["id"], &lines[8]["id"]), (&json!("a"), &json!("z")));
    let error = |i: usize| {
        assert_eq!(lines[i]["line"], i + 1);
        (lines[i]["error"]["path"].as_str().unwrap(), lines[i]["error"]["message"].as_str().unwrap())
    };
    assert_eq!(error(1).0, "coordinates.hip_flexion_r");
    assert!(error(1).1.contains("range -0.87 to 2.61799"), "{}", error(1).1);
    assert!(error(2).1.contains("did you mean `hip_flexion_r`"));
    assert!(error(3).1.contains("follows `knee_angle_r`"));
    assert_eq!(error(4).0, "coordinate");
    assert_eq!((error(5).0, error(6).0), ("", ""));
    assert!(error(7).1.contains("must be a number"));
}

/// A model file: read or refused, and what is read can be placed.
fn model_file(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    if let Ok(model) = parse(text) {
        let pose = counterpose_body::Pose::zero(&model);
        assert_eq!(counterpose_body::place(&model, &pose).frames().len(), model.joints().len());
    }
}

/// A file of muscles on the built-in bones: read or refused, and what is read can be measured.
fn muscle_file(bytes: &[u8]) {
    use counterpose_body::muscle::{Wanted, measure};
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    if let Ok(muscles) = read_muscles(human(), text) {
        let pose = counterpose_body::Pose::zero(human());
        let found = measure(&muscles, &pose, Wanted::MomentArms);
        assert_eq!(found.muscles().count(), muscles.muscles().len());
    }
}

/// A pose line: read or refused, and what is read is within its ranges.
fn pose_line(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    if let Ok((_, pose)) = line::read(text) {
        for coordinate in human().coordinates().iter().filter(|coordinate| coordinate.coupling.is_none()) {
            let value = pose.get(human(), &coordinate.name).unwrap();
            assert!((coordinate.min..=coordinate.max).contains(&value), "{} is {value}", coordinate.name);
        }
    }
}

#[test]
fn no_bytes_bring_a_parser_down() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz");
    let targets: [(&str, Target); 3] =
        [("model-file", model_file), ("muscle-file", muscle_file), ("pose-line", pose_line)];
    let longer = std::env::var("COUNTERPOSE_FUZZ_COPIES").ok().and_then(|copies| copies.parse().ok());
    for (name, target) in targets {
        let seen = replay(&corpus.join(name), target, longer.unwrap_or(2000)).unwrap();
        assert!(seen > 2000 || longer.is_some());
    }
}

//! The real library against the real table of precautions: what must be shut is shut in every way of doing it, and
//! what a person with that condition is meant to keep stays open.

use std::collections::BTreeSet;

use counterpose_coach::intake::{Intake, parse};
use counterpose_coach::precaution::Gate;
use counterpose_coach::screening::assess;

use crate::check::STARTER_SET;
use crate::library;

/// What one person may not do, and what they keep; `a:b` is the way `b` of doing `a`, `a:` the plain way.
struct Case {
    /// The precautions and what goes with them, as in an intake.
    person: &'static str,
    shut: &'static [&'static str],
    open: &'static [&'static str],
}

const POSTERIOR: &str = r#""precautions": [{"id": "hip-replacement-posterior", "side": "left", "weeks_since": 60,
    "cleared_by_clinician": true, "symptom_free": true}]"#;
const ANTERIOR: &str = r#""precautions": [{"id": "hip-replacement-anterior", "side": "left", "weeks_since": 60,
    "cleared_by_clinician": true, "symptom_free": true}]"#;
const FUSION: &str = r#""precautions": [{"id": "spinal-fusion", "weeks_since": 60, "cleared_by_clinician": true,
    "symptom_free": false}]"#;
const DISC: &str =
    r#""precautions": [{"id": "disc-radiculopathy"}], "complaint": {"leg_symptoms": "below-knee-tingling"}"#;
const PREGNANT: &str = r#""precautions": [{"id": "pregnancy", "weeks": 24}]"#;

#[rustfmt::skip]
const CASES: &[Case] = &[
    Case { person: POSTERIOR,
        shut: &["pigeon", "ninety-ninety-forward-lean", "ninety-ninety-lean-back", "ninety-ninety-switch",
            "supine-figure-four", "seated-figure-four", "single-knee-to-chest", "double-knee-to-chest", "childs-pose",
            "quadruped-rock-back", "adductor-rock-back", "seated-forward-fold", "supine-internal-rotation-drop",
            "clamshell:"],
        open: &["glute-bridge:", "side-lying-hip-abduction:", "clamshell:pillow", "half-kneeling-hip-flexor-stretch:"] },
    Case { person: ANTERIOR,
        shut: &["half-kneeling-hip-flexor-stretch", "couch-stretch", "supine-heel-slide", "prone-hip-extension",
            "prone-press-up", "standing-back-bend", "split-squat", "pigeon"],
        open: &["step-up:", "seated-figure-four:", "clamshell:"] },
    Case { person: r#""precautions": [{"id": "osteoporosis"}]"#,
        shut: &["seated-forward-fold", "double-knee-to-chest", "curl-up", "childs-pose", "ninety-ninety-lean-back",
            "ninety-ninety-switch", "cat-camel:", "cat-camel:round-half"],
        open: &["hip-hinge:", "bird-dog:", "cat-camel:arch-half", "single-leg-balance:", "prone-hip-extension:"] },
    Case { person: DISC,
        shut: &["seated-forward-fold", "double-knee-to-chest", "supine-figure-four", "seated-figure-four", "pigeon",
            "hamstring-strap-stretch", "active-knee-extension", "childs-pose", "curl-up"],
        open: &["hip-hinge:", "bird-dog:", "sciatic-slider:", "cued-walking:", "prone-press-up:"] },
    Case { person: r#""precautions": [{"id": "spinal-stenosis"}]"#,
        shut: &["prone-press-up", "standing-back-bend", "prone-hip-extension", "couch-stretch", "supine-heel-slide:",
            "supine-heel-slide:block", "cat-camel:arch-half"],
        open: &["supine-heel-slide:flat", "single-knee-to-chest:", "childs-pose:", "cat-camel:round-half",
            "half-kneeling-hip-flexor-stretch:"] },
    Case { person: r#""precautions": [{"id": "spondylolisthesis"}]"#,
        shut: &["prone-press-up", "standing-back-bend", "prone-hip-extension", "couch-stretch", "supine-heel-slide:",
            "supine-heel-slide:block"],
        open: &["supine-heel-slide:flat", "dead-bug:", "side-plank:", "hamstring-strap-stretch:"] },
    Case { person: r#""precautions": [{"id": "fai-labral", "side": "right"}]"#,
        shut: &["pigeon", "ninety-ninety-forward-lean", "ninety-ninety-lean-back", "ninety-ninety-switch",
            "double-knee-to-chest", "adductor-rock-back"],
        open: &["glute-bridge:", "clamshell:pillow", "hip-hinge:", "half-kneeling-hip-flexor-stretch:"] },
    Case { person: r#""precautions": [{"id": "pelvic-girdle-pain"}]"#,
        shut: &["hip-hitch", "step-up", "single-leg-bridge", "banded-side-step", "split-squat",
            "half-kneeling-hip-flexor-stretch", "pigeon", "single-leg-balance", "copenhagen-plank",
            "adductor-rock-back"],
        open: &["adductor-squeeze:", "glute-bridge:", "pelvic-tilt:"] },
    Case { person: r#""precautions": [{"id": "knee-problem", "side": "left"}]"#,
        shut: &["couch-stretch", "pigeon", "ninety-ninety-forward-lean", "ninety-ninety-lean-back",
            "ninety-ninety-switch"],
        open: &["side-lying-quad-stretch:", "supine-heel-slide:", "supine-figure-four:", "hip-hinge:"] },
    Case { person: FUSION,
        shut: &["ninety-ninety-lean-back", "ninety-ninety-switch", "open-book", "seated-forward-fold",
            "double-knee-to-chest", "prone-press-up", "standing-back-bend"],
        open: &["ninety-ninety-forward-lean:", "supine-figure-four:", "glute-bridge:", "hip-hinge:wall-tap",
            "half-kneeling-hip-flexor-stretch:", "bird-dog:leg-only"] },
    Case { person: r#""precautions": [{"id": "anticoagulants"}]"#,
        shut: &["ball-release-glutes"],
        open: &["glute-bridge:", "hamstring-strap-stretch:", "childs-pose:"] },
    Case { person: PREGNANT,
        shut: &["prone-press-up", "prone-hip-extension", "curl-up", "glute-bridge", "supine-figure-four",
            "supine-heel-slide", "dead-bug", "hamstring-strap-stretch", "diaphragmatic-breathing:"],
        open: &["clamshell:", "quadruped-rock-back:", "adductor-squeeze:seated", "diaphragmatic-breathing:seated",
            "seated-figure-four:"] },
    Case { person: r#""precautions": [{"id": "hypermobility"}]"#,
        shut: &["pigeon", "ninety-ninety-lean-back", "couch-stretch", "seated-forward-fold:"],
        open: &["glute-bridge:", "clamshell:", "side-lying-hip-abduction:", "bird-dog:", "calf-stretch:knee-to-wall"] },
    Case { person: r#""precautions": [{"id": "hip-osteoarthritis", "side": "right"}]"#,
        shut: &["pigeon", "ninety-ninety-lean-back", "supine-internal-rotation-drop"],
        open: &["glute-bridge:", "clamshell:", "step-up:", "side-lying-hip-abduction:"] },
    Case { person: r#""precautions": [{"id": "poor-balance"}]"#,
        shut: &["single-leg-balance:", "single-leg-balance:eyes-moving", "hip-hitch:", "step-up:"],
        open: &["single-leg-balance:hand-on-wall", "step-up:low-with-rail", "hip-hitch:both-hands"] },
    Case { person: r#""precautions": [{"id": "postpartum", "weeks_since": 6}]"#,
        shut: &["curl-up", "copenhagen-plank:", "side-plank:feet"],
        open: &["glute-bridge:", "clamshell:", "diaphragmatic-breathing:"] },
    Case { person: r#""precautions": [{"id": "recent-surgery", "weeks_since": 20, "cleared_by_clinician": true}]"#,
        shut: &["curl-up:", "copenhagen-plank:"],
        open: &["glute-bridge:", "diaphragmatic-breathing:"] },
];

fn intake(person: &str) -> Intake {
    let comma = if person.is_empty() { "" } else { ", " };
    parse(&format!(r#"{{"format": 1, "person": {{"age": 45}}, "screening": {{"C4": "no"}}{comma}{person}}}"#))
        .unwrap()
}

fn gate(intake: &Intake) -> Gate {
    Gate::of(intake, &assess(intake))
}

/// The ways meant by a name: all of them, or the one after the colon.
fn ways(name: &str) -> Vec<(&str, Option<&str>)> {
    match name.split_once(':') {
        Some((id, "")) => vec![(id, None)],
        Some((id, variant)) => {
            assert!(library().exercise(id).unwrap().variants.iter().any(|v| v.id == variant), "{name}");
            vec![(id, Some(variant))]
        }
        None => {
            let exercise = library().exercise(name).unwrap_or_else(|| panic!("{name}"));
            let variants = exercise.variants.iter().map(|variant| (name, Some(variant.id.as_str())));
            core::iter::once((name, None)).chain(variants).collect()
        }
    }
}

fn is_shut(gate: &Gate, (id, variant): (&str, Option<&str>)) -> bool {
    gate.shuts_way(library().exercise(id).unwrap(), variant).is_some()
}

#[test]
fn what_must_be_shut_is_shut_and_what_is_meant_to_stay_is_open() {
    let mut wrong = Vec::new();
    for case in CASES {
        let intake = intake(case.person);
        let gate = gate(&intake);
        let shut = case.shut.iter().flat_map(|name| ways(name)).map(|way| (way, true));
        let open = case.open.iter().flat_map(|name| ways(name)).map(|way| (way, false));
        for (way, wanted) in shut.chain(open) {
            if is_shut(&gate, way) != wanted {
                wrong.push(format!(
                    "{}: {way:?} should be {}",
                    case.person,
                    if wanted { "shut" } else { "open" }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_cleared_and_symptom_free_fusion_opens_turning_again() {
    let person = FUSION.replace("false", "true");
    let intake = intake(&person);
    assert!(!is_shut(&gate(&intake), ("ninety-ninety-lean-back", None)));
}

#[test]
fn both_lists_of_the_starter_set_agree() {
    let ours: BTreeSet<&str> = STARTER_SET.into_iter().collect();
    assert_eq!(ours, counterpose_coach::planner::STARTER.into_iter().collect());
}

#[test]
fn massage_is_shut_with_blood_thinners() {
    let intake = intake(r#""precautions": [{"id": "anticoagulants"}]"#);
    let massage = library().habit("massage").unwrap();
    assert!(gate(&intake).shuts(&massage.tags).is_some());
}

#[test]
fn the_starter_set_is_open_to_everybody_and_with_nothing_known_only_what_asks_nothing_is() {
    let unknown = intake("");
    let unknown_gate = gate(&unknown);
    let people = CASES.iter().map(|case| gate(&intake(case.person))).chain([unknown_gate.clone()]);
    for gate in people {
        for id in STARTER_SET {
            for way in ways(id) {
                assert!(!is_shut(&gate, way), "{way:?}");
            }
        }
    }
    let open = library().exercises.iter().filter(|exercise| {
        let mut all = ways(&exercise.id).into_iter().chain([(exercise.id.as_str(), None)]);
        all.any(|way| !is_shut(&unknown_gate, way))
    });
    let open: BTreeSet<&str> = open.map(|exercise| exercise.id.as_str()).collect();
    assert_eq!(open, BTreeSet::from(STARTER_SET));
}

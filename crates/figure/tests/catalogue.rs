//! Every key pose of the library stands on its floor and draws.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;

use counterpose_body::envelope::parts;
use counterpose_body::{
    CLINICAL, Placement, Status, Vector, Way, clinical_value, human, place, settle_between,
};
use counterpose_content::{Exercise, Locale, Texts, library, poses};
use counterpose_figure::{Labels, Stage, pose_svg, sentence};
use counterpose_quantity::Side;

/// Metres by which anything may sink into the floor, or a contact be off.
const OFF_M: f64 = 0.02;
/// Metres that a point of the body may travel in a sixteenth of a movement before it jumps, where it does not travel
/// far on the whole; and else how many times its mean pace.
const JUMP_M: f64 = 0.12;
const JUMP_PACES: f64 = 3.0;
/// Degrees by which a settled joint may pass the range a key pose may be written in.
const PAST_DEG: f64 = 1.0;

fn each_stage(mut look: impl FnMut(&Exercise, &Stage)) {
    for exercise in &library().exercises {
        let stage = Stage::of(poses(&exercise.id).unwrap()).unwrap();
        look(exercise, &stage);
    }
}

/// The height of the lowest point of the body.
fn lowest(placement: &Placement) -> f64 {
    let up = Vector::new(0.0, 1.0, 0.0);
    let balls = parts().iter().flat_map(|part| &part.balls);
    balls.map(|ball| ball.centre_in(placement).y - ball.reach(placement, up)).fold(f64::MAX, f64::min)
}

/// Every movement of an exercise in each of its ways: the way, the phase, and the two key poses.
fn movements(exercise: &Exercise) -> Vec<(String, &str, &str)> {
    let ways = exercise.variants.iter().map(|variant| Some(variant.id.as_str())).chain([None]);
    let mut movements = Vec::new();
    for way in ways {
        for phase in &exercise.phases {
            let from = exercise.pose_of(way, &phase.from);
            for to in [Some(&phase.to), phase.to_other.as_ref()].into_iter().flatten() {
                let name = format!("{} {} {}", exercise.id, way.unwrap_or("plain"), phase.id);
                movements.push((name, from, exercise.pose_of(way, to)));
            }
        }
    }
    movements
}

#[test]
fn every_key_pose_settles_with_its_contacts_held() {
    let mut wrong = Vec::new();
    each_stage(|exercise, stage| {
        for (name, placed) in stage.poses() {
            let found = &placed.found;
            if found.status != Status::Settled || found.residual_m > OFF_M {
                let off_mm = found.residual_m * 1000.0;
                wrong.push(format!("{} {name}: {:?}, {off_mm:.0} mm off", exercise.id, found.status));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What touches the floor is on it; what hangs in the air touches something that carries it.
#[test]
fn no_key_pose_floats() {
    each_stage(|exercise, stage| {
        for (name, placed) in stage.poses() {
            let id = &exercise.id;
            let carried: Vec<&String> = placed.key.contacts.values().collect();
            let low = lowest(&place(human(), &placed.found.pose));
            if carried.iter().any(|on| *on == "floor") {
                assert!(low < OFF_M, "{id} {name} floats {:.0} mm over the floor", low * 1000.0);
            } else {
                let held = carried.iter().any(|on| matches!(on.as_str(), "seat" | "step" | "block"));
                assert!(held, "{id} {name} stands on nothing: {carried:?}");
            }
        }
    });
}

#[test]
fn no_joint_passes_the_range_a_pose_may_be_written_in() {
    each_stage(|exercise, stage| {
        for (name, placed) in stage.poses() {
            for entry in &CLINICAL {
                for full in entry.full_names() {
                    let value = clinical_value(human(), &placed.found.pose, &full).unwrap();
                    let fits = (entry.min - PAST_DEG..=entry.max + PAST_DEG).contains(&value);
                    assert!(fits, "{} {name}: {full} is {value:.0}", exercise.id);
                }
            }
        }
    });
}

#[test]
fn nothing_goes_through_the_floor_or_jumps_even_between_key_poses() {
    let model = human();
    let mut wrong = Vec::new();
    each_stage(|exercise, stage| {
        let find = |wanted: &str| stage.poses().find(|(name, _)| *name == wanted).unwrap().1;
        let mut seen = BTreeSet::new();
        for (name, from, to) in movements(exercise) {
            if from == to || !seen.insert((from, to)) {
                continue;
            }
            let (start, end) = (find(from), find(to));
            let via = end.key.via.as_deref().map(find);
            let mut moments: Vec<Placement> = Vec::new();
            for step in 0..=16 {
                let found = settle_between(model, Way { from: start, via, to: end }, f64::from(step) / 16.0);
                let placement = place(model, &found.pose);
                let (low, off) = (lowest(&placement), found.residual_m);
                if low < -OFF_M || off > OFF_M {
                    let (low, off) = (low * 1000.0, off * 1000.0);
                    wrong.push(format!("{name} at {step}/16: lowest {low:.0} mm, contact {off:.0} mm off"));
                }
                moments.push(placement);
            }
            for ball in parts().iter().flat_map(|part| &part.balls) {
                let at: Vec<Vector> = moments.iter().map(|placement| ball.centre_in(placement)).collect();
                let legs: Vec<f64> = at.windows(2).map(|two| (two[1] - two[0]).norm()).collect();
                let (whole, most) = (legs.iter().sum::<f64>(), legs.iter().copied().fold(0.0, f64::max));
                if most > JUMP_M.max(JUMP_PACES * whole / 16.0) {
                    wrong.push(format!("{name}: jumps {:.0} mm of {:.0}", most * 1000.0, whole * 1000.0));
                    break;
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every pose says at least how the body lies or stands, each with its own words where its picture differs in what
/// touches what, and the left is the right with the sides swapped.
#[test]
fn every_key_pose_is_told_in_words_and_mirrored_right() {
    let texts = Texts::new(Locale::English);
    let swap = |text: &str| text.replace("left", "l#ft").replace("right", "left").replace("l#ft", "right");
    // "right angle" is no side.
    let plain = |text: String| text.replace("right angle", "square");
    each_stage(|exercise, stage| {
        for (name, _) in stage.poses() {
            let say = |side| plain(sentence(&texts, &stage.words(name, Some(side))));
            let (right, left) = (say(Side::Right), say(Side::Left));
            let id = &exercise.id;
            assert!(right.len() > 20 && right.ends_with('.'), "{id} {name}: {right}");
            assert!(!right.contains('\u{27e6}'), "{id} {name}: {right}");
            let mut words: Vec<&str> = right.split([' ', ',', '.']).collect();
            let swapped = swap(&left);
            let mut others: Vec<&str> = swapped.split([' ', ',', '.']).collect();
            words.sort_unstable();
            others.sort_unstable();
            assert_eq!(words, others, "{id} {name}");
        }
    });
}

#[test]
fn the_words_of_a_pose_name_what_one_sees() {
    let texts = Texts::new(Locale::English);
    let say = |id: &str, pose: &str| {
        let stage = Stage::of(poses(id).unwrap()).unwrap();
        sentence(&texts, &stage.words(pose, Some(Side::Left)))
    };
    for (id, pose, parts) in [
        (
            "supine-figure-four",
            "draw",
            vec!["Lying on your back", "left ankle on the right thigh", "right angle"],
        ),
        ("bird-dog", "reach", vec!["On hands and knees", "right arm stretched past the head"]),
        ("side-plank", "up", vec!["Lying on your left side", "left forearm", "hips lifted"]),
        ("single-leg-balance", "one", vec!["Standing on your left leg", "right knee bent"]),
        ("hip-hinge", "hinge", vec!["Standing", "leaning forward", "both hands on the thighs"]),
        ("childs-pose", "fold", vec!["hips back towards the heels", "back rounded"]),
        ("pigeon", "tall", vec!["Sitting on a block", "right thigh stretched back"]),
        ("prone-press-up", "up", vec!["Lying face down", "chest lifted"]),
        ("calf-stretch", "lean", vec!["Standing with your right foot ahead", "both hands on the wall"]),
        ("hamstring-strap-stretch", "raised", vec!["a strap from the hands round the left foot"]),
        ("walking-programme", "stride", vec!["In mid-step, your left foot in front"]),
    ] {
        let said = say(id, pose);
        for part in parts {
            assert!(said.contains(part), "{id} {pose}: {said} lacks \"{part}\"");
        }
    }
}

#[test]
fn every_key_pose_draws_without_a_style() {
    each_stage(|exercise, stage| {
        let id = &exercise.id;
        for (name, _) in stage.poses() {
            let scene = stage.still(name, Some(Side::Right)).unwrap();
            let labels = Labels { id: "f", title: "A < B", description: "\"quoted\" & so on" };
            let svg = pose_svg(&scene, &labels);
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{id} {name}");
            assert!(!svg.contains("style"), "{id} {name}");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{id} {name}");
            assert!(svg.contains("A &lt; B") && svg.contains("&quot;quoted&quot; &amp; so on"));
            assert!(svg.len() < 45_000, "{id} {name}: {} bytes", svg.len());
        }
        assert!(stage.still("no-such-pose", None).is_none());
    });
}

/// Left, top, right and bottom of the points of each path, in the order of painting, with its class.
fn boxes(svg: &str) -> Vec<(String, [f64; 4])> {
    let mut boxes = Vec::new();
    for path in svg.split("<path class=\"").skip(1) {
        let class = path.split('"').next().unwrap().to_owned();
        let d = path.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut edge = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for piece in d.split(|c: char| c.is_ascii_alphabetic()) {
            let numbers: Vec<f64> = piece.split_whitespace().map(|word| word.parse().unwrap()).collect();
            if let [.., x, y] = numbers.as_slice() {
                edge = [edge[0].min(*x), edge[1].min(*y), edge[2].max(*x), edge[3].max(*y)];
            }
        }
        boxes.push((class, edge));
    }
    boxes
}

/// The picture of one side is the mirror picture of the other: the same shapes in the same order, swapped in place.
/// An outline felt the other way round may start at another of its points, hence the half unit (2.5 mm).
#[test]
fn left_is_right_in_a_mirror() {
    each_stage(|exercise, stage| {
        let id = &exercise.id;
        for (name, _) in stage.poses() {
            let draw = |side| boxes(&pose_svg(&stage.still(name, Some(side)).unwrap(), &Labels::default()));
            let (right, mut left) = (draw(Side::Right), draw(Side::Left));
            assert_eq!(right.len(), left.len(), "{id} {name}");
            for (class, a) in &right {
                let mirrors = |(other, b): &(String, [f64; 4])| {
                    let gaps = [a[0] + b[2], a[2] + b[0], a[1] - b[1], a[3] - b[3]];
                    other == class && gaps.iter().all(|gap| gap.abs() < 0.5)
                };
                let found = left.iter().position(mirrors);
                left.remove(found.unwrap_or_else(|| panic!("{id} {name}: no mirror of {class} {a:?}")));
            }
        }
    });
}

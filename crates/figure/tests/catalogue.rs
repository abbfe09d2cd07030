//! Every key pose of the library stands on its floor and draws.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use counterpose_body::envelope::parts;
use counterpose_body::{Status, Vector, Way, human, place, settle_between};
use counterpose_content::{library, poses};
use counterpose_figure::{Labels, Stage, pose_svg};
use counterpose_quantity::Side;

/// Metres by which anything may sink into the floor.
const SINK_M: f64 = 0.02;

/// The first session, whose pictures have been looked at together with those of the founding sources. The other
/// exercises draw, but their poses still wait for a pair of eyes.
const FIRST_SESSION: [&str; 4] =
    ["seated-glute-squeeze", "seated-weight-shift", "sit-to-stand", "walking-programme"];

fn every_id() -> Vec<&'static str> {
    library().exercises.iter().map(|exercise| exercise.id.as_str()).collect()
}

fn looked_at() -> Vec<&'static str> {
    let seen = library()
        .exercises
        .iter()
        .filter(|exercise| !exercise.founding.is_empty() || FIRST_SESSION.contains(&exercise.id.as_str()));
    let seen: Vec<&str> = seen.map(|exercise| exercise.id.as_str()).collect();
    assert!(seen.len() >= 14, "{seen:?}");
    seen
}

fn each_stage(ids: &[&str], mut look: impl FnMut(&str, &Stage)) {
    for id in ids {
        let stage = Stage::of(poses(id).unwrap()).unwrap();
        look(id, &stage);
    }
}

/// The lowest point of the body.
fn lowest(placement: &counterpose_body::Placement) -> f64 {
    let up = Vector::new(0.0, 1.0, 0.0);
    let balls = parts().iter().flat_map(|part| &part.balls);
    balls.map(|ball| ball.centre_in(placement).y - ball.reach(placement, up)).fold(f64::MAX, f64::min)
}

#[test]
fn every_key_pose_settles_with_its_contacts_held() {
    each_stage(&looked_at(), |id, stage| {
        for (name, placed) in stage.poses() {
            assert_eq!(placed.found.status, Status::Settled, "{id} {name}");
            let off = placed.found.residual_m;
            assert!(off < 0.02, "{id} {name}: a contact is {:.0} mm off", off * 1000.0);
        }
    });
}

#[test]
fn nothing_goes_through_the_floor_even_between_key_poses() {
    let model = human();
    for exercise in looked_at().into_iter().filter_map(|id| library().exercise(id)) {
        let stage = Stage::of(poses(&exercise.id).unwrap()).unwrap();
        let find = |wanted: &str| stage.poses().find(|(name, _)| *name == wanted).unwrap().1;
        for phase in &exercise.phases {
            let (from, to) = (find(&phase.from), find(&phase.to));
            let via = to.key.via.as_deref().map(find);
            for step in 0..=8 {
                let pose = settle_between(model, Way { from, via, to }, f64::from(step) / 8.0).pose;
                let low = lowest(&place(model, &pose));
                let (id, phase) = (&exercise.id, &phase.id);
                assert!(low > -SINK_M, "{id} {phase} at {step}/8: {:.0} mm under the floor", -low * 1000.0);
            }
        }
    }
}

#[test]
fn every_key_pose_draws_without_a_style() {
    each_stage(&every_id(), |id, stage| {
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
    each_stage(&every_id(), |id, stage| {
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

//! Body frames against the reference software, and the mirror law.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use counterpose_body::{Pose, Rotation, Vector, human, place};
use proptest::prelude::*;

/// One pose of the golden file; a frame is three rows of four.
#[derive(Default)]
struct Golden {
    name: String,
    coordinates: Vec<(String, f64)>,
    bodies: Vec<(String, Vec<f64>)>,
}

fn golden() -> Vec<Golden> {
    let text = include_str!("../../../fixtures/body/named_frames.txt");
    let mut poses: Vec<Golden> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbers = || words[2..].iter().map(|word| word.parse().unwrap()).collect::<Vec<f64>>();
        match words[0] {
            "pose" => poses.push(Golden { name: words[1].to_owned(), ..Golden::default() }),
            "coordinate" => poses.last_mut().unwrap().coordinates.push((words[1].to_owned(), numbers()[0])),
            "body" => poses.last_mut().unwrap().bodies.push((words[1].to_owned(), numbers())),
            other => panic!("unknown line {other}"),
        }
    }
    poses
}

#[test]
fn body_frames_agree_with_the_reference_software() {
    let model = human();
    let poses = golden();
    assert_eq!(poses.len(), 17);
    let mut worst = 0.0_f64;
    for Golden { name, coordinates, bodies } in &poses {
        let independent = coordinates.iter().filter(|(coordinate, _)| {
            let id = model.coordinate(coordinate).unwrap();
            model.coordinates()[id.index()].coupling.is_none()
        });
        let pose = Pose::of(model, independent.map(|(name, value)| (name.as_str(), *value))).unwrap();
        for (coordinate, value) in coordinates {
            assert!((pose.get(model, coordinate).unwrap() - value).abs() < 1e-12, "{name}: {coordinate}");
        }
        let placement = place(model, &pose);
        // All but the neck, which the source does not know.
        assert_eq!(bodies.len() + 1, model.bodies().count());
        for (body, expected) in bodies {
            let frame = placement.by_name(model, body).unwrap();
            let t = frame.translation;
            for (row, shift) in [t.x, t.y, t.z].into_iter().enumerate() {
                for column in 0..3 {
                    worst = worst.max((frame.rotation.rows[row][column] - expected[row * 4 + column]).abs());
                }
                worst = worst.max((shift - expected[row * 4 + 3]).abs());
            }
            assert!(worst < 1e-12, "{name}, {body}: off by {worst:e}");
        }
    }
}

/// A pose anywhere within the ranges of the model.
fn any_pose() -> impl Strategy<Value = Pose> {
    let model = human();
    proptest::collection::vec(0.0..=1.0_f64, model.coordinates().len()).prop_map(|shares| {
        let free = model.coordinates().iter().zip(&shares).filter(|(c, _)| c.coupling.is_none());
        let named = free.map(|(c, share)| (c.name.as_str(), c.min + share * (c.max - c.min)));
        Pose::of(human(), named).unwrap()
    })
}

fn other_side(name: &str) -> String {
    match (name.strip_suffix("_r"), name.strip_suffix("_l")) {
        (Some(stem), _) => format!("{stem}_l"),
        (_, Some(stem)) => format!("{stem}_r"),
        _ => name.to_owned(),
    }
}

fn mirrored(rotation: &Rotation) -> [[f64; 3]; 3] {
    let mut rows = rotation.rows;
    for (i, row) in rows.iter_mut().enumerate() {
        for (j, cell) in row.iter_mut().enumerate() {
            if (i == 2) != (j == 2) {
                *cell = -*cell;
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Swapping the sides of the pose swaps the sides of what is placed, and nothing else. The source writes the
    /// joint frames of toes and hands with -3.14159 and 1.5708 on both sides, so those agree to six digits only.
    #[test]
    fn a_mirrored_pose_stands_mirrored(pose in any_pose()) {
        let model = human();
        let plain = place(model, &pose);
        let swapped = place(model, &pose.mirrored(model));
        let names: Vec<&str> = model.bodies().collect();
        for name in names {
            let rounded = name.starts_with("toes") || name.starts_with("hand");
            let tolerance = if rounded { 2e-5 } else { 1e-12 };
            let here = plain.by_name(model, name).unwrap();
            let there = swapped.by_name(model, &other_side(name)).unwrap();
            let gap = there.translation - here.translation.mirrored();
            prop_assert!(gap.norm() < tolerance, "{name}: {gap:?}");
            let gaps = there.rotation.rows.iter().flatten().zip(mirrored(&here.rotation).into_iter().flatten());
            for (found, expected) in gaps {
                prop_assert!((found - expected).abs() < tolerance, "{name}");
            }
        }
        prop_assert_eq!(pose.mirrored(model).mirrored(model), pose);
    }

    /// Moving the pelvis moves the whole body as one rigid thing.
    #[test]
    fn moving_the_pelvis_keeps_every_distance(pose in any_pose(), tilt in -1.5..1.5_f64, right in -2.0..2.0_f64) {
        let model = human();
        let mut moved = pose.clone();
        moved.set(model, "pelvis_tilt", tilt).unwrap();
        moved.set(model, "pelvis_tz", right).unwrap();
        let (before, after) = (place(model, &pose), place(model, &moved));
        let at = |p: &counterpose_body::Placement, name: &str| p.by_name(model, name).unwrap().translation;
        for (a, b) in [("calcn_r", "hand_l"), ("head", "toes_l"), ("patella_r", "humerus_r")] {
            let distance = |p: &counterpose_body::Placement| -> Vector { at(p, a) - at(p, b) };
            prop_assert!((distance(&before).norm() - distance(&after).norm()).abs() < 1e-12);
        }
    }
}

//! Lengths and moment arms against the reference software, every difference explained.

use std::collections::BTreeMap;

use counterpose_body::muscle::{self, Musculature, Wanted, measure, muscles, single_wrap};
use counterpose_body::{Vector, human};

use super::reference::{self, Golden};

/// The muscles with every line that starts with `wrap` changed.
fn with_other_wraps(change: impl Fn(&str) -> Option<String>) -> Musculature {
    let text = include_str!("../../../../models/body/muscles.txt");
    let lines = text.lines().filter_map(|line| match line.strip_prefix("wrap ") {
        Some(wrap) => change(wrap).map(|wrap| format!("wrap {wrap}")),
        None => Some(line.to_owned()),
    });
    muscle::read(human(), &lines.collect::<Vec<_>>().join("\n")).unwrap()
}

#[test]
fn lengths_without_a_cylinder_agree_to_a_nanometre() {
    let (names, poses) = reference::lengths();
    let mut compared = 0;
    for Golden { name: pose_name, pose, lengths } in &poses {
        let found = measure(muscles(), pose, Wanted::Lengths);
        for (name, expected) in
            names.iter().zip(lengths).filter(|(name, _)| reference::plain(muscles(), name))
        {
            let gap = found.bare_length(muscles().muscle(name).unwrap()) - expected;
            assert!(gap.abs() < 1e-9, "{name} in {pose_name}: {gap:e} m");
            compared += 1;
        }
    }
    assert_eq!(compared, 233 * 97);
}

#[test]
fn moment_arms_without_a_cylinder_agree_to_a_nanometre() {
    let (_, poses) = reference::lengths();
    for (pose_name, arms) in reference::moment_arms() {
        let golden = poses.iter().find(|golden| golden.name == pose_name).unwrap();
        let found = measure(muscles(), &golden.pose, Wanted::MomentArms);
        for (coordinate, name, expected) in arms {
            let id = human().coordinate(coordinate).unwrap();
            let arms = found.bare_moment_arms(muscles().muscle(name).unwrap());
            let arm = arms.iter().find(|(crossed, _)| *crossed == id).map_or(0.0, |(_, arm)| *arm);
            assert!(
                (arm - expected).abs() < 1e-9,
                "{name} about {coordinate} in {pose_name}: {arm} {expected}"
            );
        }
    }
}

#[test]
fn ways_around_one_cylinder_agree_with_the_exact_geodesic() {
    let wraps = reference::single_wraps();
    assert_eq!(wraps.len(), 1500);
    let vector = |[x, y, z]: [f64; 3]| Vector::new(x, y, z);
    let gap = |wrap: &reference::Wrapped| {
        single_wrap(vector(wrap.first), vector(wrap.second), wrap.radius, wrap.side) - wrap.exact
    };
    let far: Vec<_> = wraps.iter().filter(|wrap| gap(wrap).abs() >= 1e-9).collect();
    // One iliacus in deep flexion has come all the way round in the reference; ours lets go after seven eighths.
    assert_eq!(far.len(), 1);
    assert!(far[0].exact > 0.3 && gap(far[0]) < -0.29, "{}", far[0].exact);
}

/// Why a length around a cylinder may differ from the classic rule of the reference by more than a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Because {
    /// It lets go of the cylinder when an end of the path lies inside; ours shrinks the radius and does not jump.
    LetGo,
    /// It goes around the other side.
    OtherSide,
    /// It mixes points of different rounds of its iteration where there are two cylinders.
    TwoCylinders,
}

/// Every exception: the muscle (both sides), the reason, in how many of 194 cases, and the greatest difference in mm.
const EXCEPTIONS: [(&str, Because, usize, f64); 8] = [
    ("gaslat", Because::TwoCylinders, 11, 1.7),
    ("gasmed", Because::TwoCylinders, 27, 5.6),
    ("glmax1", Because::LetGo, 11, 21.9),
    ("glmax2", Because::LetGo, 1, 1.4),
    ("glmax2", Because::OtherSide, 6, 52.1),
    ("glmax3", Because::OtherSide, 4, 7.7),
    ("iliacus", Because::LetGo, 23, 21.0),
    ("psoas", Because::LetGo, 16, 11.8),
];

#[test]
fn lengths_around_a_cylinder_agree_to_a_millimetre_or_it_is_known_why_not() {
    let straight = with_other_wraps(|_| None);
    let other_side = with_other_wraps(|wrap| {
        let (rest, side) = wrap.rsplit_once(' ').unwrap();
        Some(format!("{rest} {}", if side == "1" { "-1" } else { "1" }))
    });
    let (names, poses) = reference::lengths();
    let (mut within, mut outside) = (0, 0);
    let mut known: BTreeMap<(&str, Because), Vec<f64>> = BTreeMap::new();
    for Golden { name: pose_name, pose, lengths } in &poses {
        let [ours, without, reversed] =
            [muscles(), &straight, &other_side].map(|muscles| measure(muscles, pose, Wanted::Lengths));
        for (name, expected) in
            names.iter().zip(lengths).filter(|(name, _)| !reference::plain(muscles(), name))
        {
            let id = muscles().muscle(name).unwrap();
            let Ok(length) = ours.length(id) else {
                outside += 1;
                continue;
            };
            let gap = length - expected;
            if gap.abs() < 1e-3 {
                within += 1;
                continue;
            }
            let because = if muscles().muscles()[id.index()].cylinders() == 2 {
                Because::TwoCylinders
            } else if (without.bare_length(id) - expected).abs() < 1e-9 {
                Because::LetGo
            } else if (reversed.bare_length(id) - expected).abs() < 1e-3 {
                Because::OtherSide
            } else {
                panic!("{name} in {pose_name} differs by {gap} m and nobody knows why");
            };
            let stem = name.trim_end_matches("_r").trim_end_matches("_l");
            known.entry((stem, because)).or_default().push(gap.abs());
        }
    }
    let listed: Vec<(&str, Because, usize, f64)> = known
        .iter()
        .map(|((stem, because), gaps)| {
            (*stem, *because, gaps.len(), gaps.iter().copied().fold(0.0, f64::max))
        })
        .map(|(stem, because, count, worst)| (stem, because, count, (worst * 1e4).round() / 10.0))
        .collect();
    assert_eq!(listed, EXCEPTIONS);
    assert_eq!((within, outside), (4072, 485));
}

/// The reference's getLength is up to 6 mm off its own path where there are two cylinders; along the path itself both
/// agree, and ours is never longer.
#[test]
fn the_calf_agrees_with_the_reference_along_its_own_path() {
    let (_, poses) = reference::lengths();
    let mut both = 0;
    for (pose_name, rows) in reference::calf() {
        let golden = poses.iter().find(|golden| golden.name == pose_name).unwrap();
        let found = measure(muscles(), &golden.pose, Wanted::Lengths);
        for (name, expected, touched) in rows {
            let Ok(length) = found.length(muscles().muscle(name).unwrap()) else { continue };
            let gap = length - expected;
            assert!((-1e-6..1e-9).contains(&gap), "{name} in {pose_name}: {gap:e} m");
            both += usize::from(touched == 2);
        }
    }
    assert!(both >= 45, "{both} paths touch both cylinders");
}

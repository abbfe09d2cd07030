//! Reads the golden files.

use counterpose_body::muscle::Musculature;
use counterpose_body::{Pose, human};

pub struct Golden {
    pub name: &'static str,
    pub pose: Pose,
    /// In the order of the file's muscles.
    pub lengths: Vec<f64>,
}

/// The name of a pose and its rows.
pub type InPose<T> = (&'static str, Vec<T>);

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

/// The poses with the names and lengths of the muscles.
pub fn lengths() -> (Vec<&'static str>, Vec<Golden>) {
    let mut muscles = Vec::new();
    let mut poses: Vec<Golden> = Vec::new();
    for line in lines(include_str!("../../../../fixtures/body/lengths.txt")) {
        let mut words = line.split(' ').filter(|word| !word.is_empty());
        match words.next().unwrap() {
            "muscles" => muscles = words.collect(),
            "pose" => {
                let name = words.next().unwrap();
                let named = words.map(|word| word.split_once('=').unwrap()).map(|(c, v)| (c, number(v)));
                let pose = Pose::of(human(), named).unwrap();
                poses.push(Golden { name, pose, lengths: Vec::new() });
            }
            "lengths" => poses.last_mut().unwrap().lengths = words.map(number).collect(),
            other => panic!("unknown line {other}"),
        }
    }
    assert_eq!((muscles.len(), poses.len()), (281, 97));
    (muscles, poses)
}

/// For each pose by name: coordinate, muscle, arm.
pub fn moment_arms() -> Vec<InPose<(&'static str, &'static str, f64)>> {
    let mut poses: Vec<(&str, Vec<_>)> = Vec::new();
    for line in lines(include_str!("../../../../fixtures/body/moment_arms.txt")) {
        let mut words = line.split(' ');
        match words.next().unwrap() {
            "pose" => poses.push((words.next().unwrap(), Vec::new())),
            "arms" => {
                let coordinate = words.next().unwrap();
                let arms =
                    words.filter_map(|word| word.split_once('=')).map(|(m, v)| (coordinate, m, number(v)));
                poses.last_mut().unwrap().1.extend(arms);
            }
            other => panic!("unknown line {other}"),
        }
    }
    assert_eq!(poses.len(), 29);
    poses
}

pub struct Wrapped {
    pub first: [f64; 3],
    pub second: [f64; 3],
    pub radius: f64,
    pub side: f64,
    pub exact: f64,
}

/// Ways around one cylinder.
pub fn single_wraps() -> Vec<Wrapped> {
    let read = |line: &str| {
        let n: Vec<f64> = line.split(' ').map(number).collect();
        Wrapped {
            first: [n[0], n[1], n[2]],
            second: [n[3], n[4], n[5]],
            radius: n[6],
            side: n[7],
            exact: n[8],
        }
    };
    lines(include_str!("../../../../fixtures/body/single_wraps.txt")).map(read).collect()
}

/// Whether a muscle goes around no cylinder.
pub fn plain(muscles: &Musculature, name: &str) -> bool {
    muscles.muscles()[muscles.muscle(name).unwrap().index()].cylinders() == 0
}

/// For each pose by name: muscle of the calf, length along the reference's own path, cylinders it touches.
pub fn calf() -> Vec<InPose<(&'static str, f64, usize)>> {
    let mut lines = lines(include_str!("../../../../fixtures/body/calf.txt"));
    let muscles: Vec<&str> = lines.next().unwrap().split(' ').skip(1).collect();
    let read = |line: &'static str| {
        let words: Vec<&str> = line.split(' ').collect();
        let one = |(i, name): (usize, &&'static str)| {
            (*name, number(words[1 + 2 * i]), words[2 + 2 * i].parse().unwrap())
        };
        (words[0], muscles.iter().enumerate().map(one).collect())
    };
    lines.map(read).collect()
}

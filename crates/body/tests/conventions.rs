//! Every example of docs/conventions.md, done.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use counterpose_body::{Pose, human, place};

const TEXT: &str = include_str!("../../../docs/conventions.md");

/// The cells of every row of the table whose head holds these words.
fn rows(head: &str) -> Vec<Vec<&'static str>> {
    let table = TEXT.split("\n\n").find(|block| block.starts_with('|') && block.contains(head)).unwrap();
    let cells = |line: &'static str| {
        line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect()
    };
    table.lines().skip(2).map(cells).collect()
}

#[test]
fn every_sign_in_the_table_is_what_the_model_does() {
    let model = human();
    let examples = rows("it goes");
    assert!(examples.len() >= 20);
    for row in examples {
        let [coordinate, degrees, bone, direction] = row[..] else { panic!("{row:?}") };
        let angle = degrees.parse::<f64>().unwrap().to_radians();
        let pose = Pose::of(model, [(coordinate, angle)]).unwrap();
        let at = |pose: &Pose| place(model, pose).by_name(model, bone).unwrap().translation;
        let moved = at(&pose) - at(&Pose::zero(model));
        let by = match direction {
            "forward" => moved.x,
            "back" => -moved.x,
            "up" => moved.y,
            "right" => moved.z,
            "left" => -moved.z,
            other => panic!("{other} is no direction"),
        };
        assert!(by > 0.005, "{coordinate} at {degrees} degrees moves {bone} by {moved:?}, not {direction}");
    }
}

#[test]
fn the_low_back_turns_as_many_times_as_is_written() {
    for row in rows("whole low back") {
        let [coordinate, written] = row[..] else { panic!("{row:?}") };
        let follows = human().coordinate(coordinate);
        let spine = human().coordinates().iter().filter(|c| c.name.starts_with('L'));
        let sum: f64 =
            spine.filter_map(|c| c.coupling).filter(|c| Some(c.follows) == follows).map(|c| c.slope).sum();
        assert!((1.0 + sum - written.parse::<f64>().unwrap()).abs() < 1e-3, "{coordinate}: {}", 1.0 + sum);
    }
}

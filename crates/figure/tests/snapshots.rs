//! The picture of every key pose is the picture that was looked at.
//!
//! `fixtures/figure/poses.txt` holds a line for each: exercise, pose, bytes and a hash of its SVG. A handful of whole
//! pictures lie beside it, so that a change can be seen and not only noticed. After looking at `cargo xtask sheet`,
//! `UPDATE=1 cargo test -p counterpose-figure --test snapshots` takes all of them anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use counterpose_content::library;
use counterpose_figure::{Labels, Stage, pose_svg};
use counterpose_quantity::Side;

/// Pictures kept whole: lying, sitting, kneeling, standing, on the side; with chair, wall, band and block.
const WHOLE: [(&str, &str); 6] = [
    ("supine-figure-four", "draw"),
    ("seated-glute-squeeze", "sit"),
    ("half-kneeling-hip-flexor-stretch", "lean"),
    ("calf-stretch", "lean"),
    ("clamshell", "band-open"),
    ("supine-heel-slide", "long"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/figure")
}

/// 64 bits that change with any byte (FNV-1a); nothing secret hangs on them.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn picture(stage: &Stage, id: &str, pose: &str) -> String {
    let title = format!("{id}: {pose}");
    pose_svg(
        &stage.still(pose, Some(Side::Right)).unwrap(),
        &Labels { id: "figure", title: &title, description: "" },
    )
}

fn keep(file: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(file, text).unwrap();
    }
}

#[test]
fn every_picture_is_the_one_that_was_looked_at() {
    let mut list = String::new();
    for exercise in &library().exercises {
        let stage = Stage::of_exercise(&exercise.id).unwrap();
        for (pose, _) in stage.poses() {
            let svg = picture(&stage, &exercise.id, pose);
            writeln!(list, "{} {pose} {} {:016x}", exercise.id, svg.len(), hash(&svg)).unwrap();
        }
    }
    let file = folder().join("poses.txt");
    keep(&file, &list);
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let changed: Vec<&str> = list.lines().filter(|line| !kept.lines().any(|other| other == *line)).collect();
    let gone = kept.lines().filter(|line| !list.lines().any(|other| other == *line)).count();
    assert!(
        changed.is_empty() && gone == 0,
        "{gone} kept pictures are gone or changed; look at `cargo xtask sheet`, then take them anew:\n{}",
        changed.join("\n")
    );
}

#[test]
fn a_handful_of_pictures_is_kept_whole() {
    for (id, pose) in WHOLE {
        let svg = picture(&Stage::of_exercise(id).unwrap(), id, pose);
        let file = folder().join(format!("{id}-{pose}.svg"));
        keep(&file, &format!("{svg}\n"));
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(kept.trim_end() == svg, "{id} {pose} is not the picture that was kept: {}", file.display());
    }
}

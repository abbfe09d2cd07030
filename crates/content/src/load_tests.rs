//! What the loader refuses and how it says so.

use proptest::prelude::*;

use super::*;

const GOOD: &str = r#"
id = "sample"
purpose = "mobility"
position = "sitting"
laterality = "both"
targets = [{ structure = "gluteus-maximus", role = "moves" }]
sets = { default = 1, min = 1, max = 2 }
days_per_week = { default = 7, min = 3, max = 7 }
steps = 2
stop = ["leg-symptoms"]
evidence = []
reviewed_by = "authors"

[[phases]]
id = "squeeze"
motion = { hold = { hold_s = { default = 4, min = 3, max = 5 } } }
repetitions = { default = 4, min = 3, max = 5 }
from = "sit"
to = "sit"

[pose.sit]
angles = { hip_flexion_right = 90 }
"#;

fn exercise_error(text: &str) -> LoadError {
    read_exercise("exercises/sample.toml", text).unwrap_err()
}

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.into(), text: text.into() }
}

#[test]
fn a_whole_exercise_is_read_with_its_poses() {
    let (exercise, poses) = read_exercise("exercises/sample.toml", GOOD).unwrap();
    assert_eq!(exercise.phases[0].repetitions.max, 5.0);
    assert_eq!(poses.poses["sit"].angles["hip_flexion_right"], 90.0);
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let error = exercise_error(&GOOD.replace("steps = 2", "steps = 2\ncolour = \"red\""));
    assert_eq!(error.line, Some(10));
    assert!(error.to_string().contains("colour"), "{error}");
}

#[test]
fn an_unknown_tag_is_named() {
    let error = exercise_error(&GOOD.replace("steps = 2", "steps = 2\ntags = [\"hip-flexion-gt900\"]"));
    assert!(error.to_string().contains("hip-flexion-gt900"), "{error}");
}

#[test]
fn a_default_outside_its_range_is_refused() {
    let error = exercise_error(&GOOD.replace("default = 7, min = 3", "default = 2, min = 3"));
    assert!(error.to_string().contains("days_per_week"), "{error}");
}

#[test]
fn a_missing_grade_is_refused() {
    let claim = "evidence = [{ source = \"s\", stance = \"for\", claim = \"c\" }]";
    let error = exercise_error(&GOOD.replace("evidence = []", claim));
    assert!(error.to_string().contains("grade"), "{error}");
}

#[test]
fn an_error_in_a_pose_names_the_line_of_the_file() {
    let error = exercise_error(&GOOD.replace("hip_flexion_right = 90", "hip_flexion_right = \"much\""));
    assert_eq!(error.line, Some(22));
}

#[test]
fn an_infinite_angle_is_refused() {
    let error = exercise_error(&GOOD.replace("hip_flexion_right = 90", "hip_flexion_right = inf"));
    assert!(error.to_string().contains("outside"), "{error}");
}

#[test]
fn an_unknown_angle_is_refused_with_the_nearest_name() {
    let error = exercise_error(&GOOD.replace("hip_flexion_right = 90", "hip_flexon_right = 90"));
    assert!(error.to_string().contains("hip_flexion_right"), "{error}");
}

#[test]
fn a_doubled_key_over_two_files_is_found() {
    let files = vec![file("text/en/a.ftl", "one = 1\n"), file("text/en/b.ftl", "two = 2\none = 1\n")];
    let errors = assemble(files).unwrap_err();
    assert_eq!(errors.len(), 1);
    assert_eq!(
        errors[0].to_string(),
        "content/text/en/b.ftl:2: key `one` already stands in a.ftl:1; remove one"
    );
}

#[test]
fn texts_become_one_pack_for_each_language() {
    let files = vec![
        file("text/en/b.ftl", "two = { one }!\n"),
        file("text/en/a.ftl", "one = 1\n"),
        file("text/de/a.ftl", "one = eins\n"),
        file("exercises/sample.toml", GOOD),
    ];
    let made = assemble(files).unwrap();
    assert_eq!(made.packs.keys().collect::<Vec<_>>(), ["de", "en"]);
    assert_eq!(made.packs["en"], "counterpose-texts 1 en 2\0one\u{6}1\0two\u{6}\u{3}one\u{2}!\0");
    assert_eq!((made.texts.len(), made.bundle.library.exercises.len()), (3, 1));
}

#[test]
fn a_text_that_names_a_missing_one_is_refused() {
    let errors = assemble(vec![file("text/en/a.ftl", "one = { two }\n")]).unwrap_err();
    assert!(errors[0].to_string().contains("`two`"), "{:?}", errors[0]);
}

#[test]
fn a_broken_text_file_is_refused_with_its_line() {
    let errors = assemble(vec![file("text/en/a.ftl", "one = 1\ntwo = { $n\n")]).unwrap_err();
    assert!(errors[0].line.is_some_and(|line| line >= 2), "{:?}", errors[0]);
}

#[test]
fn a_file_named_unlike_its_entry_is_refused() {
    let errors = assemble(vec![file("exercises/other.toml", GOOD)]).unwrap_err();
    assert!(errors[0].to_string().contains("name the file sample.toml"));
}

#[test]
fn a_source_standing_twice_is_refused() {
    let source = "[[source]]\nid = \"a\"\ncitation = \"A\"\nkind = \"trial\"\nverified = true\n";
    let errors = assemble(vec![file("sources.toml", &source.repeat(2))]).unwrap_err();
    assert!(errors[0].to_string().contains("stands twice"));
}

proptest! {
    #[test]
    fn garbage_is_refused_without_panic(text in "\\PC{0,200}") {
        prop_assert!(read_exercise("exercises/x.toml", &text).is_err());
        prop_assert!(read_habit("habits/x.toml", &text).is_err());
        let _ = read_sources("sources.toml", &text);
        let _ = read_cards("cards.toml", &text);
        let _ = assemble(vec![file("text/en/x.ftl", &text)]);
    }

    #[test]
    fn a_good_file_with_one_line_cut_or_doubled_never_panics(line in 0usize..25, double in any::<bool>()) {
        let mut lines: Vec<&str> = GOOD.lines().collect();
        let line = line.min(lines.len() - 1);
        if double { lines.insert(line, lines[line]) } else { lines.remove(line); }
        let _ = read_exercise("exercises/sample.toml", &lines.join("\n"));
    }
}

/// The folder of the library's data.
fn data() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// Reads bytes as every kind of file the library has: each reads or refuses, with a message that says something.
fn any_file(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    let errors = [
        read_exercise("x.toml", text).err(),
        read_habit("x.toml", text).err(),
        read_sources("x.toml", text).err(),
        read_cards("x.toml", text).err(),
        read_texts("x.ftl", text).err(),
    ];
    for error in errors.into_iter().flatten() {
        assert!(!error.message.is_empty() && error.path.starts_with("x."), "{error}");
    }
}

#[test]
fn every_file_of_the_library_and_its_bent_copies_are_read_or_refused() {
    for folder in ["exercises", "habits", "tests", "text/en", "text/de"] {
        counterpose_testkit::fuzz::replay(&data().join(folder), any_file, 150).unwrap();
    }
}

//! The precautions against their coverage tables and against the real library.

use counterpose_coach::precaution::CLOSES;
use counterpose_content::library;
use counterpose_testkit::precaution_cases::{closes_cases, closes_failures, shut_failures, survivors};

#[test]
fn each_condition_closes_what_the_table_says_and_nothing_else() {
    let failures = closes_failures(&closes_cases(), CLOSES);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_line_and_movement_taken_out_is_noticed() {
    let (survivors, tried) = survivors();
    assert!(survivors.is_empty(), "of {tried} these go unnoticed:\n{}", survivors.join("\n"));
    assert!(tried > 60);
}

#[test]
fn the_library_shuts_what_the_rules_name_and_leaves_open_what_they_allow() {
    let failures = shut_failures(library());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

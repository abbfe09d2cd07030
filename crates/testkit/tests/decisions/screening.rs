//! The screening against its coverage table, and the table against broken rules.

use counterpose_coach::screening::RuleSet;
use counterpose_testkit::screening_cases::{cases, failures, survivors};

#[test]
fn every_case_of_the_table_comes_out_as_written() {
    let failures = failures(&cases(), &RuleSet::standard());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_way_of_breaking_a_rule_is_noticed_by_the_table() {
    let (survivors, tried) = survivors();
    assert!(survivors.is_empty(), "of {tried} these go unnoticed:\n{}", survivors.join("\n"));
    assert!(tried > 200, "only {tried} ways were tried");
}

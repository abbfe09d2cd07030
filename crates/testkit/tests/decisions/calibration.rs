//! A short run of the calibration: the demanded rates, with room for the chance of a small run.

use counterpose_coach::verdict::DesignKind;
use counterpose_testkit::calibration::{Tally, grid, tallies};
use counterpose_testkit::calibration_report::demand;

fn pooled(kind: DesignKind, effect: f64, people: u32) -> Tally {
    tallies(&grid(kind, effect), people).into_iter().fold(Tally::default(), Tally::plus)
}

#[test]
fn a_drawn_start_seldom_cries_better_and_finds_three_points() {
    let nothing = pooled(DesignKind::RandomisedStart, 0.0, 4);
    let falls = pooled(DesignKind::RandomisedStart, -3.0, 1);
    assert!(nothing.percent(nothing.good) <= demand::FALSE_ALARMS, "{nothing:?}");
    assert!(falls.percent(falls.good) >= demand::FOUND, "{falls:?}");
    let both = nothing.plus(falls);
    // The standard error of these shares with some 290 people is 1.3 and 2.4 points.
    assert!((both.percent_of_intervals(both.covered_95) - 95.0).abs() <= demand::COVERAGE + 2.6, "{both:?}");
    assert!((both.percent_of_intervals(both.covered_80) - 80.0).abs() <= demand::COVERAGE + 4.8, "{both:?}");
}

#[test]
fn days_that_alternate_tell_recovery_from_effect() {
    let nothing = pooled(DesignKind::AlternatingDays, 0.0, 2);
    let falls = pooled(DesignKind::AlternatingDays, -3.0, 1);
    assert!(nothing.percent(nothing.good) <= demand::FALSE_ALARMS, "{nothing:?}");
    assert!(nothing.percent(nothing.small_p) <= 15.0, "the test keeps its level: {nothing:?}");
    assert!(falls.percent(falls.good) >= demand::FOUND, "{falls:?}");
}

//! Prints how often each verdict is given to simulated people whose truth is known, as a Markdown table.
//!
//! `cargo run --release -p counterpose-testkit --example calibrate -- 1000` takes the number of people per row.

use counterpose_coach::verdict::{DesignKind, VerdictKind, verdict};
use counterpose_testkit::diaries::{Truth, diary};

/// What one row of the table counts.
#[derive(Default)]
struct Tally {
    people: u32,
    good: u32,
    enough: u32,
    covered: u32,
    small_p: u32,
    sum_of_means: f64,
}

fn tally(truth: &Truth, people: u64) -> Tally {
    let mut tally = Tally::default();
    for seed in 0..people {
        let Some(diary) = diary(truth, seed.wrapping_mul(0x1234_5678_9ABC_DEF1)) else { continue };
        let outcome = verdict(&diary);
        tally.people += 1;
        tally.good +=
            u32::from(matches!(outcome.verdict, VerdictKind::Working | VerdictKind::ProbablyHelping));
        tally.enough += u32::from(outcome.verdict != VerdictKind::NotEnoughData);
        tally.small_p += u32::from(outcome.p_randomisation.is_some_and(|p| p <= 0.051));
        if let Some(effect) = outcome.effect {
            tally.sum_of_means += effect.mean;
            tally.covered += u32::from((effect.low_95..=effect.high_95).contains(&truth.effect));
        }
    }
    tally
}

fn print_row(name: &str, truth: &Truth, people: u64) {
    let tally = tally(truth, people);
    let all = f64::from(tally.people.max(1));
    let share = |count: u32| 100.0 * f64::from(count) / all;
    println!(
        "| {name:<26} | {:4.1} | {:3.1} | {:3.0} | {:5.1} | {:5.1} | {:5.1} | {:5.2} | {:5.1} |",
        truth.effect,
        truth.rho,
        100.0 * truth.missing,
        share(tally.good),
        share(tally.enough),
        share(tally.covered),
        tally.sum_of_means / all,
        share(tally.small_p)
    );
}

fn main() {
    let people: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200);
    println!("{people} people a row; 28 days before (drawn within 20), 28 after; shares in percent\n");
    println!(
        "| truth | effect | rho | missing | called better | enough data | 95 % covers | mean | p <= 0.05 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for effect in [0.0, -3.0] {
        for (name, drift_per_week, bad_start) in
            [("steady", 0.0, 0.0), ("recovering by itself", -0.2, 0.0), ("began in a bad week", 0.0, 1.5)]
        {
            for rho in [0.0, 0.3, 0.6] {
                for missing in [0.0, 0.2, 0.4] {
                    let level = if effect < 0.0 { 6.5 } else { 5.5 };
                    let truth =
                        Truth { effect, rho, drift_per_week, bad_start, missing, level, ..Truth::default() };
                    print_row(name, &truth, people);
                }
            }
        }
    }
    let before_after = Truth { kind: DesignKind::BeforeAfter, drift_per_week: -0.3, ..Truth::default() };
    print_row("before-after, recovering", &before_after, people);
}

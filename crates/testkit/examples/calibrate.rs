//! Prints how often each verdict is given to simulated people whose truth is known.

use counterpose_coach::verdict::{DesignKind, VerdictKind, verdict};
use counterpose_testkit::diaries::{Truth, diary};

fn main() {
    let people: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(200);
    let base = Truth::default();
    let mut rows: Vec<(String, Truth)> = Vec::new();
    for effect in [0.0, -3.0] {
        for rho in [0.0, 0.3, 0.6] {
            for (name, drift, bad) in [("steady", 0.0, 0.0), ("recovery", -0.2, 0.0), ("bad start", 0.0, 1.5)]
            {
                for missing in [0.0, 0.2, 0.4] {
                    let name = format!("effect {effect:4.1} rho {rho:.1} {name:9} missing {missing:.1}");
                    rows.push((
                        name,
                        Truth {
                            effect,
                            rho,
                            drift_per_week: drift,
                            bad_start: bad,
                            missing,
                            level: if effect < 0.0 { 6.5 } else { 5.5 },
                            ..base
                        },
                    ));
                }
            }
        }
    }
    rows.push((
        "before-after, recovery".into(),
        Truth { kind: DesignKind::BeforeAfter, drift_per_week: -0.3, ..base },
    ));
    for (name, truth) in rows {
        let (mut good, mut enough, mut covered, mut all, mut p05) = (0, 0, 0, 0, 0);
        let mut mean = 0.0;
        for seed in 0..people {
            let Some(diary) = diary(&truth, seed.wrapping_mul(0x1234_5678_9abc_def1)) else { continue };
            let outcome = verdict(&diary);
            all += 1;
            if matches!(outcome.verdict, VerdictKind::Working | VerdictKind::ProbablyHelping) {
                good += 1;
            }
            if outcome.verdict != VerdictKind::NotEnoughData {
                enough += 1;
            }
            if outcome.p_randomisation.is_some_and(|p| p <= 0.051) {
                p05 += 1;
            }
            if let Some(effect) = outcome.effect {
                mean += effect.mean;
                if (effect.low_95..=effect.high_95).contains(&truth.effect) {
                    covered += 1;
                }
            }
        }
        let share = |n: i32| 100.0 * f64::from(n) / f64::from(all.max(1));
        println!(
            "{name:52} good {:5.1} enough {:5.1} covered95 {:5.1} mean {:5.2} p05 {:5.1}",
            share(good),
            share(enough),
            share(covered),
            mean / f64::from(all.max(1)),
            share(p05)
        );
    }
}

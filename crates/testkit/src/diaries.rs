//! Simulated diaries with a known truth, for calibrating the verdict.

use counterpose_coach::verdict::{Day, Design, DesignKind, Diary, randomisation::draw_start};

use crate::chance::Chance;

/// The truth a diary is simulated from; pain in points of 0 to 10.
#[derive(Clone, Copy, Debug)]
pub struct Truth {
    /// The kind of design: a randomised start, or before and after.
    pub kind: DesignKind,
    /// Days before the plan (for a randomised start: the middle of a window of 20).
    pub before_days: i32,
    /// Days of the plan.
    pub after_days: i32,
    /// Usual pain.
    pub level: f64,
    /// What the plan adds when fully built up (negative: pain falls).
    pub effect: f64,
    /// Days the effect needs to build up.
    pub ramp_days: f64,
    /// Natural drift, in points per week (negative: recovery).
    pub drift_per_week: f64,
    /// How far above the usual the diary begins (people start when it is bad), fading over a week.
    pub bad_start: f64,
    /// Standard deviation of a day.
    pub sigma: f64,
    /// Correlation from one day to the next.
    pub rho: f64,
    /// The share of days not written down.
    pub missing: f64,
    /// The share of the plan done.
    pub done: f64,
}

impl Default for Truth {
    fn default() -> Self {
        Self {
            kind: DesignKind::RandomisedStart,
            before_days: 28,
            after_days: 28,
            level: 5.5,
            effect: 0.0,
            ramp_days: 14.0,
            drift_per_week: 0.0,
            bad_start: 0.0,
            sigma: 1.2,
            rho: 0.3,
            missing: 0.0,
            done: 0.9,
        }
    }
}

/// One simulated diary; the scores are whole numbers from 0 to 10, as people write them.
#[must_use]
pub fn diary(truth: &Truth, seed: u64) -> Option<Diary> {
    let mut chance = Chance::new(seed);
    let (start, design) = if truth.kind == DesignKind::RandomisedStart {
        let (first, last) = (truth.before_days - 10, truth.before_days + 9);
        let start = draw_start(first, last, chance.word())?;
        let window = (Some(first), Some(last));
        let design = Design {
            kind: truth.kind,
            first_possible_start_day: window.0,
            last_possible_start_day: window.1,
            seed: None,
            assignments: None,
        };
        (start, design)
    } else {
        (truth.before_days, Design::before_after())
    };
    let mut error = chance.normal() * truth.sigma;
    let mut days = Vec::new();
    for day in 0..start + truth.after_days {
        if day > 0 {
            error = truth.rho * error + truth.sigma * (1.0 - truth.rho * truth.rho).sqrt() * chance.normal();
        }
        let on = day >= start;
        let built_up = if on { (f64::from(day - start + 1) / truth.ramp_days).min(1.0) } else { 0.0 };
        let fading = counterpose_quantity::num::exp(-f64::from(day) / 7.0);
        let pain = truth.level
            + truth.effect * built_up
            + truth.drift_per_week * f64::from(day) / 7.0
            + truth.bad_start * fading
            + error;
        let written = chance.unit() >= truth.missing;
        days.push(Day {
            day,
            pain: written.then(|| pain.round().clamp(0.0, 10.0)),
            phase: if on { "plan".into() } else { "baseline".into() },
            treated: None,
            done_fraction: on.then_some(truth.done),
            flare: false,
        });
    }
    Diary::new(design, Some(52.0), days).ok()
}

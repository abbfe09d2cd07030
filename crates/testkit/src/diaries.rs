//! Simulated diaries with a known truth, for calibrating the verdict.

use counterpose_coach::verdict::draw::{self, Plan};
use counterpose_coach::verdict::{Day, Design, DesignKind, Diary};
use counterpose_quantity::num;

use crate::chance::Chance;

/// The truth a diary is simulated from; pain in points of 0 to 10.
#[derive(Clone, Copy, Debug)]
pub struct Truth {
    /// The kind of design.
    pub kind: DesignKind,
    /// Days before the plan (for a drawn start: the middle of a window of 20). For alternating designs the days of
    /// one kind, all together.
    pub before_days: i32,
    /// Days of the plan.
    pub after_days: i32,
    /// Usual pain.
    pub level: f64,
    /// What the plan adds when fully built up (negative: pain falls).
    pub effect: f64,
    /// Days the effect needs to build up; 1 acts on the first day.
    pub ramp_days: f64,
    /// Natural drift, in points per week (negative: recovery).
    pub drift_per_week: f64,
    /// Natural recovery that slows down: points still to lose when the diary begins, halving every three weeks.
    pub recovering: f64,
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
    /// Whether scores are whole numbers from 0 to 10, as people write them.
    pub whole: bool,
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
            recovering: 0.0,
            bad_start: 0.0,
            sigma: 1.2,
            rho: 0.3,
            missing: 0.0,
            done: 0.9,
            whole: true,
        }
    }
}

/// Days of one block where blocks alternate.
const BLOCK_DAYS: u32 = 14;
/// Days of the window a start is drawn from.
const WINDOW_DAYS: i32 = 20;

/// Who is treated on which day, and the design that says how it came about.
fn assignment(truth: &Truth, chance: &mut Chance) -> Option<(Vec<bool>, Design)> {
    let total = truth.before_days + truth.after_days;
    let window = || {
        let first = truth.before_days - WINDOW_DAYS / 2;
        (first, first + WINDOW_DAYS - 1)
    };
    let plan = match truth.kind {
        DesignKind::BeforeAfter => {
            let on = (0..total).map(|day| day >= truth.before_days).collect();
            return Some((on, Design::before_after()));
        }
        DesignKind::RandomisedStart => {
            let (first_day, last_day) = window();
            Plan::RandomisedStart { first_day, last_day }
        }
        DesignKind::StaggeredStarts => {
            let (first, last) = window();
            Plan::StaggeredStarts { windows: vec![(first, last), (last + 1, last + 7)] }
        }
        DesignKind::AlternatingBlocks => {
            let blocks = u32::try_from(total).ok()?.div_ceil(BLOCK_DAYS);
            Plan::AlternatingBlocks { blocks: blocks + blocks % 2, days_per_block: BLOCK_DAYS }
        }
        DesignKind::AlternatingDays => Plan::AlternatingDays { days: u32::try_from(total).ok()? },
    };
    let drawn = draw::draw(&plan, chance.word()).ok()?;
    let days = match truth.kind {
        DesignKind::RandomisedStart | DesignKind::StaggeredStarts => drawn.starts.first()? + truth.after_days,
        _ => i32::try_from(drawn.treated.len()).ok()?,
    };
    let on = (0..days).map(|day| drawn.is_treated(day)).collect();
    Some((on, drawn.design))
}

/// One simulated diary.
#[must_use]
pub fn diary(truth: &Truth, seed: u64) -> Option<Diary> {
    let mut chance = Chance::new(seed);
    let (on, design) = assignment(truth, &mut chance)?;
    let mut error = chance.normal() * truth.sigma;
    let mut built_up: f64 = 0.0;
    let mut days = Vec::new();
    for (day, on) in (0_i32..).zip(on) {
        if day > 0 {
            error = truth.rho * error + truth.sigma * (1.0 - truth.rho * truth.rho).sqrt() * chance.normal();
        }
        let step = 1.0 / truth.ramp_days;
        built_up = (built_up + if on { step } else { -step }).clamp(0.0, 1.0);
        let pain = truth.level
            + truth.effect * built_up
            + truth.drift_per_week * f64::from(day) / 7.0
            + truth.recovering * num::exp(-f64::from(day) * core::f64::consts::LN_2 / 21.0)
            + truth.bad_start * num::exp(-f64::from(day) / 7.0)
            + error;
        let pain = if truth.whole { pain.round() } else { pain };
        let written = chance.unit() >= truth.missing;
        days.push(Day {
            day,
            pain: written.then(|| pain.clamp(0.0, 10.0)),
            phase: if on { "plan".into() } else { "baseline".into() },
            treated: None,
            done_fraction: on.then_some(truth.done),
            flare: false,
        });
    }
    Diary::new(design, Some(52.0), days).ok()
}

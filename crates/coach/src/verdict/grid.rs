//! The grid the posterior is computed on, and the weakly informative priors.
//!
//! Effects and spreads are in points of the 0 to 10 scale.

use counterpose_quantity::num;

use super::linear::{P, Vector};

/// Days the effect takes to build up, from at once to three weeks; each weighs the same before the diary is seen.
pub(super) const RAMP_DAYS: [f64; 4] = [1.0, 7.0, 14.0, 21.0];
/// What the build-up is where a thing acts on the same day (alternating days).
pub(super) const NO_RAMP_DAYS: [f64; 1] = [1.0];
/// The build-up that decides how many days count as "after the ramp".
pub(super) const RULE_RAMP_DAYS: f64 = 14.0;

/// Coefficients, by their place in the model.
pub(super) mod column {
    pub(crate) const LEVEL: usize = 0;
    pub(crate) const TREND: usize = 1;
    pub(crate) const SETTLING: usize = 2;
    pub(crate) const EFFECT: usize = 3;
    pub(crate) const FLARE: usize = 4;
    pub(crate) const WEEKDAY: usize = 5;
}

/// How fast what brought somebody to start (a bad week) wears off, in days.
pub(super) const SETTLING_DAYS: f64 = 7.0;

/// Prior means of the coefficients. The trend's lies a little below none: back pain tends to ease by itself, and a
/// prior centred on no trend would credit that to the plan.
pub(super) const PRIOR_MEAN: Vector = [5.0, -0.1, 0.0, 0.0, 1.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
/// Prior standard deviations: level; trend per week; settling; effect; flare; six weekdays against the seventh.
/// The trend's is what an eight-week diary cannot tell from an effect by itself; `docs/calibration.md` shows what it
/// was chosen by.
pub(super) const PRIOR_SD: Vector = [3.0, 0.07, 0.5, 3.0, 1.5, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2];

/// Yesterday's share in today's error: from -0.3 to 0.9, prior normal(0.3, 0.25) inside.
pub(super) fn correlations() -> impl Iterator<Item = (f64, f64)> {
    (0..=12).map(|step| {
        let rho = -0.3 + 0.1 * f64::from(step);
        let z = (rho - 0.3) / 0.25;
        (rho, -0.5 * z * z)
    })
}

/// The spread of the error around its mean: 0.25 to 4 points in equal ratios, prior half-normal(1.5).
pub(super) fn spreads() -> impl Iterator<Item = (f64, f64)> {
    let ratio = num::ln(16.0) / 15.0;
    (0..16).map(move |step| {
        let sigma = 0.25 * num::exp(ratio * f64::from(step));
        let z = sigma / 1.5;
        // The grid is even in ln(sigma): the density there is sigma times the density of sigma.
        (sigma, -0.5 * z * z + num::ln(sigma))
    })
}

/// The prior precision of each coefficient; the trend's can be made so tight that there is none.
pub(super) fn prior_precision(with_trend: bool) -> Vector {
    let mut precision: Vector = core::array::from_fn(|i| 1.0 / (PRIOR_SD[i] * PRIOR_SD[i]));
    if !with_trend {
        precision[column::TREND] = 1e12;
    }
    precision
}

const _: () = assert!(column::WEEKDAY + 6 == P);

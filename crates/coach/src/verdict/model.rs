//! The model of one diary and its posterior, on a grid and in closed form, without sampling.
//!
//! `pain(t) = level + trend·week(t) + settling·exp(-t/7) + effect·exposure(t) + flare + weekday + error(t)`, where
//! exposure rises from 0 to 1 over the ramp while the plan is on and the error is a first-order autoregression with
//! standard deviation sigma and correlation rho from one day to the next. Days may be missing: the error of two
//! kept days d apart correlates with rho to the power d. Given rho, sigma and the ramp everything else is Gaussian;
//! those three are summed over a grid ([`super::grid`]). Scores at 0 or 10 say only "at or beyond": they are
//! replaced by their expected value under a first fit.

use counterpose_quantity::num;

use super::diary::{DesignKind, Diary};
use super::grid::{self, column};
use super::linear::{Cholesky, Matrix, P, Vector, dot};

/// One day that has a score, with its row of the model.
#[derive(Clone, Debug)]
struct Row {
    day: i32,
    score: f64,
    x: Vector,
}

/// One Gaussian of the mixture.
#[derive(Clone, Copy, Debug)]
struct Component {
    weight: f64,
    mean: f64,
    sd: f64,
}

/// What the diary says about the plan's effect, as a mixture of Gaussians.
#[derive(Clone, Debug)]
pub struct Posterior {
    components: Vec<Component>,
    /// The posterior mean of rho, sigma and the ramp's days.
    pub(super) typical: Typical,
}

/// The error model at its posterior mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typical {
    pub(super) rho: f64,
    pub(super) sigma: f64,
    pub(super) ramp_days: f64,
    pub(super) coefficients: Vector,
}

impl Posterior {
    /// The expected effect in points; negative where pain fell.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.components.iter().map(|c| c.weight * c.mean).sum()
    }

    /// The probability that the effect lies below `points`.
    #[must_use]
    pub fn probability_below(&self, points: f64) -> f64 {
        self.components.iter().map(|c| c.weight * normal_below((points - c.mean) / c.sd)).sum()
    }

    /// The effect below which the given share of probability lies, to a thousandth of a point.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let (mut low, mut high) = (-20.0, 20.0);
        for _ in 0..18 {
            let middle = 0.5 * (low + high);
            if self.probability_below(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

/// The share of a standard normal below `z`.
fn normal_below(z: f64) -> f64 {
    0.5 * (1.0 + num::erf(z * core::f64::consts::FRAC_1_SQRT_2))
}

/// How far the plan has built up on each day of the diary, 0 to 1, when `on` says whether it was on.
pub(super) fn exposure(days: &[i32], on: impl Fn(usize) -> bool, ramp_days: f64) -> Vec<f64> {
    let mut level: f64 = 0.0;
    let mut last: Option<(i32, bool)> = None;
    let mut out = Vec::with_capacity(days.len());
    for (index, &day) in days.iter().enumerate() {
        let now = on(index);
        // Days between two diary days went on as the earlier one.
        let (gap, before) = last.map_or((0, false), |(then, was)| (day - then - 1, was));
        let step = 1.0 / ramp_days;
        level += f64::from(gap) * if before { step } else { -step };
        level = level.clamp(0.0, 1.0);
        level = (level + if now { step } else { -step }).clamp(0.0, 1.0);
        out.push(level);
        last = Some((day, now));
    }
    out
}

fn ramps(diary: &Diary) -> &'static [f64] {
    if diary.design().kind == DesignKind::AlternatingDays { &grid::NO_RAMP_DAYS } else { &grid::RAMP_DAYS }
}

/// The rows of the days that have a score.
fn rows(diary: &Diary, ramp_days: f64, on: impl Fn(usize) -> bool) -> Vec<Row> {
    let days: Vec<i32> = diary.days().iter().map(|day| day.day).collect();
    let exposure = exposure(&days, on, ramp_days);
    let middle = days.last().copied().unwrap_or(0) as f64 / 2.0;
    let mut rows = Vec::with_capacity(days.len());
    for (entry, &on) in diary.days().iter().zip(&exposure) {
        let Some(score) = entry.pain else { continue };
        let mut x = [0.0; P];
        x[column::LEVEL] = 1.0;
        x[column::TREND] = (f64::from(entry.day) - middle) / 7.0;
        x[column::SETTLING] = num::exp(-f64::from(entry.day) / grid::SETTLING_DAYS);
        x[column::EFFECT] = on;
        x[column::FLARE] = if entry.flare { 1.0 } else { 0.0 };
        let weekday = entry.day.rem_euclid(7) as usize;
        if weekday < 6 {
            x[column::WEEKDAY + weekday] = 1.0;
        }
        rows.push(Row { day: entry.day, score, x });
    }
    rows
}

/// Sums of the whitened rows: all that the Gaussian part needs.
struct Sums {
    gram: Matrix,
    cross: Vector,
    square: f64,
    log_roots: f64,
    count: f64,
}

fn power(rho: f64, days: i32) -> f64 {
    // Days are whole and beyond a month nothing is left of a correlation below 0.9.
    (0..days.min(200)).fold(1.0, |product, _| product * rho)
}

fn whiten(rows: &[Row], rho: f64) -> Sums {
    let mut sums = Sums { gram: [[0.0; P]; P], cross: [0.0; P], square: 0.0, log_roots: 0.0, count: 0.0 };
    let mut before: Option<&Row> = None;
    for row in rows {
        let (r, root) = before.map_or((0.0, 1.0), |last| {
            let r = power(rho, row.day - last.day);
            (r, (1.0 - r * r).sqrt())
        });
        let scale = 1.0 / root;
        let (last_x, last_score) = before.map_or(([0.0; P], 0.0), |last| (last.x, last.score));
        let x: Vector = core::array::from_fn(|i| (row.x[i] - r * last_x[i]) * scale);
        let y = (row.score - r * last_score) * scale;
        for i in 0..P {
            for j in 0..=i {
                sums.gram[i][j] += x[i] * x[j];
            }
            sums.cross[i] += x[i] * y;
        }
        sums.square += y * y;
        sums.log_roots += num::ln(root);
        sums.count += 1.0;
        before = Some(row);
    }
    sums
}

/// The Gaussian part for one rho, sigma and ramp: log evidence, the effect, all coefficients.
fn conditional(sums: &Sums, sigma: f64, precision: &Vector) -> Option<(f64, f64, f64, Vector)> {
    let inverse_variance = 1.0 / (sigma * sigma);
    let mut a = sums.gram;
    let mut b = [0.0; P];
    let mut prior_square = 0.0;
    let mut log_prior_roots = 0.0;
    for i in 0..P {
        for cell in &mut a[i][..=i] {
            *cell *= inverse_variance;
        }
        a[i][i] += precision[i];
        b[i] = sums.cross[i] * inverse_variance + precision[i] * grid::PRIOR_MEAN[i];
        prior_square += precision[i] * grid::PRIOR_MEAN[i] * grid::PRIOR_MEAN[i];
        log_prior_roots += 0.5 * num::ln(precision[i]);
    }
    let factor = Cholesky::new(&a)?;
    let mean = factor.solve(&b);
    let misfit = sums.square * inverse_variance + prior_square - dot(&b, &mean);
    let log_evidence = -sums.count * num::ln(sigma) - sums.log_roots - 0.5 * misfit + log_prior_roots
        - num::ln(factor.root_determinant());
    Some((log_evidence, mean[column::EFFECT], factor.inverse_diagonal(column::EFFECT).sqrt(), mean))
}

/// The posterior of the plan's effect; `None` where the diary has no score at all.
#[must_use]
pub fn posterior(diary: &Diary) -> Option<Posterior> {
    let first = fit(diary, None)?;
    let edges = diary.days().iter().filter_map(|day| day.pain).any(|pain| pain <= 0.0 || pain >= 10.0);
    if edges { fit(diary, Some(first.typical)) } else { Some(first) }
}

fn fit(diary: &Diary, edges: Option<Typical>) -> Option<Posterior> {
    let precision = grid::prior_precision(true);
    let mut cells: Vec<Cell> = Vec::new();
    for &ramp_days in ramps(diary) {
        let mut rows =
            rows(diary, ramp_days, |index| diary.days().get(index).is_some_and(super::Day::is_treated));
        if rows.is_empty() {
            return None;
        }
        if let Some(typical) = edges {
            unfold_edges(&mut rows, &typical);
        }
        weigh(&rows, ramp_days, &precision, &mut cells);
    }
    mixture(cells)
}

/// One cell of the grid: log weight, effect, rho, sigma, ramp, all coefficients.
type Cell = (f64, Component, f64, f64, f64, Vector);

/// Weighs every error model of the grid for these rows.
fn weigh(rows: &[Row], ramp_days: f64, precision: &Vector, cells: &mut Vec<Cell>) {
    for (rho, log_prior_rho) in grid::correlations() {
        let sums = whiten(rows, rho);
        for (sigma, log_prior_sigma) in grid::spreads() {
            let Some((log_evidence, mean, sd, coefficients)) = conditional(&sums, sigma, precision) else {
                continue;
            };
            let log_weight = log_evidence + log_prior_rho + log_prior_sigma;
            let component = Component { weight: 0.0, mean, sd };
            cells.push((log_weight, component, rho, sigma, ramp_days, coefficients));
        }
    }
}

fn mixture(cells: Vec<Cell>) -> Option<Posterior> {
    let best = cells.iter().map(|cell| cell.0).fold(f64::NEG_INFINITY, f64::max);
    if !best.is_finite() {
        return None;
    }
    let total: f64 = cells.iter().map(|cell| num::exp(cell.0 - best)).sum();
    let mut typical = Typical { rho: 0.0, sigma: 0.0, ramp_days: 0.0, coefficients: [0.0; P] };
    let mut components = Vec::new();
    for (log_weight, component, rho, sigma, ramp_days, coefficients) in cells {
        let weight = num::exp(log_weight - best) / total;
        typical.rho += weight * rho;
        typical.sigma += weight * sigma;
        typical.ramp_days += weight * ramp_days;
        for (sum, value) in typical.coefficients.iter_mut().zip(coefficients) {
            *sum += weight * value;
        }
        if weight > 1e-7 {
            components.push(Component { weight, ..component });
        }
    }
    let kept: f64 = components.iter().map(|c| c.weight).sum();
    for component in &mut components {
        component.weight /= kept;
    }
    Some(Posterior { components, typical })
}

/// Replaces scores at the ends of the scale by what the fit expects at or beyond the end.
fn unfold_edges(rows: &mut [Row], typical: &Typical) {
    for row in rows {
        let expected = dot(&row.x, &typical.coefficients);
        let beyond = |edge: f64| {
            let z = (edge - expected) / typical.sigma;
            let density = num::exp(-0.5 * z * z) / (2.0 * core::f64::consts::PI).sqrt();
            (z, density)
        };
        if row.score <= 0.0 {
            let (z, density) = beyond(0.5);
            let share = normal_below(z).max(1e-6);
            row.score = (expected - typical.sigma * density / share).clamp(-5.0, 0.0);
        } else if row.score >= 10.0 {
            let (z, density) = beyond(9.5);
            let share = (1.0 - normal_below(z)).max(1e-6);
            row.score = (expected + typical.sigma * density / share).clamp(10.0, 15.0);
        }
    }
}

/// The effect and its standard deviation a generalised least-squares fit finds when `on` had been the assignment,
/// with the error model fixed.
fn fit_under(
    diary: &Diary,
    typical: &Typical,
    with_trend: bool,
    on: impl Fn(usize) -> bool,
) -> Option<(f64, f64)> {
    let rows = rows(diary, typical.ramp_days, on);
    let sums = whiten(&rows, typical.rho);
    conditional(&sums, typical.sigma, &grid::prior_precision(with_trend)).map(|(_, mean, sd, _)| (mean, sd))
}

/// How clearly pain would have fallen had `on` been the assignment: the effect in units of its own uncertainty, the
/// statistic of the randomisation test.
pub(super) fn clearness_under(diary: &Diary, typical: &Typical, on: impl Fn(usize) -> bool) -> Option<f64> {
    fit_under(diary, typical, true, on).map(|(mean, sd)| mean / sd)
}

/// The effect a model without any trend finds, with the error model fixed: the sensitivity run.
#[must_use]
pub fn effect_without_trend(diary: &Diary, posterior: &Posterior) -> Option<f64> {
    let on = |index| diary.days().get(index).is_some_and(super::Day::is_treated);
    fit_under(diary, &posterior.typical, false, on).map(|(mean, _)| mean)
}

/// How a daily score goes with something of the same day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// Points for one unit more; negative where pain is lower.
    pub points_per_unit: f64,
    /// Lower end of the 95 % interval.
    pub low_95: f64,
    /// Upper end.
    pub high_95: f64,
    /// Days that had both.
    pub days: usize,
}

/// How pain goes with a dose, from (day, dose, pain) in the order of days; `None` under fourteen days or where the
/// dose never changes. The same error model and drift as the verdict, without sampling.
#[must_use]
pub fn association(days: &[(i32, f64, f64)]) -> Option<Association> {
    let mean = days.iter().map(|(_, dose, _)| dose).sum::<f64>() / days.len().max(1) as f64;
    let varies = days.iter().any(|(_, dose, _)| (dose - mean).abs() > 1e-9);
    if days.len() < 14 || !varies {
        return None;
    }
    let middle = f64::from(days.last()?.0) / 2.0;
    let rows: Vec<Row> = days
        .iter()
        .map(|&(day, dose, score)| {
            let mut x = [0.0; P];
            x[column::LEVEL] = 1.0;
            x[column::TREND] = (f64::from(day) - middle) / 7.0;
            x[column::EFFECT] = dose - mean;
            Row { day, score, x }
        })
        .collect();
    let mut cells = Vec::new();
    weigh(&rows, 1.0, &grid::prior_precision(true), &mut cells);
    let posterior = mixture(cells)?;
    Some(Association {
        points_per_unit: posterior.mean(),
        low_95: posterior.quantile(0.025),
        high_95: posterior.quantile(0.975),
        days: days.len(),
    })
}

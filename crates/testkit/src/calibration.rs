//! How often the verdict is right about simulated people whose truth is known: the grid, the counts, the table.
//!
//! Everybody is simulated from a seed, so that the same code gives the same table. What this module does not do:
//! decide what is good enough, or write the table ([`crate::calibration_report`] does).

use counterpose_coach::verdict::{DesignKind, VerdictKind, verdict};

use crate::diaries::{Truth, diary};

/// What a group of simulated people is counted by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// People.
    pub people: u32,
    /// Called "working" or "probably helping".
    pub good: u32,
    /// Called anything better, "small change" included.
    pub better: u32,
    /// Called "getting worse".
    pub worse: u32,
    /// With enough data for any answer.
    pub enough: u32,
    /// Whose 95 % interval holds the truth.
    pub covered_95: u32,
    /// Whose 80 % interval holds the truth.
    pub covered_80: u32,
    /// With an interval at all.
    pub with_effect: u32,
    /// With a randomisation test at or below 0.05.
    pub small_p: u32,
    /// Sum of the expected effects.
    pub sum_of_means: f64,
}

impl Tally {
    /// Two groups together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            good: self.good + other.good,
            better: self.better + other.better,
            worse: self.worse + other.worse,
            enough: self.enough + other.enough,
            covered_95: self.covered_95 + other.covered_95,
            covered_80: self.covered_80 + other.covered_80,
            with_effect: self.with_effect + other.with_effect,
            small_p: self.small_p + other.small_p,
            sum_of_means: self.sum_of_means + other.sum_of_means,
        }
    }

    /// A count as a share of all people, in percent.
    #[must_use]
    pub fn percent(&self, count: u32) -> f64 {
        100.0 * f64::from(count) / f64::from(self.people.max(1))
    }

    /// A count as a share of the people with an interval, in percent.
    #[must_use]
    pub fn percent_of_intervals(&self, count: u32) -> f64 {
        100.0 * f64::from(count) / f64::from(self.with_effect.max(1))
    }
}

/// Counts simulated people of one truth, from `first_seed` on.
#[must_use]
pub fn tally(truth: &Truth, people: u32, first_seed: u64) -> Tally {
    let mut tally = Tally::default();
    for person in 0..u64::from(people) {
        let seed = (first_seed + person).wrapping_mul(0x1234_5678_9ABC_DEF1);
        let Some(diary) = diary(truth, seed) else { continue };
        let outcome = verdict(&diary);
        let is = |kinds: &[VerdictKind]| u32::from(kinds.contains(&outcome.verdict));
        tally.people += 1;
        tally.good += is(&[VerdictKind::Working, VerdictKind::ProbablyHelping]);
        tally.better += is(&[VerdictKind::Working, VerdictKind::ProbablyHelping, VerdictKind::SmallChange]);
        tally.worse += is(&[VerdictKind::GettingWorse]);
        tally.enough += 1 - is(&[VerdictKind::NotEnoughData]);
        tally.small_p += u32::from(outcome.p_randomisation.is_some_and(|p| p <= 0.05 + 1e-9));
        if let Some(effect) = outcome.effect {
            tally.with_effect += 1;
            tally.sum_of_means += effect.mean;
            tally.covered_95 += u32::from((effect.low_95..=effect.high_95).contains(&truth.effect));
            tally.covered_80 += u32::from((effect.low_80..=effect.high_80).contains(&truth.effect));
        }
    }
    tally
}

/// What happens besides the plan.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// In words.
    pub name: &'static str,
    /// See [`Truth::drift_per_week`].
    pub drift_per_week: f64,
    /// See [`Truth::recovering`].
    pub recovering: f64,
    /// See [`Truth::bad_start`].
    pub bad_start: f64,
}

/// The courses of the grid.
pub const COURSES: [Course; 4] = [
    Course { name: "steady", drift_per_week: 0.0, recovering: 0.0, bad_start: 0.0 },
    Course { name: "recovering evenly", drift_per_week: -0.2, recovering: 0.0, bad_start: 0.0 },
    Course { name: "recovering, slowing down", drift_per_week: 0.0, recovering: 1.5, bad_start: 0.0 },
    Course { name: "began in a bad week", drift_per_week: 0.0, recovering: 0.0, bad_start: 1.5 },
];
/// Correlations from day to day of the grid.
pub const CORRELATIONS: [f64; 3] = [0.0, 0.3, 0.6];
/// Shares of days not written down.
pub const MISSING: [f64; 3] = [0.0, 0.2, 0.4];
/// Days the effect takes to build up.
pub const RAMPS: [f64; 4] = [1.0, 7.0, 14.0, 21.0];

/// One row of the grid.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The course.
    pub course: &'static str,
    /// The truth.
    pub truth: Truth,
}

/// The grid for one design and one true effect. Without an effect the ramp says nothing and only one is taken.
#[must_use]
pub fn grid(kind: DesignKind, effect: f64) -> Vec<Cell> {
    let ramps: &[f64] = match kind {
        DesignKind::AlternatingDays => &[1.0],
        _ if effect.abs() > 0.0 => &RAMPS,
        _ => &[14.0],
    };
    let mut cells = Vec::new();
    for course in &COURSES {
        for rho in CORRELATIONS {
            for missing in MISSING {
                for &ramp_days in ramps {
                    let truth = Truth {
                        kind,
                        effect,
                        level: if effect < 0.0 { 6.5 } else { 5.5 },
                        ramp_days,
                        drift_per_week: course.drift_per_week,
                        recovering: course.recovering,
                        bad_start: course.bad_start,
                        rho,
                        missing,
                        ..Truth::default()
                    };
                    cells.push(Cell { course: course.name, truth });
                }
            }
        }
    }
    cells
}

/// The tallies of many cells, on as many threads as the machine gives.
#[must_use]
pub fn tallies(cells: &[Cell], people: u32) -> Vec<Tally> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let one = |index: usize, cell: &Cell| tally(&cell.truth, people, 1_000_000 * index as u64);
    let mut all = vec![Tally::default(); cells.len()];
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|thread| {
                let mine = cells.iter().enumerate().skip(thread).step_by(threads);
                scope.spawn(move || mine.map(|(index, cell)| (index, one(index, cell))).collect::<Vec<_>>())
            })
            .collect();
        for thread in running {
            for (index, tally) in thread.join().unwrap_or_default() {
                all[index] = tally;
            }
        }
    });
    all
}

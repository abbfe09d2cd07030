//! When a difference between two scores may be called one.
//!
//! Inside the measurement error nothing is better or worse. Outside it a change that matters is told apart from one
//! that does not: "improved" needs the absolute and the relative threshold, "probably" one of them (Ostelo 2008,
//! Spine 33:90, for both thresholds).

use counterpose_quantity as quantity;
use serde::{Deserialize, Serialize};

use super::instrument::{Good, Instrument, InstrumentId};
use crate::verdict::{Outcome, VerdictKind};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a difference is called.
    Reading {
        /// Better by enough to matter, by both thresholds.
        Improved = "improved",
        /// Better by enough to matter by one of the thresholds.
        ProbablyImproved = "probably-improved",
        /// Better by more than the error, by less than matters.
        Better = "better",
        /// Inside the measurement error.
        WithinError = "within-error",
        /// Worse by more than the error.
        Worse = "worse",
        /// Nothing can be said: the error, the direction or the start is not known.
        Unknown = "unknown",
    }
}

/// A score against where it began.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The instrument.
    pub instrument: InstrumentId,
    /// The mean at the start.
    pub start: f64,
    /// Now.
    pub now: f64,
    /// Now less the start, in units of the score.
    pub change: f64,
    /// The measurement error, where known.
    pub error: Option<f64>,
    /// What it is called.
    pub reading: Reading,
    /// Whether the start lies where the score hardly moves.
    pub at_the_edge: bool,
}

/// Compares a score with the scores at the start; `None` where there is no start. With two or more of them their
/// mean is what is compared with.
#[must_use]
pub fn compare(id: InstrumentId, starts: &[f64], now: f64) -> Option<Comparison> {
    let row = id.row();
    if starts.is_empty() {
        return None;
    }
    let start = starts.iter().sum::<f64>() / starts.len() as f64;
    let at_the_edge = row.poor_outside.is_some_and(|(low, high)| start < low || start > high);
    Some(Comparison {
        instrument: id,
        start,
        now,
        change: now - start,
        error: row.error.map(|error| error.value),
        reading: read(row, start, now),
        at_the_edge,
    })
}

fn read(row: &Instrument, start: f64, now: f64) -> Reading {
    let (Some(good), Some(error)) = (row.good, row.error) else { return Reading::Unknown };
    let better_by = match good {
        Good::Lower => start - now,
        Good::Higher => now - start,
    };
    // Means of whole numbers carry a last bit; half a thousandth is no change of anything.
    let reaches = |threshold: f64| better_by >= threshold - 5e-4;
    if -better_by >= error.value - 5e-4 {
        return Reading::Worse;
    }
    if !reaches(error.value) {
        return Reading::WithinError;
    }
    let absolute = row.important.is_some_and(|important| reaches(important.value));
    match row.important_share {
        Some(share) => {
            let relative = start > 0.0 && reaches(share.value * start);
            match (absolute, relative) {
                (true, true) => Reading::Improved,
                (false, false) => Reading::Better,
                _ => Reading::ProbablyImproved,
            }
        }
        None if absolute => Reading::Improved,
        None => Reading::Better,
    }
}

/// The verdict with a second measure beside it: "working" does not stand against a measure that got worse, and the
/// Roland-Morris total going up by its threshold is itself "getting worse".
#[must_use]
pub fn tempered(outcome: &Outcome, second: Option<&Comparison>) -> VerdictKind {
    let Some(second) = second else { return outcome.verdict };
    match (outcome.verdict, second.reading) {
        (_, Reading::Worse) if second.instrument == InstrumentId::RolandMorris => VerdictKind::GettingWorse,
        (VerdictKind::Working, Reading::Worse) => VerdictKind::ProbablyHelping,
        (kind, _) => kind,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reading(id: InstrumentId, start: f64, now: f64) -> Reading {
        compare(id, &[start], now).unwrap().reading
    }

    #[test]
    fn both_thresholds_one_or_none() {
        use InstrumentId::{OwnActivities, PainAverage, PromisPhysicalFunction, RolandMorris, StartBack};
        assert_eq!(reading(PainAverage, 6.0, 4.0), Reading::Improved);
        assert_eq!(reading(PainAverage, 8.0, 6.0), Reading::ProbablyImproved, "2 points, 25 %");
        assert_eq!(reading(PainAverage, 6.0, 4.5), Reading::WithinError);
        assert_eq!(reading(PainAverage, 4.0, 6.0), Reading::Worse);
        assert_eq!(reading(RolandMorris, 14.0, 9.0), Reading::Improved);
        assert_eq!(reading(RolandMorris, 9.0, 13.0), Reading::WithinError);
        assert_eq!(reading(OwnActivities, 4.0, 6.2), Reading::Better);
        assert_eq!(reading(OwnActivities, 4.0, 6.3), Reading::Improved);
        assert_eq!(reading(PromisPhysicalFunction, 40.0, 55.0), Reading::Unknown, "its error is not known");
        assert_eq!(reading(StartBack, 7.0, 1.0), Reading::Unknown, "it tells the outlook, not the course");
        assert_eq!(compare(PainAverage, &[], 4.0), None);
        assert_eq!(compare(PainAverage, &[5.0, 7.0], 4.0).unwrap().start, 6.0);
        assert!(compare(RolandMorris, &[3.0], 1.0).unwrap().at_the_edge);
    }

    proptest! {
        #[test]
        fn nothing_is_called_better_or_worse_inside_its_error(
            which in 0..InstrumentId::ALL.len(), start in 0.0..1.0_f64, step in -0.999..0.999_f64,
        ) {
            let id = InstrumentId::ALL[which];
            let row = id.row();
            let start = row.min + start * (row.max - row.min);
            let error = row.error.map_or(0.0, |error| error.value);
            let now = start + step * (error - 1e-3).max(0.0);
            let reading = reading(id, start, now);
            prop_assert!(matches!(reading, Reading::WithinError | Reading::Unknown), "{reading:?}");
        }

        #[test]
        fn a_better_score_never_reads_worse(start in 0.0..10.0_f64, a in 0.0..10.0_f64, b in 0.0..10.0_f64) {
            let rank = |now: f64| match reading(InstrumentId::PainAverage, start, now) {
                Reading::Improved => 4,
                Reading::ProbablyImproved => 3,
                Reading::Better => 2,
                Reading::WithinError => 1,
                Reading::Worse | Reading::Unknown => 0,
            };
            prop_assert!(rank(a.min(b)) >= rank(a.max(b)));
        }
    }
}

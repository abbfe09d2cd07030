//! What became of reminders, by day: the dose that the verdict reads.
//!
//! Done, skipped, snoozed and missed are told apart. A natural break in time counts as done by itself and is neither
//! praised nor missed; it takes no part in the share done.

use counterpose_quantity as quantity;
use serde::{Deserialize, Serialize};

use crate::verdict::model::{self, Association};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What became of a reminder.
    What {
        /// Done.
        Done = "done",
        /// The person said no to it.
        Skipped = "skipped",
        /// Put off; it comes again.
        Snoozed = "snoozed",
        /// Shown and not answered, or gone by while nobody could be told.
        Missed = "missed",
        /// Not needed: the person had just got up by themselves.
        NaturalBreak = "natural-break",
    }
}

/// A day's reminders of one habit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DayDose {
    /// Done.
    pub done: u32,
    /// Said no to.
    pub skipped: u32,
    /// Put off; each of them ends as something else too.
    pub snoozed: u32,
    /// Missed.
    pub missed: u32,
    /// Natural breaks in their place.
    pub natural_breaks: u32,
    /// Minutes sat, where known.
    pub sat_minutes: Option<f64>,
}

impl DayDose {
    /// Counts one answer.
    pub fn count(&mut self, what: What) {
        let place = match what {
            What::Done => &mut self.done,
            What::Skipped => &mut self.skipped,
            What::Snoozed => &mut self.snoozed,
            What::Missed => &mut self.missed,
            What::NaturalBreak => &mut self.natural_breaks,
        };
        *place = place.saturating_add(1);
    }

    /// The share of what was asked that was done; `None` where nothing was asked.
    #[must_use]
    pub fn done_fraction(&self) -> Option<f64> {
        let asked = self.done + self.skipped + self.missed;
        (asked > 0).then(|| f64::from(self.done) / f64::from(asked))
    }

    /// Done per hour sat; `None` where sitting is not known or was under half an hour.
    #[must_use]
    pub fn per_hour_sat(&self) -> Option<f64> {
        self.sat_minutes
            .filter(|minutes| *minutes >= 30.0)
            .map(|minutes| 60.0 * f64::from(self.done) / minutes)
    }
}

/// How the evening's pain goes with the day's dose: points of pain for one more an hour sat, the drift of the weeks
/// and the memory of yesterday taken out. An association, not an effect: a bad day may be a day with fewer squeezes.
/// `None` under fourteen days that have both, or where the dose never changes.
#[must_use]
pub fn with_evening_pain(days: &[(i32, DayDose, Option<f64>)]) -> Option<Association> {
    let pairs: Vec<(i32, f64, f64)> =
        days.iter().filter_map(|(day, dose, pain)| Some((*day, dose.per_hour_sat()?, (*pain)?))).collect();
    model::association(&pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_its_answers_apart() {
        let mut day = DayDose { sat_minutes: Some(240.0), ..DayDose::default() };
        assert_eq!(day.done_fraction(), None);
        for what in [What::Done, What::Done, What::Skipped, What::Snoozed, What::Missed, What::NaturalBreak] {
            day.count(what);
        }
        assert_eq!(day.done_fraction(), Some(0.5));
        assert_eq!(day.per_hour_sat(), Some(0.5));
        assert_eq!(DayDose { sat_minutes: Some(10.0), ..day }.per_hour_sat(), None);
    }

    #[test]
    fn pain_that_falls_with_the_dose_is_seen_and_no_dose_is_no_answer() {
        let day = |n: i32| {
            let done = u32::try_from(n * 7 % 9).unwrap();
            let dose = DayDose { done, sat_minutes: Some(240.0), ..DayDose::default() };
            let wobble = [0.3, -0.4, 0.1, -0.2, 0.4, -0.1, 0.2][usize::try_from(n % 7).unwrap()];
            (n, dose, Some(6.0 - 1.5 * f64::from(done) / 4.0 + wobble))
        };
        let days: Vec<_> = (0..40).map(day).collect();
        let seen = with_evening_pain(&days).unwrap();
        assert!(seen.high_95 < 0.0 && (seen.points_per_unit + 1.5).abs() < 0.5, "{seen:?}");
        assert_eq!(with_evening_pain(&days[..13]), None);
        let still: Vec<_> = days.iter().map(|(n, _, pain)| (*n, days[2].1, *pain)).collect();
        assert_eq!(with_evening_pain(&still), None);
    }
}

//! What is asked on a day: a pure function of the calendar and of what was asked before.
//!
//! Goals come before pain. The Roland-Morris comes at weeks 0, 4, 8 and 12, never before the second session; each
//! wave stands for two weeks and is gone when it is answered or skipped. Nothing here nags: what was not answered in
//! its time is not asked later.

use counterpose_quantity as quantity;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Something to ask.
    Ask {
        /// The person's own activities (weekly).
        OwnActivities = "own-activities",
        /// Average and worst pain of the day (evenings).
        DailyPain = "daily-pain",
        /// How much pain got in the way (weekly).
        Interference = "interference",
        /// The 24 statements (weeks 0, 4, 8, 12).
        RolandMorris = "roland-morris",
        /// How it is compared with the start (weeks 4, 8, 12).
        GlobalChange = "global-change",
        /// The self-tests (every four weeks).
        SelfTests = "self-tests",
    }
}

/// The weeks at which the Roland-Morris is asked.
pub const ROLAND_MORRIS_WEEKS: [i64; 4] = [0, 4, 8, 12];
/// The weeks at which the global question is asked.
pub const GLOBAL_CHANGE_WEEKS: [i64; 3] = [4, 8, 12];
/// How long a wave stands, in days.
pub const WAVE_DAYS: i64 = 14;
/// Sessions done before anything longer than the daily line is asked.
pub const SESSIONS_BEFORE: u32 = 2;

/// What happened so far, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// The day the plan began; nothing is due before.
    pub began: Option<Date>,
    /// Sessions done.
    pub sessions_done: u32,
    /// When each thing was last answered.
    pub answered: Vec<(Ask, Date)>,
    /// When each thing was skipped.
    pub skipped: Vec<(Ask, Date)>,
}

impl Past {
    /// The days since it was last answered or skipped, seen from a day.
    fn since(&self, ask: Ask, today: Date) -> Option<i64> {
        let dates = self.answered.iter().chain(&self.skipped);
        dates.filter(|(what, _)| *what == ask).map(|(_, on)| days(*on, today)).filter(|days| *days >= 0).min()
    }
}

fn days(from: Date, to: Date) -> i64 {
    crate::dates::days_between(from, to)
}

/// What is due on a day, in the order it is shown.
#[must_use]
pub fn due(past: &Past, today: Date) -> Vec<Ask> {
    let Some(day) = past.began.map(|began| days(began, today)).filter(|day| *day >= 0) else {
        return vec![];
    };
    Ask::ALL.iter().copied().filter(|ask| is_due(*ask, past, day, today)).collect()
}

fn is_due(ask: Ask, past: &Past, day: i64, today: Date) -> bool {
    let since = past.since(ask, today);
    let ready = past.sessions_done >= SESSIONS_BEFORE;
    let every = |days: i64| since.is_none_or(|since| since >= days);
    match ask {
        Ask::DailyPain => every(1),
        Ask::OwnActivities | Ask::Interference => ready && every(7),
        Ask::RolandMorris => ready && in_wave(&ROLAND_MORRIS_WEEKS, day, since),
        Ask::GlobalChange => ready && in_wave(&GLOBAL_CHANGE_WEEKS, day, since),
        Ask::SelfTests => ready && day >= 7 && every(28),
    }
}

/// Whether a wave is open and not yet answered or skipped.
fn in_wave(weeks: &[i64], day: i64, since: Option<i64>) -> bool {
    weeks.iter().any(|week| {
        let into = day - 7 * week;
        (0..WAVE_DAYS).contains(&into) && since.is_none_or(|since| since > into)
    })
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const BEGAN: Date = date(2026, 3, 1);

    fn past(sessions_done: u32) -> Past {
        Past { began: Some(BEGAN), sessions_done, ..Past::default() }
    }

    fn on(day: i64) -> Date {
        BEGAN.saturating_add(day.days())
    }

    #[test]
    fn before_the_second_session_only_the_daily_line_is_asked() {
        assert_eq!(due(&past(1), on(0)), vec![Ask::DailyPain]);
        assert_eq!(due(&past(1), on(30)), vec![Ask::DailyPain]);
        assert_eq!(due(&Past::default(), on(3)), vec![]);
        assert_eq!(due(&past(5), on(-1)), vec![]);
        let second = due(&past(2), on(1));
        assert_eq!(second, vec![Ask::OwnActivities, Ask::DailyPain, Ask::Interference, Ask::RolandMorris]);
    }

    #[test]
    fn the_statements_come_in_four_waves_and_a_skip_is_an_answer() {
        let mut told = past(9);
        let mut asked = Vec::new();
        for day in 0..140 {
            if due(&told, on(day)).contains(&Ask::RolandMorris) {
                asked.push(day);
                let list = if asked.len() == 2 { &mut told.skipped } else { &mut told.answered };
                list.push((Ask::RolandMorris, on(day)));
            }
        }
        assert_eq!(asked, vec![0, 28, 56, 84]);
        let ignored: Vec<i64> =
            (0..140).filter(|day| due(&past(9), on(*day)).contains(&Ask::RolandMorris)).collect();
        let waves: Vec<i64> = [0, 28, 56, 84].iter().flat_map(|start| *start..start + 14).collect();
        assert_eq!(ignored, waves, "a wave that nobody answers goes by");
    }

    #[test]
    fn the_global_question_waits_for_week_four_and_tests_for_a_month() {
        let first = |ask| (0..140).find(|day| due(&past(9), on(*day)).contains(&ask));
        assert_eq!(first(Ask::GlobalChange), Some(28));
        let mut told = past(9);
        told.answered.push((Ask::SelfTests, on(10)));
        assert!(!due(&told, on(37)).contains(&Ask::SelfTests));
        assert!(due(&told, on(38)).contains(&Ask::SelfTests));
    }

    proptest! {
        #[test]
        fn what_was_answered_today_is_not_asked_again_today(day in 0..200_i64, sessions in 0..5_u32) {
            let mut told = past(sessions);
            for ask in Ask::ALL {
                told.answered.push((*ask, on(day)));
            }
            prop_assert_eq!(due(&told, on(day)), vec![]);
        }
    }
}

//! What is tracked between sessions: daily pain, outcomes, re-tests, draws of a design, reminders and sitting.
//!
//! The payloads of these kinds and their fold. A draw counts only when it was written before it takes effect, and
//! nothing written later changes it. What this module does not do: read a verdict off it (`coach` does).

use std::collections::BTreeMap;

use counterpose_coach::dates;
use counterpose_coach::reminder::{DayDose, What};
use counterpose_coach::verdict::draw::{self, Draw, Plan};
use counterpose_coach::verdict::{Day, Design, Diary, DiaryError};
use counterpose_quantity::{PainScore, RatingScore, Side};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::day::days_between;
use crate::entry::Entry;
use crate::payload::Ended;
use crate::state::{Dated, State};

/// An earlier day can be told for so many days; what is remembered after that is no diary.
pub const TOLD_LATER_DAYS: i64 = 7;

/// Pain of a day, as told in the evening. Told again for the same day, each field replaces the earlier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyPain {
    /// The day it is about, where it is an earlier one than the day it was told on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// On average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<PainScore>,
    /// At its worst.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst: Option<PainScore>,
    /// Whether the day was a flare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flare: Option<bool>,
}

/// Answers to an outcome measure, or that it was skipped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeAnswered {
    /// Which, by its identifier (`roland-morris`, `own-activities` and so on).
    pub instrument: String,
    /// The total; for licensed instruments all there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    /// The statements ticked, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<u8>,
    /// Ratings, item by item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<RatingScore>,
    /// What the ratings are of, in their order, where the person named it (their own activities).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    /// For how many minutes each of them is bearable, where told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minutes: Vec<Option<u16>>,
    /// Not wanted this time.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub skipped: bool,
    /// Typed in from a clinic.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub from_clinic: bool,
}

impl OutcomeAnswered {
    /// Nothing answered yet.
    #[must_use]
    pub fn of(instrument: &str) -> Self {
        Self {
            instrument: instrument.to_owned(),
            total: None,
            ticked: Vec::new(),
            ratings: Vec::new(),
            activities: Vec::new(),
            minutes: Vec::new(),
            skipped: false,
            from_clinic: false,
        }
    }
}

/// "Try it and see": a movement or self-test before and after one exercise of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Retest {
    /// The session.
    pub session: Uuid,
    /// The exercise in between.
    pub exercise: String,
    /// What was tested.
    pub test: String,
    /// On which side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Before, in the test's unit.
    pub before: f64,
    /// After.
    pub after: f64,
}

/// A design drawn from a seed: what was drawn follows from plan and seed, and is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DesignDrawn {
    /// What was drawn from.
    pub plan: Plan,
    /// The seed.
    pub seed: u64,
    /// Day 0 of the diary.
    #[serde(with = "dates")]
    pub first_day: Date,
    /// The last day of the design; a next one may begin after it.
    #[serde(with = "dates")]
    pub until: Date,
}

impl DesignDrawn {
    /// What the seed gives.
    ///
    /// # Errors
    /// When there is nothing to draw from.
    pub fn draw(&self) -> Result<Draw, draw::DrawError> {
        draw::draw(&self.plan, self.seed)
    }

    /// The first day on which the draw makes a difference.
    fn takes_effect_on(&self) -> Option<Date> {
        let day = match &self.plan {
            Plan::RandomisedStart { first_day, .. } => *first_day,
            Plan::StaggeredStarts { windows } => windows.first()?.0,
            Plan::AlternatingBlocks { .. } | Plan::AlternatingDays { .. } => 0,
        };
        Some(crate::day::plus_days(self.first_day, i64::from(day)))
    }
}

/// What became of one reminder. Done, skipped, snoozed and missed are entries of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderAnswered {
    /// The rule.
    pub rule: String,
    /// The habit.
    pub habit: String,
    /// When it was due; with the rule its name.
    pub due_ms: i64,
    /// What became of it.
    pub what: What,
}

/// Time sat, as a device saw it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sat {
    /// Minutes; several entries of a day add up.
    pub minutes: f64,
}

/// What all of these come to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tracking {
    /// Pain by day.
    pub pain: BTreeMap<Date, DailyPain>,
    /// Outcome measures in the order of history.
    pub outcomes: Vec<Dated<OutcomeAnswered>>,
    /// Re-tests in the order of history.
    pub retests: Vec<Dated<Retest>>,
    /// Draws that stand.
    pub draws: Vec<Dated<DesignDrawn>>,
    /// Draws that came too late, or while another stood: kept in the journal and not followed.
    pub draws_refused: usize,
    /// Reminders by habit and day.
    pub reminders: BTreeMap<String, BTreeMap<Date, DayDose>>,
    /// Minutes sat by day.
    pub sat: BTreeMap<Date, f64>,
    /// Reminders that have their end, so that two devices do not count one twice.
    #[serde(skip)]
    ended: BTreeMap<(String, i64), What>,
}

impl Tracking {
    /// Whether nothing is tracked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn pain(&mut self, entry: &Entry, pain: DailyPain) {
        let allowed = |on: &Date| (0..=TOLD_LATER_DAYS).contains(&days_between(*on, entry.date));
        let date = pain.on.unwrap_or(entry.date);
        if !allowed(&date) {
            return;
        }
        let day = self.pain.entry(date).or_default();
        day.average = pain.average.or(day.average);
        day.worst = pain.worst.or(day.worst);
        day.flare = pain.flare.or(day.flare);
    }

    pub(crate) fn drawn(&mut self, entry: &Entry, drawn: DesignDrawn) {
        let in_time = drawn.takes_effect_on().is_some_and(|day| entry.date < day) && drawn.draw().is_ok();
        let free = self.draws.iter().all(|standing| standing.value.until < drawn.first_day);
        if in_time && free && drawn.until >= drawn.first_day {
            self.draws.push(dated(entry, drawn));
        } else {
            self.draws_refused += 1;
        }
    }

    pub(crate) fn reminder(&mut self, entry: &Entry, answered: ReminderAnswered) {
        let name = (answered.rule, answered.due_ms);
        if answered.what != What::Snoozed {
            if self.ended.contains_key(&name) {
                return;
            }
            self.ended.insert(name, answered.what);
        }
        let days = self.reminders.entry(answered.habit).or_default();
        days.entry(entry.date).or_default().count(answered.what);
    }

    pub(crate) fn sat(&mut self, entry: &Entry, sat: Sat) {
        if sat.minutes.is_finite() && sat.minutes > 0.0 {
            let day = self.sat.entry(entry.date).or_default();
            *day = (*day + sat.minutes).min(24.0 * 60.0);
        }
    }

    /// A day's reminders of a habit, with the time sat.
    #[must_use]
    pub fn dose(&self, habit: &str, day: Date) -> DayDose {
        let counted = self.reminders.get(habit).and_then(|days| days.get(&day)).copied().unwrap_or_default();
        DayDose { sat_minutes: self.sat.get(&day).copied(), ..counted }
    }

    /// Days with dose and evening pain, for [`counterpose_coach::reminder::dose::with_evening_pain`].
    #[must_use]
    pub fn dose_and_pain(&self, habit: &str) -> Vec<(i32, DayDose, Option<f64>)> {
        let Some(first) = self.pain.keys().next().copied() else { return vec![] };
        self.pain
            .iter()
            .map(|(date, pain)| (day_number(first, *date), self.dose(habit, *date), average(pain)))
            .collect()
    }
}

fn day_number(first: Date, date: Date) -> i32 {
    i32::try_from(days_between(first, date)).unwrap_or(i32::MAX)
}

fn average(pain: &DailyPain) -> Option<f64> {
    pain.average.map(|pain| f64::from(pain.get()))
}

pub(crate) fn dated<T>(entry: &Entry, value: T) -> Dated<T> {
    Dated { date: entry.date, at_ms: entry.at_ms, value }
}

impl State {
    /// The diary up to a day: from the first day of the last draw to its end, or from the first pain told, with the plan
    /// on from its drawn start, or from `plan_began`. A day counts as done where a session was ended on it; a today
    /// without one is not over yet.
    ///
    /// # Errors
    /// When no diary can be made of it.
    pub fn diary(
        &self,
        plan_began: Option<Date>,
        pain_weeks: Option<f64>,
        today: Date,
    ) -> Result<Diary, DiaryError> {
        let drawn = self.tracking.draws.iter().rev().find(|drawn| drawn.value.first_day <= today);
        let first = drawn.map(|it| it.value.first_day).or_else(|| self.tracking.pain.keys().next().copied());
        let Some(first) = first else { return Diary::new(Design::before_after(), pain_weeks, vec![]) };
        let draw = drawn.and_then(|it| it.value.draw().ok());
        let mut done: BTreeMap<Date, f64> = BTreeMap::new();
        for (_, session) in self.sessions_done() {
            let ended = session.finished.as_ref().map(|it| it.value.ended);
            if let (Some(date), Some(ended)) = (session.date(), ended) {
                let share = if ended == Ended::Completed { 1.0 } else { 0.5 };
                let day = done.entry(date).or_default();
                *day = day.max(share);
            }
        }
        let mut days = Vec::new();
        let mut date = first;
        let last = drawn.map_or(today, |it| it.value.until.min(today));
        while date <= last && days.len() < 3660 {
            let number = day_number(first, date);
            let on = match &draw {
                Some(draw) => draw.is_treated(number),
                None => plan_began.is_some_and(|began| date >= began),
            };
            let pain = self.tracking.pain.get(&date);
            days.push(Day {
                day: number,
                pain: pain.and_then(average),
                phase: if on { "plan" } else { "baseline" }.to_owned(),
                treated: Some(on),
                done_fraction: match done.get(&date) {
                    _ if !on => None,
                    None if date == today => None,
                    share => Some(share.copied().unwrap_or(0.0)),
                },
                flare: pain.and_then(|pain| pain.flare).unwrap_or(false),
            });
            date = crate::day::plus_days(date, 1);
        }
        Diary::new(draw.map_or_else(Design::before_after, |draw| draw.design), pain_weeks, days)
    }
}

#[cfg(test)]
mod tests {
    use counterpose_coach::verdict::DesignKind;
    use jiff::civil::date;

    use super::*;
    use crate::moment::Moment;
    use crate::payload::Payload;
    use crate::{Writer, fold};

    const HOUR_MS: i64 = 3_600_000;
    const FIRST: Date = date(2026, 3, 2);

    struct Pen {
        writer: Writer,
        entries: Vec<Entry>,
    }

    impl Pen {
        fn new() -> Self {
            Self { writer: Writer::new(Uuid::from_u128(0xd1), 0), entries: vec![] }
        }

        /// Writes at noon of a day of the diary.
        fn write(&mut self, day: i64, payload: &Payload) {
            let noon: jiff::Timestamp = "2026-03-02T12:00:00Z".parse().unwrap();
            let now_ms = noon.as_millisecond() + day * 24 * HOUR_MS;
            let moment = Moment { now_ms, offset_minutes: 0, zone: "UTC".into(), entropy: now_ms as u128 };
            self.entries.push(self.writer.write(&moment, payload).unwrap());
        }
    }

    fn drawn(seed: u64, first_day: Date, until: Date) -> Payload {
        let plan = Plan::RandomisedStart { first_day: 7, last_day: 26 };
        Payload::DesignDrawn(DesignDrawn { plan, seed, first_day, until })
    }

    #[test]
    fn a_draw_stands_once_written_and_one_that_comes_late_does_not() {
        let until = date(2026, 5, 1);
        let mut pen = Pen::new();
        pen.write(0, &drawn(1, FIRST, until));
        pen.write(1, &drawn(2, FIRST, until));
        pen.write(30, &drawn(3, date(2026, 5, 2), date(2026, 7, 1)));
        let state = fold(&pen.entries);
        let seeds: Vec<u64> = state.tracking.draws.iter().map(|it| it.value.seed).collect();
        assert_eq!((seeds, state.tracking.draws_refused), (vec![1, 3], 1), "the second try changes nothing");
        let mut late = Pen::new();
        late.write(7, &drawn(1, FIRST, until));
        let state = fold(&late.entries);
        assert_eq!((state.tracking.draws.len(), state.tracking.draws_refused), (0, 1));
    }

    #[test]
    fn a_diary_follows_the_draw_and_not_the_wish() {
        let mut pen = Pen::new();
        pen.write(0, &drawn(5, FIRST, date(2026, 5, 1)));
        let start = draw::draw(&Plan::RandomisedStart { first_day: 7, last_day: 26 }, 5).unwrap().starts[0];
        for day in 0..40 {
            if day % 3 != 0 {
                let average = PainScore::new(5).ok();
                pen.write(day, &Payload::DailyPain(DailyPain { average, ..DailyPain::default() }));
            }
        }
        let state = fold(&pen.entries);
        let diary = state.diary(Some(FIRST), Some(20.0), date(2026, 4, 10)).unwrap();
        assert_eq!(diary.design().kind, DesignKind::RandomisedStart);
        assert_eq!(diary.start_day(), Some(start));
        assert_eq!(diary.days().len(), 40);
        assert_eq!(diary.days().iter().filter(|day| day.pain.is_none()).count(), 14);
        let empty = fold(&[]).diary(None, None, FIRST).unwrap();
        assert!(empty.days().is_empty());
    }

    #[test]
    fn an_earlier_day_can_be_told_for_a_week_and_no_later_one() {
        let mut pen = Pen::new();
        let told = |on| {
            let average = PainScore::new(6).ok();
            Payload::DailyPain(DailyPain { on: Some(on), average, ..DailyPain::default() })
        };
        pen.write(10, &told(date(2026, 3, 5)));
        pen.write(10, &told(date(2026, 3, 4)));
        pen.write(10, &told(date(2026, 3, 13)));
        let days: Vec<Date> = fold(&pen.entries).tracking.pain.into_keys().collect();
        assert_eq!(days, [date(2026, 3, 5)], "seven days back, neither eight nor tomorrow");
    }

    #[test]
    fn a_diary_ends_with_its_design_and_today_is_not_over() {
        let mut pen = Pen::new();
        pen.write(0, &drawn(5, FIRST, date(2026, 4, 10)));
        let state = fold(&pen.entries);
        let last = |today| state.diary(None, None, today).unwrap().days().last().cloned().unwrap();
        assert_eq!(last(date(2026, 6, 1)).day, 39);
        assert_eq!(last(date(2026, 4, 1)).done_fraction, None);
        assert_eq!(last(date(2026, 6, 1)).done_fraction, Some(0.0));
    }

    #[test]
    fn a_reminder_ends_once_whoever_says_so_and_pain_is_told_in_parts() {
        let mut pen = Pen::new();
        let answered = |what| {
            Payload::ReminderAnswered(ReminderAnswered {
                rule: "squeeze".into(),
                habit: "glute-squeeze".into(),
                due_ms: 7,
                what,
            })
        };
        for what in [What::Snoozed, What::Done, What::Missed] {
            pen.write(0, &answered(what));
        }
        pen.write(0, &Payload::Sat(Sat { minutes: 90.0 }));
        pen.write(0, &Payload::Sat(Sat { minutes: 30.0 }));
        let told = |average, worst| {
            let score = |value: Option<i64>| value.and_then(|value| PainScore::new(value).ok());
            Payload::DailyPain(DailyPain {
                average: score(average),
                worst: score(worst),
                ..DailyPain::default()
            })
        };
        pen.write(0, &told(Some(4), None));
        pen.write(0, &told(None, Some(7)));
        let state = fold(&pen.entries);
        let dose = state.tracking.dose("glute-squeeze", FIRST);
        assert_eq!((dose.done, dose.snoozed, dose.missed), (1, 1, 0));
        assert_eq!(dose.per_hour_sat(), Some(0.5));
        let pain = state.tracking.pain.get(&FIRST).unwrap();
        assert_eq!((pain.average.map(PainScore::get), pain.worst.map(PainScore::get)), (Some(4), Some(7)));
        assert_eq!(state.tracking.dose_and_pain("glute-squeeze").len(), 1);
    }
}

//! What the journal comes to for the progress page: the verdict, what it is compared with, the days of the diary.
//!
//! Worked out anew, never stored; the verdict once a day or when the journal grows. What this module does not do:
//! decide what a difference is called (`coach` does) or choose words (`pages::progress` does).

use counterpose_coach::outcome::change::tempered;
use counterpose_coach::outcome::{Comparison, InstrumentId, compare};
use counterpose_coach::reminder::dose;
use counterpose_coach::verdict::rules::LEAST_PAIN_WEEKS;
use counterpose_coach::verdict::{DesignKind, Outcome, VerdictKind, verdict};
use counterpose_journal::day::{days_between, plus_days};
use counterpose_quantity::Side;
use jiff::civil::Date;

use super::Client;
use super::diary::goal_key;
use crate::pages::progress::{self as page, Curve, GoalNow, PainDay, Week};
use crate::view::{ProgressPage, VerdictCard};

/// The habit behind the squeeze reminder.
pub(super) const SQUEEZE: &str = "glute-squeeze";
/// Weeks shown of minutes.
const MOST_WEEKS: usize = 10;

/// The verdict of a day.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) outcome: Outcome,
    pub(super) design: DesignKind,
    /// With the second measure beside it.
    pub(super) kind: VerdictKind,
}

impl Client {
    /// The verdict of today; `None` where no pain was ever written down.
    pub(super) fn told(&self) -> Option<&Told> {
        self.verdict.get_or_init(|| self.work_out()).as_ref()
    }

    fn work_out(&self) -> Option<Told> {
        let first = self.state.tracking.pain.keys().next()?;
        let weeks = self.pain_weeks_on(*first);
        let diary = self.state.diary(self.plan_began(), weeks, self.day).ok()?;
        let outcome = verdict(&diary);
        let kind = tempered(&outcome, self.second_measure().as_ref());
        Some(Told { outcome, design: diary.design().kind, kind })
    }

    pub(super) fn is_getting_worse(&self) -> bool {
        self.told().is_some_and(|told| told.kind == VerdictKind::GettingWorse)
    }

    /// How long the pain had been there on a day, in weeks, where it is known.
    pub(super) fn pain_weeks_on(&self, day: Date) -> Option<f64> {
        let now = self.decided.intake.complaint.as_ref()?.duration_weeks?.get();
        #[allow(clippy::cast_precision_loss, reason = "days of a life")]
        let since = days_between(day, self.day) as f64 / 7.0;
        Some((now - since).max(0.0))
    }

    /// Whether nothing may be called better or worse, because the pain is too young.
    fn is_young(&self) -> bool {
        let first = self.state.tracking.pain.keys().next().copied().unwrap_or(self.day);
        self.pain_weeks_on(first).is_some_and(|weeks| weeks < LEAST_PAIN_WEEKS)
    }

    /// What stands beside pain: the statements, else the person's own activities.
    fn second_measure(&self) -> Option<Comparison> {
        [InstrumentId::RolandMorris, InstrumentId::OwnActivities].into_iter().find_map(|id| {
            let values = self.totals(id);
            let (start, now) = (values.first()?, values.last()?);
            (values.len() > 1).then(|| compare(id, &[start.1], now.1))?
        })
    }

    /// The totals of an instrument by day; of the own activities only as long as they were the same ones.
    pub(super) fn totals(&self, id: InstrumentId) -> Vec<(Date, f64)> {
        let all = self.state.tracking.outcomes.iter().filter(|it| it.value.instrument == id.as_str());
        let told: Vec<_> = all.filter(|it| !it.value.skipped && it.value.total.is_some()).collect();
        let same = told.last().map(|it| it.value.activities.clone()).unwrap_or_default();
        let mut values: Vec<(Date, f64)> = Vec::new();
        for it in told.iter().filter(|it| it.value.activities == same) {
            let Some(total) = it.value.total else { continue };
            // Told again on the same day, the later counts.
            values.retain(|(date, _)| *date != it.date);
            values.push((it.date, total));
        }
        values
    }

    pub(super) fn progress_page(&self) -> ProgressPage {
        let texts = &self.texts;
        let days = self.pain_days();
        let mut charts = Vec::new();
        charts.extend(page::pain(texts, &days, self.is_young(), &self.open));
        for id in [InstrumentId::OwnActivities, InstrumentId::Interference, InstrumentId::RolandMorris] {
            charts.extend(page::instrument(texts, id, &self.totals(id), self.is_young(), &self.open));
        }
        charts.extend(page::minutes(texts, &self.weeks(), &self.open));
        let curves = self.test_curves();
        charts.extend(curves.iter().filter_map(|curve| page::test(texts, curve, &self.open)));
        ProgressPage {
            heading: texts.get("title-progress"),
            lead: texts.get("progress-lead"),
            goals: page::goals(texts, &self.goals_now(), self.may_move()),
            verdict: self.verdict_card(),
            look_back: self.look_back(),
            charts,
            single: page::single(texts, &self.single_totals(), &curves),
            buttons: page::buttons(texts, self.may_move()),
        }
    }

    fn verdict_card(&self) -> Option<VerdictCard> {
        let told = self.told()?;
        Some(page::verdict(&self.texts, &told.outcome, told.kind, told.design))
    }

    /// The goals with how they went at the start and go now.
    fn goals_now(&self) -> Vec<GoalNow> {
        let id = InstrumentId::OwnActivities.as_str();
        let told = || self.state.tracking.outcomes.iter().filter(|it| it.value.instrument == id);
        self.goals()
            .iter()
            .map(|goal| {
                let key = goal_key(goal);
                let first = told().find_map(|it| {
                    let at = it.value.activities.iter().position(|name| *name == key)?;
                    Some((it.value.ratings.get(at)?.get(), it.value.minutes.get(at).copied().flatten()))
                });
                GoalNow {
                    name: self.goal_name(goal),
                    now: goal.now_0_10.map(counterpose_quantity::RatingScore::get),
                    target: goal.target_0_10.map(counterpose_quantity::RatingScore::get),
                    minutes: goal.tolerance_minutes.map(counterpose_quantity::MinutesPerDay::get),
                    start: first.map(|(rated, _)| rated),
                    start_minutes: first.and_then(|(_, minutes)| minutes),
                }
            })
            .collect()
    }

    /// Every day from the first line of the diary to today.
    fn pain_days(&self) -> Vec<PainDay> {
        let Some(first) = self.state.tracking.pain.keys().next().copied() else { return Vec::new() };
        let many = days_between(first, self.day).clamp(0, 3660);
        (0..=many)
            .map(|n| {
                let date = plus_days(first, n);
                let told = self.state.tracking.pain.get(&date);
                PainDay {
                    date,
                    average: told.and_then(|told| told.average).map(counterpose_quantity::PainScore::get),
                    worst: told.and_then(|told| told.worst).map(counterpose_quantity::PainScore::get),
                    flare: told.and_then(|told| told.flare).unwrap_or(false),
                    minutes: self.minutes_on(date),
                    plan_on: self.plan_was_on(date),
                }
            })
            .collect()
    }

    /// Minutes by side, week by week from the first session.
    fn weeks(&self) -> Vec<Week> {
        let Some(began) = self.began() else { return Vec::new() };
        let mut weeks: Vec<Week> = Vec::new();
        for (_, session) in self.state.sessions_done() {
            let (Some(date), Some(end)) = (session.date(), &session.finished) else { continue };
            let nth = usize::try_from(days_between(began, date).max(0) / 7).unwrap_or(0);
            while weeks.len() <= nth {
                let from = plus_days(began, i64::try_from(weeks.len()).unwrap_or(0) * 7);
                weeks.push(Week { from, left_ms: 0, right_ms: 0, both_ms: 0 });
            }
            let Some(week) = weeks.get_mut(nth) else { continue };
            for done in &end.value.done {
                match done.side {
                    Some(Side::Left) => week.left_ms += done.worked_ms,
                    Some(Side::Right) => week.right_ms += done.worked_ms,
                    None => week.both_ms += done.worked_ms,
                }
            }
        }
        let skip = weeks.len().saturating_sub(MOST_WEEKS);
        weeks.split_off(skip)
    }

    /// What each home test measured, by side and day.
    fn test_curves(&self) -> Vec<Curve> {
        let measures = self.saved.get("measures").and_then(serde_json::Value::as_array);
        let measures = measures.map(Vec::as_slice).unwrap_or_default();
        counterpose_content::selftests().iter().filter_map(|test| page::curve(test, measures)).collect()
    }

    /// The last totals of what is told once in a while or typed in.
    fn single_totals(&self) -> Vec<(InstrumentId, Date, f64)> {
        let shown = [InstrumentId::OwnActivities, InstrumentId::Interference, InstrumentId::RolandMorris];
        InstrumentId::ALL
            .iter()
            .filter_map(|id| {
                let values = self.totals(*id);
                let in_chart = shown.contains(id) && values.len() > 1;
                let (date, total) = values.last().filter(|_| !in_chart)?;
                Some((*id, *date, *total))
            })
            .collect()
    }

    /// The last seven days, counted and not judged.
    fn look_back(&self) -> Option<crate::view::InfoCard> {
        let from = plus_days(self.day, -6);
        let within = |date: Date| date >= from && date <= self.day;
        let sessions: Vec<_> = self
            .state
            .sessions_done()
            .into_iter()
            .filter(|(_, session)| session.date().is_some_and(within))
            .filter_map(|(_, session)| session.finished.as_ref().map(|end| end.value.active_ms))
            .collect();
        let habits: u32 = self
            .state
            .habits
            .iter()
            .filter(|(habit, _)| self.library.habit(habit).is_some())
            .flat_map(|(_, days)| days.range(from..=self.day).map(|(_, times)| *times))
            .sum();
        let reminders = self.state.tracking.reminders.values().flat_map(|days| days.range(from..=self.day));
        let (mut done, mut let_go) = (0, 0);
        for (_, day) in reminders {
            done += day.done + day.natural_breaks;
            let_go += day.skipped + day.missed;
        }
        let told = self.state.tracking.pain.range(from..=self.day).count();
        let pairs = self.state.tracking.dose_and_pain(SQUEEZE);
        page::look_back(
            &self.texts,
            &page::LookBack {
                sessions: sessions.len(),
                ms: sessions.iter().sum(),
                habits,
                done,
                let_go,
                told,
                association: dose::with_evening_pain(&pairs).filter(|_| !self.is_young()),
            },
        )
    }
}

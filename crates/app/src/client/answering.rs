//! What the diary is told, on its way into the journal.
//!
//! Nothing half is guessed: a total needs its answers, a typed total its range. What this module does not do: ask
//! (`asking`) or read anything off the answers (`progress`).

use counterpose_coach::intake::Goal;
use counterpose_coach::outcome::InstrumentId;
use counterpose_coach::outcome::score::{self, ClinicTotal};
use counterpose_journal::payload::Payload;
use counterpose_journal::tracking::{DailyPain, OutcomeAnswered};
use counterpose_journal::{Moment, Section};
use counterpose_quantity::{PainScore, RatingScore, decimal};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::Client;
use super::asking::{IN_THE_WAY, OWN_WORDS};
use super::diary::{MOST_GOALS, goal_key};
use crate::action::Field;
use crate::effect::Effect;
use crate::flow::draft::{Answers, Draft};
use crate::route::{Asking, Route};

/// By when a goal is looked at, where the person does not say.
const GOAL_WEEKS: u8 = 8;

impl Client {
    pub(super) fn continue_asking(&mut self, asking: Asking, now: &Moment) -> Vec<Effect> {
        let kept = match asking {
            Asking::Day => self.keep_day(now),
            Asking::Goals => return self.keep_goals(now),
            Asking::Goal(n) => return self.keep_goal(n, now),
            Asking::Week => self.keep_week(now),
            Asking::Statements => self.keep_statements(now),
            Asking::Change => self.keep_change(now),
            Asking::Clinic => self.keep_clinic(now),
        };
        let Some(mut effects) = kept else { return self.diary_problem(asking) };
        effects.extend(self.diary_done(if asking == Asking::Clinic {
            Route::Progress
        } else {
            Route::Today
        }));
        effects
    }

    fn diary_problem(&mut self, asking: Asking) -> Vec<Effect> {
        self.draft.tried = true;
        let problem = self.asking_page(asking).problem.map(|problem| problem.text);
        problem.map(|text| Effect::Announce { text, urgent: true }).into_iter().collect()
    }

    fn diary_done(&mut self, to: Route) -> Vec<Effect> {
        self.draft = Draft::new();
        let mut effects = vec![Effect::Announce { text: self.texts.get("diary-kept"), urgent: false }];
        effects.extend(self.move_to(to, false));
        effects
    }

    fn drafted(&self, field: &Field) -> Option<i64> {
        Answers { saved: &Value::Null, draft: &self.draft }.value(field)?.as_i64()
    }

    fn rated(&self, field: &Field) -> Option<RatingScore> {
        self.drafted(field).and_then(|n| RatingScore::new(n).ok())
    }

    fn keep_day(&mut self, now: &Moment) -> Option<Vec<Effect>> {
        let date = self.diary_day();
        let score = |n: Option<i64>| n.and_then(|n| PainScore::new(n).ok());
        let known = self.state.tracking.pain.get(&date).copied().unwrap_or_default();
        let average = score(self.drafted(&Field::DayAverage)).or(known.average)?;
        let worst = score(self.drafted(&Field::DayWorst)).or(known.worst);
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let told = self.draft.get(&Field::DayFlare).is_some();
        let flare = told.then(|| answers.has_member(&Field::DayFlare, "flare"));
        let on = (date != self.day).then_some(date);
        // The worst of a day is no less than its average.
        let worst = worst.map(|worst| worst.max(average));
        let pain = DailyPain { on, average: Some(average), worst, flare };
        Some(self.record(vec![Payload::DailyPain(pain)], now))
    }

    /// Which goals: those that stay keep what was told of them.
    fn keep_goals(&mut self, now: &Moment) -> Vec<Effect> {
        let saved = self.stored_goals();
        let mut list: Vec<Value> = Vec::new();
        let known = |found: &dyn Fn(&Value) -> bool| saved.iter().find(|goal| found(goal)).cloned();
        for kind in self.goal_kinds() {
            let words = self.texts.get(&format!("goal-{kind}"));
            let fresh = json!({"activity": words, "kind": kind});
            list.push(known(&|goal| goal.get("kind") == Some(&json!(kind))).unwrap_or(fresh));
        }
        for n in 0..OWN_WORDS {
            let words = self.goal_words(n);
            let words = words.trim();
            if !words.is_empty() {
                let own =
                    |goal: &Value| goal.get("kind").is_none() && goal.get("activity") == Some(&json!(words));
                list.push(known(&own).unwrap_or_else(|| json!({"activity": words})));
            }
        }
        if list.is_empty() || list.len() > MOST_GOALS {
            return self.diary_problem(Asking::Goals);
        }
        self.draft = Draft::new();
        let mut effects = self.record(vec![Section::Goals.answers(Value::Array(list), now.day())], now);
        effects.extend(self.move_to(Route::Diary(Asking::Goal(1)), false));
        effects
    }

    /// How one goal goes; after the last of them their ratings are kept together as a first measure.
    fn keep_goal(&mut self, n: u8, now: &Moment) -> Vec<Effect> {
        let at = n.saturating_sub(1);
        let Some(goal) = self.goals().get(usize::from(at)) else { return self.diary_done(Route::Today) };
        let Some(rated) = self.rated(&Field::GoalNow(at)).or(goal.now_0_10) else {
            return self.diary_problem(Asking::Goal(n));
        };
        let mut changes = vec![("now_0_10", json!(rated.get()))];
        if let Some(minutes) = self.drafted(&Field::GoalMinutes(at)) {
            changes.push(("tolerance_minutes", json!(minutes)));
        }
        if let Some(target) = self.rated(&Field::GoalTarget(at)) {
            changes.push(("target_0_10", json!(target.get())));
            changes.push(("by_weeks", json!(GOAL_WEEKS)));
        }
        let mut effects = self.change_goals(&[(usize::from(at), changes)], now);
        self.draft = Draft::new();
        if usize::from(n) < self.goals().len() {
            effects.extend(self.move_to(Route::Diary(Asking::Goal(n + 1)), false));
            return effects;
        }
        let goals = self.goals();
        let ratings: Vec<RatingScore> = goals.iter().filter_map(|goal| goal.now_0_10).collect();
        if ratings.len() == goals.len() {
            let measure = measure_of(goals, ratings);
            effects.extend(self.record(vec![Payload::OutcomeAnswered(measure)], now));
        }
        effects.extend(self.diary_done(Route::Today));
        effects
    }

    /// The goals as the journal keeps them, with dates and not weeks, so that writing them again moves nothing.
    fn stored_goals(&self) -> Vec<Value> {
        let stored = self.state.section(Section::Goals);
        stored.and_then(|stored| stored.value.as_array().cloned()).unwrap_or_default()
    }

    /// Writes the goals again with some of their values changed.
    fn change_goals(&mut self, changes: &[(usize, Vec<(&str, Value)>)], now: &Moment) -> Vec<Effect> {
        let mut list = self.stored_goals();
        for (at, values) in changes {
            if let Some(goal) = list.get_mut(*at).and_then(Value::as_object_mut) {
                let values: Map<String, Value> =
                    values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
                goal.extend(values);
            }
        }
        self.record(vec![Section::Goals.answers(Value::Array(list), now.day())], now)
    }

    fn keep_week(&mut self, now: &Moment) -> Option<Vec<Effect>> {
        let count = u8::try_from(self.goals().len()).unwrap_or(u8::MAX);
        let ratings: Vec<RatingScore> = (0..count).filter_map(|at| self.rated(&Field::GoalNow(at))).collect();
        let whole = !ratings.is_empty() && ratings.len() == usize::from(count);
        let in_the_way: Vec<RatingScore> =
            IN_THE_WAY.iter().filter_map(|name| self.rated(&Field::Interference(name))).collect();
        let asked_for_more = !ratings.is_empty() && !whole;
        if asked_for_more || (!whole && in_the_way.is_empty()) {
            return None;
        }
        let mut effects = Vec::new();
        if whole {
            let changes: Vec<(usize, Vec<(&str, Value)>)> = (0..count)
                .zip(&ratings)
                .map(|(at, rated)| {
                    let mut values = vec![("now_0_10", json!(rated.get()))];
                    let minutes = self.drafted(&Field::GoalMinutes(at));
                    values.extend(minutes.map(|minutes| ("tolerance_minutes", json!(minutes))));
                    (usize::from(at), values)
                })
                .collect();
            effects.extend(self.change_goals(&changes, now));
            let measure = measure_of(self.goals(), ratings);
            effects.extend(self.record(vec![Payload::OutcomeAnswered(measure)], now));
        }
        let id = InstrumentId::Interference.as_str();
        let total = score::interference(&in_the_way);
        let skipped = total.is_none();
        let answered = OutcomeAnswered { total, ratings: in_the_way, skipped, ..OutcomeAnswered::of(id) };
        effects.extend(self.record(vec![Payload::OutcomeAnswered(answered)], now));
        Some(effects)
    }

    fn keep_statements(&mut self, now: &Moment) -> Option<Vec<Effect>> {
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let mut ticked: Vec<u8> =
            answers.members(&Field::Statements).iter().filter_map(|n| n.parse().ok()).collect();
        ticked.sort_unstable();
        let total = Some(score::roland_morris(&ticked).ok()?);
        let id = InstrumentId::RolandMorris.as_str();
        let answered = OutcomeAnswered { total, ticked, ..OutcomeAnswered::of(id) };
        Some(self.record(vec![Payload::OutcomeAnswered(answered)], now))
    }

    fn keep_change(&mut self, now: &Moment) -> Option<Vec<Effect>> {
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let total = answers.value(&Field::GlobalChange)?.as_f64()?;
        let id = InstrumentId::GlobalChange.as_str();
        let answered = OutcomeAnswered { total: Some(total), ..OutcomeAnswered::of(id) };
        Some(self.record(vec![Payload::OutcomeAnswered(answered)], now))
    }

    fn keep_clinic(&mut self, now: &Moment) -> Option<Vec<Effect>> {
        let row = self.clinic_picked()?;
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let typed = answers.text(&Field::ClinicTotal);
        let total = decimal(&typed.trim().replace(',', ".").replace('\u{2212}', "-"))?;
        let total = ClinicTotal::new(row.id, total).ok()?.total();
        let answered =
            OutcomeAnswered { total: Some(total), from_clinic: true, ..OutcomeAnswered::of(row.id.as_str()) };
        Some(self.record(vec![Payload::OutcomeAnswered(answered)], now))
    }

    /// Minutes of sessions on a day.
    pub(super) fn minutes_on(&self, date: Date) -> i64 {
        let of_day = self.state.sessions_done().into_iter().filter(|(_, it)| it.date() == Some(date));
        let ms: u64 = of_day.filter_map(|(_, it)| it.finished.as_ref()).map(|end| end.value.active_ms).sum();
        i64::try_from((ms + 30_000) / 60_000).unwrap_or(i64::MAX)
    }
}

/// Ratings of the person's own activities as one measure.
fn measure_of(goals: &[Goal], ratings: Vec<RatingScore>) -> OutcomeAnswered {
    OutcomeAnswered {
        total: score::own_activities(&ratings).ok(),
        ratings,
        activities: goals.iter().map(goal_key).collect(),
        minutes: goals.iter().map(|goal| goal.tolerance_minutes.map(|it| whole_minutes(it.get()))).collect(),
        ..OutcomeAnswered::of(InstrumentId::OwnActivities.as_str())
    }
}

/// A day has fewer minutes than the largest of these numbers.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
fn whole_minutes(minutes: f64) -> u16 {
    minutes.round().clamp(0.0, 1440.0) as u16
}

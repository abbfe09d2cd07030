//! Reminders while the app is open: the pure engine, driven by the moments of the shell.
//!
//! Nothing counts ticks: the engine is asked again when it said so, or at any later moment, and works out what was
//! due. "I am sitting now" is the person's own word; the app guesses nothing. Only the tab that writes reminds, and
//! nothing reminds of movement where the answers stop it. What this module does not do: draw the page of settings, or
//! remind while the app is closed (the server, the calendar and the desktop agent do).

use counterpose_coach::reminder::engine::{Answer, Stepped};
use counterpose_coach::reminder::rule::{SQUEEZE_EVERY_MINUTES, SQUEEZE_OFTEN_MINUTES};
use counterpose_coach::reminder::{
    Activity, Event, Memory, Moment as EngineMoment, Occurrence, Rule, Settings, What, When, answer, step,
};
use counterpose_coach::verdict::DesignKind;
use counterpose_journal::Moment;
use counterpose_journal::payload::{Payload, Setting};
use counterpose_journal::tracking::{ReminderAnswered, Sat};
use jiff::civil::Time;
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Client, Phase};
use crate::action::{NoticeId, ReminderAnswer, ReminderSetting};
use crate::effect::Effect;
use crate::route::Route;
use crate::view::{Emphasis, Notice, Weight};
use crate::words::button;

const MINUTE_MS: i64 = 60_000;
/// Nobody said anything for so long: the machine slept, and whether somebody still sits is not known.
const SITTING_ENDS_AFTER_MS: i64 = 60 * MINUTE_MS;
/// Time sat is written down in pieces of this length.
const SAT_PIECE_MS: i64 = 30 * MINUTE_MS;
/// A reminder that was put off comes again after so many minutes.
pub(super) const SNOOZE_MINUTES: u16 = 10;

/// Settings in the journal: what to be reminded of.
pub(super) const SETTING: &str = "reminders";
/// Settings in the journal: quiet until an instant.
pub(super) const QUIET_UNTIL: &str = "quiet-until";
/// Settings in the journal: the offer was declined.
pub(super) const DECLINED: &str = "reminders-declined";

/// What is remembered beside the journal; losing it costs a reminder at most.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    memory: Memory,
    /// Since when the person said that they sit.
    pub(super) sitting_since_ms: Option<i64>,
    /// Time sat that is not written down yet.
    sat_ms: i64,
    last_ms: Option<i64>,
}

/// Reminders of this run.
#[derive(Debug, Default)]
pub(super) struct Reminding {
    pub(super) kept: Kept,
    /// When to ask the engine again.
    next_ms: Option<i64>,
    /// The settings it was last asked with; others are asked with at once.
    asked_with: Option<Settings>,
    /// Whether the page is in the background.
    hidden: bool,
}

impl Client {
    /// The same client, knowing what an earlier one kept with [`Effect::KeepReminders`].
    #[must_use]
    pub fn with_reminders(mut self, kept: Option<String>) -> Self {
        self.reminding.kept = kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        self
    }

    /// What the person set; `None` while reminders are off.
    pub(super) fn reminder_settings(&self) -> Option<Settings> {
        let value = self.state.settings.get(SETTING)?;
        let settings: Settings = serde_json::from_value(value.clone()).ok()?;
        (!settings.rules.is_empty()).then_some(settings)
    }

    /// The settings as of today: a drawn design of days says how often to squeeze.
    fn settings_of_today(&self) -> Option<Settings> {
        let mut settings = self.reminder_settings()?;
        if let Some(often) = self.drawn_on(self.day, DesignKind::AlternatingDays) {
            for rule in settings.rules.iter_mut().filter(|rule| rule.id == "squeeze") {
                let every_minutes = if often { SQUEEZE_OFTEN_MINUTES } else { SQUEEZE_EVERY_MINUTES };
                rule.when = When::Sitting { every_minutes };
            }
        }
        Some(settings)
    }

    pub(super) fn is_sitting(&self) -> bool {
        self.reminding.kept.sitting_since_ms.is_some()
    }

    pub(super) fn quiet_until_ms(&self) -> Option<i64> {
        self.state.settings.get(QUIET_UNTIL).and_then(serde_json::Value::as_i64)
    }

    pub(super) fn reminders_see(&mut self, visible: bool) {
        self.reminding.hidden = !visible;
    }

    /// After every action: asks the engine where it is time to.
    pub(super) fn remind(&mut self, now: &Moment) -> Vec<Effect> {
        let ready = self.phase == Phase::Ready && self.told_whether_writer && self.may_write;
        if !ready || !self.may_move() {
            return self.stop_reminding();
        }
        let Some(settings) = self.settings_of_today() else {
            return self.stop_reminding();
        };
        let changed = self.reminding.asked_with.as_ref() != Some(&settings);
        let due = self.reminding.next_ms.is_none_or(|next| now.now_ms >= next);
        // A clock set back makes every time that was worked out wrong.
        let back = self.reminding.kept.last_ms.is_some_and(|last| now.now_ms < last);
        if !changed && !due && !back {
            return Vec::new();
        }
        self.reminding.asked_with = Some(settings.clone());
        self.ask_engine(&settings, now)
    }

    fn stop_reminding(&mut self) -> Vec<Effect> {
        if self.reminding.next_ms.take().is_none() {
            return Vec::new();
        }
        self.reminding.asked_with = None;
        vec![Effect::RemindWithin { ms: None }]
    }

    fn ask_engine(&mut self, settings: &Settings, now: &Moment) -> Vec<Effect> {
        let mut effects = self.count_sitting(now);
        let training = self.is_training();
        let sits = self.is_sitting();
        // Somebody who does not say that they sit is not reminded to get up; the rest of the rules go on.
        let asked = Settings {
            rules: settings.rules.iter().filter(|rule| sits || !is_of_sitting(rule)).cloned().collect(),
            ..settings.clone()
        };
        let activity = match (training, self.reminding.hidden) {
            // Somebody in a session is busy; what is due waits for its end.
            (true, _) => Activity::Idle { since_ms: now.now_ms },
            (false, false) => Activity::Active,
            (false, true) => Activity::Unknown,
        };
        let Stepped { events, next_ms } = self.step(&asked, activity, now);
        effects.extend(self.take_events(events, now));
        self.reminding.next_ms = Some(next_ms);
        let wait = u32::try_from((next_ms - now.now_ms).max(0)).unwrap_or(u32::MAX);
        effects.push(Effect::RemindWithin { ms: Some(wait) });
        effects.push(self.keep_reminders());
        effects
    }

    fn step(&mut self, settings: &Settings, activity: Activity, now: &Moment) -> Stepped {
        let zone = zone_of(now);
        let quiet_until_ms = self.quiet_until_ms();
        let moment = EngineMoment { now_ms: now.now_ms, zone: &zone, activity, busy: &[], quiet_until_ms };
        step(&mut self.reminding.kept.memory, settings, &moment)
    }

    fn keep_reminders(&self) -> Effect {
        Effect::KeepReminders(serde_json::to_string(&self.reminding.kept).unwrap_or_default())
    }

    /// Counts the time sat since the last look; a long silence ends the sitting.
    fn count_sitting(&mut self, now: &Moment) -> Vec<Effect> {
        let training = self.is_training();
        let kept = &mut self.reminding.kept;
        let gap = kept.last_ms.map_or(0, |last| now.now_ms - last);
        kept.last_ms = Some(now.now_ms);
        if kept.sitting_since_ms.is_none() {
            return Vec::new();
        }
        if gap >= SITTING_ENDS_AFTER_MS {
            kept.sitting_since_ms = None;
            return self.write_sat(now);
        }
        // What passed while nobody looked for as long as a break may have been one.
        let break_ms =
            i64::from(self.reminding.asked_with.as_ref().map_or(5, |it| it.break_minutes)) * MINUTE_MS;
        if (0..break_ms).contains(&gap) && !training {
            kept.sat_ms += gap;
        }
        if kept.sat_ms >= SAT_PIECE_MS { self.write_sat(now) } else { Vec::new() }
    }

    fn write_sat(&mut self, now: &Moment) -> Vec<Effect> {
        let sat_ms = core::mem::take(&mut self.reminding.kept.sat_ms);
        if sat_ms < MINUTE_MS {
            return Vec::new();
        }
        #[allow(clippy::cast_precision_loss, reason = "less than an hour")]
        let minutes = (sat_ms as f64 / 60_000.0).round();
        self.record(vec![Payload::Sat(Sat { minutes })], now)
    }

    fn take_events(&mut self, events: Vec<Event>, now: &Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        for event in events {
            match event {
                Event::Deliver { occurrence, silent, .. } => {
                    let text = self.texts.get(self.saying(&occurrence.rule));
                    effects.push(Effect::Announce { text: text.clone(), urgent: false });
                    if !silent && self.reminding.hidden {
                        let title = self.texts.get("reminder-say-title");
                        effects.push(Effect::Notify { title, text });
                    }
                }
                Event::Over { occurrence, what } => effects.extend(self.write_answer(occurrence, what, now)),
                Event::PutOff { occurrence, .. } => {
                    effects.extend(self.write_answer(occurrence, What::Snoozed, now));
                }
                Event::Folded { .. } => {}
            }
        }
        effects
    }

    fn write_answer(&mut self, occurrence: Occurrence, what: What, now: &Moment) -> Vec<Effect> {
        let Occurrence { rule, habit, due_ms, .. } = occurrence;
        self.record(vec![Payload::ReminderAnswered(ReminderAnswered { rule, habit, due_ms, what })], now)
    }

    /// What a rule says.
    fn saying(&self, rule: &str) -> &'static str {
        let settings = self.reminding.asked_with.as_ref();
        match settings.and_then(|it| it.rules.iter().find(|known| known.id == rule)).map(|it| &it.when) {
            Some(When::Sitting { .. }) | None => "reminder-say-sitting",
            Some(When::Times { .. }) => "reminder-say-times",
            Some(When::BeforeDriving { .. }) => "reminder-say-before-driving",
            Some(When::OnWaking { .. }) => "reminder-say-on-waking",
        }
    }

    /// What was said and waits for an answer, as a calm line on the page; one at a time, and never in the middle of
    /// something.
    pub(super) fn notice_reminder(&self) -> Option<Notice> {
        let busy = matches!(self.route, Route::Start(_) | Route::Session | Route::CheckIn | Route::Feedback);
        if busy || !self.may_move() || self.reminding.asked_with.is_none() {
            return None;
        }
        let open = self.reminding.kept.memory.unanswered().next()?;
        let texts = &self.texts;
        let to = |answer| crate::action::Action::AnswerReminder {
            rule: open.rule.clone(),
            due_ms: open.due_ms,
            answer,
        };
        use ReminderAnswer::{Done, Later, Skip};
        Some(Notice {
            id: NoticeId::Reminder,
            weight: Weight::Calm,
            text: texts.get(self.saying(&open.rule)),
            advice: None,
            buttons: vec![
                button(texts, "reminder-answer-done", Emphasis::Secondary, to(Done)),
                button(texts, "reminder-answer-snooze", Emphasis::Quiet, to(Later)),
                button(texts, "reminder-answer-skip", Emphasis::Quiet, to(Skip)),
            ],
        })
    }

    pub(super) fn answer_reminder(
        &mut self,
        rule: &str,
        due_ms: i64,
        given: ReminderAnswer,
        now: &Moment,
    ) -> Vec<Effect> {
        let given = match given {
            ReminderAnswer::Done => Answer::Done,
            ReminderAnswer::Skip => Answer::Skip,
            ReminderAnswer::Later => Answer::Snooze { minutes: SNOOZE_MINUTES },
        };
        let event = answer(&mut self.reminding.kept.memory, rule, due_ms, given, now.now_ms);
        let effects = self.take_events(event.into_iter().collect(), now);
        self.reminding.next_ms = None;
        effects
    }

    /// The person sits down, or gets up.
    pub(super) fn sit(&mut self, sits: bool, now: &Moment) -> Vec<Effect> {
        let Some(settings) = self.settings_of_today().filter(|_| self.is_sitting() != sits) else {
            return Vec::new();
        };
        let mut effects = self.count_sitting(now);
        if !sits {
            // Getting up is the break that was asked for.
            let of_sitting: Vec<Occurrence> = self
                .reminding
                .kept
                .memory
                .unanswered()
                .filter(|open| settings.rules.iter().any(|rule| rule.id == open.rule && is_of_sitting(rule)))
                .cloned()
                .collect();
            for open in of_sitting {
                let over = answer(
                    &mut self.reminding.kept.memory,
                    &open.rule,
                    open.due_ms,
                    Answer::Done,
                    now.now_ms,
                );
                if over.is_some() {
                    effects.extend(self.write_answer(open, What::NaturalBreak, now));
                }
            }
            effects.extend(self.write_sat(now));
        }
        self.reminding.kept.sitting_since_ms = sits.then_some(now.now_ms);
        // A break ends what the engine counted so far.
        let since_ms = now.now_ms - i64::from(settings.break_minutes.max(1)) * MINUTE_MS;
        let Stepped { events, .. } = self.step(&settings, Activity::Idle { since_ms }, now);
        effects.extend(self.take_events(events, now));
        self.reminding.next_ms = None;
        effects
    }

    /// Yes or no to the offer of squeezes.
    pub(super) fn answer_offer(&mut self, yes: bool, now: &Moment) -> Vec<Effect> {
        let setting = |key: &str, value| Payload::Setting(Setting { key: key.to_owned(), value });
        if !yes {
            return self.record(vec![setting(DECLINED, json!(true))], now);
        }
        let sessions = u32::try_from(self.state.sessions_done().len()).unwrap_or(u32::MAX);
        let Some(rule) = counterpose_coach::reminder::rule::offered_squeeze(sessions) else {
            return Vec::new();
        };
        let settings = Settings { rules: vec![rule], ..Settings::default() };
        let mut effects = self.record(vec![setting(SETTING, json!(settings))], now);
        effects.extend(self.move_to(Route::Reminders, false));
        effects
    }

    /// Changes what to be reminded of.
    pub(super) fn set_reminders(&mut self, change: &ReminderSetting, now: &Moment) -> Vec<Effect> {
        if !self.may_move() {
            return Vec::new();
        }
        if let ReminderSetting::QuietMinutes(minutes) = change {
            let until = minutes.map(|minutes| now.now_ms + i64::from(minutes) * MINUTE_MS);
            let value = json!(until);
            self.reminding.next_ms = None;
            return self.record(vec![Payload::Setting(Setting { key: QUIET_UNTIL.to_owned(), value })], now);
        }
        let mut settings = self.reminder_settings().unwrap_or_default();
        super::reminder_page::changed(&mut settings, change);
        let key = SETTING.to_owned();
        let value = if settings.rules.is_empty() { serde_json::Value::Null } else { json!(settings) };
        let mut effects = Vec::new();
        if settings.rules.iter().all(|rule| !is_of_sitting(rule)) {
            effects.extend(self.sit(false, now));
        }
        effects.extend(self.record(vec![Payload::Setting(Setting { key, value })], now));
        effects
    }
}

pub(super) fn is_of_sitting(rule: &Rule) -> bool {
    matches!(rule.when, When::Sitting { .. })
}

/// The zone by its offset of now: the shell says it anew with every moment, so a change of clocks or a flight is a
/// change of this.
fn zone_of(now: &Moment) -> TimeZone {
    let seconds = i32::from(now.offset_minutes) * 60;
    TimeZone::fixed(Offset::from_seconds(seconds).unwrap_or(Offset::UTC))
}

/// A time of the clock by its hour and minute.
pub(super) fn clock(hour: i8, minute: i8) -> Time {
    Time::new(hour, minute, 0, 0).unwrap_or(Time::MIN)
}

//! The session: what the next one holds, running it, what it says, and what is written down of it.
//!
//! The player knows where a session stands; this part gives it the plan's timeline, turns its signals into voice,
//! tones and announcements, and its result into entries. A red light stops: the safety questions come next. What
//! this module does not do: draw the page.

use counterpose_coach::planner;
use counterpose_coach::planner::progress::FlareToday;
use counterpose_coach::precaution::Gate;
use counterpose_coach::routine::{self, NextTime, Routine, Today, Which};
use counterpose_coach::timeline::{self, StepKind, Timeline};
use counterpose_journal::Moment;
use counterpose_journal::day::days_between;
use counterpose_journal::payload::{
    CheckIn, Done, DoneHow, Ended, Payload, SessionFeedback, SessionFinished, SessionStarted,
};
use counterpose_quantity::{EffortScore, PainScore, Side};
use serde_json::Value;
use uuid::Uuid;

use super::{Client, history};
use crate::action::{Field, SessionCommand};
use crate::effect::{Effect, Tone};
use crate::flow::draft::Given;
use crate::player::{ItemResult, Outcome, Player, SideResults, Signal};
use crate::route::Route;

/// Pain before a session from which on it is the starter set, whatever the plan says.
const STARTER_FROM_PAIN: u8 = 6;
/// How often a running session looks at the clock.
pub(super) const TICK_MS: u32 = 200;
/// Where the identifiers of sessions begin among those of a moment, away from those of entries.
const SESSION_IDS_FROM: u64 = 1 << 40;

/// A session that is being done.
#[derive(Debug, Default)]
pub(super) struct Training {
    pub(super) running: Option<Running>,
}

/// A session under way.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) id: Uuid,
    pub(super) player: Player,
}

/// The next session as it would be done today.
#[derive(Clone, Debug)]
pub(super) struct NextSession {
    pub(super) routine: Routine,
    pub(super) timeline: Timeline,
}

impl NextSession {
    /// The exercises in the order done.
    pub(super) fn exercises(&self) -> Vec<String> {
        self.routine.items.iter().map(|item| item.exercise.clone()).collect()
    }

    /// Minutes, rounded to the nearest whole, at least one.
    pub(super) fn minutes(&self) -> i64 {
        i64::try_from((self.timeline.duration_ms() + 30_000) / 60_000).unwrap_or(i64::MAX).max(1)
    }
}

impl Client {
    /// The day of the plan, from 1: it begins with the first session, or with a later start.
    pub(super) fn plan_day(&self) -> u32 {
        let days = self.plan_counts_from().map_or(0, |first| days_between(first, self.day).max(0));
        u32::try_from(days).unwrap_or(u32::MAX - 1).saturating_add(1)
    }

    /// What the next session would be today; `None` where nothing is due or the laws allow none. The very first session,
    /// and any before which pain is high, is the starter set on a chair.
    pub(super) fn next_session(&self) -> Option<NextSession> {
        let plan = self.decided.plan().filter(|_| self.may_move())?;
        let high = self.pain_before().is_some_and(|pain| pain.get() >= STARTER_FROM_PAIN);
        // A drawn start is obeyed; the starter set is never held back.
        if self.state.sessions_done().is_empty() || high || self.is_plan_held(self.day) {
            return self.starter_session();
        }
        self.session_on(plan, self.plan_day(), self.which())
            .or_else(|| self.session_on(plan, self.plan_day(), Which::Morning))
    }

    /// The starter set.
    fn starter_session(&self) -> Option<NextSession> {
        let screening = self.decided.screening.as_ref()?;
        let gate = Gate::of(&self.decided.intake, screening);
        let items = planner::first_session(&self.decided.intake, &gate, self.library);
        let today = Today { day: 1, which: Which::Morning, worse_side: self.worse_side() };
        let routine = routine::of_items(&items, self.library, &today).ok()?;
        self.laid_out(routine)
    }

    fn laid_out(&self, planned: Routine) -> Option<NextSession> {
        let flare = history::flare(&self.state, self.day);
        let routine = match (self.next_time(), flare) {
            (NextTime::Lighter, _) | (_, FlareToday::Half) => routine::lighter(&planned, self.library),
            (NextTime::Same, FlareToday::Back) => routine::on_the_way_back(&planned, self.library),
            (NextTime::Same, FlareToday::No) => planned,
        };
        let timeline = timeline::compile(&routine, self.library).ok()?;
        (!timeline.steps.is_empty()).then_some(NextSession { routine, timeline })
    }

    /// The side named as the worse one.
    fn worse_side(&self) -> Option<Side> {
        let side = self.saved.pointer("/complaint/side").and_then(Value::as_str);
        Side::ALL.into_iter().find(|known| Some(known.as_str()) == side)
    }

    /// The first session of a day is the morning's, whenever it is done.
    fn which(&self) -> Which {
        if self.sessions_today().is_empty() { Which::Morning } else { Which::Evening }
    }

    fn session_on(
        &self,
        plan: &counterpose_coach::plan::Plan,
        day: u32,
        which: Which,
    ) -> Option<NextSession> {
        let today = Today { day, which, worse_side: self.worse_side() };
        self.laid_out(routine::compile(plan, self.library, &today).ok()?)
    }

    /// The first session of tomorrow.
    pub(super) fn session_tomorrow(&self) -> Option<NextSession> {
        let plan = self.decided.plan()?;
        if self.is_plan_held(counterpose_journal::day::plus_days(self.day, 1)) {
            return self.starter_session();
        }
        self.session_on(plan, self.plan_day().saturating_add(1), Which::Morning)
    }

    /// Pain before the session: as picked on the page before it, else as told today.
    pub(super) fn pain_before(&self) -> Option<PainScore> {
        let picked = match self.draft.get(&Field::PainBefore) {
            Some(Given::Value(value)) => value.as_i64(),
            _ => self.pain_told_today(),
        };
        picked.and_then(|pain| PainScore::new(pain).ok())
    }

    /// The pain told last, if it was today.
    fn pain_told_today(&self) -> Option<i64> {
        let line = self.state.check_ins.iter().rfind(|line| line.value.pain.is_some())?;
        let pain = line.value.pain.filter(|_| line.date == self.day)?;
        Some(i64::from(pain.get()))
    }

    pub(super) fn start_session(&mut self, now: &Moment) -> Vec<Effect> {
        if self.route != Route::Ready || self.training.running.is_some() || !self.is_checked_in() {
            return Vec::new();
        }
        let pain = self.pain_before();
        if let Some(pain) = pain.filter(|pain| self.pain_told_today() != Some(i64::from(pain.get()))) {
            // The pain may be news: clearly more than last time brings the whole list back first.
            let line = CheckIn { pain: Some(pain), anything_new: Some(false), new: Vec::new(), whole: false };
            let effects = self.record(vec![Payload::CheckIn(line)], now);
            if !self.is_checked_in() {
                return effects;
            }
            return self.begin_session(Some(pain), effects, now);
        }
        self.begin_session(pain, Vec::new(), now)
    }

    fn begin_session(&mut self, pain: Option<PainScore>, before: Vec<Effect>, now: &Moment) -> Vec<Effect> {
        let Some(next) = self.next_session() else { return before };
        let id = now.identifier(SESSION_IDS_FROM + self.writer.lamport);
        let started = SessionStarted {
            session: id,
            day: self.plan_day(),
            which: next.routine.which.as_str().to_owned(),
            exercises: next.exercises(),
            planned_ms: next.timeline.duration_ms(),
            pain_before: pain,
        };
        let mut effects = before;
        effects.extend(self.record(vec![Payload::SessionStarted(started)], now));
        let (player, signals) = Player::start(&next.timeline, now.now_ms);
        self.training.running = Some(Running { id, player });
        self.wake_lock_lost = false;
        effects.push(Effect::KeepAwake(true));
        effects.push(Effect::Wake { every_ms: Some(TICK_MS) });
        effects.extend(self.move_to(Route::Session, true));
        effects.extend(self.say(signals, now));
        effects.push(self.keep_place(now));
        effects
    }

    pub(super) fn ticked(&mut self, now: &Moment) -> Vec<Effect> {
        self.with_player(now, |player| player.observe(now.now_ms))
    }

    pub(super) fn visible(&mut self, visible: bool, now: &Moment) -> Vec<Effect> {
        let mut effects = self.ticked(now);
        if visible && self.training.running.is_some() {
            // The browser drops the wake lock of a hidden page.
            effects.push(Effect::KeepAwake(true));
        }
        effects
    }

    pub(super) fn in_session(&mut self, command: SessionCommand, now: &Moment) -> Vec<Effect> {
        self.with_player(now, |player| player.update(command, now.now_ms))
    }

    fn with_player(&mut self, now: &Moment, act: impl FnOnce(&mut Player) -> Vec<Signal>) -> Vec<Effect> {
        let Some(running) = &mut self.training.running else { return Vec::new() };
        let ran = running.player.is_running();
        let signals = act(&mut running.player);
        let runs = running.player.is_running();
        let mut effects = Vec::new();
        let muted = running.player.is_muted();
        // Every step begun and every stop is a place to come back to.
        let moved = ran != runs || signals.iter().any(|signal| matches!(signal, Signal::Began { .. }));
        if (ran && !runs) || muted {
            effects.push(Effect::Hush);
        }
        effects.extend(self.say(signals, now));
        if moved {
            effects.push(self.keep_place(now));
        }
        effects
    }

    /// Turns what the player signals into voice, tones and announcements.
    pub(super) fn say(&mut self, signals: Vec<Signal>, now: &Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        for signal in signals {
            match signal {
                Signal::Began { kind, cue, counts_on } => {
                    match (kind, counts_on) {
                        // The voice counts repetitions; without one a short tone does.
                        (StepKind::Repetition, true) if self.is_spoken() => {}
                        (StepKind::Repetition, true) => self.tone(&mut effects, Tone::Count),
                        _ => self.tone(&mut effects, tone_of(kind)),
                    }
                    let text = self.texts.cue(&cue);
                    self.speak(&mut effects, &text, !counts_on);
                }
                Signal::CountDown(left) => {
                    self.tone(&mut effects, Tone::Count);
                    // Screen readers hear 3, 2, 1 and never every second.
                    effects.push(Effect::Announce { text: left.to_string(), urgent: false });
                }
                Signal::HalfWay => {
                    let text = self.texts.get("player-half-way");
                    self.speak(&mut effects, &text, false);
                }
                Signal::CountIn => {
                    let text = self.texts.get("player-count-in");
                    self.speak(&mut effects, &text, true);
                }
                Signal::Stands(question) => {
                    let text = self.texts.get(super::in_session::question_key(question));
                    effects.push(Effect::Announce { text, urgent: true });
                }
                Signal::Over(outcome) => effects.extend(self.session_over(outcome, now)),
            }
        }
        effects
    }

    /// Whether the person asked for silence in this session.
    fn is_muted(&self) -> bool {
        self.training.running.as_ref().is_some_and(|running| running.player.is_muted())
    }

    /// Whether a spoken cue would be heard.
    fn is_spoken(&self) -> bool {
        let has_voice = self.abilities.is_none_or(|abilities| abilities.local_voice);
        self.setting_on("voice") && has_voice && !self.is_muted()
    }

    fn tone(&self, effects: &mut Vec<Effect>, tone: Tone) {
        if self.setting_on("tones") && !self.is_muted() {
            effects.push(Effect::Tone(tone));
        }
    }

    fn speak(&self, effects: &mut Vec<Effect>, text: &str, announce: bool) {
        if text.is_empty() {
            return;
        }
        if self.setting_on("voice") && !self.is_muted() {
            effects.push(Effect::Speak { text: text.to_owned(), interrupt: true });
        }
        if announce {
            effects.push(Effect::Announce { text: text.to_owned(), urgent: false });
        }
    }

    pub(super) fn try_sound(&self) -> Vec<Effect> {
        let mut effects = vec![Effect::Tone(Tone::Start)];
        let text = self.texts.get("setting-try-sound-said");
        effects.push(Effect::Speak { text, interrupt: true });
        effects
    }

    /// Writes down what was done and leads to the feedback.
    fn session_over(&mut self, outcome: Outcome, now: &Moment) -> Vec<Effect> {
        let mut effects = self.put_away(outcome, now);
        if outcome == Outcome::Finished {
            self.tone(&mut effects, Tone::Finished);
        }
        let first = self.state.sessions_done().len() == 1;
        if first && self.storage.persistent != Some(true) {
            effects.push(Effect::RequestPersistence);
        }
        effects.extend(self.move_to(Route::Feedback, true));
        effects
    }

    /// Ends the running session and writes it down; the screen may sleep again.
    pub(super) fn put_away(&mut self, outcome: Outcome, now: &Moment) -> Vec<Effect> {
        let Some(running) = self.training.running.take() else { return Vec::new() };
        let result = running.player.result();
        let finished = SessionFinished {
            session: running.id,
            ended: match outcome {
                Outcome::Finished => Ended::Completed,
                Outcome::Left => Ended::Left,
                Outcome::Stopped => Ended::Stopped,
            },
            active_ms: result.running_ms,
            stopped_by: (outcome == Outcome::Stopped)
                .then(|| result.worst_report().map_or_else(|| "stopped".to_owned(), |r| r.exercise.clone())),
            done: result.items.iter().flat_map(|item| done(item, outcome)).collect(),
        };
        let mut effects =
            vec![Effect::KeepAwake(false), Effect::Wake { every_ms: None }, Effect::KeepPlace(None)];
        effects.extend(self.record(vec![Payload::SessionFinished(finished)], now));
        effects
    }

    /// When the session page has to be left: what was done counts, nothing runs on unseen.
    pub(super) fn abandon_training(&mut self, now: &Moment) -> Vec<Effect> {
        if self.training.running.is_none() {
            return Vec::new();
        }
        let mut effects = vec![Effect::Hush];
        effects.extend(self.put_away(Outcome::Left, now));
        effects
    }

    /// A session does not run on unseen: on any other page its clock stands.
    pub(super) fn pause_unless_at(&mut self, route: &Route, now: &Moment) -> Vec<Effect> {
        let runs = self.training.running.as_ref().is_some_and(|running| running.player.is_running());
        if !runs || *route == Route::Session {
            return Vec::new();
        }
        self.in_session(SessionCommand::Pause, now)
    }

    /// The session of today that is still to be answered for, or was just answered: the last that ended.
    pub(super) fn last_session(&self) -> Option<(Uuid, &counterpose_journal::Session)> {
        let (id, session) = self.state.sessions_done().into_iter().last()?;
        (session.date() == Some(self.day)).then_some((id, session))
    }

    pub(super) fn gave_feedback(&mut self, field: &Field, value: &Value, now: &Moment) -> Vec<Effect> {
        let Some((session, _)) = self.last_session().filter(|_| self.route == Route::Feedback) else {
            return Vec::new();
        };
        let mut feedback =
            SessionFeedback { session, pain_after: None, effort: None, settled_by_morning: None };
        match field {
            Field::Effort => feedback.effort = value.as_i64().and_then(|n| EffortScore::new(n).ok()),
            _ => feedback.pain_after = value.as_i64().and_then(|n| PainScore::new(n).ok()),
        }
        if feedback.effort.is_none() && feedback.pain_after.is_none() {
            return Vec::new();
        }
        self.record(vec![Payload::SessionFeedback(feedback)], now)
    }

    pub(super) fn finish_feedback(&mut self, _now: &Moment) -> Vec<Effect> {
        if self.route == Route::Feedback { self.move_to(Route::Today, false) } else { Vec::new() }
    }

    pub(super) fn is_training(&self) -> bool {
        self.training.running.is_some()
    }
}

const fn tone_of(kind: StepKind) -> Tone {
    match kind {
        StepKind::ChangeSides => Tone::Side,
        StepKind::Rest | StepKind::Transition => Tone::End,
        _ => Tone::Start,
    }
}

/// What was done of an exercise, side by side.
fn done(item: &ItemResult, outcome: Outcome) -> Vec<Done> {
    let sides = [(Some(Side::Left), item.left), (Some(Side::Right), item.right), (None, item.both)];
    sides
        .into_iter()
        .filter_map(|(side, results)| results.map(|results| (side, results)))
        .map(|(side, results)| Done {
            exercise: item.exercise.clone(),
            variant: item.variant.clone(),
            side,
            how: how(item, &results, outcome),
            sets: u16::try_from(results.done.sets).unwrap_or(u16::MAX),
            repetitions: u16::try_from(results.done.repetitions).unwrap_or(u16::MAX),
            worked_ms: results.done.work_ms,
        })
        .collect()
}

fn how(item: &ItemResult, results: &SideResults, outcome: Outcome) -> DoneHow {
    let whole = results.done.work_ms >= results.planned.work_ms;
    if results.done.work_ms == 0 {
        DoneHow::Skipped
    } else if item.left_out {
        DoneHow::Stopped
    } else if item.lightened {
        DoneHow::Lightened
    } else if whole {
        DoneHow::Full
    } else if outcome == Outcome::Stopped {
        DoneHow::Stopped
    } else {
        DoneHow::Partly
    }
}

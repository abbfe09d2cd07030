//! The pages around a session: before it, in it, after it.
//!
//! What changes from second to second is worked out from the player and the clock alone, so that a shell may draw
//! it as often as it likes. What this module does not do: move the session on.

use counterpose_coach::routine::{self, LastTime, NextTime};
use counterpose_coach::timeline::Step;
use counterpose_content::Arg;
use counterpose_journal::payload::{DoneHow, Ended};
use counterpose_journal::{Moment, Session};
use serde_json::json;

use super::Client;
use super::training::{NextSession, Running};
use crate::action::{Action, Field, SessionCommand};
use crate::flow::draft::{Answers, Draft, Given};
use crate::flow::fields;
use crate::pages::exercise;
use crate::player::{Adjustment, Next, Pacing, PacingPart, Question, Shown};
use crate::route::Route;
use crate::view::{
    Block, Button, Emphasis, FigureNow, FinishedPage, InfoCard, Pace, Page, ReadyPage, SessionNow,
    SessionPage, SessionQuestion,
};
use crate::words::{button, card, count, link, side};

/// Effort as asked with one tap, and what it stands for from 0 to 10.
const EFFORTS: &[(&str, i64)] = &[("effort-easy", 3), ("effort-right", 5), ("effort-hard", 8)];

/// What is asked, or said when the clock merely stands.
pub(super) const fn question_key(question: Option<Question>) -> &'static str {
    match question {
        None => "player-paused",
        Some(Question::Gap) => "player-ask-gap",
        Some(Question::Hurts) => "player-ask-hurts",
        Some(Question::Lightened) => "player-ask-lightened",
        Some(Question::LeftOut) => "player-ask-left-out",
        Some(Question::Leaving) => "player-ask-leaving",
    }
}

impl Client {
    /// What a session takes and needs.
    pub(super) fn session_facts(&self, session: &NextSession) -> Vec<String> {
        let texts = &self.texts;
        let exercises = i64::try_from(session.routine.items.len()).unwrap_or(i64::MAX);
        let mut things: Vec<String> = Vec::new();
        for item in &session.routine.items {
            for need in self.library.exercise(&item.exercise).into_iter().flat_map(|found| &found.needs) {
                let thing = texts.get(&format!("equipment-{}", need.item));
                if !need.optional && !things.contains(&thing) {
                    things.push(thing);
                }
            }
        }
        let needs = if things.is_empty() {
            texts.get("fact-nothing-needed")
        } else {
            texts.format("fact-needs", &[("things", things.join(", ").into())])
        };
        vec![
            count(texts, "fact-minutes", session.minutes()),
            count(texts, "fact-exercises", exercises),
            needs,
        ]
    }

    pub(super) fn ready_page(&self) -> ReadyPage {
        let texts = &self.texts;
        let first = self.state.sessions_done().is_empty();
        let session = self.next_session();
        let (heading, lead) =
            if first { ("title-ready-first", "ready-lead-first") } else { ("title-ready", "ready-lead") };
        let items = session
            .iter()
            .flat_map(|session| &session.routine.items)
            .filter_map(|item| {
                let found = self.library.exercise(&item.exercise)?;
                Some(exercise::item_card(texts, found, Some(exercise::dose_of_sides(texts, &item.sides))))
            })
            .collect();
        let points = ["worse", "legs", "giving", "net"];
        let stop = InfoCard {
            points: points.iter().map(|tail| texts.get(&format!("ready-stop-{tail}"))).collect(),
            buttons: vec![link(texts, "go-safety", Emphasis::Quiet, Route::Safety)],
            ..card(texts.get("ready-stop-heading"))
        };
        ReadyPage {
            heading: texts.get(heading),
            lead: texts.get(lead),
            facts: session.as_ref().map(|session| self.session_facts(session)).unwrap_or_default(),
            items,
            stop,
            asked: vec![Block::Choice(self.pain_before_field())],
            start: session
                .is_some()
                .then(|| button(texts, "ready-start", Emphasis::Primary, Action::StartSession)),
            back: link(texts, "ready-not-now", Emphasis::Quiet, Route::Today),
        }
    }

    fn pain_before_field(&self) -> crate::view::ChoiceField {
        let mut shown = Draft::new();
        if let Some(pain) = self.pain_before() {
            shown.set(Field::PainBefore, Given::Value(json!(pain.get())));
        }
        let nothing = serde_json::Value::Null;
        let answers = Answers { saved: &nothing, draft: &shown };
        fields::zero_to_ten(&self.texts, &answers, Field::PainBefore, "ready-pain")
    }

    /// The part of the session page that changes from second to second; `None` outside a session. A shell calls
    /// this once per drawn frame.
    #[must_use]
    pub fn session_now(&self, now: &Moment) -> Option<SessionNow> {
        let running = self.training.running.as_ref()?;
        let shown = running.player.shown(now.now_ms)?;
        Some(self.now_of(&shown))
    }

    pub(super) fn session_page(&self, now: &Moment) -> Page {
        let shown =
            self.training.running.as_ref().and_then(|running: &Running| running.player.shown(now.now_ms));
        let Some(shown) = shown else {
            return Page::Loading(crate::view::LoadingPage { text: self.texts.get("loading") });
        };
        let command =
            |key: &str, emphasis, command| button(&self.texts, key, emphasis, Action::InSession(command));
        let pause = if shown.stands {
            command("player-resume", Emphasis::Primary, SessionCommand::Resume)
        } else {
            command("player-pause", Emphasis::Primary, SessionCommand::Pause)
        };
        Page::Session(Box::new(SessionPage {
            heading: self.texts.get("title-session"),
            now: self.now_of(&shown),
            pause,
            controls: self.controls(&shown),
            light: vec![command("player-hurts", Emphasis::Stop, SessionCommand::Hurts)],
            light_label: self.texts.get("player-light"),
            leave: command("player-leave", Emphasis::Quiet, SessionCommand::Leave),
            question: shown.question.map(|question| self.asked_now(question)),
        }))
    }

    fn controls(&self, shown: &Shown) -> Vec<Button> {
        let texts = &self.texts;
        let (more, less) = match shown.adjustment {
            Adjustment::Seconds(n) => {
                (count(texts, "player-more-seconds", n), count(texts, "player-less-seconds", n))
            }
            Adjustment::Breath => (texts.get("player-more-breath"), texts.get("player-less-breath")),
            Adjustment::Repetition => {
                (texts.get("player-more-repetition"), texts.get("player-less-repetition"))
            }
        };
        let control = |label: String, command| Button {
            label,
            detail: None,
            action: Action::InSession(command),
            emphasis: Emphasis::Secondary,
        };
        let mut controls = vec![control(texts.get("player-back"), SessionCommand::Back)];
        if shown.can_less {
            controls.push(control(less, SessionCommand::Less));
        }
        if shown.can_more {
            controls.push(control(more, SessionCommand::More));
        }
        controls.push(control(texts.get("player-skip"), SessionCommand::Skip));
        if shown.can_switch {
            controls.push(control(texts.get("player-switch-side"), SessionCommand::SwitchSide));
        }
        controls.push(control(texts.get("player-leave-out"), SessionCommand::LeaveOut));
        controls
    }

    fn asked_now(&self, question: Question) -> SessionQuestion {
        use Emphasis::{Primary, Quiet, Secondary, Stop};
        use SessionCommand as C;
        let answers: &[(&str, Emphasis, SessionCommand)] = match question {
            Question::Gap => &[
                ("player-go-on", Primary, C::Resume),
                ("player-hurts", Secondary, C::Hurts),
                ("player-end-here", Quiet, C::LeaveNow),
            ],
            Question::Hurts => &[
                ("player-green", Secondary, C::Green),
                ("player-amber", Secondary, C::Amber),
                ("player-red", Stop, C::Red),
            ],
            Question::Lightened => &[
                ("player-go-on", Primary, C::Resume),
                ("player-leave-out", Secondary, C::LeaveOut),
                ("player-end-here", Quiet, C::LeaveNow),
            ],
            Question::LeftOut => {
                &[("player-go-on", Primary, C::Resume), ("player-end-here", Quiet, C::LeaveNow)]
            }
            Question::Leaving => {
                &[("player-go-on", Primary, C::Resume), ("player-end-here", Secondary, C::LeaveNow)]
            }
        };
        let key = question_key(Some(question));
        SessionQuestion {
            text: self.texts.get(key),
            help: self.texts.find(&format!("{key}-help")),
            buttons: answers
                .iter()
                .map(|&(key, emphasis, command)| {
                    button(&self.texts, key, emphasis, Action::InSession(command))
                })
                .collect(),
        }
    }

    fn now_of(&self, shown: &Shown) -> SessionNow {
        let texts = &self.texts;
        let step = &shown.step;
        let kind = if shown.counting_in { "kind-count-in".to_owned() } else { format!("kind-{}", step.kind) };
        let minutes = i64::try_from(shown.session_seconds_left.div_ceil(60)).unwrap_or(i64::MAX);
        SessionNow {
            step: shown.serial,
            paused: shown.stands,
            exercise: exercise::name(texts, &step.exercise),
            kind: texts.get(&format!("player-{kind}")),
            side: step.side.map(|worked| {
                let name = side(texts, worked);
                texts.format("player-side", &[("side", name.into())])
            }),
            countdown: clock(shown.seconds_left),
            seconds_left: shown.seconds_left,
            caption: texts.cue(&step.cue),
            count: self.counted(step),
            next: self.next_words(&shown.next),
            step_fraction: shown.step_fraction,
            session_fraction: shown.session_fraction,
            time_left: count(texts, "player-time-left", minutes),
            pace: shown.pacing.map(|pacing| self.pace(pacing)),
            figure: self.figure(step, shown.pose_fraction),
        }
    }

    /// "2 of 6", and the set where there are several.
    fn counted(&self, step: &Step) -> Option<String> {
        let texts = &self.texts;
        let of = step.of_repetitions.filter(|of| *of > 1);
        let repetition = match (step.repetition, of) {
            (Some(n), Some(of)) => {
                Some(texts.format("player-repetition-of", &[("n", Arg::from(n)), ("of", Arg::from(of))]))
            }
            _ => None,
        };
        let set = step.set.filter(|set| *set > 1).map(|set| count(texts, "player-set", set));
        match (set, repetition) {
            (Some(set), Some(repetition)) => Some(format!("{set} · {repetition}")),
            (one, other) => one.or(other),
        }
    }

    fn next_words(&self, next: &Next) -> Option<String> {
        let texts = &self.texts;
        let what = match next {
            Next::Exercise(id) => exercise::name(texts, id),
            Next::ChangeSides(worked) => {
                texts.format("player-next-side", &[("side", side(texts, *worked).into())])
            }
            Next::Rest => texts.get("player-kind-rest"),
            Next::Part(cue) => texts.cue(cue),
            Next::ComeUp => texts.get("player-next-come-up"),
            Next::End => texts.get("player-next-end"),
        };
        Some(texts.format("player-next", &[("what", what.into())]))
    }

    fn pace(&self, pacing: Pacing) -> Pace {
        let key = match pacing.part {
            PacingPart::In => "player-pace-in",
            PacingPart::Out => "player-pace-out",
            PacingPart::Go => "player-pace-go",
            PacingPart::Stay => "player-pace-stay",
            PacingPart::Return => "player-pace-return",
        };
        Pace { label: self.texts.get(key), fraction: pacing.fraction }
    }

    fn figure(&self, step: &Step, fraction: f64) -> Option<FigureNow> {
        let from = step.pose_from.clone()?;
        Some(FigureNow {
            exercise: step.exercise.clone(),
            to: step.pose_to.clone().unwrap_or_else(|| from.clone()),
            from,
            fraction,
            side: step.side,
            description: self.texts.get(&format!("{}-summary", step.exercise)),
        })
    }

    pub(super) fn finished_page(&self) -> FinishedPage {
        let texts = &self.texts;
        let Some((_, session)) = self.last_session() else {
            return FinishedPage {
                heading: texts.get("title-feedback"),
                lead: None,
                done: Vec::new(),
                questions: Vec::new(),
                tomorrow: None,
                buttons: vec![self.to_today(Emphasis::Primary)],
            };
        };
        let ended = session.finished.as_ref().map(|end| end.value.ended);
        let stopped = ended == Some(Ended::Stopped);
        let heading = match ended {
            Some(Ended::Completed) | None => "feedback-heading",
            Some(Ended::Left) => "feedback-heading-early",
            Some(Ended::Stopped) => "feedback-heading-stop",
        };
        let feedback = session.feedback.as_ref().map(|given| &given.value);
        let answered = feedback.is_some_and(|given| given.effort.is_some() && given.pain_after.is_some());
        let questions = vec![self.effort_field(session), self.pain_after_field(session)];
        let mut buttons = Vec::new();
        if !self.due().is_empty() {
            buttons.push(button(texts, "feedback-answer-list", Emphasis::Primary, Action::SomethingNew));
        }
        let emphasis = if buttons.is_empty() && answered { Emphasis::Primary } else { Emphasis::Secondary };
        buttons.push(button(texts, "go-today", emphasis, Action::FinishFeedback));
        FinishedPage {
            heading: texts.get(heading),
            lead: stopped.then(|| texts.get("feedback-stop-lead")),
            done: self.done_lines(session),
            questions,
            tomorrow: if answered { self.tomorrow_card() } else { None },
            buttons,
        }
    }

    fn effort_field(&self, session: &Session) -> crate::view::ChoiceField {
        let mut given = Draft::new();
        if let Some(effort) = session.feedback.as_ref().and_then(|feedback| feedback.value.effort) {
            given.set(Field::Effort, Given::Value(json!(effort.get())));
        }
        let nothing = serde_json::Value::Null;
        let answers = Answers { saved: &nothing, draft: &given };
        let offered = EFFORTS
            .iter()
            .map(|(key, value)| ((*key).to_owned(), self.texts.get(key), json!(value)))
            .collect();
        fields::one_of(&self.texts, &answers, Field::Effort, "field-effort", offered)
    }

    fn pain_after_field(&self, session: &Session) -> crate::view::ChoiceField {
        let mut given = Draft::new();
        if let Some(pain) = session.feedback.as_ref().and_then(|feedback| feedback.value.pain_after) {
            given.set(Field::AfterPain, Given::Value(json!(pain.get())));
        }
        let nothing = serde_json::Value::Null;
        let answers = Answers { saved: &nothing, draft: &given };
        fields::zero_to_ten(&self.texts, &answers, Field::AfterPain, "field-after-pain")
    }

    fn done_lines(&self, session: &Session) -> Vec<String> {
        let texts = &self.texts;
        let Some(end) = &session.finished else { return Vec::new() };
        let minutes = i64::try_from((end.value.active_ms + 30_000) / 60_000).unwrap_or(i64::MAX);
        let mut lines = vec![count(texts, "feedback-minutes", minutes)];
        let mut seen: Vec<&str> = Vec::new();
        for done in end.value.done.iter().filter(|done| done.how != DoneHow::Skipped) {
            if !seen.contains(&done.exercise.as_str()) && self.library.exercise(&done.exercise).is_some() {
                seen.push(&done.exercise);
                lines.push(exercise::name(texts, &done.exercise));
            }
        }
        lines
    }

    /// What the last session asks of the next.
    pub(super) fn next_time(&self) -> NextTime {
        let done = self.state.sessions_done();
        let Some((_, session)) = done.last() else { return NextTime::Same };
        let end = session.finished.as_ref().map(|end| &end.value);
        let feedback = session.feedback.as_ref().map(|feedback| &feedback.value);
        let lightened = |how: DoneHow| matches!(how, DoneHow::Lightened | DoneHow::Stopped);
        routine::next_time(&LastTime {
            stopped_or_lightened: end.is_some_and(|end| {
                end.ended == Ended::Stopped || end.done.iter().any(|done| lightened(done.how))
            }),
            effort: feedback.and_then(|feedback| feedback.effort),
            pain_before: session.started.as_ref().and_then(|started| started.value.pain_before),
            pain_after: feedback.and_then(|feedback| feedback.pain_after),
        })
    }

    /// Tomorrow, once something was done today.
    pub(super) fn tomorrow_card(&self) -> Option<InfoCard> {
        let texts = &self.texts;
        self.last_session()?;
        let mut shown = card(texts.get("tomorrow-heading"));
        if !self.due().is_empty() {
            shown.paragraphs = vec![texts.get("tomorrow-check")];
            return Some(shown);
        }
        let next = self.session_tomorrow()?;
        let key = match self.next_time() {
            NextTime::Same => "tomorrow-same",
            NextTime::Lighter => "tomorrow-lighter",
        };
        let minutes = Arg::from(next.minutes());
        shown.paragraphs = vec![texts.format(key, &[("minutes", minutes)]), texts.get("tomorrow-rest")];
        shown.points = next.exercises().iter().map(|id| exercise::name(texts, id)).collect();
        Some(shown)
    }
}

/// Seconds under a minute as they are, above it as minutes and seconds.
fn clock(seconds: u64) -> String {
    if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) }
}

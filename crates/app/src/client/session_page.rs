//! The pages around a session: before it and after it. What this module does not do: the session itself.

use counterpose_coach::routine::{self, LastTime, NextTime};
use counterpose_coach::vocabulary::Equipment;
use counterpose_content::Arg;
use counterpose_journal::Session;
use counterpose_journal::payload::{DoneHow, Ended};
use serde_json::json;

use super::Client;
use super::training::NextSession;
use crate::action::{Action, Field};
use crate::flow::draft::{Answers, Draft, Given};
use crate::flow::fields;
use crate::pages::exercise;
use crate::route::Route;
use crate::view::{Block, Emphasis, FinishedPage, InfoCard, ItemCard, ReadyPage};
use crate::words::{button, card, count, link};

/// Effort as asked with one tap, and what it stands for from 0 to 10.
const EFFORTS: &[(&str, i64)] = &[("effort-easy", 3), ("effort-right", 5), ("effort-hard", 8)];

impl Client {
    /// What a session takes and needs.
    pub(super) fn session_facts(&self, session: &NextSession) -> Vec<String> {
        let texts = &self.texts;
        let exercises = i64::try_from(session.routine.items.len()).unwrap_or(i64::MAX);
        let mut things: Vec<String> = Vec::new();
        for item in &session.routine.items {
            for need in self.library.exercise(&item.exercise).into_iter().flat_map(|found| &found.needs) {
                let thing = texts.get(&format!("equipment-{}", need.item));
                // Anything to sit on does as a chair, so no plan asks for one; it should be at hand all the same.
                let at_hand = !need.optional || need.item == Equipment::Chair;
                if at_hand && !things.contains(&thing) {
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
                let card =
                    exercise::item_card(texts, found, Some(exercise::dose_of_sides(texts, &item.sides)));
                // What it is stands on its own page; here somebody wants to begin.
                Some(ItemCard { summary: String::new(), ..card })
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
        // The window for a later start is short, so it is named while it is open.
        if self.may_start_later() {
            shown.buttons.push(link(texts, "progress-know", Emphasis::Quiet, Route::Know));
        }
        Some(shown)
    }
}

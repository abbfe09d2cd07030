//! State as a fold over the journal: the same entries give the same state, in whatever order they arrived.
//!
//! Nothing here is stored as truth. The fold reads what it understands, counts what it does not, and never fails.

use counterpose_quantity::order;
use std::collections::{BTreeMap, BTreeSet};

use counterpose_coach::dates;
use counterpose_coach::intake::format::Format;
use counterpose_coach::intake::{Intake, IntakeError, Node, Reader, Unknown};
use counterpose_coach::screening::QuestionId;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::dated;
use crate::entry::Entry;
use crate::merge;
use crate::payload::{
    Answers, CheckIn, Disagree, HabitDone, Payload, PlanChoice, SessionFeedback, SessionFinished,
    SessionStarted,
};
use crate::section::Section;
use crate::tracking::{Tracking, dated};

/// Something with the moment it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated<T> {
    /// The day it counts for.
    pub date: Date,
    /// The instant, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// What it is.
    pub value: T,
}

/// One session, joined from all its entries. Any part may be missing: the tab died, or the entry has not come yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Session {
    /// How it began.
    pub started: Option<Dated<SessionStarted>>,
    /// How it ended.
    pub finished: Option<Dated<SessionFinished>>,
    /// How it was, all feedback together.
    pub feedback: Option<Dated<SessionFeedback>>,
}

impl Session {
    /// The day it counts for: where it began.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.moment().map(|(date, _)| date)
    }

    fn moment(&self) -> Option<(Date, i64)> {
        let started = self.started.as_ref().map(|it| (it.date, it.at_ms));
        let finished = self.finished.as_ref().map(|it| (it.date, it.at_ms));
        let feedback = self.feedback.as_ref().map(|it| (it.date, it.at_ms));
        started.or(finished).or(feedback)
    }
}

/// What the journal comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct State {
    /// How many entries were read.
    pub entries: usize,
    /// The largest count seen: a [`crate::Writer`] goes on from here.
    pub lamport: u64,
    /// Answers by section as they stand, dated by their last change.
    pub sections: BTreeMap<String, Dated<Value>>,
    /// Sessions by identifier.
    pub sessions: BTreeMap<Uuid, Session>,
    /// Daily lines in the order of history.
    pub check_ins: Vec<Dated<CheckIn>>,
    /// Settings as they stand.
    pub settings: BTreeMap<String, Value>,
    /// What the person disagrees with, by what it is about.
    pub disagreements: BTreeMap<String, Dated<Disagree>>,
    /// Changes to the plan as they stand, by exercise.
    pub plan_choices: BTreeMap<String, Dated<PlanChoice>>,
    /// Habits done, by habit and day.
    pub habits: BTreeMap<String, BTreeMap<Date, u32>>,
    /// Daily pain, outcomes, draws, reminders.
    #[serde(skip_serializing_if = "Tracking::is_empty")]
    pub tracking: Tracking,
    /// Entries of kinds or versions from a later program, kept and not read.
    pub unknown: usize,
    /// Entries that claim a known kind and do not fit it, with that kind: kept and not read.
    pub unreadable: BTreeMap<Uuid, String>,
}

/// Folds entries into state. Order and repetition do not matter.
#[must_use]
pub fn fold(entries: &[Entry]) -> State {
    let mut state = State::default();
    for entry in merge::in_order(entries) {
        state.take(entry);
    }
    state
}

impl State {
    fn take(&mut self, entry: &Entry) {
        self.entries += 1;
        self.lamport = self.lamport.max(entry.lamport);
        match Payload::decode(entry) {
            Ok(Some(payload)) => self.apply(entry, payload),
            Ok(None) => self.unknown += 1,
            Err(_) => {
                self.unreadable.insert(entry.id, entry.kind.clone());
            }
        }
    }

    fn apply(&mut self, entry: &Entry, payload: Payload) {
        match payload {
            Payload::Answers(answers) => self.answer(entry, answers),
            Payload::SessionStarted(it) => {
                // A session begins once: of two claims the first stands, so its day does not move.
                self.sessions.entry(it.session).or_default().started.get_or_insert(dated(entry, it));
            }
            Payload::SessionFinished(it) => {
                let session = self.sessions.entry(it.session).or_default();
                session.finished = Some(dated(entry, it));
            }
            Payload::SessionFeedback(it) => {
                let session = self.sessions.entry(it.session).or_default();
                let before = session.feedback.take().map(|known| known.value);
                session.feedback = Some(dated(entry, joined(before, it)));
            }
            Payload::CheckIn(it) => self.check_ins.push(dated(entry, it)),
            Payload::Setting(it) => {
                if it.value.is_null() {
                    self.settings.remove(&it.key);
                } else {
                    self.settings.insert(it.key, it.value);
                }
            }
            Payload::Disagree(it) => {
                if it.withdrawn {
                    self.disagreements.remove(&it.about);
                } else {
                    self.disagreements.insert(it.about.clone(), dated(entry, it));
                }
            }
            Payload::PlanChoice(it) => {
                self.plan_choices.insert(it.exercise.clone(), dated(entry, it));
            }
            Payload::HabitDone(HabitDone { habit, times }) => {
                let count = self.habits.entry(habit).or_default().entry(entry.date).or_default();
                *count = count.saturating_add(times);
            }
            Payload::DailyPain(it) => self.tracking.pain(entry, it),
            Payload::OutcomeAnswered(it) => self.tracking.outcomes.push(dated(entry, it)),
            Payload::Retest(it) => self.tracking.retests.push(dated(entry, it)),
            Payload::DesignDrawn(it) => self.tracking.drawn(entry, it),
            Payload::ReminderAnswered(it) => self.tracking.reminder(entry, it),
            Payload::Sat(it) => self.tracking.sat(entry, it),
            // What it takes was not read at all.
            Payload::Erasure(_) => {}
        }
    }

    fn answer(&mut self, entry: &Entry, answers: Answers) {
        let value = match self.sections.remove(&answers.section) {
            Some(known) if answers.part => with_part(known.value, answers.value),
            _ if answers.part => with_part(Value::Null, answers.value),
            _ => answers.value,
        };
        self.sections.insert(answers.section, dated(entry, value));
    }

    /// The answers to a section as they stand, as stored.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&Dated<Value>> {
        self.sections.get(section.as_str())
    }

    /// The intake of a day as JSON: the answers as they stand, with ages and weeks as of that day.
    #[must_use]
    pub fn intake_json(&self, as_of: Date) -> Value {
        let mut intake = Map::new();
        intake.insert("format".to_owned(), 1.into());
        intake.insert("as_of".to_owned(), dates::written(as_of).into());
        intake.insert(Section::Screening.intake_key().to_owned(), Value::Object(Map::new()));
        for section in Section::ALL {
            if let Some(known) = self.section(section)
                && !known.value.is_null()
            {
                let shown = dated::to_intake(section, known.value.clone(), as_of);
                intake.insert(section.intake_key().to_owned(), shown);
            }
        }
        Value::Object(intake)
    }

    /// The intake of a day: the answers as they stand. What the intake cannot hold yet (a key from a later version)
    /// is passed over, except where passing over could make an answer less careful.
    ///
    /// # Errors
    /// Says where an answer from a later version, or a broken one, stands: then nothing may be decided from it.
    pub fn intake(&self, as_of: Date) -> Result<Intake, IntakeError> {
        let json = self.intake_json(as_of);
        if let Some(Value::Object(screening)) = json.get("screening") {
            for (key, answer) in screening {
                let harmless = matches!(answer, Value::Null | Value::Bool(false)) || answer == "no";
                if QuestionId::parse(key).is_none() && !harmless {
                    return Err(IntakeError {
                        message: "this answer was given in a later version of the program; update this one"
                            .to_owned(),
                        path: format!("screening.{key}"),
                    });
                }
            }
        }
        let broken =
            |error: serde_json::Error| IntakeError { message: error.to_string(), path: String::new() };
        let node: Node = serde_json::from_value(json).map_err(broken)?;
        Intake::read(&Reader::root(&node, Unknown::Ignored))
    }

    /// Sessions that ended, in the order they began.
    #[must_use]
    pub fn sessions_done(&self) -> Vec<(Uuid, &Session)> {
        let mut done: Vec<_> = self
            .sessions
            .iter()
            .filter(|(_, session)| session.finished.is_some())
            .map(|(id, session)| (*id, session))
            .collect();
        order::sort_by_key(&mut done, |(id, session)| (session.moment().map(|(_, at_ms)| at_ms), *id));
        done
    }

    /// The days on which something was done, oldest first.
    #[must_use]
    pub fn days_active(&self) -> BTreeSet<Date> {
        let sessions = self.sessions_done().into_iter().filter_map(|(_, session)| session.date());
        let habits = self.habits.values().flat_map(|days| days.keys().copied());
        sessions.chain(habits).collect()
    }

    /// The last daily line.
    #[must_use]
    pub fn last_check_in(&self) -> Option<&Dated<CheckIn>> {
        self.check_ins.last()
    }
}

fn joined(before: Option<SessionFeedback>, now: SessionFeedback) -> SessionFeedback {
    let Some(before) = before else { return now };
    SessionFeedback {
        session: now.session,
        pain_after: now.pain_after.or(before.pain_after),
        effort: now.effort.or(before.effort),
        settled_by_morning: now.settled_by_morning.or(before.settled_by_morning),
    }
}

/// A part laid over what stands: keys replace (`null` takes away), list items are added once.
fn with_part(known: Value, part: Value) -> Value {
    match (known, part) {
        (Value::Object(mut known), Value::Object(part)) => {
            for (key, value) in part {
                if value.is_null() {
                    known.remove(&key);
                } else {
                    known.insert(key, value);
                }
            }
            Value::Object(known)
        }
        (Value::Array(mut known), Value::Array(part)) => {
            for item in part {
                if !known.contains(&item) {
                    known.push(item);
                }
            }
            Value::Array(known)
        }
        (Value::Null, Value::Object(part)) => with_part(Value::Object(Map::new()), Value::Object(part)),
        (_, part) => part,
    }
}

//! What the journal comes to, one fact a line: the table that the CSV prints and the observations are made from.

use std::collections::BTreeMap;

use counterpose_coach::reminder::DayDose;
use counterpose_journal::{Dated, Section, Session, State};
use jiff::civil::Date;
use serde_json::{Value, json};

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The day it counts for.
    pub date: Option<Date>,
    /// The instant, where one is known, in milliseconds since 1970 UTC.
    pub at_ms: Option<i64>,
    /// What was observed.
    pub kind: &'static str,
    /// About what: a test, an exercise, a question.
    pub about: String,
    /// `left`, `right` or empty.
    pub side: String,
    /// The value: a number, a truth or a word.
    pub value: Value,
    /// The unit of a number.
    pub unit: &'static str,
}

/// Keys of a measure that say how it was taken, not what came out.
const HOW: [&str; 5] = ["test", "side", "method", "repeats", "on"];

/// Every fact, in the order of days.
pub fn all(state: &State) -> Vec<Fact> {
    let mut facts = Vec::new();
    answers(state, &mut facts);
    measures(state, &mut facts);
    diary(state, &mut facts);
    for session in state.sessions.values() {
        session_facts(session, &mut facts);
    }
    tracked(state, &mut facts);
    facts.sort_by_key(|fact| (fact.date, fact.at_ms));
    facts
}

struct Pen<'a> {
    facts: &'a mut Vec<Fact>,
    date: Option<Date>,
    at_ms: Option<i64>,
}

impl Pen<'_> {
    fn put(&mut self, kind: &'static str, about: &str, side: &str, value: Value, unit: &'static str) {
        let (date, at_ms, about, side) = (self.date, self.at_ms, about.to_owned(), side.to_owned());
        self.facts.push(Fact { date, at_ms, kind, about, side, value, unit });
    }

    fn number(&mut self, kind: &'static str, about: &str, value: Option<u8>, unit: &'static str) {
        if let Some(value) = value {
            self.put(kind, about, "", json!(value), unit);
        }
    }
}

fn on<'a, T>(facts: &'a mut Vec<Fact>, dated: &Dated<T>) -> Pen<'a> {
    Pen { facts, date: Some(dated.date), at_ms: Some(dated.at_ms) }
}

/// Every answer with the path of its question; measures and goals stand as facts of their own.
fn answers(state: &State, facts: &mut Vec<Fact>) {
    for (name, section) in &state.sections {
        if name == Section::Measures.as_str() {
            continue;
        }
        let mut flat = Vec::new();
        flatten(name, &section.value, &mut flat);
        for (path, value) in flat {
            on(facts, section).put("answer", &path, "", value, "");
        }
    }
}

/// Objects and lists of objects become paths; a list of words becomes one value a word.
fn flatten(path: &str, value: &Value, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(&format!("{path}.{key}"), value, into);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let inner = if item.is_object() { format!("{path}.{}", number + 1) } else { path.to_owned() };
                flatten(&inner, item, into);
            }
        }
        Value::Null => {}
        scalar => into.push((path.to_owned(), scalar.clone())),
    }
}

fn measures(state: &State, facts: &mut Vec<Fact>) {
    let Some(section) = state.section(Section::Measures) else { return };
    for measure in section.value.as_array().into_iter().flatten() {
        let text = |key: &str| measure.get(key).and_then(Value::as_str).unwrap_or_default();
        let date = text("on").parse().ok().or(Some(section.date));
        let mut pen = Pen { facts, date, at_ms: None };
        for (key, value) in measure.as_object().into_iter().flatten() {
            if !HOW.contains(&key.as_str()) && !value.is_null() {
                let about = format!("{}.{}", text("test"), without_unit(key));
                pen.put("measure", &about, text("side"), value.clone(), unit_of(key));
            }
        }
    }
}

/// The unit in the name of a field.
pub fn unit_of(key: &str) -> &'static str {
    match key.rsplit('_').next() {
        Some("deg") => "deg",
        Some("cm") => "cm",
        Some("seconds") => "s",
        Some("minutes") => "min",
        _ => "",
    }
}

fn without_unit(key: &str) -> &str {
    key.strip_suffix("_deg").or(key.strip_suffix("_cm")).unwrap_or(key)
}

fn diary(state: &State, facts: &mut Vec<Fact>) {
    for check_in in &state.check_ins {
        let mut pen = on(facts, check_in);
        pen.number("pain-now", "", check_in.value.pain.map(|pain| pain.get()), "of 10");
        if let Some(new) = check_in.value.anything_new {
            pen.put("anything-new", "", "", json!(new), "");
        }
        for question in &check_in.value.new {
            pen.put("new", question, "", json!(true), "");
        }
    }
    for (date, pain) in &state.tracking.pain {
        let mut pen = Pen { facts, date: Some(*date), at_ms: None };
        pen.number("pain-average-of-day", "", pain.average.map(|pain| pain.get()), "of 10");
        pen.number("pain-worst-of-day", "", pain.worst.map(|pain| pain.get()), "of 10");
        if let Some(flare) = pain.flare {
            pen.put("flare", "", "", json!(flare), "");
        }
    }
}

fn session_facts(session: &Session, facts: &mut Vec<Fact>) {
    if let Some(started) = &session.started {
        let pain = started.value.pain_before.map(|pain| pain.get());
        on(facts, started).number("pain-before-session", &started.value.which, pain, "of 10");
    }
    if let Some(finished) = &session.finished {
        let which = session.started.as_ref().map_or("", |started| started.value.which.as_str());
        let mut pen = on(facts, finished);
        pen.put("session", which, "", minutes(finished.value.active_ms), "min");
        pen.put("session-ended", which, "", word(&finished.value.ended), "");
        for done in &finished.value.done {
            let about = match &done.variant {
                Some(variant) => format!("{}:{variant}", done.exercise),
                None => done.exercise.clone(),
            };
            let side = done.side.map_or(Value::Null, |side| word(&side));
            let side = side.as_str().unwrap_or_default();
            pen.put("done", &about, side, word(&done.how), "");
            pen.put("sets", &about, side, json!(done.sets), "");
            pen.put("repetitions", &about, side, json!(done.repetitions), "");
            pen.put("worked", &about, side, minutes(done.worked_ms), "min");
        }
    }
    if let Some(feedback) = &session.feedback {
        let mut pen = on(facts, feedback);
        pen.number("pain-after-session", "", feedback.value.pain_after.map(|pain| pain.get()), "of 10");
        pen.number("effort", "", feedback.value.effort.map(|effort| effort.get()), "of 10");
        if let Some(settled) = feedback.value.settled_by_morning {
            pen.put("settled-by-morning", "", "", json!(settled), "");
        }
    }
}

/// To a hundredth of a minute.
fn minutes(ms: u64) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "a duration of a session")]
    let minutes = (ms as f64 / 600.0).round() / 100.0;
    json!(minutes)
}

/// The word a value has in the journal.
fn word(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

fn tracked(state: &State, facts: &mut Vec<Fact>) {
    for outcome in &state.tracking.outcomes {
        let mut pen = on(facts, outcome);
        let about = &outcome.value.instrument;
        if let Some(total) = outcome.value.total {
            pen.put("outcome", about, "", json!(total), "");
        }
        for (number, rating) in outcome.value.ratings.iter().enumerate() {
            pen.put("outcome-item", &format!("{about}.{}", number + 1), "", word(rating), "");
        }
        for ticked in &outcome.value.ticked {
            pen.put("outcome-item", &format!("{about}.{ticked}"), "", json!(true), "");
        }
        if outcome.value.skipped {
            pen.put("outcome-skipped", about, "", json!(true), "");
        }
    }
    for retest in &state.tracking.retests {
        let side = retest.value.side.map_or(Value::Null, |side| word(&side));
        let about = format!("{} around {}", retest.value.test, retest.value.exercise);
        let mut pen = on(facts, retest);
        pen.put("retest-before", &about, side.as_str().unwrap_or_default(), json!(retest.value.before), "");
        pen.put("retest-after", &about, side.as_str().unwrap_or_default(), json!(retest.value.after), "");
    }
    for (habit, days) in &state.habits {
        for (date, times) in days {
            Pen { facts, date: Some(*date), at_ms: None }.put("habit", habit, "", json!(times), "times");
        }
    }
    for (date, sat) in &state.tracking.sat {
        let rounded = json!((sat * 100.0).round() / 100.0);
        Pen { facts, date: Some(*date), at_ms: None }.put("sat", "", "", rounded, "min");
    }
    reminders(&state.tracking.reminders, facts);
}

fn reminders(habits: &BTreeMap<String, BTreeMap<Date, DayDose>>, facts: &mut Vec<Fact>) {
    for (habit, days) in habits {
        for (date, counted) in days {
            let counted = word(counted);
            for (what, times) in counted.as_object().into_iter().flatten() {
                if times.as_u64().is_some_and(|times| times > 0) {
                    let about = format!("{habit}.{what}");
                    Pen { facts, date: Some(*date), at_ms: None }.put(
                        "reminder",
                        &about,
                        "",
                        times.clone(),
                        "times",
                    );
                }
            }
        }
    }
}

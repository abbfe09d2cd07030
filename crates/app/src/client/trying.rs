//! "Try it and see": how a movement feels before and after one exercise, and what repeated tries come to.
//!
//! One difference is a difference only outside the error; three tries are the least that say something about an exercise.
//! Then the plan listens: what helps again and again is preferred, what worsens again and again is left out. What this
//! module does not do: read the responses; `coach` does.

use counterpose_coach::outcome::InstrumentId;
use counterpose_coach::outcome::retest::{Response, Tendency, tendencies};
use counterpose_journal::payload::Payload;
use counterpose_journal::tracking::Retest;
use counterpose_journal::{Moment, State};
use serde_json::{Value, json};

use super::Client;
use crate::action::{Action, Field};
use crate::effect::Effect;
use crate::flow::draft::{Answers, Draft};
use crate::flow::fields;
use crate::route::Route;
use crate::view::{Block, ChoiceField, Emphasis, InfoCard, ScaleEnds, TryCard};
use crate::words::{button, card, plain};

/// Movements to compare, rated from 0 to 10.
pub(super) const MOVEMENTS: [&str; 5] = ["bend-forward", "stand-up", "walk", "turn", "sit"];
/// What a movement's rating is called as a test.
const MOVEMENT: &str = "movement-";
/// Where the identifiers of tries begin among those of a moment.
const TRY_IDS_FROM: u64 = 1 << 41;
/// So many tries are shown.
const MOST_SHOWN: usize = 5;

/// The error of a movement rated from 0 to 10: that of pain on the same scale.
fn error() -> f64 {
    InstrumentId::PainAverage.row().error.map_or(2.0, |error| error.value)
}

/// Tries of rated movements as responses.
fn responses(state: &State) -> Vec<Response> {
    let rated = state.tracking.retests.iter().filter(|it| it.value.test.starts_with(MOVEMENT));
    rated
        .map(|it| Response {
            exercise: it.value.exercise.clone(),
            test: it.value.test.clone(),
            // Less pain after than before is better.
            better_by: it.value.before - it.value.after,
            error: error(),
        })
        .collect()
}

/// The exercises that repeated tries speak for, and those they speak against.
pub(super) fn leanings(state: &State) -> (Vec<String>, Vec<String>) {
    let (mut for_it, mut against): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for ((exercise, _), tendency) in tendencies(&responses(state)) {
        match tendency {
            Tendency::Helps => for_it.push(exercise),
            Tendency::Worsens => against.push(exercise),
            Tendency::NoDifference | Tendency::TooFew => {}
        }
    }
    against.dedup();
    // What worsens one movement is not preferred for another.
    for_it.retain(|exercise| !against.contains(exercise));
    for_it.dedup();
    (for_it, against)
}

impl Client {
    /// The part of an exercise's page; absent where the exercise is not for this person now.
    pub(super) fn try_card(&self, exercise: &str, shut: bool) -> Option<TryCard> {
        if shut || !self.may_move() || self.state.sessions_done().is_empty() || self.is_training() {
            return None;
        }
        let texts = &self.texts;
        let mut fields = vec![Block::Choice(self.movement_field())];
        if self.movement_picked().is_some() {
            fields.push(Block::Choice(self.rating(Field::TryBefore, "field-try-before")));
        }
        let begun = self.tried(&Field::TryBefore).is_some() && self.movement_picked().is_some();
        if begun {
            fields.push(Block::Text(texts.get("try-now")));
            fields.push(Block::Choice(self.rating(Field::TryAfter, "field-try-after")));
        }
        let whole = begun && self.tried(&Field::TryAfter).is_some();
        Some(TryCard {
            card: InfoCard {
                paragraphs: vec![texts.get("try-text")],
                points: self.tries_told(exercise),
                ..card(texts.get("try-heading"))
            },
            fields,
            keep: whole.then(|| {
                button(texts, "diary-keep", Emphasis::Primary, Action::KeepTry(exercise.to_owned()))
            }),
        })
    }

    fn movement_field(&self) -> ChoiceField {
        let texts = &self.texts;
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let offered = MOVEMENTS
            .iter()
            .map(|name| ((*name).to_owned(), texts.get(&format!("movement-{name}")), json!(name)))
            .collect();
        let made = fields::one_of(texts, &answers, Field::TryMovement, "field-try-movement", offered);
        ChoiceField { problem: None, ..made }
    }

    fn rating(&self, field: Field, key: &str) -> ChoiceField {
        let texts = &self.texts;
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let offered = (0..=10).map(|n: u32| (n.to_string(), n.to_string(), json!(n))).collect();
        let made = fields::one_of(texts, &answers, field, key, offered);
        let ends = ScaleEnds { low: texts.get("field-pain-low"), high: texts.get("field-pain-high") };
        ChoiceField { scale: Some(ends), problem: None, ..made }
    }

    fn tried(&self, field: &Field) -> Option<f64> {
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        answers.value(field)?.as_f64().filter(|n| (0.0..=10.0).contains(n))
    }

    fn movement_picked(&self) -> Option<&'static str> {
        let answers = Answers { saved: &Value::Null, draft: &self.draft };
        let given = answers.value(&Field::TryMovement)?;
        MOVEMENTS.into_iter().find(|name| Some(*name) == given.as_str())
    }

    pub(super) fn keep_try(&mut self, exercise: &str, now: &Moment) -> Vec<Effect> {
        let here = self.route == Route::Exercise(exercise.to_owned());
        let given = self.tried(&Field::TryBefore).zip(self.tried(&Field::TryAfter));
        let (Some((before, after)), Some(movement)) = (given, self.movement_picked()) else {
            return Vec::new();
        };
        if !here || self.library.exercise(exercise).is_none() || !self.may_move() {
            return Vec::new();
        }
        let retest = Retest {
            session: now.identifier(TRY_IDS_FROM + self.writer.lamport),
            exercise: exercise.to_owned(),
            test: format!("{MOVEMENT}{movement}"),
            side: None,
            before,
            after,
        };
        self.draft = Draft::new();
        let mut effects = self.record(vec![Payload::Retest(retest)], now);
        effects.push(Effect::Announce { text: self.texts.get("diary-kept"), urgent: false });
        effects
    }

    /// What the tries of an exercise came to: the last few, and what they say together.
    fn tries_told(&self, exercise: &str) -> Vec<String> {
        let texts = &self.texts;
        let own: Vec<Response> =
            responses(&self.state).into_iter().filter(|it| it.exercise == exercise).collect();
        let name = |test: &str| texts.find(test).unwrap_or_default();
        let told = self.state.tracking.retests.iter().rev();
        let told = told.filter(|it| it.value.exercise == exercise && it.value.test.starts_with(MOVEMENT));
        let mut lines: Vec<String> = told
            .take(MOST_SHOWN)
            .map(|it| {
                let of = Response {
                    exercise: exercise.to_owned(),
                    test: it.value.test.clone(),
                    better_by: it.value.before - it.value.after,
                    error: error(),
                };
                let args = [
                    ("movement", name(&it.value.test).into()),
                    ("before", plain(it.value.before)),
                    ("after", plain(it.value.after)),
                    ("reading", texts.get(&format!("try-one-{}", of.tendency())).into()),
                ];
                texts.format("try-line", &args)
            })
            .collect();
        for ((_, test), tendency) in tendencies(&own) {
            if tendency != Tendency::TooFew {
                let movement = name(&test);
                lines.push(texts.format(&format!("try-many-{tendency}"), &[("movement", movement.into())]));
            }
        }
        lines
    }
}

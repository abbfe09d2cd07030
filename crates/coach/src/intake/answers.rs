//! The answers to the safety questions: at most one for each, `unsure` allowed for all.

use std::collections::BTreeMap;

use counterpose_quantity as quantity;
use quantity::MonthCount;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::format::{Format, readable, records, word};
use super::node::{IntakeError, Node, Reader};
use crate::screening::QuestionId;
use crate::vocabulary::vocabulary;

/// The word for "I am not sure".
const UNSURE: &str = "unsure";

vocabulary! {
    /// What speaks for an inflamed spine in somebody whose back pain began early and lasts.
    InflammatoryFeature {
        /// It began before the age of 35.
        Before35 = "before-35",
        /// It wakes them in the second half of the night.
        WakesSecondHalfOfNight = "wakes-second-half-of-night",
        /// Pain in the buttock.
        ButtockPain = "buttock-pain",
        /// Better with movement.
        BetterWithMovement = "better-with-movement",
        /// Better within 48 hours of anti-inflammatory tablets.
        BetterWithin48hOfNsaid = "better-within-48h-of-nsaid",
        /// A close relative with an inflamed spine.
        RelativeWithSpa = "relative-with-spa",
        /// Ever an inflamed joint.
        Arthritis = "arthritis",
        /// Ever an inflamed heel or tendon insertion.
        Enthesitis = "enthesitis",
        /// Ever psoriasis.
        Psoriasis = "psoriasis",
    }
}
word! { InflammatoryFeature }

records! {
    /// The answer to C2: when the back pain began, how long it lasts, and what goes with it.
    EarlyBackPain: Default {
        /// Whether it began before the age of 45.
        started_before_45: Option<bool>,
        /// How many months it has lasted.
        months: Option<MonthCount>,
        /// What goes with it.
        features: Vec<InflammatoryFeature>,
    }
}

impl EarlyBackPain {
    /// How many different features there are.
    #[must_use]
    pub fn feature_count(&self) -> usize {
        InflammatoryFeature::ALL.iter().filter(|feature| self.features.contains(feature)).count()
    }
}

/// An answer to a safety question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A value, by its position in the question's order of caution; 0 is no.
    Level(u8),
    /// Not sure.
    Unsure,
    /// The record of C2.
    History(EarlyBackPain),
}

/// The answers given; a question that is not in it has not been answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// The answer to a question.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.0.get(&question)
    }

    /// Whether the question has an answer, `unsure` included.
    #[must_use]
    pub fn has(&self, question: QuestionId) -> bool {
        self.0.contains_key(&question)
    }

    /// The level answered; `None` where there is no answer, it is unsure, or the answer is a record.
    #[must_use]
    pub fn level(&self, question: QuestionId) -> Option<u8> {
        match self.0.get(&question) {
            Some(Answer::Level(level)) => Some(*level),
            _ => None,
        }
    }

    /// Answers a question, replacing an earlier answer. A level past the last, or a record for another question
    /// than C2, is brought back to what the question has: its most cautious value.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        let last = u8::try_from(question.values().len() - 1).unwrap_or(u8::MAX);
        let answer = match answer {
            Answer::Level(level) => Answer::Level(level.min(last)),
            Answer::History(_) if question != QuestionId::C2 => Answer::Level(last),
            other => other,
        };
        self.0.insert(question, answer);
    }

    /// Takes an answer back.
    pub fn remove(&mut self, question: QuestionId) {
        self.0.remove(&question);
    }

    /// Lets later answers stand over these, question by question.
    pub fn update(&mut self, later: &Self) {
        for (question, answer) in &later.0 {
            self.0.insert(*question, answer.clone());
        }
    }

    /// Every answer, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.0.iter().map(|(question, answer)| (*question, answer))
    }
}

fn read_answer(question: QuestionId, at: &Reader<'_>) -> Result<Answer, IntakeError> {
    match at.node() {
        Node::Text(word) if word == UNSURE => Ok(Answer::Unsure),
        Node::Map(_) if question == QuestionId::C2 => EarlyBackPain::read(at).map(Answer::History),
        Node::Bool(yes) if question.is_yes_no() => Ok(Answer::Level(u8::from(*yes))),
        _ if question == QuestionId::C2 => {
            Err(at.mismatch("an object with started_before_45, months and features, or \"unsure\""))
        }
        _ if question.is_yes_no() => Err(at.mismatch("true, false or \"unsure\"")),
        Node::Text(word) => question.level(word).map(Answer::Level).ok_or_else(|| {
            let known: Vec<&str> = question.values().iter().copied().chain([UNSURE]).collect();
            at.unknown_word(word, &known)
        }),
        _ => Err(at.mismatch(&format!("one of {} or {UNSURE}", question.values().join(", ")))),
    }
}

impl Format for Answers {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let known: Vec<&str> = QuestionId::ALL.iter().map(|question| question.as_str()).collect();
        at.object(&known)?;
        let mut answers = Self::default();
        for question in at.keys().filter_map(QuestionId::parse) {
            let answer =
                at.field(question.as_str(), |field| field.map(|f| read_answer(question, f)).transpose())?;
            if let Some(answer) = answer {
                answers.set(question, answer);
            }
        }
        Ok(answers)
    }

    fn schema() -> Value {
        let schema_of = |question: QuestionId| match question {
            QuestionId::C2 => json!({"anyOf": [EarlyBackPain::schema(), {"const": UNSURE}]}),
            _ if question.is_yes_no() => json!({"enum": [false, true, UNSURE]}),
            _ => json!({"enum": question.values().iter().copied().chain([UNSURE]).collect::<Vec<_>>()}),
        };
        super::format::object_schema(
            "The answers to the safety questions. A question left out has not been answered.",
            QuestionId::ALL.iter().map(|&question| (question.as_str(), schema_of(question))).collect(),
            Vec::new(),
        )
    }
}
readable!(Answers);

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (question, answer) in &self.0 {
            match answer {
                Answer::Unsure => map.serialize_entry(question, UNSURE)?,
                Answer::History(record) => map.serialize_entry(question, record)?,
                Answer::Level(level) if question.is_yes_no() => {
                    map.serialize_entry(question, &(*level > 0))?
                }
                Answer::Level(level) => {
                    let value = question.values().get(usize::from(*level)).unwrap_or(&"no");
                    map.serialize_entry(question, value)?;
                }
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_and_written_alike() {
        let text = r#"{"E1":false,"E2":"unsure","E5":"severe","C2":{"months":6,"features":["psoriasis"]},"C10":true}"#;
        let answers: Answers = serde_json::from_str(text).unwrap();
        assert_eq!(answers.level(QuestionId::E5), Some(2));
        assert_eq!(answers.get(QuestionId::E2), Some(&Answer::Unsure));
        assert_eq!(serde_json::to_string(&answers).unwrap(), text);
    }

    #[test]
    fn a_choice_is_not_answered_with_true() {
        let error = serde_json::from_str::<Answers>(r#"{"E5": true}"#).unwrap_err().to_string();
        assert!(error.contains("E5") && error.contains("new-and-stable"), "{error}");
        let error = serde_json::from_str::<Answers>(r#"{"E5": "sever"}"#).unwrap_err().to_string();
        assert!(error.contains("nearest is \"severe\""), "{error}");
    }
}

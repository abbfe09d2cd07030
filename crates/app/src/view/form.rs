//! The parts forms are made of.
//!
//! One set of parts serves the first visit, the check-in, the precautions and the feedback, so that a question
//! looks and behaves alike everywhere.

use super::Button;
use crate::action::{Action, Field};

/// A part of a form, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A number to type.
    Number(NumberField),
    /// Pick one (or, with `many`, any number).
    Choice(ChoiceField),
    /// Safety questions.
    Questions(QuestionList),
}

/// A number to type.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberField {
    /// Which field; typing sends [`Action::Type`] with it.
    pub field: Field,
    /// What it asks.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// What stands in it.
    pub text: String,
    /// The unit after it.
    pub unit: Option<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// Pick one of several, or any number of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceField {
    /// Which field.
    pub field: Field,
    /// What it asks.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// Whether any number may be picked (checkboxes), or one (radio buttons).
    pub many: bool,
    /// How the choices lie: below each other, or as a row of numbers with words at its ends.
    pub scale: Option<ScaleEnds>,
    /// What there is to pick from.
    pub choices: Vec<Choice>,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// The words at the ends of a row of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleEnds {
    /// At the lowest.
    pub low: String,
    /// At the highest.
    pub high: String,
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// An identifier fit for the page, unique in its field.
    pub id: String,
    /// What it says.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// Whether it is picked.
    pub picked: bool,
    /// What picking it does.
    pub action: Action,
    /// What opens below it when it is picked.
    pub inside: Vec<Block>,
}

/// A list of safety questions of which none may apply.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionList {
    /// What the list is about.
    pub heading: Option<String>,
    /// The questions.
    pub questions: Vec<QuestionView>,
}

/// One safety question: a large toggle that may open into values or parts.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The identifier, for example `E1`.
    pub id: String,
    /// The question, so worded that a tap means "this applies to me".
    pub text: String,
    /// What is meant, for those who wonder.
    pub help: Option<String>,
    /// Shows the help; screen readers are told it in any case.
    pub about: Option<Fold>,
    /// Whether it is switched on (any answer but no).
    pub picked: bool,
    /// Whether an explicit no stands.
    pub answered_no: bool,
    /// What the large toggle does.
    pub toggle: Action,
    /// What opens below it when it is switched on: ordered values, parts, "not sure".
    pub inside: Vec<Block>,
}

/// What is wrong with a form, said in one place and linked to the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// In words.
    pub text: String,
    /// The field to go to.
    pub field: Option<Field>,
}

/// A way to fold something open.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// The button that opens and closes.
    pub button: Button,
    /// Whether it is open.
    pub open: bool,
}

//! The shape of a home test as data: steps, what is asked by feel and by number, method, error and its source.
//!
//! The data lie in `content/tests/`; their words are Fluent texts under `test-<id>-…`. Stored in a compact binary
//! form without field names, so no field may be skipped when written.

use counterpose_quantity::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::tilt::ZeroAt;
use crate::intake::TestId;
use crate::library::Position;
use crate::vocabulary::MovementTag;

/// A home test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfTest {
    /// Which one.
    pub id: TestId,
    /// Its place in the order in which tests are offered; the ones that tell most come first.
    pub order: u8,
    /// The position it is done in.
    pub position: Position,
    /// Minutes it takes, both sides together.
    pub minutes: u8,
    /// How many numbered steps it has: texts `test-<id>-step-1` and on, each at most twelve words.
    pub steps: u8,
    /// Whether it is done side by side.
    pub sides: SidesOf,
    /// Rules that end it at once: texts `stop-<name>`.
    pub stop: Vec<String>,
    /// What is asked by feel, for each side where it has sides.
    pub feel: Vec<Ask>,
    /// The number it gives, where it gives one.
    #[serde(default)]
    pub number: Option<NumberAsked>,
    /// What is asked besides the number.
    #[serde(default)]
    pub besides: Vec<Ask>,
    /// Values that always hold.
    #[serde(default)]
    pub fixed: Vec<Fixed>,
    /// How a phone measures it.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// How the app's own watch helps.
    #[serde(default)]
    pub watch: Option<Watch>,
    /// The smallest difference that is more than noise, with a number.
    pub error: ErrorOf,
}

/// Whether a test is done side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SidesOf {
    /// Left and right, each with its own result.
    Each,
    /// Without sides.
    None,
    /// One side is named: the one that stands out.
    One,
}

/// A question with choices. Its words: `test-<id>-<key>`, the key with dashes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The value of the test that it gives.
    pub key: String,
    /// What there is to choose from.
    pub choices: Vec<AskChoice>,
}

/// One choice. Its words: `test-<id>-<key>-<choice>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskChoice {
    /// Kebab-case, unique in its question.
    pub id: String,
    /// What it gives; nothing where it says nothing about the value.
    #[serde(default)]
    pub gives: Option<Answer>,
    /// What choosing it asks of the body: shut with these.
    #[serde(default)]
    pub tags: Vec<MovementTag>,
}

/// A value of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A number, in the unit of its key.
    Number(f64),
    /// A whole number.
    Count(u8),
    /// Yes or no.
    Truth(bool),
    /// A word of the vocabulary.
    Word(String),
}

impl Answer {
    /// The same as JSON, as it stands in an intake.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Number(number) => Value::from(*number),
            Self::Count(count) => Value::from(*count),
            Self::Truth(truth) => Value::from(*truth),
            Self::Word(word) => Value::from(word.as_str()),
        }
    }
}

/// A value that always holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    /// The value of the test.
    pub key: String,
    /// What it is.
    pub gives: Answer,
}

/// The unit of a number. Its text is `unit-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Degrees.
    Degrees,
    /// Centimetres.
    Centimetres,
    /// Seconds.
    Seconds,
    /// Times.
    Times,
    /// Points of a score.
    Points,
}

impl Unit {
    /// The name, as in files and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Degrees => "degrees",
            Self::Centimetres => "centimetres",
            Self::Seconds => "seconds",
            Self::Times => "times",
            Self::Points => "points",
        }
    }
}

/// The number a test gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberAsked {
    /// The value of the test.
    pub key: String,
    /// Its unit.
    pub unit: Unit,
    /// The least that can be typed.
    pub min: f64,
    /// The most that can be typed.
    pub max: f64,
    /// Whether only whole numbers make sense.
    #[serde(default)]
    pub whole: bool,
    /// How many takes, of which the median counts.
    pub repeats: u8,
    /// Ways of measuring a typed number, the likeliest first.
    pub methods: Vec<Method>,
}

/// The limb a phone is strapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limb {
    /// The front of the thigh.
    Thigh,
    /// The front of the shin.
    Shin,
}

impl Limb {
    /// The name, as in files and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thigh => "thigh",
            Self::Shin => "shin",
        }
    }
}

/// What the angle from the zero means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reads {
    /// Above level or below it: the sign matters and is learnt from the largest movement, a knee drawn up.
    AboveLevel,
    /// How far it moved.
    Moved,
    /// How much is missing to a quarter turn.
    ShortOfUpright,
}

/// How a phone measures a test.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// What it is strapped to.
    pub limb: Limb,
    /// How the limb lies at the zero: text `test-<id>-zero` says it.
    pub zero: ZeroAt,
    /// What the angle means.
    pub reads: Reads,
    /// Seconds to get into the position from the zero.
    pub settle_s: u8,
    /// Seconds between two takes.
    pub again_s: u8,
}

/// How the app's own watch helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Watch {
    /// Runs up until it is stopped; what it shows is the result.
    Up {
        /// It stops by itself here.
        most_s: u16,
    },
    /// Runs down while something is counted.
    Down {
        /// From here.
        from_s: u16,
    },
}

/// The smallest difference that is more than noise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorOf {
    /// In the unit of the number, measured with care. By feel it is larger.
    pub least: f64,
    /// Who says so.
    pub source: String,
}

impl SelfTest {
    /// The head of its text keys.
    #[must_use]
    pub fn key(&self, tail: &str) -> String {
        format!("test-{}-{tail}", self.id)
    }
}

impl Ask {
    /// The tail of the text keys of this question.
    #[must_use]
    pub fn tail(&self) -> String {
        self.key.replace('_', "-")
    }
}

//! A pose in words, for those who do not see the picture.
//!
//! Everything is read off the pose and its contacts: how the body lies or stands, what the trunk does, what hips and
//! knees do where it is worth saying, and what touches what. The words themselves are texts; here are only their keys
//! and sides. A joint that does nothing remarkable is not mentioned, so the sentence stays short.

mod told;
mod touch;

use counterpose_content::Texts;
use counterpose_quantity::{Mirror, Side};

pub(crate) use told::phrases;

/// One or both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// One.
    One(Side),
    /// Left and right alike.
    Both,
}

impl Sides {
    /// `left`, `right` or `both`, as texts name it.
    const fn name(self) -> &'static str {
        match self {
            Self::One(side) => side.as_str(),
            Self::Both => "both",
        }
    }
}

/// One piece of the sentence: a text key and its side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// A text without a side.
    Plain(&'static str),
    /// A text with a side.
    Sided(&'static str, Sides),
    /// A part of the body on a place, each a text of its own.
    Touch(&'static str, Option<Side>, &'static str, Option<Side>),
}

impl Mirror for Phrase {
    fn mirror(self) -> Self {
        match self {
            Self::Plain(key) => Self::Plain(key),
            Self::Sided(key, Sides::Both) => Self::Sided(key, Sides::Both),
            Self::Sided(key, Sides::One(side)) => Self::Sided(key, Sides::One(side.other())),
            Self::Touch(part, side, on, other) => Self::Touch(part, side.mirror(), on, other.mirror()),
        }
    }
}

/// The pieces joined into one sentence.
#[must_use]
pub fn sentence(texts: &Texts, phrases: &[Phrase]) -> String {
    let with = |key: &str, side: Option<Side>| match side {
        Some(side) => texts.format(key, &[("side", side.as_str().into())]),
        None => texts.get(key),
    };
    let say = |phrase: &Phrase| match phrase {
        Phrase::Plain(key) => texts.get(key),
        Phrase::Sided(key, sides) => texts.format(key, &[("side", sides.name().into())]),
        Phrase::Touch(part, side, on, other) => {
            let (part, on) = (with(part, *side), with(on, *other));
            texts.format("figure-touch", &[("part", part.into()), ("on", on.into())])
        }
    };
    let joined = phrases.iter().map(say).collect::<Vec<_>>().join(", ");
    let mut letters = joined.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    texts.format("figure-sentence", &[("pieces", format!("{first}{}", letters.as_str()).into())])
}

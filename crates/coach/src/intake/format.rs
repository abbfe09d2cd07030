//! One table per record gives its type, its reader, its writer and its JSON Schema, so that they cannot differ.

use counterpose_quantity as quantity;
use serde_json::{Value, json};

use super::node::{IntakeError, Reader};

/// What can stand in an intake.
pub trait Format: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong and where.
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError>;

    /// What it is when the key is left out; `None` where it must be given.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Whether it may be left out when written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Its JSON Schema.
    #[must_use]
    fn schema() -> Value;
}

impl<T: Format> Format for Option<T> {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        T::read(at).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn schema() -> Value {
        T::schema()
    }
}

impl<T: Format> Format for Vec<T> {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        at.list(T::read)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn schema() -> Value {
        json!({"type": "array", "items": T::schema()})
    }
}

impl Format for bool {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        at.truth()
    }

    fn schema() -> Value {
        json!({"type": "boolean"})
    }
}

impl Format for String {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        at.text().map(str::to_owned)
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}

impl Format for jiff::civil::Date {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let text = at.text()?;
        crate::dates::read(text).ok_or_else(|| {
            at.error(format!("\"{text}\" is not a date; write it as year-month-day, 2026-11-22"))
        })
    }

    fn schema() -> Value {
        json!({"type": "string", "format": "date"})
    }
}

macro_rules! whole {
    ($($name:ident)*) => {$(
        impl Format for quantity::$name {
            fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
                Self::new(at.whole()?).map_err(|error| at.error(error.to_string()))
            }

            fn schema() -> Value {
                json!({"type": "integer", "minimum": Self::MIN.get(), "maximum": Self::MAX.get()})
            }
        }
    )*};
}
whole! { PainScore RatingScore AgeYears AbductionScore DifficultyScore TestCount DayCount }

macro_rules! real {
    ($($name:ident)*) => {$(
        impl Format for quantity::$name {
            fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
                Self::new(at.number()?).map_err(|error| at.error(error.to_string()))
            }

            fn schema() -> Value {
                json!({
                    "type": "number", "minimum": Self::MIN.get(), "maximum": Self::MAX.get(),
                    "description": Self::WHAT,
                })
            }
        }
    )*};
}
real! {
    HoursPerDay MinutesPerDay MinutesPerWeek WeekCount MonthCount DegreesRead CentimetresRead SecondsRead
}

macro_rules! word {
    ($($name:path)*) => {$(
        impl crate::intake::format::Format for $name {
            fn read(at: &crate::intake::Reader<'_>) -> Result<Self, crate::intake::IntakeError> {
                let word = at.text()?;
                Self::parse(word).ok_or_else(|| {
                    let known: Vec<&str> = Self::ALL.iter().map(|member| member.as_str()).collect();
                    at.unknown_word(word, &known)
                })
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({"enum": Self::ALL.iter().map(|member| member.as_str()).collect::<Vec<_>>()})
            }
        }
    )*};
}
pub(crate) use word;

word! {
    crate::vocabulary::Precaution crate::vocabulary::MovementTag crate::vocabulary::Equipment
    crate::vocabulary::Pattern
}

impl Format for quantity::Side {
    fn read(at: &Reader<'_>) -> Result<Self, IntakeError> {
        let word = at.text()?;
        let found = Self::ALL.into_iter().find(|side| side.as_str() == word);
        found.ok_or_else(|| at.unknown_word(word, &["left", "right"]))
    }

    fn schema() -> Value {
        json!({"enum": ["left", "right"]})
    }
}

/// The schema of a record: its properties, those that must be given, and nothing else.
#[must_use]
pub fn object_schema(description: &str, properties: Vec<(&str, Value)>, required: Vec<&str>) -> Value {
    let properties: serde_json::Map<String, Value> =
        properties.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    let mut schema = json!({
        "type": "object", "description": description, "properties": properties, "additionalProperties": false,
    });
    if let (false, Some(map)) = (required.is_empty(), schema.as_object_mut()) {
        map.insert("required".to_owned(), json!(required));
    }
    schema
}

/// Adds a description to a schema, keeping one that is there already.
#[must_use]
pub fn described(mut schema: Value, description: &str) -> Value {
    if let Some(map) = schema.as_object_mut() {
        let text = match map.get("description").and_then(Value::as_str) {
            Some(earlier) => format!("{description} ({earlier})"),
            None => description.to_owned(),
        };
        map.insert("description".to_owned(), Value::String(text));
    }
    schema
}

/// Joins the lines of a doc comment to one sentence.
#[must_use]
pub fn sentence(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Reads one key of a record. One copy for each type of value, however many keys have it.
pub(crate) fn member<T: Format>(at: &Reader<'_>, key: &str) -> Result<T, IntakeError> {
    match at.under(key)? {
        Some(field) => T::read(&field),
        None => T::absent().ok_or_else(|| at.error(format!("the key \"{key}\" is missing; add it"))),
    }
}

macro_rules! records {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $(: $derive:ident)? {
            $($(#[doc = $fdoc:literal])* $field:ident: $type:ty,)*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, $($derive)?)]
        pub struct $name {
            $(
                $(#[doc = $fdoc])*
                #[serde(skip_serializing_if = "crate::intake::format::Format::is_absent")]
                pub $field: $type,
            )*
        }

        impl $name {
            /// The keys of this record, in order.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field),)*];

            /// Reads the fields of this record from an object that may hold other keys too.
            pub(crate) fn read_fields(
                at: &crate::intake::Reader<'_>,
            ) -> Result<Self, crate::intake::IntakeError> {
                Ok(Self {
                    $($field: crate::intake::format::member(at, stringify!($field))?,)*
                })
            }

            /// The schemas of the fields.
            pub(crate) fn properties() -> Vec<(&'static str, serde_json::Value)> {
                use crate::intake::format::{Format, described, sentence};
                vec![$((
                    stringify!($field),
                    described(<$type as Format>::schema(), &sentence(&[$($fdoc,)*])),
                ),)*]
            }

            /// The keys that must be given.
            pub(crate) fn required() -> Vec<&'static str> {
                use crate::intake::format::Format;
                let mut keys = Vec::new();
                $(if <$type as Format>::absent().is_none() { keys.push(stringify!($field)); })*
                keys
            }
        }

        impl crate::intake::format::Format for $name {
            fn read(
                at: &crate::intake::Reader<'_>,
            ) -> Result<Self, crate::intake::IntakeError> {
                at.object(Self::KEYS)?;
                Self::read_fields(at)
            }

            fn schema() -> serde_json::Value {
                use crate::intake::format::{object_schema, sentence};
                object_schema(&sentence(&[$($doc,)*]), Self::properties(), Self::required())
            }
        }

        crate::intake::format::readable!($name);
    )*};
}
pub(crate) use records;

/// Lets serde read what has a [`Format`], passing over keys of newer versions: the way the journal reads.
macro_rules! readable {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let node = crate::intake::Node::deserialize(deserializer)?;
                let root = crate::intake::Reader::root(&node, crate::intake::Unknown::Ignored);
                <Self as crate::intake::format::Format>::read(&root).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use readable;

//! From what was answered or measured in a test to the measure that stands in the intake.
//!
//! The measure is read by the intake's own reader before it is given out, so nothing can be kept that could not be
//! read again.

use std::collections::BTreeSet;

use counterpose_quantity::{Method, Side};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::data::{Answer, Ask, SelfTest, SidesOf};
use crate::intake::format::Format;
use crate::intake::{Intake, IntakeError, MeasureEntry, Node, Reader, TestId, Unknown};

/// What one side of a test gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The side, where the test has sides.
    pub side: Option<Side>,
    /// How.
    pub method: Method,
    /// Of how many takes the number is the median; absent by feel.
    pub repeats: Option<u8>,
    /// The day.
    pub on: Date,
    /// The test's own values.
    pub values: Vec<(String, Value)>,
}

/// The measure, as an item of the intake's `measures`.
///
/// # Errors
/// When a value does not fit the test: a broken data file, never an answer from a form.
pub fn entry(test: &SelfTest, given: &Given) -> Result<Value, IntakeError> {
    let mut item = Map::new();
    item.insert("test".to_owned(), json!(test.id));
    if let Some(side) = given.side {
        item.insert("side".to_owned(), json!(side));
    }
    item.insert("method".to_owned(), json!(given.method));
    if let Some(repeats) = given.repeats {
        item.insert("repeats".to_owned(), json!(repeats));
    }
    item.insert("on".to_owned(), json!(crate::dates::written(given.on)));
    for fixed in &test.fixed {
        item.insert(fixed.key.clone(), fixed.gives.json());
    }
    for (key, value) in &given.values {
        item.insert(key.clone(), value.clone());
    }
    let item = Value::Object(item);
    let node: Node = serde_json::from_value(item.clone())
        .map_err(|error| IntakeError { message: error.to_string(), path: String::new() })?;
    MeasureEntry::read(&Reader::root(&node, Unknown::Refused))?;
    Ok(item)
}

/// The name of a method, as in files. Its text is `method-<name>`.
#[must_use]
pub const fn method_name(method: Method) -> &'static str {
    match method {
        Method::PhoneInclinometer => "phone-inclinometer",
        Method::Goniometer => "goniometer",
        Method::Camera => "camera",
        Method::Tape => "tape",
        Method::Stopwatch => "stopwatch",
        Method::ByEye => "by-eye",
    }
}

/// Whether a measure of this test can hold a value, with the first choices of the test around it.
///
/// # Errors
/// What the intake's reader says about it.
pub fn fits(test: &SelfTest, chosen: Option<(&str, &Answer)>) -> Result<(), IntakeError> {
    let first = |ask: &Ask| ask.choices.iter().find_map(|choice| choice.gives.clone());
    let mut values: Vec<(String, Value)> =
        test.feel.iter().filter_map(|ask| first(ask).map(|gives| (ask.key.clone(), gives.json()))).collect();
    if let Some((key, gives)) = chosen {
        values.retain(|(known, _)| known != key);
        values.push((key.to_owned(), gives.json()));
    }
    let side = (test.sides != SidesOf::None).then_some(Side::Left);
    let given = Given { side, method: Method::ByEye, repeats: Some(3), on: Date::ZERO, values };
    entry(test, &given).map(|_| ())
}

/// On how many different days the same side of a test was named, this one included.
#[must_use]
pub fn days_named(intake: &Intake, test: TestId, side: Side, on: Date) -> u8 {
    let same = intake
        .measures
        .iter()
        .filter(|measure| measure.reading.test() == test && measure.shared.side == Some(side))
        .filter_map(|measure| measure.shared.on);
    let days: BTreeSet<Date> = same.chain([on]).collect();
    u8::try_from(days.len()).unwrap_or(u8::MAX)
}

//! What a home test comes to: the takes and answers of a page as measures, and what is only noted.
//!
//! Each side that is whole is kept by itself; what is missing or makes no sense is never filled in. What this module
//! does not do: measure; `testing` does.

use counterpose_coach::selftest::{Ask, Given as Outcome, SelfTest, SidesOf, days_named, entry, repeats};
use counterpose_journal::{Moment, Section};
use counterpose_quantity::{Method, Side};
use serde_json::{Value, json};

use super::Client;
use super::testing::{HURT, sides_of};
use crate::action::Field;
use crate::effect::Effect;
use crate::flow::draft::{Draft, Given, number};
use crate::pages::selftest::Way;
use crate::route::Route;

impl Client {
    /// A take as typed or measured, where it is a number; a minus sign counts.
    pub(super) fn take(&self, side: Option<Side>, nth: u8) -> Option<f64> {
        let Given::Text(text) = self.draft.get(&Field::TestTake { side, nth })? else { return None };
        signed(text)
    }

    fn answer_of(&self, ask: &Ask, side: Option<Side>) -> Option<Option<Value>> {
        let field = Field::TestAnswer { key: ask.key.clone(), side };
        let Given::Value(Value::String(id)) = self.draft.get(&field)? else { return None };
        let choice = ask.choices.iter().find(|choice| choice.id == *id)?;
        Some(choice.gives.as_ref().map(counterpose_coach::selftest::Answer::json))
    }

    /// The side named as the one that stands out: `None` while nothing is picked, `Some(None)` for neither.
    pub(super) fn named_side(&self) -> Option<Option<Side>> {
        match self.draft.get(&Field::TestSide)? {
            Given::Value(Value::String(side)) => {
                Some(Side::ALL.into_iter().find(|known| known.as_str() == side))
            }
            _ => None,
        }
    }

    /// What one side gives; `None` while something is open.
    fn given(&self, test: &SelfTest, way: Way, side: Option<Side>) -> Option<Outcome> {
        let asks = if way == Way::Feel { &test.feel } else { &test.besides };
        let mut values = Vec::new();
        for ask in asks {
            if let Some(value) = self.answer_of(ask, side)? {
                values.push((ask.key.clone(), value));
            }
        }
        let (mut method, mut count) = (Method::ByEye, None);
        if let (true, Some(asked)) = (way != Way::Feel, &test.number) {
            let fine = |value: &f64| {
                (asked.min..=asked.max).contains(value)
                    && (!asked.whole || value.fract().abs() < f64::EPSILON)
            };
            let takes: Vec<f64> =
                (0..asked.repeats).filter_map(|nth| self.take(side, nth)).filter(fine).collect();
            let found = repeats(&takes)?;
            // The median of whole numbers may fall between two of them.
            let value = if asked.whole { json!(whole(found.median)) } else { json!(found.median) };
            values.push((asked.key.clone(), value));
            count = Some(found.count);
            method = match way {
                Way::Phone => Method::PhoneInclinometer,
                _ => self.method(asked.methods.first().copied()?),
            };
        }
        Some(Outcome { side, method, repeats: count, on: self.day, values })
    }

    /// The way of measuring picked for a typed number.
    pub(super) fn method(&self, usual: Method) -> Method {
        match self.draft.get(&Field::TestMethod) {
            Some(Given::Value(value)) => serde_json::from_value(value.clone()).unwrap_or(usual),
            _ => usual,
        }
    }

    /// Keeps what was given: each side that is whole becomes a measure of today.
    pub(super) fn keep_test(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(test) = self.test_now() else { return Vec::new() };
        let way = self.way(test);
        let mut results: Vec<Outcome> =
            sides_of(test).iter().filter_map(|side| self.given(test, way, *side)).collect();
        if test.sides == SidesOf::One {
            match self.named_side() {
                Some(Some(side)) => {
                    for result in &mut results {
                        result.side = Some(side);
                        let days = days_named(&self.decided.intake, test.id, side, self.day);
                        result.values.push(("days".to_owned(), json!(days)));
                    }
                }
                Some(None) => return self.keep_noted_level(now),
                None => results.clear(),
            }
        }
        let items: Vec<Value> = results.iter().filter_map(|result| entry(test, result).ok()).collect();
        if items.is_empty() {
            self.draft.tried = true;
            return self.announce("test-problem");
        }
        let payload = Section::Measures.part(Value::Array(items), now.day());
        let mut effects = self.record(vec![payload], now);
        effects.extend(self.put_test_away());
        self.draft = Draft::new();
        effects.push(Effect::Announce { text: self.texts.get("test-kept"), urgent: false });
        effects
    }

    /// Neither side stands higher: noted, nothing to measure.
    fn keep_noted_level(&mut self, now: &Moment) -> Vec<Effect> {
        let mut effects = self.note_down("higher-hip", json!("neither"), now);
        effects.extend(self.move_to(Route::Tests, false));
        effects
    }

    /// It hurt: nothing is measured, and the test is left alone for a while.
    pub(super) fn test_hurts(&mut self, now: &Moment) -> Vec<Effect> {
        let Some(test) = self.test_now() else { return Vec::new() };
        let key = format!("{HURT}{}", test.id);
        let mut effects = self.put_test_away();
        effects.extend(self.note_down(&key, json!(now.day().to_string()), now));
        effects.push(Effect::Announce { text: self.texts.get("test-hurt-said"), urgent: false });
        effects.extend(self.move_to(Route::Tests, false));
        effects
    }
}

/// The nearest whole number of a count.
fn whole(value: f64) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
    let whole = value.round().clamp(0.0, 255.0) as u8;
    whole
}

/// A number that may be negative.
fn signed(text: &str) -> Option<f64> {
    let plain = text.trim().replace('−', "-");
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest.to_owned()),
        None => (1.0, plain),
    };
    number(&digits).and_then(|value| value.as_f64()).map(|value| sign * value)
}

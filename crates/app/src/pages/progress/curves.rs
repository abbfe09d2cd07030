//! Home tests over time: each side with its error, and whether it moved by more than that.
//!
//! What this module does not do: call a movement better or worse; for a test that is not always clear.

use std::collections::BTreeSet;

use counterpose_coach::finding::error_of;
use counterpose_coach::selftest::SelfTest;
use counterpose_content::Texts;
use counterpose_figure::{Days, Look, Mark, Series, days_svg};
use counterpose_journal::day::days_between;
use counterpose_quantity::{Method, Side};
use jiff::civil::Date;
use serde_json::Value;

use super::charts::{Made, number, ticks};
use crate::pages::selftest::date as day_and_month;
use crate::view::ChartCard;
use crate::words::{plain, side as side_word};

/// One home test over time.
pub struct Curve {
    pub(super) test: &'static SelfTest,
    /// Day, side, value, error; by day.
    pub(super) points: Vec<(Date, Option<Side>, f64, f64)>,
}

/// What a test measured so far; `None` where it gives no number or was never done.
pub fn curve(test: &'static SelfTest, measures: &[Value]) -> Option<Curve> {
    let key = &test.number.as_ref()?.key;
    let mut points: Vec<(Date, Option<Side>, f64, f64)> = Vec::new();
    let mut methods: Vec<(Date, Option<Method>)> = Vec::new();
    for entry in measures.iter().filter(|entry| entry.get("test").is_some_and(|id| id == test.id.as_str())) {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let (Some(on), Some(value)) = (text("on"), entry.get(key).and_then(Value::as_f64)) else { continue };
        let Some(date) = counterpose_coach::dates::read(on) else { continue };
        let side = Side::ALL.into_iter().find(|side| text("side") == Some(side.as_str()));
        let method: Option<Method> =
            entry.get("method").and_then(|method| serde_json::from_value(method.clone()).ok());
        // Done over on the same day, the later counts.
        points.retain(|(day, of, ..)| (*day, *of) != (date, side));
        points.push((date, side, value, error_of(test.id, method)));
        methods.push((date, method));
    }
    // Numbers of different methods are never compared: those of the last one stand.
    let last = methods.iter().max_by_key(|(date, _)| *date).and_then(|(_, method)| *method);
    let error = error_of(test.id, last);
    points.retain(|(day, .., own)| {
        let same = methods.iter().any(|(date, method)| date == day && *method == last);
        same && (own - error).abs() < 1e-9
    });
    counterpose_quantity::order::sort_by_key(&mut points, |(date, side, ..)| (*date, *side));
    (!points.is_empty()).then_some(Curve { test, points })
}

impl Curve {
    fn of(&self, side: Option<Side>) -> Vec<(Date, f64, f64)> {
        let own = self.points.iter().filter(|(_, of, ..)| *of == side);
        own.map(|(date, _, value, error)| (*date, *value, *error)).collect()
    }

    fn sides(&self) -> Vec<Option<Side>> {
        let mut sides: Vec<Option<Side>> = self.points.iter().map(|(_, side, ..)| *side).collect();
        counterpose_quantity::order::sort(&mut sides);
        sides.dedup();
        sides
    }

    pub(super) fn repeated(&self) -> bool {
        self.sides().into_iter().any(|side| self.of(side).len() > 1)
    }

    pub(super) fn unit(&self, texts: &Texts, value: f64) -> String {
        let unit = self.test.number.as_ref().map_or("", |asked| asked.unit.as_str());
        let unit = texts.find(&format!("unit-{unit}")).unwrap_or_default();
        texts.format("number-and-unit", &[("n", plain(value)), ("unit", unit.into())])
    }

    pub(super) fn side_name(texts: &Texts, side: Option<Side>) -> String {
        side.map_or_else(
            || texts.get("side-none-name"),
            |side| texts.get(&format!("side-{}-name", side.as_str())),
        )
    }
}

/// A test over time; `None` while no side was measured twice.
pub fn test(texts: &Texts, curve: &Curve, open: &BTreeSet<String>) -> Option<ChartCard> {
    if !curve.repeated() {
        return None;
    }
    let (first, last) = (curve.points.first()?.0, curve.points.last()?.0);
    let nth = |date: Date| i32::try_from(days_between(first, date)).unwrap_or(i32::MAX);
    let mut sentences = Vec::new();
    let mut series = Vec::new();
    for side in curve.sides() {
        let values = curve.of(side);
        let name = Curve::side_name(texts, side);
        if let (Some((began, from, error)), Some((on, to, other))) = (values.first(), values.last())
            && values.len() > 1
        {
            let error = error.max(*other);
            let key = if (to - from).abs() < error { "test-same" } else { "test-moved" };
            let args = [
                ("side", name.as_str().into()),
                ("from", curve.unit(texts, *from).into()),
                ("began", day_and_month(texts, *began).into()),
                ("to", curve.unit(texts, *to).into()),
                ("on", day_and_month(texts, *on).into()),
                ("error", curve.unit(texts, error).into()),
            ];
            sentences.push(texts.format(key, &args));
        }
        let mark = |(date, value, error): &(Date, f64, f64)| Mark {
            day: nth(*date),
            value: *value,
            error: Some(*error),
        };
        let look = match side {
            Some(Side::Left) => Look::Left,
            Some(Side::Right) => Look::Right,
            None => Look::Main,
        };
        series.push(Series { name, look, joined: false, marks: values.iter().map(mark).collect() });
    }
    let edges = curve.points.iter().flat_map(|(_, _, value, error)| [value - error, value + error]);
    let (low, high) = edges.fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)));
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].into_iter().find(|step| (high - low) / step <= 6.0);
    let step = step.unwrap_or(100.0);
    let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
    let lines = (0..=12).map(|n| low + step * f64::from(n)).take_while(|at| *at <= high + 1e-9);
    let chart = Days {
        low,
        high,
        lines: lines.map(|at| (at, number(texts, at))).collect(),
        last: nth(last),
        ticks: ticks(texts, first, nth(last)),
        series,
        ..Days::default()
    };
    let made = Made {
        id: "test-",
        key: curve.test.id.as_str().to_owned(),
        heading: texts.get(&curve.test.key("name")),
        sentences,
        head: ["table-day", "table-side", "table-value", "table-error"].map(|key| texts.get(key)).into(),
    };
    let rows = || {
        let row = |(date, side, value, error): &(Date, Option<Side>, f64, f64)| {
            let side = side.map_or_else(String::new, |side| side_word(texts, side));
            vec![day_and_month(texts, *date), side, curve.unit(texts, *value), curve.unit(texts, *error)]
        };
        curve.points.iter().rev().map(row).collect()
    };
    Some(made.card(texts, open, |labels| days_svg(&chart, labels), rows))
}

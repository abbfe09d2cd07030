//! The progress page in words and charts: goals first, then whether it is helping, then the diary and the rest.
//!
//! Nothing is called better or worse inside its error; a day that was not written down is shown as one. What this
//! module does not do: compare; `coach` does.

use std::collections::BTreeSet;

use counterpose_coach::dates;
use counterpose_coach::finding::error_of;
use counterpose_coach::outcome::instrument::ONE_ACTIVITY_ERROR;
use counterpose_coach::outcome::{InstrumentId, Reading, compare};
use counterpose_coach::selftest::SelfTest;
use counterpose_coach::verdict::model::Association;
use counterpose_coach::verdict::{DesignKind, Missing, Outcome, VerdictKind};
use counterpose_content::{Arg, Texts};
use counterpose_figure::{Band, Bars, Days, Labels, Look, Mark, Phase, Series, bars_svg, days_svg};
use counterpose_journal::day::days_between;
use counterpose_quantity::{Method, Side, order};
use jiff::civil::Date;
use serde_json::Value;

use super::selftest::date as day_and_month;
use crate::action::Action;
use crate::route::{Asking, Route};
use crate::view::{
    Button, ChartCard, Emphasis, GoalLine, GoalsCard, InfoCard, TableView, VerdictCard, Weight,
};
use crate::words::{button, card, count, fold, link, plain, side as side_word};

/// So many written days are a start, and so many are a now.
const DAYS_OF_A_MEAN: usize = 7;
/// Fewer than this on either side are compared with nothing.
const LEAST_OF_A_MEAN: usize = 4;
/// Days before the plan that are enough to be the start.
const LEAST_BEFORE: usize = 3;

/// A goal as it stands.
pub struct GoalNow {
    pub name: String,
    pub now: Option<u8>,
    pub target: Option<u8>,
    pub minutes: Option<f64>,
    pub start: Option<u8>,
    pub start_minutes: Option<u16>,
}

/// A day of the diary.
pub struct PainDay {
    pub date: Date,
    pub average: Option<u8>,
    pub worst: Option<u8>,
    pub flare: bool,
    pub minutes: i64,
    pub plan_on: bool,
}

/// A week of sessions.
pub struct Week {
    pub from: Date,
    pub left_ms: u64,
    pub right_ms: u64,
    pub both_ms: u64,
}

/// One home test over time.
pub struct Curve {
    test: &'static SelfTest,
    /// Day, side, value, error; by day.
    points: Vec<(Date, Option<Side>, f64, f64)>,
}

/// The last seven days.
pub struct LookBack {
    pub sessions: usize,
    pub ms: u64,
    pub habits: u32,
    pub done: u32,
    pub let_go: u32,
    pub told: usize,
    pub association: Option<Association>,
}

/// The person's own goals.
pub fn goals(texts: &Texts, goals: &[GoalNow], may_ask: bool) -> GoalsCard {
    let mut buttons = Vec::new();
    if may_ask && goals.is_empty() {
        let to = Route::Diary(Asking::Goals);
        buttons.push(link(texts, "progress-goals-name", Emphasis::Secondary, to));
    } else if may_ask {
        let again = Route::Diary(Asking::Goal(1));
        buttons.push(link(texts, "progress-goals-tell", Emphasis::Secondary, again));
        buttons.push(link(texts, "progress-goals-change", Emphasis::Quiet, Route::Diary(Asking::Goals)));
    }
    GoalsCard {
        heading: texts.get("progress-goals"),
        empty: goals.is_empty().then(|| texts.get("progress-goals-empty")),
        goals: goals.iter().map(|goal| goal_line(texts, goal)).collect(),
        buttons,
    }
}

fn goal_line(texts: &Texts, goal: &GoalNow) -> GoalLine {
    let mut lines = Vec::new();
    match (goal.now, goal.start) {
        (Some(now), Some(start)) if now != start => {
            let moved = i16::from(now) - i16::from(start);
            let reading = if f64::from(moved.unsigned_abs()) < ONE_ACTIVITY_ERROR {
                Reading::WithinError
            } else if moved > 0 {
                Reading::Better
            } else {
                Reading::Worse
            };
            let reading = texts.get(&format!("reading-{reading}"));
            let args = [("n", now.into()), ("start", start.into()), ("reading", reading.into())];
            lines.push(texts.format("goal-now-and-start", &args));
        }
        (Some(now), _) => lines.push(texts.format("goal-now", &[("n", now.into())])),
        (None, _) => lines.push(texts.get("goal-not-told")),
    }
    if let Some(minutes) = goal.minutes {
        let start = goal.start_minutes.filter(|start| (f64::from(*start) - minutes).abs() > 0.5);
        lines.push(match start {
            Some(start) => {
                texts.format("goal-minutes-and-start", &[("n", plain(minutes)), ("start", start.into())])
            }
            None => texts.format("goal-minutes", &[("n", plain(minutes))]),
        });
    }
    if let Some(target) = goal.target {
        lines.push(texts.format("goal-target", &[("n", target.into())]));
    }
    GoalLine { name: goal.name.clone(), lines }
}

/// The answer to "is it helping?", with everything it rests on.
pub fn verdict(texts: &Texts, outcome: &Outcome, kind: VerdictKind, design: DesignKind) -> VerdictCard {
    let id = kind.as_str();
    let young = outcome.missing.contains(&Missing::PainUnderSixWeeks);
    let points = outcome.effect.map_or(0.0, |effect| effect.mean.abs());
    let used = i64::try_from(outcome.days_used).unwrap_or(i64::MAX);
    let args = [("points", plain(points)), ("days", used.into())];
    let mut notes: Vec<String> = outcome
        .missing
        .iter()
        .map(|missing| texts.get(&format!("verdict-missing-{}", identifier(missing))))
        .collect();
    if kind == VerdictKind::GettingWorse {
        notes.push(texts.get("verdict-worse-calm"));
    }
    let says_something = !matches!(kind, VerdictKind::NotEnoughData | VerdictKind::GettingWorse);
    if design == DesignKind::BeforeAfter && says_something {
        notes.push(texts.get("verdict-before-after"));
    }
    let mut rows = Vec::new();
    if let Some(effect) = outcome.effect.filter(|_| !young) {
        let words = |points: f64| {
            let key = if points <= 0.0 { "points-less" } else { "points-more" };
            texts.format(key, &[("n", plain(points.abs()))])
        };
        let between = [("low", words(effect.low_95).into()), ("high", words(effect.high_95).into())];
        rows.push((texts.get("verdict-row-change"), words(effect.mean)));
        rows.push((texts.get("verdict-row-interval"), texts.format("progress-interval", &between)));
    }
    rows.push((texts.get("verdict-row-days"), used.to_string()));
    let done = outcome.adherence.map(|share| texts.format("progress-percent", &[("n", percent(share))]));
    rows.push((texts.get("verdict-row-done"), done.unwrap_or_else(|| texts.get("verdict-unknown"))));
    if let Some(p) = outcome.p_randomisation.filter(|_| !young) {
        rows.push((texts.get("verdict-row-draw"), texts.format("progress-percent", &[("n", percent(p))])));
    }
    let mut buttons = Vec::new();
    if kind == VerdictKind::GettingWorse {
        buttons.push(button(texts, "verdict-worse-ask", Emphasis::Primary, Action::SomethingNew));
    }
    VerdictCard {
        heading: texts.get("progress-verdict"),
        title: texts.get(&format!("verdict-title-{id}")),
        sentence: texts.format(&format!("verdict-sentence-{id}"), &args),
        notes,
        rows,
        weight: if kind == VerdictKind::GettingWorse { Weight::Attention } else { Weight::Calm },
        buttons,
    }
}

fn percent(share: f64) -> Arg<'static> {
    plain((100.0 * share).round())
}

/// The identifier of what is missing, as in files.
fn identifier(missing: &Missing) -> &'static str {
    match missing {
        Missing::PainUnderSixWeeks => "pain-under-six-weeks",
        Missing::BaselineDays => "baseline-days",
        Missing::DaysAfterRamp => "days-after-ramp",
        Missing::AdherenceUnknown => "adherence-unknown",
        Missing::Adherence => "adherence",
        Missing::NarrowerInterval => "narrower-interval",
        Missing::AnotherMeasure => "another-measure",
    }
}

/// A chart's card; the table has rows only while it is open.
struct Made {
    id: &'static str,
    key: String,
    heading: String,
    sentences: Vec<String>,
    head: Vec<String>,
}

impl Made {
    fn card(
        self,
        texts: &Texts,
        open: &BTreeSet<String>,
        draw: impl FnOnce(&Labels<'_>) -> String,
        rows: impl FnOnce() -> Vec<Vec<String>>,
    ) -> ChartCard {
        let id = format!("chart-{}{}", self.id, self.key);
        let description = self.sentences.join(" ");
        let svg = draw(&Labels { id: &id, title: &self.heading, description: &description });
        let is_open = open.contains(&id);
        ChartCard {
            fold: fold(texts.get("progress-table"), id.clone(), is_open),
            table: TableView {
                caption: self.heading.clone(),
                head: self.head,
                rows: if is_open { rows() } else { Vec::new() },
            },
            id,
            heading: self.heading,
            sentences: self.sentences,
            svg,
        }
    }
}

/// The pain diary; `None` where nothing was written down.
pub fn pain(texts: &Texts, days: &[PainDay], young: bool, open: &BTreeSet<String>) -> Option<ChartCard> {
    let first = days.first()?.date;
    let nth = |date: Date| i32::try_from(days_between(first, date)).unwrap_or(i32::MAX);
    let told: Vec<&PainDay> = days.iter().filter(|day| day.average.is_some()).collect();
    let (start, now) = start_and_now(&told);
    let compared = compare(InstrumentId::PainAverage, &start, mean(&now)).filter(|_| !now.is_empty());
    let mut sentences = Vec::new();
    match &compared {
        Some(found) if young => {
            let args = [("now", plain(found.now)), ("start", plain(found.start))];
            sentences.push(texts.format("progress-pain-young", &args));
        }
        Some(found) => sentences.push(compared_words(texts, &texts.get("instrument-pain-average"), found)),
        None => sentences.push(texts.get("progress-pain-few")),
    }
    // Today may still be written down.
    let missed: Vec<i32> = days
        .iter()
        .take(days.len().saturating_sub(1))
        .filter(|day| day.average.is_none())
        .map(|day| nth(day.date))
        .collect();
    let (written, all) = (told.len(), told.len() + missed.len());
    let words = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    sentences.push(texts.format("progress-pain-days", &[("n", words(written)), ("of", words(all))]));
    let band = compared.as_ref().filter(|_| !young).and_then(|found| {
        let error = found.error?;
        let name = texts.format("progress-band", &[("n", plain(error))]);
        Some(Band { low: (found.start - error).max(0.0), high: (found.start + error).min(10.0), name })
    });
    let marks = |value: fn(&PainDay) -> Option<u8>| {
        let of =
            |day: &PainDay| Some(Mark { day: nth(day.date), value: f64::from(value(day)?), error: None });
        days.iter().filter_map(of).collect::<Vec<_>>()
    };
    let series = |key: &str, look, joined, marks| Series { name: texts.get(key), look, joined, marks };
    let last = nth(days.last()?.date);
    let chart = Days {
        low: 0.0,
        high: 10.0,
        lines: [0, 2, 4, 6, 8, 10].map(|n| (f64::from(n), n.to_string())).into(),
        last,
        ticks: ticks(texts, first, last),
        phases: phases(texts, days, &nth),
        band,
        missed,
        missed_name: texts.get("progress-missed"),
        series: vec![
            series("progress-worst", Look::Second, false, marks(|day| day.worst)),
            series("progress-average", Look::Main, true, marks(|day| day.average)),
        ],
    };
    let head = ["table-day", "table-average", "table-worst", "table-minutes", "table-note"];
    let made = Made {
        id: "pain",
        key: String::new(),
        heading: texts.get("progress-pain"),
        sentences,
        head: head.map(|key| texts.get(key)).into(),
    };
    let rows = || days.iter().rev().map(|day| pain_row(texts, day)).collect();
    Some(made.card(texts, open, |labels| days_svg(&chart, labels), rows))
}

fn pain_row(texts: &Texts, day: &PainDay) -> Vec<String> {
    let number = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let note = match (day.average, day.flare) {
        (None, _) => texts.get("progress-missed"),
        (_, true) => texts.get("field-day-flare-yes"),
        _ => String::new(),
    };
    let date = day_and_month(texts, day.date);
    vec![date, number(day.average), number(day.worst), day.minutes.to_string(), note]
}

/// The pain of the start (before the plan, or the first days) and of now, as far as they are apart.
fn start_and_now(told: &[&PainDay]) -> (Vec<f64>, Vec<f64>) {
    let value = |day: &&PainDay| f64::from(day.average.unwrap_or(0));
    let before = told.iter().take_while(|day| !day.plan_on).count();
    let until = if before >= LEAST_BEFORE { before } else { DAYS_OF_A_MEAN.min(told.len()) };
    let (start, after) = told.split_at(until);
    let now = after.get(after.len().saturating_sub(DAYS_OF_A_MEAN)..).unwrap_or_default();
    if start.len() < LEAST_BEFORE || now.len() < LEAST_OF_A_MEAN {
        return (Vec::new(), Vec::new());
    }
    (start.iter().map(value).collect(), now.iter().map(value).collect())
}

#[allow(clippy::cast_precision_loss, reason = "a handful of values")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn compared_words(texts: &Texts, name: &str, found: &counterpose_coach::outcome::Comparison) -> String {
    let reading = texts.get(&format!("reading-{}", found.reading));
    let args = [
        ("name", name.into()),
        ("now", plain(found.now)),
        ("start", plain(found.start)),
        ("reading", reading.into()),
    ];
    let mut words = texts.format("progress-compare", &args);
    if found.at_the_edge {
        words.push(' ');
        words.push_str(&texts.get("progress-edge"));
    }
    words
}

/// Where the plan goes on and off.
fn phases(texts: &Texts, days: &[PainDay], nth: &dyn Fn(Date) -> i32) -> Vec<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    let mut seen_on = false;
    for day in days {
        if phases.last().is_some_and(|last| last.shaded == day.plan_on) {
            continue;
        }
        let key = match (day.plan_on, seen_on) {
            (true, _) => "phase-plan",
            (false, false) => "phase-before",
            (false, true) => "phase-without",
        };
        seen_on |= day.plan_on;
        phases.push(Phase { from: nth(day.date), name: texts.get(key), shaded: day.plan_on });
    }
    phases
}

/// The first day, the last, and one between where there is room.
fn ticks(texts: &Texts, first: Date, last: i32) -> Vec<(i32, String)> {
    let mut days = vec![0];
    if last >= 10 {
        days.push(last / 2);
    }
    if last > 0 {
        days.push(last);
    }
    let at = |day: i32| counterpose_journal::day::plus_days(first, i64::from(day));
    days.into_iter().map(|day| (day, day_and_month(texts, at(day)))).collect()
}

/// An instrument over time; `None` under two values.
pub fn instrument(
    texts: &Texts,
    id: InstrumentId,
    values: &[(Date, f64)],
    young: bool,
    open: &BTreeSet<String>,
) -> Option<ChartCard> {
    let ((first, start), (final_day, now)) = (values.first()?, values.last()?);
    if values.len() < 2 {
        return None;
    }
    let row = id.row();
    let name = texts.get(&format!("instrument-{id}"));
    let found = compare(id, &[*start], *now)?;
    let sentence = if young {
        let args = [("name", name.as_str().into()), ("now", plain(*now)), ("start", plain(*start))];
        texts.format("progress-compare-young", &args)
    } else {
        compared_words(texts, &name, &found)
    };
    let nth = |date: Date| i32::try_from(days_between(*first, date)).unwrap_or(i32::MAX);
    let error = row.error.map(|error| error.value);
    let marks = values.iter().map(|(date, value)| Mark { day: nth(*date), value: *value, error });
    let step = (row.max - row.min) / 4.0;
    let lines = (0..=4).map(|n| row.min + step * f64::from(n)).map(|at| (at, number(at))).collect();
    let with_error = error.map(|n| texts.format("progress-with-error", &[("n", plain(n))]));
    let chart = Days {
        low: row.min,
        high: row.max,
        lines,
        last: nth(*final_day),
        ticks: ticks(texts, *first, nth(*final_day)),
        series: vec![Series {
            name: with_error.unwrap_or_else(|| name.clone()),
            look: Look::Main,
            joined: false,
            marks: marks.collect(),
        }],
        ..Days::default()
    };
    let made = Made {
        id: "instrument-",
        key: id.as_str().to_owned(),
        heading: name,
        sentences: vec![sentence],
        head: vec![texts.get("table-day"), texts.get("table-value")],
    };
    let rows = || {
        values.iter().rev().map(|(date, value)| vec![day_and_month(texts, *date), number(*value)]).collect()
    };
    Some(made.card(texts, open, |labels| days_svg(&chart, labels), rows))
}

/// A number in a cell or beside a line.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if (rounded - rounded.round()).abs() < 1e-9 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// Minutes by side, week by week; `None` before the first session.
pub fn minutes(texts: &Texts, weeks: &[Week], open: &BTreeSet<String>) -> Option<ChartCard> {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of a week")]
    let of = |ms: u64| (ms as f64 / 60_000.0 * 10.0).round() / 10.0;
    let values = |week: &Week| vec![of(week.left_ms), of(week.right_ms), of(week.both_ms)];
    let last = weeks.last()?;
    let args = [
        ("left", plain(of(last.left_ms))),
        ("right", plain(of(last.right_ms))),
        ("both", plain(of(last.both_ms))),
        ("day", day_and_month(texts, last.from).into()),
    ];
    let most = weeks.iter().flat_map(values).fold(1.0, f64::max);
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0].into_iter().find(|step| most / step <= 5.0);
    let step = step.unwrap_or(500.0);
    let high = (most / step).ceil() * step;
    let lines = (0..=10).map(|n| f64::from(n) * step).take_while(|at| *at <= high + 1e-9);
    let chart = Bars {
        high,
        lines: lines.map(|at| (at, number(at))).collect(),
        names: vec![
            (texts.get("side-left-name"), Look::Left),
            (texts.get("side-right-name"), Look::Right),
            (texts.get("side-both-name"), Look::Main),
        ],
        groups: weeks.iter().map(|week| (day_and_month(texts, week.from), values(week))).collect(),
    };
    let head = ["table-week", "side-left-name", "side-right-name", "side-both-name"];
    let made = Made {
        id: "minutes",
        key: String::new(),
        heading: texts.get("progress-minutes"),
        sentences: vec![texts.format("progress-minutes-week", &args)],
        head: head.map(|key| texts.get(key)).into(),
    };
    let rows = || {
        weeks
            .iter()
            .rev()
            .map(|week| {
                let cells = values(week).into_iter().map(number);
                core::iter::once(day_and_month(texts, week.from)).chain(cells).collect()
            })
            .collect()
    };
    Some(made.card(texts, open, |labels| bars_svg(&chart, labels), rows))
}

/// What a test measured so far; `None` where it gives no number or was never done.
pub fn curve(test: &'static SelfTest, measures: &[Value]) -> Option<Curve> {
    let key = &test.number.as_ref()?.key;
    let mut points: Vec<(Date, Option<Side>, f64, f64)> = Vec::new();
    let mut methods: Vec<(Date, Option<Method>)> = Vec::new();
    for entry in measures.iter().filter(|entry| entry.get("test").is_some_and(|id| id == test.id.as_str())) {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let (Some(on), Some(value)) = (text("on"), entry.get(key).and_then(Value::as_f64)) else { continue };
        let Some(date) = dates::read(on) else { continue };
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
    order::sort_by_key(&mut points, |(date, side, ..)| (*date, *side));
    (!points.is_empty()).then_some(Curve { test, points })
}

impl Curve {
    fn of(&self, side: Option<Side>) -> Vec<(Date, f64, f64)> {
        let own = self.points.iter().filter(|(_, of, ..)| *of == side);
        own.map(|(date, _, value, error)| (*date, *value, *error)).collect()
    }

    fn sides(&self) -> Vec<Option<Side>> {
        let mut sides: Vec<Option<Side>> = self.points.iter().map(|(_, side, ..)| *side).collect();
        order::sort(&mut sides);
        sides.dedup();
        sides
    }

    fn repeated(&self) -> bool {
        self.sides().into_iter().any(|side| self.of(side).len() > 1)
    }

    fn unit(&self, texts: &Texts, value: f64) -> String {
        let unit = self.test.number.as_ref().map_or("", |asked| asked.unit.as_str());
        let unit = texts.find(&format!("unit-{unit}")).unwrap_or_default();
        texts.format("number-and-unit", &[("n", plain(value)), ("unit", unit.into())])
    }

    fn side_name(texts: &Texts, side: Option<Side>) -> String {
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
        lines: lines.map(|at| (at, number(at))).collect(),
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

/// What has one value so far, in a line each.
pub fn single(texts: &Texts, totals: &[(InstrumentId, Date, f64)], curves: &[Curve]) -> Option<InfoCard> {
    let mut points: Vec<String> = totals
        .iter()
        .map(|(id, date, total)| {
            let name = texts.get(&format!("instrument-{id}"));
            let day = day_and_month(texts, *date);
            texts.format("single-total", &[("name", name.into()), ("n", plain(*total)), ("day", day.into())])
        })
        .collect();
    for curve in curves.iter().filter(|curve| !curve.repeated()) {
        for (date, side, value, error) in &curve.points {
            let name = texts.get(&curve.test.key("name"));
            let args = [
                ("name", name.into()),
                ("side", Curve::side_name(texts, *side).into()),
                ("value", curve.unit(texts, *value).into()),
                ("error", curve.unit(texts, *error).into()),
                ("day", day_and_month(texts, *date).into()),
            ];
            points.push(texts.format("single-test", &args));
        }
    }
    let shown = InfoCard {
        paragraphs: vec![texts.get("progress-single-text")],
        points,
        ..card(texts.get("progress-single"))
    };
    (!shown.points.is_empty()).then_some(shown)
}

/// The last seven days, counted and not judged; `None` where nothing happened.
pub fn look_back(texts: &Texts, week: &LookBack) -> Option<InfoCard> {
    let many = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let minutes = i64::try_from((week.ms + 30_000) / 60_000).unwrap_or(i64::MAX);
    let mut points = Vec::new();
    if week.sessions > 0 {
        let args = [("n", many(week.sessions).into()), ("minutes", minutes.into())];
        points.push(texts.format("look-back-sessions", &args));
    }
    if week.told > 0 {
        points.push(count(texts, "look-back-told", many(week.told)));
    }
    if week.habits > 0 {
        points.push(count(texts, "look-back-habits", week.habits));
    }
    if week.done + week.let_go > 0 {
        let args = [("n", week.done.into()), ("other", week.let_go.into())];
        points.push(texts.format("look-back-reminders", &args));
    }
    if points.is_empty() {
        return None;
    }
    let mut paragraphs = vec![texts.get("look-back-text")];
    if let Some(found) = &week.association {
        let apart = found.low_95 > 0.0 || found.high_95 < 0.0;
        let key = match (apart, found.points_per_unit < 0.0) {
            (false, _) => "squeezes-and-pain-open",
            (true, true) => "squeezes-and-pain-less",
            (true, false) => "squeezes-and-pain-more",
        };
        let days = i64::try_from(found.days).unwrap_or(i64::MAX);
        let args = [("n", plain(found.points_per_unit.abs())), ("days", days.into())];
        paragraphs.push(texts.format(key, &args));
    }
    Some(InfoCard { points, paragraphs, ..card(texts.get("look-back")) })
}

/// What to write down.
pub fn buttons(texts: &Texts, may_ask: bool) -> Vec<Button> {
    let mut buttons = vec![link(texts, "progress-write-day", Emphasis::Secondary, Route::Diary(Asking::Day))];
    if may_ask {
        buttons.push(link(texts, "progress-tests", Emphasis::Secondary, Route::Tests));
        buttons.push(link(texts, "progress-clinic", Emphasis::Quiet, Route::Diary(Asking::Clinic)));
    }
    buttons
}

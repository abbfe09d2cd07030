//! Charts of the diary, of questionnaires and of minutes, each with its sentences and its table.
//!
//! What this module does not do: compare; `coach` does.

use std::collections::BTreeSet;

use counterpose_coach::outcome::{Comparison, InstrumentId, compare};
use counterpose_content::{Arg, Texts};
use counterpose_figure::{Band, Bars, Days, Labels, Look, Mark, Phase, Series, bars_svg, days_svg};
use counterpose_journal::day::days_between;
use jiff::civil::Date;

use crate::pages::selftest::date as day_and_month;
use crate::view::{ChartCard, TableView};
use crate::words::{fold, plain};

/// So many written days are a start, and so many are a now.
const DAYS_OF_A_MEAN: usize = 7;
/// Fewer than this on either side are compared with nothing.
const LEAST_OF_A_MEAN: usize = 4;
/// Days before the plan that are enough to be the start.
const LEAST_BEFORE: usize = 3;

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

/// A chart's card; the table has rows only while it is open.
pub(super) struct Made {
    pub(super) id: &'static str,
    pub(super) key: String,
    pub(super) heading: String,
    pub(super) sentences: Vec<String>,
    pub(super) head: Vec<String>,
}

impl Made {
    pub(super) fn card(
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

fn compared_words(texts: &Texts, name: &str, found: &Comparison) -> String {
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
pub(super) fn ticks(texts: &Texts, first: Date, last: i32) -> Vec<(i32, String)> {
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
    let lines = (0..=4).map(|n| row.min + step * f64::from(n)).map(|at| (at, number(texts, at))).collect();
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
        values
            .iter()
            .rev()
            .map(|(date, value)| vec![day_and_month(texts, *date), number(texts, *value)])
            .collect()
    };
    Some(made.card(texts, open, |labels| days_svg(&chart, labels), rows))
}

/// A number in a cell or beside a line.
pub(super) fn number(texts: &Texts, value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let whole = (rounded - rounded.round()).abs() < 1e-9;
    texts.locale().written(&if whole { format!("{rounded:.0}") } else { format!("{rounded:.1}") })
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
        lines: lines.map(|at| (at, number(texts, at))).collect(),
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
                let cells = values(week).into_iter().map(|value| number(texts, value));
                core::iter::once(day_and_month(texts, week.from)).chain(cells).collect()
            })
            .collect()
    };
    Some(made.card(texts, open, |labels| bars_svg(&chart, labels), rows))
}

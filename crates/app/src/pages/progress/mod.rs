//! The progress page in words and charts: goals first, then whether it is helping, then the diary and the rest.
//!
//! Nothing is called better or worse inside its error; a day that was not written down is shown as one. What this
//! module does not do: compare; `coach` does.

mod charts;
mod curves;

use counterpose_coach::outcome::instrument::ONE_ACTIVITY_ERROR;
use counterpose_coach::outcome::{InstrumentId, Reading};
use counterpose_coach::verdict::model::Association;
use counterpose_coach::verdict::{DesignKind, Missing, Outcome, VerdictKind};
use counterpose_content::{Arg, Texts};
use jiff::civil::Date;

pub use charts::{PainDay, Week, instrument, minutes, pain};
pub use curves::{Curve, curve, test};

use super::selftest::date as day_and_month;
use crate::action::Action;
use crate::route::{Asking, Route};
use crate::view::{Button, Emphasis, GoalLine, GoalsCard, InfoCard, VerdictCard, Weight};
use crate::words::{button, card, count, link, plain};

/// A goal as it stands.
pub struct GoalNow {
    pub name: String,
    pub now: Option<u8>,
    pub target: Option<u8>,
    pub minutes: Option<f64>,
    pub start: Option<u8>,
    pub start_minutes: Option<u16>,
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
        buttons.push(link(texts, "progress-know", Emphasis::Quiet, Route::Know));
        buttons.push(link(texts, "progress-clinic", Emphasis::Quiet, Route::Diary(Asking::Clinic)));
    }
    buttons
}

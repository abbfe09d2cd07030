//! The plan on paper: exercises, boxes to tick, and one page for somebody who helps.
//!
//! Paper lies about. So no answer to a safety question is on it, only what the person told about their pain, what to
//! take care with, what was measured and done. What this module does not do: plan, or know how a page is laid out.

use counterpose_coach::finding::Finding;
use counterpose_coach::intake::Intake;
use counterpose_coach::library::Library;
use counterpose_coach::pattern::ScoredPattern;
use counterpose_coach::plan::Plan;
use counterpose_coach::routine::{Which, due_items};
use counterpose_content::{Arg, Texts};
use counterpose_journal::day::plus_days;
use jiff::civil::Date;

use super::exercise::{dose_of_sides, key_poses, name};
use super::pattern::confidence;
use super::selftest;
use crate::action::Action;
use crate::route::Route;
use crate::view::{Emphasis, HandoutExercise, HandoutPage, HandoutSummary, TickGrid};
use crate::words::{button, count, link, numbered, plain};

/// Days with boxes.
const DAYS: u32 = 14;
/// Patterns named in the summary.
const PATTERNS: usize = 2;

/// What the handout is made from.
pub struct Known<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The library.
    pub library: &'a Library,
    /// The plan.
    pub plan: &'a Plan,
    /// The answers.
    pub intake: &'a Intake,
    /// What was measured.
    pub findings: &'a [Finding],
    /// Where to start.
    pub patterns: &'a [ScoredPattern],
    /// Today.
    pub day: Date,
    /// Today's day of the plan, from 1.
    pub plan_day: u32,
    /// Sessions done and their minutes in the last four weeks.
    pub done: (usize, i64),
    /// The mean of the last written days of the diary, and how many.
    pub diary: Option<(f64, usize)>,
}

/// The page.
pub fn handout(known: &Known<'_>) -> HandoutPage {
    let Known { texts, plan, .. } = *known;
    let lead =
        [("date", Arg::from(selftest::date(texts, known.day))), ("minutes", plain(plan.minutes_per_session))];
    HandoutPage {
        heading: texts.get("handout-title"),
        lead: texts.format("handout-lead", &lead),
        buttons: vec![
            button(texts, "handout-print", Emphasis::Primary, Action::Print),
            link(texts, "handout-back", Emphasis::Secondary, Route::Plan),
        ],
        exercises_heading: texts.get("plan-items"),
        exercises: exercises(known),
        habits_heading: texts.get("plan-habits"),
        habits: plan.habits.iter().map(|habit| habit_line(texts, &habit.id, habit.every_minutes)).collect(),
        grid: grid(known),
        summary: HandoutSummary {
            heading: texts.get("handout-summary"),
            lead: texts.get("handout-summary-lead"),
            rows: summary(known),
        },
        closing: texts.get("intended-use"),
    }
}

fn exercises(known: &Known<'_>) -> Vec<HandoutExercise> {
    let texts = known.texts;
    let week = known.plan_day.saturating_sub(1) / 7 + 1;
    let one = |item: &counterpose_coach::plan::Prescription| {
        let exercise = known.library.exercise(&item.exercise)?;
        // What begins later is printed with its first dose and the week it begins.
        let sides = item.in_week(week).map_or(item.sides, |stage| stage.sides);
        let mut dose = vec![dose_of_sides(texts, &sides)];
        if item.days_per_week < 7 {
            dose.push(count(texts, "plan-days-per-week", item.days_per_week));
        }
        if u32::from(item.starts_in_week) > week {
            dose.push(count(texts, "plan-from-week", item.starts_in_week));
        }
        if let Some(variant) = &item.variant {
            dose.push(texts.get(&format!("{}-variant-{variant}", item.exercise)));
        }
        Some(HandoutExercise {
            id: exercise.id.clone(),
            name: name(texts, &exercise.id),
            dose: dose.join(" · "),
            figure: key_poses(texts, exercise).into_iter().last(),
            steps: numbered(texts, &format!("{}-step", exercise.id)),
        })
    };
    known.plan.items.iter().filter_map(one).collect()
}

fn habit_line(texts: &Texts, id: &str, every_minutes: Option<u16>) -> String {
    let habit = name(texts, id);
    match every_minutes {
        Some(minutes) => format!("{habit}: {}", count(texts, "plan-every-minutes", minutes)),
        None => habit,
    }
}

fn grid(known: &Known<'_>) -> TickGrid {
    let Known { texts, library, plan, day, plan_day, .. } = *known;
    let is_due = |exercise: &str, on: u32| {
        [Which::Morning, Which::Evening].into_iter().any(|which| {
            due_items(&plan.items, library, on, which).iter().any(|(item, _)| item.exercise == exercise)
        })
    };
    let row = |exercise: &str| {
        let boxes = (0..DAYS).map(|n| is_due(exercise, plan_day.saturating_add(n))).collect();
        (name(texts, exercise), boxes)
    };
    TickGrid {
        heading: texts.get("handout-ticks"),
        what: texts.get("handout-exercise"),
        days: (0..DAYS).map(|n| short_date(plus_days(day, i64::from(n)))).collect(),
        rows: plan.items.iter().map(|item| row(&item.exercise)).collect(),
        free: texts.get("handout-free"),
    }
}

/// The day of the month: two weeks are short enough to need no more.
fn short_date(date: Date) -> String {
    date.day().to_string()
}

fn summary(known: &Known<'_>) -> Vec<(String, Vec<String>)> {
    let texts = known.texts;
    let rows = [
        ("handout-who", who(known)),
        ("handout-where", place(known)),
        ("handout-pain", pain(known)),
        ("handout-care", care(known)),
        ("handout-goals", known.intake.goals.iter().map(|goal| goal.activity.clone()).collect()),
        ("handout-measured", measured(known)),
        ("handout-start", started(known)),
        ("handout-done", done(known)),
    ];
    let told = rows.into_iter().filter(|(_, lines)| !lines.is_empty());
    told.map(|(key, lines)| (texts.get(key), lines)).collect()
}

fn who(known: &Known<'_>) -> Vec<String> {
    let Some(person) = &known.intake.person else { return Vec::new() };
    let age = person.age.map(|age| count(known.texts, "handout-age", i64::from(age.get())));
    let sex = person.sex.map(|sex| known.texts.get(&format!("sex-{sex}")));
    vec![age.into_iter().chain(sex).collect::<Vec<_>>().join(", ")]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect()
}

fn place(known: &Known<'_>) -> Vec<String> {
    let Some(complaint) = &known.intake.complaint else { return Vec::new() };
    let sites = complaint.sites.iter().map(|site| known.texts.get(&format!("site-{site}")));
    let side = complaint.side.and_then(|side| known.texts.find(&format!("complaint-side-{side}")));
    let all: Vec<String> = sites.chain(side).collect();
    if all.is_empty() { Vec::new() } else { vec![all.join(", ")] }
}

fn pain(known: &Known<'_>) -> Vec<String> {
    let texts = known.texts;
    let mut lines = Vec::new();
    if let Some(complaint) = &known.intake.complaint {
        let average = complaint.pain_average_week.map(|pain| i64::from(pain.get()));
        lines.extend(average.map(|pain| count(texts, "handout-pain-week", pain)));
        let weeks = complaint.duration_weeks.map(|weeks| weeks.get());
        lines.extend(weeks.map(|weeks| texts.format("handout-weeks", &[("n", plain(weeks.round()))])));
    }
    if let Some((mean, days)) = known.diary {
        let args = [("mean", plain(mean)), ("days", Arg::from(i64::try_from(days).unwrap_or(i64::MAX)))];
        lines.push(texts.format("handout-diary", &args));
    }
    lines
}

fn care(known: &Known<'_>) -> Vec<String> {
    match &known.intake.precautions {
        None => vec![known.texts.get("handout-care-unknown")],
        Some(all) if all.is_empty() => vec![known.texts.get("handout-care-none")],
        Some(all) => all.iter().map(|one| known.texts.get(&format!("precaution-{}", one.id))).collect(),
    }
}

fn measured(known: &Known<'_>) -> Vec<String> {
    let told = known.findings.iter().filter(|found| found.value.is_some() && found.counted);
    told.map(|found| selftest::finding(known.texts, found))
        .map(|line| format!("{} ({})", line.text, line.weight))
        .collect()
}

fn started(known: &Known<'_>) -> Vec<String> {
    let texts = known.texts;
    let leading = known.patterns.iter().filter(|one| !one.because.is_empty()).take(PATTERNS);
    let line = |one: &ScoredPattern| {
        let args = [
            ("pattern", Arg::from(texts.get(&format!("pattern-{}", one.id)))),
            ("sure", Arg::from(texts.get(confidence(one.confidence)))),
        ];
        texts.format("handout-start-line", &args)
    };
    leading.map(line).collect()
}

fn done(known: &Known<'_>) -> Vec<String> {
    let (sessions, minutes) = known.done;
    let args =
        [("n", Arg::from(i64::try_from(sessions).unwrap_or(i64::MAX))), ("minutes", Arg::from(minutes))];
    vec![known.texts.format("handout-done-line", &args)]
}

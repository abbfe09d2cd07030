//! The plan on the page for people: week by week, each item with how much, how often, how it grows and why.
//!
//! What this module does not do: decide anything; it writes what `coach` says.

use counterpose_coach::plan::{
    Because, Dose, LeftOut, LeftOutKind, Plan, PlannedHabit, Prescription, Rung, Sides,
};
use counterpose_content::{Arg, Texts, cite, library};

use crate::page::Page;

/// Names of a list that are shown before the rest is only counted.
const NAMES_SHOWN: usize = 6;

/// The exercises, by the week they begin, and the habits.
pub fn how_much(page: &mut Page, texts: &Texts, plan: &Plan, explain: bool) {
    page.title(&texts.get("check-title-dose"));
    let minutes = ("minutes", Arg::Number(round(plan.minutes_per_session)));
    let days = ("days", Arg::Whole(i64::from(plan.review_after_days)));
    page.paragraph(&texts.format("check-session", &[minutes, days]));
    // One goal is named once, several with each exercise.
    let first = plan.items.first().and_then(|item| item.goal.as_ref());
    let one_goal = first.filter(|goal| plan.items.iter().all(|item| item.goal.as_ref() == Some(*goal)));
    if let Some(goal) = one_goal {
        page.paragraph(&texts.format("check-goal-all", &[("goal", Arg::from(goal.clone()))]));
    }
    let mut week = 0;
    for item in &plan.items {
        if item.starts_in_week != week {
            week = item.starts_in_week;
            page.gap();
            page.paragraph(&texts.format("check-week", &[("week", Arg::Whole(i64::from(week)))]));
        }
        exercise(page, texts, item, one_goal.is_none(), explain);
    }
    if !plan.habits.is_empty() {
        page.gap();
        page.paragraph(&texts.get("check-habits"));
    }
    for habit in &plan.habits {
        planned_habit(page, texts, habit, explain);
    }
}

fn exercise(page: &mut Page, texts: &Texts, item: &Prescription, with_goal: bool, explain: bool) {
    let often = times(texts, item.per_day, item.days_per_week);
    page.point(&format!("{} ({often})", exercise_name(texts, &item.exercise, item.variant.as_deref())));
    page.under(&dose_words(texts, &item.sides));
    if let Some(last) = item.later.last() {
        let week = ("week", Arg::Whole(i64::from(last.from_week)));
        let twice = if last.per_day > item.per_day {
            format!(", {}", texts.get("check-twice"))
        } else {
            String::new()
        };
        let dose = ("dose", Arg::from(format!("{}{twice}", dose_words(texts, &last.sides))));
        page.under(&texts.format("check-grows", &[week, dose]));
    }
    why(page, texts, &item.because, explain);
    if let Some(goal) = item.goal.as_ref().filter(|_| with_goal) {
        page.under(&texts.format("check-goal", &[("goal", Arg::from(goal.clone()))]));
    }
}

fn planned_habit(page: &mut Page, texts: &Texts, habit: &PlannedHabit, explain: bool) {
    let every = habit
        .every_minutes
        .map(i64::from)
        .map(|minutes| texts.format("check-every-minutes", &[("minutes", Arg::Whole(minutes))]));
    let name = texts.get(&format!("{}-name", habit.id));
    page.point(&every.map_or_else(|| name.clone(), |every| format!("{name} ({every})")));
    why(page, texts, &habit.because, explain);
}

fn why(page: &mut Page, texts: &Texts, because: &[Because], explain: bool) {
    for one in because {
        page.under(&texts.get(&format!("rule-{}", one.rule)));
        if let Some(instead) = &one.instead {
            let arguments = [
                ("name", texts.get(&format!("{}-name", instead.of)).into()),
                ("structure", texts.get(&format!("structure-{}", instead.structure)).into()),
                ("percent", Arg::from(i64::from((instead.permille_of_fibre + 5) / 10))),
            ];
            page.deeper("", &texts.format("chain-instead", &arguments));
        }
        if explain {
            chain(page, texts, one);
        }
    }
}

fn chain(page: &mut Page, texts: &Texts, because: &Because) {
    page.deeper("", &texts.format("check-from", &[("from", Arg::from(because.from.clone()))]));
    page.deeper("", &texts.get(&format!("claim-{}", because.mechanism)));
    because.sources_for.iter().for_each(|source| page.deeper("+ ", &citation(source)));
    because.against.iter().for_each(|source| page.deeper("- ", &citation(source)));
    let what = texts.get(&format!("change-{}", because.would_change));
    page.deeper("", &texts.format("check-would-change", &[("what", Arg::from(what))]));
}

/// A source as one would cite it.
pub fn citation(source: &str) -> String {
    library().source(source).map_or_else(|| source.to_owned(), cite)
}

/// The ways up to what the person wants to do again.
pub fn ladders(page: &mut Page, texts: &Texts, plan: &Plan) {
    if plan.ladders.is_empty() {
        return;
    }
    page.title(&texts.get("check-title-ladder"));
    for ladder in &plan.ladders {
        let name = texts.get(&format!("activity-{}", ladder.activity));
        page.point(&ladder.goal.as_ref().map_or_else(|| name.clone(), |goal| format!("{name}: {goal}")));
        for rung in &ladder.rungs {
            page.under(&rung_words(texts, rung));
        }
    }
}

fn rung_words(texts: &Texts, rung: &Rung) -> String {
    let week = ("week", Arg::Whole(i64::from(rung.week)));
    let what = match (&rung.exercise, rung.minutes) {
        (Some(exercise), _) => exercise_name(texts, exercise, rung.variant.as_deref()),
        (None, Some(minutes)) => texts.format("check-at-a-stretch", &[("n", Arg::Number(minutes))]),
        (None, None) => String::new(),
    };
    texts.format("check-rung", &[week, ("what", Arg::from(what))])
}

/// What is worth reading, and that talking may help.
pub fn besides(page: &mut Page, texts: &Texts, plan: &Plan) {
    if plan.education.is_empty() && !plan.talk_to_somebody {
        return;
    }
    page.title(&texts.get("check-title-besides"));
    for card in &plan.education {
        page.point(&texts.get(&format!("{card}-title")));
    }
    if plan.talk_to_somebody {
        page.point(&texts.get("check-talk"));
    }
}

/// An exercise and its way, by name.
pub(crate) fn exercise_name(texts: &Texts, exercise: &str, variant: Option<&str>) -> String {
    let name = texts.get(&format!("{exercise}-name"));
    match variant {
        Some(variant) => {
            let way = texts.get(&format!("{exercise}-variant-{variant}"));
            let mut letters = way.chars();
            let first: String =
                letters.next().map(|letter| letter.to_lowercase().collect()).unwrap_or_default();
            format!("{name}: {first}{}", letters.as_str())
        }
        None => name,
    }
}

fn times(texts: &Texts, per_day: u8, days_per_week: u8) -> String {
    let days = match days_per_week {
        7 => texts.get("check-every-day"),
        days => texts.format("check-days-a-week", &[("n", Arg::Whole(i64::from(days)))]),
    };
    if per_day > 1 { format!("{days}, {}", texts.get("check-twice")) } else { days }
}

/// How much on which side.
pub(crate) fn dose_words(texts: &Texts, sides: &Sides) -> String {
    match sides {
        Sides::Both { both } => dose(texts, both),
        Sides::Each(doses) if doses.left == doses.right => {
            texts.format("check-each-side", &[("dose", Arg::from(dose(texts, &doses.left)))])
        }
        Sides::Each(doses) => {
            let left = ("left", Arg::from(dose(texts, &doses.left)));
            texts.format("check-two-sides", &[left, ("right", Arg::from(dose(texts, &doses.right)))])
        }
    }
}

fn dose(texts: &Texts, dose: &Dose) -> String {
    let mut parts = Vec::new();
    let mut part = |key: &str, number: Option<f64>| {
        if let Some(number) = number {
            parts.push(texts.format(key, &[("n", Arg::Number(number))]));
        }
    };
    part("check-sets", dose.sets.map(f64::from).filter(|sets| *sets > 1.0));
    part("check-repetitions", dose.repetitions.map(f64::from));
    part("check-hold", dose.hold_s);
    part("check-duration", dose.duration_s.map(|seconds| round(seconds / 60.0)));
    parts.join(", ")
}

/// To half a minute.
fn round(minutes: f64) -> f64 {
    (minutes * 2.0).round() / 2.0
}

/// What is not for now. What is left out for safety is listed whole; of the rest the first few, all with `explain`.
pub fn not_now(page: &mut Page, texts: &Texts, plan: &Plan, explain: bool) {
    if plan.left_out.is_empty() {
        return;
    }
    page.title(&texts.get("left-out-title"));
    for kind in [LeftOutKind::Precaution, LeftOutKind::Means, LeftOutKind::Choice] {
        let of_kind = || plan.left_out.iter().filter(move |out| out.kind == kind);
        let mut reasons: Vec<&str> = of_kind().map(|out| out.because.as_str()).collect();
        reasons.sort_unstable();
        reasons.dedup();
        for reason in reasons {
            page.point(&texts.get(&format!("left-out-{reason}")));
            let names = names(texts, of_kind().filter(|out| out.because == reason));
            let shown = if explain || kind == LeftOutKind::Precaution { names.len() } else { NAMES_SHOWN };
            let more = names.len().saturating_sub(shown);
            let mut line = names.iter().take(shown).cloned().collect::<Vec<_>>().join("; ");
            if more > 0 {
                let n = i64::try_from(more).unwrap_or(i64::MAX);
                line = format!("{line}; {}", texts.format("check-more", &[("n", Arg::Whole(n))]));
            }
            page.under(&line);
        }
    }
}

fn names<'a>(texts: &Texts, outs: impl Iterator<Item = &'a LeftOut>) -> Vec<String> {
    let mut names: Vec<String> = outs.map(|out| texts.get(&format!("{}-name", out.exercise))).collect();
    names.dedup();
    names
}

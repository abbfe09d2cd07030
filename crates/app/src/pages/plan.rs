//! The plan: every item with the chain of reasons that put it there, down to the sources on both sides.
//!
//! What this module does not do: plan.

use std::collections::BTreeSet;

use counterpose_coach::library::{Exercise, Library};
use counterpose_coach::plan::{Because, Instead, LeftOut, LeftOutKind, Plan, PlannedHabit, Prescription};
use counterpose_content::{Arg, Texts};
use counterpose_journal::payload::{Choice, PlanChoice};

use super::about::cite_all;
use super::exercise::{dose_of_sides, item_card, movement, name};
use super::reading;
use crate::action::Action;
use crate::route::Route;
use crate::view::{
    Button, ChainView, ChangesCard, Emphasis, ItemCard, ItemChange, LeftOutList, PlanItem, PlanPage, Watch,
};
use crate::words::{button, count, fold, link, plain};

/// The page; `open` holds what is folded open, `swaps` what can come in the place of an exercise.
pub fn plan(
    texts: &Texts,
    library: &Library,
    plan: &Plan,
    open: &BTreeSet<String>,
    swaps: &dyn Fn(&str) -> Vec<String>,
    changes: Option<ChangesCard>,
) -> PlanPage {
    let lead = texts.format(
        "plan-lead",
        &[
            ("minutes", plain(plan.minutes_per_session)),
            ("days", Arg::from(i64::from(plan.review_after_days))),
        ],
    );
    PlanPage {
        heading: texts.get("title-plan"),
        lead,
        items_heading: texts.get("plan-items"),
        items: plan.items.iter().filter_map(|item| prescription(texts, library, item, open, swaps)).collect(),
        ladders_heading: texts.get("check-title-ladder"),
        ladders: plan.ladders.iter().map(|way| reading::ladder(texts, library, way, open)).collect(),
        talk: reading::talk(texts, plan),
        reading: reading::cards(texts, &plan.education.iter().map(String::as_str).collect::<Vec<_>>(), open),
        habits_heading: texts.get("plan-habits"),
        habits: plan.habits.iter().map(|habit| planned_habit(texts, library, habit, open)).collect(),
        left_out: left_out(texts, &plan.left_out, open),
        changes,
        buttons: vec![
            link(texts, "handout-open", Emphasis::Secondary, Route::Handout),
            link(texts, "go-today", Emphasis::Secondary, Route::Today),
        ],
    }
}

fn prescription(
    texts: &Texts,
    library: &Library,
    item: &Prescription,
    open: &BTreeSet<String>,
    swaps: &dyn Fn(&str) -> Vec<String>,
) -> Option<PlanItem> {
    let exercise = library.exercise(&item.exercise)?;
    let mut dose = vec![dose_of_sides(texts, &item.sides)];
    if item.per_day != 1 || item.days_per_week == 7 {
        dose.push(count(texts, "plan-per-day", item.per_day));
    }
    if item.days_per_week < 7 {
        dose.push(count(texts, "plan-days-per-week", item.days_per_week));
    }
    if item.starts_in_week > 1 {
        dose.push(count(texts, "plan-from-week", item.starts_in_week));
    }
    let mut card = item_card(texts, exercise, Some(dose.join(" · ")));
    if let Some(variant) = &item.variant {
        card.summary = texts.get(&format!("{}-variant-{variant}", item.exercise));
    }
    let mut planned = with_reasons(texts, library, card, &item.because, open);
    planned.watch = watch(texts, exercise, item.variant.as_deref(), open);
    planned.change = Some(change(texts, library, &item.exercise, open, swaps));
    Some(planned)
}

/// What every movement to watch begins its key with; one is open at a time, so that only one is drawn.
pub const WATCH: &str = "watch-";

/// The movement of an item, in the way it is planned.
fn watch(texts: &Texts, exercise: &Exercise, way: Option<&str>, open: &BTreeSet<String>) -> Option<Watch> {
    let movement = movement(texts, exercise, way)?;
    let key = format!("{WATCH}{}", exercise.id);
    let is_open = open.contains(&key);
    let fold = fold(texts.get("plan-watch"), key, is_open);
    Some(Watch { fold, movement: is_open.then_some(movement) })
}

/// What folds the ways to change an item open.
pub fn change_key(exercise: &str) -> String {
    format!("change-{exercise}")
}

fn change(
    texts: &Texts,
    library: &Library,
    id: &str,
    open: &BTreeSet<String>,
    swaps: &dyn Fn(&str) -> Vec<String>,
) -> ItemChange {
    let key = change_key(id);
    let is_open = open.contains(&key);
    let of = |choice: Choice, to: Option<String>| {
        Action::ChangeItem(PlanChoice { exercise: id.to_owned(), choice, to })
    };
    let (mut buttons, mut offered) = (Vec::new(), Vec::new());
    if is_open {
        buttons.push(button(texts, "plan-lighten", Emphasis::Secondary, of(Choice::Lighten, None)));
        buttons.push(button(texts, "plan-remove", Emphasis::Secondary, of(Choice::Remove, None)));
        offered = swaps(id)
            .into_iter()
            .filter(|other| library.exercise(other).is_some())
            .map(|other| Button {
                label: name(texts, &other),
                detail: texts.find(&format!("{other}-summary")),
                action: of(Choice::Swap, Some(other)),
                emphasis: Emphasis::Secondary,
            })
            .collect();
    }
    ItemChange {
        fold: fold(texts.get("plan-change"), key, is_open),
        buttons,
        swap_heading: texts.get("plan-swap"),
        swaps: offered,
    }
}

fn planned_habit(
    texts: &Texts,
    library: &Library,
    habit: &PlannedHabit,
    open: &BTreeSet<String>,
) -> PlanItem {
    let label = name(texts, &habit.id);
    let card = ItemCard {
        id: habit.id.clone(),
        summary: texts.find(&format!("{}-step-1", habit.id)).unwrap_or_default(),
        dose: habit.every_minutes.map(|minutes| count(texts, "plan-every-minutes", minutes)),
        figure: None,
        open: link(texts, "nav-today", Emphasis::Quiet, Route::Today),
        name: label,
    };
    with_reasons(texts, library, card, &habit.because, open)
}

pub(super) fn with_reasons(
    texts: &Texts,
    library: &Library,
    card: ItemCard,
    because: &[Because],
    open: &BTreeSet<String>,
) -> PlanItem {
    let key = format!("why-{}", card.id);
    let is_open = open.contains(&key);
    let reasons =
        if is_open { because.iter().map(|b| chain(texts, library, b)).collect() } else { Vec::new() };
    PlanItem { card, fold: fold(texts.get("plan-why"), key, is_open), reasons, watch: None, change: None }
}

/// One chain of reasons in words.
pub fn chain(texts: &Texts, library: &Library, because: &Because) -> ChainView {
    ChainView {
        from_label: texts.get("chain-from"),
        from: origin(texts, &because.from),
        rule_label: texts.get("chain-rule"),
        rule: rule(texts, because),
        mechanism_label: texts.get("chain-mechanism"),
        mechanism: texts.get(&format!("claim-{}", because.mechanism)),
        for_label: texts.get("chain-for"),
        sources_for: cite_all(texts, library, &because.sources_for),
        against_label: texts.get("chain-against"),
        sources_against: cite_all(texts, library, &because.against),
        would_change_label: texts.get("chain-change"),
        would_change: texts.get(&format!("change-{}", because.would_change)),
    }
}

/// The rule in words, and what the item stands in for.
fn rule(texts: &Texts, because: &Because) -> String {
    let rule = texts.get(&format!("rule-{}", because.rule));
    match &because.instead {
        Some(instead) => format!("{rule} {}", stands_in(texts, instead)),
        None => rule,
    }
}

/// "In the place of ..., it lengthens ... by about ... %".
fn stands_in(texts: &Texts, instead: &Instead) -> String {
    let percent = (f64::from(instead.permille_of_fibre) / 10.0).round();
    let arguments = [
        ("name", name(texts, &instead.of).into()),
        ("structure", texts.get(&format!("structure-{}", instead.structure)).into()),
        ("percent", plain(percent)),
    ];
    texts.format("chain-instead", &arguments)
}

/// "your answer about driving" for `answer:life.driving_hours_per_day`; the key with dashes names the text.
fn origin(texts: &Texts, from: &str) -> String {
    let key: String =
        from.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    texts
        .find(&format!("from-{key}"))
        .or_else(|| from.split_once(':').and_then(|(kind, _)| texts.find(&format!("from-{kind}"))))
        .unwrap_or_else(|| texts.get("from-answer"))
}

fn left_out(texts: &Texts, items: &[LeftOut], open: &BTreeSet<String>) -> Option<LeftOutList> {
    if items.is_empty() {
        return None;
    }
    let key = "left-out".to_owned();
    let is_open = open.contains(&key);
    let shown =
        if is_open { items.iter().map(|item| left_out_line(texts, item)).collect() } else { Vec::new() };
    Some(LeftOutList { fold: fold(texts.get("plan-left-out"), key, is_open), items: shown })
}

fn left_out_line(texts: &Texts, item: &LeftOut) -> (String, String) {
    let exercise = name(texts, &item.exercise);
    let what = match &item.variant {
        Some(variant) => {
            format!("{exercise}: {}", texts.get(&format!("{}-variant-{variant}", item.exercise)))
        }
        None => exercise,
    };
    (what, why_left_out(texts, item))
}

/// Why something is not for this person now.
pub fn why_left_out(texts: &Texts, item: &LeftOut) -> String {
    let kind = match item.kind {
        LeftOutKind::Precaution => "left-out-kind-precaution",
        LeftOutKind::Means => "left-out-kind-means",
        LeftOutKind::Choice => "left-out-kind-choice",
    };
    texts.find(&format!("left-out-{}", item.because)).unwrap_or_else(|| texts.get(kind))
}

//! "I disagree", and an item made lighter, taken out, swapped, and put back.

use counterpose_app::Route;
use counterpose_app::action::{Action, Field};
use counterpose_app::route::Screen;
use counterpose_app::view::{Page, PlanPage, StartHere};
use counterpose_quantity::Side;

use crate::days::trained;
use crate::person::Person;

fn plan(person: &mut Person) -> PlanPage {
    person.act(Action::Go(Route::Plan));
    match person.page() {
        Page::Plan(page) => *page,
        other => panic!("not the plan: {other:?}"),
    }
}

fn start(person: &mut Person) -> StartHere {
    person.act(Action::Go(Route::Result));
    match person.page() {
        Page::Result(page) => *page.start.expect("where to start"),
        other => panic!("not the result: {other:?}"),
    }
}

fn names(page: &PlanPage) -> Vec<String> {
    page.items.iter().map(|item| item.card.name.clone()).collect()
}

fn open_change(person: &mut Person, at: usize) -> counterpose_app::view::ItemChange {
    let fold = plan(person).items[at].change.clone().expect("a way to change it").fold;
    person.tap(fold.button.action);
    let Page::Plan(page) = person.page() else { panic!("not the plan") };
    page.items[at].change.clone().expect("a way to change it")
}

#[test]
fn a_pattern_disagreed_with_is_not_led_with_until_that_is_taken_back() {
    let mut person = trained();
    person.act(Action::Go(Route::Care));
    person.press("None of these");
    // Patterns are named after six weeks of pain.
    person.act(Action::Go(Route::Start(Screen::Pain)));
    person.tap(Action::Choose { field: Field::Duration, value: 8.into() });
    // Two independent signs for the turning of the hip, on two days: one a day is enough.
    let worse_left = [
        ("hip-internal-rotation", vec![("deg", "hardly", "well")]),
        ("figure-four-height", vec![("height_cm", "two-fists", "fist"), ("pain", "none", "none")]),
    ];
    for (id, answers) in worse_left {
        person.act(Action::Go(Route::Test(id.into())));
        for (key, left, right) in answers {
            for (side, choice) in [(Side::Left, left), (Side::Right, right)] {
                let field = Field::TestAnswer { key: key.into(), side: Some(side) };
                person.tap(Action::Choose { field, value: choice.into() });
            }
        }
        person.press("Keep it");
        person.next_day();
        person.act(Action::Go(Route::Today));
        person.press("Nothing new");
    }
    let first = start(&mut person).patterns[0].clone();
    assert!(first.leads && first.id == "hip-rotation", "{first:?}");
    assert!(first.points >= 2 && first.speaks_for.is_empty(), "what speaks for it opens on a tap");
    person.tap(first.fold.button.action);
    let Page::Result(page) = person.page() else { panic!("not the result") };
    let opened = page.start.unwrap().patterns[0].clone();
    assert!(opened.speaks_for.iter().any(|sign| sign.points == 2 && !sign.sources.is_empty()), "{opened:?}");

    person.press("I disagree");
    let after = start(&mut person);
    assert!(after.patterns[0].leads && after.patterns[0].id != "hip-rotation");
    let aside = after.patterns.iter().find(|pattern| pattern.id == "hip-rotation").unwrap();
    assert!(aside.disagreed && !aside.leads && aside.points == first.points);
    // It stands in the journal: a reload knows it.
    person.reload();
    assert_ne!(start(&mut person).patterns[0].id, "hip-rotation");
    person.press("I take that back");
    assert_eq!(start(&mut person).patterns[0].id, "hip-rotation");
}

#[test]
fn an_item_is_made_lighter_taken_out_and_put_back() {
    let mut person = trained();
    let before = plan(&mut person);
    open_change(&mut person, 0);
    person.press("Make it lighter");
    let lighter = plan(&mut person);
    assert_ne!(lighter.items[0].card.dose, before.items[0].card.dose);
    open_change(&mut person, 1);
    person.press("Take it out");
    let without = plan(&mut person);
    assert!(!names(&without).contains(&before.items[1].card.name));
    let changes = without.changes.expect("the history");
    assert_eq!(changes.lines.len(), 2);
    assert!(changes.lines.iter().all(|line| line.undo.is_some()));
    for line in changes.lines {
        person.tap(line.undo.unwrap().action);
    }
    let back = plan(&mut person);
    assert_eq!((names(&back), &back.items[0].card.dose), (names(&before), &before.items[0].card.dose));
    let history = back.changes.expect("the history stays");
    assert!(history.lines.len() == 4 && history.lines.iter().all(|line| line.undo.is_none()));
}

#[test]
fn another_can_stand_in_its_place_with_its_own_reasons() {
    let mut person = trained();
    person.act(Action::Go(Route::Care));
    person.press("None of these");
    let before = plan(&mut person);
    let change = open_change(&mut person, 0);
    let swap = change.swaps.first().expect("something that can stand in its place").clone();
    person.tap(swap.action);
    let after = plan(&mut person);
    assert_eq!(after.items[0].card.name, swap.label);
    assert!(!names(&after).contains(&before.items[0].card.name));
    person.tap(after.items[0].fold.button.action.clone());
    let Page::Plan(opened) = person.page() else { panic!("not the plan") };
    let reasons = &opened.items[0].reasons;
    assert!(reasons.iter().all(|chain| !chain.sources_for.is_empty() && !chain.sources_against.is_empty()));
    assert!(!reasons.is_empty());
    // The next sessions follow; not every exercise comes every day.
    let mut done = Vec::new();
    for _ in 0..7 {
        person.next_day();
        person.act(Action::Go(Route::Today));
        person.press("Nothing new");
        let Page::Today(today) = person.page() else { panic!("not today: {:?}", person.route()) };
        done.extend(today.session.into_iter().flat_map(|session| session.exercises));
    }
    assert!(done.contains(&swap.label) && !done.contains(&before.items[0].card.name), "{done:?}");
}

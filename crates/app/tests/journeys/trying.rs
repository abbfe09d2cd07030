//! "Try it and see": one try says little, three say something, and the plan listens.

use counterpose_app::Route;
use counterpose_app::action::{Action, Field};
use counterpose_app::view::{ExercisePage, Page};

use crate::person::{Person, actions};
use crate::sixty::{Course, sixty_days};

fn exercise(person: &mut Person, id: &str) -> ExercisePage {
    person.act(Action::Go(Route::Exercise(id.into())));
    match person.page() {
        Page::Exercise(page) => *page,
        other => panic!("not an exercise: {other:?}"),
    }
}

fn try_it(person: &mut Person, id: &str, before: i64, after: i64) {
    exercise(person, id);
    person.press("Bending forward");
    person.act(Action::Choose { field: Field::TryBefore, value: before.into() });
    person.act(Action::Choose { field: Field::TryAfter, value: after.into() });
    person.press("Keep");
}

fn planned(person: &mut Person) -> Vec<String> {
    person.act(Action::Go(Route::Plan));
    match person.page() {
        Page::Plan(page) => page.items.iter().map(|item| item.card.id.clone()).collect(),
        other => panic!("no plan: {other:?}"),
    }
}

#[test]
fn one_try_says_little_and_three_worse_ones_take_the_exercise_out() {
    let mut person = sixty_days(Course::HELPING);
    let id = planned(&mut person)
        .into_iter()
        .find(|id| !["walking-programme", "sit-to-stand", "seated-glute-squeeze"].contains(&id.as_str()))
        .unwrap();
    assert!(exercise(&mut person, &id).try_it.unwrap().card.points.is_empty());
    try_it(&mut person, &id, 5, 4);
    let told = exercise(&mut person, &id).try_it.unwrap().card.points;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("No difference"), "{told:?}");
    for _ in 0..3 {
        try_it(&mut person, &id, 3, 6);
    }
    let told = exercise(&mut person, &id).try_it.unwrap().card.points;
    assert!(told.last().unwrap().contains("leaves this exercise out"), "{told:?}");
    assert!(!planned(&mut person).contains(&id));
}

#[test]
fn nothing_is_kept_before_both_ratings_and_nothing_is_tried_past_a_stop() {
    let mut person = sixty_days(Course::HELPING);
    exercise(&mut person, "clamshell");
    let keep = Action::KeepTry("clamshell".into());
    person.press("Bending forward");
    assert!(!actions(&person.view()).contains(&keep));
    person.act(keep.clone());
    person.act(Action::Choose { field: Field::TryBefore, value: 99.into() });
    person.act(Action::Choose { field: Field::TryAfter, value: 1.into() });
    person.act(keep);
    assert!(person.client.state().tracking.retests.is_empty());
}

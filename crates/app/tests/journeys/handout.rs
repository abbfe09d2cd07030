//! The plan on paper: what stands on it, and what never does.

use counterpose_app::action::Action;
use counterpose_app::view::{HandoutPage, Page};
use counterpose_app::{Effect, Route};

use crate::first_visit::visited;
use crate::person::Person;

fn handout(person: &mut Person) -> HandoutPage {
    person.act(Action::Go(Route::Plan));
    person.act(Action::Go(Route::Handout));
    match person.page() {
        Page::Handout(page) => *page,
        other => panic!("not the plan on paper: {other:?}"),
    }
}

#[test]
fn every_exercise_of_the_plan_is_on_paper_with_a_box_on_each_day_it_is_due() {
    let mut person = visited("42");
    let page = handout(&mut person);
    assert!(!page.exercises.is_empty());
    assert_eq!(page.grid.rows.len(), page.exercises.len());
    assert!(
        page.exercises
            .iter()
            .all(|one| one.figure.is_some() && !one.steps.is_empty() && !one.dose.is_empty())
    );
    for (name, boxes) in &page.grid.rows {
        assert_eq!(boxes.len(), page.grid.days.len());
        assert!(boxes.iter().any(|due| *due), "{name} is due on no day of two weeks");
    }
}

#[test]
fn no_answer_to_a_safety_question_is_on_paper() {
    let mut person = visited("42");
    let page = format!("{:?}", handout(&mut person)).to_lowercase();
    let texts = counterpose_content::Texts::new(counterpose_content::Locale::English);
    for question in counterpose_coach::screening::questions(&counterpose_coach::screening::Asked::default()) {
        for key in [format!("question-{}", question.id), format!("reason-{}", question.id)] {
            let Some(text) = texts.find(&key) else { continue };
            assert!(!page.contains(&text.to_lowercase()), "{key} is on paper");
        }
    }
    assert!(page.contains("42 years old"), "{page}");
}

#[test]
fn printing_is_the_browsers_own() {
    let mut person = visited("42");
    handout(&mut person);
    person.act(Action::Print);
    assert!(person.effects.contains(&Effect::Print));
}

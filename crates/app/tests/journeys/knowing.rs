//! Knowing for sure: the draw is written down first, cannot be changed, and is obeyed; the starter set never waits.

use counterpose_app::Route;
use counterpose_app::action::{Action, Drawing};
use counterpose_app::view::{Page, TodayPage};
use counterpose_coach::verdict::DesignKind;
use counterpose_journal::day::days_between;

use crate::days::answer_the_list;
use crate::person::Person;
use crate::sixty::{Course, sixty_days, visit};

const STARTER: [&str; 3] = ["Seated squeeze", "Sit shift", "Sit to stand"];

/// Somebody with old pain after their first session.
fn begun(pain_for: &'static str) -> Person {
    let mut person = Person::new();
    visit(&mut person, Course { pain_for, ..Course::HELPING });
    person.press("See your first five minutes");
    person.press("4");
    person.press("Start");
    run(&mut person);
    person.press("Tell us now");
    person.press("None of these");
    person
}

fn run(person: &mut Person) {
    for _ in 0..40 {
        if person.route() == Route::Session {
            person.wait(60_000);
        }
    }
    person.press("About right");
    person.press("4");
    person.press("To Today");
}

fn today(person: &mut Person) -> TodayPage {
    person.act(Action::Go(Route::Today));
    match person.page() {
        Page::Today(page) => *page,
        other => panic!("not today: {other:?}"),
    }
}

fn is_starter(exercises: &[String]) -> bool {
    exercises.iter().all(|name| STARTER.contains(&name.as_str()) || name.to_lowercase().contains("walk"))
}

#[test]
fn a_drawn_start_is_written_down_obeyed_and_never_drawn_again() {
    let mut person = begun("3 to 12 months");
    person.press("I want to know for sure");
    assert_eq!(person.route(), Route::Know);
    // The first of these is the start; it says what it costs before it is drawn.
    person.press("I want this");
    person.press("Draw it");
    let draws = person.client.state().tracking.draws.clone();
    assert_eq!((draws.len(), person.client.state().tracking.draws_refused), (1, 0));
    let draw = draws[0].value.draw().unwrap();
    assert_eq!(draw.design.kind, DesignKind::RandomisedStart);
    let start = i64::from(draw.starts[0]);
    assert!((7..=26).contains(&start));
    person.act(Action::DrawDesign(Drawing::Start));
    assert_eq!(person.client.state().tracking.draws.len(), 1, "once is for good");
    for day in 1..=start {
        person.next_day();
        let mut page = today(&mut person);
        if page.check_in.as_ref().is_some_and(|card| card.why.is_some()) {
            answer_the_list(&mut person);
            page = today(&mut person);
        }
        let session = page.session.unwrap();
        let waits = page.lead.unwrap().starts_with("Until");
        assert_eq!(waits, day < start, "day {day} of {start}");
        if waits {
            assert!(is_starter(&session.exercises), "{:?}", session.exercises);
            assert!(page.habit.is_some(), "habits are never held back");
        } else {
            assert!(!is_starter(&session.exercises), "{:?}", session.exercises);
        }
        if page.check_in.is_some() {
            person.press("Nothing new");
        }
    }
}

#[test]
fn young_pain_is_offered_nothing_to_find_out() {
    let mut person = begun("A few days");
    let today = format!("{:?}", today(&mut person));
    assert!(!today.contains("know for sure"));
    person.act(Action::Go(Route::Know));
    person.act(Action::DrawDesign(Drawing::Start));
    person.act(Action::StartInAWeek(true));
    assert!(person.client.state().tracking.draws.is_empty());
    assert!(matches!(person.page(), Page::Card(page) if page.cards.len() == 2));
}

#[test]
fn a_week_of_diary_first_can_be_taken_back() {
    let mut person = begun("More than a year");
    person.act(Action::Go(Route::Know));
    person.press("Begin the plan in a week");
    person.next_day();
    let page = today(&mut person);
    assert!(page.lead.unwrap().starts_with("Until 30 November"));
    assert!(is_starter(&page.session.unwrap().exercises));
    person.act(Action::Go(Route::Know));
    person.press("Begin now after all");
    assert!(!today(&mut person).lead.unwrap().starts_with("Until"));
}

#[test]
fn blocks_are_for_steady_pain_and_the_plan_keeps_to_them() {
    let mut person = sixty_days(Course::HELPING);
    person.act(Action::Go(Route::Know));
    person.act(Action::DrawDesign(Drawing::Start));
    assert!(person.client.state().tracking.draws.is_empty(), "the plan is no longer young");
    person.press("I want this");
    person.press("Draw it");
    let standing = person.client.state().tracking.draws[0].clone();
    let draw = standing.value.draw().unwrap();
    assert_eq!(draw.treated.iter().filter(|on| **on).count(), 28);
    assert_eq!(days_between(standing.date, standing.value.first_day), 1, "written before it takes effect");
    for day in 0..20 {
        person.next_day();
        let page = today(&mut person);
        let starter = page.session.as_ref().is_some_and(|session| is_starter(&session.exercises));
        assert_eq!(starter, !draw.treated[day], "day {day}");
        if page.check_in.is_some_and(|card| card.why.is_none()) {
            person.press("Nothing new");
        }
    }
}

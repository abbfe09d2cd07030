//! From nothing to the first movement, and to every other place a first visit can lead.

use counterpose_app::action::{Action, Field};
use counterpose_app::route::Screen;
use counterpose_app::view::Page;
use counterpose_app::{Effect, Route};
use counterpose_coach::vocabulary::Tier;

use crate::person::{Person, actions};

/// Through the first screens of somebody with a sore low back on the left.
pub fn about_and_where(person: &mut Person, age: &str, site: &str) {
    person.press("Start");
    person.type_in(Field::Age, age);
    person.press("Rather not say");
    person.press("Continue");
    if matches!(person.route(), Route::Result) {
        return;
    }
    person.press(site);
    person.press("Left");
    person.press("Nothing");
    person.press("Continue");
}

/// How much and for how long.
pub fn pain(person: &mut Person) {
    person.press("4");
    person.press("2 to 5 weeks");
    person.press("Continue");
}

/// "None of these" until the safety questions are through.
pub fn no_to_all(person: &mut Person) {
    for _ in 0..8 {
        if matches!(person.route(), Route::Start(Screen::Safety(_))) {
            person.press("None of these");
        }
    }
}

/// About the days.
pub fn days(person: &mut Person) {
    person.press("8 hours");
    person.press("1 hour");
    person.press("Continue");
}

pub fn visited(age: &str) -> Person {
    let mut person = Person::new();
    about_and_where(&mut person, age, "Low back");
    pain(&mut person);
    no_to_all(&mut person);
    days(&mut person);
    person
}

fn tier(person: &mut Person) -> Option<Tier> {
    match person.page() {
        Page::Result(page) => page.tier,
        other => panic!("not the result: {other:?}"),
    }
}

#[test]
fn from_nothing_to_the_first_movement_in_twelve_screens_thirty_taps_and_four_minutes() {
    let mut person = visited("42");
    assert_eq!(person.route(), Route::Result);
    assert_eq!(tier(&mut person), Some(Tier::Ok));
    person.press("See your first five minutes");
    assert_eq!(person.route(), Route::Ready);
    let screens = person.screens;
    person.press("Start");
    assert_eq!(person.route(), Route::Session);
    assert!(screens <= 12, "{screens} screens");
    assert!(person.taps <= 30, "{} taps", person.taps);
    assert_eq!(person.typed, 1, "only the age is typed");
    assert!(person.effects.iter().any(|effect| matches!(effect, Effect::KeepAwake(true))));
    println!("{screens} screens, {} taps", person.taps);
}

#[test]
fn the_first_session_runs_to_its_end_and_asks_two_taps() {
    let mut person = visited("42");
    person.press("See your first five minutes");
    person.press("Start");
    let mut minutes = 0;
    while person.route() == Route::Session {
        person.wait(60_000);
        minutes += 1;
        assert!(minutes < 15, "a first session takes about five minutes");
    }
    assert_eq!(person.route(), Route::Feedback);
    assert!((4..=8).contains(&minutes), "{minutes} minutes");
    person.press("About right");
    person.press("4");
    let Page::Finished(page) = person.page() else { panic!("not the end") };
    assert!(page.tomorrow.is_some());
    person.press("To Today");
    let Page::Today(today) = person.page() else { panic!("not today") };
    assert!(today.done.is_some() && today.tomorrow.is_some() && today.ask.is_some() && today.drive.is_some());
    assert!(person.effects.contains(&Effect::RequestPersistence));
}

#[test]
fn an_emergency_answer_leads_straight_to_help_and_to_nothing_else() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    pain(&mut person);
    person.toggle("E1");
    person.press("Only what I tapped");
    assert_eq!(person.route(), Route::Result);
    assert_eq!(tier(&mut person), Some(Tier::Emergency));
    let Page::Result(page) = person.page() else { panic!() };
    assert!(page.call.is_some());
    for path in
        ["/", "/ready", "/session", "/library", "/library/glute-bridge", "/plan", "/drive", "/take-care"]
    {
        person.act(Action::WentTo { path: path.into() });
        assert!(!actions(&person.view()).contains(&Action::StartSession));
        assert!(matches!(person.route(), Route::Result | Route::Today), "{path} shows {:?}", person.route());
    }
}

#[test]
fn a_same_day_answer_stops_after_all_is_asked() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    pain(&mut person);
    for _ in 0..12 {
        if person.route() == Route::Result {
            break;
        }
        let here = person.view();
        if crate::person::questions(&here).iter().any(|question| question.id == "S6") {
            person.toggle("S6");
            person.press("Only what I tapped");
        } else {
            person.press("None of these");
        }
    }
    assert_eq!(tier(&mut person), Some(Tier::SameDay));
    assert!(!actions(&person.view()).contains(&Action::Go(Route::Ready)));
}

#[test]
fn somebody_under_eighteen_is_told_at_once_and_asked_no_more() {
    let mut person = Person::new();
    about_and_where(&mut person, "17", "Low back");
    assert_eq!(person.route(), Route::Result);
    let Page::Result(page) = person.page() else { panic!() };
    assert_eq!(page.heading, "Not made for you yet");
    assert!(!actions(&person.view()).contains(&Action::Go(Route::Ready)));
    // A slip of the finger can be mended.
    person.press("Look at my answers again");
    person.type_in(Field::Age, "42");
    person.press("Continue");
    assert_eq!(person.route(), Route::Start(Screen::Where));
}

#[test]
fn only_a_neck_is_not_what_this_is_made_for() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Neck");
    assert_eq!(person.route(), Route::Result);
    let Page::Result(page) = person.page() else { panic!() };
    assert_eq!(page.heading, "Not made for this");
    assert!(page.buttons.iter().all(|button| button.leads_to() != Some(&Route::Ready)));
}

#[test]
fn somebody_without_pain_is_not_asked_how_much_it_hurts() {
    let mut person = Person::new();
    person.press("Start");
    person.type_in(Field::Age, "42");
    person.press("Female");
    person.press("Continue");
    person.press("Nowhere right now");
    person.press("Nothing");
    person.press("Continue");
    assert_eq!(person.route(), Route::Start(Screen::Safety(1)));
    no_to_all(&mut person);
    days(&mut person);
    assert_eq!(tier(&mut person), Some(Tier::Ok));
}

/// Through the safety questions with one answered with this value.
fn with_answer(person: &mut Person, id: &str, value: Option<&str>) {
    for _ in 0..8 {
        if !matches!(person.route(), Route::Start(Screen::Safety(_))) {
            break;
        }
        if crate::person::questions(&person.view()).iter().any(|question| question.id == id) {
            person.toggle(id);
            if let Some(value) = value {
                person.press(value);
            }
            person.press("Only what I tapped");
        } else {
            person.press("None of these");
        }
    }
}

#[test]
fn an_adapted_start_says_why_and_starts() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    pain(&mut person);
    with_answer(&mut person, "C8", Some("Yes, and all is going well"));
    days(&mut person);
    assert_eq!(tier(&mut person), Some(Tier::Adapted));
    let Page::Result(page) = person.page() else { panic!() };
    assert!(!page.reasons.is_empty());
    person.press("See your first five minutes");
    person.press("Start");
    assert_eq!(person.route(), Route::Session);
}

#[test]
fn a_clinician_first_answer_gives_the_card_for_meanwhile_and_a_clearance_opens_the_start() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    pain(&mut person);
    with_answer(&mut person, "C7", None);
    assert_eq!(tier(&mut person), Some(Tier::ClinicianFirst), "and nothing more is asked");
    let Page::Result(page) = person.page() else { panic!() };
    assert!(page.cards.iter().any(|card| card.heading == "Until then"));
    assert!(!actions(&person.view()).contains(&Action::Go(Route::Ready)));
    person.press("A clinician has looked at it");
    person.press("Continue");
    assert_eq!(person.route(), Route::Clearance, "what was looked at has to be said");
    let Page::Form(form) = person.page() else { panic!() };
    assert!(form.problem.is_some());
    let rule = Action::Toggle { field: Field::Cleared, value: "C7".into() };
    person.tap(rule);
    person.press("A physiotherapist");
    person.tap(Action::Choose { field: Field::ClearedWhen, value: 0.into() });
    person.tap(Action::Continue);
    days(&mut person);
    assert_eq!(tier(&mut person), Some(Tier::Adapted));
    person.press("See your first five minutes");
    assert_eq!(person.route(), Route::Ready);
    // A new symptom ends the clearance.
    person.act(Action::SomethingNew);
    person.press("5");
    person.press("Nothing");
    person.press("Continue");
    with_answer(&mut person, "C1", None);
    assert_eq!(tier(&mut person), Some(Tier::ClinicianFirst));
    assert!(matches!(person.page(), Page::Result(page) if page.reasons.len() == 2));
}

#[test]
fn the_country_decides_the_number_and_nothing_is_guessed() {
    let mut person = Person::new();
    person.press("Safety net");
    let Page::Safety(page) = person.page() else { panic!() };
    assert!(page.call.telephone.is_none() && page.call.number.contains("112"));
    person.press("United Kingdom");
    let Page::Safety(page) = person.page() else { panic!() };
    assert_eq!(page.call.telephone.as_deref(), Some("tel:999"));
    person.press("Back");
    assert_eq!(person.route(), Route::Welcome);
}

#[test]
fn an_answer_on_a_later_screen_can_be_taken_back_however_urgent_it_was() {
    for (id, value) in [("E6", None), ("S9", None), ("C7", None)] {
        let mut person = Person::new();
        about_and_where(&mut person, "42", "Low back");
        pain(&mut person);
        with_answer(&mut person, id, value);
        assert!(tier(&mut person) <= Some(Tier::ClinicianFirst));
        person.press("Go through the questions again");
        person.press("4");
        person.press("Nothing");
        person.press("Continue");
        for _ in 0..8 {
            if !matches!(person.route(), Route::Start(Screen::Safety(_))) {
                break;
            }
            if crate::person::questions(&person.view()).iter().any(|question| question.id == id) {
                person.toggle(id);
            }
            person.press("None of these");
        }
        assert_eq!(person.route(), Route::Start(Screen::Days), "{id}");
        days(&mut person);
        assert_eq!(tier(&mut person), Some(Tier::Ok), "{id}");
        person.press("See your first five minutes");
        assert_eq!(person.route(), Route::Ready, "{id}: the list was gone through");
    }
}

//! The days after: the check-in, the whole list, what to take care with, a lighter day, a clearance.

use counterpose_app::Route;
use counterpose_app::action::Action;
use counterpose_app::route::Screen;
use counterpose_app::view::Page;

use crate::first_visit::{no_to_all, visited};
use crate::person::{Person, actions};

fn do_session(person: &mut Person, effort: &str, pain_after: &str) {
    person.press("Look and start");
    run(person, effort, pain_after);
}

fn run(person: &mut Person, effort: &str, pain_after: &str) {
    person.press("4");
    person.press("Start");
    assert_eq!(person.route(), Route::Session);
    for _ in 0..20 {
        if person.route() == Route::Session {
            person.wait(60_000);
        }
    }
    assert_eq!(person.route(), Route::Feedback);
    person.press(effort);
    person.press(pain_after);
    person.press("To Today");
}

pub fn trained() -> Person {
    let mut person = visited("42");
    person.press("See your first five minutes");
    run(&mut person, "About right", "4");
    person
}

fn today(person: &mut Person) -> counterpose_app::view::TodayPage {
    match person.page() {
        Page::Today(page) => *page,
        other => panic!("not today: {other:?}"),
    }
}

#[test]
fn every_day_asks_once_whether_anything_is_new_and_only_then_lets_a_session_start() {
    let mut person = trained();
    assert!(today(&mut person).check_in.is_none());
    person.next_day();
    let page = today(&mut person);
    assert!(page.check_in.is_some() && page.session.unwrap().button.is_none());
    assert!(!actions(&person.view()).contains(&Action::Go(Route::Ready)));
    person.act(Action::WentTo { path: "/ready".into() });
    assert_eq!(person.route(), Route::Today);
    person.press("Nothing new");
    let page = today(&mut person);
    assert!(page.check_in.is_none() && page.session.unwrap().button.is_some());
    do_session(&mut person, "Easy", "3");
}

#[test]
fn the_whole_list_comes_back_after_two_weeks() {
    let mut person = trained();
    for _ in 0..13 {
        person.next_day();
    }
    let buttons = today(&mut person).check_in.unwrap().buttons;
    assert_eq!(buttons[0].action, Action::NothingNew);
    person.next_day();
    let card = today(&mut person).check_in.unwrap();
    assert!(card.why.is_some());
    assert_eq!(card.buttons.len(), 1);
    assert_eq!(card.buttons[0].action, Action::SomethingNew);
    // "Nothing new" does not get past it.
    person.act(Action::NothingNew);
    assert!(today(&mut person).check_in.is_some());
    answer_the_list(&mut person);
    assert_eq!(person.route(), Route::Result);
    person.press("To Today");
    assert!(today(&mut person).check_in.is_none());
}

/// Through the check-in and the whole list with nothing on it.
pub fn answer_the_list(person: &mut Person) {
    person.act(Action::SomethingNew);
    assert_eq!(person.route(), Route::CheckIn);
    person.press("3");
    person.press("Nothing");
    person.press("Continue");
    no_to_all(person);
}

#[test]
fn pain_three_above_the_last_brings_the_whole_list_before_the_session() {
    let mut person = trained();
    person.next_day();
    person.press("Nothing new");
    person.press("Look and start");
    person.press("7");
    person.press("Start");
    assert_eq!(person.route(), Route::Today);
    assert!(today(&mut person).check_in.unwrap().why.is_some());
    answer_the_list(&mut person);
    person.press("To Today");
    assert!(today(&mut person).session.unwrap().button.is_some());
}

#[test]
fn two_days_clearly_above_the_usual_bring_the_whole_list_once() {
    let mut person = trained();
    let session_at = |person: &mut Person, pain: &str| {
        person.next_day();
        person.press("Nothing new");
        person.press("Look and start");
        person.press(pain);
        person.press("Start");
        for _ in 0..40 {
            if person.route() == Route::Session {
                person.wait(60_000);
            }
        }
        if person.route() == Route::Feedback {
            person.press("About right");
            person.press(pain);
            person.press("To Today");
        }
    };
    for _ in 0..6 {
        session_at(&mut person, "4");
        assert!(today(&mut person).check_in.is_none());
    }
    session_at(&mut person, "6");
    assert!(today(&mut person).check_in.is_none(), "one day is not a flare yet");
    session_at(&mut person, "6");
    assert_eq!(person.route(), Route::Today, "the second day asks before the session");
    assert!(today(&mut person).check_in.unwrap().why.is_some());
    answer_the_list(&mut person);
    person.press("To Today");
    assert!(today(&mut person).session.unwrap().button.is_some());
    // Once is enough: the same flare does not ask again.
    session_at(&mut person, "5");
    assert!(today(&mut person).check_in.is_none());
}

#[test]
fn a_red_light_stops_and_leads_to_the_list() {
    let mut person = visited("42");
    person.press("See your first five minutes");
    person.press("Start");
    person.wait(40_000);
    person.press("It hurts");
    person.press("A lot, or something new");
    assert_eq!(person.route(), Route::Feedback);
    person.press("Answer the safety questions");
    assert_eq!(person.route(), Route::CheckIn);
    person.press("6");
    person.press("Weakness");
    person.press("Continue");
    assert_eq!(person.route(), Route::Start(Screen::Safety(1)));
    person.toggle("E5");
    // A value has to be picked before going on.
    person.press("Only what I tapped");
    assert_eq!(person.route(), Route::Start(Screen::Safety(1)));
    person.press("The foot or leg will not do its job");
    person.press("Only what I tapped");
    assert_eq!(person.route(), Route::Result);
    let Page::Result(page) = person.page() else { panic!() };
    assert_eq!(page.tier, Some(counterpose_coach::vocabulary::Tier::Emergency));
    person.reload_at("/");
    assert!(today(&mut person).stop.is_some() && today(&mut person).session.is_none());
}

#[test]
fn too_hard_makes_tomorrow_lighter() {
    let mut person = trained();
    let usual = format!("{:?}", today(&mut person).tomorrow.unwrap().paragraphs);
    person.next_day();
    person.press("Nothing new");
    do_session(&mut person, "Too hard", "4");
    let lighter = format!("{:?}", today(&mut person).tomorrow.unwrap().paragraphs);
    assert!(lighter.contains("lighter") && !usual.contains("lighter"), "{lighter}");
    person.next_day();
    person.press("Nothing new");
    let facts = today(&mut person).session.unwrap().facts;
    do_session(&mut person, "About right", "4");
    assert_ne!(today(&mut person).session.unwrap().facts, facts, "and then the usual again");
}

#[test]
fn somebody_awake_after_midnight_is_still_in_yesterday() {
    let mut person = trained();
    let nine = person.now_ms;
    person.now_ms = nine + 18 * 3_600_000;
    person.act(Action::Tick);
    assert!(today(&mut person).check_in.is_none(), "three in the morning");
    person.now_ms = nine + 20 * 3_600_000;
    person.act(Action::Tick);
    assert!(today(&mut person).check_in.is_some(), "five in the morning");
}

#[test]
fn the_safety_net_is_a_tap_away_from_a_session_and_the_session_waits() {
    let mut person = visited("42");
    person.press("See your first five minutes");
    person.press("Start");
    person.wait(20_000);
    person.press("Safety net");
    assert_eq!(person.route(), Route::Safety);
    person.wait(600_000);
    person.press("Back");
    assert_eq!(person.route(), Route::Session);
    assert!(person.session_now().paused, "nothing runs on unseen");
    person.press("Go on");
    person.act(Action::WentTo { path: "/".into() });
    person.press("Go on with your session");
    assert_eq!(person.route(), Route::Session);
}

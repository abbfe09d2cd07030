//! A reload anywhere shows the same page, and a failed append loses nothing.

use counterpose_app::action::{Action, Field, NoticeId};
use counterpose_app::route::Screen;
use counterpose_app::view::Page;
use counterpose_app::{Effect, Route};
use counterpose_journal::port::StoreError;

use crate::first_visit::{about_and_where, days, pain};
use crate::person::Person;

/// The page after a reload is the page before it.
fn reload_shows_the_same(person: &mut Person) {
    let before = person.page();
    person.reload();
    assert_eq!(person.page(), before, "at {:?}", person.route());
}

#[test]
fn a_reload_at_every_screen_of_the_first_visit_shows_the_same_screen() {
    let mut person = Person::at("/nowhere");
    reload_shows_the_same(&mut person);
    assert_eq!(person.route(), Route::Welcome);
    about_and_where(&mut person, "42", "Low back");
    reload_shows_the_same(&mut person);
    pain(&mut person);
    for _ in 0..5 {
        reload_shows_the_same(&mut person);
        if matches!(person.route(), Route::Start(Screen::Safety(_))) {
            person.press("None of these");
        }
    }
    assert_eq!(person.route(), Route::Start(Screen::Days));
    days(&mut person);
    assert_eq!(person.route(), Route::Result);
    reload_shows_the_same(&mut person);
}

#[test]
fn going_back_keeps_what_was_given_even_on_the_screen_that_is_left() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    person.press("7");
    person.press("Back");
    assert_eq!(person.route(), Route::Start(Screen::Where));
    person.press("Continue");
    person.reload();
    let picked = person.page();
    assert!(format!("{picked:?}").contains("id: \"7\", label: \"7\", help: None, picked: true"));
}

#[test]
fn a_failed_append_keeps_the_answers_shows_why_and_goes_through_later() {
    let mut person = Person::new();
    person.failing = Some(StoreError::Full { detail: "QuotaExceededError".into() });
    about_and_where(&mut person, "42", "Low back");
    assert_eq!(person.route(), Route::Start(Screen::Pain));
    assert!(person.kept.is_empty());
    let notices = person.view().frame.notices;
    let notice = notices.iter().find(|notice| notice.id == NoticeId::NotKept).unwrap();
    assert!(notice.advice.as_ref().unwrap().contains("QuotaExceededError"));
    // What could not be kept is in the copy all the same.
    person.press("Save a copy");
    let saved = person.effects.iter().find_map(|effect| match effect {
        Effect::SaveFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    assert!(saved.unwrap().contains("low-back"));
    person.failing = None;
    person.press("Try again");
    assert!(person.view().frame.notices.is_empty());
    let before = person.page();
    person.reload();
    assert_eq!(person.page(), before);
}

#[test]
fn a_journal_that_cannot_be_read_is_said_and_nothing_is_written_over_it() {
    let mut person = Person::new();
    about_and_where(&mut person, "42", "Low back");
    let kept = person.kept.clone();
    let mut client = crate::person::client(crate::person::setup());
    let now = person.moment();
    client.update(Action::Opened { path: "/".into() }, &now);
    let error = StoreError::Corrupt { detail: "bad checksum".into() };
    client.update(Action::JournalRead(Err(error)), &now);
    let view = client.view(&now);
    assert_eq!(view.frame.notices[0].id, NoticeId::NotRead);
    for action in [Action::Begin, Action::Continue, Action::NothingNew, Action::StartSession] {
        assert!(client.update(action, &now).is_empty());
    }
    assert!(client.update(Action::Type { field: Field::Age, text: "7".into() }, &now).is_empty());
    client.update(Action::JournalRead(Ok(kept)), &now);
    assert!(client.state().entries > 0);
}

#[test]
fn a_following_tab_writes_nothing_and_offers_to_take_over() {
    let mut person = Person::new();
    person.act(Action::Writer(false));
    person.act(Action::Begin);
    person.act(Action::Type { field: Field::Age, text: "42".into() });
    person.act(Action::Continue);
    assert!(person.kept.is_empty());
    person.press("Use this tab");
    assert!(person.effects.contains(&Effect::TakeOver));
    person.act(Action::Writer(true));
    about_and_where(&mut person, "42", "Low back");
    assert!(!person.kept.is_empty());
}

/// Into the first session, so many milliseconds after its start.
fn in_the_first_session(ms: i64) -> Person {
    let mut person = crate::first_visit::visited("42");
    person.press("See your first five minutes");
    person.press("4");
    person.press("Start");
    person.wait(ms);
    assert_eq!(person.route(), Route::Session);
    person
}

#[test]
fn a_reload_in_the_middle_of_a_session_goes_on_where_it_stood_after_asking() {
    let mut person = in_the_first_session(90_000);
    let before = person.session_now();
    person.now_ms += 40_000;
    person.reload_at("/");
    assert_eq!(person.route(), Route::Session);
    let after = person.session_now();
    assert!(after.paused, "the clock ran on unseen");
    assert_eq!((&after.exercise, after.step), (&before.exercise, before.step));
    let Page::Session(page) = person.page() else { panic!("no session") };
    assert!(page.question.is_some());
    person.press("Go on");
    for _ in 0..20 {
        if person.route() == Route::Session {
            person.wait(60_000);
        }
    }
    assert_eq!(person.route(), Route::Feedback);
    let done = person.client.state().sessions_done();
    assert_eq!(done.len(), 1, "one session, told once");
    assert_eq!(person.place, None);
}

#[test]
fn a_session_found_again_the_next_day_is_over_and_what_was_done_counts() {
    let mut person = in_the_first_session(90_000);
    person.now_ms += crate::person::DAY_MS;
    person.reload_at("/");
    assert_eq!(person.route(), Route::Today);
    assert_eq!(person.place, None);
    let done = person.client.state().sessions_done();
    let end = &done[0].1.finished.as_ref().unwrap().value;
    assert_eq!(end.ended, counterpose_journal::payload::Ended::Left);
    assert!(end.active_ms >= 60_000, "{}", end.active_ms);
    // Loading again writes nothing more.
    let kept = person.kept.len();
    person.reload_at("/");
    assert_eq!(person.kept.len(), kept);
}

#[test]
fn a_second_tab_never_takes_up_the_session_of_the_first() {
    let person = in_the_first_session(30_000);
    let mut second = Person::new();
    second.kept.clone_from(&person.kept);
    second.client = crate::person::client(crate::person::setup()).with_place(person.place.clone());
    second.act(Action::Opened { path: "/".into() });
    second.act(Action::Writer(false));
    assert_eq!(second.route(), Route::Today);
    assert!(!second.effects.iter().any(|effect| matches!(effect, Effect::KeepAwake(true))));
}

#[test]
fn a_place_that_cannot_be_read_is_left_aside() {
    let mut person = in_the_first_session(30_000);
    person.place = Some("{\"session\": 3".into());
    person.reload_at("/");
    assert_eq!(person.route(), Route::Today);
}

#[test]
fn a_newer_version_is_offered_and_never_let_into_a_running_session() {
    let mut person = in_the_first_session(30_000);
    let abilities = counterpose_app::action::Abilities {
        secure: true,
        local_voice: true,
        wake_lock: true,
        offline_ready: true,
        update_waits: true,
        notifications: counterpose_app::action::Notifications::Missing,
    };
    person.act(Action::Abilities(abilities));
    let offered =
        |person: &mut Person| person.view().frame.notices.iter().any(|notice| notice.id == NoticeId::Update);
    assert!(!offered(&mut person));
    person.act(Action::LetUpdateIn);
    assert!(!person.effects.contains(&Effect::LetUpdateIn));
    person.press("End");
    person.press("End here");
    person.press("About right");
    person.press("3");
    person.press("To Today");
    assert!(offered(&mut person));
    person.press("Reload to use it");
    assert!(person.effects.contains(&Effect::LetUpdateIn));
}

//! A reload anywhere shows the same page, and a failed append loses nothing.

use counterpose_app::action::{Action, Field, NoticeId};
use counterpose_app::route::Screen;
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
    let mut client = counterpose_app::Client::new(crate::person::setup());
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

//! A household's server wants a log-in: the person is led there once, and everything works without it.

use counterpose_app::account::{Event, Form, Question};
use counterpose_app::action::Action;
use counterpose_app::sync::{self, Failure, Order, Request};
use counterpose_app::view::{AccountPage, Page};
use counterpose_app::{Effect, Route};
use counterpose_journal::sync::Problem;

use crate::first_visit::visited;
use crate::person::{Person, pressable};

fn problem(name: &str, status: u16) -> Problem {
    let kind = format!("/problems/{name}");
    Problem { kind, title: "t".into(), status, detail: "d".into(), entry: None }
}

/// Answers every question of the sync with "log in", and says how many there were.
fn refuse_sync(person: &mut Person) -> usize {
    let mut count = 0;
    for effect in std::mem::take(&mut person.effects) {
        if let Effect::Sync(Order::Ask { ticket, request }) = effect {
            assert_eq!(request, Request::Hello);
            count += 1;
            let failure = Failure::Refused { problem: Box::new(problem("log-in-needed", 401)) };
            person.quietly(Action::Sync(sync::Event::Replied { ticket, reply: Err(failure) }));
        }
    }
    count
}

fn asked(person: &mut Person) -> Vec<Question> {
    let effects = std::mem::take(&mut person.effects);
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Account(question) => Some(question),
            _ => None,
        })
        .collect()
}

fn answer(person: &mut Person, question: Question, status: u16, body: &str) {
    let reply = Some((status, body.to_owned()));
    let origin = "https://nuc.test".to_owned();
    person.quietly(Action::Account(Event::Replied { question, reply, origin }));
}

fn refused(name: &str, status: u16) -> String {
    serde_json::to_string(&problem(name, status)).unwrap()
}

fn account_page(person: &mut Person) -> AccountPage {
    match person.page() {
        Page::Account(page) => *page,
        other => panic!("no page of accounts: {other:?}"),
    }
}

fn send(person: &mut Person, form: Form, values: [&str; 2]) {
    let values = values.map(str::to_owned).to_vec();
    person.act(Action::Account(Event::Sent { form, values }));
}

#[test]
fn a_new_device_is_led_to_the_log_in_once_and_may_go_on_without() {
    let mut person = Person::new();
    assert_eq!(person.route(), Route::Welcome);
    assert_eq!(refuse_sync(&mut person), 1);
    assert_eq!(person.route(), Route::Account);
    assert_eq!(asked(&mut person), [Question::Look]);
    answer(&mut person, Question::Look, 401, &refused("log-in-needed", 401));
    person.press("Go on without");
    assert_eq!(person.route(), Route::Welcome);
    refuse_sync(&mut person);
    assert_eq!(person.route(), Route::Welcome, "led there twice");
    // The way to it stays open, and nothing is in the way.
    let offered = pressable(&person.view());
    assert!(offered.iter().any(|(words, action)| words == "Log in" && *action == Action::Go(Route::Account)));
}

#[test]
fn logging_in_starts_the_copying_and_a_wrong_password_is_told() {
    let mut person = visited("42");
    refuse_sync(&mut person);
    assert_eq!(person.route(), Route::Result, "somebody with a journal is led nowhere");
    person.press("Log in");
    let _look = asked(&mut person);
    answer(&mut person, Question::Look, 401, &refused("log-in-needed", 401));
    let kept = person.kept.len();
    send(&mut person, Form::LogIn, ["Anna", ""]);
    assert!(account_page(&mut person).problem.unwrap().contains("both"));
    send(&mut person, Form::LogIn, ["Anna", "wrong"]);
    let question = asked(&mut person).remove(0);
    answer(&mut person, question, 401, &refused("log-in-failed", 401));
    let page = account_page(&mut person);
    assert!(page.problem.unwrap().contains("do not belong together"));
    assert_eq!(page.forms[0].fields[0].text, "Anna");
    assert_eq!(page.forms[0].fields[1].text, "");
    send(&mut person, Form::LogIn, ["Anna", "right"]);
    let question = asked(&mut person).remove(0);
    answer(&mut person, question, 200, "{}");
    assert_eq!(person.route(), Route::Today);
    let asks = |effect: &Effect| matches!(effect, Effect::Sync(Order::Ask { request: Request::Hello, .. }));
    assert!(person.effects.iter().any(asks), "the server is not asked anew");
    assert_eq!(person.kept.len(), kept, "logging in is nothing for the journal");
}

#[test]
fn a_link_makes_an_account_and_leaves_the_address_bar() {
    let mut person = Person::at("/invitation/0a1b2c");
    let token = "0a1b2c".to_owned();
    assert_eq!(asked(&mut person), [Question::LookAt { token: token.clone() }]);
    assert!(account_page(&mut person).forms.is_empty());
    answer(&mut person, Question::LookAt { token: token.clone() }, 200, r#"{"name":null,"ends_ms":1}"#);
    let form = account_page(&mut person).forms.remove(0).form;
    send(&mut person, form, ["Bert", "kettle-orbit-fern"]);
    let question = asked(&mut person).remove(0);
    assert_eq!(question.path(), "/api/v1/account/invitations/accept");
    answer(&mut person, question, 200, "{}");
    let left = Effect::Navigate { route: Route::Welcome, replace: true };
    assert!(person.effects.contains(&left), "{:?}", person.effects);

    let mut late = Person::at("/invitation/0a1b2c");
    let _look = asked(&mut late);
    answer(&mut late, Question::LookAt { token }, 404, &refused("no-invitation", 404));
    let page = account_page(&mut late);
    assert!(page.forms.is_empty() && page.problem.unwrap().contains("not good any more"));
}

#[test]
fn devices_are_shown_and_one_is_logged_out() {
    let mut person = visited("42");
    person.act(Action::Go(Route::Account));
    let _look = asked(&mut person);
    let said = r#"{"person":"00000000-0000-0000-0000-000000000070","name":"Anna","may_invite":true,"devices":[
        {"id":"00000000-0000-0000-0000-000000000001","label":"Firefox, Linux","made_ms":1,"seen_ms":1795342920000,"this":true},
        {"id":"00000000-0000-0000-0000-000000000002","label":"?","made_ms":1,"seen_ms":1795342920000,"this":false}
    ]}"#;
    answer(&mut person, Question::Look, 200, said);
    let page = account_page(&mut person);
    assert!(page.heading.contains("Anna"));
    assert_eq!(page.cards[0].points.len(), 2);
    let label = page.cards[0].buttons[0].label.clone();
    assert!(label.contains("A device") && label.contains("22"), "{label}");
    person.press(&label);
    let question = asked(&mut person).remove(0);
    assert!(matches!(question, Question::EndDevice(Some(_))));
    answer(&mut person, question, 200, r#"{"ended":1}"#);
    assert_eq!(asked(&mut person), [Question::Look]);
    answer(&mut person, Question::Look, 200, said);
    person.press("Make a link");
    answer(&mut person, Question::Invite, 200, r##"{"path":"/#/invitation/ab","ends_ms":1}"##);
    let link = "https://nuc.test/#/invitation/ab".to_owned();
    assert!(account_page(&mut person).cards.iter().any(|card| card.points.contains(&link)));
}

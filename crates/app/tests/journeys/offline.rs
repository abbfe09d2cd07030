//! Without a network everything works and is kept; when it is back, both sides hold the union, each entry once.

use counterpose_app::action::{Action, NoticeId};
use counterpose_app::sync::{Answer, Event, Failure, Order, Reply, Request};
use counterpose_app::view::Page;
use counterpose_app::{Effect, Route};
use counterpose_journal::sync::{
    BATCH_MAX, BODY_MAX_BYTES, Hello, PROTOCOL, PROTOCOL_OLDEST, Pulled, Pushed,
};
use counterpose_journal::{Cursor, Entry, fold};
use uuid::Uuid;

use crate::first_visit::{about_and_where, days, no_to_all, pain, visited};
use crate::person::Person;

/// A server that keeps one journal, while it can be reached.
#[derive(Default)]
struct Server {
    entries: Vec<Entry>,
    reachable: bool,
    asked: usize,
}

const KEEPER: Uuid = Uuid::from_u128(0x5e);
const OWNER: Uuid = Uuid::from_u128(0x0e);

impl Server {
    fn answer(&mut self, request: &Request) -> Reply {
        self.asked += 1;
        if !self.reachable {
            return Err(Failure::Unreachable);
        }
        Ok(match request {
            Request::Hello => Answer::Hello(Hello {
                protocol: PROTOCOL,
                protocol_oldest: PROTOCOL_OLDEST,
                program: "0.1.0".into(),
                keeper: KEEPER,
                person: OWNER,
                account: None,
                schema: 1,
                batch_max: BATCH_MAX,
                body_max_bytes: BODY_MAX_BYTES,
            }),
            Request::Push { entries, .. } => {
                let mut added = 0;
                for entry in entries {
                    if self.entries.iter().all(|known| known.id != entry.id) {
                        self.entries.push(entry.clone());
                        added += 1;
                    }
                }
                Answer::Pushed(Pushed { keeper: KEEPER, added, known: entries.len() - added })
            }
            Request::Pull { after, limit, .. } => {
                let from = usize::try_from(after.0).unwrap().min(self.entries.len());
                let to = (from + limit).min(self.entries.len());
                Answer::Pulled(Pulled {
                    keeper: KEEPER,
                    entries: self.entries[from..to].to_vec(),
                    cursor: Cursor(to as u64),
                    more: to < self.entries.len(),
                })
            }
        })
    }

    /// Carries out the orders a device has given since it was last looked at, until it asks no more.
    fn serve(&mut self, person: &mut Person) -> Option<u64> {
        let mut wait = None;
        for _ in 0..200 {
            let orders = orders(person);
            if orders.is_empty() {
                return wait;
            }
            for order in orders {
                match order {
                    Order::Ask { ticket, request } => {
                        let reply = self.answer(&request);
                        person.quietly(Action::Sync(Event::Replied { ticket, reply }));
                    }
                    Order::Wait { ticket, .. } => wait = Some(ticket),
                    Order::Save(_) => {}
                    Order::Keep { .. } => panic!("what is to be kept comes as an append"),
                }
            }
        }
        panic!("the device and the server never come to rest");
    }
}

fn orders(person: &mut Person) -> Vec<Order> {
    let effects = std::mem::take(&mut person.effects);
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Sync(order) => Some(order),
            _ => None,
        })
        .collect()
}

fn asks(person: &mut Person) -> usize {
    orders(person).iter().filter(|order| matches!(order, Order::Ask { .. })).count()
}

#[test]
fn a_first_visit_without_a_network_asks_nobody_and_is_whole_when_it_is_back() {
    let mut person = Person::new();
    let mut server = Server { reachable: true, ..Server::default() };
    let _ = orders(&mut person);
    person.act(Action::Online(false));
    about_and_where(&mut person, "42", "Low back");
    pain(&mut person);
    no_to_all(&mut person);
    days(&mut person);
    assert_eq!(asks(&mut person), 0);
    assert!(person.view().frame.notices.is_empty(), "being offline is no problem");
    person.press("See your first five minutes");
    person.press("Start");
    person.wait(30_000);
    assert_eq!(person.route(), Route::Session);

    person.act(Action::Online(true));
    server.serve(&mut person);
    assert_eq!(fold(&server.entries), fold(&person.kept));
    assert_eq!(person.route(), Route::Session, "the session goes on");
}

#[test]
fn a_session_with_the_network_cut_in_the_middle_is_on_the_server_once_afterwards() {
    let mut person = visited("42");
    let mut server = Server { reachable: true, ..Server::default() };
    server.serve(&mut person);
    let before = server.entries.len();
    person.press("See your first five minutes");
    person.press("Start");
    server.serve(&mut person);
    // The cable is pulled; the browser notices nothing.
    server.reachable = false;
    for _ in 0..12 {
        if person.route() == Route::Session {
            person.wait(60_000);
        }
        server.serve(&mut person);
    }
    assert_eq!(person.route(), Route::Feedback);
    person.press("About right");
    person.press("4");
    person.press("To Today");
    let wait = server.serve(&mut person);
    assert!(server.entries.len() < person.kept.len());
    assert!(person.view().frame.notices.iter().all(|notice| notice.id != NoticeId::SyncProblem));

    server.reachable = true;
    let ticket = wait.unwrap_or_default();
    person.act(Action::Sync(Event::TimeUp { ticket }));
    person.act(Action::Online(true));
    server.serve(&mut person);
    assert!(server.entries.len() > before);
    assert_eq!(server.entries.len(), person.kept.len(), "each entry once");
    assert_eq!(fold(&server.entries), fold(&person.kept));
    let Page::Settings(page) = ({
        person.act(Action::Go(Route::Settings));
        person.page()
    }) else {
        panic!("not the settings")
    };
    assert!(page.data.paragraphs.iter().any(|line| line.contains("copy lies on the server")), "{page:?}");
}

#[test]
fn a_second_device_goes_on_where_the_first_left_off() {
    let mut first = visited("42");
    let mut server = Server { reachable: true, ..Server::default() };
    server.serve(&mut first);
    let mut second = Person::with_device(9);
    assert_eq!(second.route(), Route::Welcome);
    server.serve(&mut second);
    assert_eq!(fold(&second.kept), fold(&first.kept), "what arrived is kept before it counts");
    assert_eq!(second.route(), Route::Today);
    second.now_ms = first.now_ms + 60_000;
    second.act(Action::WentTo { path: "/result".into() });
    first.act(Action::WentTo { path: "/result".into() });
    assert_eq!(second.page(), first.page());
    // Both change something; each hears of it.
    second.act(Action::Set(counterpose_app::action::Setting::Tones(false)));
    server.serve(&mut second);
    first.act(Action::Set(counterpose_app::action::Setting::Voice(false)));
    server.serve(&mut first);
    second.act(Action::Online(true));
    server.serve(&mut second);
    assert_eq!(fold(&second.kept), fold(&first.kept));
}

#[test]
fn a_tab_that_only_follows_leaves_the_server_alone() {
    let mut person = visited("42");
    let _ = orders(&mut person);
    person.act(Action::Writer(false));
    person.act(Action::Online(true));
    person.act(Action::OtherTabWrote);
    assert_eq!(asks(&mut person), 0);
}

#[test]
fn entries_that_cannot_be_kept_here_are_asked_for_again_and_not_shown_before() {
    let mut first = visited("42");
    let mut server = Server { reachable: true, ..Server::default() };
    server.serve(&mut first);
    let mut second = Person::with_device(9);
    second.failing = Some(counterpose_journal::StoreError::Full { detail: "quota".into() });
    let wait = server.serve(&mut second);
    assert_eq!(second.client.state().entries, 0);
    second.failing = None;
    for _ in 0..3 {
        let ticket = wait.unwrap_or_default();
        second.act(Action::Sync(Event::TimeUp { ticket }));
        server.serve(&mut second);
    }
    second.act(Action::Online(true));
    server.serve(&mut second);
    assert_eq!(fold(&second.kept), fold(&first.kept));
}

#[test]
fn on_a_host_for_plain_files_no_server_is_ever_asked() {
    let mut person = Person::without_server();
    person.act(Action::Online(false));
    person.act(Action::Online(true));
    let mut server = Server { reachable: true, ..Server::default() };
    server.serve(&mut person);
    assert_eq!(server.asked, 0);
    person.act(Action::Go(Route::Settings));
    let Page::Settings(page) = person.page() else { panic!("not the settings") };
    assert!(page.data.paragraphs.iter().any(|line| line.contains("no server behind this page")), "{page:?}");
}

//! The client's sync machine against the real server over loopback: devices meet, the server dies and comes back,
//! an old backup is restored, answers are lost.

use std::net::SocketAddr;

use counterpose_app::sync::{Event, Failure, Order, Progress, Reply, Request, Sync};
use counterpose_journal::contract::{erasure as erasing, sample, since};
use counterpose_journal::sync::BATCH_MAX;
use counterpose_journal::{Entry, erasure};
use counterpose_testkit::http::ask;

use super::{Scratch, Server, run};

/// A browser, as far as sync can tell.
struct Device {
    sync: Sync,
    entries: Vec<Entry>,
    saved: Option<Progress>,
    waiting: Option<u64>,
    asked: usize,
}

impl Device {
    fn new() -> Self {
        Self { sync: Sync::new(None), entries: Vec::new(), saved: None, waiting: None, asked: 0 }
    }

    /// The page is loaded anew, with what was saved.
    fn reload(&mut self) {
        self.sync = Sync::new(self.saved.clone());
        self.waiting = None;
    }

    /// Looks at the server until the machine rests. Every `lose`th answer is lost on its way.
    fn look(&mut self, address: SocketAddr, lose: usize) {
        let mut events = vec![Event::Go];
        while let Some(event) = events.pop() {
            for order in self.sync.update(event, &self.entries, 1) {
                match order {
                    Order::Ask { ticket, request } => {
                        self.asked += 1;
                        let reply = carry(address, &request);
                        if lose == 0 || !self.asked.is_multiple_of(lose) {
                            events.push(Event::Replied { ticket, reply });
                        }
                    }
                    Order::Keep { ticket, entries } => {
                        self.entries.extend(entries);
                        if erasure::forget(&mut self.entries) {
                            self.sync.forgot();
                        }
                        events.push(Event::Kept { ticket });
                    }
                    Order::Save(progress) => self.saved = Some(progress),
                    Order::Wait { ticket, .. } => self.waiting = Some(ticket),
                }
            }
            if events.is_empty() && !self.settled() && self.asked < 500 {
                // The wait for a lost answer, or for another try, is over.
                events.extend(self.waiting.take().map(|ticket| Event::TimeUp { ticket }));
            }
        }
    }

    fn settled(&self) -> bool {
        self.sync.status(&self.entries).settled
    }

    fn ids(&self) -> Vec<u128> {
        let mut ids: Vec<u128> = self.entries.iter().map(|entry| entry.id.as_u128()).collect();
        ids.sort_unstable();
        ids
    }
}

fn carry(address: SocketAddr, request: &Request) -> Reply {
    let body = request.body();
    let headers: &[(&str, &str)] = if body.is_some() { &[("Content-Type", "application/json")] } else { &[] };
    match ask(address, request.method(), &request.path(), headers, body.unwrap_or_default().as_bytes()) {
        Ok(answer) => request.read(answer.status, &answer.text()),
        Err(_) => Err(Failure::Unreachable),
    }
}

fn samples(numbers: core::ops::Range<u64>) -> Vec<Entry> {
    numbers.map(sample).collect()
}

#[test]
fn two_devices_and_a_server_come_to_the_union() {
    let scratch = Scratch::new("union");
    let server = Server::start(&scratch.data());
    let (mut phone, mut desk) = (Device::new(), Device::new());
    phone.entries = samples(0..1200);
    desk.entries = samples(1100..1300);
    phone.look(server.address, 0);
    desk.look(server.address, 0);
    phone.look(server.address, 0);
    assert!(phone.settled() && desk.settled());
    assert_eq!(phone.ids(), desk.ids());
    assert_eq!(phone.entries.len(), 1300);
    assert_eq!(server.everything().len(), 1300);

    // Nothing new: one hello, one look, after a reload too.
    phone.reload();
    let asked = phone.asked;
    phone.look(server.address, 0);
    assert_eq!(phone.asked - asked, 2);
    assert!(phone.settled());
}

#[test]
fn lost_answers_cost_time_and_nothing_else() {
    let scratch = Scratch::new("lost");
    let server = Server::start(&scratch.data());
    for lose in [2, 3, 4] {
        let mut device = Device::new();
        device.entries = samples(lose as u64 * 2000..lose as u64 * 2000 + 700);
        device.look(server.address, lose);
        assert!(device.settled(), "losing every {lose}th: {:?}", device.sync.status(&device.entries));
    }
    let mut reader = Device::new();
    reader.look(server.address, 0);
    assert_eq!(reader.entries.len(), 2100);
}

#[test]
fn a_server_that_dies_and_one_restored_from_an_old_backup_are_caught_up() {
    let scratch = Scratch::new("dies");
    let backup = scratch.file("old.db");
    let mut server = Server::start(&scratch.data());
    let mut phone = Device::new();
    phone.entries = samples(0..30);
    phone.look(server.address, 0);
    assert!(run(&scratch.data(), &["backup", backup.to_str().unwrap()]).status.success());
    phone.entries.extend(samples(30..60));
    phone.look(server.address, 0);
    assert_eq!(server.everything().len(), 60);

    server.kill();
    phone.entries.push(sample(60));
    phone.look(server.address, 0);
    assert!(!phone.settled());
    assert_eq!(phone.sync.status(&phone.entries).failure, Some(Failure::Unreachable));
    assert_eq!(phone.entries.len(), 61, "nothing is lost while the server is away");

    assert!(run(&scratch.data(), &["restore", backup.to_str().unwrap()]).status.success());
    let server = Server::start(&scratch.data());
    assert_eq!(server.everything().len(), 30);
    phone.asked = 0;
    phone.look(server.address, 0);
    assert!(phone.settled());
    assert_eq!(server.everything().len(), 61, "the phone brought back what the backup lacked");
}

/// A year at fifteen entries a day passed without the phone; it wrote a week's worth itself. It asks in bounded batches
/// and has everything. Then somebody erases everything while it is away for another year, and it forgets.
#[test]
fn a_phone_that_was_off_for_a_year_catches_up_and_forgets_what_was_erased() {
    const YEAR: u64 = 365 * 15;
    let scratch = Scratch::new("year");
    let server = Server::start(&scratch.data());
    let mut phone = Device::new();
    phone.entries = samples(0..100);
    phone.look(server.address, 0);
    phone.entries.extend(samples(100_000..100_100));
    for batch in samples(1000..1000 + YEAR).chunks(BATCH_MAX) {
        assert_eq!(server.push(batch).unwrap().status, 200);
    }
    phone.reload();
    phone.asked = 0;
    phone.look(server.address, 5);
    assert!(phone.settled(), "{:?}", phone.sync.status(&phone.entries));
    assert_eq!(phone.entries.len() as u64, YEAR + 200);
    let pages = usize::try_from(YEAR).unwrap() / BATCH_MAX + 1;
    assert!(phone.asked <= 2 * (pages + 4), "{} questions for {pages} pages", phone.asked);
    assert_eq!(server.everything().len() as u64, YEAR + 200);

    let gone = erasing(1_000_000, 0);
    assert_eq!(server.push(&[gone.clone(), since(&gone, 300_000)]).unwrap().status, 200);
    phone.entries.extend(samples(200_000..200_050));
    phone.reload();
    phone.look(server.address, 0);
    assert!(phone.settled(), "{:?}", phone.sync.status(&phone.entries));
    assert_eq!(phone.entries, [gone.clone(), since(&gone, 300_000)]);
    assert_eq!(server.everything(), [gone, since(&erasing(1_000_000, 0), 300_000)]);
}

#[test]
fn a_device_moved_to_another_server_brings_everything_along() {
    let (old, new) = (Scratch::new("old"), Scratch::new("new"));
    let mut device = Device::new();
    device.entries = samples(0..10);
    device.look(Server::start(&old.data()).address, 0);
    let second = Server::start(&new.data());
    second.push(&samples(5..20)).unwrap();
    device.reload();
    device.look(second.address, 0);
    assert!(device.settled());
    assert_eq!(device.entries.len(), 20);
    assert_eq!(second.everything().len(), 20);
}

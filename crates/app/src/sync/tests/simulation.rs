//! Thousands of random schedules of one server and a few devices over the worst network there is: messages are
//! dropped, repeated, reordered, delayed and cut in the middle; devices crash and forget; the server is restored
//! from an old backup, or becomes another person's; somebody erases everything while others write on unaware. When the
//! network is well again, all must end at the union, without what an erasure took.

use std::collections::BTreeSet;

use counterpose_journal::contract::{erasure as erasing, sample};
use counterpose_journal::sync::{Hello, PROTOCOL, Problem, Pulled, Pushed};
use counterpose_journal::{MemoryStore, StoreError, erasure, merge};

use super::super::*;

/// A small deterministic source of chance (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Chance(pub u64);

impl Chance {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or(0)
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[derive(Clone, Debug)]
struct Server {
    keeper: Uuid,
    person: Uuid,
    batch_max: usize,
    store: MemoryStore,
}

impl Server {
    fn log(&self) -> Vec<Entry> {
        self.store.read_now(self.person, Cursor(0), usize::MAX).entries
    }

    /// A keeper of its own with the same entries.
    fn copy(&self) -> Self {
        let store = MemoryStore::new();
        store.append_now(self.person, &self.log()).unwrap();
        Self { store, ..self.clone() }
    }

    fn answer(&mut self, request: &Request) -> Reply {
        match request {
            Request::Hello => Ok(Answer::Hello(Hello {
                protocol: PROTOCOL,
                protocol_oldest: PROTOCOL,
                program: "1.0.0".to_owned(),
                keeper: self.keeper,
                person: self.person,
                account: None,
                schema: 1,
                batch_max: self.batch_max,
                body_max_bytes: 3000,
            })),
            Request::Push { person, .. } | Request::Pull { person, .. } if *person != self.person => {
                Err(refusal(404, None))
            }
            Request::Push { entries, .. } => {
                assert!(entries.len() <= self.batch_max, "a batch of {} entries", entries.len());
                match self.store.append_now(self.person, entries) {
                    Ok(done) => Ok(Answer::Pushed(Pushed {
                        keeper: self.keeper,
                        added: done.added,
                        known: done.known,
                    })),
                    Err(StoreError::Conflict { id }) => Err(refusal(409, Some(id))),
                    Err(error) => panic!("{error}"),
                }
            }
            Request::Pull { after, limit, .. } => {
                assert!(*limit <= self.batch_max, "a page of {limit} entries");
                let page = self.store.read_now(self.person, *after, *limit);
                Ok(Answer::Pulled(Pulled {
                    keeper: self.keeper,
                    entries: page.entries,
                    cursor: page.cursor,
                    more: page.more,
                }))
            }
        }
    }
}

pub(super) fn refusal(status: u16, entry: Option<Uuid>) -> Failure {
    let text = || "a test".to_owned();
    Failure::Refused {
        problem: Box::new(Problem { kind: text(), title: text(), status, detail: text(), entry }),
    }
}

#[derive(Clone, Debug)]
enum Message {
    /// On its way to the server.
    There { device: usize, life: u32, ticket: u64, request: Request },
    /// On its way back.
    Back { device: usize, life: u32, ticket: u64, reply: Reply },
    /// Being written on the device.
    Keep { device: usize, life: u32, ticket: u64, entries: Vec<Entry> },
    /// A wait.
    Wait { device: usize, life: u32, ticket: u64 },
}

struct Device {
    life: u32,
    sync: Sync,
    entries: Vec<Entry>,
    saved: Vec<Progress>,
}

struct World {
    chance: Chance,
    server: Server,
    backup: Server,
    devices: Vec<Device>,
    messages: Vec<Message>,
    /// Everything that anybody ever wrote.
    made: Vec<Entry>,
}

/// As the client does: what is new goes in, and what an erasure takes goes out.
fn take_in(device: &mut Device, entries: &[Entry]) {
    for entry in entries {
        if !device.entries.iter().any(|known| known.id == entry.id) {
            device.entries.push(entry.clone());
        }
    }
    if erasure::forget(&mut device.entries) {
        device.sync.forgot();
    }
}

impl World {
    fn new(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let server = Server {
            keeper: Uuid::from_u128(u128::from(chance.next()) | 1),
            person: Uuid::from_u128(0xa),
            batch_max: 1 + chance.below(5),
            store: MemoryStore::new(),
        };
        let devices = (0..=chance.below(3))
            .map(|_| Device { life: 0, sync: Sync::new(None), entries: Vec::new(), saved: Vec::new() })
            .collect();
        Self { chance, backup: server.copy(), server, devices, messages: Vec::new(), made: Vec::new() }
    }

    fn tell(&mut self, index: usize, event: Event) {
        let chance = self.chance.next();
        let device = &mut self.devices[index];
        for order in device.sync.update(event, &device.entries, chance) {
            let life = device.life;
            match order {
                Order::Ask { ticket, request } => {
                    self.messages.push(Message::There { device: index, life, ticket, request });
                }
                Order::Keep { ticket, entries } => {
                    self.messages.push(Message::Keep { device: index, life, ticket, entries });
                }
                Order::Save(progress) => device.saved.push(progress),
                Order::Wait { ticket, .. } => {
                    // A later wait replaces an earlier one.
                    self.messages.retain(
                        |message| !matches!(message, Message::Wait { device, .. } if *device == index),
                    );
                    self.messages.push(Message::Wait { device: index, life, ticket });
                }
            }
        }
    }

    fn deliver(&mut self, message: Message) {
        match message {
            Message::There { device, life, ticket, request } => {
                let reply = self.server.answer(&request);
                self.messages.push(Message::Back { device, life, ticket, reply });
            }
            Message::Back { device, life, ticket, reply } => {
                if self.devices[device].life == life {
                    self.tell(device, Event::Replied { ticket, reply });
                }
            }
            Message::Keep { device, life, ticket, entries } => {
                // Writing may end after the crash of the page that asked for it, and twice.
                take_in(&mut self.devices[device], &entries);
                if self.devices[device].life == life {
                    self.tell(device, Event::Kept { ticket });
                }
            }
            Message::Wait { device, life, ticket } => {
                if self.devices[device].life == life {
                    self.tell(device, Event::TimeUp { ticket });
                }
            }
        }
    }

    fn write(&mut self, index: usize) {
        let number = self.made.len() as u64 + 1;
        let seen = self.devices[index].entries.iter().map(|entry| entry.lamport).max().unwrap_or(0);
        self.keep(index, Entry { lamport: seen + 1, ..sample(number) });
    }

    /// Everything the device knows of, and whatever others wrote without knowing, shall be forgotten.
    fn erase(&mut self, index: usize) {
        let number = self.made.len() as u64 + 1;
        let seen = self.devices[index].entries.iter().map(|entry| entry.lamport).max().unwrap_or(0);
        self.keep(index, erasing(seen, number));
    }

    fn keep(&mut self, index: usize, entry: Entry) {
        take_in(&mut self.devices[index], std::slice::from_ref(&entry));
        self.made.push(entry);
        self.tell(index, Event::Go);
    }

    fn crash(&mut self, index: usize) {
        // A write under way may be lost or still end; what is remembered may be the last that was saved, an earlier one, or nothing.
        let lost = self.chance.percent(50);
        self.messages
            .retain(|message| !matches!(message, Message::Keep { device, .. } if lost && *device == index));
        let saved = &self.devices[index].saved;
        let pick = self.chance.below(saved.len() + 2);
        let remembered = saved.get(pick).or(saved.last()).filter(|_| pick != saved.len()).cloned();
        let device = &mut self.devices[index];
        device.life += 1;
        device.sync = Sync::new(remembered);
        self.tell(index, Event::Go);
    }

    /// The server goes back to its backup.
    fn restore(&mut self) {
        let keeper = Uuid::from_u128(u128::from(self.chance.next()) | 1);
        self.server = Server { keeper, ..self.backup.copy() };
    }

    /// One step of bad weather: a third of what is under way is lost or comes twice, writing included.
    fn storm(&mut self) {
        let device = self.chance.below(self.devices.len());
        match self.chance.below(40) {
            0..8 => self.write(device),
            8 => self.crash(device),
            9 => self.tell(device, Event::Offline),
            10 | 11 => self.tell(device, Event::Go),
            12 => self.backup = self.server.copy(),
            13 if self.chance.percent(30) => self.restore(),
            14 if self.chance.percent(20) => {
                let person = Uuid::from_u128(u128::from(self.chance.next()) | 1);
                self.server =
                    Server { keeper: person, person, store: MemoryStore::new(), ..self.server.clone() };
            }
            15 if self.chance.percent(30) => self.erase(device),
            _ if !self.messages.is_empty() => {
                let at = self.chance.below(self.messages.len());
                let network = !matches!(self.messages[at], Message::Wait { .. });
                if network && self.chance.percent(15) {
                    self.messages.swap_remove(at);
                } else if network && self.chance.percent(15) {
                    self.deliver(self.messages[at].clone());
                } else {
                    let message = self.messages.swap_remove(at);
                    self.deliver(message);
                }
            }
            _ => self.write(device),
        }
    }

    /// The network is well: everything arrives, once and in order; waits end when nothing else is under way.
    fn calm(&mut self) {
        for index in 0..self.devices.len() {
            self.tell(index, Event::Go);
        }
        for _ in 0..20_000 {
            if self.agreed() {
                return;
            }
            let first = self.messages.iter().position(|message| !matches!(message, Message::Wait { .. }));
            match first.or(if self.messages.is_empty() { None } else { Some(0) }) {
                Some(at) => {
                    let message = self.messages.remove(at);
                    self.deliver(message);
                }
                None => panic!("everybody sleeps for ever"),
            }
        }
        panic!("no agreement");
    }

    fn agreed(&self) -> bool {
        let log = ids(&self.server.log());
        self.devices
            .iter()
            .all(|device| device.sync.status(&device.entries).settled && ids(&device.entries) == log)
    }

    fn check(&self, seed: u64) {
        let everything = ids(&merge::union(&self.made, &[]));
        let log = self.server.log();
        assert_eq!(ids(&log), everything, "seed {seed}: the server");
        assert_eq!(log.len(), everything.len(), "seed {seed}: the server has some twice");
        for device in &self.devices {
            assert_eq!(ids(&device.entries), everything, "seed {seed}: a device");
            assert_eq!(device.entries.len(), everything.len(), "seed {seed}: a device has some twice");
            let status = device.sync.status(&device.entries);
            assert!(
                status.settled && status.set_aside == 0 && status.refused_here == 0,
                "seed {seed}: {status:?}"
            );
        }
    }
}

fn ids(entries: &[Entry]) -> BTreeSet<Uuid> {
    entries.iter().map(|entry| entry.id).collect()
}

/// How many schedules; more can be asked for with `COUNTERPOSE_SYNC_SCHEDULES`.
fn schedules() -> u64 {
    std::env::var("COUNTERPOSE_SYNC_SCHEDULES").ok().and_then(|text| text.parse().ok()).unwrap_or(4_000)
}

#[test]
fn every_schedule_ends_at_the_union() {
    for seed in 0..schedules() {
        let mut world = World::new(seed);
        let steps = 10 + world.chance.below(150);
        for index in 0..world.devices.len() {
            world.tell(index, Event::Go);
        }
        for _ in 0..steps {
            world.storm();
        }
        if world.chance.percent(30) {
            world.restore();
        }
        world.calm();
        world.check(seed);
    }
}

//! Bringing this device's journal and the server's to their union, as a pure state machine.
//!
//! It says what to ask next and takes what came back, in whatever order, however often and however late. Pushing is
//! a union and pulling only reads, so repeating is harmless; progress is a cursor that is moved only after what it
//! covers is kept on this side. What it does not do: touch a network or a clock. Delays leave as orders.
//!
//! A shell carries out each [`Order::Ask`] with the method, path and body of its [`Request`], and turns whatever
//! happened into a [`Reply`] with [`Request::read`].

mod message;
mod progress;

use std::collections::BTreeSet;

use counterpose_journal::sync::{BATCH_MAX, BODY_MAX_BYTES, Hello, PROTOCOL, PROTOCOL_OLDEST, Pulled};
use counterpose_journal::{Cursor, Entry};
use uuid::Uuid;

pub use message::{Answer, Failure, Reply, Request};
pub use progress::Progress;

/// How long an answer may take before the question counts as lost.
pub const ANSWER_WITHIN_MS: u32 = 20_000;
/// How long until the server is asked again when all is done.
pub const LOOK_AGAIN_MS: u32 = 30_000;
/// The first delay after a failure; each further failure doubles it.
pub const BACKOFF_FIRST_MS: u32 = 1_000;
/// The longest delay after a failure.
pub const BACKOFF_LONGEST_MS: u32 = 300_000;
/// The delay after a refusal that waiting will hardly change.
pub const REFUSED_MS: u32 = 3_600_000;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Look now: the app was opened or shown, the network came back, or the journal grew.
    Go,
    /// Somebody logged in or out: the server is asked anew who it is and whose journal it gives.
    Forget,
    /// What is on this device may go to the person the server names now, though it was another's before.
    Adopt,
    /// The network is gone; nothing is asked until [`Event::Go`].
    Offline,
    /// A question was answered, or failed.
    Replied {
        /// The ticket of the question.
        ticket: u64,
        /// What came of it.
        reply: Reply,
    },
    /// What [`Order::Keep`] asked for is kept and survives a crash. Send it too when it had been kept before.
    Kept {
        /// The ticket of the order.
        ticket: u64,
    },
    /// The time of an [`Order::Wait`] is up.
    TimeUp {
        /// The ticket of the wait.
        ticket: u64,
    },
}

/// Something the client is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Ask the server; answer with [`Event::Replied`].
    Ask {
        /// Names the question in its answer.
        ticket: u64,
        /// The question.
        request: Request,
    },
    /// Keep these entries; answer with [`Event::Kept`] when they are. A failure needs no answer: they are asked for
    /// again.
    Keep {
        /// Names the order in its answer.
        ticket: u64,
        /// New to this device, and checked.
        entries: Vec<Entry>,
    },
    /// Remember this for the next start, where convenient: losing it costs time, never entries.
    Save(Progress),
    /// Send [`Event::TimeUp`] after this time. A later wait replaces it.
    Wait {
        /// Names the wait in its answer.
        ticket: u64,
        /// How long.
        delay_ms: u32,
    },
}

#[derive(Clone, Debug, PartialEq)]
enum Phase {
    /// No network.
    Offline,
    /// Nothing to do until something happens.
    Resting,
    /// A question is under way.
    Asking { ticket: u64, asked: Asked },
    /// Pulled entries are being kept.
    Keeping { ticket: u64, cursor: Cursor, more: bool },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Asked {
    Hello,
    /// These many entries of the journal are at the server once it says yes.
    Push {
        through: usize,
        count: usize,
    },
    Pull,
}

/// How it stands, for the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Entries the server does not have yet, as far as is known.
    pub unsent: usize,
    /// Whether everything known on both sides is the same, as of the last look.
    pub settled: bool,
    /// What went wrong last, while it is not mended.
    pub failure: Option<Failure>,
    /// Entries the server will not take.
    pub set_aside: usize,
    /// Entries from the server that this device cannot keep, or has with other content.
    pub refused_here: usize,
}

/// The state machine.
#[derive(Debug)]
pub struct Sync {
    phase: Phase,
    hello: Option<Hello>,
    progress: Progress,
    tickets: u64,
    waiting: u64,
    failures: u32,
    batch_max: usize,
    pulled_all: bool,
    at_server: BTreeSet<Uuid>,
    set_aside: BTreeSet<Uuid>,
    refused_here: BTreeSet<Uuid>,
    failure: Option<Failure>,
    /// The person the server gives, while this device's journal is another's.
    refused_person: Option<Uuid>,
    /// The person who was let have this device's journal though it was another's.
    adopted: Option<Uuid>,
}

impl Sync {
    /// A machine at rest, with what was saved last. Send it [`Event::Go`].
    #[must_use]
    pub fn new(saved: Option<Progress>) -> Self {
        Self {
            phase: Phase::Resting,
            hello: None,
            progress: saved.unwrap_or_default(),
            tickets: 0,
            waiting: 0,
            failures: 0,
            batch_max: usize::MAX,
            pulled_all: false,
            at_server: BTreeSet::new(),
            set_aside: BTreeSet::new(),
            refused_here: BTreeSet::new(),
            failure: None,
            refused_person: None,
            adopted: None,
        }
    }

    /// Takes an event. `entries` is the journal as this device knows it, in an order that only grows at its end;
    /// `chance` spreads the delays of many devices.
    pub fn update(&mut self, event: Event, entries: &[Entry], chance: u64) -> Vec<Order> {
        let mut orders = Vec::new();
        match event {
            Event::Go => {
                if matches!(self.phase, Phase::Offline | Phase::Resting) {
                    self.failures = 0;
                    self.look(entries, &mut orders);
                }
            }
            Event::Forget => {
                self.hello = None;
                self.failure = None;
                if !matches!(self.phase, Phase::Offline) {
                    self.phase = Phase::Resting;
                }
            }
            Event::Adopt => {
                self.adopted = self.refused_person;
                if matches!(self.phase, Phase::Resting) {
                    self.failures = 0;
                    self.look(entries, &mut orders);
                }
            }
            Event::Offline => self.phase = Phase::Offline,
            Event::TimeUp { ticket } => {
                if ticket == self.waiting {
                    match self.phase {
                        // After a failure it goes on where it was, so that a bad line makes progress too.
                        Phase::Resting if self.failure.is_some() => self.next(entries, &mut orders),
                        Phase::Resting => self.look(entries, &mut orders),
                        Phase::Asking { .. } => self.failed(Failure::NoAnswer, chance, &mut orders),
                        Phase::Keeping { .. } => self.failed(Failure::NotKept, chance, &mut orders),
                        Phase::Offline => {}
                    }
                }
            }
            Event::Kept { ticket } => match self.phase {
                Phase::Keeping { ticket: due, cursor, more } if due == ticket => {
                    self.seen(cursor, more, entries, &mut orders);
                }
                _ => {}
            },
            Event::Replied { ticket, reply } => match self.phase {
                Phase::Asking { ticket: due, asked } if due == ticket => {
                    self.replied(asked, reply, entries, chance, &mut orders);
                }
                _ => {}
            },
        }
        orders
    }

    /// An erasure took entries out of the journal: what is left is offered to the server anew, and an answer about
    /// what was pushed before no longer counts. Call it before the next event.
    pub fn forgot(&mut self) {
        self.progress.pushed = 0;
        self.progress.mark = Uuid::nil();
        self.set_aside.clear();
        if matches!(self.phase, Phase::Asking { asked: Asked::Push { .. }, .. }) {
            self.phase = Phase::Resting;
        }
    }

    /// How it stands.
    #[must_use]
    pub fn status(&self, entries: &[Entry]) -> Status {
        let unsent = entries.iter().skip(self.progress.pushed_count()).filter(|entry| !self.needless(entry));
        let unsent = unsent.count();
        Status {
            unsent,
            settled: unsent == 0 && self.pulled_all && self.failure.is_none() && self.hello.is_some(),
            failure: self.failure.clone(),
            set_aside: self.set_aside.len(),
            refused_here: self.refused_here.len(),
        }
    }

    /// The server's person, once it has said so.
    #[must_use]
    pub fn person(&self) -> Option<Uuid> {
        self.hello.as_ref().map(|hello| hello.person)
    }

    /// What went wrong last, while it is not mended.
    #[must_use]
    pub const fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// The name of the account this device is logged in to, once the server has said so.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.hello.as_ref()?.account.as_deref()
    }

    fn needless(&self, entry: &Entry) -> bool {
        self.at_server.contains(&entry.id) || self.set_aside.contains(&entry.id)
    }

    fn ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    fn wait(&mut self, delay_ms: u32, orders: &mut Vec<Order>) {
        self.waiting = self.ticket();
        orders.push(Order::Wait { ticket: self.waiting, delay_ms });
    }

    fn ask(&mut self, asked: Asked, request: Request, orders: &mut Vec<Order>) {
        let ticket = self.ticket();
        self.phase = Phase::Asking { ticket, asked };
        orders.push(Order::Ask { ticket, request });
        self.wait(ANSWER_WITHIN_MS, orders);
    }

    /// Begins a round: what is new there, then what is new here.
    fn look(&mut self, entries: &[Entry], orders: &mut Vec<Order>) {
        self.pulled_all = false;
        self.next(entries, orders);
    }

    fn next(&mut self, entries: &[Entry], orders: &mut Vec<Order>) {
        let Some(hello) = &self.hello else {
            return self.ask(Asked::Hello, Request::Hello, orders);
        };
        let person = hello.person;
        if !self.pulled_all {
            let limit = hello.batch_max.clamp(1, BATCH_MAX);
            return self.ask(
                Asked::Pull,
                Request::Pull { person, after: self.progress.pulled, limit },
                orders,
            );
        }
        let (batch, through) = self.batch(entries);
        if batch.is_empty() {
            if through > self.progress.pushed_count() {
                self.progress.advance(entries, through);
                orders.push(Order::Save(self.progress.clone()));
            }
            self.at_server.clear();
            self.phase = Phase::Resting;
            return self.wait(LOOK_AGAIN_MS, orders);
        }
        self.ask(
            Asked::Push { through, count: batch.len() },
            Request::Push { person, entries: batch },
            orders,
        );
    }

    /// The next entries the server has not, bounded by number and bytes, and how far in the journal they reach.
    fn batch(&self, entries: &[Entry]) -> (Vec<Entry>, usize) {
        let Some(hello) = &self.hello else { return (Vec::new(), 0) };
        let most = hello.batch_max.min(self.batch_max).clamp(1, BATCH_MAX);
        let room = hello.body_max_bytes.min(BODY_MAX_BYTES);
        let (mut batch, mut bytes) = (Vec::new(), message::PUSH_BYTES);
        let mut through = self.progress.pushed_count().min(entries.len());
        for entry in &entries[through..] {
            if !self.needless(entry) {
                bytes += message::entry_bytes(entry);
                if batch.len() == most || (bytes > room && !batch.is_empty()) {
                    break;
                }
                batch.push(entry.clone());
            }
            through += 1;
        }
        (batch, through)
    }

    fn replied(
        &mut self,
        asked: Asked,
        reply: Reply,
        entries: &[Entry],
        chance: u64,
        orders: &mut Vec<Order>,
    ) {
        let answer = match reply {
            Ok(answer) => answer,
            Err(failure) => return self.refused(asked, failure, entries, chance, orders),
        };
        let keeper = self.hello.as_ref().map(|hello| hello.keeper);
        match (asked, answer) {
            (Asked::Hello, Answer::Hello(hello)) => self.met(hello, entries, chance, orders),
            (Asked::Push { .. }, Answer::Pushed(pushed)) if Some(pushed.keeper) != keeper => {
                self.another_keeper(entries, orders);
            }
            (Asked::Pull, Answer::Pulled(pulled)) if Some(pulled.keeper) != keeper => {
                self.another_keeper(entries, orders);
            }
            (Asked::Push { through, count }, Answer::Pushed(pushed)) => {
                if pushed.added + pushed.known != count {
                    let said = format!("{} of {count} entries", pushed.added + pushed.known);
                    return self.failed(Failure::Unreadable(said), chance, orders);
                }
                self.mended();
                self.progress.advance(entries, through);
                orders.push(Order::Save(self.progress.clone()));
                self.next(entries, orders);
            }
            (Asked::Pull, Answer::Pulled(pulled)) => self.pulled(pulled, entries, chance, orders),
            _ => self.failed(Failure::Unreadable("an answer to another question".to_owned()), chance, orders),
        }
    }

    fn met(&mut self, hello: Hello, entries: &[Entry], chance: u64, orders: &mut Vec<Order>) {
        if hello.protocol < PROTOCOL_OLDEST || hello.protocol_oldest > PROTOCOL {
            return self.failed(Failure::OtherVersion { program: hello.program }, chance, orders);
        }
        if self.is_anothers(&hello) {
            self.refused_person = Some(hello.person);
            return self.failed(Failure::OtherPerson { account: hello.account }, chance, orders);
        }
        self.mended();
        if !self.progress.fits(hello.keeper, hello.person, entries) {
            // Another keeper, another person, or a journal that is not the one that was synced: from the start.
            self.progress = Progress::fresh(hello.keeper, hello.person);
            self.at_server.clear();
            self.set_aside.clear();
        }
        self.progress.account = hello.account.is_some();
        self.hello = Some(hello);
        self.next(entries, orders);
    }

    /// Where there are accounts, several people may use one device, and nobody's journal flows into another's unasked.
    fn is_anothers(&self, hello: &Hello) -> bool {
        let bound = !self.progress.person.is_nil() && self.progress.person != hello.person;
        let accounts = self.progress.account || hello.account.is_some();
        bound && accounts && self.adopted != Some(hello.person)
    }

    fn another_keeper(&mut self, entries: &[Entry], orders: &mut Vec<Order>) {
        self.hello = None;
        self.pulled_all = false;
        self.next(entries, orders);
    }

    fn pulled(&mut self, pulled: Pulled, entries: &[Entry], chance: u64, orders: &mut Vec<Order>) {
        let stuck = pulled.more && pulled.cursor <= self.progress.pulled;
        if stuck || pulled.cursor < self.progress.pulled {
            return self.failed(
                Failure::Unreadable("a cursor that does not grow".to_owned()),
                chance,
                orders,
            );
        }
        self.mended();
        let mut fresh = Vec::new();
        let mut arrived: BTreeSet<Uuid> = pulled.entries.iter().map(|entry| entry.id).collect();
        let known = entries.iter().filter(|entry| arrived.remove(&entry.id)).collect::<Vec<_>>();
        for entry in &pulled.entries {
            match known.iter().find(|known| known.id == entry.id) {
                Some(known) if known.same_content(entry) => {}
                None if entry.check().is_ok() => fresh.push(entry.clone()),
                _ => {
                    self.refused_here.insert(entry.id);
                }
            }
            self.at_server.insert(entry.id);
        }
        if fresh.is_empty() {
            return self.seen(pulled.cursor, pulled.more, entries, orders);
        }
        let ticket = self.ticket();
        self.phase = Phase::Keeping { ticket, cursor: pulled.cursor, more: pulled.more };
        orders.push(Order::Keep { ticket, entries: fresh });
        self.wait(ANSWER_WITHIN_MS, orders);
    }

    fn seen(&mut self, cursor: Cursor, more: bool, entries: &[Entry], orders: &mut Vec<Order>) {
        if cursor > self.progress.pulled {
            self.progress.pulled = cursor;
            orders.push(Order::Save(self.progress.clone()));
        }
        self.pulled_all = !more;
        self.next(entries, orders);
    }

    /// A refusal: mended where it can be, else waited out.
    fn refused(
        &mut self,
        asked: Asked,
        failure: Failure,
        entries: &[Entry],
        chance: u64,
        orders: &mut Vec<Order>,
    ) {
        let Asked::Push { count, through } = asked else { return self.failed(failure, chance, orders) };
        if failure.too_large() && count > 1 {
            self.batch_max = count / 2;
            return self.next(entries, orders);
        }
        let named = failure.entry().or_else(|| {
            let last = through.checked_sub(1).and_then(|last| entries.get(last));
            last.filter(|_| failure.too_large()).map(|entry| entry.id)
        });
        match named.filter(|id| entries[..through.min(entries.len())].iter().any(|entry| entry.id == *id)) {
            Some(id) if self.set_aside.insert(id) => {
                self.batch_max = usize::MAX;
                self.next(entries, orders);
            }
            _ => self.failed(failure, chance, orders),
        }
    }

    fn mended(&mut self) {
        self.failures = 0;
        self.failure = None;
    }

    fn failed(&mut self, failure: Failure, chance: u64, orders: &mut Vec<Order>) {
        let delay_ms = if failure.waiting_helps() {
            let doubled = BACKOFF_FIRST_MS.saturating_mul(1 << self.failures.min(16));
            spread(doubled.min(BACKOFF_LONGEST_MS), chance)
        } else {
            REFUSED_MS
        };
        self.failures = self.failures.saturating_add(1);
        if !failure.on_the_way() {
            // The server may be another by now: it introduces itself again before anything else is asked.
            self.hello = None;
        }
        self.failure = Some(failure);
        self.phase = Phase::Resting;
        self.wait(delay_ms, orders);
    }
}

/// A delay from three quarters to five quarters of the one given.
fn spread(delay_ms: u32, chance: u64) -> u32 {
    let quarter = delay_ms / 4;
    let part = u32::try_from(chance % u64::from(2 * quarter + 1)).unwrap_or(quarter);
    delay_ms - quarter + part
}

#[cfg(test)]
mod tests;

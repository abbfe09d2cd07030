//! Runs the pure engine by the clock, sends what it says, and writes down what became of it.
//!
//! A push is kept before it is sent and taken away after the service has it, so a server that is killed in between
//! sends it again; the device shows one note for one reminder, however often it comes.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use counterpose_coach::reminder::engine::{self, Answer, Event, Moment};
use counterpose_coach::reminder::{Activity, Occurrence, What, feed};
use counterpose_journal::tracking::ReminderAnswered;
use counterpose_journal::{Cursor, Entry, Payload, SharedJournalStore, StoreError, Writer};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::kept::{Device, Person, Said, Waiting};
use super::post::{self, Fate, Letter};
use super::seal::{self, Reader};
use super::{Reminders, base64url, vapid};

/// The clock is looked at at least so often: it may be set, and the machine may sleep.
const LOOK_EVERY_MS: i64 = 20_000;
const MINUTE_MS: i64 = 60_000;
/// The first wait after a push service did not take a push; it doubles with every try.
const FIRST_WAIT_MS: i64 = 15_000;
const LONGEST_WAIT_MS: i64 = 10 * MINUTE_MS;
/// How long a trial may be on its way.
const TRIAL_MS: i64 = 5 * MINUTE_MS;
/// Every push is as long as this, so that its length tells nothing.
const PADDED_BYTES: usize = 128;
/// Entries read at a time.
const PAGE: usize = 500;

/// How far each journal was read, and the largest count seen in it.
pub(super) type Seen = BTreeMap<Uuid, (Cursor, u64)>;

/// What a device did with a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// An answer for the engine.
    By(Answer),
    /// The open app shows it and keeps the books.
    InApp,
}

/// Whose journal is written into, by which device, when.
#[derive(Clone, Copy)]
struct Books {
    id: Uuid,
    device: Uuid,
    now_ms: i64,
}

/// What a step of one person's engine came to.
struct Step {
    next_ms: i64,
    /// Whether anything happened that must not be lost.
    happened: bool,
}

impl Reminders {
    /// Reminds until it is dropped.
    pub async fn run<S: SharedJournalStore>(self: Arc<Self>, store: Arc<S>) {
        loop {
            let next_ms = self.round(&*store).await;
            let wait_ms = (next_ms - self.now_ms()).clamp(100, LOOK_EVERY_MS);
            let wait = Duration::from_millis(wait_ms.unsigned_abs());
            // Whether it is time or something was changed, the next round finds out what there is to do.
            let _either = tokio::time::timeout(wait, self.changed.notified()).await;
        }
    }

    /// One round: what is due is put on its way, what is on its way is sent. Says when to come again.
    pub async fn round<S: SharedJournalStore>(&self, store: &S) -> i64 {
        let now = self.now_ms();
        let mut next_ms = now + LOOK_EVERY_MS;
        let mut kept = self.lock().await;
        let device = kept.device;
        // What the engine only remembers of the time is found out again after a crash; it need not be on the disk.
        let mut changed = self.unsaved.swap(false, Ordering::SeqCst);
        for (id, person) in &mut kept.people {
            if person.devices.is_empty() {
                // Nobody to tell: nothing is due, nothing is missed.
                person.letters.clear();
                continue;
            }
            let before = (person.letters.len(), person.unwritten.len());
            let books = Books { id: *id, device, now_ms: now };
            let stepped = self.step(store, books, person).await;
            self.flush(store, *id, person).await;
            next_ms = next_ms.min(stepped.next_ms);
            changed |= stepped.happened || before != (person.letters.len(), person.unwritten.len());
        }
        let due: Vec<(Uuid, Waiting, Device)> = due_letters(&kept.people, now);
        if changed && let Err(error) = self.save(&kept).await {
            tracing::error!(%error, "the reminders cannot be kept; nothing is sent until they can");
            self.unsaved.store(true, Ordering::SeqCst);
            return next_ms;
        }
        drop(kept);
        if due.is_empty() {
            return next_ms;
        }
        let fates = self.send(due, now).await;
        let mut kept = self.lock().await;
        for (id, waiting, fate) in fates {
            if let Some(person) = kept.people.get_mut(&id) {
                settle(person, &waiting, fate, now);
            }
        }
        if let Err(error) = self.save(&kept).await {
            tracing::error!(%error, "what was sent cannot be kept; it may be sent again");
        }
        let waits = kept.people.values().flat_map(|person| &person.letters).map(|letter| letter.from_ms);
        waits.min().map_or(next_ms, |from_ms| next_ms.min(from_ms))
    }

    /// Lets the engine decide, and puts what it says on its way to every device.
    async fn step<S: SharedJournalStore>(&self, store: &S, books: Books, person: &mut Person) -> Step {
        let now = books.now_ms;
        let zone = self.zone(&person.zone);
        let settings = feed::at_fixed_times(&person.settings);
        let moment =
            Moment { now_ms: now, zone: &zone, activity: Activity::Unknown, busy: &[], quiet_until_ms: None };
        let stepped = engine::step(&mut person.memory, &settings, &moment);
        let until_ms = now + i64::from(settings.answer_minutes) * MINUTE_MS;
        let happened = !stepped.events.is_empty();
        for event in stepped.events {
            match event {
                Event::Deliver { occurrence, silent, .. } => {
                    let rule = settings.rules.iter().position(|rule| rule.id == occurrence.rule);
                    let said = Said { rule, due_ms: occurrence.due_ms, silent };
                    put_on_its_way(person, &said, now, until_ms);
                }
                Event::Over { occurrence, what } => {
                    forget(person, &settings, &occurrence);
                    let taken = person.taken.remove(&(occurrence.rule.clone(), occurrence.due_ms));
                    if !taken {
                        self.write_down(store, books, person, &occurrence, what).await;
                    }
                }
                Event::PutOff { .. } | Event::Folded { .. } => {}
            }
        }
        person.letters.retain(|letter| letter.until_ms > now);
        Step { next_ms: stepped.next_ms, happened }
    }

    /// Takes an answer that a device gave; `false` where nothing waits for one.
    pub(super) async fn answer<S: SharedJournalStore>(
        &self,
        store: &S,
        id: Uuid,
        rule: usize,
        due_ms: i64,
        answered: Answered,
    ) -> std::io::Result<bool> {
        let now = self.now_ms();
        let mut kept = self.lock().await;
        let mut new = kept.clone();
        let books = Books { id, device: new.device, now_ms: now };
        let Some(person) = new.people.get_mut(&id) else { return Ok(false) };
        let Some(name) = person.settings.rules.get(rule).map(|rule| rule.id.clone()) else {
            return Ok(false);
        };
        let taken = match answered {
            Answered::InApp => {
                let shown = person.memory.unanswered().find(|it| it.rule == name && it.due_ms == due_ms);
                let Some(occurrence) = shown.cloned() else { return Ok(false) };
                forget(person, &person.settings.clone(), &occurrence);
                person.taken.insert((name, due_ms))
            }
            Answered::By(answer) => match engine::answer(&mut person.memory, &name, due_ms, answer, now) {
                Some(Event::Over { occurrence, what }) => {
                    forget(person, &person.settings.clone(), &occurrence);
                    self.write_down(store, books, person, &occurrence, what).await;
                    true
                }
                Some(Event::PutOff { occurrence, .. }) => {
                    forget(person, &person.settings.clone(), &occurrence);
                    self.write_down(store, books, person, &occurrence, What::Snoozed).await;
                    true
                }
                _ => false,
            },
        };
        if taken {
            self.flush(store, id, person).await;
            self.save(&new).await?;
            *kept = new;
            drop(kept);
            self.changed.notify_one();
        }
        Ok(taken)
    }

    /// Makes the entry that says what became of a reminder; [`Self::flush`] puts it into the journal.
    async fn write_down<S: SharedJournalStore>(
        &self,
        store: &S,
        books: Books,
        person: &mut Person,
        occurrence: &Occurrence,
        what: What,
    ) {
        let Books { id, device, now_ms } = books;
        let payload = Payload::ReminderAnswered(ReminderAnswered {
            rule: occurrence.rule.clone(),
            habit: occurrence.habit.clone(),
            due_ms: occurrence.due_ms,
            what,
        });
        let mut entropy = [0; 16];
        if let Err(error) = getrandom::fill(&mut entropy) {
            tracing::error!(%error, "the system gives no randomness; a reminder is not written down");
            return;
        }
        let zone = self.zone(&person.zone);
        let moment = counterpose_journal::Moment {
            now_ms,
            offset_minutes: offset_minutes(now_ms, &zone),
            zone: person.zone.clone(),
            entropy: u128::from_be_bytes(entropy),
        };
        let kept = person.unwritten.iter().map(|entry| entry.lamport).max().unwrap_or(0);
        let lamport = match self.lamport(store, id).await {
            Ok(lamport) => lamport.max(kept),
            Err(error) => {
                // It sorts earlier than it should; better than losing it.
                tracing::warn!(%error, "the journal cannot be read for a reminder");
                kept
            }
        };
        match Writer::new(device, lamport).write(&moment, &payload) {
            Ok(entry) => person.unwritten.push(entry),
            Err(error) => tracing::error!(%error, "a reminder cannot be written down"),
        }
    }

    /// The largest count in a person's journal.
    async fn lamport<S: SharedJournalStore>(&self, store: &S, id: Uuid) -> Result<u64, StoreError> {
        let mut seen = self.seen.lock().await;
        let (cursor, lamport) = seen.entry(id).or_default();
        loop {
            let page = store.read(id, *cursor, PAGE).await?;
            *lamport = page.entries.iter().map(|entry| entry.lamport).fold(*lamport, u64::max);
            *cursor = page.cursor;
            if !page.more {
                return Ok(*lamport);
            }
        }
    }

    /// Puts what was written down into the journal. An entry that went in before counts as known.
    async fn flush<S: SharedJournalStore>(&self, store: &S, id: Uuid, person: &mut Person) {
        if person.unwritten.is_empty() {
            return;
        }
        let entries: Vec<Entry> = person.unwritten.clone();
        match store.append(id, &entries).await {
            Ok(_) => person.unwritten.clear(),
            Err(error) => {
                tracing::warn!(%error, "the journal does not take in what became of a reminder yet")
            }
        }
    }

    async fn send(&self, due: Vec<(Uuid, Waiting, Device)>, now: i64) -> Vec<(Uuid, Waiting, Fate)> {
        let mut under_way = Vec::new();
        for (id, waiting, device) in due {
            let letter = match self.letter(&waiting, &device, now) {
                Ok(letter) => letter,
                Err(why) => {
                    tracing::warn!(%why, "a push is given up");
                    under_way.push((id, waiting, None));
                    continue;
                }
            };
            let agent = self.agent.clone();
            let sending = tokio::task::spawn_blocking(move || post::send(&agent, &letter));
            under_way.push((id, waiting, Some(sending)));
        }
        let mut fates = Vec::with_capacity(under_way.len());
        for (id, waiting, sending) in under_way {
            let fate = match sending {
                None => Fate::Refused { status: 0 },
                Some(sending) => sending.await.unwrap_or(Fate::Later { wait_ms: None }),
            };
            fates.push((id, waiting, fate));
        }
        fates
    }

    /// Encrypts a push for a device.
    fn letter(&self, waiting: &Waiting, device: &Device, now: i64) -> Result<Letter, String> {
        let origin =
            self.means.services.origin_of(&device.address).ok_or("its service is not one of ours")?;
        let key = base64url::decode(&device.key).ok_or("the device's key cannot be read")?;
        let auth = base64url::decode(&device.auth).and_then(|auth| auth.try_into().ok());
        let auth = auth.ok_or("the device's secret cannot be read")?;
        let said = &waiting.said;
        let text = serde_json::json!({"v": 1, "n": said.rule, "due": said.due_ms, "silent": said.silent});
        let ephemeral = vapid::fresh_key().map_err(|error| error.to_string())?;
        let mut salt = [0; seal::SALT_BYTES];
        getrandom::fill(&mut salt).map_err(|error| error.to_string())?;
        let reader = Reader { key: &key, auth: &auth };
        let body = seal::seal(reader, text.to_string().as_bytes(), PADDED_BYTES, &ephemeral, &salt)
            .map_err(|error| error.to_string())?;
        // The same for the same rule of the same device, and nothing to anybody who knows neither.
        let topic = Sha256::new().chain_update(auth).chain_update(format!("{:?}", said.rule)).finalize();
        Ok(Letter {
            authorization: self.identity.authorization(&origin, &self.means.contact, now),
            address: device.address.clone(),
            ttl_s: ((waiting.until_ms - now) / 1000).max(0),
            topic: base64url::encode(&topic).chars().take(32).collect(),
            quiet: said.silent,
            body,
        })
    }

    /// Puts a trial on its way to every device of a person.
    pub(super) async fn try_once(&self, id: Uuid) -> std::io::Result<()> {
        let now = self.now_ms();
        let said = Said { rule: None, due_ms: now, silent: false };
        self.change(id, |person| put_on_its_way(person, &said, now, now + TRIAL_MS)).await
    }
}

fn put_on_its_way(person: &mut Person, said: &Said, now: i64, until_ms: i64) {
    let addresses: Vec<String> = person.devices.iter().map(|device| device.address.clone()).collect();
    person.letters.extend(addresses.into_iter().map(|address| Waiting {
        address,
        said: said.clone(),
        tries: 0,
        from_ms: now,
        until_ms,
    }));
}

/// What is over is not sent any more.
fn forget(person: &mut Person, settings: &counterpose_coach::reminder::Settings, occurrence: &Occurrence) {
    let rule = settings.rules.iter().position(|rule| rule.id == occurrence.rule);
    person.letters.retain(|letter| letter.said.rule != rule || letter.said.due_ms != occurrence.due_ms);
}

fn due_letters(people: &BTreeMap<Uuid, Person>, now: i64) -> Vec<(Uuid, Waiting, Device)> {
    let mut due = Vec::new();
    for (id, person) in people {
        for letter in person.letters.iter().filter(|letter| letter.from_ms <= now) {
            let device = person.devices.iter().find(|device| device.address == letter.address);
            due.extend(device.map(|device| (*id, letter.clone(), device.clone())));
        }
    }
    due
}

/// What follows from the fate of a push.
fn settle(person: &mut Person, waiting: &Waiting, fate: Fate, now: i64) {
    let at = person
        .letters
        .iter()
        .position(|letter| letter.address == waiting.address && letter.said == waiting.said);
    match fate {
        Fate::Taken => {}
        Fate::Gone => {
            tracing::info!("a device is gone; it is not written to any more");
            person.devices.retain(|device| device.address != waiting.address);
            person.letters.retain(|letter| letter.address != waiting.address);
            return;
        }
        Fate::Refused { status } => tracing::warn!(status, "a push service refused a push"),
        Fate::Later { wait_ms } => {
            if let Some(letter) = at.and_then(|at| person.letters.get_mut(at)) {
                letter.tries = letter.tries.saturating_add(1);
                let doubled = FIRST_WAIT_MS.saturating_mul(1 << waiting.tries.min(10));
                letter.from_ms = now + wait_ms.unwrap_or(0).max(doubled.min(LONGEST_WAIT_MS));
            }
            return;
        }
    }
    if let Some(at) = at {
        person.letters.remove(at);
    }
}

fn offset_minutes(now_ms: i64, zone: &TimeZone) -> i16 {
    let at = Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    i16::try_from(zone.to_offset(at).seconds() / 60).unwrap_or(0)
}

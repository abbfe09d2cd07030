//! The journal in the browser's own database (IndexedDB).
//!
//! Entries are kept as the text they were written as, numbered in the order they came; an append is one
//! transaction and counts as done when the browser says it lies on the disk. Beside them lie a few named values
//! (who this is, which device). `boot.js` reads the same database when the client has failed, so the names of the
//! stores and of the field `text` are part of a contract. What this module does not do: understand an entry.

use core::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use counterpose_journal::port::check_batch;
use counterpose_journal::{Appended, Cursor, Entry, Floor, JournalStore, Page, StoreError};
use idb::{
    Database, DatabaseEvent, Factory, IndexParams, KeyPath, KeyRange, ObjectStoreParams, Query, Transaction,
};
use js_sys::Array;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

use super::js;
use super::store_error::{broken, from_database, from_exception};

/// The database of the app.
pub const DATABASE: &str = "counterpose";
const VERSION: u32 = 1;
const ENTRIES: &str = "entries";
const VALUES: &str = "values";
const BY_ID: &str = "by-id";
const LAST_SERIAL: &str = "last-serial";
/// Before the person's identifier: where that person's erasure stands.
const FLOOR: &str = "floor-";
/// How long another tab may hold up the opening before the person hears of it.
const BLOCKED_MS: u32 = 5000;

/// The keeper of this browser. Clones share one connection.
#[derive(Clone, Debug)]
pub struct BrowserStore {
    name: Rc<str>,
    connection: Rc<RefCell<Option<Connection>>>,
}

#[derive(Debug)]
struct Connection {
    raw: IdbDatabase,
    // Holds the listener that gives way to a newer version.
    _database: Database,
}

/// A transaction together with the handle that tells why it failed.
struct Work {
    raw: IdbTransaction,
    transaction: Transaction,
}

impl BrowserStore {
    /// Opens the database of this name, or creates it.
    ///
    /// # Errors
    /// When the browser refuses, another tab is in the way, or a newer version of the program has been here.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let store = Self { name: name.into(), connection: Rc::default() };
        store.connect().await?;
        Ok(store)
    }

    /// A store that is not open yet; every use tries again to open it.
    #[must_use]
    pub fn unopened(name: &str) -> Self {
        Self { name: name.into(), connection: Rc::default() }
    }

    /// Opens the database where it is not open: at first, and after the browser or a newer version closed it.
    async fn connect(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(open) = self.connection.borrow().as_ref() {
            return Ok(open.raw.clone());
        }
        let raw = open_in_time(&self.name).await?;
        if let Some(open) = self.connection.borrow().as_ref() {
            // Somebody else was quicker; a second connection would only be in the way.
            raw.close();
            return Ok(open.raw.clone());
        }
        let mut database = Database::from(raw.clone());
        let held = Rc::downgrade(&self.connection);
        let (for_upgrade, for_close) = (held.clone(), held);
        let forget = move |held: &std::rc::Weak<RefCell<Option<Connection>>>| {
            if let Some(connection) = held.upgrade() {
                // The listener runs inside what is dropped here: let its turn end first.
                let gone = connection.borrow_mut().take();
                wasm_bindgen_futures::spawn_local(async move { drop(gone) });
            }
        };
        let closing = raw.clone();
        database.on_version_change(move |_| {
            closing.close();
            forget(&for_upgrade);
        });
        database.on_close(move |_| forget(&for_close));
        *self.connection.borrow_mut() = Some(Connection { raw: raw.clone(), _database: database });
        Ok(raw)
    }

    async fn begin(&self, write: bool) -> Result<Work, StoreError> {
        let raw = self.connect().await?;
        match transaction(&raw, write) {
            Ok(work) => Ok(work),
            Err(_) => {
                // A connection the browser closed on its own: open once more before giving up.
                let gone = self.connection.borrow_mut().take();
                drop(gone);
                transaction(&self.connect().await?, write)
            }
        }
    }

    /// A named value.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn value(&self, name: &str) -> Result<Option<String>, StoreError> {
        let work = self.begin(false).await?;
        Ok(work.value(name).await?.and_then(|value| value.as_string()))
    }

    /// The named value, set to this one first where there is none. Two tabs that ask at once get the same.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn value_or_set(&self, name: &str, fresh: &str) -> Result<String, StoreError> {
        let work = self.begin(true).await?;
        if let Some(value) = work.value(name).await?.and_then(|value| value.as_string()) {
            work.finish().await?;
            return Ok(value);
        }
        work.set_value(name, &fresh.into())?;
        work.finish().await?;
        Ok(fresh.to_owned())
    }

    /// Sets a named value.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn set_value(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let work = self.begin(true).await?;
        work.set_value(name, &value.into())?;
        work.finish().await
    }
}

/// Opens the database, or says who is in the way when it takes too long. The request itself cannot be dropped:
/// should it come through later, its upgrade must still run, and the connection is closed again.
async fn open_in_time(name: &str) -> Result<IdbDatabase, StoreError> {
    let result = Rc::new(RefCell::new(None));
    let gave_up = Rc::new(Cell::new(false));
    let (slot, late, name) = (Rc::clone(&result), Rc::clone(&gave_up), name.to_owned());
    let opening = wasm_bindgen_futures::future_to_promise(async move {
        match open_database(&name).await {
            Ok(database) if late.get() => database.close(),
            opened => *slot.borrow_mut() = Some(opened),
        }
        Ok(JsValue::UNDEFINED)
    });
    let _in_time = js::unless(js::pause(BLOCKED_MS), js::promised(opening.into())).await;
    result.borrow_mut().take().unwrap_or_else(|| {
        gave_up.set(true);
        Err(StoreError::Locked { detail: "another tab holds an older version: close it".into() })
    })
}

async fn open_database(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory = Factory::new().map_err(|error| from_database(&error))?;
    let mut request = factory.open(name, Some(VERSION)).map_err(|error| from_database(&error))?;
    let failure: Rc<RefCell<Option<idb::Error>>> = Rc::default();
    let told = Rc::clone(&failure);
    request.on_upgrade_needed(move |event| {
        let result = event.old_version().and_then(|old| upgrade(&event.database()?, old));
        *told.borrow_mut() = result.err();
    });
    let opened = request.await;
    if let Some(error) = failure.borrow_mut().take() {
        return Err(from_database(&error));
    }
    opened.map(IdbDatabase::from).map_err(|error| from_database(&error))
}

/// Brings a database of an older version up to this one, step by step; a new one starts at nought.
fn upgrade(database: &Database, old: u32) -> Result<(), idb::Error> {
    if old < 1 {
        let mut by_serial = ObjectStoreParams::new();
        by_serial.key_path(Some(KeyPath::new_array(["person", "serial"])));
        let entries = database.create_object_store(ENTRIES, by_serial)?;
        let mut once = IndexParams::new();
        once.unique(true);
        entries.create_index(BY_ID, KeyPath::new_array(["person", "id"]), Some(once))?;
        database.create_object_store(VALUES, ObjectStoreParams::new())?;
    }
    Ok(())
}

fn transaction(database: &IdbDatabase, write: bool) -> Result<Work, StoreError> {
    let options = js_sys::Object::new();
    // Without this Chromium answers before the disk has it.
    js::set(&options, "durability", &"strict".into());
    let stores = Array::of2(&ENTRIES.into(), &VALUES.into());
    let mode = if write { "readwrite" } else { "readonly" };
    let raw: IdbTransaction = js::call(database, "transaction", &[&stores, &mode.into(), &options])
        .map_err(|error| from_exception(&error))?
        .unchecked_into();
    Ok(Work { transaction: raw.clone().into(), raw })
}

fn key(person: Uuid, second: JsValue) -> JsValue {
    Array::of2(&person.to_string().into(), &second).into()
}

impl Work {
    fn store(&self, name: &str) -> Result<idb::ObjectStore, StoreError> {
        self.transaction.object_store(name).map_err(|error| self.why(&error))
    }

    /// The reason behind a failure: the transaction knows it better than the request.
    fn why(&self, error: &idb::Error) -> StoreError {
        match self.raw.error() {
            Some(exception) => from_exception(&exception),
            None => from_database(error),
        }
    }

    async fn value(&self, name: &str) -> Result<Option<JsValue>, StoreError> {
        let request = self.store(VALUES)?.get(Query::Key(name.into())).map_err(|error| self.why(&error))?;
        request.await.map_err(|error| self.why(&error))
    }

    fn set_value(&self, name: &str, value: &JsValue) -> Result<(), StoreError> {
        self.store(VALUES)?.put(value, Some(&name.into())).map(|_| ()).map_err(|error| self.why(&error))
    }

    /// Waits until everything is on the disk.
    async fn finish(self) -> Result<(), StoreError> {
        let Self { raw, transaction } = self;
        match transaction.await {
            Ok(end) if end.is_committed() => Ok(()),
            Ok(_) => Err(match raw.error() {
                Some(exception) => from_exception(&exception),
                None => StoreError::Other { detail: "the browser took the change back".into() },
            }),
            Err(error) => Err(match raw.error() {
                Some(exception) => from_exception(&exception),
                None => from_database(&error),
            }),
        }
    }

    /// Takes everything back.
    async fn abandon(self) {
        if let Ok(transaction) = self.transaction.abort() {
            let _taken_back = transaction.await;
        }
    }

    /// The entries with these identifiers that are there already.
    async fn known(&self, person: Uuid, entries: &[Entry]) -> Result<HashMap<Uuid, Entry>, StoreError> {
        let index = self.store(ENTRIES)?.index(BY_ID).map_err(|error| self.why(&error))?;
        let mut asked = Vec::with_capacity(entries.len());
        for entry in entries {
            let request = index
                .get(Query::Key(key(person, entry.id.to_string().into())))
                .map_err(|error| self.why(&error))?;
            asked.push(request.into_future());
        }
        let mut known = HashMap::new();
        for answer in asked {
            if let Some(row) = answer.await.map_err(|error| self.why(&error))? {
                let entry = read_row(&row)?;
                known.insert(entry.id, entry);
            }
        }
        Ok(known)
    }

    /// Writes what is new; the rows are on their way when this returns.
    fn add(&self, person: Uuid, entry: &Entry, serial: u64) -> Result<(), StoreError> {
        let text = serde_json::to_string(entry).map_err(|error| broken(&error))?;
        let row = js_sys::Object::new();
        js::set(&row, "person", &person.to_string().into());
        js::set(&row, "serial", &exact(serial));
        js::set(&row, "id", &entry.id.to_string().into());
        js::set(&row, "text", &text.into());
        self.store(ENTRIES)?.add(&row, None).map(|_| ()).map_err(|error| self.why(&error))
    }

    /// Where the person's erasure stands.
    async fn floor(&self, person: Uuid) -> Result<Option<Floor>, StoreError> {
        let value = self.value(&format!("{FLOOR}{person}")).await?.and_then(|value| value.as_string());
        let Some(text) = value else { return Ok(None) };
        let (lamport, at_ms, id) = serde_json::from_str(&text).map_err(|error| broken(&error))?;
        Ok(Some(Floor { lamport, at_ms, id }))
    }

    /// Takes away everything of the person that stands before an erasure, and remembers the erasure.
    async fn erase(&self, person: Uuid, floor: Floor) -> Result<(), StoreError> {
        let text =
            serde_json::to_string(&(floor.lamport, floor.at_ms, floor.id)).map_err(|error| broken(&error))?;
        self.set_value(&format!("{FLOOR}{person}"), &text.into())?;
        let store = self.store(ENTRIES)?;
        let everything = Query::KeyRange(range(person, 0)?);
        let request = store.get_all(Some(everything), None).map_err(|error| self.why(&error))?;
        for row in request.await.map_err(|error| self.why(&error))? {
            if floor.takes(&read_row(&row)?) {
                let serial = js::get(&row, "serial").unwrap_or(JsValue::UNDEFINED);
                store.delete(Query::Key(key(person, serial))).map_err(|error| self.why(&error))?;
            }
        }
        Ok(())
    }

    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        let mut floor = self.floor(person).await?;
        let mut known = self.known(person, entries).await?;
        let last = self.value(LAST_SERIAL).await?.and_then(|value| value.as_f64()).unwrap_or(0.0);
        let mut serial = last as u64;
        let mut done = Appended { added: 0, known: 0 };
        for entry in entries {
            if floor.is_some_and(|floor| floor.takes(entry)) {
                done.known += 1;
                continue;
            }
            match known.get(&entry.id) {
                Some(kept) if kept.same_content(entry) => done.known += 1,
                Some(_) => return Err(StoreError::Conflict { id: entry.id }),
                None => {
                    serial += 1;
                    self.add(person, entry, serial)?;
                    known.insert(entry.id, entry.clone());
                    done.added += 1;
                    if let Some(reached) = Floor::of(entry) {
                        floor = Some(reached);
                        self.erase(person, reached).await?;
                        known.retain(|_, kept| !reached.takes(kept));
                    }
                }
            }
        }
        if done.added > 0 {
            self.set_value(LAST_SERIAL, &exact(serial))?;
        }
        Ok(done)
    }
}

/// Everything of a person after a serial.
fn range(person: Uuid, after: u64) -> Result<KeyRange, StoreError> {
    let end = key(person, JsValue::from_f64(f64::INFINITY));
    KeyRange::bound(&key(person, exact(after)), &end, Some(true), Some(false))
        .map_err(|error| from_database(&error))
}

/// Serials stay far below 2^53, where numbers of JavaScript stop being exact.
fn exact(serial: u64) -> JsValue {
    JsValue::from_f64(serial as f64)
}

fn read_row(row: &JsValue) -> Result<Entry, StoreError> {
    let text = js::get(row, "text").and_then(|text| text.as_string()).unwrap_or_default();
    serde_json::from_str(&text).map_err(|error| broken(&error))
}

impl JournalStore for BrowserStore {
    async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
        check_batch(entries)?;
        if entries.is_empty() {
            return Ok(Appended { added: 0, known: 0 });
        }
        let work = self.begin(true).await?;
        match work.append(person, entries).await {
            Ok(done) => work.finish().await.map(|()| done),
            Err(error) => {
                work.abandon().await;
                Err(error)
            }
        }
    }

    async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
        if limit == 0 {
            return Ok(Page { entries: Vec::new(), cursor: after, more: false });
        }
        let work = self.begin(false).await?;
        let range = range(person, after.0)?;
        // One more than wanted tells whether there is more.
        let count = u32::try_from(limit).unwrap_or(u32::MAX).saturating_add(1);
        let request = work
            .store(ENTRIES)?
            .get_all(Some(Query::KeyRange(range)), Some(count))
            .map_err(|error| work.why(&error))?;
        let mut rows = request.await.map_err(|error| work.why(&error))?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let serial = rows.last().and_then(|row| js::get(row, "serial")).and_then(|serial| serial.as_f64());
        let cursor = serial.map_or(after, |serial| Cursor(serial as u64));
        let entries = rows.iter().map(read_row).collect::<Result<_, _>>()?;
        Ok(Page { entries, cursor, more })
    }
}

//! Reminders with the app closed: web push, and a calendar that other programs subscribe to.
//!
//! The pure engine of `coach` decides what is said when, by the rules a device sent; this runs it by the server's
//! clock, encrypts, sends, tries again, and writes what became of each reminder into the journal. The server sees
//! nobody: sitting and waking have no signal here, so such rules become fixed times spread over the day.
//!
//! What this module does not do: put words on a screen (the device has them), or send anything private: a push holds
//! the place of a rule in a list and a time, encrypted, all of one length.

mod base64url;
mod calendar;
mod engine;
mod kept;
mod post;
mod routes;
mod seal;
mod service;
mod vapid;

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use counterpose_coach::reminder::Settings;
use jiff::tz::TimeZone;
use tokio::sync::{Mutex, MutexGuard, Notify};
use uuid::Uuid;

pub use kept::{Keep, PrivateFile};
pub use service::Services;

pub(crate) use calendar::feed;
pub(crate) use routes::routes;

use kept::{Kept, Person, VERSION};
use vapid::Identity;

/// What a calendar shows to everybody who sees the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titles {
    /// The name of the calendar.
    pub name: String,
    /// The title of every entry.
    pub entry: String,
}

/// What the reminders need from whoever embeds the server.
#[derive(Clone)]
pub struct Means {
    /// Where they are kept.
    pub keep: Arc<dyn Keep>,
    /// Milliseconds since 1970 UTC.
    pub now: Arc<dyn Fn() -> i64 + Send + Sync>,
    /// The rules of a zone by its name.
    pub zone: fn(&str) -> Option<TimeZone>,
    /// Neutral titles in a language, for entries of so many minutes.
    pub titles: fn(&str, u16) -> Titles,
    /// The push services that may be written to.
    pub services: Services,
    /// How a push service can reach whoever runs this server: a `mailto:` or `https:` address.
    pub contact: String,
}

impl core::fmt::Debug for Means {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Means").field("services", &self.services).finish_non_exhaustive()
    }
}

/// Why reminders could not begin.
#[derive(Debug, thiserror::Error)]
pub enum RemindersError {
    /// The file could not be read or written.
    #[error("the reminders' file cannot be used: {0}")]
    Io(#[from] io::Error),
    /// The file is damaged or from a later version.
    #[error(
        "the reminders' file cannot be read ({0}): update the program, or move the file away; then reminders have to \
         be turned on again on every device"
    )]
    Unreadable(String),
    /// No randomness.
    #[error("the system gives no randomness: {0}")]
    Chance(#[from] getrandom::Error),
}

/// The reminders of a server.
#[derive(Debug)]
pub struct Reminders {
    means: Means,
    identity: Identity,
    kept: Mutex<Kept>,
    changed: Notify,
    seen: Mutex<engine::Seen>,
    /// Something could not be kept and has to be tried again.
    unsaved: AtomicBool,
    agent: ureq::Agent,
}

impl Reminders {
    /// Reads what was kept, or begins with a new key.
    ///
    /// # Errors
    /// When what was kept cannot be read, or nothing can be kept.
    pub fn open(means: Means) -> Result<Self, RemindersError> {
        let (kept, identity) = match means.keep.load()? {
            Some(bytes) => {
                let kept: Kept = serde_json::from_slice(&bytes)
                    .map_err(|error| RemindersError::Unreadable(error.to_string()))?;
                if kept.version > VERSION {
                    return Err(RemindersError::Unreadable(format!("its version is {}", kept.version)));
                }
                let identity = Identity::kept(&kept.key)
                    .ok_or_else(|| RemindersError::Unreadable("its key is none".to_owned()))?;
                (kept, identity)
            }
            None => {
                let identity = Identity::new()?;
                let mut device = [0; 16];
                getrandom::fill(&mut device)?;
                let device = uuid::Builder::from_random_bytes(device).into_uuid();
                let key = identity.to_keep();
                let kept = Kept { version: VERSION, key, device, people: std::collections::BTreeMap::new() };
                means.keep.save(&serde_json::to_vec(&kept).map_err(io::Error::from)?)?;
                (kept, identity)
            }
        };
        Ok(Self {
            means,
            identity,
            kept: Mutex::new(kept),
            changed: Notify::new(),
            seen: Mutex::default(),
            unsaved: AtomicBool::new(false),
            agent: post::agent(),
        })
    }

    fn now_ms(&self) -> i64 {
        (self.means.now)()
    }

    fn zone(&self, name: &str) -> TimeZone {
        (self.means.zone)(name).unwrap_or(TimeZone::UTC)
    }

    /// Keeps what is there now.
    async fn save(&self, kept: &Kept) -> io::Result<()> {
        let bytes = serde_json::to_vec(kept).map_err(io::Error::from)?;
        let keep = Arc::clone(&self.means.keep);
        tokio::task::spawn_blocking(move || keep.save(&bytes)).await.map_err(io::Error::other)?
    }

    /// Changes a person's reminders and keeps the change; what could not be kept is not changed.
    async fn change<T>(&self, person: Uuid, change: impl FnOnce(&mut Person) -> T) -> io::Result<T> {
        let mut kept = self.kept.lock().await;
        let mut new = kept.clone();
        let done = change(new.people.entry(person).or_insert_with(Person::empty));
        self.save(&new).await?;
        *kept = new;
        drop(kept);
        self.changed.notify_one();
        Ok(done)
    }

    async fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().await
    }
}

impl Person {
    fn empty() -> Self {
        Self {
            settings: Settings::default(),
            zone: String::new(),
            language: String::new(),
            memory: counterpose_coach::reminder::Memory::default(),
            devices: vec![],
            letters: vec![],
            taken: std::collections::BTreeSet::new(),
            unwritten: vec![],
            calendar: None,
        }
    }
}

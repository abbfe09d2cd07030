//! A server with reminders, a clock that the test sets, and a push service of our own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use counterpose_coach::reminder::rule::QuietHours;
use counterpose_coach::reminder::{Rule, Settings, When};
use counterpose_journal::account::MemoryAccounts;
use counterpose_journal::tracking::ReminderAnswered;
use counterpose_journal::{Cursor, JournalStore, MemoryStore, Payload};
use counterpose_server::reminders::{Means, PrivateFile, Services, Titles};
use counterpose_server::{About, Access, Asset, Parts, Reminders, ServeError, serve};
use counterpose_testkit::http::{Answer, ask};
use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use uuid::Uuid;

use super::receiver::{Device, Receiver};

pub const PERSON: Uuid = Uuid::from_u128(0x70);
pub const MINUTE: i64 = 60_000;
pub const JSON: (&str, &str) = ("Content-Type", "application/json");

/// Ten in the morning of 10 March 2026 in London.
pub fn morning() -> i64 {
    london().to_timestamp(date(2026, 3, 10).at(10, 0, 0, 0)).unwrap().as_millisecond()
}

fn london() -> TimeZone {
    TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap()
}

pub fn settings() -> Settings {
    Settings {
        rules: vec![
            Rule {
                id: "secret-rule".into(),
                habit: "glute-squeeze".into(),
                when: When::Times { times: vec![time(10, 30, 0, 0), time(15, 0, 0, 0), time(22, 0, 0, 0)] },
                most_per_day: 8,
            },
            counterpose_coach::reminder::rule::squeeze(15),
        ],
        quiet_hours: vec![QuietHours { from: time(21, 0, 0, 0), to: time(8, 0, 0, 0) }],
        ..Settings::default()
    }
}

/// Only the first rule, so that a test knows what comes.
pub fn one_rule() -> Settings {
    let mut settings = settings();
    settings.rules.truncate(1);
    settings
}

pub struct World {
    pub address: SocketAddr,
    pub store: MemoryStore,
    pub reminders: Arc<Reminders>,
    pub receiver: Receiver,
    pub device: Device,
    clock: Arc<AtomicI64>,
    folder: PathBuf,
    stop: Option<oneshot::Sender<()>>,
    ended: Option<tokio::task::JoinHandle<Result<(), ServeError>>>,
}

fn no_file(_: &str) -> Option<Asset> {
    None
}

impl World {
    pub async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("counterpose-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let receiver = Receiver::start();
        let device = Device::new(9, &receiver.origin());
        let clock = Arc::new(AtomicI64::new(morning()));
        let reminders = Arc::new(Reminders::open(means(&folder, &clock, &receiver)).unwrap());
        let mut world = Self {
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            store: MemoryStore::new(),
            reminders,
            receiver,
            device,
            clock,
            folder,
            stop: None,
            ended: None,
        };
        world.serve().await;
        world
    }

    async fn serve(&mut self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        self.address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let about = About { keeper: Uuid::from_u128(1), person: PERSON, schema: 1, program: "0".to_owned() };
        let reminders = Some(Arc::clone(&self.reminders));
        let clock = Arc::clone(&self.clock);
        let now = Arc::new(move || clock.load(Ordering::Relaxed));
        let access = Access::loopback(Arc::new(MemoryAccounts::default()), now);
        let parts = Parts { store: self.store.clone(), assets: no_file, about, reminders, access };
        self.ended = Some(tokio::spawn(serve(listener, parts, async {
            stopped.await.ok();
        })));
        self.stop = Some(stop);
    }

    /// Ends the server and starts another from what was kept.
    pub async fn restart(&mut self) {
        self.stop().await;
        let means = means(&self.folder, &self.clock, &self.receiver);
        self.reminders = Arc::new(Reminders::open(means).unwrap());
        self.serve().await;
    }

    pub async fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        self.ended.take().unwrap().await.unwrap().unwrap();
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join("reminders.json")
    }

    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let (address, method, path, body) = (self.address, method.to_owned(), path.to_owned(), body.to_vec());
        let headers: Vec<(String, String)> =
            headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        tokio::task::spawn_blocking(move || {
            let headers: Vec<(&str, &str)> =
                headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            ask(address, &method, &path, &headers, &body).unwrap()
        })
        .await
        .unwrap()
    }

    /// Asks for something of the person's reminders.
    pub async fn on(&self, method: &str, rest: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/people/{PERSON}/reminders{rest}");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.ask(method, &path, &[JSON], body.as_bytes()).await
    }

    /// Turns reminders on for one device.
    pub async fn turn_on(&self, settings: &Settings) {
        let wish = json!({"settings": settings, "zone": "Europe/London", "language": "en"});
        let set = self.on("PUT", "", &wish).await;
        assert_eq!(set.status, 200, "{}", set.text());
        let on = self.on("POST", "/devices", &self.device.subscription()).await;
        assert_eq!(on.status, 200, "{}", on.text());
    }

    /// Goes on to so many minutes after ten, a round every two minutes as the server would.
    pub async fn until(&self, minutes: i64) {
        let end = morning() + minutes * MINUTE;
        loop {
            self.reminders.round(&self.store).await;
            let now = self.clock.load(Ordering::SeqCst);
            if now >= end {
                break;
            }
            self.clock.store((now + 2 * MINUTE).min(end), Ordering::SeqCst);
        }
    }

    /// What became of reminders, as the journal has it.
    pub async fn written(&self) -> Vec<ReminderAnswered> {
        let entries = JournalStore::read(&self.store, PERSON, Cursor(0), 1000).await.unwrap().entries;
        let payloads = entries.iter().filter_map(|entry| Payload::decode(entry).unwrap());
        payloads
            .filter_map(|payload| match payload {
                Payload::ReminderAnswered(answered) => Some(answered),
                _ => None,
            })
            .collect()
    }

    pub async fn end(mut self) {
        self.stop().await;
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn means(folder: &std::path::Path, clock: &Arc<AtomicI64>, receiver: &Receiver) -> Means {
    let clock = Arc::clone(clock);
    Means {
        keep: Arc::new(PrivateFile(folder.join("reminders.json"))),
        now: Arc::new(move || clock.load(Ordering::SeqCst)),
        zone: |name| (name == "Europe/London").then(london),
        titles: |_, minutes| Titles { name: "Move".into(), entry: format!("Move for {minutes} minutes") },
        services: Services { besides: vec![receiver.origin()] },
        contact: "mailto:somebody@example.org".into(),
    }
}

//! A server behind a proxy's name, and people who talk to it with and without cookies.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use counterpose_journal::MemoryStore;
use counterpose_journal::account::{AccountStore, MemoryAccounts};
use counterpose_server::account::invitation;
use counterpose_server::{About, Access, Asset, Names, Parts, PublicUrl, ServeError, serve};
use counterpose_testkit::http::{Answer, ask};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use uuid::Uuid;

pub const OWNER: Uuid = Uuid::from_u128(0x70);
pub const KEEPER: Uuid = Uuid::from_u128(0x6b);
pub const HOST: &str = "counterpose.test";
pub const ORIGIN: &str = "https://counterpose.test";
pub const PASSWORD: &str = "kettle-orbit-fern";
const START_MS: i64 = 1_795_341_600_000;

pub fn no_file(_: &str) -> Option<Asset> {
    None
}

/// How a server is set up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Behind a proxy: accounts are demanded.
    Household,
    /// On this machine: nobody needs to log in.
    Loopback,
}

/// A running server.
pub struct World {
    pub address: SocketAddr,
    pub books: Arc<MemoryAccounts>,
    pub way: Way,
    clock: Arc<AtomicI64>,
    stop: Option<oneshot::Sender<()>>,
    ended: tokio::task::JoinHandle<Result<(), ServeError>>,
}

/// A question.
#[derive(Clone, Default)]
pub struct Question {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Question {
    pub fn get(path: &str) -> Self {
        Self { method: "GET", path: path.to_owned(), ..Self::default() }
    }

    pub fn post(path: &str, body: &Value) -> Self {
        let body = serde_json::to_vec(body).unwrap();
        let question = Self { method: "POST", path: path.to_owned(), headers: Vec::new(), body };
        question.with("Content-Type", "application/json")
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn cookie(self, cookie: &str) -> Self {
        self.with("Cookie", cookie)
    }
}

impl World {
    pub async fn new(way: Way) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let books = Arc::new(MemoryAccounts::default());
        let clock = Arc::new(AtomicI64::new(START_MS));
        let look = Arc::clone(&clock);
        let loopback = Access::loopback(
            Arc::<MemoryAccounts>::clone(&books),
            Arc::new(move || look.load(Ordering::SeqCst)),
        );
        let access = match way {
            Way::Loopback => loopback,
            Way::Household => Access {
                names: Names::Public(PublicUrl::parse(ORIGIN).unwrap()),
                demanded: true,
                behind_proxy: true,
                ..loopback
            },
        };
        let about = About { keeper: KEEPER, person: OWNER, schema: 1, program: "0.0.0".to_owned() };
        let parts = Parts { store: MemoryStore::new(), assets: no_file, about, reminders: None, access };
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(serve(listener, parts, async {
            stopped.await.ok();
        }));
        Self { address, books, way, clock, stop: Some(stop), ended }
    }

    pub async fn end(mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        self.ended.await.unwrap().unwrap();
    }

    pub fn now_ms(&self) -> i64 {
        self.clock.load(Ordering::SeqCst)
    }

    pub fn pass_ms(&self, ms: i64) {
        self.clock.fetch_add(ms, Ordering::SeqCst);
    }

    /// Asks by the server's own name, unless the question says another.
    pub async fn ask(&self, mut question: Question) -> Answer {
        if self.way == Way::Household && !question.headers.iter().any(|(name, _)| name == "Host") {
            question = question.with("Host", HOST);
        }
        let address = self.address;
        tokio::task::spawn_blocking(move || {
            let headers: Vec<(&str, &str)> =
                question.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            ask(address, question.method, &question.path, &headers, &question.body).unwrap()
        })
        .await
        .unwrap()
    }

    pub async fn link(&self, person: Uuid, may_invite: bool) -> String {
        let (token, invitation) = invitation(person, may_invite, self.now_ms() + 86_400_000).unwrap();
        self.books.invite(&invitation).await.unwrap();
        token
    }

    /// Makes an account by a link; the cookie it got.
    pub async fn join(&self, person: Uuid, name: &str, may_invite: bool) -> String {
        let token = self.link(person, may_invite).await;
        let body = json!({ "token": token, "name": name, "password": PASSWORD });
        let answer = self.ask(Question::post("/api/v1/account/invitations/accept", &body)).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        cookie(&answer)
    }

    pub async fn log_in(&self, name: &str, password: &str, from: &str) -> Answer {
        let body = json!({ "name": name, "password": password });
        let question = Question::post("/api/v1/account/log-in", &body);
        // On loopback nothing may look as if a proxy had passed it on.
        let household = self.way == Way::Household;
        self.ask(if household { question.with("X-Forwarded-For", from) } else { question }).await
    }
}

/// The cookie an answer sets, as a browser sends it back.
pub fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie").unwrap();
    set.split(';').next().unwrap().to_owned()
}

pub fn entries(person: Uuid) -> String {
    format!("/api/v1/people/{person}/entries")
}

pub fn is_problem(answer: &Answer, status: u16, name: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.json()["type"], format!("/problems/{name}"));
}

//! The server over a real socket: what it answers, what it refuses, and what it never says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may")]

use std::borrow::Cow;
use std::net::SocketAddr;
use std::sync::Arc;

use counterpose_journal::account::MemoryAccounts;
use counterpose_journal::contract::sample;
use counterpose_journal::sync::{BATCH_MAX, BODY_MAX_BYTES, PROTOCOL, Push};
use counterpose_journal::{
    Appended, Cursor, Entry, JournalStore, MemoryStore, Page, SharedJournalStore, StoreError,
};
use counterpose_server::{About, Access, Asset, CONTENT_SECURITY_POLICY, Parts, ServeError, serve};
use counterpose_testkit::http::{Answer, ask, raw};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use uuid::Uuid;

const PERSON: Uuid = Uuid::from_u128(0x70);
const KEEPER: Uuid = Uuid::from_u128(0x6b);
const JSON: (&str, &str) = ("Content-Type", "application/json");

fn file(path: &str) -> Option<Asset> {
    let (text, packed) = match path {
        "index.html" => ("<!doctype html><title>Counterpose</title>", true),
        "sw.js" => ("self", false),
        "client-0f3a9c21b7de.wasm" => ("\0asm", false),
        _ => return None,
    };
    Some(Asset {
        bytes: Cow::Borrowed(text.as_bytes()),
        gzip: packed.then_some(Cow::Borrowed(b"packed".as_slice())),
        brotli: None,
        hash: Cow::Borrowed("abc123"),
    })
}

fn loopback() -> Access {
    Access::loopback(Arc::new(MemoryAccounts::default()), Arc::new(|| 1_795_341_600_000))
}

/// A server on a free port and the thread-free way to end it.
struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    ended: tokio::task::JoinHandle<Result<(), ServeError>>,
}

async fn start<S: SharedJournalStore + 'static>(store: S) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let about = About { keeper: KEEPER, person: PERSON, schema: 1, program: "0.0.0".to_owned() };
    let parts = Parts { store, assets: file, about, reminders: None, access: loopback() };
    let ended = tokio::spawn(serve(listener, parts, async {
        stopped.await.ok();
    }));
    Running { address, stop: Some(stop), ended }
}

impl Running {
    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
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

    async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"").await
    }

    async fn push(&self, entries: &[Entry]) -> Answer {
        let body = serde_json::to_vec(&Push { protocol: PROTOCOL, entries: entries.to_vec() }).unwrap();
        self.ask("POST", &entries_path(), &[JSON], &body).await
    }

    async fn stop(mut self) {
        self.stop.take().unwrap().send(()).unwrap();
        self.ended.await.unwrap().unwrap();
    }
}

fn entries_path() -> String {
    format!("/api/v1/people/{PERSON}/entries")
}

fn is_problem(answer: &Answer, status: u16, name: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let problem = answer.json();
    assert_eq!(problem["type"], format!("/problems/{name}"));
    assert_eq!(problem["status"], status);
    assert!(problem["title"].as_str().unwrap().len() > 5 && problem["detail"].as_str().unwrap().len() > 10);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn entries_go_in_once_and_come_out_as_they_were() {
    let server = start(MemoryStore::new()).await;
    let hello = server.get("/api/v1/hello").await.json();
    assert_eq!(hello["person"], PERSON.to_string());
    assert_eq!(hello["keeper"], KEEPER.to_string());
    assert_eq!(hello["protocol"], PROTOCOL);

    let mut entries: Vec<Entry> = (0..7).map(sample).collect();
    entries[3].kind = "kind-of-2031".to_owned();
    entries[3].payload = serde_json::from_str(r#"{ "b" : 1e400, "a":[ ] }"#).unwrap();
    let first = server.push(&entries).await;
    assert_eq!((first.json()["added"].as_u64(), first.json()["known"].as_u64()), (Some(7), Some(0)));
    let again = server.push(&entries).await;
    assert_eq!((again.json()["added"].as_u64(), again.json()["known"].as_u64()), (Some(0), Some(7)));

    let (mut got, mut after) = (Vec::new(), 0);
    loop {
        let answer = server.get(&format!("{}?after={after}&limit=3", entries_path())).await;
        let page: counterpose_journal::sync::Pulled = serde_json::from_slice(&answer.body).unwrap();
        assert!(page.entries.len() <= 3);
        assert_eq!(page.keeper, KEEPER);
        got.extend(page.entries);
        after = page.cursor.0;
        if !page.more {
            break;
        }
    }
    assert_eq!(got, entries);
    assert_eq!(server.get("/api/v1/health").await.json()["status"], "ok");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_callers_mistakes_are_named_and_change_nothing() {
    let store = MemoryStore::new();
    let server = start(store.clone()).await;
    server.push(&[sample(0)]).await;
    let path = entries_path();
    let bad = |body: &'static str| server.ask("POST", &path, &[JSON], body.as_bytes());
    is_problem(&bad("").await, 400, "bad-push");
    is_problem(&bad("[1,2").await, 400, "bad-push");
    is_problem(&bad(r#"{"protocol":1}"#).await, 400, "bad-push");
    let unknown = bad(r#"{"protocol":1,"entries":[],"colour":"red"}"#).await;
    is_problem(&unknown, 400, "bad-push");
    assert!(unknown.text().contains("colour"));
    is_problem(&bad(r#"{"protocol":99,"entries":[],"colour":"red"}"#).await, 400, "other-protocol");

    let refused = server.push(&[sample(1), Entry { lamport: 0, ..sample(2) }]).await;
    is_problem(&refused, 422, "entry-refused");
    assert_eq!(refused.json()["entry"], sample(2).id.to_string());
    let conflict = server.push(&[sample(1), Entry { version: 2, ..sample(0) }]).await;
    is_problem(&conflict, 409, "entry-conflict");
    assert_eq!(conflict.json()["entry"], sample(0).id.to_string());

    let many: Vec<Entry> = (0..=BATCH_MAX as u64).map(sample).collect();
    is_problem(&server.push(&many).await, 413, "too-large");
    let huge = vec![b' '; BODY_MAX_BYTES + 1];
    is_problem(&server.ask("POST", &path, &[JSON], &huge).await, 413, "too-large");

    let stranger = format!("/api/v1/people/{}/entries", Uuid::from_u128(5));
    is_problem(&server.get(&stranger).await, 404, "no-such-person");
    is_problem(&server.get("/api/v1/people/me/entries").await, 404, "no-such-person");
    is_problem(&server.get(&format!("{path}?after=soon")).await, 400, "bad-query");
    is_problem(&server.get(&format!("{path}?afer=1")).await, 400, "bad-query");
    for beyond in ["after=9007199254740992", "limit=1000001"] {
        is_problem(&server.get(&format!("{path}?{beyond}")).await, 400, "bad-query");
    }
    for method in ["TRACE", "QUERY"] {
        assert_eq!(server.ask(method, "/api/v1/hello", &[], b"").await.status, 405, "{method}");
    }
    is_problem(&server.get("/api/v1/nothing").await, 404, "no-such-path");
    is_problem(&server.get("/api/v7/hello").await, 404, "no-such-path");
    is_problem(&server.get("/api").await, 404, "no-such-path");
    let deleted = server.ask("DELETE", &path, &[JSON], b"").await;
    is_problem(&deleted, 405, "wrong-method");
    assert!(deleted.header("allow").unwrap().contains("POST"));

    let kept = JournalStore::read(&store, PERSON, Cursor(0), 1000).await.unwrap().entries;
    assert_eq!(kept, [sample(0)], "a refused batch left something behind");
    server.stop().await;
}

/// A body that is announced and never comes to its end leaves nothing behind, and the server goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_body_leaves_nothing_behind() {
    let store = MemoryStore::new();
    let server = start(store.clone()).await;
    let address = server.address;
    let body = serde_json::to_string(&Push { protocol: PROTOCOL, entries: vec![sample(0)] }).unwrap();
    let half = &body[..body.len() / 2];
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{half}",
        entries_path(),
        body.len()
    );
    tokio::task::spawn_blocking(move || {
        use std::io::Write;
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
    })
    .await
    .unwrap();
    assert_eq!(server.get("/api/v1/health").await.status, 200);
    let kept = JournalStore::read(&store, PERSON, Cursor(0), 10).await.unwrap().entries;
    assert!(kept.is_empty());
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_foreign_name_is_refused_dns_rebinding() {
    let server = start(MemoryStore::new()).await;
    for host in
        ["evil.example", "evil.example:7878", "127.0.0.1.nip.io", "192.168.0.9", "localhost.evil.example"]
    {
        for path in ["/", "/api/v1/hello", &entries_path()] {
            let answer = server.ask("GET", path, &[("Host", host)], b"").await;
            is_problem(&answer, 421, "host-not-ours");
        }
    }
    let port = server.address.port();
    for host in [format!("localhost:{port}"), "127.0.0.1".to_owned(), "[::1]:9000".to_owned()] {
        assert_eq!(server.ask("GET", "/api/v1/hello", &[("Host", &host)], b"").await.status, 200, "{host}");
    }
    let address = server.address;
    let without = tokio::task::spawn_blocking(move || {
        raw(address, b"GET /api/v1/hello HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap()
    });
    assert_eq!(without.await.unwrap().status, 400);
    let absolute = tokio::task::spawn_blocking(move || {
        let head =
            b"GET http://evil.example/api/v1/hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        raw(address, head).unwrap()
    });
    assert_eq!(absolute.await.unwrap().status, 421);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_another_origin_is_refused() {
    let store = MemoryStore::new();
    let server = start(store.clone()).await;
    let own = format!("http://{}", server.address);
    let body = serde_json::to_vec(&Push { protocol: PROTOCOL, entries: vec![sample(0)] }).unwrap();
    let path = entries_path();
    let origins =
        ["http://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "https://127.0.0.1"];
    for origin in origins {
        let answer = server.ask("POST", &path, &[JSON, ("Origin", origin)], &body).await;
        is_problem(&answer, 403, "foreign-page");
        is_problem(&server.ask("GET", &path, &[("Origin", origin)], b"").await, 403, "foreign-page");
        is_problem(&server.ask("OPTIONS", &path, &[("Origin", origin)], b"").await, 403, "foreign-page");
    }
    for site in ["cross-site", "same-site"] {
        is_problem(&server.ask("GET", &path, &[("Sec-Fetch-Site", site)], b"").await, 403, "foreign-page");
    }
    // What a form can send without asking first.
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let answer = server.ask("POST", &path, &[("Content-Type", kind)], &body).await;
        is_problem(&answer, 415, "not-json");
    }
    let kept = JournalStore::read(&store, PERSON, Cursor(0), 10).await.unwrap().entries;
    assert!(kept.is_empty(), "a foreign page wrote");

    // A link from elsewhere may open the page; it just gets nothing to read.
    let opened = server.ask("GET", "/", &[("Sec-Fetch-Site", "cross-site")], b"").await;
    assert_eq!(opened.status, 200);
    let fine =
        server.ask("POST", &path, &[JSON, ("Origin", &own), ("Sec-Fetch-Site", "same-origin")], &body).await;
    assert_eq!(fine.status, 200);
    assert_eq!(fine.header("access-control-allow-origin"), None);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_policy() {
    let exact = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; media-src blob:; \
                 connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";
    assert_eq!(CONTENT_SECURITY_POLICY, exact);
    let server = start(MemoryStore::new()).await;
    let mut answers = vec![server.ask("GET", "/", &[("Host", "evil.example")], b"").await];
    for path in ["/", "/sw.js", "/missing.js", "/library/pigeon", "/api/v1/hello", "/api/v1/nothing"] {
        answers.push(server.get(path).await);
    }
    for answer in answers {
        assert_eq!(answer.header("content-security-policy"), Some(exact));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert!(answer.header("permissions-policy").unwrap().contains("camera=()"));
        assert!(answer.header("cache-control").is_some());
        assert_eq!(answer.header("server"), None);
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_come_with_their_type_their_tag_and_their_age() {
    let server = start(MemoryStore::new()).await;
    let module = server.get("/client-0f3a9c21b7de.wasm").await;
    assert_eq!(module.header("content-type"), Some("application/wasm"));
    assert_eq!(module.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let worker = server.get("/sw.js").await;
    assert_eq!(worker.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(worker.header("cache-control"), Some("no-cache"));

    let page = server.get("/").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("etag"), Some("\"abc123\""));
    assert_eq!(server.get("/library/pigeon").await.body, page.body, "a page of the client");
    let same = server.ask("GET", "/", &[("If-None-Match", "W/\"abc123\"")], b"").await;
    assert_eq!((same.status, same.body.len()), (304, 0));
    let head = server.ask("HEAD", "/", &[], b"").await;
    assert_eq!((head.status, head.body.len()), (200, 0));

    let packed = server.ask("GET", "/", &[("Accept-Encoding", "br, gzip")], b"").await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.body, b"packed");
    assert_eq!(packed.header("etag"), Some("\"abc123-gzip\""));
    assert_eq!(packed.header("vary"), Some("accept-encoding"));

    is_problem(&server.get("/missing.js").await, 404, "no-such-file");
    is_problem(&server.get("/../Cargo.toml").await, 404, "no-such-file");
    is_problem(&server.ask("POST", "/", &[JSON], b"{}").await, 405, "wrong-method");
    server.stop().await;
}

/// A keeper that always fails in one way.
struct Failing(StoreError);

impl SharedJournalStore for Failing {
    async fn append(&self, _: Uuid, _: &[Entry]) -> Result<Appended, StoreError> {
        Err(self.0.clone())
    }

    async fn read(&self, _: Uuid, _: Cursor, _: usize) -> Result<Page, StoreError> {
        Err(self.0.clone())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn failures_of_the_storage_are_ours_and_tell_nothing_of_the_machine() {
    let secret = "/home/anna/.local/share/counterpose/journal.db";
    let detail = || secret.to_owned();
    let cases = [
        (StoreError::Full { detail: detail() }, 507, "storage-full"),
        (StoreError::Locked { detail: detail() }, 503, "storage-busy"),
        (StoreError::Permission { detail: detail() }, 503, "storage-not-writable"),
        (StoreError::Corrupt { detail: detail() }, 500, "storage-damaged"),
        (StoreError::Later { detail: detail() }, 503, "storage-later"),
        (StoreError::Other { detail: detail() }, 500, "storage-failed"),
    ];
    for (error, status, name) in cases {
        let server = start(Failing(error)).await;
        for answer in [
            server.push(&[sample(0)]).await,
            server.get(&entries_path()).await,
            server.get("/api/v1/health").await,
        ] {
            is_problem(&answer, status, name);
            assert!(!answer.text().contains("anna"), "{}", answer.text());
        }
        server.stop().await;
    }
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let about = About { keeper: KEEPER, person: PERSON, schema: 1, program: "0".to_owned() };
    let parts = Parts { store: MemoryStore::new(), assets: file, about, reminders: None, access: loopback() };
    let error = serve(listener, parts, async {}).await.unwrap_err();
    assert!(matches!(error, ServeError::Open(_)));
    assert!(error.to_string().contains("accounts are needed"), "{error}");
}

/// What is under way when the end is asked for still gets its answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn stopping_lets_what_is_under_way_finish() {
    /// A keeper that needs a while.
    struct Slow(MemoryStore);

    impl SharedJournalStore for Slow {
        async fn append(&self, person: Uuid, entries: &[Entry]) -> Result<Appended, StoreError> {
            tokio::time::sleep(core::time::Duration::from_millis(300)).await;
            JournalStore::append(&self.0, person, entries).await
        }

        async fn read(&self, person: Uuid, after: Cursor, limit: usize) -> Result<Page, StoreError> {
            JournalStore::read(&self.0, person, after, limit).await
        }
    }

    let store = MemoryStore::new();
    let mut server = start(Slow(store.clone())).await;
    let stop = server.stop.take().unwrap();
    let entries = [sample(0)];
    let (answer, ()) = tokio::join!(server.push(&entries), async {
        tokio::time::sleep(core::time::Duration::from_millis(100)).await;
        stop.send(()).unwrap();
    });
    assert_eq!(answer.status, 200);
    server.ended.await.unwrap().unwrap();
    assert_eq!(JournalStore::read(&store, PERSON, Cursor(0), 10).await.unwrap().entries.len(), 1);
}

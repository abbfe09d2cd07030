//! Two real servers on one PostgreSQL, the move there, and erasing: as people run them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::thread;

use counterpose_app::sync::Request;
use counterpose_journal::contract::{sample, since};
use counterpose_journal::sync::Pulled;
use counterpose_journal::{Cursor, Entry, Floor, export};
use counterpose_testkit::http::ask;
use counterpose_testkit::postgres::Postgres;
use uuid::Uuid;

use super::{Scratch, Server, counterpose, push, run, said};

/// One of several servers on a database.
struct Shared {
    child: Child,
    address: SocketAddr,
}

impl Shared {
    fn start(url: &str) -> Self {
        let mut child = counterpose()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("COUNTERPOSE_DATABASE", url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("the server ended before it named its address").unwrap();
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.trim_end_matches('/').parse().unwrap();
            }
        };
        thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    fn hello(&self) -> (Uuid, Uuid) {
        let hello = ask(self.address, "GET", "/api/v1/hello", &[], b"").unwrap().json();
        let of = |name: &str| hello[name].as_str().unwrap().parse().unwrap();
        (of("keeper"), of("person"))
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn page(address: SocketAddr, person: Uuid, after: Cursor) -> Pulled {
    let request = Request::Pull { person, after, limit: 50 };
    serde_json::from_slice(&ask(address, "GET", &request.path(), &[], b"").unwrap().body).unwrap()
}

fn everything(address: SocketAddr, person: Uuid) -> Vec<Entry> {
    let (mut entries, mut cursor) = (Vec::new(), Cursor(0));
    loop {
        let page = page(address, person, cursor);
        entries.extend(page.entries);
        cursor = page.cursor;
        if !page.more {
            return entries;
        }
    }
}

/// Eight clients push through both servers, some batches through both, while two readers follow; one server is
/// killed and started anew in the middle. Nothing is lost, nothing is there twice, and no reader's cursor skips.
#[test]
fn two_servers_on_one_postgresql_lose_and_double_nothing() {
    const CLIENTS: u64 = 8;
    const BATCHES: u64 = 12;
    let Some(database) = Postgres::start() else { return };
    let url = database.url();
    let (one, mut two) = (Shared::start(&url), Shared::start(&url));
    assert_eq!(one.hello(), two.hello());
    let person = one.hello().1;
    let total = usize::try_from(CLIENTS * BATCHES * 5).unwrap();
    let addresses = std::sync::Mutex::new([one.address, two.address]);
    let at = |n: usize| addresses.lock().unwrap()[n % 2];
    let mut followed: BTreeMap<usize, Vec<Uuid>> = BTreeMap::new();
    thread::scope(|scope| {
        let readers: Vec<_> = (0..2)
            .map(|reader| {
                scope.spawn(move || {
                    let (mut seen, mut cursor) = (Vec::new(), Cursor(0));
                    while seen.len() < total {
                        let request = Request::Pull { person, after: cursor, limit: 7 };
                        let Ok(answer) = ask(at(reader), "GET", &request.path(), &[], b"") else { continue };
                        let Ok(page) = serde_json::from_slice::<Pulled>(&answer.body) else { continue };
                        cursor = page.cursor;
                        seen.extend(page.entries.into_iter().map(|entry| entry.id));
                    }
                    seen
                })
            })
            .collect();
        for client in 0..CLIENTS {
            scope.spawn(move || {
                for batch in 0..BATCHES {
                    let first = client * 1000 + batch * 5;
                    let entries: Vec<Entry> = (first..first + 5).map(sample).collect();
                    let server = usize::try_from(client + batch).unwrap();
                    // Again and again, through the one and the other, until one has said yes.
                    let mut tries = 0;
                    while !push(at(server + tries), person, &entries).is_ok_and(|answer| answer.status == 200)
                    {
                        tries += 1;
                        assert!(tries < 500, "nobody takes batch {first}");
                        thread::sleep(std::time::Duration::from_millis(20));
                    }
                    if batch % 3 == 0 {
                        let again = push(at(server + 1), person, &entries);
                        assert!(again.is_err() || again.unwrap().json()["added"] == 0);
                    }
                }
            });
        }
        thread::sleep(std::time::Duration::from_millis(300));
        two.child.kill().unwrap();
        two.child.wait().unwrap();
        two = Shared::start(&url);
        addresses.lock().unwrap()[1] = two.address;
        for (number, reader) in readers.into_iter().enumerate() {
            followed.insert(number, reader.join().unwrap());
        }
    });
    let kept: Vec<Uuid> = everything(one.address, person).into_iter().map(|entry| entry.id).collect();
    assert_eq!(kept.len(), total, "something is lost or there twice");
    for (reader, seen) in followed {
        assert_eq!(seen, kept, "reader {reader} skipped something");
    }
}

#[test]
fn a_folder_moves_to_postgresql_and_devices_go_on() {
    let Some(database) = Postgres::start() else { return };
    let scratch = Scratch::new("migrate");
    let url = database.url();
    let from = scratch.data();
    let migrate = |words: &[&str]| {
        counterpose()
            .args(["migrate", "--from", from.to_str().unwrap(), "--to", &url])
            .args(words)
            .output()
            .unwrap()
    };
    assert!(said(&migrate(&[])).contains("no journal in"));
    let mut server = Server::start(&from);
    let person = server.person;
    for batch in (0..900).map(sample).collect::<Vec<_>>().chunks(300) {
        assert_eq!(server.push(batch).unwrap().status, 200);
    }
    assert!(said(&migrate(&[])).contains("another counterpose serves"), "it moved what is being written");
    server.kill();
    let done = migrate(&["--json"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(said(&done).trim(), r#"{"copied":900,"people":1,"verified":900}"#);
    let again = migrate(&["--json"]);
    assert_eq!(said(&again).trim(), r#"{"copied":0,"people":1,"verified":900}"#);

    let moved = Shared::start(&url);
    assert_eq!(moved.hello().1, person);
    assert_eq!(everything(moved.address, person), (0..900).map(sample).collect::<Vec<_>>());
    // The commands speak to the database too.
    let on_database = |words: &[&str]| counterpose().args(words).args(["--database", &url]).output().unwrap();
    let exported = on_database(&["export"]);
    let read = export::read(&String::from_utf8(exported.stdout).unwrap()).unwrap();
    assert_eq!(read.entries.len(), 900);
    let report = said(&on_database(&["doctor", "--report"]));
    assert!(report.contains("PostgreSQL") && report.contains("entries: 900 of 1 people"), "{report}");
    assert!(!report.contains("postgres://") && !report.contains(&person.to_string()), "{report}");
    assert!(said(&on_database(&["backup", "x.db"])).contains("pg_dump"));
    let both = run(&from, &["export", "--database", &url]);
    assert_eq!(both.status.code(), Some(2));
    assert!(said(&both).contains("not both"), "{}", said(&both));
}

#[test]
fn erased_is_erased_in_every_file_and_for_every_device() {
    let scratch = Scratch::new("erase");
    let mut server = Server::start(&scratch.data());
    let secret = "whispered-into-the-diary";
    let mut told = sample(3);
    told.payload = serde_json::from_str(&format!(r#"{{"key":"note","value":"{secret}"}}"#)).unwrap();
    assert_eq!(server.push(&[sample(1), told.clone()]).unwrap().status, 200);
    let backup = scratch.file("old.db");
    assert!(run(&scratch.data(), &["backup", backup.to_str().unwrap()]).status.success());
    server.kill();
    assert!(run(&scratch.data(), &["restore", backup.to_str().unwrap()]).status.success());
    let server = Server::start(&scratch.data());
    let asked = run(&scratch.data(), &["erase"]);
    assert_eq!(asked.status.code(), Some(2));
    assert!(said(&asked).contains("--yes") && said(&asked).contains("2 entries"), "{}", said(&asked));
    assert_eq!(server.everything().len(), 2);

    // While the server runs.
    let done = run(&scratch.data(), &["erase", "--yes", "--json"]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains(r#""erased":2"#), "{}", said(&done));
    let left = server.everything();
    assert_eq!(left.len(), 1);
    assert!(Floor::of(&left[0]).is_some());
    assert_eq!(left[0].zone, "Etc/UTC");
    for file in fs::read_dir(scratch.data()).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{} still holds it", path.display());
    }
    // A phone that was away brings it back and goes home without it.
    let old = server.push(&[told, since(&left[0], 9)]).unwrap();
    assert_eq!((old.json()["added"].as_u64(), old.json()["known"].as_u64()), (Some(1), Some(1)));
    assert_eq!(server.everything().len(), 2);
}

/// The log of a server at its most talkative, as JSON, tells nothing of the person.
#[test]
fn the_structured_log_tells_nothing_of_the_person() {
    let scratch = Scratch::new("log");
    let log = scratch.file("log.jsonl");
    let mut command: Command = counterpose();
    let mut child = command
        .args(["serve", "--listen", "127.0.0.1:0", "--data", scratch.data().to_str().unwrap()])
        .env("COUNTERPOSE_LOG", "debug")
        .env("COUNTERPOSE_LOG_FORMAT", "json")
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address: SocketAddr = loop {
        let line = lines.next().unwrap().unwrap();
        if let Some((_, rest)) = line.split_once("http://") {
            break rest.trim_end_matches('/').parse().unwrap();
        }
    };
    thread::spawn(move || lines.for_each(drop));
    let hello = ask(address, "GET", "/api/v1/hello", &[], b"").unwrap().json();
    let person: Uuid = hello["person"].as_str().unwrap().parse().unwrap();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/journal/v1/every-kind.jsonl");
    let entries = export::read_lines(&fs::read_to_string(golden).unwrap()).unwrap();
    assert_eq!(push(address, person, &entries).unwrap().status, 200);
    assert_eq!(everything(address, person).len(), entries.len());
    let metrics = ask(address, "GET", "/api/v1/metrics", &[], b"").unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let text = fs::read_to_string(&log).unwrap();
    let mut answered = 0;
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        answered += usize::from(line["fields"]["message"] == "answered");
    }
    assert!(answered >= 4, "{text}");
    let taken = format!("counterpose_entries_added_total {}", entries.len());
    assert!(metrics.text().contains(&taken), "{}", metrics.text());
    let device = entries[0].device.to_string();
    for told in [&text, &metrics.text()] {
        for secret in ["buttock", "1984", "clamshell", "Europe", &person.to_string(), &device] {
            assert!(!told.contains(secret), "the log or the metrics tell {secret}");
        }
    }
}

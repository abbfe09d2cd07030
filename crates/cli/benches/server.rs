//! What the real server carries over loopback: entries a second, histories of ten years a second, memory for a thousand
//! open clients; beside it what the disk and the wire allow.
//!
//! Run by `cargo xtask bench server`; the word is `quick` or `full`. The clients run on the same machine and take their
//! share of it, so a server with a machine of its own does better.

#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_precision_loss, reason = "a bench may")]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use counterpose_journal::contract::sample;
use counterpose_journal::sync::{PROTOCOL, Push};
use counterpose_testkit::postgres::Postgres;

/// Ten years at eight entries a day.
const TEN_YEARS: u64 = 10 * 365 * 8;
const BATCH: u64 = 100;
const CLIENTS: u64 = 4;

struct Served {
    child: Child,
    address: SocketAddr,
    person: String,
}

impl Served {
    fn start(data: &Path, database: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_counterpose"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        match database {
            Some(url) => command.env("COUNTERPOSE_DATABASE", url),
            None => command.env_remove("COUNTERPOSE_DATABASE").arg("--data").arg(data),
        };
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().unwrap().unwrap();
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.trim_end_matches('/').parse().unwrap();
            }
        };
        thread::spawn(move || lines.for_each(drop));
        let hello = Line::open(address).ask("GET", "/api/v1/hello", &[]);
        let hello: serde_json::Value = serde_json::from_slice(&hello).unwrap();
        Self { child, address, person: hello["person"].as_str().unwrap().to_owned() }
    }

    fn entries(&self) -> String {
        format!("/api/v1/people/{}/entries", self.person)
    }

    /// Resident memory in kB; only Linux tells.
    fn memory_kb(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// One connection that is kept, as a browser keeps it.
struct Line {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

impl Line {
    fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        Self { stream: BufReader::new(stream), address }
    }

    fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        self.stream.get_mut().write_all(&[head.as_bytes(), body].concat()).unwrap();
        let (mut length, mut status, mut line) = (0, String::new(), String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            if status.is_empty() {
                status.clone_from(&line);
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        assert!(status.contains(" 200 "), "{status}");
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).unwrap();
        answer
    }
}

fn body(first: u64, count: u64) -> Vec<u8> {
    let entries = (first..first + count).map(sample).collect();
    serde_json::to_vec(&Push { protocol: PROTOCOL, entries }).unwrap()
}

/// Entries and bytes a second that several clients push at once, in batches.
fn pushing(served: &Served, total: u64, batch: u64) -> (f64, f64) {
    let began = Instant::now();
    let bytes: usize = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                scope.spawn(move || {
                    let (mut line, mut bytes) = (Line::open(served.address), 0);
                    let share = total / CLIENTS;
                    for n in 0..share / batch {
                        let body = body(batch * 10_000_000 + client * share + n * batch, batch);
                        bytes += body.len();
                        line.ask("POST", &served.entries(), &body);
                    }
                    bytes
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).sum()
    });
    let seconds = began.elapsed().as_secs_f64();
    (total as f64 / seconds, bytes as f64 / seconds)
}

/// Whole histories a second that several clients read at once, and the bytes of one.
fn opening(served: &Served, times: u64) -> (f64, usize) {
    let began = Instant::now();
    let bytes: usize = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(move || {
                    let mut line = Line::open(served.address);
                    let mut bytes = 0;
                    for _ in 0..times.div_ceil(CLIENTS) {
                        let (mut after, mut more) = (0, true);
                        while more {
                            let answer = line.ask("GET", &format!("{}?after={after}", served.entries()), &[]);
                            bytes += answer.len();
                            let page: serde_json::Value = serde_json::from_slice(&answer).unwrap();
                            after = page["cursor"].as_u64().unwrap();
                            more = page["more"].as_bool().unwrap();
                        }
                    }
                    bytes
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).sum()
    });
    let opened = times.div_ceil(CLIENTS) * CLIENTS;
    (opened as f64 / began.elapsed().as_secs_f64(), bytes / usize::try_from(opened).unwrap())
}

/// Kilobytes of memory for so many clients that are open and have asked once. Both ends are on this machine, where a
/// process often may not hold more than 1024 files.
fn memory(served: &Served, clients: usize) -> Option<u64> {
    let before = served.memory_kb()?;
    let mut lines: Vec<Line> = (0..clients).map(|_| Line::open(served.address)).collect();
    for line in &mut lines {
        line.ask("GET", "/api/v1/hello", &[]);
    }
    Some(served.memory_kb()?.saturating_sub(before))
}

/// How often this disk can make a page of 4 KiB safe one after another, and how many bytes a second it takes in a row.
fn disk(folder: &Path) -> (f64, f64) {
    let path = folder.join("disk");
    let mut file = File::create(&path).unwrap();
    let (began, mut syncs) = (Instant::now(), 0);
    while syncs < 2000 && began.elapsed().as_secs() < 3 {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
        syncs += 1;
    }
    let syncs = f64::from(syncs) / began.elapsed().as_secs_f64();
    let (began, piece) = (Instant::now(), vec![7; 1 << 20]);
    for _ in 0..128 {
        file.write_all(&piece).unwrap();
    }
    file.sync_data().unwrap();
    let bytes = f64::from(128 << 20) / began.elapsed().as_secs_f64();
    fs::remove_file(path).ok();
    (syncs, bytes)
}

fn main() {
    let full = match std::env::args().find(|word| word == "quick" || word == "full") {
        Some(word) => word == "full",
        // `cargo test --benches` and the like call without our word: then there is nothing to measure.
        None => return,
    };
    let folder = std::env::temp_dir().join(format!("cpb-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (syncs, bytes) = disk(&folder);
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!(
        "\nThis machine: {cores} cores; {syncs:.0} syncs of 4 KiB a second one after another; {:.0} MB a second \
              in a row.",
        bytes / 1e6
    );
    let one = body(0, 1).len() - body(0, 0).len();
    println!(
        "An entry is {one} bytes on the wire; one sync a push of {BATCH} allows {:.0} entries a second, the disk's \
              bytes {:.0}.\n",
        syncs * BATCH as f64,
        bytes / one as f64
    );
    println!(
        "| database | entries a second, batches of {BATCH} | pushes of 1 a second | histories of 10 years a second \
              | bytes of one | kB for 1000 open clients |"
    );
    println!("| --- | --- | --- | --- | --- | --- |");
    let postgres = Postgres::start_with(true);
    let url = postgres.as_ref().map(Postgres::url);
    for (name, database) in [("SQLite", None), ("PostgreSQL", url.as_deref())] {
        if name == "PostgreSQL" && database.is_none() {
            continue;
        }
        let served = Served::start(&folder.join("data"), database);
        let (entries, _) = pushing(&served, TEN_YEARS, BATCH);
        let (opened, history) = opening(&served, if full { 40 } else { 8 });
        let (single, _) = pushing(&served, if full { 4000 } else { 400 }, 1);
        let memory = memory(&served, 800).map_or("not told here".to_owned(), |kb| (kb * 5 / 4).to_string());
        println!("| {name} | {entries:.0} | {single:.0} | {opened:.2} | {history} | {memory} |");
    }
    fs::remove_dir_all(&folder).ok();
}

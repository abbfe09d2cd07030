//! The server, really killed while it writes, many times: nothing it acknowledged is lost, no batch is half there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use e2e::folder::Folder;
use e2e::http;
use e2e::runner::{self, Runner};
use e2e::server::Server;
use e2e::{Failure, Outcome, expect};
use serde_json::{Value, json};

const ROUNDS: u32 = 40;
const WRITERS: u64 = 3;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(binary) = std::env::var_os("COUNTERPOSE_BIN").map(PathBuf::from) else {
        runner::skip(1, "COUNTERPOSE_BIN does not name the binary");
        return ExitCode::SUCCESS;
    };
    let runner = Runner::default()
        .with("what_the_server_acknowledged_survives_being_killed", move || killed_again_and_again(binary));
    if runner.run(1).await { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the writers sent: each batch by its number, its entries by identifier, and whether it was acknowledged.
#[derive(Default)]
struct Sent {
    batches: Vec<Batch>,
}

struct Batch {
    entries: BTreeMap<String, Value>,
    acknowledged: bool,
}

async fn killed_again_and_again(binary: PathBuf) -> Outcome<()> {
    let data = Folder::new("kill")?;
    let mut server = Server::start(&binary, data.path()).await?;
    let hello = http::get(server.port(), "/api/v1/hello").await?.json()?;
    let person =
        hello["person"].as_str().ok_or_else(|| Failure::new(format!("no person in {hello}")))?.to_owned();
    let sent = Arc::new(Mutex::new(Sent::default()));
    let mut chance = Chance::new();
    for round in 0..ROUNDS {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (sent, person, port) = (Arc::clone(&sent), person.clone(), server.port());
                let chance = Chance(chance.next() ^ writer);
                tokio::spawn(async move { write_until_it_dies(port, &person, chance, &sent).await })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(5 + chance.below(150))).await;
        server.kill().await?;
        for writer in writers {
            writer.await.map_err(|error| Failure::new(error.to_string()))??;
        }
        server.restart().await?;
        let kept = read_everything(server.port(), &person).await?;
        compare(&sent, &kept)
            .map_err(|failure| failure.during(&format!("round {round}, seed {}", chance.0)))?;
    }
    let acknowledged = lock(&sent).batches.iter().filter(|batch| batch.acknowledged).count();
    // Killed before anything was acknowledged would prove nothing.
    expect!(
        acknowledged > ROUNDS as usize,
        "only {acknowledged} batches were acknowledged in {ROUNDS} rounds"
    );
    println!("{ROUNDS} kills, {acknowledged} acknowledged batches, none lost");
    server.kill().await
}

fn lock(sent: &Mutex<Sent>) -> std::sync::MutexGuard<'_, Sent> {
    sent.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn write_until_it_dies(port: u16, person: &str, mut chance: Chance, sent: &Mutex<Sent>) -> Outcome<()> {
    loop {
        let entries: Vec<Value> = (0..=chance.below(20)).map(|_| entry(&mut chance)).collect();
        let by_id = entries
            .iter()
            .map(|entry| (entry["id"].as_str().unwrap_or_default().to_owned(), entry.clone()))
            .collect();
        let number = {
            let mut sent = lock(sent);
            sent.batches.push(Batch { entries: by_id, acknowledged: false });
            sent.batches.len() - 1
        };
        let body = json!({"protocol": 1, "entries": entries});
        match http::post(port, &format!("/api/v1/people/{person}/entries"), &body).await {
            Ok(answer) if answer.status == 200 => lock(sent).batches[number].acknowledged = true,
            Ok(answer) => {
                let words = String::from_utf8_lossy(&answer.body).into_owned();
                return Err(Failure::new(format!("the server refused: {} {words}", answer.status)));
            }
            // Killed in the middle: whether this batch is in is the server's secret until it is back.
            Err(_) => return Ok(()),
        }
    }
}

fn entry(chance: &mut Chance) -> Value {
    let (high, low) = (chance.next(), chance.next());
    let id = format!(
        "{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        (low >> 48) & 0xfff,
        low & 0xffff_ffff_ffff
    );
    json!({
        "id": id, "device": "00000000-0000-7000-8000-0000000000d0", "lamport": low >> 20, "at_ms": 1_790_000_000_000_i64,
        "date": "2026-09-21", "zone": "Europe/London", "kind": "setting", "version": 1,
        "payload": {"key": "k", "value": low.to_string()},
    })
}

async fn read_everything(port: u16, person: &str) -> Outcome<BTreeMap<String, Value>> {
    let (mut kept, mut cursor) = (BTreeMap::new(), 0);
    loop {
        let path = format!("/api/v1/people/{person}/entries?after={cursor}&limit=500");
        let page = http::get(port, &path).await?.json()?;
        for entry in page["entries"].as_array().into_iter().flatten() {
            kept.insert(entry["id"].as_str().unwrap_or_default().to_owned(), entry.clone());
        }
        cursor = page["cursor"].as_u64().ok_or_else(|| Failure::new(format!("no cursor in {page}")))?;
        if page["more"] != json!(true) {
            return Ok(kept);
        }
    }
}

fn compare(sent: &Mutex<Sent>, kept: &BTreeMap<String, Value>) -> Outcome<()> {
    let sent = lock(sent);
    for (number, batch) in sent.batches.iter().enumerate() {
        let there = batch.entries.iter().filter(|(id, entry)| kept.get(*id) == Some(*entry)).count();
        let whole = there == batch.entries.len();
        expect!(
            whole || !batch.acknowledged,
            "batch {number} was acknowledged and {there} of {} are there",
            batch.entries.len()
        );
        expect!(whole || there == 0, "batch {number} is half there: {there} of {}", batch.entries.len());
    }
    let all: usize = sent.batches.iter().map(|batch| batch.entries.len()).sum();
    expect!(kept.len() <= all, "{} entries came back and only {all} were sent", kept.len());
    Ok(())
}

/// Chance enough for a test, from a seed that a failure names.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(u64::from(now.subsec_nanos()) << 20 | now.as_secs())
    }

    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

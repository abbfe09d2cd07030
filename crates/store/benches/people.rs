//! What a person costs, with more and more people in one database: bytes on the disk, a push, a look at what is new.
//!
//! Run by `cargo xtask bench server`; the word is the largest number of people. Journals are filled in by the database
//! itself, since pushing each would measure the same thing for days; then people picked by chance push and look.

#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_precision_loss, reason = "a bench may")]

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use counterpose_journal::contract::sample;
use counterpose_journal::{Cursor, Entry, JournalStore};
use counterpose_store::{Options, PostgresOptions, PostgresStore, SqliteStore, Store};
use counterpose_testkit::postgres::Postgres;
use sqlx::{ConnectOptions, Connection};
use uuid::Uuid;

/// Entries each person has before the measuring.
const EACH: u64 = 5;
/// People who push and look.
const ASKED: u64 = 300;

#[tokio::main]
async fn main() {
    // `cargo test --benches` and the like call without our word: then there is nothing to measure.
    let Some(most) = std::env::args().filter_map(|word| word.parse::<u64>().ok()).next() else { return };
    let folder = std::env::temp_dir().join(format!("cpp-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let syncs = syncs_a_second(&folder);
    println!(
        "\nThis disk: {syncs:.0} syncs of 4 KiB a second one after another, so a push of its own cannot take less \
              than {:.2} ms.\n",
        1000.0 / syncs
    );
    println!("| database | people | entries each | bytes a person | push of 5, ms | look, ms | fill, s |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    let sizes: Vec<u64> =
        [1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|size| *size <= most).collect();
    for people in &sizes {
        sqlite(&folder, *people).await;
    }
    for people in &sizes {
        postgres(*people).await;
    }
    fs::remove_dir_all(&folder).ok();
}

fn person(number: u64) -> Uuid {
    Uuid::from_u128(0x5000_0000_0000_4000_8000_0000_0000_0000 + u128::from(number))
}

async fn sqlite(folder: &Path, people: u64) {
    let path = folder.join(format!("{people}.db"));
    let store = SqliteStore::open_file(&path, Options::default()).await.unwrap();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let mut raw = options.connect().await.unwrap();
    let began = Instant::now();
    sqlx::query(
        "insert into person (id, last_serial) with recursive n(i) as \
         (select 0 union all select i + 1 from n where i + 1 < ?) \
         select unhex('500000000000400080' || printf('%014x', i)), ? from n",
    )
    .bind(i64::try_from(people).unwrap())
    .bind(i64::try_from(EACH).unwrap())
    .execute(&mut raw)
    .await
    .unwrap();
    sqlx::query(
        "insert into entry (person, serial, id, device, lamport, at_ms, date, zone, kind, version, payload) \
         with recursive s(i) as (select 1 union all select i + 1 from s where i < ?) \
         select id, i, randomblob(16), randomblob(16), i, 1790000000000 + i * 60000, '2026-11-22', 'Europe/London', \
         'daily-pain', 1, '{\"average\":4,\"worst\":6,\"flare\":false}' from person, s",
    )
    .bind(i64::try_from(EACH).unwrap())
    .execute(&mut raw)
    .await
    .unwrap();
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut raw).await.unwrap();
    raw.close().await.unwrap();
    let filled = began.elapsed().as_secs_f64();
    let bytes = fs::metadata(&path).unwrap().len();
    let store = Store::Sqlite(store);
    let (push, look) = ask(&store, people).await;
    line("SQLite", people, bytes, push, look, filled);
    store.close().await;
    for ending in ["", "-wal", "-shm"] {
        fs::remove_file(format!("{}{ending}", path.display())).ok();
    }
}

async fn postgres(people: u64) {
    let Some(server) = Postgres::start_with(true) else { return };
    let url = server.url();
    let store = PostgresStore::open(&url, PostgresOptions::default()).await.unwrap();
    let options: sqlx::postgres::PgConnectOptions = url.parse().unwrap();
    let mut raw = options.connect().await.unwrap();
    let began = Instant::now();
    sqlx::query(
        "insert into person (id, last_serial) \
         select ('50000000-0000-4000-80' || left(lpad(to_hex(i), 14, '0'), 2) || '-' || right(lpad(to_hex(i), 14, '0'), 12))::uuid, $2 \
         from generate_series(0::bigint, $1 - 1) i",
    )
    .bind(i64::try_from(people).unwrap())
    .bind(i64::try_from(EACH).unwrap())
    .execute(&mut raw)
    .await
    .unwrap();
    sqlx::query(
        "insert into entry (person, serial, id, device, lamport, at_ms, date, zone, kind, version, payload) \
         select id, i, gen_random_uuid(), gen_random_uuid(), i, 1790000000000 + i * 60000, '2026-11-22', 'Europe/London', \
         'daily-pain', 1, '{\"average\":4,\"worst\":6,\"flare\":false}' from person, generate_series(1::bigint, $1) i",
    )
    .bind(i64::try_from(EACH).unwrap())
    .execute(&mut raw)
    .await
    .unwrap();
    let bytes: i64 =
        sqlx::query_scalar("select pg_total_relation_size('entry') + pg_total_relation_size('person')")
            .fetch_one(&mut raw)
            .await
            .unwrap();
    raw.close().await.unwrap();
    let filled = began.elapsed().as_secs_f64();
    let store = Store::Postgres(store);
    let (push, look) = ask(&store, people).await;
    line("PostgreSQL", people, bytes.unsigned_abs(), push, look, filled);
    store.close().await;
}

/// The middle of how long a push and a look took, in milliseconds, for people spread over all.
async fn ask(store: &Store, people: u64) -> (f64, f64) {
    let (mut pushes, mut looks) = (Vec::new(), Vec::new());
    for n in 0..ASKED {
        let who = person((n * 7_919) % people);
        let entries: Vec<Entry> = (n * 5..n * 5 + 5).map(sample).collect();
        let began = Instant::now();
        JournalStore::append(store, who, &entries).await.unwrap();
        pushes.push(began.elapsed().as_secs_f64() * 1000.0);
        let began = Instant::now();
        let page = JournalStore::read(store, who, Cursor(EACH), 500).await.unwrap();
        looks.push(began.elapsed().as_secs_f64() * 1000.0);
        assert!(page.entries.len() >= 5 && !page.more, "the fill and the keeper name people differently");
    }
    (middle(pushes), middle(looks))
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn line(database: &str, people: u64, bytes: u64, push: f64, look: f64, filled: f64) {
    let each = bytes as f64 / people as f64;
    println!("| {database} | {people} | {EACH} | {each:.0} | {push:.2} | {look:.2} | {filled:.1} |");
    std::io::stdout().flush().ok();
}

/// How often this disk can make a page of 4 KiB safe, one after another.
fn syncs_a_second(folder: &Path) -> f64 {
    let mut file = File::create(folder.join("sync")).unwrap();
    let began = Instant::now();
    let mut count = 0;
    while count < 2000 && began.elapsed().as_secs() < 3 {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}

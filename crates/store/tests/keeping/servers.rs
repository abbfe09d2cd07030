//! One story for every keeper, and what only a database that servers share must promise.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use counterpose_journal::contract::{CHAPTERS, erasure, sample, story};
use counterpose_journal::{Cursor, Entry, JournalStore, MemoryStore, StoreError};
use counterpose_store::{Options, PostgresOptions, PostgresStore, SqliteStore, Store, move_all};
use counterpose_testkit::postgres::Postgres;
use uuid::Uuid;

use super::{ANNA, Scratch};

const FEW: PostgresOptions = PostgresOptions { connections: 4, acquire: std::time::Duration::from_secs(30) };

async fn open(url: &str) -> PostgresStore {
    PostgresStore::open(url, FEW).await.unwrap()
}

async fn all(store: &impl JournalStore, person: Uuid) -> Vec<Entry> {
    store.read(person, Cursor(0), 1_000_000).await.unwrap().entries
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn memory_sqlite_and_postgresql_live_through_the_same_story() {
    let mut memories: HashMap<&str, MemoryStore> = HashMap::new();
    let memory = story(|name| {
        let store = memories.entry(name).or_default().clone();
        async move { Ok(store) }
    });
    let memory = memory.await.unwrap();

    let scratch = Scratch::new("story");
    let sqlite = story(|name| {
        let path = scratch.0.join(format!("{name}.db"));
        async move { SqliteStore::open_file(&path, Options::default()).await }
    });
    let sqlite = sqlite.await.unwrap();
    assert_eq!(sqlite, memory);
    assert_eq!(memory.chapters.len(), CHAPTERS);

    let Some(server) = Postgres::start() else { return };
    let mut databases: BTreeMap<&str, String> = BTreeMap::new();
    let postgres = story(|name| {
        let url = databases.entry(name).or_insert_with(|| server.database(name)).clone();
        async move { PostgresStore::open(&url, FEW).await }
    });
    assert_eq!(postgres.await.unwrap(), memory);
}

/// Two servers share one database: what six writers push through both at once is there once each, and two readers
/// who follow see every entry in the same order, none skipped. Without the lock on the person's row this fails.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_on_one_database_lose_and_double_nothing() {
    const WRITERS: u64 = 6;
    const BATCHES: u64 = 30;
    let Some(server) = Postgres::start() else { return };
    let (one, two) = tokio::join!(open_shared(&server), open_shared(&server));
    assert_eq!(
        (one.keeper(), one.person()),
        (two.keeper(), two.person()),
        "both opened an empty database at once"
    );
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (store, other) =
                if writer % 2 == 0 { (one.clone(), two.clone()) } else { (two.clone(), one.clone()) };
            tokio::spawn(async move {
                for batch in 0..BATCHES {
                    let first = writer * 1000 + batch * 3;
                    let entries: Vec<Entry> = (first..first + 3).map(sample).collect();
                    // The same batch through both servers at once, as when an answer was lost.
                    let (a, b) = tokio::join!(
                        JournalStore::append(&*store, ANNA, &entries),
                        JournalStore::append(&*other, ANNA, &entries)
                    );
                    let (a, b) = (a.unwrap(), b.unwrap());
                    assert_eq!((a.added + b.added, a.known + b.known), (3, 3));
                    // Somebody else's journal does not wait.
                    JournalStore::append(&*store, Uuid::from_u128(u128::from(writer) + 100), &entries)
                        .await
                        .unwrap();
                }
            })
        })
        .collect();
    let total = usize::try_from(WRITERS * BATCHES * 3).unwrap();
    let (first, second) = tokio::join!(follow(one.clone(), total), follow(two.clone(), total));
    for writer in writers {
        writer.await.unwrap();
    }
    let kept: Vec<Uuid> = all(&*one, ANNA).await.into_iter().map(|entry| entry.id).collect();
    assert_eq!(kept.len(), total);
    assert_eq!(first, kept, "the reader at the first server skipped something");
    assert_eq!(second, kept, "the reader at the second server skipped something");
    let report = two.report().await.unwrap();
    assert_eq!((report.people, report.entries), (WRITERS + 1, 2 * total as u64));
    assert!(report.damage.is_empty() && report.engine.starts_with("PostgreSQL"));
}

async fn open_shared(server: &Postgres) -> Arc<PostgresStore> {
    Arc::new(open(&server.url()).await)
}

async fn follow(store: Arc<PostgresStore>, total: usize) -> Vec<Uuid> {
    let (mut seen, mut cursor) = (Vec::new(), Cursor(0));
    while seen.len() < total {
        let page = JournalStore::read(&*store, ANNA, cursor, 7).await.unwrap();
        cursor = page.cursor;
        seen.extend(page.entries.into_iter().map(|entry| entry.id));
        tokio::task::yield_now().await;
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_move_to_postgresql_goes_on_where_it_was_cut_and_is_looked_through() {
    let Some(server) = Postgres::start() else { return };
    let scratch = Scratch::new("move");
    let from = SqliteStore::open(&scratch.folder()).await.unwrap();
    let ben = Uuid::from_u128(0xb);
    let anna = from.person();
    let entries: Vec<Entry> = (0..1700).map(|n| sample((n * 19) % 1700)).collect();
    JournalStore::append(&from, anna, &entries).await.unwrap();
    JournalStore::append(&from, ben, &[sample(3), sample(1)]).await.unwrap();
    let gone = erasure(50, 0);
    JournalStore::append(&from, ben, std::slice::from_ref(&gone)).await.unwrap();

    let to = open(&server.database("target")).await;
    let cut = move_all(&from, &to, |copied| {
        if copied >= 1000 { Err(StoreError::Other { detail: "the line was cut".to_owned() }) } else { Ok(()) }
    });
    assert!(cut.await.unwrap_err().to_string().contains("the line was cut"));
    let there = to.report().await.unwrap().entries;
    assert!((1000..1701).contains(&there), "{there}");

    let mut steps = 0;
    let done = move_all(&from, &to, |_| {
        steps += 1;
        Ok(())
    });
    let done = done.await.unwrap();
    assert_eq!((done.people, done.verified), (2, 1701));
    assert_eq!(done.copied as u64 + there, 1701, "what was there already was copied again");
    assert!(steps <= 4, "{steps} steps: it began anew");
    assert_eq!(all(&to, anna).await, entries, "in the order the old keeper got them");
    assert_eq!(all(&to, ben).await, [gone]);
    let old = JournalStore::append(&to, ben, &[sample(3)]).await.unwrap();
    assert_eq!(old.added, 0, "what was erased came along");
    let again = move_all(&from, &to, |_| Ok(())).await.unwrap();
    assert_eq!((again.copied, again.verified), (0, 1701));
    assert_eq!(open(&server.url_of("target")).await.person(), anna, "devices find their person again");

    // A copy that was changed is found.
    tamper(&server.url_of("target")).await;
    let error = move_all(&from, &to, |_| Ok(())).await.unwrap_err();
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");

    // A database of strangers is left alone.
    let strangers = open(&server.database("strangers")).await;
    JournalStore::append(&strangers, Uuid::from_u128(0x5), &[sample(0)]).await.unwrap();
    let error = move_all(&from, &strangers, |_| Ok(())).await.unwrap_err();
    assert!(error.to_string().contains("journals of 1 people"), "{error}");
    assert_eq!(strangers.report().await.unwrap().entries, 1);
}

async fn tamper(url: &str) {
    use sqlx::{ConnectOptions, Connection};
    let options: sqlx::postgres::PgConnectOptions = url.parse().unwrap();
    let mut other = options.connect().await.unwrap();
    let done = sqlx::query("update entry set payload = '{}' where serial = 700").execute(&mut other).await;
    assert_eq!(done.unwrap().rows_affected(), 1);
    other.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_says_what_is_wrong_in_the_same_kinds() {
    let error = Store::open_url("postgres://no one@[").await.unwrap_err();
    assert!(error.to_string().contains("postgres://name:word@host/database"), "{error}");
    let Some(server) = Postgres::start() else { return };
    let missing = PostgresStore::open(&server.url_of("missing"), FEW).await.unwrap_err();
    assert!(matches!(missing, StoreError::Permission { .. }), "{missing:?}");
    let store = open(&server.url()).await;
    JournalStore::append(&store, ANNA, &[sample(0)]).await.unwrap();
    let conflict = JournalStore::append(&store, ANNA, &[Entry { version: 2, ..sample(0) }]).await;
    assert_eq!(conflict.unwrap_err(), StoreError::Conflict { id: sample(0).id });
    let secret = server.url().replace("counterpose@", "counterpose:secret-word@");
    let wrong = PostgresStore::open(&format!("{secret}x"), FEW).await.unwrap_err();
    assert!(!wrong.to_string().contains("secret-word"), "a password in a message: {wrong}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_lives_through_the_story_of_accounts() {
    let Some(server) = Postgres::start() else { return };
    let store = open(&server.database("accounts")).await;
    counterpose_journal::account::contract::story(&store).await.unwrap();
    store.close().await;
}

//! SQLite keeps the books of accounts as memory does, and what is stolen of them opens nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may")]

use std::fs;
use std::path::PathBuf;

use counterpose_journal::account::contract::story;
use counterpose_journal::account::{Account, AccountStore, Invitation, Rate, Session};
use counterpose_store::{DataFolder, Options, SqliteStore, restore};
use uuid::Uuid;

const ANNA: Uuid = Uuid::from_u128(0xa);
const NOW: i64 = 1_795_341_600_000;

/// A folder of its own for each test, gone when the test is.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("counterpose-accounts-{}-{name}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

async fn with_anna(store: &SqliteStore) {
    let token = [1; 32];
    store.invite(&Invitation { token, person: ANNA, may_invite: true, ends_ms: NOW + 1000 }).await.unwrap();
    let account = Account {
        person: ANNA,
        name: "Anna".to_owned(),
        key: "anna".to_owned(),
        secret: "$argon2id$x".to_owned(),
        may_invite: true,
        made_ms: NOW,
    };
    store.accept(&token, NOW, &account).await.unwrap();
    let session = Session {
        person: ANNA,
        token: [2; 32],
        id: Uuid::from_u128(3),
        label: "Firefox".to_owned(),
        made_ms: NOW,
        seen_ms: NOW,
        ends_ms: NOW + 1000,
    };
    store.begin_session(&session).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_lives_through_the_story_of_accounts() {
    let scratch = Scratch::new("story");
    let store = SqliteStore::open_file(&scratch.0.join("a.db"), Options::default()).await.unwrap();
    story(&store).await.unwrap();
    store.close().await;
}

/// A limit holds however many try at once, and over two programs on one file.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_tries_at_once_are_each_counted() {
    let scratch = Scratch::new("tries");
    let path = scratch.0.join("a.db");
    let stores = [
        std::sync::Arc::new(SqliteStore::open_file(&path, Options::default()).await.unwrap()),
        std::sync::Arc::new(SqliteStore::open_file(&path, Options::default()).await.unwrap()),
    ];
    let rate = Rate { burst: 7, every_ms: 60_000 };
    let tries: Vec<_> = (0..40)
        .map(|n| {
            let store = std::sync::Arc::clone(&stores[n % 2]);
            tokio::spawn(async move { store.try_once(&[9; 32], rate, NOW).await.unwrap().is_none() })
        })
        .collect();
    let mut allowed = 0;
    for one in tries {
        allowed += u32::from(one.await.unwrap());
    }
    assert_eq!(allowed, 7);
}

/// An invitation makes one account, however many use it at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_invitation_used_by_many_at_once_is_used_once() {
    let scratch = Scratch::new("race");
    let path = scratch.0.join("a.db");
    let store = std::sync::Arc::new(SqliteStore::open_file(&path, Options::default()).await.unwrap());
    let token = [1; 32];
    store.invite(&Invitation { token, person: ANNA, may_invite: false, ends_ms: NOW + 1 }).await.unwrap();
    let uses: Vec<_> = (0..12)
        .map(|n| {
            let store = std::sync::Arc::clone(&store);
            tokio::spawn(async move {
                let account = Account {
                    person: ANNA,
                    name: format!("anna {n}"),
                    key: format!("anna {n}"),
                    secret: format!("secret {n}"),
                    may_invite: false,
                    made_ms: NOW,
                };
                store.accept(&[1; 32], NOW, &account).await.unwrap()
            })
        })
        .collect();
    let mut done = 0;
    for one in uses {
        done += u32::from(one.await.unwrap() == counterpose_journal::account::Accepted::Done);
    }
    assert_eq!(done, 1);
    assert_eq!(store.accounts().await.unwrap().len(), 1);
}

/// Otherwise a device whose log-in was ended would be let in again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_restore_everybody_logs_in_anew() {
    let scratch = Scratch::new("restore");
    let folder = DataFolder::open(&scratch.0.join("data")).unwrap();
    let store = SqliteStore::open(&folder).await.unwrap();
    with_anna(&store).await;
    let other =
        Invitation { token: [5; 32], person: Uuid::from_u128(5), may_invite: false, ends_ms: NOW + 9 };
    store.invite(&other).await.unwrap();
    let backup = scratch.0.join("backup.db");
    store.backup_to(&backup).await.unwrap();
    assert!(store.end_session(ANNA, Uuid::from_u128(3)).await.unwrap());
    store.close().await;
    let lock = folder.lock().unwrap();
    restore(&folder, &backup, &lock).await.unwrap();
    let store = SqliteStore::open(&folder).await.unwrap();
    assert!(store.account(ANNA).await.unwrap().is_some());
    assert!(store.session(ANNA, &[2; 32], NOW).await.unwrap().is_none());
    assert!(store.invitation(&[5; 32], NOW).await.unwrap().is_none());
    store.close().await;
}

//! kill -9 in the middle of writes, many times: nothing acknowledged is lost, nothing is doubled, no batch is halved.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use counterpose_journal::Entry;
use counterpose_journal::contract::sample;
use counterpose_testkit::http::ask;

use super::{Scratch, Server, push, run, said};

const KILLS: u64 = 32;
const WRITERS: u64 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// The server said yes.
    Acknowledged,
    /// It was killed before it answered: all or nothing may be there.
    Unknown,
}

#[test]
fn killed_in_the_middle_of_writes_it_loses_nothing_acknowledged() {
    let scratch = Scratch::new("kill");
    let next = Arc::new(AtomicU64::new(0));
    let batches: Arc<Mutex<BTreeMap<u64, (u64, Fate)>>> = Arc::default();
    let mut cut = 0;
    for round in 0..KILLS {
        let mut server = Server::start(&scratch.data());
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (next, batches, stop) = (next.clone(), batches.clone(), stop.clone());
                let (address, person) = (server.address, server.person);
                thread::spawn(move || {
                    let mut cut = 0_u64;
                    while !stop.load(Ordering::Relaxed) {
                        let count = 1 + (writer * 7 + round) % 9;
                        let first = next.fetch_add(count, Ordering::Relaxed);
                        let entries: Vec<Entry> = (first..first + count).map(sample).collect();
                        batches.lock().unwrap().insert(first, (count, Fate::Unknown));
                        match push(address, person, &entries) {
                            Ok(answer) if answer.status == 200 => {
                                batches.lock().unwrap().insert(first, (count, Fate::Acknowledged));
                            }
                            Ok(answer) => panic!("{} {}", answer.status, answer.text()),
                            Err(_) => {
                                cut += 1;
                                thread::sleep(Duration::from_millis(1));
                            }
                        }
                    }
                    cut
                })
            })
            .collect();
        // Not the same moment of a write twice: a bit later each round.
        thread::sleep(Duration::from_millis(40 + (round * 13) % 60));
        server.kill();
        stop.store(true, Ordering::Relaxed);
        cut += writers.into_iter().map(|writer| writer.join().unwrap()).sum::<u64>();
    }
    assert!(cut > 0, "no write was ever cut: the test proves nothing");
    let server = Server::start(&scratch.data());
    let mut times: BTreeMap<_, u64> = BTreeMap::new();
    for entry in server.everything() {
        *times.entry(entry.id).or_default() += 1;
    }
    let mut acknowledged = 0;
    for (first, (count, fate)) in batches.lock().unwrap().iter() {
        let there = (*first..first + count).filter(|n| times.contains_key(&sample(*n).id)).count() as u64;
        match fate {
            Fate::Acknowledged => assert_eq!(there, *count, "batch {first}: acknowledged entries are gone"),
            Fate::Unknown => {
                assert!(there == 0 || there == *count, "batch {first}: {there} of {count} are there")
            }
        }
        acknowledged += if *fate == Fate::Acknowledged { *count } else { 0 };
    }
    assert!(acknowledged > 100, "only {acknowledged} entries were acknowledged: the test proves little");
    assert!(times.values().all(|times| *times == 1), "something is there twice");

    // What was never answered is sent again, as a client does, and is there once.
    let unknown: Vec<Entry> = {
        let batches = batches.lock().unwrap();
        let open = batches.iter().filter(|(_, (_, fate))| *fate == Fate::Unknown);
        open.flat_map(|(first, (count, _))| (*first..first + count).map(sample)).collect()
    };
    for batch in unknown.chunks(100) {
        assert_eq!(server.push(batch).unwrap().status, 200);
    }
    let all = server.everything();
    assert_eq!(all.len() as u64, next.load(Ordering::Relaxed));
    println!("{KILLS} kills, {acknowledged} entries acknowledged, {} in cut batches", unknown.len());
}

#[test]
fn asked_to_end_it_finishes_and_leaves_one_whole_file() {
    let scratch = Scratch::new("term");
    let mut server = Server::start(&scratch.data());
    let entries: Vec<Entry> = (0..50).map(sample).collect();
    assert_eq!(server.push(&entries).unwrap().status, 200);
    let pid = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let status = server.child.wait().unwrap();
    assert!(status.success(), "{status}");
    assert!(ask(server.address, "GET", "/", &[], b"").is_err(), "still answering");
    assert!(!scratch.data().join("journal.db-wal").exists(), "the log was not folded in");
    assert_eq!(Server::start(&scratch.data()).everything(), entries);
}

#[test]
fn a_second_server_on_the_same_folder_is_refused() {
    let scratch = Scratch::new("second");
    let _server = Server::start(&scratch.data());
    let second = run(&scratch.data(), &["serve", "--listen", "127.0.0.1:0"]);
    assert!(!second.status.success());
    assert!(said(&second).contains("another counterpose serves"), "{}", said(&second));
}

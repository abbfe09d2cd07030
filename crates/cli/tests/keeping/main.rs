//! The real binary keeps what it promises: under SIGKILL, over a network that fails, and from command to command.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may")]

mod commands;
#[cfg(unix)]
mod crash;
mod household;
#[cfg(unix)]
mod reminding;
#[cfg(unix)]
mod shared;
mod syncing;

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use counterpose_journal::Entry;
use counterpose_journal::sync::{PROTOCOL, Pulled, Push};
use counterpose_testkit::http::{Answer, ask};
use uuid::Uuid;

/// A folder of its own for each test, gone when the test is.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("counterpose-cli-{}-{name}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// The binary under test.
pub(crate) fn counterpose() -> Command {
    Command::new(env!("CARGO_BIN_EXE_counterpose"))
}

/// Runs a command on a data folder.
pub(crate) fn run(data: &Path, words: &[&str]) -> Output {
    counterpose().args(words).arg("--data").arg(data).output().unwrap()
}

pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A server that is really running. Killed when dropped.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    pub(crate) person: Uuid,
}

impl Server {
    pub(crate) fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    pub(crate) fn start_with(data: &Path, words: &[&str]) -> Self {
        let mut child = counterpose()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(words)
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
        // Goes on reading, so that the server never waits for somebody to listen.
        std::thread::spawn(move || lines.for_each(drop));
        let hello = ask(address, "GET", "/api/v1/hello", &[], b"").unwrap().json();
        let person = hello["person"].as_str().unwrap().parse().unwrap();
        Self { child, address, person }
    }

    pub(crate) fn push(&self, entries: &[Entry]) -> std::io::Result<Answer> {
        push(self.address, self.person, entries)
    }

    /// Everything it has, in its order.
    pub(crate) fn everything(&self) -> Vec<Entry> {
        let (mut entries, mut after) = (Vec::new(), 0);
        loop {
            let path = format!("/api/v1/people/{}/entries?after={after}", self.person);
            let page: Pulled =
                serde_json::from_slice(&ask(self.address, "GET", &path, &[], b"").unwrap().body).unwrap();
            entries.extend(page.entries);
            after = page.cursor.0;
            if !page.more {
                return entries;
            }
        }
    }

    /// SIGKILL: nothing of it can run any more.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub(crate) fn push(address: SocketAddr, person: Uuid, entries: &[Entry]) -> std::io::Result<Answer> {
    let body = serde_json::to_vec(&Push { protocol: PROTOCOL, entries: entries.to_vec() }).unwrap();
    let path = format!("/api/v1/people/{person}/entries");
    ask(address, "POST", &path, &[("Content-Type", "application/json")], &body)
}

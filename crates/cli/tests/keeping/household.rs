//! From one person's machine to a household's server: the first link, accounts, and the commands for them.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Stdio};

use counterpose_journal::contract::sample;
use counterpose_testkit::http::{Answer, ask};
use serde_json::{Value, json};

use super::{Scratch, Server, counterpose, run, said};

const PASSWORD: &str = "kettle-orbit-fern";
const URL: &str = "https://nuc.test:7878";

/// A household's server behind a proxy's name. Killed when dropped.
struct Household {
    child: Child,
    address: SocketAddr,
    link: Option<String>,
}

impl Drop for Household {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Household {
    fn start(data: &Path) -> Self {
        let mut child = counterpose()
            .args(["serve", "--listen", "127.0.0.1:0", "--public-url", URL, "--behind-proxy", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (mut address, mut link) = (None, None);
        loop {
            let line = lines.next().expect("the server ended too early").unwrap();
            if let Some(text) = line.strip_prefix("It listens on ") {
                address = text.parse().ok();
            }
            if let Some((_, token)) = line.split_once("/#/invitation/") {
                link = Some(token.to_owned());
                break;
            }
            if line.starts_with("Stop it") {
                break;
            }
        }
        // Without accounts the link comes last.
        if link.is_none() && accounts(data).is_empty() {
            let rest = lines.by_ref().take(2).map(|line| line.unwrap()).collect::<String>();
            link = rest.split_once("/#/invitation/").map(|(_, token)| token.to_owned());
        }
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: address.unwrap(), link }
    }

    fn get(&self, path: &str, cookie: &str) -> Answer {
        ask(self.address, "GET", path, &[("Host", "nuc.test:7878"), ("Cookie", cookie)], b"").unwrap()
    }

    fn post(&self, path: &str, cookie: &str, body: &Value) -> Answer {
        let headers = [("Host", "nuc.test:7878"), ("Cookie", cookie), ("Content-Type", "application/json")];
        ask(self.address, "POST", path, &headers, body.to_string().as_bytes()).unwrap()
    }

    fn accept(&self, token: &str, name: &str) -> String {
        let body = json!({ "token": token, "name": name, "password": PASSWORD });
        let answer = self.post("/api/v1/account/invitations/accept", "", &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    }
}

fn accounts(data: &Path) -> Vec<Value> {
    let output = run(data, &["account", "list", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    said["accounts"].as_array().unwrap().clone()
}

fn token(output: &std::process::Output) -> String {
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let link = said["link"].as_str().unwrap().to_owned();
    link.strip_prefix(&format!("{URL}/#/invitation/")).unwrap().to_owned()
}

#[test]
fn one_persons_machine_becomes_a_households_server() {
    let scratch = Scratch::new("household");
    let mut alone = Server::start(&scratch.data());
    assert_eq!(alone.push(&[sample(0), sample(1)]).unwrap().status, 200);
    alone.kill();

    let server = Household::start(&scratch.data());
    assert_eq!(server.get("/api/v1/hello", "").status, 401);
    let anna = server.accept(server.link.as_ref().unwrap(), "Anna");
    let hello = server.get("/api/v1/hello", &anna).json();
    assert_eq!((&hello["person"], &hello["account"]), (&json!(alone.person), &json!("Anna")));
    // What was kept without a log-in is still hers.
    let own = server.get(&format!("/api/v1/people/{}/entries", alone.person), &anna).json();
    assert_eq!(own["entries"].as_array().unwrap().len(), 2);

    let invited = run(&scratch.data(), &["account", "invite", "--public-url", URL, "--json"]);
    let bert = server.accept(&token(&invited), "Bert");
    let stranger = server.get("/api/v1/hello", &bert).json();
    assert_ne!(stranger["person"], json!(alone.person));
    assert_eq!(server.get(&format!("/api/v1/people/{}/entries", alone.person), &bert).status, 404);

    let listed = run(&scratch.data(), &["account", "list"]);
    assert_eq!(said(&listed), "Anna: logged in on 1 device, may invite\nBert: logged in on 1 device\n");
    let reset = run(&scratch.data(), &["account", "reset", "ANNA", "--public-url", URL, "--json"]);
    let again = server.accept(&token(&reset), "Anna");
    assert_eq!(server.get("/api/v1/hello", &anna).status, 401, "the old session outlived the new password");
    assert_eq!(server.get("/api/v1/hello", &again).json()["person"], json!(alone.person));

    let removed = run(&scratch.data(), &["account", "remove", "bert"]);
    assert!(said(&removed).contains("still here"), "{}", said(&removed));
    assert_eq!(server.get("/api/v1/hello", &bert).status, 401);
    let nobody = run(&scratch.data(), &["account", "remove", "bert"]);
    assert_eq!(nobody.status.code(), Some(2));
    drop(server);

    // With an account there, no link is printed, and sessions outlive the server.
    let server = Household::start(&scratch.data());
    assert_eq!(server.link, None);
    assert_eq!(server.get("/api/v1/hello", &again).status, 200);
}

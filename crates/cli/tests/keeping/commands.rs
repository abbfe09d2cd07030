//! `serve`, `export`, `import`, `backup`, `restore` and `doctor` as a person runs them.

use std::fs;

use counterpose_journal::contract::sample;
use counterpose_journal::{Entry, export, fold};
use counterpose_testkit::http::ask;

use super::{Scratch, Server, counterpose, run, said};

fn golden() -> Vec<Entry> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/journal/v1/every-kind.jsonl");
    export::read_lines(&fs::read_to_string(root).unwrap()).unwrap()
}

#[test]
fn everything_goes_out_as_one_file_and_comes_back_equal() {
    let (here, there) = (Scratch::new("out"), Scratch::new("in"));
    let entries = golden();
    let server = Server::start(&here.data());
    assert_eq!(server.push(&entries).unwrap().status, 200);

    // While the server runs.
    let file = here.file("mine.json");
    let out = run(&here.data(), &["export", "--output", file.to_str().unwrap()]);
    assert!(out.status.success(), "{}", said(&out));
    let again = run(&here.data(), &["export", "--output", file.to_str().unwrap()]);
    assert!(!again.status.success(), "an export was overwritten");
    let printed = run(&here.data(), &["export"]);
    let read = export::read(&String::from_utf8(printed.stdout).unwrap()).unwrap();
    assert_eq!(read.entries, entries);

    let taken = run(&there.data(), &["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(said(&taken).trim(), format!("{{\"added\":{},\"known\":0}}", entries.len()));
    let twice = run(&there.data(), &["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(said(&twice).trim(), format!("{{\"added\":0,\"known\":{}}}", entries.len()));
    let moved = Server::start(&there.data());
    assert_eq!(moved.everything(), entries);
    assert_eq!(fold(&moved.everything()), fold(&entries));
    assert_ne!(moved.person, server.person, "another machine is another keeper's person until they sync");
}

#[test]
fn the_export_comes_as_a_table_and_as_health_records_too() {
    let scratch = Scratch::new("formats");
    let server = Server::start(&scratch.data());
    assert_eq!(server.push(&golden()).unwrap().status, 200);
    let table = run(&scratch.data(), &["export", "--format", "csv"]);
    assert!(said(&table).starts_with("date,time_utc,kind,about,side,value,unit\r\n"), "{}", said(&table));
    let file = scratch.file("mine.fhir.json");
    let records = run(&scratch.data(), &["export", "--format", "fhir", "-o", file.to_str().unwrap()]);
    assert!(records.status.success(), "{}", said(&records));
    let bundle: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(bundle["resourceType"], "Bundle");
    assert_eq!(bundle["type"], "collection");
    assert!(bundle["entry"].as_array().unwrap().len() > 20);
    assert!(!bundle.to_string().contains(&server.person.to_string()), "the person's identifier went out");
    let unknown = run(&scratch.data(), &["export", "--format", "xml"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_file_that_cannot_be_kept_is_refused_whole() {
    let scratch = Scratch::new("refused");
    let good = export::write(&[sample(0), sample(1)], None, None).unwrap();
    let cases = [
        (good.replacen("\"entries\"", "\"entires\"", 1), "entires"),
        (good.replacen("\"lamport\":2", "\"lamport\":0", 1), "number 2"),
        (good.replacen("\"version\":1", "\"version\":7", 1), "update the program"),
        ("{".to_owned(), "cannot be read"),
    ];
    for (text, word) in cases {
        let file = scratch.file("bad.json");
        fs::write(&file, text).unwrap();
        let output = run(&scratch.data(), &["import", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(word), "{}", said(&output));
    }
    assert!(!scratch.data().exists() || Server::start(&scratch.data()).everything().is_empty());
    let missing = run(&scratch.data(), &["import", "no-such-file.json"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_backup_is_taken_while_it_runs_and_put_back_when_it_does_not() {
    let scratch = Scratch::new("backup");
    let backup = scratch.file("backup.db");
    let backup_name = backup.to_str().unwrap();
    let mut server = Server::start(&scratch.data());
    server.push(&[sample(0), sample(1)]).unwrap();
    let taken = run(&scratch.data(), &["backup", backup_name]);
    assert!(taken.status.success(), "{}", said(&taken));
    server.push(&[sample(2)]).unwrap();

    let busy = run(&scratch.data(), &["restore", backup_name]);
    assert!(!busy.status.success());
    assert!(said(&busy).contains("another counterpose"), "{}", said(&busy));
    assert_eq!(server.everything().len(), 3);

    let before = ask(server.address, "GET", "/api/v1/hello", &[], b"").unwrap().json();
    server.kill();
    let back = run(&scratch.data(), &["restore", backup_name]);
    assert!(back.status.success(), "{}", said(&back));
    let server = Server::start(&scratch.data());
    assert_eq!(server.everything(), [sample(0), sample(1)]);
    let after = ask(server.address, "GET", "/api/v1/hello", &[], b"").unwrap().json();
    assert_eq!(before["person"], after["person"]);
    assert_ne!(before["keeper"], after["keeper"]);
    assert!(scratch.data().join("journal.before-restore-1.db").exists());
}

#[test]
fn only_addresses_of_this_machine_are_served() {
    let scratch = Scratch::new("listen");
    for address in ["0.0.0.0:0", "192.0.2.1:7878", "[::]:0"] {
        let output = run(&scratch.data(), &["serve", "--listen", address]);
        assert_eq!(output.status.code(), Some(2), "{address}");
        for help in ["--tls-cert", "--public-url", "--behind-proxy", "127.0.0.1", "docs/phone-at-home.md"] {
            assert!(said(&output).contains(help), "{}", said(&output));
        }
        let named = run(&scratch.data(), &["serve", "--listen", address, "--public-url", "https://nuc.test"]);
        assert!(said(&named).contains("--tls-cert"), "{}", said(&named));
    }
    let odd = run(&scratch.data(), &["serve", "--public-url", "http://nuc.test"]);
    assert!(said(&odd).contains("https://"), "{}", said(&odd));
    let missing = run(&scratch.data(), &["serve", "--tls-cert", "no.pem", "--tls-key", "no.pem"]);
    assert!(said(&missing).contains("no.pem cannot be read"), "{}", said(&missing));
    assert!(!scratch.data().exists(), "refused, yet it made a folder");
}

#[test]
fn the_start_page_is_served() {
    let scratch = Scratch::new("page");
    let server = Server::start(&scratch.data());
    let page = ask(server.address, "GET", "/", &[], b"").unwrap();
    assert_eq!(page.status, 200);
    assert!(page.text().to_lowercase().contains("<!doctype html>"));
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
}

#[test]
fn the_report_tells_how_it_is_and_nothing_of_the_person() {
    let scratch = Scratch::new("doctor");
    let empty = run(&scratch.data(), &["doctor", "--report"]);
    assert!(said(&empty).contains("no journal yet"), "{}", said(&empty));
    let entries = golden();
    let server = Server::start(&scratch.data());
    server.push(&entries).unwrap();
    for words in [&["doctor", "--report"][..], &["doctor", "--report", "--json"]] {
        let output = run(&scratch.data(), words);
        let text = said(&output);
        assert!(
            text.contains(env!("CARGO_PKG_VERSION")) && text.contains(&entries.len().to_string()),
            "{text}"
        );
        let folder = scratch.data();
        let secrets =
            ["buttock", "1984", "clamshell", "Europe", "answers", "session", folder.to_str().unwrap()];
        for secret in secrets {
            assert!(!text.contains(secret), "the report tells {secret}: {text}");
        }
        assert!(!text.contains(&server.person.to_string()));
    }
    let json: serde_json::Value =
        serde_json::from_slice(&run(&scratch.data(), &["doctor", "--json"]).stdout).unwrap();
    assert_eq!(json["running"], true);
    assert_eq!(json["database"]["entries"], entries.len());
    assert_eq!(json["database"]["damage"], 0);
}

#[test]
fn without_a_journal_nothing_is_made() {
    let scratch = Scratch::new("nothing");
    for words in [&["export"][..], &["backup", "x.db"]] {
        let output = run(&scratch.data(), words);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("no journal in"), "{}", said(&output));
    }
    assert!(!scratch.data().exists());
    let helped = counterpose().args(["serve", "--help"]).output().unwrap();
    assert!(said(&helped).contains("--listen") && said(&helped).contains("--data"));
}

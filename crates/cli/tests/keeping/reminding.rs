//! `remind` on a desktop that answers, and on one that can do nothing; `serve` with a push service and a calendar.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use counterpose_coach::reminder::What;
use counterpose_journal::{Entry, Payload, export};
use counterpose_testkit::http::ask;
use serde_json::{Value, json};

use super::{Scratch, Server, counterpose, run, said};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A time of the day in so many seconds (UTC), never over midnight.
fn in_seconds(seconds: u64) -> String {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() % 86_400;
    while now() + seconds + 2 >= 86_400 {
        std::thread::sleep(Duration::from_secs(1));
    }
    let at = now() + seconds;
    format!("{:02}:{:02}:{:02}", at / 3600, at / 60 % 60, at % 60)
}

fn program(folder: &Path, name: &str, lines: &str) {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn reminders(data: &Path) -> Vec<What> {
    let output = run(data, &["export"]);
    let entries: Vec<Entry> = export::read(&String::from_utf8(output.stdout).unwrap()).unwrap().entries;
    let payloads = entries.iter().filter_map(|entry| Payload::decode(entry).unwrap());
    payloads
        .filter_map(|payload| match payload {
            Payload::ReminderAnswered(answered) => Some(answered.what),
            _ => None,
        })
        .collect()
}

fn soon<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn the_desktop_agent_shows_a_note_and_keeps_the_answer() {
    let scratch = Scratch::new("remind");
    Server::start(&scratch.data()).kill();
    let (tools, log) = (scratch.file("tools"), scratch.file("notes.txt"));
    // What the real ones do: say which answer was picked; say for how long nobody touched anything.
    program(&tools, "notify-send", &format!("echo \"$@\" >> '{}'\necho done", log.display()));
    program(&tools, "xprintidle", "echo 1000");
    let child = counterpose()
        .args(["remind", "--every", "0", "--at", &in_seconds(4), "--quiet", "00:00-00:00", "--data"])
        .arg(scratch.data())
        .env("PATH", &tools)
        .env("TZ", "UTC")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let _killed = Killed(child);
    let note = soon("a note", || fs::read_to_string(&log).ok().filter(|text| text.ends_with('\n')));
    assert!(note.contains("--action=done=Done") && note.contains("Get up and walk"), "{note}");
    assert!(note.contains("--wait") && note.contains("--urgency normal"), "{note}");
    let whats =
        soon("the answer in the journal", || Some(reminders(&scratch.data())).filter(|it| !it.is_empty()));
    assert_eq!(whats, [What::Done]);
}

#[test]
fn a_desktop_that_can_do_nothing_is_told_so() {
    let scratch = Scratch::new("bare");
    let tools = scratch.file("tools");
    let tried = |tools: &Path| {
        let output = counterpose()
            .args(["remind", "--try", "--data"])
            .arg(scratch.data())
            .env("PATH", tools)
            .env("TZ", "UTC")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    };
    fs::create_dir_all(&tools).unwrap();
    let bare = tried(&tools);
    assert!(bare.contains("only lines here") && bare.contains("does not tell programs"), "{bare}");
    assert!(bare.contains("Squeeze both seat muscles"), "{bare}");
    program(&tools, "notify-send", "exit 0");
    program(&tools, "xprintidle", "echo 42");
    let able = tried(&tools);
    assert!(able.contains("notify-send") && able.contains("seen through xprintidle"), "{able}");
    // One that is there and cannot say it (no X server) counts as none.
    program(&tools, "xprintidle", "echo couldn\\'t open display >&2; exit 1");
    assert!(tried(&tools).contains("does not tell programs"));
}

#[test]
fn the_server_pushes_with_nobody_at_the_page_and_gives_out_a_calendar() {
    let scratch = Scratch::new("pushes");
    let service = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", service.local_addr().unwrap());
    let server = Server::start_with(&scratch.data(), &["--push-service", &origin]);
    let base = format!("/api/v1/people/{}/reminders", server.person);
    let on = |method: &str, rest: &str, body: &Value| {
        let headers = [("Content-Type", "application/json")];
        let answer =
            ask(server.address, method, &format!("{base}{rest}"), &headers, body.to_string().as_bytes())
                .unwrap();
        assert_eq!(answer.status, 200, "{method} {rest}: {}", answer.text());
        answer.json()
    };
    let rule = json!({
        "id": "walk", "habit": "walk", "when": "times", "times": [in_seconds(5)], "most_per_day": 3,
    });
    let settings = json!({
        "rules": [rule], "quiet_hours": [], "break_minutes": 5, "longest_hold_minutes": 120, "late_minutes": 60,
        "answer_minutes": 15,
    });
    // Any point of the curve will do: nobody reads it here.
    let point = on("GET", "", &json!({}))["key"].clone();
    let keys = json!({"p256dh": point, "auth": "AAAAAAAAAAAAAAAAAAAAAA"});
    on("POST", "/devices", &json!({"endpoint": format!("{origin}/device"), "keys": keys}));
    on("PUT", "", &json!({"settings": settings, "zone": "UTC", "language": "en"}));
    let (sent, came) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = service.accept().unwrap();
        let mut head = vec![0; 4096];
        let length = stream.read(&mut head).unwrap();
        stream.write_all(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
        sent.send(String::from_utf8_lossy(&head[..length]).to_ascii_lowercase()).unwrap();
    });
    let head = came.recv_timeout(PATIENCE).unwrap();
    assert!(head.starts_with("post /device http/1.1\r\n"), "{head}");
    assert!(
        head.contains("\r\nauthorization: vapid t=") && head.contains("\r\ncontent-encoding: aes128gcm\r\n")
    );

    let path = on("POST", "/calendar", &json!({}))["path"].as_str().unwrap().to_owned();
    let calendar = ask(server.address, "GET", &path, &[], b"").unwrap().text();
    assert!(
        calendar.contains("BEGIN:VALARM") && calendar.contains("SUMMARY:Move for 5 minutes"),
        "{calendar}"
    );
    let kept = fs::metadata(scratch.data().join("reminders.json")).unwrap();
    assert_eq!(kept.permissions().mode() & 0o777, 0o600);
}

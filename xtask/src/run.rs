//! `cargo xtask run`: from a clone to the app in a browser.
//!
//! Builds the client and the binary that carries it, starts `counterpose serve` and opens the page it names where
//! there is a screen. Words after `--` go to `serve`.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::packages::Install;
use crate::shell::{self, During, Outcome, failure};
use crate::{client, place};

/// Builds, serves, and opens a browser; ends when the server does.
pub fn run(serve_words: &[String], install: Install) -> Outcome<()> {
    let folder = client::build(client::Profile::Full, install)?;
    let binary = release(&folder)?;
    let mut server = Command::new(&binary)
        .arg("serve")
        .args(serve_words)
        .stdout(Stdio::piped())
        .spawn()
        .during(|| format!("start {}", binary.display()))?;
    let lines = server.stdout.take().map(BufReader::new);
    let mut opened = false;
    for line in lines.into_iter().flat_map(BufRead::lines) {
        let line = line.during(|| "read what the server says".to_owned())?;
        println!("{line}");
        if let (false, Some(address)) = (opened, address_in(&line)) {
            opened = true;
            open(address);
        }
    }
    let status = server.wait().during(|| "wait for the server".to_owned())?;
    if status.success() { Ok(()) } else { Err(failure(format!("the server ended: {status}"))) }
}

/// The one release build of the binary, with the client inside.
pub fn release(client: &Path) -> Outcome<PathBuf> {
    shell::run(shell::cargo().env("COUNTERPOSE_CLIENT_DIR", client).args([
        "build",
        "--release",
        "--locked",
        "--package",
        "counterpose-cli",
    ]))?;
    Ok(place::target().join("release").join(format!("counterpose{}", std::env::consts::EXE_SUFFIX)))
}

/// The first web address in a line.
pub fn address_in(line: &str) -> Option<&str> {
    let start = line.find("http://").or_else(|| line.find("https://"))?;
    line[start..].split_whitespace().next()
}

/// Opens an address where there is a screen; in silence, because the address is printed anyway.
fn open(address: &str) {
    let has_screen = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let opener = if cfg!(windows) {
        Some(("cmd", &["/C", "start", ""][..]))
    } else if cfg!(target_os = "macos") {
        Some(("open", &[][..]))
    } else if has_screen("DISPLAY") || has_screen("WAYLAND_DISPLAY") {
        Some(("xdg-open", &[][..]))
    } else {
        None
    };
    if let Some((program, words)) = opener {
        Command::new(program)
            .args(words)
            .arg(address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_the_sentence_around_it() {
        assert_eq!(address_in("Open http://127.0.0.1:8080/ in a browser"), Some("http://127.0.0.1:8080/"));
        assert_eq!(address_in("nothing to open"), None);
    }
}

//! The shipped binary, serving an own data folder on an own port; can be killed and started again.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::{Failure, Outcome, wait};

/// A running (or killed) server.
#[derive(Debug)]
pub struct Server {
    binary: PathBuf,
    data: PathBuf,
    port: u16,
    child: Option<Child>,
    words: Vec<&'static str>,
    said: Arc<Mutex<String>>,
}

impl Server {
    /// Starts the binary on a free port.
    pub async fn start(binary: &Path, data: &Path) -> Outcome<Self> {
        Self::start_with(binary, data, &[]).await
    }

    /// The same with further words on its command line.
    pub async fn start_with(binary: &Path, data: &Path, words: &[&'static str]) -> Outcome<Self> {
        let mut server = Self {
            binary: binary.to_owned(),
            data: data.to_owned(),
            port: 0,
            child: None,
            words: words.to_vec(),
            said: Arc::default(),
        };
        server.serve().await?;
        Ok(server)
    }

    /// Takes an export in, before anything runs.
    pub async fn import(binary: &Path, data: &Path, export: &Path) -> Outcome<()> {
        let done = Command::new(binary).arg("import").arg(export).arg("--data").arg(data).output().await?;
        if done.status.success() {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&done.stderr).into_owned();
        Err(Failure::new(format!("{} was not taken in: {complaint}", export.display())))
    }

    /// The page behind the link for an account that the server printed, waiting until it has.
    pub async fn invitation(&self) -> Outcome<String> {
        wait::until("the link for the first account", || async {
            let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
            let token = said.split_once("/#/invitation/").and_then(|(_, rest)| rest.split_once('\n'));
            Ok(token.map(|(token, _)| format!("/invitation/{token}")))
        })
        .await
    }

    /// Another link, made on the command line.
    pub async fn invite(&self) -> Outcome<String> {
        let made = Command::new(&self.binary)
            .args(["account", "invite", "--json", "--data"])
            .arg(&self.data)
            .output()
            .await?;
        let said: serde_json::Value = serde_json::from_slice(&made.stdout)?;
        let link = said["link"].as_str().ok_or_else(|| Failure::new("no link was made"))?;
        Ok(link.trim_start_matches("/#").to_owned())
    }

    /// Starts it again where it was, after [`Self::kill`].
    pub async fn restart(&mut self) -> Outcome<()> {
        self.serve().await
    }

    async fn serve(&mut self) -> Outcome<()> {
        let mut child = Command::new(&self.binary)
            .arg("serve")
            .args(["--listen", &format!("127.0.0.1:{}", self.port), "--data"])
            .arg(&self.data)
            .args(&self.words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| Failure::from(error).during(&format!("start {}", self.binary.display())))?;
        let stdout = child.stdout.take().ok_or_else(|| Failure::new("the server has no output"))?;
        let mut lines = BufReader::new(stdout).lines();
        let mut said = String::new();
        let port = loop {
            let line = tokio::time::timeout(wait::PATIENCE, lines.next_line()).await.map_err(|_| {
                Failure::new(format!("the server did not name its address in time: {said}"))
            })??;
            let Some(line) = line else {
                let end = child.wait_with_output().await?;
                let complaint = String::from_utf8_lossy(&end.stderr).into_owned();
                return Err(Failure::new(format!("the server ended at once: {said}{complaint}")));
            };
            if let Some(port) = port_in(&line) {
                break port;
            }
            said.push_str(&line);
            said.push('\n');
        };
        // Whatever else it says is read away, so that it never waits for a reader.
        let kept = Arc::clone(&self.said);
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.push_str(&line);
                kept.push('\n');
            }
        });
        if let Some(stderr) = child.stderr.take() {
            tokio::spawn(async move {
                let mut lines = BufReader::new(stderr).lines();
                while let Ok(Some(_)) = lines.next_line().await {}
            });
        }
        self.port = port;
        self.child = Some(child);
        wait::until("the server to take connections", || async move {
            Ok(TcpStream::connect(("127.0.0.1", port)).await.ok().map(drop))
        })
        .await
    }

    /// Kills it without a warning, as a power cut would.
    pub async fn kill(&mut self) -> Outcome<()> {
        if let Some(mut child) = self.child.take() {
            child.start_kill()?;
            child.wait().await?;
        }
        Ok(())
    }

    /// Where the app is.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder with its database.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }
}

/// The port of the first web address in a line.
fn port_in(line: &str) -> Option<u16> {
    let address = &line[line.find("http://")? + "http://".len()..];
    let host = address.split(['/', ' ']).next()?;
    host.rsplit_once(':')?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_out_of_the_address() {
        assert_eq!(port_in("Counterpose is at http://127.0.0.1:43211/ now"), Some(43211));
        assert_eq!(port_in("listening"), None);
    }
}

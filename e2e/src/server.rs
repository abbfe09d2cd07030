//! The shipped binary, serving an own data folder on an own port; can be killed and started again.

use std::path::{Path, PathBuf};
use std::process::Stdio;

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
}

impl Server {
    /// Starts the binary on a free port.
    pub async fn start(binary: &Path, data: &Path) -> Outcome<Self> {
        let mut server = Self { binary: binary.to_owned(), data: data.to_owned(), port: 0, child: None };
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

    /// Starts it again where it was, after [`Self::kill`].
    pub async fn restart(&mut self) -> Outcome<()> {
        self.serve().await
    }

    async fn serve(&mut self) -> Outcome<()> {
        let mut child = Command::new(&self.binary)
            .arg("serve")
            .args(["--listen", &format!("127.0.0.1:{}", self.port), "--data"])
            .arg(&self.data)
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
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
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

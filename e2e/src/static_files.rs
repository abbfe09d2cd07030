//! A folder over HTTP on loopback, for pages that need no server of ours (the probe, and the app on a host for plain
//! files).

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;

/// A running file server; ends with this value.
#[derive(Debug)]
pub struct StaticFiles {
    port: u16,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for StaticFiles {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl StaticFiles {
    /// Serves a folder on a free port.
    pub async fn serve(folder: &Path) -> Outcome<Self> {
        Self::serve_below(folder, "").await
    }

    /// Serves a folder on a free port below a path such as `/some/where`, and nothing beside it.
    pub async fn serve_below(folder: &Path, below: &str) -> Outcome<Self> {
        let below = below.to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let folder = Arc::new(folder.to_owned());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (folder, below) = (Arc::clone(&folder), below.clone());
                tokio::spawn(async move { answer(stream, &folder, &below).await });
            }
        });
        Ok(Self { port, task })
    }

    /// Where it is.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

async fn answer(mut stream: TcpStream, folder: &Path, below: &str) -> Outcome<()> {
    let mut bytes = vec![0; 8192];
    let count = stream.read(&mut bytes).await?;
    let head = String::from_utf8_lossy(&bytes[..count]).into_owned();
    let asked = head.split(' ').nth(1).unwrap_or("/");
    let wanted = asked.strip_prefix(below).and_then(|rest| path_of(folder, rest));
    let (status, body, media) = match wanted.map(std::fs::read) {
        Some(Ok(body)) => ("200 OK", body, media_type(asked)),
        _ => ("404 Not Found", Vec::new(), "text/plain"),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    Ok(())
}

fn path_of(folder: &Path, asked: &str) -> Option<PathBuf> {
    let asked = asked.split('?').next()?.trim_start_matches('/');
    let relative = Path::new(if asked.is_empty() { "index.html" } else { asked });
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(relative))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("html", |(_, extension)| extension) {
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "text/html; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_can_be_asked_for() {
        let folder = Path::new("/srv");
        assert_eq!(path_of(folder, "/"), Some(PathBuf::from("/srv/index.html")));
        assert_eq!(path_of(folder, "/a/b.js?x"), Some(PathBuf::from("/srv/a/b.js")));
        assert_eq!(path_of(folder, "/../etc/passwd"), None);
    }
}

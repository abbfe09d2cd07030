//! A proxy between browser and server: sees every request the browser makes, and can cut the network.
//!
//! Chromium is told to send everything through it, loopback included, so a request to any other origin, by page,
//! worker or service worker, ends in its list. It lets through what goes to the server under test and refuses
//! everything else, so that nothing ever leaves the machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use crate::{Failure, Outcome};

const LONGEST_HEAD: usize = 64 * 1024;

/// One request as the browser sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// GET, POST, CONNECT…
    pub method: String,
    /// Host and port.
    pub authority: String,
    /// Path and query.
    pub path: String,
}

#[derive(Debug)]
struct Shared {
    upstream: String,
    seen: Mutex<Vec<Request>>,
    cut: AtomicBool,
    cutting: Notify,
}

/// The running proxy; ends with this value.
#[derive(Debug)]
pub struct Proxy {
    shared: Arc<Shared>,
    port: u16,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Proxy {
    /// Starts one that lets through what goes to `127.0.0.1:upstream_port`.
    pub async fn start(upstream_port: u16) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            upstream: format!("127.0.0.1:{upstream_port}"),
            seen: Mutex::default(),
            cut: AtomicBool::new(false),
            cutting: Notify::new(),
        });
        let for_task = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                let shared = Arc::clone(&for_task);
                tokio::spawn(async move {
                    let ended = shared.cutting.notified();
                    tokio::select! {
                        _ = serve(browser, &shared) => {}
                        () = ended => {}
                    }
                });
            }
        });
        Ok(Self { shared, port, task })
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Cuts the network: open connections end, new ones are refused.
    pub fn cut(&self) {
        self.shared.cut.store(true, Ordering::SeqCst);
        self.shared.cutting.notify_waiters();
    }

    /// Mends it.
    pub fn mend(&self) {
        self.shared.cut.store(false, Ordering::SeqCst);
    }

    /// Every request so far, refused ones included.
    #[must_use]
    pub fn seen(&self) -> Vec<Request> {
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Requests to anything but the server under test, except those the browser makes for itself.
    #[must_use]
    pub fn strangers(&self) -> Vec<Request> {
        let strange = |request: &Request| {
            request.authority != self.shared.upstream && !is_browsers_own(&request.authority)
        };
        self.seen().into_iter().filter(strange).collect()
    }
}

/// Where Chromium calls for itself whatever its flags say (updates, its clock, accounts, the new tab of Debian's
/// build). None of them gets an answer here, and the app has no business with any.
const BROWSERS_OWN: [&str; 5] = ["google.com", "googleapis.com", "gstatic.com", "gvt1.com", "duckduckgo.com"];

fn is_browsers_own(authority: &str) -> bool {
    let host = authority.split(':').next().unwrap_or_default();
    BROWSERS_OWN.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

async fn serve(mut browser: TcpStream, shared: &Shared) -> Outcome<()> {
    let (head, rest) = read_head(&mut browser).await?;
    let (request, forwarded) = rewrite(&head).ok_or_else(|| Failure::new("not a request"))?;
    let known = request.authority == shared.upstream;
    shared.seen.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    if shared.cut.load(Ordering::SeqCst) {
        // Closing without an answer is what a dead network looks like.
        return Ok(());
    }
    if !known {
        browser
            .write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .await?;
        return Ok(());
    }
    let mut server = TcpStream::connect(&shared.upstream).await?;
    server.write_all(forwarded.as_bytes()).await?;
    server.write_all(&rest).await?;
    copy_bidirectional(&mut browser, &mut server).await?;
    Ok(())
}

/// The head of a request and what came after it already.
async fn read_head(browser: &mut TcpStream) -> Outcome<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let count = browser.read(&mut piece).await?;
        if count == 0 || bytes.len() > LONGEST_HEAD {
            return Err(Failure::new("no whole request came"));
        }
        bytes.extend_from_slice(&piece[..count]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let rest = bytes.split_off(end + 4);
            return Ok((String::from_utf8_lossy(&bytes).into_owned(), rest));
        }
    }
}

/// What was asked, and the head to send on: own path instead of the whole address, one request a connection.
fn rewrite(head: &str) -> Option<(Request, String)> {
    let (first, headers) = head.split_once("\r\n")?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    let (authority, path) = match target.split_once("://") {
        Some((_, after)) => match after.find('/') {
            Some(slash) => (&after[..slash], &after[slash..]),
            None => (after, "/"),
        },
        None if method == "CONNECT" => (target, ""),
        None => return None,
    };
    let kept = headers.split("\r\n").filter(|line| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !line.is_empty() && name != "proxy-connection" && name != "connection"
    });
    let mut forwarded = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    for line in kept {
        forwarded.push_str(line);
        forwarded.push_str("\r\n");
    }
    forwarded.push_str("\r\n");
    let request =
        Request { method: method.to_owned(), authority: authority.to_owned(), path: path.to_owned() };
    Some((request, forwarded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_taken_apart_and_sent_on_with_its_own_path() {
        let head = "GET http://127.0.0.1:99/a?b=1 HTTP/1.1\r\nHost: 127.0.0.1:99\r\nProxy-Connection: keep-alive\r\n\r\n";
        let (request, forwarded) = rewrite(head).unwrap();
        assert_eq!((request.authority.as_str(), request.path.as_str()), ("127.0.0.1:99", "/a?b=1"));
        assert_eq!(forwarded, "GET /a?b=1 HTTP/1.1\r\nConnection: close\r\nHost: 127.0.0.1:99\r\n\r\n");
    }

    #[test]
    fn a_tunnel_to_elsewhere_is_seen_too() {
        let (request, _) = rewrite("CONNECT example.org:443 HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!((request.method.as_str(), request.authority.as_str()), ("CONNECT", "example.org:443"));
    }

    #[tokio::test]
    async fn strangers_are_listed_and_refused_and_a_cut_network_is_silent() {
        let upstream = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let upstream_port = upstream.local_addr().unwrap().port();
        let proxy = Proxy::start(upstream_port).await.unwrap();
        let ask = async |address: &str| {
            let mut browser = TcpStream::connect(("127.0.0.1", proxy.port())).await.unwrap();
            browser.write_all(format!("GET {address} HTTP/1.1\r\n\r\n").as_bytes()).await.unwrap();
            let mut answer = String::new();
            browser.read_to_string(&mut answer).await.unwrap();
            answer
        };
        assert!(ask("http://example.org/x").await.starts_with("HTTP/1.1 403"));
        ask("http://clients2.google.com/time").await;
        assert_eq!(proxy.strangers().len(), 1);
        proxy.cut();
        assert_eq!(ask(&format!("http://127.0.0.1:{upstream_port}/")).await, "");
        assert_eq!((proxy.seen().len(), proxy.strangers().len()), (3, 1));
    }
}

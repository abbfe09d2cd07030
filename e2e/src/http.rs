//! The few lines of HTTP that talking to the server without a browser takes.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{Failure, Outcome};

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// 200, 404…
    pub status: u16,
    /// The headers, names in lower case, as they came.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Outcome<Value> {
        Ok(serde_json::from_slice(&self.body)?)
    }
}

/// Gets a path.
pub async fn get(port: u16, path: &str) -> Outcome<Answer> {
    ask(port, "GET", path, None).await
}

/// Posts JSON to a path.
pub async fn post(port: u16, path: &str, body: &Value) -> Outcome<Answer> {
    ask(port, "POST", path, Some(body.to_string())).await
}

async fn ask(port: u16, method: &str, path: &str, body: Option<String>) -> Outcome<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let body = body.unwrap_or_default();
    let media = if body.is_empty() { "" } else { "Content-Type: application/json\r\n" };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{media}Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    parse(&bytes).ok_or_else(|| Failure::new(format!("{method} {path}: the answer broke off")))
}

/// A whole answer, or nothing: one that broke off is none.
fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
    if answer.header("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        answer.body = unchunk(&answer.body)?;
    }
    let wanted = answer.header("content-length").and_then(|length| length.parse::<usize>().ok());
    wanted.is_none_or(|wanted| wanted == answer.body.len()).then_some(answer)
}

fn unchunk(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = bytes.windows(2).position(|window| window == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..end]).ok()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(bytes.get(end + 2..end + 2 + length)?);
        bytes = bytes.get(end + 2 + length + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_answer_is_read_and_a_broken_one_is_none() {
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nhi";
        let answer = parse(whole).unwrap();
        assert_eq!(
            (answer.status, answer.header("x-a"), answer.body.as_slice()),
            (200, Some("b"), b"hi".as_slice())
        );
        assert!(parse(&whole[..whole.len() - 1]).is_none());
        let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n";
        assert_eq!(parse(chunked).unwrap().body, b"hi");
        assert!(parse(&chunked[..chunked.len() - 5]).is_none());
    }
}

//! The client's files, as whoever embeds the server brings them.
//!
//! Files whose name holds a hash of their content are kept by browsers for ever; all others are asked for again each
//! time, which costs a few bytes when nothing changed. Paths that are pages of the client get `index.html`.

use std::borrow::Cow;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::Shared;
use crate::problem::{Refusal, wrong_method};

/// A file of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// The same, compressed with gzip, where that is smaller.
    pub gzip: Option<Cow<'static, [u8]>>,
    /// The same, compressed with brotli, where that is smaller.
    pub brotli: Option<Cow<'static, [u8]>>,
    /// A hash of its bytes: letters and digits.
    pub hash: Cow<'static, str>,
}

/// Where the client's files come from.
pub trait Assets: Send + Sync + 'static {
    /// The file at a path without its leading slash, as in `index.html` or `fonts/text.woff2`.
    fn get(&self, path: &str) -> Option<Asset>;
}

impl<F: Fn(&str) -> Option<Asset> + Send + Sync + 'static> Assets for F {
    fn get(&self, path: &str) -> Option<Asset> {
        self(path)
    }
}

const PAGE: &str = "index.html";
/// A name holds a hash where a part of it has at least this many hexadecimal digits.
const HASH_MIN_DIGITS: usize = 8;

/// Answers with a file, or with the client's page where the path is one of its pages.
pub async fn serve<S: Send + Sync + 'static, A: Assets>(
    State(shared): State<Shared<S, A>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        let mut refused = wrong_method().await.into_response();
        refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let path = uri.path().trim_start_matches('/');
    let last = path.rsplit('/').next().unwrap_or("");
    let name = if path.is_empty() { PAGE } else { path };
    let found = match shared.assets.get(name) {
        Some(asset) => Some((asset, name)),
        // What looks like a file and is none must not come back as a page.
        None if last.contains('.') => None,
        None => shared.assets.get(PAGE).map(|asset| (asset, PAGE)),
    };
    let Some((asset, name)) = found else {
        return Refusal::new(StatusCode::NOT_FOUND, "no-such-file", "No such file", "Open the start page.")
            .into_response();
    };
    answer(asset, name, &headers)
}

fn answer(asset: Asset, name: &str, asked: &HeaderMap) -> Response {
    let packed = [("br", asset.brotli), ("gzip", asset.gzip)]
        .into_iter()
        .find_map(|(coding, bytes)| bytes.filter(|_| takes(asked, coding)).map(|bytes| (coding, bytes)));
    let tag = match &packed {
        Some((coding, _)) => format!("\"{}-{coding}\"", asset.hash),
        None => format!("\"{}\"", asset.hash),
    };
    let cache = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let matches = asked.get_all(header::IF_NONE_MATCH).iter().any(|tags| has_tag(tags, &tag));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if matches {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    let bytes = match packed {
        Some((coding, packed)) => {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
            packed
        }
        None => asset.bytes,
    };
    *response.body_mut() = Body::from(match bytes {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    });
    response
}

fn has_tag(tags: &HeaderValue, tag: &str) -> bool {
    let tags = tags.to_str().unwrap_or("");
    tags.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

/// Whether a coding is named and not switched off with `q=0`.
fn takes(asked: &HeaderMap, wanted: &str) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(wanted));
            let off = parts.any(|part| {
                let weight = part.strip_prefix("q=").or(part.strip_prefix("Q="));
                weight.is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
            });
            named && !off
        })
}

/// Whether the name changes with the content, as in `client-0f3a9c21b7de.js` or below such a folder.
fn is_hashed(name: &str) -> bool {
    name.split(['/', '-', '.', '_']).any(|part| {
        part.len() >= HASH_MIN_DIGITS && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in
            ["client-0f3a9c21b7de.js", "client-0f3a9c21b7de.wasm", "snippets/web-5a6b7c8d9e0f1a2b/inline0.js"]
        {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["index.html", "sw.js", "boot.js", "style.css", "icon-512.png", "facade.js", "client-deadbee.js"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_coding_is_sent_only_to_those_who_take_it() {
        let asks = |value: &'static str, wanted: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            takes(&headers, wanted)
        };
        assert!(asks("gzip, deflate, br", "gzip") && asks("br;q=1.0, GZIP;q=0.5", "gzip"));
        assert!(asks("gzip, deflate, br", "br") && !asks("gzip, deflate", "br"));
        assert!(!asks("br", "gzip") && !asks("gzip;q=0", "gzip") && !asks("gzip; q=0.000", "gzip"));
        assert!(!asks("x-gzip-not", "gzip") && !takes(&HeaderMap::new(), "gzip"));
    }

    #[test]
    fn the_smallest_coding_that_is_taken_is_sent() {
        let asset = || Asset {
            bytes: Cow::Borrowed(b"plain"),
            gzip: Some(Cow::Borrowed(b"gzip")),
            brotli: Some(Cow::Borrowed(b"br")),
            hash: Cow::Borrowed("0f3a"),
        };
        let coding = |accepts: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts));
            let answer = answer(asset(), "a.js", &headers);
            let coding = answer.headers().get(header::CONTENT_ENCODING).cloned();
            (coding.map(|name| name.to_str().unwrap().to_owned()), answer.headers()[header::ETAG].clone())
        };
        assert_eq!(coding("gzip, br"), (Some("br".into()), HeaderValue::from_static("\"0f3a-br\"")));
        assert_eq!(coding("gzip"), (Some("gzip".into()), HeaderValue::from_static("\"0f3a-gzip\"")));
        assert_eq!(coding("identity"), (None, HeaderValue::from_static("\"0f3a\"")));
    }
}

//! Who may ask: pages of this server, and programs on this machine that name no page.
//!
//! A server on loopback can be reached by every page the person opens. The name asked for must be this machine's own
//! (DNS rebinding), and a request that a page of another origin made is refused (cross-site request forgery,
//! cross-site reading). What this does not do: tell the users of one machine apart.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::Refusal;

/// Lets a request through that asks for this machine by its own name and was not made by a foreign page.
pub async fn own_name(request: Request, next: Next) -> Response {
    match check_name(&request).and_then(|host| check_origin(request.headers(), &host)) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// Lets a request to the data through unless the browser says that another site made it.
pub async fn same_origin(request: Request, next: Next) -> Response {
    match check_site(&request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn check_name(request: &Request) -> Result<String, Refusal> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = match (hosts.next().map(|host| host.to_str()), hosts.next()) {
        (Some(Ok(host)), None) => host,
        _ => {
            return Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                "host-missing",
                "One Host header is needed",
                "Name the server once, as in `Host: localhost:7878`.",
            ));
        }
    };
    let authority = request.uri().authority().map(axum::http::uri::Authority::as_str);
    if is_own_name(host) && authority.is_none_or(is_own_name) {
        return Ok(host.to_owned());
    }
    Err(Refusal::new(
        StatusCode::MISDIRECTED_REQUEST,
        "host-not-ours",
        "This server answers only to localhost",
        "Open it as http://localhost with its port.",
    ))
}

/// `localhost` or a loopback address, with or without a port.
fn is_own_name(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) if port.is_empty() || is_port(port) => name,
            _ => return false,
        },
        None => match host.split_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            Some(_) => return false,
            None => host,
        },
    };
    let bracketed = host.starts_with('[');
    match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback() && address.is_ipv6() == bracketed,
        Err(_) => !bracketed && name.eq_ignore_ascii_case("localhost"),
    }
}

fn is_port(text: &str) -> bool {
    text.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
}

fn check_origin(headers: &HeaderMap, host: &str) -> Result<(), Refusal> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let own = format!("http://{host}");
    match (origins.next().map(|origin| origin.to_str()), origins.next()) {
        (None, _) => Ok(()),
        (Some(Ok(origin)), None) if origin.eq_ignore_ascii_case(&own) => Ok(()),
        _ => Err(foreign()),
    }
}

fn check_site(request: &Request) -> Result<(), Refusal> {
    let site = request.headers().get("sec-fetch-site").map(|site| site.to_str());
    match site {
        None | Some(Ok("same-origin" | "none")) => {}
        _ => return Err(foreign()),
    }
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if writes && !is_json(request.headers()) {
        // A form on any page can send other types without asking first; this one it cannot.
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not-json",
            "Only JSON is taken in",
            "Send `Content-Type: application/json`.",
        ));
    }
    Ok(())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn foreign() -> Refusal {
    Refusal::new(
        StatusCode::FORBIDDEN,
        "foreign-page",
        "Another page made this request",
        "Only this server's own pages may ask it.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_an_own_name() {
        for own in
            ["localhost", "LOCALHOST:7878", "127.0.0.1", "127.0.0.1:80", "127.9.9.9:1", "[::1]", "[::1]:7878"]
        {
            assert!(is_own_name(own), "{own}");
        }
        let foreign = [
            "",
            ":",
            "evil.example",
            "evil.example:7878",
            "localhost.evil.example",
            "127.0.0.1.nip.io",
            "127.0.0.1:80:80",
            "127.0.0.1@evil.example",
            "192.168.1.2",
            "0.0.0.0",
            "[::]",
            "[::1",
            "::1",
            "[::1]x",
            "[127.0.0.1]",
            "localhost:x",
            "[localhost]",
            "2130706433",
            "127.1",
            "localhost.",
            "[::ffff:127.0.0.1]",
        ];
        for name in foreign {
            assert!(!is_own_name(name), "{name}");
        }
    }
}

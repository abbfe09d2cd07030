//! Who may ask: pages of this server, and programs that name no page.
//!
//! A server can be reached by every page the person opens. The name asked for must be the server's own (DNS
//! rebinding), and a request that a page of another origin made is refused (cross-site request forgery, cross-site
//! reading). A server that knows nobody but its own machine refuses what a proxy passed on. What this does not do:
//! tell people apart; `account` does.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::access::{Access, Names};
use crate::problem::Refusal;

/// What proxies add to what they pass on.
const PASSED_ON: [&str; 6] =
    ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/// Lets a request through that asks for this server by its own name and was not made by a foreign page.
pub async fn own_name(State(access): State<Arc<Access>>, request: Request, next: Next) -> Response {
    let checked = check_way(&request, &access)
        .and_then(|()| check_name(&request, &access))
        .and_then(|host| check_origin(request.headers(), access.scheme(), &host));
    match checked {
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

/// A proxy in front of a server without log-in would let the world in as the person.
fn check_way(request: &Request, access: &Access) -> Result<(), Refusal> {
    let passed_on = PASSED_ON.iter().any(|name| request.headers().contains_key(*name));
    if access.demanded || !passed_on {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::FORBIDDEN,
        "passed-on",
        "A proxy passed this on",
        "This server answers its own machine only. To use a proxy, start it with --public-url and --behind-proxy.",
    ))
}

fn check_name(request: &Request, access: &Access) -> Result<String, Refusal> {
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
    if access.is_own_name(host) && authority.is_none_or(|authority| access.is_own_name(authority)) {
        return Ok(host.to_owned());
    }
    let (title, advice) = match access.names {
        Names::Loopback => {
            ("This server answers only to localhost", "Open it as http://localhost with its port.")
        }
        Names::Certificate => (
            "This server answers only to the names in its certificate",
            "Open it by a name the certificate was made for, or make one for this name too.",
        ),
        Names::Public(_) => (
            "This server answers only to its public address",
            "Open it by the address given as --public-url. A proxy must pass the Host header on as it came.",
        ),
    };
    Err(Refusal::new(StatusCode::MISDIRECTED_REQUEST, "host-not-ours", title, advice))
}

fn check_origin(headers: &HeaderMap, scheme: &str, host: &str) -> Result<(), Refusal> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let own = format!("{scheme}://{host}");
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
    // Other methods lead nowhere, and are told so by the routes.
    let writes = matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH | Method::DELETE);
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

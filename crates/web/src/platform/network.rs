//! Talking to the server this page came from, and to nobody else.
//!
//! Requests carry no credentials of other sites, follow no redirect elsewhere and give up after a while. What this
//! module does not do: retry; the client decides when.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Headers, RequestInit, RequestMode, RequestRedirect, Response};

use super::js;

/// How long an answer may take.
const PATIENCE_MS: u32 = 15_000;

/// Why there is no usable answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No network, no server, or no answer in time.
    Unreachable,
    /// The server answered with an error: its status and its words.
    Refused(u16, String),
    /// The answer is not what was expected.
    Unreadable(String),
}

/// Asks for something below the page's own address, for example `api/v1/hello`.
///
/// # Errors
/// See [`Failure`].
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(send(path, "GET", None).await?).await
}

/// Sends something as JSON and reads the answer.
///
/// # Errors
/// See [`Failure`].
pub async fn post<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, Failure> {
    let text = serde_json::to_string(body).map_err(|error| Failure::Unreadable(error.to_string()))?;
    read(send(path, "POST", Some(&text)).await?).await
}

async fn send(path: &str, method: &str, body: Option<&str>) -> Result<Response, Failure> {
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let request = RequestInit::new();
    request.set_method(method);
    request.set_mode(RequestMode::SameOrigin);
    request.set_redirect(RequestRedirect::Error);
    if js::get(&js_sys::global(), "AbortSignal").is_some_and(|signal| js::get(&signal, "timeout").is_some()) {
        request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    }
    if let (Some(text), Ok(headers)) = (body, Headers::new()) {
        let _fine = headers.set("content-type", "application/json");
        request.set_headers(&headers);
        request.set_body(&JsValue::from_str(text));
    }
    let answer = js::promised(window.fetch_with_str_and_init(path, &request).into()).await;
    answer.map_err(|_| Failure::Unreachable)?.dyn_into().map_err(|_| Failure::Unreachable)
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let text = match response.text() {
        Ok(promise) => js::promised(promise.into()).await.ok().and_then(|text| text.as_string()),
        Err(_) => None,
    };
    // The answer broke off on its way.
    let text = text.ok_or(Failure::Unreachable)?;
    if !response.ok() {
        return Err(Failure::Refused(response.status(), text));
    }
    serde_json::from_str(&text).map_err(|error| Failure::Unreadable(error.to_string()))
}

//! Talking to the server this page came from, and to nobody else.
//!
//! Requests carry nothing of other sites, follow no redirect elsewhere and give up after a while. What this module
//! does not do: understand an answer, or ask again; the client does both.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Headers, RequestInit, RequestMode, RequestRedirect, Response};

use super::js;

/// What came back: the status and the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, whole.
    pub body: String,
}

/// Asks for a path below the address of the app. `None`: no network, no server, or not in time.
pub async fn ask(method: &str, path: &str, body: Option<&str>, within_ms: u32) -> Option<Answer> {
    let request = RequestInit::new();
    request.set_method(method);
    request.set_mode(RequestMode::SameOrigin);
    request.set_redirect(RequestRedirect::Error);
    if let Some(signal) = give_up_after(within_ms) {
        request.set_signal(Some(&signal));
    }
    if let Some(text) = body {
        let headers = Headers::new().ok()?;
        headers.set("content-type", "application/json").ok()?;
        request.set_headers(&headers);
        request.set_body(&JsValue::from_str(text));
    }
    // Without its slash the path hangs below wherever the app lies.
    let address = path.trim_start_matches('/');
    let answer = js::promised(web_sys::window()?.fetch_with_str_and_init(address, &request).into()).await;
    let response: Response = answer.ok()?.dyn_into().ok()?;
    let body = js::promised(response.text().ok()?.into()).await.ok()?.as_string()?;
    Some(Answer { status: response.status(), body })
}

/// Browsers before 2022 have no such signal; there the client's own patience decides.
fn give_up_after(within_ms: u32) -> Option<AbortSignal> {
    let signals = js::get(&js_sys::global(), "AbortSignal")?;
    js::get(&signals, "timeout").map(|_| AbortSignal::timeout_with_u32(within_ms))
}

//! Headers on every answer: what a browser may do with what this server sends.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// What the client's pages may load and run: their own files and nothing else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; media-src blob:; connect-src 'self'; worker-src 'self'; \
     manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What the pages may ask the device for: the tilt sensor for home tests and a screen that stays awake, nothing else.
const PERMISSIONS_POLICY: &str = "accelerometer=(self), ambient-light-sensor=(), bluetooth=(), browsing-topics=(), \
     camera=(), display-capture=(), geolocation=(), gyroscope=(self), hid=(), idle-detection=(), magnetometer=(), \
     microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=(), screen-wake-lock=(self)";

const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Adds them; answers that do not say otherwise are not stored anywhere.
pub async fn secure(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

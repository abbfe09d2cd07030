//! The two functions the page calls.

use counterpose_journal::contract::story;
use counterpose_web::platform::store::BrowserStore;
use wasm_bindgen::prelude::wasm_bindgen;

/// The digest of the core, as it comes out here.
#[wasm_bindgen]
#[must_use]
pub fn digest() -> String {
    crate::digest::digest()
}

/// The story every keeper must live through, over this browser's IndexedDB: `kept`, or the promise that broke.
#[wasm_bindgen]
pub async fn contract() -> String {
    match story(|name| BrowserStore::open(name)).await {
        Ok(report) if report.checks > 0 => "kept".to_owned(),
        Ok(_) => "nothing was checked".to_owned(),
        Err(broken) => broken.to_string(),
    }
}

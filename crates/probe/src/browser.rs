//! The two functions the page calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// The digest of the core, as it comes out here.
#[wasm_bindgen]
#[must_use]
pub fn digest() -> String {
    crate::digest::digest()
}

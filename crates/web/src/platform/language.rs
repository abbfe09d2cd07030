//! The person's language and its texts: what the browser asks for, what was chosen last, and fetching a pack.
//!
//! The texts are assets of their own; `boot.js` knows their names, keeps them on this device and has begun to fetch
//! the likely one before this program was there. What this module does not do: decide which language it is.

use counterpose_content::{Locale, Pack};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;

use super::js;

/// Where `boot.js` looks for the language chosen last.
const CHOSEN: &str = "counterpose-language";

/// The language the address asks for, as in `?lang=de`.
#[must_use]
pub fn asked() -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    let pairs = query.trim_start_matches('?').split('&');
    pairs
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == "lang")
        .map(|(_, tag)| tag.to_owned())
}

/// The language chosen last in this browser, then those the browser asks for, best first.
#[must_use]
pub fn preferred() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    // Where storing is forbidden even asking throws.
    let chosen = js::get(&window, "localStorage")
        .and_then(|storage| js::call(&storage, "getItem", &[&CHOSEN.into()]).ok())
        .and_then(|tag| tag.as_string());
    let asked = window.navigator().languages();
    chosen.into_iter().chain(asked.iter().filter_map(|tag| tag.as_string())).collect()
}

/// Starts in this language from now on; where nothing can be stored the journal still knows it, a moment later.
pub fn remember(locale: Locale) {
    if let Some(storage) = web_sys::window().and_then(|window| js::get(&window, "localStorage")) {
        let _kept = js::call(&storage, "setItem", &[&CHOSEN.into(), &locale.tag().into()]);
    }
}

/// The texts of a language. `None`: neither on this device nor to be had over the network.
pub async fn texts(locale: Locale) -> Option<Pack> {
    let asked = js::call(&js_sys::global(), "counterposeTexts", &[&locale.folder().into()]).ok()?;
    let bytes: Uint8Array = js::promised(asked).await.ok()?.dyn_into().ok()?;
    Pack::read(bytes.to_vec()).ok()
}

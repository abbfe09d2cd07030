//! Reminders with the page closed: asking `push.js` and hearing how they stand.
//!
//! That file needs the push, notification and cache functions of the browser, which are not worth their bindings here.

use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

use super::js::Listener;
use super::offline;

/// Asks, in the words of `push.js`.
pub fn ask(asked: &str) {
    offline::tell("counterpose-remind", &asked.into());
}

/// Calls back with how they stand.
#[must_use]
pub fn watch(mut on: impl FnMut(String) + 'static) -> Option<Listener> {
    Some(Listener::new(web_sys::window()?.as_ref(), "counterpose-reminded", move |event| {
        let told = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        on(told.unwrap_or_default());
    }))
}

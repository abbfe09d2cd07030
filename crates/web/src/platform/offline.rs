//! What `boot.js` found out about starting without a network, and telling it to bring in a newer version.
//!
//! The marks and events are described at the top of that file.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element, Event};

use super::js::Listener;

/// How things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    /// The app starts without a network from now on.
    pub ready: bool,
    /// A newer version is stored and waits to be let in.
    pub update_waits: bool,
}

/// How things stand now.
#[must_use]
pub fn now() -> Offline {
    let marked = |name: &str| root().is_some_and(|root| root.get_attribute(name).as_deref() == Some("ready"));
    Offline { ready: marked("data-offline"), update_waits: marked("data-update") }
}

/// Calls back whenever something of it changes.
#[must_use]
pub fn watch(mut on: impl FnMut(Offline) + 'static) -> Option<Listener> {
    Some(Listener::new(web_sys::window()?.as_ref(), "counterpose-worker", move |_| on(now())))
}

/// Lets the newer version in; the page loads again.
pub fn restart() {
    tell("counterpose-restart", &JsValue::NULL);
}

/// Says that the program has failed for good; the recovery page takes over.
pub fn panicked(words: &str) {
    tell("counterpose-panic", &words.into());
}

pub(super) fn tell(kind: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    let _set = Reflect::set(&options, &"detail".into(), detail);
    if let (Some(window), Ok(event)) =
        (web_sys::window(), CustomEvent::new_with_event_init_dict(kind, &options))
    {
        let _told = window.dispatch_event(AsRef::<Event>::as_ref(&event));
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

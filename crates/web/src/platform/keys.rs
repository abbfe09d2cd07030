//! Single keys for a page, such as space for pause, where they cannot get in the way.
//!
//! A key typed into a field, a key with Ctrl, Alt or Meta, and the key that presses a focused button are left alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::js::Listener;

/// Calls back with the name of the key (`" "`, `ArrowLeft`, `s`); true means it was used.
#[must_use]
pub fn watch(mut on: impl FnMut(&str) -> bool + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(document.as_ref(), "keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if taken(target.map(|target| target.tag_name()).as_deref(), &event.key()) {
            return;
        }
        if on(&event.key()) {
            event.prevent_default();
        }
    }))
}

/// Whether the focused element uses the key itself.
fn taken(tag: Option<&str>, key: &str) -> bool {
    match tag {
        Some("INPUT" | "SELECT" | "TEXTAREA") => true,
        Some("BUTTON" | "SUMMARY") => key == " " || key == "Enter",
        Some("A") => key == "Enter",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focused_button_keeps_its_keys_and_a_field_all() {
        assert!(taken(Some("BUTTON"), " ") && taken(Some("A"), "Enter") && taken(Some("INPUT"), "s"));
        assert!(!taken(Some("BUTTON"), "s") && !taken(Some("H1"), " ") && !taken(None, " "));
    }
}

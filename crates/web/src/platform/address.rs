//! The address bar: pages live behind the `#`, so the app works under any path of any server.

use counterpose_app::Route;
use wasm_bindgen::JsValue;

use super::js::Listener;

/// The path of the page, for example `/library/clamshell`.
#[must_use]
pub fn path() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .map_or_else(String::new, |hash| hash.trim_start_matches('#').to_owned())
}

/// Where the app lies, without a slash at its end.
#[must_use]
pub fn base() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address[..end].trim_end_matches('/').to_owned()
}

/// The address of a page, for links.
#[must_use]
pub fn href(route: &Route) -> String {
    format!("#{}", route.path())
}

/// Shows this page's address. Nobody is told: the client knows where it goes.
pub fn show(route: &Route, replace: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    if path() == route.path() {
        return;
    }
    let address = href(route);
    let _refused = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Calls back with the path when the person goes back or forward, or types an address; not after [`show`].
#[must_use]
pub fn watch(mut on: impl FnMut(String) + 'static) -> Option<Listener> {
    Some(Listener::new(web_sys::window()?.as_ref(), "hashchange", move |_| on(path())))
}

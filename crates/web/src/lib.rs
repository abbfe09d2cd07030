//! The browser shell: renders the client's view models, carries out its effects, starts offline.
//!
//! Everything decided is decided in `app`; everything the browser has to say comes in as an action. This library
//! also serves the tests in a real browser, so nothing starts by itself: the binary calls [`start`].

pub mod page;
pub mod part;
pub mod platform;
pub mod shell;

mod effects;
mod root;

/// Starts the app in the element `#app` of this document.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| platform::offline::panicked(&panic.to_string())));
    wasm_bindgen_futures::spawn_local(root::run());
}

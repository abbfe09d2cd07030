//! The screen: kept awake during a session, its visibility, the network coming and going, light or dark, focus.

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use counterpose_app::action::{TextSize, Theme};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, VisibilityState};

use super::js::{self, Listener};

/// Keeps the screen awake while it is wanted. Browsers take the lock away when the page is hidden: it is asked for
/// again when the page comes back.
#[derive(Clone, Debug, Default)]
pub struct Awake {
    wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
}

impl Awake {
    /// Whether this browser can.
    #[must_use]
    pub fn available() -> bool {
        wake_lock().is_some()
    }

    /// Keeps the screen awake from now on, or no longer. `on_refused` hears of it when the browser will not.
    pub fn want(&self, wanted: bool, on_refused: impl FnOnce() + 'static) {
        self.wanted.set(wanted);
        if wanted {
            self.ask(on_refused);
        } else {
            self.release();
        }
    }

    /// The page is shown again.
    pub fn shown(&self, on_refused: impl FnOnce() + 'static) {
        if self.wanted.get() {
            self.ask(on_refused);
        }
    }

    fn ask(&self, on_refused: impl FnOnce() + 'static) {
        if self.holds() || !visible() {
            return;
        }
        let (Some(wake_lock), own) = (wake_lock(), self.clone()) else { return };
        wasm_bindgen_futures::spawn_local(async move {
            let asked = js::call(&wake_lock, "request", &[&"screen".into()]);
            let lock = match asked {
                Ok(promise) => js::promised(promise).await,
                Err(error) => Err(error),
            };
            match lock {
                Ok(lock) => {
                    own.release();
                    *own.lock.borrow_mut() = Some(lock);
                    if !own.wanted.get() {
                        own.release();
                    }
                }
                Err(_) if visible() => on_refused(),
                Err(_) => {}
            }
        });
    }

    fn holds(&self) -> bool {
        let lock = self.lock.borrow();
        lock.as_ref()
            .is_some_and(|lock| js::get(lock, "released").and_then(|gone| gone.as_bool()) == Some(false))
    }

    fn release(&self) {
        if let Some(lock) = self.lock.borrow_mut().take() {
            let _gone = js::call(&lock, "release", &[]);
        }
    }
}

fn wake_lock() -> Option<JsValue> {
    js::get(&web_sys::window()?.navigator(), "wakeLock")
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the page is on the screen.
#[must_use]
pub fn visible() -> bool {
    document().is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls back when the page is hidden or shown again.
#[must_use]
pub fn watch_visible(mut on: impl FnMut(bool) + 'static) -> Option<Listener> {
    Some(Listener::new(document()?.as_ref(), "visibilitychange", move |_| on(visible())))
}

/// Whether the person asked their system for less motion.
#[must_use]
pub fn wants_no_motion() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let asked = js::call(&window, "matchMedia", &[&"(prefers-reduced-motion: reduce)".into()]);
    asked.ok().and_then(|list| js::get(&list, "matches")).and_then(|matches| matches.as_bool()) == Some(true)
}

/// Whether the browser believes it has a network.
#[must_use]
pub fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back when the network comes or goes.
#[must_use]
pub fn watch_online(on: impl FnMut(bool) + 'static) -> Option<[Listener; 2]> {
    let window = web_sys::window()?;
    let on = Rc::new(RefCell::new(on));
    let other = Rc::clone(&on);
    Some([
        Listener::new(window.as_ref(), "online", move |_| (on.borrow_mut())(true)),
        Listener::new(window.as_ref(), "offline", move |_| (other.borrow_mut())(false)),
    ])
}

/// Whether the page was loaded over https or from this machine.
#[must_use]
pub fn secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// Opens the browser's own way to print; nothing where there is none.
pub fn print() {
    let _refused = web_sys::window().map(|window| window.print());
}

/// Whether a server of ours may stand behind the page. What is laid out for a host of plain files says that none does.
#[must_use]
pub fn has_server() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-server")).as_deref() != Some("none")
}

/// Sets what the style sheet reads from the root: light or dark, text size, language and its direction; and the title.
pub fn dress(theme: Theme, text: TextSize, (language, direction): (&str, &str), title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    let Some(root) = document.document_element() else { return };
    let theme = match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let text = match text {
        TextSize::Normal => None,
        TextSize::Large => Some("large"),
        TextSize::Larger => Some("larger"),
    };
    let all =
        [("data-theme", theme), ("data-text", text), ("lang", Some(language)), ("dir", Some(direction))];
    for (name, value) in all {
        let _set = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Moves the focus to the page's heading and the view to its top, after going to another page.
pub fn to_heading() {
    let Some(document) = document() else { return };
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let heading = document.query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _focused = heading.focus();
    }
}

/// Moves the focus to the element with this identifier.
pub fn to_element(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _focused = element.focus();
    }
}

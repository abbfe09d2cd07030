//! Several tabs of one browser: one writes, the others follow.
//!
//! The writer holds a lock that the browser frees when its tab goes away, so nobody stays locked out; a broadcast
//! tells followers that the journal grew. Browsers without locks (and pages not loaded securely) have only writers:
//! the store keeps them from hurting each other. What this module does not do: pass entries; followers read them.

use core::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

use super::js::{self, Listener};

const LOCK: &str = "counterpose-writer";
const CHANNEL: &str = "counterpose-journal";

/// The word to the other tabs.
#[derive(Debug)]
pub struct Broadcast {
    channel: Option<BroadcastChannel>,
    _listener: Option<Listener>,
}

impl Broadcast {
    /// Listens from now on.
    #[must_use]
    pub fn new(mut on: impl FnMut() + 'static) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let listener =
            channel.as_ref().map(|channel| Listener::new(channel.as_ref(), "message", move |_| on()));
        Self { channel, _listener: listener }
    }

    /// Tells the others that the journal grew.
    pub fn tell(&self) {
        if let Some(channel) = &self.channel {
            let _told = channel.post_message(&JsValue::from_str("grew"));
        }
    }
}

impl Drop for Broadcast {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// Stands in the line of writers and calls back with whether this tab writes: once at the start and at each change.
#[derive(Clone)]
pub struct Line {
    on: Rc<RefCell<dyn FnMut(bool)>>,
}

impl Line {
    /// Joins the line.
    #[must_use]
    pub fn join(on: impl FnMut(bool) + 'static) -> Self {
        let line = Self { on: Rc::new(RefCell::new(on)) };
        match locks() {
            None => line.tell(true),
            Some(locks) => line.ask_whether_free(locks),
        }
        line
    }

    /// Goes to the front: the tab that writes now becomes a follower.
    pub fn take_over(&self) {
        let Some(locks) = locks() else { return };
        let options = Object::new();
        js::set(&options, "steal", &JsValue::TRUE);
        self.hold(&locks, &options);
    }

    fn tell(&self, writes: bool) {
        (self.on.borrow_mut())(writes);
    }

    /// Tries without waiting, so that the first word comes at once; a follower then waits for its turn.
    fn ask_whether_free(&self, locks: JsValue) {
        let line = self.clone();
        let options = Object::new();
        js::set(&options, "ifAvailable", &JsValue::TRUE);
        let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                line.tell(false);
                line.wait();
                return JsValue::UNDEFINED;
            }
            line.tell(true);
            for_ever()
        });
        self.request(&locks, &options, &callback);
    }

    fn wait(&self) {
        if let Some(locks) = locks() {
            self.hold(&locks, &Object::new());
        }
    }

    fn hold(&self, locks: &JsValue, options: &Object) {
        let line = self.clone();
        let callback = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
            line.tell(true);
            for_ever()
        });
        self.request(locks, options, &callback);
    }

    /// The request ends when the lock is taken away (then this tab follows and waits again) or was not free.
    fn request(&self, locks: &JsValue, options: &Object, callback: &JsValue) {
        let line = self.clone();
        let request = js::call(locks, "request", &[&LOCK.into(), options, callback]);
        wasm_bindgen_futures::spawn_local(async move {
            let lost = match request {
                Ok(promise) => js::promised(promise).await.is_err(),
                // A browser that has locks and refuses them: write, as where there are none.
                Err(_) => return line.tell(true),
            };
            if lost {
                line.tell(false);
                line.wait();
            }
        });
    }
}

/// The lock is held until the tab goes away or another steals it.
fn for_ever() -> JsValue {
    Promise::new(&mut |_, _| {}).unchecked_into()
}

fn locks() -> Option<JsValue> {
    js::get(&web_sys::window()?.navigator(), "locks")
}

//! The few things the bindings lack: names looked up at run time, listeners that unregister, waiting with a limit.
//!
//! `web-sys` hides what browsers ship but its standard text calls unstable (durability, locks). Looking such names
//! up at run time also answers whether this browser has them. What this module does not do: know any of them.

use core::cell::{Cell, RefCell};
use core::future::Future;
use core::pin::pin;
use core::task::Poll;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// A property, where there is one that is neither undefined nor null.
#[must_use]
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Sets a property of a plain object; nothing happens where the object refuses.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _refused = Reflect::set(object, &name.into(), value);
}

/// Calls a method by its name.
///
/// # Errors
/// What the method threw, or that there is none.
pub fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &name.into())?
        .dyn_into()
        .map_err(|_| JsValue::from_str(&format!("no {name}")))?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(object, &list)
}

/// What a promise comes to.
///
/// # Errors
/// What it was rejected with.
pub async fn promised(value: JsValue) -> Result<JsValue, JsValue> {
    wasm_bindgen_futures::JsFuture::from(Promise::resolve(&value)).await
}

/// An error in words: its own text where it is one.
#[must_use]
pub fn words(error: &JsValue) -> String {
    error.as_string().unwrap_or_else(|| {
        Reflect::get(error, &"message".into())
            .ok()
            .and_then(|message| message.as_string())
            .map(|message| match get(error, "name").and_then(|name| name.as_string()) {
                Some(name) => format!("{name}: {message}"),
                None => message,
            })
            .unwrap_or_else(|| format!("{error:?}"))
    })
}

/// Listens to an event until it is dropped.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens from now on. A target that refuses listeners is one that never speaks.
    #[must_use = "it stops listening when dropped"]
    pub fn new(target: &EventTarget, kind: &'static str, on: impl FnMut(Event) + 'static) -> Self {
        let closure = Closure::new(on);
        let _refused = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
        Self { target: target.clone(), kind, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let _refused = self.target.remove_event_listener_with_callback(self.kind, callback);
    }
}

/// Calls back every so often until it is dropped.
#[derive(Debug)]
pub struct Interval {
    handle: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Interval {
    /// Starts now; the first call comes after one period.
    #[must_use = "it stops when dropped"]
    pub fn new(every_ms: u32, on: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::new(on);
        let callback: &Function = closure.as_ref().unchecked_ref();
        let every = i32::try_from(every_ms).unwrap_or(i32::MAX);
        let handle = web_sys::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(callback, every)
            .ok()?;
        Some(Self { handle, _closure: closure })
    }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.handle);
        }
    }
}

/// Calls back once after a time, unless it is dropped before.
#[derive(Debug)]
pub struct Timeout {
    handle: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Starts now.
    #[must_use = "it stops when dropped"]
    pub fn new(after_ms: u32, on: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::new(on);
        let callback: &Function = closure.as_ref().unchecked_ref();
        let after = i32::try_from(after_ms).unwrap_or(i32::MAX);
        let handle =
            web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(callback, after).ok()?;
        Some(Self { handle, _closure: closure })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// A callback that hands itself to the browser again and again.
type Callback = RefCell<Option<Closure<dyn FnMut()>>>;

/// Calls back before each drawn frame until it is dropped.
#[derive(Debug)]
pub struct Frames {
    handle: Rc<Cell<i32>>,
    closure: Rc<Callback>,
}

impl Frames {
    /// Starts with the next frame.
    #[must_use = "it stops when dropped"]
    pub fn new(mut on: impl FnMut() + 'static) -> Self {
        let handle = Rc::new(Cell::new(0));
        let closure: Rc<Callback> = Rc::default();
        let (own_handle, own_closure) = (Rc::clone(&handle), Rc::downgrade(&closure));
        *closure.borrow_mut() = Some(Closure::new(move || {
            on();
            if let Some(closure) = own_closure.upgrade()
                && let Some(next) = request_frame(closure.borrow().as_ref())
            {
                own_handle.set(next);
            }
        }));
        if let Some(first) = request_frame(closure.borrow().as_ref()) {
            handle.set(first);
        }
        Self { handle, closure }
    }
}

fn request_frame(closure: Option<&Closure<dyn FnMut()>>) -> Option<i32> {
    web_sys::window()?.request_animation_frame(closure?.as_ref().unchecked_ref()).ok()
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _refused = window.cancel_animation_frame(self.handle.get());
        }
        // Dropped by its own callback, the closure is still running: let the browser's turn end first.
        let closure = self.closure.borrow_mut().take();
        wasm_bindgen_futures::spawn_local(async move { drop(closure) });
    }
}

/// Waits.
pub async fn pause(ms: u32) {
    let wait = i32::try_from(ms).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _refused = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, wait);
        }
    });
    let _done = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// The first of two to come to an end; `None` when it is the second, a limit.
pub async fn unless<T>(limit: impl Future<Output = ()>, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut limit) = (pin!(work), pin!(limit));
    core::future::poll_fn(move |context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        limit.as_mut().poll(context).map(|()| None)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::future::{pending, ready};
    use core::task::{Context, Waker};

    fn once<T>(future: impl Future<Output = T>) -> Poll<T> {
        pin!(future).as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn work_wins_over_its_limit_and_the_limit_ends_what_hangs() {
        assert_eq!(once(unless(ready(()), ready(7))), Poll::Ready(Some(7)));
        assert_eq!(once(unless(ready(()), pending::<u8>())), Poll::Ready(None));
        assert_eq!(once(unless(pending(), pending::<u8>())), Poll::Pending);
    }
}

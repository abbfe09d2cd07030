//! How long drawing takes, told to the browser's own timeline, and only where somebody asked for it.
//!
//! A page opened with `?measure` in its address marks every picture as `figure`; the benchmark reads the marks. What
//! this module does not do: judge.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::js;

/// Milliseconds since the page began, finer than the clock.
#[must_use]
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Does something; where it was asked for, how long it took stands on the timeline under this name.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    if !wanted() {
        return work();
    }
    let start = now_ms();
    let done = work();
    let options = Object::new();
    js::set(&options, "start", &JsValue::from_f64(start));
    js::set(&options, "end", &JsValue::from_f64(now_ms()));
    if let Some(clock) = web_sys::window().and_then(|window| window.performance()) {
        let _measured = js::call(&clock, "measure", &[&name.into(), &options]);
    }
    done
}

fn wanted() -> bool {
    thread_local! {
        static WANTED: bool = web_sys::window()
            .and_then(|window| window.location().search().ok())
            .is_some_and(|search| search == "?measure");
    }
    WANTED.with(|wanted| *wanted)
}

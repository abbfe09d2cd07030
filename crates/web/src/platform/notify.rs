//! Small notices of the browser while the page is in the background, where the person allowed them.
//!
//! Looked up by name at run time: phones show them through the worker only, some browsers not at all. What this module
//! does not do: decide when, or say anything while the page is seen.

use counterpose_app::action::Notifications;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::js;

/// One notice at a time: a newer one takes the place of the older.
const TAG: &str = "counterpose-reminder";

/// Whether the browser shows notices of this page.
#[must_use]
pub fn state() -> Notifications {
    let Some(api) = api() else { return Notifications::Missing };
    match js::get(&api, "permission").and_then(|word| word.as_string()).as_deref() {
        Some("granted") => Notifications::Granted,
        Some("denied") => Notifications::Denied,
        _ => Notifications::Ask,
    }
}

/// Asks the person; comes inside a tap.
pub async fn ask() -> Notifications {
    if let Some(api) = api()
        && let Ok(promise) = js::call(&api, "requestPermission", &[])
    {
        let _answer = js::promised(promise).await;
    }
    state()
}

/// Shows a notice.
pub fn show(title: &str, text: &str) {
    if state() != Notifications::Granted {
        return;
    }
    let options = Object::new();
    for (name, value) in [("body", text), ("tag", TAG), ("icon", "icon-192.png")] {
        js::set(&options, name, &value.into());
    }
    let title = JsValue::from_str(title);
    spawn_local(async move {
        if by_worker(&title, &options).await.is_none() {
            // Where there is no worker the page shows it itself.
            if let Some(make) = api().and_then(|api| api.dyn_into::<Function>().ok()) {
                let _shown = Reflect::construct(&make, &Array::of2(&title, &options));
            }
        }
    });
}

async fn by_worker(title: &JsValue, options: &Object) -> Option<()> {
    let container = js::get(&web_sys::window()?.navigator(), "serviceWorker")?;
    let found = js::call(&container, "getRegistration", &[]).ok()?;
    let registration = js::promised(found).await.ok()?;
    js::get(&registration, "active")?;
    let shown = js::call(&registration, "showNotification", &[title, options.as_ref()]).ok()?;
    js::promised(shown).await.ok().map(|_| ())
}

fn api() -> Option<JsValue> {
    let window = web_sys::window()?;
    // On pages without a secure address the name is there and nothing is shown.
    (js::get(&window, "isSecureContext").and_then(|secure| secure.as_bool()) == Some(true))
        .then(|| js::get(&window, "Notification"))
        .flatten()
}

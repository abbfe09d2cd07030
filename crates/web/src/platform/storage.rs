//! What the browser says about its storage, and asking it not to throw the journal away.

use counterpose_app::action::StorageStatus;
use wasm_bindgen::JsValue;

use super::js;

/// How things stand.
pub async fn status() -> StorageStatus {
    let Some(manager) = manager() else { return StorageStatus::default() };
    let persistent = ask(&manager, "persisted").await.and_then(|answer| answer.as_bool());
    let estimate = ask(&manager, "estimate").await;
    let bytes = |name| {
        let value = estimate.as_ref().and_then(|estimate| js::get(estimate, name))?.as_f64()?;
        (value.is_finite() && value >= 0.0).then_some(value as u64)
    };
    StorageStatus { persistent, used_bytes: bytes("usage"), quota_bytes: bytes("quota") }
}

/// Asks for storage that is kept, and says how things stand then. Some browsers ask the person.
pub async fn ask_to_keep() -> StorageStatus {
    if let Some(manager) = manager() {
        let _granted = ask(&manager, "persist").await;
    }
    status().await
}

fn manager() -> Option<JsValue> {
    js::get(&web_sys::window()?.navigator(), "storage")
}

async fn ask(manager: &JsValue, method: &str) -> Option<JsValue> {
    js::promised(js::call(manager, method, &[]).ok()?).await.ok()
}

//! Offers a file to save.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::js;

/// How long the browser may take to read the file.
const KEPT_MS: u32 = 60_000;

/// Hands the text to the browser as a download of this name.
///
/// # Errors
/// What the browser said.
pub fn file(name: &str, media_type: &str, text: &str) -> Result<(), String> {
    offer(name, media_type, text).map_err(|error| js::words(&error))
}

fn offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        js::pause(KEPT_MS).await;
        let _gone = Url::revoke_object_url(&address);
    });
    Ok(())
}

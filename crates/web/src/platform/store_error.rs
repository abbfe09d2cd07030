//! What a browser's refusal means to the journal.
//!
//! Browsers say why by the name of an exception. What this module does not do: try again.

use counterpose_journal::StoreError;
use wasm_bindgen::JsValue;

use super::js;

/// From an exception.
#[must_use]
pub fn from_exception(exception: &JsValue) -> StoreError {
    let name = js::get(exception, "name").and_then(|name| name.as_string()).unwrap_or_default();
    by_name(&name, js::words(exception))
}

/// From an error of the database's bindings, whose text begins with the name of the exception inside.
#[must_use]
pub fn from_database(error: &idb::Error) -> StoreError {
    by_text(error.to_string())
}

/// A row that cannot be read.
#[must_use]
pub fn broken(error: &serde_json::Error) -> StoreError {
    StoreError::Corrupt { detail: format!("an entry cannot be read: {error}") }
}

const NAMES: [&str; 11] = [
    "QuotaExceededError",
    "VersionError",
    "SecurityError",
    "NotAllowedError",
    "InvalidStateError",
    "UnknownError",
    "DataError",
    "NotReadableError",
    "DataCloneError",
    "AbortError",
    "ConstraintError",
];

fn by_text(text: String) -> StoreError {
    if text.starts_with("indexed db not found") {
        return by_name("SecurityError", text);
    }
    let name = NAMES.into_iter().find(|name| text.contains(name)).unwrap_or_default();
    by_name(name, text)
}

fn by_name(name: &str, detail: String) -> StoreError {
    match name {
        "QuotaExceededError" => StoreError::Full { detail },
        // Only a newer version of this program leaves a newer database behind.
        "VersionError" => StoreError::Locked {
            detail: format!("a newer version of Counterpose is in use: load the page again. {detail}"),
        },
        "SecurityError" | "NotAllowedError" => StoreError::Permission { detail },
        "UnknownError" | "DataError" | "NotReadableError" => StoreError::Corrupt { detail },
        _ => StoreError::Other { detail },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_finds_its_kind() {
        let kind = |text: &str| by_text(text.to_owned());
        assert!(matches!(kind("DOM exception: QuotaExceededError: no room"), StoreError::Full { .. }));
        assert!(matches!(kind("failed to open: VersionError: 2 < 3"), StoreError::Locked { .. }));
        assert!(matches!(kind("failed to open: SecurityError: no"), StoreError::Permission { .. }));
        assert!(matches!(kind("indexed db not found"), StoreError::Permission { .. }));
        assert!(matches!(kind("failed to get: UnknownError: Internal error"), StoreError::Corrupt { .. }));
        assert!(matches!(kind("something else"), StoreError::Other { .. }));
    }
}

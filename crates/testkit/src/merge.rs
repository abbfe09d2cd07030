//! Laying one piece of JSON over another, for fixtures that say only what is different.

use serde_json::Value;

/// Lays `over` on `base`: objects key by key, `null` takes a key away, anything else replaces (RFC 7386).
pub fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                if value.is_null() {
                    base.remove(key);
                } else {
                    merge(base.entry(key.clone()).or_insert(Value::Null), value);
                }
            }
        }
        (base, over) => *base = over.clone(),
    }
}

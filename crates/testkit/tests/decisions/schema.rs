//! `docs/intake.schema.json` is what the types say. `UPDATE=1 cargo test` writes it anew.

use std::path::Path;

use counterpose_coach::intake::schema;

#[test]
fn the_schema_of_the_intake_is_in_step_with_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/intake.schema.json");
    let mut fresh = serde_json::to_string_pretty(&schema()).unwrap();
    fresh.push('\n');
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == fresh,
        "docs/intake.schema.json is stale: run `UPDATE=1 cargo test -p counterpose-testkit`"
    );
}

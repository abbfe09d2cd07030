//! Where things lie: the repository and the build folder.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The build folder (`CARGO_TARGET_DIR`, or `target`).
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The finished browser client.
pub fn client() -> PathBuf {
    target().join("client")
}

/// What this tool keeps for itself.
pub fn own() -> PathBuf {
    target().join("xtask")
}

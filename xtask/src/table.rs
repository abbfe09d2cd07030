//! How counts are written, in one place, so that every line of this tool reads alike.

/// `N passed, N failed, N skipped`.
pub fn counts(passed: usize, failed: usize, skipped: usize) -> String {
    format!("{passed} passed, {failed} failed, {skipped} skipped")
}

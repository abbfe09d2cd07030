//! Content hashes: the same bytes give the same name, on every machine.

use sha2::{Digest, Sha256};

/// SHA-256 as lowercase hexadecimal.
pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of bytes as every other tool gives it.
pub fn plain(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Enough of it for a file name.
pub fn short(bytes: &[u8]) -> String {
    let mut full = of([bytes]);
    full.truncate(12);
    full
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(of([b"ab".as_slice(), b"c"]), of([b"a".as_slice(), b"bc"]));
        assert_eq!(short(b"x"), of([b"x".as_slice()])[..12]);
    }
}

//! The language packs: the texts of each language as an asset of its own, so that a browser loads the one it needs.
//!
//! Made by the very code that makes the packs inside the binary. What this module does not do: check the words; the
//! tests of the content do.

use std::collections::BTreeMap;
use std::path::Path;

use super::assemble;
use crate::shell::{During, Outcome, failure};

#[path = "../../../crates/content/src/compile.rs"]
#[allow(dead_code, unreachable_pub)]
mod compile;
#[path = "../../../crates/content/src/pack.rs"]
#[allow(dead_code, unreachable_pub)]
mod pack;

/// How the name of a pack begins; what follows is the language and the hash.
pub const STEM: &str = "texts-";

/// The pack of each language of a folder of Fluent files.
pub fn packs(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let files = assemble::read_folder(folder)?;
    let mut texts = Vec::new();
    for (path, bytes) in &files {
        if let Some((language, name)) = path.split_once('/').filter(|(_, name)| name.ends_with(".ftl")) {
            let text = std::str::from_utf8(bytes).during(|| format!("read {path} as text"))?;
            texts.push((language, name, text));
        }
    }
    let packs = compile::packs(texts).map_err(failure)?;
    Ok(packs.into_iter().map(|(language, pack)| (language, pack.into_bytes())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_repository_becomes_a_pack() {
        let packs = packs(&crate::place::root().join("content/text")).unwrap();
        assert!(packs.contains_key("en"));
        for (language, bytes) in packs {
            let pack = pack::Pack::read(bytes).unwrap();
            assert_eq!(pack.language(), language);
        }
    }
}

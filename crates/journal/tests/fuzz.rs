//! Arbitrary bytes never bring a reader of the journal down.

#![allow(clippy::unwrap_used, reason = "tests may")]

use std::path::Path;

use counterpose_testkit::fuzz::{TARGETS, replay};
use proptest::prelude::*;

/// How many bent copies of each corpus; more can be asked for with `COUNTERPOSE_FUZZ_COPIES`.
fn copies() -> u64 {
    std::env::var("COUNTERPOSE_FUZZ_COPIES").ok().and_then(|text| text.parse().ok()).unwrap_or(1500)
}

#[test]
fn every_corpus_and_its_bent_copies_are_answered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz");
    for (name, target) in TARGETS {
        let seen = replay(&root.join(name), target, copies()).unwrap();
        assert!(seen > copies(), "{name}");
    }
}

proptest! {
    #[test]
    fn plain_noise_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for (_, target) in TARGETS {
            target(&bytes);
        }
    }
}

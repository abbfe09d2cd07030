//! Whatever bytes somebody hands in as an intake, they are read or refused; what is read comes back as it was and is
//! decided on without falling over, and never past a stop.

use std::path::Path;

use counterpose_coach::check::check;
use counterpose_coach::intake::parse;
use counterpose_coach::vocabulary::Tier;
use counterpose_content::library;
use counterpose_testkit::fuzz::replay;
use proptest::prelude::*;

fn intake_file(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    let Ok(intake) = parse(text) else { return };
    let again = serde_json::to_string(&intake).ok().and_then(|text| parse(&text).ok());
    assert_eq!(again.as_ref(), Some(&intake), "an intake does not come back as it was");
    let outcome = check(&intake, library());
    let stops = [Tier::Emergency, Tier::SameDay, Tier::ClinicianFirst];
    assert!(outcome.plan.is_none() || !outcome.triage.tier.is_some_and(|tier| stops.contains(&tier)));
}

/// How many bent copies of the people; more can be asked for with `COUNTERPOSE_FUZZ_COPIES`.
fn copies() -> u64 {
    std::env::var("COUNTERPOSE_FUZZ_COPIES").ok().and_then(|text| text.parse().ok()).unwrap_or(1500)
}

#[test]
fn every_person_and_their_bent_copies_are_answered() {
    let people = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/intakes");
    assert!(replay(&people, intake_file, copies()).unwrap() > copies());
}

proptest! {
    #[test]
    fn plain_noise_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        intake_file(&bytes);
    }
}

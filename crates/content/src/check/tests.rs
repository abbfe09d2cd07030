//! The library of this repository is sound, and each rule catches what it is for.

use counterpose_coach::library::{Grade, Link, Stance};

use super::*;
use crate::bundle::TextFile;

/// The real library with its texts, to be changed.
struct Whole {
    bundle: Bundle,
    texts: Vec<TextFile>,
}

impl core::ops::Deref for Whole {
    type Target = Bundle;
    fn deref(&self) -> &Bundle {
        &self.bundle
    }
}

impl core::ops::DerefMut for Whole {
    fn deref_mut(&mut self) -> &mut Bundle {
        &mut self.bundle
    }
}

/// The findings after a change to the real library, of one rule.
fn after(rule: Rule, change: impl FnOnce(&mut Whole)) -> Vec<Finding> {
    let mut whole = Whole { bundle: crate::bundle().clone(), texts: crate::text_files() };
    change(&mut whole);
    run(&whole.bundle, &whole.texts).into_iter().filter(|finding| finding.rule == rule).collect()
}

fn add_text(bundle: &mut Whole, text: &str) {
    bundle.texts.push(TextFile { locale: "en".into(), name: "zz.ftl".into(), text: text.into() });
}

fn cut_text(bundle: &mut Whole, key: &str) {
    for file in &mut bundle.texts {
        let kept = file.text.lines().filter(|line| !line.starts_with(&format!("{key} =")));
        file.text = kept.collect::<Vec<_>>().join("\n");
    }
}

fn exercise<'a>(bundle: &'a mut Whole, id: &str) -> &'a mut counterpose_coach::library::Exercise {
    bundle.library.exercises.iter_mut().find(|exercise| exercise.id == id).unwrap()
}

#[test]
fn the_library_of_this_repository_is_sound() {
    let findings: Vec<String> =
        run(crate::bundle(), &crate::text_files()).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn a_link_to_nothing_is_caught() {
    let link = |exercise: Option<&str>, variant: Option<&str>| Link {
        exercise: exercise.map(str::to_owned),
        variant: variant.map(str::to_owned),
    };
    let cases = [
        (link(Some("no-such"), None), "no exercise `no-such`"),
        (link(None, Some("no-such")), "no variant `no-such`"),
        (link(Some("pigeon"), Some("no-such")), "`pigeon` has no variant"),
        (link(None, None), "empty link"),
        (link(Some("clamshell"), None), "links to itself"),
    ];
    for (link, says) in cases {
        let found = after(Rule::BrokenLink, |b| exercise(b, "clamshell").progressions.push(link));
        let said = found.iter().any(|f| f.entry == "clamshell" && f.message.contains(says));
        assert!(said, "{says}: {found:?}");
    }
}

#[test]
fn a_habit_that_borrows_nothing_is_caught() {
    let found = after(Rule::BrokenLink, |b| b.library.habits[0].exercise = Some("no-such".into()));
    assert!(found.iter().any(|finding| finding.message.contains("`no-such`")), "{found:?}");
}

#[test]
fn a_link_in_one_direction_only_is_caught() {
    let found = after(Rule::OneWayLink, |b| exercise(b, "clamshell").regressions.clear());
    assert!(found.iter().any(|finding| finding.entry == "seated-glute-squeeze"), "{found:?}");
    let both = Link { exercise: Some("clamshell".into()), variant: None };
    let found = after(Rule::OneWayLink, |b| exercise(b, "seated-glute-squeeze").regressions.push(both));
    assert!(!found.is_empty());
}

#[test]
fn a_missing_source_is_caught() {
    let found = after(Rule::MissingSource, |b| b.library.sources.retain(|source| source.id != "fukuda-2021"));
    assert!(found.iter().any(|finding| finding.entry == "clamshell"), "{found:?}");
    assert_eq!(after(Rule::MissingSource, |b| b.cards[0].sources.clear()).len(), 1);
    let found = after(Rule::MissingSource, |b| exercise(b, "clamshell").founding.push("s9".into()));
    assert!(found[0].message.contains("`founding-s9`"), "{found:?}");
}

#[test]
fn an_entry_with_one_side_of_the_evidence_is_caught() {
    let found = after(Rule::OneSidedEvidence, |b| {
        exercise(b, "clamshell").evidence.retain(|one| one.stance == Stance::For);
    });
    assert_eq!(found.len(), 1);
}

#[test]
fn a_claim_nobody_grades_is_caught() {
    let found = after(Rule::UngradedClaim, |b| add_text(b, "claim-new-and-bold = It works.\n"));
    assert!(found.iter().any(|finding| finding.entry == "claim-new-and-bold"));
    let found = after(Rule::UngradedClaim, |b| {
        exercise(b, "clamshell").evidence.retain(|one| one.stance == Stance::Against);
    });
    assert!(!found.is_empty());
}

#[test]
fn a_benefit_on_an_unread_source_is_caught_and_a_caution_is_not() {
    assert!(after(Rule::UnverifiedClaim, |_| ()).is_empty());
    let found = after(Rule::UnverifiedClaim, |b| {
        let source = b.library.sources.iter_mut().find(|source| source.id == "de-jesus-2020").unwrap();
        source.verified = false;
    });
    assert!(found.iter().any(|finding| finding.entry == "clamshell"), "{found:?}");
    assert!(crate::bundle().library.exercises.iter().any(|exercise| {
        exercise.evidence.iter().any(|one| one.source == "our-caution" && one.claim.starts_with("caution-"))
    }));
}

#[test]
fn a_caution_without_its_label_is_caught() {
    let found = after(Rule::UnlabelledCaution, |b| add_text(b, "claim-caution-new = Never do this.\n"));
    assert_eq!(found[0].entry, "claim-caution-new");
}

#[test]
fn experience_graded_as_a_study_is_caught() {
    let found = after(Rule::GradeTooHigh, |b| {
        for one in &mut exercise(b, "seated-glute-squeeze").evidence {
            one.grade = Grade::High;
        }
    });
    assert!(found.len() >= 2, "{found:?}");
}

#[test]
fn a_cue_of_thirteen_words_is_caught() {
    let long =
        "clamshell-cue-open = one two three four five six seven eight nine ten eleven twelve thirteen\n";
    let found = after(Rule::LongCue, |b| {
        cut_text(b, "clamshell-cue-open");
        add_text(b, long);
    });
    assert_eq!(found[0].entry, "clamshell-cue-open");
    let twelve = long.replace(" thirteen", "");
    assert!(
        after(Rule::LongCue, |b| {
            cut_text(b, "clamshell-cue-open");
            add_text(b, &twelve);
        })
        .is_empty()
    );
}

#[test]
fn a_card_of_ninety_one_words_is_caught() {
    let body = format!("education-sleep-body = {}\n", "word ".repeat(91));
    let found = after(Rule::LongCard, |b| {
        cut_text(b, "education-sleep-body");
        add_text(b, &body);
    });
    assert_eq!(found[0].entry, "education-sleep-body");
}

#[test]
fn a_phase_without_its_key_pose_is_caught() {
    let found = after(Rule::MissingPose, |b| "gone".clone_into(&mut exercise(b, "clamshell").phases[0].to));
    assert!(found[0].message.contains("`gone`"), "{found:?}");
    let far = Some("gone".to_owned());
    let found = after(Rule::MissingPose, |b| exercise(b, "bird-dog").phases[0].to_other = far);
    assert!(found[0].message.contains("`gone`"), "{found:?}");
    for (instead_of, name, says) in [("open", "gone", "`gone`"), ("gone", "open", "no phase names")] {
        let found = after(Rule::MissingPose, |b| {
            let band = &mut exercise(b, "clamshell").variants[1];
            band.poses.insert(instead_of.to_owned(), name.to_owned());
        });
        assert!(found[0].message.contains(says), "{found:?}");
    }
}

#[test]
fn a_missing_text_is_caught() {
    for key in [
        "clamshell-name",
        "clamshell-cue-open",
        "clamshell-step-2",
        "stop-groin-pinch",
        "tag-prone",
        "walk-step-1",
        "education-sleep-title",
        "found-fukuda-2021",
        "change-stronger-hips-help",
    ] {
        let found = after(Rule::MissingText, |b| cut_text(b, key));
        assert!(found.iter().any(|finding| finding.entry == key), "{key}");
    }
}

#[test]
fn a_language_that_lacks_a_text_is_caught() {
    let found = after(Rule::MissingText, |b| {
        let text = "clamshell-name = Moule\n".to_owned();
        b.texts.push(TextFile { locale: "fr".into(), name: "exercises.ftl".into(), text });
    });
    assert!(found.iter().any(|f| f.entry == "clamshell-feel" && f.message.contains("`fr`")));
    assert!(!found.iter().any(|f| f.entry == "clamshell-name"));
}

#[test]
fn a_text_that_english_does_not_have_is_caught() {
    let found = after(Rule::MissingText, |b| {
        b.texts.push(TextFile { locale: "de".into(), name: "zz.ftl".into(), text: "zz-new = Neu\n".into() });
    });
    assert_eq!(found.len(), 1);
    assert!(found[0].entry == "zz-new" && found[0].message.contains("`en`"), "{found:?}");
}

#[test]
fn a_text_with_other_values_than_english_is_caught() {
    let found = after(Rule::OtherValues, |b| {
        for file in b.texts.iter_mut().filter(|file| file.locale == "de") {
            file.text = file.text.replace("Danach: { $what }", "Danach: { $wat }");
        }
    });
    assert_eq!(found[0].entry, "player-next");
    let found = after(Rule::OtherValues, |b| {
        for file in b.texts.iter_mut().filter(|file| file.locale == "de") {
            file.text = file.text.replace("[left] Beginn mit links.", "[links] Beginn mit links.");
        }
    });
    assert_eq!(found[0].entry, "session-start-side");
}

#[test]
fn german_words_that_promise_or_frighten_are_caught() {
    let add = |text: &str| {
        let text = format!("zz-new = {text}\n");
        after(Rule::ForbiddenWord, |b| {
            b.texts.push(TextFile { locale: "de".into(), name: "zz.ftl".into(), text });
        })
    };
    for text in [
        "Das heilt deine Hüfte.",
        "Eine Therapie.",
        "Deine Dysbalance.",
        "Behandle den Rücken.",
        "Ein Schaden.",
        "Ein schwaches Gesäß.",
    ] {
        assert_eq!(add(text).len(), 1, "{text}");
    }
    for text in ["Heilig, Physiotherapie, Teil, geheim", "Wie in „Muskuläre Dysbalance“, einem Beitrag"]
    {
        assert!(add(text).is_empty(), "{text}");
    }
}

#[test]
fn an_unknown_structure_is_caught() {
    let found = after(Rule::UnknownStructure, |b| {
        "gluteus-magnus".clone_into(&mut exercise(b, "clamshell").targets[0].structure);
    });
    assert!(found[0].message.contains("gluteus-magnus"));
}

#[test]
fn a_tag_in_the_starter_set_is_caught() {
    use counterpose_coach::vocabulary::MovementTag;
    let found = after(Rule::StarterSet, |b| exercise(b, "sit-to-stand").tags.push(MovementTag::Impact));
    assert_eq!(found[0].entry, "sit-to-stand");
    let found =
        after(Rule::StarterSet, |b| exercise(b, "sit-to-stand").variants[0].tags.push(MovementTag::Prone));
    assert_eq!(found.len(), 1);
    let found = after(Rule::StarterSet, |b| exercise(b, "cued-walking").tags.clear());
    assert_eq!(found[0].entry, "cued-walking");
    let found = after(Rule::StarterSet, |b| exercise(b, "pelvic-tilt").variants[0].tags.clear());
    assert_eq!(found[0].entry, "pelvic-tilt");
}

#[test]
fn an_identifier_of_two_kinds_is_caught() {
    let found = after(Rule::SharedId, |b| "thomas".clone_into(&mut b.library.habits[0].id));
    assert_eq!(found[0].entry, "thomas");
    let found = after(Rule::SharedId, |b| "clamshell".clone_into(&mut b.library.habits[0].id));
    assert_eq!(found[0].entry, "clamshell");
}

#[test]
fn a_word_that_promises_is_caught_and_one_that_only_looks_like_it_is_not() {
    let found = after(Rule::ForbiddenWord, |b| add_text(b, "new-text = This heals your hip.\n"));
    assert_eq!(found[0].entry, "new-text");
    assert_eq!(forbidden_word("It CURES everything"), Some("cures"));
    assert_eq!(forbidden_word("a disc out of place"), Some("out of place"));
    assert_eq!(forbidden_word("no damage"), Some("damag"));
    assert_eq!(forbidden_word("healthy, secure, accurate, patiently done"), None);
    assert_eq!(forbidden_word("as in “Muscle imbalance and back pain”, a post"), None);
}

#[test]
fn every_variant_of_a_text_is_looked_at() {
    let text = "new-text = { $n ->\n    [one] one cure\n   *[other] many\n}\n";
    assert_eq!(after(Rule::ForbiddenWord, |b| add_text(b, text)).len(), 1);
}

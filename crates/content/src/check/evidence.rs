//! Claims and sources: each claim graded, sourced, shown from both sides, and read before it is shown as a fact.

use std::collections::BTreeSet;

use counterpose_coach::library::{Evidence, Grade, Stance};

use super::{Catalogue, Report, Rule};

/// What a caution's words say, so that nobody takes it for a finding.
const LABEL: &str = "Our caution";

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    let library = catalogue.library;
    let exercises = library.exercises.iter().map(|exercise| (exercise.id.as_str(), &exercise.evidence));
    let habits = library.habits.iter().map(|habit| (habit.id.as_str(), &habit.evidence));
    let mut graded = BTreeSet::new();
    for (id, evidence) in exercises.chain(habits) {
        entry(catalogue, id, evidence, report);
        graded.extend(evidence.iter().map(|one| one.claim.as_str()));
    }
    let founding = library.exercises.iter().map(|exercise| (&exercise.id, &exercise.founding));
    for (id, founding) in founding.chain(library.habits.iter().map(|habit| (&habit.id, &habit.founding))) {
        for source in founding {
            missing_source(catalogue, id, &format!("founding-{source}"), report);
        }
    }
    for card in catalogue.cards {
        for source in &card.sources {
            missing_source(catalogue, &card.id, source, report);
        }
        if card.sources.is_empty() {
            report.add(Rule::MissingSource, &card.id, "names no source; name what it rests on".to_owned());
        }
    }
    for (key, message) in catalogue.texts.get("en").into_iter().flatten() {
        let Some(claim) = key.strip_prefix("claim-") else { continue };
        if !graded.contains(claim) {
            report.add(
                Rule::UngradedClaim,
                key,
                "no entry grades this claim; add evidence or remove it".to_owned(),
            );
        }
        if is_caution(claim) && !message.words.starts_with(LABEL) {
            let message = format!("a caution opens with \"{LABEL}\", so that it is not taken for a finding");
            report.add(Rule::UnlabelledCaution, key, message);
        }
    }
}

fn entry(catalogue: &Catalogue<'_>, id: &str, evidence: &[Evidence], report: &mut Report) {
    let stances = |claim: &str| {
        let has = |stance| evidence.iter().any(|one| one.claim == claim && one.stance == stance);
        (has(Stance::For), has(Stance::Against))
    };
    if !evidence.iter().any(|one| !is_caution(&one.claim) && stances(&one.claim) == (true, true)) {
        let message = "no claim has a source for it and one against it; show both sides of at least one";
        report.add(Rule::OneSidedEvidence, id, message.to_owned());
    }
    for one in evidence {
        if !stances(&one.claim).0 {
            let message = format!("claim `{}` has sources against it but none for it", one.claim);
            report.add(Rule::UngradedClaim, id, message);
        }
        missing_source(catalogue, id, &one.source, report);
        let Some(source) = catalogue.library.source(&one.source) else { continue };
        if !source.verified && !is_caution(&one.claim) {
            let message = format!(
                "claim `{}` rests on `{}`, which nobody here has read; read it, or make the claim a caution",
                one.claim, one.source
            );
            report.add(Rule::UnverifiedClaim, id, message);
        }
        let is_experience = matches!(source.kind.as_str(), "practice" | "reasoning");
        if is_experience && one.grade != Grade::Opinion {
            let message = format!("`{}` is {}; its grade can only be `opinion`", one.source, source.kind);
            report.add(Rule::GradeTooHigh, id, message);
        }
    }
}

fn missing_source(catalogue: &Catalogue<'_>, id: &str, source: &str, report: &mut Report) {
    if catalogue.library.source(source).is_none() {
        let message = format!("there is no source `{source}`; add it to sources.toml");
        report.add(Rule::MissingSource, id, message);
    }
}

/// A claim that only asks for care; it may rest on advice nobody has traced, and says so.
pub(super) fn is_caution(claim: &str) -> bool {
    claim.starts_with("caution-")
}

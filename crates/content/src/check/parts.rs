//! The parts of an entry: key poses, targets, the starter set, and identifiers that nothing else has.

use std::collections::{BTreeMap, BTreeSet};

use counterpose_coach::intake::TestId;
use counterpose_coach::vocabulary::{Pattern, Precaution};

use super::{Catalogue, Report, Rule};

/// The exercises everybody who may start at all can do: on a chair and on the feet, without any movement tag.
pub const STARTER_SET: [&str; 4] =
    ["seated-glute-squeeze", "seated-weight-shift", "sit-to-stand", "walking-programme"];

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    poses(catalogue, report);
    structures(catalogue, report);
    starter_set(catalogue, report);
    shared_ids(catalogue, report);
}

fn poses(catalogue: &Catalogue<'_>, report: &mut Report) {
    for exercise in &catalogue.library.exercises {
        let known = catalogue.poses.get(exercise.id.as_str());
        let exists = |name: &String| known.is_some_and(|known| known.poses.contains_key(name));
        let mut named = BTreeSet::new();
        for phase in &exercise.phases {
            for name in [Some(&phase.from), Some(&phase.to), phase.to_other.as_ref()].into_iter().flatten() {
                named.insert(name);
                if !exists(name) {
                    let message = format!(
                        "phase `{}` names the key pose `{name}`, which does not exist; add [pose.{name}]",
                        phase.id
                    );
                    report.add(Rule::MissingPose, &exercise.id, message);
                }
            }
        }
        for variant in &exercise.variants {
            for (instead_of, name) in &variant.poses {
                let id = &variant.id;
                if !exists(name) {
                    let message = format!(
                        "variant `{id}` names the key pose `{name}`, which does not exist; add [pose.{name}]"
                    );
                    report.add(Rule::MissingPose, &exercise.id, message);
                }
                if !named.contains(instead_of) {
                    let message =
                        format!("variant `{id}` replaces the key pose `{instead_of}`, which no phase names");
                    report.add(Rule::MissingPose, &exercise.id, message);
                }
            }
        }
    }
}

fn structures(catalogue: &Catalogue<'_>, report: &mut Report) {
    for exercise in &catalogue.library.exercises {
        for target in &exercise.targets {
            if catalogue.english(&format!("structure-{}", target.structure)).is_none() {
                let message = format!(
                    "nobody knows the structure `{0}`; correct it, or add `structure-{0}` to structures.ftl",
                    target.structure
                );
                report.add(Rule::UnknownStructure, &exercise.id, message);
            }
            if let Some(of) = target.of.as_deref()
                && !matches!(of, "opposite" | "rear-leg")
            {
                let message = format!("target of `{of}`: it can only be of `opposite` or `rear-leg`");
                report.add(Rule::UnknownStructure, &exercise.id, message);
            }
        }
        if exercise.targets.is_empty() {
            let message = "names no target; say what it lengthens, strengthens or moves".to_owned();
            report.add(Rule::UnknownStructure, &exercise.id, message);
        }
    }
}

fn starter_set(catalogue: &Catalogue<'_>, report: &mut Report) {
    for id in STARTER_SET {
        match catalogue.library.exercise(id) {
            None => {
                report.add(Rule::StarterSet, id, "belongs to the starter set but does not exist".to_owned())
            }
            Some(exercise) => {
                let variants = exercise.variants.iter().flat_map(|variant| &variant.tags);
                if let Some(tag) = exercise.tags.iter().chain(variants).next() {
                    let message =
                        format!("belongs to the starter set and carries the tag `{tag}`; take one out");
                    report.add(Rule::StarterSet, id, message);
                }
            }
        }
    }
    // With nothing known of a person only what carries no tag is open, so nothing else may go without.
    for exercise in &catalogue.library.exercises {
        let ways = exercise.variants.iter().map(|variant| &variant.tags).chain([&exercise.tags]);
        if !STARTER_SET.contains(&exercise.id.as_str()) && ways.into_iter().any(Vec::is_empty) {
            let message =
                "goes without a tag in one of its ways; say what it asks, with `mid-range` at the least";
            report.add(Rule::StarterSet, &exercise.id, message.to_owned());
        }
    }
}

fn shared_ids(catalogue: &Catalogue<'_>, report: &mut Report) {
    let library = catalogue.library;
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let of = |kind: &'static str, ids: Vec<&'static str>| ids.into_iter().map(move |id| (id, kind));
    let fixed = of("home test", TestId::ALL.iter().map(|test| test.as_str()).collect())
        .chain(of("pattern", Pattern::ALL.iter().map(|pattern| pattern.as_str()).collect()))
        .chain(of("precaution", Precaution::ALL.iter().map(|precaution| precaution.as_str()).collect()));
    seen.extend(fixed);
    let written = library
        .exercises
        .iter()
        .map(|exercise| (exercise.id.as_str(), "exercise"))
        .chain(library.habits.iter().map(|habit| (habit.id.as_str(), "habit")))
        .chain(catalogue.cards.iter().map(|card| (card.id.as_str(), "card")));
    for (id, kind) in written {
        if let Some(other) = seen.insert(id, kind) {
            let message = format!("is the identifier of a {kind} and of a {other}; rename one");
            report.add(Rule::SharedId, id, message);
        }
    }
}

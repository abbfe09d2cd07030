//! Who may depend on whom: layers, the table of allowed dependencies, and nothing impure below the pure crates.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, PackageId};

use super::Findings;
use super::allowed::{IMPURE, OURS, OUTSIDE, PURE};

/// What stands before the name of every package of ours that has a layer.
pub const PREFIX: &str = "counterpose-";

/// A crate of the workspace, as the rules see it.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Its name without the prefix.
    pub name: String,
    /// Its layer; tools have none.
    pub layer: Option<u64>,
    /// What it names in its manifest.
    pub dependencies: Vec<Dependency>,
}

/// One line of a manifest.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// The package, without the prefix where it is ours.
    pub name: String,
    /// Whether it is a crate of this workspace.
    pub ours: bool,
    /// Ordinary, for tests, or for the build script.
    pub kind: DependencyKind,
}

/// The name of a package without our prefix.
pub fn bare(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

/// The crates of the workspace.
pub fn crates(metadata: &Metadata) -> Vec<Crate> {
    let packages = metadata.workspace_packages();
    let names: BTreeSet<String> = packages.iter().map(|package| package.name.to_string()).collect();
    packages
        .iter()
        .map(|package| Crate {
            name: bare(&package.name).to_owned(),
            layer: package.metadata["counterpose"]["layer"].as_u64(),
            dependencies: package
                .dependencies
                .iter()
                .map(|dependency| Dependency {
                    name: bare(&dependency.name).to_owned(),
                    ours: names.contains(&dependency.name),
                    kind: dependency.kind,
                })
                .collect(),
        })
        .collect()
}

/// A dependency goes to a strictly lower layer; what has a layer never ships a tool.
pub fn layers(crates: &[Crate]) -> Findings {
    let layer_of: BTreeMap<&str, Option<u64>> =
        crates.iter().map(|member| (member.name.as_str(), member.layer)).collect();
    let mut findings = Findings::new();
    for member in crates {
        let Some(own) = member.layer else { continue };
        for dependency in member.dependencies.iter().filter(|dependency| dependency.ours) {
            match layer_of.get(dependency.name.as_str()).copied().flatten() {
                Some(other) if other < own => {}
                Some(other) => findings.push(format!(
                    "{} (layer {own}) depends on {} (layer {other}): a dependency must go to a lower layer",
                    member.name, dependency.name
                )),
                None if dependency.kind == DependencyKind::Development => {}
                None => findings
                    .push(format!("{} depends on the tool {}: only tests may", member.name, dependency.name)),
            }
        }
    }
    findings
}

/// Every dependency stands in the table.
pub fn allowed(crates: &[Crate]) -> Findings {
    let mut findings = Findings::new();
    for member in crates {
        let ours = OURS.iter().find(|(name, _)| *name == member.name).map(|(_, names)| *names);
        if ours.is_none() {
            findings
                .push(format!("{} is not in the table of crates (xtask/src/check/allowed.rs)", member.name));
        }
        for dependency in &member.dependencies {
            let fine = if dependency.ours {
                // Layers hold tests to what is below them; the table is about what is shipped.
                dependency.kind == DependencyKind::Development
                    || ours.is_some_and(|names| names.contains(&dependency.name.as_str()))
            } else {
                outside_allowed(&member.name, dependency)
            };
            if !fine {
                findings.push(format!(
                    "{} may not depend on {} ({:?}): say why in xtask/src/check/allowed.rs, or do without",
                    member.name, dependency.name, dependency.kind
                ));
            }
        }
    }
    findings
}

fn outside_allowed(member: &str, dependency: &Dependency) -> bool {
    let kind = match dependency.kind {
        DependencyKind::Development => "dev:",
        DependencyKind::Build => "build:",
        _ => "",
    };
    let exact = format!("{kind}{member}");
    let any = format!("{kind}*");
    OUTSIDE.iter().filter(|outside| outside.name == dependency.name).any(|outside| {
        outside.crates.iter().any(|entry| {
            *entry == exact
                || *entry == any
                || (dependency.kind == DependencyKind::Development && *entry == member)
        })
    })
}

/// Nothing impure is linked into a pure crate, however far down.
pub fn pure_closure(metadata: &Metadata) -> Findings {
    let Some(resolve) = &metadata.resolve else { return vec!["cargo metadata resolved nothing".to_owned()] };
    let links: BTreeMap<&PackageId, Vec<&PackageId>> = resolve
        .nodes
        .iter()
        .map(|node| {
            let normal = node.deps.iter().filter(|dep| {
                dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal && kind.target.is_none())
            });
            (&node.id, normal.map(|dep| &dep.pkg).collect())
        })
        .collect();
    let name_of: BTreeMap<&PackageId, &str> =
        metadata.packages.iter().map(|package| (&package.id, package.name.as_str())).collect();
    let mut findings = Findings::new();
    for package in metadata.workspace_packages() {
        if PURE.contains(&bare(&package.name)) {
            let reached = reach(&package.id, &links);
            let impure = reached.iter().filter_map(|id| name_of.get(id)).filter(|name| IMPURE.contains(name));
            findings.extend(impure.map(|name| format!("{} reaches {name}", bare(&package.name))));
        }
    }
    findings
}

/// Everything reached from here along the links.
fn reach<T: Ord + Copy>(from: T, links: &BTreeMap<T, Vec<T>>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for &other in links.get(&next).into_iter().flatten() {
            if seen.insert(other) {
                open.push(other);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str, layer: Option<u64>, dependencies: &[(&str, bool, DependencyKind)]) -> Crate {
        let dependencies = dependencies
            .iter()
            .map(|&(name, ours, kind)| Dependency { name: name.to_owned(), ours, kind })
            .collect();
        Crate { name: name.to_owned(), layer, dependencies }
    }

    #[test]
    fn a_dependency_upwards_or_sideways_is_found() {
        let body = member("body", Some(1), &[]);
        for layer in [0, 1] {
            let coach = member("coach", Some(layer), &[("body", true, DependencyKind::Normal)]);
            assert_eq!(layers(&[body.clone(), coach]).len(), 1);
        }
        let fine = member("coach", Some(2), &[("body", true, DependencyKind::Normal)]);
        assert!(layers(&[body, fine]).is_empty());
    }

    #[test]
    fn a_tool_may_help_tests_and_nothing_else() {
        let testkit = member("testkit", None, &[]);
        let ships = member("coach", Some(1), &[("testkit", true, DependencyKind::Normal)]);
        let tests = member("coach", Some(1), &[("testkit", true, DependencyKind::Development)]);
        assert_eq!(layers(&[testkit.clone(), ships]).len(), 1);
        assert!(layers(&[testkit, tests]).is_empty());
    }

    #[test]
    fn a_dependency_outside_the_table_is_found() {
        let found = |name: &str, kind| allowed(&[member("coach", Some(1), &[(name, false, kind)])]).len();
        assert_eq!(found("rand", DependencyKind::Normal), 1);
        assert_eq!(found("proptest", DependencyKind::Normal), 1);
        assert_eq!(found("proptest", DependencyKind::Development), 0);
        assert_eq!(found("jiff", DependencyKind::Normal), 0);
        assert_eq!(found("toml", DependencyKind::Build), 1);
        assert_eq!(
            allowed(&[member("content", Some(2), &[("toml", false, DependencyKind::Build)])]).len(),
            0
        );
    }

    #[test]
    fn a_short_cut_between_our_crates_and_an_unknown_crate_are_found() {
        let short_cut = member("store", Some(5), &[("coach", true, DependencyKind::Normal)]);
        assert_eq!(allowed(&[short_cut]).len(), 1);
        assert_eq!(allowed(&[member("newcomer", Some(1), &[])]).len(), 1);
    }

    #[test]
    fn something_impure_far_down_is_reached() {
        let links = BTreeMap::from([("coach", vec!["a"]), ("a", vec!["b"]), ("b", vec!["rand", "a"])]);
        assert!(reach("coach", &links).contains("rand"));
        assert!(!reach("rand", &links).contains("coach"));
    }
}

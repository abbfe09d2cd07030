//! The generated blocks of ARCHITECTURE.md: the code map and the dependencies with their reasons.
//!
//! Written from `cargo metadata` and the table of allowed dependencies, so the document cannot drift from the code.

use std::fmt::Write;

use cargo_metadata::{DependencyKind, Metadata, Package};

use super::Findings;
use super::allowed::OUTSIDE;
use super::graph::{PREFIX, bare};
use super::source::Source;

const BLOCKS: [&str; 2] = ["code map", "dependencies"];

fn edges(block: &str) -> (String, String) {
    (
        format!("<!-- {block}: begin, written by `cargo xtask check --write` -->"),
        format!("<!-- {block}: end -->"),
    )
}

/// The document with both blocks written anew.
pub fn rewrite(text: &str, metadata: &Metadata) -> Result<String, String> {
    let generated = [code_map(metadata), dependencies()];
    let mut text = text.to_owned();
    for (block, content) in BLOCKS.into_iter().zip(&generated) {
        text = replace(&text, block, content)?;
    }
    Ok(text)
}

/// Findings where the document does not say what the code does.
pub fn check(text: &str, metadata: &Metadata) -> Findings {
    match rewrite(text, metadata) {
        Ok(right) => differences(text, &right),
        Err(why) => vec![why],
    }
}

/// Tests that the table of invariants names and nobody wrote.
pub fn invariants(text: &str, sources: &[Source]) -> Findings {
    let table =
        text.split("## Invariants").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
    let names: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect();
    if names.is_empty() {
        return vec!["ARCHITECTURE.md names no test under `## Invariants`".to_owned()];
    }
    let written = |name: &str| {
        let (function, quoted) = (format!("fn {name}("), format!("\"{name}\""));
        sources.iter().any(|source| source.text.contains(&function) || source.text.contains(&quoted))
    };
    names
        .into_iter()
        .filter(|name| !written(name))
        .map(|name| format!("ARCHITECTURE.md says that `{name}` holds an invariant; there is no such test"))
        .collect()
}

fn differences(text: &str, right: &str) -> Findings {
    if text == right {
        return Findings::new();
    }
    let line = right
        .lines()
        .zip(text.lines().chain(std::iter::repeat("")))
        .find(|(right, found)| right != found)
        .map_or("", |(right, _)| right);
    vec![format!(
        "ARCHITECTURE.md is not what the code says; run `cargo xtask check --write` (should be: {line})"
    )]
}

fn replace(text: &str, block: &str, content: &str) -> Result<String, String> {
    let (begin, end) = edges(block);
    let (before, rest) =
        text.split_once(&begin).ok_or_else(|| format!("ARCHITECTURE.md has no line {begin}"))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| format!("ARCHITECTURE.md has no line {end}"))?;
    Ok(format!("{before}{begin}\n\n{content}\n{end}{after}"))
}

fn code_map(metadata: &Metadata) -> String {
    let mut packages = metadata.workspace_packages();
    packages.sort_by_key(|package| (layer(package).unwrap_or(u64::MAX), package.name.to_string()));
    let mut block =
        String::from("| layer | crate | what it is | names of ours |\n| --- | --- | --- | --- |\n");
    for package in packages {
        let folder =
            package.manifest_path.parent().and_then(|path| path.strip_prefix(&metadata.workspace_root).ok());
        let mut ours: Vec<&str> = package
            .dependencies
            .iter()
            .filter(|dep| dep.kind == DependencyKind::Normal)
            .filter_map(|dep| dep.name.strip_prefix(PREFIX))
            .collect();
        ours.sort_unstable();
        let _ = writeln!(
            block,
            "| {} | [`{}`]({}) | {} | {} |",
            layer(package).map_or("tool".to_owned(), |layer| layer.to_string()),
            bare(&package.name),
            folder.map_or("", |path| path.as_str()),
            package.description.as_deref().unwrap_or_default(),
            ours.join(", "),
        );
    }
    block
}

fn layer(package: &Package) -> Option<u64> {
    package.metadata["counterpose"]["layer"].as_u64()
}

fn dependencies() -> String {
    let mut block =
        String::from("| dependency | what it does for us | where it may stand |\n| --- | --- | --- |\n");
    for outside in OUTSIDE {
        let _ = writeln!(block, "| `{}` | {} | {} |", outside.name, outside.why, outside.crates.join(", "));
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(inside: &str) -> String {
        let (begin, end) = edges("code map");
        format!("# Title\n{begin}\n\n{inside}\n{end}\nmore\n")
    }

    #[test]
    fn a_stale_block_is_found_and_only_it_is_rewritten() {
        let right = replace(&document("old"), "code map", "new").unwrap();
        assert_eq!(right, document("new"));
        assert_eq!(differences(&document("old"), &right).len(), 1);
        assert!(differences(&right, &right).is_empty());
    }

    #[test]
    fn an_invariant_without_its_test_is_found() {
        let text = "## Invariants\n| what | held by |\n| --- | --- |\n| a | `is_so`, `is_not` |\n\n## Next\n| `x` |\n";
        let sources = [Source { path: String::new(), text: "fn is_so() {}".to_owned() }];
        let found = invariants(text, &sources);
        assert!(found.len() == 1 && found[0].contains("`is_not`"), "{found:?}");
        assert_eq!(invariants("# Nothing", &sources).len(), 1);
    }

    #[test]
    fn a_missing_block_is_said() {
        assert!(replace("# Title", "code map", "new").unwrap_err().contains("code map: begin"));
    }
}

//! Rules over the text of the sources: every module says what it is, no file grows past reading.

use std::fs;
use std::path::Path;

use super::Findings;
use crate::shell::{During, Outcome};

/// The longest a source file may be, in lines; from 400 on it should be split.
const LONGEST_LINES: usize = 600;

/// One Rust file.
pub struct Source {
    /// Its path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Every Rust file of the workspace.
pub fn read(root: &Path) -> Outcome<Vec<Source>> {
    let mut sources = Vec::new();
    let mut open = vec![root.join("crates"), root.join("xtask"), root.join("e2e")];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).during(|| format!("list {}", folder.display()))?;
        for entry in entries {
            let path = entry.during(|| format!("list {}", folder.display()))?.path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "target") {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).during(|| format!("read {}", path.display()))?;
                let short = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                sources.push(Source { path: short, text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

/// Every file opens with a `//!` line that says something.
pub fn doc_lines(sources: &[Source]) -> Findings {
    let silent = |text: &str| {
        text.lines()
            .next()
            .and_then(|line| line.strip_prefix("//!"))
            .is_none_or(|words| words.trim().is_empty())
    };
    sources
        .iter()
        .filter(|source| silent(&source.text))
        .map(|source| format!("{}:1 does not open with a `//!` line saying what it is", source.path))
        .collect()
}

/// No file is longer than one can read.
pub fn lengths(sources: &[Source]) -> Findings {
    sources
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_LINES)
        .map(|(source, lines)| {
            format!("{} has {lines} lines; split it (at most {LONGEST_LINES})", source.path)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> [Source; 1] {
        [Source { path: "crates/x/src/lib.rs".to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn a_silent_module_is_found() {
        assert_eq!(doc_lines(&source("use std::fmt;")).len(), 1);
        assert_eq!(doc_lines(&source("//!\n//! Later.")).len(), 1);
        assert_eq!(doc_lines(&source("")).len(), 1);
        assert!(doc_lines(&source("//! What it is.\n")).is_empty());
    }

    #[test]
    fn one_line_too_many_is_found() {
        assert!(lengths(&source(&"\n".repeat(LONGEST_LINES))).is_empty());
        assert_eq!(lengths(&source(&"\n".repeat(LONGEST_LINES + 1))).len(), 1);
    }
}

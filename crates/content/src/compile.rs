//! From Fluent files to a language pack: the texts of one language in the form the program carries.
//!
//! Fluent is how texts are written; its parser is too heavy for a browser and is needed only here, at build. What the
//! small resolver in `texts` cannot do (attributes, terms, functions, choices by anything but a value) is refused
//! with its line, so that a text never works in one place and not in another. Shared by the build script and by the
//! tool that builds the client; the form itself is described in `pack`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::pack::{
    CHOICE, CHOICE_END, HEAD, KEY_END, MESSAGE_END, NAME_END, TEXT, VALUE, VARIANT_END, is_plain,
};

/// What is wrong with a Fluent file: the line where it is known, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

/// The compiled messages of one file, by key.
///
/// # Errors
/// What Fluent cannot read, and what the resolver cannot do.
pub fn file(text: &str) -> Result<BTreeMap<String, String>, Wrong> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let first = errors.first();
        Wrong {
            line: first.map(|error| line_of(text, error.pos.start)),
            message: first
                .map_or_else(|| "not readable as Fluent".to_owned(), |error| error.kind.to_string()),
        }
    })?;
    let mut all = BTreeMap::new();
    for entry in &resource.body {
        let wrong = |key: &str, message: String| Wrong {
            line: text
                .lines()
                .position(|line| line.split('=').next().map(str::trim) == Some(key))
                .map(|n| n + 1),
            message,
        };
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                if !message.attributes.is_empty() {
                    return Err(wrong(
                        key,
                        format!("`{key}` has attributes; give each text a key of its own"),
                    ));
                }
                let Some(value) = &message.value else {
                    return Err(wrong(key, format!("`{key}` has no text; write it or remove the key")));
                };
                let mut out = String::new();
                pattern(value, &mut out).map_err(|why| wrong(key, format!("`{key}`: {why}")))?;
                all.insert(key.to_owned(), out);
            }
            Entry::Term(term) => {
                let name = format!("-{}", term.id.name);
                return Err(wrong(
                    &name,
                    format!("`{name}` is a term; use a message, and name it in braces"),
                ));
            }
            _ => {}
        }
    }
    Ok(all)
}

fn pattern(pattern: &Pattern<&str>, out: &mut String) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => plain(value, out)?,
            PatternElement::Placeable { expression } => self::expression(expression, out)?,
        }
    }
    Ok(())
}

fn plain(text: &str, out: &mut String) -> Result<(), String> {
    if !is_plain(text) {
        return Err("it holds a control character; remove it".to_owned());
    }
    out.push_str(text);
    Ok(())
}

fn expression(expression: &Expression<&str>, out: &mut String) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => self::inline(inline, out),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            out.push(CHOICE);
            out.push_str(id.name);
            out.push(NAME_END);
            for variant in variants {
                if variant.default {
                    out.push('*');
                }
                match variant.key {
                    VariantKey::Identifier { name } => out.push_str(name),
                    VariantKey::NumberLiteral { value } => out.push_str(value),
                }
                out.push(KEY_END);
                pattern(&variant.value, out)?;
                out.push(VARIANT_END);
            }
            out.push(CHOICE_END);
            Ok(())
        }
        Expression::Select { .. } => {
            Err("it chooses by something that is no value; choose by `$name`".to_owned())
        }
    }
}

fn inline(inline: &InlineExpression<&str>, out: &mut String) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } if !value.contains('\\') => plain(value, out),
        InlineExpression::StringLiteral { .. } => {
            Err("it escapes a character; write the character itself".to_owned())
        }
        InlineExpression::NumberLiteral { value } => plain(value, out),
        InlineExpression::VariableReference { id } => {
            out.push(VALUE);
            out.push_str(id.name);
            out.push(NAME_END);
            Ok(())
        }
        InlineExpression::MessageReference { id, attribute: None } => {
            out.push(TEXT);
            out.push_str(id.name);
            out.push(NAME_END);
            Ok(())
        }
        InlineExpression::Placeable { expression } => self::expression(expression, out),
        _ => Err("it uses an attribute, a term or a function; use plain values and messages".to_owned()),
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&b| b == b'\n').count()
}

/// The pack of a language from the compiled messages of all its files.
///
/// # Errors
/// A text that names another one which does not exist, or which leads back to it.
pub fn pack(language: &str, messages: &BTreeMap<String, String>) -> Result<String, String> {
    for key in messages.keys() {
        leads_nowhere_bad(key, key, messages, &mut BTreeSet::new())?;
    }
    let mut out = format!("{HEAD}{language} {}{MESSAGE_END}", messages.len());
    for (key, pattern) in messages {
        out.push_str(key);
        out.push(KEY_END);
        out.push_str(pattern);
        out.push(MESSAGE_END);
    }
    Ok(out)
}

fn leads_nowhere_bad(
    from: &str,
    key: &str,
    messages: &BTreeMap<String, String>,
    seen: &mut BTreeSet<String>,
) -> Result<(), String> {
    let Some(pattern) = messages.get(key) else {
        return Err(format!("`{from}` names the text `{key}`, which does not exist; write it"));
    };
    for named in pattern.split(TEXT).skip(1).filter_map(|rest| rest.split(NAME_END).next()) {
        if !seen.insert(named.to_owned()) || named == from {
            return Err(format!("`{from}` comes to `{named}` more than once; say it in one of the two"));
        }
        leads_nowhere_bad(from, named, messages, seen)?;
    }
    Ok(())
}

/// The packs of all languages, from their Fluent files as `(language, file name, text)`.
///
/// # Errors
/// What is wrong, with language, file and line.
#[allow(dead_code)]
pub fn packs<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
) -> Result<BTreeMap<String, String>, String> {
    let mut languages: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for (language, name, text) in files {
        let compiled = file(text).map_err(|wrong| {
            let line = wrong.line.map(|line| format!(":{line}")).unwrap_or_default();
            format!("content/text/{language}/{name}{line}: {}", wrong.message)
        })?;
        languages.entry(language).or_default().extend(compiled);
    }
    languages
        .into_iter()
        .map(|(language, messages)| {
            let packed =
                pack(language, &messages).map_err(|why| format!("content/text/{language}: {why}"))?;
            Ok((language.to_owned(), packed))
        })
        .collect()
}

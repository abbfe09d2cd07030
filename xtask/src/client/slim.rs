//! Makes the finished files smaller without changing what they do.
//!
//! Comments and indentation are for whoever reads the source. The names under which the module and its glue know each
//! other end in a hash each, which compresses to nothing less than itself, twice. And a library that the pages'
//! framework brings along exports three classes to JavaScript that nothing here uses; what only they need goes too.

use std::collections::BTreeMap;

use walrus::Module;

use crate::shell::{Outcome, failure};

/// The classes of that library (`wasm-streams`), and how the names of what they export begin.
const UNUSED: [(&str, &str); 3] = [
    ("IntoUnderlyingByteSource", "intounderlyingbytesource_"),
    ("IntoUnderlyingSink", "intounderlyingsink_"),
    ("IntoUnderlyingSource", "intounderlyingsource_"),
];

/// Takes the unused classes out of module and glue.
pub fn without_unused(module: &mut Module, glue: &str) -> Outcome<String> {
    let mut glue = glue.to_owned();
    for (class, prefix) in UNUSED {
        let parts = [
            (format!("export class {class} {{\n"), format!("{class}.prototype.free;\n")),
            (format!("const {class}Finalization = "), format!("wasm.__wbg_{prefix}free(ptr, 1));\n")),
        ];
        for (start, end) in &parts {
            let cut = glue.find(start.as_str()).and_then(|from| {
                let length = glue.get(from..)?.find(end.as_str())? + end.len();
                Some(from..from + length)
            });
            // The library is gone, or writes otherwise now: then there is nothing to take out.
            let Some(cut) = cut else { continue };
            glue.replace_range(cut, "");
        }
        if glue.contains(class) {
            return Err(failure(format!(
                "the class {class} is used after all: take it out of `slim::UNUSED`"
            )));
        }
        let exported: Vec<String> = module.exports.iter().map(|export| export.name.clone()).collect();
        for name in exported.iter().filter(|name| name.trim_start_matches("__wbg_").starts_with(prefix)) {
            module
                .exports
                .remove(name)
                .map_err(|error| failure(format!("could not remove {name}: {error}")))?;
        }
    }
    walrus::passes::gc::run(module);
    Ok(glue)
}

/// Gives everything that the module takes from the glue, and the closures it gives to it, a short name.
pub fn short_names(module: &mut Module, glue: &str) -> String {
    let mut short = BTreeMap::new();
    let mut next = Names::default();
    for import in module.imports.iter_mut().filter(|import| import.name.starts_with("__wb")) {
        import.name = short.entry(import.name.clone()).or_insert_with(|| next.name()).clone();
    }
    for export in
        module.exports.iter_mut().filter(|export| export.name.starts_with("__wasm_bindgen_func_elem"))
    {
        export.name = short.entry(export.name.clone()).or_insert_with(|| next.name()).clone();
    }
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while !rest.is_empty() {
        let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        out.push_str(short.get(word).map_or(word, String::as_str));
        let between = after.find(is_part).unwrap_or(after.len());
        out.push_str(&after[..between]);
        rest = &after[between..];
    }
    out
}

/// `$0`, `$1` … `$z`, `$10`: the dollar keeps them apart from every other name.
#[derive(Default)]
struct Names(u32);

impl Names {
    fn name(&mut self) -> String {
        let mut number = self.0;
        self.0 += 1;
        let mut digits = Vec::new();
        loop {
            digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
            number /= 36;
            if number == 0 {
                break;
            }
        }
        std::iter::once('$').chain(digits.into_iter().rev()).collect()
    }
}

/// A text file without comments of their own lines, blank lines and indentation.
pub fn text(name: &str, text: &str) -> String {
    // A text over several lines keeps its spaces: such a file stays as it is.
    let is_plain = text.lines().all(|line| line.matches('`').count() % 2 == 0);
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => lines(&without(text, "/*", "*/"), None),
        Some("html") => lines(&without(text, "<!--", "-->"), None),
        Some("js") if is_plain => lines(&without(text, "/**", "*/"), Some("//")),
        _ => text.to_owned(),
    }
}

/// The lines that say something; those that begin with `comment` do not.
fn lines(text: &str, comment: Option<&str>) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        if !line.is_empty() && comment.is_none_or(|comment| !line.starts_with(comment)) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A text without what stands between two marks.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(start) {
        out.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_everything_else_stays() {
        let css = "/* tokens\n   first */\n:root {\n  --a: 1px; /* b */ --c: 2px;\n}\n";
        assert_eq!(text("app.css", css), ":root {\n--a: 1px;  --c: 2px;\n}\n");
        let js =
            "// Starts.\nconst a = \"http://x\"; // kept\n\n  if (a) {\n    // so\n    go(`${a} b`);\n  }\n";
        assert_eq!(text("boot.js", js), "const a = \"http://x\"; // kept\nif (a) {\ngo(`${a} b`);\n}\n");
        let over_lines = "const a = `\n  // b\n`;\n";
        assert_eq!(text("boot.js", over_lines), over_lines);
        assert_eq!(text("index.html", "<p>\n  <!-- a -->\n  b</p>"), "<p>\nb</p>\n");
        assert_eq!(text("manifest.webmanifest", "{\n  \"a\": 1 }"), "{\n  \"a\": 1 }");
    }

    #[test]
    fn short_names_stand_on_both_sides_and_nothing_else_is_renamed() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for name in ["__wbg_now_0123456789abcdef", "__wbg_now_0123456789abcdef1", "other"] {
            module.add_import_func("./client_bg.js", name, kind);
        }
        let glue = "{ __wbg_now_0123456789abcdef: f, __wbg_now_0123456789abcdef1: g, other: h, ü: 1 }";
        assert_eq!(short_names(&mut module, glue), "{ $0: f, $1: g, other: h, ü: 1 }");
        let names: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["$0", "$1", "other"]);
        let mut many = Names(35);
        assert_eq!((many.name(), many.name()), ("$z".to_owned(), "$10".to_owned()));
    }

    #[test]
    fn an_unused_class_goes_whole_and_a_used_one_is_an_error() {
        let glue = "export class IntoUnderlyingSink {\n    a() {}\n}\nif (x) IntoUnderlyingSink.prototype.free;\nrest\n\
            const IntoUnderlyingSinkFinalization = y\n    wasm.__wbg_intounderlyingsink_free(ptr, 1));\nend\n";
        assert_eq!(without_unused(&mut Module::default(), glue).unwrap(), "rest\nend\n");
        let used = format!("{glue}new IntoUnderlyingSink()\n");
        assert!(without_unused(&mut Module::default(), &used).is_err());
    }
}

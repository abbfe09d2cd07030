//! Where the bytes of the compiled module are: by section, by crate, by generic function.
//!
//! It reads the module as the compiler leaves it, with the names of its functions; the browser gets it without them.
//! Bytes are uncompressed, since compression mixes everything; what a group weighs compressed is told by packing it
//! alone, which is a little too much for each.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use crate::shell::{During, Outcome, failure};

/// How many lines each table has.
const LINES: usize = 40;

/// A function: its name as written in the source, and its body.
struct Function<'a> {
    name: String,
    body: &'a [u8],
}

/// Prints the tables; `wanted` lists the functions whose name holds it, largest first, in place of them.
pub fn print(module: &Path, wanted: Option<&str>) -> Outcome<()> {
    let bytes = std::fs::read(module).during(|| format!("read {}", module.display()))?;
    let sections = sections(&bytes).ok_or_else(|| failure("the module ends in the middle of a section"))?;
    let functions = functions(&sections).ok_or_else(|| failure("the code or the names cannot be read"))?;
    if let Some(wanted) = wanted {
        let mut found: Vec<_> = functions.iter().filter(|function| function.name.contains(wanted)).collect();
        found.sort_by_key(|function| std::cmp::Reverse(function.body.len()));
        let total: usize = found.iter().map(|function| function.body.len()).sum();
        for function in &found {
            println!("{:>8}  {}", function.body.len(), function.name);
        }
        println!("{total:>8}  in {} functions", found.len());
        return Ok(());
    }
    println!("{:>9} {:>9}  section", "bytes", "packed");
    for section in sections.iter().filter(|section| section.name != "name") {
        println!("{:>9} {:>9}  {}", section.bytes.len(), packed(section.bytes)?, section.name);
    }
    table("crate", &functions, |name| home(name).to_owned())?;
    table("function, whatever its types", &functions, without_types)
}

/// One table: groups by a key, the heaviest first.
fn table(title: &str, functions: &[Function<'_>], key: impl Fn(&str) -> String) -> Outcome<()> {
    let mut groups: BTreeMap<String, (usize, Vec<u8>)> = BTreeMap::new();
    for function in functions {
        let group = groups.entry(key(&function.name)).or_default();
        group.0 += 1;
        group.1.extend_from_slice(function.body);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, (_, code))| std::cmp::Reverse(code.len()));
    println!("\n{:>9} {:>9} {:>6}  {title}", "bytes", "packed", "copies");
    for (name, (count, code)) in groups.iter().take(LINES) {
        println!("{:>9} {:>9} {count:>6}  {name}", code.len(), packed(code)?);
    }
    Ok(())
}

/// How much is left of some bytes when they are compressed alone.
fn packed(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).during(|| "compress a part".to_owned())?;
    Ok(encoder.finish().during(|| "compress a part".to_owned())?.len())
}

struct Section<'a> {
    id: u8,
    name: String,
    bytes: &'a [u8],
}

/// A reader of the binary form: every number in it is LEB128.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let (mut value, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(value);
            }
        }
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(first)
    }

    fn word(&mut self) -> Option<String> {
        let length = self.number()?;
        Some(String::from_utf8_lossy(self.take(length)?).into_owned())
    }
}

fn sections(module: &[u8]) -> Option<Vec<Section<'_>>> {
    const NAMES: [&str; 14] = [
        "custom",
        "types",
        "imports",
        "functions",
        "tables",
        "memories",
        "globals",
        "exports",
        "start",
        "elements",
        "code",
        "data",
        "data count",
        "tags",
    ];
    let mut rest = Bytes(module.get(8..)?);
    let mut sections = Vec::new();
    while let Some(id) = rest.byte() {
        let length = rest.number()?;
        let mut inside = Bytes(rest.take(length)?);
        let name = if id == 0 { inside.word()? } else { (*NAMES.get(usize::from(id))?).to_owned() };
        sections.push(Section { id, name, bytes: inside.0 });
    }
    Some(sections)
}

fn functions<'a>(sections: &[Section<'a>]) -> Option<Vec<Function<'a>>> {
    let bytes = |id: u8, name: &str| {
        sections
            .iter()
            .find(|section| section.id == id && section.name == name)
            .map(|section| Bytes(section.bytes))
    };
    let imported = imported_functions(&mut bytes(2, "imports")?)?;
    let mut names = BTreeMap::new();
    let mut parts = bytes(0, "name")?;
    while let Some(part) = parts.byte() {
        let length = parts.number()?;
        let mut inside = Bytes(parts.take(length)?);
        // Part 1 names the functions.
        if part == 1 {
            for _ in 0..inside.number()? {
                let at = inside.number()?;
                names.insert(at, inside.word()?);
            }
        }
    }
    let mut code = bytes(10, "code")?;
    let count = code.number()?;
    (0..count)
        .map(|at| {
            let length = code.number()?;
            let body = code.take(length)?;
            let name = names.get(&(imported + at)).map_or("?", String::as_str);
            Some(Function { name: format!("{:#}", rustc_demangle::demangle(name)), body })
        })
        .collect()
}

/// How many functions come from JavaScript: they have the first numbers.
fn imported_functions(imports: &mut Bytes<'_>) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..imports.number()? {
        imports.word()?;
        imports.word()?;
        match imports.byte()? {
            0 => {
                functions += 1;
                imports.number()?;
            }
            kind @ 1..=2 => {
                imports.take(usize::from(kind == 1))?;
                let has_end = imports.byte()? & 1 == 1;
                imports.number()?;
                if has_end {
                    imports.number()?;
                }
            }
            3 => {
                imports.take(2)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// The crate a function is written in: the first path of its name that is no type of the language.
fn home(name: &str) -> &str {
    let mut start = name.trim_start_matches(['<', '&', '(', '[', '*']);
    for word in ["mut ", "const ", "dyn ", "impl "] {
        start = start.strip_prefix(word).unwrap_or(start);
    }
    let end =
        start.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(start.len());
    match start.get(..end) {
        Some(first) if start[end..].starts_with("::") && !first.is_empty() => first,
        // `<u8 as core::...>`: written where the trait is.
        _ => name.split(" as ").nth(1).and_then(|rest| rest.split("::").next()).unwrap_or("other"),
    }
}

/// A name with everything between angle brackets left out, but for the type a method belongs to.
fn without_types(name: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    let method = name.starts_with('<');
    for letter in name.trim_start_matches('<').chars() {
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    if method { format!("<{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_found_in_every_form_of_a_name() {
        for (name, crate_name) in [
            ("counterpose_app::client::Client::act", "counterpose_app"),
            ("<serde_json::value::Value as core::fmt::Display>::fmt", "serde_json"),
            ("<&mut jiff::civil::Date>::new", "jiff"),
            ("<u8 as core::fmt::Debug>::fmt", "core"),
            ("memcpy", "other"),
        ] {
            assert_eq!(home(name), crate_name, "{name}");
        }
    }

    #[test]
    fn copies_for_different_types_are_one_function() {
        let sorted = without_types("core::slice::sort::stable::drift::sort::<u8, <u8>::lt>");
        assert_eq!(sorted, "core::slice::sort::stable::drift::sort::");
        assert_eq!(without_types("<alloc::vec::Vec<u8>>::push"), "<alloc::vec::Vec::push");
    }

    #[test]
    fn a_module_is_taken_apart_and_a_cut_one_refused() {
        // One type, one imported function, one own function with two bytes of code, and its name.
        let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01a\x01b\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\
            \0\x0d\x04name\x01\x06\x01\x01\x03own";
        let sections = sections(module).unwrap();
        let functions = functions(&sections).unwrap();
        assert_eq!((functions.len(), functions[0].name.as_str(), functions[0].body.len()), (1, "own", 2));
        assert!(super::sections(&module[..module.len() - 1]).is_none());
    }
}

//! Puts the client together: names by content, names into pages, the list for offline use, compression.
//!
//! How names get into the files of `crates/web/static`: in every text file these words are replaced
//!
//! | word | becomes |
//! | --- | --- |
//! | `__GLUE__` | the path of the generated module, `/client-<hash>.js`; import it and call its default export |
//! | `__WASM__` | the path of the compiled module, `/client-<hash>.wasm`; pass it as `{ module_or_path: "__WASM__" }` |
//! | `__TEXTS__` | a JSON object: the path of each language pack, `/texts-<language>-<hash>.pack`, by language |
//! | `__VERSION__` | a hash over all files: two clients that differ in anything differ in it |
//! | `__PRECACHE__` | a JSON list of the path of every file but the service worker and the packs; `/` stands for `index.html` |
//!
//! A word of this form that is not in the table is an error, so a typing mistake cannot ship. Files of the folder
//! keep their names; glue, module and snippets are safe to cache for ever, everything else must be asked for anew.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::hash;
use crate::shell::{During, Outcome, failure};

/// Files by their path with `/`, in order of the paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The service worker: the one file that is never in its own list.
const SERVICE_WORKER: &str = "sw.js";
const TEXT: [&str; 8] = ["html", "js", "css", "svg", "txt", "json", "webmanifest", "xml"];
/// Already compressed by their own format.
const DENSE: [&str; 6] = ["png", "jpg", "webp", "woff2", "mp3", "ogg"];

/// All files under a folder.
pub fn read_folder(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        let entries = fs::read_dir(&current).during(|| format!("list {}", current.display()))?;
        for entry in entries {
            let path = entry.during(|| format!("list {}", current.display()))?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).during(|| format!("read {}", path.display()))?);
        }
    }
    Ok(files)
}

/// Makes a folder hold exactly these files; those already right are not touched.
pub fn write_folder(folder: &Path, files: &Files) -> Outcome<()> {
    fs::create_dir_all(folder).during(|| format!("create {}", folder.display()))?;
    for (name, bytes) in &read_folder(folder)? {
        if files.get(name) != Some(bytes) {
            let stale = folder.join(name);
            fs::remove_file(&stale).during(|| format!("remove {}", stale.display()))?;
        }
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        if !path.exists() {
            let parent = path.parent().unwrap_or(folder);
            fs::create_dir_all(parent).during(|| format!("create {}", parent.display()))?;
            fs::write(&path, bytes).during(|| format!("write {}", path.display()))?;
        }
    }
    Ok(())
}

/// The finished client from what wasm-bindgen made, the static files and the language packs.
pub fn assemble(glued: Files, statics: Files, packs: Files) -> Outcome<Files> {
    let mut files = Files::new();
    let (mut glue, mut wasm) = (None, None);
    for (name, bytes) in glued {
        let stem = super::bindgen::STEM;
        let named = if name == format!("{stem}.js") {
            let path = format!("{stem}-{}.js", hash::short(&bytes));
            glue = Some(path.clone());
            path
        } else if name == format!("{stem}_bg.wasm") {
            let path = format!("{stem}-{}.wasm", hash::short(&bytes));
            wasm = Some(path.clone());
            path
        } else {
            name
        };
        files.insert(named, bytes);
    }
    let (Some(glue), Some(wasm)) = (glue, wasm) else {
        return Err(failure("wasm-bindgen made no glue or no module"));
    };
    let templates: Vec<String> = statics.keys().filter(|name| has_extension(name, &TEXT)).cloned().collect();
    for (name, bytes) in statics {
        if files.contains_key(&name) {
            return Err(failure(format!("crates/web/static/{name} has the name of a generated file")));
        }
        let small = match std::str::from_utf8(&bytes) {
            Ok(text) => super::slim::text(&name, text).into_bytes(),
            Err(_) => bytes,
        };
        files.insert(name, small);
    }
    if !files.contains_key("index.html") {
        return Err(failure("crates/web/static has no index.html"));
    }
    let mut texts = serde_json::Map::new();
    for (language, bytes) in packs {
        let path = format!("{}{language}-{}.pack", super::texts::STEM, hash::short(&bytes));
        texts.insert(language, format!("/{path}").into());
        files.insert(path, bytes);
    }
    let texts = serde_json::Value::Object(texts).to_string();
    let first = [("__GLUE__", format!("/{glue}")), ("__WASM__", format!("/{wasm}")), ("__TEXTS__", texts)];
    replace_all(&mut files, &templates, &first)?;
    let version = version(&files);
    let second = [("__VERSION__", version), ("__PRECACHE__", precache(&files))];
    replace_all(&mut files, &templates, &second)?;
    for name in &templates {
        let text = files.get(name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        if let Some(word) = leftover(&text) {
            return Err(failure(format!(
                "crates/web/static/{name}: nothing is known to put in place of {word}"
            )));
        }
    }
    compress(&mut files)?;
    Ok(files)
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

fn replace_all(files: &mut Files, templates: &[String], words: &[(&str, String)]) -> Outcome<()> {
    for name in templates {
        let Some(bytes) = files.get_mut(name) else { continue };
        let mut text = String::from_utf8(std::mem::take(bytes)).during(|| format!("read {name} as text"))?;
        for (word, value) in words {
            text = text.replace(word, value);
        }
        *bytes = text.into_bytes();
    }
    Ok(())
}

fn version(files: &Files) -> String {
    let mut full = hash::of(files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]));
    full.truncate(16);
    full
}

fn precache(files: &Files) -> String {
    // The worker keeps the packs of the languages in use by itself.
    let listed = |name: &&String| *name != SERVICE_WORKER && !name.starts_with(super::texts::STEM);
    let paths = files.keys().filter(listed).map(|name| match name.as_str() {
        "index.html" => "/".to_owned(),
        other => format!("/{other}"),
    });
    serde_json::Value::from_iter(paths).to_string()
}

/// A word of the form `__WORD__` that is still in a finished file.
fn leftover(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(start) = rest.find("__") {
        let tail = &rest[start + 2..];
        let length = tail.bytes().take_while(u8::is_ascii_uppercase).count();
        if length > 0 && tail[length..].starts_with("__") {
            return Some(&rest[start..start + length + 4]);
        }
        rest = tail;
    }
    None
}

/// Adds `name.gz` and `name.br` beside each file that gets smaller by it. Browsers take the second, a fifth smaller,
/// from this machine and over https; everything else takes the first.
pub fn compress(files: &mut Files) -> Outcome<()> {
    let mut packed = Files::new();
    for (name, bytes) in files.iter().filter(|(name, _)| !has_extension(name, &DENSE)) {
        // No time and no name in the header: the same bytes every day.
        let mut encoder = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).during(|| format!("compress {name}"))?;
        let small = encoder.finish().during(|| format!("compress {name}"))?;
        if small.len() < bytes.len() {
            packed.insert(format!("{name}.gz"), small);
        }
        let mut smaller = Vec::new();
        let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut smaller, &settings)
            .during(|| format!("compress {name}"))?;
        if smaller.len() < bytes.len() {
            packed.insert(format!("{name}.br"), smaller);
        }
    }
    files.extend(packed);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn glued() -> Files {
        files(&[("client.js", "glue"), ("client_bg.wasm", "module"), ("snippets/a/inline0.js", "x")])
    }

    fn packs() -> Files {
        files(&[("de", "Hallo"), ("en", "Hello")])
    }

    fn text<'a>(files: &'a Files, name: &str) -> &'a str {
        std::str::from_utf8(&files[name]).unwrap()
    }

    #[test]
    fn names_reach_the_pages_and_the_list_holds_everything_but_the_worker() {
        let statics = files(&[
            ("index.html", "<script type=module src=/boot.js></script>"),
            (
                "boot.js",
                "import start from \"__GLUE__\"; start({ module_or_path: \"__WASM__\" }); const texts = __TEXTS__;",
            ),
            ("sw.js", "const version = \"__VERSION__\"; const files = __PRECACHE__;"),
        ]);
        let done = assemble(glued(), statics, packs()).unwrap();
        let glue = done.keys().find(|name| name.starts_with("client-") && name.ends_with(".js")).unwrap();
        assert!(text(&done, "boot.js").contains(&format!("from \"/{glue}\"")));
        for language in ["de", "en"] {
            let head = format!("texts-{language}-");
            let pack = done.keys().find(|name| name.starts_with(&head) && name.ends_with(".pack")).unwrap();
            assert!(text(&done, "boot.js").contains(&format!("\"{language}\":\"/{pack}\"")));
        }
        let worker = text(&done, "sw.js");
        for path in ["\"/\"", "\"/boot.js\"", "\"/snippets/a/inline0.js\"", ".wasm\""] {
            assert!(worker.contains(path), "{path} missing in {worker}");
        }
        assert!(!worker.contains("sw.js") && !worker.contains("index.html") && !worker.contains("texts-"));
    }

    #[test]
    fn any_change_changes_the_version_and_nothing_else_does() {
        let with = |style: &str| {
            let statics = files(&[("index.html", "__VERSION__"), ("style.css", style)]);
            assemble(glued(), statics, packs()).unwrap()
        };
        assert_eq!(with("a"), with("a"));
        assert_ne!(text(&with("a"), "index.html"), text(&with("b"), "index.html"));
    }

    #[test]
    fn an_unknown_word_is_refused_by_name() {
        let refused = assemble(glued(), files(&[("index.html", "src=__GLEU__")]), packs()).unwrap_err();
        assert!(refused.to_string().contains("__GLEU__") && refused.to_string().contains("index.html"));
        assert_eq!(leftover("a __b__ __dirname __A_"), None);
    }

    #[test]
    fn what_is_compressed_unpacks_to_the_same_bytes() {
        let long = format!("{}\n", ["calm"; 200].join(" "));
        let done = assemble(glued(), files(&[("index.html", &long), ("icon.png", &long)]), packs()).unwrap();
        let mut unpacked = String::new();
        let mut reader = flate2::read::GzDecoder::new(done["index.html.gz"].as_slice());
        std::io::Read::read_to_string(&mut reader, &mut unpacked).unwrap();
        assert_eq!(unpacked, long);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut done["index.html.br"].as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, long.as_bytes());
        assert!(!done.contains_key("icon.png.gz") && !done.contains_key("client.js.gz"));
    }
}

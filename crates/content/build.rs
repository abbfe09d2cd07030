//! Reads `content/`, checks its shape and writes one compact blob and a pack of texts per language.

#[path = "src/bundle.rs"]
mod bundle;
#[path = "src/compile.rs"]
mod compile;
#[path = "src/ftl.rs"]
#[allow(dead_code)]
mod ftl;
#[path = "src/load.rs"]
mod load;
#[path = "src/pack.rs"]
#[allow(dead_code)]
mod pack;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let plain = |error: &dyn std::fmt::Display, what: &str| vec![format!("{what}: {error}")];
    let manifest = std::env::var("CARGO_MANIFEST_DIR").map_err(|e| plain(&e, "CARGO_MANIFEST_DIR"))?;
    let out = std::env::var("OUT_DIR").map_err(|e| plain(&e, "OUT_DIR"))?;
    let root = Path::new(&manifest).join("../../content");
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    collect(&root, &root, &mut files).map_err(|e| plain(&e, &format!("cannot read {}", root.display())))?;
    let made = load::assemble(files)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<String>>())?;
    let blob = postcard::to_allocvec(&made.bundle).map_err(|e| plain(&e, "cannot encode the content"))?;
    let out = PathBuf::from(out);
    let write = |name: &str, bytes: &[u8]| {
        let target = out.join(name);
        std::fs::write(&target, bytes).map_err(|e| plain(&e, &format!("cannot write {}", target.display())))
    };
    write("content.postcard", &blob)?;
    for (language, pack) in &made.packs {
        write(&format!("{language}.pack"), pack.as_bytes())?;
    }
    write("texts.rs", carried(&made).as_bytes())
}

/// The source that carries the packs, and the files as written.
fn carried(made: &load::Assembled) -> String {
    let mut source = String::from("static PACKS: &[(&str, &[u8])] = &[\n");
    for language in made.packs.keys() {
        let bytes = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{language}.pack\"))");
        source.push_str(&format!("    ({language:?}, {bytes}),\n"));
    }
    source.push_str("];\nstatic SOURCES: &[(&str, &str, &str)] = &[\n");
    for file in &made.texts {
        source.push_str(&format!("    ({:?}, {:?}, {:?}),\n", file.locale, file.name, file.text));
    }
    source.push_str("];\n");
    source
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<load::InputFile>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|end| end == "toml" || end == "ftl") {
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<String> =
                inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
            files.push(load::InputFile { path: parts.join("/"), text: std::fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

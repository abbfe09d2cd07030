//! Puts the built browser client into the binary: every file of the folder in `COUNTERPOSE_CLIENT_DIR`.
//!
//! `cargo xtask` builds that folder and sets the variable. Without it the binary still works and serves a page that
//! says how to get the client. Files `name.gz` and `name.br` are no files of their own but `name`, compressed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

const VARIABLE: &str = "COUNTERPOSE_CLIENT_DIR";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    let files = match env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
        Some(folder) => {
            println!("cargo::rerun-if-changed={}", Path::new(&folder).display());
            list(&fs::canonicalize(folder)?)?
        }
        None => BTreeMap::new(),
    };
    let mut code =
        String::from("/// The client's files, in order of their paths.\nstatic FILES: &[File] = &[\n");
    for (name, path) in &files {
        let plain = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".br"));
        if plain.is_some_and(|plain| files.contains_key(plain)) {
            continue;
        }
        println!("cargo::rerun-if-changed={}", path.display());
        let packed = |ending: &str| match files.get(&format!("{name}.{ending}")) {
            Some(packed) => format!("Some(include_bytes!({packed:?}))"),
            None => "None".to_owned(),
        };
        let (gzip, brotli) = (packed("gz"), packed("br"));
        let digest = Sha256::digest(fs::read(path)?);
        let mut hash = String::new();
        for byte in &digest[..10] {
            write!(hash, "{byte:02x}").map_err(io::Error::other)?;
        }
        writeln!(
            code,
            "    File {{ path: {name:?}, bytes: include_bytes!({path:?}), gzip: {gzip}, brotli: {brotli}, hash: {hash:?} }},"
        )
        .map_err(io::Error::other)?;
    }
    code.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets no OUT_DIR"))?;
    fs::write(Path::new(&out).join("client.rs"), code)
}

/// Every file below a folder, by its path with `/`.
fn list(folder: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in fs::read_dir(&current)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let short = path.strip_prefix(folder).map_err(io::Error::other)?;
                found.insert(short.to_string_lossy().replace('\\', "/"), path);
            }
        }
    }
    if found.contains_key("index.html") {
        return Ok(found);
    }
    Err(io::Error::other(format!(
        "{} has no index.html: build it with `cargo xtask client`",
        folder.display()
    )))
}

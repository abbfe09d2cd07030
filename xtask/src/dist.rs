//! `cargo xtask dist`: everything somebody needs to offer Counterpose, in `target/dist`, with checksums.
//!
//! | there | what it is |
//! | --- | --- |
//! | `web/` | the app as plain files for any web host; it knows that there is no server of ours behind it |
//! | `counterpose` | the single binary, app inside |
//! | what lies in `packaging/` | how to run that binary as a service |
//! | `SHA256SUMS` | what `sha256sum -c` reads |
//!
//! The same source gives the same bytes: folders of the machine that builds are kept out of them. `--twice` builds
//! everything a second time in a build folder of its own and compares. What this module does not do: sign or upload.

use std::path::Path;
use std::process::Command;

use crate::client::assemble::{self, Files};
use crate::packages::Install;
use crate::shell::{self, During, Outcome, failure};
use crate::{client, hash, place, wasm_std};

/// In `index.html`: whether a server of ours stands behind the page.
const WITH_SERVER: &str = "data-server=\"same-origin\"";
const WITHOUT_SERVER: &str = "data-server=\"none\"";
/// The list of checksums.
const SUMS: &str = "SHA256SUMS";

/// Makes the folder; with `twice`, a second time from nothing, and compares.
pub fn run(words: &[String], install: Install) -> Outcome<()> {
    let twice = match words {
        [] => false,
        [word] if word == "--twice" => true,
        _ => return Err(failure("cargo xtask dist [--twice]")),
    };
    let out = place::target().join("dist");
    let files = make(install)?;
    assemble::write_folder(&out, &files)?;
    mark_runnable(&out.join(binary_name()))?;
    println!("{} files in {}", files.len(), out.display());
    if !twice {
        return Ok(());
    }
    let again = place::target().join("dist-again");
    if again.exists() {
        std::fs::remove_dir_all(&again).during(|| format!("empty {}", again.display()))?;
    }
    let itself = std::env::current_exe().during(|| "find this tool".to_owned())?;
    shell::run(Command::new(itself).arg("dist").env("CARGO_TARGET_DIR", &again))?;
    let second = assemble::read_folder(&again.join("dist"))?;
    same(&files, &second)?;
    println!("a second build gave the same bytes in all {} files", files.len());
    Ok(())
}

/// The app as plain files for any web host, in a folder of its own; what a journey serves.
pub fn static_host(client: &Path) -> Outcome<std::path::PathBuf> {
    let folder = place::target().join("static-host");
    assemble::write_folder(&folder, &for_any_host(assemble::read_folder(client)?)?)?;
    Ok(folder)
}

fn make(install: Install) -> Outcome<Files> {
    let folder = client::build(client::Profile::Full, install)?;
    let mut files = Files::new();
    for (name, bytes) in for_any_host(assemble::read_folder(&folder)?)? {
        files.insert(format!("web/{name}"), bytes);
    }
    files.insert(binary_name(), binary(&folder)?);
    let root = place::root();
    let packaging = root.join("packaging");
    if packaging.is_dir() {
        files.extend(assemble::read_folder(&packaging)?);
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.to_owned(), read(&root.join(name))?);
    }
    let sums = checksums(&files);
    files.insert(SUMS.to_owned(), sums.into_bytes());
    Ok(files)
}

/// The client's files for a host that only hands out files: the page says that nothing answers behind it, and hosts
/// that read such lists are told the policy.
fn for_any_host(mut files: Files) -> Outcome<Files> {
    let page = files.get("index.html").ok_or_else(|| failure("the client has no index.html"))?;
    let page = String::from_utf8(page.clone()).during(|| "read index.html as text".to_owned())?;
    if !page.contains(WITH_SERVER) {
        return Err(failure(format!("crates/web/static/index.html does not hold {WITH_SERVER}")));
    }
    files.remove("index.html.gz");
    files.remove("index.html.br");
    let mut changed = Files::new();
    changed.insert("index.html".to_owned(), page.replace(WITH_SERVER, WITHOUT_SERVER).into_bytes());
    assemble::compress(&mut changed)?;
    files.extend(changed);
    files.insert("_headers".to_owned(), headers(&files).into_bytes());
    // Without it one large host leaves out what begins with an underscore.
    files.insert(".nojekyll".to_owned(), Vec::new());
    Ok(files)
}

/// The policy of the app, word for word that of the server.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; media-src blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// A list of headers as several static hosts read it. Files named by their content never change.
fn headers(files: &Files) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cache-Control: no-cache\n"
    );
    let by_content = |name: &&String| {
        let named = name.starts_with("client-") || name.starts_with("texts-");
        named && !name.ends_with(".gz") && !name.ends_with(".br")
    };
    for name in files.keys().filter(by_content) {
        text.push_str(&format!(
            "/{name}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    text
}

/// The release binary, built so that it does not tell where.
fn binary(client: &Path) -> Outcome<Vec<u8>> {
    let folder = place::target().join("dist-build");
    shell::run(
        shell::cargo()
            .env("COUNTERPOSE_CLIENT_DIR", client)
            .env("CARGO_ENCODED_RUSTFLAGS", wasm_std::without_places().join("\u{1f}"))
            .args(["build", "--release", "--locked", "--package", "counterpose-cli", "--target-dir"])
            .arg(&folder),
    )?;
    read(&folder.join("release").join(binary_name()))
}

fn binary_name() -> String {
    format!("counterpose{}", std::env::consts::EXE_SUFFIX)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).during(|| format!("read {}", path.display()))
}

/// One line a file, as `sha256sum` writes and reads it.
fn checksums(files: &Files) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", hash::plain(bytes))).collect()
}

/// Names the files in which two builds differ.
fn same(first: &Files, second: &Files) -> Outcome<()> {
    let names: std::collections::BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let differ: Vec<&str> =
        names.into_iter().filter(|name| first.get(*name) != second.get(*name)).map(String::as_str).collect();
    if differ.is_empty() {
        return Ok(());
    }
    Err(failure(format!("two builds differ in {}", differ.join(", "))))
}

#[cfg(unix)]
fn mark_runnable(file: &Path) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))
        .during(|| format!("make {} runnable", file.display()))
}

#[cfg(not(unix))]
fn mark_runnable(_: &Path) -> Outcome<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn page() -> Files {
        let page = std::fs::read_to_string(place::root().join("crates/web/static/index.html")).unwrap();
        files(&[("index.html", &page), ("index.html.gz", "old"), ("client-1.js", "x")])
    }

    #[test]
    fn the_page_for_any_host_says_that_nothing_answers_behind_it() {
        let done = for_any_host(page()).unwrap();
        let text = String::from_utf8(done["index.html"].clone()).unwrap();
        assert!(text.contains(WITHOUT_SERVER) && !text.contains(WITH_SERVER));
        assert_ne!(done["index.html.gz"], b"old", "the compressed copy is made anew");
        let headers = String::from_utf8(done["_headers"].clone()).unwrap();
        assert!(headers.contains("/client-1.js\n  ! Cache-Control\n"), "{headers}");
    }

    #[test]
    fn hosts_are_told_the_policy_of_the_server() {
        let source = std::fs::read_to_string(place::root().join("crates/server/src/headers.rs")).unwrap();
        let joined: String = source.split("\\\n").map(str::trim_start).collect();
        assert!(joined.contains(POLICY), "{POLICY} is not in crates/server/src/headers.rs");
    }

    #[test]
    fn checksums_are_those_everybody_knows() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(checksums(&files(&[("a", ""), ("b", "")])), format!("{empty}  a\n{empty}  b\n"));
    }

    #[test]
    fn builds_that_differ_are_told_by_the_file() {
        let one = files(&[("a", "1"), ("b", "2")]);
        assert!(same(&one, &one.clone()).is_ok());
        let told = same(&one, &files(&[("a", "1"), ("c", "2")])).unwrap_err().to_string();
        assert!(told.contains("b, c"), "{told}");
    }
}

//! Where the standard library for WASM comes from, and the cargo call that uses it.
//!
//! With rustup's target installed nothing is special. Where rustup cannot fetch it (closed machines), Debian's
//! `rustc-web` with its sources builds the library itself; that needs that compiler, cargo's unstable `build-std`
//! and the linker of the stable toolchain, because the link Debian ships dangles. Whether a way works is found
//! out by building an empty crate with it, never by looking for files.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::packages::{self, Install};
use crate::place;
use crate::shell::{self, During, Outcome, failure};

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// The first of Debian's compilers that the workspace's `rust-version` accepts.
const DEBIAN_AT_LEAST: (u32, u32) = (1, 95);

/// One of the two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The target of rustup.
    Rustup,
    /// Debian's compiler building its own library.
    Debian,
}

impl Way {
    /// Build products of the two compilers do not mix.
    pub fn target_dir(self) -> PathBuf {
        place::target().join(match self {
            Self::Rustup => "wasm-rustup",
            Self::Debian => "wasm-debian",
        })
    }

    /// `cargo build` for WASM; the caller adds what to build.
    pub fn cargo_build(self) -> Outcome<Command> {
        let mut command = shell::cargo();
        command.args(["build", "--target", TARGET, "--target-dir"]).arg(self.target_dir());
        if self == Self::Debian {
            command
                .env("RUSTC", DEBIAN_RUSTC)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?)
                .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        }
        // For the flags below that are not stable yet; they change nothing but the size.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_ENCODED_RUSTFLAGS", self.flags());
        Ok(command)
    }

    /// Where the products for WASM lie.
    pub fn products(self, profile: &str) -> PathBuf {
        self.target_dir().join(TARGET).join(profile)
    }

    /// Compiler flags of the client: this machine's folders stay out of it, so that the same source gives the same
    /// bytes in every clone. The others make it smaller: leptos erases the types of components, and what programmers
    /// print of a value is its name alone. A panic says no line, and where the library is built here it says nothing
    /// at all and stops at once: a twelfth of the client was there to tell what nobody reads. The page takes the stop
    /// for what it is either way (`boot.js`).
    fn flags(self) -> String {
        let mut flags = without_places();
        flags.extend([
            "--cfg=erase_components".to_owned(),
            "-Zlocation-detail=none".to_owned(),
            "-Zfmt-debug=shallow".to_owned(),
        ]);
        if self == Self::Debian {
            flags.extend(["-Zunstable-options".to_owned(), "-Cpanic=immediate-abort".to_owned()]);
        }
        flags.join("\u{1f}")
    }

    fn works(self) -> Outcome<()> {
        if self == Self::Debian {
            let version = shell::read(Command::new(DEBIAN_RUSTC).arg("--version"))?;
            if version_of(&version).is_none_or(|found| found < DEBIAN_AT_LEAST) {
                return Err(failure(format!("{DEBIAN_RUSTC} is too old: {}", version.trim())));
            }
        }
        let folder = place::own().join("empty-wasm");
        let source = folder.join("src");
        fs::create_dir_all(&source).during(|| format!("create {}", source.display()))?;
        // The profile is the client's, so that the library built here is the one the client links.
        let manifest = "[workspace]\n[package]\nname = \"empty-wasm\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [lib]\ncrate-type = [\"cdylib\"]\n[profile.client]\ninherits = \"release\"\nopt-level = \"s\"\nlto = \"fat\"\n\
             codegen-units = 1\npanic = \"abort\"\n";
        for (file, text) in [(folder.join("Cargo.toml"), manifest), (source.join("lib.rs"), "//! Nothing.\n")]
        {
            if fs::read_to_string(&file).ok().as_deref() != Some(text) {
                fs::write(&file, text).during(|| format!("write {}", file.display()))?;
            }
        }
        shell::read(self.cargo_build()?.current_dir(&folder).args(["--profile", "client"])).map(|_| ())
    }

    fn install(self, install: Install) -> Outcome<()> {
        match self {
            Self::Rustup => {
                if install == Install::Never {
                    return Err(failure(format!("install it with:\n  rustup target add {TARGET}")));
                }
                println!("Fetching the standard library for WASM: rustup target add {TARGET}");
                shell::read(Command::new("rustup").args(["target", "add", TARGET])).map(|_| ())
            }
            Self::Debian => packages::debian(
                &["rustc-web", "rust-web-src"],
                "to build the browser client: Debian's Rust compiler with a standard library for WASM",
                install,
            ),
        }
    }
}

/// The way to use, installed if need be, as `COUNTERPOSE_WASM_STD` wants it.
pub fn ensure(install: Install) -> Outcome<Way> {
    let wish = std::env::var("COUNTERPOSE_WASM_STD").unwrap_or_else(|_| "auto".to_owned());
    let ways: &[Way] = match wish.as_str() {
        "auto" | "" => &[Way::Rustup, Way::Debian],
        "rustup" => &[Way::Rustup],
        "debian" => &[Way::Debian],
        other => {
            return Err(failure(format!(
                "COUNTERPOSE_WASM_STD is `{other}`; it may be auto, rustup or debian"
            )));
        }
    };
    let mut why_not = String::new();
    // What is here already comes before anything that has to be fetched.
    for &way in ways {
        if way.works().is_ok() {
            return Ok(way);
        }
    }
    for &way in ways {
        match way.install(install).and_then(|()| way.works()) {
            Ok(()) => return Ok(way),
            Err(reason) => why_not.push_str(&format!("\n- {way:?}: {reason}")),
        }
    }
    Err(failure(format!("no standard library for {TARGET} can be had:{why_not}")))
}

/// The linker of the toolchain that runs this tool.
fn linker() -> Outcome<PathBuf> {
    let sysroot = shell::read(shell::rustc().args(["--print", "sysroot"]))?;
    let version = shell::read(shell::rustc().arg("-vV"))?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or_else(|| failure("rustc -vV names no host"))?;
    let lld = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(host).join("bin/rust-lld");
    if lld.is_file() { Ok(lld) } else { Err(failure(format!("no linker at {}", lld.display()))) }
}

/// Compiler flags that keep this machine's folders out of what is built.
pub fn without_places() -> Vec<String> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    vec![
        format!("--remap-path-prefix={}=/cargo", cargo_home.display()),
        format!("--remap-path-prefix={}=", place::root().display()),
    ]
}

/// Major and minor out of `rustc 1.96.0 (…)`.
fn version_of(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.split_whitespace().nth(1)?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archives_old_compiler_is_told_from_the_new_one() {
        assert!(version_of("rustc 1.85.0 (4d91de4e4 2025-02-17)").unwrap() < DEBIAN_AT_LEAST);
        assert!(
            version_of("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)").unwrap()
                >= DEBIAN_AT_LEAST
        );
        assert_eq!(version_of("something else"), None);
    }
}

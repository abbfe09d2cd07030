//! What we say to other programs, checked by programs of others: the running server by a schema-driven tester, and the
//! health records by validators of FHIR.
//!
//! They come from PyPI into an environment of their own under `target`, in the versions named here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::counts::{self, Tally};
use crate::packages::{self, Install};
use crate::place;
use crate::shell::{self, During, Outcome, failure};

/// Schemathesis asks by the OpenAPI document; jsonschema reads HL7's schema; fhir.resources is a model of its own.
const PACKAGES: [&str; 3] = ["schemathesis==4.32.5", "jsonschema==4.26.0", "fhir.resources==8.3.0"];

/// Runs it against this binary.
pub fn run(binary: &Path, install: Install) -> Outcome<Tally> {
    let folder = place::own().join("interop");
    fs::create_dir_all(&folder).during(|| format!("make {}", folder.display()))?;
    let python = environment(&folder, install)?;
    let samples = folder.join("samples");
    fs::remove_dir_all(&samples).ok();
    fs::create_dir_all(&samples).during(|| format!("make {}", samples.display()))?;
    let mut write = shell::cargo();
    write.args(["test", "--locked", "--package", "counterpose-cli", "--bin", "counterpose", "exchange"]);
    shell::read(write.env("COUNTERPOSE_FHIR_SAMPLES", &samples))?;
    let mut check = Command::new(python);
    check
        .arg(place::root().join("xtask/src/test/interop.py"))
        .arg(binary)
        .arg(&samples)
        .arg(place::root().join("fixtures/fhir/r4.schema.json"))
        .arg(&folder);
    counts::run(&mut check)
}

/// The Python of an own environment with the packages in it.
fn environment(folder: &Path, install: Install) -> Outcome<PathBuf> {
    let home = folder.join("python");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let noted = folder.join("installed");
    if python.is_file() && fs::read_to_string(&noted).is_ok_and(|found| found == PACKAGES.join("\n")) {
        return Ok(python);
    }
    if system().is_none() && shell::find("apt-get").is_some() {
        packages::debian(&["python3-venv"], "to run programs of others that check our formats", install)?;
    }
    let system = system().ok_or_else(|| failure("the checks by others need Python 3 with venv"))?;
    fs::remove_dir_all(&home).ok();
    shell::read(Command::new(system).args(["-m", "venv"]).arg(&home))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]);
    shell::read(pip.args(PACKAGES))?;
    fs::write(&noted, PACKAGES.join("\n")).during(|| format!("write {}", noted.display()))?;
    Ok(python)
}

/// A Python that can make environments.
fn system() -> Option<PathBuf> {
    let able =
        |python: &PathBuf| shell::read(Command::new(python).args(["-c", "import venv, ensurepip"])).is_ok();
    ["python3", "python"].into_iter().filter_map(shell::find).find(able)
}

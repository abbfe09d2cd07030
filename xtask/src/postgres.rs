//! The programs of PostgreSQL, for tests that start a server of their own.
//!
//! Debian's package would make and start a cluster for the whole machine; it is told not to before it is installed.

use std::fs;
use std::path::Path;

use crate::packages::{self, Install};
use crate::place;
use crate::shell::{self, During, Outcome};

const CLUSTER_SETTING: &str = "/etc/postgresql-common/createcluster.conf";

/// Whether those tests can run; on Debian the package is installed if need be, elsewhere a missing one is said.
pub fn ensure(install: Install) -> Outcome<bool> {
    if found() {
        return Ok(true);
    }
    if shell::find("apt-get").is_none() {
        println!("No PostgreSQL was found (`initdb`): the tests that start one are skipped here.");
        return Ok(false);
    }
    let setting = place::own().join("createcluster.conf");
    fs::create_dir_all(place::own()).during(|| format!("make {}", place::own().display()))?;
    fs::write(&setting, "create_main_cluster = false\n").during(|| format!("write {}", setting.display()))?;
    let setting = setting.display().to_string();
    let first = ["install", "-D", "-m", "644", &setting, CLUSTER_SETTING];
    let before: &[&[&str]] = if Path::new(CLUSTER_SETTING).exists() { &[] } else { &[&first] };
    let why = "to test the keeper in PostgreSQL: its server, which is not started for the machine";
    packages::debian_after(before, &["postgresql"], why, install)?;
    Ok(found())
}

/// Debian keeps the server's programs out of the path.
fn found() -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let in_debian =
        versions.map(|version| version.path().join("bin/initdb")).any(|program| program.is_file());
    in_debian || (shell::find("initdb").is_some() && shell::find("postgres").is_some())
}

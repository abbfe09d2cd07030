//! Chromium and its driver, for the journeys.

use std::path::PathBuf;

use crate::packages::{self, Install};
use crate::shell::{self, Outcome};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Whether journeys can run; on Debian the browser is installed if need be, elsewhere a missing one is said.
pub fn ensure(install: Install) -> Outcome<bool> {
    if found() {
        return Ok(true);
    }
    if shell::find("apt-get").is_none() {
        println!("No Chromium (or Chrome) with its chromedriver was found: the journeys cannot run here.");
        return Ok(false);
    }
    // A font of its own: without one no text has a width.
    let wanted = ["chromium", "chromium-driver", "fonts-dejavu-core"];
    packages::debian(&wanted, "to run the journeys: Chromium, its driver and a font", install)?;
    Ok(found())
}

/// The browser of this machine: the one named, else the first that is found.
pub fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("COUNTERPOSE_BROWSER").map(PathBuf::from);
    named.or_else(|| BROWSERS.iter().find_map(shell::find))
}

fn found() -> bool {
    let named = std::env::var_os("COUNTERPOSE_BROWSER_DRIVER").is_some();
    browser().is_some() && (named || shell::find("chromedriver").is_some())
}

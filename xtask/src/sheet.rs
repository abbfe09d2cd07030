//! The contact sheet: a picture of every key pose of the catalogue, to be looked at by people.
//!
//! The pages are written by an example of the figure crate, since this tool never links the product; where a Chromium
//! is at hand they become PNG files, light and dark. What this module does not do: judge them.

use std::path::Path;
use std::process::Command;

use crate::browser;
use crate::place;
use crate::shell::{self, During as _, Outcome};

/// How large a page is drawn, in pixels.
const WIDE: u32 = 1560;
const HIGH: u32 = 3600;

/// Writes the pages of these exercises (all without names) and their pictures.
pub fn run(exercises: &[String]) -> Outcome<()> {
    let folder = place::target().join("sheet");
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "-p", "counterpose-figure", "--example", "sheet", "--"]);
    command.arg(&folder).args(exercises);
    shell::run(&mut command)?;
    let Some(chromium) = browser::browser() else {
        println!("No Chromium (or Chrome) was found, so the pages stay pages: open them in a browser.");
        return Ok(());
    };
    let mut pages: Vec<_> = std::fs::read_dir(&folder)
        .during(|| format!("read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "html"))
        .collect();
    pages.sort();
    for page in pages {
        picture(&chromium, &page)?;
    }
    Ok(())
}

fn picture(chromium: &Path, page: &Path) -> Outcome<()> {
    let png = page.with_extension("png");
    let mut command = Command::new(chromium);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
    ]);
    command.args(["--no-first-run", "--disable-background-networking", "--disable-component-update"]);
    command.args(["--disable-sync", "--hide-scrollbars"]);
    command.arg(format!("--user-data-dir={}", place::own().join("sheet-profile").display()));
    command.arg(format!("--window-size={WIDE},{HIGH}"));
    command.arg(format!("--screenshot={}", png.display()));
    command.arg(format!("file://{}", page.display()));
    shell::read(&mut command)?;
    println!("{}", png.display());
    Ok(())
}

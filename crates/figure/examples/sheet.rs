//! Writes the contact sheet: every key pose of the catalogue, light and dark, on pages that fit a screen.
//!
//! `cargo run -p counterpose-figure --example sheet -- FOLDER [EXERCISE...]`; `cargo xtask sheet` calls it and turns
//! the pages into pictures where a browser is at hand.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use counterpose_content::{Exercise, Locale, Texts};
use counterpose_figure::{CSS, Labels, Stage, pose_svg, sentence};
use counterpose_quantity::Side;

/// Exercises on a page.
const PER_PAGE: usize = 9;

const STYLE: &str = "body{font:12px sans-serif;margin:8px;background:var(--ground);color:var(--ink)}\
    section{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-end}figure{margin:0;width:250px}\
    figcaption{text-align:center}h2{margin:8px 0 2px;font-size:14px}svg{max-height:250px}\
    :root{--ground:#fbf7f1;--ink:#333}";

/// The dark colours of the figures whatever the device prefers.
fn dark() -> String {
    let rules = CSS.split("@media (prefers-color-scheme: dark) {").nth(1).unwrap_or_default();
    format!("{}:root{{--ground:#1b1815;--ink:#ddd}}", rules.trim_end().trim_end_matches('}'))
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "target/sheet".to_owned());
    let wanted: Vec<String> = arguments.collect();
    match write_all(Path::new(&folder), &wanted) {
        Ok(pages) => {
            println!("{pages} pages in {folder}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("cannot write into {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(folder: &Path, wanted: &[String]) -> std::io::Result<usize> {
    std::fs::create_dir_all(folder)?;
    let library = counterpose_content::library();
    let chosen: Vec<&Exercise> =
        library.exercises.iter().filter(|one| wanted.is_empty() || wanted.contains(&one.id)).collect();
    let mut pages = 0;
    for (look, style) in [("light", String::new()), ("dark", dark())] {
        for (number, exercises) in chosen.chunks(PER_PAGE).enumerate() {
            let mut page = format!(
                "<!doctype html><meta charset=\"utf-8\"><title>Contact sheet</title><style>{CSS}{STYLE}{style}</style>"
            );
            for exercise in exercises {
                add(&mut page, exercise);
            }
            std::fs::write(folder.join(format!("{look}-{}.html", number + 1)), page)?;
            pages += 1;
        }
    }
    Ok(pages)
}

fn add(page: &mut String, exercise: &Exercise) {
    let texts = Texts::new(Locale::English);
    let Some(stage) = Stage::of_exercise(&exercise.id) else { return };
    let side = (exercise.laterality.as_str() == "each").then_some(Side::Right);
    let _ = write!(page, "<h2>{}</h2><section>", exercise.id);
    for (name, placed) in stage.poses() {
        let arrow = exercise.phases.iter().find(|phase| phase.to == name && phase.from != name);
        let scene = match arrow {
            Some(phase) => stage.scene_with_arrow(&phase.from, name, 1.0, side),
            None => stage.still(name, side),
        };
        let Some(scene) = scene else { continue };
        let id = format!("{}-{name}", exercise.id);
        let svg = pose_svg(&scene, &Labels { id: &id, title: &id, description: "" });
        let found = &placed.found;
        let (status, off) = (found.status, found.residual_m * 1000.0);
        let words = sentence(&texts, &stage.words(name, side));
        let _ = write!(
            page,
            "<figure>{svg}<figcaption><b>{name}</b> ({status:?}, {off:.1} mm, {} steps, {} bytes)<br>{words}</figcaption></figure>",
            found.iterations,
            svg.len()
        );
        // As pages show it: with what lengthens drawn on the body.
        let id = format!("{id}-muscles");
        let scene = stage.scene_with_muscles(name, name, 0.0, side);
        let svg = scene.map(|scene| pose_svg(&scene, &Labels { id: &id, title: &id, description: "" }));
        if let Some(svg) = svg.filter(|svg| svg.contains("cp-fig-stretch-")) {
            let _ = write!(page, "<figure>{svg}<figcaption>{name}: what lengthens</figcaption></figure>");
        }
    }
    page.push_str("</section>");
}

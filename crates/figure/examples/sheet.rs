//! Writes a contact sheet of every key pose of the catalogue as one HTML page.
//!
//! `cargo run -p counterpose-figure --example sheet -- out.html`

use std::fmt::Write as _;
use std::process::ExitCode;

use counterpose_figure::{CSS, Labels, Stage, pose_svg};
use counterpose_quantity::Side;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "sheet.html".to_owned());
    let wanted: Vec<String> = arguments.collect();
    match std::fs::write(&path, sheet(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write {path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn sheet(wanted: &[String]) -> String {
    let mut page = String::from("<!doctype html><meta charset=\"utf-8\"><title>Contact sheet</title><style>");
    page.push_str(CSS);
    page.push_str(
        "body{font:13px sans-serif;margin:8px;background:#fbf7f1;color:#333}section{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-end}\
         figure{margin:0;width:300px}figcaption{text-align:center}h2{margin:10px 0 2px;font-size:15px}svg{max-height:330px}</style>",
    );
    for exercise in &counterpose_content::library().exercises {
        if !wanted.is_empty() && !wanted.contains(&exercise.id) {
            continue;
        }
        let Some(stage) = Stage::of_exercise(&exercise.id) else { continue };
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
            let (status, off, steps) = (found.status, found.residual_m * 1000.0, found.iterations);
            let _ = write!(
                page,
                "<figure>{svg}<figcaption>{name} ({status:?}, {off:.1} mm, {steps} steps, {} bytes)</figcaption></figure>",
                svg.len()
            );
        }
        page.push_str("</section>");
    }
    page
}

//! The JavaScript glue, made by wasm-bindgen's own library: no second tool to install, no version to disagree.

use std::path::Path;

use wasm_bindgen_cli_support::{Bindgen, Output};

use super::assemble::{self, Files};
use super::slim;
use crate::place;
use crate::shell::{During, Outcome};

/// The stem of the generated names.
pub const STEM: &str = "client";

/// The glue, the rewritten module and the snippets of a compiled module, all as small as they can be.
pub fn glue(module: &Path) -> Outcome<Files> {
    let scratch = place::own().join("bindgen");
    let mut output = output(module, STEM, &scratch)?;
    let glue = output.js().to_owned();
    let glue = slim::without_unused(output.wasm_mut(), &glue)?;
    let glue = slim::short_names(output.wasm_mut(), &glue);
    output.emit(&scratch).during(|| format!("write the glue of {}", module.display()))?;
    let mut files = assemble::read_folder(&scratch)?;
    let name = format!("{STEM}.js");
    let small = slim::text(&name, &glue);
    files.insert(name, small.into_bytes());
    Ok(files)
}

/// The same for any module, as it comes, by way of a scratch folder.
pub fn glue_into(module: &Path, stem: &str, scratch: &Path) -> Outcome<Files> {
    let output = &mut output(module, stem, scratch)?;
    output.emit(scratch).during(|| format!("write the glue of {}", module.display()))?;
    assemble::read_folder(scratch)
}

fn output(module: &Path, stem: &str, scratch: &Path) -> Outcome<Output> {
    std::fs::remove_dir_all(scratch).ok();
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .web(true)
        .during(|| "set up wasm-bindgen".to_owned())?
        .out_name(stem)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The page says where the module lies: its name carries a hash that the glue cannot know.
        .omit_default_module_path(true);
    bindgen.generate_output().during(|| format!("make the glue of {}", module.display()))
}

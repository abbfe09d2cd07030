//! The JavaScript glue, made by wasm-bindgen's own library: no second tool to install, no version to disagree.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use super::assemble::{self, Files};
use crate::place;
use crate::shell::{During, Outcome};

/// The stem of the generated names.
pub const STEM: &str = "client";

/// The glue, the rewritten module and the snippets of a compiled module.
pub fn glue(module: &Path) -> Outcome<Files> {
    glue_into(module, STEM, &place::own().join("bindgen"))
}

/// The same for any module, by way of a scratch folder.
pub fn glue_into(module: &Path, stem: &str, scratch: &Path) -> Outcome<Files> {
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
    bindgen.generate(scratch).during(|| format!("make the glue of {}", module.display()))?;
    assemble::read_folder(scratch)
}

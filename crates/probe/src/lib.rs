//! What has to be the same in the browser and here: the bits of the core, and what a keeper of journals promises.
//!
//! Compiled twice: natively for a test, and to WASM for a page that a journey opens. Never shipped.

pub mod digest;
mod people;

#[cfg(target_arch = "wasm32")]
mod browser;

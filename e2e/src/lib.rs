//! A person at the app, in a real browser: what the journeys are written with.
//!
//! It starts the shipped binary on an empty data folder, a proxy between browser and server that sees every request
//! and can cut the network, and Chromium with a profile of its own. What it does not do: judge. The journeys in
//! `tests/` say what must be true.

pub mod axe;
pub mod browser;
pub mod failure;
pub mod folder;
pub mod http;
pub mod keyboard;
pub mod page;
pub mod person;
pub mod proxy;
pub mod runner;
pub mod server;
pub mod static_files;
pub mod wait;
pub mod words;
pub mod world;

pub use failure::{Failure, Outcome};

//! The browser behind plain functions and guards: storage, time, chance, network, sound, screen, tilt, tabs.
//!
//! One adapter per file; each does what its effect asks and decides nothing. All of them type-check on the host
//! too, where calling them panics.

pub mod address;
pub mod clock;
pub mod closed;
pub mod js;
pub mod keys;
pub mod language;
pub mod measure;
pub mod network;
pub mod notify;
pub mod offline;
pub mod save;
pub mod screen;
pub mod storage;
pub mod store;
pub mod store_error;
pub mod tabs;
pub mod tilt;
pub mod tones;
pub mod track;
pub mod voice;

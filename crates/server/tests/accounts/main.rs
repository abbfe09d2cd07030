//! People on one server: a stranger gets nothing, nobody reads another's journal, and every attack that the threat
//! model names is tried over a real socket.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may")]

mod attacks;
mod household;
mod line;
mod world;

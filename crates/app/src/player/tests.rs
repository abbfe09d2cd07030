//! Sessions played against simulated clocks.

mod clocks;
mod laws;
mod sample;

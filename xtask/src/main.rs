//! The build and check tool.
fn main() {}

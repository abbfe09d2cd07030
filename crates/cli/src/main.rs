//! The binary `counterpose`.
fn main() {}

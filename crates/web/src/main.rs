//! The browser entry: starts the app.
fn main() {}

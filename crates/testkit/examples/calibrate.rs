//! Prints how often each verdict is given to simulated people whose truth is known, as Markdown.
//!
//! `cargo xtask calibrate` runs it; the argument is the number of people in each cell of the grid.

fn main() {
    let people: u32 = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(200);
    print!("{}", counterpose_testkit::calibration_report::report(people));
}

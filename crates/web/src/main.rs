//! The browser entry: starts the app.

fn main() {
    counterpose_web::start();
}

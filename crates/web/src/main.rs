//! The browser entry: starts the app.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <h1>"Counterpose"</h1> });
}

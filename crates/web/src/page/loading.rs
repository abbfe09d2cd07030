//! While the journal is read.

use counterpose_app::view::LoadingPage;
use leptos::prelude::*;

pub fn page(page: &LoadingPage) -> AnyView {
    view! { <div class="page" aria-busy="true"><p class="lead" role="status">{page.text.clone()}</p></div> }
        .into_any()
}

//! Intended use, limits, what is stored where, licences, and every source.

use counterpose_app::view::AboutPage;
use leptos::prelude::*;

use super::heading;
use crate::part::card::card;
use crate::part::source::sources;
use crate::shell::Act;

pub fn page(page: &AboutPage, act: Act) -> AnyView {
    let cards = page.cards.iter().map(|each| card(each, "", act)).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, None)}
            {cards}
            <section class="card soft">
                <h2>{page.sources_heading.clone()}</h2>
                <p>{page.sources_lead.clone()}</p>
                {sources(&page.sources)}
            </section>
        </div>
    }
    .into_any()
}

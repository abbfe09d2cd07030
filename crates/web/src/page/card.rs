//! A page of cards with steps, such as the one for drivers.

use counterpose_app::view::CardPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::card::card;
use crate::part::source::claims;
use crate::shell::Act;

pub fn page(page: &CardPage, act: Act) -> AnyView {
    let cards = page.cards.iter().map(|each| card(each, "", act)).collect_view();
    let claims = (!page.claims.is_empty()).then(|| {
        view! {
            <section class="card soft">
                {page.claims_heading.clone().map(|heading| view! { <h2>{heading}</h2> })}
                {claims(&page.claims)}
            </section>
        }
    });
    view! {
        <div class="page">
            {heading(&page.heading, page.lead.as_deref())}
            {cards}
            {buttons(&page.buttons, act)}
            {claims}
        </div>
    }
    .into_any()
}

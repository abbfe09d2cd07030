//! The safety net: whom to call, and what to look out for.

use counterpose_app::view::SafetyPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::card::{call, card};
use crate::part::choice::choice_field;
use crate::shell::Act;

pub fn page(page: &SafetyPage, act: Act) -> AnyView {
    let lists = page.lists.iter().map(|list| card(list, "", act)).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            {call(&page.call)}
            {buttons(&page.buttons, act)}
            {lists}
            <div class="card soft">{choice_field(&page.country, act)}</div>
        </div>
    }
    .into_any()
}

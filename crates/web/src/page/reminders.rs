//! Reminders: sitting, quiet, what and when, where they reach.

use counterpose_app::view::RemindersPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::card::card;
use crate::part::choice::choice_field;
use crate::shell::Act;

pub fn page(page: &RemindersPage, act: Act) -> AnyView {
    let fields = page
        .fields
        .iter()
        .map(|field| view! { <div class="card">{choice_field(field, act)}</div> })
        .collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            {page.sitting.as_ref().map(|sitting| card(sitting, "calm", act))}
            {page.quiet.as_ref().map(|quiet| card(quiet, "", act))}
            {fields}
            {card(&page.delivery, "soft", act)}
            {page.closed.as_ref().map(|closed| card(closed, "soft", act))}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

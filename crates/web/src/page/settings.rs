//! Settings and the person's data.

use counterpose_app::view::SettingsPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::button;
use crate::part::card::{card, points};
use crate::part::choice::choice_field;
use crate::shell::Act;

pub fn page(page: &SettingsPage, act: Act) -> AnyView {
    let fields = page
        .fields
        .iter()
        .map(|field| view! { <div class="card">{choice_field(field, act)}</div> })
        .collect_view();
    let off = (!page.off.is_empty())
        .then(|| view! { <div class="card attention">{points(&page.off, false)}</div> });
    view! {
        <div class="page">
            {heading(&page.heading, None)}
            {off}
            {fields}
            <div class="buttons">{button(&page.try_sound, act)}</div>
            {page.reminders.as_ref().map(|line| card(line, "", act))}
            {card(&page.data, "", act)}
        </div>
    }
    .into_any()
}

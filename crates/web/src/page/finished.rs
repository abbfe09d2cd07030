//! After a session: what was done, two questions of one tap each, and tomorrow.

use counterpose_app::view::FinishedPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::buttons;
use crate::part::card::{card, points};
use crate::part::choice::choice_field;
use crate::shell::Act;

pub fn page(page: &FinishedPage, act: Act) -> AnyView {
    let questions = page
        .questions
        .iter()
        .map(|question| view! { <div class="card">{choice_field(question, act)}</div> })
        .collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, page.lead.as_deref())}
            {points(&page.done, false)}
            {questions}
            {page.tomorrow.as_ref().map(|tomorrow| card(tomorrow, "calm", act))}
            {buttons(&page.buttons, act)}
        </div>
    }
    .into_any()
}

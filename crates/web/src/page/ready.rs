//! What the next session holds, before it starts.

use counterpose_app::view::ReadyPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::button;
use crate::part::card::card;
use crate::part::form::blocks;
use crate::part::item::items;
use crate::shell::Act;

pub fn page(page: &ReadyPage, act: Act) -> AnyView {
    let facts = page.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> }).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, Some(&page.lead))}
            <ul class="facts">{facts}</ul>
            {(!page.asked.is_empty()).then(|| view! { <div class="card">{blocks(&page.asked, act)}</div> })}
            {items(&page.items, act)}
            {card(&page.stop, "soft", act)}
            <div class="bar">{button(&page.back, act)} {page.start.as_ref().map(|start| button(start, act))}</div>
        </div>
    }
    .into_any()
}

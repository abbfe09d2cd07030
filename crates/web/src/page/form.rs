//! Anything asked: the first visit, the check-in, what to take care with. One screen at a time; the way on and the
//! way back stay in reach of the thumb.

use counterpose_app::view::FormPage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::{button, buttons, submit};
use crate::part::form::{blocks, problem, progress};
use crate::shell::Act;

pub fn page(page: &FormPage, act: Act) -> AnyView {
    let next = page.next.action.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        act.send(next.clone());
    };
    view! {
        <form class="page" novalidate on:submit=send>
            {page.progress.as_ref().map(progress)}
            {heading(&page.heading, page.lead.as_deref())}
            {page.problem.as_ref().map(problem)}
            <div class="stack fields">{blocks(&page.blocks, act)}</div>
            {buttons(&page.others, act)}
            <div class="bar">{page.back.as_ref().map(|back| button(back, act))} {submit(&page.next)}</div>
        </form>
    }
    .into_any()
}

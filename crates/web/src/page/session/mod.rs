//! The session, full screen.

use counterpose_app::view::SessionPage;
use leptos::prelude::*;

use crate::part::button::{button, buttons};
use crate::shell::{Act, Shown};

/// The whole page.
pub fn page(page: &SessionPage, shown: Shown, act: Act) -> AnyView {
    let countdown = move || shown.now.with(|now| now.as_ref().map(|now| now.countdown.clone()));
    let caption = move || shown.now.with(|now| now.as_ref().map(|now| now.caption.clone()));
    let question = page.question.as_ref().map(|question| {
        view! { <div class="card attention"><p>{question.text.clone()}</p>{buttons(&question.buttons, act)}</div> }
    });
    view! {
        <div class="page">
            <h1 tabindex="-1">{page.heading.clone()}</h1>
            <p>{countdown}</p>
            <p>{caption}</p>
            {question}
            {button(&page.pause, act)}
            {buttons(&page.controls, act)}
            {buttons(&page.light, act)}
            {button(&page.leave, act)}
        </div>
    }
    .into_any()
}

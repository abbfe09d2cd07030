//! Something asked before the session goes on. It takes the place of the controls, and the focus with it.
//!
//! The traffic light is told by shape and word as well as by colour.

use counterpose_app::view::Button;
use leptos::html;
use leptos::prelude::*;

use super::part_of_page;
use super::sign::light;
use crate::part::button;
use crate::shell::{Act, Shown};

/// The question.
pub fn question(shown: Shown, act: Act) -> impl IntoView {
    let asked = part_of_page(shown, |page| page.question.clone());
    let heading = NodeRef::<html::H2>::new();
    // Whoever asked from a keyboard or a screen reader lands on the question, also when one follows another.
    Effect::new(move |_| {
        let _again = asked.get();
        if let Some(heading) = heading.get() {
            let _focused = heading.focus();
        }
    });
    view! {
        <section class="session-question" aria-labelledby="session-question">
            <h2 id="session-question" tabindex="-1" node_ref=heading>
                {move || asked.get().flatten().map(|question| question.text)}
            </h2>
            {move || asked.get().flatten().and_then(|question| question.help).map(|help| view! { <p>{help}</p> })}
            <div class="session-answers">
                {move || {
                    asked.get().flatten().map(|question| {
                        let lights = question.lights;
                        question
                            .buttons
                            .iter()
                            .enumerate()
                            .map(|(place, button)| answer(button, lights.then_some(place), act))
                            .collect_view()
                    })
                }}
            </div>
        </section>
    }
}

/// An answer; with its light where the question is "how much does it hurt?".
fn answer(asked: &Button, place: Option<usize>, act: Act) -> AnyView {
    let Some(place) = place else { return button::button(asked, act) };
    let action = asked.action.clone();
    let class = ["green", "amber", "red"].get(place).copied().unwrap_or("plain");
    view! {
        <button type="button" class=format!("light {class}") on:click=move |_| act.send(action.clone())>
            {light(place)}
            <span>{asked.label.clone()}{asked.detail.clone().map(|detail| view! { <small>{detail}</small> })}</span>
        </button>
    }
    .into_any()
}

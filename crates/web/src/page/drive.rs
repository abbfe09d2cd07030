//! For drivers: the check while parked, and a track to play.

use counterpose_app::view::{DrivePage, TrackView};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{button, buttons};
use crate::part::card::{card, inside};
use crate::part::choice::choice_field;
use crate::platform::track;
use crate::shell::Act;

pub fn page(page: &DrivePage, act: Act) -> AnyView {
    let fields = page.fields.iter().map(|field| choice_field(field, act)).collect_view();
    view! {
        <div class="page">
            {heading(&page.heading, None)}
            {card(&page.check, "main", act)}
            <section class="card">
                <h2>{page.companion.heading.clone()}</h2>
                {inside(&page.companion, act)}
                {fields}
                {page.make.as_ref().map(|make| view! { <div class="buttons">{button(make, act)}</div> })}
                {page.track.as_ref().map(player)}
            </section>
            {buttons(&page.buttons, act)}
            {page.sources.as_ref().map(|sources| card(sources, "soft", act))}
        </div>
    }
    .into_any()
}

fn player(made: &TrackView) -> AnyView {
    let notes = made.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
    let audio = track::address(made.tone_every, made.stop_after).map(|address| {
        view! { <audio controls preload="auto" src=address aria-label=made.label.clone()></audio> }
    });
    view! { <div class="stack track">{notes}{audio}</div> }.into_any()
}

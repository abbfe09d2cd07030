//! One home test: how it is done, the way it is answered, and the phone or the watch with a number to read from
//! where the person lies.
//!
//! The number follows a signal of its own, so that the page is not redrawn with every tick.

use counterpose_app::view::{FoundCard, GaugeNow, TestPage, TestSide, TiltPart, WatchPart};
use leptos::prelude::*;

use super::heading;
use super::tests::results;
use crate::part::button::{button, buttons};
use crate::part::card::{card, points};
use crate::part::choice::choice_field;
use crate::part::form::{blocks, problem};
use crate::part::source::sources;
use crate::shell::Act;

pub fn page(page: &TestPage, act: Act) -> AnyView {
    let facts = page.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> }).collect_view();
    let sides = page.sides.iter().map(|each| side(each, act)).collect_view();
    let several = if page.sides.len() > 1 { "test-sides two" } else { "test-sides" };
    let ends = (page.keep.is_some() || page.hurts.is_some()).then(|| {
        let keep = page.keep.as_ref().map(|keep| button(keep, act));
        let hurts = page.hurts.as_ref().map(|hurts| button(hurts, act));
        view! { <div class="buttons">{keep} {hurts}</div> }
    });
    view! {
        <div class="page test" data-test=page.id.clone()>
            {heading(&page.heading, Some(&page.lead))}
            <ul class="facts">{facts}</ul>
            {page.not_now.as_ref().map(|why| card(why, "attention", act))}
            {page.problem.as_ref().map(problem)}
            {page.found.as_ref().map(|found| found_card(found, act))}
            {card(&page.steps, "", act)}
            {card(&page.stop, "soft", act)}
            {page.way.as_ref().map(|way| choice_field(way, act))}
            {page.tilt.as_ref().map(|part| tilt(part, act))}
            {page.watch.as_ref().map(|part| watch(part, act))}
            <div class=several>{sides}</div>
            {ends}
            <section class="card soft">
                <h2>{page.error.heading.clone()}</h2>
                {page.error.paragraphs.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view()}
                {sources(&page.sources)}
            </section>
            {buttons(core::slice::from_ref(&page.back), act)}
        </div>
    }
    .into_any()
}

fn found_card(found: &FoundCard, act: Act) -> AnyView {
    view! {
        <section class="card calm">
            <h2>{found.heading.clone()}</h2>
            {results(&found.lines)}
            {buttons(&found.buttons, act)}
        </section>
    }
    .into_any()
}

fn side(side: &TestSide, act: Act) -> AnyView {
    let heading = side.heading.clone().map(|heading| view! { <h2>{heading}</h2> });
    view! {
        <section class="card">
            {heading}
            {buttons(&side.buttons, act)}
            <div class="stack fields">{blocks(&side.blocks, act)}</div>
        </section>
    }
    .into_any()
}

fn tilt(part: &TiltPart, act: Act) -> AnyView {
    let takes = (!part.takes.is_empty()).then(|| {
        let takes = part.takes.iter().map(|take| view! { <li>{take.clone()}</li> }).collect_view();
        view! { <ol class="takes">{takes}</ol> }
    });
    view! {
        <section class="card main tilt" id="tilt" tabindex="-1">
            <h2>{part.heading.clone()}</h2>
            {part.trouble.clone().map(|trouble| view! { <p class="problem" role="status">{trouble}</p> })}
            {points(&part.steps, true)}
            {part.trouble.is_none().then(|| gauge(act))}
            {takes}
            {part.note.clone().map(|note| view! { <p>{note}</p> })}
            {buttons(&part.buttons, act)}
        </section>
    }
    .into_any()
}

fn watch(part: &WatchPart, act: Act) -> AnyView {
    view! {
        <section class="card main tilt">
            {part.heading.clone().map(|heading| view! { <h2>{heading}</h2> })}
            {gauge(act)}
            {part.stop.as_ref().map(|stop| view! { <div class="buttons">{button(stop, act)}</div> })}
        </section>
    }
    .into_any()
}

/// The number, huge, with what is to be done and how still it is.
fn gauge(act: Act) -> Option<AnyView> {
    let shown = act.shown()?;
    let part = move |take: fn(&GaugeNow) -> Option<String>| {
        Memo::new(move |_| shown.gauge.with(|now| now.as_ref().and_then(take)))
    };
    let number = part(|now| Some(now.number.clone()));
    let state = part(|now| Some(now.state.clone()));
    let seconds = part(|now| now.seconds.clone());
    let stillness = part(|now| now.stillness.clone());
    let caption = part(|now| now.caption.clone());
    let still = Memo::new(move |_| shown.gauge.with(|now| now.as_ref().map(|now| now.still.as_str())));
    Some(
        view! {
            <div class="gauge" data-still=move || still.get()>
                <p class="gauge-state">{move || state.get()}</p>
                <p class="gauge-number">{move || number.get()}</p>
                <p class="gauge-seconds">{move || seconds.get()}</p>
                <p class="gauge-still">{move || stillness.get()}</p>
                <p class="gauge-caption">{move || caption.get()}</p>
            </div>
        }
        .into_any(),
    )
}

//! The day: what to do first, the session, and the small things around it.

use counterpose_app::view::{CheckInCard, InfoCard, SessionCard, TodayPage};
use leptos::prelude::*;

use super::heading;
use crate::part::button::{button, buttons};
use crate::part::card::{card, points};
use crate::part::figure::small;
use crate::shell::Act;

pub fn page(page: &TodayPage, act: Act) -> AnyView {
    let part = |info: &Option<InfoCard>, look| info.as_ref().map(|info| card(info, look, act));
    view! {
        <div class="page wide today">
            {heading(&page.heading, page.lead.as_deref())}
            <div class="today-main">
                {part(&page.stop, "urgent")}
                {page.check_in.as_ref().map(|check_in| check_in_card(check_in, act))}
                {page.session.as_ref().map(|session| session_card(session, act))}
                {part(&page.evening, "attention")}
                {part(&page.ask, "")}
                {part(&page.asking, "")}
                {part(&page.test, "soft")}
                {part(&page.done, "calm")}
                {part(&page.tomorrow, "")}
            </div>
            <div class="today-side">
                {part(&page.remind, "")}
                {part(&page.habit, "soft")}
                {part(&page.drive, "soft")}
            </div>
        </div>
    }
    .into_any()
}

fn check_in_card(check_in: &CheckInCard, act: Act) -> AnyView {
    view! {
        <section class="card attention">
            <h2>{check_in.heading.clone()}</h2>
            {check_in.why.clone().map(|why| view! { <p>{why}</p> })}
            {points(&check_in.list, false)}
            {buttons(&check_in.buttons, act)}
        </section>
    }
    .into_any()
}

fn session_card(session: &SessionCard, act: Act) -> AnyView {
    let facts = session.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> }).collect_view();
    view! {
        <section class="card main session-card">
            {session.figure.as_ref().and_then(small)}
            <div class="stack">
                <h2>{session.heading.clone()}</h2>
                <ul class="facts">{facts}</ul>
                {points(&session.exercises, false)}
                {session.hint.clone().map(|hint| view! { <p class="small">{hint}</p> })}
                {session.button.as_ref().map(|start| view! { <div class="buttons">{button(start, act)}</div> })}
            </div>
        </section>
    }
    .into_any()
}

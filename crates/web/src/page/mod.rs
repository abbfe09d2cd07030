//! The pages, one file each: from a view model to elements.

mod about;
mod account;
mod card;
mod drive;
mod exercise;
mod finished;
mod form;
mod handout;
mod library;
mod loading;
mod plan;
mod progress;
mod ready;
mod reminders;
mod result;
mod safety;
mod selftest;
pub mod session;
mod settings;
mod tests;
mod today;
mod welcome;

use counterpose_app::view::Page;
use leptos::prelude::*;

use crate::shell::Act;

/// Draws a page.
pub fn page(page: &Page, act: Act) -> AnyView {
    match page {
        Page::Loading(page) => loading::page(page),
        Page::Welcome(page) => welcome::page(page, act),
        Page::Form(page) => form::page(page, act),
        Page::Result(page) => result::page(page, act),
        Page::Safety(page) => safety::page(page, act),
        Page::Today(page) => today::page(page, act),
        Page::Ready(page) => ready::page(page, act),
        // Drawn by `frame`, once for the whole session.
        Page::Session(_) => ().into_any(),
        Page::Finished(page) => finished::page(page, act),
        Page::Card(page) => card::page(page, act),
        Page::Drive(page) => drive::page(page, act),
        Page::Plan(page) => plan::page(page, act),
        Page::Handout(page) => handout::page(page, act),
        Page::Library(page) => library::page(page, act),
        Page::Exercise(page) => exercise::page(page, act),
        Page::Progress(page) => progress::page(page, act),
        Page::Tests(page) => tests::page(page, act),
        Page::Test(page) => selftest::page(page, act),
        Page::Reminders(page) => reminders::page(page, act),
        Page::Account(page) => account::page(page, act),
        Page::Settings(page) => settings::page(page, act),
        Page::About(page) => about::page(page, act),
    }
}

/// The heading every page begins with; it takes the focus when the page is shown.
fn heading(text: &str, lead: Option<&str>) -> AnyView {
    let lead = lead.map(|lead| view! { <p class="lead">{lead.to_owned()}</p> });
    view! { <header><h1 tabindex="-1">{text.to_owned()}</h1>{lead}</header> }.into_any()
}

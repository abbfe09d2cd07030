//! What surrounds every page: skip link, name, main pages, the safety net (always in the same corner), notices,
//! and the two regions through which screen readers are told things.

use counterpose_app::Route;
use counterpose_app::view::{Frame, NavigationItem, Page};
use leptos::prelude::*;

use super::button::follow;
use super::card::notice;
use super::icon::{Icon, icon};
use crate::page;
use crate::platform::{address, screen};
use crate::shell::{Act, Shown};

/// Everything on the screen.
pub fn whole(act: Act, shown: Shown) -> impl IntoView {
    Effect::new(move |_| {
        shown.frame.with(|frame| {
            let language = (frame.language.as_str(), frame.direction);
            screen::dress(frame.theme, frame.text_size, language, &frame.title);
        });
    });
    let number = Memo::new(move |_| shown.frame.with(|frame| frame.page_number));
    // The session keeps its elements from beginning to end and follows the signals by itself.
    let in_session = Memo::new(move |_| shown.page.with(|page| matches!(page, Page::Session(_))));
    let mirrored = Memo::new(move |_| shown.frame.with(|frame| frame.mirrored));
    let full = Memo::new(move |_| shown.frame.with(|frame| frame.full_screen));
    view! {
        <div class="frame" class:full=full class:mirrored=mirrored>
            <a class="skip-link" href="#main" on:click=skip>{move || shown.frame.with(|frame| frame.skip.clone())}</a>
            <header class="top">{move || shown.frame.with(|frame| top(frame, act))}</header>
            <main id="main" tabindex="-1">
                {move || shown.frame.with(|frame| notices(frame, act))}
                // A new page gets new elements, so nothing of the old one (a focus, an open fold) is left in it.
                <For each=move || [number.get()] key=|number| *number let(_number)>
                    {move || {
                        if in_session.get() {
                            page::session::page(shown, act)
                        } else {
                            shown.page.with(|shown_page| page::page(shown_page, act))
                        }
                    }}
                </For>
            </main>
            <p class="unseen" role="status">{shown.polite}</p>
            <p class="unseen" role="alert">{shown.urgent}</p>
        </div>
    }
}

/// The address is the router's, so the skip link moves the focus itself.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    screen::to_element("main");
}

fn top(frame: &Frame, act: Act) -> AnyView {
    let home = Route::Today;
    let safety = frame.safety.clone();
    let route = safety.leads_to().cloned().unwrap_or(Route::Safety);
    view! {
        <a class="brand" href=address::href(&home) on:click=follow(&home, act)>{icon(Icon::Brand)} {frame.brand.clone()}</a>
        {tabs(frame, act)}
        <a class="safety" href=address::href(&route) on:click=follow(&route, act)>{icon(Icon::Safety)} {safety.label}</a>
    }
    .into_any()
}

fn tabs(frame: &Frame, act: Act) -> Option<AnyView> {
    (!frame.navigation.is_empty()).then(|| {
        let items = frame.navigation.iter().map(|item| tab(item, act)).collect_view();
        view! { <nav class="tabs" aria-label=frame.navigation_label.clone()>{items}</nav> }.into_any()
    })
}

fn tab(item: &NavigationItem, act: Act) -> AnyView {
    let current = item.current.then_some("page");
    view! {
        <a href=address::href(&item.route) aria-current=current on:click=follow(&item.route, act)>
            {icon(Icon::of_route(&item.route))} <span>{item.label.clone()}</span>
        </a>
    }
    .into_any()
}

fn notices(frame: &Frame, act: Act) -> Option<AnyView> {
    (!frame.notices.is_empty()).then(|| {
        let items = frame.notices.iter().map(|each| notice(each, act)).collect_view();
        view! { <ul class="notices plain" aria-label=frame.notices_label.clone()>{items}</ul> }.into_any()
    })
}

//! What this is, and the way in.

use counterpose_app::view::WelcomePage;
use leptos::prelude::*;

use super::heading;
use crate::part::button::button;
use crate::part::icon::{Icon, icon};
use crate::shell::Act;

pub fn page(page: &WelcomePage, act: Act) -> AnyView {
    let points =
        page.points.iter().map(|point| view! { <li><span>{point.clone()}</span></li> }).collect_view();
    let languages = (!page.languages.is_empty()).then(|| {
        let all = page
            .languages
            .iter()
            .map(|choice| view! { <span lang=choice.tag.clone()>{button(&choice.button, act)}</span> })
            .collect_view();
        view! { <div class="languages">{all}</div> }
    });
    view! {
        <div class="page hero">
            {icon(Icon::Brand)}
            {heading(&page.heading, Some(&page.lead))}
            <ul class="points">{points}</ul>
            <div class="buttons">{button(&page.begin, act)} {button(&page.more, act)}</div>
            {languages}
            <p class="small">{page.intended_use.clone()}</p>
        </div>
    }
    .into_any()
}

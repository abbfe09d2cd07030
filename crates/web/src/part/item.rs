//! An exercise or habit in a list: picture, name, one sentence, dose; the whole card leads to its page.

use counterpose_app::view::ItemCard;
use leptos::prelude::*;

use super::button::follow;
use super::figure::small;
use crate::platform::address;
use crate::shell::Act;

/// What the list of cards stands under; the names in it are the next level of heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The page's own heading.
    Page,
    /// A section's heading.
    Section,
}

/// The card. `below` stands under it, outside the link.
pub fn item(item: &ItemCard, under: Under, below: Option<AnyView>, act: Act) -> AnyView {
    let picture = item.figure.as_ref().and_then(small);
    let class = if picture.is_some() { "item" } else { "item bare" };
    let name = match item.open.leads_to() {
        Some(route) => view! {
            <a class="cover" href=address::href(route) on:click=follow(route, act)>{item.name.clone()}</a>
        }
        .into_any(),
        None => view! { <span>{item.name.clone()}</span> }.into_any(),
    };
    let name = match under {
        Under::Page => view! { <h2 class="name">{name}</h2> }.into_any(),
        Under::Section => view! { <h3 class="name">{name}</h3> }.into_any(),
    };
    view! {
        <li data-item=item.id.clone()>
            <div class=class>
                {picture}
                <div>
                    {name}
                    {item.dose.clone().map(|dose| view! { <p class="dose">{dose}</p> })}
                    {(!item.summary.is_empty()).then(|| view! { <p class="small">{item.summary.clone()}</p> })}
                </div>
            </div>
            {below}
        </li>
    }
    .into_any()
}

/// Cards in a list right under the page's heading; nothing where there are none.
pub fn items(list: &[ItemCard], act: Act) -> Option<AnyView> {
    (!list.is_empty()).then(|| {
        let cards = list.iter().map(|each| item(each, Under::Page, None, act)).collect_view();
        view! { <ul class="items">{cards}</ul> }.into_any()
    })
}

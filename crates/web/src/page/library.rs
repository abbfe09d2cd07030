//! Every exercise, to search and to narrow.

use counterpose_app::view::LibraryPage;
use leptos::prelude::*;

use super::heading;
use super::plan::folded_list;
use crate::part::card::card;
use crate::part::choice::{list, number_field};
use crate::part::item::items;
use crate::shell::Act;

pub fn page(page: &LibraryPage, act: Act) -> AnyView {
    let filters = page.filters.iter().map(|filter| list(filter, act)).collect_view();
    view! {
        <div class="page wide">
            {heading(&page.heading, None)}
            <search class="filters">{number_field(&page.search, act)} {filters}</search>
            <p class="small" role="status">{page.count.clone()}</p>
            {page.reading.as_ref().map(|list| folded_list(list, "reading", act))}
            {items(&page.items, act)}
            {page.empty.as_ref().map(|empty| card(empty, "soft", act))}
        </div>
    }
    .into_any()
}

//! The whole chain of reasons behind one item of the plan.

use counterpose_app::view::{ChainView, SourceView};
use leptos::prelude::*;

use super::source::sources;

/// One chain: from an answer, through what we expect, to what would change our mind.
pub fn chain(chain: &ChainView) -> AnyView {
    view! {
        <dl class="chain">
            {pair(&chain.from_label, &chain.from)}
            {pair(&chain.rule_label, &chain.rule)}
            {pair(&chain.mechanism_label, &chain.mechanism)}
            {cited(&chain.for_label, &chain.sources_for)}
            {cited(&chain.against_label, &chain.sources_against)}
            {pair(&chain.would_change_label, &chain.would_change)}
        </dl>
    }
    .into_any()
}

fn pair(label: &str, text: &str) -> AnyView {
    view! { <div><dt>{label.to_owned()}</dt><dd>{text.to_owned()}</dd></div> }.into_any()
}

fn cited(label: &str, list: &[SourceView]) -> Option<AnyView> {
    sources(list).map(|sources| view! { <div><dt>{label.to_owned()}</dt><dd>{sources}</dd></div> }.into_any())
}

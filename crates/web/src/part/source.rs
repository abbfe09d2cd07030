//! Sources and claims: who says so, who says otherwise, and how sure that lets one be.

use counterpose_app::view::{ClaimView, SourceView};
use leptos::prelude::*;

/// A source as one would cite it; its address is a link that leaves the app.
pub fn source(source: &SourceView) -> AnyView {
    let citation = source.citation.clone();
    let text = match source.address.clone() {
        Some(address) => {
            view! { <a href=address target="_blank" rel="noopener noreferrer external">{citation}</a> }
                .into_any()
        }
        None => view! { <span>{citation}</span> }.into_any(),
    };
    view! { <span class="source">{text}" " <span class="tag">{source.kind.clone()}</span></span> }.into_any()
}

/// Sources in a list.
pub fn sources(list: &[SourceView]) -> Option<AnyView> {
    (!list.is_empty()).then(|| {
        let items = list.iter().map(|each| view! { <li>{source(each)}</li> }).collect_view();
        view! { <ul class="plain">{items}</ul> }.into_any()
    })
}

/// A claim with its source.
pub fn claim(claim: &ClaimView) -> AnyView {
    let tag = if claim.speaks_for { "tag for" } else { "tag against" };
    view! {
        <li class="claim">
            <p><span class=tag>{claim.stance.clone()}</span> " " {claim.text.clone()}</p>
            <p class="small">{claim.grade.clone()}</p>
            {source(&claim.source)}
        </li>
    }
    .into_any()
}

/// Claims in a list.
pub fn claims(list: &[ClaimView]) -> AnyView {
    let items = list.iter().map(claim).collect_view();
    view! { <ul class="plain stack">{items}</ul> }.into_any()
}

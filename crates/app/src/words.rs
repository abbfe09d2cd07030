//! Short ways to the texts, so that a page reads like the page.
//!
//! What this module does not do: hold words. They stand in the Fluent files.

use counterpose_content::{Arg, Texts};
use counterpose_quantity::Side;

use crate::action::Action;
use crate::route::Route;
use crate::view::{Button, Emphasis, Fold, InfoCard};

/// A button with the text of a key.
pub fn button(texts: &Texts, key: &str, emphasis: Emphasis, action: Action) -> Button {
    Button { label: texts.get(key), detail: None, action, emphasis }
}

/// A link with the text of a key.
pub fn link(texts: &Texts, key: &str, emphasis: Emphasis, route: Route) -> Button {
    button(texts, key, emphasis, Action::Go(route))
}

/// A card with the heading of a key and nothing in it yet.
pub fn card(heading: String) -> InfoCard {
    InfoCard { heading, paragraphs: Vec::new(), points: Vec::new(), numbered: false, buttons: Vec::new() }
}

/// A count in the words of a key, which takes `$n`.
pub fn count(texts: &Texts, key: &str, n: impl Into<i64>) -> String {
    texts.format(key, &[("n", Arg::from(n.into()))])
}

/// A number without a needless `.0`.
pub fn plain(number: f64) -> Arg<'static> {
    let rounded = (number * 10.0).round() / 10.0;
    if (rounded - rounded.trunc()).abs() < f64::EPSILON && rounded.abs() < 1e15 {
        #[allow(clippy::cast_possible_truncation, reason = "whole and within bounds, as just checked")]
        Arg::from(rounded as i64)
    } else {
        Arg::from(rounded)
    }
}

/// "left" or "right".
pub fn side(texts: &Texts, side: Side) -> String {
    texts.get(match side {
        Side::Left => "side-left",
        Side::Right => "side-right",
    })
}

/// The numbered texts `<stem>-1`, `<stem>-2` and on, as many as there are.
pub fn numbered(texts: &Texts, stem: &str) -> Vec<String> {
    (1..=99).map_while(|n| texts.find(&format!("{stem}-{n}"))).collect()
}

/// A button that folds something open and shut again; `key` names what, on the page that is shown.
pub(crate) fn fold(label: String, key: String, open: bool) -> Fold {
    let action = Action::Unfold(key);
    Fold { button: Button { label, detail: None, action, emphasis: Emphasis::Quiet }, open }
}

//! The buttons: pause in the middle, back and skip beside it, "it hurts" with less and more; the rest below.
//!
//! Every button has its place for the whole session; one that can do nothing now is dimmed and stays, so nobody
//! presses what was something else a moment ago.

use counterpose_app::Action;
use counterpose_app::action::SessionCommand;
use leptos::prelude::*;

use super::sign::{Sign, sign};
use super::{key_of, part_of_page};
use crate::shell::{Act, Shown};

/// The identifier of the button in the middle.
pub const MIDDLE: &str = "session-pause";

/// The buttons.
pub fn controls(shown: Shown, act: Act) -> impl IntoView {
    use SessionCommand as C;
    view! {
        <div class="session-controls">
            {slot(shown, act, "back", &[C::Back], &[Sign::Back])}
            {slot(shown, act, "pause", &[C::Pause, C::Resume], &[Sign::Pause, Sign::Go])}
            {slot(shown, act, "skip", &[C::Skip], &[Sign::Skip])}
            {slot(shown, act, "less", &[C::Less], &[Sign::Less])}
            {slot(shown, act, "hurts", &[C::Hurts], &[Sign::Hurts])}
            {slot(shown, act, "more", &[C::More], &[Sign::More])}
            {slot(shown, act, "side", &[C::SwitchSide], &[Sign::Sides])}
            {slot(shown, act, "out", &[C::LeaveOut], &[Sign::Out])}
            {slot(shown, act, "sound", &[C::Mute, C::Unmute], &[Sign::Sound, Sign::Silence])}
            {slot(shown, act, "leave", &[C::Leave], &[Sign::Leave])}
        </div>
    }
}

/// What a place shows: the command, its words, and whether it can be pressed.
#[derive(Clone, Debug, PartialEq)]
struct Face {
    place: usize,
    command: SessionCommand,
    label: String,
    enabled: bool,
}

/// A place for one of several commands, whichever the page offers now.
fn slot(
    shown: Shown,
    act: Act,
    class: &'static str,
    commands: &'static [SessionCommand],
    signs: &'static [Sign],
) -> impl IntoView {
    let all = part_of_page(shown, |page| page.controls.clone());
    let face = Memo::new(move |_| {
        let controls = all.get()?;
        let found = controls.into_iter().find(|control| commands.contains(&control.command))?;
        let place = commands.iter().position(|command| *command == found.command)?;
        Some(Face { place, command: found.command, label: found.label, enabled: found.enabled })
    });
    let press = move |_| {
        if let Some(face) = face.get_untracked().filter(|face| face.enabled) {
            act.send(Action::InSession(face.command));
        }
    };
    // Dimmed rather than disabled: a disabled button would throw the keyboard's focus away.
    let disabled = move || face.with(|face| (!face.as_ref().is_some_and(|face| face.enabled)).to_string());
    let sign_now = move || {
        let place = face.with(|face| face.as_ref().map_or(0, |face| face.place));
        signs.get(place).map(|shape| sign(*shape))
    };
    view! {
        <button type="button" id=format!("session-{class}") class=format!("control {class}") aria-disabled=disabled
            aria-keyshortcuts=commands.first().and_then(|command| key_of(*command)) on:click=press>
            {sign_now}
            <span>{move || face.with(|face| face.as_ref().map(|face| face.label.clone()))}</span>
        </button>
    }
}

//! A picture to walk round: drawn sideways with a finger, by two buttons, by the arrow keys; and a movement that plays.
//!
//! What is drawn comes from outside; here is only the turn. Each picture is drawn once and kept (see `figure`). What
//! this module does not do: keep the session's time.

use core::cell::Cell;
use std::rc::Rc;

use counterpose_app::view::{Movement, TurnWords};
use counterpose_figure::Turn;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::figure;
use crate::platform::js::Frames;
use crate::platform::{measure, screen};

/// Pixels of a finger's way for one step.
const STEP_PX: i32 = 18;
/// Pictures between the two ends of a movement.
pub const FRAMES: f64 = 20.0;

/// The picture with what turns it. `class` goes to the picture itself.
pub fn turnable(
    class: &'static str,
    words: &TurnWords,
    turn: RwSignal<Turn>,
    svg: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let held = StoredValue::new(None::<(i32, Turn)>);
    let down = move |event: PointerEvent| {
        if on_button(&event) {
            return;
        }
        held.set_value(Some((event.client_x(), turn.get_untracked())));
        if let Some(own) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _held = own.set_pointer_capture(event.pointer_id());
        }
    };
    let moved = move |event: PointerEvent| {
        let Some((from_px, began)) = held.get_value() else { return };
        let way = (event.client_x() - from_px) / STEP_PX;
        let next = began.by(if in_mirror(&event) { way } else { -way });
        if next != turn.get_untracked() {
            turn.set(next);
        }
    };
    let let_go = move |_: PointerEvent| held.set_value(None);
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        // The page's own keys are for when the picture has no focus.
        event.prevent_default();
        event.stop_propagation();
        turn.update(|turn| *turn = turn.by(by));
    };
    let button = |class: &'static str, label: &str, by: i32| {
        view! {
            <button type="button" class=class aria-label=label.to_owned()
                on:click=move |_| turn.update(|turn| *turn = turn.by(by))>
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M14 6l-6 6 6 6" /></svg>
            </button>
        }
    };
    view! {
        <div class="turnable" role="group" tabindex="0" aria-label=words.group.clone() on:keydown=key
            on:pointerdown=down on:pointermove=moved on:pointerup=let_go on:pointercancel=let_go>
            <div class=class aria-hidden="true" inner_html=svg></div>
            {button("turn left", &words.left, -2)}
            {button("turn right", &words.right, 2)}
        </div>
    }
    .into_any()
}

fn on_button(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("button").ok().flatten().is_some())
}

fn in_mirror(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".mirrored").ok().flatten().is_some())
}

/// A movement that plays over and over, until it is stopped. Where motion is not wanted it stands still at first, with
/// its key poses side by side below, unless the page shows them anyway.
pub fn playing(movement: &Movement, with_ends: bool) -> AnyView {
    let turn = RwSignal::new(Turn::FRONT);
    let ran_ms = RwSignal::new(0_u64);
    let plays = RwSignal::new(!screen::wants_no_motion());
    let clock: StoredValue<Option<Frames>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let frames = plays.get().then(|| {
            let last = Rc::new(Cell::new(None::<f64>));
            Frames::new(move || {
                let now = measure::now_ms();
                let passed = last.replace(Some(now)).map_or(0.0, |last| (now - last).clamp(0.0, 100.0));
                ran_ms.try_update(|ran| *ran = ran.wrapping_add(passed.round() as u64));
            })
        });
        clock.set_value(frames);
    });
    let (shown, label) = (movement.clone(), (movement.play.clone(), movement.stop.clone()));
    let now = Memo::new(move |_| {
        let mut now = shown.at(ran_ms.get())?;
        now.fraction = (now.fraction * FRAMES).round() / FRAMES;
        Some(now)
    });
    let svg = move || {
        let now = now.get()?;
        figure::kept(&now, "movement", turn.get())
    };
    let words = move || if plays.get() { label.1.clone() } else { label.0.clone() };
    view! {
        <div class="movement">
            {turnable("figure", &movement.turn, turn, move || svg().unwrap_or_default())}
            {(with_ends && screen::wants_no_motion()).then(|| figure::row(&movement.ends()))}
            <button type="button" class="button quiet" on:click=move |_| plays.update(|plays| *plays = !*plays)>
                {words}
            </button>
        </div>
    }
    .into_any()
}

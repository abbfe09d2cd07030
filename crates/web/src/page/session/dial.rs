//! The dial: the countdown in the middle, the step's time around it, and a disc that breathes or moves with the
//! person behind it.
//!
//! Sizes are SVG attributes, for the page's policy allows no inline style. Where motion is not wanted the disc stays
//! still and the word alone leads. What this module does not do: keep time.

use leptos::prelude::*;

use super::part_of_now;
use crate::platform::screen;
use crate::shell::Shown;

/// The ring's radius, in units of the drawing.
const RING: f64 = 92.0;
/// The disc's radius when empty and when full.
const DISC: (f64, f64) = (42.0, 82.0);
/// Steps of the ring and of the disc: finer ones cannot be seen.
const STEPS: f64 = 240.0;

/// The dial.
pub fn dial(shown: Shown) -> impl IntoView {
    let still = screen::wants_no_motion();
    let countdown = part_of_now(shown, |now| now.countdown.clone());
    let unit = part_of_now(shown, |now| now.unit.clone());
    let long = part_of_now(shown, |now| now.countdown.chars().count() > 2);
    let ring = part_of_now(shown, |now| stepped(1.0 - now.step_fraction));
    let pace = part_of_now(shown, |now| now.pace.as_ref().map(|pace| pace.label.clone()));
    let full = part_of_now(shown, |now| now.pace.as_ref().map(|pace| stepped(pace.fraction)));
    let kind = part_of_now(shown, |now| now.kind.clone());
    let dashes = move || {
        let round = 2.0 * core::f64::consts::PI * RING;
        format!("{:.1} {round:.1}", round * ring.get().unwrap_or_default())
    };
    let radius = move || {
        let fraction = if still { Some(1.0) } else { full.get().flatten() };
        format!("{:.1}", DISC.0 + (DISC.1 - DISC.0) * fraction.unwrap_or_default())
    };
    let paced = move || full.get().flatten().is_some();
    view! {
        <div class="dial">
            <svg viewBox="0 0 200 200" aria-hidden="true" focusable="false">
                <circle class="dial-disc" class:off=move || !paced() cx="100" cy="100" r=radius />
                <circle class="dial-track" cx="100" cy="100" r=RING.to_string() />
                <circle class="dial-ring" cx="100" cy="100" r=RING.to_string() stroke-dasharray=dashes
                    transform="rotate(-90 100 100)" />
            </svg>
            <p class="dial-kind">{move || pace.get().flatten().or_else(|| kind.get())}</p>
            // Counts silently: screen readers hear steps begin and 3, 2, 1.
            <p class="dial-count" class:long=move || long.get() == Some(true) role="timer" aria-live="off">
                {move || countdown.get()}
            </p>
            <p class="dial-unit">{move || unit.get().flatten()}</p>
        </div>
    }
}

fn stepped(fraction: f64) -> f64 {
    (fraction.clamp(0.0, 1.0) * STEPS).round() / STEPS
}

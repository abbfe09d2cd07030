//! The drive companion as something the browser plays: the track of the pure engine as a file in memory.
//!
//! One track is held at a time. Silence is most of it and is held once while the file is put together. What this module
//! does not do: play it; the person starts the page's own player, which goes on with the screen off.

use core::cell::RefCell;

use counterpose_coach::reminder::track::{SAMPLES_PER_SECOND, Track};
use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// What a track was made from, and its address.
type Made = ((Option<u16>, u16), String);

thread_local! {
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
}

/// The address of a track; made when it is first asked for. `None` where it cannot be made.
#[must_use]
pub fn address(tone_every: Option<u16>, stop_after: u16) -> Option<String> {
    let wanted = (tone_every, stop_after);
    let known =
        MADE.with_borrow(|made| made.as_ref().filter(|(of, _)| *of == wanted).map(|(_, at)| at.clone()));
    if known.is_some() {
        return known;
    }
    let address = make(&Track::new(tone_every, stop_after).ok()?)?;
    let old = MADE.replace(Some((wanted, address.clone())));
    if let Some((_, old)) = old {
        let _gone = Url::revoke_object_url(&old);
    }
    Some(address)
}

fn make(track: &Track) -> Option<String> {
    let parts = Array::new();
    let mut silence: Option<(Vec<u8>, Uint8Array)> = None;
    for piece in track.wav() {
        let quiet =
            piece.len() == SAMPLES_PER_SECOND as usize && piece.iter().all(|sample| *sample == piece[0]);
        match &silence {
            Some((known, held)) if quiet && *known == piece => {
                parts.push(held);
            }
            _ => {
                let held = Uint8Array::from(piece.as_slice());
                parts.push(&held);
                if quiet {
                    silence = Some((piece, held));
                }
            }
        }
    }
    let bag = BlobPropertyBag::new();
    bag.set_type("audio/wav");
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &bag).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

//! Short tones made on the spot: no file to load, nothing to wait for.
//!
//! Soft sines with rounded edges; a browser that has no audio stays silent, for every tone has its words on the
//! screen. What this module does not do: decide when.

use core::cell::RefCell;

use counterpose_app::effect::Tone;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

/// One note: how high, when it begins and how long it sounds, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Note {
    hertz: f32,
    after_s: f64,
    for_s: f64,
}

const fn note(hertz: f32, after_s: f64, for_s: f64) -> Note {
    Note { hertz, after_s, for_s }
}

const LOUDEST: f32 = 0.25;
const EDGE_S: f64 = 0.02;

fn notes(tone: Tone) -> &'static [Note] {
    const START: [Note; 2] = [note(523.25, 0.0, 0.14), note(783.99, 0.14, 0.28)];
    const COUNT: [Note; 1] = [note(587.33, 0.0, 0.11)];
    const END: [Note; 2] = [note(783.99, 0.0, 0.14), note(523.25, 0.14, 0.30)];
    const SIDE: [Note; 3] = [note(659.26, 0.0, 0.12), note(523.25, 0.14, 0.12), note(659.26, 0.28, 0.24)];
    const FINISHED: [Note; 3] = [note(523.25, 0.0, 0.18), note(659.26, 0.18, 0.18), note(783.99, 0.36, 0.5)];
    match tone {
        Tone::Start => &START,
        Tone::Count => &COUNT,
        Tone::End => &END,
        Tone::Side => &SIDE,
        Tone::Finished => &FINISHED,
    }
}

/// The browser's audio, once it was needed.
#[derive(Debug, Default)]
pub struct Tones {
    context: RefCell<Option<AudioContext>>,
}

impl Tones {
    /// Wakes the audio. Browsers allow it only while the person taps something, so this is called on every tap
    /// until it has worked.
    pub fn wake(&self) {
        if let Some(context) = self.context()
            && context.state() == AudioContextState::Suspended
        {
            let _allowed = context.resume();
        }
    }

    /// Plays a tone now.
    pub fn play(&self, tone: Tone) {
        self.wake();
        if let Some(context) = self.context() {
            for note in notes(tone) {
                let _silent = sound(&context, *note);
            }
        }
    }

    fn context(&self) -> Option<AudioContext> {
        let mut held = self.context.borrow_mut();
        if held.is_none() {
            *held = AudioContext::new().ok();
        }
        held.clone()
    }
}

fn sound(context: &AudioContext, note: Note) -> Result<(), JsValue> {
    let (oscillator, volume) = (context.create_oscillator()?, context.create_gain()?);
    let begin = context.current_time() + note.after_s;
    let end = begin + note.for_s;
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(note.hertz);
    let gain = volume.gain();
    gain.set_value_at_time(0.0, begin)?;
    gain.linear_ramp_to_value_at_time(LOUDEST, begin + EDGE_S)?;
    gain.linear_ramp_to_value_at_time(0.0, end)?;
    oscillator.connect_with_audio_node(&volume)?;
    volume.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(begin)?;
    oscillator.stop_with_when(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_are_short_and_can_be_told_apart() {
        let all = [Tone::Start, Tone::Count, Tone::End, Tone::Side, Tone::Finished];
        for (place, tone) in all.into_iter().enumerate() {
            let end = notes(tone).iter().map(|note| note.after_s + note.for_s).fold(0.0, f64::max);
            assert!(end < 1.0 && notes(tone).iter().all(|note| note.for_s > 2.0 * EDGE_S));
            assert!(all[..place].iter().all(|other| notes(*other) != notes(tone)));
        }
    }
}

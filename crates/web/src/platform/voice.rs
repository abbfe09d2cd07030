//! Spoken cues through voices that run on this device, and no others.
//!
//! Many browsers list voices that send the text to a server: those are never used. Where no voice of the language
//! is on the device nothing is said; the caption stands on the screen and tones mark the time. One thing is said
//! at a time.

use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::js::{self, Listener};

/// A little slower than reading aloud: it is followed with the body.
const RATE: f32 = 0.95;

/// Whether something can be said in this language.
#[must_use]
pub fn available(language: &str) -> bool {
    voice(language).is_some()
}

/// Says it; `interrupt` stops what is being said first, otherwise it waits for its turn.
pub fn speak(text: &str, language: &str, interrupt: bool) {
    let (Some(speech), Some(voice)) = (speech(), voice(language)) else { return };
    if interrupt {
        speech.cancel();
    }
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_voice(Some(&voice));
    utterance.set_lang(&voice.lang());
    utterance.set_rate(RATE);
    speech.speak(&utterance);
}

/// Stops speaking.
pub fn hush() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

/// Browsers load their voices late: calls back when the list changes.
#[must_use]
pub fn watch(mut on: impl FnMut() + 'static) -> Option<Listener> {
    Some(Listener::new(speech()?.as_ref(), "voiceschanged", move |_| on()))
}

fn speech() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    // Some browsers have none; the binding would answer with `undefined` in disguise.
    js::get(&window, "speechSynthesis")?;
    window.speech_synthesis().ok()
}

fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices: Vec<SpeechSynthesisVoice> = speech()?
        .get_voices()
        .iter()
        .map(wasm_bindgen::JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .filter(SpeechSynthesisVoice::local_service)
        .collect();
    let facts: Vec<(String, bool)> = voices.iter().map(|voice| (voice.lang(), voice.default())).collect();
    voices.into_iter().nth(best(&facts, language)?)
}

/// The place of the voice that fits best: this very language before another of its kind, the default first.
fn best(voices: &[(String, bool)], language: &str) -> Option<usize> {
    let wanted = plain(language);
    let kind = wanted.split('-').next().unwrap_or_default();
    let fit = |(spoken, default): &(String, bool)| {
        let spoken = plain(spoken);
        let same_kind = spoken.split('-').next() == Some(kind);
        same_kind.then_some((spoken == wanted, *default))
    };
    let scored = voices.iter().enumerate().filter_map(|(place, voice)| Some((fit(voice)?, place)));
    scored.max_by_key(|(fit, place)| (*fit, core::cmp::Reverse(*place))).map(|(_, place)| place)
}

/// Android writes `en_GB`, everybody else `en-GB`.
fn plain(language: &str) -> String {
    language.replace('_', "-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_wins_then_the_default_then_the_first() {
        let voices: Vec<(String, bool)> =
            [("de-DE", true), ("en-US", false), ("en_GB", false), ("en-AU", true)]
                .map(|(language, default)| (language.to_owned(), default))
                .into();
        assert_eq!(best(&voices, "en-GB"), Some(2));
        assert_eq!(best(&voices, "en"), Some(3));
        assert_eq!(best(&voices, "de"), Some(0));
        assert_eq!(best(&voices, "fr"), None);
        assert_eq!(best(&voices[1..3], "en"), Some(0));
        assert_eq!(best(&[], "en"), None);
    }
}

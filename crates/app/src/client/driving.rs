//! The page for drivers: the set-up check while parked, and a track for the drive that needs no screen and no hand.
//!
//! While the car moves there is at most one quiet tone that means "settle evenly", and a call to stop and walk after two
//! hours at most. What this module does not do: make the sound; `coach` does, and the shell plays it.

use counterpose_coach::intake::Activity;
use counterpose_coach::reminder::track::{Cue, LONGEST_MINUTES, Track};
use counterpose_content::Arg;
use serde_json::{Value, json};

use super::Client;
use crate::action::{Action, Field};
use crate::effect::Effect;
use crate::flow::draft::{Answers, Draft, Given};
use crate::flow::fields;
use crate::pages::about::cite_all;
use crate::view::{ChoiceField, DrivePage, Emphasis, InfoCard, TrackView};
use crate::words::{button, card, count, numbered};

/// Minutes between tones offered; 0 is none.
const TONES: [u16; 4] = [0, 10, 20, 30];
/// The one that is picked unless another is.
const TONE_USUALLY: u16 = 20;
/// Minutes to the call to stop offered.
const STOPS: [u16; 5] = [30, 45, 60, 90, LONGEST_MINUTES];

/// A track that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TrackWish {
    tone_every: Option<u16>,
    stop_after: u16,
}

impl Client {
    /// The person's own limit of driving, where they told one.
    fn driving_limit(&self) -> u16 {
        let limit = self
            .goals()
            .iter()
            .filter(|goal| goal.kind == Some(Activity::Driving))
            .find_map(|goal| goal.tolerance_minutes)
            .map_or(f64::from(LONGEST_MINUTES), counterpose_quantity::MinutesPerDay::get);
        // The longest that is offered within it; nobody is told to stop sooner than half an hour.
        STOPS.into_iter().rev().find(|stop| f64::from(*stop) <= limit).unwrap_or(STOPS[0])
    }

    fn track_chosen(&self) -> TrackWish {
        let given = |field: Field, offered: &[u16]| match self.draft.get(&field) {
            Some(Given::Value(value)) => {
                value.as_u64().and_then(|n| offered.iter().copied().find(|known| u64::from(*known) == n))
            }
            _ => None,
        };
        let tone = given(Field::TrackTone, &TONES).unwrap_or(TONE_USUALLY);
        let stop_after = given(Field::TrackStop, &STOPS).unwrap_or_else(|| self.driving_limit());
        TrackWish { tone_every: (tone > 0).then_some(tone), stop_after }
    }

    pub(super) fn make_track(&mut self) -> Vec<Effect> {
        self.track = Some(self.track_chosen());
        vec![Effect::Announce { text: self.texts.get("track-made"), urgent: false }]
    }

    /// Reads the set-up check aloud: parked, before the track begins.
    pub(super) fn read_drive_check(&self) -> Vec<Effect> {
        let text = numbered(&self.texts, "card-drive-step").join(" ");
        vec![Effect::Speak { text, interrupt: true }]
    }

    pub(super) fn drive_page(&self) -> DrivePage {
        let texts = &self.texts;
        let sources = counterpose_content::cards()
            .iter()
            .find(|known| known.id == "card-drive")
            .map(|known| cite_all(texts, self.library, &known.sources))
            .unwrap_or_default();
        let points: Vec<String> = sources.into_iter().map(|source| source.citation).collect();
        let did = Action::DidHabit("drive-setup".into());
        let mut check = self.steps_card("card-drive-title", "card-drive-step");
        check.buttons.push(button(texts, "today-habit-did", Emphasis::Primary, did));
        // Where no voice is on this device the words on the page are the check.
        if self.abilities.is_some_and(|abilities| abilities.local_voice) {
            check.buttons.push(button(texts, "drive-read", Emphasis::Secondary, Action::ReadDriveCheck));
        }
        let chosen = self.track_chosen();
        // A track that does not fit what is picked any more is not shown as if it did.
        let track = self.track.filter(|made| *made == chosen).and_then(|made| self.track_view(made));
        DrivePage {
            heading: texts.get("title-drive"),
            check,
            companion: InfoCard {
                paragraphs: vec![texts.get("track-text"), texts.get("track-rule")],
                ..card(texts.get("track-heading"))
            },
            fields: self.track_fields(chosen),
            make: track
                .is_none()
                .then(|| button(texts, "track-make", Emphasis::Secondary, Action::MakeTrack)),
            track,
            sources: (!points.is_empty()).then(|| InfoCard { points, ..card(texts.get("about-sources")) }),
            buttons: vec![button(texts, "go-back", Emphasis::Secondary, Action::Back)],
        }
    }

    fn track_fields(&self, chosen: TrackWish) -> Vec<ChoiceField> {
        let texts = &self.texts;
        let mut shown = Draft::new();
        shown.set(Field::TrackTone, Given::Value(json!(chosen.tone_every.unwrap_or(0))));
        shown.set(Field::TrackStop, Given::Value(json!(chosen.stop_after)));
        let answers = Answers { saved: &Value::Null, draft: &shown };
        let offered = |all: &[u16]| {
            all.iter()
                .map(|n| {
                    let key = if *n == 0 { "track-no-tone" } else { "track-minutes" };
                    (format!("m{n}"), count(texts, key, *n), json!(n))
                })
                .collect()
        };
        vec![
            fields::one_of(texts, &answers, Field::TrackTone, "field-track-tone", offered(&TONES)),
            fields::one_of(texts, &answers, Field::TrackStop, "field-track-stop", offered(&STOPS)),
        ]
    }

    fn track_view(&self, made: TrackWish) -> Option<TrackView> {
        let texts = &self.texts;
        let track = Track::new(made.tone_every, made.stop_after).ok()?;
        let tones = track.cues().iter().filter(|(_, cue)| *cue == Cue::Settle).count();
        let tones = i64::try_from(tones).unwrap_or(i64::MAX);
        let args = [("n", Arg::from(tones)), ("minutes", made.stop_after.into())];
        Some(TrackView {
            tone_every: made.tone_every,
            stop_after: made.stop_after,
            label: texts.get("track-heading"),
            notes: vec![texts.format("track-holds", &args), texts.get("track-play")],
        })
    }
}

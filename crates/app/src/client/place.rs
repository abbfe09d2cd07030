//! Where a running session stands, kept beside the journal, so that a reload or a tab the phone closed loses nothing.
//!
//! It is a convenience, never the truth: what was done is told by the journal alone, and a place that cannot be read
//! is left aside. Found again soon, the session asks whether to go on; found late, what was done of it is written
//! down. What this module does not do: run the session.

use counterpose_journal::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::training::{Running, TICK_MS};
use super::{Client, Phase};
use crate::effect::Effect;
use crate::player::{Outcome, Player};
use crate::route::Route;

/// A session left for longer than this is over.
pub(super) const RESUME_WITHIN_MS: i64 = 60 * 60 * 1000;

/// Where a session stands.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    session: Uuid,
    kept_ms: i64,
    player: Player,
}

impl Client {
    /// The same client, knowing what an earlier one kept with [`Effect::KeepPlace`]. What cannot be read is left aside.
    #[must_use]
    pub fn with_place(mut self, kept: Option<String>) -> Self {
        self.kept_place = kept;
        self
    }

    /// Keeps where the running session stands; forgets it once there is none.
    pub(super) fn keep_place(&self, now: &Moment) -> Effect {
        let place = self.training.running.as_ref().map(|running| Place {
            session: running.id,
            kept_ms: now.now_ms,
            player: running.player.clone(),
        });
        Effect::KeepPlace(place.and_then(|place| serde_json::to_string(&place).ok()))
    }

    /// Once the journal is there: goes on with a session that was cut short, or writes down what was done of it.
    /// Only in the tab that writes, and only once that is known: another may be at it.
    pub(super) fn take_up_place(&mut self, now: &Moment) -> Vec<Effect> {
        if self.phase != Phase::Ready || !self.told_whether_writer || !self.may_write {
            return Vec::new();
        }
        let Some(place) = self.kept_place.take().and_then(|text| serde_json::from_str::<Place>(&text).ok())
        else {
            return Vec::new();
        };
        let forget = Effect::KeepPlace(None);
        let session = self.state.sessions.get(&place.session);
        let is_open = session.is_some_and(|session| session.started.is_some() && session.finished.is_none());
        if !is_open || place.player.outcome().is_some() || self.is_training() {
            return vec![forget];
        }
        let away_ms = now.now_ms.saturating_sub(place.kept_ms);
        let mut player = place.player;
        let signals = player.found_again(now.now_ms);
        self.training.running = Some(Running { id: place.session, player });
        if !self.may_move() || !(0..=RESUME_WITHIN_MS).contains(&away_ms) {
            let mut effects = self.put_away(Outcome::Left, now);
            effects.push(forget);
            return effects;
        }
        let mut effects = vec![Effect::KeepAwake(true), Effect::Wake { every_ms: Some(TICK_MS) }];
        effects.extend(self.move_to(Route::Session, true));
        effects.extend(self.say(signals, now));
        effects
    }
}

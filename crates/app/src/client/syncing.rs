//! Between this device and the server: when to look, and what became of it.
//!
//! The machine in `sync` decides what to ask; here its orders become effects and what comes from the server is
//! appended to the journal before the cursor moves. Only the tab that writes talks to the server. What this module
//! does not do: touch the network.

use counterpose_journal::Entry;

use super::{Client, Phase};
use crate::action::{Action, NoticeId};
use crate::effect::Effect;
use crate::sync::{Event, Failure, Order};
use crate::view::{Emphasis, Notice, Weight};
use crate::words::{button, count};

/// Entries from the server on their way into the journal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arriving {
    /// The order's ticket.
    ticket: u64,
    entries: Vec<Entry>,
}

impl Client {
    /// Looks at the server now, where there is a network and this tab is the one that writes.
    pub(super) fn look_at_server(&mut self) -> Vec<Effect> {
        if self.phase != Phase::Ready || !self.online || !self.may_write || !self.setup.has_server {
            return Vec::new();
        }
        self.sync_event(Event::Go)
    }

    pub(super) fn network_changed(&mut self, online: bool) -> Vec<Effect> {
        self.online = online;
        if online { self.look_at_server() } else { self.sync_event(Event::Offline) }
    }

    pub(super) fn sync_event(&mut self, event: Event) -> Vec<Effect> {
        let orders = self.sync.update(event, &self.entries, self.chance);
        let mut effects = Vec::new();
        for order in orders {
            match order {
                Order::Keep { ticket, entries } => {
                    let append = self.keeper.ticket();
                    self.arriving.insert(append, Arriving { ticket, entries: entries.clone() });
                    effects.push(Effect::Append { ticket: append, entries });
                }
                other => effects.push(Effect::Sync(other)),
            }
        }
        effects
    }

    /// What came from the server is kept: it counts from now on.
    pub(super) fn arrived(&mut self, arrived: Arriving) -> Vec<Effect> {
        self.take_in(arrived.entries);
        let mut effects = vec![Effect::TellOtherTabs];
        effects.extend(self.sync_event(Event::Kept { ticket: arrived.ticket }));
        effects
    }

    /// What is on the server, in words.
    pub(super) fn server_lines(&self) -> Vec<String> {
        let texts = &self.texts;
        if !self.setup.has_server {
            return vec![texts.get("setting-data-no-host")];
        }
        let status = self.sync.status(&self.entries);
        let mut lines = Vec::new();
        if status.settled {
            lines.push(texts.get("setting-data-server"));
        } else if self.sync.person().is_none() {
            lines.push(texts.get("setting-data-no-server"));
        }
        let waiting = i64::try_from(status.unsent).unwrap_or(i64::MAX);
        if waiting > 0 {
            lines.push(count(texts, "setting-data-waiting", waiting));
        }
        lines
    }

    /// Told only where waiting will not mend it: being offline is no problem.
    pub(super) fn notice_sync(&self) -> Option<Notice> {
        let failure = self.sync.status(&self.entries).failure?;
        let told_elsewhere = self.log_in_is_needed() || matches!(failure, Failure::OtherPerson { .. });
        if told_elsewhere || matches!(failure, Failure::Unreachable | Failure::NoAnswer) {
            return None;
        }
        let close = button(&self.texts, "close", Emphasis::Quiet, Action::Dismiss(NoticeId::SyncProblem));
        Some(Notice {
            id: NoticeId::SyncProblem,
            weight: Weight::Attention,
            text: self.texts.get("notice-sync"),
            advice: Some(format!("{} {failure}", self.texts.get("notice-sync-advice"))),
            buttons: vec![close],
        })
    }
}

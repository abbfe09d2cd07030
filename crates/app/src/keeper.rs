//! Keeping what was said: entries on their way to the journal, and what happens when that fails.
//!
//! Nothing given by the person is dropped: an entry stays here until its append is acknowledged, a failed append
//! stays too and is tried again with whatever comes next. What this module does not do: write; the shell does.

use std::collections::VecDeque;

use counterpose_journal::entry::Entry;
use counterpose_journal::port::StoreError;

use crate::effect::Effect;

/// Entries on their way.
#[derive(Debug, Default)]
pub struct Keeper {
    next_ticket: u64,
    in_flight: Option<(u64, Vec<Entry>)>,
    waiting: VecDeque<Entry>,
    failure: Option<StoreError>,
}

impl Keeper {
    /// Takes entries to keep. At most one append is under way; what comes meanwhile goes with the next.
    pub fn keep(&mut self, entries: Vec<Entry>) -> Vec<Effect> {
        self.waiting.extend(entries);
        self.send()
    }

    /// The answer to an append. Answers to tickets that are not under way are ignored.
    pub fn answered(&mut self, ticket: u64, result: Result<(), StoreError>) -> Answered {
        let Some((flying, entries)) = self.in_flight.take() else { return Answered::default() };
        if flying != ticket {
            self.in_flight = Some((flying, entries));
            return Answered::default();
        }
        match result {
            Ok(()) => {
                self.failure = None;
                Answered { kept: entries, effects: self.send() }
            }
            Err(error) => {
                self.failure = Some(error);
                for entry in entries.into_iter().rev() {
                    self.waiting.push_front(entry);
                }
                Answered::default()
            }
        }
    }

    /// Tries again what could not be kept.
    pub fn retry(&mut self) -> Vec<Effect> {
        self.send()
    }

    fn send(&mut self) -> Vec<Effect> {
        if self.in_flight.is_some() || self.waiting.is_empty() {
            return Vec::new();
        }
        self.next_ticket += 1;
        let entries: Vec<Entry> = self.waiting.drain(..).collect();
        self.in_flight = Some((self.next_ticket, entries.clone()));
        vec![Effect::Append { ticket: self.next_ticket, entries }]
    }

    /// A ticket for an append that is none of this keeper's business.
    pub fn ticket(&mut self) -> u64 {
        self.next_ticket += 1;
        self.next_ticket
    }

    /// Why the last append failed, while it has not been mended.
    #[must_use]
    pub const fn failure(&self) -> Option<&StoreError> {
        self.failure.as_ref()
    }

    /// Whether anything is not yet acknowledged.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.in_flight.is_some() || !self.waiting.is_empty()
    }

    /// Every entry that is not yet acknowledged, oldest first.
    pub fn unkept(&self) -> impl Iterator<Item = &Entry> {
        self.in_flight.iter().flat_map(|(_, entries)| entries).chain(&self.waiting)
    }
}

/// What an acknowledgement brings.
#[derive(Debug, Default)]
pub struct Answered {
    /// Entries that are safe now.
    pub kept: Vec<Entry>,
    /// What to do next.
    pub effects: Vec<Effect>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::value::RawValue;
    use uuid::Uuid;

    use super::*;

    fn entry(n: u128) -> Entry {
        Entry {
            id: Uuid::from_u128(n),
            device: Uuid::nil(),
            lamport: 1,
            at_ms: 0,
            date: jiff::civil::date(2026, 11, 22),
            zone: "+00:00".into(),
            kind: "answers".into(),
            version: 1,
            payload: RawValue::from_string("{}".into()).unwrap(),
        }
    }

    fn full() -> StoreError {
        StoreError::Full { detail: "quota".into() }
    }

    proptest! {
        /// Whatever fails and whenever: every entry is either acknowledged or still held, once, in order.
        #[test]
        fn nothing_is_lost_or_doubled(steps in prop::collection::vec((0_u8..4, 0_usize..3), 0..60)) {
            let mut keeper = Keeper::default();
            let (mut made, mut kept, mut next) = (Vec::new(), Vec::new(), 1_u128);
            let mut last: Option<u64> = None;
            let note = |effects: Vec<Effect>, last: &mut Option<u64>| {
                for effect in effects {
                    if let Effect::Append { ticket, .. } = effect { *last = Some(ticket); }
                }
            };
            for (what, count) in steps {
                match what {
                    0 => {
                        let entries: Vec<_> = (0..count).map(|_| { next += 1; entry(next) }).collect();
                        made.extend(entries.iter().map(|entry| entry.id));
                        note(keeper.keep(entries), &mut last);
                    }
                    1 => note(keeper.retry(), &mut last),
                    _ => {
                        let result = if what == 2 { Ok(()) } else { Err(full()) };
                        if let Some(ticket) = last.take() {
                            let answered = keeper.answered(ticket, result);
                            kept.extend(answered.kept.iter().map(|entry| entry.id));
                            note(answered.effects, &mut last);
                        }
                    }
                }
                let all: Vec<_> = kept.iter().copied().chain(keeper.unkept().map(|entry| entry.id)).collect();
                prop_assert_eq!(&all, &made);
            }
        }
    }

    #[test]
    fn a_failure_is_told_until_an_append_succeeds() {
        let mut keeper = Keeper::default();
        assert_eq!(keeper.keep(vec![entry(1)]).len(), 1);
        assert!(keeper.answered(1, Err(full())).effects.is_empty());
        assert_eq!(keeper.failure(), Some(&full()));
        assert_eq!(keeper.unkept().count(), 1);
        assert_eq!(keeper.retry().len(), 1);
        assert_eq!(keeper.answered(2, Ok(())).kept.len(), 1);
        assert!(keeper.failure().is_none() && !keeper.busy());
    }

    #[test]
    fn an_answer_to_another_ticket_changes_nothing() {
        let mut keeper = Keeper::default();
        let _ = keeper.keep(vec![entry(1)]);
        assert!(keeper.answered(99, Ok(())).kept.is_empty());
        assert_eq!(keeper.unkept().count(), 1);
    }
}

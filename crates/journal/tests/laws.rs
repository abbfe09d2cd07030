//! The laws of the journal: what merging and folding keep, whatever the entries and their order of arrival.

#![allow(clippy::unwrap_used, reason = "tests may")]

use counterpose_journal::payload::{
    Answers, CheckIn, Ended, HabitDone, SessionFeedback, SessionFinished, SessionStarted, Setting,
};
use counterpose_journal::{Entry, Moment, Payload, Writer, fold, merge};
use counterpose_quantity::PainScore;
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

fn payload() -> impl Strategy<Value = Payload> {
    let session = (0_u128..3).prop_map(|n| Uuid::from_u128(n + 1));
    let section = prop_oneof![Just("screening"), Just("complaint"), Just("measures"), Just("later-section")];
    prop_oneof![
        (section, 0..4, any::<bool>()).prop_map(|(section, n, part)| {
            let value = if section == "measures" { json!([{"test": n}]) } else { json!({"a": n, "b": null}) };
            Payload::Answers(Answers { section: section.to_owned(), value, part })
        }),
        (session.clone(), 0_u32..5).prop_map(|(session, day)| Payload::SessionStarted(SessionStarted {
            session,
            day,
            which: "morning".to_owned(),
            exercises: vec![],
            planned_ms: 0,
            pain_before: None
        })),
        (session.clone(), 0_u64..5).prop_map(|(session, active_ms)| {
            let ended = Ended::Completed;
            Payload::SessionFinished(SessionFinished {
                session,
                ended,
                active_ms,
                done: vec![],
                stopped_by: None,
            })
        }),
        (session, 0_i64..=10, any::<bool>()).prop_map(|(session, pain, settled)| {
            let pain_after = PainScore::new(pain).ok().filter(|_| settled);
            Payload::SessionFeedback(SessionFeedback {
                session,
                pain_after,
                effort: None,
                settled_by_morning: Some(settled),
            })
        }),
        (0_i64..=10).prop_map(|pain| {
            let pain = PainScore::new(pain).ok();
            Payload::CheckIn(CheckIn { pain, anything_new: Some(false), new: vec![], whole: false })
        }),
        (0..3, 0..3).prop_map(|(key, value)| {
            let value = if value == 0 { json!(null) } else { json!(value) };
            Payload::Setting(Setting { key: format!("key-{key}"), value })
        }),
        (0_u32..4).prop_map(|times| Payload::HabitDone(HabitDone { habit: "walk".to_owned(), times })),
    ]
}

/// Entries as several devices with wrong clocks may write them: counts and instants collide, kinds from a later
/// program and payloads that fit no kind are among them.
fn entry() -> impl Strategy<Value = Entry> {
    (payload(), any::<u128>(), 1_u64..6, 0_i64..4, 0_u8..8, 1_u128..4).prop_map(
        |(payload, entropy, lamport, at, odd, device)| {
            let at_ms = 1_790_000_000_000 + at * 40_000_000;
            let moment =
                Moment { now_ms: at_ms, offset_minutes: 60, zone: "Europe/Berlin".to_owned(), entropy };
            let mut entry = Entry::new(&moment, 0, Uuid::from_u128(device), lamport, &payload).unwrap();
            match odd {
                0 => entry.kind = "from-the-future".to_owned(),
                1 => entry.version = 9,
                2 => entry.payload = serde_json::from_str("[ 1,2 , 3 ]").unwrap(),
                3 if at == 0 => {
                    entry.kind = "erasure".to_owned();
                    // Never the identifier of something else: an erasure that somebody doubles as another kind is the
                    // one case in which merging depends on the order.
                    entry.id = Uuid::from_u128(entry.id.as_u128() ^ (0b11 << 60));
                }
                _ => {}
            }
            entry
        },
    )
}

fn journal() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(entry(), 0..24)
}

/// A second entry under the same identifier, as only a broken or dishonest device makes.
fn with_twins(mut entries: Vec<Entry>, lamport: u64) -> Vec<Entry> {
    let twins: Vec<Entry> = entries.iter().take(3).map(|entry| Entry { lamport, ..entry.clone() }).collect();
    entries.extend(twins);
    entries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn union_is_commutative_associative_and_idempotent(
        a in journal(), b in journal(), c in journal(), lamport in 1_u64..6
    ) {
        let (a, b) = (with_twins(a, lamport), with_twins(b, lamport));
        let ab = merge::union(&a, &b);
        prop_assert_eq!(&ab, &merge::union(&b, &a));
        prop_assert_eq!(merge::union(&ab, &c), merge::union(&a, &merge::union(&b, &c)));
        prop_assert_eq!(&ab, &merge::union(&ab, &ab));
        prop_assert_eq!(&ab, &merge::union(&ab, &a));
    }

    #[test]
    fn the_order_of_arrival_and_repetition_do_not_matter(
        (entries, shuffled) in journal().prop_flat_map(|entries| {
            let twice: Vec<Entry> = entries.iter().chain(&entries).cloned().collect();
            (Just(entries), Just(twice).prop_shuffle())
        })
    ) {
        prop_assert_eq!(fold(&entries), fold(&shuffled));
    }

    #[test]
    fn any_prefix_folds_and_counts_what_it_read(entries in journal()) {
        for end in 0..=entries.len() {
            let state = fold(&entries[..end]);
            prop_assert_eq!(state.entries, merge::in_order(&entries[..end]).len());
            prop_assert!(state.unknown + state.unreadable.len() <= state.entries);
        }
    }

    #[test]
    fn an_entry_comes_back_from_json_byte_for_byte(entry in entry()) {
        let written = serde_json::to_string(&entry).unwrap();
        let read: Entry = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&entry, &read);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
    }

    /// Wherever an erasure meets a journal, in whatever order, nothing before it is left, and nothing after it is lost.
    #[test]
    fn an_erasure_wins_every_merge(a in journal(), b in journal(), device in 1_u128..4) {
        let moment = Moment { now_ms: 1_790_000_000_000, offset_minutes: 60, zone: "Europe/Berlin".to_owned(), entropy: 7 };
        let mut writer = Writer::new(Uuid::from_u128(device), a.iter().map(|entry| entry.lamport).max().unwrap_or(0));
        let gone = writer.erase(&moment).unwrap();
        let after = writer.write(&moment, &Payload::HabitDone(HabitDone { habit: "walk".to_owned(), times: 1 })).unwrap();
        prop_assert_eq!(&gone.zone, "Etc/UTC");
        let erased = merge::union(&a, &[gone.clone(), after.clone()]);
        prop_assert_eq!(&erased, &vec![gone.clone(), after.clone()]);
        prop_assert_eq!(merge::union(&erased, &b), vec![gone.clone(), after.clone()]);
        prop_assert_eq!(merge::union(&b, &erased), vec![gone, after]);
    }
}

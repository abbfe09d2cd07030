//! Single answers of the machine: batches, refusals, versions, delays.

use counterpose_journal::contract::sample;
use counterpose_journal::sync::{BATCH_MAX, Hello, PROTOCOL, Pulled, Pushed};

use super::*;
use simulation::refusal;

mod simulation;

const KEEPER: Uuid = Uuid::from_u128(0x6b);
const PERSON: Uuid = Uuid::from_u128(0x70);

fn hello() -> Hello {
    Hello {
        protocol: PROTOCOL,
        protocol_oldest: PROTOCOL,
        program: "9.9.9".to_owned(),
        keeper: KEEPER,
        person: PERSON,
        account: None,
        schema: 1,
        batch_max: 10_000,
        body_max_bytes: 50_000,
    }
}

fn empty_pull() -> Answer {
    Answer::Pulled(Pulled { keeper: KEEPER, entries: Vec::new(), cursor: Cursor(0), more: false })
}

fn asked(orders: &[Order]) -> (u64, Request) {
    let found = orders.iter().find_map(|order| match order {
        Order::Ask { ticket, request } => Some((*ticket, request.clone())),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("nothing is asked: {orders:?}"))
}

fn waited(orders: &[Order]) -> (u64, u32) {
    let found = orders.iter().rev().find_map(|order| match order {
        Order::Wait { ticket, delay_ms } => Some((*ticket, *delay_ms)),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("nothing is waited for: {orders:?}"))
}

/// A machine that has met the server and found it empty; its push is under way.
fn pushing(entries: &[Entry]) -> (Sync, Vec<Order>) {
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, entries, 0);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello())), entries);
    let orders = reply(&mut sync, &orders, Ok(empty_pull()), entries);
    (sync, orders)
}

fn reply(sync: &mut Sync, orders: &[Order], reply: Reply, entries: &[Entry]) -> Vec<Order> {
    let (ticket, _) = asked(orders);
    sync.update(Event::Replied { ticket, reply }, entries, 0)
}

fn pushed_entries(orders: &[Order]) -> Vec<Entry> {
    match asked(orders).1 {
        Request::Push { entries, person } if person == PERSON => entries,
        other => panic!("no push: {other:?}"),
    }
}

#[test]
fn batches_are_bounded_by_number_and_by_bytes() {
    let entries: Vec<Entry> = (0..2000).map(sample).collect();
    let (mut sync, mut orders) = pushing(&entries);
    let mut sent = Vec::new();
    while sync.status(&entries).unsent > 0 {
        let batch = pushed_entries(&orders);
        assert!(batch.len() <= BATCH_MAX);
        assert!(asked(&orders).1.body().unwrap().len() <= 50_000);
        sent.extend(batch.iter().map(|entry| entry.id));
        let answer = Answer::Pushed(Pushed { keeper: KEEPER, added: batch.len(), known: 0 });
        orders = reply(&mut sync, &orders, Ok(answer), &entries);
    }
    assert_eq!(sent, entries.iter().map(|entry| entry.id).collect::<Vec<_>>());
    assert!(sync.status(&entries).settled);
    assert_eq!(waited(&orders).1, LOOK_AGAIN_MS);
}

#[test]
fn an_entry_the_server_will_not_take_holds_up_no_other() {
    let entries: Vec<Entry> = (0..5).map(sample).collect();
    let (mut sync, orders) = pushing(&entries);
    let orders = reply(&mut sync, &orders, Err(refusal(409, Some(entries[2].id))), &entries);
    let batch = pushed_entries(&orders);
    assert_eq!(batch.len(), 4);
    let answer = Answer::Pushed(Pushed { keeper: KEEPER, added: 4, known: 0 });
    reply(&mut sync, &orders, Ok(answer), &entries);
    let status = sync.status(&entries);
    assert_eq!((status.unsent, status.set_aside, status.settled), (0, 1, true));
}

#[test]
fn a_batch_that_is_too_large_is_halved_down_to_one() {
    let entries: Vec<Entry> = (0..8).map(sample).collect();
    let (mut sync, mut orders) = pushing(&entries);
    let mut sizes = Vec::new();
    for _ in 0..4 {
        sizes.push(pushed_entries(&orders).len());
        orders = reply(&mut sync, &orders, Err(refusal(413, None)), &entries);
    }
    assert_eq!(sizes, [8, 4, 2, 1]);
    // The single one that is too large is set aside and the rest goes on.
    assert_eq!(pushed_entries(&orders).len(), 7);
    assert_eq!(sync.status(&entries).set_aside, 1);
}

#[test]
fn failures_back_off_doubling_and_a_success_forgets_them() {
    let mut sync = Sync::new(None);
    let mut orders = sync.update(Event::Go, &[], 0);
    let mut delays = Vec::new();
    for _ in 0..12 {
        orders = reply(&mut sync, &orders, Err(Failure::Unreachable), &[]);
        let (ticket, delay_ms) = waited(&orders);
        delays.push(delay_ms);
        assert_eq!(sync.status(&[]).failure, Some(Failure::Unreachable));
        orders = sync.update(Event::TimeUp { ticket }, &[], 0);
    }
    assert_eq!(delays[..4], [750, 1500, 3000, 6000]);
    assert_eq!(delays[11], BACKOFF_LONGEST_MS / 4 * 3);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello())), &[]);
    reply(&mut sync, &orders, Ok(empty_pull()), &[]);
    assert!(sync.status(&[]).settled);
}

#[test]
fn chance_spreads_the_delay_by_a_quarter_each_way() {
    let delays: BTreeSet<u32> = (0..5000).map(|chance| spread(1000, chance)).collect();
    assert_eq!((delays.first(), delays.last()), (Some(&750), Some(&1250)));
}

#[test]
fn a_question_without_an_answer_is_asked_again() {
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &[], 0);
    let (late, _) = asked(&orders);
    let (ticket, delay_ms) = waited(&orders);
    assert_eq!(delay_ms, ANSWER_WITHIN_MS);
    let orders = sync.update(Event::TimeUp { ticket }, &[], 0);
    assert_eq!(sync.status(&[]).failure, Some(Failure::NoAnswer));
    let (ticket, _) = waited(&orders);
    let orders = sync.update(Event::TimeUp { ticket }, &[], 0);
    assert_eq!(asked(&orders).1, Request::Hello);
    // The late answer to the first question is not taken for one to the second.
    let reply = Ok(Answer::Hello(hello()));
    assert!(sync.update(Event::Replied { ticket: late, reply }, &[], 0).is_empty());
}

#[test]
fn another_version_of_the_messages_stops_and_says_so() {
    for (protocol, protocol_oldest) in [(0, 0), (PROTOCOL + 5, PROTOCOL + 1)] {
        let mut sync = Sync::new(None);
        let orders = sync.update(Event::Go, &[], 0);
        let hello = Hello { protocol, protocol_oldest, ..hello() };
        let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello)), &[]);
        assert_eq!(waited(&orders).1, REFUSED_MS);
        assert!(matches!(sync.status(&[]).failure, Some(Failure::OtherVersion { .. })));
    }
    // A newer server that still understands us is fine.
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &[], 0);
    let hello = Hello { protocol: PROTOCOL + 1, ..hello() };
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello)), &[]);
    assert!(matches!(asked(&orders).1, Request::Pull { .. }));
}

#[test]
fn what_was_pulled_is_not_pushed_back_and_counts_only_when_kept() {
    let mut entries: Vec<Entry> = (0..2).map(sample).collect();
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &entries, 0);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello())), &entries);
    let theirs = vec![sample(1), sample(7)];
    let pulled = Pulled { keeper: KEEPER, entries: theirs, cursor: Cursor(9), more: false };
    let orders = reply(&mut sync, &orders, Ok(Answer::Pulled(pulled)), &entries);
    let Some(Order::Keep { ticket, entries: fresh }) = orders.first().cloned() else { panic!("{orders:?}") };
    assert_eq!(fresh, [sample(7)]);
    assert!(!orders.iter().any(|order| matches!(order, Order::Save(_))), "saved before it was kept");
    entries.extend(fresh);
    let orders = sync.update(Event::Kept { ticket }, &entries, 0);
    assert!(orders.iter().any(|order| matches!(order, Order::Save(it) if it.pulled == Cursor(9))));
    assert_eq!(pushed_entries(&orders), [sample(0)]);
}

#[test]
fn an_entry_known_with_other_content_is_left_alone_on_both_sides() {
    let entries = vec![sample(0)];
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &entries, 0);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(hello())), &entries);
    let twin = Entry { version: 3, ..sample(0) };
    let broken = Entry { lamport: 0, ..sample(1) };
    let pulled = Pulled { keeper: KEEPER, entries: vec![twin, broken], cursor: Cursor(2), more: false };
    let orders = reply(&mut sync, &orders, Ok(Answer::Pulled(pulled)), &entries);
    assert!(!orders.iter().any(|order| matches!(order, Order::Keep { .. })));
    assert_eq!(sync.status(&entries).refused_here, 2);
}

#[test]
fn a_journal_that_is_not_the_one_synced_starts_over() {
    let entries: Vec<Entry> = (0..3).map(sample).collect();
    let mut progress = Progress::fresh(KEEPER, PERSON);
    progress.pulled = Cursor(40);
    progress.advance(&entries, 3);
    let first_pull = |entries: &[Entry], progress: &Progress, hello: Hello| {
        let mut sync = Sync::new(Some(progress.clone()));
        let orders = sync.update(Event::Go, entries, 0);
        match asked(&reply(&mut sync, &orders, Ok(Answer::Hello(hello)), entries)).1 {
            Request::Pull { after, .. } => after.0,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(first_pull(&entries, &progress, hello()), 40);
    assert_eq!(first_pull(&entries[..2], &progress, hello()), 0);
    assert_eq!(first_pull(&[sample(0), sample(1), sample(9)], &progress, hello()), 0);
    assert_eq!(first_pull(&entries, &progress, Hello { keeper: PERSON, ..hello() }), 0);
    assert_eq!(first_pull(&entries, &progress, Hello { person: KEEPER, ..hello() }), 0);
}

#[test]
fn a_refusal_without_words_is_still_a_refusal() {
    let Err(Failure::Refused { problem }) = Request::Hello.read(502, "<html>") else { panic!() };
    assert_eq!(problem.status, 502);
    assert!(matches!(Request::Hello.read(200, "<html>"), Err(Failure::Unreadable(_))));
}

/// Several people may use one device. Nobody's journal flows into another's account unasked.
#[test]
fn another_account_does_not_get_this_devices_journal_unasked() {
    let anna = || Hello { account: Some("Anna".to_owned()), ..hello() };
    let bert = || Hello { account: Some("Bert".to_owned()), person: Uuid::from_u128(0xb2), ..hello() };
    let entries: Vec<Entry> = (0..3).map(sample).collect();
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &entries, 0);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(anna())), &entries);
    let orders = reply(&mut sync, &orders, Ok(empty_pull()), &entries);
    assert_eq!(sync.account(), Some("Anna"));
    let answer = Answer::Pushed(Pushed { keeper: KEEPER, added: 3, known: 0 });
    let orders = reply(&mut sync, &orders, Ok(answer), &entries);
    let saved = orders.iter().rev().find_map(|order| match order {
        Order::Save(progress) => Some(progress.clone()),
        _ => None,
    });

    // Also after a new start, by an account, and by a server without log-in that is somebody else's.
    for other in [bert(), Hello { account: None, ..bert() }] {
        for mut sync in [Sync::new(saved.clone()), sync_again(&mut sync, &entries)] {
            let orders = sync.update(Event::Go, &entries, 0);
            let orders = reply(&mut sync, &orders, Ok(Answer::Hello(other.clone())), &entries);
            assert!(!orders.iter().any(|order| matches!(order, Order::Ask { .. })), "{orders:?}");
            let failure = sync.status(&entries).failure;
            assert!(matches!(failure, Some(Failure::OtherPerson { .. })), "{failure:?}");
            // Looking again does not help; the person's word does.
            let orders = sync.update(Event::Go, &entries, 0);
            reply(&mut sync, &orders, Ok(Answer::Hello(other.clone())), &entries);
            let orders = sync.update(Event::Adopt, &entries, 0);
            let orders = reply(&mut sync, &orders, Ok(Answer::Hello(other.clone())), &entries);
            let orders = reply(&mut sync, &orders, Ok(empty_pull()), &entries);
            let (_, asked) = asked(&orders);
            assert!(
                matches!(asked, Request::Push { person, entries } if person == other.person && entries.len() == 3)
            );
        }
    }
    // Anna herself goes on where she was.
    let mut sync = Sync::new(saved);
    let orders = sync.update(Event::Go, &entries, 0);
    let orders = reply(&mut sync, &orders, Ok(Answer::Hello(anna())), &entries);
    reply(&mut sync, &orders, Ok(empty_pull()), &entries);
    assert!(sync.status(&entries).settled);
}

/// The machine as it goes on after somebody logged out, with what it remembers.
fn sync_again(sync: &mut Sync, entries: &[Entry]) -> Sync {
    sync.update(Event::Forget, entries, 0);
    let mut again = Sync::new(Some(sync.progress.clone()));
    again.tickets = sync.tickets;
    again
}

#[test]
fn a_log_in_that_is_needed_is_waited_for_and_then_asked_anew() {
    let entries: Vec<Entry> = (0..2).map(sample).collect();
    let mut sync = Sync::new(None);
    let orders = sync.update(Event::Go, &entries, 0);
    let orders = reply(&mut sync, &orders, Err(refusal(401, None)), &entries);
    assert_eq!(waited(&orders).1, REFUSED_MS);
    assert_eq!(sync.status(&entries).unsent, 2);
    sync.update(Event::Forget, &entries, 0);
    assert_eq!(sync.status(&entries).failure, None);
    let orders = sync.update(Event::Go, &entries, 0);
    assert_eq!(asked(&orders).1, Request::Hello);
}

//! The story every keeper of journals must live through: memory, IndexedDB in a real browser, SQLite, PostgreSQL.
//!
//! One generic function, so that "proved equal" means the same steps everywhere. It panics nowhere and needs no
//! test harness, because it also runs inside a browser: what is broken comes back as an error.

use serde_json::value::RawValue;
use uuid::Uuid;

use crate::entry::{EXACT_MAX, Entry, PAYLOAD_MAX_BYTES};
use crate::port::{Appended, Cursor, JournalStore, StoreError};

/// How many chapters the story has.
pub const CHAPTERS: usize = 12;

/// A promise that a keeper broke.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{chapter}: {what}")]
pub struct Broken {
    /// Which chapter of the story.
    pub chapter: &'static str,
    /// What happened instead.
    pub what: String,
}

/// What was lived through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The chapters, in order.
    pub chapters: Vec<&'static str>,
    /// How many single promises were checked.
    pub checks: usize,
}

struct Check<'a> {
    chapter: &'static str,
    checks: &'a mut usize,
}

impl Check<'_> {
    fn that(&mut self, holds: bool, what: &str) -> Result<(), Broken> {
        *self.checks += 1;
        if holds { Ok(()) } else { Err(Broken { chapter: self.chapter, what: what.to_owned() }) }
    }

    fn equal<T: PartialEq + core::fmt::Debug>(
        &mut self,
        is: &T,
        should: &T,
        what: &str,
    ) -> Result<(), Broken> {
        *self.checks += 1;
        if is == should {
            return Ok(());
        }
        let mut shown = format!("{what}: {is:?} instead of {should:?}");
        if let Some((cut, _)) = shown.char_indices().nth(600) {
            shown.truncate(cut);
        }
        Err(Broken { chapter: self.chapter, what: shown })
    }

    fn fine<T>(&mut self, result: Result<T, StoreError>, what: &str) -> Result<T, Broken> {
        *self.checks += 1;
        result.map_err(|error| Broken { chapter: self.chapter, what: format!("{what}: {error}") })
    }
}

/// Lives through the whole story. `open(name)` opens the keeper of that name: empty the first time, the same one
/// afterwards, also while another handle to it is open.
///
/// # Errors
/// The first promise that was broken.
pub async fn story<S, Open, Opening>(mut open: Open) -> Result<Report, Broken>
where
    S: JournalStore,
    Open: FnMut(&'static str) -> Opening,
    Opening: Future<Output = Result<S, StoreError>>,
{
    let mut report = Report::default();
    macro_rules! chapters {
        ($($name:ident)*) => {$(
            let chapter = stringify!($name);
            let mut check = Check { chapter, checks: &mut report.checks };
            $name(&mut open, &mut check).await?;
            report.chapters.push(chapter);
        )*};
    }
    chapters! {
        an_empty_keeper_has_an_empty_page
        append_is_idempotent
        append_is_all_or_nothing
        a_conflict_changes_neither
        cursors_grow_and_pages_join
        people_are_apart
        reopening_keeps
        two_handles_see_each_other
        a_large_batch_goes_in_at_once
        bytes_come_back_as_they_were
        an_erasure_takes_what_came_before
        what_was_erased_does_not_come_back
    }
    Ok(report)
}

/// An entry for tests: everything follows from the number.
#[must_use]
pub fn sample(n: u64) -> Entry {
    let payload = format!(r#"{{"key":"k{n}","value":{n}}}"#);
    Entry {
        id: Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)),
        device: Uuid::from_u128(0xd0_0000 + u128::from(n % 3)),
        lamport: n + 1,
        at_ms: 1_790_000_000_000 + i64::try_from(n).unwrap_or(0) * 1000,
        date: jiff::civil::date(2026, 9, 21),
        zone: "Europe/London".to_owned(),
        kind: "setting".to_owned(),
        version: 1,
        payload: raw(payload),
    }
}

/// An erasure for tests that takes what has a count up to `lamport`.
#[must_use]
pub fn erasure(lamport: u64, n: u64) -> Entry {
    Entry {
        id: Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 + u128::from(n)),
        lamport: crate::erasure::next_epoch(lamport),
        kind: crate::erasure::KIND.to_owned(),
        zone: crate::erasure::ZONE.to_owned(),
        payload: raw("{}".to_owned()),
        ..sample(n)
    }
}

/// An entry for tests written by a device that knows of that erasure.
#[must_use]
pub fn since(gone: &Entry, n: u64) -> Entry {
    Entry { lamport: gone.lamport + n + 1, ..sample(n) }
}

fn raw(json: String) -> Box<RawValue> {
    RawValue::from_string(json).unwrap_or_default()
}

const ANNA: Uuid = Uuid::from_u128(0xa);
const BEN: Uuid = Uuid::from_u128(0xb);

async fn all(
    store: &impl JournalStore,
    person: Uuid,
    page: usize,
) -> Result<(Vec<Entry>, Cursor), StoreError> {
    let (mut entries, mut cursor) = (Vec::new(), Cursor::default());
    loop {
        let got = store.read(person, cursor, page).await?;
        entries.extend(got.entries);
        cursor = got.cursor;
        if !got.more {
            return Ok((entries, cursor));
        }
    }
}

macro_rules! chapter {
    ($(#[$doc:meta])* $name:ident($open:ident, $check:ident) $body:block) => {
        $(#[$doc])*
        async fn $name<S, Open, Opening>($open: &mut Open, $check: &mut Check<'_>) -> Result<(), Broken>
        where
            S: JournalStore,
            Open: FnMut(&'static str) -> Opening,
            Opening: Future<Output = Result<S, StoreError>>,
        $body
    };
}

chapter!(an_empty_keeper_has_an_empty_page(open, check) {
    let store = check.fine(open("empty").await, "open")?;
    for after in [Cursor(0), Cursor(7)] {
        let page = check.fine(store.read(ANNA, after, 10).await, "read")?;
        check.that(page.entries.is_empty() && !page.more, "a page of nobody holds something")?;
        check.equal(&page.cursor, &after, "the cursor moved over nothing")?;
    }
    let nothing = check.fine(store.append(ANNA, &[]).await, "append of nothing")?;
    check.equal(&nothing, &Appended { added: 0, known: 0 }, "append of nothing")
});

chapter!(append_is_idempotent(open, check) {
    let store = check.fine(open("idempotent").await, "open")?;
    let entries: Vec<Entry> = (0..5).map(sample).collect();
    let first = check.fine(store.append(ANNA, &entries).await, "first append")?;
    check.equal(&first, &Appended { added: 5, known: 0 }, "first append")?;
    let (_, cursor) = check.fine(all(&store, ANNA, 100).await, "read")?;
    let again = check.fine(store.append(ANNA, &entries).await, "second append")?;
    check.equal(&again, &Appended { added: 0, known: 5 }, "second append")?;
    let twice = [sample(5), sample(4), sample(5)];
    let mixed = check.fine(store.append(ANNA, &twice).await, "append with a repetition inside")?;
    check.equal(&mixed, &Appended { added: 1, known: 2 }, "append with a repetition inside")?;
    let fresh = check.fine(store.read(ANNA, cursor, 10).await, "read on")?;
    check.equal(&fresh.entries, &vec![sample(5)], "only what is new comes after the cursor")
});

chapter!(append_is_all_or_nothing(open, check) {
    let store = check.fine(open("atomic").await, "open")?;
    check.fine(store.append(ANNA, &[sample(0)]).await, "append")?;
    let twin = Entry { lamport: 999, ..sample(0) };
    let result = store.append(ANNA, &[sample(1), twin, sample(2)]).await;
    check.equal(&result, &Err(StoreError::Conflict { id: sample(0).id }), "a batch with a conflict")?;
    let broken = Entry { lamport: 0, ..sample(4) };
    let result = store.append(ANNA, &[sample(3), broken]).await;
    let refused = matches!(result, Err(StoreError::Refused { id, .. }) if id == sample(4).id);
    check.that(refused, "a batch with an entry beyond the limits was not refused")?;
    let twins = [sample(6), Entry { version: 2, ..sample(6) }];
    let result = store.append(ANNA, &twins).await;
    check.equal(&result, &Err(StoreError::Conflict { id: sample(6).id }), "a conflict inside one batch")?;
    let (kept, _) = check.fine(all(&store, ANNA, 100).await, "read")?;
    check.equal(&kept, &vec![sample(0)], "something of a failed batch stayed")?;
    let later = check.fine(store.append(ANNA, &[sample(1), sample(2)]).await, "append after a failure")?;
    check.equal(&later, &Appended { added: 2, known: 0 }, "append after a failure")
});

chapter!(a_conflict_changes_neither(open, check) {
    let store = check.fine(open("conflict").await, "open")?;
    check.fine(store.append(ANNA, &[sample(0)]).await, "append")?;
    let others = [
        Entry { device: BEN, ..sample(0) },
        Entry { at_ms: 0, ..sample(0) },
        Entry { date: jiff::civil::date(2026, 9, 22), ..sample(0) },
        Entry { zone: "+00:00".to_owned(), ..sample(0) },
        Entry { kind: "check-in".to_owned(), ..sample(0) },
        Entry { version: 2, ..sample(0) },
        Entry { payload: raw(r#"{"key":"k0","value":1}"#.to_owned()), ..sample(0) },
    ];
    for other in others {
        let result = store.append(ANNA, &[other]).await;
        check.equal(&result, &Err(StoreError::Conflict { id: sample(0).id }), "other content, same identifier")?;
    }
    let spaced = Entry { payload: raw(r#"{"value": 0, "key": "k0"}"#.to_owned()), ..sample(0) };
    let same = check.fine(store.append(ANNA, &[spaced]).await, "the same content laid out anew")?;
    check.equal(&same, &Appended { added: 0, known: 1 }, "the same content laid out anew")?;
    let (kept, _) = check.fine(all(&store, ANNA, 100).await, "read")?;
    check.equal(&kept, &vec![sample(0)], "the first one stands, byte for byte")
});

chapter!(cursors_grow_and_pages_join(open, check) {
    let store = check.fine(open("paging").await, "open")?;
    // Not in the order of identifiers: a keeper gives entries in the order it got them.
    let entries: Vec<Entry> = (0..40).map(|n| sample((n * 17) % 40)).collect();
    for batch in entries.chunks(9) {
        check.fine(store.append(ANNA, batch).await, "append")?;
    }
    for page in [1, 3, 7, 39, 40, 41, 1000] {
        let (got, _) = check.fine(all(&store, ANNA, page).await, "read in pages")?;
        check.equal(&got, &entries, "pages joined")?;
    }
    let (mut cursor, mut seen) = (Cursor::default(), 0);
    while seen < entries.len() {
        let page = check.fine(store.read(ANNA, cursor, 6).await, "read")?;
        check.that(page.entries.len() <= 6, "a page is longer than its limit")?;
        check.that(page.cursor > cursor, "the cursor does not grow")?;
        seen += page.entries.len();
        check.equal(&page.more, &(seen < entries.len()), "more")?;
        cursor = page.cursor;
    }
    let end = check.fine(store.read(ANNA, cursor, 6).await, "read at the end")?;
    check.that(end.entries.is_empty() && !end.more && end.cursor == cursor, "the end is not the end")?;
    let none = check.fine(store.read(ANNA, Cursor(0), 0).await, "read none")?;
    check.that(none.entries.is_empty() && none.cursor == Cursor(0), "a page of none moved the cursor")?;
    check.fine(store.append(ANNA, &[sample(99)]).await, "append")?;
    let next = check.fine(store.read(ANNA, cursor, 6).await, "read what came since")?;
    check.equal(&next.entries, &vec![sample(99)], "what came since")
});

chapter!(people_are_apart(open, check) {
    let store = check.fine(open("people").await, "open")?;
    check.fine(store.append(ANNA, &[sample(0), sample(1)]).await, "append")?;
    let empty = check.fine(store.read(BEN, Cursor(0), 10).await, "read")?;
    check.that(empty.entries.is_empty(), "one person sees the other's entries")?;
    let other = Entry { lamport: 77, ..sample(1) };
    let own = check.fine(store.append(BEN, &[other.clone(), sample(2)]).await, "append the same identifiers")?;
    check.equal(&own, &Appended { added: 2, known: 0 }, "each person has identifiers of their own")?;
    let (anna, _) = check.fine(all(&store, ANNA, 1).await, "read")?;
    let (ben, _) = check.fine(all(&store, BEN, 1).await, "read")?;
    check.equal(&anna, &vec![sample(0), sample(1)], "the first person's journal")?;
    check.equal(&ben, &vec![other, sample(2)], "the second person's journal")
});

chapter!(reopening_keeps(open, check) {
    let entries: Vec<Entry> = (0..12).map(sample).collect();
    let cursor = {
        let store = check.fine(open("reopen").await, "open")?;
        check.fine(store.append(ANNA, &entries[..10]).await, "append")?;
        check.fine(store.read(ANNA, Cursor(0), 4).await, "read")?.cursor
    };
    let store = check.fine(open("reopen").await, "open again")?;
    let rest = check.fine(store.read(ANNA, cursor, 100).await, "read on with the old cursor")?;
    check.equal(&rest.entries, &entries[4..10].to_vec(), "the rest after reopening")?;
    let more = check.fine(store.append(ANNA, &entries).await, "append")?;
    check.equal(&more, &Appended { added: 2, known: 10 }, "append after reopening")?;
    let (kept, _) = check.fine(all(&store, ANNA, 5).await, "read")?;
    check.equal(&kept, &entries, "everything after reopening")
});

chapter!(two_handles_see_each_other(open, check) {
    let one = check.fine(open("handles").await, "open")?;
    let two = check.fine(open("handles").await, "open a second time")?;
    let mut cursor = Cursor::default();
    for n in 0..6 {
        let (writes, reads) = if n % 2 == 0 { (&one, &two) } else { (&two, &one) };
        check.fine(writes.append(ANNA, &[sample(n)]).await, "append")?;
        let page = check.fine(reads.read(ANNA, cursor, 10).await, "read through the other")?;
        check.equal(&page.entries, &vec![sample(n)], "what the other wrote")?;
        cursor = page.cursor;
    }
    Ok(())
});

chapter!(a_large_batch_goes_in_at_once(open, check) {
    let store = check.fine(open("large").await, "open")?;
    let entries: Vec<Entry> = (0..2000).map(sample).collect();
    let done = check.fine(store.append(ANNA, &entries).await, "append")?;
    check.equal(&done, &Appended { added: 2000, known: 0 }, "append")?;
    let (kept, _) = check.fine(all(&store, ANNA, 500).await, "read")?;
    check.that(kept == entries, "two thousand entries did not come back as they were")
});

chapter!(bytes_come_back_as_they_were(open, check) {
    let store = check.fine(open("bytes").await, "open")?;
    let largest = format!("\"{}\"", "x".repeat(PAYLOAD_MAX_BYTES - 2));
    let payloads = [
        "null", "[]", "0", "-0.0", "1e400", "123456789012345678901234567890.5000", r#"{"a":1,"a":2}"#,
        r#"{ "z" : [ 1 ,2 ] , "a":null }"#, r#""\u0000\u00e9 é 🦴 \ud83e\uddb4""#, r#"{"":{"":[[[[]]]]}}"#, &largest,
    ];
    let entries: Vec<Entry> = payloads
        .iter()
        .zip(0..)
        .map(|(payload, n)| Entry {
            kind: "kind-of-2031".to_owned(),
            version: u16::MAX,
            payload: raw((*payload).to_owned()),
            ..sample(n)
        })
        .collect();
    check.fine(store.append(ANNA, &entries).await, "append")?;
    let edges = [
        Entry { lamport: EXACT_MAX, at_ms: -1, zone: "-03:30".to_owned(), ..sample(100) },
        Entry { at_ms: i64::try_from(EXACT_MAX).unwrap_or(0), date: jiff::civil::Date::MAX, ..sample(101) },
        Entry { at_ms: 0, date: jiff::civil::Date::MIN, device: Uuid::max(), ..sample(102) },
    ];
    check.fine(store.append(ANNA, &edges).await, "append at the edges")?;
    let (kept, _) = check.fine(all(&store, ANNA, 4).await, "read")?;
    for (is, should) in kept.iter().zip(entries.iter().chain(&edges)) {
        check.equal(&is.payload.get(), &should.payload.get(), "the bytes of a payload")?;
        check.equal(is, should, "an entry")?;
    }
    check.equal(&kept.len(), &(entries.len() + edges.len()), "how many came back")
});

chapter!(an_erasure_takes_what_came_before(open, check) {
    let store = check.fine(open("erasure").await, "open")?;
    let entries: Vec<Entry> = (0..10).map(sample).collect();
    check.fine(store.append(ANNA, &entries).await, "append")?;
    check.fine(store.append(BEN, &entries).await, "append of somebody else")?;
    let (_, cursor) = check.fine(all(&store, ANNA, 100).await, "read")?;
    let gone = erasure(20, 0);
    // A conflict makes the batch fail as a whole: then nothing is erased either.
    let result = store.append(ANNA, &[since(&gone, 40), gone.clone(), Entry { version: 2, ..since(&gone, 40) }]).await;
    check.equal(&result, &Err(StoreError::Conflict { id: sample(40).id }), "an erasure beside a conflict")?;
    let (kept, _) = check.fine(all(&store, ANNA, 3).await, "read")?;
    check.equal(&kept, &entries, "an erasure that failed took something")?;
    // Before the erasure, with it, after it: what stands before it is not kept, wherever it stands in the batch.
    let mixed = [sample(11), gone.clone(), sample(12), since(&gone, 13)];
    let done = check.fine(store.append(ANNA, &mixed).await, "append with an erasure")?;
    check.equal(&(done.added + done.known), &4, "every entry of the batch is counted")?;
    let should = vec![gone.clone(), since(&gone, 13)];
    for page in [1, 100] {
        let (kept, _) = check.fine(all(&store, ANNA, page).await, "read")?;
        check.equal(&kept, &should, "what is left after an erasure")?;
    }
    let fresh = check.fine(store.read(ANNA, cursor, 10).await, "read on with the old cursor")?;
    check.equal(&fresh.entries, &should, "whoever read before hears of the erasure")?;
    check.that(fresh.cursor > cursor, "the cursor does not grow over an erasure")?;
    let (ben, _) = check.fine(all(&store, BEN, 100).await, "read")?;
    check.equal(&ben, &entries, "an erasure took from somebody else")
});

chapter!(what_was_erased_does_not_come_back(open, check) {
    let gone = erasure(20, 0);
    {
        let store = check.fine(open("forgotten").await, "open")?;
        check.fine(store.append(ANNA, &[sample(0), sample(1)]).await, "append")?;
        check.fine(store.append(ANNA, core::slice::from_ref(&gone)).await, "erase")?;
    }
    let store = check.fine(open("forgotten").await, "open again")?;
    let old = [sample(1), sample(15), erasure(0, 7)];
    let earlier = Entry { lamport: 9, ..old[2].clone() };
    let done = check.fine(store.append(ANNA, &[old[0].clone(), old[1].clone(), earlier]).await, "an old device")?;
    check.equal(&done, &Appended { added: 0, known: 3 }, "an old device brings back what was erased")?;
    let again = check.fine(store.append(ANNA, core::slice::from_ref(&gone)).await, "the erasure again")?;
    check.equal(&again, &Appended { added: 0, known: 1 }, "the erasure again")?;
    let new = since(&gone, 3);
    check.fine(store.append(ANNA, core::slice::from_ref(&new)).await, "append after the erasure")?;
    let second = erasure(new.lamport, 8);
    check.fine(store.append(ANNA, core::slice::from_ref(&second)).await, "erase a second time")?;
    let (kept, _) = check.fine(all(&store, ANNA, 10).await, "read")?;
    check.equal(&kept, &vec![second], "a second erasure takes the first one and what came between")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryStore;
    use core::pin::pin;
    use core::task::{Context, Poll, Waker};
    use std::collections::HashMap;

    /// Memory never waits, so one poll is enough.
    fn now<F: Future>(future: F) -> F::Output {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done,
            Poll::Pending => panic!("the keeper in memory waited"),
        }
    }

    #[test]
    fn memory_lives_through_the_story() {
        let mut stores: HashMap<&str, MemoryStore> = HashMap::new();
        let report = now(story(|name| {
            let store = stores.entry(name).or_default().clone();
            async move { Ok(store) }
        }));
        assert_eq!(report.map(|report| report.chapters.len()), Ok(CHAPTERS));
    }

    /// A keeper that forgets on reopening must not pass.
    #[test]
    fn the_story_tells_a_forgetful_keeper() {
        let broken = now(story(|_| async { Ok(MemoryStore::new()) })).unwrap_err();
        assert_eq!(broken.chapter, "reopening_keeps");
    }
}

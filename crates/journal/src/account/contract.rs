//! The story every keeper of accounts must live through: memory, SQLite, and whatever comes.
//!
//! It needs empty books and panics nowhere: what is broken comes back as a sentence.

use uuid::Uuid;

use super::{Accepted, Account, AccountStore, Hash, Invitation, Rate, Session};
use crate::port::StoreError;

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Broken(String);

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Self {
        Self(error.to_string())
    }
}

type Told = Result<(), Broken>;

fn that(holds: bool, what: &str) -> Told {
    if holds { Ok(()) } else { Err(Broken(what.to_owned())) }
}

const ANNA: Uuid = Uuid::from_u128(0xa1);
const BERT: Uuid = Uuid::from_u128(0xb2);
const NOW: i64 = 1_795_341_600_000;
const DAY: i64 = 86_400_000;

const fn hash(n: u8) -> Hash {
    [n; 32]
}

fn account(person: Uuid, name: &str) -> Account {
    Account {
        person,
        name: name.to_owned(),
        key: super::key_of_name(name),
        secret: format!("$argon2id$of-{name}"),
        may_invite: false,
        made_ms: NOW,
    }
}

fn invitation(n: u8, person: Uuid, may_invite: bool) -> Invitation {
    Invitation { token: hash(n), person, may_invite, ends_ms: NOW + DAY }
}

fn session(n: u8, person: Uuid) -> Session {
    let made_ms = NOW + i64::from(n);
    Session {
        person,
        token: hash(n),
        id: Uuid::from_u128(u128::from(n)),
        label: format!("device {n}"),
        made_ms,
        seen_ms: made_ms,
        ends_ms: NOW + 30 * DAY,
    }
}

/// Lives through the whole story.
///
/// # Errors
/// The first promise that was broken.
pub async fn story(books: &dyn AccountStore) -> Told {
    that(books.accounts().await?.is_empty(), "new books are empty")?;
    invitations_are_good_once_and_for_a_time(books).await?;
    sessions_hold_until_they_end(books).await?;
    another_password_ends_sessions(books).await?;
    people_are_apart(books).await?;
    rates_hold(books).await?;
    what_is_over_is_swept(books).await?;
    an_account_goes_with_all_that_opens_it(books).await
}

async fn invitations_are_good_once_and_for_a_time(books: &dyn AccountStore) -> Told {
    books.invite(&invitation(1, ANNA, true)).await?;
    let found = books.invitation(&hash(1), NOW).await?;
    that(found == Some(invitation(1, ANNA, true)), "an invitation comes back as it was")?;
    that(books.invitation(&hash(1), NOW + DAY).await?.is_none(), "it ends in time")?;
    that(books.invitation(&hash(9), NOW).await?.is_none(), "another token is none")?;
    let anna = account(ANNA, "Anna");
    let late = books.accept(&hash(1), NOW + DAY, &anna).await?;
    that(late == Accepted::NoInvitation, "an ended invitation makes no account")?;
    let stolen = books.accept(&hash(1), NOW, &account(BERT, "Bert")).await?;
    that(stolen == Accepted::NoInvitation, "an invitation is for its own person")?;
    that(books.accept(&hash(1), NOW, &anna).await? == Accepted::Done, "an invitation makes an account")?;
    let again = books.accept(&hash(1), NOW, &anna).await?;
    that(again == Accepted::NoInvitation, "an invitation is good once")?;
    let kept = books.account_named("anna").await?;
    that(kept == Some(Account { may_invite: true, ..anna.clone() }), "the account is kept as it was made")?;
    that(books.account(ANNA).await? == kept, "and found by its person")?;

    books.invite(&invitation(2, BERT, false)).await?;
    let taken = books.accept(&hash(2), NOW, &account(BERT, "ANNA")).await?;
    that(taken == Accepted::NameTaken, "a name is given once")?;
    let other = books.accept(&hash(2), NOW, &account(BERT, "Bert")).await?;
    that(other == Accepted::Done, "after a taken name the invitation is still good")?;
    let names: Vec<String> = books.accounts().await?.into_iter().map(|it| it.name).collect();
    that(names == ["Anna", "Bert"], "everybody is listed by name")
}

async fn sessions_hold_until_they_end(books: &dyn AccountStore) -> Told {
    for n in [11, 12, 13] {
        books.begin_session(&session(n, ANNA)).await?;
    }
    books.begin_session(&session(21, BERT)).await?;
    let found = books.session(ANNA, &hash(11), NOW).await?;
    that(found == Some(session(11, ANNA)), "a session comes back as it was")?;
    that(books.session(ANNA, &hash(11), NOW + 30 * DAY).await?.is_none(), "it ends in time")?;
    books.seen(ANNA, &hash(11), NOW + 2 * DAY, NOW + 40 * DAY).await?;
    let seen = Session { seen_ms: NOW + 2 * DAY, ends_ms: NOW + 40 * DAY, ..session(11, ANNA) };
    that(books.session(ANNA, &hash(11), NOW + 30 * DAY).await? == Some(seen), "one that is used holds on")?;
    let ids: Vec<u128> =
        books.sessions(ANNA, NOW).await?.iter().map(|session| session.id.as_u128()).collect();
    that(ids == [11, 13, 12], "sessions are listed, the one used last first")?;
    that(books.end_session(ANNA, Uuid::from_u128(12)).await?, "one session ends")?;
    that(books.session(ANNA, &hash(12), NOW).await?.is_none(), "an ended session opens nothing")?;
    that(!books.end_session(ANNA, Uuid::from_u128(12)).await?, "an ended session is gone")
}

async fn another_password_ends_sessions(books: &dyn AccountStore) -> Told {
    books.change_secret(ANNA, "$argon2id$other", Some(&hash(11))).await?;
    let secret = books.account(ANNA).await?.map(|account| account.secret);
    that(secret.as_deref() == Some("$argon2id$other"), "the password is another")?;
    that(books.session(ANNA, &hash(11), NOW).await?.is_some(), "the session at hand stays")?;
    that(books.session(ANNA, &hash(13), NOW).await?.is_none(), "the others end")?;
    // A forgotten password: a link for somebody who has an account.
    books.begin_session(&session(14, ANNA)).await?;
    books.invite(&invitation(3, ANNA, false)).await?;
    books.invite(&invitation(4, ANNA, false)).await?;
    let fresh = Account { secret: "$argon2id$fresh".to_owned(), made_ms: NOW + DAY, ..account(ANNA, "Anna") };
    that(books.accept(&hash(3), NOW, &fresh).await? == Accepted::Done, "a link sets a new password")?;
    let kept = books.account(ANNA).await?;
    let wanted = Account { may_invite: true, made_ms: NOW, ..fresh };
    that(kept == Some(wanted), "and changes neither what the account may do nor when it was made")?;
    that(books.sessions(ANNA, NOW).await?.is_empty(), "every session ends with a new password by link")?;
    that(books.invitation(&hash(4), NOW).await?.is_none(), "and so does every other link of that person")
}

async fn people_are_apart(books: &dyn AccountStore) -> Told {
    that(books.session(ANNA, &hash(21), NOW).await?.is_none(), "a session opens one person's journal only")?;
    that(!books.end_session(ANNA, Uuid::from_u128(21)).await?, "nobody ends another's session")?;
    books.seen(ANNA, &hash(21), NOW + DAY, NOW + 90 * DAY).await?;
    that(books.end_sessions(ANNA, None).await? == 0, "ending all ends one's own")?;
    that(
        books.session(BERT, &hash(21), NOW).await? == Some(session(21, BERT)),
        "another's session stays as it was",
    )?;
    books.begin_session(&session(22, BERT)).await?;
    that(books.end_sessions(BERT, Some(&hash(21))).await? == 1, "all but this one end")?;
    that(books.session(BERT, &hash(22), NOW).await?.is_none(), "and open nothing any more")
}

async fn rates_hold(books: &dyn AccountStore) -> Told {
    let rate = Rate { burst: 3, every_ms: 1000 };
    for _ in 0..3 {
        that(books.try_once(&hash(50), rate, NOW).await?.is_none(), "a burst is allowed")?;
    }
    let wait = books.try_once(&hash(50), rate, NOW).await?;
    that(wait == Some(1000), "then the wait is told")?;
    that(books.try_once(&hash(50), rate, NOW + 400).await? == Some(600), "and runs, whoever asks meanwhile")?;
    that(books.try_once(&hash(51), rate, NOW).await?.is_none(), "another rate is apart")?;
    that(books.try_once(&hash(50), rate, NOW + 1000).await?.is_none(), "then one more is allowed")?;
    that(books.try_once(&hash(50), rate, NOW + 1000).await? == Some(1000), "and only one")?;
    for _ in 0..3 {
        that(books.try_once(&hash(50), rate, NOW + DAY).await?.is_none(), "after a long time all are back")?;
    }
    that(books.try_once(&hash(50), rate, NOW + DAY).await?.is_some(), "but no more than all")
}

async fn what_is_over_is_swept(books: &dyn AccountStore) -> Told {
    books.invite(&invitation(5, Uuid::from_u128(0xc3), false)).await?;
    books.sweep(NOW).await?;
    that(books.invitation(&hash(5), NOW).await?.is_some(), "what holds is not swept")?;
    that(books.session(BERT, &hash(21), NOW).await?.is_some(), "nor a session that holds")?;
    books.sweep(NOW + 60 * DAY).await?;
    that(books.invitation(&hash(5), NOW).await?.is_none(), "what is over is swept")?;
    that(books.sessions(BERT, NOW).await?.is_empty(), "so are sessions")
}

async fn an_account_goes_with_all_that_opens_it(books: &dyn AccountStore) -> Told {
    books.begin_session(&session(23, BERT)).await?;
    books.invite(&invitation(6, BERT, false)).await?;
    that(books.remove_account(BERT).await?, "an account is taken away")?;
    that(!books.remove_account(BERT).await?, "once")?;
    that(books.account_named("bert").await?.is_none(), "it is gone")?;
    that(books.session(BERT, &hash(23), NOW).await?.is_none(), "with its sessions")?;
    that(books.invitation(&hash(6), NOW).await?.is_none(), "and its links")?;
    that(books.account(ANNA).await?.is_some(), "and nobody else's")
}

//! Who may open which journal: accounts, sessions, invitations and rates, as a port that servers keep books behind.
//!
//! Every person has at most one account, and an account opens that person's journal and no other. Tokens are never
//! kept, only their hashes; passwords only as what a slow, salted function made of them. Times are arguments. What
//! this module does not do: make tokens, hash passwords, or speak HTTP; `server` does.

#[cfg(any(test, feature = "testing"))]
pub mod contract;
mod memory;

use core::pin::Pin;

use uuid::Uuid;

use crate::port::StoreError;

pub use memory::MemoryAccounts;

/// What is kept of a token, or the name of a rate: SHA-256.
pub type Hash = [u8; 32];

/// Somebody who may log in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose journal it opens.
    pub person: Uuid,
    /// The name as the person wrote it.
    pub name: String,
    /// The name by which it is found: see [`key_of_name`].
    pub key: String,
    /// What was made of the password, with its salt and costs, in the PHC string format.
    pub secret: String,
    /// Whether this person may invite others.
    pub may_invite: bool,
    /// When it was made.
    pub made_ms: i64,
}

/// A device that is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub person: Uuid,
    /// The hash of its token.
    pub token: Hash,
    /// What it is called in a list: not a secret.
    pub id: Uuid,
    /// What device it seems to be.
    pub label: String,
    /// When it began.
    pub made_ms: i64,
    /// When it was last used, to within a day.
    pub seen_ms: i64,
    /// From then on it opens nothing.
    pub ends_ms: i64,
}

/// Leave to make one account, or to choose a new password for one that is there. Good once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The hash of its token.
    pub token: Hash,
    /// Whose journal the account will open.
    pub person: Uuid,
    /// Whether the account may invite others.
    pub may_invite: bool,
    /// From then on it opens nothing.
    pub ends_ms: i64,
}

/// How often something may be tried: `burst` times at once, then once in every `every_ms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many at once.
    pub burst: u32,
    /// How long until one more is allowed.
    pub every_ms: i64,
}

/// What became of an invitation that somebody wanted to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// The account is made, or has its new password; the invitation is used up.
    Done,
    /// There is no such invitation, or no longer. Nothing was changed.
    NoInvitation,
    /// Somebody else has this name. Nothing was changed.
    NameTaken,
}

/// The name by which an account is found: capitals and spaces around and between do not matter.
#[must_use]
pub fn key_of_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// An answer on its way. Boxed, so that a server can be given any of the books.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The books. Whatever returns `Ok` survives a crash; every method is one piece, done whole or not at all.
pub trait AccountStore: Send + Sync {
    /// Everybody, by name.
    fn accounts(&self) -> Answer<'_, Vec<Account>>;

    /// The account with this key.
    fn account_named<'a>(&'a self, key: &'a str) -> Answer<'a, Option<Account>>;

    /// The account of this person.
    fn account(&self, person: Uuid) -> Answer<'_, Option<Account>>;

    /// Takes an account and its sessions and invitations away. The journal stays.
    fn remove_account(&self, person: Uuid) -> Answer<'_, bool>;

    /// Keeps an invitation.
    fn invite<'a>(&'a self, invitation: &'a Invitation) -> Answer<'a, ()>;

    /// An invitation that is still good.
    fn invitation<'a>(&'a self, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Invitation>>;

    /// Uses an invitation up for an account of its person. Where the person has an account, it gets the name and
    /// password given, keeps what it may do, and its sessions end.
    fn accept<'a>(&'a self, token: &'a Hash, now_ms: i64, account: &'a Account) -> Answer<'a, Accepted>;

    /// Another password; every session ends but the one with this token.
    fn change_secret<'a>(&'a self, person: Uuid, secret: &'a str, but: Option<&'a Hash>) -> Answer<'a, ()>;

    /// Begins a session.
    fn begin_session<'a>(&'a self, session: &'a Session) -> Answer<'a, ()>;

    /// A session that still holds.
    fn session<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Session>>;

    /// A session was used; it holds longer.
    fn seen<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64, ends_ms: i64) -> Answer<'a, ()>;

    /// Every session of a person that still holds, the one used last first.
    fn sessions(&self, person: Uuid, now_ms: i64) -> Answer<'_, Vec<Session>>;

    /// Ends one session of a person. Whether there was one.
    fn end_session(&self, person: Uuid, id: Uuid) -> Answer<'_, bool>;

    /// Ends every session of a person but the one with this token. How many there were.
    fn end_sessions<'a>(&'a self, person: Uuid, but: Option<&'a Hash>) -> Answer<'a, u64>;

    /// Counts one try. `None`: it may be made. `Some`: not for so many milliseconds, and it was not counted.
    fn try_once<'a>(&'a self, what: &'a Hash, rate: Rate, now_ms: i64) -> Answer<'a, Option<i64>>;

    /// Forgets sessions, invitations and rates that no longer mean anything.
    fn sweep(&self, now_ms: i64) -> Answer<'_, ()>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_spaces_in_a_name_do_not_matter() {
        assert_eq!(key_of_name("  Anna   Maria "), "anna maria");
        assert_eq!(key_of_name("ÅSA"), "åsa");
        assert_ne!(key_of_name("anna"), key_of_name("anne"));
    }
}

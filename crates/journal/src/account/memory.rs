//! The books of accounts in memory: for tests, and as the plainest statement of what every keeper of them does.

use core::future::ready;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use super::{Accepted, Account, AccountStore, Answer, Hash, Invitation, Rate, Session};

#[derive(Debug, Default)]
struct Books {
    accounts: BTreeMap<Uuid, Account>,
    sessions: Vec<Session>,
    invitations: BTreeMap<Hash, Invitation>,
    free_at_ms: BTreeMap<Hash, i64>,
}

/// Accounts in memory.
#[derive(Debug, Default)]
pub struct MemoryAccounts {
    books: Mutex<Books>,
}

fn now<'a, T: Send + 'a>(value: T) -> Answer<'a, T> {
    Box::pin(ready(Ok(value)))
}

impl MemoryAccounts {
    fn lock(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Books {
    fn accept(&mut self, token: &Hash, now_ms: i64, account: &Account) -> Accepted {
        let good = self
            .invitations
            .get(token)
            .filter(|invitation| now_ms < invitation.ends_ms && invitation.person == account.person);
        let Some(invitation) = good.cloned() else { return Accepted::NoInvitation };
        let taken = self.accounts.values().any(|it| it.key == account.key && it.person != account.person);
        if taken {
            return Accepted::NameTaken;
        }
        let known = self.accounts.get(&account.person);
        let may_invite = known.map_or(invitation.may_invite, |known| known.may_invite);
        let made_ms = known.map_or(account.made_ms, |known| known.made_ms);
        self.accounts.insert(account.person, Account { may_invite, made_ms, ..account.clone() });
        self.sessions.retain(|session| session.person != account.person);
        self.invitations.retain(|_, other| other.person != account.person);
        Accepted::Done
    }

    fn try_once(&mut self, what: &Hash, rate: Rate, now_ms: i64) -> Option<i64> {
        let free_at_ms = self.free_at_ms.get(what).copied().unwrap_or(now_ms).max(now_ms);
        let over_ms = free_at_ms - now_ms - rate.every_ms * (i64::from(rate.burst) - 1);
        if over_ms > 0 {
            return Some(over_ms);
        }
        self.free_at_ms.insert(*what, free_at_ms + rate.every_ms);
        None
    }
}

impl AccountStore for MemoryAccounts {
    fn accounts(&self) -> Answer<'_, Vec<Account>> {
        let mut all: Vec<Account> = self.lock().accounts.values().cloned().collect();
        all.sort_by(|a, b| a.key.cmp(&b.key));
        now(all)
    }

    fn account_named<'a>(&'a self, key: &'a str) -> Answer<'a, Option<Account>> {
        now(self.lock().accounts.values().find(|account| account.key == key).cloned())
    }

    fn account(&self, person: Uuid) -> Answer<'_, Option<Account>> {
        now(self.lock().accounts.get(&person).cloned())
    }

    fn remove_account(&self, person: Uuid) -> Answer<'_, bool> {
        let mut books = self.lock();
        books.sessions.retain(|session| session.person != person);
        books.invitations.retain(|_, invitation| invitation.person != person);
        now(books.accounts.remove(&person).is_some())
    }

    fn invite<'a>(&'a self, invitation: &'a Invitation) -> Answer<'a, ()> {
        self.lock().invitations.insert(invitation.token, invitation.clone());
        now(())
    }

    fn invitation<'a>(&'a self, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Invitation>> {
        now(self.lock().invitations.get(token).filter(|it| now_ms < it.ends_ms).cloned())
    }

    fn accept<'a>(&'a self, token: &'a Hash, now_ms: i64, account: &'a Account) -> Answer<'a, Accepted> {
        now(self.lock().accept(token, now_ms, account))
    }

    fn change_secret<'a>(&'a self, person: Uuid, secret: &'a str, but: Option<&'a Hash>) -> Answer<'a, ()> {
        let mut books = self.lock();
        if let Some(account) = books.accounts.get_mut(&person) {
            secret.clone_into(&mut account.secret);
        }
        books.sessions.retain(|session| session.person != person || Some(&session.token) == but);
        now(())
    }

    fn begin_session<'a>(&'a self, session: &'a Session) -> Answer<'a, ()> {
        self.lock().sessions.push(session.clone());
        now(())
    }

    fn session<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64) -> Answer<'a, Option<Session>> {
        let books = self.lock();
        let found = books.sessions.iter().find(|it| it.person == person && it.token == *token);
        now(found.filter(|session| now_ms < session.ends_ms).cloned())
    }

    fn seen<'a>(&'a self, person: Uuid, token: &'a Hash, now_ms: i64, ends_ms: i64) -> Answer<'a, ()> {
        for session in &mut self.lock().sessions {
            if session.person == person && session.token == *token {
                (session.seen_ms, session.ends_ms) = (now_ms, ends_ms);
            }
        }
        now(())
    }

    fn sessions(&self, person: Uuid, now_ms: i64) -> Answer<'_, Vec<Session>> {
        let books = self.lock();
        let live = books.sessions.iter().filter(|it| it.person == person && now_ms < it.ends_ms);
        let mut all: Vec<Session> = live.cloned().collect();
        all.sort_by_key(|session| core::cmp::Reverse((session.seen_ms, session.id)));
        now(all)
    }

    fn end_session(&self, person: Uuid, id: Uuid) -> Answer<'_, bool> {
        let mut books = self.lock();
        let before = books.sessions.len();
        books.sessions.retain(|session| session.person != person || session.id != id);
        now(books.sessions.len() < before)
    }

    fn end_sessions<'a>(&'a self, person: Uuid, but: Option<&'a Hash>) -> Answer<'a, u64> {
        let mut books = self.lock();
        let before = books.sessions.len();
        books.sessions.retain(|session| session.person != person || Some(&session.token) == but);
        now((before - books.sessions.len()) as u64)
    }

    fn try_once<'a>(&'a self, what: &'a Hash, rate: Rate, now_ms: i64) -> Answer<'a, Option<i64>> {
        now(self.lock().try_once(what, rate, now_ms))
    }

    fn sweep(&self, now_ms: i64) -> Answer<'_, ()> {
        let mut books = self.lock();
        books.sessions.retain(|session| now_ms < session.ends_ms);
        books.invitations.retain(|_, invitation| now_ms < invitation.ends_ms);
        books.free_at_ms.retain(|_, free_at_ms| now_ms < *free_at_ms);
        now(())
    }
}

#[cfg(test)]
mod tests {
    use core::task::{Context, Poll, Waker};

    use super::*;
    use crate::account::contract::story;

    #[test]
    fn memory_lives_through_the_story_of_accounts() {
        let books = MemoryAccounts::default();
        let mut told = Box::pin(story(&books));
        let done = told.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(done, Poll::Ready(Ok(())));
    }
}

//! Passwords: what they must be, and what is made of them.
//!
//! Argon2id with 19 MiB and two passes (the least OWASP advises), two at a time, so that many log-ins neither fill the
//! memory nor stop the server. A name nobody has is checked against a secret nobody knows, at the same cost.

use std::sync::{Arc, OnceLock};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use axum::http::StatusCode;
use tokio::sync::Semaphore;

use crate::problem::Refusal;

const LEAST_CHARACTERS: usize = 10;
const MOST_BYTES: usize = 1024;
const AT_ONCE: usize = 2;
/// How many may wait for their turn.
const WAITING: usize = 32;

/// Makes and checks secrets.
pub struct Passwords {
    places: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(AT_ONCE)), queue: Arc::new(Semaphore::new(WAITING)) }
    }
}

impl Passwords {
    /// What is kept of a password.
    pub async fn secret(&self, password: &str) -> Result<String, Refusal> {
        let password = password.to_owned();
        self.aside(move || hash(password.as_bytes())).await?.ok_or_else(failed)
    }

    /// Whether it is the password; without a secret it is not, in the same time.
    pub async fn is_right(&self, password: &str, secret: Option<String>) -> Result<bool, Refusal> {
        let password = password.to_owned();
        self.aside(move || {
            let known = secret.is_some();
            let against = secret.or_else(|| nobodys_secret().cloned()).unwrap_or_default();
            let right = PasswordHash::new(&against)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            right && known
        })
        .await
    }

    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let _waiting = self.queue.try_acquire().map_err(|_| busy())?;
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| failed())?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        done.await.map_err(|_| failed())
    }
}

fn hash(password: &[u8]) -> Option<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).ok()?;
    let made: PasswordHash = Argon2::default().hash_password_with_salt(password, &salt).ok()?;
    Some(made.to_string())
}

fn nobodys_secret() -> Option<&'static String> {
    static SECRET: OnceLock<Option<String>> = OnceLock::new();
    SECRET
        .get_or_init(|| {
            let mut password = [0; 32];
            getrandom::fill(&mut password).ok()?;
            hash(&password)
        })
        .as_ref()
}

/// What a new password must be: long enough, and not what everybody tries first.
pub fn check(password: &str, name: &str) -> Result<(), Refusal> {
    let weak = |detail: &str| {
        Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "password-weak",
            "Choose another password",
            detail,
        ))
    };
    if password.chars().count() < LEAST_CHARACTERS {
        return weak("It needs at least ten characters. Three or four words are easy to remember.");
    }
    if password.len() > MOST_BYTES {
        return weak("It is too long.");
    }
    let plain: String = password.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect();
    let own: String = name.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect();
    let different = plain.chars().collect::<std::collections::BTreeSet<_>>().len();
    let common = ["password", "passwort", "counterpose", "qwerty", "qwertz", "123456", "abcdef", "iloveyou"];
    let own = own.as_str();
    let rest = common.iter().chain([&own]).filter(|word| word.len() > 2);
    let rest = rest.fold(plain.clone(), |rest, word| rest.replace(word, ""));
    if different < 5 || rest.chars().count() < 5 {
        return weak(
            "It is one of the first that somebody would try. Three or four words are easy to remember.",
        );
    }
    Ok(())
}

fn busy() -> Refusal {
    Refusal::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "log-ins-busy",
        "Many are logging in",
        "Try again in a few seconds.",
    )
}

fn failed() -> Refusal {
    Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "log-in-broken",
        "The server could not check the password",
        "Try again later.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_first_is_no_password() {
        for weak in [
            "short",
            "aaaaaaaaaaaaaaa",
            "Password123",
            "1234567890",
            "anna-anna-anna",
            "Counterpose1!",
            "abababababab",
        ] {
            assert!(check(weak, "Anna").is_err(), "{weak}");
        }
        assert!(check(&"long word ".repeat(200), "Anna").is_err());
        for good in ["kettle-orbit-fern", "drei Birnen im Regen", "七つの海を渡る大きな船"] {
            assert!(check(good, "Anna").is_ok(), "{good}");
        }
    }

    #[tokio::test]
    async fn a_secret_is_argon2id_and_opens_to_its_password_only() {
        let passwords = Passwords::default();
        let secret = passwords.secret("kettle-orbit-fern").await.unwrap();
        assert!(secret.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{secret}");
        assert_ne!(passwords.secret("kettle-orbit-fern").await.unwrap(), secret);
        assert_eq!(passwords.is_right("kettle-orbit-fern", Some(secret.clone())).await, Ok(true));
        assert_eq!(passwords.is_right("kettle-orbit-Fern", Some(secret)).await, Ok(false));
        assert_eq!(passwords.is_right("kettle-orbit-fern", None).await, Ok(false));
    }
}

//! Tokens: a person and 256 random bits, as text in a cookie or a link, and as a hash in the books.

use std::fmt::Write as _;

use axum::http::{HeaderMap, HeaderValue, header};
use counterpose_journal::account::Hash;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// With this beginning a browser takes the cookie only over an encrypted line, for this host alone, and for all of it.
const COOKIE: &str = "__Host-counterpose";

/// What opens a journal, or uses an invitation.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// Whose.
    pub person: Uuid,
    secret: [u8; 32],
}

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn new(person: Uuid) -> Result<Self, getrandom::Error> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret)?;
        Ok(Self { person, secret })
    }

    /// As it travels: 96 hexadecimal digits.
    pub fn text(&self) -> String {
        let bytes = self.person.as_bytes().iter().chain(&self.secret);
        bytes.fold(String::with_capacity(96), |mut text, byte| {
            // Writing into a string does not fail.
            write!(text, "{byte:02x}").ok();
            text
        })
    }

    /// Reads one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 48] = from_hex(text)?;
        let (person, secret) = bytes.split_at(16);
        Some(Self { person: Uuid::from_slice(person).ok()?, secret: secret.try_into().ok()? })
    }

    /// What the books keep. The secret is random, so that a fast hash is enough: nothing can be guessed.
    pub fn hash(&self) -> Hash {
        let mut hash = Sha256::new();
        hash.update(self.person.as_bytes());
        hash.update(self.secret);
        hash.finalize().into()
    }
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = (digit(*pair.first()?)? << 4) | digit(*pair.get(1)?)?;
    }
    Some(bytes)
}

/// A random identifier.
///
/// # Errors
/// When the system gives no randomness.
pub fn random_uuid() -> Result<Uuid, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(Builder::from_random_bytes(bytes).into_uuid())
}

/// The token a request carries, as it came. More than one is as bad as a wrong one.
pub fn presented(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let cookies = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut ours = cookies.filter(|(name, _)| *name == COOKIE).map(|(_, value)| value);
    let first = ours.next()?;
    Some(if ours.next().is_some() { String::new() } else { first.to_owned() })
}

/// The cookie of a token, for so many seconds.
pub fn cookie(token: &str, age_s: i64) -> Option<HeaderValue> {
    let text = format!("{COOKIE}={token}; Path=/; Max-Age={age_s}; Secure; HttpOnly; SameSite=Strict");
    let mut value = HeaderValue::try_from(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// An end to the cookie.
pub fn end_cookie() -> HeaderValue {
    HeaderValue::from_static("__Host-counterpose=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_text_and_no_other_text_is_one() {
        let token = Token::new(Uuid::from_u128(7)).unwrap();
        let text = token.text();
        assert!(Token::parse(&text).is_some_and(|read| read == token));
        assert_ne!(Token::new(Uuid::from_u128(7)).unwrap().text(), text);
        let long = format!("{text}00");
        let odd = format!("+{}", &text[1..]);
        for other in ["", "x", &text[2..], &text[1..], &long, &odd, &"é".repeat(48)] {
            assert!(Token::parse(other).is_none(), "{other}");
        }
        assert_ne!(Token::new(Uuid::from_u128(7)).unwrap().hash(), token.hash());
        let elsewhere = Token { person: Uuid::from_u128(8), ..token.clone() };
        assert_ne!(elsewhere.hash(), token.hash());
    }

    #[test]
    fn one_cookie_of_ours_is_found_among_others_and_two_are_none() {
        let with = |lines: &[&str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(header::COOKIE, HeaderValue::from_str(line).unwrap());
            }
            presented(&headers)
        };
        assert_eq!(with(&["a=b; __Host-counterpose=cd; e=f"]).as_deref(), Some("cd"));
        assert_eq!(with(&["counterpose=cd", "__Host-counterpose2=x"]), None);
        assert_eq!(with(&["__Host-counterpose=a", "__Host-counterpose=b"]).as_deref(), Some(""));
    }
}

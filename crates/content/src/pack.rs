//! A language pack: the texts of one language, compiled at build from its Fluent files.
//!
//! UTF-8 text with a few control characters, sorted by key, so that reading it is one pass over the bytes:
//!
//! ```text
//! pack      = "counterpose-texts 1 " language " " how-many \0 message*
//! message   = key \x06 pattern \0
//! pattern   = (text | placeable)*
//! placeable = \x01 name \x02                            a value
//!           | \x03 key \x02                             another text
//!           | \x04 name \x02 (["*"] key \x06 pattern \x07)+ \x05   a choice by a value; "*" marks the fallback
//! ```
//!
//! A pack is an asset of its own: the browser fetches the one it needs. What this module does not do: fill a text
//! in; `texts` does.

use std::borrow::Cow;

pub(crate) const HEAD: &str = "counterpose-texts 1 ";
pub(crate) const MESSAGE_END: char = '\0';
pub(crate) const VALUE: char = '\x01';
pub(crate) const NAME_END: char = '\x02';
pub(crate) const TEXT: char = '\x03';
pub(crate) const CHOICE: char = '\x04';
pub(crate) const CHOICE_END: char = '\x05';
pub(crate) const KEY_END: char = '\x06';
pub(crate) const VARIANT_END: char = '\x07';

/// Whether a text holds none of the characters that mean something here.
#[allow(dead_code)]
pub(crate) fn is_plain(text: &str) -> bool {
    !text.contains(|letter| ('\0'..='\x07').contains(&letter))
}

/// Why bytes are no language pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not text at all, or the text of something else.
    NotOne,
    /// It ends in the middle.
    Cut,
    /// Its keys are not in order.
    Garbled,
}

impl core::fmt::Display for PackError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NotOne => "this is no language pack of this version; load the page again",
            Self::Cut => "the language pack is cut off; load it again",
            Self::Garbled => "the language pack is garbled; load it again",
        })
    }
}

impl core::error::Error for PackError {}

/// The texts of one language, ready to be looked up.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pack {
    text: Cow<'static, str>,
    /// Where the language stands in the text.
    language: (usize, usize),
    /// Where each message starts, in the order of the keys.
    starts: Vec<usize>,
}

impl core::fmt::Debug for Pack {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Pack({}, {} texts)", self.language(), self.starts.len())
    }
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// When the bytes are not a whole pack.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, PackError> {
        let text: Cow<'static, str> = match bytes.into() {
            Cow::Borrowed(bytes) => {
                Cow::Borrowed(core::str::from_utf8(bytes).map_err(|_| PackError::NotOne)?)
            }
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).map_err(|_| PackError::NotOne)?),
        };
        let rest = text.strip_prefix(HEAD).ok_or(PackError::NotOne)?;
        let (head, _) = rest.split_once(MESSAGE_END).ok_or(PackError::Cut)?;
        let (named, count) = head.split_once(' ').ok_or(PackError::NotOne)?;
        let count: usize = count.parse().map_err(|_| PackError::NotOne)?;
        let language = (HEAD.len(), HEAD.len() + named.len());
        let (mut starts, mut at, mut before) = (Vec::new(), HEAD.len() + head.len() + 1, "");
        for message in text.get(at..).unwrap_or_default().split_terminator(MESSAGE_END) {
            let key = message.split(KEY_END).next().unwrap_or_default();
            if key <= before || key.len() == message.len() {
                return Err(PackError::Garbled);
            }
            starts.push(at);
            at += message.len() + 1;
            before = key;
        }
        if starts.len() != count || !text.ends_with(MESSAGE_END) {
            return Err(PackError::Cut);
        }
        Ok(Self { language, starts, text })
    }

    /// The language, for example `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.text.get(self.language.0..self.language.1).unwrap_or_default()
    }

    /// The compiled text under a key.
    #[must_use]
    pub(crate) fn pattern(&self, key: &str) -> Option<&str> {
        let found = self.starts.binary_search_by(|&at| self.message(at).0.cmp(key)).ok()?;
        self.starts.get(found).map(|&at| self.message(at).1)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().map(|&at| self.message(at).0)
    }

    fn message(&self, at: usize) -> (&str, &str) {
        let rest = self.text.get(at..).unwrap_or_default();
        let whole = rest.split(MESSAGE_END).next().unwrap_or_default();
        whole.split_once(KEY_END).unwrap_or_default()
    }
}

//! Words for keys: the texts of one language, with arguments and plurals.
//!
//! A missing key never fails: it shows itself between ⟦ and ⟧, and a test proves that none is missing. Two pseudo
//! languages are English made strange: one accented and longer, for finding words that are not texts and boxes that
//! are too small; one running from right to left, for finding what is nailed to a side.

use std::borrow::Cow;

use crate::locale::Locale;
use crate::pack::{CHOICE, CHOICE_END, KEY_END, MESSAGE_END, NAME_END, Pack, TEXT, VALUE, VARIANT_END};

/// A value for a placeable in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(Cow::Borrowed(value))
    }
}

impl From<String> for Arg<'_> {
    fn from(value: String) -> Self {
        Self::Text(Cow::Owned(value))
    }
}

impl From<f64> for Arg<'_> {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

macro_rules! whole {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(value: $kind) -> Self {
                Self::Whole(i64::from(value))
            }
        }
    )*};
}
whole!(i64, i32, u32, u16, u8);

/// The texts of one language.
#[derive(Clone, Debug)]
pub struct Texts {
    locale: Locale,
    pack: Pack,
}

/// How deep texts may name texts; the build refuses circles, so this only guards against garbled packs.
const DEEPEST: u8 = 8;

impl Texts {
    /// The texts the program carries, in this language. A browser carries none: it fetches a pack, for [`Texts::of`].
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self::of(locale, crate::carried_pack(locale))
    }

    /// The texts of a pack. A pack of another language is used all the same: its words are better than none.
    #[must_use]
    pub const fn of(locale: Locale, pack: Pack) -> Self {
        Self { locale, pack }
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Every key there is, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.pack.keys()
    }

    /// Whether there is a text for this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.pack.pattern(key).is_some()
    }

    /// The text for this key, or the key between ⟦ and ⟧.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text for this key if there is one.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<String> {
        self.has(key).then(|| self.get(key))
    }

    /// The text for this key with its arguments filled in, or the key between ⟦ and ⟧. The place of an argument that
    /// was not given shows as `{$name}`.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut out = String::new();
        self.named(key, args, DEEPEST, &mut out);
        out
    }

    fn named(&self, key: &str, args: &[(&str, Arg<'_>)], deep: u8, out: &mut String) {
        match self.pack.pattern(key) {
            Some(pattern) if deep > 0 => self.fill(pattern, args, deep - 1, out),
            _ => out.extend(["⟦", key, "⟧"]),
        }
    }

    fn fill(&self, pattern: &str, args: &[(&str, Arg<'_>)], deep: u8, out: &mut String) {
        let mut rest = pattern;
        while let Some(at) = rest.find(|letter| (MESSAGE_END..=VARIANT_END).contains(&letter)) {
            let (plain, marked) = rest.split_at(at);
            self.locale.say(plain, out);
            let mut letters = marked.chars();
            let mark = letters.next();
            let (name, after) = letters.as_str().split_once(NAME_END).unwrap_or_default();
            rest = after;
            let value = args.iter().find(|(given, _)| *given == name).map(|(_, value)| value);
            match mark {
                Some(VALUE) => self.value(name, value, out),
                Some(TEXT) => self.named(name, args, deep, out),
                Some(CHOICE) => {
                    let (chosen, after) = self.choose(rest, value);
                    rest = after;
                    // Choices may stand inside choices as deep as the build let them.
                    self.fill(chosen, args, deep, out);
                }
                _ => return,
            }
        }
        self.locale.say(rest, out);
    }

    fn value(&self, name: &str, value: Option<&Arg<'_>>, out: &mut String) {
        match value {
            Some(Arg::Text(text)) => out.push_str(text),
            Some(Arg::Whole(number)) => out.push_str(&number.to_string()),
            Some(Arg::Number(number)) => out.push_str(&self.locale.number(*number)),
            None => out.extend(["{$", name, "}"]),
        }
    }

    /// The variant that fits the value, or the fallback; and what follows the whole choice.
    fn choose<'p>(&self, variants: &'p str, value: Option<&Arg<'_>>) -> (&'p str, &'p str) {
        let (mut rest, mut fallback, mut chosen) = (variants, "", None);
        while let Some((key, after)) = rest.split_once(KEY_END) {
            let (pattern, after) = after.split_at(end_of_variant(after));
            let key = key.strip_prefix('*').inspect(|_| fallback = pattern).unwrap_or(key);
            if chosen.is_none() && value.is_some_and(|value| self.fits(key, value)) {
                chosen = Some(pattern);
            }
            rest = after.strip_prefix(VARIANT_END).unwrap_or_default();
            if let Some(end) = rest.strip_prefix(CHOICE_END) {
                rest = end;
                break;
            }
        }
        (chosen.unwrap_or(fallback), rest)
    }

    fn fits(&self, key: &str, value: &Arg<'_>) -> bool {
        #[allow(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^53")]
        let number = match value {
            Arg::Text(text) => return key == text,
            Arg::Whole(number) => *number as f64,
            Arg::Number(number) => *number,
        };
        #[allow(clippy::float_cmp, reason = "a choice names the very number")]
        let same = key.parse() == Ok(number);
        same || key == self.locale.plural(number)
    }
}

/// Where the pattern of a variant ends: choices inside it have variants of their own.
fn end_of_variant(text: &str) -> usize {
    let mut inside = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            CHOICE => inside += 1,
            CHOICE_END => inside = inside.saturating_sub(1),
            VARIANT_END if inside == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

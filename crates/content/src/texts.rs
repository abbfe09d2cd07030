//! Words for keys: the Fluent texts of one language, with arguments and plurals.
//!
//! A missing key never fails: it shows itself between ⟦ and ⟧, and a test proves that none is missing. The pseudo
//! language is English, accented and longer, for finding words that are not texts and boxes that are too small.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::bundle::TextFile;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// English made strange on purpose, for testing.
    Pseudo,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Pseudo];

    /// Its tag, as in the document's `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language for a tag; the nearest one, so never fails.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag.eq_ignore_ascii_case("en-XA") { Self::Pseudo } else { Self::English }
    }

    /// The folder its texts stand in.
    const fn folder(self) -> &'static str {
        "en"
    }
}

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
pub struct Texts {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl core::fmt::Debug for Texts {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Texts").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts the program carries, in this language.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self::from_files(locale, &crate::bundle().texts)
    }

    /// Texts from given files; used where a library under test brings its own.
    #[must_use]
    pub fn from_files(locale: Locale, files: &[TextFile]) -> Self {
        let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        if locale == Locale::Pseudo {
            bundle.set_transform(Some(pseudo));
        }
        for file in files.iter().filter(|file| file.locale == locale.folder()) {
            // A file with errors does not get past the build; what can be read of it is used all the same.
            let resource = match FluentResource::try_new(file.text.clone()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { locale, bundle }
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether there is a text for this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
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

    /// The text for this key with its arguments filled in, or the key between ⟦ and ⟧.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Whole(number) => FluentValue::from(*number),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        // Errors here are arguments that were not given; their place shows as `{$name}`.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

/// English made strange: letters accented, vowels doubled. Placeables are not touched, they do not come by here.
fn pseudo(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let (strange, twice) = match letter {
            'a' => ('á', true),
            'e' => ('é', true),
            'i' => ('í', true),
            'o' => ('ó', true),
            'u' => ('ú', true),
            'A' => ('Á', false),
            'E' => ('É', false),
            'I' => ('Í', false),
            'O' => ('Ó', false),
            'U' => ('Ú', false),
            'c' => ('ç', false),
            'n' => ('ñ', false),
            's' => ('š', false),
            'y' => ('ý', false),
            other => (other, false),
        };
        out.push(strange);
        if twice {
            out.push(strange);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(locale: Locale) -> Texts {
        let text = "hello = Hello { $name }, once more and again\n\
            times = { $n ->\n    [one] { $n } time\n   *[other] { $n } times\n}\n";
        let file = TextFile { locale: "en".into(), name: "t.ftl".into(), text: text.into() };
        Texts::from_files(locale, &[file])
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(texts(Locale::English).get("nothing-here"), "⟦nothing-here⟧");
        assert!(!texts(Locale::English).has("nothing-here"));
    }

    #[test]
    fn arguments_and_plurals_are_filled_in_without_isolation_marks() {
        let texts = texts(Locale::English);
        assert_eq!(texts.format("hello", &[("name", "Ann".into())]), "Hello Ann, once more and again");
        assert_eq!(texts.format("times", &[("n", 1_i64.into())]), "1 time");
        assert_eq!(texts.format("times", &[("n", 2_i64.into())]), "2 times");
        assert_eq!(texts.format("times", &[("n", 2.5.into())]), "2.5 times");
    }

    #[test]
    fn the_pseudo_language_is_accented_longer_and_keeps_what_is_filled_in() {
        let plain = texts(Locale::English).format("hello", &[("name", "Ann".into())]);
        let strange = texts(Locale::Pseudo).format("hello", &[("name", "Ann".into())]);
        assert!(strange.contains("Ann") && !strange.contains("Hello"), "{strange}");
        let longer = strange.chars().count() as f64 / plain.chars().count() as f64;
        assert!((1.2..1.6).contains(&longer), "{longer}: {strange}");
    }

    #[test]
    fn every_language_has_every_text_and_the_pseudo_one_hides_no_english() {
        let (english, pseudo) = (Texts::new(Locale::English), Texts::new(Locale::Pseudo));
        let (mut plain, mut longer, mut count) = (0, 0, 0);
        for file in &crate::bundle().texts {
            for message in
                crate::ftl::messages(&file.text).iter().filter(|message| !message.key.starts_with('-'))
            {
                let (said, strange) = (english.get(message.key), pseudo.get(message.key));
                assert!(pseudo.has(message.key), "{}", message.key);
                plain += said.chars().count();
                longer += strange.chars().count();
                count += 1;
                let has_vowel =
                    message.words.split(['{', '}']).step_by(2).any(|w| w.contains(['a', 'e', 'i', 'o', 'u']));
                assert!(!has_vowel || said != strange, "{}: {said}", message.key);
            }
        }
        assert!(count > 500, "{count} texts");
        let ratio = f64::from(longer as u32) / f64::from(plain as u32);
        assert!((1.25..1.45).contains(&ratio), "{ratio}");
    }
}

//! Languages of the screen: which there are, which one fits a person, and what each does to numbers and plurals.
//!
//! Two pseudo languages stand beside the real ones, for testing; nobody is offered them. What this module does not
//! do: hold words.

use std::borrow::Cow;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// English made strange on purpose, for testing.
    Pseudo,
    /// English running from right to left, for testing.
    Backwards,
}

impl Locale {
    /// Every language, the pseudo ones included.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::Pseudo, Self::Backwards];
    /// The languages a person can choose.
    pub const OFFERED: [Self; 2] = [Self::English, Self::German];

    /// Its tag, as in the document's `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Pseudo => "en-XA",
            Self::Backwards => "en-XB",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo | Self::Backwards => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of this very tag, or of its first part (`de-AT` is German); `None` where there is no such one.
    #[must_use]
    pub fn known(tag: &str) -> Option<Self> {
        let same = |one: &&Self| tag.eq_ignore_ascii_case(one.tag());
        let kind = tag.split(['-', '_', '.']).next().unwrap_or_default();
        let of_kind = |one: &&Self| kind.eq_ignore_ascii_case(one.tag());
        Self::ALL.iter().find(same).or_else(|| Self::OFFERED.iter().find(of_kind)).copied()
    }

    /// The first language of a list that there is; English where there is none.
    #[must_use]
    pub fn first_known<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::known).unwrap_or_default()
    }

    /// The folder its texts stand in, and the name of its pack.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo | Self::Backwards => "en",
            Self::German => "de",
        }
    }

    /// Which way its lines run, as in the document's `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Backwards => "rtl",
            Self::English | Self::German | Self::Pseudo => "ltr",
        }
    }

    /// A number as this language writes it.
    #[must_use]
    pub fn number(self, number: f64) -> String {
        self.written(&number.to_string())
    }

    /// Digits with a point, as programs write them, with this language's mark in its place.
    #[must_use]
    pub fn written(self, digits: &str) -> String {
        if self == Self::German { digits.replace('.', ",") } else { digits.to_owned() }
    }

    /// The plural category of a number, by the rules of Unicode's CLDR.
    #[must_use]
    pub(crate) fn plural(self, number: f64) -> &'static str {
        #[allow(clippy::float_cmp, reason = "the rule names the very number")]
        if number == 1.0 { "one" } else { "other" }
    }

    /// Adds words of a text; the pseudo languages change them.
    pub(crate) fn say(self, words: &str, out: &mut String) {
        match self {
            Self::English | Self::German => out.push_str(words),
            Self::Pseudo => out.push_str(&accented(words)),
            Self::Backwards => backwards(words, out),
        }
    }
}

/// English made strange: letters accented, vowels doubled. What is filled in is not touched, it does not come by here.
fn accented(text: &str) -> Cow<'_, str> {
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

/// English that runs from right to left: each word between marks that turn it round. The letters stay what they are.
fn backwards(words: &str, out: &mut String) {
    const TURN: char = '\u{202e}';
    const STOP: char = '\u{202c}';
    let mut inside = false;
    for letter in words.chars() {
        let word = letter.is_alphanumeric() || matches!(letter, '’' | '-');
        if word != inside {
            out.push(if word { TURN } else { STOP });
            inside = word;
        }
        out.push(letter);
    }
    if inside {
        out.push(STOP);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_there_is_is_taken() {
        assert_eq!(Locale::first_known(["fr-CA", "EN_us", "en-XA"]), Locale::English);
        assert_eq!(Locale::first_known(["en-xb"]), Locale::Backwards);
        assert_eq!(Locale::first_known(["tlh", "", "-", "english"]), Locale::English);
        assert_eq!(Locale::first_known(["fr", "de-AT", "en"]), Locale::German);
        assert_eq!(Locale::known("fr"), None);
        for locale in Locale::ALL {
            assert_eq!(Locale::known(locale.tag()), Some(locale));
        }
    }

    #[test]
    fn one_is_one_and_everything_else_is_other() {
        for locale in Locale::ALL {
            let categories = [0.0, 1.0, 1.5, 2.0, -1.0].map(|number| locale.plural(number));
            assert_eq!(categories, ["other", "one", "other", "other", "other"]);
        }
    }

    #[test]
    fn a_number_has_the_mark_its_language_writes() {
        assert_eq!((Locale::English.number(2.5), Locale::German.number(2.5)), ("2.5".into(), "2,5".into()));
        assert_eq!(Locale::German.number(-12.0), "-12");
    }

    #[test]
    fn backwards_turns_words_and_keeps_every_letter() {
        let mut out = String::new();
        Locale::Backwards.say("Hold it, then rest.", &mut out);
        assert!(out.starts_with("\u{202e}Hold\u{202c} \u{202e}it\u{202c}, "), "{out:?}");
        let plain: String = out.chars().filter(|c| !('\u{202a}'..='\u{202e}').contains(c)).collect();
        assert_eq!(plain, "Hold it, then rest.");
        assert_eq!(out.matches('\u{202e}').count(), out.matches('\u{202c}').count());
    }
}

//! What is filled in, chosen and shown strange; and that our own filling in agrees with Fluent's.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use proptest::prelude::*;

use crate::compile;
use crate::locale::Locale;
use crate::pack::Pack;
use crate::texts::{Arg, Texts};

fn of(locale: Locale, text: &str) -> Texts {
    let pack = compile::pack("en", &compile::file(text).unwrap()).unwrap();
    Texts::of(locale, Pack::read(pack.into_bytes()).unwrap())
}

fn texts(locale: Locale) -> Texts {
    of(
        locale,
        "hello = Hello { $name }, once more and again\n\
         times = { $n ->\n    [0] never\n    [one] { $n } time\n   *[other] { $n } times\n}\n\
         both = { hello }: { $n ->\n    [one] { $name ->\n        [Ann] her\n       *[other] one\n    }!\n   *[other] { times }\n} — end\n",
    )
}

#[test]
fn a_missing_key_shows_itself() {
    assert_eq!(texts(Locale::English).get("nothing-here"), "⟦nothing-here⟧");
    assert!(!texts(Locale::English).has("nothing-here"));
    assert_eq!(texts(Locale::English).get("hello"), "Hello {$name}, once more and again");
}

#[test]
fn arguments_and_plurals_are_filled_in() {
    let texts = texts(Locale::English);
    assert_eq!(texts.format("hello", &[("name", "Ann".into())]), "Hello Ann, once more and again");
    assert_eq!(texts.format("times", &[("n", 0_i64.into())]), "never");
    assert_eq!(texts.format("times", &[("n", 1_i64.into())]), "1 time");
    assert_eq!(texts.format("times", &[("n", 2_i64.into())]), "2 times");
    assert_eq!(texts.format("times", &[("n", 2.5.into())]), "2.5 times");
    assert_eq!(texts.get("times"), "{$n} times");
}

#[test]
fn choices_inside_choices_and_texts_inside_texts_are_filled_in() {
    let texts = texts(Locale::English);
    let said = |n: i64, name: &'static str| texts.format("both", &[("n", n.into()), ("name", name.into())]);
    assert_eq!(said(1, "Ann"), "Hello Ann, once more and again: her! — end");
    assert_eq!(said(1, "Bob"), "Hello Bob, once more and again: one! — end");
    assert_eq!(said(3, "Bob"), "Hello Bob, once more and again: 3 times — end");
}

#[test]
fn what_the_resolver_cannot_do_is_refused_with_its_line() {
    let refused = |text: &str, line: usize, says: &str| {
        let wrong = compile::file(&format!("a = A\n{text}")).unwrap_err();
        assert_eq!(wrong.line, Some(line), "{wrong:?}");
        assert!(wrong.message.contains(says), "{wrong:?}");
    };
    refused("b = B\n    .title = C\n", 2, "attributes");
    refused("-b = B\n", 2, "term");
    refused("b = { NUMBER($n) }\n", 2, "function");
    refused("b = { a.title }\n", 2, "attribute");
    refused("b = { \"\\u00AD\" }\n", 2, "escapes");
    refused("b = { NUMBER($n) ->\n   *[other] x\n}\n", 2, "choose by");
    refused("b = a\u{4}b\n", 2, "control");
    let whole = |text: &str| compile::pack("en", &compile::file(text).unwrap());
    assert!(whole("a = { b }\n").unwrap_err().contains("does not exist"));
    assert!(whole("a = { b }\nb = { a }\n").unwrap_err().contains("more than once"));
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
fn every_language_has_every_text_and_the_pseudo_ones_hide_no_english() {
    let (english, pseudo) = (Texts::new(Locale::English), Texts::new(Locale::Pseudo));
    let (mut plain, mut longer, mut count) = (0, 0, 0);
    for file in crate::text_files().iter().filter(|file| file.locale == "en") {
        for message in crate::ftl::messages(&file.text) {
            let (said, strange) = (english.get(message.key), pseudo.get(message.key));
            plain += said.chars().count();
            longer += strange.chars().count();
            count += 1;
            let has_vowel =
                message.words.split(['{', '}']).step_by(2).any(|w| w.contains(['a', 'e', 'i', 'o', 'u']));
            assert!(!has_vowel || said != strange, "{}: {said}", message.key);
            for locale in Locale::ALL {
                assert!(Texts::new(locale).has(message.key), "{}: {}", locale.tag(), message.key);
            }
        }
    }
    assert!(count > 500, "{count} texts");
    let ratio = f64::from(longer as u32) / f64::from(plain as u32);
    assert!((1.25..1.45).contains(&ratio), "{ratio}");
}

/// Every language as Fluent's own implementation has it, without its marks around what is filled in.
fn by_fluent(locale: Locale) -> FluentBundle<FluentResource> {
    let language: unic_langid::LanguageIdentifier = locale.tag().parse().unwrap();
    let mut bundle = FluentBundle::new(vec![language]);
    bundle.set_use_isolating(false);
    for file in crate::text_files().into_iter().filter(|file| file.locale == locale.folder()) {
        bundle.add_resource(FluentResource::try_new(file.text).unwrap()).unwrap();
    }
    bundle
}

/// The names of the values of a text.
fn names(words: &str) -> Vec<&str> {
    let after = words.split('$').skip(1);
    after
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next().unwrap())
        .collect()
}

#[test]
fn our_own_filling_in_says_what_fluent_says_for_every_text_and_value() {
    let values: [Arg<'static>; 9] = [
        0_i64.into(),
        1_i64.into(),
        2_i64.into(),
        7_i64.into(),
        1_000_000_i64.into(),
        "left".into(),
        "none".into(),
        "{ Ann }".into(),
        "".into(),
    ];
    let mut compared = 0;
    for locale in Locale::OFFERED {
        let (ours, theirs) = (Texts::new(locale), by_fluent(locale));
        let files = crate::text_files();
        for file in files.iter().filter(|file| file.locale == locale.folder()) {
            for message in crate::ftl::messages(&file.text) {
                for value in &values {
                    // A value for every text that it may name as well.
                    let mut given: Vec<&str> = names(&message.words);
                    given.extend(["side", "exercise", "n"]);
                    given.sort_unstable();
                    given.dedup();
                    let args: Vec<(&str, Arg<'_>)> =
                        given.iter().map(|name| (*name, value.clone())).collect();
                    let mut fluent = FluentArgs::new();
                    for (name, value) in &args {
                        fluent.set(
                            *name,
                            match value {
                                Arg::Text(text) => FluentValue::from(text.as_ref()),
                                Arg::Whole(number) => FluentValue::from(*number),
                                Arg::Number(number) => FluentValue::from(*number),
                            },
                        );
                    }
                    let pattern = theirs.get_message(message.key).unwrap().value().unwrap();
                    let said = theirs.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned();
                    assert_eq!(ours.format(message.key, &args), said, "{}: {}", locale.tag(), message.key);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 20_000, "{compared}");
}

proptest! {
    #[test]
    fn a_garbled_pattern_never_panics_and_ends(pattern in "[\u{1}-\u{7}a-c*]{0,40}") {
        let text = format!("counterpose-texts 1 en 1\0a\u{6}{pattern}\0");
        let texts = Texts::of(Locale::English, Pack::read(text.into_bytes()).unwrap());
        let _ = texts.format("a", &[("b", 1_i64.into()), ("c", "a".into())]);
    }
}

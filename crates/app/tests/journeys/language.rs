//! The language: the browser's, the address's, the one chosen, and what happens while its texts cannot be had.

use counterpose_app::action::{Action, NoticeId, Setting};
use counterpose_app::view::Page;
use counterpose_app::{Effect, Route, Setup};
use counterpose_content::{Locale, Texts};

use crate::person::{Person, setup};

const GERMAN: Action = Action::Set(Setting::Language(Locale::German));
const ENGLISH: Action = Action::Set(Setting::Language(Locale::English));

fn with_languages(languages: &[&str]) -> Setup {
    Setup { languages: languages.iter().map(|&tag| tag.to_owned()).collect(), ..setup() }
}

fn language(person: &mut Person) -> (String, &'static str) {
    let frame = person.view().frame;
    (frame.language, frame.direction)
}

fn word(locale: Locale, key: &str) -> String {
    Texts::new(locale).get(key)
}

#[test]
fn the_first_language_of_the_browser_that_there_is_is_spoken() {
    let mut person = Person::start(with_languages(&["fr-CH", "de-CH", "en"]), "/", 1);
    assert_eq!(language(&mut person), ("de".to_owned(), "ltr"));
    let Page::Welcome(page) = person.page() else { panic!("no welcome") };
    assert_eq!(page.heading, word(Locale::German, "welcome-heading"));
    let offered: Vec<&str> = page.languages.iter().map(|choice| choice.tag.as_str()).collect();
    assert_eq!(offered, ["en"], "the welcome offers every other language");
}

#[test]
fn a_language_that_is_chosen_is_fetched_kept_and_goes_before_the_browsers() {
    let mut person = Person::new();
    person.tap(GERMAN);
    assert_eq!(language(&mut person).0, "de");
    assert!(person.effects.contains(&Effect::FetchTexts(Locale::German)));
    assert!(person.effects.contains(&Effect::RememberLanguage(Locale::German)));
    // Choosing a language is no answer: the way in still says "start".
    let Page::Welcome(page) = person.page() else { panic!("no welcome") };
    assert_eq!(page.begin.label, word(Locale::German, "welcome-begin"));
    // Where the shell could not remember it the journal still knows.
    person.reload();
    assert_eq!(language(&mut person).0, "de");
    person.press(&word(Locale::German, "welcome-begin"));
    assert!(person.view().frame.title.starts_with(&word(Locale::German, "title-you")));
}

#[test]
fn texts_that_cannot_be_had_leave_the_language_and_say_so() {
    let mut person = Person::new();
    person.without_texts = true;
    person.tap(GERMAN);
    assert_eq!(language(&mut person).0, "en");
    let asked = |person: &Person| {
        person.effects.iter().filter(|effect| matches!(effect, Effect::FetchTexts(_))).count()
    };
    assert_eq!(asked(&person), 1);
    person.act(Action::Tick);
    assert_eq!(asked(&person), 1, "asked again without being told to");
    assert!(person.view().frame.notices.iter().any(|notice| notice.id == NoticeId::Language));
    person.without_texts = false;
    person.press(&word(Locale::English, "notice-language-retry"));
    assert_eq!(language(&mut person).0, "de");
    assert!(person.view().frame.notices.is_empty());
}

#[test]
fn changing_ones_mind_while_texts_are_on_their_way_ends_in_the_last_choice() {
    let mut person = Person::new();
    person.without_texts = true;
    person.tap(GERMAN);
    person.act(ENGLISH);
    assert_eq!(language(&mut person).0, "en");
    assert!(person.view().frame.notices.is_empty(), "nothing is amiss any more");
    // The German texts come after all, and nobody wants them.
    let pack = Some(counterpose_content::carried_pack(Locale::German));
    person.quietly(Action::TextsFetched { locale: Locale::German, pack });
    assert_eq!(language(&mut person).0, "en");
}

#[test]
fn what_the_address_asks_for_goes_before_what_was_chosen_until_one_chooses_again() {
    let asked = Setup { asked_language: Some("en-XB".to_owned()), ..with_languages(&["de"]) };
    let mut person = Person::start(asked, "/", 1);
    assert_eq!(language(&mut person), ("en-XB".to_owned(), "rtl"));
    person.tap(GERMAN);
    assert_eq!(language(&mut person), ("de".to_owned(), "ltr"));
    let unknown = Setup { asked_language: Some("tlh".to_owned()), ..with_languages(&["de"]) };
    assert_eq!(language(&mut Person::start(unknown, "/", 1)).0, "de");
}

#[test]
fn nobody_is_offered_a_language_made_for_testing() {
    let mut person = Person::new();
    person.act(Action::Go(Route::Settings));
    let Page::Settings(page) = person.page() else { panic!("no settings") };
    let names: Vec<&str> = page.fields[0].choices.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(names, ["en", "de"]);
    assert!(page.fields[0].choices[0].picked && !page.fields[0].choices[1].picked);
}

//! The language: the one the person chose, or else the best of their browser's.
//!
//! Another language means other texts, which the shell has to fetch; until they are there the present ones stay.
//! What this module does not do: know where texts come from.

use counterpose_content::{Locale, Pack, Texts};

use super::{Client, Phase};
use crate::action::{Action, NoticeId, Setting};
use crate::effect::Effect;
use crate::view::{Button, Emphasis, LanguageChoice, Notice, Weight};
use crate::words::button;

impl Client {
    /// The language the person should see.
    pub(super) fn wanted_language(&self) -> Locale {
        let chosen = self.setting_text("language").and_then(Locale::known);
        chosen.filter(|_| self.setup.asked_language.is_none()).unwrap_or_else(|| self.setup.locale())
    }

    /// Asks for the texts of the wanted language where they are not the present ones.
    pub(super) fn follow_language(&mut self) -> Vec<Effect> {
        let wanted = self.wanted_language();
        if wanted == self.texts.locale() {
            (self.fetching, self.unfetched) = (None, None);
            return Vec::new();
        }
        if self.phase != Phase::Ready || self.fetching == Some(wanted) || self.unfetched == Some(wanted) {
            return Vec::new();
        }
        self.fetching = Some(wanted);
        vec![Effect::FetchTexts(wanted)]
    }

    pub(super) fn texts_fetched(&mut self, locale: Locale, pack: Option<Pack>) -> Vec<Effect> {
        if self.fetching != Some(locale) {
            // Another language was chosen meanwhile.
            return Vec::new();
        }
        self.fetching = None;
        match pack {
            Some(pack) => {
                self.texts = Texts::of(locale, pack);
                let remembered =
                    self.setup.asked_language.is_none().then_some(Effect::RememberLanguage(locale));
                let said = Effect::Announce { text: self.texts.get("language-changed"), urgent: false };
                remembered.into_iter().chain([said]).collect()
            }
            None => {
                self.unfetched = Some(locale);
                self.dismissed.remove(&NoticeId::Language);
                Vec::new()
            }
        }
    }

    /// The languages there are, for a person to choose from.
    pub(super) fn language_choices(&self) -> Vec<LanguageChoice> {
        let choice = |locale: Locale| LanguageChoice {
            tag: locale.tag().to_owned(),
            picked: locale == self.texts.locale(),
            button: Button {
                label: locale.own_name().to_owned(),
                detail: None,
                action: Action::Set(Setting::Language(locale)),
                emphasis: Emphasis::Quiet,
            },
        };
        Locale::OFFERED.into_iter().map(choice).collect()
    }

    pub(super) fn notice_language(&self) -> Option<Notice> {
        self.unfetched?;
        let retry = button(&self.texts, "notice-language-retry", Emphasis::Secondary, Action::RetryTexts);
        let buttons = vec![retry, self.closing(NoticeId::Language)];
        Some(self.notice(NoticeId::Language, Weight::Attention, "notice-language", buttons))
    }
}

//! A person at the screen: finds things by what they are called, taps, types, and keeps count.
//!
//! Names are accessible names, as a screen reader would say them, so a journey that passes can be followed by ear.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::browser::Browser;
use crate::{Failure, Outcome, wait};

/// Finds what is visible and can be pressed by its accessible name; the name may be followed by a detail.
const FIND: &str = r#"
const [role, wanted, exact] = arguments;
const kinds = {
  choice: 'input[type=radio], input[type=checkbox], [role=radio], [role=checkbox], [role=switch], button[aria-pressed]',
  field: 'input:not([type=radio]):not([type=checkbox]), textarea, select',
  heading: 'h1, h2, h3',
  figure: '[role=group]',
  press: 'button, [role=button], summary, input[type=submit], a[href]',
  any: 'button, [role=button], summary, a[href], input, [role=radio], [role=checkbox], [role=switch], select',
};
const squeeze = text => (text || '').replace(/\s+/g, ' ').trim();
const named = element => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return squeeze(by.split(/\s+/).map(id => document.getElementById(id)?.textContent).join(' '));
  const own = element.getAttribute('aria-label');
  if (own) return squeeze(own);
  if (element.labels && element.labels.length) return squeeze([...element.labels].map(l => l.textContent).join(' '));
  return squeeze(element.textContent) || squeeze(element.value) || squeeze(element.title);
};
const shown = element => {
  const box = (element.labels && element.labels.length ? element.labels[0] : element);
  const style = getComputedStyle(box);
  const rect = box.getBoundingClientRect();
  return rect.width > 0 && rect.height > 0 && style.visibility !== 'hidden' && !element.closest('[inert]');
};
const all = [...document.querySelectorAll(kinds[role])].filter(shown);
const fits = exact
  ? element => named(element) === wanted
  : element => named(element).toLowerCase().startsWith(wanted.toLowerCase());
const found = all.find(fits);
if (!found) return null;
// A radio button that is drawn by its label is pressed on the label, as a finger would.
const own = found.getBoundingClientRect();
const small = own.width < 2 || own.height < 2 || getComputedStyle(found).opacity === '0';
return (small && found.labels && found.labels.length) ? found.labels[0] : found;
"#;

const VISIBLE_NAMES: &str = r#"
return [...document.querySelectorAll('h1, h2, button, a[href], label, input')]
  .filter(e => e.getBoundingClientRect().width > 0)
  .map(e => e.tagName.toLowerCase() + ' "' + (e.getAttribute('aria-label') || e.textContent || e.name || '').replace(/\s+/g, ' ').trim().slice(0, 60) + '"')
  .slice(0, 60).join(', ');
"#;

/// Address and heading, once nothing is busy and no colour or place is still on its way to another.
const SCREEN: &str = r"
const heading = document.querySelector('h1');
const moves = a => a.playState === 'running' && a.effect.getComputedTiming().endTime !== Infinity;
const stands = heading && !document.querySelector('[aria-busy=true]') && !document.getAnimations().some(moves);
return stands ? location.hash + ' | ' + heading.textContent.trim() : null;
";

/// How many words of the page itself there are to read: what surrounds every page and the figures of a row of numbers
/// are looked at, not read.
const READ: &str = r"
const words = (document.querySelector('main') || document.body).innerText.split(/\s+/);
return words.filter(word => /\p{L}/u.test(word)).length;
";

/// What can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A button or a link: what a finger does not tell apart.
    Press,
    /// A radio button, a checkbox or a switch.
    Choice,
    /// Something to type into or pick from.
    Field,
    /// A heading.
    Heading,
    /// A picture with controls of its own.
    Figure,
    /// Anything that can be pressed.
    Any,
}

impl Role {
    const fn word(self) -> &'static str {
        match self {
            Self::Press => "press",
            Self::Choice => "choice",
            Self::Field => "field",
            Self::Heading => "heading",
            Self::Figure => "figure",
            Self::Any => "any",
        }
    }
}

/// How much it took to get somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Presses on the screen.
    pub taps: usize,
    /// Different screens seen, by address and heading.
    pub screens: usize,
    /// The fields something was typed into.
    pub typed: Vec<String>,
    /// Words on those screens.
    pub words: usize,
    /// Each of those screens with its words, in order.
    pub each: Vec<(String, usize)>,
}

impl Effort {
    /// How long it takes somebody who reads every word once: 238 words a minute (Brysbaert 2019, silent reading of
    /// English), and a second and a half for every tap.
    #[must_use]
    pub fn reading_seconds(&self) -> f64 {
        self.words as f64 / 238.0 * 60.0 + self.taps as f64 * 1.5
    }
}

/// Somebody using the app.
pub struct Person<'a> {
    browser: &'a Browser,
    origin: String,
    since: Instant,
    taps: usize,
    screens: BTreeSet<String>,
    typed: Vec<String>,
    words: Vec<(String, usize)>,
}

impl<'a> Person<'a> {
    /// Sits down before a browser.
    #[must_use]
    pub fn new(browser: &'a Browser, origin: String) -> Self {
        Self {
            browser,
            origin,
            since: Instant::now(),
            taps: 0,
            screens: BTreeSet::new(),
            typed: Vec::new(),
            words: Vec::new(),
        }
    }

    /// The browser.
    #[must_use]
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// How much it took so far.
    #[must_use]
    pub fn effort(&self) -> Effort {
        Effort {
            taps: self.taps,
            screens: self.screens.len(),
            typed: self.typed.clone(),
            words: self.words.iter().map(|(_, words)| words).sum(),
            each: self.words.clone(),
        }
    }

    /// How long it took so far.
    #[must_use]
    pub fn spent(&self) -> Duration {
        self.since.elapsed()
    }

    /// Goes to an address of the app and waits for its page.
    pub async fn open(&mut self, path: &str) -> Outcome<()> {
        // Only the part after the `#` may differ from where we are, and then the browser loads nothing: go by way of
        // nowhere, as a new tab would.
        self.browser.web().goto("about:blank").await?;
        self.browser.web().goto(format!("{}/#{path}", self.origin)).await?;
        self.settle().await
    }

    /// The same in the language an address asks for.
    pub async fn open_in(&mut self, language: &str, path: &str) -> Outcome<()> {
        self.browser.web().goto("about:blank").await?;
        self.browser.web().goto(format!("{}/?lang={language}#{path}", self.origin)).await?;
        self.settle().await
    }

    /// Loads the page anew.
    pub async fn reload(&mut self) -> Outcome<()> {
        self.browser.web().refresh().await?;
        self.settle().await
    }

    /// Waits until a page with a heading stands and has stopped changing, and counts it.
    pub async fn settle(&mut self) -> Outcome<()> {
        let mut last = None;
        let screen = loop {
            let now = wait::until("a page with a heading", || self.screen_now()).await?;
            // Twice the same answer means it stands.
            if last.as_ref() == Some(&now) {
                break now;
            }
            last = Some(now);
            tokio::time::sleep(Duration::from_millis(25)).await;
        };
        if self.screens.insert(screen.clone()) {
            let words = self.browser.script(READ, vec![]).await?.as_u64().unwrap_or_default();
            let words = usize::try_from(words).unwrap_or(usize::MAX);
            self.words.push((screen, words));
        }
        Ok(())
    }

    /// Address and heading of the page, once it has one.
    async fn screen_now(&self) -> Outcome<Option<String>> {
        Ok(self.browser.script(SCREEN, vec![]).await?.as_str().map(str::to_owned))
    }

    /// The path in the address bar.
    pub async fn path(&self) -> Outcome<String> {
        Ok(self
            .browser
            .script("return location.hash.slice(1) || '/'", vec![])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The main heading.
    pub async fn heading(&self) -> Outcome<String> {
        let script = "return (document.querySelector('h1')?.textContent || '').trim()";
        Ok(self.browser.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// All text that can be seen.
    pub async fn text(&self) -> Outcome<String> {
        let text = self.browser.script("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The element of this role whose name begins so, waiting until it is there.
    pub async fn find(&self, role: Role, name: &str) -> Outcome<WebElement> {
        let what = format!("a {} called \"{name}\"", role.word());
        match wait::until(&what, || async { self.find_now(role, name).await }).await {
            Ok(element) => Ok(element),
            Err(failure) => {
                let there = self.browser.script(VISIBLE_NAMES, vec![]).await.unwrap_or(Value::Null);
                let path = self.path().await.unwrap_or_default();
                let picture = self.picture_of_failure().await.unwrap_or_default();
                Err(failure
                    .during(&format!("at {path} with {} {picture}", there.as_str().unwrap_or_default())))
            }
        }
    }

    /// What the screen looked like when something went wrong.
    async fn picture_of_failure(&self) -> Outcome<String> {
        let folder = std::env::var_os("COUNTERPOSE_PICTURES").map_or_else(std::env::temp_dir, Into::into);
        std::fs::create_dir_all(&folder)?;
        let number = self.since.elapsed().as_micros();
        let file = folder.join(format!("failed-{}-{number}.png", std::process::id()));
        self.browser.web().screenshot(&file).await?;
        Ok(format!("(see {})", file.display()))
    }

    /// The same without waiting.
    pub async fn find_now(&self, role: Role, name: &str) -> Outcome<Option<WebElement>> {
        for exact in [true, false] {
            let arguments = vec![json!(role.word()), json!(name), json!(exact)];
            let answer = self.browser.web().execute(FIND, arguments).await?;
            if !answer.json().is_null() {
                return Ok(Some(answer.element()?));
            }
        }
        Ok(None)
    }

    /// Whether such a thing can be seen now.
    pub async fn sees(&self, role: Role, name: &str) -> Outcome<bool> {
        Ok(self.find_now(role, name).await?.is_some())
    }

    /// Waits until this text can be seen.
    pub async fn read(&self, text: &str) -> Outcome<()> {
        wait::until(&format!("the words \"{text}\""), || async {
            Ok(self.text().await?.contains(text).then_some(()))
        })
        .await
    }

    /// Presses something.
    pub async fn tap(&mut self, role: Role, name: &str) -> Outcome<()> {
        let element = self.find(role, name).await?;
        // A person scrolls until what they want is not behind a bar. A page that redraws in between is asked again.
        self.to_the_middle(&element).await.ok();
        if element.click().await.is_err() {
            let again = self.find(role, name).await?;
            self.to_the_middle(&again).await.ok();
            again.click().await.map_err(|error| Failure::from(error).during(&format!("press \"{name}\"")))?;
        }
        self.taps += 1;
        self.settle().await
    }

    async fn to_the_middle(&self, element: &WebElement) -> Outcome<()> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.browser.web().execute(script, vec![element.to_json()?]).await?;
        Ok(())
    }

    /// Presses a button or a link.
    pub async fn press(&mut self, name: &str) -> Outcome<()> {
        self.tap(Role::Press, name).await
    }

    /// Picks a choice.
    pub async fn choose(&mut self, name: &str) -> Outcome<()> {
        self.tap(Role::Choice, name).await
    }

    /// Types into a field.
    pub async fn enter(&mut self, field: &str, text: &str) -> Outcome<()> {
        let element = self.find(Role::Field, field).await?;
        element.clear().await?;
        element.send_keys(text).await?;
        self.typed.push(field.to_owned());
        Ok(())
    }

    /// Presses keys where the focus is.
    pub async fn keys(&mut self, keys: impl Into<TypingData>) -> Outcome<()> {
        self.browser.web().active_element().await?.send_keys(keys).await?;
        Ok(())
    }
}

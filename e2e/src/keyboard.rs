//! A person without a mouse: Tab to get there, Enter to press, Space and arrows to pick.
//!
//! Fails where the focus cannot be seen, because a focus that cannot be seen is no way to get anywhere.

use serde_json::json;
use thirtyfour::Key;

use crate::person::Person;
use crate::{Failure, Outcome};

/// More stops than any page has.
const STOPS: usize = 150;

/// What is focused: its name, whether it is a choice, and whether the focus can be seen.
const FOCUS: &str = r#"
const e = document.activeElement;
if (!e || e === document.body) return { name: '', group: '', seen: true };
const squeeze = text => (text || '').replace(/\s+/g, ' ').trim();
const labels = e.labels && e.labels.length ? [...e.labels] : [];
const name = squeeze(e.getAttribute('aria-label')) || squeeze(labels.map(l => l.textContent).join(' ')) || squeeze(e.textContent);
const drawn = labels.length && (e.type === 'radio' || e.type === 'checkbox') ? [e, ...labels] : [e];
const outlined = node => {
  const style = getComputedStyle(node);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
};
const rect = drawn[drawn.length - 1].getBoundingClientRect();
const inside = rect.bottom > 0 && rect.top < innerHeight;
return { name, group: e.type === 'radio' ? (e.name || '') : '', checked: !!e.checked, seen: e.tabIndex < 0 || (drawn.some(outlined) && inside),
  what: e.outerHTML.slice(0, 120) };
"#;

/// The group of a radio button by its name.
const GROUP_OF: &str = r#"
const squeeze = text => (text || '').replace(/\s+/g, ' ').trim();
const named = e => squeeze([...(e.labels || [])].map(l => l.textContent).join(' '));
const all = [...document.querySelectorAll('input[type=radio]')].filter(e => e.labels && e.labels.length && e.labels[0].getBoundingClientRect().width > 0);
const found = all.find(e => named(e) === arguments[0]) || all.find(e => named(e).startsWith(arguments[0]));
return found ? found.name : '';
"#;

struct Focus {
    name: String,
    group: String,
    checked: bool,
}

/// The keyboard of a person.
pub struct Keyboard<'p, 'b> {
    person: &'p mut Person<'b>,
}

impl<'p, 'b> Keyboard<'p, 'b> {
    /// Takes the mouse away.
    pub fn new(person: &'p mut Person<'b>) -> Self {
        Self { person }
    }

    /// Whose keyboard it is.
    #[must_use]
    pub fn person(&self) -> &Person<'b> {
        self.person
    }

    async fn focus(&self) -> Outcome<Focus> {
        let focus = self.person.browser().script(FOCUS, vec![]).await?;
        if focus["seen"] == json!(false) {
            return Err(Failure::new(format!("the focus cannot be seen on {}", focus["what"])));
        }
        let text = |key: &str| focus[key].as_str().unwrap_or_default().to_owned();
        Ok(Focus { name: text("name"), group: text("group"), checked: focus["checked"] == json!(true) })
    }

    async fn tab_until(&mut self, what: &str, reached: impl Fn(&Focus) -> bool) -> Outcome<Focus> {
        for _ in 0..STOPS {
            let focus = self.focus().await?;
            if reached(&focus) {
                return Ok(focus);
            }
            self.person.keys(Key::Tab).await?;
        }
        Err(Failure::new(format!("the Tab key never reaches {what} at {}", self.person.path().await?)))
    }

    /// Tabs to a button or link and presses Enter.
    pub async fn press(&mut self, name: &str) -> Outcome<()> {
        self.tab_until(name, |focus| focus.group.is_empty() && focus.name.starts_with(name)).await?;
        self.person.keys(Key::Enter).await?;
        self.person.settle().await
    }

    /// Tabs to a field and types.
    pub async fn enter(&mut self, field: &str, text: &str) -> Outcome<()> {
        self.tab_until(field, |focus| focus.name.starts_with(field)).await?;
        self.person.keys(text).await
    }

    /// Tabs to a choice and picks it: Space for a box, arrows within a group of radio buttons.
    pub async fn choose(&mut self, name: &str) -> Outcome<()> {
        let group = self.person.browser().script(GROUP_OF, vec![json!(name)]).await?;
        let group = group.as_str().unwrap_or_default().to_owned();
        if group.is_empty() {
            self.tab_until(name, |focus| focus.name.starts_with(name)).await?;
            self.person.keys(Key::Space).await?;
            return self.person.settle().await;
        }
        self.tab_until(name, |focus| focus.group == group).await?;
        for _ in 0..STOPS {
            let focus = self.focus().await?;
            if focus.name.starts_with(name) {
                if !focus.checked {
                    self.person.keys(Key::Space).await?;
                }
                return self.person.settle().await;
            }
            self.person.keys(Key::Down).await?;
        }
        Err(Failure::new(format!("the arrow keys never reach {name}")))
    }
}

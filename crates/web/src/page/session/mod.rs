//! The session, full screen: the pose, a countdown to read from three metres, the side, what comes next, and big
//! buttons for whoever has got up to press one.
//!
//! The elements are made once and stay for the whole session, so that a focus or a half-finished tap is never lost
//! to a redraw; only texts, attributes and the picture follow the clock. What this module does not do: decide
//! anything; every button sends its action.

mod controls;
mod dial;
mod picture;
mod question;
mod sign;

use counterpose_app::Action;
use counterpose_app::action::SessionCommand;
use counterpose_app::view::{Page, SessionNow, SessionPage};
use leptos::prelude::*;

use crate::platform::{js, keys, screen};
use crate::shell::{Act, Shown};

/// The whole page.
pub fn page(shown: Shown, act: Act) -> AnyView {
    let listener = keys::watch(move |key| {
        let Some(action) = with_page(shown, |page| key_action(page, key)).flatten() else { return false };
        act.send(action);
        true
    });
    // Dropped with the page.
    let _kept = StoredValue::new_local(listener);
    let heading = part_of_page(shown, |page| page.heading.clone());
    let asks = part_of_page(shown, |page| page.question.is_some());
    let stands = part_of_now(shown, |now| now.paused);
    let beat = part_of_now(shown, |now| now.beat.as_str());
    // The answer given, the question is gone and the focus with it: back to the button in the middle.
    Effect::new(move |asked: Option<bool>| {
        let asks = asks.get() == Some(true);
        if asked == Some(true) && !asks {
            wasm_bindgen_futures::spawn_local(async {
                js::pause(0).await;
                screen::to_element(controls::MIDDLE);
            });
        }
        asks
    });
    view! {
        <div class="session" class:asks=move || asks.get() == Some(true) class:stands=move || stands.get() == Some(true)
            data-beat=move || beat.get()>
            <h1 class="unseen" tabindex="-1">{move || heading.get()}</h1>
            {picture::picture(shown)}
            <div class="session-words">
                {dial::dial(shown)}
                {words(shown)}
            </div>
            <div class="session-hands">
                <Show when=move || asks.get() == Some(true) fallback=move || controls::controls(shown, act)>
                    {question::question(shown, act)}
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// What is said, the side, the exercise, what comes next and how much is left.
fn words(shown: Shown) -> impl IntoView {
    let exercise = part_of_now(shown, |now| now.exercise.clone());
    let side = part_of_now(shown, |now| now.side.clone());
    let caption = part_of_now(shown, |now| now.caption.clone());
    let next = part_of_now(shown, |now| now.next.clone());
    let time_left = part_of_now(shown, |now| now.time_left.clone());
    // In hundredths: the bar need not move with every frame.
    let hundredths = part_of_now(shown, |now| (now.session_fraction * 100.0).floor());
    view! {
        <h2 class="session-exercise">
            {move || exercise.get()}
            {move || side.get().flatten().map(|side| view! { " " <span class="session-side">{side}</span> })}
        </h2>
        <p class="session-caption">{move || caption.get()}</p>
        <p class="session-next">{move || next.get().flatten()}</p>
        <div class="session-left">
            <progress max="100" value=move || hundredths.get().unwrap_or_default().to_string()
                aria-label=move || time_left.get()></progress>
            <span aria-hidden="true">{move || time_left.get()}</span>
        </div>
    }
}

/// What a key does. The page's own buttons say so too (`aria-keyshortcuts`).
fn key_action(page: &SessionPage, key: &str) -> Option<Action> {
    use SessionCommand as C;
    if let Some(question) = &page.question {
        return match key {
            "Escape" => Some(Action::InSession(C::Resume)),
            "1" | "2" | "3" | "4" => {
                let place = key.parse::<usize>().ok()?.checked_sub(1)?;
                question.buttons.get(place).map(|button| button.action.clone())
            }
            _ => None,
        };
    }
    let wanted: &[C] = match key {
        " " | "k" => &[C::Pause, C::Resume],
        "ArrowLeft" => &[C::Back],
        "ArrowRight" => &[C::Skip],
        "ArrowUp" | "+" | "=" => &[C::More],
        "ArrowDown" | "-" => &[C::Less],
        "s" | "S" => &[C::SwitchSide],
        "h" | "H" => &[C::Hurts],
        "m" | "M" => &[C::Mute],
        "Escape" => &[C::Leave],
        _ => return None,
    };
    let control =
        page.controls.iter().find(|control| wanted.contains(&control.command) && control.enabled)?;
    Some(Action::InSession(control.command))
}

/// The key of a control, as `aria-keyshortcuts` has it.
const fn key_of(command: SessionCommand) -> Option<&'static str> {
    use SessionCommand as C;
    match command {
        C::Pause | C::Resume => Some("Space"),
        C::Back => Some("ArrowLeft"),
        C::Skip => Some("ArrowRight"),
        C::More => Some("ArrowUp"),
        C::Less => Some("ArrowDown"),
        C::SwitchSide => Some("S"),
        C::Hurts => Some("H"),
        C::Mute => Some("M"),
        C::Leave => Some("Escape"),
        _ => None,
    }
}

/// Part of the page; changes only when that part does. `None` once the session is over.
fn part_of_page<T>(shown: Shown, read: fn(&SessionPage) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| shown.page.with(|page| session_of(page).map(read)))
}

/// Part of what changes from second to second; changes only when that part does.
fn part_of_now<T>(shown: Shown, read: fn(&SessionNow) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| shown.now.with(|now| now.as_ref().map(read)))
}

fn with_page<T>(shown: Shown, read: impl FnOnce(&SessionPage) -> T) -> Option<T> {
    shown.page.with_untracked(|page| session_of(page).map(read))
}

const fn session_of(page: &Page) -> Option<&SessionPage> {
    match page {
        Page::Session(session) => Some(session),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use counterpose_app::view::{Button, Control, Emphasis, SessionQuestion, TurnWords};

    use super::*;

    fn words() -> TurnWords {
        TurnWords { group: String::new(), left: String::new(), right: String::new() }
    }

    fn session(question: Option<SessionQuestion>) -> SessionPage {
        use SessionCommand as C;
        let control = |command, enabled| Control { command, label: String::new(), enabled };
        SessionPage {
            heading: String::new(),
            turn: words(),
            controls: vec![
                control(C::Resume, true),
                control(C::Back, true),
                control(C::More, false),
                control(C::Hurts, true),
                control(C::Leave, true),
            ],
            question,
        }
    }

    #[test]
    fn keys_do_what_the_buttons_on_the_page_do_and_nothing_else() {
        let page = session(None);
        assert_eq!(key_action(&page, " "), Some(Action::InSession(SessionCommand::Resume)));
        assert_eq!(key_action(&page, "Escape"), Some(Action::InSession(SessionCommand::Leave)));
        assert_eq!(key_action(&page, "ArrowUp"), None, "more is not possible now");
        assert_eq!(key_action(&page, "s"), None, "there is no other side now");
        assert_eq!(key_action(&page, "1"), None);
    }

    #[test]
    fn while_something_is_asked_keys_only_answer() {
        let button = |command| Button {
            label: String::new(),
            detail: None,
            action: Action::InSession(command),
            emphasis: Emphasis::Secondary,
        };
        let buttons = vec![button(SessionCommand::Green), button(SessionCommand::Amber)];
        let page = session(Some(SessionQuestion { text: String::new(), help: None, lights: true, buttons }));
        assert_eq!(key_action(&page, "2"), Some(Action::InSession(SessionCommand::Amber)));
        assert_eq!(key_action(&page, "3"), None);
        assert_eq!(key_action(&page, "ArrowLeft"), None);
        assert_eq!(key_action(&page, "Escape"), Some(Action::InSession(SessionCommand::Resume)));
    }

    #[test]
    fn every_shortcut_told_is_one_that_works() {
        use SessionCommand as C;
        for command in
            [C::Pause, C::Back, C::Skip, C::More, C::Less, C::SwitchSide, C::Hurts, C::Mute, C::Leave]
        {
            let key = match key_of(command).unwrap() {
                "Space" => " ",
                other => other,
            };
            let page = SessionPage {
                heading: String::new(),
                turn: words(),
                controls: vec![Control { command, label: String::new(), enabled: true }],
                question: None,
            };
            assert_eq!(key_action(&page, key), Some(Action::InSession(command)), "{key}");
        }
    }
}

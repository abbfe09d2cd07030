//! The whole first session by keyboard alone: every step reached with Tab, pressed with Enter, picked with Space.

use e2e::browser::Look;
use e2e::keyboard::Keyboard;
use e2e::page::session;
use e2e::words::word;
use e2e::world::{Given, World};
use e2e::{Outcome, expect};

pub async fn the_first_session_needs_no_mouse(given: Given) -> Outcome<()> {
    let world = World::new(&given, Look::DESKTOP).await?;
    let mut person = world.person();
    person.open("/").await?;
    {
        let mut keyboard = Keyboard::new(&mut person);
        keyboard.press(&word("welcome-begin")).await?;
        keyboard.enter(&word("field-age"), "42").await?;
        keyboard.choose(&word("sex-male")).await?;
        keyboard.press(&word("go-on")).await?;
        keyboard.choose(&word("site-buttock")).await?;
        keyboard.choose(&word("complaint-side-right")).await?;
        keyboard.choose(&word("leg-none")).await?;
        keyboard.press(&word("go-on")).await?;
        keyboard.choose("2").await?;
        keyboard.choose(&word("duration-days")).await?;
        keyboard.press(&word("go-on")).await?;
        while keyboard.person().path().await?.starts_with("/start/safety") {
            keyboard.press(&word("screening-none-of-these")).await?;
        }
        keyboard.choose("4 hours").await?;
        keyboard.choose(&word("hours-no-driving")).await?;
        keyboard.press(&word("go-on")).await?;
        keyboard.press(&word("result-first-session")).await?;
        keyboard.press(&word("ready-start")).await?;
        keyboard.press(&word("player-pause")).await?;
        keyboard.press(&word("player-resume")).await?;
        for _ in 0..400 {
            if keyboard.person().path().await? != "/session" {
                break;
            }
            keyboard.press(&word("player-skip")).await?;
        }
        keyboard.choose(&word("effort-easy")).await?;
        keyboard.choose("1").await?;
    }
    expect!(session::sees_tomorrow(&person).await?, "the keyboard did not lead to tomorrow");
    world.end().await
}

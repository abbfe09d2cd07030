//! The first visit: from the welcome to what to do first.

use crate::person::Person;
use crate::words::word;
use crate::{Failure, Outcome};

/// Somebody's answers on the first visit.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    /// Years, typed.
    pub age: &'static str,
    /// Keys of the choices on the other screens, in order.
    pub sex: &'static str,
    /// Where it bothers them.
    pub site: &'static str,
    /// On which side.
    pub side: &'static str,
    /// How strong now, 0 to 10.
    pub pain: &'static str,
    /// Hours of driving: the key, or the words of the choice.
    pub drives: bool,
}

impl Visitor {
    /// A sore low back after much sitting and driving.
    pub const DRIVER: Self = Self {
        age: "42",
        sex: "sex-female",
        site: "site-low-back",
        side: "complaint-side-left",
        pain: "4",
        drives: true,
    };
}

/// From an empty browser to the first safety question.
pub async fn begin(person: &mut Person<'_>, visitor: Visitor) -> Outcome<()> {
    person.open("/").await?;
    person.press(&word("welcome-begin")).await?;
    person.enter(&word("field-age"), visitor.age).await?;
    person.choose(&word(visitor.sex)).await?;
    person.press(&word("go-on")).await?;
    person.choose(&word(visitor.site)).await?;
    person.choose(&word(visitor.side)).await?;
    person.choose(&word("leg-none")).await?;
    person.press(&word("go-on")).await?;
    person.choose(visitor.pain).await?;
    person.choose(&word("duration-weeks")).await?;
    person.press(&word("go-on")).await
}

/// "None of these" to every list of safety questions.
pub async fn nothing_applies(person: &mut Person<'_>) -> Outcome<()> {
    for _ in 0..10 {
        if !person.path().await?.starts_with("/start/safety") {
            return Ok(());
        }
        person.press(&word("screening-none-of-these")).await?;
    }
    Err(Failure::new("the safety questions never end"))
}

/// Sitting and driving, and on to what to do first.
pub async fn days(person: &mut Person<'_>, visitor: Visitor) -> Outcome<()> {
    person.choose("8 hours").await?;
    let drives = if visitor.drives { "1 hour".to_owned() } else { word("hours-no-driving") };
    person.choose(&drives).await?;
    person.press(&word("go-on")).await
}

/// The whole first visit, up to what to do first.
pub async fn complete(person: &mut Person<'_>, visitor: Visitor) -> Outcome<()> {
    begin(person, visitor).await?;
    nothing_applies(person).await?;
    days(person, visitor).await
}

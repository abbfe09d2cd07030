//! The pages and their addresses.
//!
//! A route is what the address bar holds, so that back, forward and reload do what people expect. What this
//! module does not do: decide whether a page may be shown; the client does, from the journal.

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// What this is, and the way in.
    Welcome,
    /// A screen of the first visit.
    Start(Screen),
    /// What to do first.
    Result,
    /// The safety net, one tap away from everywhere.
    Safety,
    /// The day.
    #[default]
    Today,
    /// "Anything new?" before the day's session.
    CheckIn,
    /// What to take care with.
    Care,
    /// A clinician has looked and said that one may start.
    Clearance,
    /// What the next session holds, before it starts.
    Ready,
    /// The session, full screen.
    Session,
    /// Two taps after the session.
    Feedback,
    /// The card for drivers.
    DriveCard,
    /// The plan with its reasons.
    Plan,
    /// The plan on paper.
    Handout,
    /// Every exercise.
    Library,
    /// One exercise.
    Exercise(String),
    /// Something the diary asks.
    Diary(Asking),
    /// What the diary, the tests and the sessions come to.
    Progress,
    /// Designs for those who want to know for sure.
    Know,
    /// Every home test, and the one of today.
    Tests,
    /// One home test.
    Test(String),
    /// Reminders while the app is open.
    Reminders,
    /// Logging in, and who is logged in where.
    Account,
    /// A link for an account; what it carries opens it.
    Invitation(String),
    /// Settings and data.
    Settings,
    /// Intended use, sources, licences, what is stored where.
    About,
}

/// Something the diary asks, on a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asking {
    /// The line of a day.
    Day,
    /// What the person wants back.
    Goals,
    /// How one of these goes, counted from 1.
    Goal(u8),
    /// The activities of the week, and how much pain got in the way.
    Week,
    /// The 24 statements.
    Statements,
    /// How it is compared with the start.
    Change,
    /// A total from a clinic.
    Clinic,
}

impl Asking {
    /// The last part of its address.
    #[must_use]
    pub fn slug(self) -> String {
        match self {
            Self::Day => "day".into(),
            Self::Goals => "goals".into(),
            Self::Goal(n) => format!("goal-{n}"),
            Self::Week => "week".into(),
            Self::Statements => "statements".into(),
            Self::Change => "change".into(),
            Self::Clinic => "clinic".into(),
        }
    }

    /// What has this address.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        let plain = [Self::Day, Self::Goals, Self::Week, Self::Statements, Self::Change, Self::Clinic];
        plain.into_iter().chain((1..=9).map(Self::Goal)).find(|known| known.slug() == slug)
    }
}

/// A screen of the first visit, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    /// Age and sex.
    You,
    /// Where it hurts, on which side, and in the legs.
    Where,
    /// How much, for how long.
    Pain,
    /// One list of safety questions, counted from 1.
    Safety(u8),
    /// Sitting and driving.
    Days,
}

impl Screen {
    /// The last part of its address.
    #[must_use]
    pub fn slug(self) -> String {
        match self {
            Self::You => "you".into(),
            Self::Where => "where".into(),
            Self::Pain => "pain".into(),
            Self::Safety(n) => format!("safety-{n}"),
            Self::Days => "days".into(),
        }
    }

    /// The screen with this address.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "you" => Some(Self::You),
            "where" => Some(Self::Where),
            "pain" => Some(Self::Pain),
            "days" => Some(Self::Days),
            _ => {
                let number = slug.strip_prefix("safety-")?;
                let n: u8 = number.parse().ok()?;
                (n > 0 && n.to_string() == number).then_some(Self::Safety(n))
            }
        }
    }
}

impl Route {
    /// Its address below the root, beginning with a slash.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Welcome => "/welcome".into(),
            Self::Start(screen) => format!("/start/{}", screen.slug()),
            Self::Result => "/result".into(),
            Self::Safety => "/safety".into(),
            Self::Today => "/".into(),
            Self::CheckIn => "/check-in".into(),
            Self::Care => "/take-care".into(),
            Self::Clearance => "/cleared".into(),
            Self::Ready => "/ready".into(),
            Self::Session => "/session".into(),
            Self::Feedback => "/feedback".into(),
            Self::DriveCard => "/drive".into(),
            Self::Plan => "/plan".into(),
            Self::Handout => "/plan/paper".into(),
            Self::Library => "/library".into(),
            Self::Exercise(id) => format!("/library/{id}"),
            Self::Diary(asking) => format!("/diary/{}", asking.slug()),
            Self::Progress => "/progress".into(),
            Self::Know => "/progress/know".into(),
            Self::Tests => "/tests".into(),
            Self::Test(id) => format!("/tests/{id}"),
            Self::Reminders => "/reminders".into(),
            Self::Account => "/account".into(),
            Self::Invitation(token) => format!("/invitation/{token}"),
            Self::Settings => "/settings".into(),
            Self::About => "/about".into(),
        }
    }

    /// The page at an address; `None` where there is none.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            [] => Self::Today,
            ["welcome"] => Self::Welcome,
            ["start"] => Self::Start(Screen::You),
            ["start", screen] => Self::Start(Screen::parse(screen)?),
            ["result"] => Self::Result,
            ["safety"] => Self::Safety,
            ["check-in"] => Self::CheckIn,
            ["take-care"] => Self::Care,
            ["cleared"] => Self::Clearance,
            ["ready"] => Self::Ready,
            ["session"] => Self::Session,
            ["feedback"] => Self::Feedback,
            ["drive"] => Self::DriveCard,
            ["plan"] => Self::Plan,
            ["plan", "paper"] => Self::Handout,
            ["library"] => Self::Library,
            ["library", id] if is_identifier(id) => Self::Exercise((*id).to_owned()),
            ["diary"] => Self::Diary(Asking::Day),
            ["diary", asking] => Self::Diary(Asking::parse(asking)?),
            ["progress"] => Self::Progress,
            ["progress", "know"] => Self::Know,
            ["tests"] => Self::Tests,
            ["tests", id] if is_identifier(id) => Self::Test((*id).to_owned()),
            ["reminders"] => Self::Reminders,
            ["account"] => Self::Account,
            ["invitation", token] if is_identifier(token) => Self::Invitation((*token).to_owned()),
            ["settings"] => Self::Settings,
            ["about"] => Self::About,
            _ => return None,
        })
    }
}

fn is_identifier(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_has_one_address_and_comes_back_from_it() {
        let mut routes = vec![
            Route::Welcome,
            Route::Result,
            Route::Safety,
            Route::Today,
            Route::CheckIn,
            Route::Care,
            Route::Clearance,
            Route::Ready,
            Route::Session,
            Route::Feedback,
            Route::DriveCard,
            Route::Plan,
            Route::Handout,
            Route::Library,
            Route::Exercise("clamshell".into()),
            Route::Diary(Asking::Day),
            Route::Diary(Asking::Goals),
            Route::Diary(Asking::Goal(2)),
            Route::Diary(Asking::Week),
            Route::Diary(Asking::Statements),
            Route::Diary(Asking::Change),
            Route::Diary(Asking::Clinic),
            Route::Progress,
            Route::Know,
            Route::Tests,
            Route::Test("thomas".into()),
            Route::Reminders,
            Route::Account,
            Route::Invitation("0a1b".into()),
            Route::Settings,
            Route::About,
        ];
        for screen in [Screen::You, Screen::Where, Screen::Pain, Screen::Safety(3), Screen::Days] {
            routes.push(Route::Start(screen));
        }
        for route in &routes {
            assert_eq!(Route::parse(&route.path()).as_ref(), Some(route));
        }
        let addresses: std::collections::BTreeSet<_> = routes.iter().map(Route::path).collect();
        assert_eq!(addresses.len(), routes.len());
    }

    #[test]
    fn strange_addresses_lead_nowhere() {
        for path in [
            "/nowhere",
            "/diary/goal-0",
            "/start/safety-0",
            "/start/safety-01",
            "/library/../x",
            "/library/A",
            "/today/x",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
        assert_eq!(Route::parse("/about?x=1#top"), Some(Route::About));
    }
}

//! The rules as a value, so that tests can alter one of them and see whether anybody notices.

use std::borrow::Cow;

use super::condition::Facts;
use super::rules::{Lift, RULES, Rule};
use crate::vocabulary::Tier;

/// A set of rules: the table, or the table with one rule altered.
#[derive(Clone, Debug)]
pub struct RuleSet {
    rules: Cow<'static, [Rule]>,
    inverted: Option<usize>,
}

/// A way to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutation {
    /// The rule is gone.
    Dropped,
    /// It is one tier less urgent.
    LessUrgent,
    /// It holds exactly where it did not.
    Inverted,
    /// No clearance lifts it any more.
    NeverLifted,
    /// It forgets that walking is not advised.
    WalkingAllowed,
    /// It forgets the precaution that goes with it.
    NothingImplied,
    /// It forgets the visit.
    NoVisit,
}

impl Mutation {
    /// Every way.
    pub const ALL: [Self; 7] = [
        Self::Dropped,
        Self::LessUrgent,
        Self::Inverted,
        Self::NeverLifted,
        Self::WalkingAllowed,
        Self::NothingImplied,
        Self::NoVisit,
    ];
}

impl RuleSet {
    /// The table as it stands.
    #[must_use]
    pub const fn standard() -> Self {
        Self { rules: Cow::Borrowed(RULES), inverted: None }
    }

    /// The table with the rule at `index` broken in one way; `None` where that would change nothing.
    #[must_use]
    pub fn mutated(index: usize, mutation: Mutation) -> Option<Self> {
        let mut rules = RULES.to_vec();
        let rule = rules.get_mut(index)?;
        let before = *rule;
        match mutation {
            Mutation::Dropped => {
                rules.remove(index);
                return Some(Self { rules: Cow::Owned(rules), inverted: None });
            }
            Mutation::Inverted => return Some(Self { rules: Cow::Owned(rules), inverted: Some(index) }),
            Mutation::LessUrgent => rule.tier = less_urgent(rule.tier),
            Mutation::NeverLifted => rule.lift = Lift::Never,
            Mutation::WalkingAllowed => rule.no_walking = false,
            Mutation::NothingImplied => rule.implies = None,
            Mutation::NoVisit => rule.book_visit = false,
        }
        let changed = *rule != before;
        changed.then_some(Self { rules: Cow::Owned(rules), inverted: None })
    }

    /// The rules that hold, in the order of the table.
    pub fn holding<'s>(&'s self, facts: &'s Facts<'_>) -> impl Iterator<Item = &'s Rule> {
        let holds = move |index: usize, rule: &Rule| rule.when.holds(facts) != (self.inverted == Some(index));
        self.rules.iter().enumerate().filter(move |(index, rule)| holds(*index, rule)).map(|(_, rule)| rule)
    }
}

const fn less_urgent(tier: Tier) -> Tier {
    match tier {
        Tier::Emergency => Tier::SameDay,
        Tier::SameDay => Tier::ClinicianFirst,
        Tier::ClinicianFirst => Tier::Adapted,
        Tier::Adapted | Tier::Ok => Tier::Ok,
    }
}

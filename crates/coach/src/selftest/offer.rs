//! Which test is offered today, and why the others are not.
//!
//! One a day at most, so that testing never becomes a wall: first what was never done, in the order of the
//! catalogue, then what lies four weeks back. A test that was begun on one side today is finished first. Nothing is
//! offered that a gate shuts, that needs a place to lie the person does not have, that hurt lately, or while pain is
//! easily stirred up.

use jiff::civil::Date;

use super::data::{SelfTest, SidesOf};
use crate::finding::is_irritable;
use crate::intake::{Intake, Means, TestId};
use crate::library::Position;
use crate::precaution::{ClosedBy, Gate};

/// After so many days a test is offered again.
pub const AGAIN_AFTER_DAYS: i32 = 28;

/// How one test stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be done.
    Open,
    /// One side was done today, the other not yet.
    Begun,
    /// It was done on this day, and is not due again yet.
    Done(Date),
    /// It hurt on this day; not again for a while.
    Hurt(Date),
    /// A precaution, a limit or an unknown shuts it.
    Shut(ClosedBy),
    /// It needs lying down, or the floor.
    NoPlace,
}

/// Why no test is offered today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoneToday {
    /// One was done already: that is enough.
    Enough,
    /// Pain is easily stirred up now.
    Irritable,
    /// Every test that may be done was done lately.
    AllDone,
    /// None may be done.
    AllShut,
}

/// A test and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub test: TestId,
    /// How it stands.
    pub standing: Standing,
}

/// What is offered today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The one test of today, or why there is none.
    pub next: Result<TestId, NoneToday>,
    /// Every test, in the order of the catalogue.
    pub all: Vec<Listed>,
    /// The test done today, where one was: it may be done over, no other may be begun.
    pub today: Option<TestId>,
}

impl Offer {
    /// Whether a test may be done now: today's own, another in its place while none was done, or the one done today
    /// over again.
    #[must_use]
    pub fn may_do(&self, test: TestId) -> bool {
        if matches!(self.next, Err(NoneToday::Irritable)) {
            return false;
        }
        let standing = self.all.iter().find(|listed| listed.test == test).map(|listed| listed.standing);
        let fit = matches!(standing, Some(Standing::Open | Standing::Begun | Standing::Done(_)));
        fit && self.today.is_none_or(|today| today == test)
    }
}

/// What is offered on a day. `hurt` lists tests that were stopped for pain, with the day.
#[must_use]
pub fn offer(tests: &[SelfTest], intake: &Intake, gate: &Gate, hurt: &[(TestId, Date)], day: Date) -> Offer {
    let mut ordered: Vec<&SelfTest> = tests.iter().collect();
    ordered.sort_by_key(|test| (test.order, test.id));
    let all: Vec<Listed> = ordered
        .iter()
        .map(|test| Listed { test: test.id, standing: standing(test, intake, gate, hurt, day) })
        .collect();
    let today = ordered
        .iter()
        .map(|test| test.id)
        .find(|&id| last_done(intake, id) == Some(day) || hurt.contains(&(id, day)));
    let is = |wanted: fn(Standing) -> bool| all.iter().find(|listed| wanted(listed.standing));
    let next = if is_irritable(intake) {
        Err(NoneToday::Irritable)
    } else if let Some(begun) = is(|standing| standing == Standing::Begun) {
        Ok(begun.test)
    } else if today.is_some() {
        Err(NoneToday::Enough)
    } else if let Some(open) = first_open(&all, intake) {
        Ok(open)
    } else if is(|standing| matches!(standing, Standing::Done(_))).is_some() {
        Err(NoneToday::AllDone)
    } else {
        Err(NoneToday::AllShut)
    };
    Offer { next, all, today }
}

/// The first that was never done, else the one done longest ago.
fn first_open(all: &[Listed], intake: &Intake) -> Option<TestId> {
    let open = || all.iter().filter(|listed| listed.standing == Standing::Open).map(|listed| listed.test);
    open().min_by_key(|&test| last_done(intake, test))
}

fn standing(test: &SelfTest, intake: &Intake, gate: &Gate, hurt: &[(TestId, Date)], day: Date) -> Standing {
    let fresh = |on: &Date| days_from(*on, day) < AGAIN_AFTER_DAYS;
    if let Some(by) = gate.shuts_test(test.id) {
        return Standing::Shut(by);
    }
    if !has_place(test.position, intake.means.as_ref()) {
        return Standing::NoPlace;
    }
    let hurt_on = hurt.iter().filter(|(id, _)| *id == test.id).map(|(_, on)| *on).max();
    if let Some(on) = hurt_on.filter(fresh) {
        return Standing::Hurt(on);
    }
    match last_done(intake, test.id) {
        Some(on) if on == day && !is_whole(test, intake, day) => Standing::Begun,
        Some(on) if fresh(&on) => Standing::Done(on),
        _ => Standing::Open,
    }
}

/// The last day a test was measured on. A measure without a day counts for nothing here: nobody knows when.
fn last_done(intake: &Intake, test: TestId) -> Option<Date> {
    let own = intake.measures.iter().filter(|measure| measure.reading.test() == test);
    own.filter_map(|measure| measure.shared.on).max()
}

/// Whether a test of two sides has both from this day.
fn is_whole(test: &SelfTest, intake: &Intake, day: Date) -> bool {
    let sides: std::collections::BTreeSet<_> = intake
        .measures
        .iter()
        .filter(|measure| measure.reading.test() == test.id && measure.shared.on == Some(day))
        .filter_map(|measure| measure.shared.side)
        .collect();
    test.sides != SidesOf::Each || sides.len() == 2
}

fn has_place(position: Position, means: Option<&Means>) -> bool {
    let can_not = |ask: fn(&Means) -> Option<bool>| means.and_then(ask) == Some(false);
    let floor = !can_not(|means| means.can_lie_on_floor);
    let bed = !can_not(|means| means.can_lie_on_bed);
    match position {
        Position::Walking | Position::Standing | Position::Sitting => true,
        Position::HalfKneeling | Position::HandsAndKnees => !can_not(|means| means.can_kneel),
        Position::FloorSitting => floor,
        Position::SideLying | Position::Prone | Position::Supine => floor || bed,
    }
}

/// Days from one day to a later one; a day in the future counts as today.
fn days_from(from: Date, to: Date) -> i32 {
    i32::try_from(crate::dates::days_between(from, to)).unwrap_or(i32::MAX).max(0)
}

#[cfg(test)]
#[path = "offer_tests.rs"]
mod tests;

//! The exercises that could be in this person's plan, each in its best open way, with its reasons and points.
//!
//! What this module does not do: choose among them, or say how much.

use crate::intake::{Activity, Intake};
use crate::ledger;
use crate::library::{Exercise, Library, Position, Purpose, Role};
use crate::plan::Instead;
use crate::precaution::Gate;
use crate::vocabulary::{MovementTag, Precaution};
use counterpose_quantity::order;

use super::calls::{Call, Calls, each_week, lengthens};
use super::instead;
use super::limits::Limits;
use super::means::Possible;
use super::table::{PREFERRED, PROVOKES, Row, UNSUITED};

/// An exercise that could be in the plan.
#[derive(Clone, Debug)]
pub struct Candidate<'l> {
    /// The exercise.
    pub exercise: &'l Exercise,
    /// The way of doing it.
    pub way: Option<&'l str>,
    /// Points for one of the places that every week has.
    pub base: i32,
    /// Points of its own reasons.
    pub called: i32,
    /// Whether it must come before anything else.
    pub leads: bool,
    /// Why, the strongest first, each with its points.
    pub reasons: Vec<(Call, i32)>,
    /// The goal it serves, by its position.
    pub goal: Option<usize>,
    /// What it stands in for.
    pub instead: Option<Instead>,
}

/// Why an open exercise is no candidate. Its text is `left-out-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// The person does not want it.
    YouLeftItOut,
    /// Pain is easily stirred up: the ends of range wait.
    MidRangeOnly,
    /// Nothing is lengthened with very mobile joints, nerve signs or easily stirred pain.
    NoLengthening,
    /// Nothing says that what it lengthens is short.
    NotMeasuredShort,
    /// What it lengthens was tested and is long enough.
    TestsNormal,
    /// No reason of this person calls for it.
    NotCalledFor,
}

impl NotNow {
    /// The identifier, as in `left_out`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::YouLeftItOut => "you-left-it-out",
            Self::MidRangeOnly => "mid-range-only",
            Self::NoLengthening => "no-lengthening",
            Self::NotMeasuredShort => "not-measured-short",
            Self::TestsNormal => "tests-normal",
            Self::NotCalledFor => "not-called-for",
        }
    }
}

/// What a person can be asked, and why.
pub struct Ask<'a> {
    /// The answers.
    pub intake: &'a Intake,
    /// What is shut.
    pub gate: &'a Gate,
    /// What they have.
    pub possible: &'a Possible,
    /// How much they may be asked.
    pub limits: &'a Limits,
    /// Their reasons.
    pub calls: &'a Calls,
    /// Exercises that are out: not wanted, or swapped after being skipped.
    pub without: &'a [String],
    /// Exercises that are liked.
    pub prefer: &'a [String],
}

impl Ask<'_> {
    /// Whether a way is open, possible and within the range allowed now.
    #[must_use]
    pub fn allows(&self, exercise: &Exercise, way: Option<&str>) -> bool {
        self.gate.shuts_way(exercise, way).is_none()
            && self.possible.lacks(exercise, way).is_none()
            && self.limits.allows_range(exercise, way)
    }

    /// The exercise as a candidate; `Err(Some(why))` where it is open and no candidate, `Err(None)` where the gate or
    /// the means shut every way of doing it.
    ///
    /// # Errors
    /// Why it is no candidate.
    pub fn candidate<'l>(&self, exercise: &'l Exercise) -> Result<Candidate<'l>, Option<NotNow>> {
        let open = |way: Option<&str>| {
            self.gate.shuts_way(exercise, way).is_none() && self.possible.lacks(exercise, way).is_none()
        };
        if !core::iter::once(None).chain(exercise.variants.iter().map(|v| Some(v.id.as_str()))).any(open) {
            return Err(None);
        }
        if self.without.contains(&exercise.id) {
            return Err(Some(NotNow::YouLeftItOut));
        }
        let unsuited = UNSUITED.iter().any(|(condition, exercises)| {
            self.gate.has(*condition) && exercises.contains(&exercise.id.as_str())
        });
        if unsuited {
            return Err(Some(NotNow::NotCalledFor));
        }
        let way = self.way(exercise).ok_or(Some(NotNow::MidRangeOnly))?;
        let mut reasons: Vec<(Call, i32)> = self
            .calls
            .for_exercise(exercise)
            .into_iter()
            .map(|(call, points)| (call.clone(), points))
            .collect();
        if exercise.purpose == Purpose::Lengthening {
            if !self.limits.lengthening {
                return Err(Some(NotNow::NoLengthening));
            }
            match self.calls.lengthening(exercise) {
                Some(short) => reasons.push(short),
                None if self.calls.tested_long_enough(exercise) => return Err(Some(NotNow::TestsNormal)),
                None => return Err(Some(NotNow::NotMeasuredShort)),
            }
        }
        // Easy movement of something short gains by it too, though nothing says it must be short.
        if exercise.purpose == Purpose::Mobility && self.limits.lengthening && !reasons.is_empty() {
            reasons.extend(self.calls.lengthening(exercise));
        }
        let place = each_week(exercise);
        if reasons.is_empty() && place.is_none() {
            return Err(Some(NotNow::NotCalledFor));
        }
        if ledger::claim(&exercise.evidence, &[]).is_none() {
            return Err(Some(NotNow::NotCalledFor));
        }
        if self.prefer.contains(&exercise.id) {
            let row = Row { rule: PREFERRED.0, uses: &[], claims: &[] };
            let from = "answer:preferences.prefer".to_owned();
            reasons.push((Call { row, from, goal: None, leads: false }, PREFERRED.1));
        }
        let against = PROVOKES * provokes(self.intake, exercise, way);
        let base = place.as_ref().map_or(0, |(_, points)| *points);
        let called: i32 = reasons.iter().map(|(_, points)| *points).sum();
        let leads = reasons.iter().any(|(call, _)| call.leads);
        let goal = reasons.iter().find_map(|(call, _)| call.goal);
        order::sort_by_key(&mut reasons, |(_, points)| core::cmp::Reverse(*points));
        reasons.extend(place);
        Ok(Candidate {
            exercise,
            way,
            base: (base - against).max(i32::from(base > 0)),
            called: called - against,
            leads,
            reasons,
            goal,
            instead: None,
        })
    }

    /// The way of doing it to begin with: the plain one, or the easier one where that comes first. A harder way is
    /// never a beginning.
    fn way<'l>(&self, exercise: &'l Exercise) -> Option<Option<&'l str>> {
        let named = |links: &[crate::library::Link], id: &str| {
            links.iter().any(|link| link.exercise.is_none() && link.variant.as_deref() == Some(id))
        };
        let variants = || exercise.variants.iter().map(|variant| variant.id.as_str());
        let easier = variants().filter(|id| named(&exercise.regressions, id));
        let others = variants()
            .filter(|id| !named(&exercise.regressions, id) && !named(&exercise.progressions, id))
            .map(Some);
        let ordered: Vec<Option<&str>> = if self.limits.easier || self.needs_easier(exercise) {
            easier.map(Some).chain([None]).chain(others).collect()
        } else {
            [None].into_iter().chain(easier.map(Some)).chain(others).collect()
        };
        ordered.into_iter().find(|way| self.allows(exercise, *way))
    }

    /// Walking with rests where walking hurts or the canal is narrow, a higher seat where rising hurts.
    fn needs_easier(&self, exercise: &Exercise) -> bool {
        let hurts = |activity| {
            self.intake.complaint.as_ref().is_some_and(|complaint| complaint.worse_with.contains(&activity))
        };
        match exercise.id.as_str() {
            "walking-programme" => hurts(Activity::Walking) || self.gate.has(Precaution::SpinalStenosis),
            "sit-to-stand" => {
                hurts(Activity::RisingFromSitting)
                    || self.gate.has(Precaution::KneeProblem)
                    || self.gate.has(Precaution::HipReplacementPosterior)
            }
            _ => false,
        }
    }
}

/// How many of the things that make this person's pain worse one way of doing an exercise asks for.
pub fn provokes(intake: &Intake, exercise: &Exercise, way: Option<&str>) -> i32 {
    let Some(complaint) = &intake.complaint else { return 0 };
    let asks = |tag: MovementTag| exercise.tags_of(way).contains(&tag);
    let mut hurts: Vec<Activity> = complaint.worse_with.clone();
    order::sort(&mut hurts);
    hurts.dedup();
    let provoking = hurts.into_iter().filter(|activity| match activity {
        Activity::BendingForward => {
            asks(MovementTag::LumbarFlexionEnd) || asks(MovementTag::LumbarFlexionLoaded)
        }
        Activity::BendingBack => asks(MovementTag::LumbarExtensionEnd) || asks(MovementTag::HipExtensionEnd),
        Activity::Twisting => asks(MovementTag::LumbarRotationEnd),
        Activity::Lifting => asks(MovementTag::SpinalLoad),
        Activity::Lying => {
            matches!(exercise.position, Position::Supine | Position::Prone | Position::SideLying)
        }
        Activity::Standing => exercise.position == Position::Standing,
        Activity::Stairs => exercise.id == "step-up",
        _ => false,
    });
    i32::try_from(provoking.count()).unwrap_or(0)
}

/// Whether two exercises do the same job: one is a step of the other, or both lengthen the same thing.
#[must_use]
pub fn same_job(one: &Exercise, other: &Exercise) -> bool {
    let steps = |from: &Exercise, to: &Exercise| {
        let named = |link: &crate::library::Link| link.exercise.as_deref() == Some(to.id.as_str());
        from.regressions.iter().any(named) || from.progressions.iter().any(named)
    };
    let same_purpose = one.purpose == other.purpose;
    let both_lengthen = || {
        one.targets
            .iter()
            .filter(|target| target.role == Role::Lengthens)
            .any(|target| lengthens(other, &target.structure))
    };
    let walk = one.purpose == Purpose::Walking;
    (same_purpose && (walk || steps(one, other) || steps(other, one))) || both_lengthen()
}

/// Every candidate of the library, in its order, and why the open rest is none.
pub fn candidates<'l>(
    ask: &Ask<'_>,
    library: &'l Library,
) -> (Vec<Candidate<'l>>, Vec<(&'l Exercise, NotNow)>) {
    let mut found = Vec::new();
    let mut rest = Vec::new();
    for exercise in &library.exercises {
        match ask.candidate(exercise) {
            Ok(candidate) => found.push(candidate),
            Err(Some(why)) => rest.push((exercise, why)),
            Err(None) => {}
        }
    }
    instead::fill(ask, library, &mut found);
    (found, rest)
}

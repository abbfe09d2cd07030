//! Why an exercise would be in the plan: every reason this person has, with where it comes from.
//!
//! Direction comes first, then the leading pattern, then conditions, findings, goals and wishes. What this module does
//! not do: say whether the exercise may be done; that is the gate's business.

use crate::finding::{Finding, is_irritable};
use crate::intake::{Activity, Intake};
use crate::library::{Exercise, Role};
use crate::pattern::ScoredPattern;
use crate::precaution::{Gate, leading_direction};
use crate::vocabulary::Pattern;
use counterpose_quantity::order;

use super::goals;
use super::limits::nerve_signs;
use super::table::{
    DIRECTION, EACH_WEEK, FOUND, GOALS, LEAD, LENGTHENING_CLAIMS, MEASURED_SHORT, MEASURED_SHORT_POINTS,
    NERVE, NORMAL, Row, SHORT, SUITS, row_of,
};

/// One reason of this person.
#[derive(Clone, Debug)]
pub struct Call {
    /// What it calls for.
    pub row: Row,
    /// The answer or measure it comes from.
    pub from: String,
    /// The goal it serves, by its position.
    pub goal: Option<usize>,
    /// Whether it must have a place before anything else: the direction that draws the pain back.
    pub leads: bool,
}

/// Something measured short, with where that was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortTarget {
    /// The structure.
    pub structure: &'static str,
    /// The measure.
    pub from: String,
}

/// Every reason of a person.
#[derive(Clone, Debug, Default)]
pub struct Calls {
    /// Reasons that call for exercises by name.
    pub calls: Vec<Call>,
    /// What was measured short.
    pub short: Vec<ShortTarget>,
    /// Whether a test was done that would have found each of these short, and did not.
    pub normal: Vec<&'static str>,
}

/// Where the choice of what every week holds comes from.
const FROM_SCREENING: &str = "answer:screening";

impl Calls {
    /// The reasons of a person.
    #[must_use]
    pub fn of(intake: &Intake, findings: &[Finding], patterns: &[ScoredPattern], gate: &Gate) -> Self {
        let mut calls = Vec::new();
        let mut push = |row: Row, from: String, goal: Option<usize>, leads: bool| {
            calls.push(Call { row, from, goal, leads });
        };
        if let Some(direction) = leading_direction(intake)
            && let Some(row) = row_of(&DIRECTION, &direction)
        {
            push(row, "measure:repeated-movement".to_owned(), None, true);
        }
        if nerve_signs(intake, findings) {
            push(NERVE, "answer:complaint.leg_symptoms".to_owned(), None, false);
        }
        let irritable = is_irritable(intake);
        if let Some(leading) = patterns.first()
            && let Some(row) = row_of(&LEAD, &leading.id)
        {
            push(row, from_of(leading, findings, intake), None, false);
        }
        for (_, row) in SUITS.iter().filter(|(precaution, _)| gate.has(*precaution)) {
            push(*row, "answer:precautions".to_owned(), None, false);
        }
        // Where pain is easily stirred up nobody looks for more than the general programme.
        if irritable {
            return Self { calls, ..Self::default() };
        }
        for (id, row) in FOUND {
            if let Some(finding) = counted(findings, id) {
                push(*row, finding.from.to_string(), None, false);
            }
        }
        for (index, activity) in goals::activities(intake) {
            if let Some(row) = row_of(GOALS, &activity) {
                push(row, format!("answer:goals[{index}]"), Some(index), false);
            }
        }
        if let Some(row) = feared(intake).and_then(|activity| row_of(GOALS, &activity)) {
            let row = Row { rule: "feared-movement", ..row };
            push(row, "answer:strain.feared_movement".to_owned(), None, false);
        }
        let mut normal = Vec::new();
        for (id, row) in NORMAL {
            let measured = findings.iter().filter(|finding| finding.id == *id && finding.counted);
            let none_short = counted(findings, id).is_none() && short_by(findings, id).is_empty();
            if let Some(finding) = measured.clone().next().filter(|_| none_short) {
                push(*row, finding.from.to_string(), None, false);
                normal
                    .extend(SHORT.iter().filter(|(short, _)| short == id).flat_map(|(_, what)| what.iter()));
            }
        }
        let short = SHORT
            .iter()
            .filter_map(|(id, structures)| counted(findings, id).map(|finding| (finding, *structures)))
            .flat_map(|(finding, structures)| {
                structures.iter().map(|structure| ShortTarget { structure, from: finding.from.to_string() })
            })
            .collect();
        Self { calls, short, normal }
    }

    /// The target of an exercise that was measured short, if it lengthens one.
    #[must_use]
    pub fn short_target(&self, exercise: &Exercise) -> Option<&ShortTarget> {
        self.short.iter().find(|short| lengthens(exercise, short.structure))
    }

    /// Whether an exercise lengthens what was tested and found long enough.
    #[must_use]
    pub fn tested_long_enough(&self, exercise: &Exercise) -> bool {
        self.normal.iter().any(|structure| lengthens(exercise, structure))
    }

    /// The reasons that name an exercise, the strongest first, with their points.
    #[must_use]
    pub fn for_exercise(&self, exercise: &Exercise) -> Vec<(&Call, i32)> {
        let mut named: Vec<(&Call, i32)> = self
            .calls
            .iter()
            .filter_map(|call| points(&call.row, &exercise.id).map(|points| (call, points)))
            .collect();
        order::sort_by_key(&mut named, |(_, points)| core::cmp::Reverse(*points));
        named
    }

    /// The reason behind lengthening an exercise's short target.
    #[must_use]
    pub fn lengthening(&self, exercise: &Exercise) -> Option<(Call, i32)> {
        let short = self.short_target(exercise)?;
        let row = Row { rule: MEASURED_SHORT, uses: &[], claims: LENGTHENING_CLAIMS };
        Some((Call { row, from: short.from.clone(), goal: None, leads: false }, MEASURED_SHORT_POINTS))
    }
}

/// What every week holds: the rows that name an exercise, with their points and where they come from.
#[must_use]
pub fn each_week(exercise: &Exercise) -> Option<(Call, i32)> {
    EACH_WEEK.iter().find_map(|row| {
        let points = points(row, &exercise.id)?;
        Some((Call { row: *row, from: FROM_SCREENING.to_owned(), goal: None, leads: false }, points))
    })
}

fn points(row: &Row, exercise: &str) -> Option<i32> {
    row.uses.iter().find(|used| used.exercise == exercise).map(|used| used.points)
}

/// Whether an exercise lengthens a structure.
#[must_use]
pub fn lengthens(exercise: &Exercise, structure: &str) -> bool {
    exercise.targets.iter().any(|target| target.role == Role::Lengthens && target.structure == structure)
}

fn counted<'f>(findings: &'f [Finding], id: &str) -> Option<&'f Finding> {
    findings.iter().find(|finding| finding.id == id && finding.meaningful && finding.counted)
}

/// Every finding that says the same structures are short as this one would.
fn short_by<'f>(findings: &'f [Finding], id: &str) -> Vec<&'f Finding> {
    let what = SHORT.iter().find(|(short, _)| *short == id).map(|(_, structures)| *structures);
    let same = SHORT.iter().filter(|(_, structures)| Some(*structures) == what);
    same.filter_map(|(other, _)| counted(findings, other)).collect()
}

fn from_of(leading: &ScoredPattern, findings: &[Finding], intake: &Intake) -> String {
    let strongest = leading.because.iter().max_by_key(|held| held.points);
    let finding = strongest.and_then(|held| counted(findings, held.finding));
    match (leading.id, finding) {
        (Pattern::General, _) | (_, None) if is_irritable(intake) => "answer:irritability".to_owned(),
        (Pattern::General, _) | (_, None) => "answer:complaint".to_owned(),
        (_, Some(finding)) => finding.from.to_string(),
    }
}

fn feared(intake: &Intake) -> Option<Activity> {
    intake.strain.as_ref().and_then(|strain| strain.feared_movement)
}

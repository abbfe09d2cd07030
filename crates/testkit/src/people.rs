//! Generated people: intakes for the laws, from the clear to the contradictory.

use counterpose_coach::intake::{
    Activity, Answer, Answers, BodySide, BroughtOnBy, Clearance, ClearedRule, Complaint, Direction,
    EarlyBackPain, Effect, ExercisesPerSession, Goal, InflammatoryFeature, Intake, Irritability, LegSymptoms,
    Life, Means, MeasureEntry, Person, PrecautionEntry, Preferences, SessionsPerDay, Settles, Sex, Site,
    Strain, parse,
};
use counterpose_coach::screening::QuestionId;
use counterpose_coach::vocabulary::{Equipment, MovementTag, Pattern, Precaution};
use counterpose_quantity::{
    AgeYears, HoursPerDay, MinutesPerDay, MinutesPerWeek, MonthCount, PainScore, RatingScore, Side, WeekCount,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

fn word<T: Copy + core::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

fn number<T>(most: f64, new: fn(f64) -> Option<T>) -> impl Strategy<Value = Option<T>>
where
    T: core::fmt::Debug + Clone + 'static,
{
    option::of((0.0..=most).prop_map(move |value| (value * 2.0).round() / 2.0))
        .prop_map(move |value| value.and_then(new))
}

/// An answer to a question, of any caution.
pub fn answer(question: QuestionId) -> BoxedStrategy<Answer> {
    if question == QuestionId::C2 {
        let features = vec(word(InflammatoryFeature::ALL), 0..9);
        let record = (any::<Option<bool>>(), number(24.0, |months| MonthCount::new(months).ok()), features);
        let history = record.prop_map(|(started_before_45, months, features)| {
            Answer::History(EarlyBackPain { started_before_45, months, features })
        });
        return prop_oneof![4 => history, 1 => Just(Answer::Unsure)].boxed();
    }
    let last = u8::try_from(question.values().len() - 1).unwrap_or(1);
    prop_oneof![4 => (1..=last).prop_map(Answer::Level), 1 => Just(Answer::Unsure)].boxed()
}

/// Answers: every question no, but for a few.
pub fn answers() -> impl Strategy<Value = Answers> {
    let clear = || {
        let mut answers = Answers::default();
        for &question in QuestionId::ALL {
            let no = if question == QuestionId::C2 {
                Answer::History(EarlyBackPain::default())
            } else {
                Answer::Level(0)
            };
            answers.set(question, no);
        }
        answers
    };
    let change = word(QuestionId::ALL)
        .prop_flat_map(|question| (Just(question), option::weighted(0.85, answer(question))))
        .boxed();
    let few =
        prop_oneof![4 => vec(change.clone(), 0..1), 3 => vec(change.clone(), 1..3), 1 => vec(change, 3..12)];
    few.prop_map(move |changes| {
        let mut answers = clear();
        for (question, change) in changes {
            match change {
                Some(answer) => answers.set(question, answer),
                None => answers.remove(question),
            }
        }
        answers
    })
}

/// A precaution with more or less known about it.
pub fn precaution() -> impl Strategy<Value = PrecautionEntry> {
    let weeks = || number(80.0, |weeks| WeekCount::new(weeks).ok());
    let truth = || option::weighted(0.7, any::<bool>());
    (word(Precaution::ALL), option::of(word(BodySide::ALL)), weeks(), weeks(), truth(), truth()).prop_map(
        |(id, side, weeks, weeks_since, cleared_by_clinician, symptom_free)| PrecautionEntry {
            id,
            side,
            weeks,
            weeks_since,
            cleared_by_clinician,
            symptom_free,
        },
    )
}

fn clearance() -> impl Strategy<Value = Clearance> {
    let rule = prop_oneof![
        word(QuestionId::ALL).prop_map(ClearedRule::Question),
        word(Precaution::ALL).prop_map(ClearedRule::Precaution),
    ];
    let date = option::weighted(0.8, (2024_i16..2028, 1_i8..13, 1_i8..29));
    let tags = || vec(word(MovementTag::ALL), 0..3);
    (rule, date, tags(), tags()).prop_map(|(rule, date, limits, opens)| Clearance {
        rule,
        date: date.and_then(|(year, month, day)| jiff::civil::Date::new(year, month, day).ok()),
        by: None,
        limits,
        opens,
    })
}

fn person() -> impl Strategy<Value = Person> {
    let age = prop_oneof![1 => 10_i64..18, 6 => 18_i64..70, 2 => 70_i64..100];
    (option::weighted(0.9, age), option::of(word(Sex::ALL))).prop_map(|(age, sex)| Person {
        age: age.and_then(|age| AgeYears::new(age).ok()),
        sex,
        country: None,
    })
}

fn complaint() -> impl Strategy<Value = Complaint> {
    let pain = || option::of(0_i64..11).prop_map(|pain| pain.and_then(|pain| PainScore::new(pain).ok()));
    let parts = (
        option::of(word(BodySide::ALL)),
        vec(word(Site::ALL), 0..3),
        (pain(), pain()),
        number(200.0, |weeks| WeekCount::new(weeks).ok()),
        (vec(word(Activity::ALL), 0..5), vec(word(Activity::ALL), 0..3)),
        option::of(word(LegSymptoms::ALL)),
        number(120.0, |minutes| MinutesPerDay::new(minutes).ok()),
        any::<Option<bool>>(),
    );
    parts.prop_map(
        |(side, sites, (pain_now, pain_average_week), duration_weeks, (worse, better), leg, stiff, car)| {
            Complaint {
                side,
                sites,
                pain_now,
                pain_average_week,
                duration_weeks,
                worse_with: worse,
                better_with: better,
                leg_symptoms: leg,
                morning_stiffness_minutes: stiff,
                one_sided_tasks: Vec::new(),
                eased_by_leaving_the_car: car,
                old_injury_side: side,
            }
        },
    )
}

fn life() -> impl Strategy<Value = Life> {
    let hours = || number(14.0, |hours| HoursPerDay::new(hours).ok());
    let minutes = number(400.0, |minutes| MinutesPerWeek::new(minutes).ok());
    (hours(), hours(), minutes, option::of(select(&Side::ALL[..]))).prop_map(
        |(sitting_hours_per_day, driving_hours_per_day, active_minutes_per_week, pedal_foot)| Life {
            sitting_hours_per_day,
            driving_hours_per_day,
            active_minutes_per_week,
            pedal_foot,
            gearbox: None,
            recent_training_jump: None,
        },
    )
}

fn means() -> impl Strategy<Value = Means> {
    let truth = any::<Option<bool>>;
    let minutes = number(40.0, |minutes| MinutesPerDay::new(minutes).ok());
    let sessions = option::of(1_u8..5).prop_map(|number| number.and_then(SessionsPerDay::new));
    let equipment = option::of(vec(word(Equipment::ALL), 0..9));
    (minutes, sessions, equipment, truth(), truth(), truth()).prop_map(
        |(minutes_per_session, sessions_per_day, equipment, can_kneel, can_lie_on_floor, can_lie_on_bed)| {
            Means {
                minutes_per_session,
                sessions_per_day,
                equipment,
                can_kneel,
                can_lie_on_floor,
                can_lie_on_bed,
            }
        },
    )
}

/// The measures of one test on both sides, or on one.
fn measures() -> impl Strategy<Value = Vec<MeasureEntry>> {
    let methods = select(&["phone-inclinometer", "goniometer", "camera", "by-eye"][..]);
    let tests = select(
        &[
            "thomas",
            "knee-extension-90",
            "hip-internal-rotation",
            "straight-leg-raise",
            "side-lying-abduction",
        ][..],
    );
    let one = (tests, methods, -20_i32..90, option::of(-20_i32..90), any::<bool>(), any::<bool>());
    vec(one, 0..4).prop_map(|tests| tests.into_iter().flat_map(sided_measures).collect())
}

fn sided_measures(
    (test, method, one, other, held, left_first): (&str, &str, i32, Option<i32>, bool, bool),
) -> Vec<MeasureEntry> {
    let sides = if left_first { ["left", "right"] } else { ["right", "left"] };
    let values = [Some(one), other];
    let entry = |(side, value): (&str, Option<i32>)| {
        let value = value?;
        let mut entry = json!({"test": test, "side": side, "method": method, "repeats": 3});
        let (key, extra) = match test {
            "thomas" => ("thigh_deg", json!({"pelvis_held": held, "knee_deg": value + 30})),
            "knee-extension-90" => ("short_of_straight_deg", json!({})),
            "side-lying-abduction" => ("score", json!({})),
            "hip-internal-rotation" => ("deg", json!({"position": if held { "seated" } else { "prone" }})),
            _ => ("hip_deg", json!({"felt": if held { "thigh" } else { "below-knee" }})),
        };
        entry[key] = if key == "score" { json!(value.rem_euclid(4)) } else { json!(value) };
        crate::merge::merge(&mut entry, &extra);
        serde_json::from_value(entry).ok()
    };
    sides.into_iter().zip(values).filter_map(entry).collect()
}

fn irritability() -> impl Strategy<Value = Irritability> {
    (option::of(word(BroughtOnBy::ALL)), option::of(word(Settles::ALL)))
        .prop_map(|(brought_on_by, settles)| Irritability { brought_on_by, settles })
}

fn goal() -> impl Strategy<Value = Goal> {
    let words = select(&["drive for an hour", "sit through a film", "tie my shoes", "be well again"][..]);
    let kind = option::of(word(Activity::ALL));
    let tolerance = number(90.0, |minutes| MinutesPerDay::new(minutes).ok());
    (0_i64..11, words, kind, tolerance).prop_map(|(now, words, kind, tolerance_minutes)| Goal {
        activity: words.to_owned(),
        now_0_10: RatingScore::new(now).ok(),
        target_0_10: RatingScore::new(8).ok(),
        by_weeks: None,
        tolerance_minutes,
        kind,
    })
}

fn strain() -> impl Strategy<Value = Strain> {
    let score =
        || option::of(0_i64..11).prop_map(|score| score.and_then(|score| RatingScore::new(score).ok()));
    (score(), score(), score(), score(), score(), score(), option::of(word(Activity::ALL))).prop_map(
        |(
            poor_sleep,
            stress,
            low_mood,
            worry_moving_harms,
            low_confidence,
            little_support,
            feared_movement,
        )| {
            Strain {
                poor_sleep,
                stress,
                low_mood,
                worry_moving_harms,
                low_confidence,
                little_support,
                feared_movement,
            }
        },
    )
}

fn preferences() -> impl Strategy<Value = Preferences> {
    let known = || {
        let ids =
            ["bird-dog", "glute-bridge", "walking-programme", "supine-heel-slide", "open-book", "no-such"];
        vec(select(ids.map(str::to_owned).to_vec()), 0..3)
    };
    let most = option::of(1_u8..6).prop_map(|number| number.and_then(ExercisesPerSession::new));
    (known(), known(), most).prop_map(|(without, prefer, exercises_per_session)| Preferences {
        without,
        prefer,
        exercises_per_session,
    })
}

/// Repeated movements, in either direction, with whatever they did.
fn repeated() -> impl Strategy<Value = Vec<MeasureEntry>> {
    let one = || {
        (word(Direction::ALL), word(Effect::ALL)).prop_map(|(direction, effect)| {
        let entry =
            json!({"test": "repeated-movement", "direction": direction, "effect": effect, "repetitions": 10});
        serde_json::from_value(entry).ok()
    })
    };
    prop_oneof![4 => vec(one(), 0..1), 1 => vec(one(), 1..3)]
        .prop_map(|entries: Vec<Option<MeasureEntry>>| entries.into_iter().flatten().collect())
}

/// What may be told besides: wishes, strain, patterns disagreed with, a jump in training.
fn besides() -> impl Strategy<Value = (Option<Strain>, Option<Preferences>, Vec<Pattern>, Option<bool>)> {
    let disagree = prop_oneof![4 => vec(word(Pattern::ALL), 0..1), 1 => vec(word(Pattern::ALL), 1..3)];
    let jump = prop_oneof![4 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))];
    (option::weighted(0.3, strain()), option::weighted(0.3, preferences()), disagree, jump)
}

/// An intake of anybody: the parts that may be missing sometimes are.
pub fn intake() -> impl Strategy<Value = Intake> {
    let precautions =
        option::weighted(0.85, prop_oneof![2 => vec(precaution(), 0..1), 3 => vec(precaution(), 1..4)]);
    let about = (
        option::weighted(0.95, person()),
        answers(),
        prop_oneof![5 => vec(clearance(), 0..1), 2 => vec(clearance(), 1..3)],
        precautions,
    );
    let day = (option::of(complaint()), option::of(irritability()), option::of(life()), option::of(means()));
    (about, day, (measures(), repeated()), vec(goal(), 0..3), besides()).prop_map(
        |(
            (person, screening, clearances, precautions),
            (complaint, irritability, life, means),
            (mut measures, repeated),
            goals,
            (strain, preferences, disagree, jump),
        )| {
            measures.extend(repeated);
            let life = life.map(|life| Life { recent_training_jump: jump, ..life });
            Intake {
                strain,
                preferences,
                disagree,
                as_of: jiff::civil::Date::new(2026, 11, 22).ok(),
                person,
                screening,
                clearances,
                precautions,
                complaint,
                irritability,
                life,
                measures,
                goals,
                means,
                ..Intake::default()
            }
        },
    )
}

/// An intake whose precautions and age are known: lists that the law of caution compares.
pub fn known_intake() -> impl Strategy<Value = Intake> {
    intake().prop_map(|mut intake| {
        intake.precautions.get_or_insert_default();
        let person = intake.person.get_or_insert_default();
        person.age = person.age.or_else(|| AgeYears::new(45).ok());
        intake
    })
}

/// The clear person of the fixtures, with this laid over.
///
/// # Panics
/// When what is laid over makes no intake.
#[must_use]
#[allow(clippy::panic, reason = "a test that builds a wrong person must stop")]
pub fn clear_with(over: &serde_json::Value) -> Intake {
    let mut person = crate::screening_cases::clear_person();
    crate::merge::merge(&mut person, over);
    parse(&person.to_string()).unwrap_or_else(|error| panic!("{over}: {error}"))
}

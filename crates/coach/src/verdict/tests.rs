//! Laws of the verdict: what may not change it, what must, and what it never says.

use proptest::prelude::*;

use super::diary::{Day, Design, DesignKind, Diary};
use super::draw::{Plan, draw};
use super::rules::{Missing, VerdictKind, verdict};
use super::{csv, model};

/// Days with a repeating wobble around a level that drops after the start.
fn days(before: i32, after: i32, level: f64, drop: f64) -> Vec<Day> {
    (0..before + after)
        .map(|day| {
            let wobble = [0.6, -0.4, 0.1, -0.7, 0.5, 0.2, -0.3][usize::try_from(day.rem_euclid(7)).unwrap()];
            let on = day >= before;
            let built_up = if on { (f64::from(day - before + 1) / 14.0).min(1.0) } else { 0.0 };
            Day {
                day,
                pain: Some((level - drop * built_up + wobble).clamp(0.0, 10.0)),
                phase: if on { "plan" } else { "baseline" }.into(),
                treated: None,
                done_fraction: on.then_some(0.9),
                flare: false,
            }
        })
        .collect()
}

fn read(days: Vec<Day>, pain_weeks: f64) -> super::Outcome {
    verdict(&Diary::new(Design::before_after(), Some(pain_weeks), days).unwrap())
}

#[test]
fn a_large_lasting_fall_is_called_working() {
    let outcome = read(days(28, 42, 6.0, 4.0), 30.0);
    assert_eq!(outcome.verdict, VerdictKind::Working, "{outcome:?}");
    assert!(outcome.effect.unwrap().mean < -3.0);
    assert_eq!(outcome.p_randomisation, None, "nothing was drawn");
}

#[test]
fn a_rise_is_called_getting_worse_even_when_little_was_done() {
    let mut worse = days(28, 42, 3.0, -4.0);
    for day in &mut worse {
        day.done_fraction = None;
    }
    let outcome = read(worse, 30.0);
    assert_eq!(outcome.verdict, VerdictKind::GettingWorse, "{outcome:?}");
}

#[test]
fn a_steady_diary_is_not_called_better() {
    let outcome = read(days(28, 42, 5.0, 0.0), 30.0);
    assert!(matches!(outcome.verdict, VerdictKind::NoClearChange | VerdictKind::UnclearYet), "{outcome:?}");
}

#[test]
fn what_is_missing_is_named() {
    let all = days(28, 42, 6.0, 4.0);
    let without = |keep: &dyn Fn(&Day) -> bool, weeks| {
        read(all.iter().filter(|day| keep(day)).cloned().collect(), weeks)
    };
    let short = without(&|day| day.day >= 22, 30.0);
    assert_eq!((short.verdict, short.missing), (VerdictKind::NotEnoughData, vec![Missing::BaselineDays]));
    let early = without(&|day| day.day < 38, 30.0);
    assert_eq!((early.verdict, early.missing), (VerdictKind::NotEnoughData, vec![Missing::DaysAfterRamp]));
    let young = without(&|_| true, 5.9);
    assert_eq!(
        (young.verdict, young.missing),
        (VerdictKind::NotEnoughData, vec![Missing::PainUnderSixWeeks])
    );
    let empty = read(vec![], 30.0);
    assert_eq!((empty.verdict, empty.effect, empty.days_used), (VerdictKind::NotEnoughData, None, 0));
    let undone: Vec<Day> =
        all.iter().map(|day| Day { done_fraction: day.done_fraction.map(|_| 0.5), ..day.clone() }).collect();
    assert_eq!(read(undone, 30.0).missing, vec![Missing::Adherence]);
    let unknown: Vec<Day> = all.iter().map(|day| Day { done_fraction: None, ..day.clone() }).collect();
    let unknown = read(unknown, 30.0);
    assert_eq!((unknown.adherence, unknown.missing), (None, vec![Missing::AdherenceUnknown]));
}

#[test]
fn a_drawn_start_is_tested_against_every_day_it_could_have_been() {
    let design = Design {
        kind: DesignKind::RandomisedStart,
        first_possible_start_day: Some(18),
        last_possible_start_day: Some(37),
        seed: Some(7),
        assignments: None,
    };
    let p =
        verdict(&Diary::new(design, Some(30.0), days(28, 42, 6.0, 4.0)).unwrap()).p_randomisation.unwrap();
    let steps = p * 20.0;
    assert!((steps - steps.round()).abs() < 1e-12 && (1.0..=20.0).contains(&steps), "{p}");
    assert!(p <= 0.25, "the day the fall began is among the best of the window: {p}");
}

#[test]
fn without_its_seed_or_what_else_could_have_been_drawn_there_is_no_test() {
    let drawn = draw(&Plan::AlternatingDays { days: 60 }, 11).unwrap();
    let mut told = days(0, 60, 5.0, 0.0);
    for day in &mut told {
        let on = drawn.is_treated(day.day);
        day.treated = Some(on);
        day.pain = day.pain.map(|pain| if on { pain - 2.5 } else { pain });
    }
    let p = |design: Design, told: &[Day]| {
        verdict(&Diary::new(design, Some(30.0), told.to_vec()).unwrap()).p_randomisation
    };
    let whole = p(drawn.design.clone(), &told).unwrap();
    assert!((whole - 1.0 / 200.0).abs() < 1e-12, "no other draw shows a fall as clear: {whole}");
    assert_eq!(p(Design { seed: None, ..drawn.design.clone() }, &told), None);
    assert_eq!(p(Design { assignments: None, ..drawn.design.clone() }, &told), None);
    // A day left out of the diary: the assignments still fit, by day.
    told.remove(30);
    assert!(p(drawn.design.clone(), &told).unwrap() <= 0.01);
    let design = Design { assignments: Some(vec![vec![0, 1]]), ..drawn.design };
    assert_eq!(Diary::new(design, None, told).unwrap_err().path, "design.assignments[0]");
}

#[test]
fn under_six_weeks_of_pain_nothing_is_called_better() {
    let outcome = read(days(28, 42, 6.0, 4.0), 3.0);
    assert_eq!(outcome.verdict, VerdictKind::NotEnoughData);
    assert!(outcome.missing.contains(&Missing::PainUnderSixWeeks));
}

#[test]
fn low_pain_asks_for_another_measure_and_still_gets_its_verdict() {
    let outcome = read(days(28, 42, 2.5, 1.8), 30.0);
    assert_eq!(outcome.missing, vec![Missing::AnotherMeasure], "{outcome:?}");
    assert_ne!(outcome.verdict, VerdictKind::NotEnoughData);
}

#[test]
fn missing_days_alone_do_not_silence_a_long_diary() {
    let told: Vec<Day> = days(28, 42, 6.0, 4.0)
        .into_iter()
        .map(|day| Day { pain: day.pain.filter(|_| day.day % 2 == 0), ..day })
        .collect();
    assert_eq!(read(told.clone(), 30.0).verdict, VerdictKind::Working);
    let left_out: Vec<Day> = told.into_iter().filter(|day| day.pain.is_some()).collect();
    assert_eq!(read(left_out, 30.0).verdict, VerdictKind::Working);
}

#[test]
fn a_design_without_its_window_is_refused() {
    let design = Design { kind: DesignKind::RandomisedStart, ..Design::before_after() };
    let error = Diary::new(design, None, vec![]).unwrap_err();
    assert_eq!(error.path, "design");
}

#[test]
fn a_table_is_read_with_its_blanks() {
    let days = csv::parse(
        "date,pain,phase,done_fraction,flare\n2026-03-28,5,baseline,,\n2026-03-30,,plan,0.5,yes\n",
    )
    .unwrap();
    assert_eq!(days.len(), 2);
    assert_eq!(
        (days[0].day, days[0].pain, days[0].done_fraction, days[0].flare),
        (0, Some(5.0), None, false)
    );
    assert_eq!((days[1].day, days[1].pain, days[1].done_fraction, days[1].flare), (2, None, Some(0.5), true));
    for (text, expected) in [
        ("", "line 1: the table is empty"),
        ("date,pain\n", "line 1: the column \"phase\" is missing"),
        ("date,pain,phase,done\n", "line 1: unknown column \"done\""),
        ("date,pain,phase\n2026-13-01,5,plan\n", "line 2: the date must look like"),
        ("date,pain,phase\n2026-03-01,five,plan\n", "line 2: pain must be a number"),
        ("date,pain,phase\n2026-03-01,5\n", "line 2: has 2 cells, the header has 3"),
    ] {
        let error = csv::parse(text).unwrap_err();
        assert!(error.message.starts_with(expected), "{}", error.message);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_or_refused_without_panic(text in "\\PC{0,200}") {
        let _ = csv::parse(&text);
        let _ = csv::parse(&format!("date,pain,phase,done_fraction,flare\n{text}"));
    }

    #[test]
    fn the_order_in_which_days_are_told_changes_nothing(rotate in 0_usize..40, level in 3.0..7.0_f64, drop in -2.0..4.0_f64) {
        let told = days(14, 35, level, drop);
        let mut turned = told.clone();
        turned.rotate_left(rotate);
        prop_assert_eq!(read(told, 30.0), read(turned, 30.0));
    }

    #[test]
    fn a_deeper_fall_never_reads_as_a_smaller_one(level in 5.0..7.0_f64, drop in 0.0..3.0_f64, more in 0.2..1.5_f64) {
        let effect = |drop: f64| {
            let diary = Diary::new(Design::before_after(), Some(30.0), days(21, 35, level, drop)).unwrap();
            model::posterior(&diary).unwrap().mean()
        };
        prop_assert!(effect(drop + more) < effect(drop));
    }

    #[test]
    fn intervals_hold_their_mean_and_each_other(level in 1.0..9.0_f64, drop in -6.0..6.0_f64) {
        let effect = read(days(14, 35, level, drop), 30.0).effect.unwrap();
        prop_assert!(effect.low_95 <= effect.low_80 && effect.high_80 <= effect.high_95);
        prop_assert!(effect.low_95 <= effect.mean && effect.mean <= effect.high_95);
        for bound in [effect.low_95, effect.high_95, effect.mean] {
            prop_assert!(bound.is_finite() && bound.abs() <= 10.0);
        }
    }
}

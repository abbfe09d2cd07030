//! Home tests: each there once, every choice a value its measure can hold, the error with a source of its own.

use counterpose_coach::intake::{HasSide, TestId};
use counterpose_coach::selftest::{Answer, NumberAsked, SelfTest, SidesOf, fits, method_name};

use super::{Catalogue, Report, Rule};

/// Cautions that may stand in for a published error.
const OUR_CAUTION: &str = "our-caution";

pub(super) fn check(catalogue: &Catalogue<'_>, report: &mut Report) {
    for id in TestId::ALL {
        let count = catalogue.tests.iter().filter(|test| test.id == *id).count();
        if count != 1 {
            let message = format!("stands {count} times; describe it once in content/tests/{id}.toml");
            report.add(Rule::BadTest, id.as_str(), message);
        }
    }
    for test in catalogue.tests {
        source(catalogue, test, report);
        for message in wrong(test) {
            report.add(Rule::BadTest, test.id.as_str(), message);
        }
    }
}

fn source(catalogue: &Catalogue<'_>, test: &SelfTest, report: &mut Report) {
    let id = test.error.source.as_str();
    match catalogue.library.source(id) {
        None => {
            let message = format!("its error names the source `{id}`, which does not exist; add it");
            report.add(Rule::MissingSource, test.id.as_str(), message);
        }
        Some(found) if !found.verified && id != OUR_CAUTION => {
            let message =
                format!("its error rests on `{id}`, which nobody here has read; say `{OUR_CAUTION}`");
            report.add(Rule::UnverifiedClaim, test.id.as_str(), message);
        }
        Some(_) => {}
    }
}

/// Everything a test asks for that its measure cannot hold.
fn wrong(test: &SelfTest) -> Vec<String> {
    let mut wrong = Vec::new();
    let sided = matches!(
        (test.sides, test.id.has_side()),
        (SidesOf::Each | SidesOf::One, HasSide::Yes) | (SidesOf::None, HasSide::No | HasSide::Maybe)
    );
    if !sided {
        wrong.push("`sides` does not fit the test's measure".to_owned());
    }
    if test.feel.is_empty() && test.sides != SidesOf::One {
        wrong.push("`feel` is empty; every test can be answered by feel".to_owned());
    }
    if test.minutes == 0 || test.minutes > 3 || test.steps == 0 {
        wrong.push("a test has steps and takes one to three minutes".to_owned());
    }
    if test.phone.is_some() && test.number.is_none() {
        wrong.push("a phone gives a number, but there is no `number`".to_owned());
    }
    if !test.error.least.is_finite() || test.error.least < 0.0 {
        wrong.push("`error.least` must be zero or more".to_owned());
    }
    // A value may hang on its neighbours (a direction needs an effect), so each choice is tried among the first of
    // the others.
    for ask in test.feel.iter().chain(&test.besides) {
        for choice in &ask.choices {
            let chosen = choice.gives.as_ref().map(|gives| (ask.key.as_str(), gives));
            if let Err(message) = fits(test, chosen) {
                wrong.push(format!("`{}` of `{}`: {message}", choice.id, ask.key));
            }
        }
        let mut ids: Vec<&str> = ask.choices.iter().map(|choice| choice.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() != ask.choices.len() || ids.len() < 2 {
            wrong.push(format!("`{}` needs at least two choices, each with its own `id`", ask.key));
        }
    }
    if let Some(number) = &test.number {
        wrong.extend(wrong_number(test, number));
    }
    wrong
}

fn wrong_number(test: &SelfTest, number: &NumberAsked) -> Option<String> {
    if number.min >= number.max || number.repeats == 0 || number.methods.is_empty() {
        return Some("`number` needs min < max, repeats and a method".to_owned());
    }
    [number.min, number.max].into_iter().find_map(|value| {
        let gives = if number.whole { whole(value) } else { Answer::Number(value) };
        fits(test, Some((&number.key, &gives))).err().map(|message| format!("`number`: {message}"))
    })
}

fn whole(value: f64) -> Answer {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
    Answer::Count(value.clamp(0.0, 255.0) as u8)
}

/// The texts a test asks for.
pub(super) fn keys(test: &SelfTest) -> Vec<String> {
    let mut keys = vec![test.key("name"), test.key("about")];
    keys.extend((1..=test.steps).map(|step| test.key(&format!("step-{step}"))));
    for ask in test.feel.iter().chain(&test.besides) {
        let tail = ask.tail();
        keys.push(test.key(&tail));
        keys.extend(ask.choices.iter().map(|choice| test.key(&format!("{tail}-{}", choice.id))));
    }
    if let Some(number) = &test.number {
        keys.push(test.key("number"));
        keys.push(format!("unit-{}", number.unit.as_str()));
        keys.extend(number.methods.iter().map(|&method| format!("method-{}", method_name(method))));
    }
    if let Some(phone) = &test.phone {
        keys.push(test.key("zero"));
        keys.push(format!("tilt-strap-{}", phone.limb.as_str()));
    }
    if test.sides == SidesOf::One {
        keys.push(test.key("side"));
    }
    keys.extend(test.stop.iter().map(|rule| format!("stop-{rule}")));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(change: impl FnOnce(&mut Vec<SelfTest>)) -> Vec<super::super::Finding> {
        let mut bundle = crate::bundle().clone();
        change(&mut bundle.tests);
        super::super::run(&bundle, &crate::text_files())
    }

    fn says(found: &[super::super::Finding], rule: Rule, entry: &str, words: &str) -> bool {
        found.iter().any(|f| f.rule == rule && f.entry == entry && f.message.contains(words))
    }

    fn thomas(tests: &mut [SelfTest]) -> &mut SelfTest {
        tests.iter_mut().find(|test| test.id == TestId::Thomas).unwrap()
    }

    #[test]
    fn a_missing_and_a_doubled_test_are_caught() {
        let found = after(|tests| tests.retain(|test| test.id != TestId::Thomas));
        assert!(says(&found, Rule::BadTest, "thomas", "stands 0 times"), "{found:?}");
        let found = after(|tests| tests.extend(tests.first().cloned()));
        assert!(found.iter().any(|f| f.message.contains("stands 2 times")), "{found:?}");
    }

    #[test]
    fn a_value_the_measure_cannot_hold_is_caught() {
        let found = after(|tests| {
            thomas(tests).feel[0].choices[0].gives = Some(Answer::Word("high".to_owned()));
        });
        assert!(says(&found, Rule::BadTest, "thomas", "`below` of `thigh_deg`"), "{found:?}");
        let found = after(|tests| thomas(tests).feel[0].key = "hip_deg".to_owned());
        assert!(says(&found, Rule::BadTest, "thomas", "hip_deg"), "{found:?}");
        let found = after(|tests| thomas(tests).number.as_mut().unwrap().max = 900.0);
        assert!(says(&found, Rule::BadTest, "thomas", "number"), "{found:?}");
        let found = after(|tests| thomas(tests).sides = SidesOf::None);
        assert!(says(&found, Rule::BadTest, "thomas", "sides"), "{found:?}");
    }

    #[test]
    fn an_error_without_a_source_that_was_read_is_caught() {
        let found = after(|tests| thomas(tests).error.source = "nobody-2000".to_owned());
        assert!(says(&found, Rule::MissingSource, "thomas", "nobody-2000"), "{found:?}");
    }

    #[test]
    fn a_missing_text_of_a_test_is_caught() {
        let found = after(|tests| thomas(tests).steps += 1);
        assert!(
            found.iter().any(|f| f.rule == Rule::MissingText && f.entry == "test-thomas-step-7"),
            "{found:?}"
        );
    }

    /// What the data say of a test's error is never less than what findings go by.
    #[test]
    fn no_test_promises_more_than_its_findings_hold() {
        for test in crate::selftests() {
            let best = test.number.as_ref().map(|number| number.methods[0]);
            let counted = counterpose_coach::finding::error_of(test.id, best);
            if best.is_some() {
                assert!(test.error.least >= counted, "{}: {} is below {counted}", test.id, test.error.least);
            }
        }
    }
}

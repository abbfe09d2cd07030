//! `counterpose body stretch` and `body find`: what an exercise lengthens, and what lengthens a muscle.

use std::io::Write;

use counterpose_coach::library::Exercise;
use counterpose_content::stretch::{self, Limits, Measure};
use counterpose_content::{Arg, Texts, library};
use counterpose_quantity::Side;
use serde_json::{Value, json};

use crate::language;
use crate::outcome::{Failure, Outcome};
use crate::page::Page;

/// How many muscles are listed beside those the entry names.
const LISTED: usize = 8;

/// Say which muscles an exercise lengthens by the body model, and whether that bears out its entry.
#[derive(clap::Args)]
pub struct Stretch {
    /// The exercise's identifier, as in `catalog list`.
    exercise: String,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// List the exercises that lengthen a muscle by the body model, the one that lengthens it most first.
#[derive(clap::Args)]
pub struct Find {
    /// The muscle, as the library names it: piriformis, iliacus, hamstrings, ...
    muscle: String,
    /// Nothing with a knee on the floor.
    #[arg(long)]
    no_kneeling: bool,
    /// Nothing that bends a hip this far or further, in degrees between pelvis and thigh.
    #[arg(long, value_name = "DEGREES")]
    hip_flexion_below: Option<f64>,
    /// Only what is done sitting.
    #[arg(long)]
    sitting_only: bool,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// Runs `body stretch`.
pub fn stretch(arguments: &Stretch) -> Result<Outcome, Failure> {
    let exercises = &library().exercises;
    let Some(exercise) = exercises.iter().find(|exercise| exercise.id == arguments.exercise) else {
        return Err(Failure::BadInput(format!(
            "there is no exercise `{}`: `counterpose catalog list` shows them",
            arguments.exercise
        )));
    };
    if arguments.json {
        writeln!(std::io::stdout(), "{}", stretch_json(exercise, &language::for_machines()))?;
    } else {
        stretch_page(exercise, &language::for_people()).print()?;
    }
    Ok(Outcome::Done)
}

/// Runs `body find`.
pub fn find(arguments: &Find) -> Result<Outcome, Failure> {
    let limits = Limits {
        no_kneeling: arguments.no_kneeling,
        hip_flexion_below_deg: arguments.hip_flexion_below,
        sitting_only: arguments.sitting_only,
    };
    let Some(found) = stretch::find(&library().exercises, &arguments.muscle, &limits) else {
        let known: Vec<&str> =
            counterpose_body::muscle::muscles().structures().iter().map(|one| one.name.as_str()).collect();
        let message = format!("the body model has no `{}`; it has {}", arguments.muscle, known.join(", "));
        return Err(Failure::BadInput(message));
    };
    let texts = language::for_people();
    let mut out = std::io::stdout().lock();
    if arguments.json {
        let list: Vec<Value> = found
            .iter()
            .map(|one| {
                let mut value = measure_json(&one.measure);
                value["exercise"] = json!(one.exercise.id);
                value
            })
            .collect();
        writeln!(out, "{}", json!({"muscle": arguments.muscle, "found": list}))?;
        return Ok(Outcome::Done);
    }
    let mut page = Page::new();
    page.title(&texts.get(&format!("structure-{}", arguments.muscle)));
    if found.is_empty() {
        page.paragraph(&texts.get("stretch-nothing-found"));
    }
    for one in &found {
        page.pair(&one.exercise.id, &numbers(&one.measure, &texts));
    }
    page.print()?;
    Ok(Outcome::Done)
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

fn measure_json(measure: &Measure) -> Value {
    let models = measure.models.as_ref().map(|models| {
        let (least, most) = models.spread();
        json!({
            "pose": models.pose, "agree": models.agree(), "least_percent_of_fibre": 100.0 * least,
            "most_percent_of_fibre": 100.0 * most,
            "by_model": models.by_model.iter().map(|(name, change)| (*name, 100.0 * change)).collect::<std::collections::BTreeMap<_, _>>(),
        })
    });
    let mut value = json!({
        "structure": measure.structure, "side": side_name(measure.side), "pose": measure.pose, "models": models,
        "verdict": measure.verdict().as_str(),
    });
    match &measure.change {
        Ok(change) => {
            value["change_mm"] = json!(1e3 * change.mean.change_m);
            value["percent_of_length"] = json!(100.0 * change.mean.of_length);
            value["percent_of_fibre"] = json!(100.0 * change.mean.of_fibre);
            value["bundles"] = json!({
                "counted": change.counted, "least_percent_of_fibre": 100.0 * change.least_of_fibre,
                "most_percent_of_fibre": 100.0 * change.most_of_fibre,
                "not_valid": change.left_out.as_ref().map(|error| error.why.clone()),
            });
        }
        Err(error) => {
            value["not_valid"] =
                json!({"why": error.why, "coordinate": error.coordinate, "value": error.value})
        }
    }
    value
}

fn stretch_json(exercise: &Exercise, texts: &Texts) -> Value {
    let claims = stretch::claims(&exercise.id);
    let list: Vec<Value> = claims
        .iter()
        .map(|claim| {
            let mut value = claim.measure.as_ref().map_or_else(|| json!({"measured": false}), measure_json);
            value["structure"] = json!(claim.target.structure);
            value["of"] = json!(claim.target.of);
            value["verdict"] = json!(claim.verdict.as_str());
            value
        })
        .collect();
    let most: Vec<Value> = stretch::lengthens(exercise).iter().take(LISTED).map(measure_json).collect();
    json!({
        "exercise": exercise.id, "claims": list, "lengthens": most,
        "sentence": stretch::sentence(exercise, claims, texts),
    })
}

/// The three measures of a change, and what four models say.
fn numbers(measure: &Measure, texts: &Texts) -> String {
    let side = texts.get(&format!("stretch-side-{}", side_name(measure.side)));
    let change = match &measure.change {
        Ok(change) => change,
        Err(error) => return format!("{side}, {}: {}", measure.pose, error.why),
    };
    let length = texts.locale().written(&format!("{:+.1}", 100.0 * change.mean.of_length));
    let values: [(&str, Arg<'_>); 5] = [
        ("side", side.into()),
        ("pose", Arg::from(&measure.pose)),
        ("mm", format!("{:+.0}", 1e3 * change.mean.change_m).into()),
        ("length", length.into()),
        ("fibre", format!("{:+.0}", 100.0 * change.mean.of_fibre).into()),
    ];
    let words = texts.format("stretch-measure", &values);
    let Some(models) = &measure.models else { return words };
    let (least, most) = models.spread();
    let ends = [least, most].map(|end| format!("{:+.0}", 100.0 * end));
    let values = [("measure", words.into()), ("least", Arg::from(&ends[0])), ("most", Arg::from(&ends[1]))];
    texts.format("stretch-measure-models", &values)
}

fn stretch_page(exercise: &Exercise, texts: &Texts) -> Page {
    let claims = stretch::claims(&exercise.id);
    let mut page = Page::new();
    page.title(&texts.get(&format!("{}-name", exercise.id)));
    page.paragraph(&stretch::sentence(exercise, claims, texts));
    if !claims.is_empty() {
        page.title(&texts.get("stretch-claims"));
        for claim in claims {
            let structure = texts.get(&format!("structure-{}", claim.target.structure));
            let verdict = texts.get(&format!("stretch-verdict-{}", claim.verdict.as_str()));
            page.point(&format!("{structure}: {verdict}"));
            if let Some(measure) = &claim.measure {
                page.under(&numbers(measure, texts));
            }
        }
    }
    let most = stretch::lengthens(exercise);
    if !most.is_empty() {
        page.title(&texts.get("stretch-most"));
        for measure in most.iter().take(LISTED) {
            page.pair(&measure.structure, &numbers(measure, texts));
        }
    }
    page.paragraph("");
    page.paragraph(&texts.get("stretch-geometry"));
    page
}

#[cfg(test)]
mod tests {
    use counterpose_content::Locale;
    use counterpose_content::stretch::Verdict;

    use super::*;

    #[test]
    fn every_exercise_has_its_sentence_and_every_verdict_its_words() {
        let texts = Texts::new(Locale::English);
        for exercise in &library().exercises {
            let value = stretch_json(exercise, &texts);
            assert!(value["sentence"].as_str().unwrap().ends_with('.'), "{value}");
            let page = stretch_page(exercise, &texts);
            assert!(page.text().lines().count() > 3);
        }
        for verdict in [Verdict::Supported, Verdict::Unsupported, Verdict::Contradicted, Verdict::NotModelled]
        {
            assert!(texts.has(&format!("stretch-verdict-{}", verdict.as_str())));
        }
        for side in Side::ALL {
            assert!(texts.has(&format!("stretch-side-{}", side_name(side))));
        }
    }

    #[test]
    fn the_lunge_says_what_lengthens_most_and_what_a_little() {
        let texts = Texts::new(Locale::English);
        let lunge =
            library().exercises.iter().find(|one| one.id == "half-kneeling-hip-flexor-stretch").unwrap();
        let value = stretch_json(lunge, &texts);
        let sentence = value["sentence"].as_str().unwrap();
        assert!(sentence.contains("rectus femoris") && sentence.contains("psoas"), "{sentence}");
        assert_eq!(value["claims"][0]["verdict"], "supported");
        assert!(value["claims"][0]["models"]["by_model"].as_object().is_none_or(|models| models.len() == 4));
    }
}

//! From files to the bundle: shape, ranges and doubles, with errors that name file, line, key and what to do.
//!
//! Used by the build script, so a broken file stops the build; pure, so that the tests can feed it garbage. Whether
//! entries fit each other (links, sources, texts, poses) is the business of `check`, which runs on the whole library.

use std::collections::{BTreeMap, BTreeSet};

use counterpose_body::spec::{ExercisePoses, PoseSpec};
use counterpose_coach::library::{
    Bounded, Exercise, Habit, Lengthened, Library, ModelVerdict, Motion, Phase, Source,
};
use counterpose_coach::selftest::SelfTest;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::bundle::{Bundle, Card, TextFile};
use crate::{compile, ftl};

/// A file of the content folder.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// Its path inside the content folder, with `/` between parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What is wrong with a file, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("content/{path}{}: {message}", line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct LoadError {
    /// The file.
    pub path: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

/// What the files of the content folder come to.
#[derive(Clone, Debug, Default)]
pub struct Assembled {
    /// The library.
    pub bundle: Bundle,
    /// The texts as written, sorted by language and name.
    pub texts: Vec<TextFile>,
    /// The language packs, by language.
    pub packs: BTreeMap<String, String>,
}

/// Reads every file into one sorted bundle and the packs of its texts, or says everything that is wrong.
///
/// # Errors
/// Every problem of every file, in the order of the files.
pub fn assemble(mut files: Vec<InputFile>) -> Result<Assembled, Vec<LoadError>> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut bundle = Bundle::default();
    let mut texts = Texts::default();
    let mut errors = Vec::new();
    for file in &files {
        if let Err(error) = read_one(file, &mut bundle, &mut texts) {
            errors.push(error);
        }
    }
    errors.extend(doubled_keys(&texts.files));
    let packs = texts.packs(&mut errors);
    bundle.library.exercises.sort_by(|a, b| a.id.cmp(&b.id));
    bundle.library.habits.sort_by(|a, b| a.id.cmp(&b.id));
    bundle.library.sources.sort_by(|a, b| a.id.cmp(&b.id));
    bundle.poses.sort_by(|a, b| a.0.cmp(&b.0));
    bundle.cards.sort_by(|a, b| a.id.cmp(&b.id));
    bundle.tests.sort_by_key(|test| (test.order, test.id));
    errors.extend(doubled_ids(&bundle.library, &bundle.cards));
    if errors.is_empty() { Ok(Assembled { bundle, texts: texts.files, packs }) } else { Err(errors) }
}

/// The texts of all languages, as written and compiled.
#[derive(Default)]
struct Texts {
    files: Vec<TextFile>,
    compiled: BTreeMap<String, BTreeMap<String, String>>,
}

impl Texts {
    fn packs(&self, errors: &mut Vec<LoadError>) -> BTreeMap<String, String> {
        let mut packs = BTreeMap::new();
        for (language, messages) in &self.compiled {
            match compile::pack(language, messages) {
                Ok(pack) => drop(packs.insert(language.clone(), pack)),
                Err(message) => {
                    errors.push(LoadError { path: format!("text/{language}"), line: None, message });
                }
            }
        }
        packs
    }
}

fn read_one(file: &InputFile, bundle: &mut Bundle, texts: &mut Texts) -> Result<(), LoadError> {
    let parts: Vec<&str> = file.path.split('/').collect();
    match parts.as_slice() {
        ["exercises", name] if name.ends_with(".toml") => {
            let (exercise, poses) = read_exercise(&file.path, &file.text)?;
            same_name(&file.path, name, &exercise.id)?;
            bundle.poses.push((exercise.id.clone(), poses));
            bundle.library.exercises.push(exercise);
        }
        ["habits", name] if name.ends_with(".toml") => {
            let habit = read_habit(&file.path, &file.text)?;
            same_name(&file.path, name, &habit.id)?;
            bundle.library.habits.push(habit);
        }
        ["tests", name] if name.ends_with(".toml") => {
            let test: SelfTest = parse(&file.path, &file.text, 0)?;
            same_name(&file.path, name, test.id.as_str())?;
            bundle.tests.push(test);
        }
        ["lengthening.toml"] => bundle.library.lengthened.extend(read_lengthened(&file.path, &file.text)?),
        ["sources.toml"] => bundle.library.sources.extend(read_sources(&file.path, &file.text)?),
        ["cards.toml"] => bundle.cards.extend(read_cards(&file.path, &file.text)?),
        ["text", locale, name] if name.ends_with(".ftl") => {
            let compiled = read_texts(&file.path, &file.text)?;
            let (locale, name) = ((*locale).to_owned(), (*name).to_owned());
            texts.compiled.entry(locale.clone()).or_default().extend(compiled);
            texts.files.push(TextFile { locale, name, text: file.text.clone() });
        }
        _ => {}
    }
    Ok(())
}

/// Reads one exercise. Its key poses stand last in the file, each under `[pose.NAME]`.
///
/// # Errors
/// What does not fit the shape, with its line.
pub fn read_exercise(path: &str, text: &str) -> Result<(Exercise, ExercisePoses), LoadError> {
    let pose_line = text.lines().position(|line| line.trim_start_matches([' ', '[']).starts_with("pose."));
    let (head, tail) = split_at_line(text, pose_line.unwrap_or(usize::MAX));
    let exercise: Exercise = parse(path, head, 0)?;
    let fail = |message: String| Err(LoadError { path: path.to_owned(), line: None, message });
    if !is_kebab(&exercise.id) {
        return fail(format!("`id = \"{}\"` is not kebab-case; use a-z, 0-9 and single dashes", exercise.id));
    }
    if let Err(message) = check_exercise(&exercise) {
        return fail(message);
    }
    let poses: PoseSection = parse(path, tail, pose_line.unwrap_or(0))?;
    let poses = ExercisePoses { poses: poses.pose };
    if let Err(error) = poses.check() {
        return fail(error.to_string());
    }
    Ok((exercise, poses))
}

/// Reads one habit.
///
/// # Errors
/// What does not fit the shape, with its line.
pub fn read_habit(path: &str, text: &str) -> Result<Habit, LoadError> {
    let habit: Habit = parse(path, text, 0)?;
    let checked = match &habit.every_minutes {
        _ if !is_kebab(&habit.id) => Err(format!("`id = \"{}\"` is not kebab-case", habit.id)),
        Some(every) => check_bounded("every_minutes", every, 1.0),
        None => Ok(()),
    };
    checked.map_err(|message| LoadError { path: path.to_owned(), line: None, message })?;
    Ok(habit)
}

/// Reads the list of sources.
///
/// # Errors
/// What does not fit the shape, with its line.
pub fn read_sources(path: &str, text: &str) -> Result<Vec<Source>, LoadError> {
    Ok(parse::<SourceList>(path, text, 0)?.source)
}

/// Reads the table of what exercises lengthen by the body model.
///
/// # Errors
/// What does not fit the shape, with its line.
pub fn read_lengthened(path: &str, text: &str) -> Result<Vec<Lengthened>, LoadError> {
    let rows = parse::<LengthenedList>(path, text, 0)?.row.into_iter();
    let row = |(exercise, variant, structure, verdict, permille_of_fibre): LengthenedRow| {
        let variant = (!variant.is_empty()).then_some(variant);
        Lengthened { exercise, variant, structure, verdict, permille_of_fibre }
    };
    Ok(rows.map(row).collect())
}

/// Reads the list of cards.
///
/// # Errors
/// What does not fit the shape, with its line.
pub fn read_cards(path: &str, text: &str) -> Result<Vec<Card>, LoadError> {
    Ok(parse::<CardList>(path, text, 0)?.card)
}

/// Reads one file of texts: compiled, by key.
///
/// # Errors
/// What Fluent cannot read, and what the resolver cannot do, with its line.
pub fn read_texts(path: &str, text: &str) -> Result<BTreeMap<String, String>, LoadError> {
    compile::file(text).map_err(|wrong| LoadError {
        path: path.to_owned(),
        line: wrong.line,
        message: wrong.message,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PoseSection {
    #[serde(default)]
    pose: BTreeMap<String, PoseSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceList {
    source: Vec<Source>,
}

/// Exercise, way, muscle, verdict, thousandths of fibre length.
type LengthenedRow = (String, String, String, ModelVerdict, i32);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LengthenedList {
    row: Vec<LengthenedRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CardList {
    card: Vec<Card>,
}

fn parse<T: DeserializeOwned>(path: &str, text: &str, lines_before: usize) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| LoadError {
        path: path.to_owned(),
        line: error.span().map(|span| lines_before + line_of(text, span.start)),
        message: error.message().trim().replace('\n', "; "),
    })
}

fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&b| b == b'\n').count()
}

fn split_at_line(text: &str, line: usize) -> (&str, &str) {
    let at = text.split_inclusive('\n').take(line).map(str::len).sum();
    text.split_at(at)
}

fn same_name(path: &str, file: &str, id: &str) -> Result<(), LoadError> {
    if file.strip_suffix(".toml") == Some(id) {
        return Ok(());
    }
    let message = format!("`id = \"{id}\"` does not match the file's name; name the file {id}.toml");
    Err(LoadError { path: path.to_owned(), line: None, message })
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

fn check_exercise(exercise: &Exercise) -> Result<(), String> {
    check_bounded("sets", &exercise.sets, 1.0)?;
    check_bounded("days_per_week", &exercise.days_per_week, 1.0)?;
    if exercise.days_per_week.max > 7.0 {
        return Err("`days_per_week.max` is over 7; a week has seven days".to_owned());
    }
    if !exercise.rest_s.is_finite() || exercise.rest_s < 0.0 {
        return Err("`rest_s` must be zero or more seconds".to_owned());
    }
    if exercise.phases.is_empty() {
        return Err("`phases` is empty; an exercise has at least one phase".to_owned());
    }
    for phase in &exercise.phases {
        check_phase(phase).map_err(|message| format!("phase `{}`: {message}", phase.id))?;
    }
    only_once("phase", exercise.phases.iter().map(|phase| phase.id.as_str()))?;
    only_once("variant", exercise.variants.iter().map(|variant| variant.id.as_str()))
}

fn check_phase(phase: &Phase) -> Result<(), String> {
    if !is_kebab(&phase.id) {
        return Err("its `id` is not kebab-case".to_owned());
    }
    check_bounded("repetitions", &phase.repetitions, 1.0)?;
    match &phase.motion {
        Motion::Hold { hold_s } => check_bounded("hold_s", hold_s, 1.0),
        Motion::Continue { duration_s } => check_bounded("duration_s", duration_s, 1.0),
        Motion::Repetition { out_s, hold_s, back_s } => {
            let whole = out_s + hold_s + back_s;
            let each = [*out_s, *hold_s, *back_s].iter().all(|s| s.is_finite() && *s >= 0.0);
            if each && whole >= 1.0 {
                Ok(())
            } else {
                Err("`out_s`, `hold_s` and `back_s` must be seconds, at least 1 together".to_owned())
            }
        }
        Motion::Breaths { in_s, out_s } if *in_s >= 1.0 && *out_s >= 1.0 && (in_s + out_s).is_finite() => {
            Ok(())
        }
        Motion::Breaths { .. } => Err("`in_s` and `out_s` must be at least 1 second each".to_owned()),
    }
}

fn check_bounded(name: &str, value: &Bounded, least: f64) -> Result<(), String> {
    let Bounded { default, min, max } = *value;
    if min.is_finite() && max.is_finite() && least <= min && min <= default && default <= max {
        return Ok(());
    }
    Err(format!(
        "`{name}` must hold {least} <= min <= default <= max, but min is {min}, default {default}, max {max}"
    ))
}

fn only_once<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(format!("{kind} `{id}` stands twice; rename or remove one"));
        }
    }
    Ok(())
}

fn doubled_ids(library: &Library, cards: &[Card]) -> Vec<LoadError> {
    let lists: [(&str, &str, Vec<&str>); 4] = [
        ("exercises", "exercise", library.exercises.iter().map(|e| e.id.as_str()).collect()),
        ("habits", "habit", library.habits.iter().map(|h| h.id.as_str()).collect()),
        ("sources.toml", "source", library.sources.iter().map(|s| s.id.as_str()).collect()),
        ("cards.toml", "card", cards.iter().map(|c| c.id.as_str()).collect()),
    ];
    lists
        .into_iter()
        .filter_map(|(path, kind, ids)| {
            let message = only_once(kind, ids.into_iter()).err()?;
            Some(LoadError { path: path.to_owned(), line: None, message })
        })
        .collect()
}

fn doubled_keys(texts: &[TextFile]) -> Vec<LoadError> {
    let mut seen: BTreeMap<(&str, &str), (&str, usize)> = BTreeMap::new();
    let mut errors = Vec::new();
    for file in texts {
        for message in ftl::messages(&file.text) {
            let place = (file.name.as_str(), message.line);
            if let Some((other, line)) = seen.insert((&file.locale, message.key), place) {
                errors.push(LoadError {
                    path: format!("text/{}/{}", file.locale, file.name),
                    line: Some(message.line),
                    message: format!("key `{}` already stands in {other}:{line}; remove one", message.key),
                });
            }
        }
    }
    errors
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;

//! `counterpose body lengths`: how long every muscle is in a pose and how it pulls on every joint.

use std::io::{self, BufRead, Write};

use counterpose_body::muscle::{Measured, MuscleId, Musculature, Wanted, measure, muscles};
use counterpose_body::{Transform, human};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use super::line;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::page::Page;

/// Say how long every muscle is in a pose, and how it pulls on every joint.
#[derive(clap::Args)]
pub struct Arguments {
    /// The pose: a JSON file {"id", "coordinates": {name: radians or metres}}, or - for standard input. Coordinates
    /// that are not named are zero.
    #[arg(default_value = "-")]
    pose: String,
    /// Read one pose a line and print one JSON answer a line. A line that cannot be read answers with its number and
    /// what is wrong, the others go on, and the exit code is 2.
    #[arg(long)]
    batch: bool,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    if arguments.batch {
        let mut output = io::BufWriter::new(io::stdout().lock());
        let outcome = batch(input::open(&arguments.pose)?, &mut output)?;
        output.flush()?;
        return Ok(outcome);
    }
    let text = input::read(&arguments.pose)?;
    let (id, pose) = line::read(&text)
        .map_err(|error| Failure::BadInput(format!("{}: {error}", input::name(&arguments.pose))))?;
    let found = measure(muscles(), &pose, Wanted::MomentArms);
    if arguments.json {
        let mut output = io::stdout().lock();
        write_answer(&mut output, &id, &found)?;
        writeln!(output)?;
    } else {
        page(&found).print()?;
    }
    Ok(Outcome::Done)
}

/// Answers every line; blank lines are passed over.
pub fn batch(input: impl BufRead, output: &mut impl Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::Done;
    for (index, text) in input.split(b'\n').enumerate() {
        let text = text?;
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let read = core::str::from_utf8(&text)
            .map_err(|_| line::LineError {
                message: "the line is not UTF-8 text".into(),
                path: String::new(),
            })
            .and_then(line::read);
        match read {
            Ok((id, pose)) => write_answer(output, &id, &measure(muscles(), &pose, Wanted::MomentArms))?,
            Err(error) => {
                outcome = Outcome::BadInput;
                write!(output, "{}", json!({"line": index + 1, "error": error}))?;
            }
        }
        writeln!(output)?;
    }
    Ok(outcome)
}

/// One answer as JSON. Muscles whose path is no anatomy in the pose stand in `not_valid` with the reason and nowhere
/// else.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    lengths: Lengths<'a>,
    moment_arms: MomentArms<'a>,
    bodies_in_ground: Bodies<'a>,
    not_valid: NotValid<'a>,
}

struct Lengths<'a>(&'a Measured<'a>);
struct MomentArms<'a>(&'a Measured<'a>);
struct Bodies<'a>(&'a Measured<'a>);
struct NotValid<'a>(&'a Measured<'a>);

fn write_answer(output: &mut impl Write, id: &Value, found: &Measured<'_>) -> io::Result<()> {
    let answer = Answer {
        id,
        lengths: Lengths(found),
        moment_arms: MomentArms(found),
        bodies_in_ground: Bodies(found),
        not_valid: NotValid(found),
    };
    serde_json::to_writer(output, &answer).map_err(io::Error::from)
}

fn name(musculature: &Musculature, muscle: MuscleId) -> &str {
    musculature.muscles().get(muscle.index()).map_or("", |muscle| muscle.name.as_str())
}

impl Serialize for Lengths<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let valid = self.0.muscles().filter_map(|id| Some((name(muscles(), id), self.0.length(id).ok()?)));
        serializer.collect_map(valid)
    }
}

impl Serialize for MomentArms<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut columns: Vec<Vec<(&str, f64)>> = vec![Vec::new(); human().coordinates().len()];
        for id in self.0.muscles() {
            for (coordinate, arm) in self.0.moment_arms(id).into_iter().flatten() {
                columns[coordinate.index()].push((name(muscles(), id), arm));
            }
        }
        let named = human().coordinates().iter().zip(columns).filter(|(_, column)| !column.is_empty());
        let mut map = serializer.serialize_map(None)?;
        for (coordinate, column) in named {
            map.serialize_entry(&coordinate.name, &Column(column))?;
        }
        map.end()
    }
}

struct Column<'a>(Vec<(&'a str, f64)>);

impl Serialize for Column<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl Serialize for Bodies<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = |Transform { rotation, translation }: &Transform| {
            let shift = [translation.x, translation.y, translation.z];
            [0, 1, 2].map(|i| {
                let [a, b, c] = rotation.rows[i];
                [a, b, c, shift[i]]
            })
        };
        serializer.collect_map(human().bodies().zip(self.0.frames().iter().map(rows)))
    }
}

impl Serialize for NotValid<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let refused = self.0.muscles().filter_map(|id| {
            let error = self.0.length(id).err()?;
            let range = [error.min, error.max];
            let why = json!({"why": error.why, "coordinate": error.coordinate, "value": error.value, "range": range});
            Some((name(muscles(), id), why))
        });
        serializer.collect_map(refused)
    }
}

/// For people: each muscle with its length, and how far that is from standing.
fn page(found: &Measured<'_>) -> Page {
    let standing = measure(muscles(), &counterpose_body::Pose::zero(human()), Wanted::Lengths);
    let mut page = Page::new();
    page.title("Muscle lengths");
    page.paragraph(
        "Length from bone to bone; change against standing, and that as a share of optimal fibre length.",
    );
    for id in found.muscles() {
        let muscle = &muscles().muscles()[id.index()];
        let words = match (found.length(id), standing.length(id)) {
            (Ok(here), Ok(there)) => {
                let change = here - there;
                let fibre = 100.0 * change / muscle.optimal_fibre_m;
                format!("{:7.1} mm  {:+7.1} mm  {fibre:+6.0} % of fibre", 1e3 * here, 1e3 * change)
            }
            (Err(error), _) | (_, Err(error)) => format!("not valid: {}", error.why),
        };
        page.pair(&muscle.name, &words);
    }
    page
}

//! `counterpose body bench`: how many poses a second, on one core.

use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use counterpose_body::muscle::{Measured, Musculature, Wanted, measure_all, measure_one_by_one, muscles};
use counterpose_body::{Pose, human};
use serde_json::json;

use super::line;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::page::Page;

/// Say how many poses a second the body model measures on one core.
#[derive(clap::Args)]
pub struct Arguments {
    /// The poses to measure, one JSON pose a line as for `lengths --batch`, or - for standard input; without it a
    /// thousand poses through the whole range.
    #[arg(long, value_name = "FILE")]
    poses: Option<String>,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// How many poses there are when none are given.
const POSES: u32 = 1000;
/// How often each is measured; the fastest counts, because whatever else runs on the machine only slows it down.
const ROUNDS: usize = 9;
/// How long a round lasts at least, in seconds.
const ROUND_S: f64 = 0.2;
/// Poses measured between two looks at the clock, about.
const SWEPT: usize = 2000;

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let poses = match &arguments.poses {
        None => spread(POSES),
        Some(file) => read(file)?,
    };
    let four = [Wanted::Lengths, Wanted::MomentArms].map(|wanted| per_second(&poses, wanted, true));
    let one = [Wanted::Lengths, Wanted::MomentArms].map(|wanted| per_second(&poses, wanted, false));
    let crossed: usize = muscles()
        .muscles()
        .iter()
        .filter_map(|muscle| muscles().muscle(&muscle.name))
        .map(|id| muscles().crossed(id).len())
        .sum();
    let mut output = io::stdout().lock();
    if arguments.json {
        let answer = json!({
            "lengths_per_second": four[0].round(),
            "moment_arms_per_second": four[1].round(),
            "one_at_a_time": {"lengths_per_second": one[0].round(), "moment_arms_per_second": one[1].round()},
            "muscles": muscles().muscles().len(),
            "moment_arms": crossed,
            "poses": poses.len(),
        });
        writeln!(output, "{answer}")?;
        return Ok(Outcome::Done);
    }
    let mut page = Page::new();
    page.title("Body model");
    let count = muscles().muscles().len();
    page.paragraph(&format!(
        "{} poses, {count} muscles, {crossed} moment arms; one core, processor time, the fastest of {ROUNDS} rounds. Every number \
         includes where all bones stand.",
        poses.len()
    ));
    let words = |[lengths, arms]: [f64; 2]| {
        format!("{lengths:9.0} poses/s lengths   {arms:9.0} poses/s with moment arms")
    };
    page.pair("four at a time", &words(four));
    page.pair("one at a time", &words(one));
    page.print()?;
    Ok(Outcome::Done)
}

fn read(file: &str) -> Result<Vec<Pose>, Failure> {
    let mut poses = Vec::new();
    for (index, text) in input::open(file)?.lines().enumerate() {
        let text = text.map_err(|source| Failure::Read { what: input::name(file), source })?;
        if text.trim().is_empty() {
            continue;
        }
        let (_, pose) = line::read(&text).map_err(|error| {
            Failure::BadInput(format!("{} line {}: {error}", input::name(file), index + 1))
        })?;
        poses.push(pose);
    }
    if poses.is_empty() {
        return Err(Failure::BadInput(format!("{} holds no pose", input::name(file))));
    }
    Ok(poses)
}

/// Poses through the whole range, the same ones every time.
fn spread(count: u32) -> Vec<Pose> {
    let model = human();
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let one = |_| {
        let free = model.coordinates().iter().filter(|coordinate| coordinate.coupling.is_none());
        let named = free.map(|c| (c.name.as_str(), (c.min + next() * (c.max - c.min)).clamp(c.min, c.max)));
        Pose::of(model, named.collect::<Vec<_>>()).ok()
    };
    (0..count).filter_map(one).collect()
}

/// How much time has been spent: this thread's own on a processor where the system tells it, else time on the wall.
struct Watch {
    own_ns: Option<u64>,
    wall: Instant,
}

impl Watch {
    fn start() -> Self {
        Self { own_ns: own_ns(), wall: Instant::now() }
    }

    fn passed_s(&self) -> f64 {
        match (self.own_ns, own_ns()) {
            (Some(from), Some(to)) => to.saturating_sub(from) as f64 * 1e-9,
            _ => self.wall.elapsed().as_secs_f64(),
        }
    }
}

/// Nanoseconds this thread has been on a processor; Linux tells it.
fn own_ns() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().filter(|ns| *ns > 0)
}

/// Poses a second, in the fastest of some rounds.
fn per_second(poses: &[Pose], wanted: Wanted, together: bool) -> f64 {
    let round = |_| {
        let start = Watch::start();
        let mut measured = 0_usize;
        let mut passed_s = 0.0;
        while passed_s < ROUND_S {
            // Some sweeps between two looks at the clock, which is a file.
            for _ in 0..=SWEPT / poses.len().max(1) {
                sweep(muscles(), poses, wanted, together);
                measured += poses.len();
            }
            passed_s = start.passed_s();
        }
        measured as f64 / passed_s
    };
    (0..ROUNDS).map(round).fold(0.0, f64::max)
}

fn sweep(muscles: &'static Musculature, poses: &[Pose], wanted: Wanted, together: bool) {
    let look = |_: usize, found: &Measured<'static>| {
        black_box(found);
    };
    if together {
        measure_all(muscles, poses, wanted, look);
    } else {
        measure_one_by_one(muscles, poses, wanted, look);
    }
}

//! How many intakes a second `counterpose check --batch` answers, on one core, from file to file.
//!
//! The people are those of `fixtures/intakes`, over and over. What is measured is the whole program: reading,
//! deciding, writing; on Linux also the most memory it held, which must not grow with the file.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::place;
use crate::shell::{self, During, Outcome, failure};

/// What it measures.
pub const WHAT: &str = "intakes a second of `check --batch` (words: how many lines; 100000 without)";

/// Fewer a second is a failure.
const FLOOR_PER_SECOND: f64 = 2_000.0;
const LINES: u64 = 100_000;

/// Runs it.
pub fn run(words: &[String]) -> Outcome<()> {
    let lines = match words {
        [] => LINES,
        [number] => number.parse().map_err(|_| failure(format!("`{number}` is not a number of lines")))?,
        _ => return Err(failure("cargo xtask bench check [LINES]")),
    };
    shell::run(shell::cargo().args(["build", "--locked", "--release", "--package", "counterpose-cli"]))?;
    let binary = place::target().join("release").join(format!("counterpose{}", std::env::consts::EXE_SUFFIX));
    let folder = place::own().join("bench");
    fs::create_dir_all(&folder).during(|| format!("make {}", folder.display()))?;
    let people = folder.join("intakes.jsonl");
    write_people(&people, lines)?;
    let answers = folder.join("answers.jsonl");
    let (seconds, peak_kb) = measure(&binary, &people, &answers)?;
    let written = count_lines(&answers)?;
    if written != lines {
        return Err(failure(format!("{lines} intakes went in and {written} answers came out")));
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of lines")]
    let per_second = lines as f64 / seconds;
    let mut said = format!("check: {lines} intakes in {seconds:.2} s, {per_second:.0} a second on one core");
    if let Some(peak) = peak_kb {
        let _ = write!(said, ", at most {peak} kB of memory");
    }
    println!("{said}");
    fs::remove_file(&people).during(|| format!("remove {}", people.display()))?;
    fs::remove_file(&answers).during(|| format!("remove {}", answers.display()))?;
    if per_second < FLOOR_PER_SECOND {
        return Err(failure(format!("that is under {FLOOR_PER_SECOND:.0} a second")));
    }
    Ok(())
}

/// The people of the fixtures, one a line, until there are enough.
fn write_people(path: &Path, lines: u64) -> Outcome<()> {
    let people = fixtures()?;
    let file = fs::File::create(path).during(|| format!("write {}", path.display()))?;
    let mut file = std::io::BufWriter::new(file);
    let wanted = usize::try_from(lines).unwrap_or(usize::MAX);
    for person in people.iter().cycle().take(wanted) {
        file.write_all(person.as_bytes()).during(|| format!("write {}", path.display()))?;
        file.write_all(b"\n").during(|| format!("write {}", path.display()))?;
    }
    file.flush().during(|| format!("write {}", path.display()))
}

/// Every person of the fixtures on one line, in the order of their names.
fn fixtures() -> Outcome<Vec<String>> {
    let folder = place::root().join("fixtures/intakes");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .during(|| format!("read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            let name = path.to_string_lossy();
            name.ends_with(".json") && !name.ends_with(".expected.json")
        })
        .collect();
    paths.sort();
    let mut people = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).during(|| format!("read {}", path.display()))?;
        let value: serde_json::Value =
            serde_json::from_str(&text).during(|| format!("read {}", path.display()))?;
        people.push(value.to_string());
    }
    if people.is_empty() {
        return Err(failure(format!("there is nobody in {}", folder.display())));
    }
    Ok(people)
}

/// The seconds it took and, where the system tells, the most memory it held.
fn measure(binary: &Path, people: &Path, answers: &Path) -> Outcome<(f64, Option<u64>)> {
    let out = fs::File::create(answers).during(|| format!("write {}", answers.display()))?;
    let began = Instant::now();
    let mut child = Command::new(binary)
        .args(["check", "--batch"])
        .arg(people)
        .stdin(Stdio::null())
        .stdout(Stdio::from(out))
        .spawn()
        .during(|| format!("start {}", binary.display()))?;
    let mut peak = None;
    loop {
        peak = peak_kb(child.id()).or(peak);
        if let Some(status) = child.try_wait().during(|| "wait for the answers".to_owned())? {
            let seconds = began.elapsed().as_secs_f64();
            return if status.success() {
                Ok((seconds, peak))
            } else {
                Err(failure(format!("`counterpose check --batch` failed ({status})")))
            };
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

/// The most memory a running process has held so far; only Linux tells.
fn peak_kb(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn count_lines(path: &Path) -> Outcome<u64> {
    use std::io::BufRead as _;
    let file = fs::File::open(path).during(|| format!("read {}", path.display()))?;
    let mut reader = std::io::BufReader::with_capacity(1 << 16, file);
    let mut lines = 0_u64;
    loop {
        let waiting = reader.fill_buf().during(|| format!("read {}", path.display()))?;
        if waiting.is_empty() {
            return Ok(lines);
        }
        lines += waiting.iter().filter(|byte| **byte == b'\n').count() as u64;
        let read = waiting.len();
        reader.consume(read);
    }
}

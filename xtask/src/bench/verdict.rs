//! How many diaries a second `counterpose verdict --batch` answers, on one core, from file to file.
//!
//! The diaries are simulated here (the tool links nothing of the product): 56 days, a drawn start, correlated days,
//! every seventh day missing. With `--peers` an own Python environment under the build folder gets statsmodels from
//! PyPI (it is no part of this project), whose state-space model is fitted to the first diaries with the same error
//! model and priors, and both answers are laid side by side.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use crate::place;
use crate::shell::{self, During, Outcome, failure};

/// What it measures.
pub const WHAT: &str = "verdicts a second of `verdict --batch` (--peers: beside statsmodels)";

/// Fewer a second is a failure.
const FLOOR_PER_SECOND: f64 = 200.0;
const DIARIES: u64 = 2_000;
/// The peer takes a second or more for each.
const PEER_DIARIES: usize = 20;
const PACKAGE: &str = "statsmodels==0.15.0";

/// Runs it.
pub fn run(words: &[String]) -> Outcome<()> {
    let peers = match words {
        [] => false,
        [word] if word == "--peers" => true,
        _ => return Err(failure("cargo xtask bench verdict [--peers]")),
    };
    shell::run(shell::cargo().args(["build", "--locked", "--release", "--package", "counterpose-cli"]))?;
    let binary = place::target().join("release").join(format!("counterpose{}", std::env::consts::EXE_SUFFIX));
    let folder = place::own().join("bench-verdict");
    fs::create_dir_all(&folder).during(|| format!("make {}", folder.display()))?;
    let file = folder.join("diaries.jsonl");
    let mut lines = String::new();
    for seed in 0..DIARIES {
        let _ = writeln!(lines, "{}", diary(seed));
    }
    fs::write(&file, lines).during(|| format!("write {}", file.display()))?;
    let began = Instant::now();
    let answers = shell::read(Command::new(&binary).args(["verdict", "--batch"]).arg(&file))?;
    let seconds = began.elapsed().as_secs_f64();
    let count = answers.lines().count();
    if count as u64 != DIARIES {
        return Err(failure(format!("{DIARIES} diaries went in and {count} answers came out")));
    }
    let per_second = DIARIES as f64 / seconds;
    println!("verdict: {DIARIES} diaries in {seconds:.2} s, {per_second:.0} a second on one core");
    if peers {
        let ours = folder.join("ours.jsonl");
        let first: Vec<&str> = answers.lines().take(PEER_DIARIES).collect();
        fs::write(&ours, first.join("\n")).during(|| format!("write {}", ours.display()))?;
        beside(&folder, &file, &ours, per_second)?;
    }
    if per_second < FLOOR_PER_SECOND {
        return Err(failure(format!("that is under {FLOOR_PER_SECOND:.0} a second")));
    }
    Ok(())
}

fn beside(folder: &Path, diaries: &Path, ours: &Path, per_second: f64) -> Outcome<()> {
    let python = environment(folder)?;
    let script = folder.join("peer.py");
    fs::write(&script, include_str!("verdict_peer.py")).during(|| format!("write {}", script.display()))?;
    let said = shell::read(Command::new(&python).arg(&script).args([diaries, ours]))?;
    let line = said.lines().last().unwrap_or_default();
    let said: Value = serde_json::from_str(line).during(|| format!("read `{line}`"))?;
    let number = |key: &str| said.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let theirs = number("per_second");
    println!(
        "statsmodels {}: {theirs:.2} a second on the first {PEER_DIARIES}; ours is {:.0} times as fast",
        said.get("version").and_then(Value::as_str).unwrap_or("?"),
        per_second / theirs
    );
    println!(
        "estimates of the effect: {:.3} points apart on average, {:.3} at most, correlation {:.4}",
        number("mean_difference"),
        number("largest_difference"),
        number("correlation")
    );
    Ok(())
}

/// The Python of an own environment with the peer in it.
fn environment(folder: &Path) -> Outcome<PathBuf> {
    let home = folder.join("python");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.is_file() {
        let system = ["python3", "python"].into_iter().find_map(shell::find);
        let system = system.ok_or_else(|| failure("the peer needs Python 3 with venv"))?;
        shell::run(Command::new(system).args(["-m", "venv"]).arg(&home))?;
    }
    let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"];
    shell::read(Command::new(&python).args(words).arg(PACKAGE))?;
    Ok(python)
}

/// A diary as a line of a batch: the same for the same seed.
fn diary(seed: u64) -> Value {
    let mut state = seed.wrapping_add(1);
    let mut unit = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    // Twelve even numbers together are normal enough here.
    let mut normal = move || (0..12).map(|_| unit()).sum::<f64>() - 6.0;
    let start = 18 + i64::try_from(seed % 20).unwrap_or(0);
    let effect = -(f64::from(u32::try_from(seed % 5).unwrap_or(0)));
    let mut error = 1.2 * normal();
    let days: Vec<Value> = (0..start + 28)
        .map(|day| {
            error = 0.3 * error + 1.2 * (1.0_f64 - 0.09).sqrt() * normal();
            let built_up = ((day - start + 1) as f64 / 14.0).clamp(0.0, 1.0);
            let pain = (6.0 + effect * built_up + error).round().clamp(0.0, 10.0);
            let on = day >= start;
            json!({
                "day": day,
                "pain": if day % 7 == 3 { Value::Null } else { json!(pain) },
                "phase": if on { "plan" } else { "baseline" },
                "done_fraction": if on { 0.9 } else { 0.0 },
                "flare": false,
            })
        })
        .collect();
    json!({
        "id": seed,
        "design": {"kind": "randomised-start", "first_possible_start_day": 18, "last_possible_start_day": 37},
        "pain_weeks": 52,
        "days": days,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diary_is_the_same_for_the_same_seed_and_differs_for_another() {
        assert_eq!(diary(3), diary(3));
        assert_ne!(diary(3), diary(4));
        let days = diary(3).get("days").and_then(Value::as_array).map(Vec::len);
        assert_eq!(days, Some(21 + 28));
    }
}

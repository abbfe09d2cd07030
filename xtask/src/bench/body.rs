//! `cargo xtask bench body`: how fast the body model is, alone or beside its peers.
//!
//! With `--peers` an own Python environment under the build folder gets OpenSim and MuJoCo from PyPI (they are no part
//! of this project), and all three measure the same poses one after another. What cannot be installed is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::place;
use crate::shell::{self, During, Outcome, failure};

/// What is installed: the peers and the packages that carry their models.
const PACKAGES: [(&str, &[&str]); 3] = [
    ("opensim==4.6", &[]),
    ("mujoco==3.4.0", &[]),
    // Without what they need besides: only their model files are wanted.
    ("pose2sim==0.10.49", &["--no-deps"]),
];
const MODELS: (&str, &[&str]) = ("myo-sim==0.2.4", &["--no-deps"]);

/// What it measures.
pub const WHAT: &str = "poses a second of the body model (--peers: beside OpenSim and MuJoCo)";

/// How many poses the peers measure; OpenSim takes some milliseconds for each.
const POSES: usize = 40;

/// Runs it.
pub fn run(words: &[String]) -> Outcome<()> {
    let peers = match words {
        [] => false,
        [word] if word == "--peers" => true,
        _ => return Err(failure("cargo xtask bench body [--peers]")),
    };
    let binary = binary()?;
    if !peers {
        return shell::run(Command::new(&binary).args(["body", "bench"]));
    }
    let folder = place::own().join("bench-body");
    fs::create_dir_all(&folder).during(|| format!("make {}", folder.display()))?;
    let skeleton = place::root().join("models/body/skeleton.txt");
    let poses = folder.join("poses.jsonl");
    let text = fs::read_to_string(&skeleton).during(|| format!("read {}", skeleton.display()))?;
    fs::write(&poses, spread(&text, POSES)).during(|| format!("write {}", poses.display()))?;
    let answers = shell::read(Command::new(&binary).args(["body", "lengths", "--batch"]).arg(&poses))?;
    let ours_file = folder.join("ours.jsonl");
    fs::write(&ours_file, answers).during(|| format!("write {}", ours_file.display()))?;

    let python = environment(&folder)?;
    let script = folder.join("peers.py");
    fs::write(&script, include_str!("peers.py")).during(|| format!("write {}", script.display()))?;
    let ours = measured(&binary, &poses)?;
    let theirs = shell::read(Command::new(&python).arg(&script).args([&poses, &ours_file, &skeleton]))?;
    let line = theirs.lines().last().unwrap_or_default();
    let theirs: Value = serde_json::from_str(line).during(|| format!("read `{line}`"))?;
    print!("{}", table(&ours, &theirs));
    Ok(())
}

/// The released binary without a client inside.
fn binary() -> Outcome<PathBuf> {
    let words = ["build", "--release", "--locked", "--package", "counterpose-cli"];
    shell::run(shell::cargo().args(words))?;
    Ok(place::target().join("release").join(format!("counterpose{}", std::env::consts::EXE_SUFFIX)))
}

fn measured(binary: &Path, poses: &Path) -> Outcome<Value> {
    let text = shell::read(Command::new(binary).args(["body", "bench", "--json", "--poses"]).arg(poses))?;
    serde_json::from_str(&text).during(|| format!("read `{text}`"))
}

/// The Python of an own environment with the peers in it.
fn environment(folder: &Path) -> Outcome<PathBuf> {
    let home = folder.join("python");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.is_file() {
        let system = ["python3", "python"].into_iter().find_map(shell::find);
        let system = system.ok_or_else(|| failure("the peers need Python 3 with venv"))?;
        shell::run(Command::new(system).args(["-m", "venv"]).arg(&home))?;
    }
    for (package, words) in PACKAGES.into_iter().chain([MODELS]) {
        let mut install = Command::new(&python);
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary=:all:",
        ]);
        if let Err(error) = shell::read(install.args(words).arg(package)) {
            println!("{package} cannot be had from PyPI for this Python; going on without it.\n{error}");
        }
    }
    Ok(python)
}

/// Poses through the middle of the ranges in the skeleton's file, the same ones every time.
fn spread(skeleton: &str, count: usize) -> String {
    let coordinates: Vec<(&str, f64, f64)> = skeleton
        .lines()
        .filter_map(|line| match line.split_whitespace().collect::<Vec<_>>()[..] {
            // The neck's lower joint is ours; the peers do not have it.
            ["coordinate", name, _, min, max, ..] if name != "cervical_flexion" => {
                Some((name, min.parse().ok()?, max.parse().ok()?))
            }
            _ => None,
        })
        .collect();
    let mut state = 7_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut lines = String::new();
    for id in 0..count {
        let values: serde_json::Map<String, Value> = coordinates
            .iter()
            .map(|(name, min, max)| ((*name).to_owned(), json!(min + (0.15 + 0.6 * next()) * (max - min))))
            .collect();
        lines.push_str(&format!("{}\n", json!({"id": id, "coordinates": values})));
    }
    lines
}

fn table(ours: &Value, theirs: &Value) -> String {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let (lengths, arms) = (number(&ours["lengths_per_second"]), number(&ours["moment_arms_per_second"]));
    let mut text = format!(
        "\nThe same {POSES} poses on one core; poses a second of processor time.\n\n{:<34}{:>12}{:>18}\n{:<34}{:>12.0}{:>18.0}\n",
        "", "lengths", "with moment arms", "counterpose, 281 muscles", lengths, arms
    );
    let opensim = &theirs["opensim"];
    if let Some(missing) = opensim["missing"].as_str() {
        text.push_str(&format!("OpenSim could not be measured: {missing}\n"));
    } else {
        let rate = number(&opensim["lengths_per_second"]);
        let each_us = number(&opensim["microseconds_a_moment_arm"]);
        let whole = 1e6 / (each_us * number(&ours["moment_arms"]) + 1e6 / rate);
        let name = format!("OpenSim, {} muscles", opensim["muscles"]);
        text.push_str(&format!("{name:<34}{rate:>12.0}{whole:>18.2}\n"));
        text.push_str(&format!("{:<34}{:>11.0}x{:>17.0}x\n", "  ratio", lengths / rate, arms / whole));
        text.push_str(&format!(
            "  OpenSim {}: a moment arm takes {each_us:.0} us on average of three; its column is reckoned from that \
             for the {} we give.\n  Greatest difference of a length without a cylinder: {:.1e} m.\n",
            opensim["version"].as_str().unwrap_or_default(),
            ours["moment_arms"],
            number(&opensim["greatest_difference_of_a_plain_length_m"]),
        ));
    }
    let mujoco = &theirs["mujoco"];
    if let Some(missing) = mujoco["missing"].as_str() {
        text.push_str(&format!("MuJoCo could not be measured: {missing}\n"));
    } else {
        let rate = number(&mujoco["moment_arms_per_second"]);
        let name = format!("MuJoCo, {} muscles of the legs", mujoco["muscles"]);
        text.push_str(&format!("{name:<34}{:>12}{rate:>18.0}\n", "-"));
        text.push_str(&format!("{:<34}{:>12}{:>17.1}x\n", "  ratio", "-", arms / rate));
        text.push_str(&format!(
            "  MuJoCo {}: bodies, centres of mass, tendon lengths and their Jacobian of {}; another body with {} \
             joints of the same name, set to the same angles.\n",
            mujoco["version"].as_str().unwrap_or_default(),
            mujoco["model"].as_str().unwrap_or_default(),
            mujoco["joints_in_common"],
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn poses_keep_to_the_ranges_and_are_the_same_every_time() {
        let skeleton =
            "coordinate a rotation -1 1\ncoordinate cervical_flexion rotation 0 1\ncoupled b a 2 0\n";
        let text = spread(skeleton, 20);
        assert_eq!((text.lines().count(), &text), (20, &spread(skeleton, 20)));
        for line in text.lines() {
            let pose: Value = serde_json::from_str(line).unwrap_or_default();
            let coordinates = pose["coordinates"].as_object().map_or(0, serde_json::Map::len);
            assert_eq!(coordinates, 1);
            assert!(pose["coordinates"]["a"].as_f64().is_some_and(|a| a.abs() <= 1.0));
        }
    }

    #[test]
    fn a_peer_that_is_missing_is_said() {
        let ours = json!({"lengths_per_second": 100.0, "moment_arms_per_second": 50.0, "moment_arms": 10});
        let theirs = json!({"opensim": {"missing": "ModuleNotFoundError: opensim"}, "mujoco": {"muscles": 80,
            "version": "3", "model": "myolegs", "joints_in_common": 12, "moment_arms_per_second": 25.0}});
        let text = table(&ours, &theirs);
        assert!(text.contains("OpenSim could not be measured"), "{text}");
        assert!(text.contains("2.0x"), "{text}");
    }
}

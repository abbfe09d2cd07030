//! A hash over a fixed run of the core: mathematics, bodies, decisions, sessions, history.
//!
//! One line a part (name, bytes hashed, hash), so that a difference says where it is. The hash tells runs apart; it
//! protects against nobody.

use std::fmt::Write;

use counterpose_body::muscle::{self, Wanted, measure_all, measure_one_by_one};
use counterpose_body::{Pose, Vector, human, place, settle};
use counterpose_coach::check::check;
use counterpose_coach::routine::{self, Today, Which};
use counterpose_coach::timeline;
use counterpose_content::{Locale, Texts, library, poses};
use counterpose_journal::contract::sample;
use counterpose_journal::fold;
use counterpose_quantity::num;
use serde::Serialize;

use crate::people::people;

/// FNV-1a with 64 bits, and how much went in.
struct Digest {
    bytes: u64,
    state: u64,
}

impl Digest {
    const fn new() -> Self {
        Self { bytes: 0, state: 0xcbf2_9ce4_8422_2325 }
    }

    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.state = (self.state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.bytes += bytes.len() as u64;
    }

    fn number(&mut self, value: f64) {
        // Which bits a not-a-number has is the platform's choice; that it is none is the same everywhere.
        let bits = if value.is_nan() { u64::MAX } else { value.to_bits() };
        self.take(&bits.to_le_bytes());
    }

    fn json(&mut self, value: &impl Serialize) {
        match serde_json::to_string(value) {
            Ok(text) => self.take(text.as_bytes()),
            Err(error) => self.take(error.to_string().as_bytes()),
        }
    }
}

type Part = (&'static str, fn(&mut Digest));

const PARTS: [Part; 7] = [
    ("numbers", numbers),
    ("bodies", bodies),
    ("muscles", muscles),
    ("decisions", decisions),
    ("sessions", sessions),
    ("journal", journal),
    ("texts", texts),
];

/// Every part with its length and hash.
#[must_use]
pub fn digest() -> String {
    let mut lines = String::new();
    for (name, part) in PARTS {
        let mut digest = Digest::new();
        part(&mut digest);
        let _ = writeln!(lines, "{name} {} {:016x}", digest.bytes, digest.state);
    }
    lines
}

fn numbers(digest: &mut Digest) {
    for step in -2000..2000 {
        let x = f64::from(step) * 0.013_7;
        let (sine, cosine) = num::sin_cos(x);
        let unit = sine.clamp(-1.0, 1.0);
        for value in [
            sine,
            cosine,
            num::tan(x),
            num::asin(unit),
            num::acos(unit),
            num::atan2(x, 1.5 - x),
            num::exp(x),
            num::ln(x.abs() + 1e-3),
            num::powf(x.abs() + 0.1, 1.7),
            num::hypot(x, cosine),
            num::erf(x),
            x.sqrt(),
            x / 3.0,
            x.round(),
            x.floor(),
        ] {
            digest.number(value);
        }
    }
}

fn bodies(digest: &mut Digest) {
    let model = human();
    for exercise in &library().exercises {
        digest.take(exercise.id.as_bytes());
        let Some(poses) = poses(&exercise.id) else { continue };
        match settle(model, poses) {
            Ok(settled) => {
                for (name, placed) in &settled {
                    digest.take(name.as_bytes());
                    for frame in place(model, &placed.found.pose).frames() {
                        for corner in [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] {
                            let [x, y, z] = corner;
                            let at = frame.apply(Vector::new(x, y, z));
                            [at.x, at.y, at.z].into_iter().for_each(|value| digest.number(value));
                        }
                    }
                }
            }
            Err(error) => digest.take(error.to_string().as_bytes()),
        }
    }
}

/// Lengths and moment arms of poses through the whole range, four at a time and one by one.
fn muscles(digest: &mut Digest) {
    let model = human();
    let poses: Vec<Pose> = (0..120_u32)
        .filter_map(|round| {
            let free = model.coordinates().iter().enumerate().filter(|(_, c)| c.coupling.is_none());
            let named = free.map(|(i, coordinate)| {
                let i = u32::try_from(i).unwrap_or(0);
                let share = f64::from((round * 37 + i * 101 + round * i) % 97) / 96.0;
                let value = coordinate.min + share * (coordinate.max - coordinate.min);
                (coordinate.name.as_str(), value.clamp(coordinate.min, coordinate.max))
            });
            Pose::of(model, named).ok()
        })
        .collect();
    let mut take = |found: &muscle::Measured<'_>| {
        for body in found.muscles() {
            match found.length(body) {
                Ok(length) => digest.number(length),
                Err(error) => digest.take(error.to_string().as_bytes()),
            }
            for (_, arm) in found.moment_arms(body).into_iter().flatten() {
                digest.number(arm);
            }
        }
    };
    measure_all(muscle::muscles(), &poses, Wanted::MomentArms, |_, found| take(found));
    measure_one_by_one(muscle::muscles(), &poses, Wanted::MomentArms, |_, found| take(found));
}

fn decisions(digest: &mut Digest) {
    for person in people() {
        match person {
            Ok(intake) => digest.json(&check(&intake, library())),
            Err(error) => digest.take(error.as_bytes()),
        }
    }
}

fn sessions(digest: &mut Digest) {
    let plans = people().into_iter().flatten().filter_map(|intake| check(&intake, library()).plan);
    for plan in plans {
        for day in [1, 2, 8, 15] {
            for which in [Which::Morning, Which::Evening] {
                let today = Today { day, which, worse_side: None };
                let compiled = routine::compile(&plan, library(), &today)
                    .and_then(|routine| timeline::compile(&routine, library()));
                match compiled {
                    Ok(timeline) => digest.json(&timeline),
                    Err(error) => digest.take(error.to_string().as_bytes()),
                }
            }
        }
    }
}

fn journal(digest: &mut Digest) {
    let entries: Vec<_> = (0..500).map(sample).collect();
    let state = fold(&entries);
    digest.json(&state);
    digest.json(&state.intake_json(jiff::civil::date(2026, 11, 22)));
}

fn texts(digest: &mut Digest) {
    let texts = Texts::new(Locale::Pseudo);
    for exercise in &library().exercises {
        digest.take(texts.get(&format!("{}-name", exercise.id)).as_bytes());
        digest.take(texts.get(&format!("{}-summary", exercise.id)).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/digest.txt");

    #[test]
    fn the_core_gives_the_committed_bits() {
        let digest = digest();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(FILE, &digest).unwrap();
        }
        assert_eq!(
            digest,
            std::fs::read_to_string(FILE).unwrap(),
            "the core computes something else than before; if that is meant: BLESS=1 cargo test -p counterpose-probe"
        );
    }

    #[test]
    fn one_bit_changes_the_hash() {
        let hash = |value: f64| {
            let mut digest = Digest::new();
            digest.number(value);
            digest.state
        };
        assert_ne!(hash(1.0), hash(f64::from_bits(1.0_f64.to_bits() + 1)));
        assert_eq!(hash(f64::NAN), hash(-f64::NAN));
    }
}

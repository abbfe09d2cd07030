//! The draw that makes a design a design: seeded, made once, and written down before it takes effect.
//!
//! The same plan and seed always give the same draw, so that whoever keeps both can check it. What this module does
//! not do: choose the seed (the shell brings chance) or keep the draw (the journal does, and does not let it change).

use serde::{Deserialize, Serialize};

use super::diary::{Design, DesignKind, Diary};

/// How many assignments stand for all that the draw could have given, where all are too many to write down.
pub const MOST_ASSIGNMENTS: usize = 200;
/// The most windows, blocks or days that are drawn.
const MOST_DRAWN: u32 = 400;

/// What may be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Plan {
    /// The first day of the plan, from a window of days.
    RandomisedStart {
        /// The earliest day.
        first_day: i32,
        /// The latest.
        last_day: i32,
    },
    /// The first day of each of several blocks, each from its own window; windows follow each other.
    StaggeredStarts {
        /// The earliest and latest day of each block, in order.
        windows: Vec<(i32, i32)>,
    },
    /// Blocks with and without, in pairs: of each pair one is with, the draw says which.
    AlternatingBlocks {
        /// How many blocks; an even number.
        blocks: u32,
        /// Days of a block.
        days_per_block: u32,
    },
    /// Days with and without, in pairs.
    AlternatingDays {
        /// How many days; an odd last day is drawn by itself.
        days: u32,
    },
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// A window that holds no day, or begins before the diary.
    #[error("the window of start days {0} to {1} holds no day that can be drawn")]
    EmptyWindow(i32, i32),
    /// Windows that overlap or stand in the wrong order.
    #[error("the windows of the blocks must follow each other without overlap")]
    Overlap,
    /// Nothing to draw, or too much.
    #[error("{0}: give a number from {1} to {2}")]
    Count(&'static str, u32, u32),
}

/// What was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// The design as the verdict reads it.
    pub design: Design,
    /// The first day of each block, for designs with drawn starts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<i32>,
    /// Whether each day is with, from day 0, for alternating designs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub treated: Vec<bool>,
}

impl Draw {
    /// Whether the thing tried is on, on a day of the diary.
    #[must_use]
    pub fn is_treated(&self, day: i32) -> bool {
        match self.starts.first() {
            Some(&start) => day >= start,
            None => usize::try_from(day).ok().and_then(|day| self.treated.get(day)).is_some_and(|&on| on),
        }
    }
}

/// Draws.
///
/// # Errors
/// When there is nothing to draw from.
pub fn draw(plan: &Plan, seed: u64) -> Result<Draw, DrawError> {
    let mut words = Words(seed);
    match plan {
        Plan::RandomisedStart { first_day, last_day } => {
            let start = words.day(*first_day, *last_day)?;
            let design = window(DesignKind::RandomisedStart, (*first_day, *last_day), seed);
            Ok(Draw { design, starts: vec![start], treated: vec![] })
        }
        Plan::StaggeredStarts { windows } => {
            let Some(&first) = windows.first().filter(|_| windows.len() <= MOST_DRAWN as usize) else {
                return Err(DrawError::Count("blocks with a drawn start", 1, MOST_DRAWN));
            };
            if windows.windows(2).any(|pair| matches!(pair, [a, b] if b.0 <= a.1)) {
                return Err(DrawError::Overlap);
            }
            let starts: Result<Vec<i32>, DrawError> =
                windows.iter().map(|(first, last)| words.day(*first, *last)).collect();
            Ok(Draw {
                design: window(DesignKind::StaggeredStarts, first, seed),
                starts: starts?,
                treated: vec![],
            })
        }
        Plan::AlternatingBlocks { blocks, days_per_block } => {
            if *blocks < 2 || blocks % 2 == 1 || *blocks > MOST_DRAWN {
                return Err(DrawError::Count("an even number of blocks", 2, MOST_DRAWN));
            }
            if !(1..=MOST_DRAWN).contains(days_per_block) {
                return Err(DrawError::Count("days of a block", 1, MOST_DRAWN));
            }
            Ok(alternating(DesignKind::AlternatingBlocks, *blocks, *days_per_block, seed, &mut words))
        }
        Plan::AlternatingDays { days } => {
            if !(2..=MOST_DRAWN).contains(days) {
                return Err(DrawError::Count("days to alternate", 2, MOST_DRAWN));
            }
            Ok(alternating(DesignKind::AlternatingDays, *days, 1, seed, &mut words))
        }
    }
}

fn window(kind: DesignKind, (first, last): (i32, i32), seed: u64) -> Design {
    Design {
        kind,
        first_possible_start_day: Some(first),
        last_possible_start_day: Some(last),
        seed: Some(seed),
        assignments: None,
    }
}

/// Draws which of each pair of units is with, and writes down what else could have been: everything where that is
/// few, else a further draw of the same kind, with the real one among them.
fn alternating(kind: DesignKind, units: u32, days_per_unit: u32, seed: u64, words: &mut Words) -> Draw {
    let pairs = units.div_ceil(2);
    let spread = |bits: &[bool]| -> Vec<bool> {
        (0..units)
            .flat_map(|unit| {
                let first_is_with = bits.get((unit / 2) as usize).is_some_and(|&bit| bit);
                core::iter::repeat_n(first_is_with == (unit % 2 == 0), days_per_unit as usize)
            })
            .collect()
    };
    let bits = |words: &mut Words| -> Vec<bool> { (0..pairs).map(|_| words.next() >> 63 == 1).collect() };
    let real = bits(words);
    let treated = spread(&real);
    let all: Vec<Vec<bool>> = if pairs <= 7 {
        (0..1_u32 << pairs).map(|code| (0..pairs).map(|bit| code >> bit & 1 == 1).collect()).collect()
    } else {
        let others = (1..MOST_ASSIGNMENTS).map(|_| bits(words)).collect::<Vec<_>>();
        core::iter::once(real).chain(others).collect()
    };
    let assignments = all.iter().map(|bits| spread(bits).into_iter().map(u8::from).collect()).collect();
    let design = Design { seed: Some(seed), assignments: Some(assignments), ..Design::of(kind) };
    Draw { design, starts: vec![], treated }
}

/// Splitmix64: well-mixed words from one seed.
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// A day of the window, evenly: the remainder's bias is below one in 2^50 for any window that is let in.
    fn day(&mut self, first: i32, last: i32) -> Result<i32, DrawError> {
        if first < 0 || last < first || last > Diary::MOST_DAYS {
            return Err(DrawError::EmptyWindow(first, last));
        }
        let width = u64::from(last.abs_diff(first)) + 1;
        let offset = i32::try_from(self.next() % width).unwrap_or(0);
        Ok(first + offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_window_is_drawn_about_as_often() {
        let mut counts = [0_u32; 20];
        for seed in 0..20_000 {
            let drawn = draw(&Plan::RandomisedStart { first_day: 7, last_day: 26 }, seed).unwrap();
            counts[usize::try_from(drawn.starts[0] - 7).unwrap()] += 1;
        }
        assert!(counts.iter().all(|&count| (850..1150).contains(&count)), "{counts:?}");
    }

    #[test]
    fn of_each_pair_one_is_with_and_the_real_one_is_among_the_assignments() {
        for seed in 0..50 {
            for plan in [
                Plan::AlternatingBlocks { blocks: 6, days_per_block: 14 },
                Plan::AlternatingDays { days: 40 },
            ] {
                let drawn = draw(&plan, seed).unwrap();
                let unit = if matches!(plan, Plan::AlternatingDays { .. }) { 1 } else { 14 };
                for pair in drawn.treated.chunks(2 * unit) {
                    assert_eq!(pair.iter().filter(|&&on| on).count(), unit);
                }
                let real: Vec<u8> = drawn.treated.iter().map(|&on| u8::from(on)).collect();
                let assignments = drawn.design.assignments.clone().unwrap();
                assert!(assignments.contains(&real));
                assert_eq!(drawn, draw(&plan, seed).unwrap(), "the same seed draws the same");
            }
        }
        let blocks = draw(&Plan::AlternatingBlocks { blocks: 6, days_per_block: 14 }, 3).unwrap();
        assert_eq!(blocks.design.assignments.unwrap().len(), 8, "every way three pairs can fall");
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert_eq!(
            draw(&Plan::RandomisedStart { first_day: 9, last_day: 8 }, 1),
            Err(DrawError::EmptyWindow(9, 8))
        );
        assert_eq!(
            draw(&Plan::StaggeredStarts { windows: vec![(7, 14), (14, 20)] }, 1),
            Err(DrawError::Overlap)
        );
        assert!(draw(&Plan::AlternatingBlocks { blocks: 3, days_per_block: 14 }, 1).is_err());
        assert!(draw(&Plan::AlternatingDays { days: 1 }, 1).is_err());
        assert!(draw(&Plan::StaggeredStarts { windows: vec![] }, 1).is_err());
    }
}

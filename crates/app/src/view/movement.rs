//! A movement to watch outside a session, at the pace in which it is done, and the words on what turns the picture.
//!
//! What this module does not do: draw, or keep time; whoever shows it says how long it has run.

use counterpose_quantity::Side;

use super::FigureNow;

/// What the controls of a turning picture are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnWords {
    /// The picture as a whole, with how to turn it.
    pub group: String,
    /// Look from further to the left.
    pub left: String,
    /// Look from further to the right.
    pub right: String,
}

/// Out, a stay, and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The key pose it begins and ends in.
    pub from: String,
    /// The key pose at the far end.
    pub to: String,
    /// Milliseconds going out.
    pub out_ms: u64,
    /// Milliseconds at the far end.
    pub stay_ms: u64,
    /// Milliseconds coming back.
    pub back_ms: u64,
}

impl Pass {
    const fn length_ms(&self) -> u64 {
        self.out_ms + self.stay_ms + self.back_ms
    }

    #[allow(clippy::cast_precision_loss, reason = "milliseconds of a movement are exact")]
    fn fraction(&self, at_ms: u64) -> f64 {
        let share = |part: u64, whole: u64| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        let straight = if at_ms < self.out_ms {
            share(at_ms, self.out_ms)
        } else if at_ms < self.out_ms + self.stay_ms {
            1.0
        } else {
            1.0 - share(at_ms - self.out_ms - self.stay_ms, self.back_ms)
        };
        // Begins and ends softly, as in the session.
        straight * straight * (3.0 - 2.0 * straight)
    }
}

/// A movement, over and over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The exercise.
    pub exercise: String,
    /// The working side, where one works.
    pub side: Option<Side>,
    /// Its parts in order; never empty.
    pub passes: Vec<Pass>,
    /// The movement in words.
    pub description: String,
    /// "Play the movement".
    pub play: String,
    /// "Stop the movement".
    pub stop: String,
    /// What turns the picture.
    pub turn: TurnWords,
}

impl Movement {
    /// How long one round lasts.
    #[must_use]
    pub fn length_ms(&self) -> u64 {
        self.passes.iter().map(Pass::length_ms).sum()
    }

    /// Every key pose of it standing still, each once, in the order in which they come.
    #[must_use]
    pub fn ends(&self) -> Vec<FigureNow> {
        let mut names: Vec<&String> = Vec::new();
        for pose in self.passes.iter().flat_map(|pass| [&pass.from, &pass.to]) {
            if !names.contains(&pose) {
                names.push(pose);
            }
        }
        let still = |pose: &String| FigureNow {
            exercise: self.exercise.clone(),
            from: pose.clone(),
            to: pose.clone(),
            fraction: 0.0,
            side: self.side,
            description: self.description.clone(),
        };
        names.into_iter().map(still).collect()
    }

    /// The moment after so long, round and round; `None` where it has no length.
    #[must_use]
    pub fn at(&self, ran_ms: u64) -> Option<FigureNow> {
        let mut at_ms = ran_ms.checked_rem(self.length_ms())?;
        for pass in &self.passes {
            if at_ms < pass.length_ms() {
                return Some(FigureNow {
                    exercise: self.exercise.clone(),
                    from: pass.from.clone(),
                    to: pass.to.clone(),
                    fraction: pass.fraction(at_ms),
                    side: self.side,
                    description: self.description.clone(),
                });
            }
            at_ms -= pass.length_ms();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movement() -> Movement {
        let pass = |from: &str, to: &str| Pass {
            from: from.into(),
            to: to.into(),
            out_ms: 1000,
            stay_ms: 500,
            back_ms: 1000,
        };
        let words = TurnWords { group: String::new(), left: String::new(), right: String::new() };
        Movement {
            exercise: "clamshell".into(),
            side: Some(Side::Left),
            passes: vec![pass("closed", "open"), pass("a", "b")],
            description: String::new(),
            play: String::new(),
            stop: String::new(),
            turn: words,
        }
    }

    #[test]
    fn it_goes_out_stays_comes_back_and_begins_again() {
        let movement = movement();
        let at = |ms| movement.at(ms).map(|now| (now.from, now.fraction));
        assert_eq!(at(0), Some(("closed".into(), 0.0)));
        assert_eq!(at(500), Some(("closed".into(), 0.5)));
        assert_eq!(at(1200), Some(("closed".into(), 1.0)));
        assert_eq!(at(2500), Some(("a".into(), 0.0)));
        assert_eq!(at(5000), at(0));
        assert_eq!(at(5500), at(500));
    }

    #[test]
    fn its_key_poses_stand_still_each_once() {
        let ends = movement().ends();
        let names: Vec<&str> = ends.iter().map(|end| end.from.as_str()).collect();
        assert_eq!(names, ["closed", "open", "a", "b"]);
        assert!(ends.iter().all(|end| end.from == end.to && end.side == Some(Side::Left)));
    }

    #[test]
    fn a_movement_without_length_shows_nothing_rather_than_stopping_the_page() {
        assert_eq!(Movement { passes: Vec::new(), ..movement() }.at(7), None);
    }
}

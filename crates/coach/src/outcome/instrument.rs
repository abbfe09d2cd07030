//! The one table of instruments: range, direction, smallest change that matters, measurement error, source.
//!
//! A figure that nobody here has read at its source is marked `checked: false`; it may make a statement more careful
//! (a larger error) and is never shown as fact.

use counterpose_quantity as quantity;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What can be scored.
    InstrumentId {
        /// Average pain of the day, 0 to 10.
        PainAverage = "pain-average",
        /// Worst pain of the day, 0 to 10.
        PainWorst = "pain-worst",
        /// The person's own activities, 0 unable to 10 as before.
        OwnActivities = "own-activities",
        /// How much pain got in the way, 0 to 10, in our own words.
        Interference = "interference",
        /// Roland-Morris, 24 statements.
        RolandMorris = "roland-morris",
        /// One question: how is it compared with the start, -5 to 5.
        GlobalChange = "global-change",
        /// Oswestry index; only as a total from a clinic.
        Oswestry = "oswestry",
        /// PROMIS physical function; only as a T-score from a clinic.
        PromisPhysicalFunction = "promis-physical-function",
        /// PROMIS pain interference; only as a T-score from a clinic.
        PromisPainInterference = "promis-pain-interference",
        /// EQ-5D index; only as a value from a clinic.
        Eq5d = "eq-5d",
        /// STarT Back; only as a total from a clinic. Tells the outlook, not the course.
        StartBack = "start-back",
    }
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Good {
    /// Lower is better.
    Lower,
    /// Higher is better.
    Higher,
}

/// Where the words of an instrument stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// In our own words.
    Ours,
    /// In its published words, which its authors let anybody use.
    Published,
    /// Nowhere in this program: licensed. A total from a clinic can be typed in.
    Licensed,
}

/// A figure from a source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// In units of the score.
    pub value: f64,
    /// Where it stands.
    pub source: &'static str,
    /// Whether the authors of this project read it there.
    pub checked: bool,
}

/// One instrument.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instrument {
    /// Which.
    pub id: InstrumentId,
    /// The lowest score.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// The direction; `None` where a change of it says nothing.
    pub good: Option<Good>,
    /// The smallest change that matters to people, where known.
    pub important: Option<Figure>,
    /// The same as a share of the score at the start.
    pub important_share: Option<Figure>,
    /// Differences below this are measurement error; `None` where unknown: then nothing is called a change.
    pub error: Option<Figure>,
    /// Below the first or above the second the score hardly moves.
    pub poor_outside: Option<(f64, f64)>,
    /// Where its words stand.
    pub words: Words,
}

const OSTELO: &str = "Ostelo 2008, Spine 33:90";
const ABBOTT: &str = "Abbott & Schmitt 2014, J Orthop Sports Phys Ther 44:560";

const fn read(value: f64, source: &'static str) -> Option<Figure> {
    Some(Figure { value, source, checked: true })
}

const fn recalled(value: f64, source: &'static str) -> Option<Figure> {
    Some(Figure { value, source, checked: false })
}

const fn row(id: InstrumentId, min: f64, max: f64, good: Option<Good>, words: Words) -> Instrument {
    Instrument {
        id,
        min,
        max,
        good,
        important: None,
        important_share: None,
        error: None,
        poor_outside: None,
        words,
    }
}

/// The measurement error of one of the person's own activities by itself, in points of 0 to 10: larger than that of their
/// mean. Recalled (Stratford 1995, Physiother Can 47:258), and on the careful side.
pub const ONE_ACTIVITY_ERROR: f64 = 3.0;

/// Every instrument.
pub const INSTRUMENTS: [Instrument; 11] = [
    Instrument {
        important: read(2.0, OSTELO),
        important_share: read(0.3, OSTELO),
        error: recalled(2.0, "Childs 2005, Spine 30:1331"),
        ..row(InstrumentId::PainAverage, 0.0, 10.0, Some(Good::Lower), Words::Ours)
    },
    Instrument {
        important: read(2.0, OSTELO),
        important_share: read(0.3, OSTELO),
        error: recalled(2.0, "Childs 2005, Spine 30:1331"),
        ..row(InstrumentId::PainWorst, 0.0, 10.0, Some(Good::Lower), Words::Ours)
    },
    Instrument {
        important: read(2.3, ABBOTT),
        error: recalled(2.0, "Stratford 1995, Physiother Can 47:258"),
        ..row(InstrumentId::OwnActivities, 0.0, 10.0, Some(Good::Higher), Words::Ours)
    },
    Instrument {
        important: recalled(2.0, "taken over from pain on the same scale"),
        important_share: recalled(0.3, "taken over from pain on the same scale"),
        error: recalled(2.0, "taken over from pain on the same scale"),
        ..row(InstrumentId::Interference, 0.0, 10.0, Some(Good::Lower), Words::Ours)
    },
    Instrument {
        important: read(5.0, OSTELO),
        important_share: read(0.3, OSTELO),
        error: recalled(5.0, "Roland & Fairbank 2000, Spine 25:3115"),
        poor_outside: Some((4.0, 20.0)),
        ..row(InstrumentId::RolandMorris, 0.0, 24.0, Some(Good::Lower), Words::Published)
    },
    Instrument {
        important: recalled(2.0, "Kamper 2009, J Man Manip Ther 17:163"),
        error: recalled(2.0, "Kamper 2009, J Man Manip Ther 17:163"),
        ..row(InstrumentId::GlobalChange, -5.0, 5.0, Some(Good::Higher), Words::Ours)
    },
    Instrument {
        important: read(10.0, OSTELO),
        important_share: read(0.3, OSTELO),
        error: recalled(10.0, "Fairbank & Pynsent 2000, Spine 25:2940"),
        ..row(InstrumentId::Oswestry, 0.0, 100.0, Some(Good::Lower), Words::Licensed)
    },
    row(InstrumentId::PromisPhysicalFunction, 10.0, 90.0, Some(Good::Higher), Words::Licensed),
    row(InstrumentId::PromisPainInterference, 10.0, 90.0, Some(Good::Lower), Words::Licensed),
    row(InstrumentId::Eq5d, -1.0, 1.0, Some(Good::Higher), Words::Licensed),
    row(InstrumentId::StartBack, 0.0, 9.0, None, Words::Licensed),
];

impl InstrumentId {
    /// Its row of the table.
    #[must_use]
    pub fn row(self) -> &'static Instrument {
        // The table has a row for every identifier (a test holds that); the first stands in for none.
        INSTRUMENTS.iter().find(|row| row.id == self).unwrap_or(&INSTRUMENTS[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instrument_has_one_row_and_its_figures_fit_its_range() {
        for id in InstrumentId::ALL {
            assert_eq!(INSTRUMENTS.iter().filter(|row| row.id == *id).count(), 1, "{id}");
            let row = id.row();
            assert!(row.min < row.max);
            for figure in [row.important, row.error].into_iter().flatten() {
                assert!(figure.value > 0.0 && figure.value < row.max - row.min, "{id}");
                assert!(!figure.source.is_empty());
            }
            if let (Some(important), Some(error)) = (row.important, row.error) {
                assert!(important.value >= error.value, "{id}: what matters lies outside the error");
            }
        }
    }
}

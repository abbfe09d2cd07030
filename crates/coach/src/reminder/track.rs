//! The drive companion: a track that needs no screen and no hand.
//!
//! Before driving off, parked: a signal for the set-up check. Then, at chosen minutes, one quiet tone that means
//! "settle evenly" and asks for nothing. At the person's own limit, two hours at most, a call to stop and walk
//! (Highway Code rule 91: a break of 15 minutes every two hours), and there the track ends. What this module does not
//! do: speak, play, or know whether the car moves.

use counterpose_quantity::num;

/// Samples a second.
pub const SAMPLES_PER_SECOND: u32 = 8000;
/// The longest time to the call to stop, in minutes.
pub const LONGEST_MINUTES: u16 = 120;
/// The least time between two tones, in minutes.
pub const LEAST_BETWEEN_MINUTES: u16 = 5;
/// How long the set-up check has, in seconds; no tone comes before its end.
pub const SET_UP_S: u32 = 60;

/// What a sound of the track means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Parked: feet, seat, back, mirror.
    SetUp,
    /// Driving: settle evenly. Nothing to do, look at or tap.
    Settle,
    /// Stop where it is safe, get out and walk.
    Stop,
}

/// What is wrong with a wish for a track.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrackError {
    /// Too long or too short until the call to stop.
    #[error("the call to stop comes after 10 to 120 minutes, not {0}")]
    Stop(u16),
    /// Tones too close together.
    #[error("tones need at least 5 minutes between them, not {0}")]
    Between(u16),
}

/// A track: its sounds and when they begin, in seconds from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    cues: Vec<(u32, Cue)>,
    length_s: u32,
}

impl Track {
    /// A track with a tone every so many minutes (none where `None`) and the call to stop after so many.
    ///
    /// # Errors
    /// Tones too close together, or no stop within two hours.
    pub fn new(tone_every_minutes: Option<u16>, stop_after_minutes: u16) -> Result<Self, TrackError> {
        if !(10..=LONGEST_MINUTES).contains(&stop_after_minutes) {
            return Err(TrackError::Stop(stop_after_minutes));
        }
        let stop_s = u32::from(stop_after_minutes) * 60;
        let mut cues = vec![(0, Cue::SetUp)];
        if let Some(every) = tone_every_minutes {
            if every < LEAST_BETWEEN_MINUTES {
                return Err(TrackError::Between(every));
            }
            let tones = (1..).map(|nth| nth * u32::from(every) * 60);
            cues.extend(tones.take_while(|at| at + 60 <= stop_s).map(|at| (at, Cue::Settle)));
        }
        cues.push((stop_s, Cue::Stop));
        Ok(Self { cues, length_s: stop_s + 20 })
    }

    /// The sounds and when they begin.
    #[must_use]
    pub fn cues(&self) -> &[(u32, Cue)] {
        &self.cues
    }

    /// The length in seconds.
    #[must_use]
    pub const fn length_s(&self) -> u32 {
        self.length_s
    }

    /// The file's size in bytes.
    #[must_use]
    pub const fn bytes(&self) -> u32 {
        HEAD_BYTES + self.length_s * SAMPLES_PER_SECOND
    }

    /// The track as a WAV file (8 bits, one channel), a second at a time after its head: two hours are 58 MB, which
    /// nobody should have to hold at once.
    pub fn wav(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        let seconds = (0..self.length_s).map(|second| self.second(second));
        core::iter::once(self.head()).chain(seconds)
    }

    fn head(&self) -> Vec<u8> {
        let data = self.length_s * SAMPLES_PER_SECOND;
        let mut head = Vec::with_capacity(HEAD_BYTES as usize);
        head.extend(b"RIFF");
        head.extend((HEAD_BYTES - 8 + data).to_le_bytes());
        head.extend(b"WAVEfmt ");
        head.extend(16_u32.to_le_bytes());
        head.extend(1_u16.to_le_bytes()); // plain samples
        head.extend(1_u16.to_le_bytes()); // one channel
        head.extend(SAMPLES_PER_SECOND.to_le_bytes());
        head.extend(SAMPLES_PER_SECOND.to_le_bytes()); // bytes a second
        head.extend(1_u16.to_le_bytes()); // bytes a sample
        head.extend(8_u16.to_le_bytes()); // bits a sample
        head.extend(b"data");
        head.extend(data.to_le_bytes());
        head
    }

    fn second(&self, second: u32) -> Vec<u8> {
        let sounding = self
            .cues
            .iter()
            .filter(|(at, cue)| *at <= second && second < at + seconds_of(*cue))
            .map(|(at, cue)| (second - at, *cue))
            .next_back();
        let Some((into, cue)) = sounding else { return vec![SILENCE; SAMPLES_PER_SECOND as usize] };
        (0..SAMPLES_PER_SECOND)
            .map(|sample| {
                let time = f64::from(into) + f64::from(sample) / f64::from(SAMPLES_PER_SECOND);
                let level = notes(cue).iter().map(|note| note.at(time)).sum::<f64>().clamp(-1.0, 1.0);
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "held within 1 to 255 by the clamp"
                )]
                let byte = (128.0 + 127.0 * level).round() as u8;
                byte
            })
            .collect()
    }
}

const HEAD_BYTES: u32 = 44;
const SILENCE: u8 = 128;

/// A note: when, how long, how high, how loud.
#[derive(Clone, Copy)]
struct Note {
    at_s: f64,
    for_s: f64,
    hertz: f64,
    loud: f64,
}

impl Note {
    /// Its level at a time, faded in and out over a tenth of a second so that nothing clicks or startles.
    fn at(&self, time_s: f64) -> f64 {
        let into = time_s - self.at_s;
        if into < 0.0 || into >= self.for_s {
            return 0.0;
        }
        let fade = (into / 0.1).min((self.for_s - into) / 0.1).min(1.0);
        self.loud * fade * num::sin(2.0 * core::f64::consts::PI * self.hertz * into)
    }
}

const fn note(at_s: f64, for_s: f64, hertz: f64, loud: f64) -> Note {
    Note { at_s, for_s, hertz, loud }
}

/// The set-up check rises; settling is one quiet note; stopping falls, three times.
fn notes(cue: Cue) -> &'static [Note] {
    const SET_UP: [Note; 3] =
        [note(0.0, 0.5, 392.0, 0.3), note(0.6, 0.5, 494.0, 0.3), note(1.2, 0.7, 587.0, 0.3)];
    const SETTLE: [Note; 1] = [note(0.0, 1.2, 330.0, 0.15)];
    const STOP: [Note; 6] = [
        note(0.0, 0.6, 587.0, 0.35),
        note(0.7, 0.8, 392.0, 0.35),
        note(3.0, 0.6, 587.0, 0.35),
        note(3.7, 0.8, 392.0, 0.35),
        note(6.0, 0.6, 587.0, 0.35),
        note(6.7, 0.8, 392.0, 0.35),
    ];
    match cue {
        Cue::SetUp => &SET_UP,
        Cue::Settle => &SETTLE,
        Cue::Stop => &STOP,
    }
}

fn seconds_of(cue: Cue) -> u32 {
    match cue {
        Cue::SetUp | Cue::Settle => 2,
        Cue::Stop => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_to_stop_comes_within_two_hours_and_ends_the_track() {
        assert_eq!(Track::new(Some(15), 121), Err(TrackError::Stop(121)));
        assert_eq!(Track::new(Some(4), 60), Err(TrackError::Between(4)));
        let track = Track::new(Some(15), 120).unwrap();
        assert_eq!(track.cues().first(), Some(&(0, Cue::SetUp)));
        assert_eq!(track.cues().last(), Some(&(7200, Cue::Stop)));
        assert_eq!(track.cues().len(), 2 + 7);
        assert!(track.cues().windows(2).all(|pair| pair[1].0 - pair[0].0 >= 60.min(SET_UP_S)));
        assert_eq!(Track::new(None, 45).unwrap().cues().len(), 2, "no tone is a choice too");
    }

    #[test]
    fn the_file_is_as_long_as_its_head_says_and_silent_between_its_sounds() {
        let track = Track::new(Some(5), 12).unwrap();
        let file: Vec<u8> = track.wav().flatten().collect();
        assert_eq!(file.len(), track.bytes() as usize);
        assert_eq!(&file[..4], b"RIFF");
        assert_eq!(u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize, file.len() - 8);
        assert_eq!(u32::from_le_bytes(file[40..44].try_into().unwrap()) as usize, file.len() - 44);
        let second = |n: usize| {
            let samples = &file[44 + n * 8000..44 + (n + 1) * 8000];
            samples.iter().map(|sample| sample.abs_diff(128)).max().unwrap()
        };
        let sounding: Vec<usize> = (0..12 * 60 + 20).filter(|n| second(*n) > 0).collect();
        let expected: Vec<usize> =
            [0, 1, 300, 301, 600, 601].into_iter().chain([720, 721, 723, 724, 726, 727]).collect();
        assert_eq!(sounding, expected);
        assert!(second(300) <= 20, "settling is quiet");
        assert!(second(720) > second(300));
    }
}

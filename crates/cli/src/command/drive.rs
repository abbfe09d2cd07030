//! `counterpose drive`: the drive companion as a sound file, made before the car moves.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use counterpose_coach::reminder::track::{Cue, Track};

use crate::outcome::{Failure, Outcome};

/// Make a sound file for a drive: a signal for the set-up check while parked, at most a quiet tone now and then that
/// means "settle evenly", and a call to stop and walk. It plays with the screen off and wants no hand.
#[derive(clap::Args)]
pub struct Arguments {
    /// A tone every so many minutes (5 or more); 0 for none
    #[arg(long, value_name = "MINUTES", default_value_t = 20)]
    tone_every: u16,
    /// The call to stop, at your own limit (10 to 120)
    #[arg(long, value_name = "MINUTES", default_value_t = 120)]
    stop_after: u16,
    /// The file to write (.wav)
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

/// Runs it.
pub fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let every = Some(arguments.tone_every).filter(|minutes| *minutes > 0);
    let track = Track::new(every, arguments.stop_after).map_err(|e| Failure::BadInput(e.to_string()))?;
    let fail = |error| Failure::BadInput(format!("cannot write {}: {error}", arguments.output.display()));
    let mut file = BufWriter::new(File::create(&arguments.output).map_err(fail)?);
    for piece in track.wav() {
        file.write_all(&piece).map_err(fail)?;
    }
    file.flush().map_err(fail)?;
    let tones = track.cues().iter().filter(|(_, cue)| *cue == Cue::Settle).count();
    writeln!(
        std::io::stdout(),
        "{} ({} MB): start it while parked; {tones} quiet tones, then the call to stop after {} minutes.",
        arguments.output.display(),
        track.bytes() / 1_000_000,
        arguments.stop_after
    )?;
    Ok(Outcome::Done)
}

//! How much longer a muscle, as people name it, is in one pose than in another.
//!
//! A muscle is one bundle or several; the answer is their plain mean with the least and the most, over the bundles
//! whose path is anatomy in both poses. Three measures of the same change: millimetres, share of the length, and
//! share of the optimal fibre length, which alone can be compared between muscles (a long tendon makes any change
//! of the whole look small).

use counterpose_quantity::Side;

use super::answer::{Measured, NotValid};
use super::builder::{MuscleId, Structure};

/// A change of length in three measures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Change {
    /// In metres.
    pub change_m: f64,
    /// As a share of the length in the other pose.
    pub of_length: f64,
    /// As a share of optimal fibre length.
    pub of_fibre: f64,
}

/// How much longer a muscle is.
#[derive(Clone, Debug, PartialEq)]
pub struct Lengthening {
    /// The mean of its bundles.
    pub mean: Change,
    /// The bundle that lengthens least, as a share of fibre length.
    pub least_of_fibre: f64,
    /// The bundle that lengthens most, likewise.
    pub most_of_fibre: f64,
    /// How many bundles counted.
    pub counted: usize,
    /// Why others did not: one of the reasons.
    pub left_out: Option<NotValid>,
}

/// How much longer a muscle is `here` than `there`.
///
/// # Errors
/// [`NotValid`] where no bundle has a path that is anatomy in both poses.
pub fn lengthening(
    structure: &Structure,
    side: Side,
    here: &Measured<'_>,
    there: &Measured<'_>,
) -> Result<Option<Lengthening>, NotValid> {
    let bundles = match side {
        Side::Right => &structure.bundles[0],
        Side::Left => &structure.bundles[1],
    };
    let mut changes: Vec<Change> = Vec::new();
    let mut left_out = None;
    let one = |bundle: MuscleId| {
        let (now, before) = (here.length(bundle)?, there.length(bundle)?);
        Ok((now - before, before, here.fibre(bundle)))
    };
    let mut take = |found: Result<(f64, f64, f64), NotValid>| match found {
        Ok((change_m, length, fibre)) => {
            changes.push(Change { change_m, of_length: change_m / length, of_fibre: change_m / fibre });
        }
        Err(error) => left_out = Some(error),
    };
    match bundles.split_first() {
        // Only the sum of the lower part and an upper bundle is a muscle; the lower part's fibres are those measured
        // on the whole.
        Some((lower, upper)) if structure.series => {
            for bundle in upper {
                take(one(*lower).and_then(|(change, length, fibre)| {
                    let (more, longer, _) = one(*bundle)?;
                    Ok((change + more, length + longer, fibre))
                }));
            }
        }
        _ => bundles.iter().for_each(|bundle| take(one(*bundle))),
    }
    if changes.is_empty() {
        return left_out.map_or(Ok(None), Err);
    }
    let count = changes.len() as f64;
    let mean = |part: fn(&Change) -> f64| changes.iter().map(part).sum::<f64>() / count;
    let shares = changes.iter().map(|change| change.of_fibre);
    Ok(Some(Lengthening {
        mean: Change {
            change_m: mean(|change| change.change_m),
            of_length: mean(|change| change.of_length),
            of_fibre: mean(|change| change.of_fibre),
        },
        least_of_fibre: shares.clone().fold(f64::INFINITY, f64::min),
        most_of_fibre: shares.fold(f64::NEG_INFINITY, f64::max),
        counted: changes.len(),
        left_out,
    }))
}

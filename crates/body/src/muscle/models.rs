//! What four models of the hip say about the same poses, so that a claim does not hang on one of them.
//!
//! The models differ in their pelvis, their wrapping and their years; where all agree that a muscle is longer in a
//! pose than in standing, that is as good as geometry gets. They cover a pose when hip, knee and ankle are near those, as far as the muscle crosses them, of one
//! of theirs. The file: `muscles STEM ...`; for each model `model NAME CITATION` and its `fibres`; then `pose NAME
//! HIP_FLEXION HIP_ADDUCTION HIP_ROTATION KNEE ANKLE` in
//! radians with one line `lengths` a model. The first pose is standing.

use std::sync::LazyLock;

use counterpose_quantity::{Side, decimal};

use super::builder::{MuscleId, Structure};
use super::muscles;
use crate::{Model, Pose};

/// How near hip and knee must be to those of a pose the models know, in radians (15 degrees).
const NEAR: f64 = 0.262;

/// What the models say about a muscle in a pose they know.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinions {
    /// The pose they know.
    pub pose: &'static str,
    /// Each model with the change against standing, as a share of fibre length.
    pub by_model: Vec<(&'static str, f64)>,
}

impl Opinions {
    /// Whether all say longer, or all shorter.
    #[must_use]
    pub fn agree(&self) -> bool {
        let longer = self.by_model.iter().filter(|(_, change)| *change > 0.0).count();
        longer == 0 || longer == self.by_model.len()
    }

    /// The least and the greatest change.
    #[must_use]
    pub fn spread(&self) -> (f64, f64) {
        let changes = self.by_model.iter().map(|(_, change)| *change);
        (changes.clone().fold(f64::INFINITY, f64::min), changes.fold(f64::NEG_INFINITY, f64::max))
    }
}

#[derive(Default)]
struct Table {
    muscles: Vec<&'static str>,
    models: Vec<&'static str>,
    fibres: Vec<Vec<f64>>,
    poses: Vec<Known>,
}

/// A pose the models know.
struct Known {
    name: &'static str,
    at: Vec<f64>,
    /// One row a model.
    lengths: Vec<Vec<f64>>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../../models/body/four_models.txt")));

fn table(text: &'static str) -> Table {
    let mut table = Table::default();
    let numbers = |words: &[&str]| words.iter().filter_map(|word| decimal(word)).collect::<Vec<f64>>();
    for line in text.lines() {
        let words: Vec<&'static str> = line.split_whitespace().collect();
        match words[..] {
            ["muscles", ref stems @ ..] => table.muscles = stems.to_vec(),
            ["model", name, ..] => table.models.push(name),
            ["fibres", ref fibres @ ..] => table.fibres.push(numbers(fibres)),
            ["pose", name, ref at @ ..] => {
                table.poses.push(Known { name, at: numbers(at), lengths: Vec::new() });
            }
            ["lengths", ref lengths @ ..] => {
                if let Some(pose) = table.poses.last_mut() {
                    pose.lengths.push(numbers(lengths));
                }
            }
            _ => {}
        }
    }
    table
}

/// What the models say about a muscle, where they cover the pose.
#[must_use]
pub fn opinions(model: &Model, structure: &Structure, side: Side, pose: &Pose) -> Option<Opinions> {
    let suffix = match side {
        Side::Right => "_r",
        Side::Left => "_l",
    };
    let bundles = &structure.bundles[usize::from(side == Side::Left)];
    let names = bundles.iter().filter_map(|id| muscles().muscles()[id.index()].name.strip_suffix(suffix));
    let rows: Vec<usize> =
        names.filter_map(|stem| TABLE.muscles.iter().position(|known| *known == stem)).collect();
    // Of a muscle of several bundles the models must have at least half; of the psoas all have the lower part.
    if rows.is_empty() || (!structure.series && 2 * rows.len() < bundles.len()) {
        return None;
    }
    let joints = ["hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle"];
    let crossed = joints.map(|name| {
        let coordinate = model.coordinate(&format!("{name}{suffix}"));
        let crosses =
            |id: &MuscleId| muscles().crossed(*id).iter().any(|crossed| Some(*crossed) == coordinate);
        bundles.iter().any(crosses).then(|| coordinate.map(|id| pose.value(model, id))).flatten()
    });
    let far = |known: &Known| {
        let gaps = known.at.iter().zip(&crossed).filter_map(|(at, here)| Some((at - (*here)?).abs()));
        gaps.fold(0.0, f64::max)
    };
    let (standing, others) = TABLE.poses.split_first()?;
    let nearest = others.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
    // Near standing there is no change for the models to agree on.
    if far(nearest) > NEAR || far(standing) < NEAR {
        return None;
    }
    let by_model = TABLE.models.iter().enumerate().map(|(i, name)| {
        let change =
            |row: &usize| (nearest.lengths[i][*row] - standing.lengths[i][*row]) / TABLE.fibres[i][*row];
        (*name, rows.iter().map(change).sum::<f64>() / rows.len() as f64)
    });
    Some(Opinions { pose: nearest.name, by_model: by_model.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::human;

    #[test]
    fn the_table_is_whole() {
        assert_eq!((TABLE.models.len(), TABLE.muscles.len(), TABLE.poses.len()), (4, 23, 17));
        assert!(
            TABLE.fibres.iter().all(|fibres| fibres.len() == 23 && fibres.iter().all(|fibre| *fibre > 0.0))
        );
        for Known { name, at, lengths } in &TABLE.poses {
            assert_eq!((at.len(), lengths.len()), (5, 4), "{name}");
            assert!(lengths.iter().all(|lengths| lengths.len() == 23), "{name}");
        }
        assert!(TABLE.muscles.iter().all(|stem| muscles().muscle(&format!("{stem}_r")).is_some()));
    }

    #[test]
    fn four_models_agree_on_the_figure_four_and_say_nothing_about_standing() {
        let model = human();
        let piriformis = muscles().structure("piriformis").unwrap();
        let angles = [("hip_flexion_l", 1.6), ("hip_adduction_l", -0.4), ("hip_rotation_l", -0.9)];
        let pose = Pose::of(model, angles).unwrap();
        let found = opinions(model, piriformis, Side::Left, &pose).unwrap();
        assert_eq!(found.pose, "supine_figure_four_R");
        assert!(found.agree() && found.spread().0 > 0.3, "{found:?}");
        assert_eq!(opinions(model, piriformis, Side::Right, &pose), None);
    }
}

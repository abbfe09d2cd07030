//! The names a clinician gives to joint angles, in degrees, and what they mean in the model.
//!
//! Key poses are written with these. Positive is what the name says (flexion, adduction, inward rotation of the
//! hip, dorsiflexion; `neck_flexion` bends the neck at its base, `head_nod` the head on the neck); `pelvis_tilt` is positive backwards, so 90 lies on the back and -90 face down; bending is
//! positive to the person's right, turning positive to the left. A name that is not given rests: zero, or the
//! slight angle at which an arm hangs. The ranges are those within which a key pose may be written, narrower than
//! the model's where the model allows more than a healthy adult.

use crate::model::CoordinateKind;
use crate::{Model, Pose};

/// One clinical name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClinicalName {
    /// The name; one of a side has `_right` and `_left`, given here without.
    pub name: &'static str,
    /// Whether it exists once for each side.
    pub sided: bool,
    /// The model's coordinate, without its `_r` or `_l`.
    pub coordinate: &'static str,
    /// How much of the model's coordinate one degree (or centimetre) is, in degrees (or centimetres).
    pub per_unit: f64,
    /// The least a key pose may write.
    pub min: f64,
    /// The most.
    pub max: f64,
    /// Where it is when a pose does not name it.
    pub rest: f64,
    /// How readily it gives way to a contact when a pose does not name it, in degrees or centimetres.
    pub give: f64,
}

const fn row(
    name: &'static str,
    sided: bool,
    coordinate: &'static str,
    per_unit: f64,
    range: (f64, f64),
    (rest, give): (f64, f64),
) -> ClinicalName {
    ClinicalName { name, sided, coordinate, per_unit, min: range.0, max: range.1, rest, give }
}

/// Sums of the coupler slopes of the five lumbar joints above L5/S1 and that joint itself, so that an angle of the
/// whole lumbar spine becomes the model's L5/S1 angle.
const WHOLE_FLEXION: f64 = 7.1429;
const WHOLE_BENDING: f64 = 10.781;
const WHOLE_ROTATION: f64 = 5.5625;

/// Every clinical name. Angles in degrees, names that end in `_cm` in centimetres.
pub const CLINICAL: [ClinicalName; 27] = [
    row("pelvis_tilt", false, "pelvis_tilt", 1.0, (-180.0, 180.0), (0.0, 5.0)),
    row("pelvis_list", false, "pelvis_list", 1.0, (-180.0, 180.0), (0.0, 5.0)),
    row("pelvis_rotation", false, "pelvis_rotation", 1.0, (-180.0, 180.0), (0.0, 5.0)),
    row("pelvis_forward_cm", false, "pelvis_tx", 1.0, (-200.0, 200.0), (0.0, 40.0)),
    row("pelvis_height_cm", false, "pelvis_ty", 1.0, (0.0, 150.0), (94.0, 60.0)),
    row("pelvis_right_cm", false, "pelvis_tz", 1.0, (-200.0, 200.0), (0.0, 40.0)),
    row("lumbar_flexion", false, "L5_S1_Flex_Ext", -1.0 / WHOLE_FLEXION, (-26.0, 80.0), (0.0, 4.0)),
    row("lumbar_bending", false, "L5_S1_Lat_Bending", 1.0 / WHOLE_BENDING, (-24.0, 24.0), (0.0, 3.0)),
    row("lumbar_rotation", false, "L5_S1_axial_rotation", 1.0 / WHOLE_ROTATION, (-60.0, 60.0), (0.0, 3.0)),
    row("neck_flexion", false, "cervical_flexion", -1.0, (-50.0, 50.0), (0.0, 8.0)),
    row("head_nod", false, "neck_flexion", -1.0, (-28.0, 28.0), (0.0, 5.0)),
    row("neck_bending", false, "neck_bending", 1.0, (-45.0, 45.0), (0.0, 4.0)),
    row("neck_rotation", false, "neck_rotation", 1.0, (-80.0, 80.0), (0.0, 4.0)),
    row("hip_flexion", true, "hip_flexion", 1.0, (-30.0, 140.0), (0.0, 12.0)),
    row("hip_adduction", true, "hip_adduction", 1.0, (-60.0, 30.0), (0.0, 6.0)),
    row("hip_rotation", true, "hip_rotation", 1.0, (-70.0, 40.0), (0.0, 6.0)),
    row("knee_flexion", true, "knee_angle", 1.0, (0.0, 155.0), (0.0, 12.0)),
    row("ankle_dorsiflexion", true, "ankle_angle", 1.0, (-60.0, 40.0), (0.0, 20.0)),
    row("heel_inversion", true, "subtalar_angle", 1.0, (-20.0, 20.0), (0.0, 5.0)),
    row("toe_extension", true, "mtp_angle", 1.0, (-30.0, 30.0), (0.0, 15.0)),
    row("shoulder_flexion", true, "arm_flex", 1.0, (-60.0, 180.0), (0.0, 35.0)),
    row("shoulder_abduction", true, "arm_add", -1.0, (-60.0, 115.0), (8.0, 20.0)),
    row("shoulder_rotation", true, "arm_rot", 1.0, (-90.0, 90.0), (0.0, 30.0)),
    row("elbow_flexion", true, "elbow_flex", 1.0, (0.0, 150.0), (10.0, 35.0)),
    row("forearm_pronation", true, "pro_sup", 1.0, (0.0, 119.0), (60.0, 30.0)),
    row("wrist_flexion", true, "wrist_flex", 1.0, (-80.0, 80.0), (0.0, 20.0)),
    row("wrist_deviation", true, "wrist_dev", 1.0, (-25.0, 35.0), (0.0, 6.0)),
];

/// Degrees to radians and centimetres to metres.
fn unit(kind: CoordinateKind) -> f64 {
    match kind {
        CoordinateKind::Rotation => core::f64::consts::PI / 180.0,
        CoordinateKind::Translation => 0.01,
    }
}

impl ClinicalName {
    /// So many degrees or centimetres of it in the model's own measure, without sign.
    pub(crate) fn in_model(&self, model: &Model, amount: f64) -> f64 {
        let suffix = if self.sided { "_r" } else { "" };
        let id = model.coordinate(&format!("{}{suffix}", self.coordinate));
        id.map_or(amount, |id| (amount * self.per_unit * unit(model.coordinates()[id.index()].kind)).abs())
    }

    /// The full names: one, or right and left.
    pub fn full_names(&self) -> impl Iterator<Item = String> {
        let sides: &[&str] = if self.sided { &["_right", "_left"] } else { &[""] };
        sides.iter().map(|side| format!("{}{side}", self.name))
    }

    /// The entry of a full name and the model's coordinate it stands for.
    #[must_use]
    pub fn find(full: &str) -> Option<(&'static Self, String)> {
        CLINICAL.iter().find_map(|entry| {
            let side = full.strip_prefix(entry.name)?;
            match (entry.sided, side) {
                (false, "") => Some((entry, entry.coordinate.to_owned())),
                (true, "_right") => Some((entry, format!("{}_r", entry.coordinate))),
                (true, "_left") => Some((entry, format!("{}_l", entry.coordinate))),
                _ => None,
            }
        })
    }
}

/// Every full clinical name.
pub fn clinical_names() -> impl Iterator<Item = String> {
    CLINICAL.iter().flat_map(ClinicalName::full_names)
}

/// A pose from clinical names; what is not named rests.
pub(crate) fn pose_of<'a>(model: &Model, named: impl IntoIterator<Item = (&'a str, f64)>) -> Pose {
    let mut pose = Pose::zero(model);
    let mut put = |full: &str, value: Option<f64>| {
        let Some((entry, coordinate)) = ClinicalName::find(full) else { return };
        let Some(id) = model.coordinate(&coordinate) else { return };
        let scale = entry.per_unit * unit(model.coordinates()[id.index()].kind);
        pose.clamp_set(model, id, value.unwrap_or(entry.rest) * scale);
    };
    for name in clinical_names() {
        put(&name, None);
    }
    for (name, value) in named {
        put(name, Some(value));
    }
    pose
}

/// The value of a clinical name in a pose, in degrees or centimetres.
#[must_use]
pub fn clinical_value(model: &Model, pose: &Pose, full: &str) -> Option<f64> {
    let (entry, coordinate) = ClinicalName::find(full)?;
    let id = model.coordinate(&coordinate)?;
    Some(pose.value(model, id) / (entry.per_unit * unit(model.coordinates()[id.index()].kind)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::human;

    #[test]
    fn every_name_means_a_coordinate_and_its_range_fits() {
        let model = human();
        for full in clinical_names() {
            let (entry, coordinate) = ClinicalName::find(&full).unwrap();
            let id = model.coordinate(&coordinate).unwrap_or_else(|| panic!("{full}: {coordinate}"));
            let known = &model.coordinates()[id.index()];
            let scale = entry.per_unit * unit(known.kind);
            for end in [entry.min, entry.max, entry.rest] {
                let value = end * scale;
                let slack = 0.002;
                assert!(
                    value >= known.min - slack && value <= known.max + slack,
                    "{full} {end}: {value} in {known:?}"
                );
                let pose = pose_of(model, [(full.as_str(), end)]);
                let back = clinical_value(model, &pose, &full).unwrap();
                assert!((back - end).abs() < 0.15, "{full}: {back} is not {end}");
            }
        }
    }

    #[test]
    fn whole_spine_angles_are_the_sum_of_their_joints() {
        let model = human();
        let pose =
            pose_of(model, [("lumbar_flexion", 40.0), ("lumbar_bending", 15.0), ("lumbar_rotation", 20.0)]);
        let sum = |ending: &str| -> f64 {
            let joints = ["L5_S1", "L4_L5", "L3_L4", "L2_L3", "L1_L2", "L1_T12"];
            joints
                .iter()
                .map(|joint| pose.get(model, &format!("{joint}_{ending}")).unwrap().to_degrees())
                .sum()
        };
        assert!((sum("Flex_Ext") + 40.0).abs() < 1e-9);
        assert!((sum("Lat_Bending") - 15.0).abs() < 1e-9);
        assert!((sum("axial_rotation") - 20.0).abs() < 1e-9);
    }
}

//! What is put together from single muscles, and the muscles this project ships.

use std::sync::LazyLock;

use super::answer::{Measured, NotValid};
use super::builder::{MuscleId, Musculature};
use super::read;
use crate::{Model, human};

static MUSCLES: LazyLock<Musculature> =
    LazyLock::new(|| match read(human(), include_str!("../../../../models/body/muscles.txt")) {
        Ok(muscles) => muscles,
        Err(error) => unreachable!("the built-in muscles are read by a test before they ship: {error}"),
    });

/// The muscles of the human body of this project.
#[must_use]
pub fn muscles() -> &'static Musculature {
    &MUSCLES
}

/// How much longer the psoas is than in another pose, in metres, from one vertebra to the thigh.
///
/// The source splits the psoas in two that never meet: bundles from the vertebrae to the brim of the pelvis
/// (`Ps_...`), and a part from the brim to the thigh (`psoas_r`). Only their sum is the muscle people have; its
/// stretch along the pelvis never changes, so the change is the sum of the two changes. `bundle` is the upper part.
///
/// # Errors
/// [`NotValid`] where one of the two paths is no anatomy in one of the poses.
pub fn psoas_change(
    here: &Measured<'_>,
    there: &Measured<'_>,
    bundle: MuscleId,
    lower: MuscleId,
) -> Result<f64, NotValid> {
    let upper = here.length(bundle)? - there.length(bundle)?;
    Ok(upper + here.length(lower)? - there.length(lower)?)
}

/// How a muscle pulls on the tilt of the pelvis between fixed trunk and thighs, in metres a radian, positive where
/// it tends to tip the pelvis forwards.
///
/// No muscle crosses the joint between ground and pelvis, so `pelvis_tilt` itself has no moment arm. Tipping the
/// pelvis forwards while trunk and thighs stay bends both hips and extends the low back by the same angle; the
/// sacrum's coordinate carries the whole low back at `whole_back` times its own angle.
///
/// # Errors
/// [`NotValid`] where the path is no anatomy.
pub fn by_pelvic_tilt(model: &Model, found: &Measured<'_>, muscle: MuscleId) -> Result<f64, NotValid> {
    let arm = |name: &str| model.coordinate(name).map_or(Ok(0.0), |id| found.moment_arm(muscle, id));
    let whole_back: f64 = 1.0 + coupled_slopes(model, "L5_S1_Flex_Ext");
    Ok(arm("hip_flexion_r")? + arm("hip_flexion_l")? + arm("L5_S1_Flex_Ext")? / whole_back)
}

/// How much the vertebrae above turn with one coordinate of the sacrum, together.
fn coupled_slopes(model: &Model, name: &str) -> f64 {
    let follows = model.coordinate(name);
    let spine = model.coordinates().iter().filter(|coordinate| coordinate.name.starts_with('L'));
    spine.filter_map(|c| c.coupling).filter(|c| Some(c.follows) == follows).map(|c| c.slope).sum()
}

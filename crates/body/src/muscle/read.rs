//! Reads muscles from their plain line format.
//!
//! A line is a word and its arguments, parted by spaces; `#` starts a remark. Lengths in metres, angles in radians.
//!
//! | line | meaning |
//! | --- | --- |
//! | `format 1` | the version, first of all |
//! | `source`, `licence`, `cite`, `change` and text | where the numbers come from |
//! | `left_out NAME WHY` | a muscle of the source that is not here, and why |
//! | `structure NAME STEM STEM ...` | a muscle as people name it; a stem stands for `STEM_r` and `STEM_l` |
//! | `series NAME LOWER UPPER UPPER ...` | such a muscle whose bundles all go on in the first one |
//! | `cylinder NAME BODY TX TY TZ RX RY RZ RADIUS` | shift and body-fixed X, Y, Z turns; its axis is Z |
//! | `muscle NAME FIBRE` | opens a muscle with its optimal fibre length; what follows belongs to it |
//! | `point BODY X Y Z` | the next point of its path |
//! | `wrap CYLINDER AFTER SIDE` | around a cylinder between point `AFTER` (from 1) and the next; `SIDE` 1 turns from X to Y; a second line for the same gap is the next cylinder on the way |
//! | `valid COORDINATE MIN MAX WHY` | outside, the path is no anatomy any more |

use counterpose_quantity::decimal;

use super::builder::{CylinderPlan, MusclePlan, Plans, WrapPlan};
use super::{MuscleError, Musculature};
use crate::format::FormatError;
use crate::nearest::hint;
use crate::{Model, Rotation, Transform, Vector};

const WORDS: [&str; 13] = [
    "format",
    "source",
    "licence",
    "cite",
    "change",
    "left_out",
    "structure",
    "series",
    "cylinder",
    "muscle",
    "point",
    "wrap",
    "valid",
];

/// Reads the muscles of a model.
///
/// # Errors
/// Where a line is not understood, or what it says does not fit the model.
pub fn read(model: &Model, text: &str) -> Result<Musculature, FormatError> {
    let mut plans = Plans::default();
    let mut started = false;
    for (index, full) in text.lines().enumerate() {
        let line = full.split('#').next().unwrap_or_default().trim();
        let fail = |problem: String| FormatError::Line { line: index + 1, problem };
        if line.is_empty() {
            continue;
        }
        if !started {
            if line != "format 1" {
                return Err(fail("muscles start with `format 1`".to_owned()));
            }
            started = true;
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        read_line(&mut plans, &words, line).map_err(fail)?;
    }
    if !started {
        return Err(FormatError::Line { line: 1, problem: "muscles start with `format 1`".to_owned() });
    }
    plans.finish(model).map_err(|error: MuscleError| FormatError::Muscles(error.to_string()))
}

fn read_line(plans: &mut Plans, words: &[&str], line: &str) -> Result<(), String> {
    match words {
        ["source" | "licence" | "cite" | "change", ..] => plans.notice.push(line.to_owned()),
        ["left_out", name, why @ ..] if !why.is_empty() => {
            plans.left_out.push(((*name).to_owned(), why.join(" ")));
        }
        ["structure", name, stems @ ..] if !stems.is_empty() => {
            plans
                .structures
                .push(((*name).to_owned(), stems.iter().map(|stem| (*stem).to_owned()).collect()));
        }
        ["series", name, lower, upper @ ..] if !upper.is_empty() => {
            plans.series.push((*name).to_owned());
            let stems = [lower].into_iter().chain(upper).map(|stem| (*stem).to_owned()).collect();
            plans.structures.push(((*name).to_owned(), stems));
        }
        ["cylinder", name, body, numbers @ ..] if numbers.len() == 7 => {
            let n = numbers.iter().map(|text| number(text)).collect::<Result<Vec<_>, _>>()?;
            let rotation = Rotation::body_fixed_xyz(Vector::new(n[3], n[4], n[5]));
            plans.cylinders.push(CylinderPlan {
                name: (*name).to_owned(),
                body: (*body).to_owned(),
                body_from_cylinder: Transform { rotation, translation: Vector::new(n[0], n[1], n[2]) },
                radius: n[6],
            });
        }
        ["muscle", name, fibre] => {
            let optimal_fibre_m = number(fibre)?;
            plans.muscles.push(MusclePlan {
                name: (*name).to_owned(),
                optimal_fibre_m,
                ..MusclePlan::default()
            });
        }
        ["point", body, x, y, z] => {
            let at = Vector::new(number(x)?, number(y)?, number(z)?);
            open(plans)?.points.push(((*body).to_owned(), at));
        }
        ["wrap", cylinder, after, side] => {
            let after: usize =
                after.parse().map_err(|_| format!("`{after}` is not the number of a point"))?;
            let side = match *side {
                "1" => 1.0,
                "-1" => -1.0,
                other => return Err(format!("a side is 1 or -1, not `{other}`")),
            };
            open(plans)?.wraps.push(WrapPlan { cylinder: (*cylinder).to_owned(), after, side });
        }
        ["valid", coordinate, min, max, why @ ..] if !why.is_empty() => {
            let limit = ((*coordinate).to_owned(), number(min)?, number(max)?, why.join(" "));
            open(plans)?.limits.push(limit);
        }
        ["format", ..] => return Err("`format` stands only at the start".to_owned()),
        [
            word @ ("left_out" | "structure" | "series" | "cylinder" | "muscle" | "point" | "wrap" | "valid"),
            ..,
        ] => {
            return Err(format!("`{word}` has too few or too many arguments"));
        }
        [other, ..] => return Err(format!("`{other}` is no line of a muscle file{}", hint(other, WORDS))),
        [] => {}
    }
    Ok(())
}

fn open(plans: &mut Plans) -> Result<&mut MusclePlan, String> {
    plans.muscles.last_mut().ok_or_else(|| "this line belongs under a `muscle`".to_owned())
}

fn number(text: &str) -> Result<f64, String> {
    decimal(text).ok_or_else(|| format!("`{text}` is not a finite number of at most 19 digits"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::human;

    fn problem(text: &str) -> String {
        read(human(), text).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_or_its_muscle() {
        assert!(problem("").contains("format 1"));
        assert_eq!(
            problem("format 1\nmuscel a 1"),
            "line 2: `muscel` is no line of a muscle file, did you mean `muscle`?"
        );
        assert!(problem("format 1\npoint pelvis 0 0 0").contains("belongs under a `muscle`"));
        assert!(problem("format 1\nmuscle a nan").contains("not a finite number"));
        let muscle = "format 1\nmuscle a 0.1\npoint pelvis 0 0 0\n";
        assert!(problem(muscle).contains("two points"));
        assert!(problem(&format!("{muscle}point pelvis 1 0 0")).contains("crosses no joint"));
        assert!(problem(&format!("{muscle}point femur 1 0 0")).contains("femur_r"));
        let crossing = format!("{muscle}point femur_r 1 0 0\n");
        assert!(problem(&format!("{crossing}wrap c 1 1")).contains("cylinder `c`"));
        assert!(problem(&format!("{crossing}wrap c 1 2")).contains("1 or -1"));
        assert!(problem(&format!("{crossing}valid hip_flexion_r 1 0 why")).contains("no range"));
        assert!(problem(&format!("{crossing}valid knee_angle_r_beta 0 1 why")).contains("follows"));
        assert!(problem(&format!("{crossing}{}", &crossing[9..])).contains("twice"));
        assert!(problem(&format!("{crossing}structure s b")).contains("`b`"));
        let cylinder = "cylinder c femur_r 0 0 0 0 0 0";
        assert!(problem(&format!("{crossing}{cylinder} 0")).contains("radius"));
        assert!(problem(&format!("{crossing}{cylinder} 0.1\nwrap c 2 1")).contains("no gap"));
        assert!(read(human(), &format!("{crossing}{cylinder} 0.1\nwrap c 1 1")).is_ok());
    }
}

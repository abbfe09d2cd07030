//! Reads a model from its plain line format.
//!
//! A line is a word and its arguments, parted by spaces; `#` starts a remark. Lengths in metres, angles in radians.
//!
//! | line | meaning |
//! | --- | --- |
//! | `format 1` | the version, first of all |
//! | `source`, `licence`, `cite`, `change` and text | where the numbers come from |
//! | `coordinate NAME rotation\|translation MIN MAX` | an independent coordinate |
//! | `coupled NAME FOLLOWS SLOPE OFFSET` | a coordinate that follows another |
//! | `joint NAME PARENT CHILD` | opens a joint; what follows belongs to it |
//! | `parent TX TY TZ RX RY RZ` | joint frame in the parent (shift, then body-fixed X, Y, Z turns) |
//! | `child TX TY TZ RX RY RZ` | joint frame in the child |
//! | `turn AX AY AZ FUNCTION` | a turn about an axis, carried along by the turns before it |
//! | `shift AX AY AZ FUNCTION` | a shift along an axis of the joint frame |
//!
//! `FUNCTION` is `constant V`, `linear COORDINATE SLOPE OFFSET` or `spline COORDINATE X:Y X:Y ...`. It writes
//! nothing; the file is edited by hand or converted by whoever brings a new model.

use counterpose_quantity::decimal;

use crate::model::{AxisFunction, Builder, CoordinateKind, JointPlan};
use crate::nearest::hint;
use crate::{Model, ModelError, Rotation, Spline, Transform, Vector};

/// Why a model file could not be read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// A line does not say what it should.
    #[error("line {line}: {problem}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong and what would be right.
        problem: String,
    },
    /// The lines are fine, the model is not.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The lines are fine, the muscles are not.
    #[error("{0}")]
    Muscles(String),
}

const WORDS: [&str; 11] = [
    "format",
    "source",
    "licence",
    "cite",
    "change",
    "coordinate",
    "coupled",
    "joint",
    "parent",
    "child",
    "turn",
];

/// Reads a model.
///
/// # Errors
/// Where a line is not understood or the model does not hold together.
pub fn parse(text: &str) -> Result<Model, FormatError> {
    let mut builder = Builder::default();
    let mut started = false;
    for (index, full) in text.lines().enumerate() {
        let line = full.split('#').next().unwrap_or_default().trim();
        let mut words = line.split_whitespace();
        let Some(word) = words.next() else { continue };
        let fail = |problem: String| FormatError::Line { line: index + 1, problem };
        if !started {
            if line != "format 1" {
                return Err(fail("a model starts with `format 1`".to_owned()));
            }
            started = true;
            continue;
        }
        let rest: Vec<&str> = words.collect();
        read_line(&mut builder, word, &rest, line).map_err(fail)?;
    }
    if !started {
        return Err(FormatError::Line { line: 1, problem: "a model starts with `format 1`".to_owned() });
    }
    Ok(builder.finish()?)
}

fn read_line(builder: &mut Builder, word: &str, rest: &[&str], line: &str) -> Result<(), String> {
    match word {
        "source" | "licence" | "cite" | "change" => builder.notice.push(line.to_owned()),
        "coordinate" => {
            let [name, kind, min, max] = fixed(rest, "coordinate NAME rotation|translation MIN MAX")?;
            let kind = match kind {
                "rotation" => CoordinateKind::Rotation,
                "translation" => CoordinateKind::Translation,
                other => return Err(format!("`{other}` is neither rotation nor translation")),
            };
            builder.coordinates.push((name.to_owned(), kind, number(min)?, number(max)?));
        }
        "coupled" => {
            let [name, follows, slope, offset] = fixed(rest, "coupled NAME FOLLOWS SLOPE OFFSET")?;
            let (slope, offset) = (number(slope)?, number(offset)?);
            builder.couplings.push((name.to_owned(), follows.to_owned(), slope, offset));
        }
        "joint" => {
            let [name, parent, child] = fixed(rest, "joint NAME PARENT CHILD")?;
            let (name, parent, child) = (name.to_owned(), parent.to_owned(), child.to_owned());
            builder.joints.push(JointPlan { name, parent, child, ..JointPlan::default() });
        }
        "parent" => open_joint(builder)?.parent_from_joint = offset_frame(rest)?,
        "child" => open_joint(builder)?.child_from_joint = offset_frame(rest)?,
        "turn" | "shift" => {
            let (axis, function) = axis_function(rest)?;
            let joint = open_joint(builder)?;
            let list = if word == "turn" { &mut joint.turns } else { &mut joint.shifts };
            if list.len() == 3 {
                return Err(format!("a joint has at most three lines `{word}`"));
            }
            list.push((axis, function));
        }
        "format" => return Err("`format` stands only at the start".to_owned()),
        other => return Err(format!("`{other}` is no line of a model{}", hint(other, WORDS))),
    }
    Ok(())
}

fn open_joint(builder: &mut Builder) -> Result<&mut JointPlan, String> {
    builder.joints.last_mut().ok_or_else(|| "this line belongs under a `joint`".to_owned())
}

fn fixed<'a, const N: usize>(rest: &[&'a str], shape: &str) -> Result<[&'a str; N], String> {
    rest.try_into().map_err(|_| format!("expected `{shape}`, found {} arguments", rest.len()))
}

fn number(text: &str) -> Result<f64, String> {
    decimal(text).ok_or_else(|| format!("`{text}` is not a finite number of at most 19 digits"))
}

fn vector(words: &[&str]) -> Result<Vector, String> {
    let [x, y, z] = fixed(words, "X Y Z")?;
    Ok(Vector::new(number(x)?, number(y)?, number(z)?))
}

fn offset_frame(rest: &[&str]) -> Result<Transform, String> {
    if rest.len() != 6 {
        return Err(format!("expected `TX TY TZ RX RY RZ`, found {} arguments", rest.len()));
    }
    let (shift, turn) = rest.split_at(3);
    Ok(Transform { rotation: Rotation::body_fixed_xyz(vector(turn)?), translation: vector(shift)? })
}

fn axis_function(rest: &[&str]) -> Result<(Vector, AxisFunction), String> {
    let (Some(axis), Some(kind)) = (rest.get(..3), rest.get(3)) else {
        return Err("expected `AX AY AZ FUNCTION`".to_owned());
    };
    let arguments = rest.get(4..).unwrap_or_default();
    let function = match *kind {
        "constant" => {
            let [value] = fixed(arguments, "constant V")?;
            AxisFunction::Constant(number(value)?)
        }
        "linear" => {
            let [coordinate, slope, offset] = fixed(arguments, "linear COORDINATE SLOPE OFFSET")?;
            let (slope, offset) = (number(slope)?, number(offset)?);
            AxisFunction::Linear { coordinate: coordinate.to_owned(), slope, offset }
        }
        "spline" => {
            let [coordinate, knots @ ..] = arguments else {
                return Err("expected `spline COORDINATE X:Y X:Y ...`".to_owned());
            };
            let points = knots.iter().map(|knot| knot_at(knot)).collect::<Result<Vec<_>, _>>()?;
            let spline = Spline::through(&points)
                .ok_or_else(|| "a spline needs four knots or more with rising X".to_owned())?;
            AxisFunction::Spline { coordinate: (*coordinate).to_owned(), spline }
        }
        other => {
            let hint = hint(other, ["constant", "linear", "spline"]);
            return Err(format!("`{other}` is no function{hint}"));
        }
    };
    Ok((vector(axis)?, function))
}

fn knot_at(text: &str) -> Result<(f64, f64), String> {
    let (x, y) = text.split_once(':').ok_or_else(|| format!("expected a knot X:Y, found `{text}`"))?;
    Ok((number(x)?, number(y)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert!(problem("").contains("format 1"));
        assert!(problem("format 2").contains("line 1"));
        assert_eq!(
            problem("format 1\njiont a ground b"),
            "line 2: `jiont` is no line of a model, did you mean `joint`?"
        );
        assert!(problem("format 1\nturn 1 0 0 constant 0").contains("belongs under a `joint`"));
        assert!(problem("format 1\ncoordinate q rotation 0 inf").contains("not a finite number"));
        assert!(problem("format 1\ncoordinate q rotation 1 0").contains("no range"));
        let joint = "format 1\njoint a ground b\n";
        assert!(problem(&format!("{joint}turn 1 0 0 linear q 1 0")).contains("coordinate `q`"));
        assert!(problem(&format!("{joint}turn 0 0 0 constant 1")).contains("no direction"));
        assert!(problem(&format!("{joint}joint c ground b")).contains("twice"));
        assert!(problem("format 1\njoint a c b\njoint d b c").contains("never reaches the ground"));
        assert!(problem("format 1\njoint a nowhere b").contains("nowhere"));
    }

    #[test]
    fn a_coupler_cannot_follow_a_coupler() {
        let text = "format 1\ncoordinate a rotation 0 1\ncoupled b a 2 0\ncoupled c b 2 0";
        assert!(problem(text).contains("follows a coupled coordinate"));
    }
}

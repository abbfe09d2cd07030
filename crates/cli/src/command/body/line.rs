//! A pose as a line of JSON: `{"id", "coordinates": {name: radians or metres}}`.

use counterpose_body::{Pose, PoseError, human};
use serde::Serialize;
use serde_json::{Map, Value};

/// How far a given dependent coordinate may be from what it follows, in radians.
const AGREES: f64 = 1e-6;

/// What is wrong with a line, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{}{message}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct LineError {
    /// What is wrong and what would be right.
    pub message: String,
    /// Where, as keys parted by dots; empty for the whole line.
    pub path: String,
}

fn refuse(path: &str, message: impl Into<String>) -> LineError {
    LineError { message: message.into(), path: path.to_owned() }
}

/// Reads one pose. Coordinates that are not named are zero; dependent ones are worked out, and where one is named
/// it must agree.
///
/// # Errors
/// Where the line is no JSON object of that shape, or a coordinate is unknown or out of its range.
pub fn read(text: &str) -> Result<(Value, Pose), LineError> {
    let value: Value = serde_json::from_str(text).map_err(|error| refuse("", error.to_string()))?;
    let Value::Object(mut fields) = value else {
        return Err(refuse("", "a pose is an object: {\"id\", \"coordinates\": {name: radians}}"));
    };
    let id = fields.remove("id").unwrap_or(Value::Null);
    let coordinates = match fields.remove("coordinates") {
        None => Map::new(),
        Some(Value::Object(coordinates)) => coordinates,
        Some(_) => return Err(refuse("coordinates", "must be an object of names and numbers")),
    };
    if let Some(other) = fields.keys().next() {
        return Err(refuse(other, format!("unknown key `{other}`: a pose has `id` and `coordinates`")));
    }
    let model = human();
    let mut pose = Pose::zero(model);
    let mut dependent = Vec::new();
    for (name, value) in &coordinates {
        let path = format!("coordinates.{name}");
        let Some(value) = value.as_f64() else {
            return Err(refuse(&path, "must be a number, in radians or metres"));
        };
        match pose.set(model, name, value) {
            Ok(()) => {}
            Err(PoseError::Coupled { follows, .. }) => dependent.push((name, path, value, follows)),
            Err(error) => return Err(refuse(&path, error.to_string())),
        }
    }
    for (name, path, value, follows) in dependent {
        let solved = pose.get(model, name).unwrap_or(value);
        if (solved - value).abs() > AGREES {
            let message =
                format!("`{name}` follows `{follows}`, which makes it {solved}, not {value}: leave it out");
            return Err(refuse(&path, message));
        }
    }
    Ok((id, pose))
}

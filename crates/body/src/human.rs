//! The model this project ships, read once.
//!
//! The data file travels inside the program; where its numbers come from stands in the file and in
//! [`Model::notice`]. Another model can be read with [`crate::parse`].

use std::sync::LazyLock;

use crate::{Model, parse};

static HUMAN: LazyLock<Model> =
    LazyLock::new(|| match parse(include_str!("../../../models/body/skeleton.txt")) {
        Ok(model) => model,
        Err(error) => unreachable!("the built-in model is read by a test before it ships: {error}"),
    });

/// The human body of this project.
#[must_use]
pub fn human() -> &'static Model {
    &HUMAN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_model_reads_and_names_its_source() {
        let model = human();
        assert_eq!(model.joints().len(), 31);
        assert_eq!(model.coordinates().len(), 63);
        let notice = model.notice().join("\n");
        for part in ["Pose2Sim", "BSD-3-Clause", "Rajagopal", "Christophy", "Beaucage-Gauvreau", "Delp"] {
            assert!(notice.contains(part), "{part}");
        }
    }
}

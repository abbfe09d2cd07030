//! Pictures: the human figure of every pose, drawn from the body model, and charts, as deterministic, labelled SVG.
//!
//! A [`Stage`] puts the key poses of one exercise in place once; [`Stage::scene`] is one moment of the movement
//! between two of them, cheap enough for every frame of a session; [`pose_svg`] draws it. The string is the same to
//! the byte on every target. No style attribute anywhere: colours are classes (rules in [`CSS`]) over presentation
//! attributes, so that a picture also looks right alone. What this crate does not do: decide which pose is shown, or
//! move by itself; or say what a difference in a chart means.

mod arrow;
mod body;
mod camera;
mod chart;
mod muscles;
mod order;
mod outline;
mod path;
mod props;
mod scene;
mod solid;
mod style;
mod svg;
mod turn;
mod words;

pub use chart::{Band, Bars, Days, Look, Mark, Phase, Series, bars_svg, days_svg};
pub use scene::{Scene, Stage};
pub use style::CSS;
pub use svg::{Labels, pose_svg};
pub use turn::{STEPS, Turn};
pub use words::{Phrase, Sides, sentence};

//! Deterministic, labelled SVG: body figures and charts, each with title, description and table

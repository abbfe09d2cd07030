//! The library as data: exercises, habits, sources, key poses and texts, compiled at build and decoded here.
//!
//! Clinicians edit files, engineers edit rules. The build script reads `content/` at the root of the repository,
//! checks its shape and writes one compact blob, so that the browser carries no parser.

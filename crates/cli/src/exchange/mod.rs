//! A journal in forms that other programs read: a table (CSV) and health records (FHIR R4).
//!
//! Neither can be taken in again: for that there is the JSON file. What this module does not do: decide anything, or
//! name a code that is not sure; what has no sure code gets one of our own.

pub mod csv;
pub mod fact;
pub mod fhir;
mod plan;
mod questionnaire;
#[cfg(test)]
mod tests;

//! Whole journeys through the client, tapped on its view models, with a journal in memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod accounts;
mod days;
mod diary;
mod first_visit;
mod handout;
mod knowing;
mod language;
mod laws;
mod offline;
mod person;
mod reminders;
mod resume;
mod selftests;
mod sixty;
mod trying;
mod wishing;
mod words;

//! The client without a screen: state, actions, effects, and view models in words.
//!
//! `Client::update` takes what happened and the moment it happened, and answers with what the shell should do;
//! `Client::view` says what the screen shows. State is a fold over the journal, so a reload shows the same page.
//! What this crate does not do: touch a clock, a network, a disk, a screen or a sound. The browser shell does.

pub mod account;
pub mod action;
pub mod client;
pub mod effect;
mod flow;
pub mod keeper;
pub mod moment;
mod pages;
pub mod player;
pub mod route;
pub mod sync;
pub mod view;
mod words;

pub use action::Action;
pub use client::{Client, Setup};
pub use effect::Effect;
pub use moment::Moment;
pub use route::Route;

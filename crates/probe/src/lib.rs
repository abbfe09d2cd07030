//! Runs the core's digest and the storage contract inside a real browser; never shipped

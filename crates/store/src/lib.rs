//! SQLite behind the journal's storage port

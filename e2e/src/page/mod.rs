//! The pages of the app as a person finds them: one module a page, its words in one place.

//! Behaviour that a user sees, in one test binary.

mod rule_pages;

//! The one integration test binary: what a user sees of the library and the program.

mod damage;
mod findings;
mod grammar;
mod rule_pages;
mod support;
mod yaml;

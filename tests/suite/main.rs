//! The one integration test binary: what a user sees of the library and the program.

mod cli;
mod damage;
mod grammar;
mod hostile;
mod print;
mod properties;
mod rule_pages;
mod support;
mod yaml;

//! The one integration test binary: what a user sees of the library and the program.

mod cli;
mod corpus;
mod damage;
mod examples;
mod findings;
mod grammar;
mod hostile;
mod house;
mod library;
mod print;
mod properties;
mod readme;
mod recovery;
mod rule_pages;
mod support;
mod yaml;

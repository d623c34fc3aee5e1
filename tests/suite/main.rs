//! The one integration test binary: what a user sees of the library and the program.

mod alarms;
mod baseline;
mod cli;
mod contract;
mod corpus;
mod damage;
mod drawn;
mod examples;
mod findings;
mod fix;
mod flow;
mod grammar;
mod hostile;
mod house;
mod library;
mod office;
mod print;
mod properties;
mod readme;
mod recovery;
mod report;
mod rule_pages;
mod support;
mod time;
mod wild;
mod yaml;

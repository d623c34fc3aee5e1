//! The procedure table: where it begins and ends, what its columns hold, and its rows as steps.

mod columns;
mod copies;
mod find;
mod fit;
mod halves;
mod header;
mod merged;
mod pages;
pub(super) mod prose;
mod rejoin;
mod row;
mod steps;
mod titles;

pub(super) use columns::Columns;
pub(super) use find::{Found, Table, find, number_of};
pub(super) use pages::refit;
pub(super) use steps::{Lanes, Procedure, fill, is_dash};

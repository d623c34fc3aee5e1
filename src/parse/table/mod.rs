//! The procedure table: where it begins and ends, what its columns hold, and its rows as steps.

mod columns;
mod find;
mod numbers;
pub(super) mod prose;
mod regrid;
mod rejoin;
mod row;
mod steps;

pub(super) use columns::Columns;
pub(super) use find::{Table, find};
pub(super) use regrid::regrid;
pub(super) use steps::{Lanes, fill, is_dash};

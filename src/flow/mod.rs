//! The flow of an SOP as a graph of cells, and what can be asked of it. Every answer takes time linear in the arrows.
//!
//! # What the arrows mean
//!
//! A piece of work, the *token* of the theory, begins at the first cell. At each cell whoever is responsible takes one way on:
//!
//! - a decision takes `ya` or `tidak` (or the way that follows where one of them is not written);
//! - a cell whose `lanjut` is a list hands its work on to all of them, and they work *in parallel*;
//! - `selesai`, the capsule or the word, ends the piece that gets there, and that piece alone.
//!
//! The form has no sign for a join, so a join is read where parallel work meets: a cell waits for all work that is sure to
//! come to it, and goes on once for all of them. What may or may not come is not waited for. An arrow from a parallel stretch
//! back to the cell where it parts, or to one above it in the table, begins the whole stretch anew. And branches that can
//! never meet each have their own end, as when a letter is handed over and filed at once.
//!
//! This is the reading under which the fewest charts are wrong. Two things are wrong even so ([`parallel`]):
//!
//! - from some state not all work can come to an end, though each piece by itself has a way there: a `lanjut` that hands work on
//!   *and* back does so for ever;
//! - two parallel pieces that can meet can also both end without having met, so that one is left behind, waited for by nobody.
//!
//! Both are tested against an exploration of all states of thousands of small charts.

mod graph;
mod loops;
mod parallel;
pub mod process;
mod reach;

pub use graph::{Arrow, Graph};
pub use loops::{components, cycle_through};
pub use parallel::{Parting, finishing, partings};
pub use reach::{path, reached_from_start, reaches, reaching_an_end};

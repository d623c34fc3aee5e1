//! How long an SOP takes: what its rows say, summed up along the ways through its flow, and held against what it promises.
//!
//! # How it is counted
//!
//! Time is working time, in thousandths of a second, so that nothing is rounded. A day, week and month have the length that the
//! office sets ([`WorkingTime`](crate::model::WorkingTime)); a quarter is three months, a semester six, a year twelve. Minutes and
//! hours are work. A calendar day is the share of a working day that the week leaves it (five of seven), and `3x24 jam` says
//! calendar days. Of a range both ends are kept; `maks.` and `±` count as the number beside them. What cannot be measured, or
//! is counted per document or person, is left out and named, never guessed.
//!
//! A time that stands in one cell over several rows counts once in every sum that any of them is in. A row counts once, also where it has several cells or is come to again. Ways ([`Ways`]):
//!
//! - *fastest*: each decision goes the way that takes least, by the lower ends of ranges;
//! - *slowest*: each goes the way that takes longest, by the upper ends, without ever going back to a cell passed before. It is
//!   the longest way without loops; an arrow that goes back is taken zero times;
//! - *with returns*: the slowest way, and the stretch before each arrow that goes back from it to it, once more.
//!
//! Of parallel branches the one that takes longest counts, for the others are done meanwhile. All of it is linear in the arrows.

mod account;
mod effort;
mod printed;
mod promise;
mod rows;
mod sums;
mod ways;

pub use account::Account;
pub use effort::{Effort, effort, effort_in_words};
pub use printed::{PrintedTotal, printed_totals};
pub use promise::{Promise, PromisedIn, promises};
pub use rows::{LeftOut, RowTime, row_times};
pub use sums::{ActorTime, Sum, of_actors, sum_of};
pub use ways::{Return, Way, Ways, ways};

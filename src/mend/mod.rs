//! Findings that know how they are mended → a mended text. Pure: text in, text out.
//!
//! A rule says what is to be changed in terms of values ([`Change`](crate::diagnostic::Change)). [`resolve()`] turns that into edits
//! of our own YAML or JSON, which touch nothing but those values: quotes, block scalars, comments and order stay. [`mend`]
//! applies them round by round and keeps only what reads back and adds no finding.
//!
//! The ledger (`konversi.tinjau`) tells how the *conversion* came by a value, and stays true: an entry moves with its step or
//! list item, goes with the item that is taken out, and says `diperbaiki` where a text that could not be read was replaced.
//! No entry is added: what a fix changes is seen in the difference, not in the document.

mod ledger;
mod list;
mod references;
mod resolve;
mod reword;
mod rounds;
mod scalar;
mod site;

pub use resolve::resolve;
pub use reword::reworded;
pub use rounds::{Mended, applied, mend};

//! What an editor asks → what it shows: the language server, without its streams.
//!
//! A [`Session`] takes the messages of the editor and gives back the answers; it never touches a file. What the program finds in a
//! text is asked of a [`Bench`], which the command line lays out: the same reading, rules, settings and fixes as those of `sop check`.
//!
//! A document is looked at as it is typed. While it cannot be read, what was read of it last still serves ([`Document`]): its places
//! are moved past what was typed since. What can be written at a place is told from the text itself ([`Whereabouts`]).

mod address;
mod bench;
mod client;
mod completion;
mod diagnostics;
mod document;
mod fixes;
mod hover;
mod keys;
mod lens;
mod mentions;
mod outline;
mod rename;
mod session;
mod shift;
mod steps;
mod values;
mod whereabouts;

pub use bench::{Bench, Examination, Examined, Sheet, Unreadable};
pub use session::{Ending, Session};

use document::Document;
use whereabouts::Whereabouts;

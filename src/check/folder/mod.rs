//! What the rules about a whole folder look at: not the SOPs, of which there may be ten thousand, but a [`Card`] of each.
//!
//! A card keeps what is compared and where it stands, and no text beyond the names that a message quotes: one to three
//! kilobytes for an SOP of ten steps. [`Library`] is the cards with their indexes, made once; every question that a rule asks of
//! it is a look into an index, so that the work grows with the number of SOPs and not with its square.

mod card;
mod findings;
mod keys;
mod library;
mod names;
mod relations;
mod repeats;
mod spot;

pub use card::{Basis, Card, Caution, Entry, Kind, OfficeName, Outdated, Paper, SopName, SopNumbered};
pub use findings::{FolderFinding, FolderFindings};
pub use keys::{Tokens, is_telling_number, near_spellings, same_but_for_one_letter, title_key};
pub use library::{Group, Library};
pub use names::{Match, NameIndex};
pub use relations::Relation;
pub use repeats::Repeats;
pub use spot::{Spot, Where};

//! What an office has decided: the text of its `sop.toml` → which rules look at a file, how grave they are, under which settings.
//!
//! Four voices are heard, the later ones above the earlier: what is built in, the profile, the file, the command line. Every
//! value keeps whose it is ([`Voice`]), so that `sop config` can say where it comes from. Nothing here looks for files.

mod error;
mod file;
mod keys;
mod level;
mod pattern;
mod policy;
mod print;
mod selector;
mod tree;

pub use error::ConfigError;
pub use file::{ConfigFile, read_config};
pub use keys::{HEADING_KEYS, Heading, KEYS, Key, PRINT_KEYS, TIMES};
pub use level::Level;
pub use pattern::Pattern;
pub use policy::{Decided, Flags, Policy, Ruling, Voice, decide};
pub use print::{EDGES, PAPERS, PrintKeys};
pub use selector::{Selector, nearest_rule};

/// The name that a file of settings is found by.
pub const FILE_NAME: &str = "sop.toml";

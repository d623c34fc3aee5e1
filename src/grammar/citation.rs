//! Citations of regulations.

use crate::model::Citation;

/// The citation a text makes.
pub fn parse(text: &str) -> Citation {
    Citation { text: text.to_owned(), regulation: None }
}

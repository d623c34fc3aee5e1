//! Lines that belong to no label and no section → letterhead, title, signature block.

mod letterhead;
mod signing;
mod title;
mod wrapped;

use super::draft::Draft;
use super::lines::Free;
pub(super) use letterhead::letterhead;
pub(super) use signing::opens_preamble;

/// Gives the free lines that are left their places; what stays is left as unused text.
pub(super) fn fill(draft: &mut Draft, free: Vec<Free>) {
    let free = signing::sign(draft, free);
    title::title(draft, &free);
}

/// In capitals, as far as it has letters.
fn is_capital(text: &str) -> bool {
    text.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase)
}

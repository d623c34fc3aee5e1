//! What a print says about the YAML it carries: its name, what it is for, and a seal that another text in its place breaks.
//!
//! The seal stands outside of the attached file, twice: with its description, which goes with it into other files, and among
//! the keywords of the print, which stay where the attachment is exchanged together with its description. It tells
//! mistakes, no attacks: who prints anew has a whole seal.

use crate::fnv;

/// File name of the YAML inside a print.
pub const NAME: &str = "sop.yaml";
/// How what is told about it begins.
pub const ABOUT: &str = "Data SOP ini";
/// What stands before the digits of a seal, and nowhere else in a print. Letters alone, for other programs write any other
/// sign in their own way: `\072`.
pub const SEAL: &str = "SidikSOP";
/// So many digits follow it.
pub const SEAL_DIGITS: usize = 16;

/// The seal of this YAML, the same in every release: `SidikSOP0f1e2d3c4b5a6978`.
pub fn seal(yaml: &[u8]) -> String {
    format!("{SEAL}{:0SEAL_DIGITS$x}", fnv::fold(fnv::BASIS, yaml.iter().copied()))
}

/// What a reader of the print is told about this YAML, its seal with it.
pub fn sealed_about(yaml: &str) -> String {
    format!("{ABOUT}; sop convert membacanya kembali ({})", seal(yaml.as_bytes()))
}

/// Before the seal of a page of ours and the YAML that it carries, which no browser shows.
pub const TEMPLATE: &str = "<template id=\"sop-yaml\" data-sidik=\"";
/// Behind the YAML.
pub const TEMPLATE_END: &str = "</template>";

/// The seal of a page together with the YAML that it carries. Blanks do not count: mail and editors change the ends of lines.
pub fn seal_of_page(page: &str, yaml: &str) -> String {
    let said = page.bytes().chain(yaml.bytes()).filter(|byte| !byte.is_ascii_whitespace());
    seal(&said.collect::<Vec<u8>>())
}

//! Words of a process in BPMN or Mermaid that the form does not have.

/// Heads the lane of tasks of which nobody is said to act.
pub const NOBODY: &str = "(pelaksana tidak disebut)";

/// Before the names of those who take part in the same act.
const TOGETHER: &str = "Bersama: ";

/// Between two of them.
const BETWEEN: &str = "; ";

/// `Bersama: Camat; Sekretaris Camat`
pub fn together(names: &[&str]) -> String {
    format!("{TOGETHER}{}", names.join(BETWEEN))
}

/// The names in such a text; none where it is no such text.
pub fn who_together(text: &str) -> Option<Vec<&str>> {
    Some(text.trim().strip_prefix(TOGETHER.trim_end())?.split(BETWEEN.trim_end()).map(str::trim).collect())
}

/// What a gateway asks, by the words of its ways: `Ya / Tidak?`; nothing where they have none.
pub fn question(words: &[String]) -> String {
    if words.is_empty() { String::new() } else { format!("{}?", words.join(" / ")) }
}

/// The element of a BPMN file that holds the SOP as YAML.
pub const CARRIED: &str = "yaml";
/// Its namespace.
pub const CARRIED_SPACE: &str = "urn:sop-ap:bpmn:1";

//! Two versions of a text → a unified diff, as `patch` and `git apply` take it.

use similar::TextDiff;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// The difference of a file; nothing where there is none.
pub(super) fn unified(name: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    let name = name.trim_start_matches('/');
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    TextDiff::from_lines(before, after).unified_diff().context_radius(CONTEXT).header(&old, &new).to_string()
}

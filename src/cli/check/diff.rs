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
    // `patch` counts lines by their line feeds; a carriage return inside one ends nothing.
    let [before, after] = [before, after].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&before, &after);
    diff.unified_diff().context_radius(CONTEXT).header(&old, &new).to_string()
}

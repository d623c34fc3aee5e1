//! One line a finding, as compilers print them and editors read them: `file:line:col: severity CODE message`.

use super::path_in_words;
use super::words::elsewhere;
use crate::diagnostic::{Diagnostic, Language};
use crate::plain::plain;
use crate::source::Source;

/// The lines of one source. A finding that stands in no text says its place in words instead of line and column.
pub(super) fn block(language: Language, source: &Source, findings: &[Diagnostic]) -> String {
    let mut out = String::new();
    for it in findings {
        let name = plain(&source.name);
        let message = plain(it.message.in_language(language)).into_owned();
        let place = match it.span {
            Some(span) => {
                let (line, column) = source.line_column(span.start);
                format!("{name}:{line}:{column}")
            }
            None => name.into_owned(),
        };
        let words = if it.span.is_none() && !it.path.is_empty() {
            format!(" ({})", plain(&path_in_words(&it.path, language)))
        } else {
            String::new()
        };
        let others: Vec<String> = it.related.iter().filter_map(|it| it.elsewhere.as_ref()).map(elsewhere).collect();
        let others = match (others.as_slice(), language) {
            ([], _) => String::new(),
            (others, Language::Indonesian) => format!(" (lihat {})", others.join(", ")),
            (others, Language::English) => format!(" (see {})", others.join(", ")),
        };
        out.push_str(&format!("{place}: {} {} {message}{words}{others}\n", it.severity, it.code));
    }
    out
}

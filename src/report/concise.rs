//! One line a finding, as compilers print them and editors read them: `file:line:col: severity CODE message`. Notes on the reading
//! come last, a line for each sort.

use super::words::{elsewhere, place};
use super::{Checked, Report, path_in_words, reading};
use crate::diagnostic::{Diagnostic, Language, Severity};
use crate::plain::plain;

/// The lines of one source. A finding that stands in no text says its place in words instead of line and column; where
/// the file holds several SOPs, each line ends with which of them it is about.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let language = report.language;
    let faults =
        |about_one| reading::faults(about_one).map(|it| line(language, checked, it, it.message.in_language(language)));
    let mut out = String::new();
    for about_one in checked.findings.chunk_by(|one, other| one.sop == other.sop) {
        out.extend(faults(about_one));
        let notes = reading::gathered(language, report.guide, checked, about_one[0].sop);
        out.extend(notes.iter().map(|it| line(language, checked, it.first, &it.sentence)));
    }
    out
}

fn line(language: Language, checked: &Checked<'_>, it: &Diagnostic, message: &str) -> String {
    let message = plain(message).into_owned();
    let at = match it.span {
        Some(span) => place(checked.source, span, language),
        None => plain(&checked.source.name).into_owned(),
    };
    let words = path_in_words(&it.path, language);
    let is_said = it.span.is_some() || it.path.is_empty() || message.to_lowercase().contains(&words.to_lowercase());
    // A note names its places itself.
    let is_said = is_said || it.severity == Severity::Note;
    let words = if is_said { String::new() } else { format!(" ({})", plain(&words)) };
    let others: Vec<String> =
        it.related.iter().filter_map(|it| it.elsewhere.as_ref()).map(|it| elsewhere(it, language)).collect();
    let others = match (others.as_slice(), language) {
        ([], _) => String::new(),
        (others, Language::Indonesian) => format!(" (lihat {})", others.join(", ")),
        (others, Language::English) => format!(" (see {})", others.join(", ")),
    };
    let which = checked.which(it.sop).map_or_else(String::new, |which| format!(" [{which}]"));
    format!("{at}: {} {} {message}{words}{others}{which}\n", it.severity.spoken(language), it.code)
}

//! The forms of monitoring and evaluation: a row for each SOP, with what is known; what only people know stays blank.

use super::sheet::{LINE, Value, height, written};
use super::workbook::{Content, Sheet, Style};
use super::{DocumentRow, Recap};
use crate::diagnostic::{Language, Severity};
use crate::package::cell_name;
use crate::vocabulary::form_words::NAMELESS;
use crate::vocabulary::monitoring as words;

/// Rows above the table: title, ground, what is to be filled in, a blank one.
const HEAD: usize = 6;

/// Height of a row that somebody writes into, in points.
const ROW_HEIGHT: f64 = 34.0;

/// Where somebody writes by hand.
const TO_WRITE: &str = "..............................";

/// How a form is made.
struct Form<'f> {
    name: &'f str,
    title: &'f str,
    basis: &'f str,
    /// Heads of all columns, and their widths.
    columns: Vec<(&'f str, f64)>,
    /// Columns under one head more, from the one to the other.
    group: (&'f str, usize, usize),
}

/// Tabel 7: how each SOP is applied, which no document tells.
pub(super) fn monitoring(recap: &Recap) -> Sheet {
    let columns = words::ROW.into_iter().zip([6.0, 44.0]).chain(words::JUDGEMENTS.into_iter().zip([13.0, 13.0]));
    let form = Form {
        name: "Monitoring",
        title: words::MONITORING,
        basis: words::MONITORING_BASIS,
        columns: columns.chain(words::AFTER.into_iter().zip([36.0, 36.0, 14.0])).collect(),
        group: (words::JUDGEMENT, 2, 3),
    };
    let rows = recap.documents().map(|it| (name(it), Vec::new()));
    fill(recap, &form, rows)
}

/// The questions that people answer, beside what the check of the document found.
pub(super) fn evaluation(recap: &Recap, language: Language) -> Sheet {
    let columns = words::ROW.into_iter().zip([6.0, 40.0]).chain(words::CRITERIA.into_iter().map(|it| (it, 15.0)));
    let form = Form {
        name: "Evaluasi",
        title: words::EVALUATION,
        basis: words::EVALUATION_BASIS,
        columns: columns.chain(words::EVALUATION_AFTER.into_iter().zip([24.0, 26.0, 26.0])).collect(),
        group: (words::CRITERIA_HEAD, 2, 8),
    };
    let found = 2 + words::CRITERIA.len();
    let rows = recap.documents().map(|it| (name(it), vec![(found, found_in_words(it, language))]));
    fill(recap, &form, rows)
}

/// `2 galat, 1 saran`; that nothing was found is said too.
fn found_in_words(document: &DocumentRow, language: Language) -> String {
    let tally = document.tally;
    let counts = [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.infos, Severity::Info)];
    let some = counts.into_iter().filter(|it| it.0 > 0);
    let words: Vec<String> = some.map(|(count, severity)| format!("{count} {}", severity.spoken(language))).collect();
    match (words.is_empty(), language) {
        (true, Language::Indonesian) => "tidak ada temuan".to_owned(),
        (true, Language::English) => "no findings".to_owned(),
        (false, _) => words.join(", "),
    }
}

/// Nama SOP with its number.
fn name(document: &DocumentRow) -> String {
    let title = if document.title.is_empty() { NAMELESS } else { &document.title };
    if document.number.is_empty() { title.to_owned() } else { format!("{title} ({})", document.number) }
}

/// The agency, where all documents name the same one.
fn agency(recap: &Recap) -> &str {
    let mut agencies = recap.documents().map(|it| it.agency.as_str());
    let first = agencies.next().unwrap_or_default();
    if agencies.all(|it| it == first) { first } else { "" }
}

fn fill(recap: &Recap, form: &Form, rows: impl Iterator<Item = (String, Vec<(usize, String)>)>) -> Sheet {
    let plain = |style, text: String| (LINE, vec![(style, Content::Text(text))]);
    let mut all = vec![(2.0 * LINE, vec![(Style::Title, Content::Text(form.title.to_owned()))])];
    all.push(plain(Style::Plain, form.basis.to_owned()));
    for (label, value) in words::TO_FILL.into_iter().zip([agency(recap), "", ""]) {
        let value = if value.is_empty() { TO_WRITE } else { value };
        all.push(plain(Style::Plain, format!("{label}: {value}")));
    }
    all.push((LINE, Vec::new()));
    let merged = head(&mut all, form);
    for (number, (name, known)) in rows.enumerate() {
        let mut values: Vec<Value> = form.columns.iter().map(|_| Value::Blank).collect();
        values[0] = Value::Count(number + 1);
        values[1] = Value::Text(&name);
        known.iter().for_each(|(column, text)| values[*column] = Value::Text(text));
        all.push((ROW_HEIGHT.max(height(&name, form.columns[1].1)), values.iter().map(written).collect()));
    }
    Sheet {
        name: form.name.to_owned(),
        widths: form.columns.iter().map(|(_, width)| *width).collect(),
        rows: all,
        merged,
        frozen: (2, HEAD + 2),
        repeated: (HEAD + 1, HEAD + 2),
        filtered: None,
    }
}

/// The two rows of heads: that of a group of columns above theirs, all others over both. Gives the cells that are one.
fn head(rows: &mut Vec<(f64, Vec<(Style, Content)>)>, form: &Form) -> Vec<String> {
    let (group, first, last) = form.group;
    let text = |text: &str| (Style::Head, Content::Text(text.to_owned()));
    let nothing = (Style::Head, Content::Nothing);
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut merged = vec![format!("{}:{}", cell_name(HEAD, first), cell_name(HEAD, last))];
    for (column, (head, _)) in form.columns.iter().enumerate() {
        if (first..=last).contains(&column) {
            upper.push(if column == first { text(group) } else { nothing.clone() });
            lower.push(text(head));
        } else {
            upper.push(text(head));
            lower.push(nothing.clone());
            merged.push(format!("{}:{}", cell_name(HEAD, column), cell_name(HEAD + 1, column)));
        }
    }
    let tallest = form.columns.iter().map(|(head, width)| height(head, *width * 0.7)).fold(ROW_HEIGHT, f64::max);
    let together: f64 = form.columns[first..=last].iter().map(|(_, width)| width).sum();
    rows.extend([(height(group, together * 0.7).max(LINE + 5.0), upper), (tallest, lower)]);
    merged
}

//! Labels with their values → the identity block; values that stand apart from their labels are dealt by what they are.

mod pending;
mod several;
mod signing;

pub(super) use signing::{has_signatory, is_office, signatory};

use super::draft::Draft;
use super::lines::{Free, Labelled, Lines};
use super::table::is_dash;
use crate::document::Text;
use crate::grammar::{date, folded, number, person};
use crate::model::{Date, Field, Path, Sourced, TroubleKind};
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::sections::TITLE_WORDS;
use crate::vocabulary::{noise, signatories};

/// A value of this look can belong to the label.
pub(super) fn takes(label: Label, value: &str) -> bool {
    let value = value.trim().trim_start_matches([':', ' ']).trim_end_matches([';', ',', ' ']);
    match label {
        Label::Created | Label::Revised | Label::Effective => {
            is_dash(value) || (date::find(value).is_some() && !is_number(value)) || is_dots(value)
        }
        Label::Number => is_number(value) || is_dash(value),
        Label::Signatory | Label::Title | Label::Agency | Label::Unit => {
            date::parse(value).is_none() && !is_number(value) && value.chars().any(char::is_alphabetic)
        }
        Label::Revision | Label::Maker | Label::Examiner | Label::Other => true,
    }
}

/// Letters of the longest number of a revision.
const LONGEST_REVISION: usize = 12;

/// `02`, `Rev. 3`, `-`, or nothing yet.
fn is_revision(value: &str) -> bool {
    let numbered =
        value.len() <= LONGEST_REVISION && value.contains(|it: char| it.is_ascii_digit()) && !value.contains('/');
    value.is_empty() || is_dash(value) || is_dots(value) || numbered
}

/// `………`: a blank to be filled in.
fn is_dots(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|it| matches!(it, '.' | '…' | '_' | ' '))
}

/// An SOP number has no more words.
const MOST_NUMBER_WORDS: usize = 9;

/// The shape of an SOP number: slashes, dots or dashes between letters and digits; no date, no line of a list, no NIP.
pub(super) fn is_number(value: &str) -> bool {
    if !value.as_bytes().iter().any(u8::is_ascii_digit) {
        return is_dots(value);
    }
    let words = value.split_whitespace().count();
    let named = value.starts_with("SOP") && words <= 2;
    let separated = value.contains('/') || (value.split(['.', '-']).count() > 2 && words <= 3) || named;
    let listed = || {
        value.split_once(['.', ')']).is_some_and(|(mark, rest)| {
            mark.len() <= 2 && mark.bytes().all(|it| it.is_ascii_digit()) && rest.starts_with(' ')
        })
    };
    let plain = separated && value.len() <= 80 && words <= MOST_NUMBER_WORDS;
    (plain && !is_date(value) && !listed() && person::nip(value).is_none()) || is_dots(value)
}

/// `OPS-017`: one word of letters, digits and what parts them.
pub(super) fn is_code(text: &str) -> bool {
    let has = |wanted: fn(&char) -> bool| text.chars().any(|it| wanted(&it));
    !text.contains(char::is_whitespace)
        && has(char::is_ascii_digit)
        && has(char::is_ascii_uppercase)
        && has(|it| matches!(it, '-' | '.' | '/'))
}

/// A date and no more: with its month, or a bare year. The year at the end of a number is none.
fn is_date(value: &str) -> bool {
    let bare_year = || value.trim().len() == 4;
    // `SOP-12/3/2023` is a code.
    let code = value.trim_start().split(['-', '/']).next().unwrap_or("");
    if code.len() >= 2 && code.bytes().all(|it| it.is_ascii_uppercase()) && date::parse(code).is_none() {
        return false;
    }
    date::parse(value).is_some_and(|date| date.month.is_some() || bare_year())
}

/// Longest line, in bytes, that is no more than a date.
const LONGEST_DATE: usize = 64;

/// The text is the number of an SOP or a date, and no more.
pub(super) fn is_typed(text: &str) -> bool {
    let text = text.trim();
    let dotted = is_dots(text);
    let dated = || {
        let found = || date::find(text).is_some_and(|(_, found)| found.len() == text.len());
        text.len() <= LONGEST_DATE && is_date(text) && found()
    };
    !dotted && text.bytes().any(|it| it.is_ascii_digit()) && (is_number(text) || dated())
}

/// Fills the identity from labels; what free lines gave is taken out of `lines.free`.
pub(super) fn fill(draft: &mut Draft, lines: &mut Lines) {
    name_signatory(draft, lines);
    number_signed(&mut lines.labels);
    several::fill(&mut lines.labels);
    several::fill_aligned(draft, lines);
    pending::fill(draft, lines);
    pending::name_below(draft, lines);
    pending::number_alone(draft, lines);
    pending::date_alone(draft, lines);
    let named = lines.labels.iter().any(|it| it.label == Label::Number && !is_bare(it));
    for labelled in &lines.labels {
        if labelled.label.is_dated() && is_bare(labelled) && has_other(&lines.labels, labelled) {
            // When it was signed, beside the date that the form asks for: it stays behind as unused text.
            continue;
        }
        if named && labelled.label == Label::Number && is_bare(labelled) {
            // The number of the decree above: it stays behind as unused text.
            continue;
        }
        draft.take(&labelled.spelling);
        let value = without_colon(&labelled.value);
        assign(draft, labelled, &value);
    }
}

/// `Ditetapkan oleh Kepala Madrasah dengan Nomor 112/SOP/2023`: the number behind who signs, where no label asks for it.
fn number_signed(labels: &mut Vec<Labelled>) {
    if labels.iter().any(|it| it.label == Label::Number) {
        return;
    }
    let found = labels.iter_mut().find(|it| it.label == Label::Signatory).and_then(|signed| {
        let (rest, number) = signing::numbered(&signed.value)?;
        signed.value = rest;
        Some(Labelled { label: Label::Number, spelling: signed.spelling.clone(), value: number, row: signed.row })
    });
    labels.extend(found);
}

/// Lines below a name that say more of who signs: rank and number.
const MOST_BELOW_NAME: usize = 3;

/// `Nama : Ir. …, M.Sc. NIP …` below `Disahkan oleh`: the name of who signs, not of the SOP.
fn name_signatory(draft: &mut Draft, lines: &mut Lines) {
    let labels = &mut lines.labels;
    let is_nameless = |it: &Labelled| {
        let parts = person::signatory(it.value.as_str());
        it.label == Label::Signatory && parts.name.is_none() && parts.nip.is_none()
    };
    // The SOP has its name already, and the label stands right below the office.
    let is_below_office = |at: usize, it: &Labelled| {
        let above = at.checked_sub(1).map(|above| &labels[above]);
        has_other(labels, it) && above.is_some_and(|above| is_nameless(above) && above.row + 1 == it.row)
    };
    let is_person = |(at, it): (usize, &Labelled)| {
        let value = it.value.as_str();
        let is_signed = || person::nip(value).is_some() || person::is_titled(value) || is_below_office(at, it);
        it.label == Label::Title && is_bare(it) && is_signed()
    };
    let Some(at) = labels.iter().enumerate().position(is_person) else { return };
    if at > 0 && is_nameless(&labels[at - 1]) {
        let named = labels.remove(at);
        let value = &mut labels[at - 1].value;
        value.join('\n', &without_colon(&named.value));
        // `Pangkat/Gol : …` and `NIP : …` right below the name.
        for row in named.row + 1..=named.row + MOST_BELOW_NAME {
            let says_more = |line: &Free| {
                let text = line.text.as_str();
                line.row == row && (person::has_rank(text) || person::nip(text).is_some())
            };
            let Some(more) = lines.free.iter().position(says_more) else { continue };
            value.join('\n', &lines.free.remove(more).text);
            let is_label = |line: &mut Free| line.row == row && signatories::part(line.text.as_str()).is_some();
            lines.free.extract_if(.., is_label).for_each(|line| draft.take(&line.text));
        }
    }
}

/// `Nomor` alone, which may be that of another document.
fn is_bare(labelled: &Labelled) -> bool {
    labels::short(labelled.spelling.as_str().trim()).is_some()
}

/// Another label asks for the same and has a value.
fn has_other(labels: &[Labelled], own: &Labelled) -> bool {
    labels.iter().any(|it| it.label == own.label && it.row != own.row && !it.value.is_blank())
}

/// The key of a label in YAML; `None` for labels without a place in this form.
fn key(label: Label) -> Option<&'static str> {
    match label {
        Label::Number => Some("nomor"),
        Label::Created => Some("tanggal_pembuatan"),
        Label::Revised => Some("tanggal_revisi"),
        Label::Effective => Some("tanggal_efektif"),
        Label::Signatory => Some("disahkan_oleh"),
        Label::Title => Some("nama"),
        Label::Agency => Some("instansi"),
        Label::Unit => Some("unit_kerja"),
        Label::Revision => Some("nomor_revisi"),
        Label::Maker => Some("dibuat_oleh"),
        Label::Examiner => Some("diperiksa_oleh"),
        Label::Other => None,
    }
}

/// Writes one value; a label that comes again never overwrites what is known.
fn assign(draft: &mut Draft, labelled: &Labelled, value: &Text) {
    let Some(key) = key(labelled.label) else {
        // A label of another form: it stays behind with its value, as unused text, but for the number of the page.
        let page = format!("{} {}", labelled.spelling.as_str().trim(), value.as_str().trim());
        if noise::is_page_count(&page) {
            draft.take(value);
            draft.trouble(TroubleKind::PageFurniture(page), Some(value.whole()));
        }
        return;
    };
    let place = labelled.spelling.whole();
    if labelled.label == Label::Revision && is_date(value.as_str()) {
        // `Revisi: 3 Mei 2021`
        let field = date_field(draft, "tanggal_revisi", value, place);
        return keep(&mut draft.sop.identity.revised, field);
    }
    let value = &match labelled.label {
        Label::Revision => first_number(&without_date(draft, value, place)),
        _ => value.clone(),
    };
    if labelled.label == Label::Revision && !is_revision(value.as_str().trim()) {
        return;
    }
    match labelled.label {
        Label::Signatory => {
            if matches!(draft.sop.identity.signatory, Field::Absent | Field::Blank(_)) {
                let field = signatory(draft, value, place);
                draft.sop.identity.signatory = field;
            } else {
                draft.take(value);
            }
        }
        Label::Maker | Label::Examiner => {
            let field = signatory(draft, value, place);
            let identity = &mut draft.sop.identity;
            let slot = if labelled.label == Label::Maker { &mut identity.maker } else { &mut identity.examiner };
            if slot.is_silent() {
                *slot = field;
            }
        }
        Label::Number => number_field(draft, value, place),
        Label::Created | Label::Revised | Label::Effective => {
            let field = match labelled.label {
                Label::Revised if is_no_revision(value.as_str()) => {
                    draft.take(value);
                    Field::Dash(value.whole().into())
                }
                _ => date_field(draft, key, value, place),
            };
            let identity = &mut draft.sop.identity;
            let slot = match labelled.label {
                Label::Created => &mut identity.created,
                Label::Revised => &mut identity.revised,
                _ => &mut identity.effective,
            };
            keep(slot, field);
        }
        // Who signs stands where the name should: it stays as unused text.
        Label::Title if person::is_titled(value.as_str()) => {}
        _ => {
            let field = text_field(value, place);
            draft.take(value);
            let identity = &mut draft.sop.identity;
            let slot = match labelled.label {
                Label::Title => &mut identity.title,
                Label::Agency => &mut identity.agency,
                Label::Revision => &mut identity.revision,
                _ => &mut identity.unit,
            };
            keep(slot, field);
        }
    }
}

fn number_field(draft: &mut Draft, value: &Text, place: crate::source::Span) {
    let (value, page) = without_page_count(value);
    let first = value.as_str().split_once(';').map(|(first, _)| first.trim()).filter(|first| is_number(first));
    let value = first.map_or_else(|| value.clone(), |first| value.slice(first));
    let field = text_field(&value, place).map_known(|text| number::sop_number(&text));
    draft.take(&value);
    if let Some(page) = page {
        draft.take(&page);
        draft.trouble(TroubleKind::PageFurniture(page.as_str().to_owned()), Some(page.whole()));
    }
    keep(&mut draft.sop.identity.number, field);
}

/// The number of the revision; the date behind it, which is that of the revision, is taken.
fn without_date(draft: &mut Draft, value: &Text, place: crate::source::Span) -> Text {
    let Some((number, dated)) = revision_and_date(value) else { return value.clone() };
    let field = date_field(draft, "tanggal_revisi", &dated, place);
    keep(&mut draft.sop.identity.revised, field);
    draft.take(value);
    number
}

/// `01 (28 Februari 2022)`, `2 / 5 Mei 2021`: the number of the revision and its whole date.
fn revision_and_date(value: &Text) -> Option<(Text, Text)> {
    let (number, rest) = value.as_str().trim().split_once(|it: char| !it.is_ascii_digit())?;
    let (date, written) = date::find(rest)?;
    let is_sign = |it: char| it.is_whitespace() || it.is_ascii_punctuation() || it == '–';
    let parted =
        rest.starts_with(is_sign) && !rest.starts_with(['-', '.']) && rest.trim_matches(is_sign) == written.trim();
    let whole = date.as_ymd().is_some() && matches!(number.len(), 1 | 2);
    (parted && whole).then(|| (value.slice(number), value.slice(written)))
}

/// `00 SOP`: the number of the revision, and the title of the form behind it.
fn first_number(value: &Text) -> Text {
    let (value, _) = &without_page_count(value);
    let mut words = value.as_str().split_whitespace();
    let is_number = |word: &&str| word.bytes().all(|it| it.is_ascii_digit());
    let number = words.next().filter(is_number);
    let is_title = words.next().is_some_and(|word| TITLE_WORDS.iter().any(|it| it.eq_ignore_ascii_case(word)));
    number.filter(|_| is_title).map_or_else(|| value.clone(), |number| value.slice(number))
}

/// `440/12/SOP/2023 Halaman 2 dari 3`: the number, and the count of pages behind it in a running head.
fn without_page_count(value: &Text) -> (Text, Option<Text>) {
    match noise::page_count(value.as_str()) {
        Some(at) => {
            let (number, page) = value.as_str().split_at(at);
            (value.slice(number.trim_end()), Some(value.slice(page.trim())))
        }
        None => (value.clone(), None),
    }
}

/// The first that says something stays.
fn keep<T>(slot: &mut Field<Sourced<T>>, field: Field<Sourced<T>>) {
    if slot.is_silent() {
        *slot = field;
    }
}

trait MapKnown<T> {
    fn map_known<U>(self, change: impl FnOnce(T) -> U) -> Field<Sourced<U>>;
}

impl<T> MapKnown<T> for Field<Sourced<T>> {
    fn map_known<U>(self, change: impl FnOnce(T) -> U) -> Field<Sourced<U>> {
        match self {
            Self::Absent => Field::Absent,
            Self::Blank(place) => Field::Blank(place),
            Self::Dash(place) => Field::Dash(place),
            Self::Unreadable(text) => Field::Unreadable(text),
            Self::Known(value) => Field::Known(value.map(change)),
        }
    }
}

/// A value of one line: its lines joined, white space folded. Dots to be filled in are blank.
fn text_field(value: &Text, label: crate::source::Span) -> Field<Sourced<String>> {
    let trimmed = value.as_str().trim();
    if trimmed.is_empty() || is_dots(trimmed) {
        return Field::Blank(label.into());
    }
    if is_dash(trimmed) {
        return Field::Dash(value.place(trimmed));
    }
    Field::Known(Sourced::new(folded(trimmed), value.place(trimmed)))
}

/// `- / 0`, `00`: no revision, and its number.
fn is_no_revision(text: &str) -> bool {
    text.contains('0') && text.chars().all(|it| matches!(it, '-' | '0' | '/' | ' '))
}

fn date_field(draft: &mut Draft, key: &str, value: &Text, label: crate::source::Span) -> Field<Sourced<Date>> {
    let field = text_field(value, label);
    let Field::Known(written) = field else {
        draft.take(value);
        return field.map_known(|_| Date { year: None, month: None, day: None, spelling: None });
    };
    let path = Path::identity(key);
    let whole = value.as_str().trim();
    match date::find(whole).or_else(|| date::parse(whole).map(|date| (date, whole))) {
        Some((date, part)) => {
            draft.take_part(value, part);
            if date::is_repaired(part) {
                draft.repaired(path.clone(), format!("ejaan tanggal `{part}`"), Some(value.span(part)));
            }
            if date.year.is_none() {
                draft.unreadable(path, Some("tahun tidak tertulis".to_owned()), Some(value.span(part)));
            }
            Field::Known(Sourced::new(date, value.place(part)))
        }
        None => {
            draft.take(value);
            draft.unreadable(path, None, written.span());
            Field::Unreadable(written)
        }
    }
}

/// Without the colon that stood between label and value.
pub(super) fn without_colon(value: &Text) -> Text {
    let trimmed = value.as_str().trim_matches(|it: char| it.is_whitespace() || it == ':');
    let trimmed = trimmed.trim_end_matches(|it: char| it == ';' || it.is_whitespace());
    // `-, berlaku tanggal …`: the comma parts it from the next label.
    let trimmed = trimmed.strip_suffix(',').filter(|rest| is_dash(rest)).unwrap_or(trimmed);
    if trimmed.len() == value.as_str().len() { value.clone() } else { value.slice(trimmed) }
}

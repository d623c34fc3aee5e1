//! Labels with their values → the identity block; values that stand apart from their labels are dealt by what they are.

mod several;

use super::draft::Draft;
use super::lines::{Free, Labelled, Lines};
use super::table::is_dash;
use crate::document::Text;
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::{date, folded, number, person};
use crate::model::{Date, Field, Identity, Nip, Path, Signatory, Sourced, TroubleKind};
use crate::vocabulary::form_words::ELECTRONIC_SIGNATURE;
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::{noise, offices, signatories};

/// A value of this look can belong to the label.
pub(super) fn takes(label: Label, value: &str) -> bool {
    let value = value.trim().trim_start_matches([':', ' ']).trim_end_matches([';', ' ']);
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

/// The text is the number of an SOP or a date, and no more.
pub(super) fn is_typed(text: &str) -> bool {
    let text = text.trim();
    let dotted = is_dots(text);
    !dotted
        && (is_number(text) || (is_date(text) && date::find(text).is_some_and(|(_, found)| found.len() == text.len())))
}

/// Fills the identity from labels; what free lines gave is taken out of `lines.free`.
pub(super) fn fill(draft: &mut Draft, lines: &mut Lines) {
    several::fill(&mut lines.labels);
    several::fill_aligned(draft, lines);
    fill_pending(draft, lines);
    name_below(draft, lines);
    let named = lines.labels.iter().any(|it| it.label == Label::Number && !is_bare(it));
    for labelled in &lines.labels {
        if named && labelled.label == Label::Number && is_bare(labelled) {
            // The number of the decree above: it stays behind as unused text.
            continue;
        }
        draft.take(&labelled.spelling);
        let value = without_colon(&labelled.value);
        assign(draft, labelled, &value);
    }
}

/// `Nomor` alone, which may be that of another document.
fn is_bare(labelled: &Labelled) -> bool {
    labels::short(labelled.spelling.as_str().trim()).is_some()
}

/// So many rows below its label the name of who signs may stand, where no label follows.
const FARTHEST_NAME: usize = 8;

/// `Disahkan oleh` with an office alone: the only line that names a person, before the next label, is who signs.
fn name_below(draft: &mut Draft, lines: &mut Lines) {
    let Some(at) = lines.labels.iter().position(|it| it.label == Label::Signatory && !it.value.is_blank()) else {
        return;
    };
    let label = &lines.labels[at];
    let end = lines.labels.get(at + 1).map_or(label.row + FARTHEST_NAME, |next| next.row);
    let sections = lines.blocks.iter().flat_map(|block| &block.sections).map(|section| section.heading.whole().start);
    let behind = label.spelling.whole().end;
    let headed = sections.filter(|start| *start >= behind).min().unwrap_or(u32::MAX);
    // Below the heading of a section nobody signs.
    let is_near = |line: &Free| line.row > label.row && line.row < end && line.text.whole().start < headed;
    if !lines.free.iter().any(is_near) {
        return;
    }
    let parts = person::signatory(label.value.as_str());
    if parts.name.is_some() || parts.nip.is_some() || parts.position.is_none() {
        return;
    }
    let names = |line: &Free| is_near(line) && person::is_named(line.text.as_str());
    if lines.free.iter().any(|line| is_near(line) && person::nip(line.text.as_str()).is_some()) {
        // The block that ends with the number is found as one.
        return;
    }
    let mut found = lines.free.iter().enumerate().filter(|(_, line)| names(line)).map(|(at, _)| at);
    let (Some(only), None) = (found.next(), found.next()) else { return };
    let line = lines.free.remove(only);
    lines.labels[at].value.join('\n', &line.text);
    draft.repaired(Path::identity("disahkan_oleh"), "nama di baris setelah labelnya", Some(line.text.whole()));
}

/// Labels that still wait for their values and are looked through for one value.
const MOST_OPEN: usize = 64;

/// More labels wait for a date than dates come: the first is that of the first, of which the others are is open.
fn are_scarce(lines: &Lines, free: &[Option<Free>]) -> bool {
    let waiting = lines.labels.iter().filter(|it| it.label.is_dated() && it.value.is_blank()).count();
    let is_dated = |line: &Free| {
        let value = without_colon(&line.text);
        line.after_label && (is_dash(value.as_str()) || (is_date(value.as_str()) && !is_number(value.as_str())))
    };
    let dates = free.iter().flatten().filter(|line| is_dated(line)).take(waiting).count();
    dates < waiting
}

/// Labels printed first, values later: each free line goes to the first empty label that takes it, in the order of both.
fn fill_pending(draft: &mut Draft, lines: &mut Lines) {
    let mut free: Vec<Option<Free>> = std::mem::take(&mut lines.free).into_iter().map(Some).collect();
    let mut dealt = None;
    let mut first_open = 0;
    let are_scarce = are_scarce(lines, &free);
    let mut is_first = true;
    for slot in &mut free {
        let Some(line) = slot.as_ref().filter(|line| line.after_label) else { continue };
        let value = without_colon(&line.text);
        let numbered = is_number(value.as_str());
        let dated = is_dash(value.as_str()) || is_date(value.as_str());
        if !numbered && !dated {
            continue;
        }
        let typed = |label: Label| match label {
            Label::Number => numbered,
            Label::Created | Label::Revised | Label::Effective => dated,
            _ => false,
        };
        let open = |it: &Labelled| it.value.is_blank() && (it.label.is_dated() || it.label == Label::Number);
        first_open += lines.labels[first_open..].iter().take_while(|it| !open(it)).count();
        let open = lines.labels[first_open..].iter_mut().take(MOST_OPEN);
        // A value may stand a line above its label, but not above the whole block.
        let is_below = |it: &&mut Labelled| it.row <= line.row + 1;
        let Some(label) = open.into_iter().filter(is_below).find(|it| it.value.is_blank() && typed(it.label)) else {
            continue;
        };
        if label.label.is_dated() && !std::mem::take(&mut is_first) && are_scarce {
            // Which of the labels is without a date is not told.
            continue;
        }
        label.value = value.clone();
        let reason = format!("nilai terpisah dari labelnya `{}`", label.spelling.as_str().trim());
        if let Some(key) = key(label.label) {
            draft.repaired(Path::identity(key), reason, Some(value.whole()));
        }
        if let Some(line) = slot.take() {
            dealt = Some((line.row, value.whole().end));
            draft.take(&line.text);
        }
    }
    attach_following(draft, lines, &mut free, dealt);
    lines.free = free.into_iter().flatten().collect();
}

/// `Disahkan Oleh` and `Nama SOP` whose values stand below: the lines right after the labels and the values dealt so far.
///
/// `dealt` is the row and the end of the last value that was dealt from a line of its own.
fn attach_following(draft: &mut Draft, lines: &mut Lines, free: &mut [Option<Free>], dealt: Option<(usize, u32)>) {
    let open =
        |label: Label, lines: &Lines| lines.labels.iter().position(|it| it.label == label && it.value.is_blank());
    let (signatory, title) = (open(Label::Signatory, lines), open(Label::Title, lines));
    let Some(last) = signatory.max(title) else { return };
    let end = lines.labels[last].spelling.whole().end;
    let near = near_lines(free, end, dealt);
    if near.is_empty() {
        return;
    }
    let nip =
        near.iter().rposition(|at| free[*at].as_ref().is_some_and(|line| person::nip(line.text.as_str()).is_some()));
    let text = |at: &usize| free[*at].as_ref().map(|line| line.text.clone()).unwrap_or_default();
    // Without a number the block of who signs ends with a name that has titles or degrees.
    let titled = |at: &usize| person::is_named(text(at).as_str()) && text(at).as_str().contains([',', '.']);
    let nip = nip.or_else(|| near.iter().rposition(titled));
    let (for_signatory, for_title): (Vec<usize>, Vec<usize>) = match (signatory, title, nip) {
        (Some(_), None, _) => (near, Vec::new()),
        (None, _, _) => (Vec::new(), near),
        (Some(before), Some(after), Some(nip)) if before < after => (near[..=nip].to_vec(), near[nip + 1..].to_vec()),
        (Some(_), Some(_), Some(nip)) => {
            let office = near.iter().position(|at| is_office(text(at).as_str())).unwrap_or(nip);
            (near[office..].to_vec(), near[..office].to_vec())
        }
        // Without NIP only one line each can be told apart.
        (Some(before), Some(after), None) if near.len() == 2 => {
            let (first, second) = (vec![near[0]], vec![near[1]]);
            if before < after { (first, second) } else { (second, first) }
        }
        (Some(_), Some(_), None) => {
            (Vec::new(), near.into_iter().filter(|at| !is_office(text(at).as_str())).take(1).collect())
        }
    };
    for (position, rows) in [(signatory, for_signatory), (title, for_title)] {
        let Some(label) = position.map(|position| &mut lines.labels[position]).filter(|_| !rows.is_empty()) else {
            continue;
        };
        for line in rows.into_iter().filter_map(|at| free[at].take()) {
            draft.take(&line.text);
            label.value.join('\n', &without_colon(&line.text));
        }
        if let Some(key) = key(label.label) {
            draft.repaired(Path::identity(key), "nilai di baris setelah labelnya", Some(label.value.whole()));
        }
    }
}

/// The free lines that follow the labels, or the values dealt to them, up to the next blank line.
fn near_lines(free: &[Option<Free>], labels_end: u32, dealt: Option<(usize, u32)>) -> Vec<usize> {
    let mut near: Vec<usize> = Vec::new();
    let mut last_row = dealt.map(|(row, _)| row);
    let from = dealt.map_or(labels_end, |(_, end)| end.max(labels_end));
    for (at, line) in free.iter().enumerate().filter_map(|(at, line)| Some((at, line.as_ref()?))) {
        let text = line.text.as_str().trim_start();
        let stray = line.after_table && dealt.is_none();
        if line.text.whole().start < from || stray || noise::is_noise(text) {
            continue;
        }
        if is_typed(text) {
            last_row = last_row.map(|_| line.row);
            continue;
        }
        // An item of a list names nobody and nothing.
        if matches!(opening(text), Some((Opening::Number, _))) {
            break;
        }
        let continues = last_row.is_none_or(|row| line.row <= row + 1);
        let apart = line.after_blank && (!near.is_empty() || dealt.is_none() && !text.starts_with(':'));
        if !continues || apart {
            break;
        }
        last_row = Some(line.row);
        near.push(at);
    }
    near
}

/// The line begins with the name of an office.
pub(super) fn is_office(text: &str) -> bool {
    let first = crate::vocabulary::fold(text.trim_start_matches([':', ' ']).split_whitespace().next().unwrap_or(""));
    offices::SIGNING.contains(&first.as_str())
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
        Label::Number => {
            let (value, page) = without_page_count(value);
            let field = text_field(&value, place).map_known(|text| number::sop_number(&text));
            draft.take(&value);
            if let Some(page) = page {
                draft.take(&page);
                draft.trouble(TroubleKind::PageFurniture(page.as_str().to_owned()), Some(page.whole()));
            }
            keep(&mut draft.sop.identity.number, field);
        }
        Label::Created | Label::Revised | Label::Effective => {
            let field = date_field(draft, key, value, place);
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
    if trimmed.len() == value.as_str().len() { value.clone() } else { value.slice(trimmed) }
}

/// The block without `[ttd]`, `(stempel)` and the like, in place of which a line ends.
fn unsealed(draft: &mut Draft, block: &Text) -> Text {
    let mut out = Text::default();
    for line in block.as_str().split('\n') {
        let mut rest = line;
        while let Some((start, end)) = seal(rest) {
            draft.take_part(block, &rest[start..end]);
            out.join('\n', &block.slice(rest[..start].trim()));
            rest = &rest[end..];
        }
        if signatories::is_seal(rest) {
            draft.take_part(block, rest);
        } else {
            out.join('\n', &block.slice(rest.trim()));
        }
    }
    out
}

/// Brackets in this line that hold no more than words for a signature or a stamp.
fn seal(line: &str) -> Option<(usize, usize)> {
    let opened = line.match_indices(['[', '(', '<', '{']).take(MOST_BRACKETS);
    opened.map(|(at, _)| at).find_map(|start| {
        let end = start + line[start..].find([']', ')', '>', '}'])?;
        signatories::is_seal(&line[start + 1..end]).then_some((start, end + 1))
    })
}

/// Brackets of a line that are looked into.
const MOST_BRACKETS: usize = 8;

/// The parts of a signature block.
pub(super) fn signatory(draft: &mut Draft, block: &Text, label: crate::source::Span) -> Field<Signatory> {
    let trimmed = block.as_str().trim();
    if trimmed.is_empty() || is_dots(trimmed) {
        return Field::Blank(label.into());
    }
    if is_dash(trimmed) {
        draft.take(block);
        return Field::Dash(block.place(trimmed));
    }
    let identity = &draft.sop.identity;
    let said = |field: &Field<Sourced<String>>| field.value().cloned().unwrap_or_default();
    let (agency, unit) = (said(&identity.agency), said(&identity.unit));
    let number = identity.number.value().map(|number| number.0.clone()).unwrap_or_default();
    let houses = person::Houses { names: [&agency, &unit], number: &number };
    if date::parse(trimmed).is_some() {
        draft.take(block);
        draft.unreadable(Path::identity("disahkan_oleh"), None, Some(block.span(trimmed)));
        return Field::Unreadable(Sourced::new(trimmed.to_owned(), block.place(trimmed)));
    }
    let block = &unsealed(draft, block);
    let parts = person::signatory_of(block.as_str(), &houses);
    let mut part = |slice: Option<&str>| {
        slice.filter(|slice| slice.chars().any(char::is_alphanumeric)).map(|slice| {
            draft.take_part(block, slice);
            let text = folded(slice);
            Sourced::new(text.trim_end_matches([',', ':']).to_owned(), block.place(slice))
        })
    };
    // The words of an empty box for an electronic signature stand between office and name.
    let without_box = |slice: &'_ str| slice.trim_end().strip_suffix(ELECTRONIC_SIGNATURE).map(str::len);
    let position = part(parts.position.map(|slice| &slice[..without_box(slice).unwrap_or(slice.len())]));
    let name = part(parts.name);
    let rank = part(parts.rank);
    let grade = part(parts.grade);
    let nip = person::nip(block.as_str());
    take_label_of_nip(draft, block);
    if let Some(at) = block.as_str().find(ELECTRONIC_SIGNATURE) {
        draft.take_part(block, &block.as_str()[at..at + ELECTRONIC_SIGNATURE.len()]);
    }
    let nip = nip.map(|(digits, slice, repaired)| {
        draft.take_part(block, slice);
        if repaired {
            let reason = format!("huruf dibaca sebagai angka pada `{}`", slice.trim());
            draft.repaired(Path::identity("disahkan_oleh/nip"), reason, Some(block.span(slice)));
        }
        Sourced::new(Nip(digits), block.place(slice))
    });
    Field::Known(Signatory { position, name, rank, grade, nip })
}

/// The word `NIP` is the label of the number.
fn take_label_of_nip(draft: &mut Draft, block: &Text) {
    let text = block.as_str();
    for word in text.split(|it: char| !it.is_alphanumeric()) {
        let is_signed = || signatories::SIGNED.iter().any(|sign| sign.eq_ignore_ascii_case(word));
        if is_signed()
            || ["nip", "nlp", "nippppk", "nrp", "ni", "pppk"].iter().any(|label| label.eq_ignore_ascii_case(word))
        {
            draft.take_part(block, word);
        }
    }
}

/// Says something about who signs beyond what the label left blank.
pub(super) fn has_signatory(identity: &Identity) -> bool {
    matches!(&identity.signatory, Field::Known(it) if it.name.is_some() || it.nip.is_some())
}

//! A cell outside the table → labels, headings and the text between them.

mod inside;
pub(super) mod titles;

use super::identity::{is_code, is_office, takes};
use super::sections::is_worded as sections_say;
use super::table::{is_dash, prose};
use crate::document::{Layout, Row};
use crate::grammar::step_number::{roman_number, step_number};
use crate::grammar::{date, offset_in};
use crate::model::SectionKind;
use crate::vocabulary::fold::{fold, fold_in};
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::list_words::BULLETS;
use crate::vocabulary::offices::begins_actor;
use crate::vocabulary::sections::{self, Heading};
use inside::{begins_date, dated_word, first_label, signs};
use smallvec::{SmallVec, smallvec};
use std::cell::LazyCell;

/// One piece of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece<'t> {
    /// A label of the identity block; the slice is its spelling.
    Label(Label, &'t str),
    /// The last words of the label that began in the row above.
    LabelEnd(&'t str),
    /// The heading of a section.
    Heading(Heading, &'t str),
    /// Anything else.
    Text(&'t str),
}

/// Longest label before a colon, in bytes.
const LONGEST_BEFORE_COLON: usize = 60;

/// Longest label, in words, or in letters where it is spaced: `D A S A R  H U K U M`.
const MOST_LETTERS: usize = 24;

/// Longest text that is searched for further labels: a line of the identity block, not a paragraph.
const LONGEST_LINE: usize = 240;

/// Between the labels of a line that a program wrote.
const BARS: &[&str] = &[" | ", " · ", " • "];

/// The pieces of a cell: mostly it is one, or a label and its value.
pub(super) type Pieces<'t> = SmallVec<[Piece<'t>; 2]>;

/// The pieces of each filled cell of a row, labels inside included.
pub(super) type CutRow<'t> = Vec<Pieces<'t>>;

/// Cuts the filled cells of a row.
pub(super) fn cut_row(row: &Row) -> CutRow<'_> {
    let title = |text| if row.is_heading { titled(text) } else { None };
    let cut = |text| title(text).map_or_else(|| pieces(text, true), |piece| smallvec![piece]);
    let mut cells: CutRow = row.filled().map(|cell| cut(cell.text.as_str())).collect();
    number_headings(row, &mut cells);
    name_coloned(row, &mut cells);
    name_dates(&mut cells);
    titles::keep_beside(row, &mut cells);
    cells
}

/// The names of the columns of a table of sections, which say nothing.
pub(super) fn cut_names(row: &Row) -> CutRow<'_> {
    row.filled().map(|_| Pieces::new()).collect()
}

/// A row of such a table: the number says nothing, behind it stand the heading, known or not, and the contents.
pub(super) fn cut_component(row: &Row) -> CutRow<'_> {
    let mut cells = row.filled().map(|cell| cell.text.as_str().trim());
    match (cells.next(), cells.next(), cells.next()) {
        (Some(number), Some(title), Some(contents)) if step_number(number).is_some() => {
            let heading = sections::component(title);
            vec![Pieces::new(), smallvec![Piece::Heading(heading, title)], smallvec![Piece::Text(contents)]]
        }
        _ => cut_row(row),
    }
}

/// `3.` in a cell of its own before a heading says nothing.
fn number_headings(row: &Row, cells: &mut CutRow) {
    let number = |text: &str| text.trim().len() <= 3 && step_number(text).is_some();
    let [first, second, ..] = &mut cells[..] else { return };
    if matches!(second[..], [Piece::Heading(..)] | [Piece::Heading(..), Piece::Text(_)])
        && row.layout != Layout::Plain
        && row.texts().next().is_some_and(number)
    {
        first.clear();
    }
}

/// `Kode` and `: 12.POS.04` in the next cell.
fn name_coloned(row: &Row, cells: &mut CutRow) {
    for (at, text) in row.texts().skip(1).enumerate() {
        let [Piece::Text(word)] = cells[at][..] else { continue };
        let value = text.trim_start().strip_prefix(':');
        // `Disiapkan` beside `Instruktur` asks for a person without a colon too.
        let asks = |label| matches!(label, Label::Maker | Label::Examiner | Label::Signatory);
        let is_person = || labels::coloned(word).is_some_and(asks) && (is_office(text) || begins_actor(text));
        if let Some(piece) = coloned(word, value.unwrap_or(text)).filter(|_| value.is_some() || is_person()) {
            cells[at] = smallvec![piece];
        }
    }
}

/// `Dibuat : 4 Agustus 2020`, in one cell or two: a word that is a label where a date or a dash stands beside it.
fn name_dates(cells: &mut CutRow) {
    for at in 0..cells.len() {
        let (word, value) = match cells[at][..] {
            [Piece::Text(text)] => text.split_once(':').unwrap_or((text, "")),
            // `Ditetapkan : 6 Juli 2020` asks for no person.
            [Piece::Label(Label::Signatory, word)] => (word, ""),
            [Piece::Label(Label::Signatory, word), Piece::Text(value)] => (word, value),
            _ => continue,
        };
        let Some(label) = labels::dated(word) else { continue };
        let beside = || match cells.get(at + 1).map(SmallVec::as_slice) {
            Some([Piece::Text(value)]) => value,
            _ => "",
        };
        let (value, is_inside) = if value.is_empty() { (beside(), false) } else { (value.trim(), true) };
        let asks_for_person = matches!(cells[at].first(), Some(Piece::Label(..)));
        if !(is_dash(value) && !asks_for_person || begins_date(value)) {
            continue;
        }
        cells[at] = smallvec![Piece::Label(label, word)];
        if is_inside {
            cells[at].push(Piece::Text(value));
        }
    }
}

/// `3. Referensi & Dasar Hukum`, marked as a heading: a part of it names a section.
fn titled(text: &str) -> Option<Piece<'_>> {
    let numbered = text.split_once(['.', ')']).filter(|(mark, _)| mark.len() <= 2).map_or(text, |(_, rest)| rest);
    let parts = numbered.split(['&', '/']).filter(|part| part.len() < numbered.len());
    let mut headings = parts.filter_map(|part| sections::exact(&fold(part)));
    headings.find(|heading| matches!(heading, Heading::Section(_))).map(|heading| Piece::Heading(heading, text))
}

/// A heading of the steps, or of a stage of them, in the first of these rows, and a list of them behind it or in the next row that is
/// not blank, or below the heading of their first stage there.
pub(super) fn heads_steps(rows: &[Row], cut: &CutRow) -> bool {
    // The number of a row of sections has no pieces, and `C.` beside its heading is no more.
    let is_mark = |pieces: &[Piece]| matches!(pieces, [Piece::Text(text)] if cut.len() > 1 && counts_chapter(text));
    let mut cells = cut.iter().map(SmallVec::as_slice).filter(|pieces| !pieces.is_empty() && !is_mark(pieces));
    let is_stage = match cells.next() {
        Some([Piece::Heading(Heading::Procedure, _)]) => false,
        Some([Piece::Text(text)]) if cut.len() == 1 && prose::is_stage(text) => true,
        _ => return false,
    };
    let beside = cells.find_map(|pieces| match pieces {
        [Piece::Text(text), ..] => Some(*text),
        _ => None,
    });
    let mut below = rows[1..].iter().filter(|row| !row.is_blank());
    let prose_follows = || !is_stage && prose::sentences_follow(rows[1..].iter().filter(|row| !row.is_blank()));
    // The number may have a cell of its own.
    let opens = |row: &Row| prose::opens(&row.texts().take(2).collect::<Vec<_>>().join(" "));
    match beside {
        Some(text) => prose::opens(text) || !is_stage && prose::opens_prose(text),
        None => {
            let listed = below.next().is_some_and(|row| {
                let heads = |text: &str| prose::is_stage(text) || prose::names_actor(text);
                let is_staged = !is_stage && row.single().is_some_and(|cell| heads(cell.text.as_str()));
                let lettered = |text: &str| !is_stage && prose::is_lettered_stage(text);
                let is_lettered = row.single().is_some_and(|cell| lettered(cell.text.as_str()));
                let tells = |row: &Row| prose::is_step(&row.texts().take(2).collect::<Vec<_>>().join(" "), 1);
                let first = if is_staged || is_lettered { below.next() } else { None };
                opens(row) || first.is_some_and(|first| is_staged && opens(first) || is_lettered && tells(first))
            });
            listed || prose_follows()
        }
    }
}

/// `C.`, `IV.`: what counts the chapters of a text, and no more.
pub(super) fn counts_chapter(text: &str) -> bool {
    let bare = text.trim().strip_suffix(['.', ')']).unwrap_or_default();
    matches!(bare.as_bytes(), [b'A'..=b'Z']) || roman_number(bare).is_some()
}

/// The pieces of a cell without a search for labels behind the first words, from those with one.
pub(super) fn without_inner<'t>(text: &'t str, cut: Pieces<'t>) -> Pieces<'t> {
    // Only a search that found one parts a text that begins with no label.
    if matches!(cut[..], [Piece::Text(_), _, ..]) { pieces(text, false) } else { cut }
}

/// Cuts a cell into its pieces. `inside` looks for labels behind the first words as well.
pub(super) fn pieces(text: &str, inside: bool) -> Pieces<'_> {
    let mut out = Pieces::new();
    // `Kode: OPS-017 | Revisi: 3`: each part is a label with its value.
    let bars = |bar: &&&str| text.contains(**bar) && text.split(**bar).all(|part| part.contains(':'));
    let bar = BARS.iter().find(bars).filter(|_| inside && text.len() <= LONGEST_LINE);
    for part in text.split(bar.copied().unwrap_or("\0")) {
        let mut inside = inside;
        let mut next = Some(part);
        while let Some(text) = next {
            next = cut(text, inside, &mut out);
            inside = true;
        }
    }
    out
}

/// Cuts off the first pieces; returns what is still to be cut.
fn cut<'t>(text: &'t str, inside: bool, out: &mut Pieces<'t>) -> Option<&'t str> {
    let text = text.trim_matches(|it: char| it.is_whitespace() || it == ':');
    if text.is_empty() {
        return None;
    }
    if let Some((label, spelling, value)) = around_value(text) {
        out.push(Piece::Label(label, spelling));
        out.push(Piece::Text(value));
        return None;
    }
    if let Some((piece, rest)) = leading(text) {
        out.push(piece);
        // Behind a heading only another one counts.
        if matches!(piece, Piece::Label(..)) || heading_alone(rest) {
            return Some(rest);
        }
        push_text(rest, out);
        return None;
    }
    if inside
        && text.len() <= LONGEST_LINE
        && let Some((at, stops)) = first_label(text)
    {
        push_text(text[..at].trim_end().trim_end_matches(stops), out);
        return Some(&text[at..]);
    }
    push_text(text, out);
    None
}

fn push_text<'t>(text: &'t str, out: &mut Pieces<'t>) {
    let text = text.trim_matches(|it: char| it.is_whitespace() || it == ':');
    if !text.is_empty() {
        out.push(Piece::Text(text));
    }
}

/// A label or heading at the start of the text, and what follows it.
fn leading(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(piece) = whole(text) {
        return Some((piece, ""));
    }
    if let Some(heading) = numbered_heading(text) {
        return Some((Piece::Heading(heading, text), ""));
    }
    if let Some((line, below)) = text.split_once('\n')
        && let Some(piece) = whole(line.trim_matches(|it: char| it.is_whitespace() || it == ':'))
    {
        return Some((piece, below));
    }
    if let Some((first, second)) = twin(text) {
        return Some((first, second));
    }
    if let Some(colon) = text.find(':').filter(|colon| *colon <= LONGEST_BEFORE_COLON) {
        let (before, after) = (&text[..colon], &text[colon + 1..]);
        // `PROSEDUR : MONITORING` is a title.
        let titled = |piece: &Piece| matches!(piece, Piece::Heading(Heading::Procedure, _)) && !after.trim().is_empty();
        if let Some(piece) = coloned(before, after).or_else(|| whole(before)).filter(|piece| !titled(piece)) {
            return Some((piece, after));
        }
    }
    let dated = || dated_word(text).map(|(label, word, value)| (Piece::Label(label, word), value));
    by_words(text)
        .or_else(dated)
        .or_else(|| numbered_label(text))
        .or_else(|| signing_label(text))
        .or_else(|| numbered_list(text))
}

/// `Unit Pelaksana : Seksi …`, `Dasar : PMK Nomor …`: words that are labels or headings only before a colon and what they ask for.
fn coloned<'t>(before: &'t str, after: &str) -> Option<Piece<'t>> {
    let value = after.trim();
    let fits = |label: Label| match label {
        Label::Number => takes(label, value) || is_code(value),
        Label::Maker | Label::Examiner | Label::Signatory => {
            let is_title = value.starts_with(char::is_uppercase) && value.contains(' ');
            is_office(value) || begins_actor(value) || is_title && !value.contains(|it: char| it.is_ascii_digit())
        }
        _ => takes(label, value),
    };
    let worded = || labels::coloned(before).filter(|label| !value.is_empty() && fits(*label));
    let dated = labels::dated(before).filter(|_| begins_date(value));
    let label = dated.or_else(worded).map(|label| Piece::Label(label, before));
    let heads = || before.trim().eq_ignore_ascii_case(sections::BASIS) && sections_say(SectionKind::LegalBasis, value);
    label.or_else(|| heads().then_some(Piece::Heading(Heading::Section(SectionKind::LegalBasis), before)))
}

/// `Ditetapkan Kepala Dinas … NIP. …`
fn signing_label(text: &str) -> Option<(Piece<'_>, &str)> {
    let (word, rest) = text.split_once([' ', ':', ',']).filter(|_| signs(text))?;
    Some((Piece::Label(Label::Signatory, word), rest))
}

/// `5. Alat dan Bahan 1. Sarung tangan`: a heading with its number, and its list behind it.
fn numbered_list(text: &str) -> Option<(Piece<'_>, &str)> {
    let length = text.as_bytes().iter().take(LONGEST_MARK).position(|it| matches!(it, b'.' | b')'))?;
    let is_mark =
        |mark: &str| !mark.is_empty() && mark.bytes().all(|it| it.is_ascii_digit() || it.is_ascii_uppercase());
    let named = text[length + 1..].strip_prefix(' ').filter(|_| is_mark(&text[..length]))?;
    match by_words(named)? {
        (Piece::Heading(heading, spelling), rest) if begins_list(rest) && spelling.len() <= LONGEST_HEADING => {
            Some((Piece::Heading(heading, &text[..offset_in(text, spelling) + spelling.len()]), rest))
        }
        _ => None,
    }
}

/// Longest heading before its list in one line, in bytes.
const LONGEST_HEADING: usize = 48;

/// `Nomor 188/06/SOP/2013`: a short label before a number that says what it numbers.
fn numbered_label(text: &str) -> Option<(Piece<'_>, &str)> {
    let (first, rest) = text.split_once(' ')?;
    let label = labels::short(first).filter(|label| *label == Label::Number)?;
    let value = rest.trim();
    let is_number = !value.contains(char::is_whitespace) && value.contains('/') && value.to_lowercase().contains("sop");
    is_number.then_some((Piece::Label(label, first), rest))
}

/// The label or heading that a whole text spells.
fn whole(text: &str) -> Option<Piece<'_>> {
    let label = labels::whole(text).or_else(|| labels::short(text));
    let label = label.map(|label| Piece::Label(label, text));
    label.or_else(|| sections::whole(text).map(|heading| Piece::Heading(heading, text)))
}

/// The text is one heading, or two.
fn heading_alone(text: &str) -> bool {
    let text = text.trim_matches(|it: char| it.is_whitespace() || it == ':');
    matches!(whole(text), Some(Piece::Heading(..))) || twin(text).is_some()
}

/// Longest line of two headings.
const LONGEST_TWIN: usize = 80;

/// `Dasar Hukum Kualifikasi Pelaksana`: two headings in one line, of which one is to the letter.
fn twin(text: &str) -> Option<(Piece<'_>, &str)> {
    if text.len() > LONGEST_TWIN || !sections::may_open(text) {
        return None;
    }
    let mut words = text.split_whitespace();
    let mut folded = fold(words.next()?);
    let is_one = LazyCell::new(|| sections::exact(&fold(text)).is_some());
    let section = |text: &str| {
        let text = text.trim_matches(|it: char| it.is_whitespace() || it == ':');
        sections::whole(text).filter(|heading| matches!(heading, Heading::Section(_)))
    };
    words.take(MOST_LETTERS).find_map(|word| {
        let (left, right) = text.split_at(offset_in(text, word));
        let to_the_letter = sections::exact(&folded).filter(|heading| matches!(heading, Heading::Section(_)));
        let is_other_exact = || sections::may_open(right) && sections::exact(&fold(right)).is_some() && !*is_one;
        let heading = to_the_letter.or_else(|| if is_other_exact() { section(left) } else { None });
        folded.push_str(&fold_in(word, &mut [0; 64]));
        let heading = heading?;
        let other = section(right)?;
        (other != heading).then_some((Piece::Heading(heading, left.trim_end()), right))
    })
}

/// `3. Kebijakan`, `A. Dasar Hukum`: a heading with its number, to the letter.
fn numbered_heading(text: &str) -> Option<Heading> {
    if text.len() > 64 {
        return None;
    }
    let length = text.as_bytes().iter().take(LONGEST_MARK).position(|it| matches!(it, b'.' | b')'))?;
    let (mark, rest) = (&text[..length], &text[length + 1..]);
    let numbered = !mark.is_empty() && mark.bytes().all(|it| it.is_ascii_digit() || it.is_ascii_uppercase());
    if !numbered || rest.len() > 48 || !rest.starts_with(' ') {
        return None;
    }
    let folded = fold(rest);
    sections::exact(&folded).or_else(|| sections::counted(&folded))
}

/// Letters of the longest number of a heading, its stop included: `VIII.`
const LONGEST_MARK: usize = 5;

/// The longest run of words at the start that spells a label to the letter.
fn by_words(text: &str) -> Option<(Piece<'_>, &str)> {
    if !(labels::may_open(text) || sections::may_open(text)) {
        return None;
    }
    let mut folded = String::new();
    let mut best = None;
    for (count, word) in text.split_whitespace().take(MOST_LETTERS).enumerate() {
        let mut room = [0; 64];
        let letters = fold_in(word, &mut room);
        if letters.is_empty() {
            // A dash or a number is a value; only inside a label signs such as `/` mean nothing.
            if folded.is_empty() || word.chars().any(char::is_alphanumeric) {
                break;
            }
            continue;
        }
        if folded.is_empty() && !(labels::begins(&letters) || sections::begins(&letters)) {
            break;
        }
        folded.push_str(&letters);
        let end = offset_in(text, word) + word.len();
        if folded.len() > 48 || (count > 0 && !(labels::begins(&folded) || sections::begins(&folded))) {
            break;
        }
        let rest = &text[end..];
        if let Some(label) = labels::exact(&folded).filter(|_| count > 0) {
            best = Some((Piece::Label(label, &text[..end]), rest));
        } else if let Some(heading) = sections::exact(&folded)
            .filter(|heading| *heading != Heading::Procedure && opens(*heading, &text[..end], rest))
        {
            // `KETERKAITAN SOP Surat Masuk`: the shorter heading leaves the item whole.
            let whole = matches!(best, Some((Piece::Heading(before, _), _)) if before == heading) && !begins_list(rest);
            if !whole {
                best = Some((Piece::Heading(heading, &text[..end]), rest));
            }
        }
    }
    best
}

/// The text behind a heading is its content: a list, text in small letters behind capitals, or worded as items of it are.
fn opens(heading: Heading, spelling: &str, rest: &str) -> bool {
    let capitals = !spelling.contains(char::is_lowercase) && rest.contains(char::is_lowercase);
    // `Peralatan Komputer` is an item.
    let several = spelling.trim().contains([' ', '/']) || heading != Heading::Section(SectionKind::Equipment);
    let worded = several && matches!(heading, Heading::Section(kind) if sections_say(kind, rest));
    begins_list(rest) || capitals && rest.trim_start().starts_with(char::is_uppercase) || worded
}

/// `1. ...`, `- ...`, `• ...`: the content of a section that stands behind its heading.
fn begins_list(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with(BULLETS)
        || rest.starts_with(['-', '–'])
        || (rest.starts_with(|it: char| it.is_ascii_digit()) && rest[1..].starts_with(['.', ')', ',']))
}

/// `TANGGAL 05 Desember 2017 PEMBUATAN`: the words of the label stand around its value.
fn around_value(text: &str) -> Option<(Label, &str, &str)> {
    let initial = text.as_bytes().iter().find(|it| it.is_ascii_alphabetic());
    if text.len() > 64 || !matches!(initial, Some(b't' | b'T')) {
        return None;
    }
    let first = text.split_whitespace().next()?;
    if !["tanggal", "tgl"].contains(&fold(first).as_str()) {
        return None;
    }
    let rest = &text[first.len()..];
    let dash = rest.split_whitespace().next().filter(|word| is_dash(word));
    let value = dash.or_else(|| date::find(rest).map(|(_, value)| value))?;
    let end = offset_in(text, value) + value.len();
    let label = labels::exact(&format!("tanggal{}", fold(&text[end..])))?;
    Some((label, first, value))
}

#[cfg(test)]
mod tests {
    use super::Piece::{Heading as H, Label as L, Text as T};
    use super::*;
    use crate::model::SectionKind;

    #[test]
    fn labels_stand_alone_before_colons_and_fused() {
        assert_eq!(pieces("Nomor SOP : 12/X", true)[..], [L(Label::Number, "Nomor SOP "), T("12/X")]);
        assert_eq!(
            pieces("Tanggal Efektif Disahkan oleh", true)[..],
            [L(Label::Effective, "Tanggal Efektif"), L(Label::Signatory, "Disahkan oleh")]
        );
        assert_eq!(
            pieces("Tanggal Pembuatan 01/03/2018 Tanggal Revisi 16/09/2019", true)[..],
            [
                L(Label::Created, "Tanggal Pembuatan"),
                T("01/03/2018"),
                L(Label::Revised, "Tanggal Revisi"),
                T("16/09/2019")
            ]
        );
        assert_eq!(
            pieces("TANGGAL 05 Desember 2017 PEMBUATAN", true)[..],
            [L(Label::Created, "TANGGAL"), T("05 Desember 2017")]
        );
        assert_eq!(
            pieces("Dasar Hukum 1. UU 23", false)[..],
            [H(Heading::Section(SectionKind::LegalBasis), "Dasar Hukum"), T("1. UU 23")]
        );
        assert_eq!(pieces("Nomor 188.4/06/SOP/2013", false)[..], [L(Label::Number, "Nomor"), T("188.4/06/SOP/2013")]);
        let sentence = "Keputusan ini berlaku sejak tanggal ditetapkan.";
        assert_eq!(pieces(sentence, true)[..], [T(sentence)]);
        assert_eq!(pieces("(nama)", true)[..], [T("(nama)")]);
        assert_eq!(pieces("Peringatan dini bencana", false)[..], [T("Peringatan dini bencana")]);
    }
}

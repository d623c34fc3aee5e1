//! Rows with labels, and the lines around them → each label with its value.

use super::{Block, Labelled, Open, Reader, Stretch, behind_colon};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::person;
use crate::parse::deal::{are_stacked, below_all, deal, direct, is_dated, is_whole, line_by_line};
use crate::parse::identity::{is_office, takes};
use crate::parse::pieces::{Piece, Pieces};
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::list_words::BULLETS;
use crate::vocabulary::signatories::{self, Part};
use crate::vocabulary::{bodies, fold};

/// A value in the column beside the label begins so far to the right of it.
const LEAST_GAP: usize = 8;

/// So many lines, blank or of the letterhead, may stand between the office and the name of who signs.
const WIDEST_SIGNATURE: usize = 6;

/// So far from the label above it a text may begin that only blanks hold in its column.
const WIDEST_SLANT: usize = 3;

/// Most words of the last line of a name.
const MOST_LAST_WORDS: usize = 2;

/// A shorter line of a name, in bytes, had room for more.
const SHORTEST_FULL_LINE: usize = 24;

/// Where the value of the last label stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// Its column.
    column: usize,
    /// Where the label stands.
    label: usize,
    /// Where it ends.
    edge: usize,
    layout: Layout,
}

impl Beside {
    /// The cell begins where the value does, right of where labels stand.
    pub(super) fn is_value(self, cell: &Cell) -> bool {
        cell.column > self.label && cell.column + 2 >= self.column
    }

    /// The cell of a row below stands in the column of the value.
    fn holds(self, cell: &Cell, row: &Row) -> bool {
        match (self.layout, row.layout) {
            // In a table the value stands in its own column, and alone or beside the letterhead.
            (_, Layout::Cells) => cell.column.abs_diff(self.column) <= 1 && row.filled().count() <= 2,
            // A label alone in its line, inside the page, stands in the middle of the lines of its value.
            (Layout::Plain, _) => self.column > LEAST_GAP && cell.column > self.edge,
            _ => cell.column + 2 >= self.column || cell.column > self.edge,
        }
    }
}

impl Reader {
    /// A row with labels: texts before the first are the letterhead, texts behind a label are its value.
    pub(super) fn labelled(&mut self, row: &Row, at: usize, cut: &[(&Cell, Pieces)]) {
        let next = cut.iter().flat_map(|(_, pieces)| pieces).find_map(|piece| match piece {
            Piece::Label(label, _) => Some(*label),
            _ => None,
        });
        let tail = self.settle(next);
        self.label_row = at;
        let mut first = self.lines.labels.len();
        let (mut section, mut seen) = (None, false);
        let mut loose: Vec<Text> = Vec::new();
        for (cell, pieces) in cut {
            let (column, text) = (cell.column, &cell.text);
            for (position, piece) in pieces.iter().enumerate() {
                let value_column = if position + 1 < pieces.len() { column } else { column + 1 };
                match piece {
                    Piece::Label(label, spelling) => {
                        (section, seen) = (None, true);
                        let spelling = text.slice(spelling);
                        let edge = column + spelling.as_str().chars().count();
                        self.open =
                            Open::Label(Beside { column: value_column, label: column, edge, layout: row.layout });
                        self.lines.structure.push(spelling.clone());
                        self.lines.labels.push(Labelled { label: *label, spelling, value: Text::default(), row: at });
                    }
                    Piece::LabelEnd(spelling) => {
                        self.lines.structure.push(text.slice(spelling));
                        first = first.min(self.lines.labels.len().saturating_sub(1));
                        seen = true;
                        let edge = column + spelling.chars().count();
                        self.open =
                            Open::Label(Beside { column: value_column, label: column, edge, layout: row.layout });
                    }
                    Piece::Heading(heading, spelling) => {
                        self.lines.blocks.push(Block::default());
                        section = self.section(*heading, text.slice(spelling), (at, column), row.layout);
                        self.open = Open::Sections;
                    }
                    Piece::Text(part) if section.is_some() => self.behind(section, column, text.slice(part)),
                    Piece::Text(part) if !seen => {
                        let part = text.slice(part);
                        if !self.continues_half(&part) {
                            self.free(part, at, Stretch::of(row, cell));
                        }
                    }
                    // Beside a value that is whole, the letterhead goes on.
                    Piece::Text(part) if self.lines.labels.last().is_some_and(|label| is_whole(label, part)) => {
                        self.free(text.slice(part), at, Stretch::of(row, cell));
                    }
                    Piece::Text(part) => {
                        if let Open::Label(beside) = &mut self.open {
                            beside.column = column;
                        }
                        let part = text.slice(part);
                        let labels = &mut self.lines.labels[first..];
                        let beside = position == 0 && are_stacked(labels) && part.as_str().contains('\n');
                        if beside && line_by_line(labels, &part) {
                            continue;
                        }
                        if beside && labels.len() > 2 {
                            // Which lines are of which labels is not told by their number.
                            self.free(part, at, Stretch::of(row, cell));
                        } else if position == 0 || !direct(labels, &part) {
                            loose.push(part);
                        }
                    }
                }
            }
            if self.lines.labels.len() > first {
                deal(&mut self.lines.labels[first..], &mut loose, false);
            }
        }
        deal(&mut self.lines.labels[first..], &mut loose, true);
        self.put_above(first, tail);
    }

    /// `Dibuat oleh | Diperiksa oleh | Disetujui oleh`: nothing but labels, side by side, whose values stand below: those of persons in
    /// as many rows as they take, others in the next one.
    pub(super) fn asks_for_persons(&mut self, row: &Row, cut: &[(&Cell, Pieces)]) {
        let asks = |it: &Pieces| matches!(it[..], [Piece::Label(Label::Maker | Label::Examiner | Label::Signatory, _)]);
        self.persons.clear();
        let is_label = |it: &Pieces| matches!(it[..], [Piece::Label(..)]);
        self.heads_values = cut.iter().any(|(_, pieces)| !asks(pieces));
        let in_columns = row.layout == Layout::Cells || row.layout == Layout::Spaced && !self.heads_values;
        if in_columns && cut.len() > 1 && cut.iter().all(|(_, pieces)| is_label(pieces)) {
            let first = self.lines.labels.len() - cut.len();
            self.persons = cut.iter().enumerate().map(|(at, (cell, _))| (cell.column, first + at)).collect();
        }
    }

    /// Gives each cell of a row below such labels to the label it stands under.
    pub(super) fn answers(&mut self, row: &Row) -> bool {
        let slack = if row.layout == Layout::Cells { 0 } else { WIDEST_SLANT };
        let is_under = |cell: &Cell, column: usize| column.abs_diff(cell.column) <= slack;
        let under = |cell: &Cell| self.persons.iter().find(|(column, _)| is_under(cell, *column)).map(|(_, at)| *at);
        let places: Option<Vec<usize>> = row.filled().map(under).collect();
        let fits = |places: &Vec<usize>| {
            let mut pairs = row.filled().zip(places);
            !self.heads_values || pairs.all(|(cell, at)| takes(self.lines.labels[*at].label, cell.text.as_str()))
        };
        let places = places.filter(|it| !it.is_empty() && row.layout != Layout::Plain && fits(it));
        let Some(places) = places else {
            self.persons.clear();
            return false;
        };
        if self.heads_values {
            // Of other values than persons one row tells all.
            self.persons.clear();
        }
        for (cell, at) in row.filled().zip(places) {
            self.lines.labels[at].value.join('\n', &cell.text);
        }
        true
    }

    /// What stands above the value of a label, which is set in the middle of its cell, is its beginning.
    fn put_above(&mut self, first: usize, tail: Vec<Text>) {
        let takes = |it: &&mut Labelled| matches!(it.label, Label::Title | Label::Signatory);
        if let (Some(label), false) = (self.lines.labels[first..].iter_mut().find(takes), tail.is_empty()) {
            let own = std::mem::take(&mut label.value);
            tail.iter().chain([&own]).for_each(|part| label.value.join('\n', part));
        }
    }

    /// `Prosedur` before `Tanggal Pembuatan`: the end of the label above, not a letterhead.
    fn continues_half(&mut self, half: &Text) -> bool {
        let part = half.as_str();
        let Some(last) = self.lines.labels.last() else { return false };
        let joined = format!("{} {part}", last.spelling.as_str());
        let same = labels::exact(&fold(&joined)) == Some(last.label) && last.value.is_blank();
        let ends = same && part.split_whitespace().count() <= 2;
        if ends {
            self.lines.structure.push(half.clone());
        }
        ends
    }

    /// Gives the lines below the last label to it, but for those that belong to the next one: behind the number of who signs
    /// nothing more is said of him. Returns the lines for the next label.
    pub(super) fn settle(&mut self, next: Option<Label>) -> Vec<Text> {
        let mut below = std::mem::take(&mut self.below);
        let above = std::mem::take(&mut self.above);
        let mut tail = Vec::new();
        if let Some(last) = self.lines.labels.last_mut() {
            if last.label == Label::Signatory && next == Some(Label::Title) {
                let signed = |text: &Text| {
                    let text = text.as_str();
                    person::nip(text).is_some() || person::has_rank(text) || person::is_label_of_nip(text)
                };
                let named = |text: &Text| person::is_named(text.as_str());
                let end = below.iter().rposition(signed).or_else(|| below.iter().rposition(named)).map(|end| end + 1);
                let signs = |line: &str| person::is_named(line) || person::nip(line).is_some();
                let end = end.or(last.value.as_str().lines().next_back().is_some_and(signs).then_some(0));
                tail = end.map_or(Vec::new(), |end| below.split_off(end));
            }
            for text in &below {
                match last.label == Label::Number && goes_on_with_number(last.value.as_str(), text.as_str()) {
                    true => last.value.append(text),
                    false => last.value.join('\n', text),
                }
            }
        }
        let wanted = match next {
            Some(Label::Signatory) => above.first().is_some_and(|at| is_signature(self.lines.free[*at].text.as_str())),
            Some(Label::Title) => true,
            _ => false,
        };
        if wanted {
            for at in above.into_iter().rev() {
                tail.insert(0, self.lines.free.remove(at).text);
            }
        }
        tail
    }

    /// A row below the label that is open, whose value stands in that column.
    pub(super) fn below_label(&mut self, row: &Row, at: usize, open: Beside) {
        let is_next = at == self.label_row + 1 && row.layout == Layout::Plain;
        if let Some(cell) = row.single().filter(|_| is_next)
            && below_all(&mut self.lines.labels, &cell.text)
        {
            return;
        }
        if let Some(cell) = row.single().filter(|cell| row.layout == Layout::Plain && self.takes_line_below(cell, at)) {
            self.label_row = at;
            let asked = self.lines.labels.last().filter(|it| it.label == Label::Number);
            let beside = asked.and_then(|asked| {
                let text = cell.text.as_str();
                beside_number(text).or_else(|| last_of_number(asked.value.as_str(), text))
            });
            let Some((head, number)) = beside else {
                return self.below.push(cell.text.clone());
            };
            self.below.push(cell.text.slice(number));
            return self.free(cell.text.slice(head), at, Stretch::of(row, cell));
        }
        if self.tells_of_signatory(row, open) {
            return;
        }
        // `Versi` and `2` below `Kode` and its value: another label, though none that is known.
        let has_value = self.lines.labels.last().is_some_and(|it| !it.value.is_blank());
        let is_labelled = has_value
            && row.layout == open.layout
            && row.filled().count() > 1
            && row.filled().any(|cell| cell.column == open.label);
        for cell in row.filled() {
            let below = open.layout != Layout::Plain && row.layout != Layout::Plain || cell.column > 0;
            let Some(last) = self.lines.labels.last() else { continue };
            let dated = is_dated(last) || is_other(last);
            let in_column = below && cell.column > 0 && !is_labelled && open.holds(cell, row);
            // A colon parts a value from a label of its own line.
            let is_other = cell.text.as_str().trim_start().starts_with(':');
            if in_column && !dated && !is_other {
                self.below.push(cell.text.clone());
            } else {
                if in_column && open.layout != Layout::Cells {
                    self.above.push(self.lines.free.len());
                }
                self.free(cell.text.clone(), at, Stretch::of(row, cell));
            }
        }
    }

    /// `Nama` | `Budi`, `NIP` | `19…` below the label of who signs, each part behind a label of its own.
    fn tells_of_signatory(&mut self, row: &Row, open: Beside) -> bool {
        let signs = self.lines.labels.last().is_some_and(|it| it.label == Label::Signatory);
        let cells: Vec<&Cell> = row.filled().filter(|cell| cell.text.as_str().trim() != ":").collect();
        let [label, value] = cells[..] else { return false };
        if !signs || row.layout != open.layout || label.column != open.label {
            return false;
        }
        let mut text = behind_colon(&value.text);
        match signatories::part(label.text.as_str()) {
            Some(Part::Number) => {
                let mut whole = label.text.clone();
                whole.join(' ', &text);
                text = whole;
            }
            Some(Part::Person) => self.lines.structure.push(label.text.clone()),
            None => return false,
        }
        self.below.push(text);
        true
    }

    /// A line right below a label of its own line is its value; a signature block goes on up to the NIP, a name as long as its
    /// lines look alike.
    fn takes_line_below(&self, cell: &Cell, at: usize) -> bool {
        let Some(last) = self.lines.labels.last() else { return false };
        let text = cell.text.as_str();
        let known = self.below.last().map_or(last.value.as_str(), Text::as_str);
        let is_blank = last.value.is_blank() && self.below.is_empty();
        let right_below = at == self.label_row + 1;
        let is_body = bodies::body(text).is_some();
        // The letterhead goes on beside the signature.
        let left = matches!(&self.open, Open::Label(beside) if beside.layout == Layout::Spaced
            && (cell.end_column <= beside.label || (is_body && cell.column + 2 < beside.column)));
        if last.label == Label::Number && !is_blank {
            return right_below && (goes_on_with_number(known, text) || last_of_number(known, text).is_some());
        }
        let is_label = self.below.last().is_some_and(|line| person::is_label_of_nip(line.as_str()));
        if last.label == Label::Signatory && is_label && right_below && person::nip(text).is_some() {
            return true;
        }
        // `19631120 198903 1 011` below the name, without its label.
        let is_numbered = last.label == Label::Signatory && right_below && person::nip(text).is_some();
        if left || is_other(last) || !takes(last.label, text) && !is_numbered {
            return false;
        }
        match last.label {
            // A line of a list names nothing.
            Label::Title if is_listed(text) => false,
            // Labels stood first, without their values, and the letterhead begins.
            Label::Title if is_blank && is_body && self.waits_for_values() => false,
            // The name of the SOP may stand below a blank line.
            Label::Title if is_blank => right_below || (at == self.label_row + 2 && self.blank && !is_body),
            Label::Title => right_below && !is_body && (goes_on_with_name(known, text) || self.ends_name(known, text)),
            Label::Signatory => self.signs(last, text, at),
            _ => is_blank && right_below,
        }
    }

    /// A last word or two that did not fit the line of the name, right above the headings of sections: `Lain`.
    fn ends_name(&self, known: &str, text: &str) -> bool {
        let is_word = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
        let is_end = text.split_whitespace().count() <= MOST_LAST_WORDS && text.split_whitespace().all(is_word);
        let is_typed = known.contains(char::is_lowercase) && text.contains(char::is_lowercase);
        self.heading_follows && known.len() >= SHORTEST_FULL_LINE && is_end && is_typed
    }

    /// The line is the office, or goes on with the signature block.
    fn signs(&self, last: &Labelled, text: &str, at: usize) -> bool {
        let mut known = std::iter::once(&last.value).chain(&self.below).map(Text::as_str);
        if known.clone().any(|line| person::nip(line).is_some()) {
            return false;
        }
        let capitals = |text: &str| !text.contains(char::is_lowercase);
        let letterhead = bodies::body(text).is_some()
            && capitals(text)
            && known.clone().any(|line| !line.trim().is_empty() && !capitals(line));
        let numbered = || person::nip(text).is_some() || person::is_label_of_nip(text);
        // Below the room for a signature, one word is a name.
        let lone = || self.blank && person::is_lone(text) && known.clone().any(is_office);
        let person = person::is_named(text) || person::has_rank(text) || numbered() || lone();
        let near = at <= self.label_row + WIDEST_SIGNATURE && person && known.any(|line| !line.trim().is_empty());
        !letterhead && (at == self.label_row + 1 || near)
    }
}

/// A label of another form that has a value: nothing below it is known to be its own.
fn is_other(label: &Labelled) -> bool {
    label.label == Label::Other && !label.value.is_blank()
}

/// `BADAN KARANTINA B-207/OT.140/2017`: a line of the letterhead, read across into the number beside it.
fn beside_number(text: &str) -> Option<(&str, &str)> {
    let (head, number) = text.trim().rsplit_once(char::is_whitespace)?;
    (number.contains('/') && takes(Label::Number, number) && bodies::is_letterhead(head)).then_some((head, number))
}

/// `KELAS I B I/2025` below `W13-A9/0451/OT.01.3/`: the year that ends the number, behind a line that was read across into it.
fn last_of_number<'t>(known: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let (head, end) = text.trim().rsplit_once(char::is_whitespace)?;
    let (before, year) = end.rsplit_once('/')?;
    let is_year = year.len() == 4 && year.starts_with(['1', '2']) && year.bytes().all(|it| it.is_ascii_digit());
    let is_open = known.trim_end().ends_with('/') && !before.is_empty();
    (is_open && is_year && !head.contains(|it: char| it.is_ascii_digit() || it == ':')).then_some((head, end))
}

/// A line above the label `Disahkan oleh` that begins its value.
fn is_signature(text: &str) -> bool {
    is_office(text) || person::is_named(text) || person::nip(text).is_some()
}

/// `PENATAAN BERKAS` and `DI TINGKAT KECAMATAN`.
fn goes_on_with_name(known: &str, text: &str) -> bool {
    let capitals = |text: &str| !text.contains(char::is_lowercase);
    (capitals(known) == capitals(text)) && (capitals(text) || text.starts_with(char::is_lowercase))
}

fn is_listed(text: &str) -> bool {
    text.trim_start().starts_with(|it: char| it.is_ascii_digit() || matches!(it, '-' | '–') || BULLETS.contains(&it))
}

/// `U- /Bg.07/2/KP.04.` and `3/01/2025`.
fn goes_on_with_number(known: &str, text: &str) -> bool {
    let open = known.trim_end().ends_with(['/', '.', '-']) || text.trim_start().starts_with(['/', '.']);
    open && !text.trim().contains(char::is_whitespace) && text.contains(|it: char| it.is_ascii_digit())
}

//! The rows outside the tables → values of labels, lines of sections, and what is left.

use super::deal::{deal, is_dated, is_whole};
use super::pieces::{CutRow, Piece, heads_steps, without_inner};
use crate::document::{Layout, Row, Text};
use crate::grammar::step_number::step_number;
use crate::model::SectionKind;
use crate::vocabulary::labels::Label;
use crate::vocabulary::sections::{self, Heading};
use crate::vocabulary::{fold, noise, offices};

/// What was found outside the tables of one SOP.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Labels in document order, each with its value as far as it stands near.
    pub labels: Vec<Labelled>,
    /// Sections in document order; one of a kind, or more where a heading is repeated.
    pub sections: Vec<Sectioned>,
    /// Everything else that is no noise.
    pub free: Vec<Free>,
    /// Labels and headings: understood, no value.
    pub structure: Vec<Text>,
    /// Page numbers, footers and notes of the signing system.
    pub furniture: Vec<Text>,
    /// The steps as a list of sentences.
    pub procedure: Vec<Line>,
}

/// A label and its value.
#[derive(Debug)]
pub(super) struct Labelled {
    pub label: Label,
    pub spelling: Text,
    /// Empty where nothing stands near the label.
    pub value: Text,
}

/// The lines of one section.
#[derive(Debug)]
pub(super) struct Sectioned {
    /// `None` for a section this form has no place for.
    pub kind: Option<SectionKind>,
    pub heading: Text,
    pub lines: Vec<Line>,
}

/// One line of a section.
#[derive(Debug)]
pub(super) struct Line {
    pub text: Text,
    /// A blank line stands before it.
    pub after_blank: bool,
    /// Column it begins in.
    pub column: usize,
}

/// A line that belongs to no label and no section.
#[derive(Debug)]
pub(super) struct Free {
    pub text: Text,
    /// Row of the document.
    pub row: usize,
    /// Stands behind the procedure table.
    pub after_table: bool,
    /// Row of the last label before it, if one came.
    pub after_label: bool,
    /// A blank line, or another kind of row, stands before it.
    pub after_blank: bool,
}

/// What the next text belongs to.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    /// The value of the last label, which stands in this column.
    Label { column: usize, layout: Layout },
    /// Sections side by side: column of each heading, and its position in `sections`.
    Sections(Vec<(usize, usize)>),
    /// The list of steps.
    Procedure,
}

/// Reads the rows of one SOP that are in no table. `after_table` tells for each row whether a table stands before it.
pub(super) fn read<'t>(
    rows: &'t [Row],
    outside: Vec<(usize, CutRow<'t>)>,
    after_table: impl Fn(usize) -> bool,
) -> Lines {
    let (open, layout) = (Open::Nothing, Layout::Plain);
    let lines = Lines::default();
    let mut reader = Reader { lines, open, blank: true, layout, label_row: 0, after_table: false, new_page: false };
    let mut before = None;
    for (at, cut) in outside {
        if before.is_some_and(|before: usize| before + 1 < at && rows[before + 1..at].iter().any(|row| !row.is_blank()))
        {
            // A table stood between.
            reader.open = Open::Nothing;
            reader.blank = true;
        }
        reader.new_page |= (before.map_or(at, |before| before + 1)..=at).any(|row| rows[row].page_start);
        before = Some(at);
        reader.after_table = after_table(at);
        if heads_steps(&rows[at..], &cut) {
            reader.procedure(&cut, &rows[at]);
        } else {
            reader.row(&rows[at], at, cut);
        }
    }
    reader.lines
}

/// The filled cells of a row, each with its column; a list number in a cell of its own is put before its item.
fn numbered(row: &Row) -> Vec<(usize, Text)> {
    let mut out: Vec<(usize, Text)> = Vec::new();
    let mut open = None;
    for cell in row.filled() {
        let bare = cell.text.as_str().trim();
        let is_number = row.layout == Layout::Cells && bare.len() <= 3 && step_number(bare).is_some();
        match open.take() {
            Some((column, mut number)) if !is_number => {
                let number: &mut Text = &mut number;
                if !number.as_str().ends_with(['.', ')', ',']) {
                    number.push_separator('.');
                }
                number.join(' ', &cell.text);
                out.push((column, std::mem::take(number)));
            }
            before => {
                out.extend(before);
                match is_number {
                    true => open = Some((cell.column, cell.text.clone())),
                    false => out.push((cell.column, cell.text.clone())),
                }
            }
        }
    }
    out.extend(open);
    out
}

struct Reader {
    lines: Lines,
    open: Open,
    blank: bool,
    layout: Layout,
    /// Row of the last label, or of the last line of its value.
    label_row: usize,
    /// The row being read stands behind a table.
    after_table: bool,
    /// It is the first of a page that says something.
    new_page: bool,
}

impl Reader {
    fn procedure(&mut self, cut: &CutRow, row: &Row) {
        for (cell, pieces) in row.filled().zip(cut) {
            match pieces[..] {
                [Piece::Heading(..)] => self.lines.structure.push(cell.text.clone()),
                _ => self.step_line(cell.column, cell.text.clone()),
            }
        }
        self.open = Open::Procedure;
        self.blank = false;
        self.layout = row.layout;
    }

    fn step_line(&mut self, column: usize, text: Text) {
        self.lines.procedure.push(Line { text, after_blank: self.blank, column });
    }

    fn row<'t>(&mut self, row: &'t Row, at: usize, cut: CutRow<'t>) {
        if row.is_blank() {
            self.blank = true;
            return;
        }
        // A line of prose behind table rows begins something new.
        self.blank |= self.layout == Layout::Cells && row.layout == Layout::Plain;
        self.layout = row.layout;
        let in_identity = !matches!(self.open, Open::Sections(_) | Open::Procedure) || row.layout != Layout::Plain;
        let persons = row.texts().filter(|text| offices::SIGNING_HEADS.contains(&fold(text).as_str())).count();
        let lists_persons = persons >= 2;
        let cut: Vec<(usize, &Text, Vec<Piece>)> = row
            .filled()
            .zip(cut)
            .map(|(cell, cut)| {
                let mut cut = if in_identity { cut } else { without_inner(cell.text.as_str(), cut) };
                for piece in &mut cut {
                    // `Nama` beside `Jabatan` and `Tanda Tangan` heads a list of persons.
                    if let Piece::Label(Label::Title, text) = *piece
                        && lists_persons
                    {
                        *piece = Piece::Text(text);
                    }
                    // `Prosedur` that opens no list of steps is a title, or a part of one.
                    if let Piece::Heading(Heading::Procedure, text) = *piece {
                        *piece = Piece::Text(text);
                    }
                }
                (cell.column, &cell.text, cut)
            })
            .collect();
        let has = |wanted: fn(&Piece) -> bool| cut.iter().any(|(_, _, pieces)| pieces.iter().any(wanted));
        // Inside a section `Instansi` is a word of a sentence.
        let in_section = matches!(self.open, Open::Sections(_) | Open::Procedure) && row.layout == Layout::Plain;
        let labelled = if in_section {
            has(
                |piece| matches!(piece, Piece::Label(label, _) if !matches!(label, Label::Agency | Label::Unit | Label::Other)),
            )
        } else {
            has(|piece| matches!(piece, Piece::Label(..)))
        };
        if labelled {
            self.labelled(row, at, &cut);
        } else if has(|piece| matches!(piece, Piece::Heading(..))) {
            self.headed(row.layout, &cut);
        } else {
            self.text(row, at);
        }
        self.blank = false;
        self.new_page = false;
    }

    /// A row with labels: texts before the first are the letterhead, texts behind a label are its value.
    fn labelled(&mut self, row: &Row, at: usize, cut: &[(usize, &Text, Vec<Piece>)]) {
        self.label_row = at;
        let first = self.lines.labels.len();
        let mut section = None;
        let mut loose: Vec<Text> = Vec::new();
        for (column, text, pieces) in cut {
            for (position, piece) in pieces.iter().enumerate() {
                match piece {
                    Piece::Label(label, spelling) => {
                        section = None;
                        let spelling = text.slice(spelling);
                        self.lines.structure.push(spelling.clone());
                        self.lines.labels.push(Labelled { label: *label, spelling, value: Text::default() });
                        let value_column = if position + 1 < pieces.len() { *column } else { column + 1 };
                        self.open = Open::Label { column: value_column, layout: row.layout };
                    }
                    Piece::Heading(heading, spelling) => {
                        let index = self.section(*heading, text.slice(spelling));
                        self.open = Open::Sections(vec![(*column, index)]);
                        section = Some(index);
                    }
                    Piece::Text(part) if section.is_some() => {
                        self.line(section.unwrap_or_default(), *column, text.slice(part));
                    }
                    Piece::Text(part) if self.lines.labels.len() == first => {
                        if !self.continues_half(*column, part) {
                            self.free(text.slice(part), at);
                        }
                    }
                    // Beside a value that is whole, the letterhead goes on.
                    Piece::Text(part) if self.lines.labels.last().is_some_and(|label| is_whole(label, part)) => {
                        self.free(text.slice(part), at);
                    }
                    Piece::Text(part) => {
                        let value = text.slice(part);
                        if let Open::Label { .. } = self.open {
                            self.open = Open::Label { column: *column, layout: row.layout };
                        }
                        loose.push(value);
                    }
                }
            }
            if self.lines.labels.len() > first {
                deal(&mut self.lines.labels[first..], &mut loose, false);
            }
        }
        deal(&mut self.lines.labels[first..], &mut loose, true);
    }

    /// `Prosedur` before `Tanggal Pembuatan`: the end of the label above, not a letterhead.
    fn continues_half(&mut self, _column: usize, part: &str) -> bool {
        let Some(last) = self.lines.labels.last() else { return false };
        let joined = format!("{} {part}", last.spelling.as_str());
        let same = crate::vocabulary::labels::exact(&fold(&joined)) == Some(last.label) && last.value.is_blank();
        same && part.split_whitespace().count() <= 2
    }

    /// A row of headings: the sections stand side by side from here on.
    fn headed(&mut self, layout: Layout, cut: &[(usize, &Text, Vec<Piece>)]) {
        let mut columns = Vec::new();
        for (column, text, pieces) in cut {
            for piece in pieces {
                match piece {
                    Piece::Heading(heading, spelling) => {
                        let index = self.section(*heading, text.slice(spelling));
                        columns.push((*column, index));
                    }
                    Piece::Text(part) | Piece::Label(_, part) => match columns.last() {
                        Some((_, index)) => self.line(*index, *column, text.slice(part)),
                        // Left of the heading: the section that is open there goes on.
                        None => self.place_in_section(layout, *column, text.slice(part)),
                    },
                }
            }
        }
        self.open = Open::Sections(columns);
    }

    fn section(&mut self, heading: Heading, spelling: Text) -> usize {
        let kind = match heading {
            Heading::Section(kind) => {
                self.lines.structure.push(spelling.clone());
                Some(kind)
            }
            Heading::Foreign | Heading::Procedure => None,
        };
        self.lines.sections.push(Sectioned { kind, heading: spelling, lines: Vec::new() });
        self.lines.sections.len() - 1
    }

    fn line(&mut self, section: usize, column: usize, text: Text) {
        self.lines.sections[section].lines.push(Line { text, after_blank: self.blank, column });
    }

    fn place_in_section(&mut self, layout: Layout, column: usize, text: Text) {
        let Open::Sections(columns) = &self.open else { return };
        let slack = if layout == Layout::Cells { 0 } else { 2 };
        let right = columns.partition_point(|(at, _)| *at <= column + slack);
        let nearest = columns.get(right.saturating_sub(1));
        if let Some((_, index)) = nearest.copied() {
            self.line(index, column, text);
        }
    }

    /// A row without label or heading.
    fn text(&mut self, row: &Row, at: usize) {
        if row.filled().all(|cell| noise::is_noise(cell.text.as_str())) {
            self.lines.furniture.extend(row.filled().map(|cell| cell.text.clone()));
            return;
        }
        if row.is_heading {
            self.open = Open::Nothing;
        }
        match &self.open {
            Open::Sections(columns) => {
                let single = columns.len() == 1;
                let index = columns.last().map(|(_, index)| *index);
                if let (Some(cell), Some(index)) = (row.single(), index)
                    && self.closes_section(cell.text.as_str(), index)
                {
                    self.open = Open::Nothing;
                    self.free(cell.text.clone(), at);
                    return;
                }
                if let (true, Some(index)) = (single, index) {
                    // Two blanks inside a sentence part no cells where there is one column only.
                    let separator = if row.layout == Layout::Cells { '\n' } else { ' ' };
                    let mut whole = Text::default();
                    for (_, text) in numbered(row) {
                        whole.join(separator, &text);
                    }
                    self.line(index, row.filled().next().map_or(0, |cell| cell.column), whole);
                    return;
                }
                let cells = numbered(row);
                if row.layout == Layout::Cells && cells.len() == columns.len() && cells[0].0 < columns[0].0 {
                    // Cells merged downwards have pushed the headings to the right of their contents.
                    let sections: Vec<usize> = columns.iter().map(|(_, index)| *index).collect();
                    sections.into_iter().zip(cells).for_each(|(index, (column, text))| self.line(index, column, text));
                    return;
                }
                for (column, text) in cells {
                    self.place_in_section(row.layout, column, text);
                }
            }
            Open::Label { column, layout } => self.below_label(row, at, *column, *layout),
            Open::Procedure => {
                let mut whole = Text::default();
                row.filled().for_each(|cell| whole.join(' ', &cell.text));
                self.step_line(row.filled().next().map_or(0, |cell| cell.column), whole);
            }
            Open::Nothing => {
                for cell in row.filled() {
                    self.free(cell.text.clone(), at);
                }
            }
        }
    }

    /// A row below the label that is open, whose value stands in that column.
    fn below_label(&mut self, row: &Row, at: usize, column: usize, layout: Layout) {
        if let Some(cell) = row.single().filter(|_| row.layout == Layout::Plain && self.takes_line_below(row, at)) {
            self.label_row = at;
            return self.grow_label(&cell.text);
        }
        for cell in row.filled() {
            let below = layout != Layout::Plain && row.layout != Layout::Plain || cell.column > 0;
            let dated = self.lines.labels.last().is_some_and(is_dated);
            if below && !dated && layout != Layout::Plain && cell.column + 2 >= column && cell.column > 0 {
                self.grow_label(&cell.text);
            } else {
                self.free(cell.text.clone(), at);
            }
        }
    }

    /// The value of the last label goes on.
    fn grow_label(&mut self, text: &Text) {
        if let Some(last) = self.lines.labels.last_mut() {
            last.value.join('\n', text);
        }
    }

    /// A line right below a label of its own line is its value; a signature block goes on up to the NIP.
    fn takes_line_below(&self, row: &Row, at: usize) -> bool {
        let (Some(last), Some(cell)) = (self.lines.labels.last(), row.single()) else { return false };
        let text = cell.text.as_str();
        // The name of the SOP may stand below a blank line.
        let named =
            last.label == Label::Title && at == self.label_row + 2 && self.blank && offices::body(text).is_none();
        if !(at == self.label_row + 1 || named) || !super::identity::takes(last.label, text) {
            return false;
        }
        let left = matches!(&self.open, Open::Label { column, layout: Layout::Spaced } if cell.column + 2 < *column);
        if left && offices::body(text).is_some() {
            // The letterhead goes on beside the signature.
            return false;
        }
        last.value.is_blank()
            || (last.label == Label::Signatory && crate::grammar::person::nip(last.value.as_str()).is_none())
    }

    /// The title of the procedure stands behind the last section: a line after a blank one that begins like a title.
    fn closes_section(&self, text: &str, section: usize) -> bool {
        if !self.blank && !self.new_page {
            return false;
        }
        let folded = fold(text);
        if self.new_page && self.says_title(&folded) {
            return true;
        }
        if sections::BARE_TITLES.iter().any(|it| folded == *it || (it.len() > 20 && folded.starts_with(it))) {
            return true;
        }
        let related = self.lines.sections[section].kind == Some(SectionKind::Related);
        let letters = || text.chars().filter(|it| it.is_alphabetic());
        let capitals = letters().all(char::is_uppercase);
        let titled = text.to_lowercase();
        let opens = sections::TITLE_OPENINGS.iter().any(|word| titled.starts_with(word));
        opens && (capitals || (!related && text.contains(':')))
    }

    /// The line says the name of the SOP again, with no more than the words before it that say that it is a title.
    fn says_title(&self, folded: &str) -> bool {
        let titles = self.lines.labels.iter().filter(|label| label.label == Label::Title);
        let names = titles.map(|label| fold(label.value.as_str())).filter(|name| name.len() >= 8);
        names.into_iter().any(|name| folded.ends_with(&name))
    }

    fn free(&mut self, text: Text, row: usize) {
        let after_table = self.after_table;
        let after_label = !self.lines.labels.is_empty();
        for (at, line) in text.as_str().split('\n').map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            let after_blank = self.blank && at == 0;
            self.lines.free.push(Free { text: text.slice(line), row, after_table, after_label, after_blank });
        }
    }
}

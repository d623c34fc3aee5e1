//! The rows outside the tables → values of labels, lines of sections, and what is left.

mod approvals;
mod closing;
mod counted;
mod found;
mod halves;
mod headings;
mod told;
mod values;

use closing::{counts_rows, heads_table};
use counted::Count;
pub(super) use found::{Free, Labelled, Line, Lines, Sectioned, Stretch};
pub(super) use told::Told;
use told::{ends_steps, may_open_signature, signature_follows, steps_follow};
use values::Beside;

use super::identity;
use super::pieces::{CutRow, Piece, Pieces, heads_steps, titles, without_inner};
use super::sections::Block;
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::enumeration::{Opening, opening};
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::sections::{self, Heading};
use crate::vocabulary::{fold, noise, offices};
use smallvec::SmallVec;

/// What the next text belongs to.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    /// The value of the last label.
    Label(Beside),
    /// The sections of the last block.
    Sections,
    /// The list of steps.
    Procedure,
}

/// A row of the identity block has no more cells: letterhead, two labels and their values.
const MOST_CELLS: usize = 5;

/// Reads the rows of one SOP that are in no table. `after_table` tells for each row whether a table stands before it.
pub(super) fn read<'t>(
    rows: &'t [Row],
    outside: Vec<(usize, CutRow<'t>)>,
    after_table: impl Fn(usize) -> bool,
) -> Lines {
    let mut reader = Reader {
        lines: Lines::default(),
        open: Open::Nothing,
        blank: true,
        empty_boxes: false,
        layout: Layout::Plain,
        label_row: 0,
        after_table: false,
        in_table: false,
        set_apart: false,
        new_page: false,
        counted: None,
        below_two: None,
        below: Vec::new(),
        above: Vec::new(),
        heads_table: false,
        counts_rows: false,
        below_header: false,
        begins_stage: false,
        last_step: None,
        persons: Vec::new(),
        heads_values: false,
        steps_follow: false,
        signature_follows: false,
        heading_follows: false,
        title_waits: false,
        values_part_headings: false,
        approvals: None,
    };
    let mut before = None;
    let mut outside = outside;
    for place in 0..outside.len() {
        mark_halves(rows, &mut outside[place..]);
        let at = outside[place].0;
        let cut = headings::basis(&rows[at..], std::mem::take(&mut outside[place].1));
        let cut = if reader.waits_for_title(at) { titles::keep_alone(cut) } else { cut };
        if before.is_some_and(|before: usize| before + 1 < at && rows[before + 1..at].iter().any(|row| !row.is_blank()))
        {
            // A table stood between.
            reader.open = Open::Nothing;
            reader.blank = true;
        }
        reader.new_page |= (before.map_or(at, |before| before + 1)..=at).any(|row| rows[row].page_start);
        before = Some(at);
        reader.after_table = after_table(at);
        let wide = rows[at].layout == Layout::Cells && rows[at].filled().count() > MOST_CELLS;
        let below = outside[place..].iter().map(|(at, _)| *at);
        let together =
            below.clone().zip(below.skip(1)).take_while(|(one, next)| rows[*one + 1..*next].iter().all(Row::is_blank));
        reader.heads_table = heads_table(&rows[at], together.map(|(_, next)| &rows[next]));
        reader.counts_rows = counts_rows(&rows[at], outside[place + 1..].iter().map(|(at, _)| &rows[*at]));
        reader.below_header |= reader.heads_table;
        reader.in_table = wide || rows[at].weighed || reader.below_header;
        reader.set_apart = rows[at].is_heading;
        reader.look_ahead(rows, at, &outside[place + 1..]);
        if heads_steps(&rows[at..], &cut) || reader.counts_on_in_stage(&rows[at..]) {
            reader.procedure(&cut, &rows[at]);
        } else if reader.restarts_as_steps(&rows[at..]) {
            reader.opens_steps(&rows[at]);
        } else if !reader.in_identity() && titles_table(rows, (at, &cut), &outside[place + 1..]) {
            reader.lines.structure.extend(rows[at].filled().map(|cell| cell.text.clone()));
            reader.open = Open::Nothing;
        } else {
            reader.row(&rows[at], at, cut);
        }
    }
    reader.settle(None);
    reader.lines
}

/// Marks the labels that begin in the first of these rows and end in one below.
fn mark_halves<'t>(rows: &'t [Row], outside: &mut [(usize, CutRow<'t>)]) {
    let [(at, cut), rest @ ..] = outside else { return };
    let mut heads = halves::heads(&rows[*at], cut);
    for (next, below) in rest.iter_mut().take(halves::FARTHEST) {
        if !heads.is_empty() && halves::mark(&heads, (&rows[*at], cut), (&rows[*next], below)) {
            heads = halves::heads(&rows[*at], cut);
        }
    }
}

/// Nothing but the heading of the steps, and the next row that says something is one of a table.
fn titles_table(rows: &[Row], (at, cut): (usize, &CutRow), outside: &[(usize, CutRow)]) -> bool {
    let [pieces] = &cut[..] else { return false };
    if !matches!(&pieces[..], [Piece::Heading(Heading::Procedure, _)]) {
        return false;
    }
    let next = (at + 1..rows.len()).find(|next| !rows[*next].is_blank());
    let told = outside.iter().take(MOST_BLANK).map(|(next, _)| *next).find(|next| !rows[*next].is_blank());
    next.is_some() && next != told
}

/// Most blank rows before what follows.
const MOST_BLANK: usize = 16;

/// `No` before words without a digit heads a column, and is no label.
fn demote_number(cut: &mut [(&Cell, Pieces)]) {
    let mut pieces = cut.iter_mut().flat_map(|(_, pieces)| pieces);
    let short =
        |piece: &&mut Piece| matches!(piece, Piece::Label(Label::Number, text) if labels::short(text).is_some());
    let Some(label) = pieces.find(short) else { return };
    if let (Some(Piece::Text(value)), &mut Piece::Label(_, text)) = (pieces.next(), &mut *label)
        && value.contains(char::is_alphabetic)
        && !value.contains(|it: char| it.is_ascii_digit())
    {
        *label = Piece::Text(text);
    }
}

/// `Sukamaju, 2 Maret 2021`: what stands above a signature.
pub(super) fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.split_once(',') else { return false };
    let is_place = place.starts_with(char::is_uppercase) && !place.contains(|it: char| it.is_ascii_digit());
    is_place && place.split_whitespace().count() <= MOST_PLACE_WORDS && identity::is_typed(date)
}

/// Words of the longest name of a place above a signature.
const MOST_PLACE_WORDS: usize = 4;

/// A line that says where or when something was signed is not longer.
const LONGEST_PREAMBLE: usize = 60;

/// `: 1. Komputer` below its heading: without the colon.
fn behind_colon(text: &Text) -> Text {
    match text.as_str().trim_start().strip_prefix(':') {
        Some(rest) if !rest.trim().is_empty() => text.slice(rest.trim_start()),
        _ => text.clone(),
    }
}

struct Reader {
    lines: Lines,
    open: Open,
    blank: bool,
    /// A row of empty cells stands before the row being read: the boxes of the headings above it.
    empty_boxes: bool,
    layout: Layout,
    /// Row of the last label, or of the last line of its value.
    label_row: usize,
    /// The row being read stands behind a table.
    after_table: bool,
    /// It has more cells than a row of the identity block, or is what was left of a row of a table.
    in_table: bool,
    /// Its author set it as a heading.
    set_apart: bool,
    /// It is the first of a page that says something.
    new_page: bool,
    /// The columns of the next row, where it has two cells, of text.
    below_two: Option<[usize; 2]>,
    /// The letter or Roman number before the last heading.
    counted: Option<Count>,
    /// Lines below the last label, in the column of its value.
    below: Vec<Text>,
    /// Positions in `lines.free` of lines in that column which the label cannot take: the next one's value may begin above it.
    above: Vec<usize>,
    /// With the row being read the header of a table begins that could not be read.
    heads_table: bool,
    /// With it the numbers of the rows of a table begin, printed apart from them.
    counts_rows: bool,
    /// Such a header stands above, and no label or heading since.
    below_header: bool,
    /// The heading of the steps, or of a stage of them, was read last.
    begins_stage: bool,
    /// The number of the last of them.
    last_step: Option<u32>,
    /// The labels of a row of nothing else, each with the column its answers stand in.
    persons: Vec<(usize, usize)>,
    /// They ask for other values than persons.
    heads_values: bool,
    /// The table, or the heading of the steps, comes next.
    steps_follow: bool,
    /// Within the list of steps, or a section: the number of who signs stands below.
    signature_follows: bool,
    /// The next row that says something heads sections.
    heading_follows: bool,
    /// The name of the SOP stands below, behind the colon of its label.
    title_waits: bool,
    /// The last headings wait for their contents, and values of labels stood below them.
    values_part_headings: bool,
    /// The columns of a table of who made, examined and approved the SOP, whose header stands above.
    approvals: Option<approvals::Columns>,
}

/// `1. `: the first item of a list.
fn begins_list(text: &str) -> bool {
    text.trim_start().starts_with("1.") && matches!(opening(text.trim_start()), Some((Opening::Number, _)))
}

impl Reader {
    /// `Perangkat Daerah` alone in the column of a value is its second line, and no label.
    fn demote_value(&self, cut: &mut [(&Cell, Pieces)]) {
        if let Open::Label(beside) = &self.open
            && let [(cell, pieces)] = cut
            && let [piece] = &mut pieces[..]
            && let Piece::Label(label, text) = *piece
            && label.is_common_word()
            && beside.is_value(cell)
        {
            *piece = Piece::Text(text);
        }
    }

    /// `Perangkat Daerah` in a column of a section is the last line of an item, and no label: none stands without colon below headings.
    fn demote_item(&self, row: &Row, cut: &mut [(&Cell, Pieces)]) {
        let has_items = || self.lines.blocks.last().is_some_and(|block| !block.is_bare());
        let in_columns = row.layout == Layout::Spaced && matches!(self.open, Open::Sections);
        if !in_columns || !has_items() || row.texts().any(|text| text.contains(':')) {
            return;
        }
        for (_, pieces) in cut {
            if let [Piece::Label(label, text)] = pieces[..]
                && label.is_common_word()
            {
                pieces[0] = Piece::Text(text);
            }
        }
    }

    /// `Disiapkan oleh: Rina Kusuma (Staf)`: a line behind the sections that says who made or examined the SOP.
    fn signs_below(&self, cut: &[(&Cell, Pieces)]) -> bool {
        matches!(cut, [(cell, pieces)] if cell.text.as_str().contains(':')
            && matches!(pieces[..], [Piece::Label(Label::Maker | Label::Examiner, _), Piece::Text(_)]))
    }

    /// Values of labels are still to come.
    fn in_identity(&self) -> bool {
        matches!(self.open, Open::Label(_))
    }

    /// What the rows below this one say of it.
    fn look_ahead(&mut self, rows: &[Row], at: usize, below: &[(usize, CutRow)]) {
        self.steps_follow = self.blank && !self.is_named() && steps_follow(rows, at, below);
        let next = below.iter().take(MOST_BLANK).find(|(at, _)| !rows[*at].is_blank());
        let is_heading = |piece: &Piece| matches!(piece, Piece::Heading(..));
        self.heading_follows = next.is_some_and(|(_, cut)| cut.iter().flatten().any(is_heading));
        self.below_two = self.two_below(rows, at, below);
        let may_end = matches!(self.open, Open::Procedure | Open::Sections);
        self.signature_follows = may_end && may_open_signature(&rows[at]) && signature_follows(&rows[at + 1..]);
    }

    /// The cells with their pieces, as what is open and the row itself say what those are.
    fn in_context<'t>(&self, row: &'t Row, cut: CutRow<'t>) -> SmallVec<[(&'t Cell, Pieces<'t>); 4]> {
        let in_identity = !matches!(self.open, Open::Sections | Open::Procedure) || row.layout != Layout::Plain;
        let heads_persons = |text: &&str| offices::SIGNING_HEADS.contains(&fold(text).as_str());
        let lists_persons = || row.filled().count() >= 2 && row.texts().filter(heads_persons).count() >= 2;
        let in_cell = |(cell, cut): (&'t Cell, Pieces<'t>)| {
            let mut cut = if in_identity { cut } else { without_inner(cell.text.as_str(), cut) };
            for piece in &mut cut {
                *piece = match *piece {
                    // `Nama` beside `Jabatan` and `Tanda Tangan` heads a list of persons.
                    Piece::Label(Label::Title, text) if lists_persons() => Piece::Text(text),
                    // `Tentang : …` in a section goes on with its item.
                    Piece::Label(_, text) if !in_identity && labels::coloned(text).is_some() => Piece::Text(text),
                    Piece::Heading(Heading::Procedure, text) if self.ends_section(row, text) => {
                        Piece::Heading(Heading::Foreign, text)
                    }
                    // `Prosedur` that opens no list of steps is a title, or a part of one.
                    Piece::Heading(Heading::Procedure, text) => Piece::Text(text),
                    piece => piece,
                };
            }
            (cell, cut)
        };
        row.filled().zip(cut).map(in_cell).collect()
    }

    /// The heading of steps that are no list ends the section before it, where it leads its row and is no title of a page.
    fn ends_section(&self, row: &Row, heading: &str) -> bool {
        let in_section = matches!(self.open, Open::Sections) && !self.steps_follow;
        let leads = row.texts().next().is_some_and(|text| text.trim_start().starts_with(heading));
        let is_title = self.blank && sections::BARE_TITLES.contains(&fold(heading).as_str());
        sections::is_of_services(heading) || in_section && leads && !is_title && !sections::is_checklist(heading)
    }

    fn row<'t>(&mut self, row: &'t Row, at: usize, cut: CutRow<'t>) {
        if row.is_blank() {
            self.blank = true;
            self.empty_boxes |= row.layout == Layout::Cells;
            self.approvals = None;
            return;
        }
        if cut.len() > 2 && cut.iter().all(SmallVec::is_empty) {
            // The names of the columns of a table of sections.
            return self.lines.structure.extend(row.filled().map(|cell| cell.text.clone()));
        }
        if self.approves(row, at) {
            return;
        }
        self.resumes_steps(row);
        // A line of prose behind table rows begins something new.
        self.blank |= self.layout == Layout::Cells && row.layout == Layout::Plain;
        self.layout = row.layout;
        let mut cut = self.in_context(row, cut);
        self.demote_value(&mut cut);
        self.demote_item(row, &mut cut);
        demote_number(&mut cut);
        let has = |wanted: fn(&Piece) -> bool| cut.iter().any(|(_, pieces)| pieces.iter().any(wanted));
        // Inside a section `Instansi` is a word of a sentence.
        let in_section = matches!(self.open, Open::Sections | Open::Procedure) && row.layout == Layout::Plain;
        let names_maker = self.blank && self.signs_below(&cut);
        let labelled = if in_section && !names_maker {
            has(|piece| matches!(piece, Piece::Label(label, _) if !label.is_common_word()))
        } else {
            has(|piece| matches!(piece, Piece::Label(..) | Piece::LabelEnd(_)))
        };
        let is_told = labelled || has(|piece| matches!(piece, Piece::Heading(..)));
        self.below_header &= !is_told;
        if !is_told && self.answers(row) {
            return;
        }
        if labelled {
            self.labelled(row, at, &cut);
            self.asks_for_persons(row, &cut);
        } else if has(|piece| matches!(piece, Piece::Heading(..))) {
            // Nobody signs below the heading of a section.
            self.persons.clear();
            self.headed(row, at, &cut);
        } else {
            self.text(row, at);
        }
        self.blank = false;
        self.empty_boxes = false;
        self.new_page = false;
    }

    /// Cells before the first heading of a row.
    fn close_left(&mut self, row: &Row, left: &mut Vec<(&Cell, Text)>) {
        if let (Open::Sections, Some(block), false) = (&self.open, self.lines.blocks.last_mut(), left.is_empty()) {
            block.row(row, left.drain(..), self.blank);
        }
    }

    /// Another section of the last block.
    fn section(&mut self, heading: Heading, spelling: Text, place: (usize, usize), layout: Layout) -> Option<usize> {
        let kind = match heading {
            Heading::Section(kind) => {
                self.lines.structure.push(spelling.clone());
                Some(kind)
            }
            Heading::Foreign | Heading::Procedure => None,
        };
        let section = Sectioned { kind, heading: spelling, lines: Vec::new(), dealt: None, doubtful: false };
        self.lines.blocks.last_mut().map(|block| block.head(section, place, layout))
    }

    /// Text behind the heading of a section.
    fn behind(&mut self, section: Option<usize>, column: usize, text: Text) {
        if let (Some(section), Some(block)) = (section, self.lines.blocks.last_mut()) {
            block.behind(section, column, text);
        }
    }

    /// A row without label or heading.
    fn text(&mut self, row: &Row, at: usize) {
        // Right below headings they are the numbers of items.
        let has_items = || self.lines.blocks.last().is_some_and(|block| !block.is_bare());
        if matches!(self.open, Open::Sections) && self.counts_rows && self.blank && has_items() {
            self.open = Open::Nothing;
        }
        let numbers_revision = matches!(self.open, Open::Label(_))
            && self.label_row + 1 == at
            && self.lines.labels.last().is_some_and(|it| it.label == Label::Revision && it.value.is_blank());
        // `01` below `No. Revisi` is no number of a page.
        if !numbers_revision && row.filled().all(|cell| noise::is_noise(cell.text.as_str())) {
            let (seals, furniture): (Vec<&Cell>, Vec<&Cell>) =
                row.filled().partition(|cell| noise::is_bracketed_seal(cell.text.as_str().trim()));
            self.lines.structure.extend(seals.into_iter().map(|cell| cell.text.clone()));
            self.lines.furniture.extend(furniture.into_iter().map(|cell| cell.text.clone()));
            return;
        }
        if row.is_heading {
            self.open = Open::Nothing;
        }
        if std::mem::take(&mut self.title_waits) && self.titles(row) {
            return;
        }
        if matches!(self.open, Open::Sections | Open::Procedure) && self.closes_counted(row, at) {
            return;
        }
        if matches!(self.open, Open::Sections | Open::Label(_)) && self.heads_table {
            self.settle(None);
            self.open = Open::Nothing;
        }
        if matches!(self.open, Open::Nothing)
            && self.values_part_headings
            && row.texts().next().is_some_and(begins_list)
        {
            self.open = Open::Sections;
        }
        match &self.open {
            Open::Sections => {
                let Some(block) = self.lines.blocks.last() else { return };
                if let Some(cell) = row.single().filter(|cell| self.closes_section(cell.text.as_str(), block)) {
                    let text = cell.text.as_str();
                    self.values_part_headings =
                        block.is_bare() && (self.begins_values(text) || self.begins_title(text));
                    self.open = Open::Nothing;
                    self.title_waits = text.trim() == ":" && self.begins_title(text);
                    self.free(cell.text.clone(), at, Stretch::of(row, cell));
                } else if let Some(block) = self.lines.blocks.last_mut() {
                    block.row(row, row.filled().map(|cell| (cell, behind_colon(&cell.text))), self.blank);
                }
            }
            Open::Label(beside) => self.below_label(row, at, *beside),
            Open::Procedure if ends_steps(row, self.blank, self.signature_follows) => {
                self.open = Open::Nothing;
                row.filled().for_each(|cell| self.free(cell.text.clone(), at, Stretch::of(row, cell)));
            }
            Open::Procedure => self.step_row(row),
            Open::Nothing => {
                for cell in row.filled() {
                    self.free(cell.text.clone(), at, Stretch::of(row, cell));
                }
            }
        }
    }

    fn free(&mut self, text: Text, row: usize, stretch: Option<Stretch>) {
        let (after_table, in_table) = (self.after_table, self.in_table);
        let after_label = !self.lines.labels.is_empty();
        let set_apart = self.set_apart;
        for (at, line) in text.as_str().split('\n').map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            let after_blank = self.blank && at == 0;
            let text = text.slice(line);
            self.lines.free.push(Free {
                text,
                row,
                after_table,
                after_label,
                after_blank,
                in_table,
                set_apart,
                stretch,
            });
        }
    }
}

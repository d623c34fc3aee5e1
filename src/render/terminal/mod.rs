//! Sop → a table for the terminal: identity lines, then the procedure under its two-row header, fitted to a width.

mod canvas;
mod cells;
mod flow;
mod fold;
mod header;
mod subheads;
mod ways;
mod widths;

use crate::model::{ColumnRole, SectionKind, Sop, Step};
use crate::plain::{plain, plain_lines};
use crate::render::told;
use crate::vocabulary::form_words::QUALITY;
use cells::{Key, Labels};
use comfy_table::presets::{ASCII_FULL, UTF8_FULL};
use comfy_table::{CellAlignment, ColumnConstraint, Row, Table, Width};
use flow::Flow;
use fold::Fold;
use header::Group;
use widths::Widths;

/// What stands where a label has no value.
const EMPTY: &str = "(kosong)";

/// Which characters draw the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyphs {
    /// Box lines and the symbols of the form.
    Unicode,
    /// Lines, symbols and signs of seven bits; letters stay as the document has them.
    Ascii,
}

impl Glyphs {
    /// One of two spellings.
    fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self == Self::Unicode { unicode } else { ascii }
    }

    /// A text with its signs spelled as these characters allow.
    fn spell(self, text: String) -> String {
        if self == Self::Unicode || text.is_ascii() {
            return text;
        }
        SIGNS.iter().fold(text, |text, (sign, spelled)| text.replace(*sign, spelled))
    }
}

/// Signs that documents use, and how seven bits spell them.
const SIGNS: [(char, &str); 12] = [
    ('±', "+/-"),
    ('≤', "<="),
    ('≥', ">="),
    ('×', "x"),
    ('½', "1/2"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
];

/// A terminal narrower than this has no room for arrows.
const NARROWEST_FLOW: usize = 60;

/// The SOP as text of at most `width` columns, so far as its words allow, ending in a line break.
///
/// Where the names of the actors do not fit, letters head their columns and a legend follows the table. Where words would
/// have to be broken, columns give way to lines under the activity: Keterangan first, then Mutu Baku, at last the actors.
/// Where the flow is too tangled to be drawn, every symbol says where it leads.
pub fn table(sop: &Sop, width: usize, glyphs: Glyphs) -> String {
    let mut out = identity(sop, width, glyphs);
    if sop.steps.is_empty() {
        out.push_str("\n(tabel kegiatan kosong)\n");
        return out;
    }
    out.push('\n');
    let lanes = (width / 30).clamp(2, 6);
    let flow =
        Some(()).filter(|()| !sop.actors.is_empty() && width >= NARROWEST_FLOW).and_then(|()| Flow::of(sop, lanes));
    let drawn = flow.and_then(|flow| Grid::fitting(sop, width, glyphs, Some(&flow)).draw(sop, width, glyphs));
    let told = || Grid::fitting(sop, width, glyphs, None).draw(sop, width, glyphs).unwrap_or_default();
    out.push_str(&drawn.unwrap_or_else(told));
    out
}

/// Labels and values of the identity block, one a line, then the lists under their headings; what the document has no label
/// for is left out.
fn identity(sop: &Sop, width: usize, glyphs: Glyphs) -> String {
    let lines = told::identity(sop);
    let longest = lines.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
    let (label, hang) = if width < NARROWEST_FLOW { (0, 2) } else { (longest, longest + 3) };
    let mut out = String::new();
    let mut write = |text: String, hang: usize| {
        for (at, part) in glyphs.spell(text).split('\n').enumerate() {
            // Lines of the document begin where its value does.
            let lead = if at == 0 { 0 } else { hang };
            for line in widths::fold(part, width - lead, hang - lead) {
                out.push_str(format!("{:lead$}{line}", "").trim_end());
                out.push('\n');
            }
        }
    };
    for (name, value) in lines {
        let value = if value.is_empty() { EMPTY.into() } else { plain_lines(&value) };
        write(format!("{name:label$} : {value}"), hang);
    }
    for kind in SectionKind::ALL {
        let items = told::section(sop, kind);
        if items.is_empty() {
            continue;
        }
        write(String::new(), 0);
        write(kind.heading().to_owned(), 0);
        for (item, number) in items.iter().zip(1..) {
            let mark = if items.len() > 1 { format!("{number}. ") } else { String::new() };
            write(format!("{mark}{}", plain_lines(item)), mark.len());
        }
    }
    out
}

/// The cells of the table as text, and how wide its columns want to be.
struct Grid<'a> {
    labels: Labels,
    fold: Fold,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    groups: Vec<Group>,
    widths: Widths,
    flow: Option<&'a Flow>,
}

impl<'a> Grid<'a> {
    /// Names over the columns where they have room, else letters, else fewer columns.
    fn fitting(sop: &Sop, width: usize, glyphs: Glyphs, flow: Option<&'a Flow>) -> Self {
        let named = Self::new(sop, (Labels::names(sop), Fold::default()), glyphs, flow);
        if named.widths.is_comfortable(width, 1) {
            return named;
        }
        let lettered = |fold: Fold| Self::new(sop, (fold.labels(sop), fold), glyphs, flow.filter(|_| !fold.actors));
        let [trials @ .., last] = Fold::TRIALS;
        trials
            .map(lettered)
            .into_iter()
            .find(|grid| grid.widths.has_whole_words(width))
            .unwrap_or_else(|| lettered(last))
    }

    fn new(sop: &Sop, (labels, fold): (Labels, Fold), glyphs: Glyphs, flow: Option<&'a Flow>) -> Self {
        let is_noted = sop.steps.iter().any(|step| step.note.known().is_some());
        let (has_note, below) = (is_noted && !fold.note, Fold { note: is_noted && fold.note, ..fold });
        let lanes = flow.map_or(0, Flow::lanes_width);
        let columns = labels.heads.len() + usize::from(lanes > 0);
        let mut head = vec![ColumnRole::Number.heading().to_owned(), ColumnRole::Activity.heading().to_owned()];
        head.extend(labels.heads.iter().cloned());
        head.extend((lanes > 0).then(String::new));
        if !fold.quality {
            let quality = [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs];
            head.extend(quality.map(|role| role.heading().to_owned()));
        }
        if has_note {
            head.push(labels.note().to_owned());
        }
        let told = fold.accounts(sop);
        let rows = told.iter().enumerate().map(|(row, told)| {
            let mut texts = cells::row(sop, row, &labels, glyphs, fold);
            if let Some(flow) = flow {
                texts = kept(sop, row, flow, texts, glyphs);
            }
            for line in below.lines(sop, row, told, glyphs) {
                texts[1].push_str(&format!("\n{line}"));
            }
            texts.truncate(head.len());
            texts.into_iter().map(|text| glyphs.spell(text)).collect()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let mut groups = Vec::new();
        if columns > 0 {
            groups.push(Group::new(2, 2 + columns, ColumnRole::Actor.heading()));
        }
        if !fold.quality {
            groups.push(Group::new(2 + columns, 5 + columns, QUALITY));
        }
        let widths = Widths::of(&head, &rows, &groups);
        Self { labels, fold, head, rows, groups, widths, flow }
    }

    /// The table and its key; nothing where the arrows have no room.
    fn draw(&self, sop: &Sop, width: usize, glyphs: Glyphs) -> Option<String> {
        // Beside a column that says everything, those of the actors stay as narrow as they can.
        let is_list = self.fold.quality && !self.fold.actors;
        let padding = usize::from(!is_list && self.widths.is_comfortable(width, 1));
        let mut table = Table::new();
        let style = match glyphs {
            Glyphs::Unicode => UTF8_FULL.with_solid_inner_borders(),
            Glyphs::Ascii => ASCII_FULL,
        };
        table.load_style(style).set_header(Row::from(&self.head));
        table.add_rows(self.rows.iter().map(Row::from));
        let actors = 2..2 + self.labels.heads.len();
        let shares = self.widths.share(width, padding);
        if let Some(flow) = self.flow
            && flow.lanes_width() > shares.get(actors.end).map_or(0, |it| it + 2 * padding)
            && flow.lanes_width() > 0
        {
            return None;
        }
        for (at, wide) in shares.into_iter().enumerate() {
            let Some(column) = table.column_mut(at) else { continue };
            let padding = u16::try_from(padding).unwrap_or(0);
            let wide = u16::try_from(wide).unwrap_or(u16::MAX).saturating_add(2 * padding);
            column.set_padding((padding, padding)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(wide)));
            if actors.contains(&at) {
                column.set_cell_alignment(CellAlignment::Center);
            }
        }
        let lines: Vec<String> = table.lines().map(|line| line.replace(cells::TIE, " ")).collect();
        let (lines, key) = match self.flow {
            None if self.fold.actors => (lines, Key::Worded),
            None => (lines, Key::Told),
            Some(flow) => {
                let (lines, in_full) = flow.draw(sop, &lines, glyphs);
                (lines, if in_full { Key::Drawn } else { Key::Lettered })
            }
        };
        let headings: Vec<Vec<String>> = sop.steps.iter().map(|step| headings(step, glyphs)).collect();
        let lines = subheads::insert(lines, &headings, self.flow.is_some(), glyphs);
        let mut out = header::merge(lines, &self.groups, glyphs);
        out.push_str(&glyphs.spell(cells::legend(sop, &self.labels, (glyphs, key), width)));
        Some(out)
    }
}

/// What stands across the table above a row.
fn headings(step: &Step, glyphs: Glyphs) -> Vec<String> {
    step.headings.iter().map(|heading| glyphs.spell(plain(&heading.value).into_owned())).collect()
}

/// The row of a table whose flow is drawn: room in place of symbols, what is not drawn told under the activity.
fn kept(sop: &Sop, row: usize, flow: &Flow, mut texts: Vec<String>, glyphs: Glyphs) -> Vec<String> {
    let actors = sop.actors.len();
    for told in cells::told(sop, row, &flow.ways.told, glyphs) {
        texts[1].push_str(&format!("\n{told}"));
    }
    let room = (0..actors).map(|_| flow.keeper(row));
    let lanes = Some(".".repeat(flow.lanes_width())).filter(|it| !it.is_empty());
    texts.splice(2..2 + actors, room.chain(lanes));
    texts
}

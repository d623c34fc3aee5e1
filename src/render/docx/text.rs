//! The lines drawn in a cell → its paragraphs: in the words of the SOP where the page has all of them, with their style, their
//! place in the cell and the list they belong to.

use super::styles::Kind;
use crate::layout::{Draw, Face, Form, MARK, PT, Point, Role, Seg, is_signature, said};
use crate::model::{SectionKind, Sop};
use crate::render::grid::{Cell, Drawn};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A text in a cell.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub kind: Kind,
    /// Its lines; a break stands between them.
    pub lines: Vec<String>,
    /// Size of the letters.
    pub size: i32,
    pub bold: bool,
    pub underlined: bool,
    /// It is no fact yet.
    pub doubtful: bool,
    pub centred: bool,
    /// Space above it.
    pub before: i32,
    /// From the left edge of the cell, and from the right one.
    pub indents: (i32, i32),
    /// What its first line begins to the left of the others.
    pub hanging: i32,
    pub list: Option<List>,
    /// The box around it, which is that far above and below it.
    pub boxed: Option<i32>,
}

/// How far a box can be from its text: programs allow no more.
const MOST_BOXED: i32 = 31 * PT;

/// The list that a paragraph is an item of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    /// Strokes, in a cell of the table.
    Strokes,
    /// Numbers: a section of an SOP of the print.
    Section(usize, SectionKind),
}

/// What a page needs to know of the SOP it belongs to.
pub(super) struct Words<'a> {
    pub sop: &'a Sop,
    pub number: usize,
    pub form: &'a Form,
    /// On how many pages each role is met.
    pages: BTreeMap<&'a Role, usize>,
    /// On the page at hand: where dashes under a text in doubt begin.
    dashes: BTreeSet<Point>,
    /// On the page at hand: items that stand with their number.
    numbered: BTreeSet<(SectionKind, usize)>,
}

/// Some lines of a cell that are one thing: of a role, or none.
struct Piece<'a> {
    role: Option<&'a Role>,
    ops: Vec<usize>,
}

impl<'a> Words<'a> {
    /// The words of the SOP of this number, which these are the pages of.
    pub fn of((number, sop): (usize, &'a Sop), form: &'a Form, pages: &[&'a crate::layout::Page]) -> Self {
        let mut count = BTreeMap::new();
        for page in pages {
            let roles: BTreeSet<&Role> = page.marks.iter().map(|mark| &mark.role).collect();
            roles.into_iter().for_each(|role| *count.entry(role).or_default() += 1);
        }
        Self { sop, number, form, pages: count, dashes: BTreeSet::new(), numbered: BTreeSet::new() }
    }

    /// Goes on with that page.
    pub fn turn_to(&mut self, drawn: &Drawn<'_>) {
        let page = drawn.page;
        self.dashes = page.ops[page.foot.from..].iter().filter_map(dash).collect();
        let marked = page.marks.iter().filter_map(|mark| match mark.role {
            Role::ItemMark(kind, item) => Some((kind, item)),
            _ => None,
        });
        self.numbered = marked.collect();
    }

    /// The paragraphs of a cell, from top to bottom; pictures are not among them.
    pub fn paragraphs(&self, cell: &Cell, drawn: &Drawn<'_>) -> Vec<Paragraph> {
        let mut paragraphs = Vec::new();
        let mut y = cell.area.y;
        let is_text = |op: &&usize| matches!(drawn.page.ops[**op], Draw::Text { .. });
        let texts: Vec<usize> = cell.ops.iter().filter(is_text).copied().collect();
        let pieces = self.pieces(&texts, drawn);
        for (at, piece) in pieces.iter().enumerate() {
            let alike = pieces.iter().filter(|it| it.role == piece.role).count();
            let before = pieces[..at].iter().filter(|it| it.role == piece.role).count();
            let of_role = piece.role.map(|role| self.said(role)).unwrap_or_default();
            let said = if alike > 1 { of_role.get(before..before + 1).unwrap_or_default().to_vec() } else { of_role };
            y = self.add(&mut paragraphs, (piece, said), (cell, y), drawn);
        }
        paragraphs
    }

    /// What the SOP says there, where the page has all of it.
    fn said(&self, role: &Role) -> Vec<String> {
        let is_repeated = matches!(role, Role::Head(_));
        let is_whole = is_repeated || self.pages.get(role).is_none_or(|count| *count < 2);
        if is_whole { said(self.sop, self.form, role) } else { Vec::new() }
    }

    /// The lines parted by what they are; marks of one role are one thing, unless each has a text of its own.
    fn pieces(&self, texts: &[usize], drawn: &Drawn<'a>) -> Vec<Piece<'a>> {
        let is_mark = |op: &usize| matches!(drawn.role(*op), Some(Role::ItemMark(..)));
        let mut parted: Vec<(Option<usize>, Piece)> = Vec::new();
        for op in texts.iter().copied().filter(|op| !is_mark(op)) {
            let mark = drawn.mark(op);
            match parted.last_mut().filter(|(last, _)| *last == mark && mark.is_some()) {
                Some((_, piece)) => piece.ops.push(op),
                None => parted.push((mark, Piece { role: drawn.role(op), ops: vec![op] })),
            }
        }
        let mut pieces: Vec<Piece> = Vec::new();
        for (_, piece) in &parted {
            let alike = parted.iter().filter(|(_, it)| it.role == piece.role).count();
            let is_single = piece.role.is_none_or(|role| alike > 1 && self.said(role).len() == alike);
            match pieces.last_mut().filter(|last| last.role == piece.role && !is_single) {
                Some(last) => last.ops.extend(&piece.ops),
                None => pieces.push(Piece { role: piece.role, ops: piece.ops.clone() }),
            }
        }
        pieces
    }

    /// Adds the paragraphs of one thing; gives where its last line ends.
    fn add(
        &self,
        paragraphs: &mut Vec<Paragraph>,
        (piece, said): (&Piece<'_>, Vec<String>),
        (cell, y): (&Cell, i32),
        drawn: &Drawn<'_>,
    ) -> i32 {
        let lines: Vec<&Draw> = piece.ops.iter().map(|op| &drawn.page.ops[*op]).collect();
        let Some(Draw::Text { at, size, face, upwards, .. }) = lines.first() else { return y };
        let leading = size * 6 / 5;
        let top = at.y - (leading - (leading - size * 716 / 1000) / 2);
        let is_label = matches!(piece.role, Some(Role::Title)) && at.x < cell.area.x + 4 * PT;
        let kind = if is_label { Kind::Label } else { Kind::of(piece.role) };
        let (left, right) = self.sides(cell, &lines, kind);
        let list = self.list(piece.role, said.len());
        let texts = if said.is_empty() || is_label { drawn_texts(&lines) } else { said };
        let is_signed = piece.role.is_some_and(is_signature) && *face == Face::Bold;
        let doubtful = lines.iter().any(|line| self.is_doubtful(line));
        let around = piece.ops.first().and_then(|op| drawn.box_around(*op));
        let boxed = around.map(|area| ((area.h - leading) / 2).clamp(0, MOST_BOXED));
        let (top, sides) = match (boxed, around) {
            (Some(room), Some(area)) => (top - room, Some((area.x - cell.area.x, cell.area.right() - area.right()))),
            _ => (top, None),
        };
        let (left, right) = sides.unwrap_or((left, right));
        let strokes = texts.len() > 1 && matches!(piece.role, Some(Role::Cell { .. }));
        let before = if *upwards || self.is_in_the_middle(piece.role) { 0 } else { (top - y).max(0) };
        for (nth, text) in texts.into_iter().enumerate() {
            let unmarked = text.strip_prefix(MARK).filter(|_| strokes).map(str::to_owned);
            let list = if strokes { Some(List::Strokes) } else { list };
            let hanging =
                if list == Some(List::Strokes) { size * 611 / 1000 } else { self.hanging(piece.role, &lines, cell) };
            let (left, hanging) = match list {
                Some(List::Strokes) => (left + hanging, hanging),
                Some(List::Section(..)) => (left, hanging),
                None => (left, 0),
            };
            paragraphs.push(Paragraph {
                kind,
                lines: unmarked.unwrap_or(text).lines().map(str::to_owned).collect(),
                size: *size,
                bold: *face == Face::Bold,
                underlined: is_signed,
                doubtful,
                centred: self.is_centred(cell, &lines),
                before: if nth == 0 { before } else { 0 },
                indents: (left, right),
                hanging,
                list,
                boxed,
            });
        }
        match lines.last() {
            Some(Draw::Text { at, .. }) => at.y + (leading - size * 716 / 1000) / 2 + boxed.unwrap_or(0),
            _ => y,
        }
    }

    /// Its cell puts it in the middle.
    fn is_in_the_middle(&self, role: Option<&Role>) -> bool {
        matches!(role, None | Some(Role::Head(_) | Role::Cell { .. } | Role::Subhead { .. }))
    }

    fn list(&self, role: Option<&Role>, texts: usize) -> Option<List> {
        match role {
            Some(Role::ItemText(kind, item)) if self.numbered.contains(&(*kind, *item)) => {
                Some(List::Section(self.number, *kind))
            }
            Some(Role::Cell { .. }) if texts > 1 => Some(List::Strokes),
            _ => None,
        }
    }

    fn is_doubtful(&self, line: &Draw) -> bool {
        let Draw::Text { at, size, .. } = line else { return false };
        let under = Point::new(at.x, at.y + 1)..=Point::new(at.x, at.y + size * 3 / 10);
        self.dashes.range(under).next().is_some()
    }

    fn is_centred(&self, cell: &Cell, lines: &[&Draw]) -> bool {
        let middle = |line: &&Draw| match line {
            Draw::Text { upwards: true, .. } => true,
            Draw::Text { at, width, .. } => (2 * at.x + width - 2 * cell.area.x - cell.area.w).abs() <= 8,
            _ => false,
        };
        // A line that fills its room stands in its middle as well.
        let Some(left) = lines.iter().filter_map(|line| start(line)).min() else { return false };
        let is_inset = |line: &&Draw| start(line).is_some_and(|x| x > cell.area.x + 7 * PT);
        lines.iter().all(middle) && (lines.iter().any(is_inset) || left < cell.area.x + 2 * PT)
    }

    /// Room left of the text, and right of it: a little less than the layout keeps, so that no line is broken earlier; as much
    /// as parts the lines of a text in the middle as they are drawn.
    fn sides(&self, cell: &Cell, lines: &[&Draw], kind: Kind) -> (i32, i32) {
        if self.is_centred(cell, lines) {
            let widest = lines.iter().filter_map(|line| width(line)).max().unwrap_or(0);
            let least = match kind {
                Kind::ColumnHead => PT / 2,
                Kind::Actor => PT * 3 / 2,
                _ => PT * 5 / 2,
            };
            let is_sideways = lines.iter().any(|line| matches!(line, Draw::Text { upwards: true, .. }));
            let room = if is_sideways { cell.area.h } else { cell.area.w };
            let side = if lines.len() > 1 { ((room - widest) / 2 - PT).max(least) } else { least };
            return (side, side);
        }
        let left = lines.iter().filter_map(|line| start(line)).min().map_or(0, |x| (x - cell.area.x).max(0));
        (left, left.clamp(PT / 2, 2 * PT))
    }

    /// How far the number of an item stands before its text.
    fn hanging(&self, role: Option<&Role>, lines: &[&Draw], cell: &Cell) -> i32 {
        let text = lines.first().and_then(|line| start(line)).unwrap_or(0);
        match role {
            Some(Role::ItemText(..)) => (text - cell.area.x - 3 * PT).max(0),
            _ => 0,
        }
    }
}

fn width(line: &Draw) -> Option<i32> {
    match line {
        Draw::Text { width, .. } => Some(*width),
        _ => None,
    }
}

fn start(line: &Draw) -> Option<i32> {
    match line {
        Draw::Text { at, .. } => Some(at.x),
        _ => None,
    }
}

/// Where a dash begins.
fn dash(op: &Draw) -> Option<Point> {
    match op {
        Draw::Path { segs, closed: false, .. } => match segs[..] {
            [Seg::Move(at), Seg::Line(_)] => Some(at),
            _ => None,
        },
        _ => None,
    }
}

/// The lines as texts: a new one where a stroke stands before it.
fn drawn_texts(lines: &[&Draw]) -> Vec<String> {
    let says = |line: &Draw| match line {
        Draw::Text { text, .. } => text.clone(),
        _ => String::new(),
    };
    let left = lines.iter().filter_map(|line| start(line)).min();
    let begins = |line: &Draw| says(line).starts_with(MARK) && start(line) == left;
    let has_strokes = lines.first().is_some_and(|line| begins(line));
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match ranges.last_mut().filter(|_| !(has_strokes && begins(line))) {
            Some(range) => range.end = at + 1,
            None => ranges.push(at..at + 1),
        }
    }
    let whole = |range: Range<usize>| {
        let lines = &lines[range];
        let mut text = String::new();
        for (at, line) in lines.iter().enumerate() {
            text.push_str(&says(line));
            if at + 1 < lines.len() && !line.is_broken() {
                text.push(' ');
            }
        }
        text
    };
    ranges.into_iter().map(whole).collect()
}

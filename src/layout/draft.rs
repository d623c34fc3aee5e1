//! Finished pages → pages that say where they are no facts yet: a mark on every page, and one at every value in doubt.

use super::PT;
use super::draw::{Area, Draw, Face, Page, Point, Seg, Shape};
use super::form::Form;
use super::identity_rows::number_of;
use super::meaning::Role;
use super::pen::{PAD, Pen, THIN};
use super::table::{TEXT_COLUMNS, ordered, text_column};
use super::typeset::{Style, Typesetter};
use crate::model::{Cause, ColumnRole, Doubt, IdentityField, SectionKind, Sop, StepField};
use crate::vocabulary::form_words::{DRAFT, DRAFT_OPEN, IN_DOUBT};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of the mark on every page, at most, and their share of the white edge that they stand in, in hundredths.
const LETTERS: i32 = 12 * PT;
const SHARE: i32 = 50;
/// Letters of the question marks.
const QUESTION: Style = Style { face: Face::Bold, size: 8 * PT };
/// How far under the baseline a text in doubt is underlined, in hundredths of its size; lengths of dashes and gaps.
const UNDER: i32 = 22;
const DASH: i32 = 3 * PT;
const GAP: i32 = 2 * PT;
/// So far from arrows a question mark stands.
const CLEAR: i32 = 4 * PT;

/// Marks the pages of an SOP that nobody has reviewed in full, or whose flow leads nowhere; others stay as they are.
pub(super) fn mark(sop: &Sop, form: &Form, pages: &mut [Page], type_: &Typesetter) {
    let doubts = sop.doubts();
    if doubts.is_empty() {
        return;
    }
    let marker = Marker { sop, order: ordered(form) };
    let (of_rows, others) = by_row(sop, &doubts);
    let count = doubts.iter().map(|doubt| &doubt.path).collect::<BTreeSet<_>>().len();
    for page in pages {
        page.doubts = count;
        let mut pen = Pen { page, type_ };
        stamp(&mut pen, count);
        others.iter().for_each(|doubt| marker.mark(&mut pen, doubt));
        let rows: BTreeSet<usize> = pen.page.strips.iter().map(|strip| strip.row).collect();
        for row in rows {
            for (key, cause) in of_rows.get(&row).into_iter().flatten() {
                marker.mark_row(&mut pen, row, key, *cause);
            }
        }
    }
}

/// What is in doubt in each row, by its position, as the key of the value and the cause; and what is in doubt elsewhere.
type Parted<'d> = (BTreeMap<usize, Vec<(&'d str, Cause)>>, Vec<&'d Doubt>);

fn by_row<'d>(sop: &Sop, doubts: &'d [Doubt]) -> Parted<'d> {
    let mut rows = BTreeMap::<u32, Vec<usize>>::new();
    for (row, step) in sop.steps.iter().enumerate() {
        rows.entry(step.number).or_default().push(row);
    }
    let (mut of_rows, mut others) = (BTreeMap::<usize, Vec<_>>::new(), Vec::new());
    for doubt in doubts {
        let parts: Vec<&str> = doubt.path.as_str().split('/').collect();
        let ["kegiatan", number, key, ..] = parts.as_slice() else {
            others.push(doubt);
            continue;
        };
        let own = number.parse().ok().and_then(|number: u32| rows.get(&number));
        own.into_iter().flatten().for_each(|row| of_rows.entry(*row).or_default().push((*key, doubt.cause)));
    }
    (of_rows, others)
}

/// The mark in the upper white edge, at the right.
fn stamp(pen: &mut Pen, count: usize) {
    let margin = pen.page.margin;
    let style = Style::bold(LETTERS.min(margin * SHARE / 100));
    let small = Style::regular(style.size * 2 / 3);
    let open = format!("{count} {DRAFT_OPEN}");
    let (width, more) = (pen.type_.width(style, DRAFT), pen.type_.width(small, &open));
    let right = pen.page.width - margin;
    let baseline = margin - style.size * 6 / 10;
    let frame = Area::new(right - width - 2 * PAD, baseline - style.size, width + 2 * PAD, style.size * 13 / 10);
    pen.frame(frame);
    pen.text(Point::new(frame.x + PAD, baseline), style, DRAFT);
    pen.text(Point::new(frame.x - more - 2 * PAD, baseline), small, &open);
    // Whoever hears the pages hears it with their names.
    pen.page.bookmark = format!("{DRAFT}: {}", pen.page.bookmark);
}

struct Marker<'a> {
    sop: &'a Sop,
    order: [usize; 6],
}

impl Marker<'_> {
    fn mark(&self, pen: &mut Pen, doubt: &Doubt) {
        let parts: Vec<&str> = doubt.path.as_str().split('/').collect();
        match parts.as_slice() {
            ["identitas", key, ..] => {
                let row = IdentityField::ALL.into_iter().find(|row| row.key() == *key);
                match row.and_then(number_of) {
                    Some(value) => underline(pen, |role| *role == Role::Value(value)),
                    None if row == Some(IdentityField::Title) => underline(pen, |role| *role == Role::Title),
                    None => underline(pen, |role| row.is_some() && *role == Role::Agency),
                }
            }
            ["pelaksana", position, ..] => {
                let column = position.parse::<usize>().ok().map(|it| it + 1);
                underline(pen, |role| matches!(role, Role::Head(head) if head.row == 1 && Some(head.column) == column));
            }
            [key, item @ ..] => {
                let kind = SectionKind::ALL.into_iter().find(|kind| kind.key() == *key);
                let item = item.first().and_then(|it| it.parse::<usize>().ok());
                let is_it =
                    |list: &SectionKind, at: &usize| Some(*list) == kind && item.is_none_or(|item| item == at + 1);
                underline(pen, |role| matches!(role, Role::ItemText(list, at) if is_it(list, at)));
            }
            [] => {}
        }
    }

    fn mark_row(&self, pen: &mut Pen, row: usize, key: &str, cause: Cause) {
        let Some(role) = column_of(key) else { return self.mark_symbols(pen, row, cause) };
        let canonical = TEXT_COLUMNS.iter().position(|it| *it == role).unwrap_or_default();
        let Some(place) = self.order.iter().position(|it| *it == canonical) else { return };
        let column = text_column(place, self.sop.actors.len().max(1));
        let cells = pen.page.strips.iter().filter(|strip| strip.row == row);
        let blank: Vec<Area> =
            cells.filter_map(|strip| strip.cells.get(place)).filter(|(_, ops)| ops.is_empty()).map(|it| it.0).collect();
        for area in blank {
            pen.caption(area, QUESTION, IN_DOUBT);
        }
        underline(pen, |role| matches!(role, Role::Cell { step, column: own, .. } if *step == row && *own == column));
    }

    /// A question mark in every symbol of the row; where it has none, in its room for actors, clear of arrows.
    fn mark_symbols(&self, pen: &mut Pen, row: usize, cause: Cause) {
        let own = |page: &Page| -> Vec<(Shape, Area)> {
            let of_row = page.shapes.iter().filter(|it| it.own_cell().is_some_and(|cell| cell.0 == row));
            of_row.map(|it| (it.shape, it.area)).collect()
        };
        let symbols = own(pen.page);
        if symbols.is_empty() || cause == Cause::NoActor {
            let rooms: Vec<Area> =
                pen.page.strips.iter().filter(|strip| strip.row == row).map(|strip| strip.actors).collect();
            for room in rooms {
                self.mark_room(pen, room);
            }
        }
        for (shape, area) in symbols {
            match shape {
                Shape::Capsule => underline_word(pen, area),
                _ if is_marked(pen.page, area) => {}
                _ => pen.caption(area, QUESTION, IN_DOUBT),
            }
        }
    }

    fn mark_room(&self, pen: &mut Pen, room: Area) {
        let lanes = self.sop.actors.len().max(1) as i32;
        let wide = room.w / lanes;
        let lane = |at: i32| Area { x: room.x + at * wide, w: wide, ..room };
        let spot = |area: Area| Area::around(area.centre(), QUESTION.size + 2 * CLEAR, QUESTION.size + 2 * CLEAR);
        // Any of them may be the one who acts.
        for area in (0..lanes).map(|at| spot(lane(at))) {
            if !is_marked(pen.page, area) && is_free(pen.page, area) {
                pen.caption(area, QUESTION, IN_DOUBT);
            }
        }
    }
}

/// The column of a value of a row; none for what its symbols say.
fn column_of(key: &str) -> Option<ColumnRole> {
    let columns = [
        (StepField::Activity, ColumnRole::Activity),
        (StepField::Requirements, ColumnRole::Requirements),
        (StepField::Duration, ColumnRole::Duration),
        (StepField::Outputs, ColumnRole::Outputs),
        (StepField::Note, ColumnRole::Note),
    ];
    columns.into_iter().find(|(field, _)| field.key() == key).map(|(_, role)| role)
}

/// A question mark stands in the area already.
fn is_marked(page: &Page, area: Area) -> bool {
    let stands = |at: Point| (area.x..=area.right()).contains(&at.x) && (area.y..=area.bottom()).contains(&at.y);
    page.ops.iter().any(|op| matches!(op, Draw::Text { text, at, .. } if text == IN_DOUBT && stands(*at)))
}

/// No arrow, symbol or text reaches into the area.
fn is_free(page: &Page, area: Area) -> bool {
    let meets =
        |one: Area| one.x < area.right() && area.x < one.right() && one.y < area.bottom() && area.y < one.bottom();
    let piece = |pair: &[Point]| {
        let (from, to) = (pair[0], pair[1]);
        Area::new(from.x.min(to.x), from.y.min(to.y), (from.x - to.x).abs() + 1, (from.y - to.y).abs() + 1)
    };
    // Arrows, and the lines that join who acts together.
    let corners = |op: &Draw| match op {
        Draw::Path { segs, closed: false, .. } => segs.iter().map(corner).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let lines = page.ops.iter().flat_map(|op| corners(op).windows(2).map(piece).collect::<Vec<_>>());
    let text = |op: &Draw| match op {
        Draw::Text { at, size, width, upwards: false, .. } => Some(Area::new(at.x, at.y - size, *width, size * 5 / 4)),
        _ => None,
    };
    let texts = page.ops.iter().filter_map(text);
    !page.shapes.iter().map(|it| it.area).chain(page.labels.iter().copied()).chain(lines).chain(texts).any(meets)
}

fn corner(seg: &Seg) -> Point {
    match seg {
        Seg::Move(point) | Seg::Line(point) | Seg::Curve(_, _, point) => *point,
    }
}

/// Dashes under the word of a capsule.
fn underline_word(pen: &mut Pen, area: Area) {
    let inside = |at: &Point| (area.x..=area.right()).contains(&at.x) && (area.y..=area.bottom()).contains(&at.y);
    let word = pen.page.ops.iter().find_map(|op| match op {
        Draw::Text { at, size, width, .. } if inside(at) => Some((*at, *size, *width)),
        _ => None,
    });
    if let Some(line) = word {
        dashes(pen, line);
    }
}

/// Dashes under every line of the texts that mean this.
fn underline(pen: &mut Pen, is_it: impl Fn(&Role) -> bool) {
    let ranges = pen.page.marks.iter().filter(|mark| is_it(&mark.role)).map(|mark| mark.ops.clone());
    let lines: Vec<(Point, i32, i32)> = ranges
        .flat_map(|ops| pen.page.ops.get(ops).unwrap_or(&[]))
        .filter_map(|op| match op {
            Draw::Text { at, size, width, upwards: false, .. } => Some((*at, *size, *width)),
            _ => None,
        })
        .collect();
    for line in lines {
        dashes(pen, line);
    }
}

/// Under a line of text that begins there, in letters of that size, so wide.
fn dashes(pen: &mut Pen, (at, size, width): (Point, i32, i32)) {
    let y = at.y + size * UNDER / 100;
    let mut x = at.x;
    while x < at.x + width {
        let end = (x + DASH).min(at.x + width);
        pen.line(Point::new(x, y), Point::new(end, y), THIN);
        x = end + GAP;
    }
}

//! [`Ink`] of a page → its tables with the lines of text in their cells, the lines outside them, and the drawing.

use super::boxes;
use super::bullets;
use super::covers::{self, holds};
use super::form;
use super::ink::{Ink, Letter};
use super::lattice::{self, Lattice};
use super::lines::{self, Line};
use super::overflow;
use super::recognised;
use super::rules;
use super::strikes;
use super::traces::{self, Outline, Traces};
use super::wires;
use crate::document::drawing::ShapeKind;
use crate::source::{Frame, Point};
use crate::vocabulary::marks::{self, Sign};

/// Fewer letters recognised in a picture are those of a stamp.
const FEWEST_RECOGNISED: usize = 40;

/// Tables of one page that are looked at.
const MOST_TABLES: usize = 400;

/// Shapes of one page that are kept.
const MOST_SHAPES: usize = 800;

/// Loose strokes of one page that are looked at.
const MOST_LOOSE: usize = 6_000;

/// Smallest side of a shape, in points.
const SMALLEST_SHAPE: f32 = 3.0;

/// How far a connector may end from the shape that it belongs to.
const TOUCH: f32 = 18.0;

/// A label stands so near to its connector.
const NEAR_WIRE: f32 = 14.0;

/// Words that may mean anything else are a label so near to a connector.
const BESIDE_WIRE: f32 = 7.0;

/// Words of such a label.
const MOST_WORDS: usize = 3;

/// A page, understood.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Width and height.
    pub size: (f32, f32),
    /// Ruled tables, from the top.
    pub tables: Vec<Table>,
    /// Lines outside tables and shapes, from the top.
    pub lines: Vec<Line>,
    /// Shapes.
    pub shapes: Vec<Drawn>,
    /// Connectors.
    pub wires: Vec<traces::Line>,
    /// Answers beside connectors.
    pub labels: Vec<Line>,
    /// Lines that something lies over.
    pub covered: Vec<Line>,
    /// Lines that are struck out.
    pub struck: Vec<Line>,
    /// Lines that are not shown.
    pub unseen: Vec<Line>,
    /// Where letters stand that their font does not name.
    pub unmapped: Vec<Point>,
    /// The page is a picture with little or no text.
    pub is_scan: bool,
    /// It is one, and its text what a program recognised in it.
    pub is_recognised: bool,
}

/// A ruled table.
#[derive(Debug)]
pub(super) struct Table {
    /// Its rows, columns and cells.
    pub lattice: Lattice,
    /// The lines in each cell.
    pub texts: Vec<Vec<Line>>,
}

/// A shape with what is written in it.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Which.
    pub kind: ShapeKind,
    /// Its box.
    pub frame: Frame,
    /// The lines in it.
    pub texts: Vec<Line>,
}

/// Letters by what they stand in.
#[derive(Default)]
struct Dealt {
    shapes: Vec<Vec<Letter>>,
    cells: Vec<Vec<Vec<Letter>>>,
    free: Vec<Letter>,
}

/// What is on a page.
pub(super) fn understand(mut ink: Ink) -> Sheet {
    /// So few letters beside a picture of most of the page are a stamp or a page number on a scan.
    const FEW: usize = 150;
    let covered = lines::of_letters(covers::lift(&mut ink));
    let pictured = covers::pictured(&ink);
    let is_picture = pictured > 0.5 && ink.letters.len() < FEW;
    let is_recognised = is_picture && ink.layer.len() >= FEWEST_RECOGNISED;
    let is_scan = !is_recognised && (is_picture || ink.letters.is_empty() && pictured > 0.05);
    let layer = std::mem::take(&mut ink.layer);
    match is_recognised {
        true => ink.letters.extend(recognised::letters(layer)),
        false => ink.unseen.extend(layer),
    }
    bullets::write(&mut ink);
    let (tables, mut outlines, mut traces) = ruled(traces::sort(&ink.paths));
    let struck = lines::of_letters(strikes::lift(&mut ink.letters, &mut traces.strokes));
    let around = lines::of_letters(if traces.strokes.is_empty() { Vec::new() } else { ink.letters.clone() });
    let around: Vec<Line> = around.iter().flat_map(parts).collect();
    traces.strokes.truncate(MOST_LOOSE);
    traces.strokes.retain(|stroke| !wires::is_under(stroke, &around));
    let lattices: Vec<&Lattice> = tables.iter().collect();
    outlines.retain(|it| may_be_shape(it, &lattices, ink.size));
    outlines.truncate(MOST_SHAPES);
    let frames: Vec<Frame> = outlines.iter().map(|it| it.frame).collect();
    let mut wires = wires::join(&traces.strokes, traces.lines, &traces.heads, &frames);
    keep_shapes(&mut outlines, &lattices, &wires);
    let frames: Vec<Frame> = outlines.iter().map(|it| it.frame).collect();
    wires.retain(|wire| is_wire(wire, &frames, &lattices));
    let dealt = deal(std::mem::take(&mut ink.letters), &outlines, &tables);
    let mut sheet = Sheet {
        size: ink.size,
        lines: lines::of_letters(dealt.free),
        covered,
        struck,
        unseen: lines::of_letters(std::mem::take(&mut ink.unseen)),
        unmapped: ink.unmapped,
        is_scan,
        is_recognised,
        wires,
        ..Sheet::default()
    };
    for (outline, letters) in outlines.iter().zip(dealt.shapes) {
        let kind = form::kind(&outline.points, outline.frame);
        sheet.shapes.push(Drawn { kind, frame: outline.frame, texts: lines::of_letters(letters) });
    }
    for (lattice, cells) in tables.into_iter().zip(dealt.cells) {
        sheet.tables.push(Table { lattice, texts: cells.into_iter().map(lines::of_letters).collect() });
    }
    take_labels(&mut sheet);
    sheet
}

/// Tables, outlines that are none, and what else was drawn; the strokes left are those that are no rules.
fn ruled(mut traces: Traces) -> (Vec<Lattice>, Vec<Outline>, Traces) {
    let mut outlines = std::mem::take(&mut traces.outlines);
    boxes::take(&mut outlines, &mut traces.strokes);
    let sorted = rules::sort(&traces.strokes);
    let mut found = lattice::tables(&sorted.rules);
    found.truncate(MOST_TABLES);
    traces.strokes = sorted.loose;
    let frames: Vec<(Frame, usize)> = found.iter().map(|it| (it.frame(), it.cells.len())).collect();
    let within = |inner: Frame, outer: Frame| {
        outer.contains(inner.centre()) && inner.width() < outer.width() && inner.height() < outer.height()
    };
    let mut tables = Vec::new();
    for (at, lattice) in found.into_iter().enumerate() {
        let (frame, cells) = frames[at];
        let mut others = frames.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, it)| *it);
        let is_inner = others.clone().any(|(outer, count)| count > 1 && within(frame, outer));
        let is_frame = cells == 1 && others.any(|(inner, count)| count > 1 && within(inner, frame));
        if cells == 1 && !is_frame {
            outlines.push(of_frame(frame));
        } else if !is_inner && !is_frame {
            tables.push(lattice);
        }
    }
    (tables, outlines, traces)
}

/// A box drawn as four strokes.
fn of_frame(frame: Frame) -> Outline {
    let Frame { left, top, right, bottom } = frame;
    let points = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Point { x, y }).to_vec();
    Outline { points, frame, is_ringed: true, is_coloured: false, order: 0 }
}

/// Large enough, no larger than symbols are, and no background of cells.
fn may_be_shape(outline: &Outline, tables: &[&Lattice], page: (f32, f32)) -> bool {
    let frame = outline.frame;
    let is_sized = frame.width() >= SMALLEST_SHAPE
        && frame.height() >= SMALLEST_SHAPE
        && frame.width() < page.0 * 0.6
        && frame.height() < page.1 * 0.6;
    let lies = |edges: &[f32], at: f32| edges.iter().any(|edge| (edge - at).abs() <= 2.5);
    let is_background = traces::is_upright_box(&outline.points, frame)
        && tables.iter().any(|table| {
            lies(&table.xs, frame.left)
                && lies(&table.xs, frame.right)
                && lies(&table.ys, frame.top)
                && lies(&table.ys, frame.bottom)
        });
    is_sized && !is_background && (outline.is_ringed || outline.is_coloured)
}

/// A box without an outline may be a mark behind a text, a box outside tables may be a stamp: both need a connector. Of one box
/// inside another the outer is the symbol.
fn keep_shapes(outlines: &mut Vec<Outline>, tables: &[&Lattice], wires: &[traces::Line]) {
    let is_touched = |frame: Frame| {
        wires.iter().any(|wire| [false, true].iter().any(|is_last| frame.distance(wire.end(*is_last)) <= 5.0))
    };
    outlines.retain(|it| {
        let in_table = tables.iter().any(|table| table.cell_at(it.frame.centre()).is_some());
        let is_plain = traces::is_upright_box(&it.points, it.frame) && !it.is_ringed;
        (in_table && !is_plain) || is_touched(it.frame)
    });
    let frames: Vec<Frame> = outlines.iter().map(|it| it.frame).collect();
    let area = |frame: Frame| frame.width() * frame.height();
    outlines.retain(|it| {
        let inside = |outer: &Frame| {
            outer.contains(it.frame.centre())
                && area(*outer) > area(it.frame) * 1.05
                && it.frame.left >= outer.left - 1.0
                && it.frame.right <= outer.right + 1.0
                && it.frame.top >= outer.top - 1.0
                && it.frame.bottom <= outer.bottom + 1.0
        };
        !frames.iter().any(inside)
    });
}

/// It has a head, ends at a symbol, or runs through a table that has symbols.
fn is_wire(wire: &traces::Line, shapes: &[Frame], tables: &[&Lattice]) -> bool {
    let ends = [wire.end(false), wire.end(true)];
    let length: f32 = wire.points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let in_table = || ends.iter().any(|at| tables.iter().any(|table| table.cell_at(*at).is_some()));
    let touches = || shapes.iter().any(|frame| ends.iter().any(|at| frame.distance(*at) <= TOUCH));
    length > 3.0 && !shapes.is_empty() && (wire.heads.contains(&true) || touches() || length > 10.0 && in_table())
}

/// Gives each word to the shape, else to the cell, in which its middle stands: words reach over rules.
fn deal(letters: Vec<Letter>, outlines: &[Outline], tables: &[Lattice]) -> Dealt {
    let mut dealt = Dealt {
        shapes: vec![Vec::new(); outlines.len()],
        cells: tables.iter().map(|table| vec![Vec::new(); table.cells.len()]).collect(),
        free: Vec::new(),
    };
    let frames: Vec<Frame> = tables.iter().map(Lattice::frame).collect();
    let mut astray = overflow::places(&letters, tables).into_iter().peekable();
    let mut start = 0;
    while start < letters.len() {
        let end = lines::word_end(&letters, start);
        while astray.next_if(|(stretch, _)| stretch.end <= start).is_some() {}
        let owner = astray.peek().filter(|(stretch, _)| stretch.contains(&start)).map(|(_, owner)| *owner);
        let (first, last) = (letters[start].centre(), letters[end - 1].centre());
        let at = Point { x: (first.x + last.x) / 2.0, y: (first.y + last.y) / 2.0 };
        let word = letters[start..end].iter().cloned();
        start = end;
        let holder = |it: &(usize, &Outline)| it.1.frame.contains(at) && holds(&it.1.points, at);
        if let Some((shape, _)) = outlines.iter().enumerate().find(holder) {
            dealt.shapes[shape].extend(word);
            continue;
        }
        let standing = || {
            (0..tables.len()).find_map(|table| {
                let cell = frames[table].contains(at).then(|| tables[table].cell_at(at))?;
                cell.map(|cell| (table, cell))
            })
        };
        match owner.or_else(standing) {
            Some((table, cell)) => dealt.cells[table][cell].extend(word),
            None => dealt.free.extend(word),
        }
    }
    dealt
}

/// Takes what stands at the connectors out of the cells: answers, and beside a decision any words.
fn take_labels(sheet: &mut Sheet) {
    let wires = std::mem::take(&mut sheet.wires);
    if wires.is_empty() {
        return;
    }
    let decisions: Vec<Point> =
        sheet.shapes.iter().filter(|it| it.kind == ShapeKind::Decision).map(|it| it.frame.centre()).collect();
    let mut take = |texts: &mut Vec<Line>, asks: bool| {
        for line in std::mem::take(texts) {
            let (labels, rest) = parted(line, &wires, asks);
            sheet.labels.extend(labels);
            texts.extend(rest);
        }
    };
    for table in &mut sheet.tables {
        for (area, texts) in table.lattice.cells.iter().zip(&mut table.texts).filter(|(_, texts)| !texts.is_empty()) {
            let frame = table.lattice.area(*area);
            take(texts, decisions.iter().any(|it| frame.contains(*it)));
        }
    }
    take(&mut sheet.lines, false);
    sheet.wires = wires;
}

/// The labels of connectors in a line, and what else stands in it; in a cell that `asks`, words of any kind are labels.
fn parted(line: Line, wires: &[traces::Line], asks: bool) -> (Vec<Line>, Option<Line>) {
    let answers = |line: &Line| {
        let folded = crate::vocabulary::fold(&line.text());
        matches!(marks::word(&folded), Some(Sign::Yes | Sign::No))
    };
    let is_answer = |part: &Line| part.words.len() <= 2 && answers(part) && near_wire(part.frame(), wires, NEAR_WIRE);
    let is_word = |part: &Line| {
        asks && part.words.len() <= MOST_WORDS
            && part.text().chars().all(|it| it.is_alphabetic() || it == ' ')
            && near_wire(part.frame(), wires, BESIDE_WIRE)
    };
    let is_label = |part: &Line| is_answer(part) || is_word(part);
    let mut labels = Vec::new();
    let mut rest: Option<Line> = None;
    for part in parts(&line) {
        if is_label(&part) {
            labels.push(part);
        } else {
            match &mut rest {
                Some(rest) => rest.words.extend(part.words),
                None => rest = Some(part),
            }
        }
    }
    (labels, rest)
}

/// A line cut at its wide gaps.
pub(super) fn parts(line: &Line) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..=line.words.len() {
        let is_cut = at == line.words.len() || line.words[at].from - line.words[at - 1].to > line.size * 1.1;
        if is_cut {
            out.push(line.part(start..at));
            start = at;
        }
    }
    out
}

fn near_wire(frame: Frame, wires: &[traces::Line], reach: f32) -> bool {
    let near = |one: Point, other: Point| {
        let steps = ((one.distance(other) / 6.0).ceil() as usize).clamp(1, 200);
        (0..=steps).any(|step| {
            let part = step as f32 / steps as f32;
            let at = Point { x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part };
            frame.distance(at) <= reach
        })
    };
    wires.iter().any(|wire| wire.points.windows(2).any(|pair| near(pair[0], pair[1])))
}

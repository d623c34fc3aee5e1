//! What is drawn over a sheet → shapes, connectors and labels of its page, each with an entry in the text.

use super::drawing::{Glue, Line, Nature, Thing};
use super::pages::{Laid, Pages};
use crate::document::drawing::{Connector, Drawing, End, Label, Shape, ShapeKind};
use crate::document::{Aside, AsideKind, Text};
use crate::source::{Frame, Point, Span, Spot};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// What lies farther from the cells than a page is long was parked there and is no part of the form, in points.
const PARKED: f32 = 842.0;

/// An end that lies farther from the shape it is glued to, in points, was not moved with it: its site says where it is.
const ASTRAY: f32 = 6.0;

/// A shape that is lower or narrower, in points, is not seen.
const UNSEEN: f32 = 0.1;

/// The shapes by the number that connectors know them by, rising.
type Numbered = Vec<(u32, usize)>;

impl Pages {
    /// The drawing of a page whose rows are laid.
    pub fn draw(&mut self, laid: &Laid<'_>, things: Vec<Thing>) -> Drawing {
        let mut glued: Vec<u32> = things.iter().flat_map(glue).map(|it| it.id).collect();
        glued.sort_unstable();
        let used = laid.used();
        let mut drawing = Drawing::default();
        let mut numbered: Numbered = Vec::new();
        let mut lines = Vec::new();
        for thing in things {
            let spot = spot(laid, thing.frame.centre());
            if !thing.words.struck.is_empty() {
                self.aside(AsideKind::Struck, &thing.words.struck, spot);
                self.end_line();
            }
            let is_glued = thing.id.is_some_and(|id| glued.binary_search(&id).is_ok());
            match self.place(&thing, used, is_glued) {
                Seen::No => {}
                Seen::Aside(kind) => {
                    let (text, span) = self.entry(&thing.words.text, ShapeKind::Other.sign(), spot);
                    self.document.asides.push(Aside { kind, text, span: Some(span) });
                }
                Seen::Line => lines.push(thing),
                Seen::Label => {
                    let (text, _) = self.entry(&thing.words.text, "", spot);
                    let cell = laid.cell_at(thing.frame.centre());
                    drawing.labels.push(Label { text, frame: thing.frame, cell });
                }
                Seen::Shape(kind) => {
                    numbered.extend(thing.id.map(|id| (id, drawing.shapes.len())));
                    let (text, span) = self.entry(&thing.words.text, kind.sign(), spot);
                    let cell = laid.cell_at(thing.frame.centre());
                    drawing.shapes.push(Shape { kind, frame: thing.frame, text, cell, told: thing.told, span });
                }
            }
        }
        numbered.sort_unstable();
        for thing in lines {
            let Nature::Line(line) = thing.nature else { continue };
            if let Some(mut connector) = connector(line, &drawing.shapes, &numbered) {
                let spot = spot(laid, connector.from.at);
                (_, connector.span) = self.entry("", connector.sign(), spot);
                drawing.connectors.push(connector);
            }
        }
        drawing
    }

    /// What a thing is to the reader of the sheet.
    fn place(&self, thing: &Thing, used: Option<Frame>, is_glued: bool) -> Seen {
        let has_words = !thing.words.text.is_empty();
        let unseen = if has_words { Seen::Aside(AsideKind::Hidden) } else { Seen::No };
        let frame = thing.frame;
        let is_parked = used.is_some_and(|used| apart(used, frame) > PARKED);
        match &thing.nature {
            _ if thing.is_hidden => unseen,
            Nature::Line(_) if is_parked => Seen::No,
            Nature::Line(_) => Seen::Line,
            _ if frame.width() < UNSEEN || frame.height() < UNSEEN => unseen,
            _ if is_parked => Seen::Aside(AsideKind::Shape),
            Nature::Strange => Seen::Aside(AsideKind::Shape),
            Nature::Shape { kind, has_fill, has_outline, is_text_box } => {
                let is_bare = !has_outline && (!has_fill || *is_text_box);
                // A text box with an outline is a box to who sees it, but an answer stays an answer in its frame.
                let is_word = is_bare || (*is_text_box && is_answer(&thing.words.text));
                match () {
                    () if is_glued => Seen::Shape(*kind),
                    () if is_word && has_words => Seen::Label,
                    () if !has_fill && !has_outline => Seen::No,
                    () => Seen::Shape(*kind),
                }
            }
        }
    }

    /// Writes the entry of a thing on a line of its own: its words, or a sign where it has none.
    fn entry(&mut self, words: &str, sign: &str, spot: Spot) -> (Text, Span) {
        let start = self.transcript.len();
        let text = match words {
            "" => {
                self.transcript.enter(sign, spot);
                Text::default()
            }
            words => self.transcript.write(words, spot),
        };
        let span = Span::new(start, self.transcript.len());
        self.end_line();
        (text, span)
    }
}

/// What a thing is to the reader of the sheet.
enum Seen {
    No,
    Aside(AsideKind),
    Shape(ShapeKind),
    Label,
    Line,
}

fn is_answer(words: &str) -> bool {
    matches!(marks::word(&fold(words)), Some(Sign::Yes | Sign::No))
}

/// How far two boxes lie apart; 0 where they touch.
fn apart(one: Frame, other: Frame) -> f32 {
    let x = (one.left - other.right).max(other.left - one.right);
    let y = (one.top - other.bottom).max(other.top - one.bottom);
    x.max(y).max(0.0)
}

fn glue(thing: &Thing) -> impl Iterator<Item = Glue> {
    let line = match &thing.nature {
        Nature::Line(line) => Some(line),
        _ => None,
    };
    line.into_iter().flat_map(|line| line.glue).flatten()
}

fn spot(laid: &Laid<'_>, point: Point) -> Spot {
    let (row, column) = laid.measure.cell_at(point);
    Spot::Sheet { sheet: laid.sheet, row: row + 1, column: column + 1 }
}

/// The connector that a line is; its entry is still to be written.
fn connector(line: Line, shapes: &[Shape], numbered: &Numbered) -> Option<Connector> {
    let [first, bends @ .., last] = line.points.as_slice() else { return None };
    let end = |at: Point, side: usize| {
        let glue = line.glue[side];
        let glued = glue.and_then(|glue| shape_of(glue, at, shapes, numbered));
        let at = glued.zip(glue).and_then(|(shape, glue)| site(&shapes[shape], glue, at)).unwrap_or(at);
        // The place is exact, so no cell is needed to find what lies there.
        End { at, glued, has_head: line.heads[side], cell: None }
    };
    Some(Connector {
        from: end(*first, 0),
        to: end(*last, 1),
        bends: bends.to_vec(),
        is_dashed: line.is_dashed,
        span: Span::default(),
    })
}

/// The shape of that number; of several with one number, as copying leaves them, the nearest.
fn shape_of(glue: Glue, at: Point, shapes: &[Shape], numbered: &Numbered) -> Option<usize> {
    let from = numbered.partition_point(|it| it.0 < glue.id);
    let of_number = numbered[from..].iter().take_while(|it| it.0 == glue.id).take(64).map(|it| it.1);
    of_number.min_by(|one, other| shapes[*one].frame.distance(at).total_cmp(&shapes[*other].frame.distance(at)))
}

/// The sites of a shape, against the clock from the upper one.
const SITES: [(f32, f32); 4] = [(0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)];

/// The same of an ellipse, which has eight.
const ROUND_SITES: [(f32, f32); 8] =
    [(0.5, 0.0), (0.15, 0.15), (0.0, 0.5), (0.15, 0.85), (0.5, 1.0), (0.85, 0.85), (1.0, 0.5), (0.85, 0.15)];

/// Where the site of a shape is, for an end that lies astray.
fn site(shape: &Shape, glue: Glue, at: Point) -> Option<Point> {
    let frame = shape.frame;
    if frame.distance(at) <= ASTRAY {
        return None;
    }
    let sites: &[(f32, f32)] = if shape.kind == ShapeKind::Junction { &ROUND_SITES } else { &SITES };
    let (x, y) = sites.get(glue.site as usize)?;
    Some(Point { x: frame.left + x * frame.width(), y: frame.top + y * frame.height() })
}

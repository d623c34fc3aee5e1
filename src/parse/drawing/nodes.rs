//! Shapes → nodes of the flow: symbols of a step and actor, and symbols through which the flow only passes.

use super::Flow;
use super::told::{self, Told};
use super::zones::{Seat, Zones};
use crate::document::Document;
use crate::document::drawing::{Drawing, Shape, ShapeKind};
use crate::grammar::marks::Marks;
use crate::model::{Drawn, Symbol};
use crate::source::{Frame, Span};

/// One shape that takes part in the flow.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub page: usize,
    pub kind: ShapeKind,
    /// Whose symbol it is; none where it stands outside the actors' columns.
    pub seat: Option<Seat>,
    pub frame: Frame,
    /// What is written in it, folded to one line.
    pub text: String,
    /// The words at its ways out, as the file tells them to those who do not see it.
    pub told: Vec<Told>,
    pub span: Span,
}

/// Two boxes whose edges differ by less are one shape drawn twice.
const SAME: f32 = 3.0;

/// A circle at most so wide is a connector; a larger one, or an oval, is drawn as a capsule.
const WIDEST_CIRCLE: f32 = 34.0;

impl Node {
    /// Work only passes through it: on to another page, or to another place of the same.
    pub fn is_passage(&self) -> bool {
        match self.kind {
            ShapeKind::OffPage => true,
            ShapeKind::Junction => self.is_small_circle() && self.symbol_said().is_none(),
            _ => false,
        }
    }

    fn is_small_circle(&self) -> bool {
        let (width, height) = (self.frame.width(), self.frame.height());
        width.max(height) <= WIDEST_CIRCLE && width.max(height) < 1.3 * width.min(height)
    }

    /// The symbol that its own words say: `Mulai`, `Selesai`, a question.
    pub fn symbol_said(&self) -> Option<Symbol> {
        let marks = Marks::of(&self.text);
        marks.symbol().filter(|_| !marks.has_branch())
    }
}

/// Makes nodes of the shapes of a page; returns for each shape of the drawing its node.
pub(super) fn on_page(document: &Document, page: usize, zones: &Zones, flow: &mut Flow) -> Vec<Option<usize>> {
    let drawing = &document.pages[page].drawing;
    let mut places: Vec<Option<usize>> = Vec::with_capacity(drawing.shapes.len());
    for (at, shape) in drawing.shapes.iter().enumerate() {
        if let Some(twin) = twin(drawing, at) {
            places.push(places[twin]);
            continue;
        }
        let seat = seat(page, shape, zones);
        let marks_place =
            matches!(shape.kind, ShapeKind::OffPage | ShapeKind::Junction) && zones.touches(page, shape.frame);
        if seat.is_none() && !marks_place {
            if zones.touches(page, shape.frame) && shape.kind != ShapeKind::Picture {
                flow.strange.push((Drawn::Symbol, words(shape), shape.span));
            }
            places.push(None);
            continue;
        }
        places.push(Some(flow.nodes.len()));
        let (kind, frame, span) = (shape.kind, shape.frame, shape.span);
        let told = told::ways(&shape.told);
        flow.nodes.push(Node { page, kind, seat, frame, text: words(shape), told, span });
    }
    places
}

/// What is written in a shape, in one line.
fn words(shape: &Shape) -> String {
    shape.text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn seat(page: usize, shape: &Shape, zones: &Zones) -> Option<Seat> {
    match shape.cell {
        Some(cell) => zones.seat_of_cell(cell).or_else(|| zones.seat_at(page, shape.frame.centre())),
        None => zones.seat_at(page, shape.frame.centre()),
    }
}

/// How far back a second copy of a shape is looked for.
const FARTHEST_TWIN: usize = 64;

/// An earlier shape in the very place of this one.
fn twin(drawing: &Drawing, at: usize) -> Option<usize> {
    let one = drawing.shapes[at].frame;
    let near = |a: f32, b: f32| (a - b).abs() <= SAME;
    (at.saturating_sub(FARTHEST_TWIN)..at).find(|before| {
        let other = drawing.shapes[*before].frame;
        near(one.left, other.left)
            && near(one.right, other.right)
            && near(one.top, other.top)
            && near(one.bottom, other.bottom)
    })
}

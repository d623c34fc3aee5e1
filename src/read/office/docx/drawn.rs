//! One drawn object of a text document, before it is known where its paragraph stands: its place and the figures in it.

use crate::document::drawing::ShapeKind;
use crate::source::{Frame, Point};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// One object, as it is anchored at a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// Where it stands, leftwards to rightwards.
    pub across: Along,
    /// Where it stands, downwards.
    pub down: Along,
    /// Width and height.
    pub size: (f32, f32),
    /// It moves with the cell that its paragraph is in.
    pub is_in_cell: bool,
    /// It stands in a line like a letter.
    pub is_inline: bool,
    /// What it is made of, from its own left upper corner.
    pub figures: Vec<Figure>,
}

/// A place along one direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Along {
    /// From where it counts.
    pub from: Base,
    /// Where from there.
    pub place: Place,
}

/// From where a place counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The column or cell; the paragraph or line.
    Text,
    /// The margins of the page.
    Margin,
    /// The paper.
    Page,
}

/// A place between two edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// So far from the first edge.
    Offset(f32),
    /// At a share of the room: 0 at the first edge, 1 at the other.
    Share(f32),
}

impl Along {
    /// At the first edge of the text.
    pub const START: Self = Self { from: Base::Text, place: Place::Offset(0.0) };

    /// The first edge of a thing of that length, where the room reaches from `start` to `end`.
    pub fn resolve(self, (start, end): (f32, f32), length: f32) -> f32 {
        match self.place {
            Place::Offset(offset) => start + offset,
            Place::Share(share) => start + (end - start - length) * share,
        }
    }
}

/// A shape, a label or a line of an object.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// The names by which lines are glued to it.
    pub names: Vec<String>,
    /// Its description.
    pub told: String,
    /// Its box.
    pub frame: Frame,
    /// What it is.
    pub form: Form,
    /// What is written in it.
    pub text: String,
}

/// What a figure is.
#[derive(Debug, Clone)]
pub(super) enum Form {
    /// A closed shape.
    Shape(ShapeKind),
    /// Words without outline.
    Label,
    /// A line.
    Line(Line),
}

/// A line from its first point to its last.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// At least two.
    pub points: Vec<Point>,
    /// An arrowhead stands at the start, at the end.
    pub heads: [bool; 2],
    /// The shapes that start and end are glued to.
    pub glue: [Option<String>; 2],
    /// Dashed or dotted.
    pub is_dashed: bool,
}

/// How a closed figure is painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    /// Its inside is painted.
    pub has_fill: bool,
    /// Its outline is drawn.
    pub has_outline: bool,
    /// It was drawn as a box for text.
    pub is_text_box: bool,
}

impl Form {
    /// What a closed figure is to the reader; `None` where nothing of it is seen.
    pub fn closed(kind: ShapeKind, paint: Paint, text: &str) -> Option<Self> {
        let is_box = paint.is_text_box || kind == ShapeKind::Process;
        let is_silent = text.trim().is_empty();
        match paint {
            Paint { has_outline: false, .. } if !is_silent && is_box => Some(Self::Label),
            Paint { has_outline: false, has_fill: false, .. } if is_silent => None,
            Paint { is_text_box: true, .. } if is_answer(text) => Some(Self::Label),
            // An empty box for text is a patch that hides something, or was forgotten.
            Paint { has_outline: false, is_text_box: true, .. } => None,
            _ => Some(Self::Shape(kind)),
        }
    }
}

/// `Ya`, `Tidak`.
fn is_answer(text: &str) -> bool {
    matches!(marks::word(&fold(text)), Some(Sign::Yes | Sign::No))
}

//! What is drawn on a page: shapes, connectors between them, and words that stand loose beside them.

use super::Text;
use crate::source::{Frame, Point, Span};

/// The drawing of one page, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    /// Shapes, pictures used as symbols included; what lies off the page or under another copy of itself is left out.
    pub shapes: Vec<Shape>,
    /// Lines and arrows between them.
    pub connectors: Vec<Connector>,
    /// Texts without outline of their own: `Ya`, `Tidak`.
    pub labels: Vec<Label>,
}

/// One closed shape or picture.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Which.
    pub kind: ShapeKind,
    /// Its box, a turned one's as it appears.
    pub frame: Frame,
    /// What is written in it.
    pub text: Text,
    /// Row and position of the cell it is anchored in, where the file ties it to a cell: of its centre, not of its corner.
    pub cell: Option<(usize, usize)>,
    /// What the file tells of it to those who do not see it; empty where nothing.
    pub told: String,
    /// Its entry in the source.
    pub span: Span,
}

/// What a shape is in the language of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShapeKind {
    /// Capsule: start or end.
    Terminator,
    /// Box.
    Process,
    /// Diamond.
    Decision,
    /// Sheet with a wavy edge.
    Document,
    /// Pentagon: goes on on another page.
    OffPage,
    /// Circle: joins, or goes on elsewhere on the page.
    Junction,
    /// A picture; what it shows is not known.
    Picture,
    /// Any other closed shape.
    Other,
}

/// One line from an end to an end.
#[derive(Debug, Clone)]
pub struct Connector {
    /// Where it was drawn from.
    pub from: End,
    /// Where it was drawn to.
    pub to: End,
    /// The points between, in order.
    pub bends: Vec<Point>,
    /// Dashed or dotted.
    pub is_dashed: bool,
    /// Its entry in the source.
    pub span: Span,
}

/// One end of a connector.
#[derive(Debug, Clone, Copy)]
pub struct End {
    /// Where it is.
    pub at: Point,
    /// The shape it is glued to, by position in [`Drawing::shapes`].
    pub glued: Option<usize>,
    /// An arrowhead stands here.
    pub has_head: bool,
    /// Row and position of the cell it lies in, where the file ties it to a cell.
    pub cell: Option<(usize, usize)>,
}

/// Words that stand beside the drawing.
#[derive(Debug, Clone)]
pub struct Label {
    /// What it says.
    pub text: Text,
    /// Its box.
    pub frame: Frame,
    /// Row and position of the cell its centre lies in, where the file ties it to a cell.
    pub cell: Option<(usize, usize)>,
}

impl Drawing {
    /// Nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty() && self.connectors.is_empty() && self.labels.is_empty()
    }
}

impl Connector {
    /// A sign that looks like it: its entry in a transcription.
    pub fn sign(&self) -> &'static str {
        match (self.from.has_head, self.to.has_head, self.is_dashed) {
            (false, false, false) => "—",
            (false, false, true) => "┄",
            (true, true, _) => "↔",
            (.., false) => "→",
            (.., true) => "⇢",
        }
    }
}

impl ShapeKind {
    /// A sign that looks like it: its entry in a transcription where nothing is written in it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Terminator => "⬭",
            Self::Process => "□",
            Self::Decision => "◇",
            Self::Document => "🗎",
            Self::OffPage => "⬠",
            Self::Junction => "○",
            Self::Picture => "▨",
            Self::Other => "▢",
        }
    }

    /// The kind of a preset of DrawingML (`a:prstGeom`), or of a VML shape type by its number in that list; lines have none.
    pub fn of_preset(name: &str) -> Self {
        match name {
            "flowChartTerminator" | "roundRect" | "flowChartAlternateProcess" => Self::Terminator,
            "rect" | "flowChartProcess" | "flowChartPredefinedProcess" | "flowChartInternalStorage" => Self::Process,
            "diamond" | "flowChartDecision" => Self::Decision,
            "flowChartDocument" | "flowChartMultidocument" | "foldedCorner" => Self::Document,
            "flowChartOffpageConnector" | "homePlate" | "pentagon" => Self::OffPage,
            "ellipse" | "flowChartConnector" => Self::Junction,
            _ => Self::Other,
        }
    }
}

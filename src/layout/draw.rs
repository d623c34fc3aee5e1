//! What a page is made of: the draw list that every backend writes, and beside it the arrows and symbols as data.

use super::PT;
use super::form::Form;
use super::meaning::Mark;
use crate::model::{CellAt, Edge};
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// How to print.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PrintOptions {
    /// The sheet, laid on its long side.
    pub paper: Paper,
    /// White edge on all sides, in hundredths of a point.
    pub margin: i32,
    /// With colours or without.
    pub ink: Ink,
    /// The emblem of the agency; without one its place stays empty.
    pub logo: Option<Arc<Picture>>,
    /// What the office has otherwise than the guideline.
    pub form: Form,
}

impl Default for PrintOptions {
    /// A4 with 12 mm of white, for a printer without colours, no emblem.
    fn default() -> Self {
        Self { paper: Paper::A4, margin: 34 * PT, ink: Ink::Mono, logo: None, form: Form::default() }
    }
}

/// With what the print is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ink {
    /// Black on white, the emblem in greys: what a copier makes no worse.
    #[default]
    Mono,
    /// Headings and symbols tinted, lines and letters black, the emblem as it is.
    Colour,
}

/// A colour: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Lines and letters.
    pub const BLACK: Self = Self(0, 0, 0);
    /// Paper.
    pub const WHITE: Self = Self(255, 255, 255);

    /// How light it is, where it is a grey: 0 black, 255 white.
    pub fn grey(self) -> Option<u8> {
        (self.0 == self.1 && self.1 == self.2).then_some(self.0)
    }
}

/// A picture made of dots, on white.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Dots of a row; at least 1.
    pub width: u32,
    /// Rows; at least 1.
    pub height: u32,
    /// Red, green and blue of every dot, row by row from the upper left corner.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// The same in greys, as bright as the eye takes the colours to be.
    pub fn greyed(&self) -> Self {
        let grey = |dot: &[u8]| match *dot {
            [r, g, b] => ((u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114 + 500) / 1000) as u8,
            _ => 255,
        };
        let rgb = self.rgb.chunks(3).flat_map(|dot| [grey(dot); 3]).collect();
        Self { rgb, ..*self }
    }
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// Folio as Indonesian offices use it: 215 × 330 mm.
    F4,
    /// 8½ × 14 inches.
    Legal,
}

impl Paper {
    /// Width and height of the sheet on its long side, in hundredths of a point.
    pub fn size(self) -> (i32, i32) {
        match self {
            Self::A4 => (84_189, 59_528),
            Self::F4 => (93_543, 60_945),
            Self::Legal => (100_800, 61_200),
        }
    }
}

/// A place on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Point {
    /// From the left edge.
    pub x: i32,
    /// From the upper edge.
    pub y: i32,
}

impl Point {
    /// At those distances.
    pub fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Area {
    /// From its upper left corner and its size.
    pub fn new(x: i32, y: i32, w: i32, h: i32) -> Self {
        Self { x, y, w, h }
    }

    /// Of that size around a centre.
    pub fn around(centre: Point, w: i32, h: i32) -> Self {
        Self { x: centre.x - w / 2, y: centre.y - h / 2, w, h }
    }

    /// Right edge.
    pub fn right(&self) -> i32 {
        self.x + self.w
    }

    /// Lower edge.
    pub fn bottom(&self) -> i32 {
        self.y + self.h
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.w / 2, self.y + self.h / 2)
    }
}

/// Weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Ordinary.
    Regular,
    /// Bold.
    Bold,
}

/// One piece of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seg {
    /// Starts there.
    Move(Point),
    /// Straight on to there.
    Line(Point),
    /// A cubic curve: two handles and its end.
    Curve(Point, Point, Point),
}

/// How an outline is drawn, in black.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Width of the line.
    pub width: i32,
    /// It is a row of dashes, as [`DASHES`] says.
    pub dashed: bool,
}

/// Length of a dash and of the gap after it.
pub const DASHES: (i32, i32) = (300, 200);

/// One thing to draw; later ones lie over earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Draw {
    /// An outline.
    Path {
        /// Its pieces; the first is a [`Seg::Move`].
        segs: Vec<Seg>,
        /// Its end meets its start.
        closed: bool,
        /// What it is filled with.
        fill: Option<Colour>,
        /// Its line.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text {
        /// Where its baseline starts.
        at: Point,
        /// Size of the letters.
        size: i32,
        /// Weight.
        face: Face,
        /// How wide the layout takes it to be.
        width: i32,
        /// It runs upwards instead of to the right.
        upwards: bool,
        /// The text after it goes on with its last word, which was too wide for one line.
        broken: bool,
        /// What it says; holds only characters of the font.
        text: String,
    },
    /// A picture that fills an area.
    Image {
        /// The area, of the shape of the picture.
        area: Area,
        /// The picture.
        picture: Arc<Picture>,
    },
    /// A place that leads to another page.
    Link {
        /// The place.
        area: Area,
        /// That page, counted from 1.
        page: usize,
    },
}

impl Draw {
    /// Whether it is a line of text that breaks off inside a word.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Text { broken: true, .. })
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Page {
    /// Width of the sheet.
    pub width: i32,
    /// Height of the sheet.
    pub height: i32,
    /// White edge on all sides; the foot stands right above the lower one.
    pub margin: i32,
    /// With what it is drawn.
    pub ink: Ink,
    /// Size of the letters in the cells of its table, in hundredths of a point; 0 where it has no table.
    pub text_size: i32,
    /// Everything to draw, in order.
    pub ops: Vec<Draw>,
    /// What its drawings are, for those who hear the page.
    pub marks: Vec<Mark>,
    /// Which SOP of the print it belongs to, from 0.
    pub sop: usize,
    /// Nama SOP; empty where it is not known.
    pub title: String,
    /// What the table of contents calls the page.
    pub bookmark: String,
    /// The parts of the table's rows on it, from top to bottom.
    pub strips: Vec<Strip>,
    /// The symbols on it, as drawn.
    pub shapes: Vec<Place>,
    /// What each of them says, for those who do not see it: `langkah 6, Sekretaris, keputusan; ya ke 7, tidak ke 5`.
    pub told: Vec<String>,
    /// The arrows on it, as drawn.
    pub connectors: Vec<Connector>,
    /// Symbols joined by a line without a head, because their actors act together: from the left one to the right one.
    pub joins: Joins,
    /// Areas that the labels `Ya` and `Tidak` take up.
    pub labels: Vec<Area>,
    /// Values of its SOP that are no facts yet; while there are any, every page says that it is a draft.
    pub doubts: usize,
    /// Characters of the document that the font lacks, in order of their code; the same on every page.
    pub replaced: Vec<char>,
    /// What stands under it.
    pub foot: Foot,
}

/// Pairs of symbols of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joins(pub Vec<(usize, usize)>);

/// All of them are drawn as well.
impl Hash for Joins {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// The foot of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Foot {
    /// Where it, and with it what is only furniture, begins in [`Page::ops`].
    pub from: usize,
    /// What it says at the left and at the right.
    pub sides: [Vec<FootPiece>; 2],
}

/// All of it is drawn as well.
impl Hash for Foot {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// A piece of the foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FootPiece {
    /// Words, the same on every page.
    Text(String),
    /// The number of the page.
    Number,
    /// How many pages there are.
    Total,
}

impl Page {
    /// An empty sheet.
    pub(super) fn blank(options: &PrintOptions, bookmark: String) -> Self {
        let (width, height) = options.paper.size();
        Self { width, height, margin: options.margin, ink: options.ink, bookmark, ..Self::default() }
    }
}

/// A symbol in an actor column and the area it takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// What it is.
    pub shape: Shape,
    /// Where it is.
    pub area: Area,
    /// The cell of the flow it stands for; of a pentagon the cell that it leads to. None for who acts together and for
    /// `selesai` as a target.
    pub cell: Option<CellAt>,
}

impl Place {
    /// The cell whose own symbol it is; none for a pentagon, which only leads to a cell.
    pub fn own_cell(&self) -> Option<CellAt> {
        match self.shape {
            Shape::Capsule | Shape::Box | Shape::Diamond | Shape::Sheet => self.cell,
            Shape::Pentagon(_) | Shape::Reference(_) => None,
        }
    }
}

/// A row of the table, or as much of it as stands on one page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Strip {
    /// The step, by position.
    pub row: usize,
    /// Height of the headings right above it.
    pub head: i32,
    /// Its text cells, left to right, with the positions of their lines in [`Page::ops`].
    pub cells: Vec<(Area, Range<usize>)>,
    /// The room between them for all actor columns: no symbol and no arrow leaves it.
    pub actors: Area,
}

/// The symbols of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Kapsul: mulai, selesai.
    Capsule,
    /// Kotak: proses.
    Box,
    /// Belah ketupat: keputusan.
    Diamond,
    /// Lembar: dokumen.
    Sheet,
    /// Segi lima with its letter, counted from 0: the arrow goes on at the same letter of another page.
    Pentagon(usize),
    /// Segi lima with the number of a step: the arrow goes on there, where no symbol stands because nobody is said to act.
    Reference(u32),
}

/// One arrow on one page: at least two points, every piece of it upright or level, the head at the last point.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Connector {
    /// The arrow of the flow; one that only runs down through rows without a symbol goes to the next symbol.
    pub edge: Edge,
    /// Which part of it this is.
    pub part: Part,
    /// Its corners.
    pub points: Vec<Point>,
    /// Where its symbol of departure, and where its symbol of arrival stand in [`Page::shapes`].
    pub ends: (usize, usize),
}

/// Which part of an arrow stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// From its symbol to a pentagon.
    Out,
    /// From a pentagon to its symbol; one for all arrows that enter this symbol from other pages.
    In,
}

//! What is painted on one page, in the order of painting: letters, paths and pictures, in points from its upper left corner.

use crate::source::{Frame, Point};

/// Everything on a page.
#[derive(Debug, Default)]
pub(super) struct Ink {
    /// Width and height as the page is shown.
    pub size: (f32, f32),
    /// Letters that can be seen.
    pub letters: Vec<Letter>,
    /// Letters cut off by the edge of what they stand in.
    pub unseen: Vec<Letter>,
    /// Letters written to be searched and not seen: over a scan, what a program recognised in it.
    pub layer: Vec<Letter>,
    /// Letters of fonts that do not say which they are.
    pub unmapped: Vec<Point>,
    /// Filled and stroked paths.
    pub paths: Vec<Path>,
    /// Pictures.
    pub pictures: Vec<Picture>,
}

/// One letter, or a few that a font has as one.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// Which.
    pub text: Characters,
    /// Left end of its base line.
    pub at: Point,
    /// Its width along the base line.
    pub advance: f32,
    /// Size of its font.
    pub size: f32,
    /// Which way it is read.
    pub direction: Direction,
    /// Its place in the order of painting.
    pub order: u32,
}

/// What a letter says: nearly always one character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Characters {
    /// One.
    One(char),
    /// A ligature.
    More(Box<str>),
}

/// Which way letters are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// As usual.
    Right,
    /// Turned to the left: from the foot of the page up.
    Up,
    /// Turned to the right: from the head of the page down.
    Down,
    /// Upside down.
    Left,
}

/// One path as it was painted.
#[derive(Debug, Clone)]
pub(super) struct Path {
    /// Its parts, curves as short lines.
    pub parts: Vec<Part>,
    /// Filled or stroked.
    pub paint: Paint,
    /// White, and so not seen on paper.
    pub is_white: bool,
    /// Nothing shows through.
    pub is_opaque: bool,
    /// The box of what is seen of it.
    pub seen: Frame,
    /// Its place in the order of painting.
    pub order: u32,
}

/// One part of a path.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    /// Its corners; a closed part does not repeat the first.
    pub points: Vec<Point>,
    /// Ends where it began.
    pub is_closed: bool,
}

/// How a path was painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Paint {
    /// Filled.
    Fill,
    /// Drawn along with a pen.
    Stroke {
        /// With gaps.
        is_dashed: bool,
    },
}

/// One picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture {
    /// Its box.
    pub frame: Frame,
    /// Nothing shows through.
    pub is_opaque: bool,
    /// Its place in the order of painting.
    pub order: u32,
}

impl Characters {
    /// The characters.
    pub fn push_to(&self, text: &mut String) {
        match self {
            Self::One(one) => text.push(*one),
            Self::More(more) => text.push_str(more),
        }
    }

    /// One character of which that is true.
    pub fn is_case(&self, is: fn(char) -> bool) -> bool {
        matches!(self, Self::One(one) if is(*one))
    }

    /// A blank.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(one) => one.is_whitespace(),
            Self::More(more) => more.trim().is_empty(),
        }
    }
}

impl Direction {
    /// Of a base line that runs this way; `None` where it is neither upright nor level.
    pub fn of(x: f32, y: f32) -> Option<Self> {
        let (wide, tall) = (x.abs(), y.abs());
        match () {
            () if wide > 0.0 && tall <= wide * 0.1 => Some(if x > 0.0 { Self::Right } else { Self::Left }),
            () if tall > 0.0 && wide <= tall * 0.1 => Some(if y > 0.0 { Self::Down } else { Self::Up }),
            () => None,
        }
    }

    /// A point of the page, along the base line and across it downwards, as who reads it sees it.
    pub fn turned(self, at: Point) -> (f32, f32) {
        match self {
            Self::Right => (at.x, at.y),
            Self::Left => (-at.x, -at.y),
            Self::Up => (-at.y, at.x),
            Self::Down => (at.y, -at.x),
        }
    }

    /// The box on the page of a stretch along and across the base line.
    pub fn frame(self, along: (f32, f32), across: (f32, f32)) -> Frame {
        let (left, top, right, bottom) = match self {
            Self::Right => (along.0, across.0, along.1, across.1),
            Self::Left => (-along.1, -across.1, -along.0, -across.0),
            Self::Up => (across.0, -along.1, across.1, -along.0),
            Self::Down => (-across.1, along.0, -across.0, along.1),
        };
        Frame { left, top, right, bottom }
    }
}

impl Letter {
    /// Its middle: half its width along the base line, a third of its size above it.
    pub fn centre(&self) -> Point {
        let (half, rise) = (self.advance / 2.0, self.size * 0.33);
        let Point { x, y } = self.at;
        match self.direction {
            Direction::Right => Point { x: x + half, y: y - rise },
            Direction::Left => Point { x: x - half, y: y + rise },
            Direction::Up => Point { x: x - rise, y: y - half },
            Direction::Down => Point { x: x + rise, y: y + half },
        }
    }
}

/// The smallest box around these points.
pub(super) fn frame_of(points: impl IntoIterator<Item = Point>) -> Option<Frame> {
    let mut points = points.into_iter();
    let first = points.next()?;
    let start = Frame { left: first.x, top: first.y, right: first.x, bottom: first.y };
    Some(points.fold(start, |frame, it| frame.to(Frame { left: it.x, top: it.y, right: it.x, bottom: it.y })))
}

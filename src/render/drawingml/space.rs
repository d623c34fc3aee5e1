//! Places of the layout in the units of office programs.

use crate::layout::{Area, Point};

/// English Metric Units in one unit of the layout, which is a hundredth of a point.
pub const EMU: i64 = 127;

/// A place, in EMU, from whatever corner its writer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot {
    /// To the right.
    pub x: i64,
    /// Downwards.
    pub y: i64,
}

impl Spot {
    /// At those distances.
    pub fn new(x: i64, y: i64) -> Self {
        Self { x, y }
    }
}

impl From<Point> for Spot {
    fn from(point: Point) -> Self {
        Self { x: i64::from(point.x) * EMU, y: i64::from(point.y) * EMU }
    }
}

/// An upright box, in EMU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Its upper left corner.
    pub at: Spot,
    /// Width.
    pub w: i64,
    /// Height.
    pub h: i64,
}

impl Frame {
    /// Around these places; nothing around none.
    pub fn around(spots: &[Spot]) -> Self {
        let least = |of: fn(&Spot) -> i64| spots.iter().map(of).min().unwrap_or(0);
        let most = |of: fn(&Spot) -> i64| spots.iter().map(of).max().unwrap_or(0);
        let at = Spot::new(least(|it| it.x), least(|it| it.y));
        Self { at, w: most(|it| it.x) - at.x, h: most(|it| it.y) - at.y }
    }

    /// Its lower right corner.
    pub fn end(&self) -> Spot {
        Spot::new(self.at.x + self.w, self.at.y + self.h)
    }

    /// The same box turned by a quarter around its middle.
    pub fn on_its_side(&self) -> Self {
        let shift = (self.w - self.h) / 2;
        Self { at: Spot::new(self.at.x + shift, self.at.y - shift), w: self.h, h: self.w }
    }
}

impl From<Area> for Frame {
    fn from(area: Area) -> Self {
        let at = Point::new(area.x, area.y).into();
        Self { at, w: i64::from(area.w) * EMU, h: i64::from(area.h) * EMU }
    }
}

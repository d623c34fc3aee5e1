//! Boxes of DrawingML, turned, mirrored and nested in groups with coordinates of their own → points of the page.

use super::xml::Element;
use crate::source::{Frame, Point};

/// English Metric Units in a point.
pub(super) const EMU: f64 = 12_700.0;

/// Where coordinates of a drawing or of a group lie on the page: a linear map and a shift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placement {
    /// How x and y of the page grow with x.
    x: (f64, f64),
    /// How they grow with y.
    y: (f64, f64),
    shift: (f64, f64),
}

impl Placement {
    /// Coordinates that are points of the page already.
    pub const POINTS: Self = Self { x: (1.0, 0.0), y: (0.0, 1.0), shift: (0.0, 0.0) };

    /// Coordinates in EMU, whose origin lies at this point of the page.
    pub fn emu_from(origin: Point) -> Self {
        let shift = (f64::from(origin.x), f64::from(origin.y));
        Self { x: (1.0 / EMU, 0.0), y: (0.0, 1.0 / EMU), shift }
    }

    fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.x.0 * x + self.y.0 * y + self.shift.0, self.x.1 * x + self.y.1 * y + self.shift.1)
    }

    /// First `inner`, then this one.
    fn after(self, inner: Self) -> Self {
        let turned = |(x, y): (f64, f64)| (self.x.0 * x + self.y.0 * y, self.x.1 * x + self.y.1 * y);
        Self { x: turned(inner.x), y: turned(inner.y), shift: self.apply(inner.shift) }
    }
}

/// A box before it is turned and mirrored, in the coordinates of what it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Transform {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// Degrees clockwise, around the middle.
    pub turn: f64,
    /// Mirrored left to right, before it is turned.
    pub is_mirrored: bool,
    /// Mirrored top to bottom, before it is turned.
    pub is_upended: bool,
}

impl Transform {
    /// What `a:xfrm` says; `None` where it gives no box.
    pub fn of(xfrm: &Element<'_>) -> Option<Self> {
        let (offset, extent) = (xfrm.child("off")?, xfrm.child("ext")?);
        Some(Self {
            left: offset.number("x")?,
            top: offset.number("y")?,
            width: extent.number("cx")?,
            height: extent.number("cy")?,
            ..Self::turned(xfrm)
        })
    }

    /// The turn and the mirrors only.
    pub fn turned(xfrm: &Element<'_>) -> Self {
        Self {
            turn: xfrm.number("rot").unwrap_or(0.0) / 60_000.0,
            is_mirrored: xfrm.tag().is_set("flipH", false),
            is_upended: xfrm.tag().is_set("flipV", false),
            ..Self::default()
        }
    }

    /// The same turn and mirrors on a box of the page.
    pub fn on(self, frame: Frame) -> Self {
        Self {
            left: f64::from(frame.left),
            top: f64::from(frame.top),
            width: f64::from(frame.width()),
            height: f64::from(frame.height()),
            ..self
        }
    }

    /// It lies on its side: turned by more than 45 degrees one way or the other.
    pub fn is_sideways(self) -> bool {
        let turn = self.turn.rem_euclid(180.0);
        (45.0..135.0).contains(&turn)
    }

    /// Height and width exchanged around the same middle.
    pub fn on_its_side(self) -> Self {
        let shift = (self.width - self.height) / 2.0;
        Self { left: self.left + shift, top: self.top - shift, width: self.height, height: self.width, ..self }
    }

    /// From the unit square to the coordinates the box lies in.
    fn unit(self) -> Placement {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let wide = if self.is_mirrored { -self.width } else { self.width };
        let high = if self.is_upended { -self.height } else { self.height };
        let (x, y) = ((wide * cos, wide * sin), (-high * sin, high * cos));
        let middle = (self.left + self.width / 2.0, self.top + self.height / 2.0);
        Placement { x, y, shift: (middle.0 - (x.0 + y.0) / 2.0, middle.1 - (x.1 + y.1) / 2.0) }
    }

    /// A point of its unit square on the page; `outer` is the placement of what the box lies in.
    pub fn point(self, outer: Placement, at: (f64, f64)) -> Point {
        let (x, y) = outer.after(self.unit()).apply(at);
        Point { x: x as f32, y: y as f32 }
    }

    /// The upright box around it as it appears on the page.
    pub fn frame(self, outer: Placement) -> Frame {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|corner| self.point(outer, corner));
        let frames = corners.map(|it| Frame { left: it.x, top: it.y, right: it.x, bottom: it.y });
        frames.into_iter().reduce(Frame::to).unwrap_or_default()
    }

    /// The placement of the children of a group with this box, whose own coordinates `a:xfrm` gives by `chOff` and `chExt`.
    pub fn group(self, xfrm: &Element<'_>, outer: Placement) -> Placement {
        let pair = |name, x, y| xfrm.child(name).and_then(|it| Some((it.number(x)?, it.number(y)?)));
        let origin = pair("chOff", "x", "y").unwrap_or((self.left, self.top));
        let extent = pair("chExt", "cx", "cy").unwrap_or((self.width, self.height));
        self.spread(origin, extent, outer)
    }

    /// The placement of the children of a group with this box, whose own coordinates begin there and reach so far.
    pub fn spread(self, origin: (f64, f64), extent: (f64, f64), outer: Placement) -> Placement {
        // A group without extent holds lines or nothing: what has no width stays where it is.
        let share = |length: f64| if length == 0.0 { 0.0 } else { 1.0 / length };
        let (wide, high) = (share(extent.0), share(extent.1));
        let inner = Placement { x: (wide, 0.0), y: (0.0, high), shift: (-origin.0 * wide, -origin.1 * high) };
        outer.after(self.unit()).after(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::document;
    use super::*;

    fn near(frame: Frame, left: f32, top: f32, right: f32, bottom: f32) {
        let sides = [(frame.left, left), (frame.top, top), (frame.right, right), (frame.bottom, bottom)];
        assert!(sides.iter().all(|(is, want)| (is - want).abs() < 0.01), "{frame:?}");
    }

    #[test]
    fn a_box_in_two_groups_lies_where_both_put_it() {
        let outer = document(
            "<x><off x='127000' y='0'/><ext cx='254000' cy='254000'/><chOff x='0' y='0'/><chExt cx='100' cy='100'/></x>",
        );
        let inner = document(
            "<x><off x='50' y='0'/><ext cx='50' cy='100'/><chOff x='1000' y='1000'/><chExt cx='10' cy='10'/></x>",
        );
        let (outer, inner) = (outer.unwrap(), inner.unwrap());
        let page = Placement::emu_from(Point::default());
        let group = Transform::of(&outer).unwrap().group(&outer, page);
        let group = Transform::of(&inner).unwrap().group(&inner, group);
        let shape = Transform { left: 1005.0, top: 1005.0, width: 5.0, height: 5.0, ..Transform::default() };
        near(shape.frame(group), 25.0, 10.0, 30.0, 20.0);
    }

    #[test]
    fn a_turned_box_is_given_as_it_appears() {
        let shape = Transform { left: 0.0, top: 40.0, width: 100.0, height: 20.0, turn: 90.0, ..Transform::default() };
        near(shape.frame(Placement::POINTS), 40.0, 0.0, 60.0, 100.0);
        assert!(shape.is_sideways());
        let start = shape.point(Placement::POINTS, (0.0, 0.0));
        assert!((start.x - 60.0).abs() < 0.01 && start.y.abs() < 0.01, "{start:?}");
        let flipped = Transform { turn: 0.0, is_upended: true, ..shape };
        assert_eq!(flipped.point(Placement::POINTS, (0.0, 0.0)), Point { x: 0.0, y: 60.0 });
    }
}

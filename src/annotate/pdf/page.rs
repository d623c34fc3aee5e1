//! One page of a PDF: which notes it has, and where one can stand.

use crate::source::{Frame, Point};
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId};

/// Side of the sign that stands for a note, in points.
const SIDE: f32 = 18.0;

/// So far a sign stays from the edge of the page.
const EDGE: f32 = 4.0;

/// So far two signs are apart at least.
const APART: f32 = 9.0;

/// Tables of pages within one another.
const DEEPEST: usize = 64;

/// A box in whole points of the page's own space: left, lower, right, upper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rectangle([i32; 4]);

impl Rectangle {
    /// Where a note stands.
    pub fn of(note: &Dictionary) -> Option<Self> {
        let sides = numbers(note.get(b"Rect").ok()?)?;
        Some(Self(sides.map(|it| it.round() as i32)))
    }

    /// As it is written.
    pub fn object(self) -> Object {
        Object::Array(self.0.iter().map(|it| Object::Integer(i64::from(*it))).collect())
    }
}

fn numbers(object: &Object) -> Option<[f32; 4]> {
    let all = object.as_array().ok()?.iter().map(|it| it.as_float().ok()).collect::<Option<Vec<f32>>>()?;
    all.try_into().ok().filter(|it: &[f32; 4]| it.iter().all(|it| it.is_finite()))
}

/// One page.
pub(super) struct Sheet {
    /// The object that it is.
    pub id: ObjectId,
    /// What is shown of it, in its own space.
    shown: Frame,
    /// Quarters that it is turned by, clockwise.
    turned: i64,
}

impl Sheet {
    /// All pages, in order.
    pub fn all(document: &Document) -> Vec<Self> {
        document.get_pages().into_values().map(|id| Self::of(document, id)).collect()
    }

    fn of(document: &Document, id: ObjectId) -> Self {
        let shape = |key: &[u8]| {
            let [one, two, three, four] = numbers(inherited(document, id, key)?)?;
            Some((one.min(three), two.min(four), one.max(three), two.max(four)))
        };
        let media = shape(b"MediaBox").unwrap_or((0.0, 0.0, 595.0, 842.0));
        let crop = shape(b"CropBox").unwrap_or(media);
        // A frame counts downwards everywhere else; here its top is the lower number.
        let shown = Frame {
            left: media.0.max(crop.0),
            top: media.1.max(crop.1),
            right: media.2.min(crop.2),
            bottom: media.3.min(crop.3),
        };
        let turned = inherited(document, id, b"Rotate").and_then(|it| it.as_i64().ok()).unwrap_or(0);
        Self { id, shown, turned: (turned / 90).rem_euclid(4) }
    }

    /// Width and height as it is looked at.
    fn size(&self) -> (f32, f32) {
        let (width, height) = (self.shown.width(), self.shown.height());
        if self.turned % 2 == 0 { (width, height) } else { (height, width) }
    }

    /// A point of the page as it is looked at, from its left and upper edge, in its own space.
    fn own(&self, Point { x, y }: Point) -> Point {
        let (width, height) = (self.shown.width(), self.shown.height());
        let (x, y) = match self.turned {
            0 => (x, height - y),
            1 => (y, x),
            2 => (width - x, y),
            _ => (width - y, height - x),
        };
        Point { x: self.shown.left + x, y: self.shown.top + y }
    }

    /// A place for a note about what stands in a box, or about the page, that none of these takes.
    pub fn seat(&self, frame: Option<Frame>, taken: &[Rectangle]) -> Rectangle {
        let (width, height) = self.size();
        let within = |at: f32, most: f32| at.min(most - SIDE - EDGE).max(EDGE);
        // At the corner it hides little of what it speaks of, and of its neighbours.
        let corner = frame.map_or((EDGE, EDGE), |it| (it.right - SIDE / 3.0, it.top - SIDE / 2.0));
        let (mut x, mut y) = (within(corner.0, width), within(corner.1, height));
        let is_free = |place: &Rectangle| {
            let is_near = |one: i32, other: i32| (one - other).abs() < APART as i32;
            !taken.iter().any(|it| is_near(it.0[0], place.0[0]) && is_near(it.0[1], place.0[1]))
        };
        // One more try than there are others finds a place, where there is any.
        for _ in 0..=2 * taken.len() {
            let place = self.rectangle(x, y);
            if is_free(&place) {
                return place;
            }
            y += APART;
            if y > height - SIDE - EDGE {
                (x, y) = (within(x + APART, width), EDGE);
            }
        }
        self.rectangle(x, y)
    }

    fn rectangle(&self, x: f32, y: f32) -> Rectangle {
        let one = self.own(Point { x, y });
        let other = self.own(Point { x: x + SIDE, y: y + SIDE });
        let sides = [one.x.min(other.x), one.y.min(other.y), one.x.max(other.x), one.y.max(other.y)];
        Rectangle(sides.map(|it| it.round() as i32))
    }

    /// Its notes and other marks, as it lists them.
    pub fn entries<'d>(&self, document: &'d Document) -> &'d [Object] {
        let list = document.get_dictionary(self.id).and_then(|it| it.get(b"Annots"));
        let list = list.and_then(|it| document.dereference(it)).and_then(|(_, it)| it.as_array());
        list.map_or(&[], Vec::as_slice)
    }

    /// The same, as far as they can be read, with the object that each is.
    pub fn notes<'d>(&self, document: &'d Document) -> impl Iterator<Item = (Option<ObjectId>, &'d Dictionary)> {
        self.entries(document).iter().filter_map(|it| {
            let (_, object) = document.dereference(it).ok()?;
            Some((it.as_reference().ok(), object.as_dict().ok()?))
        })
    }

    /// The page is to list these; `None` where its list is none.
    pub fn put(&self, update: &mut IncrementalDocument, entries: Vec<Object>) -> Option<()> {
        let page = update.get_prev_documents().get_dictionary(self.id).ok()?;
        let list = page.get(b"Annots").ok();
        match list.and_then(|it| it.as_reference().ok()) {
            Some(list) => {
                update.get_prev_documents().get_object(list).and_then(Object::as_array).ok()?;
                update.new_document.set_object(list, Object::Array(entries));
            }
            None => {
                let mut page = page.clone();
                page.set("Annots", entries);
                update.new_document.set_object(self.id, Object::Dictionary(page));
            }
        }
        Some(())
    }
}

/// A value of the page, or of the tables of pages above it.
fn inherited<'d>(document: &'d Document, id: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut at = document.get_dictionary(id).ok()?;
    for _ in 0..DEEPEST {
        if let Ok(value) = at.get(key) {
            return document.dereference(value).ok().map(|(_, it)| it);
        }
        at = document.get_dictionary(at.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_at_the_upper_right_corner_of_its_box_however_the_page_is_turned() {
        let shown = Frame { left: 10.0, top: 20.0, right: 610.0, bottom: 820.0 };
        let frame = Frame { left: 100.0, top: 50.0, right: 200.0, bottom: 90.0 };
        for (turned, expected) in
            [(0, [204, 761, 222, 779]), (1, [51, 214, 69, 232]), (2, [398, 61, 416, 79]), (3, [551, 608, 569, 626])]
        {
            let sheet = Sheet { id: (1, 0), shown, turned };
            assert_eq!(sheet.seat(Some(frame), &[]), Rectangle(expected), "{turned}");
        }
    }

    #[test]
    fn notes_at_one_place_are_apart_and_stay_on_the_page() {
        let shown = Frame { left: 0.0, top: 0.0, right: 100.0, bottom: 60.0 };
        let sheet = Sheet { id: (1, 0), shown, turned: 0 };
        let mut taken = Vec::new();
        for _ in 0..20 {
            let place = sheet.seat(None, &taken);
            assert!(!taken.contains(&place), "{place:?}");
            assert!(place.0[0] >= 0 && place.0[1] >= 0 && place.0[2] <= 100 && place.0[3] <= 60, "{place:?}");
            taken.push(place);
        }
    }
}

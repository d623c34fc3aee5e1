//! What stands over the table of one page: symbols with their words, arrows with the sites they are glued to, loose words.

use super::markup::{ELSEWHERE, presets};
use crate::layout::{Area, Colour, Draw, Face, PT, Page, Point, Role};

/// How far the tallest letters of Arial rise above the baseline, and how high a line of it is, in thousandths of its size.
const RISE: i32 = 905;
const LINE: i32 = 1150;

/// The drawing over the table of one page, in places of this page.
#[derive(Debug)]
pub struct Figures<'p> {
    /// The symbols, as [`Page::shapes`] has them.
    pub symbols: Vec<Symbol<'p>>,
    /// The arrows, then the lines between those who act together; all are drawn under the symbols.
    pub arrows: Vec<Arrow>,
    /// Words outside of symbols: `Ya`, `Tidak`, words of branches, where work goes on.
    pub words: Vec<Caption>,
}

/// One symbol.
#[derive(Debug)]
pub struct Symbol<'p> {
    /// The preset of DrawingML that it is.
    pub preset: &'static str,
    /// Where it is.
    pub area: Area,
    /// What is written in it: `Mulai`, a letter.
    pub caption: Option<Caption>,
    /// Its ground.
    pub fill: Colour,
    /// What is said instead of it.
    pub told: &'p str,
}

/// Some words, set around their middle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Its lines, at least one.
    pub lines: Vec<String>,
    /// What they take up, as high as a line of a text box.
    pub area: Area,
    /// Size of the letters, in hundredths of a point.
    pub size: i32,
    /// Weight.
    pub face: Face,
}

/// One arrow, or line between two symbols.
#[derive(Debug)]
pub struct Arrow {
    /// Its corners, two at least, every piece upright or level.
    pub points: Vec<Point>,
    /// It is a row of dashes.
    pub is_dashed: bool,
    /// A head stands at its last point.
    pub has_head: bool,
    /// The symbols that it leaves and enters.
    pub ends: [Glue; 2],
}

/// A site of a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glue {
    /// The symbol, by position in [`Figures::symbols`].
    pub symbol: usize,
    /// The site, as all presets of the form count them: 0 above, 1 left, 2 below, 3 right.
    pub site: u8,
}

impl Symbol<'_> {
    /// It only leads to another symbol.
    pub fn leads_on(&self) -> bool {
        self.preset == ELSEWHERE
    }
}

impl<'p> Figures<'p> {
    /// What is drawn over the table of a page; nothing on one without a table.
    pub fn of(page: &'p Page) -> Self {
        let mut symbols: Vec<Symbol> = page
            .shapes
            .iter()
            .enumerate()
            .map(|(at, place)| Symbol {
                preset: presets(place.shape),
                area: place.area,
                caption: None,
                fill: Colour::WHITE,
                told: page.told.get(at).map_or("", String::as_str),
            })
            .collect();
        for mark in &page.marks {
            if let Role::Symbol { place, .. } = mark.role
                && let Some(fill) = page.ops.get(mark.ops.clone()).and_then(fill)
                && let Some(symbol) = symbols.get_mut(place)
            {
                symbol.fill = fill;
            }
        }
        let words = words(page, &mut symbols);
        Self { symbols, arrows: arrows(page), words }
    }
}

fn fill(ops: &[Draw]) -> Option<Colour> {
    ops.iter().find_map(|op| match op {
        Draw::Path { fill, closed: true, stroke: Some(_), .. } => *fill,
        _ => None,
    })
}

fn arrows(page: &Page) -> Vec<Arrow> {
    let connectors = page.connectors.iter().filter_map(|it| {
        let [first, second, ..] = it.points[..] else { return None };
        let [.., before, last] = it.points[..] else { return None };
        let from = Glue { symbol: it.ends.0, site: towards(first, second) };
        let to = Glue { symbol: it.ends.1, site: towards(last, before) };
        Some(Arrow { points: it.points.clone(), is_dashed: it.edge.dashed, has_head: true, ends: [from, to] })
    });
    let joins = page.joins.0.iter().filter_map(|(left, right)| {
        let (from, to) = (page.shapes.get(*left)?.area, page.shapes.get(*right)?.area);
        let y = from.centre().y;
        Some(Arrow {
            points: vec![Point::new(from.right(), y), Point::new(to.x, y)],
            is_dashed: false,
            has_head: false,
            ends: [Glue { symbol: *left, site: 3 }, Glue { symbol: *right, site: 1 }],
        })
    });
    connectors.chain(joins).collect()
}

/// The side of a symbol on which a line stands that comes from there.
fn towards(at: Point, other: Point) -> u8 {
    match (other.x - at.x, other.y - at.y) {
        (0, below) if below >= 0 => 2,
        (0, _) => 0,
        (right, _) if right > 0 => 3,
        _ => 1,
    }
}

/// Gives the words inside symbols to these, and those that stand loose in the room for actors.
fn words(page: &Page, symbols: &mut [Symbol]) -> Vec<Caption> {
    let mut loose: Vec<(Caption, usize)> = Vec::new();
    for (at, op) in page.ops.iter().enumerate() {
        let Draw::Text { at: start, size, face, width, upwards: false, text, .. } = op else { continue };
        let middle = Point::new(start.x + width / 2, start.y - size / 3);
        if !page.strips.iter().any(|strip| holds(strip.actors, middle)) {
            continue;
        }
        let area = Area::new(start.x, start.y - size * RISE / 1000, *width, size * LINE / 1000);
        let caption = Caption { lines: vec![text.clone()], area, size: *size, face: *face };
        // Beside a diamond the word of a branch stands within its box.
        let is_label = page.labels.iter().any(|label| holds(*label, middle));
        match symbols.iter_mut().find(|symbol| !is_label && holds(symbol.area, middle)) {
            Some(symbol) => symbol.caption = Some(caption),
            None => match loose.last_mut() {
                // Lines of one text were drawn one after the other.
                Some((above, last)) if *last + 1 == at && above.goes_on(&caption) => {
                    above.take(caption);
                    *last = at;
                }
                _ => loose.push((caption, at)),
            },
        }
    }
    loose.into_iter().map(|(caption, _)| caption).collect()
}

impl Caption {
    /// The other one is its next line.
    fn goes_on(&self, next: &Self) -> bool {
        let gap = next.area.y - self.area.bottom();
        self.size == next.size
            && gap.abs() <= 2 * PT
            && next.area.x < self.area.right()
            && self.area.x < next.area.right()
    }

    fn take(&mut self, next: Self) {
        let (left, right) = (self.area.x.min(next.area.x), self.area.right().max(next.area.right()));
        self.area = Area::new(left, self.area.y, right - left, next.area.bottom() - self.area.y);
        self.lines.extend(next.lines);
    }
}

fn holds(area: Area, point: Point) -> bool {
    (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y)
}

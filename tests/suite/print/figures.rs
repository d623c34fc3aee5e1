//! What a reviewer sees of a print, as numbers: how far arrows stray, how often they bend and cross, how equal the lanes
//! are, how small letters become, how full the last page is. Held for drawings of every kind that offices make.

use super::{Paper, flows, printed};
use sop::layout::{Area, Connector, Draw, Page, Point, Seg, Shape, Stroke};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use std::path::Path;

/// The figures of one print.
#[derive(Debug, Default, Clone, Copy)]
pub struct Figures {
    pages: usize,
    arrows: usize,
    /// Length of all arrows, and what it would be without detours.
    length: (i64, i64),
    bends: usize,
    crossings: usize,
    /// Width of the narrowest and of the widest actor column.
    lanes: (i32, i32),
    /// Width of the narrowest symbol that stands for a cell.
    symbol: i32,
    /// The smallest letters, and the smallest in a capsule.
    letters: (i32, i32),
    /// How much of the last page the table takes, in hundredths.
    last: i32,
}

impl Figures {
    pub fn of(pages: &[Page]) -> Self {
        let arrows = || pages.iter().flat_map(|page| &page.connectors);
        let (mut lanes, mut symbol, mut letters) = ((i32::MAX, 0), i32::MAX, (i32::MAX, i32::MAX));
        for page in pages.iter().filter(|page| !page.strips.is_empty()) {
            for width in lane_widths(page) {
                lanes = (lanes.0.min(width), lanes.1.max(width));
            }
            for place in page.shapes.iter().filter(|place| !matches!(place.shape, Shape::Pentagon(_))) {
                symbol = symbol.min(place.area.w);
            }
            for op in &page.ops {
                if let Draw::Text { size, text, .. } = op {
                    letters.0 = letters.0.min(*size);
                    if ["Mulai", "Selesai"].contains(&text.as_str()) {
                        letters.1 = letters.1.min(*size);
                    }
                }
            }
        }
        Self {
            pages: pages.len(),
            arrows: arrows().count(),
            length: arrows().map(lengths).fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1)),
            bends: arrows().map(|it| it.points.len() - 2).sum(),
            crossings: pages.iter().map(crossings).sum(),
            lanes,
            symbol,
            letters,
            last: pages.last().map_or(0, filled),
        }
    }

    /// Length of all arrows over what it would be without detours, in hundredths.
    pub fn detour(&self) -> i64 {
        self.length.0 * 100 / self.length.1.max(1)
    }

    /// The widest column over the narrowest, in hundredths.
    pub fn spread(&self) -> i32 {
        self.lanes.1 * 100 / self.lanes.0.max(1)
    }

    fn told(&self, name: &str) -> String {
        format!(
            "{name:28} pages {:2} arrows {:3} detour {:3} bends {:3} crossings {:2} spread {:3} symbol {:4} letters {:3}/{:10} last {:3}",
            self.pages,
            self.arrows,
            self.detour(),
            self.bends,
            self.crossings,
            self.spread(),
            self.symbol,
            self.letters.0,
            self.letters.1,
            self.last
        )
    }
}

/// Length of an arrow, and of the shortest way of upright and level pieces between its ends.
fn lengths(arrow: &Connector) -> (i64, i64) {
    let between = |a: usize, b: usize| {
        let (a, b) = (arrow.points[a], arrow.points[b]);
        i64::from((a.x - b.x).abs() + (a.y - b.y).abs())
    };
    let last = arrow.points.len() - 1;
    ((0..last).map(|at| between(at, at + 1)).sum(), between(0, last))
}

/// Crossings of the arrows of a page with each other and with what joins those who act together, by pairs.
pub fn crossings(page: &Page) -> usize {
    let arrows = page.connectors.iter().map(|it| it.points.clone());
    let lines: Vec<Vec<Point>> = arrows.chain(joints(page)).collect();
    let pairs = (0..lines.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.map(|(a, b)| crossed(&lines[a], &lines[b])).sum()
}

/// The lines that join those who act together, from the right side of one box to the left side of the next.
fn joints(page: &Page) -> impl Iterator<Item = Vec<Point>> {
    let is_arrow = |points: [Point; 2]| page.connectors.iter().any(|it| it.points == points);
    let line = move |op: &Draw| match op {
        Draw::Path { segs, closed: false, .. } => match segs[..] {
            [Seg::Move(from), Seg::Line(to)] if !is_arrow([from, to]) => Some(vec![from, to]),
            _ => None,
        },
        _ => None,
    };
    page.ops.iter().filter_map(line)
}

fn crossed(one: &[Point], other: &[Point]) -> usize {
    let within = |value: i32, p: i32, q: i32| p.min(q) < value && value < p.max(q);
    let across = |a: &[Point], b: &[Point]| {
        a[0].x == a[1].x && b[0].y == b[1].y && within(a[0].x, b[0].x, b[1].x) && within(b[0].y, a[0].y, a[1].y)
    };
    let pairs = one.windows(2).flat_map(|a| other.windows(2).map(move |b| (a, b)));
    pairs.filter(|(a, b)| across(a, b) || across(b, a)).count()
}

/// Widths of the actor columns in the first row of a page.
fn lane_widths(page: &Page) -> Vec<i32> {
    let Some(row) = page.strips.first().map(|strip| strip.actors) else { return Vec::new() };
    let frame = |op: &Draw| match op {
        Draw::Path { segs, closed: true, stroke: Some(Stroke { .. }), .. } => Some(around(segs)),
        _ => None,
    };
    let own = |area: &Area| (area.y, area.h) == (row.y, row.h) && area.x >= row.x && area.right() <= row.right();
    page.ops.iter().filter_map(frame).filter(own).map(|area| area.w).collect()
}

fn around(segs: &[Seg]) -> Area {
    let end = |seg: &Seg| match seg {
        Seg::Move(at) | Seg::Line(at) | Seg::Curve(.., at) => *at,
    };
    let (xs, ys): (Vec<i32>, Vec<i32>) = segs.iter().map(|seg| (end(seg).x, end(seg).y)).unzip();
    let (left, top) = (xs.iter().min().copied().unwrap_or(0), ys.iter().min().copied().unwrap_or(0));
    let (right, bottom) = (xs.iter().max().copied().unwrap_or(0), ys.iter().max().copied().unwrap_or(0));
    Area::new(left, top, right - left, bottom - top)
}

/// How much of the height between its edges the table on a page takes, in hundredths.
fn filled(page: &Page) -> i32 {
    let bottom = page.strips.last().map_or(page.margin, |strip| strip.actors.bottom());
    (bottom - page.margin) * 100 / (page.height - 2 * page.margin).max(1)
}

/// A made-up SOP of the print's own, by name.
pub fn drawing(name: &str) -> Sop {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/print").join(format!("{name}.yaml"));
    let text = std::fs::read_to_string(path).expect("the drawing is there");
    read_yaml(&text).expect("it is sound").remove(0)
}

/// Names of all of these, and of the examples, sorted.
fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the folder is there");
    let stem = |name: String| name.strip_suffix(".yaml").map(str::to_owned);
    let mut names: Vec<String> =
        entries.filter_map(|entry| stem(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
    names.sort();
    names
}

/// The largest of the random flows, with their seeds.
fn largest(count: usize) -> Vec<(u64, Sop)> {
    let mut flows: Vec<(u64, Sop)> = (0..150).map(|seed| (seed, flows::flow(seed, 60))).collect();
    flows.sort_by_key(|(seed, sop)| (std::cmp::Reverse(sop.cells().count()), *seed));
    flows.truncate(count);
    flows
}

#[test]
fn figures_of_all_drawings_are_told() {
    let figures = |name: &str, sop: &Sop| println!("{}", Figures::of(&printed(sop, Paper::A4)).told(name));
    for name in names("tests/suite/data/print") {
        figures(&name, &drawing(&name));
    }
    for name in names("examples") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.yaml"));
        let text = std::fs::read_to_string(path).expect("the example is there");
        figures(&name, &read_yaml(&text).expect("it is sound").remove(0));
    }
    for (seed, sop) in largest(15) {
        figures(&format!("flow {seed}"), &sop);
    }
}

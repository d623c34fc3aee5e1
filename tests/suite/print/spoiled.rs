//! Finished pages spoilt by hand: every promise of the print has a fault that the checker finds.

use super::{models, printed};
use sop::layout::{Area, Colour, Connector, Draw, Fault, Guarantee, Page, Paper, Part, Point, Seg, Shape, verify};
use sop::model::{EdgeKind, Sop};

/// The fault must be there after the damage, and was not there before.
#[track_caller]
pub(super) fn assert_found(guarantee: Guarantee, words: &str, damage: impl FnOnce(&mut Vec<Page>)) {
    assert_found_in(&models::returns(), guarantee, words, damage);
}

#[track_caller]
pub(super) fn assert_found_in(sop: &Sop, guarantee: Guarantee, words: &str, damage: impl FnOnce(&mut Vec<Page>)) {
    let mut pages = printed(sop, Paper::A4);
    assert_eq!(verify(sop, &pages), []);
    damage(&mut pages);
    let faults = verify(sop, &pages);
    let is_it = |fault: &Fault| fault.guarantee == guarantee && fault.message.en.contains(words);
    assert!(faults.iter().any(is_it), "{guarantee:?} `{words}` among {faults:?}");
}

/// Moves the line, with what is drawn of it, and keeps its record in step.
pub(super) fn redraw(page: &mut Page, at: usize, change: impl Fn(usize, Point) -> Point) {
    let old = page.connectors[at].points.clone();
    let new: Vec<Point> = old.iter().enumerate().map(|(at, point)| change(at, *point)).collect();
    for op in &mut page.ops {
        if let Draw::Path { segs, closed: false, .. } = op
            && *segs == line(&old)
        {
            *segs = line(&new);
        }
    }
    page.connectors[at].points = new;
}

fn line(points: &[Point]) -> Vec<Seg> {
    points.iter().enumerate().map(|(at, it)| if at == 0 { Seg::Move(*it) } else { Seg::Line(*it) }).collect()
}

/// The first arrow that goes back along a lane: its second piece is the lane.
pub(super) fn a_return(page: &Page) -> usize {
    let back = |it: &Connector| it.edge.to.is_some_and(|to| to < it.edge.from) && it.points.len() == 4;
    page.connectors.iter().position(back).expect("a return")
}

fn moved(by: (i32, i32)) -> impl Fn(usize, Point) -> Point {
    move |_, point| Point::new(point.x + by.0, point.y + by.1)
}

fn shape(page: &Page, shape: impl Fn(Shape) -> bool) -> usize {
    page.shapes.iter().position(|place| shape(place.shape)).expect("such a symbol")
}

/// The first text of the second text cell of the first row.
fn activity(page: &mut Page) -> &mut Draw {
    let at = page.strips[0].cells[1].1.start;
    &mut page.ops[at]
}

#[test]
fn an_arrow_over_a_symbol_a_label_or_text_is_found() {
    assert_found(Guarantee::Clear, "crosses a symbol", |pages| {
        let page = &mut pages[1];
        let at = a_return(page);
        let source = page.shapes[page.connectors[at].ends.0].area.centre();
        redraw(page, at, |corner, point| if [1, 2].contains(&corner) { Point::new(source.x, point.y) } else { point });
    });
    assert_found(Guarantee::Clear, "crosses a label", |pages| {
        let page = &mut pages[1];
        let label = page.labels[0].centre();
        redraw(page, 0, |_, point| Point::new(point.x, label.y));
        page.connectors[0].points = vec![Point::new(label.x - 5000, label.y), Point::new(label.x + 5000, label.y)];
    });
    assert_found(Guarantee::Clear, "crosses text", |pages| {
        let page = &mut pages[1];
        let Draw::Text { at: text, .. } = *activity(page) else { panic!("a text") };
        let at = a_return(page);
        redraw(
            page,
            at,
            |corner, point| if [1, 2].contains(&corner) { Point::new(text.x + 100, point.y) } else { point },
        );
    });
    assert_found(Guarantee::Clear, "is slanted", |pages| {
        redraw(&mut pages[1], 0, |corner, point| Point::new(point.x + corner as i32 * 30, point.y));
    });
}

#[test]
fn arrows_symbols_and_labels_on_each_other_are_found() {
    assert_found(Guarantee::Apart, "lies on arrow", |pages| {
        let page = &mut pages[1];
        let mut twin = page.connectors[0].clone();
        twin.ends.1 = page.connectors[1].ends.1;
        twin.edge = page.connectors[1].edge;
        page.connectors.push(twin);
    });
    assert_found(Guarantee::Apart, "a line of the table", |pages| {
        let page = &mut pages[1];
        let (at, edge) = (a_return(page), page.strips[0].actors.x);
        redraw(page, at, |corner, point| if [1, 2].contains(&corner) { Point::new(edge, point.y) } else { point });
    });
    assert_found(Guarantee::Apart, "two symbols", |pages| {
        let first = pages[1].shapes[0].area;
        pages[1].shapes[1].area = Area { x: first.x + 10, ..first };
    });
    assert_found(Guarantee::Labels, "a label is covered", |pages| {
        let symbol = pages[1].shapes[0].area;
        pages[1].labels[0] = Area::around(symbol.centre(), 500, 400);
    });
}

#[test]
fn what_leaves_the_actor_columns_or_the_sheet_is_found() {
    assert_found(Guarantee::Inside, "leaves the actor columns", |pages| {
        let page = &mut pages[1];
        let (at, edge) = (a_return(page), page.strips[0].actors.right());
        redraw(
            page,
            at,
            |corner, point| if [1, 2].contains(&corner) { Point::new(edge + 200, point.y) } else { point },
        );
    });
    assert_found(Guarantee::Inside, "a symbol outside the actor columns", |pages| pages[1].shapes[0].area.x = 0);
    assert_found(Guarantee::Inside, "outside the cell of its step and actor", |pages| {
        let below = pages[1].strips[1].actors.y - pages[1].strips[0].actors.y;
        pages[1].shapes[0].area.y += below;
    });
    assert_found(Guarantee::Inside, "outside the cell of its step and actor", |pages| {
        let page = &mut pages[1];
        let aside = page.shapes[1].area.x - page.shapes[0].area.x;
        page.shapes[0].area.x += aside;
    });
    assert_found(Guarantee::Apart, "a symbol lies over a line", |pages| {
        let page = &mut pages[1];
        page.shapes[0].area.y = page.strips[1].actors.y - 100;
    });
    assert_found(Guarantee::Sheet, "leaves the sheet", |pages| {
        if let Draw::Text { at, .. } = activity(&mut pages[1]) {
            at.x = -50;
        }
    });
}

#[test]
fn arrows_and_symbols_that_are_missing_double_or_astray_are_found() {
    assert_found(Guarantee::Edges, "is not drawn", |pages| {
        pages[1].connectors.remove(0);
    });
    assert_found(Guarantee::Edges, "more than once", |pages| {
        let twin = pages[1].connectors[0].clone();
        pages[1].connectors.push(twin);
    });
    assert_found(Guarantee::Edges, "is not in the flow", |pages| pages[1].connectors[0].edge.kind = EdgeKind::No);
    assert_found(Guarantee::Edges, "does not reach its target", |pages| {
        let last = pages[1].connectors[0].points.len() - 1;
        redraw(
            &mut pages[1],
            0,
            |corner, point| if corner == last { Point::new(point.x, point.y - 100) } else { point },
        );
    });
    assert_found(Guarantee::Edges, "does not reach its target", |pages| pages[1].connectors[0].ends.1 = 0);
    assert_found(Guarantee::Edges, "does not leave its symbol", |pages| {
        redraw(&mut pages[1], 0, |corner, point| if corner == 0 { Point::new(point.x, point.y + 100) } else { point });
    });
    assert_found(Guarantee::Edges, "has no head", |pages| {
        pages[1].ops.retain(|op| !matches!(op, Draw::Path { fill: Some(Colour::BLACK), .. }));
    });
    assert_found(Guarantee::Edges, "as it is listed", |pages| {
        pages[1].connectors[0].points[0].y -= 10;
    });
    assert_found(Guarantee::Edges, "does not merge", |pages| {
        let page = &mut pages[1];
        let at = a_return(page);
        let target = page.connectors[at].ends.1;
        let above = |it: &&Connector| {
            it.ends.1 == target && it.points.last().map(|it| it.y) == Some(page.shapes[target].area.y)
        };
        let end = *page.connectors.iter().find(above).and_then(|it| it.points.last()).expect("an arrow from above");
        redraw(page, at, |corner, point| if corner > 1 { Point::new(end.x + 150, end.y) } else { point });
    });
    assert_found(Guarantee::Edges, "a symbol is not drawn", |pages| {
        let area = pages[1].shapes[0].area;
        let inside =
            |point: &Point| (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y);
        pages[1].ops.retain(|op| match op {
            Draw::Path { segs, fill: Some(Colour::WHITE), .. } => !matches!(segs[0], Seg::Move(it) if inside(&it)),
            _ => true,
        });
    });
    assert_found(Guarantee::Edges, "does not stand exactly once", |pages| {
        pages[1].shapes[0].cell = None;
    });
}

#[test]
fn pentagons_that_are_missing_or_misnamed_are_found() {
    let pentagon = |page: &Page| shape(page, |it| matches!(it, Shape::Pentagon(_)));
    assert_found(Guarantee::Breaks, "has no pentagon where it leaves", |pages| {
        pages[1].connectors.retain(|it| it.part != Part::Out);
    });
    assert_found(Guarantee::Breaks, "has no pentagon on the page", |pages| {
        pages[2].connectors.retain(|it| it.part != Part::In);
    });
    assert_found(Guarantee::Breaks, "has another letter", |pages| {
        let at = pentagon(&pages[2]);
        pages[2].shapes[at].shape = Shape::Pentagon(17);
    });
    assert_found(Guarantee::Breaks, "has no partner", |pages| {
        let at = pentagon(&pages[2]);
        pages[2].shapes[at].shape = Shape::Pentagon(17);
    });
    assert_found(Guarantee::Breaks, "does not show its letter", |pages| {
        let at = pentagon(&pages[1]);
        let area = pages[1].shapes[at].area;
        pages[1].ops.retain(|op| !matches!(op, Draw::Text { at, .. } if (area.x..area.right()).contains(&at.x) && (area.y..area.bottom() + 100).contains(&at.y)));
    });
    assert_found(Guarantee::Breaks, "means two places", |pages| {
        let at = pentagon(&pages[2]);
        pages[2].shapes[at].cell = Some((0, 0));
    });
}

#[test]
fn rows_that_are_split_lost_or_out_of_place_are_found() {
    assert_found(Guarantee::Rows, "is missing", |pages| {
        pages[1].strips.remove(0);
    });
    assert_found(Guarantee::Rows, "out of order", |pages| pages[1].strips.swap(0, 1));
    assert_found(Guarantee::Rows, "does not join", |pages| pages[1].strips[1].actors.y += 100);
    assert_found(Guarantee::Rows, "passes the lower end", |pages| {
        pages[1].strips.last_mut().expect("a row").actors.h += 20_000;
    });
    assert_found(Guarantee::Rows, "although a page can hold it", |pages| {
        let strip = pages[1].strips.last().expect("a row").clone();
        pages[2].strips.insert(0, strip);
    });
    assert_found_in(&models::long_texts(), Guarantee::Rows, "without saying (lanjutan)", |pages| {
        for op in pages.iter_mut().flat_map(|page| &mut page.ops) {
            if let Draw::Text { text, .. } = op {
                *text = text.replace("(lanjutan)", "lagi");
            }
        }
    });
}

#[test]
fn texts_out_of_their_cells_are_found() {
    let shift = |by: (i32, i32)| {
        move |pages: &mut Vec<Page>| {
            if let Draw::Text { at, .. } = activity(&mut pages[1]) {
                *at = moved(by)(0, *at);
            }
        }
    };
    assert_found(Guarantee::Texts, "leaves its cell", shift((30_000, 0)));
    assert_found(Guarantee::Texts, "crosses a line", shift((-1_000, 0)));
    assert_found(Guarantee::Texts, "lies on other text", shift((0, 600)));
}

//! Faults put by hand on every kind of page: identity, table, cover, contents; and one for every promise.

use super::furniture::emblem;
use super::spoiled::{a_return, assert_found, assert_found_in, redraw};
use super::{figures, fonts, models, printed};
use sop::layout::{
    Area, Colour, Draw, Fault, Guarantee, Page, Paper, Point, PrintOptions, Role, Seg, Shape, bind_book, lay_out,
    verify, verify_book,
};
use sop::model::{SectionKind, Sop};
use std::sync::Arc;

type Damage = fn(&mut Vec<Page>);

/// Where the first text of that role starts.
fn text(page: &mut Page, is_it: impl Fn(&Role) -> bool) -> &mut Point {
    let mark = page.marks.iter().find(|mark| is_it(&mark.role)).expect("such a text");
    match &mut page.ops[mark.ops.start] {
        Draw::Text { at, .. } => at,
        other => panic!("no text: {other:?}"),
    }
}

fn number(page: &mut Page) -> &mut Point {
    text(page, |role| *role == Role::Value(0))
}

fn first_law(page: &mut Page) -> &mut Point {
    text(page, |role| *role == Role::ItemText(SectionKind::LegalBasis, 0))
}

fn link(page: &mut Page) -> (&mut Area, &mut usize) {
    let found = page.ops.iter_mut().find_map(|op| match op {
        Draw::Link { area, page } => Some((area, page)),
        _ => None,
    });
    found.expect("a link")
}

fn heads(page: &mut Page) -> impl Iterator<Item = &mut Vec<Seg>> {
    page.ops.iter_mut().filter_map(|op| match op {
        Draw::Path { segs, fill: Some(Colour::BLACK), .. } => Some(segs),
        _ => None,
    })
}

fn triangle(tip: Point) -> Vec<Seg> {
    let wing = |aside| Seg::Line(Point::new(tip.x + aside, tip.y - 500));
    vec![Seg::Move(tip), wing(-200), wing(200)]
}

#[test]
fn every_promise_is_seen_to_be_broken() {
    let damage = |guarantee| -> Damage {
        match guarantee {
            Guarantee::Clear => |pages| {
                let middle = pages[1].shapes[1].area.centre();
                let at = a_return(&pages[1]);
                redraw(&mut pages[1], at, |corner, it| if corner == 2 { Point::new(middle.x, middle.y) } else { it });
            },
            Guarantee::Apart => |pages| pages[1].shapes[1].area = pages[1].shapes[0].area,
            Guarantee::Labels => |pages| {
                pages[1].ops.retain(|op| !matches!(op, Draw::Text { text, .. } if text == "Tidak"));
            },
            Guarantee::Lanes => |pages| pages[1].shapes[0].area.w += 100,
            Guarantee::Joints => |pages| pages[1].shapes.retain(|it| it.shape != Shape::Box || it.cell.is_some()),
            Guarantee::Inside => |pages| pages[1].shapes[0].area.x = 0,
            Guarantee::Edges => |pages| drop(pages[1].connectors.remove(0)),
            Guarantee::Breaks => |pages| pages[1].shapes.retain(|it| !matches!(it.shape, Shape::Pentagon(_))),
            Guarantee::Rows => |pages| drop(pages[1].strips.remove(0)),
            Guarantee::Texts => |pages| number(&mut pages[0]).x += 30_000,
            Guarantee::Covers => |pages| {
                let tip = *number(&mut pages[0]);
                let (segs, fill) = (triangle(Point::new(tip.x + 300, tip.y)), Some(Colour::BLACK));
                pages[0].ops.push(Draw::Path { segs, closed: true, fill, stroke: None });
            },
            Guarantee::Links => |pages| pages[1].ops.retain(|op| !matches!(op, Draw::Link { .. })),
            Guarantee::Sheet => |pages| number(&mut pages[0]).x = -50,
        }
    };
    for guarantee in Guarantee::ALL {
        let sop = if guarantee == Guarantee::Joints { models::several_cells() } else { models::returns() };
        assert_found_in(&sop, guarantee, "", damage(guarantee));
    }
}

#[test]
fn texts_of_the_identity_page_out_of_place_are_found() {
    assert_found(Guarantee::Texts, "lies on other text", |pages| {
        let heading = *text(&mut pages[0], |role| *role == Role::Heading(SectionKind::LegalBasis));
        *first_law(&mut pages[0]) = heading;
    });
    assert_found(Guarantee::Texts, "crosses a line", |pages| first_law(&mut pages[0]).x -= 2_000);
    assert_found(Guarantee::Texts, "leaves its cell", |pages| first_law(&mut pages[0]).y = 1_000);
    assert_found(Guarantee::Texts, "leaves its cell", |pages| {
        let other = *text(&mut pages[0], |role| *role == Role::Heading(SectionKind::Cautions));
        first_law(&mut pages[0]).y = other.y + 1_500;
    });
    assert_found(Guarantee::Sheet, "leaves the sheet", |pages| first_law(&mut pages[0]).y = 80_000);
}

#[test]
fn texts_in_the_cell_of_others_are_found() {
    assert_found(Guarantee::Texts, "the cell of other text", |pages| {
        let page = &mut pages[0];
        let heading = text(page, |role| *role == Role::Heading(SectionKind::Cautions)).y;
        let down = heading + 2_000 - text(page, |role| *role == Role::Agency).y;
        let moved: Vec<usize> =
            page.marks.iter().filter(|mark| mark.role == Role::Agency).flat_map(|mark| mark.ops.clone()).collect();
        for at in moved {
            if let Draw::Text { at, .. } = &mut page.ops[at] {
                at.y += down;
            }
        }
    });
    assert_found(Guarantee::Texts, "cell", |pages| {
        let name = text(&mut pages[1], |role| matches!(role, Role::Head(head) if (head.row, head.column) == (1, 2)));
        name.y -= 2_500;
    });
}

#[test]
fn an_emblem_over_anything_or_off_the_sheet_is_found() {
    let sop = models::returns();
    let options = PrintOptions { logo: Some(Arc::new(emblem())), ..PrintOptions::default() };
    let pages = lay_out(&sop, &options, &fonts());
    assert_eq!(verify(&sop, &pages), []);
    let moved = |page: usize, to: Point| {
        let mut pages = pages.clone();
        let found = pages[0].ops.iter().position(|op| matches!(op, Draw::Image { .. })).expect("an emblem");
        let mut image = pages[0].ops.remove(found);
        pages[0].marks.retain(|mark| mark.ops.end <= found);
        if let Draw::Image { area, .. } = &mut image {
            (area.x, area.y) = (to.x, to.y);
        }
        pages[page].ops.push(image);
        verify(&sop, &pages)
    };
    let is = |faults: &[Fault], guarantee| faults.iter().any(|fault| fault.guarantee == guarantee);
    let mut text_at = pages.clone();
    let law = *first_law(&mut text_at[0]);
    let symbol = pages[1].shapes[0].area;
    let lane = pages[1].connectors[a_return(&pages[1])].points[2];
    assert!(is(&moved(0, law), Guarantee::Covers), "over text");
    assert!(is(&moved(0, Point::new(pages[0].width / 2 - 1_000, 50_000)), Guarantee::Covers), "over a line");
    assert!(is(&moved(1, Point::new(symbol.x, symbol.y)), Guarantee::Covers), "over a symbol");
    assert!(is(&moved(1, Point::new(lane.x - 500, lane.y + 50)), Guarantee::Covers), "over an arrow");
    assert!(is(&moved(0, Point::new(-10, 10)), Guarantee::Sheet), "off the sheet");
}

#[test]
fn grounds_over_text_and_heads_over_labels_are_found() {
    assert_found(Guarantee::Covers, "text is covered", |pages| {
        let at = *number(&mut pages[0]);
        let corner = |x, y| Point::new(at.x + x, at.y + y);
        let segs = vec![Seg::Move(corner(0, -500)), Seg::Line(corner(500, -500)), Seg::Line(corner(500, 0))];
        pages[0].ops.push(Draw::Path { segs, closed: true, fill: Some(Colour::WHITE), stroke: None });
    });
    assert_found(Guarantee::Covers, "the head of an arrow", |pages| {
        let label = pages[1].labels[0].centre();
        *heads(&mut pages[1]).next().expect("a head") = triangle(label);
    });
    assert_found(Guarantee::Covers, "the head of an arrow", |pages| {
        let symbol = pages[1].shapes[2].area.centre();
        *heads(&mut pages[1]).next().expect("a head") = triangle(symbol);
    });
}

#[test]
fn uneven_columns_symbols_and_silent_capsules_are_found() {
    assert_found(Guarantee::Lanes, "actor columns differ in width", |pages| {
        let row = pages[1].strips[0].actors;
        let first = pages[1].ops.iter_mut().find_map(|op| match op {
            Draw::Path { segs, closed: true, .. } if segs[0] == Seg::Move(Point::new(row.x, row.y)) => Some(segs),
            _ => None,
        });
        for seg in &mut first.expect("the first column")[1..3] {
            if let Seg::Line(at) = seg {
                at.x -= 500;
            }
        }
    });
    assert_found(Guarantee::Lanes, "is not as wide as others", |pages| pages[1].shapes[2].area.w -= 200);
    assert_found(Guarantee::Lanes, "has no word", |pages| {
        pages[1].ops.retain(|op| !matches!(op, Draw::Text { text, .. } if text == "Mulai"));
    });
    assert_found_in(&figures::drawing("return-far"), Guarantee::Lanes, "too near the line", |pages| {
        let page = pages.iter_mut().find(|page| !page.strips.is_empty()).expect("a page of the table");
        let (at, column) = (a_return(page), page.strips[0].actors);
        redraw(page, at, |corner, it| if [1, 2].contains(&corner) { Point::new(column.x + 200, it.y) } else { it });
    });
}

#[test]
fn branches_without_their_label_are_found() {
    assert_found(Guarantee::Labels, "has no label", |pages| {
        for op in &mut pages[1].ops {
            if let Draw::Text { text, .. } = op
                && text == "Tidak"
            {
                *text = "Ya".to_owned();
            }
        }
    });
}

/// The step of [`models::several_cells`] in which three act together.
fn assert_joint(words: &str, damage: impl FnOnce(&mut Page)) {
    assert_found_in(&models::several_cells(), Guarantee::Joints, words, |pages| {
        let at = pages.iter().position(|page| joint(page).is_some()).expect("who acts together");
        damage(&mut pages[at]);
    });
}

fn joint(page: &Page) -> Option<usize> {
    page.shapes.iter().position(|place| place.shape == Shape::Box && place.cell.is_none())
}

/// The line from the first box of those who act together to the next.
fn joining(page: &Page) -> (usize, Point, Point) {
    let area = page.shapes[joint(page).expect("a box")].area;
    let start = Seg::Move(Point::new(area.right(), area.centre().y));
    let found = page.ops.iter().enumerate().find_map(|(at, op)| match op {
        Draw::Path { segs, closed: false, .. } if segs.len() == 2 && segs[0] == start => match segs[1] {
            Seg::Line(end) => Some((at, end)),
            _ => None,
        },
        _ => None,
    });
    let (at, end) = found.expect("a line");
    (at, Point::new(area.right(), area.centre().y), end)
}

#[test]
fn who_acts_together_but_is_not_joined_is_found() {
    assert_joint("does not have a box each", |page| {
        let at = joint(page).expect("a box");
        page.shapes[at].shape = Shape::Capsule;
    });
    assert_joint("is not joined", |page| {
        let (at, ..) = joining(page);
        page.ops.remove(at);
    });
    assert_joint("is not joined", |page| {
        let at = joint(page).expect("a box");
        page.shapes[at].area.y += 300;
    });
    assert_joint("through a symbol or text", |page| {
        let (_, from, to) = joining(page);
        let first = page.shapes.iter().position(|place| place.own_cell() == Some((0, 0))).expect("the first symbol");
        page.shapes[first].area = Area::new((from.x + to.x) / 2, from.y - 50, 100, 100);
    });
    assert_joint("over an arrow", |page| {
        let (_, from, to) = joining(page);
        redraw(page, 0, |corner, it| {
            if corner == 0 {
                from
            } else if corner == 1 {
                to
            } else {
                it
            }
        });
    });
    assert_joint("over an arrow", |page| {
        let (_, from, to) = joining(page);
        redraw(page, 0, |corner, it| if corner == 0 { Point::new((from.x + to.x) / 2, from.y) } else { it });
    });
}

#[test]
fn links_to_other_pages_are_found() {
    let wrong: [Damage; 5] = [
        |pages| *link(&mut pages[1]).1 = 1,
        |pages| *link(&mut pages[1]).1 = 2,
        |pages| *link(&mut pages[1]).1 = 99,
        |pages| *link(&mut pages[1]).1 = 0,
        |pages| pages[2].ops.retain(|op| !matches!(op, Draw::Link { .. })),
    ];
    for damage in wrong {
        assert_found(Guarantee::Links, "page of its partner", damage);
    }
    assert_found(Guarantee::Links, "at no pentagon", |pages| link(&mut pages[1]).0.x += 100);
}

/// A book of two SOPs, and how many pages come before them.
fn book(sops: &[&Sop]) -> (Vec<Page>, usize) {
    let books = sops.iter().map(|sop| printed(sop, Paper::A4)).collect();
    bind_book(sops, books, &PrintOptions::default(), &fonts())
}

#[track_caller]
fn assert_found_in_book(guarantee: Guarantee, words: &str, damage: impl FnOnce(&mut Vec<Page>)) {
    let (one, other) = (models::returns(), models::several_cells());
    let sops = [&one, &other];
    let (mut pages, front) = book(&sops);
    assert_eq!(verify_book(&sops, &pages, front), []);
    damage(&mut pages);
    let faults = verify_book(&sops, &pages, front);
    let is_it = |fault: &Fault| fault.guarantee == guarantee && fault.message.en.contains(words);
    assert!(faults.iter().any(is_it), "{guarantee:?} `{words}` among {faults:?}");
}

fn any_text(page: &mut Page) -> impl Iterator<Item = &mut Point> {
    page.ops.iter_mut().filter_map(|op| match op {
        Draw::Text { at, .. } => Some(at),
        _ => None,
    })
}

#[test]
fn faults_of_cover_and_contents_are_found() {
    for page in [0, 1] {
        assert_found_in_book(Guarantee::Texts, "lies on other text", |pages| {
            let first = *any_text(&mut pages[page]).next().expect("a text");
            *any_text(&mut pages[page]).nth(1).expect("a text") = first;
        });
        assert_found_in_book(Guarantee::Sheet, "leaves the sheet", |pages| {
            any_text(&mut pages[page]).next().expect("a text").x = -100;
        });
    }
    assert_found_in_book(Guarantee::Texts, "crosses a line", |pages| {
        any_text(&mut pages[0]).next().expect("a text").x = 3_300;
    });
    assert_found_in_book(Guarantee::Links, "leads to another page", |pages| *link(&mut pages[1]).1 += 1);
    assert_found_in_book(Guarantee::Links, "names another page", |pages| {
        for op in &mut pages[1].ops {
            if let Draw::Text { text, .. } = op
                && text == "3"
            {
                *text = "4".to_owned();
            }
        }
    });
    assert_found_in_book(Guarantee::Links, "do not list every SOP", |pages| {
        let at = pages[1].ops.iter().position(|op| matches!(op, Draw::Link { .. })).expect("a link");
        pages[1].ops.remove(at);
    });
}

#[test]
fn faults_of_an_sop_are_found_in_a_book_on_its_page() {
    let (one, other) = (models::returns(), models::several_cells());
    let sops = [&one, &other];
    let (mut pages, front) = book(&sops);
    let identity = pages.iter().position(|page| page.sop == 2).expect("the second SOP");
    number(&mut pages[identity]).x = -50;
    assert!(verify_book(&sops, &pages, front).iter().any(|fault| fault.page == identity + 1));
    let foot = pages[identity + 1].ops.len() - 1;
    let Draw::Text { at, .. } = &mut pages[identity + 1].ops[foot] else { panic!("the number of the page") };
    at.y -= 1_400;
    at.x = 4_000;
    let faults = verify_book(&sops, &pages, front);
    assert!(faults.iter().any(|it| it.guarantee == Guarantee::Texts && it.page == identity + 2), "{faults:?}");
}

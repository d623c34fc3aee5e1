//! The foot of every page: name and number of the SOP at the left, the page at the right, or what the office has there.

use super::PT;
use super::draw::{Face, Foot, FootPiece, Page, Point};
use super::form::Form;
use super::pen::Pen;
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::Sop;
use crate::vocabulary::form_words::{FOOT_PLACES, PAGE_OF};

const STYLE: Style = Style { face: Face::Regular, size: 7 * PT };
/// Space between the two sides.
const BETWEEN: i32 = 12 * PT;
/// What joins parts of a foot: none stands at its ends.
const JOINTS: [char; 6] = [' ', '–', '-', '|', '·', ','];

/// Writes the foot under every page, and notes what the font could not show.
pub(super) fn add_feet(sop: &Sop, form: &Form, pages: &mut [Page], type_: &Typesetter) {
    let total = pages.len();
    let replaced = type_.take_replaced();
    let sides = sides(sop, form);
    for (at, page) in pages.iter_mut().enumerate() {
        let [left, right] = sides.each_ref().map(|side| written(side, (at + 1, total)));
        let right_width = type_.width(STYLE, &right);
        let (width, margin, y) = (page.width, page.margin, page.height - page.margin);
        let room = width - 2 * margin - right_width - BETWEEN;
        page.foot = Foot { from: page.ops.len(), sides: sides.clone() };
        let mut pen = Pen { page, type_ };
        pen.text(Point::new(margin, y), STYLE, &shortened(type_, room, &left));
        pen.text(Point::new(width - margin - right_width, y), STYLE, &right);
        page.replaced.clone_from(&replaced);
        page.title = words::title(sop);
    }
    type_.take_replaced();
}

/// One side of the foot on such a page of so many.
fn written(side: &[FootPiece], (number, total): (usize, usize)) -> String {
    let word = |piece: &FootPiece| match piece {
        FootPiece::Text(text) => text.clone(),
        FootPiece::Number => number.to_string(),
        FootPiece::Total => total.to_string(),
    };
    side.iter().map(word).collect()
}

/// What stands at the left and at the right.
fn sides(sop: &Sop, form: &Form) -> [Vec<FootPiece>; 2] {
    let [title, number] = [words::title(sop), words::number(sop)];
    let identity = &sop.identity;
    let (agency, unit) = (words::field(&identity.agency, String::clone), words::field(&identity.unit, String::clone));
    let values = [&title, &number, &agency, &unit].map(|it| FootPiece::Text(it.clone()));
    let [title_, number_, agency, unit] = values;
    let values = [title_, number_, agency, unit, FootPiece::Number, FootPiece::Total];
    let Some(foot) = &form.foot else {
        let name: Vec<_> = [title, number].into_iter().filter(|text| !text.is_empty()).collect();
        return [vec![FootPiece::Text(name.join(" – "))], filled(PAGE_OF, &values)];
    };
    foot.each_ref().map(|pattern| filled(pattern, &values))
}

/// The pattern with its places filled in, in one go: a value that looks like a place stays as it is.
fn filled(pattern: &str, values: &[FootPiece; 6]) -> Vec<FootPiece> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while !rest.is_empty() {
        let place = FOOT_PLACES.iter().position(|place| rest.starts_with(place));
        let (piece, length) = match place {
            Some(at) => (values[at].clone(), FOOT_PLACES[at].len()),
            None => {
                let next = rest.char_indices().skip(1).find(|(_, letter)| *letter == '{').map_or(rest.len(), |it| it.0);
                (FootPiece::Text(rest[..next].to_owned()), next)
            }
        };
        match (pieces.last_mut(), &piece) {
            (Some(FootPiece::Text(before)), FootPiece::Text(more)) => before.push_str(more),
            _ => pieces.push(piece),
        }
        rest = &rest[length..];
    }
    if let Some(FootPiece::Text(first)) = pieces.first_mut() {
        *first = first.trim_start_matches(JOINTS).to_owned();
    }
    if let Some(FootPiece::Text(last)) = pieces.last_mut() {
        *last = last.trim_end_matches(JOINTS).to_owned();
    }
    pieces
}

fn shortened(type_: &Typesetter, room: i32, text: &str) -> String {
    let lines = type_.wrap(STYLE, room, text);
    match &lines[..] {
        [] => String::new(),
        [line] => line.clone(),
        _ => {
            let room = room - type_.width(STYLE, "…");
            type_.wrap(STYLE, room, text).first().map_or(String::new(), |line| format!("{line}…"))
        }
    }
}

//! The foot of every page: name and number of the SOP at the left, the page at the right, or what the office has there.

use super::PT;
use super::draw::{Face, Page, Point};
use super::form::Form;
use super::pen::Pen;
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::Sop;
use crate::vocabulary::form_words::{FOOT_PLACES, page_of};

const STYLE: Style = Style { face: Face::Regular, size: 7 * PT };
/// Space between the two sides.
const BETWEEN: i32 = 12 * PT;
/// What joins parts of a foot: none stands at its ends.
const JOINTS: [char; 6] = [' ', '–', '-', '|', '·', ','];

/// Writes the foot under every page, and notes what the font could not show.
pub(super) fn add_feet(sop: &Sop, form: &Form, pages: &mut [Page], type_: &Typesetter) {
    let total = pages.len();
    let replaced = type_.take_replaced();
    for (at, page) in pages.iter_mut().enumerate() {
        let [left, right] = sides(sop, form, (at + 1, total));
        let right_width = type_.width(STYLE, &right);
        let (width, margin, y) = (page.width, page.margin, page.height - page.margin);
        let room = width - 2 * margin - right_width - BETWEEN;
        let mut pen = Pen { page, type_ };
        pen.text(Point::new(margin, y), STYLE, &shortened(type_, room, &left));
        pen.text(Point::new(width - margin - right_width, y), STYLE, &right);
        page.replaced.clone_from(&replaced);
        page.title = words::title(sop);
    }
    type_.take_replaced();
}

/// What stands at the left and at the right.
fn sides(sop: &Sop, form: &Form, (number, total): (usize, usize)) -> [String; 2] {
    let Some(foot) = &form.foot else {
        let name = [words::title(sop), words::number(sop)];
        let name: Vec<_> = name.iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
        return [name.join(" – "), page_of(number, total)];
    };
    let identity = &sop.identity;
    let values = [
        words::title(sop),
        words::number(sop),
        words::field(&identity.agency, String::clone),
        words::field(&identity.unit, String::clone),
        number.to_string(),
        total.to_string(),
    ];
    foot.each_ref().map(|pattern| filled(pattern, &values))
}

/// The pattern with its places filled in, in one go: a value that looks like a place stays as it is.
fn filled(pattern: &str, values: &[String; 6]) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        match FOOT_PLACES.iter().position(|place| rest.starts_with(place)) {
            Some(at) => {
                text.push_str(&values[at]);
                rest = &rest[FOOT_PLACES[at].len()..];
            }
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text.trim_matches(JOINTS).to_owned()
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

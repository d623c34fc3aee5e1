//! The upper half of the identity page: emblem and agency, and beside them the rows of data with the place to sign.

use super::PT;
use super::draw::{Area, Draw, Face, Ink, Picture, Point};
use super::identity::{Identity, Setting, row_height};
use super::identity_rows::{after_signature, before_signature, number_of, signed_texts, value};
use super::meaning::Role;
use super::pen::{Align, HEADING_TINT, PAD, Pen, THIN};
use super::typeset::Style;
use super::words;
use crate::model::{IdentityField, Sop};
use crate::vocabulary::bodies;
use crate::vocabulary::form_words::{ELECTRONIC_SIGNATURE, emblem_of};
use crate::vocabulary::labels::printed;
use std::sync::Arc;

/// Room left for the agency's emblem above its name.
const EMBLEM: i32 = 64 * PT;
/// Side of the place for an electronic signature, at most.
const SEAL: i32 = 65 * PT;

impl Identity<'_> {
    /// The upper half: agency on the left, data on the right. Gives where it ends.
    pub(super) fn draw_head(&self, pen: &mut Pen, setting: Setting) -> i32 {
        let margin = pen.page.margin;
        let half = (pen.page.width - 2 * margin) / 2;
        let right = Area::new(margin + half, margin, half, 0);
        let y = self.draw_block(pen, right, setting);
        // The left is read first, but only the right says how high it is.
        let block = pen.page.take();
        let left = Area::new(margin, margin, half, y - margin);
        pen.frame(left);
        self.draw_agency(pen, left, setting);
        pen.page.put(block);
        y
    }

    /// The rows of data; gives where they end.
    fn draw_block(&self, pen: &mut Pen, right: Area, setting: Setting) -> i32 {
        let plain = setting.body();
        let named = if self.options.form.bold_title { setting.strong() } else { plain };
        let mut y = right.y;
        for row in before_signature(self.sop) {
            y = draw_row(pen, Area { y, ..right }, (self.sop, row, plain), setting);
        }
        y = self.draw_signature(pen, Area { y, ..right }, setting);
        for row in after_signature(self.sop) {
            let style = if row == IdentityField::Title { named } else { plain };
            y = draw_row(pen, Area { y, ..right }, (self.sop, row, style), setting);
        }
        y
    }

    fn draw_agency(&self, pen: &mut Pen, area: Area, setting: Setting) {
        let identity = &self.sop.identity;
        let room = area.w * 9 / 10;
        let mut lines = Vec::new();
        for field in [&identity.agency, &identity.unit] {
            let name = words::field(field, String::clone);
            let (government, agency) = name.split_at(bodies::behind_government(&name).unwrap_or(0));
            let above = Some(government.trim_end()).filter(|it| !it.is_empty());
            for part in above.into_iter().chain([agency]) {
                lines.extend(pen.type_.wrap_evenly(setting.agency(), room, part));
            }
        }
        let emblem = EMBLEM.min(area.h / 2);
        if let Some(picture) = &self.options.logo {
            let agency = identity.agency.value().map_or("", String::as_str);
            draw_logo(pen, Area { h: emblem, ..area }, picture, emblem_of(agency));
        }
        let before = pen.page.ops.len();
        pen.middle(Area { y: area.y + emblem, h: area.h - emblem, ..area }, setting.agency(), &lines);
        pen.page.mark(before, Role::Agency);
    }

    /// Disahkan oleh: office, room to sign, name, rank and NIP; gives where it ends.
    fn draw_signature(&self, pen: &mut Pen, area: Area, setting: Setting) -> i32 {
        let (inner, leading) = (value_area(area, setting), setting.body().leading());
        let styles = SIGNED_FACES.map(|face| Style { face, size: setting.size });
        let texts = signed_texts(&self.sop.identity.signatory);
        let blocks: Vec<Vec<String>> =
            texts.iter().zip(styles).map(|(text, style)| pen.type_.wrap_evenly(style, inner.w, text)).collect();
        let count: i32 = blocks.iter().map(|lines| lines.len() as i32).sum();
        let height = count * leading + setting.signature + 2 * PAD;
        draw_frame(pen, Area { h: height, ..area }, setting);
        draw_label(pen, area, IdentityField::Signatory, setting);
        let mut y = area.y + PAD;
        for (at, (lines, style)) in blocks.iter().zip(styles).enumerate() {
            let before = pen.page.ops.len();
            pen.lines(Area { y, ..inner }, style, Align::Centre, lines);
            pen.page.mark(before, value_role(IdentityField::Signatory));
            y += lines.len() as i32 * leading;
            match at {
                0 => {
                    self.draw_seal(pen, Area { y, h: setting.signature, ..inner });
                    y += setting.signature;
                }
                1 => underline(pen, inner, y, (style, lines.last())),
                _ => {}
            }
        }
        area.y + height
    }

    /// The place for an electronic signature, where the office wants one.
    fn draw_seal(&self, pen: &mut Pen, area: Area) {
        if self.options.form.seal {
            let side = SEAL.min(area.h - 2 * PAD);
            let place = Area::around(area.centre(), side, side);
            pen.frame(place);
            pen.caption(place, Style::regular(6 * PT), ELECTRONIC_SIGNATURE);
        }
    }
}

/// Letters of what stands around the signature.
pub(super) const SIGNED_FACES: [Face; 4] = [Face::Regular, Face::Bold, Face::Regular, Face::Regular];

/// The emblem as large as its place allows, in its own shape; `told` is said instead of it.
pub(super) fn draw_logo(pen: &mut Pen, place: Area, picture: &Arc<Picture>, told: String) {
    let (width, height) = (i64::from(picture.width.max(1)), i64::from(picture.height.max(1)));
    let (most_w, most_h) = (i64::from(place.w - 4 * PAD), i64::from(place.h - 2 * PAD));
    let (w, h) = if width * most_h <= height * most_w {
        ((width * most_h / height).max(1), most_h)
    } else {
        (most_w, (height * most_w / width).max(1))
    };
    let centre = Point::new(place.centre().x, place.y + PAD + most_h as i32 / 2);
    let area = Area::around(centre, w as i32, h as i32);
    let picture = match pen.page.ink {
        Ink::Mono => Arc::new(picture.greyed()),
        Ink::Colour => Arc::clone(picture),
    };
    let before = pen.page.ops.len();
    pen.page.ops.push(Draw::Image { area, picture });
    pen.page.mark(before, Role::Emblem(told));
}

/// A label and its value in one frame; gives where it ends.
fn draw_row(pen: &mut Pen, area: Area, (sop, row, style): (&Sop, IdentityField, Style), setting: Setting) -> i32 {
    let room = value_area(area, setting);
    let lines = pen.type_.wrap(style, room.w, &value(sop, row));
    let height = row_height(setting, lines.len() as i32);
    draw_frame(pen, Area { h: height, ..area }, setting);
    draw_label(pen, area, row, setting);
    let before = pen.page.ops.len();
    pen.lines(Area { y: area.y + PAD, ..room }, style, Align::Left, &lines);
    pen.page.mark(before, value_role(row));
    area.y + height
}

/// The frame around a label and its value.
fn draw_frame(pen: &mut Pen, area: Area, setting: Setting) {
    pen.frame(area);
    pen.tinted(Area { w: setting.labels(), ..area }, HEADING_TINT);
}

fn draw_label(pen: &mut Pen, area: Area, row: IdentityField, setting: Setting) {
    let word = printed(row);
    let body = setting.body();
    let inner = Area { x: area.x + PAD, y: area.y + PAD, w: setting.labels() - 2 * PAD, h: body.leading() };
    let before = pen.page.ops.len();
    // Wide letters of the office's own are set smaller here.
    let mut styles = (8..=body.size * 2 / PT).rev().map(|half_points| Style::regular(half_points * PT / 2));
    let fits = |style: &Style| pen.type_.width(*style, word) <= inner.w;
    let style = styles.find(fits).unwrap_or(body);
    pen.lines(inner, style, Align::Left, &[word.to_owned()]);
    pen.page.mark(before, number_of(row).map_or(Role::Title, Role::Label));
}

fn value_role(row: IdentityField) -> Role {
    number_of(row).map_or(Role::Title, Role::Value)
}

fn value_area(area: Area, setting: Setting) -> Area {
    Area { x: area.x + setting.labels() + 2 * PAD, w: area.w - setting.labels() - 4 * PAD, ..area }
}

fn underline(pen: &mut Pen, inner: Area, y: i32, (style, line): (Style, Option<&String>)) {
    if let Some(line) = line {
        let width = pen.type_.width(style, line);
        let x = inner.x + (inner.w - width) / 2;
        let level = y - PT;
        pen.line(Point::new(x, level), Point::new(x + width, level), THIN);
    }
}

//! `w:drawing` (DrawingML) → one object with its figures: shapes, groups, canvases, pictures and lines.

use super::blocks::Paragraph;
use super::drawn::{Along, Base, Drawn, Figure, Form, Line, Paint, Place};
use super::story::Story;
use crate::document::AsideKind;
use crate::document::drawing::ShapeKind;
use crate::read::office::placement::{EMU, Placement, Transform};
use crate::read::office::shapes::{Form as Drawing, Look};
use crate::read::office::xml::Element;
use crate::source::{Frame, Point};

/// Most figures of one object.
pub(super) const MOST_FIGURES: usize = 4_000;

/// What an object may be made of; charts and diagrams are not understood.
const KNOWN: [&str; 8] = ["wsp", "sp", "cxnSp", "pic", "wgp", "grpSp", "wpc", "lockedCanvas"];

/// Text that an object holds beside what is read.
pub(super) type Asides = Vec<(AsideKind, String)>;

impl Story<'_> {
    /// What a `w:drawing`, `w:pict` or `w:object` draws.
    pub fn drawing(&mut self, element: &Element<'_>, asides: &mut Asides) -> Vec<Drawn> {
        if element.name() != "drawing" {
            return self.vml(element, asides);
        }
        let objects = element.children.iter().filter(|it| matches!(it.name(), "anchor" | "inline"));
        objects.filter_map(|it| self.object(it, asides)).collect()
    }

    fn object(&mut self, object: &Element<'_>, asides: &mut Asides) -> Option<Drawn> {
        let extent = object.child("extent")?;
        let size = (points(extent.number("cx")?), points(extent.number("cy")?));
        let is_inline = object.name() == "inline";
        let properties = object.child("docPr");
        if properties.is_some_and(|it| it.tag().is_set("hidden", false)) {
            return None;
        }
        let mut figures = Vec::new();
        for content in object.at(&["graphic", "graphicData"])?.chosen() {
            if KNOWN.contains(&content.name()) {
                self.root(content, size, &mut figures, asides);
            } else {
                asides.push((AsideKind::Shape, String::new()));
            }
        }
        // The object as a whole has a name of its own, by which lines outside it know what stands alone in it.
        if let ([only], Some(name)) = (figures.as_mut_slice(), properties.and_then(|it| it.attribute("id"))) {
            only.names.push(name.into_owned());
        }
        if let ([only], Some(told)) = (figures.as_mut_slice(), properties.and_then(|it| it.attribute("descr"))) {
            only.told = told.into_owned();
        }
        let drawn = Drawn {
            across: position(object.child("positionH")).unwrap_or(Along::START),
            down: position(object.child("positionV")).unwrap_or(Along::START),
            size,
            is_in_cell: object.tag().is_set("layoutInCell", true),
            is_inline,
            figures,
        };
        (!drawn.figures.is_empty()).then_some(drawn)
    }

    /// What an object is made of: its box is that of the object, whatever its own properties say.
    fn root(&mut self, element: &Element<'_>, size: (f32, f32), figures: &mut Vec<Figure>, asides: &mut Asides) {
        let frame = Frame { left: 0.0, top: 0.0, right: size.0, bottom: size.1 };
        match element.name() {
            "wpc" => self.children(element, Placement::emu_from(Point::default()), figures, asides),
            "wgp" | "grpSp" | "lockedCanvas" => {
                let xfrm = element.at(&["grpSpPr", "xfrm"]);
                let placement = xfrm.map(|it| Transform::turned(it).on(frame).group(it, Placement::POINTS));
                self.children(element, placement.unwrap_or(Placement::emu_from(Point::default())), figures, asides);
            }
            _ => {
                let xfrm = properties(element).and_then(|it| it.child("xfrm"));
                let transform = xfrm.map(Transform::turned).unwrap_or_default().on(frame);
                self.figure(element, transform, Placement::POINTS, figures, asides);
            }
        }
    }

    fn children(&mut self, group: &Element<'_>, outer: Placement, figures: &mut Vec<Figure>, asides: &mut Asides) {
        for element in group.chosen() {
            if figures.len() >= MOST_FIGURES {
                return;
            }
            if matches!(element.name(), "grpSp" | "wgp") {
                let Some(xfrm) = element.at(&["grpSpPr", "xfrm"]) else { continue };
                let inner = Transform::of(xfrm).map(|it| it.group(xfrm, outer));
                self.children(element, inner.unwrap_or(outer), figures, asides);
            } else if let Some(transform) = properties(element).and_then(|it| it.child("xfrm")).and_then(Transform::of)
            {
                self.figure(element, transform, outer, figures, asides);
            }
        }
    }

    fn figure(
        &mut self,
        element: &Element<'_>,
        transform: Transform,
        outer: Placement,
        figures: &mut Vec<Figure>,
        asides: &mut Asides,
    ) {
        let Some(properties) = properties(element) else { return };
        if !matches!(element.name(), "wsp" | "sp" | "cxnSp" | "pic") {
            return;
        }
        let look = Look::of(properties, element.child("style"));
        let text = match element.at(&["txbx", "txbxContent"]) {
            Some(content) => {
                let (text, more) = Paragraph::boxed(self.boxed(content));
                asides.extend(more);
                text
            }
            None => String::new(),
        };
        let form = match look.form {
            _ if element.name() == "pic" => Some(Form::Shape(ShapeKind::Picture)),
            Drawing::Shape(kind) => {
                let marked = element.child("cNvSpPr").is_some_and(|it| it.tag().is_set("txBox", false));
                let paint = Paint { has_fill: look.has_fill, has_outline: look.has_outline, is_text_box: marked };
                Form::closed(kind, paint, &text)
            }
            Drawing::Line { points, starts_with_head, ends_with_head } => Some(Form::Line(Line {
                points: points.into_iter().map(|it| transform.point(outer, it)).collect(),
                heads: [starts_with_head, ends_with_head],
                glue: glue(element),
                is_dashed: look.is_dashed,
            })),
        };
        if let Some(form) = form {
            let names = name(element).into_iter().collect();
            let told = String::new();
            figures.push(Figure { names, told, frame: transform.frame(outer), form, text });
        }
    }
}

/// Shape properties, of a picture as of a shape.
fn properties<'e, 'a>(element: &'e Element<'a>) -> Option<&'e Element<'a>> {
    element.child("spPr")
}

/// The number of a figure within its object.
fn name(element: &Element<'_>) -> Option<String> {
    let own = element.child("cNvPr");
    let nested = || element.children.iter().find_map(|it| it.child("cNvPr"));
    own.or_else(nested).and_then(|it| it.attribute("id")).filter(|id| id != "0").map(|it| it.into_owned())
}

/// The figures that the ends of a line are glued to.
fn glue(element: &Element<'_>) -> [Option<String>; 2] {
    ["stCxn", "endCxn"].map(|end| element.find(end).and_then(|it| it.attribute("id")).map(|it| it.into_owned()))
}

fn points(emu: f64) -> f32 {
    (emu / EMU).clamp(-20_000.0, 20_000.0) as f32
}

/// What `wp:positionH` or `wp:positionV` says.
fn position(element: Option<&Element<'_>>) -> Option<Along> {
    let element = element?;
    let from = match element.attribute("relativeFrom").as_deref() {
        Some("page" | "leftMargin" | "topMargin" | "insideMargin") => Base::Page,
        Some("margin" | "rightMargin" | "bottomMargin" | "outsideMargin") => Base::Margin,
        _ => Base::Text,
    };
    let place = element.chosen().iter().find_map(|it| match it.name() {
        "posOffset" => {
            it.text.trim().parse::<f64>().ok().filter(|it| it.is_finite()).map(|it| Place::Offset(points(it)))
        }
        "align" => Some(Place::Share(match it.text.trim() {
            "center" => 0.5,
            "right" | "bottom" | "outside" => 1.0,
            _ => 0.0,
        })),
        _ => None,
    });
    Some(Along { from, place: place.unwrap_or(Place::Offset(0.0)) })
}

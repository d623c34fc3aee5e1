//! `xl/drawings/drawing*.xml` → what is drawn over a sheet, with its place on it in points.

use super::super::OfficeFault;
use super::super::placement::{EMU, Placement, Transform};
use super::super::shapes::{Form, Look, Words, words};
use super::super::xml::{Element, document};
use super::measure::{Corner, Measure, between};
use crate::document::drawing::ShapeKind;
use crate::source::{Frame, Point};

/// Most things drawn on one sheet.
const MOST_THINGS: usize = 10_000;

/// One thing that is drawn.
#[derive(Debug)]
pub(super) struct Thing {
    /// Its number, which connectors know it by.
    pub id: Option<u32>,
    /// Its author hid it.
    pub is_hidden: bool,
    /// Its upright box.
    pub frame: Frame,
    /// What is written in it.
    pub words: Words,
    /// Its description.
    pub told: String,
    pub nature: Nature,
}

/// What it is.
#[derive(Debug)]
pub(super) enum Nature {
    /// A closed shape or a picture.
    Shape { kind: ShapeKind, has_fill: bool, has_outline: bool, is_text_box: bool },
    /// A line or connector.
    Line(Line),
    /// A chart, a diagram of another kind.
    Strange,
}

/// A line from an end to an end.
#[derive(Debug)]
pub(super) struct Line {
    /// At least two.
    pub points: Vec<Point>,
    pub heads: [bool; 2],
    pub is_dashed: bool,
    /// The things its ends are glued to, and at which of their sites.
    pub glue: [Option<Glue>; 2],
}

/// One end glued to a thing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glue {
    pub id: u32,
    /// Upper, left, lower, right: 0 to 3 of most shapes.
    pub site: u32,
}

/// Reads a drawing over a sheet of these measures.
///
/// # Errors
/// When it is damaged, or holds more than any real one.
pub(super) fn read(text: &str, measure: &Measure) -> Result<Vec<Thing>, OfficeFault> {
    let tree = document(text)?;
    let mut found = Vec::new();
    for anchor in tree.chosen() {
        let Some(frame) = frame(anchor, measure) else { continue };
        for element in anchor.chosen() {
            thing(element, Where::Anchor(frame), &mut found)?;
        }
    }
    Ok(found)
}

/// The box an anchor gives.
fn frame(anchor: &Element<'_>, measure: &Measure) -> Option<Frame> {
    let corner = |name: &str| anchor.child(name).map(|it| measure.point(corner(it)));
    let extent = || {
        let extent = anchor.child("ext")?;
        Some(((extent.number("cx")? / EMU) as f32, (extent.number("cy")? / EMU) as f32))
    };
    let from = match anchor.name() {
        "twoCellAnchor" => return Some(between(corner("from")?, corner("to")?)),
        "oneCellAnchor" => corner("from")?,
        "absoluteAnchor" => {
            let place = anchor.child("pos")?;
            Point { x: (place.number("x")? / EMU) as f32, y: (place.number("y")? / EMU) as f32 }
        }
        _ => return None,
    };
    let (width, height) = extent()?;
    Some(between(from, Point { x: from.x + width, y: from.y + height }))
}

fn corner(element: &Element<'_>) -> Corner {
    let text = |name: &str| element.child(name).map_or("", |it| it.text.trim());
    let count = |name: &str| text(name).parse().unwrap_or(0);
    let length = |name: &str| text(name).parse::<f64>().map_or(0.0, |it| (it / EMU) as f32);
    Corner { column: count("col"), right: length("colOff"), row: count("row"), down: length("rowOff") }
}

/// What tells where a thing lies.
#[derive(Clone, Copy)]
enum Where {
    /// Its anchor, which counts more than the box it remembers.
    Anchor(Frame),
    /// The box it remembers, in a group of this placement.
    Group(Placement),
}

impl Where {
    /// The box of the thing and the placement the box is in.
    fn of(self, xfrm: Option<&Element<'_>>) -> Option<(Transform, Placement)> {
        let frame = match self {
            Self::Group(placement) => return Some((Transform::of(xfrm?)?, placement)),
            Self::Anchor(frame) => frame,
        };
        let Some(xfrm) = xfrm else { return Some((Transform::default().on(frame), Placement::POINTS)) };
        let anchored = Transform::turned(xfrm).on(frame);
        let lying = anchored.on_its_side();
        // Excel anchors what lies on its side by the box it takes up then, not by the one before it was turned.
        let is_lying = anchored.is_sideways()
            && Transform::of(xfrm).is_none_or(|remembered| {
                let off = |it: Transform| {
                    (it.width - remembered.width / EMU).abs() + (it.height - remembered.height / EMU).abs()
                };
                off(lying) < off(anchored)
            });
        Some((if is_lying { lying } else { anchored }, Placement::POINTS))
    }
}

/// Takes in one thing, of a group all that is in it.
fn thing(element: &Element<'_>, place: Where, found: &mut Vec<Thing>) -> Result<(), OfficeFault> {
    if found.len() >= MOST_THINGS {
        return Err(OfficeFault::TooMuch);
    }
    let properties = element.child("spPr");
    let xfrm = match element.name() {
        "sp" | "cxnSp" | "pic" => properties.and_then(|it| it.child("xfrm")),
        "grpSp" => element.at(&["grpSpPr", "xfrm"]),
        "graphicFrame" => element.child("xfrm").filter(|_| matches!(place, Where::Group(_))),
        _ => return Ok(()),
    };
    let Some((transform, outer)) = place.of(xfrm) else { return Ok(()) };
    if element.name() == "grpSp" {
        let Some(xfrm) = xfrm else { return Ok(()) };
        let inner = Where::Group(transform.group(xfrm, outer));
        return element.chosen().into_iter().try_for_each(|it| thing(it, inner, found));
    }
    let named = element.children.iter().find(|it| it.name().starts_with("nv"));
    let named = named.and_then(|it| it.child("cNvPr"));
    let nature = match (element.name(), properties) {
        ("sp" | "cxnSp", Some(properties)) => drawn(element, properties, transform, outer),
        ("pic", _) => {
            Nature::Shape { kind: ShapeKind::Picture, has_fill: true, has_outline: false, is_text_box: false }
        }
        _ => Nature::Strange,
    };
    found.push(Thing {
        id: named.and_then(|it| it.attribute("id")).and_then(|it| it.parse().ok()),
        is_hidden: named.is_some_and(|it| it.tag().is_set("hidden", false)),
        frame: transform.frame(outer),
        words: element.child("txBody").map(words).unwrap_or_default(),
        told: named.and_then(|it| it.attribute("descr")).map(|it| it.to_string()).unwrap_or_default(),
        nature,
    });
    Ok(())
}

/// A shape or a line, as its properties say.
fn drawn(element: &Element<'_>, properties: &Element<'_>, transform: Transform, outer: Placement) -> Nature {
    let look = Look::of(properties, element.child("style"));
    match look.form {
        Form::Line { points, starts_with_head, ends_with_head } => Nature::Line(Line {
            points: points.into_iter().map(|at| transform.point(outer, at)).collect(),
            heads: [starts_with_head, ends_with_head],
            is_dashed: look.is_dashed,
            glue: ["stCxn", "endCxn"].map(|name| glue(element, name)),
        }),
        Form::Shape(kind) => {
            let box_said = element.at(&["nvSpPr", "cNvSpPr"]);
            let is_text_box = box_said.is_some_and(|it| it.tag().is_set("txBox", false));
            Nature::Shape { kind, has_fill: look.has_fill, has_outline: look.has_outline, is_text_box }
        }
    }
}

fn glue(element: &Element<'_>, name: &str) -> Option<Glue> {
    let end = element.at(&["nvCxnSpPr", "cNvCxnSpPr", name])?;
    let number = |name: &str| end.attribute(name).and_then(|it| it.parse().ok());
    Some(Glue { id: number("id")?, site: number("idx").unwrap_or(u32::MAX) })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Sheet;
    use super::*;

    const FROM_TO: &str = "<from><col>1</col><colOff>127000</colOff><row>2</row><rowOff>0</rowOff></from>\
                           <to><col>2</col><colOff>0</colOff><row>4</row><rowOff>63500</rowOff></to>";

    fn things(anchors: &str) -> Vec<Thing> {
        let measure = Measure::of(&Sheet::of("<worksheet/>").unwrap());
        read(&format!("<wsDr>{anchors}</wsDr>"), &measure).unwrap()
    }

    #[test]
    fn anchors_of_all_kinds_give_boxes() {
        let shape = "<sp><nvSpPr><cNvPr id='7'/></nvSpPr><spPr><prstGeom prst='rect'/></spPr></sp>";
        let found = things(&format!(
            "<twoCellAnchor>{FROM_TO}{shape}</twoCellAnchor>\
             <oneCellAnchor><from><col>1</col><row>1</row></from><ext cx='127000' cy='254000'/>{shape}</oneCellAnchor>\
             <absoluteAnchor><pos x='12700' y='25400'/><ext cx='127000' cy='254000'/>{shape}</absoluteAnchor>"
        ));
        let frames: Vec<[f32; 4]> =
            found.iter().map(|it| [it.frame.left, it.frame.top, it.frame.right, it.frame.bottom]).collect();
        assert_eq!(frames, [[58.0, 30.0, 96.0, 65.0], [48.0, 15.0, 58.0, 35.0], [1.0, 2.0, 11.0, 22.0]]);
        assert_eq!(found[0].id, Some(7));
    }

    #[test]
    fn what_lies_in_a_group_lies_where_the_anchor_puts_the_group() {
        let group = "<grpSp><grpSpPr><xfrm><off x='0' y='0'/><ext cx='1' cy='1'/><chOff x='100' y='100'/>\
                     <chExt cx='100' cy='100'/></xfrm></grpSpPr>\
                     <pic><spPr><xfrm><off x='150' y='100'/><ext cx='50' cy='50'/></xfrm></spPr></pic></grpSp>";
        let found = things(&format!("<twoCellAnchor>{FROM_TO}{group}</twoCellAnchor>"));
        assert_eq!(found.len(), 1);
        let frame = found[0].frame;
        assert_eq!([frame.left, frame.top, frame.right, frame.bottom], [77.0, 30.0, 96.0, 47.5]);
        assert!(matches!(found[0].nature, Nature::Shape { kind: ShapeKind::Picture, .. }));
    }

    #[test]
    fn connectors_run_as_they_are_mirrored_and_turned() {
        let connector = |xfrm: &str| {
            let text = format!(
                "<twoCellAnchor>{FROM_TO}<cxnSp><nvCxnSpPr><cNvPr id='9'/><cNvCxnSpPr><stCxn id='2' idx='2'/>\
                 </cNvCxnSpPr></nvCxnSpPr><spPr><xfrm {xfrm}/><prstGeom prst='straightConnector1'/>\
                 <ln><tailEnd type='arrow'/></ln></spPr></cxnSp></twoCellAnchor>"
            );
            let Nature::Line(line) = things(&text).remove(0).nature else { panic!() };
            line
        };
        let line = connector("flipH='1'");
        assert_eq!(line.points, [Point { x: 96.0, y: 30.0 }, Point { x: 58.0, y: 65.0 }]);
        assert_eq!((line.heads, line.glue[0].map(|it| it.id)), ([false, true], Some(2)));
        let line = connector("rot='5400000'");
        let near = |is: Point, x: f32, y: f32| (is.x - x).abs() < 0.01 && (is.y - y).abs() < 0.01;
        assert!(near(line.points[0], 96.0, 30.0) && near(line.points[1], 58.0, 65.0), "{:?}", line.points);
    }
}

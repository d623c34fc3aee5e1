//! `w:pict` (VML) → objects with their figures, as older Word and fallbacks draw them.

use super::blocks::Paragraph;
use super::drawing::{Asides, MOST_FIGURES};
use super::drawn::{Along, Base, Drawn, Figure, Form, Line, Paint, Place};
use super::story::Story;
use super::vml_style::{Unit, VmlStyle, length, pair};
use crate::document::drawing::ShapeKind;
use crate::read::office::placement::{Placement, Transform};
use crate::read::office::xml::{Element, is_yes};
use crate::source::Frame;

/// Presets of DrawingML by the number of the VML shape type that is the same.
const TYPES: &[(u32, &str)] = &[
    (1, "rect"),
    (2, "roundRect"),
    (3, "ellipse"),
    (4, "diamond"),
    (15, "homePlate"),
    (20, "line"),
    (56, "pentagon"),
    (65, "foldedCorner"),
    (109, "flowChartProcess"),
    (110, "flowChartDecision"),
    (111, "flowChartInputOutput"),
    (112, "flowChartPredefinedProcess"),
    (113, "flowChartInternalStorage"),
    (114, "flowChartDocument"),
    (115, "flowChartMultidocument"),
    (116, "flowChartTerminator"),
    (120, "flowChartConnector"),
    (176, "flowChartAlternateProcess"),
    (177, "flowChartOffpageConnector"),
    (202, "rect"),
];

/// Most points of a drawn line; more is no arrow but a picture.
const MOST_POINTS: usize = 64;

/// Elements that draw.
const DRAWING: [&str; 8] = ["shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image"];

/// A figure's own lines: where a number runs from 32 to 40 it is a connector.
fn connector(number: u32, first_adjustment: f64) -> Option<Vec<(f64, f64)>> {
    let bends: Vec<(f64, f64)> = match number {
        20 | 32 => vec![],
        33 | 37 => vec![(1.0, 0.0)],
        34..=36 | 38..=40 => vec![(first_adjustment, 0.0), (first_adjustment, 1.0)],
        _ => return None,
    };
    Some([(0.0, 0.0)].into_iter().chain(bends).chain([(1.0, 1.0)]).collect())
}

/// A broad arrow drawn as a shape runs along its middle.
fn block_arrow(number: u32) -> Option<Vec<(f64, f64)>> {
    Some(match number {
        13 => vec![(0.0, 0.5), (1.0, 0.5)],
        66 => vec![(1.0, 0.5), (0.0, 0.5)],
        67 => vec![(0.5, 0.0), (0.5, 1.0)],
        68 => vec![(0.5, 1.0), (0.5, 0.0)],
        _ => return None,
    })
}

impl Story<'_> {
    /// What a `w:pict` or `w:object` draws.
    pub fn vml(&mut self, pict: &Element<'_>, asides: &mut Asides) -> Vec<Drawn> {
        let shapes = pict.chosen().into_iter().filter(|it| DRAWING.contains(&it.name()));
        shapes.filter_map(|it| self.vml_object(it, asides)).collect()
    }

    fn vml_object(&mut self, element: &Element<'_>, asides: &mut Asides) -> Option<Drawn> {
        let written = element.attribute("style").unwrap_or_default();
        let style = VmlStyle::of(&written);
        let own = own_box(element, style, Unit::Dots);
        let at = |name: &str, other: &str| {
            style.length(name, Unit::Dots).or_else(|| style.length(other, Unit::Dots)).unwrap_or(0.0)
        };
        // The place of a line is in its points, moved by its style.
        let corner = own.map_or((0.0, 0.0), |it| (it.left, it.top));
        let (left, top) = (corner.0 + at("margin-left", "left"), corner.1 + at("margin-top", "top"));
        let size = own.map_or_else(|| (at("width", "width"), at("height", "height")), |it| (it.width(), it.height()));
        let frame = Frame { left: 0.0, top: 0.0, right: size.0, bottom: size.1 };
        let transform = Transform { turn: style.turn(), ..Transform::default() }.on(frame);
        let mut figures = Vec::new();
        self.vml_figure(element, transform, Placement::POINTS, &mut figures, asides);
        let drawn = Drawn {
            across: along(style, "horizontal", left),
            down: along(style, "vertical", top),
            size,
            is_in_cell: element.attribute("allowincell").is_none_or(|it| is_yes(&it)),
            is_inline: style.get("position").is_none_or(|it| it == "static"),
            figures,
        };
        (!drawn.figures.is_empty()).then_some(drawn)
    }

    /// A shape or a group, whose box is known.
    fn vml_figure(
        &mut self,
        element: &Element<'_>,
        transform: Transform,
        outer: Placement,
        figures: &mut Vec<Figure>,
        asides: &mut Asides,
    ) {
        let written = element.attribute("style").unwrap_or_default();
        let style = VmlStyle::of(&written);
        if style.is_hidden() || figures.len() >= MOST_FIGURES {
            return;
        }
        let (is_mirrored, is_upended) = style.flips();
        // A mirrored shape of VML turns the other way: Word writes `rotation:-90;flip:x` for what DrawingML has as 90 degrees
        // and `flipH`.
        let turn = if is_mirrored != is_upended { -transform.turn } else { transform.turn };
        let transform = Transform { is_mirrored, is_upended, turn, ..transform };
        if element.name() == "group" {
            let inner = group(element, transform, outer);
            for child in element.chosen().into_iter().filter(|it| DRAWING.contains(&it.name())) {
                let Some(transform) = inner_box(child) else { continue };
                self.vml_figure(child, transform, inner, figures, asides);
            }
            return;
        }
        let text = match element.find("txbxContent") {
            Some(content) => {
                let (text, more) = Paragraph::boxed(self.boxed(content));
                asides.extend(more);
                text
            }
            None => element.find("textpath").and_then(|it| it.attribute("string")).unwrap_or_default().into_owned(),
        };
        if let Some(form) = form(element, transform, outer, &text) {
            let names = ["id", "spid"].iter().filter_map(|name| element.attribute(name)).map(|it| it.into_owned());
            let (names, told) = (names.collect(), String::new());
            figures.push(Figure { names, told, frame: transform.frame(outer), form, text });
        }
    }
}

/// What a shape is; `None` where nothing of it is seen.
fn form(element: &Element<'_>, transform: Transform, outer: Placement, text: &str) -> Option<Form> {
    let number = type_number(element);
    let says = |name: &str| element.attribute(name).map(|it| is_yes(&it));
    let child = |name: &str, attribute: &str| element.child(name).and_then(|it| it.attribute(attribute));
    let has_outline = says("stroked").or_else(|| child("stroke", "on").map(|it| is_yes(&it))).unwrap_or(true);
    let has_fill = says("filled").or_else(|| child("fill", "on").map(|it| is_yes(&it))).unwrap_or(true);
    if let Some((points, heads)) = line(element, number, has_outline) {
        let is_dashed = child("stroke", "dashstyle").is_some_and(|it| it != "solid");
        let points = points.into_iter().map(|it| transform.point(outer, it)).collect();
        return Some(Form::Line(Line { points, heads, glue: [None, None], is_dashed }));
    }
    let is_picture = element.name() == "image" || element.child("imagedata").is_some() || number == Some(75);
    if is_picture {
        return Some(Form::Shape(ShapeKind::Picture));
    }
    let preset = TYPES.iter().find(|(it, _)| Some(*it) == number).map(|(_, preset)| *preset);
    let kind = match element.name() {
        "rect" => ShapeKind::Process,
        "roundrect" => ShapeKind::Terminator,
        "oval" => ShapeKind::Junction,
        _ => preset.map_or(ShapeKind::Other, ShapeKind::of_preset),
    };
    let is_text_box = number == Some(202);
    Form::closed(kind, Paint { has_fill, has_outline, is_text_box }, text)
}

/// Points of a line in the unit square of its box, and whether heads stand at its start and end.
type Course = (Vec<(f64, f64)>, [bool; 2]);

/// The course of what is a line.
fn line(element: &Element<'_>, number: Option<u32>, has_outline: bool) -> Option<Course> {
    if let Some(points) = number.and_then(block_arrow) {
        return Some((points, [false, true]));
    }
    let points = match element.name() {
        // Its box is that of its ends: which corners they are is told by their order.
        "line" => {
            let (from, to) = line_ends(element, Unit::Group)?;
            let corner = |one: f32, other: f32| if one <= other { (0.0, 1.0) } else { (1.0, 0.0) };
            let (x, y) = (corner(from.0, to.0), corner(from.1, to.1));
            vec![(x.0, y.0), (x.1, y.1)]
        }
        "polyline" => polyline(element)?,
        _ => match number {
            Some(number) => connector(number, adjustment(element))?,
            None => drawn_path(element)?,
        },
    };
    let head = |name: &str| {
        let stroke = element.child("stroke").and_then(|it| it.attribute(name));
        stroke.is_some_and(|it| it != "none")
    };
    has_outline.then(|| (points, [head("startarrow"), head("endarrow")]))
}

/// Corners of an open line, as they are written.
fn corners(element: &Element<'_>, unit: Unit) -> Option<Vec<(f32, f32)>> {
    let written = element.attribute("points")?;
    let numbers: Vec<f32> = written
        .split([',', ' '])
        .filter(|it| !it.is_empty())
        .take(2 * MOST_POINTS)
        .map_while(|it| length(it, unit))
        .collect();
    Some(numbers.chunks_exact(2).map(|it| (it[0], it[1])).collect())
}

/// Corners of an open line, in the unit square of its box.
fn polyline(element: &Element<'_>) -> Option<Vec<(f64, f64)>> {
    let points = corners(element, Unit::Dots)?;
    let (first, last) = (points.first()?, points.last()?);
    if points.len() < 2 || (points.len() > 2 && first == last) {
        return None;
    }
    let range = |side: fn(&(f32, f32)) -> f32| {
        let values = points.iter().map(side);
        (values.clone().fold(f32::INFINITY, f32::min), values.fold(f32::NEG_INFINITY, f32::max))
    };
    let (x, y) = (range(|it| it.0), range(|it| it.1));
    let share =
        |value: f32, (low, high): (f32, f32)| if high > low { f64::from((value - low) / (high - low)) } else { 0.0 };
    Some(points.iter().map(|it| (share(it.0, x), share(it.1, y))).collect())
}

/// An open path of the author's own: from a first point through others by straight lines.
fn drawn_path(element: &Element<'_>) -> Option<Vec<(f64, f64)>> {
    let path = element.attribute("path")?;
    let rest = path.trim().strip_prefix('m')?;
    let (first, rest) = rest.split_once('l')?;
    let steps = rest.trim_end_matches('e');
    if steps.chars().any(|it| it.is_alphabetic() && it != 'l') {
        return None;
    }
    let numbers = |part: &str| -> Vec<f64> {
        // A number that is left out is 0.
        part.split(',').take(2 * MOST_POINTS).map(|it| it.trim().parse().unwrap_or(0.0)).collect()
    };
    let size = element.attribute("coordsize").and_then(|it| pair(&it, Unit::Group)).unwrap_or((1000.0, 1000.0));
    let share = |value: f64, whole: f32| if whole == 0.0 { 0.0 } else { value / f64::from(whole) };
    let parts = std::iter::once(first).chain(steps.split('l'));
    let pairs: Vec<Vec<f64>> = parts.take(MOST_POINTS).map(numbers).collect();
    let points = pairs.iter().flat_map(|it| it.chunks(2));
    let points: Vec<(f64, f64)> =
        points.map(|it| (share(it[0], size.0), share(it.get(1).copied().unwrap_or(0.0), size.1))).collect();
    (points.len() >= 2 && points.len() <= MOST_POINTS && points.first() != points.last()).then_some(points)
}

/// Where a bent connector turns, as a share of its width; files count in 21600ths.
fn adjustment(element: &Element<'_>) -> f64 {
    let written = element.attribute("adj");
    let first = written.as_deref().and_then(|it| it.split(',').next()).and_then(|it| it.trim().parse::<f64>().ok());
    first.filter(|it| it.is_finite()).map_or(0.5, |it| it / 21_600.0)
}

/// The number of a shape's type: of its own, or at the end of the name of the type it refers to.
fn type_number(element: &Element<'_>) -> Option<u32> {
    if let Some(number) = element.attribute("spt").and_then(|it| it.trim().parse::<f32>().ok()) {
        return Some(number as u32);
    }
    // An elbow has its bends from its type: the kind of connector is told of all of them alike.
    let named = element.attribute("type").unwrap_or_default();
    let digits = named.len() - named.trim_end_matches(|it: char| it.is_ascii_digit()).len();
    named[named.len() - digits..].parse().ok().or_else(|| {
        element.attribute("connectortype").map(|kind| match &*kind {
            "elbow" => 34,
            "curved" => 38,
            _ => 32,
        })
    })
}

fn line_ends(element: &Element<'_>, unit: Unit) -> Option<((f32, f32), (f32, f32))> {
    if element.name() != "line" {
        return None;
    }
    let end = |name: &str| element.attribute(name).and_then(|it| pair(&it, unit));
    Some((end("from").unwrap_or_default(), end("to").unwrap_or_default()))
}

/// The box that a line has by its points.
fn own_box(element: &Element<'_>, style: VmlStyle<'_>, unit: Unit) -> Option<Frame> {
    let points = match element.name() {
        "polyline" if style.get("width").is_none() => corners(element, unit)?,
        _ => line_ends(element, unit).map(|(from, to)| vec![from, to])?,
    };
    let frames = points.into_iter().map(|(x, y)| Frame { left: x, top: y, right: x, bottom: y });
    frames.reduce(Frame::to)
}

/// The box of a shape within a group, in units of that group.
fn inner_box(element: &Element<'_>) -> Option<Transform> {
    let written = element.attribute("style").unwrap_or_default();
    let style = VmlStyle::of(&written);
    let turn = style.turn();
    if let Some(frame) = own_box(element, style, Unit::Group) {
        return Some(Transform { turn, ..Transform::default() }.on(frame));
    }
    let at = |name: &str| style.length(name, Unit::Group);
    let (left, top) = (at("left").unwrap_or(0.0), at("top").unwrap_or(0.0));
    let frame = Frame { left, top, right: left + at("width")?, bottom: top + at("height")? };
    Some(Transform { turn, ..Transform::default() }.on(frame))
}

/// Where the units of a group lie.
fn group(element: &Element<'_>, transform: Transform, outer: Placement) -> Placement {
    let units = |name: &str, unsaid: (f32, f32)| {
        element.attribute(name).and_then(|it| pair(&it, Unit::Group)).unwrap_or(unsaid)
    };
    let (x, y) = units("coordorigin", (0.0, 0.0));
    let (width, height) = units("coordsize", (1000.0, 1000.0));
    transform.spread((f64::from(x), f64::from(y)), (f64::from(width), f64::from(height)), outer)
}

/// Where an object stands along one direction, `offset` where it is not aligned.
fn along(style: VmlStyle<'_>, direction: &str, offset: f32) -> Along {
    let from = match style.get(&format!("mso-position-{direction}-relative")) {
        Some("page" | "left-margin-area" | "top-margin-area") => Base::Page,
        Some("margin" | "right-margin-area" | "bottom-margin-area") => Base::Margin,
        _ => Base::Text,
    };
    let place = match style.get(&format!("mso-position-{direction}")) {
        Some("left" | "top" | "inside") => Place::Share(0.0),
        Some("center") => Place::Share(0.5),
        Some("right" | "bottom" | "outside") => Place::Share(1.0),
        _ => Place::Offset(offset),
    };
    Along { from, place }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::office::docx::numbering::Numbering;
    use crate::read::office::docx::styles::Styles;
    use crate::read::office::xml::document;
    use crate::source::Point;

    fn figures(xml: &str) -> Vec<Figure> {
        let styles = Styles::default();
        let tree = document(xml).unwrap();
        let mut story = Story::new(&styles, Numbering::default());
        story.vml(&tree, &mut Vec::new()).into_iter().flat_map(|it| it.figures).collect()
    }

    #[test]
    fn shapes_of_a_group_lie_where_its_units_put_them() {
        let found = figures(
            "<pict><group style='position:absolute;margin-left:10pt;width:100pt;height:50pt' coordorigin='1000,1000' coordsize='2000,1000'>\
             <shape type='#_x0000_t110' style='position:absolute;left:1000;top:1000;width:1000;height:500'/>\
             <line from='2000,1500' to='2000,1000'><stroke endarrow='block'/></line></group></pict>",
        );
        let Form::Shape(kind) = found[0].form else { panic!() };
        assert_eq!(
            (kind, found[0].frame),
            (ShapeKind::Decision, Frame { left: 0.0, top: 0.0, right: 50.0, bottom: 25.0 })
        );
        let Form::Line(line) = &found[1].form else { panic!() };
        assert_eq!(line.points, [Point { x: 50.0, y: 25.0 }, Point { x: 50.0, y: 0.0 }]);
        assert_eq!(line.heads, [false, true]);
    }

    #[test]
    fn a_line_of_the_authors_own_runs_through_its_points() {
        let found = figures(
            "<pict><shape style='position:absolute;width:20pt;height:40pt' coordsize='200,400' path='m,l200,,200,400e' filled='f'>\
             <stroke endarrow='open'/></shape></pict>",
        );
        let Form::Line(line) = &found[0].form else { panic!() };
        let points = [(0.0, 0.0), (20.0, 0.0), (20.0, 40.0)].map(|(x, y)| Point { x, y });
        assert_eq!((line.points.as_slice(), line.heads), (points.as_slice(), [false, true]));
    }

    #[test]
    fn a_box_for_an_answer_is_a_label_and_a_patch_is_nothing() {
        let found = figures(
            "<pict><shape type='#_x0000_t202' stroked='f' style='width:20pt;height:10pt'><textbox><txbxContent>\
             <p><r><t>Ya</t></r></p></txbxContent></textbox></shape><rect filled='f' stroked='f' style='width:9pt;height:9pt'/></pict>",
        );
        assert_eq!(found.len(), 1);
        assert!(matches!(found[0].form, Form::Label));
        assert_eq!(found[0].text, "Ya");
    }
}

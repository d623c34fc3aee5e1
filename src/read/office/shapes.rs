//! Shape properties of DrawingML (`xdr:spPr`, `wps:spPr`) → what a shape is, or which way a line runs, and what is written in it.

use super::xml::Element;
use crate::document::drawing::ShapeKind;
use crate::read::glyphs::Glyphs;

/// Most points of a drawn line; more is no arrow but a picture.
const MOST_POINTS: usize = 64;

/// What a drawn thing looks like.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// Closed shape or line.
    pub form: Form,
    /// Its inside is painted, in whatever colour.
    pub has_fill: bool,
    /// Its outline is drawn.
    pub has_outline: bool,
    /// The outline, or the line, is dashed or dotted.
    pub is_dashed: bool,
}

/// A closed shape, or a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// Closed.
    Shape(ShapeKind),
    /// A line: its points in the unit square of its box, at least two.
    Line {
        /// From its start to its end.
        points: Vec<(f64, f64)>,
        /// An arrowhead stands at the start.
        starts_with_head: bool,
        /// An arrowhead stands at the end.
        ends_with_head: bool,
    },
}

impl Look {
    /// From the shape properties, and from the style (`xdr:style`) that holds where those are silent.
    pub fn of(properties: &Element<'_>, style: Option<&Element<'_>>) -> Self {
        let line = properties.child("ln");
        let has_head = |name| line.and_then(|it| it.child(name)).and_then(|it| it.attribute("type"));
        let heads = ["headEnd", "tailEnd"].map(|name| has_head(name).is_some_and(|it| it != "none"));
        let styled = |name: &str| style.and_then(|it| it.child(name)).is_some_and(|it| it.number("idx") != Some(0.0));
        let has_outline = match line {
            Some(line) if line.child("noFill").is_some() => false,
            Some(line) if FILLS.iter().any(|name| line.child(name).is_some()) => true,
            _ => styled("lnRef"),
        };
        let has_fill = match () {
            () if properties.child("noFill").is_some() => false,
            () if FILLS.iter().any(|name| properties.child(name).is_some()) => true,
            () => styled("fillRef"),
        };
        Self { form: form(properties, heads, has_fill), has_fill, has_outline, is_dashed: line.is_some_and(is_dashed) }
    }
}

/// Ways to paint an inside or a line.
const FILLS: [&str; 5] = ["solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

fn is_dashed(line: &Element<'_>) -> bool {
    let preset = line.child("prstDash").and_then(|it| it.attribute("val"));
    preset.is_some_and(|it| it != "solid") || line.child("custDash").is_some_and(|it| !it.children.is_empty())
}

fn form(properties: &Element<'_>, heads: [bool; 2], has_fill: bool) -> Form {
    let [starts_with_head, ends_with_head] = heads;
    if let Some(preset) = properties.child("prstGeom") {
        let name = preset.attribute("prst").unwrap_or_default();
        if let Some((points, starts_with_head)) = block_arrow(&name) {
            return Form::Line { points: points.to_vec(), starts_with_head, ends_with_head: true };
        }
        return match line_points(&name, preset) {
            Some(points) => Form::Line { points, starts_with_head, ends_with_head },
            None => Form::Shape(ShapeKind::of_preset(&name)),
        };
    }
    match properties.child("custGeom").and_then(drawn_path) {
        Some((points, false)) if !has_fill => Form::Line { points, starts_with_head, ends_with_head },
        Some((points, _)) => Form::Shape(kind_of_outline(&points)),
        None => Form::Shape(ShapeKind::Other),
    }
}

/// The points of a preset that is a line; curved ones run like the bent ones of the same number.
fn line_points(name: &str, preset: &Element<'_>) -> Option<Vec<(f64, f64)>> {
    let adjusted = |number: usize| {
        let name = format!("adj{number}");
        let guides = preset.child("avLst").map(|it| it.children.as_slice()).unwrap_or_default();
        let guide = guides.iter().find(|it| it.attribute("name").is_some_and(|it| it == name));
        let value = guide.and_then(|it| it.attribute("fmla")?.strip_prefix("val ")?.trim().parse::<f64>().ok());
        value.filter(|it| it.is_finite()).unwrap_or(50_000.0) / 100_000.0
    };
    let bends = match name {
        "line" | "straightConnector1" => vec![],
        "bentConnector2" | "curvedConnector2" => vec![(1.0, 0.0)],
        "bentConnector3" | "curvedConnector3" => vec![(adjusted(1), 0.0), (adjusted(1), 1.0)],
        "bentConnector4" | "curvedConnector4" => {
            vec![(adjusted(1), 0.0), (adjusted(1), adjusted(2)), (1.0, adjusted(2))]
        }
        "bentConnector5" | "curvedConnector5" => {
            vec![(adjusted(1), 0.0), (adjusted(1), adjusted(2)), (adjusted(3), adjusted(2)), (adjusted(3), 1.0)]
        }
        "lineInv" => return Some(vec![(0.0, 1.0), (1.0, 0.0)]),
        _ => return None,
    };
    Some([(0.0, 0.0)].into_iter().chain(bends).chain([(1.0, 1.0)]).collect())
}

/// A broad arrow drawn as a shape: it runs along its middle, to a head at its end, and perhaps from one at its start.
fn block_arrow(name: &str) -> Option<([(f64, f64); 2], bool)> {
    let (left, right, top, bottom) = ((0.0, 0.5), (1.0, 0.5), (0.5, 0.0), (0.5, 1.0));
    Some(match name {
        "rightArrow" | "notchedRightArrow" | "stripedRightArrow" => ([left, right], false),
        "leftArrow" => ([right, left], false),
        "downArrow" => ([top, bottom], false),
        "upArrow" => ([bottom, top], false),
        "leftRightArrow" => ([left, right], true),
        "upDownArrow" => ([top, bottom], true),
        _ => return None,
    })
}

/// The points of a shape of the author's own, in its unit square, and whether it closes; `None` where it is not one plain path.
fn drawn_path(geometry: &Element<'_>) -> Option<(Vec<(f64, f64)>, bool)> {
    let [path] = geometry.child("pathLst")?.children.as_slice() else { return None };
    let (width, height) = (path.number("w")?, path.number("h")?);
    let share = |value: f64, whole: f64| if whole == 0.0 { 0.0 } else { value / whole };
    let mut points = Vec::new();
    let mut closes = false;
    for (at, step) in path.children.iter().enumerate() {
        match step.name() {
            "close" => closes = true,
            "moveTo" if at > 0 => return None,
            "moveTo" | "lnTo" | "cubicBezTo" | "quadBezTo" => {
                let end = step.children.last()?;
                points.push((share(end.number("x")?, width), share(end.number("y")?, height)));
            }
            _ => return None,
        }
        if points.len() > MOST_POINTS {
            return None;
        }
    }
    let (first, last) = (*points.first()?, *points.last()?);
    let returns = points.len() > 2 && (first.0 - last.0).abs() < 0.01 && (first.1 - last.1).abs() < 0.01;
    if returns {
        points.pop();
    }
    (points.len() >= 2).then_some((points, closes || returns))
}

/// Four corners of the box are a process, four middles of its sides a decision.
fn kind_of_outline(points: &[(f64, f64)]) -> ShapeKind {
    const NEAR: f64 = 0.05;
    let is_at = |value: f64, places: &[f64]| places.iter().any(|it| (value - it).abs() < NEAR);
    let is_corner = |(x, y): &(f64, f64)| is_at(*x, &[0.0, 1.0]) && is_at(*y, &[0.0, 1.0]);
    let is_middle = |(x, y): &(f64, f64)| {
        (is_at(*x, &[0.5]) && is_at(*y, &[0.0, 1.0])) || (is_at(*y, &[0.5]) && is_at(*x, &[0.0, 1.0]))
    };
    match points {
        [_, _, _, _] if points.iter().all(is_corner) => ShapeKind::Process,
        [_, _, _, _] if points.iter().all(is_middle) => ShapeKind::Decision,
        _ => ShapeKind::Other,
    }
}

/// What is written in a shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Words {
    /// What is read, a line a paragraph, blanks around it taken off.
    pub text: String,
    /// What is struck out.
    pub struck: String,
}

/// The words of a text body (`xdr:txBody`): runs, breaks and fields of its paragraphs.
pub(super) fn words(body: &Element<'_>) -> Words {
    let mut words = Words::default();
    for (at, paragraph) in body.children.iter().filter(|it| it.name() == "p").enumerate() {
        if at > 0 {
            words.text.push('\n');
        }
        for run in paragraph.chosen() {
            match run.name() {
                "br" => words.text.push('\n'),
                "r" | "fld" => words.take(run),
                _ => {}
            }
        }
    }
    for part in [&mut words.text, &mut words.struck] {
        *part = part.trim().to_owned();
    }
    words
}

impl Words {
    fn take(&mut self, run: &Element<'_>) {
        let Some(text) = run.child("t").map(|it| it.text.as_str()) else { return };
        let properties = run.child("rPr");
        let strike = properties.and_then(|it| it.attribute("strike"));
        if strike.is_some_and(|it| it != "noStrike") {
            self.struck.push_str(text);
            return;
        }
        let fonts = properties.map(|it| it.children.as_slice()).unwrap_or_default().iter();
        let fonts = fonts.filter(|it| matches!(it.name(), "latin" | "sym"));
        let glyphs = fonts.filter_map(|it| it.attribute("typeface")).find_map(|it| Glyphs::of(&it));
        match glyphs {
            Some(glyphs) => self.text.push_str(&glyphs.text(text)),
            None => self.text.push_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::document;
    use super::*;

    #[track_caller]
    fn look(properties: &str) -> Look {
        let text = format!("<x><spPr>{properties}</spPr><style><lnRef idx='2'/><fillRef idx='0'/></style></x>");
        let tree = document(&text).unwrap();
        Look::of(&tree.children[0], tree.child("style"))
    }

    #[test]
    fn a_shape_is_what_its_preset_says_and_painted_as_its_style_says() {
        let is = look("<prstGeom prst='flowChartDecision'/>");
        assert_eq!(is.form, Form::Shape(ShapeKind::Decision));
        assert!(is.has_outline && !is.has_fill && !is.is_dashed);
        let is = look("<prstGeom prst='rect'/><solidFill/><ln><noFill/></ln>");
        assert!(!is.has_outline && is.has_fill);
    }

    #[test]
    fn lines_run_through_their_bends_and_know_their_heads() {
        let is = look(
            "<prstGeom prst='bentConnector3'><avLst><gd name='adj1' fmla='val 20000'/></avLst></prstGeom>\
             <ln><prstDash val='sysDash'/><headEnd type='none'/><tailEnd type='triangle'/></ln>",
        );
        let points = vec![(0.0, 0.0), (0.2, 0.0), (0.2, 1.0), (1.0, 1.0)];
        assert_eq!(is.form, Form::Line { points, starts_with_head: false, ends_with_head: true });
        assert!(is.is_dashed);
        let Form::Line { points, ends_with_head, .. } = look("<prstGeom prst='upArrow'/>").form else { panic!() };
        assert_eq!((points, ends_with_head), (vec![(0.5, 1.0), (0.5, 0.0)], true));
    }

    #[test]
    fn an_outline_of_the_authors_own_is_told_by_its_corners() {
        let path = |steps: &str| format!("<custGeom><pathLst><path w='10' h='20'>{steps}</path></pathLst></custGeom>");
        let to = |name: &str, x: u32, y: u32| format!("<{name}><pt x='{x}' y='{y}'/></{name}>");
        let diamond = [to("moveTo", 5, 0), to("lnTo", 10, 10), to("lnTo", 5, 20), to("lnTo", 0, 10)].concat();
        assert_eq!(look(&path(&format!("{diamond}<close/>"))).form, Form::Shape(ShapeKind::Decision));
        let elbow = [to("moveTo", 0, 0), to("lnTo", 10, 0), to("lnTo", 10, 20)].concat();
        let Form::Line { points, .. } = look(&path(&elbow)).form else { panic!() };
        assert_eq!(points, [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]);
    }

    #[test]
    fn struck_words_are_not_read() {
        let text = "<b><p><r><t>Mulai</t></r><r><rPr strike='sngStrike'/><t>Awal</t></r></p>\
                    <p><r><rPr><latin typeface='Wingdings'/></rPr><t>ü</t></r></p></b>";
        let is = words(&document(text).unwrap());
        assert_eq!((is.text.as_str(), is.struck.as_str()), ("Mulai\n✓", "Awal"));
    }
}

//! What is drawn over the table → shapes anchored in the cells they stand in: symbols, arrows, words.
//!
//! Every place counts from the cell of its anchor, which Word and LibreOffice agree on where the cell has no margins: what is drawn
//! moves with its row. A program that knows no shapes of Word 2010 is given the same outline as a picture, which Word 2007 draws
//! from its frame alone.

use super::xml::Xml;
use crate::layout::{Area, Face, Point};
use crate::render::drawingml::{
    Arrow, Bent, Caption, Figures, Frame, Spot, Symbol, connector, freeform, line, preset, solid, xfrm,
};
use crate::render::grid::Grid;

/// What shapes are written in.
const SHAPE: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
/// What pictures are written in.
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// By which the text refers to the one dot that stands for an inside.
pub(super) const DOT: &str = "rIdTitik";
/// Words of branches and of pentagons lie over everything else, symbols over arrows.
const LAYERS: [usize; 3] = [1_000, 100_000, 200_000];

/// The numbers that drawings go by in a file.
#[derive(Debug, Default)]
pub(super) struct Ids(usize);

impl Ids {
    /// The next one.
    pub fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

/// What is anchored in a cell, by the position of that cell.
pub(super) type Anchored = Vec<(usize, Xml)>;

/// What a thing is to the program.
enum Form {
    Symbol,
    /// A connector, with where it is glued, as XML.
    Wire(String),
    Words,
}

/// A thing to be anchored.
struct Thing<'a> {
    id: usize,
    layer: usize,
    name: String,
    told: &'a str,
    /// Where it is, from the cell.
    frame: Frame,
    /// Its box, geometry, ground and line.
    look: String,
    form: Form,
    caption: Option<&'a Caption>,
}

/// The drawings of a page, each in a cell of the table.
pub(super) fn anchored(figures: &Figures<'_>, grid: &Grid, ids: &mut Ids) -> Anchored {
    let symbols: Vec<usize> = figures.symbols.iter().map(|_| ids.next()).collect();
    let mut all = Vec::new();
    for arrow in &figures.arrows {
        let [from, _] = arrow.ends;
        let at = figures.symbols.get(from.symbol).map_or(arrow.points[0], |it| it.area.centre());
        let Some((cell, origin)) = seat(grid, at) else { continue };
        all.push((cell, written(&wire(arrow, &symbols, origin, ids.next()))));
    }
    for (symbol, id) in figures.symbols.iter().zip(&symbols) {
        let Some((cell, origin)) = seat(grid, symbol.area.centre()) else { continue };
        all.push((cell, written(&shape(symbol, origin, *id))));
    }
    for caption in &figures.words {
        let Some((cell, origin)) = seat(grid, caption.area.centre()) else { continue };
        all.push((cell, written(&words(caption, origin, ids.next()))));
    }
    all
}

/// The cell that a point lies in, and its upper left corner.
fn seat(grid: &Grid, at: Point) -> Option<(usize, Spot)> {
    let cell = grid.find(at)?;
    let area = grid.cells[cell].area;
    Some((cell, Point::new(area.x, area.y).into()))
}

fn moved(area: Area, origin: Spot) -> Frame {
    let frame = Frame::from(area);
    Frame { at: Spot::new(frame.at.x - origin.x, frame.at.y - origin.y), ..frame }
}

/// The same box at the corner of its drawing.
fn own(frame: Frame) -> Frame {
    Frame { at: Spot::default(), ..frame }
}

fn shape<'a>(symbol: &'a Symbol<'_>, origin: Spot, id: usize) -> Thing<'a> {
    let frame = moved(symbol.area, origin);
    let look = [xfrm(own(frame)), preset(symbol.preset), solid(symbol.fill), line(false, false)].concat();
    Thing {
        id,
        layer: LAYERS[1] + id,
        name: format!("Simbol {id}"),
        told: symbol.told,
        frame,
        look,
        form: Form::Symbol,
        caption: symbol.caption.as_ref(),
    }
}

fn wire<'a>(arrow: &Arrow, symbols: &[usize], origin: Spot, id: usize) -> Thing<'a> {
    let place = |point: &Point| {
        let spot = Spot::from(*point);
        Spot::new(spot.x - origin.x, spot.y - origin.y)
    };
    let spots: Vec<Spot> = arrow.points.iter().map(place).collect();
    let frame = Frame::around(&spots);
    let inner: Vec<Spot> = spots.iter().map(|it| Spot::new(it.x - frame.at.x, it.y - frame.at.y)).collect();
    let ends = ["a:stCxn", "a:endCxn"].iter().zip(arrow.ends).filter_map(|(name, glue)| {
        let symbol = symbols.get(glue.symbol)?;
        Some(format!("<{name} id=\"{symbol}\" idx=\"{}\"/>", glue.site))
    });
    let form = Form::Wire(ends.collect());
    let geometry = match Bent::through(&inner).filter(|_| inner.len() == 2) {
        Some(bent) => connector(&bent),
        None => freeform(&inner),
    };
    let look = [geometry, "<a:noFill/>".to_owned(), line(arrow.is_dashed, arrow.has_head)].concat();
    Thing { id, layer: LAYERS[0] + id, name: format!("Panah {id}"), told: "", frame, look, form, caption: None }
}

fn words<'a>(caption: &'a Caption, origin: Spot, id: usize) -> Thing<'a> {
    let frame = moved(caption.area, origin);
    let look = [xfrm(own(frame)), preset("rect"), "<a:noFill/><a:ln><a:noFill/></a:ln>".to_owned()].concat();
    Thing {
        id,
        layer: LAYERS[2] + id,
        name: format!("Tulisan {id}"),
        told: "",
        frame,
        look,
        form: Form::Words,
        caption: Some(caption),
    }
}

/// The thing as a run of a paragraph.
fn written(thing: &Thing<'_>) -> Xml {
    let mut xml = Xml::piece();
    xml.nest("w:r", &[], |xml| {
        xml.nest("mc:AlternateContent", &[], |xml| {
            xml.nest("mc:Choice", &[("Requires", "wps")], |xml| {
                anchor(xml, thing, SHAPE, |xml| wsp(xml, thing));
            });
            match thing.form {
                Form::Words => xml.empty("mc:Fallback", &[]),
                _ => xml.nest("mc:Fallback", &[], |xml| anchor(xml, thing, PICTURE, |xml| picture(xml, thing))),
            }
        });
    });
    xml
}

fn anchor(xml: &mut Xml, thing: &Thing<'_>, uri: &str, inner: impl FnOnce(&mut Xml)) {
    let layer = thing.layer.to_string();
    let attributes = [
        ("distT", "0"),
        ("distB", "0"),
        ("distL", "0"),
        ("distR", "0"),
        ("simplePos", "0"),
        ("relativeHeight", layer.as_str()),
        ("behindDoc", "0"),
        ("locked", "0"),
        ("layoutInCell", "1"),
        ("allowOverlap", "1"),
    ];
    let offset = |xml: &mut Xml, name, from, offset: i64| {
        xml.nest(name, &[("relativeFrom", from)], |xml| xml.text("wp:posOffset", &[], &offset.to_string()));
    };
    xml.nest("w:drawing", &[], |xml| {
        xml.nest("wp:anchor", &attributes, |xml| {
            xml.empty("wp:simplePos", &[("x", "0"), ("y", "0")]);
            offset(xml, "wp:positionH", "column", thing.frame.at.x);
            offset(xml, "wp:positionV", "paragraph", thing.frame.at.y);
            xml.empty("wp:extent", &[("cx", &thing.frame.w.to_string()), ("cy", &thing.frame.h.to_string())]);
            xml.empty("wp:effectExtent", &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")]);
            xml.empty("wp:wrapNone", &[]);
            xml.empty("wp:docPr", &[("id", &thing.id.to_string()), ("name", &thing.name), ("descr", thing.told)]);
            xml.empty("wp:cNvGraphicFramePr", &[]);
            xml.nest("a:graphic", &[], |xml| xml.nest("a:graphicData", &[("uri", uri)], inner));
        });
    });
}

fn wsp(xml: &mut Xml, thing: &Thing<'_>) {
    xml.nest("wps:wsp", &[], |xml| {
        match &thing.form {
            Form::Wire(glue) => xml.nest("wps:cNvCnPr", &[], |xml| xml.raw(glue)),
            Form::Words => xml.empty("wps:cNvSpPr", &[("txBox", "1")]),
            Form::Symbol => xml.empty("wps:cNvSpPr", &[]),
        }
        xml.nest("wps:spPr", &[], |xml| xml.raw(&thing.look));
        if let Some(caption) = thing.caption {
            xml.nest("wps:txbx", &[], |xml| {
                xml.nest("w:txbxContent", &[], |xml| caption.lines.iter().for_each(|line| said(xml, caption, line)));
            });
        }
        let attributes = [
            ("wrap", "none"),
            ("lIns", "0"),
            ("tIns", "0"),
            ("rIns", "0"),
            ("bIns", "0"),
            ("anchor", "ctr"),
            ("anchorCtr", "0"),
        ];
        xml.nest("wps:bodyPr", &attributes, |xml| xml.empty("a:noAutofit", &[]));
    });
}

fn said(xml: &mut Xml, caption: &Caption, text: &str) {
    xml.nest("w:p", &[], |xml| {
        xml.nest("w:pPr", &[], |xml| {
            xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0")]);
            xml.val("w:jc", "center");
        });
        xml.nest("w:r", &[], |xml| {
            xml.nest("w:rPr", &[], |xml| {
                super::styles::letters(xml, (caption.size, caption.face == Face::Bold), caption.face == Face::Bold);
            });
            xml.text("w:t", &[("xml:space", "preserve")], text);
        });
    });
}

/// The outline as a picture of one dot.
fn picture(xml: &mut Xml, thing: &Thing<'_>) {
    xml.nest("pic:pic", &[], |xml| {
        xml.nest("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", &thing.id.to_string()), ("name", &thing.name)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.nest("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", DOT)]);
            xml.nest("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.nest("pic:spPr", &[], |xml| xml.raw(&thing.look));
    });
}

//! `styles.xml` and the properties of paragraphs and runs → how text looks, as far as it tells what is read and how high it stands.

use super::word::{length, said, switch, val, whole};
use crate::read::glyphs::Glyphs;
use crate::read::office::OfficeFault;
use crate::read::office::xml::{Cursor, Element, Piece, document};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Longest chain of styles that build on one another.
const LONGEST_CHAIN: usize = 32;

/// Properties of runs; what is not said is taken from the style below.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunLook {
    /// The font.
    pub face: Option<Face>,
    /// Its size in points.
    pub size: Option<f32>,
    /// Not to be seen.
    pub is_hidden: Option<bool>,
    /// Struck out.
    pub is_struck: Option<bool>,
}

/// A font, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    /// It draws symbols.
    pub symbols: Option<Glyphs>,
    /// Width of its letters, where 1 is Arial.
    pub width: f32,
    /// Height of its lines, where 1 is its size.
    pub line: f32,
}

/// Properties of paragraphs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ParagraphLook {
    /// The list it belongs to; 0 is none.
    pub list: Option<i64>,
    /// Its level in the list, from 0.
    pub level: Option<usize>,
    /// Space above, in points.
    pub before: Option<f32>,
    /// Space below.
    pub after: Option<f32>,
    /// Height of its lines.
    pub line: Option<Line>,
    /// Indents from the left and from the right.
    pub indents: (Option<f32>, Option<f32>),
    /// No space between neighbours of one style.
    pub is_tight: Option<bool>,
    /// Begins a page.
    pub starts_page: Option<bool>,
    /// Where its lines stand: 0 left, 0.5 centred, 1 right.
    pub alignment: Option<f32>,
}

/// Height of a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line {
    /// So many times what the font asks for.
    Times(f32),
    /// At least so many points.
    AtLeast(f32),
    /// So many points.
    Exactly(f32),
}

/// A style with all that it builds on, or the properties of a place in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    /// Of its runs.
    pub run: RunLook,
    /// Of its paragraphs.
    pub paragraph: ParagraphLook,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    named: BTreeMap<String, Style>,
    /// What holds where no style says more.
    defaults: Style,
    /// The style of paragraphs that name none.
    normal: Style,
}

impl Style {
    /// This one, and the other where this one says nothing.
    pub fn over(self, below: Self) -> Self {
        let (run, base) = (self.run, below.run);
        let (paragraph, under) = (self.paragraph, below.paragraph);
        Self {
            run: RunLook {
                face: run.face.or(base.face),
                size: run.size.or(base.size),
                is_hidden: run.is_hidden.or(base.is_hidden),
                is_struck: run.is_struck.or(base.is_struck),
            },
            paragraph: ParagraphLook {
                list: paragraph.list.or(under.list),
                level: paragraph.level.or(under.level),
                before: paragraph.before.or(under.before),
                after: paragraph.after.or(under.after),
                line: paragraph.line.or(under.line),
                indents: (paragraph.indents.0.or(under.indents.0), paragraph.indents.1.or(under.indents.1)),
                is_tight: paragraph.is_tight.or(under.is_tight),
                starts_page: paragraph.starts_page.or(under.starts_page),
                alignment: paragraph.alignment.or(under.alignment),
            },
        }
    }

    /// What `w:docDefaults` says.
    fn defaults(element: &Element<'_>) -> Self {
        Self {
            run: element.at(&["rPrDefault", "rPr"]).map(RunLook::of).unwrap_or_default(),
            paragraph: element.at(&["pPrDefault", "pPr"]).map(ParagraphLook::of).unwrap_or_default(),
        }
    }

    /// What the `w:pPr` and `w:rPr` directly in an element say.
    pub fn of(element: &Element<'_>) -> Self {
        Self {
            run: element.child("rPr").map(RunLook::of).unwrap_or_default(),
            paragraph: element.child("pPr").map(ParagraphLook::of).unwrap_or_default(),
        }
    }
}

impl RunLook {
    /// What a `w:rPr` says.
    pub fn of(properties: &Element<'_>) -> Self {
        let fonts = properties.child("rFonts");
        let font =
            fonts.and_then(|it| it.attribute("ascii").or_else(|| it.attribute("hAnsi")).or_else(|| it.attribute("cs")));
        let is_struck = match (switch(properties, "strike"), switch(properties, "dstrike")) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (one, other) => one.or(other),
        };
        Self {
            face: font.map(|name| Face::of(&name)),
            size: properties
                .child("sz")
                .and_then(|it| whole(it, "val"))
                .map(|halves| halves.clamp(2, 400) as f32 / 2.0),
            is_hidden: switch(properties, "vanish"),
            is_struck,
        }
    }
}

/// Letter width against Arial and height of lines of the fonts that offices use.
const FACES: &[(&str, f32, f32)] = &[
    ("Arial Narrow", 0.82, 1.15),
    ("Bookman", 1.05, 1.18),
    ("Calibri", 0.9, 1.22),
    ("Cambria", 0.94, 1.17),
    ("Candara", 0.92, 1.22),
    ("Century Gothic", 1.08, 1.23),
    ("Footlight", 0.9, 1.1),
    ("Garamond", 0.83, 1.13),
    ("Georgia", 0.99, 1.14),
    ("Liberation Sans Narrow", 0.82, 1.15),
    ("Liberation Serif", 0.88, 1.15),
    ("Segoe UI", 1.0, 1.33),
    ("Tahoma", 0.98, 1.21),
    ("Times", 0.88, 1.15),
    ("Trebuchet", 0.97, 1.16),
    ("Verdana", 1.16, 1.22),
];

impl Face {
    /// The font of that name; one that is not known looks like Arial.
    pub fn of(name: &str) -> Self {
        let known =
            FACES.iter().find(|(known, ..)| name.get(..known.len()).is_some_and(|it| it.eq_ignore_ascii_case(known)));
        let (width, line) = known.map_or((1.0, 1.15), |(_, width, line)| (*width, *line));
        Self { symbols: Glyphs::of(name), width, line }
    }
}

impl ParagraphLook {
    /// What a `w:pPr` says.
    pub fn of(properties: &Element<'_>) -> Self {
        let list = properties.child("numPr");
        let spacing = properties.child("spacing");
        let indents = properties.child("ind");
        let indent = |one: &str, other: &str| indents.and_then(|it| length(it, one).or_else(|| length(it, other)));
        let level = |it: &Element<'_>| it.child("ilvl").and_then(|it| whole(it, "val"));
        Self {
            list: list.and_then(|it| it.child("numId")).and_then(|it| whole(it, "val")),
            level: list.and_then(level).map(|level| level.clamp(0, 8) as usize),
            before: spacing.and_then(|it| length(it, "before")),
            after: spacing.and_then(|it| length(it, "after")),
            line: spacing.and_then(Line::of),
            indents: (indent("left", "start"), indent("right", "end")),
            is_tight: switch(properties, "contextualSpacing"),
            starts_page: switch(properties, "pageBreakBefore"),
            alignment: said(properties, "jc").map(|place| match &*place {
                "center" => 0.5,
                "right" | "end" => 1.0,
                _ => 0.0,
            }),
        }
    }
}

impl Line {
    fn of(spacing: &Element<'_>) -> Option<Self> {
        let points = length(spacing, "line")?.max(0.0);
        Some(match spacing.attribute("lineRule").as_deref() {
            Some("exact") => Self::Exactly(points),
            Some("atLeast") => Self::AtLeast(points),
            _ => Self::Times(points / 12.0),
        })
    }
}

impl Styles {
    /// What `styles.xml` says of the styles of these names, and of what they build on.
    ///
    /// Programs write hundreds of styles and use a handful: only those are taken apart.
    ///
    /// # Errors
    /// When what is needed of it is damaged.
    pub fn of(part: &str, used: BTreeSet<String>) -> Result<Self, OfficeFault> {
        let shelf = Shelf::of(part)?;
        let mut own: BTreeMap<String, (Style, Option<String>)> = BTreeMap::new();
        let mut wanted: Vec<String> = used.into_iter().chain(shelf.normal.clone()).collect();
        while let Some(name) = wanted.pop() {
            let Some(text) = shelf.styles.get(&name).filter(|_| !own.contains_key(&name)) else { continue };
            let style = document(text)?;
            let base = said(&style, "basedOn").map(|it| it.into_owned());
            wanted.extend(base.clone());
            own.insert(name, (Style::of(&style), base));
        }
        let defaults = match shelf.defaults {
            Some(text) => Style::defaults(&document(text)?),
            None => Style::default(),
        };
        let named: BTreeMap<String, Style> = own.keys().map(|name| (name.clone(), built(name, &own))).collect();
        let normal = shelf.normal.and_then(|name| named.get(&name).copied()).unwrap_or_default();
        Ok(Self { named, defaults, normal })
    }

    /// The style of that name.
    pub fn named(&self, name: &str) -> Option<Style> {
        self.named.get(name).copied()
    }

    /// How a paragraph looks that has these properties and stands in a table of that style.
    pub fn paragraph(&self, properties: Option<&Element<'_>>, table: Style) -> Style {
        let named = properties.and_then(|it| said(it, "pStyle")).and_then(|name| self.named(&name));
        let own = properties.map(ParagraphLook::of).unwrap_or_default();
        Style { run: RunLook::default(), paragraph: own }
            .over(named.unwrap_or(self.normal))
            .over(table)
            .over(self.defaults)
    }

    /// How a run looks within a paragraph.
    pub fn run(&self, properties: Option<&Element<'_>>, paragraph: RunLook) -> RunLook {
        let Some(properties) = properties else { return paragraph };
        let named = properties.child("rStyle").and_then(val).and_then(|name| self.named(&name)).unwrap_or_default();
        let own = Style { run: RunLook::of(properties), ..Style::default() };
        own.over(named).over(Style { run: paragraph, ..Style::default() }).run
    }
}

/// The styles of a part as they are written, by their names.
struct Shelf<'t> {
    styles: BTreeMap<String, &'t str>,
    /// `w:docDefaults`.
    defaults: Option<&'t str>,
    /// The name of the style of paragraphs that name none.
    normal: Option<String>,
}

impl<'t> Shelf<'t> {
    fn of(part: &'t str) -> Result<Self, OfficeFault> {
        let mut shelf = Self { styles: BTreeMap::new(), defaults: None, normal: None };
        // The prefix of all names is that of the outermost.
        let root = part.find("styles").ok_or(OfficeFault::Damaged)?;
        let prefix = part[..root].rsplit_once('<').ok_or(OfficeFault::Damaged)?.1;
        shelf.defaults = element(part, prefix, "docDefaults")?.map(|range| &part[range]);
        let mut rest = part;
        while let Some(range) = element(rest, prefix, "style")? {
            let text = &rest[range.clone()];
            rest = &rest[range.end..];
            let Some(Piece::Open(tag)) = Cursor::new(text).next()? else { continue };
            let Some(name) = tag.attribute("styleId") else { continue };
            if tag.attribute("type").as_deref() == Some("paragraph") && tag.is_set("default", false) {
                shelf.normal = Some(name.clone().into_owned());
            }
            shelf.styles.insert(name.into_owned(), text);
        }
        Ok(shelf)
    }
}

/// The first element of that name, which holds none of its own name.
fn element(text: &str, prefix: &str, name: &str) -> Result<Option<Range<usize>>, OfficeFault> {
    let open = format!("<{prefix}{name}");
    let is_whole =
        |at: usize| text[at + open.len()..].starts_with(|it: char| it.is_whitespace() || matches!(it, '>' | '/'));
    let Some(start) = text.match_indices(&open).map(|(at, _)| at).find(|at| is_whole(*at)) else { return Ok(None) };
    let tag = start + text[start..].find('>').ok_or(OfficeFault::Damaged)?;
    if text[..tag].ends_with('/') {
        return Ok(Some(start..tag + 1));
    }
    let close = format!("</{prefix}{name}>");
    let end = tag + text[tag..].find(&close).ok_or(OfficeFault::Damaged)?;
    Ok(Some(start..end + close.len()))
}

/// The style of that name over all that it builds on.
fn built(name: &str, own: &BTreeMap<String, (Style, Option<String>)>) -> Style {
    let mut style = Style::default();
    let mut next = Some(name);
    for _ in 0..LONGEST_CHAIN {
        let Some((below, base)) = next.and_then(|name| own.get(name)) else { break };
        style = style.over(*below);
        next = base.as_deref();
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_takes_from_what_it_builds_on() {
        let part = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>\
             <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:pPr><w:spacing w:after='160'/></w:pPr></w:style>\
             <w:style w:styleId='E'/><w:style w:styleId='X'><damaged></w:style>\
             <w:style w:styleId='A'><w:basedOn w:val='B'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>\
             <w:style w:styleId='B'><w:basedOn w:val='A'/><w:rPr><w:sz w:val='18'/></w:rPr></w:style></w:styles>";
        let used = |name: &str| BTreeSet::from([name.to_owned()]);
        assert_eq!(Styles::of(part, used("X")).err(), Some(OfficeFault::Damaged));
        let styles = Styles::of(part, used("A")).unwrap();
        let plain = styles.paragraph(None, Style::default());
        assert_eq!((plain.run.size, plain.paragraph.after), (Some(11.0), Some(8.0)));
        let properties = document("<pPr><pStyle val='A'/></pPr>").unwrap();
        let listed = styles.paragraph(Some(&properties), Style::default());
        assert_eq!((listed.run.size, listed.paragraph.list), (Some(9.0), Some(3)));
    }
}

//! How cells look → the part of styles, each style once.

use crate::layout::Colour;
use std::fmt::Write;

/// Where the text of a cell stands from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Down {
    #[default]
    Top,
    Middle,
    Bottom,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    /// Size of the letters, in hundredths of a point.
    pub size: i32,
    pub is_bold: bool,
    /// In its middle, else from its left edge.
    pub is_centred: bool,
    /// Where its text stands from top to bottom.
    pub down: Down,
    /// The text runs upwards.
    pub is_upright: bool,
    /// Its ground.
    pub fill: Option<Colour>,
    /// Whether it has a line: left, right, above, below.
    pub lines: [bool; 4],
    /// Its lines that are part of the frame around the table: left, right, above, below.
    pub firm: (Firmness, [bool; 4]),
    /// It holds a number, else text.
    pub is_number: bool,
}

/// How firm a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Firmness {
    #[default]
    Thin,
    Medium,
    Thick,
}

impl Firmness {
    /// Of a line that wide, in hundredths of a point.
    pub fn of(width: i32) -> Self {
        match width {
            ..=75 => Self::Thin,
            76..=175 => Self::Medium,
            176.. => Self::Thick,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Thin => "thin",
            Self::Medium => "medium",
            Self::Thick => "thick",
        }
    }
}

/// The lines of a cell: none, or how firm; left, right, above, below.
type Border = [Option<Firmness>; 4];

/// Letters of the default style, by whose digits columns are measured: of this size they are seven dots wide to Excel, which
/// rounds, and to LibreOffice, which does not.
const USUAL: (i32, bool) = (950, false);
/// The format of cells that hold text, whatever it looks like.
const TEXT_FORMAT: u32 = 49;

/// The styles of a workbook.
#[derive(Debug)]
pub(super) struct Styles {
    styles: Vec<Style>,
    fonts: Vec<(i32, bool)>,
    fills: Vec<Colour>,
    borders: Vec<Border>,
}

impl Default for Styles {
    fn default() -> Self {
        Self { styles: Vec::new(), fonts: vec![USUAL], fills: Vec::new(), borders: vec![Border::default()] }
    }
}

/// The place of a value in a list, at its end where it was not there.
fn place<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter().position(|it| *it == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    })
}

impl Styles {
    /// The number that cells know a style by.
    pub fn number(&mut self, style: Style) -> usize {
        // The first is that of cells of which nothing is said.
        place(&mut self.styles, style) + 1
    }

    /// The part.
    pub fn part(mut self) -> String {
        let mut formats = String::new();
        let styles = std::mem::take(&mut self.styles);
        for style in &styles {
            self.write_format(&mut formats, style);
        }
        let fonts: String = self.fonts.iter().map(|font| format!("<font>{}</font>", letters(*font, false))).collect();
        let fill = |Colour(r, g, b): &Colour| {
            format!(
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{r:02X}{g:02X}{b:02X}\"/><bgColor indexed=\"64\"/>\
                 </patternFill></fill>"
            )
        };
        let fills: String = self.fills.iter().map(fill).collect();
        let borders: String = self.borders.iter().map(border).collect();
        format!(
            "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
             <fonts count=\"{}\">{fonts}</fonts>\
             <fills count=\"{}\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>\
             </fill>{fills}</fills>\
             <borders count=\"{}\">{borders}</borders>\
             <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
             <cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{formats}</cellXfs>\
             <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
            self.fonts.len(),
            self.fills.len() + 2,
            self.borders.len(),
            styles.len() + 1,
        )
    }

    fn write_format(&mut self, out: &mut String, style: &Style) {
        let font = place(&mut self.fonts, (style.size, style.is_bold));
        let fill = style.fill.map_or(0, |fill| place(&mut self.fills, fill) + 2);
        let (firmness, firm) = style.firm;
        let line = |at: usize| style.lines[at].then_some(if firm[at] { firmness } else { Firmness::Thin });
        let border = place(&mut self.borders, [0, 1, 2, 3].map(line));
        let format = if style.is_number { 0 } else { TEXT_FORMAT };
        let across = if style.is_centred { "center" } else { "left" };
        let down = match style.down {
            Down::Top => "top",
            Down::Middle => "center",
            Down::Bottom => "bottom",
        };
        let turn = if style.is_upright { " textRotation=\"90\"" } else { "" };
        // Writing to a String does not fail.
        let _ = write!(
            out,
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
             <alignment horizontal=\"{across}\" vertical=\"{down}\"{turn} wrapText=\"1\"/></xf>"
        );
    }
}

/// What a font is made of, of a cell or of a piece of its text: size in hundredths of a point, weight, underlined.
pub(super) fn letters((size, is_bold): (i32, bool), is_underlined: bool) -> String {
    let bold = if is_bold { "<b/>" } else { "" };
    let underline = if is_underlined { "<u/>" } else { "" };
    let (points, rest) = (size / 100, size % 100);
    let rest = if rest == 0 { String::new() } else { format!(".{rest:02}") };
    format!("{bold}{underline}<sz val=\"{points}{rest}\"/><name val=\"Arial\"/><family val=\"2\"/>")
}

fn border(lines: &Border) -> String {
    let side = |name: &str, line: Option<Firmness>| match line {
        Some(line) => format!("<{name} style=\"{}\"><color auto=\"1\"/></{name}>", line.name()),
        None => format!("<{name}/>"),
    };
    let sides: String =
        ["left", "right", "top", "bottom"].iter().zip(lines).map(|(name, line)| side(name, *line)).collect();
    format!("<border>{sides}<diagonal/></border>")
}

//! Pages → the text of a document: tables one below the other, a page of the layout on a page of paper.

use super::figures::{Anchored, Ids, anchored};
use super::numbering::Numbering;
use super::picture::{Pictures, inline};
use super::styles::{Kind, Styles, letters, line, twips};
use super::text::{Paragraph, Words};
use super::xml::Xml;
use crate::layout::{Colour, Draw, Face, PT, Page, Role};
use crate::render::drawingml::Figures;
use crate::render::grid::{Block, Cell, Drawn, Grid};
use crate::vocabulary::form_words::{IDENTITY, PROCEDURE};

/// Height of a paragraph that only parts two things.
const HAIR: i32 = PT;

/// The text being written.
pub(super) struct Story {
    pub xml: Xml,
    pub styles: Styles,
    pub numbering: Numbering,
    pub pictures: Pictures,
    ids: Ids,
}

impl Story {
    pub fn new() -> Self {
        Self {
            xml: Xml::piece(),
            styles: Styles::default(),
            numbering: Numbering::default(),
            pictures: Pictures::default(),
            ids: Ids::default(),
        }
    }

    /// Writes a page; `is_first` where it begins the SOP.
    pub fn page(&mut self, page: &Page, words: &mut Words<'_>, is_first: bool) {
        let drawn = Drawn::of(page);
        words.turn_to(&drawn);
        let figures = Figures::of(page);
        let mut y = page.margin;
        if !is_first {
            self.gap(HAIR, true);
        }
        let mut is_under_table = false;
        let mut blocks = drawn.blocks().into_iter().peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::Table(grid) => {
                    let gap = grid.ys.first().map_or(0, |top| top - y);
                    if is_under_table || gap > 0 {
                        self.gap(gap.max(HAIR), false);
                    }
                    y = grid.ys.last().copied().unwrap_or(y);
                    self.table(&grid, (&drawn, words), &figures);
                    is_under_table = true;
                }
                Block::Line(op) => {
                    let Draw::Text { at, size, text, face, .. } = &page.ops[op] else { continue };
                    let (top, mut text, is_name) = (at.y - size, text.clone(), *face == Face::Bold);
                    let before = (top - y).max(0);
                    y = top.max(y) + size * 6 / 5;
                    // What several lines say is one text.
                    while let Some(more) = blocks.peek().and_then(|next| next.plain(page)).filter(|_| !is_name) {
                        text = format!("{text} {more}");
                        y += size * 6 / 5;
                        blocks.next();
                    }
                    self.loose(&text, is_name, (*size, before));
                    is_under_table = false;
                }
            }
        }
    }

    /// A paragraph without text, so high.
    fn gap(&mut self, height: i32, starts_page: bool) {
        let height = twips(height).max(20).to_string();
        self.xml.nest("w:p", &[], |xml| {
            xml.nest("w:pPr", &[], |xml| {
                if starts_page {
                    xml.empty("w:pageBreakBefore", &[]);
                }
                empty_line(xml, &height);
                xml.nest("w:rPr", &[], |xml| xml.val("w:sz", "2"));
            });
        });
    }

    /// The end of the SOP: its paper, where another one follows.
    pub fn end(&mut self, section: impl FnOnce(&mut Xml)) {
        self.xml.nest("w:p", &[], |xml| {
            xml.nest("w:pPr", &[], |xml| {
                empty_line(xml, "20");
                xml.nest("w:rPr", &[], |xml| xml.val("w:sz", "2"));
                section(xml);
            });
        });
    }

    /// The name over the table, in the middle; or what the letters in it stand for, under it.
    fn loose(&mut self, text: &str, is_name: bool, (size, before): (i32, i32)) {
        let kind = if is_name { Kind::Title } else { Kind::Cell };
        let own = self.styles.letters(kind, (size, is_name));
        self.xml.nest("w:p", &[], |xml| {
            xml.nest("w:pPr", &[], |xml| {
                xml.val("w:pStyle", kind.id());
                line(xml, size, before);
                if is_name {
                    xml.val("w:jc", "center");
                }
            });
            run(xml, text, |xml| {
                if own != (size, is_name) {
                    letters(xml, (size, is_name), own.1 != is_name);
                }
            });
        });
    }

    fn table(&mut self, grid: &Grid, (drawn, words): (&Drawn<'_>, &Words<'_>), figures: &Figures<'_>) {
        let is_flow = grid.heads > 0;
        let shapes = if is_flow { anchored(figures, grid, &mut self.ids) } else { Anchored::new() };
        let mut xml = std::mem::replace(&mut self.xml, Xml::piece());
        xml.nest("w:tbl", &[], |xml| {
            properties(xml, grid, if is_flow { PROCEDURE } else { IDENTITY });
            xml.nest("w:tblGrid", &[], |xml| {
                grid.xs.windows(2).for_each(|pair| xml.empty("w:gridCol", &[("w:w", &width(pair[0], pair[1]))]));
            });
            for row in 0..grid.ys.len() - 1 {
                xml.nest("w:tr", &[], |xml| {
                    row_properties(xml, grid, row);
                    let own = grid.cells.iter().enumerate().filter(|(_, cell)| cell.rows.contains(&row));
                    let mut own: Vec<(usize, &Cell)> = own.collect();
                    own.sort_by_key(|(_, cell)| cell.columns.start);
                    for (at, cell) in own {
                        xml.nest("w:tc", &[], |xml| {
                            let is_sideways = is_sideways(cell, drawn);
                            let centred = is_centred(cell, drawn);
                            cell_properties(xml, row, cell, (is_sideways, centred));
                            match cell.rows.start == row {
                                true => self.cell(xml, cell, (drawn, words), (at, &shapes)),
                                false => xml.empty("w:p", &[]),
                            }
                        });
                    }
                });
            }
        });
        self.xml = xml;
    }

    fn cell(
        &mut self,
        xml: &mut Xml,
        cell: &Cell,
        (drawn, words): (&Drawn<'_>, &Words<'_>),
        (at, shapes): (usize, &Anchored),
    ) {
        let mut has_any = false;
        let mut y = cell.area.y;
        for op in &cell.ops {
            if let Draw::Image { area, picture } = &drawn.page.ops[*op] {
                let told = match drawn.role(*op) {
                    Some(Role::Emblem(told)) => told.as_str(),
                    _ => "",
                };
                let name = self.pictures.name(picture);
                inline(xml, (&name, told, self.ids.next()), (*area, area.y - y));
                y = area.bottom();
                has_any = true;
            }
        }
        let mut paragraphs = words.paragraphs(cell, drawn);
        if let Some(first) = paragraphs.first_mut().filter(|_| has_any) {
            first.before = (first.before - (y - cell.area.y)).max(0);
        }
        for paragraph in &paragraphs {
            self.paragraph(xml, paragraph);
            has_any = true;
        }
        if !has_any {
            xml.nest("w:p", &[], |xml| {
                xml.nest("w:pPr", &[], |xml| xml.val("w:pStyle", Kind::Symbol.id()));
                shapes.iter().filter(|(own, _)| *own == at).for_each(|(_, shape)| xml.put(shape));
            });
        }
    }

    fn paragraph(&mut self, xml: &mut Xml, paragraph: &Paragraph) {
        let Paragraph { kind, size, bold, .. } = *paragraph;
        let usual = self.styles.letters(kind, (size, bold));
        let list = paragraph.list.map(|list| self.numbering.number(list).to_string());
        xml.nest("w:p", &[], |xml| {
            xml.nest("w:pPr", &[], |xml| {
                xml.val("w:pStyle", kind.id());
                if let Some(list) = &list {
                    xml.nest("w:numPr", &[], |xml| {
                        xml.val("w:ilvl", "0");
                        xml.val("w:numId", list);
                    });
                }
                if let Some(room) = paragraph.boxed {
                    boxed(xml, room);
                }
                if paragraph.before > 0 || usual.0 != size {
                    line(xml, size, paragraph.before);
                }
                let (left, right) = (twips(paragraph.indents.0).to_string(), twips(paragraph.indents.1).to_string());
                let hanging = twips(paragraph.hanging).to_string();
                let hangs: &[(&str, &str)] = &[("w:left", &left), ("w:right", &right), ("w:hanging", &hanging)];
                xml.empty("w:ind", if paragraph.hanging > 0 { hangs } else { &hangs[..2] });
                if paragraph.centred {
                    xml.val("w:jc", "center");
                }
                if list.is_some() && usual != (size, bold) {
                    // By these the mark of an item is written.
                    xml.nest("w:rPr", &[], |xml| letters(xml, (size, bold), usual.1 != bold));
                }
            });
            for (nth, text) in paragraph.lines.iter().enumerate() {
                if nth > 0 {
                    xml.nest("w:r", &[], |xml| xml.empty("w:br", &[]));
                }
                run(xml, text, |xml| {
                    if usual != (size, bold) {
                        letters(xml, (size, bold), usual.1 != bold);
                    }
                    match (paragraph.underlined, paragraph.doubtful) {
                        (_, true) => xml.val("w:u", "dash"),
                        (true, false) => xml.val("w:u", "single"),
                        (false, false) => {}
                    }
                });
            }
        });
    }
}

/// A box around a paragraph, so far above and below it.
fn boxed(xml: &mut Xml, room: i32) {
    let room = (room / PT).to_string();
    xml.nest("w:pBdr", &[], |xml| {
        for (name, room) in [("w:top", room.as_str()), ("w:left", "0"), ("w:bottom", &room), ("w:right", "0")] {
            xml.empty(name, &[("w:val", "single"), ("w:sz", "4"), ("w:space", room), ("w:color", "000000")]);
        }
    });
}

fn empty_line(xml: &mut Xml, height: &str) {
    xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", height), ("w:lineRule", "exact")]);
}

fn run(xml: &mut Xml, text: &str, look: impl FnOnce(&mut Xml)) {
    xml.nest("w:r", &[], |xml| {
        xml.nest("w:rPr", &[], look);
        xml.text("w:t", &[("xml:space", "preserve")], text);
    });
}

fn width(from: i32, to: i32) -> String {
    (twips(to) - twips(from)).to_string()
}

fn properties(xml: &mut Xml, grid: &Grid, caption: &str) {
    let (left, right) = (grid.xs.first().copied().unwrap_or(0), grid.xs.last().copied().unwrap_or(0));
    xml.nest("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[("w:w", &width(left, right)), ("w:type", "dxa")]);
        xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
        let around = (grid.border * 8 / PT).max(4).to_string();
        xml.nest("w:tblBorders", &[], |xml| {
            for (name, width) in [
                ("w:top", around.as_str()),
                ("w:left", &around),
                ("w:bottom", &around),
                ("w:right", &around),
                ("w:insideH", "4"),
                ("w:insideV", "4"),
            ] {
                xml.empty(name, &[("w:val", "single"), ("w:sz", width), ("w:space", "0"), ("w:color", "000000")]);
            }
        });
        xml.val("w:tblLayout", "fixed");
        xml.nest("w:tblCellMar", &[], |xml| {
            ["w:top", "w:left", "w:bottom", "w:right"]
                .into_iter()
                .for_each(|name| xml.empty(name, &[("w:w", "0"), ("w:type", "dxa")]));
        });
        xml.val("w:tblCaption", caption);
    });
}

fn row_properties(xml: &mut Xml, grid: &Grid, row: usize) {
    let (from, to) = (grid.ys[row], grid.ys[row + 1]);
    let is_head = row < grid.heads;
    xml.nest("w:trPr", &[], |xml| {
        xml.empty("w:cantSplit", &[]);
        // Names that run upwards would stretch their row.
        let rule = if is_head { "exact" } else { "atLeast" };
        xml.empty("w:trHeight", &[("w:val", &width(from, to)), ("w:hRule", rule)]);
        if is_head {
            xml.empty("w:tblHeader", &[]);
        }
    });
}

fn cell_properties(xml: &mut Xml, row: usize, cell: &Cell, (is_sideways, is_centred): (bool, bool)) {
    xml.nest("w:tcPr", &[], |xml| {
        let own = width(cell.area.x, cell.area.right());
        xml.empty("w:tcW", &[("w:w", &own), ("w:type", "dxa")]);
        if cell.columns.len() > 1 {
            xml.val("w:gridSpan", &cell.columns.len().to_string());
        }
        match cell.rows.len() {
            0 | 1 => {}
            _ if cell.rows.start == row => xml.val("w:vMerge", "restart"),
            _ => xml.empty("w:vMerge", &[]),
        }
        if let Some(Colour(r, g, b)) = cell.fill.filter(|fill| *fill != Colour::WHITE) {
            let fill = format!("{r:02X}{g:02X}{b:02X}");
            xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", &fill)]);
        }
        if is_sideways {
            xml.val("w:textDirection", "btLr");
        }
        if is_centred {
            xml.val("w:vAlign", "center");
        }
    });
}

fn is_sideways(cell: &Cell, drawn: &Drawn<'_>) -> bool {
    cell.ops.iter().any(|op| matches!(drawn.page.ops[*op], Draw::Text { upwards: true, .. }))
}

/// Text of the table stands in the middle between the upper and the lower edge; that of the identity block hangs from the upper one.
fn is_centred(cell: &Cell, drawn: &Drawn<'_>) -> bool {
    let hangs = |op: &usize| {
        matches!(
            drawn.role(*op),
            Some(
                Role::Label(_)
                    | Role::Value(_)
                    | Role::Title
                    | Role::Heading(_)
                    | Role::ItemMark(..)
                    | Role::ItemText(..)
                    | Role::Agency
                    | Role::Emblem(_)
            )
        )
    };
    !cell.ops.is_empty() && !cell.ops.iter().any(hangs)
}

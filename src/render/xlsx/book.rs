//! Sheets → the parts of a workbook, packed.

use super::sheet::Sheet;
use super::styles::Styles;
use crate::package::{Defined, PackError, Package, Relation, SheetPart, TYPES, workbook};
use crate::render::print::Metadata;
use crate::render::properties::core;

/// A workbook in the making.
#[derive(Debug, Default)]
pub(super) struct Book {
    sheets: Vec<(String, Sheet)>,
}

impl Book {
    /// Adds a sheet of that name.
    pub fn add(&mut self, name: String, sheet: Sheet) {
        self.sheets.push((name, sheet));
    }

    /// The file.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn finish(self, metadata: &Metadata) -> Result<Vec<u8>, PackError> {
        let mut package = Package::default();
        let mut styles = Styles::default();
        let mut parts = Vec::new();
        for (number, (name, sheet)) in (1..).zip(self.sheets) {
            let has_drawing = !sheet.drawing.is_empty();
            let xml = sheet.part(&mut styles, has_drawing.then_some("rId1"));
            if has_drawing {
                draw(&mut package, &sheet, number);
            }
            parts.push(SheetPart { name, xml, defined: defined(&sheet) });
        }
        workbook(&mut package, &parts, &styles.part());
        package.begin("xl/workbook.xml", Some(&core(metadata)));
        package.packed()
    }
}

/// Adds the drawing of the sheet of that number, and its picture.
fn draw(package: &mut Package, sheet: &Sheet, number: usize) {
    let own = [Relation::numbered(1, "drawing", format!("../drawings/drawing{number}.xml"))];
    package.relate(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), &own);
    package.add(&format!("xl/drawings/drawing{number}.xml"), &format!("{TYPES}.drawing+xml"), sheet.drawing.part());
    if let Some(picture) = sheet.drawing.picture() {
        let own = [Relation::numbered(1, "image", format!("../media/image{number}.png"))];
        package.relate(&format!("xl/drawings/_rels/drawing{number}.xml.rels"), &own);
        package.picture(&format!("xl/media/image{number}.png"), picture.to_vec());
    }
}

/// What is printed of a sheet, and its rows that every page begins with.
fn defined(sheet: &Sheet) -> Vec<Defined> {
    let mut all = vec![Defined::shown("Print_Area", sheet.area())];
    if sheet.titles > 0 {
        all.push(Defined::shown("Print_Titles", format!("$1:${}", sheet.titles)));
    }
    all
}

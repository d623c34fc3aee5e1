//! Sheets → the parts of a workbook, packed.

use super::markup::escaped;
use super::properties::core;
use super::sheet::Sheet;
use super::styles::Styles;
use crate::render::print::Metadata;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument";
/// How hard parts are packed: most of the gain at a third of the time.
const LEVEL: i64 = 3;

/// A workbook in the making.
#[derive(Debug, Default)]
pub(super) struct Book {
    sheets: Vec<(String, Sheet)>,
}

/// Parts in the order in which they are packed.
#[derive(Default)]
struct Parts {
    /// Their names, what is in them, and whether that is packed already.
    all: Vec<(String, Vec<u8>, CompressionMethod)>,
    /// Names and types of parts.
    types: String,
}

impl Parts {
    fn put(&mut self, name: &str, bytes: Vec<u8>, method: CompressionMethod) {
        self.all.push((name.to_owned(), bytes, method));
    }

    /// All of them, behind the account of their types: who looks at the first knows what the file is.
    fn packed(self) -> ZipResult<Vec<u8>> {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        let account = format!(
            "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
            self.types
        );
        let first = ("[Content_Types].xml".to_owned(), account.into_bytes(), CompressionMethod::Deflated);
        for (name, bytes, method) in std::iter::once(first).chain(self.all) {
            let options = SimpleFileOptions::default().compression_method(method);
            let level = (method == CompressionMethod::Deflated).then_some(LEVEL);
            packed.start_file(name, options.compression_level(level))?;
            packed.write_all(&bytes)?;
        }
        Ok(packed.finish()?.into_inner())
    }

    fn add(&mut self, name: &str, content_type: &str, text: &str) {
        // Writing to a String does not fail.
        let _ = write!(self.types, "<Override PartName=\"/{name}\" ContentType=\"{content_type}\"/>");
        self.put(name, format!("{HEAD}{text}").into_bytes(), CompressionMethod::Deflated);
    }

    fn relate(&mut self, name: &str, targets: &[(String, String)]) {
        let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
        for (at, (role, target)) in targets.iter().enumerate() {
            let _ = write!(text, "<Relationship Id=\"rId{}\" Type=\"{role}\" Target=\"{target}\"/>", at + 1);
        }
        text.push_str("</Relationships>");
        self.put(name, text.into_bytes(), CompressionMethod::Deflated);
    }
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
    pub fn finish(self, metadata: &Metadata) -> Result<Vec<u8>, ZipError> {
        let mut parts = Parts::default();
        let office = |role: &str| format!("{RELATIONS}/{role}");
        let mut styles = Styles::default();
        let sheet_type = format!("{TYPES}.spreadsheetml.worksheet+xml");
        let mut targets = Vec::new();
        for (at, (_, sheet)) in self.sheets.iter().enumerate() {
            let number = at + 1;
            let drawing = (!sheet.drawing.is_empty()).then(|| sheet.drawing.part());
            let text = sheet.part(&mut styles, drawing.as_ref().map(|_| "rId1"));
            parts.add(&format!("xl/worksheets/sheet{number}.xml"), &sheet_type, &text);
            targets.push((office("worksheet"), format!("worksheets/sheet{number}.xml")));
            let Some(drawing) = drawing else { continue };
            let own = [(office("drawing"), format!("../drawings/drawing{number}.xml"))];
            parts.relate(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), &own);
            let name = format!("xl/drawings/drawing{number}.xml");
            parts.add(&name, "application/vnd.openxmlformats-officedocument.drawing+xml", &drawing);
            if let Some(picture) = sheet.drawing.picture() {
                let own = [(office("image"), format!("../media/image{number}.png"))];
                parts.relate(&format!("xl/drawings/_rels/drawing{number}.xml.rels"), &own);
                parts.put(&format!("xl/media/image{number}.png"), picture.to_vec(), CompressionMethod::Stored);
            }
        }
        targets.push((office("styles"), "styles.xml".to_owned()));
        parts.add("xl/styles.xml", &format!("{TYPES}.spreadsheetml.styles+xml"), &styles.part());
        parts.add("xl/workbook.xml", &format!("{TYPES}.spreadsheetml.sheet.main+xml"), &self.workbook());
        parts.relate("xl/_rels/workbook.xml.rels", &targets);
        let properties = "application/vnd.openxmlformats-package.core-properties+xml";
        parts.add("docProps/core.xml", properties, &core(metadata));
        let own = [
            (office("officeDocument"), "xl/workbook.xml".to_owned()),
            (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".to_owned()),
        ];
        parts.relate("_rels/.rels", &own);
        parts.packed()
    }

    fn workbook(&self) -> String {
        let (mut sheets, mut names) = (String::new(), String::new());
        for (at, (name, sheet)) in self.sheets.iter().enumerate() {
            let (number, name) = (at + 1, escaped(name));
            let _ = write!(sheets, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            let named = |kind: &str, range: &str| {
                format!("<definedName name=\"_xlnm.{kind}\" localSheetId=\"{at}\">'{name}'!{range}</definedName>")
            };
            names.push_str(&named("Print_Area", &sheet.area()));
            if sheet.titles > 0 {
                names.push_str(&named("Print_Titles", &format!("$1:${}", sheet.titles)));
            }
        }
        format!(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{RELATIONS}\">\
             <bookViews><workbookView/></bookViews><sheets>{sheets}</sheets><definedNames>{names}</definedNames></workbook>"
        )
    }
}

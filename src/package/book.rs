//! Sheets → the parts that every workbook has.

use super::{Package, ROLES, Relation, TYPES, escaped};
use std::fmt::Write;

/// A sheet as its part.
#[derive(Debug, Clone)]
pub struct SheetPart {
    /// What its tab says.
    pub name: String,
    /// The part, its declaration left out.
    pub xml: String,
    /// Ranges of it that programs know by a name.
    pub defined: Vec<Defined>,
}

/// A range that programs know by a name.
#[derive(Debug, Clone)]
pub struct Defined {
    /// The end of the name: `Print_Titles`.
    pub kind: &'static str,
    /// The range within its sheet: `$1:$2`.
    pub range: String,
    /// Not shown among the names.
    pub is_hidden: bool,
}

impl Defined {
    /// A name that is shown.
    pub fn shown(kind: &'static str, range: String) -> Self {
        Self { kind, range, is_hidden: false }
    }
}

/// Adds the sheets (`xl/worksheets/sheet1.xml` and so on), the part of their styles, and the workbook that holds them.
pub fn workbook(package: &mut Package, sheets: &[SheetPart], styles: &str) {
    let kind = |what: &str| format!("{TYPES}.spreadsheetml.{what}+xml");
    let mut relations = Vec::new();
    for (number, sheet) in (1..).zip(sheets) {
        package.add(&format!("xl/worksheets/sheet{number}.xml"), &kind("worksheet"), &sheet.xml);
        relations.push(Relation::numbered(number, "worksheet", format!("worksheets/sheet{number}.xml")));
    }
    relations.push(Relation::numbered(sheets.len() + 1, "styles", "styles.xml"));
    package.add("xl/styles.xml", &kind("styles"), styles);
    package.add("xl/workbook.xml", &kind("sheet.main"), list(sheets));
    package.relate("xl/_rels/workbook.xml.rels", &relations);
}

fn list(sheets: &[SheetPart]) -> String {
    let (mut tabs, mut names) = (String::new(), String::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let (number, tab) = (at + 1, escaped(&sheet.name));
        // Writing to a String does not fail.
        let _ = write!(tabs, "<sheet name=\"{tab}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        for Defined { kind, range, is_hidden } in &sheet.defined {
            let hidden = if *is_hidden { " hidden=\"1\"" } else { "" };
            let _ = write!(
                names,
                "<definedName name=\"_xlnm.{kind}\" localSheetId=\"{at}\"{hidden}>'{tab}'!{range}</definedName>"
            );
        }
    }
    format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{ROLES}\">\
         <bookViews><workbookView/></bookViews><sheets>{tabs}</sheets><definedNames>{names}</definedNames></workbook>"
    )
}

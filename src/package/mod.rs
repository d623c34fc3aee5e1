//! Parts → the archive that an office file is; the same parts give the same bytes. And texts as such parts hold them.
//!
//! Who writes a Word file or a workbook says what stands in its parts; [`Package`] keeps the account of their types, [`workbook`]
//! the parts that every workbook has.

mod book;
mod cells;
mod texts;

pub use book::{Defined, SheetPart, workbook};
pub use cells::{Value, cell_name, cell_text, column_name, write_cell};
pub use texts::escaped;

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts could not be packed: together they are larger than an archive can be.
pub type PackError = zip::result::ZipError;

/// An archive in memory.
pub type Archive = ZipWriter<Cursor<Vec<u8>>>;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// What the parts of a file are to one another.
pub const ROLES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What the types of parts of office files begin with.
pub const TYPES: &str = "application/vnd.openxmlformats-officedocument";
/// What a part is written in that names the program.
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
/// What a file says of itself, which is no matter of office files only.
const PROPERTIES: &str = "metadata/core-properties";
/// How hard parts are pressed, of 9: most of the gain at a third of the time.
const LEVEL: i64 = 3;

/// How parts of text are packed: they are of no time.
pub fn pressed() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL))
}

/// Parts in the order in which they are packed.
#[derive(Debug, Default)]
pub struct Package {
    /// Their names, what is in them, and whether that is packed already.
    parts: Vec<(String, Vec<u8>, bool)>,
    /// The account of their types.
    types: String,
}

/// What another part is to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// By which the part refers to it.
    pub id: String,
    /// The end of its role, `worksheet`.
    pub role: String,
    /// Where it is, as seen from the part.
    pub target: String,
}

impl Relation {
    /// The one of that number, from 1.
    pub fn numbered(number: usize, role: &str, target: impl Into<String>) -> Self {
        Self { id: format!("rId{number}"), role: role.to_owned(), target: target.into() }
    }

    fn uri(&self) -> String {
        match self.role.as_str() {
            PROPERTIES => format!("{PACKAGE}/relationships/{PROPERTIES}"),
            role => format!("{ROLES}/{role}"),
        }
    }
}

impl Package {
    /// Adds a part of XML, its declaration left out, of that type.
    pub fn add(&mut self, name: &str, kind: &str, xml: impl AsRef<[u8]>) {
        // Writing to a String does not fail.
        let _ = write!(self.types, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
        self.put(name, xml.as_ref());
    }

    fn put(&mut self, name: &str, xml: &[u8]) {
        self.parts.push((name.to_owned(), [HEAD.as_bytes(), xml].concat(), false));
    }

    /// Adds a picture, a PNG file.
    pub fn picture(&mut self, name: &str, png: Vec<u8>) {
        self.parts.push((name.to_owned(), png, true));
    }

    /// Adds what other parts are to the one whose relations have that name.
    pub fn relate(&mut self, name: &str, relations: &[Relation]) {
        let mut text = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
        for it in relations {
            let (id, target) = (&it.id, escaped(&it.target));
            let _ = write!(text, "<Relationship Id=\"{id}\" Type=\"{}\" Target=\"{target}\"/>", it.uri());
        }
        text.push_str("</Relationships>");
        self.put(name, text.as_bytes());
    }

    /// Adds what the file is: its main part, and the part of XML in which it says something of itself.
    pub fn begin(&mut self, main: &str, properties: Option<&str>) {
        let mut own = vec![Relation::numbered(1, "officeDocument", main)];
        if let Some(text) = properties {
            let (core, app) = ("docProps/core.xml", "docProps/app.xml");
            self.add(core, "application/vnd.openxmlformats-package.core-properties+xml", text);
            let program = format!("<Properties xmlns=\"{EXTENDED}\"><Application>sop</Application></Properties>");
            self.add(app, &format!("{TYPES}.extended-properties+xml"), program);
            own.push(Relation::numbered(2, PROPERTIES, core));
            own.push(Relation::numbered(3, "extended-properties", app));
        }
        self.relate("_rels/.rels", &own);
    }

    /// The file, the account of types before all others: who looks at the first part knows what the file is.
    ///
    /// # Errors
    /// When it is larger than an archive can be.
    pub fn packed(self) -> Result<Vec<u8>, PackError> {
        let account = format!(
            "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
            self.types
        );
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        pack(&mut archive, "[Content_Types].xml", &[account.as_bytes()], pressed())?;
        for (name, bytes, is_packed) in self.parts {
            let options = match is_packed {
                true => SimpleFileOptions::default().compression_method(CompressionMethod::Stored),
                false => pressed(),
            };
            pack(&mut archive, &name, &[&bytes], options)?;
        }
        Ok(archive.finish()?.into_inner())
    }
}

/// Puts one part into an archive, given in pieces.
///
/// # Errors
/// When the archive becomes larger than one can be.
pub fn pack(archive: &mut Archive, name: &str, pieces: &[&[u8]], options: SimpleFileOptions) -> Result<(), PackError> {
    archive.start_file(name, options)?;
    pieces.iter().try_for_each(|piece| archive.write_all(piece))?;
    Ok(())
}

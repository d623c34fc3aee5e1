//! Files that are not read: what each is, by its first bytes or its name, and what its program can save it as instead.

use crate::diagnostic::Message;

/// A sort of file that people hand over and that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foreign {
    /// Word before 2007, or its XML of 2003.
    OldWord,
    /// Excel before 2007, or its XML of 2003.
    OldExcel,
    /// Excel's binary workbook.
    BinaryExcel,
    /// Rich text.
    RichText,
    /// A text of LibreOffice.
    OpenText,
    /// A sheet of LibreOffice.
    OpenSheet,
    /// Slides of any program.
    Slides,
    /// A file of an old Office program that is none of these.
    OldOffice,
    /// A Word or Excel file that a password locks.
    Encrypted,
    /// A picture or a scan.
    Picture,
    /// An archive of files.
    Archive,
    /// A program.
    Program,
    /// Anything else that is no text.
    Data,
}

/// Extensions by which files of a folder are told without being opened.
const EXTENSIONS: &[(&str, Foreign)] = &[
    ("doc", Foreign::OldWord),
    ("dot", Foreign::OldWord),
    ("xls", Foreign::OldExcel),
    ("xlt", Foreign::OldExcel),
    ("xlsb", Foreign::BinaryExcel),
    ("rtf", Foreign::RichText),
    ("odt", Foreign::OpenText),
    ("ods", Foreign::OpenSheet),
    ("odp", Foreign::Slides),
    ("ppt", Foreign::Slides),
    ("pptx", Foreign::Slides),
    ("png", Foreign::Picture),
    ("jpg", Foreign::Picture),
    ("jpeg", Foreign::Picture),
    ("gif", Foreign::Picture),
    ("bmp", Foreign::Picture),
    ("tif", Foreign::Picture),
    ("tiff", Foreign::Picture),
    ("webp", Foreign::Picture),
    ("heic", Foreign::Picture),
    ("zip", Foreign::Archive),
    ("rar", Foreign::Archive),
    ("7z", Foreign::Archive),
];

/// First bytes that no text begins with.
const MAGIC: &[(&[u8], Foreign)] = &[
    (b"{\\rtf", Foreign::RichText),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"PK\x03\x04", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x7FELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
];

/// What a compound file begins with: Office before 2007, and what Office locks today.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// Length of an entry in the directory of a compound file; entries lie at multiples of it.
const ENTRY: usize = 128;

/// Streams that tell what a compound file is.
const STREAMS: &[(&str, Foreign)] = &[
    ("WordDocument", Foreign::OldWord),
    ("Workbook", Foreign::OldExcel),
    ("Book", Foreign::OldExcel),
    ("PowerPoint Document", Foreign::Slides),
];

/// How Office marks the XML that it wrote in 2003.
const MARKS_OF_2003: &[(&[u8], Foreign)] =
    &[(b"progid=\"Word.Document\"", Foreign::OldWord), (b"progid=\"Excel.Sheet\"", Foreign::OldExcel)];

/// What the `mimetype` of an archive of LibreOffice begins with.
const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.";

impl Foreign {
    /// What a file of that extension, in small letters, most likely is.
    pub fn of_extension(extension: &str) -> Option<Self> {
        EXTENSIONS.iter().find(|(it, _)| *it == extension).map(|(_, foreign)| *foreign)
    }

    /// What these bytes are, where their beginning tells.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(COMPOUND) {
            return Some(of_compound(bytes));
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::Picture);
        }
        let by_magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
        by_magic.map(|(_, foreign)| *foreign).or_else(|| of_2003(bytes))
    }

    /// What an archive of LibreOffice is, by its `mimetype`.
    pub(super) fn of_open_document(mimetype: &str) -> Option<Self> {
        let kind = mimetype.trim().strip_prefix(OPEN_DOCUMENT)?;
        [("text", Self::OpenText), ("spreadsheet", Self::OpenSheet), ("presentation", Self::Slides)]
            .into_iter()
            .find_map(|(name, foreign)| kind.starts_with(name).then_some(foreign))
    }

    /// What it is, in a few words.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::OldWord => ("Word lama", "an old Word file"),
            Self::OldExcel => ("Excel lama", "an old Excel file"),
            Self::BinaryExcel => ("Excel biner", "a binary Excel file"),
            Self::RichText => ("RTF", "an RTF file"),
            Self::OpenText => ("dokumen LibreOffice", "a LibreOffice text"),
            Self::OpenSheet => ("lembar LibreOffice", "a LibreOffice sheet"),
            Self::Slides => ("salindia", "slides"),
            Self::OldOffice => ("Office lama", "an old Office file"),
            Self::Encrypted => ("terkunci kata sandi", "locked by a password"),
            Self::Picture => ("gambar", "a picture"),
            Self::Archive => ("arsip", "an archive"),
            Self::Program => ("program", "a program"),
            Self::Data => ("data biner", "binary data"),
        }
    }

    /// What to do, in a few words.
    fn cure(self) -> (&'static str, &'static str) {
        match self {
            Self::OldWord | Self::RichText | Self::OpenText => ("simpan sebagai .docx", "save it as .docx"),
            Self::OldExcel | Self::BinaryExcel | Self::OpenSheet => ("simpan sebagai .xlsx", "save it as .xlsx"),
            Self::Slides | Self::OldOffice => {
                ("simpan SOP-nya sebagai .docx atau .xlsx", "save the SOP as .docx or .xlsx")
            }
            Self::Encrypted => ("simpan tanpa kata sandi", "save it without one"),
            Self::Picture => ("pakai berkas asalnya", "use what it was made from"),
            Self::Archive => ("keluarkan isinya", "unpack it"),
            Self::Program | Self::Data => ("bukan SOP", "no SOP"),
        }
    }

    /// What it is and what to do, as short as a list of files wants it.
    pub fn short(self) -> Message {
        let ((id, en), (cure_id, cure_en)) = (self.name(), self.cure());
        Message::new(format!("{id}; {cure_id}"), format!("{en}; {cure_en}"))
    }

    /// What happened and what to do, in the words of the program that the reader has.
    pub fn message(self) -> Message {
        let saved = |what: &str, en: &str, kind: &str| {
            Message::new(
                format!(
                    "{what} tidak dibaca; buka di Word, Excel atau LibreOffice, pilih Simpan Sebagai, jenis {kind}"
                ),
                format!("{en} is not read; open it in Word, Excel or LibreOffice and save it as {kind}"),
            )
        };
        match self {
            Self::OldWord => saved("berkas Word lama (.doc)", "an old Word file (.doc)", "Word (.docx)"),
            Self::OldExcel => saved("berkas Excel lama (.xls)", "an old Excel file (.xls)", "Excel (.xlsx)"),
            Self::BinaryExcel => saved("buku kerja biner (.xlsb)", "a binary workbook (.xlsb)", "Excel (.xlsx)"),
            Self::RichText => saved("berkas RTF", "an RTF file", "Word (.docx)"),
            Self::OpenText => saved("dokumen LibreOffice (.odt)", "a LibreOffice text (.odt)", "Word (.docx)"),
            Self::OpenSheet => saved("lembar LibreOffice (.ods)", "a LibreOffice sheet (.ods)", "Excel (.xlsx)"),
            Self::OldOffice => saved("berkas Office lama", "an old Office file", "Word (.docx) atau Excel (.xlsx)"),
            Self::Slides => Message::new(
                "salindia (PowerPoint) tidak dibaca; salin SOP-nya ke Word atau Excel, lalu simpan sebagai .docx atau .xlsx",
                "slides (PowerPoint) are not read; copy the SOP into Word or Excel and save it as .docx or .xlsx",
            ),
            Self::Encrypted => Message::new(
                "berkas ini terkunci kata sandi; buka di Word atau Excel, hapus kata sandinya (Berkas, Info), lalu simpan",
                "this file is locked by a password; open it in Word or Excel, take the password off (File, Info) and save it",
            ),
            Self::Picture => Message::new(
                "berkas ini gambar atau hasil pindai, bukan teks; pakai berkas asalnya (Word, Excel atau PDF), atau ketik isinya",
                "this file is a picture or a scan, no text; use what it was made from (Word, Excel or PDF), or type it",
            ),
            Self::Archive => Message::new(
                "berkas ini arsip, bukan Word (.docx) atau Excel (.xlsx); keluarkan dahulu isinya",
                "this file is an archive, no Word (.docx) or Excel (.xlsx) file; unpack it first",
            ),
            Self::Program | Self::Data => Message::new(
                "berkas ini bukan teks, Word, Excel atau PDF; simpan SOP-nya sebagai .docx, .xlsx atau .txt",
                "this file is no text, Word, Excel or PDF file; save the SOP as .docx, .xlsx or .txt",
            ),
        }
    }
}

/// By the first stream that tells: further down stand those of embedded files. What Office locks holds nothing in clear.
fn of_compound(bytes: &[u8]) -> Foreign {
    let is_locked = bytes.chunks_exact(ENTRY).any(|entry| is_named(entry, "EncryptedPackage"));
    if is_locked {
        return Foreign::Encrypted;
    }
    let told = |entry: &[u8]| STREAMS.iter().find(|(name, _)| is_named(entry, name)).map(|(_, foreign)| *foreign);
    bytes.chunks_exact(ENTRY).find_map(told).unwrap_or(Foreign::OldOffice)
}

/// This entry of a directory is of that name: UTF-16, with its length in bytes, the closing zero included, behind 32 letters.
fn is_named(entry: &[u8], name: &str) -> bool {
    let length = 2 * (name.len() + 1);
    entry.get(64..66) == Some(&(length as u16).to_le_bytes()[..])
        && name.bytes().chain([0]).zip(entry.chunks_exact(2)).all(|(letter, unit)| *unit == [letter, 0])
}

fn of_2003(bytes: &[u8]) -> Option<Foreign> {
    let head = &bytes[..bytes.len().min(512)];
    let has = |mark: &[u8]| head.windows(mark.len()).any(|it| it == mark);
    let is_xml = head.starts_with(b"<?xml") || head.starts_with(b"\xEF\xBB\xBF<?xml");
    MARKS_OF_2003.iter().filter(|_| is_xml).find(|(mark, _)| has(mark)).map(|(_, foreign)| *foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file with entries of these names, as a directory lists them.
    fn compound(names: &[&str]) -> Vec<u8> {
        let mut bytes = [COMPOUND, &[0; 508]].concat();
        for name in names {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.resize(64, 0);
            entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
            entry.resize(ENTRY, 0);
            bytes.extend(entry);
        }
        bytes
    }

    #[test]
    fn compound_files_are_told_by_their_first_stream() {
        let told = |names: &[&str]| Foreign::of_bytes(&compound(names));
        assert_eq!(told(&["Root Entry", "WordDocument", "Workbook"]), Some(Foreign::OldWord));
        assert_eq!(told(&["Root Entry", "Workbook", "WordDocument"]), Some(Foreign::OldExcel));
        assert_eq!(told(&["Root Entry", "Book"]), Some(Foreign::OldExcel));
        assert_eq!(told(&["Root Entry", "PowerPoint Document"]), Some(Foreign::Slides));
        assert_eq!(told(&["Root Entry", "EncryptionInfo", "EncryptedPackage"]), Some(Foreign::Encrypted));
        assert_eq!(told(&["Root Entry", "Bookworm"]), Some(Foreign::OldOffice));
    }

    #[test]
    fn a_text_is_not_foreign() {
        for text in ["Nomor SOP\t01", "<?xml version=\"1.0\"?><html/>", "Book", "RIFF", ""] {
            assert_eq!(Foreign::of_bytes(text.as_bytes()), None);
        }
        let word = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>";
        assert_eq!(Foreign::of_bytes(word.as_bytes()), Some(Foreign::OldWord));
    }
}

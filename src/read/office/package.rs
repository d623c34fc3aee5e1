//! The ZIP archive that an Office file is: its members, each unpacked only within bounds.

use super::Kind;
use crate::read::Foreign;
use flate2::{Crc, Decompress, FlushDecompress, Status};
use memchr::memmem;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// Most members of an archive.
const MOST_MEMBERS: usize = 4_000;

/// Largest member once unpacked, in bytes.
const LARGEST_MEMBER: u64 = 48 << 20;

/// Largest sum of all members read of one archive, in bytes.
const LARGEST_SUM: u64 = 96 << 20;

/// Why an Office file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeFault {
    /// Cut off, damaged, or without the part that makes it such a file.
    Damaged,
    /// More, or larger when unpacked, than any real document.
    TooMuch,
    /// Locked by a password.
    Locked,
    /// Its XML brings a document type of its own, which no Office program writes.
    DocumentType,
    /// An archive without the parts of a Word or Excel file.
    Unknown,
    /// Another sort of archive, and which.
    Foreign(Foreign),
}

/// An opened archive.
pub struct Package<'a> {
    bytes: &'a [u8],
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The unpacking of one member after another.
    inflate: Decompress,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive that these bytes are.
    ///
    /// # Errors
    /// When it is damaged, or has more members than any real document.
    pub fn open(bytes: &'a [u8]) -> Result<Self, OfficeFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| OfficeFault::Damaged)?;
        if archive.len() > MOST_MEMBERS {
            return Err(OfficeFault::TooMuch);
        }
        Ok(Self { bytes, archive, inflate: Decompress::new(false), left: LARGEST_SUM })
    }

    /// The bytes of all its XML, as the archive states them.
    pub fn unpacked(&mut self) -> u64 {
        let members = self.archive.len();
        let size = |at: usize| {
            let member = self.archive.by_index_raw(at).ok()?;
            let is_xml = member.name().is_ok_and(|it| it.ends_with(".xml"));
            is_xml.then(|| member.size())
        };
        (0..members).filter_map(size).sum()
    }

    /// What the archive holds, by the part that it begins with.
    pub fn kind(&self) -> Option<Kind> {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        match () {
            () if has("xl/workbook.xml") => Some(Kind::Workbook),
            () if has("word/document.xml") => Some(Kind::TextDocument),
            () => None,
        }
    }

    /// What else the archive is.
    pub fn foreign(&mut self) -> Foreign {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        match () {
            () if has("xl/workbook.bin") => Foreign::BinaryExcel,
            () if has("ppt/presentation.xml") => Foreign::Slides,
            () => {
                let mimetype = self.member("mimetype").ok().flatten();
                mimetype.and_then(|it| Foreign::of_open_document(&it)).unwrap_or(Foreign::Archive)
            }
        }
    }

    /// The names of all members, in the order of the archive.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.archive.file_names().filter_map(Result::ok)
    }

    /// The unpacked text of a member; `None` where there is none of that name.
    ///
    /// # Errors
    /// When it is damaged, locked, too large, no UTF-8, or brings a document type.
    pub fn member(&mut self, name: &str) -> Result<Option<String>, OfficeFault> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = text(bytes)?;
        let head = &text.as_bytes()[..text.len().min(4096)];
        let is_type = |at| head[at..].get(..9).is_some_and(|it| it.eq_ignore_ascii_case(b"<!doctype"));
        if memmem::find_iter(head, b"<!").any(is_type) {
            return Err(OfficeFault::DocumentType);
        }
        Ok(Some(text))
    }

    /// The unpacked bytes of a member; `None` where there is none of that name.
    ///
    /// # Errors
    /// When it is damaged, locked or too large.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, OfficeFault> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        if let Some(bytes) = self.unpacked_at_once(index) {
            self.left -= bytes.len() as u64;
            return Ok(Some(bytes));
        }
        let mut file = self.archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => OfficeFault::Locked,
            _ => OfficeFault::Damaged,
        })?;
        let most = self.left.min(LARGEST_MEMBER);
        // The size that an archive states may lie: only so much is reserved.
        let mut bytes = Vec::with_capacity(usize::try_from(file.size().min(1 << 20)).unwrap_or(0));
        file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|_| OfficeFault::Damaged)?;
        if bytes.len() as u64 > most {
            return Err(OfficeFault::TooMuch);
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

/// Most bytes that are unpacked at once.
const AT_ONCE: u64 = 1 << 20;

impl Package<'_> {
    /// The bytes of a member that is just as the archive states; `None` where it is larger than most, or anything of it is not
    /// as usual, which a slower reading tells.
    fn unpacked_at_once(&mut self, index: usize) -> Option<Vec<u8>> {
        let member = self.archive.by_index_raw(index).ok()?;
        if member.encrypted() || member.compression() != CompressionMethod::Deflated {
            return None;
        }
        let size = Some(member.size()).filter(|it| *it <= self.left.min(AT_ONCE))?;
        let start = usize::try_from(member.data_start()?).ok()?;
        let packed = self.bytes.get(start..)?.get(..usize::try_from(member.compressed_size()).ok()?)?;
        let checksum = member.crc32();
        // One byte more, so that a member that is larger than stated does not end.
        let mut bytes = Vec::with_capacity(usize::try_from(size).ok()? + 1);
        self.inflate.reset(false);
        let status = self.inflate.decompress_vec(packed, &mut bytes, FlushDecompress::Finish).ok()?;
        let mut crc = Crc::new();
        crc.update(&bytes);
        let is_whole = status == Status::StreamEnd && bytes.len() as u64 == size && crc.sum() == checksum;
        is_whole.then_some(bytes)
    }
}

/// XML as text: UTF-8, or UTF-16 with its mark.
fn text(bytes: Vec<u8>) -> Result<String, OfficeFault> {
    let bytes = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest.to_vec(),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => bytes,
    };
    String::from_utf8(bytes).map_err(|_| OfficeFault::Damaged)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, OfficeFault> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).map_err(|_| OfficeFault::Damaged)
}

//! The archive that an office file is, being rewritten: what is changed is packed anew, everything else is copied as it is packed.

use super::Fault;
use crate::package::{pack, pressed};
use crate::read::OfficeFault;
use crate::read::office::Package;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use zip::{ZipArchive, ZipWriter};

/// What UTF-8 may begin with.
const MARK: &str = "\u{feff}";

/// An office file with the parts that are to be changed.
pub(super) struct Parts<'a> {
    bytes: &'a [u8],
    /// The file as it is.
    pub package: Package<'a>,
    /// Texts of changed and of new parts, by name.
    changed: BTreeMap<String, String>,
    /// The parts that begin with a mark of UTF-8.
    marked: BTreeSet<String>,
}

impl<'a> Parts<'a> {
    /// Opens the archive that these bytes are.
    ///
    /// # Errors
    /// When it is none that is sound.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        Ok(Self { bytes, package: Package::open(bytes)?, changed: BTreeMap::new(), marked: BTreeSet::new() })
    }

    /// The part as it stands now, without a mark of UTF-8; `None` where there is none of that name.
    ///
    /// # Errors
    /// When it is damaged, or not written in UTF-8.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        if let Some(text) = self.changed.get(name) {
            return Ok(Some(text.clone()));
        }
        let Some(bytes) = self.package.bytes(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Fault::Unusual(name.to_owned()))?;
        let Some(unmarked) = text.strip_prefix(MARK) else { return Ok(Some(text)) };
        self.marked.insert(name.to_owned());
        Ok(Some(unmarked.to_owned()))
    }

    /// The part, which must be there.
    ///
    /// # Errors
    /// When it is not, is damaged, or not written in UTF-8.
    pub fn needed(&mut self, name: &str) -> Result<String, Fault> {
        self.text(name)?.ok_or(Fault::Office(OfficeFault::Damaged))
    }

    /// The part is to be this text, with a mark of UTF-8 where it had one.
    pub fn put(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// The first name of this form, with a number from 1 between its halves, that no part has.
    pub fn free_name(&self, stem: &str, end: &str) -> String {
        let is_taken = |name: &str| self.changed.contains_key(name) || self.package.names().any(|it| it == name);
        let mut numbers = (1..).map(|number| format!("{stem}{number}{end}"));
        numbers.find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// The file with the changed parts in their places and the new ones at its end.
    ///
    /// # Errors
    /// When a part that is only copied is damaged.
    pub fn finish(mut self) -> Result<Vec<u8>, Fault> {
        let damaged = |_| Fault::Office(OfficeFault::Damaged);
        let mut old = ZipArchive::new(Cursor::new(self.bytes)).map_err(damaged)?;
        let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + self.bytes.len() / 8)));
        for index in 0..old.len() {
            let file = old.by_index_raw(index).map_err(damaged)?;
            let name = file.name().map_err(damaged)?.into_owned();
            match self.changed.remove_entry(&name) {
                Some((name, text)) => {
                    let options = pressed().last_modified_time(file.last_modified().unwrap_or_default());
                    let mark = if self.marked.contains(&name) { MARK } else { "" };
                    pack(&mut new, &name, &[mark.as_bytes(), text.as_bytes()], options).map_err(damaged)?;
                }
                None => new.raw_copy_file(file).map_err(damaged)?,
            }
        }
        for (name, text) in &self.changed {
            pack(&mut new, name, &[text.as_bytes()], pressed()).map_err(damaged)?;
        }
        Ok(new.finish().map_err(damaged)?.into_inner())
    }
}

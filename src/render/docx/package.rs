//! Parts → the archive that a Word file is; the same parts give the same bytes.

use super::DocxError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How hard parts are pressed, of 9: more takes much longer and gains little.
const LEVEL: i64 = 3;

/// The parts of a file, in order.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    /// Adds a part.
    pub fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.0.push((name.into(), bytes));
    }

    /// The bytes of the file. Its parts are of no time.
    pub fn packed(self) -> Result<Vec<u8>, DocxError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default());
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in self.0 {
            archive.start_file(name, options)?;
            archive.write_all(&bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    }
}

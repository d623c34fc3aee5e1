//! The report being written to standard output, block after block.

use crate::report::{Report, Tally};
use anyhow::Result;
use std::io::Write;

/// An open report.
pub(super) struct Sheet<W: Write> {
    out: W,
    report: Report,
    tally: Tally,
}

impl<W: Write> Sheet<W> {
    /// Begins a report.
    pub fn open(mut out: W, report: Report) -> Result<Self> {
        out.write_all(report.opening().as_bytes())?;
        Ok(Self { out, report, tally: Tally::default() })
    }

    /// Adds what one file has to say.
    pub fn add(&mut self, block: &str, tally: Tally) -> Result<()> {
        if !block.is_empty() {
            if self.tally.findings() > 0 {
                self.out.write_all(self.report.separator().as_bytes())?;
            }
            self.out.write_all(block.as_bytes())?;
        }
        self.tally.add(tally);
        Ok(())
    }

    /// Ends the report and gives the counts of the run.
    pub fn close(mut self) -> Result<Tally> {
        self.out.write_all(self.report.closing(&self.tally).as_bytes())?;
        self.out.flush()?;
        Ok(self.tally)
    }
}

//! `sop schema`: the JSON Schema of the YAML.

use super::Verdict;
use anyhow::{Result, bail};

/// Prints the schema.
pub(super) fn run() -> Result<Verdict> {
    bail!("belum tersedia")
}

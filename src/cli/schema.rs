//! `sop schema`: the JSON Schema of the YAML.

use super::Verdict;
use super::output::print;
use crate::schema::json_schema;
use anyhow::Result;

/// Prints the schema.
pub(super) fn run() -> Result<Verdict> {
    print(json_schema().as_bytes())?;
    Ok(Verdict::Clean)
}

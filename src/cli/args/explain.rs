//! What `sop explain` takes.

use super::english::Twin;
use clap::Args;

/// `sop explain`
#[derive(Debug, Args)]
#[command(override_usage = "sop explain [KODE]", next_help_heading = "Pilihan")]
pub struct ExplainArgs {
    /// Kode (S502) atau nama (unused-output) aturan
    #[arg(value_name = "KODE", help_heading = "Masukan")]
    pub rule: Option<String>,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "explain",
    about: "Explain a rule; without CODE: the list of all rules",
    usage: "sop explain [CODE]",
    after: "",
    arguments: &[&[("rule", "Code (S502) or name (unused-output) of a rule")]],
};

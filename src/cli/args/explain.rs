//! What `sop explain` takes.

use clap::Args;

/// `sop explain`
#[derive(Debug, Args)]
#[command(override_usage = "sop explain [KODE]", next_help_heading = "Pilihan")]
pub struct ExplainArgs {
    /// Kode (S502) atau nama (unused-output) aturan
    #[arg(value_name = "KODE", help_heading = "Masukan")]
    pub rule: Option<String>,
}

//! Which rules look at a file, and under which settings.

use crate::check::{Rule, Settings};
use crate::cli::args::CheckArgs;
use crate::cli::selection;
use crate::cli::speech::Speech;
use anyhow::Result;

/// What holds for the files of a run.
#[derive(Debug)]
pub(super) struct Policy {
    /// The rules, by code.
    pub rules: Vec<&'static Rule>,
    /// What they are asked under.
    pub settings: Settings,
}

impl Policy {
    /// What the command line asks for.
    pub fn of(args: &CheckArgs, speech: Speech) -> Result<Self> {
        let rules = selection::selected(&args.select, &args.ignore, speech)?;
        Ok(Self { rules, settings: Settings::default() })
    }
}

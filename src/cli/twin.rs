//! A text and the YAML converted from it, met in one run: the same document, which is reported once.

use crate::cli::input::{Input, is_model};
use crate::model::Sop;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files of a run, by path; of no run without YAML or JSON.
#[derive(Debug)]
pub(super) struct Twins(BTreeSet<PathBuf>);

impl Twins {
    /// Of these inputs.
    pub fn among(inputs: &[Input]) -> Self {
        let paths = || inputs.iter().filter_map(|it| it.path.as_ref());
        let is_any = paths().any(|path| is_model(path));
        Self(paths().filter(|_| is_any).cloned().collect())
    }

    /// A YAML found in a folder that says it was converted from a text of the same run.
    pub fn is_twin(&self, input: &Input, sops: &[Sop]) -> bool {
        input.found && self.is_conversion(input, sops)
    }

    /// The same, were the YAML named itself: whoever compares SOPs with one another must not compare it with its text.
    pub fn is_conversion(&self, input: &Input, sops: &[Sop]) -> bool {
        let (Some(path), Some(folder)) = (&input.path, input.folder()) else { return false };
        let is_of_text = |source: &str| {
            let text = Path::new(source).file_name().map(|name| folder.join(name));
            text.is_some_and(|text| text != *path && self.0.contains(&text))
        };
        let mut sources = sops.iter().map(|sop| sop.conversion.as_ref().map(|it| it.source.as_str()));
        is_model(path) && !sops.is_empty() && sources.all(|source| source.is_some_and(is_of_text))
    }
}

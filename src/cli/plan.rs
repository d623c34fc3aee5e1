//! Which result goes where, decided before anything is written.

use super::input::Input;
use super::output::is_same_file;
use super::speech::Speech;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One input and the file its result goes to.
#[derive(Debug)]
pub(super) struct Job {
    /// What is converted.
    pub input: Input,
    /// Where the result goes; `None` for standard output.
    pub target: Option<PathBuf>,
}

impl Job {
    /// The files of a result that is one file for each page: `a-1.png`, with as many digits as the last of them needs.
    pub fn page_targets(&self, pages: usize) -> Vec<PathBuf> {
        let Some(target) = &self.target else { return Vec::new() };
        let (stem, extension) = (target.file_stem().unwrap_or_default(), target.extension().unwrap_or_default());
        let digits = pages.to_string().len();
        let name = |page: usize| {
            let mut name = stem.to_owned();
            name.push(format!("-{page:0digits$}."));
            name.push(extension);
            target.with_file_name(name)
        };
        (1..=pages).map(name).collect()
    }

    /// Refuses to write a result over its own input.
    pub fn guard(&self, speech: Speech) -> Result<()> {
        match (&self.target, &self.input.path) {
            // Most targets do not exist yet, which is cheap to see.
            (Some(target), Some(path)) if target.exists() && is_same_file(target, path) => {
                let name = target.display();
                Err(speech.failure(
                    format!("{name}: hasil akan menimpa masukannya sendiri; pilih nama lain dengan -o"),
                    format!("{name}: the result would overwrite its own input; choose another name with -o"),
                ))
            }
            _ => Ok(()),
        }
    }
}

/// Inputs whose results would be one and the same file; none of them is converted.
#[derive(Debug)]
pub(super) struct Clash {
    target: PathBuf,
    names: Vec<String>,
}

impl Clash {
    /// The clash in words, all inputs named.
    pub fn failure(&self, speech: Speech) -> anyhow::Error {
        let (target, names) = (self.target.display(), self.names.join(", "));
        speech.failure(
            format!("{target}: hasil dari beberapa masukan sekaligus ({names}); ubah satu per satu dengan -o BERKAS"),
            format!("{target}: the result of several inputs ({names}); convert them one by one with -o FILE"),
        )
    }
}

/// All work of a run.
#[derive(Debug)]
pub(super) struct Plan {
    /// In the order of the inputs.
    pub jobs: Vec<Job>,
    /// What cannot be done.
    pub clashes: Vec<Clash>,
}

/// Gives every input its target. `output` is a folder where there are several inputs, where it ends with a slash, or where
/// one of that name exists; sub-folders of what was named are kept.
pub(super) fn plan(inputs: Vec<Input>, output: Option<&Path>, is_several: bool, extension: &str) -> Plan {
    let Some(output) = output else {
        let jobs = inputs.into_iter().map(|input| Job { input, target: None }).collect();
        return Plan { jobs, clashes: Vec::new() };
    };
    let is_folder = is_several || ends_with_slash(output) || output.is_dir();
    let target = |input: &Input| match is_folder {
        true => output.join(input.relative.with_extension(extension)),
        false => output.to_owned(),
    };
    let jobs: Vec<Job> = inputs.into_iter().map(|input| Job { target: Some(target(&input)), input }).collect();
    separate(jobs)
}

fn separate(jobs: Vec<Job>) -> Plan {
    let mut names: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for job in &jobs {
        if let Some(target) = &job.target {
            names.entry(target.clone()).or_default().push(job.input.name.clone());
        }
    }
    names.retain(|_, names| names.len() > 1);
    let is_sound = |job: &Job| job.target.as_ref().is_none_or(|target| !names.contains_key(target));
    let jobs = jobs.into_iter().filter(is_sound).collect();
    Plan { jobs, clashes: names.into_iter().map(|(target, names)| Clash { target, names }).collect() }
}

fn ends_with_slash(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

//! The inputs of a run → with what each is printed: by the command line alone, or as its `sop.toml` has it.

use crate::cli::args::{Paper, PolicyArgs, PrintArgs, SettingsArgs};
use crate::cli::check::policy::{Loaded, Policies};
use crate::cli::input::Input;
use crate::cli::press::{FontFiles, Outfit, Press};
use crate::cli::speech::Speech;
use anyhow::Result;
use clap::ValueEnum;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Every way in which a run prints, with the files of letters read.
pub(in crate::cli) struct Wardrobe {
    /// Of the command line alone first, then of each file of settings that says something of prints.
    outfits: Vec<(Outfit, FontFiles)>,
    /// Which of them each folder has; those that are not here have the first.
    of_folder: BTreeMap<PathBuf, usize>,
    /// Which file of settings holds for which input.
    policies: Policies,
    asked: Option<Paper>,
}

impl Wardrobe {
    /// For these inputs; a file that cannot be used is an error that says why.
    pub fn of((args, settings): (&PrintArgs, &SettingsArgs), inputs: &[Input], speech: Speech) -> Result<Self> {
        let here = Path::new("");
        let folders = || inputs.iter().map(|input| input.folder().unwrap_or(here));
        let policy = PolicyArgs { settings: settings.clone(), ..PolicyArgs::default() };
        let policies = Policies::of_folders(&policy, folders(), speech)?;
        let bare = Outfit::of(args, None);
        let mut outfits = vec![(FontFiles::read(&bare, speech)?, bare)];
        let (mut of_file, mut of_folder) = (BTreeMap::<&Path, usize>::new(), BTreeMap::new());
        for folder in folders() {
            let Some(Loaded { file, folder: own, .. }) = policies.file_for(folder) else { continue };
            if file.print.said().is_empty() {
                continue;
            }
            let at = match of_file.get(own.as_path()) {
                Some(at) => *at,
                None => {
                    let outfit = Outfit::of(args, Some((&file.print, own)));
                    outfits.push((FontFiles::read(&outfit, speech)?, outfit));
                    of_file.insert(own, outfits.len() - 1);
                    outfits.len() - 1
                }
            };
            of_folder.insert(folder.to_owned(), at);
        }
        let outfits = outfits.into_iter().map(|(fonts, outfit)| (outfit, fonts)).collect();
        Ok(Self { outfits, of_folder, policies, asked: args.paper })
    }

    /// The inputs but for those of folders that settings pass over.
    pub fn meant(&self, inputs: Vec<Input>) -> Vec<Input> {
        self.policies.meant(inputs)
    }

    /// The files that a print depends on beside its input: settings, emblems and letters.
    pub fn files(&self) -> BTreeSet<PathBuf> {
        let fittings = self.outfits.iter().flat_map(|(outfit, _)| outfit.files().cloned());
        self.policies.watched().chain(fittings).collect()
    }

    /// All of it made ready.
    pub fn presses(&self, speech: Speech) -> Result<Presses<'_>> {
        let ready = self.outfits.iter().map(|(outfit, fonts)| Press::ready(outfit, fonts, speech));
        Ok(Presses { wardrobe: self, all: ready.collect::<Result<_>>()? })
    }
}

/// With what each input is printed.
pub(in crate::cli) struct Presses<'a> {
    wardrobe: &'a Wardrobe,
    all: Vec<Press<'a>>,
}

impl Presses<'_> {
    /// That of the command line alone.
    pub fn bare(&self) -> &Press<'_> {
        &self.all[0]
    }

    /// That of an input.
    pub fn of(&self, input: &Input) -> &Press<'_> {
        let folder = input.folder().unwrap_or(Path::new(""));
        self.wardrobe.of_folder.get(folder).and_then(|at| self.all.get(*at)).unwrap_or(self.bare())
    }

    /// The paper of an input: that of the command line, else of its settings.
    pub fn paper(&self, input: &Input) -> Paper {
        let usual = || {
            let policy = self.wardrobe.policies.policy_for(Some(input.place()));
            Paper::from_str(policy.paper.value, true).unwrap_or(Paper::A4)
        };
        self.wardrobe.asked.unwrap_or_else(usual)
    }
}

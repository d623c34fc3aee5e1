//! What holds for the whole run: the locks, the folder, the settings of the office and the way of its prints.

use super::shelf::Shelf;
use super::survey::Survey;
use crate::cli::args::{Paper, PolicyArgs, PrintArgs, SearchArgs, SettingsArgs};
use crate::cli::check::policy::Policies;
use crate::cli::input::{Gathered, Input, Meant, Search, gather};
use crate::cli::press::Press;
use crate::cli::render::presses::{Presses, Wardrobe};
use crate::cli::speech::Speech;
use crate::config::Policy;
use crate::desk::Bench;
use crate::desk::gate::Gate;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// All of it.
pub(super) struct Stage {
    pub gate: Gate,
    /// The folder, where one was named.
    pub shelf: Option<Shelf>,
    /// What was found in it.
    pub survey: Survey,
    /// The language of the command line.
    pub speech: Speech,
    policies: Policies,
    presses: Presses<'static>,
}

impl Stage {
    /// Reads the settings that hold; one that cannot be used is an error of the run.
    pub fn ready(folder: Option<&Path>, gate: Gate, speech: Speech) -> Result<Self> {
        let shelf = folder.map(|folder| Shelf::of(folder, speech)).transpose()?;
        let mut inputs = shelf.as_ref().map_or_else(Vec::new, |shelf| documents(shelf, speech));
        // What is made anew or dropped on the page is held to the settings of the folder itself.
        inputs.push(input_at(shelf.as_ref(), ""));
        let policies = Policies::of(&PolicyArgs::default(), &inputs, speech)?;
        let wardrobe = Wardrobe::of((&PrintArgs::default(), &SettingsArgs::default()), &inputs, speech)?;
        // It lives as long as the program serves.
        let presses = Box::leak(Box::new(wardrobe)).presses(speech)?;
        Ok(Self { gate, shelf, survey: Survey::default(), speech, policies, presses })
    }

    /// A file of the folder, as the rest of the command line knows it.
    pub fn input(&self, name: &str) -> Input {
        input_at(self.shelf.as_ref(), name)
    }

    /// The rules and settings that hold for a file of the folder.
    pub fn policy(&self, name: &str) -> Policy {
        let (own, usual) = (self.input(name), self.input(""));
        let input = if own.folder().is_some_and(|it| self.policies.file_for(it).is_some()) { own } else { usual };
        self.policies.policy_for(Some(input.place())).into_owned()
    }

    /// Does something with what a file of the folder is looked at with.
    pub fn with_bench<R>(
        &self,
        name: &str,
        paper: Option<Paper>,
        speech: Speech,
        work: impl FnOnce(&Bench<'_>) -> R,
    ) -> R {
        let (input, policy) = (self.input(name), self.policy(name));
        let press = self.presses.of(&input);
        let options = press.options(paper.unwrap_or_else(|| self.presses.paper(&input)));
        work(&Bench { policy: &policy, options: &options, fonts: &press.fonts, language: speech.0 })
    }

    /// With what a file of the folder is printed, and on what unless asked otherwise.
    pub fn press(&self, name: &str) -> (&Press<'_>, Paper) {
        let input = self.input(name);
        (self.presses.of(&input), self.presses.paper(&input))
    }
}

/// The documents of the folder, the YAML in place of what it was made from.
pub(super) fn documents(shelf: &Shelf, speech: Speech) -> Vec<Input> {
    let names = [shelf.root().to_owned()];
    let search = SearchArgs::default();
    Search::of(&search, Meant::Model, speech)
        .map(|search| {
            let Gathered { inputs, .. } = gather(&names, &search);
            inputs
        })
        .unwrap_or_default()
}

fn input_at(shelf: Option<&Shelf>, name: &str) -> Input {
    let name = if name.is_empty() { "sop.yaml" } else { name };
    let path = shelf.map_or_else(|| PathBuf::from(name), |shelf| shelf.root().join(name));
    Input { path: Some(path), name: name.to_owned(), relative: PathBuf::from(name), found: false }
}

//! An SOP under examination: the document, the settings, and what several rules ask of it, each worked out once.

use super::Settings;
use super::folder::title_key;
use super::questions::{
    Chain, Cited, Passage, Region, Texts, province_among, region_among, regions_among, repealed_citations,
    words_of_title,
};
use crate::flow::Graph;
use crate::model::{Ledger, SectionKind, Sop};
use std::cell::OnceCell;
use std::ops::Deref;

/// What a rule looks at. It reads like the [`Sop`] itself.
pub struct Subject<'a> {
    sop: &'a Sop,
    settings: &'a Settings,
    chain: OnceCell<Chain<'a>>,
    flow: OnceCell<Graph>,
    texts: OnceCell<Texts<'a>>,
    region: OnceCell<Option<Region>>,
    repealed: OnceCell<Vec<Cited>>,
    name: OnceCell<Box<str>>,
    related: OnceCell<Vec<Box<str>>>,
    ledger: OnceCell<Ledger<'a>>,
}

impl<'a> Subject<'a> {
    /// An SOP and the settings it is looked at with.
    pub fn new(sop: &'a Sop, settings: &'a Settings) -> Self {
        Self {
            sop,
            settings,
            chain: OnceCell::new(),
            flow: OnceCell::new(),
            texts: OnceCell::new(),
            region: OnceCell::new(),
            repealed: OnceCell::new(),
            name: OnceCell::new(),
            related: OnceCell::new(),
            ledger: OnceCell::new(),
        }
    }

    /// The SOP, for as long as it lives.
    pub fn sop(&self) -> &'a Sop {
        self.sop
    }

    /// The settings of the run.
    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The documents that go in and come out, row by row.
    pub fn chain(&self) -> &Chain<'a> {
        self.chain.get_or_init(|| Chain::of(self))
    }

    /// Which values were inferred.
    pub fn ledger(&self) -> &Ledger<'a> {
        self.ledger.get_or_init(|| Ledger::of(self.sop))
    }

    /// The free texts with their words.
    pub fn texts(&self) -> &Texts<'a> {
        self.texts.get_or_init(|| Texts::of(self.sop))
    }

    /// Every free text with its words, in document order.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.texts().passages()
    }

    /// The regency or town of the agency.
    pub fn region(&self) -> Option<&Region> {
        self.region.get_or_init(|| region_among(&self.texts().agency()?.words)).as_ref()
    }

    /// Every region that the agency names, its province among them: one of them is its own.
    pub fn regions(&self) -> Vec<Region> {
        let words = self.texts().agency().map_or(&[][..], |agency| &agency.words[..]);
        regions_among(words).chain(province_among(words)).collect()
    }

    /// The citations that were repealed at any time.
    pub fn repealed(&self) -> &[Cited] {
        self.repealed.get_or_init(|| repealed_citations(self.sop))
    }

    /// The name of the SOP as it would be compared with others; empty where it has none that tells something.
    pub fn name(&self) -> &str {
        let title = || self.texts().title().map(|title| title_key(&title.words));
        self.name.get_or_init(|| title().unwrap_or_default())
    }

    /// The entries of Keterkaitan, each as a name of an SOP would be compared.
    pub fn related_names(&self) -> &[Box<str>] {
        let entries =
            || self.texts().section(SectionKind::Related).map(|entry| title_key(words_of_title(&entry.words)));
        self.related.get_or_init(|| entries().collect())
    }

    /// The arrows as a graph.
    pub fn flow(&self) -> &Graph {
        self.flow.get_or_init(|| Graph::of(self.sop))
    }
}

impl Deref for Subject<'_> {
    type Target = Sop;

    fn deref(&self) -> &Sop {
        self.sop
    }
}

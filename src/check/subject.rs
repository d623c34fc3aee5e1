//! An SOP under examination: the document, the settings, and what several rules ask of it, each worked out once.

use super::Settings;
use super::questions::{Chain, Passage, passages};
use crate::flow::Graph;
use crate::model::{Ledger, Sop};
use std::cell::OnceCell;
use std::ops::Deref;

/// What a rule looks at. It reads like the [`Sop`] itself.
pub struct Subject<'a> {
    sop: &'a Sop,
    settings: &'a Settings,
    chain: OnceCell<Chain<'a>>,
    flow: OnceCell<Graph>,
    passages: OnceCell<Vec<Passage<'a>>>,
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
            passages: OnceCell::new(),
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
        self.chain.get_or_init(|| Chain::of(self.sop))
    }

    /// Which values were inferred.
    pub fn ledger(&self) -> &Ledger<'a> {
        self.ledger.get_or_init(|| Ledger::of(self.sop))
    }

    /// Every free text with its words.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| passages(self.sop))
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

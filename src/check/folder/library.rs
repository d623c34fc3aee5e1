//! The cards of a run with what is worked out of them once.

use super::keys::{hash_all, tokens_of};
use super::relations::Shelf;
use super::{Card, Match, NameIndex, Relation, Tokens};
use crate::vocabulary::document_synonyms::COMMON_WORDS;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::mem::take;
use std::sync::{Arc, OnceLock};

/// From so many SOPs on a folder may be said to hold those of an agency.
const LEAST_SOPS: usize = 5;

/// All SOPs of a run.
pub struct Library {
    cards: Vec<Card>,
    relations: Vec<Box<[Relation]>>,
    revoked: FxHashSet<Box<str>>,
    /// Who gives each document away, once somebody asks for it.
    makers: OnceLock<FxHashMap<u64, Vec<usize>>>,
    /// The documents that are used where they are made, sorted.
    within: Box<[u64]>,
    made: FxHashMap<Option<u64>, NameIndex>,
    groups: BTreeMap<u64, Group>,
}

/// What the folder holds of one agency.
#[derive(Debug, Default)]
pub struct Group {
    /// SOPs of different names.
    titles: BTreeSet<Arc<str>>,
    /// Entries of Keterkaitan, and how many of them name an SOP of the agency in the folder.
    entries: (usize, usize),
    /// Documents that first steps need and that could be made by the office, and how many of them one of its SOPs makes.
    needs: (usize, usize),
}

impl Group {
    /// The folder holds the SOPs of the agency, as far as can be told: five at least, and half of what their Keterkaitan names.
    pub fn holds_relations(&self) -> bool {
        self.titles.len() >= LEAST_SOPS && 2 * self.entries.1 >= self.entries.0
    }

    /// The SOPs of the agency hand documents on to each other: five at least, and half of what their first steps need is made
    /// by another.
    pub fn holds_documents(&self) -> bool {
        self.titles.len() >= LEAST_SOPS && 2 * self.needs.1 >= self.needs.0
    }
}

impl Library {
    /// The library of these cards, which are in the order of the input.
    pub fn new(mut cards: Vec<Card>) -> Self {
        let within = used_within(&mut cards);
        let shelf = Shelf::of(&cards);
        let follow = |at: usize, card: &Card| card.relations.iter().map(|entry| shelf.follow(at, entry)).collect();
        let relations = cards.iter().enumerate().map(|(at, card)| follow(at, card)).collect();
        let revoked = cards.iter().flat_map(|card| card.revokes.iter().cloned()).collect();
        let mut library = Self {
            cards,
            relations,
            revoked,
            makers: OnceLock::new(),
            within,
            made: FxHashMap::default(),
            groups: BTreeMap::new(),
        };
        library.note_made();
        library.note_groups();
        library
    }

    /// The cards, in the order of the input.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// Where the entries under Keterkaitan of that SOP lead, entry for entry.
    pub fn relations(&self, at: usize) -> &[Relation] {
        &self.relations[at]
    }

    /// No other SOP of the folder says that it does away with this one.
    pub fn is_in_force(&self, at: usize) -> bool {
        self.cards[at].number.as_ref().is_none_or(|number| !self.revoked.contains(&*number.key))
    }

    /// What the folder holds of the agency of an SOP; `None` where it has none.
    pub fn group(&self, card: &Card) -> Option<&Group> {
        self.groups.get(&card.agency?)
    }

    /// The SOPs of the same agency that give this document away, in the order of the input.
    pub fn makers(&self, agency: Option<u64>, document: &Tokens) -> &[usize] {
        let makers = self.makers.get_or_init(|| self.all_makers());
        makers.get(&named_in(agency, hash_all(document.iter().copied()))).map_or(&[], Vec::as_slice)
    }

    /// Some SOP of the agency makes this document, or one whose name holds the words of this one, or the other way round.
    pub fn is_made(&self, agency: Option<u64>, document: &Tokens) -> bool {
        let key = named_in(agency, hash_all(document.iter().copied()));
        let words: Vec<(u64, Vec<u64>)> = document.iter().map(|it| (*it, Vec::new())).collect();
        let is_like = |index: &NameIndex| index.best(&words).is_some_and(|(grade, _)| grade > Match::Near);
        self.within.binary_search(&key).is_ok() || self.made.get(&agency).is_some_and(is_like)
    }

    /// The SOPs that agree in something, at least two at a time, in the order of the input.
    pub fn alike<K: Hash + Eq>(&self, key: impl Fn(usize, &Card) -> Option<K>) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: FxHashMap<K, usize> = FxHashMap::default();
        for (at, card) in self.cards.iter().enumerate() {
            let Some(key) = key(at, card) else { continue };
            match known.get(&key) {
                Some(group) => groups[*group].push(at),
                None => {
                    known.insert(key, groups.len());
                    groups.push(vec![at]);
                }
            }
        }
        groups.retain(|group| group.len() > 1);
        groups
    }

    /// An entry finds an SOP of this agency; one of the same name elsewhere says nothing about what the folder holds of it.
    fn leads_to(&self, relation: &Relation, agency: u64) -> bool {
        let is_of = |at: &usize| self.cards[*at].agency == Some(agency);
        match relation {
            Relation::One(at) => is_of(at),
            Relation::Perhaps(found) => found.iter().any(is_of),
            Relation::Missing(_) | Relation::Unnamed => false,
        }
    }

    fn note_made(&mut self) {
        let common = tokens_of(COMMON_WORDS.iter().copied());
        for card in &self.cards {
            let index = self.made.entry(card.agency).or_insert_with(|| NameIndex::new(Arc::clone(&common), [].into()));
            card.results.iter().for_each(|paper| {
                index.add(&paper.tokens);
            });
        }
    }

    fn all_makers(&self) -> FxHashMap<u64, Vec<usize>> {
        let mut all: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, card) in self.cards.iter().enumerate() {
            for paper in card.results.iter() {
                let name = named_in(card.agency, hash_all(paper.tokens.iter().copied()));
                let makers = all.entry(name).or_default();
                if makers.last() != Some(&at) {
                    makers.push(at);
                }
            }
        }
        all
    }

    fn note_groups(&mut self) {
        let mut groups: BTreeMap<u64, Group> = BTreeMap::new();
        for (at, card) in self.cards.iter().enumerate() {
            let Some(agency) = card.agency else { continue };
            let group = groups.entry(agency).or_default();
            group.titles.extend(card.title.as_ref().map(|it| it.key.clone()));
            for relation in &self.relations[at] {
                group.entries.0 += usize::from(*relation != Relation::Unnamed);
                group.entries.1 += usize::from(self.leads_to(relation, agency));
            }
            for paper in card.awaited() {
                group.needs.0 += 1;
                group.needs.1 += usize::from(self.is_made(card.agency, &paper.tokens));
            }
        }
        self.groups = groups;
    }
}

/// What the cards have of documents that are used where they are made, and then have no more.
fn used_within(cards: &mut [Card]) -> Box<[u64]> {
    let mut all = Vec::with_capacity(cards.iter().map(|card| card.used_within.len()).sum());
    for card in cards {
        all.extend(take(&mut card.used_within).iter().map(|it| named_in(card.agency, *it)));
    }
    all.sort_unstable();
    all.dedup();
    all.into()
}

/// A document, by the hash of its words, in the SOPs of one agency.
fn named_in(agency: Option<u64>, document: u64) -> u64 {
    hash_all([document].into_iter().chain(agency))
}

//! Keterkaitan followed: which SOP of the folder each entry names.

use super::keys::{hash, hash_all, title_tokens, tokens_of};
use super::{Card, Entry, Match, NameIndex};
use crate::vocabulary::document_synonyms::COMMON_WORDS;
use crate::vocabulary::title_words::GENERAL_ACTIONS;
use rustc_hash::FxHashMap;

/// SOPs of one name that are kept to choose from.
const MOST_NAMESAKES: usize = 8;

/// What an entry of Keterkaitan leads to, by positions among the cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// This SOP.
    One(usize),
    /// One of these, or perhaps none: the name fits only in part, several bear it, or it is another agency's.
    Perhaps(Vec<usize>),
    /// No SOP of the folder; perhaps this one was meant.
    Missing(Option<usize>),
    /// The entry has no word that could name an SOP.
    Unnamed,
}

/// The names of all SOPs, and who bears them.
pub(super) struct Shelf<'c> {
    cards: &'c [Card],
    titles: NameIndex,
    bearers: FxHashMap<(usize, u64), Vec<usize>>,
}

impl<'c> Shelf<'c> {
    /// The shelf of these cards.
    pub fn of(cards: &'c [Card]) -> Self {
        let hashes = |words: &'static [&str]| tokens_of(words.iter().copied());
        let titles = NameIndex::new(hashes(COMMON_WORDS), hashes(GENERAL_ACTIONS));
        let mut shelf = Self { cards, titles, bearers: FxHashMap::default() };
        for (at, card) in cards.iter().enumerate() {
            let Some(title) = &card.title else { continue };
            let name = shelf.titles.add(&title_tokens(&title.key));
            title.key.split(' ').for_each(|word| shelf.titles.learn(word, hash(word)));
            for scope in scopes(card).into_iter().flatten() {
                let bearers = shelf.bearers.entry((name, scope)).or_default();
                if bearers.len() <= MOST_NAMESAKES {
                    bearers.push(at);
                }
            }
        }
        shelf
    }

    /// Where an entry of that card leads.
    pub fn follow(&self, at: usize, entry: &Entry) -> Relation {
        let words = entry.key.split(' ').filter(|word| !word.is_empty());
        let words: Vec<(u64, Vec<u64>)> = words.map(|word| self.titles.meant(word, hash(word))).collect();
        if words.is_empty() {
            return Relation::Unnamed;
        }
        match self.titles.best(&words) {
            None => Relation::Missing(None),
            Some((Match::Near, names)) => {
                let (near, _) = self.bearers_for(at, &names);
                Relation::Missing(near.into_iter().find(|it| *it != at))
            }
            Some((grade, names)) => {
                let (found, is_near) = self.bearers_for(at, &names);
                match found.as_slice() {
                    [one] if grade >= Match::Short && is_near => Relation::One(*one),
                    _ => Relation::Perhaps(found),
                }
            }
        }
    }

    /// Who bears one of these names: in the unit of that SOP, else in its agency, else anywhere; and whether that is near
    /// enough to be certain.
    fn bearers_for(&self, at: usize, names: &[usize]) -> (Vec<usize>, bool) {
        let own = &self.cards[at];
        for (distance, scope) in scopes(own).into_iter().enumerate() {
            let Some(scope) = scope else { continue };
            let mut found: Vec<usize> =
                names.iter().filter_map(|name| self.bearers.get(&(*name, scope))).flatten().copied().collect();
            if found.len() > 1 {
                found.retain(|it| *it != at);
            }
            if let Some(first) = found.first() {
                let other = self.cards[*first].agency;
                let is_near = distance < 2 || own.agency.is_none() || other.is_none();
                found.truncate(MOST_NAMESAKES);
                return (found, is_near);
            }
        }
        (Vec::new(), false)
    }
}

/// Where an SOP is looked for, nearest first: its unit, its agency, everywhere.
fn scopes(card: &Card) -> [Option<u64>; 3] {
    let unit = card.agency.zip(card.unit).map(|(agency, unit)| hash_all([agency, unit]));
    [unit, card.agency, Some(0)]
}

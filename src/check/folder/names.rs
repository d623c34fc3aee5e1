//! Names held against names by their words, without comparing every one with every other.

use super::Tokens;
use super::keys::near_spellings;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Names that one is compared with at most, those that share its rarest words first.
const CANDIDATES: usize = 64;

/// How one name answers to another; ordered from nothing to everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Half of the words are shared, and one that tells something: perhaps meant.
    Near,
    /// One name holds all words of the other.
    Holds,
    /// They differ in words only that a mention may leave out.
    Short,
    /// The same words, perhaps one of them misspelt.
    Same,
}

/// A few words, sorted, that many indexes share.
pub type Few = Arc<[u64]>;

/// Names by their words. What the words are is the caller's business; they are hashes here.
#[derive(Debug, Default)]
pub struct NameIndex {
    names: Vec<Tokens>,
    known: FxHashMap<Tokens, u32>,
    with: Holders,
    /// For each way to misspell a word the word; nearly always there is but one.
    misspelt: FxHashMap<u64, u64>,
    /// The others.
    also_misspelt: FxHashMap<u64, Vec<u64>>,
    common: Few,
    left_out: Few,
}

impl NameIndex {
    /// An empty index. Sharing a `common` word alone connects nothing; a mention may leave out those `left_out`.
    pub fn new(common: Few, left_out: Few) -> Self {
        Self { common, left_out, ..Self::default() }
    }

    /// Adds a name; equal names are one. Gives its number.
    pub fn add(&mut self, tokens: &Tokens) -> usize {
        if let Some(known) = self.known.get(tokens) {
            return *known as usize;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        tokens.iter().for_each(|token| self.with.add(*token, number));
        self.known.insert(tokens.clone(), number);
        self.names.push(tokens.clone());
        number as usize
    }

    /// A word of a name that has been added, to be found under misspellings of it too.
    pub fn learn(&mut self, word: &str, token: u64) {
        if self.misspelt.get(&token) == Some(&token) {
            return;
        }
        for spelling in near_spellings(word) {
            let first = *self.misspelt.entry(spelling).or_insert(token);
            if first != token {
                let others = self.also_misspelt.entry(spelling).or_default();
                if !others.contains(&token) {
                    others.push(token);
                }
            }
        }
    }

    /// The number of exactly this name.
    pub fn exactly(&self, tokens: &Tokens) -> Option<usize> {
        self.known.get(tokens).map(|it| *it as usize)
    }

    /// The best answers to a name and how good they are, by their numbers; none where nothing is like it.
    pub fn best(&self, words: &[(u64, Vec<u64>)]) -> Option<(Match, Vec<usize>)> {
        let mut best: Option<((Match, usize), Vec<usize>)> = None;
        for candidate in self.candidates(words) {
            let Some(grade) = self.grade(words, &self.names[candidate]) else { continue };
            match &mut best {
                Some((so_far, found)) if *so_far == grade => found.push(candidate),
                Some((so_far, _)) if *so_far > grade => {}
                _ => best = Some((grade, vec![candidate])),
            }
        }
        best.map(|((grade, _), found)| (grade, found))
    }

    /// A word and the tokens it may be meant for: itself, and known words that differ in one letter.
    pub fn meant(&self, word: &str, token: u64) -> (u64, Vec<u64>) {
        let mut meant = Vec::new();
        for spelling in near_spellings(word) {
            meant.extend(self.misspelt.get(&spelling));
            meant.extend(self.also_misspelt.get(&spelling).into_iter().flatten());
        }
        meant.sort_unstable();
        meant.dedup();
        meant.retain(|it| *it != token);
        (token, meant)
    }

    fn candidates(&self, words: &[(u64, Vec<u64>)]) -> Vec<usize> {
        let tokens = words.iter().flat_map(|(token, meant)| std::iter::once(token).chain(meant));
        let mut lists: Vec<List> = tokens.filter_map(|token| self.with.list(*token)).collect();
        lists.sort_by_key(|list| list.length);
        let mut found: Vec<usize> = Vec::new();
        for number in lists.into_iter().flat_map(|list| self.with.numbers(list)) {
            if found.len() == CANDIDATES {
                break;
            }
            if !found.contains(&number) {
                found.push(number);
            }
        }
        found
    }

    /// How the name with these words answers, and how many words they share.
    fn grade(&self, words: &[(u64, Vec<u64>)], name: &Tokens) -> Option<(Match, usize)> {
        let has = |token: &u64| name.binary_search(token).is_ok();
        let mut shared = Vec::with_capacity(words.len());
        let (mut has_all, mut may_lack) = (true, true);
        for (token, meant) in words {
            match std::iter::once(token).chain(meant).find(|it| has(it)) {
                Some(found) => shared.push(*found),
                None => {
                    has_all = false;
                    may_lack &= is_in(token, &self.left_out);
                }
            }
        }
        let lacking = || name.iter().filter(|it| !shared.contains(it));
        let tells = shared.iter().any(|it| !is_in(it, &self.common) && !is_in(it, &self.left_out));
        may_lack = may_lack && lacking().all(|it| is_in(it, &self.left_out));
        let grade = match (has_all, lacking().next().is_none()) {
            (true, true) => Match::Same,
            (true, false) | (false, true) if tells && may_lack => Match::Short,
            (true, false) => Match::Holds,
            (false, true) if tells => Match::Holds,
            _ if tells && 2 * shared.len() >= words.len().max(name.len()) => Match::Near,
            _ => return None,
        };
        Some((grade, shared.len()))
    }
}

/// For each word the names that have it, ascending: chains in one list, for most words stand in few names.
#[derive(Debug, Default)]
struct Holders {
    lists: FxHashMap<u64, List>,
    links: Vec<Link>,
}

/// Where the names with one word begin and end among the links, and how many they are.
#[derive(Debug, Clone, Copy)]
struct List {
    first: u32,
    last: u32,
    length: u32,
}

/// One name, and where the next link is; the last one points at itself.
#[derive(Debug, Clone, Copy)]
struct Link {
    number: u32,
    next: u32,
}

impl Holders {
    fn add(&mut self, token: u64, number: u32) {
        let at = u32::try_from(self.links.len()).unwrap_or(u32::MAX);
        self.links.push(Link { number, next: at });
        let list = self.lists.entry(token).or_insert(List { first: at, last: at, length: 0 });
        self.links[list.last as usize].next = at;
        *list = List { last: at, length: list.length + 1, ..*list };
    }

    fn list(&self, token: u64) -> Option<List> {
        self.lists.get(&token).copied()
    }

    fn numbers(&self, list: List) -> impl Iterator<Item = usize> {
        let next = |at: &u32| Some(self.links[*at as usize].next).filter(|next| next != at);
        std::iter::successors(Some(list.first), next).map(|at| self.links[at as usize].number as usize)
    }
}

fn is_in(token: &u64, few: &Few) -> bool {
    few.binary_search(token).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMON: u64 = 9;
    const LEFT_OUT: u64 = 8;

    fn index(names: &[&[u64]]) -> NameIndex {
        let mut index = NameIndex::new([COMMON].into(), [LEFT_OUT].into());
        for name in names {
            index.add(&Tokens::from(*name));
        }
        index
    }

    fn best(names: &[&[u64]], words: &[u64]) -> Option<(Match, Vec<usize>)> {
        index(names).best(&words.iter().map(|word| (*word, Vec::new())).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_answers_by_the_words_it_shares() {
        let grade = |name: &[u64], words: &[u64]| best(&[name], words).map(|(grade, _)| grade);
        assert_eq!(grade(&[1, 2], &[1, 2]), Some(Match::Same));
        assert_eq!(grade(&[1, LEFT_OUT], &[1]), Some(Match::Short));
        assert_eq!(grade(&[1, 2], &[1]), Some(Match::Holds));
        assert_eq!(grade(&[1], &[1, 2]), Some(Match::Holds));
        assert_eq!(grade(&[1, 2], &[1, 4]), Some(Match::Near));
        assert_eq!(grade(&[1, 2, 3], &[1, 4, 5]), None);
        assert_eq!(grade(&[COMMON], &[1, COMMON]), None);
        assert_eq!(grade(&[COMMON], &[LEFT_OUT, COMMON]), None);
        assert_eq!(grade(&[2, COMMON], &[4, COMMON]), None);
    }

    #[test]
    fn the_best_answers_are_all_given() {
        assert_eq!(best(&[&[1, 2], &[1, 3]], &[1]), Some((Match::Holds, vec![0, 1])));
        assert_eq!(best(&[&[1, 2], &[1, 2, 3], &[1, 3]], &[1, 2, 3]), Some((Match::Same, vec![1])));
        assert_eq!(best(&[&[1, 2, 3], &[3]], &[1, 2, 3]), Some((Match::Same, vec![0])));
        assert_eq!(best(&[&[1, 2, 3], &[1]], &[1, 2, 3]), Some((Match::Same, vec![0])));
        assert_eq!(index(&[&[1], &[2]]).exactly(&Tokens::from([2].as_slice())), Some(1));
    }
}

//! What the word lists of the vocabulary say of one word, all of them asked at once.

use crate::vocabulary::active_forms::ACTIVE_FORMS;
use crate::vocabulary::activity_verbs::{
    APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, NOUNS_LIKE_ACTIVE, NOUNS_LIKE_PASSIVE, PASSING_ON,
    PRODUCING, RECORDING, VERB_ROOTS,
};
use crate::vocabulary::decision_wording::CONDITIONS;
use crate::vocabulary::document_synonyms::{
    CLOSING_OUTPUTS, COMMON_WORDS, JOINING_WORDS, KNOWN_ABBREVIATIONS, OUTSIDE_WORDS, SYNONYMS, TITLE_WORDS, TOOL_WORDS,
};
use crate::vocabulary::index::Index;
use crate::vocabulary::long_words::LONG_WORDS;
use crate::vocabulary::near_words::NEAR_WORDS;
use crate::vocabulary::office_names::{OFFICE_WORDS, OFFICES};
use crate::vocabulary::renamings::RENAMINGS;
use crate::vocabulary::typos::{GLUED, NONSTANDARD, SCANNED_NONSENSE, TYPOS};

/// A list that a word may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Begins an activity: a verb of deciding, producing, closing or handing over.
    KnownVerb,
    /// Approves or refuses.
    Approving,
    /// Files away.
    Closing,
    /// Gives an instruction.
    Disposing,
    /// Passes work on.
    PassingOn,
    /// A noun that begins like an active verb.
    NounLikeActive,
    /// A noun that begins like a passive verb.
    NounLikePassive,
    /// The root of a verb, as it stands behind `di-`.
    VerbRoot,
    /// Opens a condition.
    Condition,
    /// Joins others and names nothing.
    Joining,
    /// Sharing it alone connects nothing.
    Common,
    /// An output that stays where it is made.
    ClosingOutput,
    /// Names a tool, alone or with others of its kind.
    Tool,
    /// Of a document that comes from outside.
    Outside,
    /// Garbled by scanning.
    Nonsense,
    /// An abbreviation that everybody knows.
    Abbreviation,
    /// Rightly spelt, if it is not also [`Kind::Near`]: others may be misspelt for it.
    Right,
    /// Near to a right word and no misspelling of it: right too, or told by a list of spellings.
    Near,
    /// Misspelt.
    Typo,
    /// Not standard.
    Nonstandard,
    /// Two words run together.
    Glued,
    /// Opens the name of a document or office that has several names.
    OpensDocument,
    /// Opens the name of an office.
    OpensOffice,
    /// Opens a name that an agency once bore.
    OpensFormerName,
}

impl Kind {
    pub(super) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A list of spellings with what is right for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// Misspelt.
    Typo,
    /// Not standard.
    Nonstandard,
    /// Two words run together.
    Glued,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    kinds: u32,
    /// Position among [`WORDS`].
    at: u16,
}

impl Entry {
    /// Of a word that stands in no list.
    const UNKNOWN: Self = Self { kinds: 0, at: u16::MAX };

    /// The word stands in that list.
    pub fn is(self, kind: Kind) -> bool {
        self.kinds & kind.bit() != 0
    }

    /// It stands in a list of spellings, or is garbled.
    pub fn is_listed(self) -> bool {
        const LISTED: u32 = Kind::Nonsense.bit() | Kind::Typo.bit() | Kind::Nonstandard.bit() | Kind::Glued.bit();
        self.kinds & LISTED != 0
    }

    /// What that list has for the word.
    pub fn right(self, list: Spelling) -> Option<&'static str> {
        let (kind, rows) = match list {
            Spelling::Typo => (Kind::Typo, TYPOS),
            Spelling::Nonstandard => (Kind::Nonstandard, NONSTANDARD),
            Spelling::Glued => (Kind::Glued, GLUED),
        };
        let word = self.word().filter(|_| self.is(kind))?;
        rows.iter().find(|(wrong, _)| *wrong == word).map(|(_, right)| *right)
    }

    /// The word itself, where some list has it.
    pub fn word(self) -> Option<&'static str> {
        WORDS.get(usize::from(self.at)).copied()
    }
}

/// What the lists say of a lower-cased word; nothing where none has it.
pub fn look_up(lower: &str) -> Entry {
    look_up_letters(lower.as_bytes())
}

/// The same for the letters of a word.
pub(super) fn look_up_letters(lower: &[u8]) -> Entry {
    let found = INDEX.find(&WORDS, lower);
    found.map_or(Entry::UNKNOWN, |at| Entry { kinds: KINDS[at], at: at as u16 })
}

/// All words of the lists, each once.
pub(super) static WORDS: [&str; COUNT] = first_of(&GATHERED.words);

/// In which lists the word at the same position stands.
pub(super) static KINDS: [u32; COUNT] = first_of(&GATHERED.kinds);

static INDEX: Index<SLOTS> = GATHERED.index;

/// How many words the lists have.
pub(super) const COUNT: usize = GATHERED.count;

const fn first_of<T: Copy, const COUNT: usize>(list: &[T]) -> [T; COUNT] {
    let mut first = [list[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        first[at] = list[at];
        at += 1;
    }
    first
}

/// More than all lists have together.
const MOST: usize = 2048;

const SLOTS: usize = 4096;

const GATHERED: Gathered = Gathered::new();

/// The lists, gathered when the program is compiled.
struct Gathered {
    words: [&'static str; MOST],
    kinds: [u32; MOST],
    count: usize,
    index: Index<SLOTS>,
}

impl Gathered {
    const fn new() -> Self {
        let mut all = Self { words: [""; MOST], kinds: [0; MOST], count: 0, index: Index::EMPTY };
        let mut at = 0;
        while at < LISTS.len() {
            all.add_list(LISTS[at].1, LISTS[at].0);
            at += 1;
        }
        let mut row = 0;
        while row < SYNONYMS.len() {
            all.add_list(SYNONYMS[row], Kind::Abbreviation);
            all.add_words(SYNONYMS[row], Kind::Right);
            all.add_openings(SYNONYMS[row], Kind::OpensDocument);
            row += 1;
        }
        let mut row = 0;
        while row < OFFICES.len() {
            all.add_openings(OFFICES[row], Kind::OpensOffice);
            row += 1;
        }
        let mut row = 0;
        while row < RENAMINGS.len() {
            all.add_openings(RENAMINGS[row].names, Kind::OpensFormerName);
            row += 1;
        }
        all.add_spellings(TYPOS, Kind::Typo);
        all.add_spellings(NONSTANDARD, Kind::Nonstandard);
        all.add_spellings(GLUED, Kind::Glued);
        let mut at = 0;
        while at < ACTIVE_FORMS.len() {
            all.add(ACTIVE_FORMS[at].0, Kind::Right);
            all.add(ACTIVE_FORMS[at].1, Kind::Right);
            at += 1;
        }
        all
    }

    const fn add(&mut self, word: &'static str, kind: Kind) {
        let at = match self.index.find(&self.words, word.as_bytes()) {
            Some(at) => at,
            None => {
                self.index.add(&self.words, word.as_bytes(), self.count);
                self.words[self.count] = word;
                self.count += 1;
                self.count - 1
            }
        };
        self.kinds[at] |= kind.bit();
    }

    const fn add_list(&mut self, list: &[&'static str], kind: Kind) {
        let mut at = 0;
        while at < list.len() {
            self.add(list[at], kind);
            at += 1;
        }
    }

    /// The words of phrases.
    const fn add_words(&mut self, phrases: &[&'static str], kind: Kind) {
        let mut at = 0;
        while at < phrases.len() {
            let mut rest = phrases[at];
            while !rest.is_empty() {
                let (word, behind) = split_at_blank(rest);
                self.add(word, kind);
                rest = behind;
            }
            at += 1;
        }
    }

    /// The first words of phrases.
    const fn add_openings(&mut self, phrases: &[&'static str], kind: Kind) {
        let mut at = 0;
        while at < phrases.len() {
            self.add(split_at_blank(phrases[at]).0, kind);
            at += 1;
        }
    }

    const fn add_spellings(&mut self, rows: &[(&'static str, &'static str)], kind: Kind) {
        let mut at = 0;
        while at < rows.len() {
            self.add(rows[at].0, kind);
            self.add(rows[at].0, Kind::Near);
            at += 1;
        }
    }
}

/// The first word of a phrase, and what stands behind the blank after it.
const fn split_at_blank(phrase: &'static str) -> (&'static str, &'static str) {
    let mut at = 0;
    while at < phrase.len() {
        if phrase.as_bytes()[at] == b' ' {
            return (phrase.split_at(at).0, phrase.split_at(at + 1).1);
        }
        at += 1;
    }
    (phrase, "")
}

const LISTS: &[(Kind, &[&str])] = &[
    (Kind::KnownVerb, DECIDING),
    (Kind::KnownVerb, PRODUCING),
    (Kind::KnownVerb, CLOSING),
    (Kind::KnownVerb, HANDING_OVER),
    (Kind::Approving, APPROVING),
    (Kind::Closing, CLOSING),
    (Kind::Disposing, DISPOSING),
    (Kind::PassingOn, PASSING_ON),
    (Kind::NounLikeActive, NOUNS_LIKE_ACTIVE),
    (Kind::NounLikePassive, NOUNS_LIKE_PASSIVE),
    (Kind::VerbRoot, VERB_ROOTS),
    (Kind::Condition, CONDITIONS),
    (Kind::Joining, JOINING_WORDS),
    (Kind::Common, COMMON_WORDS),
    (Kind::ClosingOutput, CLOSING_OUTPUTS),
    (Kind::Tool, TOOL_WORDS),
    (Kind::Outside, OUTSIDE_WORDS),
    (Kind::Nonsense, SCANNED_NONSENSE),
    (Kind::Abbreviation, KNOWN_ABBREVIATIONS),
    (Kind::Near, NEAR_WORDS),
    (Kind::Right, APPROVING),
    (Kind::Right, CLOSING),
    (Kind::Right, DECIDING),
    (Kind::Right, DISPOSING),
    (Kind::Right, HANDING_OVER),
    (Kind::Right, PASSING_ON),
    (Kind::Right, PRODUCING),
    (Kind::Right, RECORDING),
    (Kind::Right, LONG_WORDS),
    (Kind::Right, COMMON_WORDS),
    (Kind::Right, TITLE_WORDS),
    (Kind::Right, OFFICE_WORDS),
];

//! What the word lists of the vocabulary say of one word, all of them asked at once.

use crate::vocabulary::activity_verbs::{
    APPROVING, CLOSING, DECIDING, DISPOSING, HANDING_OVER, NOUNS_LIKE_ACTIVE, NOUNS_LIKE_PASSIVE, PASSING_ON,
    PRODUCING, VERB_ROOTS,
};
use crate::vocabulary::decision_wording::CONDITIONS;
use crate::vocabulary::document_synonyms::{
    CLOSING_OUTPUTS, COMMON_WORDS, JOINING_WORDS, KNOWN_ABBREVIATIONS, OUTSIDE_WORDS, SYNONYMS, TOOL_WORDS,
};
use crate::vocabulary::typos::{GLUED, NONSTANDARD, SCANNED_NONSENSE, TYPOS};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry {
    kinds: u32,
    right: [Option<&'static str>; 3],
}

impl Entry {
    /// The word stands in that list.
    pub fn is(&self, kind: Kind) -> bool {
        self.kinds & (1 << kind as u32) != 0
    }

    /// It stands in a list of spellings, or is garbled.
    pub fn is_listed(&self) -> bool {
        self.is(Kind::Nonsense) || self.right.iter().any(Option::is_some)
    }

    /// What that list has for the word.
    pub fn right(&self, list: Spelling) -> Option<&'static str> {
        self.right[list as usize]
    }
}

static UNKNOWN: Entry = Entry { kinds: 0, right: [None; 3] };

static LEXICON: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| {
    let mut lexicon: FxHashMap<&'static str, Entry> = FxHashMap::default();
    let kinds: [(Kind, &[&[&'static str]]); 17] = [
        (Kind::KnownVerb, &[DECIDING, PRODUCING, CLOSING, HANDING_OVER]),
        (Kind::Approving, &[APPROVING]),
        (Kind::Closing, &[CLOSING]),
        (Kind::Disposing, &[DISPOSING]),
        (Kind::PassingOn, &[PASSING_ON]),
        (Kind::NounLikeActive, &[NOUNS_LIKE_ACTIVE]),
        (Kind::NounLikePassive, &[NOUNS_LIKE_PASSIVE]),
        (Kind::VerbRoot, &[VERB_ROOTS]),
        (Kind::Condition, &[CONDITIONS]),
        (Kind::Joining, &[JOINING_WORDS]),
        (Kind::Common, &[COMMON_WORDS]),
        (Kind::ClosingOutput, &[CLOSING_OUTPUTS]),
        (Kind::Tool, &[TOOL_WORDS]),
        (Kind::Outside, &[OUTSIDE_WORDS]),
        (Kind::Nonsense, &[SCANNED_NONSENSE]),
        (Kind::Abbreviation, &[KNOWN_ABBREVIATIONS]),
        (Kind::Abbreviation, SYNONYMS),
    ];
    for (kind, lists) in kinds {
        for word in lists.iter().copied().flatten() {
            lexicon.entry(word).or_default().kinds |= 1 << kind as u32;
        }
    }
    for (list, rows) in [(Spelling::Typo, TYPOS), (Spelling::Nonstandard, NONSTANDARD), (Spelling::Glued, GLUED)] {
        for (wrong, right) in rows {
            lexicon.entry(wrong).or_default().right[list as usize].get_or_insert(right);
        }
    }
    lexicon
});

/// What the lists say of a lower-cased word; nothing where none has it.
pub fn look_up(lower: &str) -> &'static Entry {
    LEXICON.get(lower).unwrap_or(&UNKNOWN)
}

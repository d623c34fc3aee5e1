//! The words of a copied table, line by line, with what is asked of them again and again.

use crate::document::Text;
use crate::grammar::offset_in;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::fold::fold_in;
use crate::vocabulary::sections::OPEN_ENDS;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Longer lines are prose.
pub(super) const MOST_WORDS: usize = 24;

/// One word of a line, with what is asked of it again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    /// As it is written.
    pub text: &'t str,
    /// A list mark: `1.`, `a.`, `-`, `•`.
    pub is_mark: bool,
    /// What it says.
    pub said: Said,
    /// How many letters it has.
    pub letters: usize,
    /// It begins with a capital, or is a number.
    pub capital: bool,
    /// It is a verb in the active.
    pub acts: bool,
    /// It wants another word behind it.
    pub open: bool,
    /// What it costs inside an activity, and inside another cell, for it looks like the first word of a cell.
    pub inner: [f32; 2],
}

/// What a word says: the same for all words of one table that are spelt alike when folded.
pub(super) type Said = u32;

/// The words of a table, folded.
#[derive(Debug, Default)]
pub(super) struct Lexicon(FxHashMap<String, Said>);

impl Lexicon {
    fn said(&mut self, word: &str) -> Said {
        let mut room = [0; 64];
        let folded = fold_in(word, &mut room);
        if let Some(said) = self.0.get(folded.as_ref()) {
            return *said;
        }
        let said = self.0.len() as Said;
        self.0.insert(folded.into_owned(), said);
        said
    }

    /// This word.
    pub fn word<'t>(&mut self, text: &'t str) -> Word<'t> {
        let is_mark = is_mark(text);
        let shouted = text.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase);
        let inner = match text.starts_with(char::is_uppercase) {
            _ if is_mark && is_dash(text) => DASHED,
            _ if is_mark => [1.0, 0.3],
            true if shouted => [0.05; 2],
            true => [0.25; 2],
            false => [0.0; 2],
        };
        let first = text.trim_start_matches(['(', '"', '“']);
        Word {
            text,
            is_mark,
            said: self.said(text),
            letters: text.chars().count(),
            capital: first.starts_with(|it: char| it.is_uppercase() || it.is_numeric()),
            acts: is_active(text),
            open: OPEN_ENDS.contains(&text) || text.ends_with(['-', '/', ',']),
            inner,
        }
    }
}

/// What the words of a line may be where the cells of a row stand one behind the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before the mark.
    Activity,
    /// Behind the mark.
    Behind,
    /// Between the mark and the time.
    Requirements,
    /// Behind the time.
    Outputs,
}

/// One line of a step.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    /// Its words, the number of the step left out.
    pub words: Vec<Word<'t>>,
    /// Those that tell the time.
    pub time: Option<Range<usize>>,
    /// How many words stand before the mark in an actor's column, where there is one: there the activity ends.
    pub marked: Option<usize>,
    /// Which side of the mark and the time it is on, where the cells stand one behind the other.
    pub side: Option<Side>,
    /// Its table has no column Kelengkapan.
    pub lacks_requirements: bool,
    /// For each word, and behind the last, the letters before it, blanks included.
    before: Vec<usize>,
    /// For an activity, and for other cells: what the words of each stretch cost that look like the first of a cell and are not,
    /// at `from * (words + 1) + to`. None for prose.
    inner: [Vec<f32>; 2],
}

impl<'t> Line<'t> {
    /// A line of these words.
    pub fn new(words: Vec<Word<'t>>, time: Option<Range<usize>>, marked: Option<usize>) -> Self {
        let sums = words.iter().scan(0, |sum, word| {
            *sum += word.letters + 1;
            Some(*sum)
        });
        let before = std::iter::once(0).chain(sums).collect();
        let inner = if words.len() > MOST_WORDS { Default::default() } else { [0, 1].map(|kind| inner(&words, kind)) };
        Self { words, time, marked, side: None, lacks_requirements: false, before, inner }
    }

    /// What the words of a stretch cost, in an activity or in `another` cell, that look like the first of a cell and are not.
    pub fn inner(&self, another: bool, stretch: Stretch) -> f32 {
        self.inner[usize::from(another)][stretch.0 * (self.words.len() + 1) + stretch.1]
    }

    /// Where Output begins behind Kelengkapan.
    pub fn after(&self, requirements: usize) -> usize {
        self.time.as_ref().map_or(requirements, |time| time.end)
    }

    /// Letters of a stretch of its words, blanks included.
    pub fn length(&self, stretch: Stretch) -> usize {
        (self.before[stretch.1] - self.before[stretch.0]).saturating_sub(1)
    }
}

fn inner(words: &[Word], kind: usize) -> Vec<f32> {
    let count = words.len() + 1;
    let mut costs = vec![0.0; count * count];
    for from in 0..count - 1 {
        let mut sum = 0.0;
        for to in from + 2..count {
            if !words[to - 2].is_mark {
                sum += words[to - 1].inner[kind];
            }
            costs[from * count + to] = sum;
        }
    }
    costs
}

/// From a word up to another.
pub(super) type Stretch = (usize, usize);

/// What words say, list marks left out.
pub(super) fn said_in<'w>(words: &'w [Word]) -> impl Iterator<Item = Said> + 'w {
    words.iter().filter(|word| !word.is_mark).map(|word| word.said)
}

/// What stands in a line of the document from the first of these words of it to the last.
pub(super) fn passage(line: &Text, words: &[Word]) -> Text {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Text::default() };
    let whole = line.as_str();
    line.slice(&whole[offset_in(whole, first.text)..offset_in(whole, last.text) + last.text.len()])
}

/// What it costs that a dash stands between two words of an activity, and of another cell: an item begins a line of its cell.
const DASHED: [f32; 2] = [3.0, 1.2];

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "•")
}

/// `1.`, `a.`, `-`, `•`: a list mark.
fn is_mark(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ')']);
    let numbered = bare.len() < word.len() && bare.len() <= 2 && bare.chars().all(|it| it.is_ascii_alphanumeric());
    numbered || !word.chars().any(char::is_alphanumeric)
}

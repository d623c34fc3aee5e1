//! Pangkat and golongan: `Pembina Tk. I, IV/b`.

use crate::grammar::lexis::{Parsed, blank, fail, offset_in, strip_start};
use crate::vocabulary::ranks::{LEVEL_WORDS, RANKS, UNIFORMED};
use crate::vocabulary::signatories::RANK_LABELS;

/// So many signs may stand between rank and grade.
const WIDEST_GAP: usize = 8;

/// A rank or grade, and the text around it.
pub(super) struct FoundRank<'a> {
    pub before: &'a str,
    pub rank: Option<&'a str>,
    pub grade: Option<&'a str>,
    pub after: &'a str,
}

/// The rank that ends a line, with its grade, or a grade in brackets alone.
pub(super) fn rank(text: &str) -> Option<FoundRank<'_>> {
    let starts = text.match_indices(is_opening).map(|(at, _)| at);
    let mut ranks =
        starts.filter(|&at| !text[..at].ends_with(char::is_alphanumeric)).filter_map(|at| rank_at(text, at));
    let Some(mut last) = ranks.next_back() else { return lone_grade(text) };
    // `Komisaris Polisi` is the end of `Ajun Komisaris Polisi`.
    while let Some(longer) = ranks.next_back().filter(|it| it.after.len() == last.after.len()) {
        last = longer;
    }
    Some(last)
}

/// A rank may begin with the letter.
fn is_opening(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'a' | 'b' | 'i' | 'j' | 'k' | 'l' | 'm' | 'p')
}

fn rank_at(text: &str, at: usize) -> Option<FoundRank<'_>> {
    let opening = text.as_bytes().get(at..at + 2)?;
    let mut known = RANKS.iter().map(|row| row.0).chain(UNIFORMED.iter().copied());
    let alike = |known: &&str| known.as_bytes()[..2].eq_ignore_ascii_case(opening);
    let rest = known.find_map(|known| Some(known).filter(alike).and_then(|known| strip_rank(&text[at..], known)))?;
    let rank = &text[at..text.len() - rest.len()];
    let (after, grade) = match grade(rest) {
        Ok((after, grade)) => (after, Some(grade)),
        Err(_) => (rest, None),
    };
    let ends = after.trim_start_matches(|letter: char| {
        (letter.is_whitespace() && letter != '\n') || matches!(letter, ',' | '.' | ')')
    });
    (ends.is_empty() || ends.starts_with('\n')).then_some(FoundRank {
        before: &text[..at],
        rank: Some(rank),
        grade,
        after,
    })
}

/// `(IV/b)` without a rank before it.
fn lone_grade(text: &str) -> Option<FoundRank<'_>> {
    let (at, _) = text.match_indices('(').find(|(at, _)| grade(&text[*at..]).is_ok())?;
    let (after, grade) = grade(&text[at..]).ok()?;
    Some(FoundRank { before: &text[..at], rank: None, grade: Some(grade), after })
}

/// The text after a rank of the vocabulary, whose `Tingkat I` has many spellings.
fn strip_rank<'a>(text: &'a str, rank: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in rank.split(' ') {
        let next = rest.trim_start();
        rest = match word {
            "Tingkat" => LEVEL_WORDS.iter().find_map(|level| strip_start(next, level))?,
            "I" => next.strip_prefix('.').unwrap_or(next).trim_start().strip_prefix(['I', '1', 'i', 'l'])?,
            word => strip_start(next, word)?,
        };
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The text after a few blanks, brackets and stops.
fn after_signs(text: &str) -> &str {
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ',' | '-' | '/' | '.' | ':' | '–');
    let signs = text.char_indices().take(WIDEST_GAP).take_while(|(_, letter)| is_sign(*letter));
    &text[signs.last().map_or(0, |(at, letter)| at + letter.len_utf8())..]
}

/// `(IV/b)`, `, IV/b`, `Gol. IV b`, `- IVb`: the slice from the numeral to the letter.
fn grade(text: &str) -> Parsed<'_, &str> {
    let mut start = after_signs(text);
    while let Some(rest) = RANK_LABELS.iter().find_map(|label| strip_start(start, label)) {
        start = after_signs(rest);
    }
    let numeral = start.bytes().take_while(|byte| matches!(byte, b'I' | b'V')).count();
    if !matches!(&start[..numeral], "I" | "II" | "III" | "IV") {
        return fail();
    }
    let (rest, _) = blank(&start[numeral..])?;
    let rest = rest.strip_prefix(['/', '.', '-']).unwrap_or(rest).trim_start();
    let Some(rest) = rest.strip_prefix(|letter: char| matches!(letter, 'a'..='e' | 'A'..='E')) else { return fail() };
    if rest.starts_with(char::is_alphanumeric) {
        return fail();
    }
    let grade = &text[offset_in(text, start)..text.len() - rest.len()];
    Ok((rest.strip_prefix(')').unwrap_or(rest), grade))
}

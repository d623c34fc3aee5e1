//! Answers of a decision that are written out: `Ya ke 3, Tidak ke 1`, `Lengkap → 3; tidak lengkap: kembali ke langkah 1`.

use crate::model::Target;
use crate::vocabulary::flow_words::{FAULTS, JOINING, LEADING, NEGATION, NO, PURPOSE, STEP, YES};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// Where the text says that one answer leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// The answer, where it is another word than `Ya` and `Tidak`.
    pub label: Option<String>,
    /// Where it leads.
    pub target: Target,
}

/// What the text says of both answers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub yes: Option<Answer>,
    pub no: Option<Answer>,
}

/// An answer has at most so many words.
const MOST_WORDS: usize = 4;

/// Words and signs that may lead from an answer to its step.
const MOST_LEADING: usize = 2 * MOST_WORDS;

/// What leads anywhere: behind words that are no usual answer it takes more than these.
const PLAIN: &[&str] = &["ke", "pada", "maka"];

/// The parts of a text as far as answers ask for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    Word(&'t str),
    Arrow,
    /// Another sign that leads on: `:`, `=`.
    Sets,
    /// A sign that ends a clause.
    Ends,
    Other,
}

impl Token<'_> {
    /// Its word in lower case is one of these.
    fn is_of(&self, words: &[&str]) -> bool {
        matches!(self, Token::Word(word) if words.contains(&word.to_lowercase().as_str()))
    }

    fn is_sign(&self) -> bool {
        matches!(self, Token::Arrow | Token::Sets)
    }

    fn leads(&self) -> bool {
        self.is_sign() || self.is_of(LEADING) || self.is_of(STEP)
    }
}

/// An answer as it stands in the text.
struct Found {
    is_yes: bool,
    answer: Answer,
    /// A letter without a sign behind it, or a number with nothing before it: only beside the other answer these say anything.
    is_bare: bool,
    /// Tokens it takes.
    length: usize,
}

/// The answers that the text gives a step to, among those that are steps; one that is given two has none.
pub(super) fn answers(text: &str, is_step: impl Fn(u32) -> bool) -> Answers {
    let mut found = found(&tokens(text));
    found.retain(|it| !matches!(it.answer.target, Target::Step(number) if !is_step(number)));
    let both = found.iter().any(|it| it.is_yes) && found.iter().any(|it| !it.is_yes);
    found.retain(|it| both || !it.is_bare);
    let (mut yes, mut no): (Vec<Found>, _) = found.into_iter().partition(|it| it.is_yes);
    let only = |all: &mut Vec<Found>| if all.len() == 1 { all.pop().map(|it| it.answer) } else { None };
    Answers { yes: only(&mut yes), no: only(&mut no) }
}

/// All answers, as they come.
fn found(tokens: &[Token<'_>]) -> Vec<Found> {
    let mut all = Vec::new();
    // An answer opens a clause; one that is nothing but yes or no may stand anywhere.
    let (mut at, mut opens, mut refuses) = (0, true, false);
    while at < tokens.len() {
        let rest = &tokens[at..];
        let next = if opens {
            answer(rest, MOST_WORDS)
        } else if rest[0].is_of(&YES) || rest[0].is_of(&NO) {
            answer(rest, 1)
        } else {
            None
        };
        let next = next.or_else(|| refused(rest).filter(|_| refuses));
        if let Some(next) = next {
            (at, opens, refuses) = (at + next.length, true, false);
            all.push(next);
            continue;
        }
        refuses = rest[0] != Token::Ends && (refuses || rest[0].is_of(NEGATION) || rest[0].is_of(FAULTS));
        opens = rest[0] == Token::Ends || rest[0].is_of(JOINING);
        at += 1;
    }
    all
}

/// The answer of at most so many words that the tokens begin with.
fn answer(tokens: &[Token<'_>], most: usize) -> Option<Found> {
    let words = tokens.iter().take(most).map_while(|token| match token {
        Token::Word(word) if !token.leads() && !is_number(word) => Some(*word),
        _ => None,
    });
    let said = words.collect::<Vec<_>>();
    let is_yes = answered(&said)?;
    let (target, leading, length) = goal(&tokens[said.len()..])?;
    let is_usual = marks::word(&fold(&said.join(" "))).is_some();
    let is_named = |token: &Token<'_>| !token.is_of(PLAIN);
    if !is_usual && !leading.iter().any(is_named) {
        return None;
    }
    // In a sentence (`tidak lengkap kembali ke 3`) the answer is no label of an arrow.
    let label = marks::own_words(&said.join(" ")).filter(|_| leading.first().is_some_and(Token::is_sign));
    let is_letter = said.len() == 1 && said[0].len() == 1;
    let is_bare = leading.is_empty() || is_letter && !leading.iter().any(Token::is_sign);
    Some(Found { is_yes, answer: Answer { label, target }, is_bare, length: said.len() + length })
}

/// The step that an arrow leads to behind a clause that refuses: `Berkas tidak lengkap → langkah 2`.
fn refused(tokens: &[Token<'_>]) -> Option<Found> {
    let (target, leading, length) = goal(tokens)?;
    let answer = Answer { label: None, target };
    (leading.first() == Some(&Token::Arrow)).then_some(Found { is_yes: false, answer, is_bare: false, length })
}

/// Where the tokens lead, what leads there, how many tokens that takes.
fn goal<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Target, &'a [Token<'t>], usize)> {
    let mut at = 0;
    while at < MOST_LEADING && tokens.get(at).is_some_and(Token::leads) {
        // The point of `no. 3` ends nothing.
        let is_short = tokens[at].is_of(STEP) && tokens.get(at + 1) == Some(&Token::Ends);
        at += if is_short { 2 } else { 1 };
    }
    let Some(Token::Word(goal)) = tokens.get(at) else { return None };
    let target = match goal.parse() {
        Ok(number) => Target::Step(number),
        Err(_) => (marks::word(&fold(goal)) == Some(Sign::End) && at > 0).then_some(Target::End)?,
    };
    let ends = match (tokens.get(at + 1), tokens.get(at + 2)) {
        (None, _) => true,
        // `3, 4` and `1.000` name no one step.
        (Some(Token::Ends), Some(Token::Word(next))) => !next.starts_with(|it: char| it.is_ascii_digit()),
        (Some(Token::Ends), _) => true,
        // `kembali ke 1 untuk dilengkapi`; `1 untuk arsip` is a copy.
        (Some(Token::Word(_)), _) if tokens[at + 1].is_of(PURPOSE) => tokens[..at].iter().any(|it| it.is_of(LEADING)),
        (Some(Token::Word(next)), _) => tokens[at + 1].is_of(JOINING) || answered(&[next]).is_some(),
        _ => false,
    };
    ends.then_some((target, tokens.get(..at)?, at + 1))
}

/// Whether these words answer yes or no.
pub(super) fn answered(words: &[&str]) -> Option<bool> {
    let first = words.first()?.to_lowercase();
    match marks::word(&fold(&words.join(" "))) {
        Some(Sign::Yes) => Some(true),
        Some(Sign::No) => Some(false),
        _ => NEGATION.contains(&first.as_str()).then_some(false),
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|it| it.is_ascii_digit())
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len());
        if end > 0 {
            found.push(Token::Word(&rest[..end]));
            rest = &rest[end..];
            continue;
        }
        match first {
            '\n' | ';' | ',' | '.' | '/' | '|' | '(' | ')' => found.push(Token::Ends),
            // Behind an arrow it asks for the picture of it.
            it if it.is_whitespace() || it == '\u{fe0f}' => {}
            ':' | '=' => found.push(Token::Sets),
            '>' => found.push(Token::Arrow),
            '-' if rest[1..].starts_with('>') => {}
            it if marks::character(it) == Some(Sign::Arrow) && !matches!(it, '–' | '—' | '-' | '|' | '_' | '~') => {
                found.push(Token::Arrow);
            }
            _ => found.push(Token::Other),
        }
        rest = &rest[first.len_utf8()..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Ya 3, Tidak selesai` for what was found.
    fn told(text: &str) -> String {
        let Answers { yes, no } = answers(text, |number| number < 20);
        let told = |answer: Option<Answer>, plain: &str| {
            answer.map(|it| format!("{} {}", it.label.unwrap_or_else(|| plain.to_owned()), it.target))
        };
        [told(yes, "Ya"), told(no, "Tidak")].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn answers_name_the_step_they_lead_to() {
        for (text, wanted) in [
            ("Ya ke 3, Tidak ke 1", "Ya 3, Tidak 1"),
            ("Ya → 4, Tidak → 1", "Ya 4, Tidak 1"),
            ("Ya: 4, Tidak: Selesai", "Ya 4, Tidak selesai"),
            ("Y -> 4 T -> 2", "Ya 4, Tidak 2"),
            ("Ya ➡\u{fe0f} 4 / Tidak ➡\u{fe0f} 2", "Ya 4, Tidak 2"),
            ("Ya = 4 / Tidak = 2", "Ya 4, Tidak 2"),
            ("Ya: lanjut ke no. 4; Tidak: kembali ke no. 1.", "Ya 4, Tidak 1"),
            ("Ya ke langkah 7, Tidak ke langkah 5", "Ya 7, Tidak 5"),
            ("Lengkap → 3; tidak lengkap → 1", "Lengkap 3, tidak lengkap 1"),
            ("Bila sesuai lanjut ke nomor 5, bila tidak sesuai dikembalikan ke nomor 2", "Ya 5, Tidak 2"),
            ("Belum memenuhi syarat kembali ke langkah 2", "Tidak 2"),
            ("T: kembali ke 1", "Tidak 1"),
            ("ya 5 tidak 3", "Ya 5, Tidak 3"),
            ("Apakah lengkap? Ya ke 5 Tidak ke 3", "Ya 5, Tidak 3"),
            ("Memeriksa berkas, berkas tidak lengkap → langkah 2", "Tidak 2"),
            ("Ya: 5, Tidak: 30", "Ya 5"),
            ("Ya ke 3, Tidak kembali ke 1 untuk dilengkapi", "Ya 3, Tidak 1"),
            ("Tidak lengkap dikembalikan ke langkah 2 agar dilengkapi", "Tidak 2"),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_steps() {
        for text in [
            "Ya: 3 hari",
            "Tidak 1",
            "Ya: 3, 4",
            "Tidak: 1.000 lembar",
            "Ya → 3-4",
            "Ya: 3; Ya: 4",
            "Tidak dipungut biaya ke 1",
            "Tidak lebih dari 3",
            "Tidak lengkap dikembalikan kepada pemohon",
            "Lengkap 3 rangkap",
            "Surat tidak sesuai nomor 3",
            "T ke 2",
            "Surat lengkap → langkah 2",
            "Ya 5",
            "Ya 5 Tidak 30",
            "Ya selesai, Tidak 2 orang",
            "Tidak: 1 untuk arsip",
            "Tidak: 30",
            "Tidak ke 30",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}

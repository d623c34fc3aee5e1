//! Answers of a decision that are written out: `Ya ke 3, Tidak ke 1`, `Lengkap → 3; tidak lengkap: kembali ke langkah 1`.

use crate::model::Target;
use crate::vocabulary::flow_words::{JOINING, LEADING, NEGATION, STEP};
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

/// An answer has at most so many words, and so many words and signs lead from it to its step.
const MOST_WORDS: usize = 4;

/// What leads anywhere: behind words that are no usual answer it takes more than these.
const PLAIN: &[&str] = &["ke", "pada", "maka"];

/// The parts of a text as far as answers ask for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    Word(&'t str),
    /// A sign that leads on: `→`, `:`, `=`.
    Leads,
    /// A sign that ends a clause.
    Ends,
    Other,
}

/// The answers that the text gives a step to; one that is given two steps has none.
pub(super) fn answers(text: &str) -> Answers {
    let tokens = tokens(text);
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    let (mut at, mut opens) = (0, true);
    while at < tokens.len() {
        if let Some((is_yes, answer, taken)) =
            tokens[at..].first().filter(|_| opens).and_then(|_| answer(&tokens[at..]))
        {
            if is_yes { &mut yes } else { &mut no }.push(answer);
            (at, opens) = (at + taken, true);
            continue;
        }
        opens = match tokens[at] {
            Token::Word(word) => JOINING.contains(&word.to_lowercase().as_str()),
            token => token == Token::Ends,
        };
        at += 1;
    }
    let only = |mut all: Vec<Answer>| if all.len() == 1 { all.pop() } else { None };
    Answers { yes: only(yes), no: only(no) }
}

/// The answer that the tokens begin with: whether it is yes, where it leads, how many tokens it takes.
fn answer(tokens: &[Token<'_>]) -> Option<(bool, Answer, usize)> {
    let words = tokens.iter().take(MOST_WORDS).map_while(|token| match token {
        Token::Word(word) if !leads(word) => Some(*word),
        _ => None,
    });
    let said = words.collect::<Vec<_>>();
    let is_yes = answered(&said)?;
    let mut at = said.len();
    while at < said.len() + 2 * MOST_WORDS && tokens.get(at).is_some_and(is_leading) {
        // The point of `no. 3` ends nothing.
        let is_short =
            matches!((tokens[at], tokens.get(at + 1)), (Token::Word(word), Some(Token::Ends)) if is_step(word));
        at += if is_short { 2 } else { 1 };
    }
    let is_usual = marks::word(&fold(&said.join(" "))).is_some();
    let is_plain =
        |token: &Token<'_>| matches!(token, Token::Word(word) if PLAIN.contains(&word.to_lowercase().as_str()));
    let leading = tokens.get(said.len()..at).filter(|it| is_usual && !it.is_empty() || !it.iter().all(is_plain))?;
    let Some(Token::Word(goal)) = tokens.get(at).filter(|_| !leading.is_empty()) else { return None };
    let target = match goal.parse() {
        Ok(number) => Target::Step(number),
        Err(_) => (marks::word(&fold(goal)) == Some(Sign::End)).then_some(Target::End)?,
    };
    let ends = match (tokens.get(at + 1), tokens.get(at + 2)) {
        (None, _) => true,
        // `3, 4` and `1.000` name no one step.
        (Some(Token::Ends), Some(Token::Word(next))) => !next.starts_with(|it: char| it.is_ascii_digit()),
        (Some(Token::Ends), _) => true,
        (Some(Token::Word(next)), _) => JOINING.contains(&next.to_lowercase().as_str()) || answered(&[next]).is_some(),
        _ => false,
    };
    // In a sentence (`tidak lengkap kembali ke 3`) the answer is no label of an arrow.
    let label = marks::own_words(&said.join(" ")).filter(|_| tokens[said.len()] == Token::Leads);
    ends.then_some((is_yes, Answer { label, target }, at + 1))
}

/// Whether these words answer yes or no.
fn answered(words: &[&str]) -> Option<bool> {
    let first = words.first()?.to_lowercase();
    match marks::word(&fold(&words.join(" "))) {
        Some(Sign::Yes) => Some(true),
        Some(Sign::No) => Some(false),
        _ => NEGATION.contains(&first.as_str()).then_some(false),
    }
}

fn is_leading(token: &Token<'_>) -> bool {
    matches!(token, Token::Leads) || matches!(token, Token::Word(word) if leads(word))
}

fn leads(word: &str) -> bool {
    LEADING.contains(&word.to_lowercase().as_str()) || is_step(word)
}

fn is_step(word: &str) -> bool {
    STEP.contains(&word.to_lowercase().as_str())
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
            it if it.is_whitespace() => {}
            ':' | '=' | '>' => found.push(Token::Leads),
            '-' if rest[1..].starts_with('>') => {}
            it if marks::character(it) == Some(Sign::Arrow) && !matches!(it, '–' | '—' | '-' | '|' | '_' | '~') => {
                found.push(Token::Leads);
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
        let Answers { yes, no } = answers(text);
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
            ("Ya = 4 / Tidak = 2", "Ya 4, Tidak 2"),
            ("Ya: lanjut ke no. 4; Tidak: kembali ke no. 1.", "Ya 4, Tidak 1"),
            ("Ya ke langkah 7, Tidak ke langkah 5", "Ya 7, Tidak 5"),
            ("Lengkap → 3; tidak lengkap → 1", "Lengkap 3, tidak lengkap 1"),
            ("Bila sesuai lanjut ke nomor 5, bila tidak sesuai dikembalikan ke nomor 2", "Ya 5, Tidak 2"),
            ("Belum memenuhi syarat kembali ke langkah 2", "Tidak 2"),
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
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }
}

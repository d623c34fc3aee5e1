//! One section of a number format: its tokens, the condition it holds under, and what it is for.

use super::dates::Moment;
use super::number::Digits;

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Written as it is.
    Literal(String),
    /// `0`, `#` or `?`: a digit.
    Digit(char),
    /// The decimal sign.
    Point,
    /// Parts thousands, or divides by them.
    Comma,
    /// Shows a hundredfold.
    Percent,
    /// The line of a fraction.
    Slash,
    /// The number as it is.
    General,
    /// The text.
    Text,
    /// A run of one of `y m d h s`, lower case.
    Date(char, usize),
    /// The same in brackets: hours, minutes or seconds in all.
    Elapsed(char),
    /// Morning or afternoon.
    Half,
}

/// What a section is for.
#[derive(Debug)]
pub(super) enum Pattern {
    Number(Digits),
    Date(Moment),
    /// Texts, or nothing but words.
    Text,
}

/// When a section holds: `[>=60]`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Condition {
    /// Which of less, equal, more are meant.
    allows: [bool; 3],
    limit: f64,
}

impl Condition {
    fn of(text: &str) -> Option<Self> {
        let number = text.trim_start_matches(['<', '>', '=']);
        let sign = &text[..text.len() - number.len()];
        let allows = match sign {
            "<" => [true, false, false],
            "<=" => [true, true, false],
            "=" => [false, true, false],
            ">=" => [false, true, true],
            ">" => [false, false, true],
            "<>" => [true, false, true],
            _ => return None,
        };
        Some(Self { allows, limit: number.trim().parse().ok()? })
    }

    pub fn holds(self, value: f64) -> bool {
        value.partial_cmp(&self.limit).is_some_and(|order| self.allows[(order as i8 + 1) as usize])
    }
}

/// One section.
#[derive(Debug)]
pub(super) struct Section {
    pub condition: Option<Condition>,
    pub pattern: Pattern,
    tokens: Vec<Token>,
}

impl Section {
    pub fn of(code: &str) -> Self {
        let (tokens, condition) = tokens(code);
        let is_date = tokens.iter().any(|it| matches!(it, Token::Date(..) | Token::Elapsed(_)));
        let is_number = tokens.iter().any(|it| matches!(it, Token::Digit(_) | Token::General | Token::Percent));
        let pattern = match (is_date, is_number) {
            (true, _) => Pattern::Date(Moment::of(&tokens)),
            (false, true) => Pattern::Number(Digits::of(&tokens)),
            (false, false) => Pattern::Text,
        };
        Self { condition, pattern, tokens }
    }

    pub fn takes_text(&self) -> bool {
        self.tokens.contains(&Token::Text)
    }

    /// The words of the section around a text.
    pub fn text(&self, text: &str) -> String {
        let mut out = String::new();
        for token in &self.tokens {
            match token {
                Token::Literal(literal) => out.push_str(literal),
                Token::Text => out.push_str(text),
                _ => {}
            }
        }
        out.trim().to_owned()
    }
}

/// The sections of a format: `;` parts them outside quotes, brackets and after no escape.
pub(super) fn split(code: &str) -> Vec<&str> {
    let (mut parts, mut start, mut quoted, mut escaped, mut bracketed) = (Vec::new(), 0, false, false, false);
    for (at, letter) in code.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' => escaped = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            ';' if !bracketed => {
                parts.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&code[start..]);
    parts
}

/// Takes a section apart.
fn tokens(code: &str) -> (Vec<Token>, Option<Condition>) {
    let mut reader = Reader { tokens: Vec::new(), condition: None };
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let length = reader.take(rest, letter).clamp(letter.len_utf8(), rest.len());
        rest = rest.get(length..).unwrap_or_default();
    }
    (reader.tokens, reader.condition)
}

struct Reader {
    tokens: Vec<Token>,
    condition: Option<Condition>,
}

impl Reader {
    /// Takes what the rest begins with; returns its length.
    fn take(&mut self, rest: &str, letter: char) -> usize {
        let after = &rest[letter.len_utf8()..];
        let next = after.chars().next();
        let two = letter.len_utf8() + next.map_or(0, char::len_utf8);
        match letter {
            '"' => {
                let inner = after.split('"').next().unwrap_or(after);
                self.literal(inner);
                return inner.len() + 2;
            }
            '\\' => {
                self.literal(next.map_or("", |it| &after[..it.len_utf8()]));
                return two;
            }
            '_' => {
                self.literal(" ");
                return two;
            }
            '*' => return two,
            '[' => {
                let inner = after.split(']').next().unwrap_or(after);
                self.bracket(inner);
                return inner.len() + 2;
            }
            '0' | '#' | '?' => self.tokens.push(Token::Digit(letter)),
            '.' => self.tokens.push(Token::Point),
            ',' => self.tokens.push(Token::Comma),
            '%' => self.tokens.push(Token::Percent),
            '/' => self.tokens.push(Token::Slash),
            '@' => self.tokens.push(Token::Text),
            'G' | 'g' if starts(rest, "general") => {
                self.tokens.push(Token::General);
                return "general".len();
            }
            'A' | 'a' if starts(rest, "am/pm") || starts(rest, "a/p") => {
                self.tokens.push(Token::Half);
                return if starts(rest, "am/pm") { 5 } else { 3 };
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let length = rest.bytes().take_while(|it| it.eq_ignore_ascii_case(&(letter as u8))).count();
                self.tokens.push(Token::Date(letter.to_ascii_lowercase(), length));
                return length;
            }
            _ => self.literal(&rest[..letter.len_utf8()]),
        }
        letter.len_utf8()
    }

    fn literal(&mut self, text: &str) {
        match self.tokens.last_mut() {
            Some(Token::Literal(last)) => last.push_str(text),
            _ => self.tokens.push(Token::Literal(text.to_owned())),
        }
    }

    /// A currency, a condition, a time in all; colours and languages show nothing.
    fn bracket(&mut self, inner: &str) {
        let first = inner.chars().next().map(|it| it.to_ascii_lowercase());
        let is_run = inner.chars().all(|it| Some(it.to_ascii_lowercase()) == first);
        match first {
            Some('$') => {
                let sign = inner[1..].split('-').next().unwrap_or_default().to_owned();
                self.literal(&sign);
            }
            Some('<' | '>' | '=') => self.condition = Condition::of(inner),
            Some(letter @ ('h' | 'm' | 's')) if is_run => self.tokens.push(Token::Elapsed(letter)),
            _ => {}
        }
    }
}

fn starts(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
}

//! Digits, thousands, decimals, percents and fractions of a number format, with the words around them.

use super::section::Token;
use super::{general, whole};

/// Most decimals that are shown.
const MOST_DECIMALS: usize = 30;

/// How one section shows a number.
#[derive(Debug)]
pub(super) struct Digits {
    tokens: Vec<Token>,
    /// Position of the decimal sign, or the end.
    point: usize,
    /// Places for whole digits, and how many of them are always filled.
    whole: usize,
    least: usize,
    decimals: usize,
    has_thousands: bool,
    /// What the value is multiplied by.
    scale: f64,
    /// Places for the digits below the line of a fraction.
    fraction: Option<usize>,
}

impl Digits {
    pub fn of(all: &[Token]) -> Self {
        let mut tokens: Vec<Token> = Vec::with_capacity(all.len());
        let (mut has_thousands, mut scale) = (false, 1.0);
        for (at, token) in all.iter().enumerate() {
            let is_digit = |it: Option<&Token>| matches!(it, Some(Token::Digit(_)));
            let is_before_digit = all[at..].iter().find(|it| **it != Token::Comma).is_some_and(|it| is_digit(Some(it)));
            match token {
                Token::Comma if is_digit(tokens.last()) && is_before_digit => has_thousands = true,
                Token::Comma if is_digit(tokens.last()) => scale /= 1_000.0,
                Token::Comma => tokens.push(Token::Literal(",".to_owned())),
                token => tokens.push(token.clone()),
            }
        }
        let hundreds = tokens.iter().filter(|it| **it == Token::Percent).count().min(4);
        scale *= 100_f64.powi(hundreds as i32);
        let point = tokens.iter().position(|it| *it == Token::Point).unwrap_or(tokens.len());
        let digits = |tokens: &[Token]| tokens.iter().filter(|it| matches!(it, Token::Digit(_))).count();
        let first_zero = tokens[..point].iter().position(|it| *it == Token::Digit('0')).unwrap_or(point);
        let slash = tokens.iter().position(|it| *it == Token::Slash);
        let below = slash.map(|at| digits(&tokens[at..])).filter(|it| *it > 0);
        Self {
            whole: digits(&tokens[..point]),
            least: digits(&tokens[first_zero..point]),
            decimals: digits(&tokens[point..]).min(MOST_DECIMALS),
            fraction: below.filter(|_| point == tokens.len()),
            tokens,
            point,
            has_thousands,
            scale,
        }
    }

    /// The number in this section, blanks around it taken off.
    pub fn show(&self, value: f64) -> String {
        let shown = value * self.scale;
        if self.tokens.contains(&Token::General) {
            return self.around(|token, out| {
                if *token == Token::General {
                    out.push_str(&general(shown));
                }
            });
        }
        if let Some(places) = self.fraction {
            return fraction(shown, places);
        }
        let number = match whole(shown.abs()).filter(|_| self.decimals == 0) {
            Some(number) => number.to_string(),
            None => format!("{:.*}", self.decimals, shown.abs()),
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let is_zero = number.bytes().all(|it| matches!(it, b'0' | b'.'));
        let text = self.fill(whole, decimals);
        if value < 0.0 && !is_zero { format!("-{text}") } else { text }
    }

    /// Literals and percent signs as they stand; what else a token shows is up to `show`.
    fn around(&self, mut show: impl FnMut(&Token, &mut String)) -> String {
        let mut out = String::new();
        for token in &self.tokens {
            match token {
                Token::Literal(literal) => out.push_str(literal),
                Token::Percent => out.push('%'),
                Token::Slash => out.push('/'),
                token => show(token, &mut out),
            }
        }
        out.trim().to_owned()
    }

    /// Puts digits in their places: the first place takes all whole digits that there is no other for.
    fn fill(&self, whole: &str, decimals: &str) -> String {
        let whole = whole.trim_start_matches('0');
        let whole = format!("{}{whole}", "0".repeat(self.least.saturating_sub(whole.len())));
        let mut places = self.whole;
        let mut digits = whole.chars();
        let decimals = self.kept(decimals);
        let mut behind = decimals.chars();
        let mut seen_point = false;
        self.around(|token, out| match token {
            Token::Point => {
                seen_point = true;
                if self.whole == 0 {
                    out.push_str(&whole);
                }
                if !decimals.is_empty() {
                    out.push(',');
                }
            }
            Token::Digit(_) if seen_point => out.extend(behind.next()),
            Token::Digit(_) => {
                while digits.as_str().len() >= places && places > 0 {
                    let Some(digit) = digits.next() else { break };
                    out.push(digit);
                    let left = digits.as_str().len();
                    if self.has_thousands && left > 0 && left.is_multiple_of(3) {
                        out.push('.');
                    }
                    if left < places {
                        break;
                    }
                }
                places = places.saturating_sub(1);
            }
            _ => {}
        })
    }

    /// The decimals without zeros in places that need none.
    fn kept<'a>(&self, decimals: &'a str) -> &'a str {
        let places = self.tokens[self.point..].iter().filter_map(|it| match it {
            Token::Digit(place) => Some(*place),
            _ => None,
        });
        let places: Vec<char> = places.take(MOST_DECIMALS).collect();
        let needed = places.iter().rposition(|it| *it == '0').map_or(0, |at| at + 1);
        let zeros = decimals.len() - decimals.trim_end_matches('0').len();
        &decimals[..(decimals.len() - zeros).max(needed).min(decimals.len())]
    }
}

/// The nearest fraction with so many digits below its line: `1 1/2`.
fn fraction(value: f64, places: usize) -> String {
    let most: u32 = if places == 1 { 9 } else { 99 };
    let (whole, part) = (value.abs().trunc(), value.abs().fract());
    let distance = |below: u32| ((part * f64::from(below)).round() / f64::from(below) - part).abs();
    let below = (1..=most).min_by(|one, other| distance(*one).total_cmp(&distance(*other))).unwrap_or(1);
    let above = (part * f64::from(below)).round();
    let sign = if value < 0.0 { "-" } else { "" };
    match (whole, above) {
        (whole, above) if above == 0.0 || below == 1 => format!("{sign}{:.0}", whole + above),
        (0.0, above) => format!("{sign}{above:.0}/{below}"),
        (whole, above) => format!("{sign}{whole:.0} {above:.0}/{below}"),
    }
}

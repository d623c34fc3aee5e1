//! What stands in the actor cells of one row → the symbols of the row.

use crate::model::Symbol;
use crate::vocabulary::marks::{self, Sign};
use crate::vocabulary::{flow_words, fold};

/// What one actor cell holds.
#[derive(Debug, Default)]
pub struct Marks {
    signs: Vec<Sign>,
    /// Step number written behind `Ya`.
    pub yes: Option<u32>,
    /// The same of `Tidak`.
    pub no: Option<u32>,
    /// Parts that are no mark.
    pub rest: Vec<String>,
}

impl Marks {
    /// Reads the text of an actor cell.
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        let mut branch: Option<Sign> = None;
        let mut words: Vec<&str> = Vec::new();
        for token in tokens(text) {
            let first = token.chars().next().unwrap_or(' ');
            if let Some(sign) = Some(first).filter(|it| !it.is_alphanumeric()).and_then(marks::character) {
                found.settle(&mut words, &mut branch);
                found.signs.push(sign);
            } else if let Ok(number) = token.parse::<u32>() {
                found.settle(&mut words, &mut branch);
                found.target(branch, number);
            } else {
                words.push(token);
            }
        }
        found.settle(&mut words, &mut branch);
        found
    }

    fn target(&mut self, branch: Option<Sign>, number: u32) {
        match branch {
            Some(Sign::Yes) => self.yes = Some(number),
            Some(Sign::No) => self.no = Some(number),
            _ => self.rest.push(number.to_string()),
        }
    }

    /// Understands the words collected so far, longest first.
    fn settle(&mut self, words: &mut Vec<&str>, branch: &mut Option<Sign>) {
        let mut rest: &[&str] = words;
        while let [first, tail @ ..] = rest {
            let lower = first.to_lowercase();
            if flow_words::STEP.contains(&lower.as_str()) || flow_words::TO.contains(&lower.as_str()) {
                rest = tail;
                continue;
            }
            if first.ends_with('?') {
                // A question inside the diamond.
                self.signs.push(Sign::Decision);
                break;
            }
            let known = (1..=rest.len().min(2)).rev().find_map(|count| {
                let sign = marks::word(&fold(&rest[..count].concat()))?;
                Some((count, sign))
            });
            match known {
                Some((count, sign)) => {
                    if matches!(sign, Sign::Yes | Sign::No) {
                        *branch = Some(sign);
                    }
                    self.signs.push(sign);
                    rest = &rest[count..];
                }
                None => {
                    if rest.iter().any(|it| it.ends_with('?')) {
                        rest = tail;
                        continue;
                    }
                    self.rest.push((*first).to_owned());
                    rest = tail;
                }
            }
        }
        words.clear();
    }

    /// The actor of the column has a symbol here.
    pub fn is_present(&self) -> bool {
        self.signs.iter().any(|sign| !matches!(sign, Sign::Arrow | Sign::Yes | Sign::No))
    }

    /// Nothing but arrows and lines.
    pub fn is_arrow(&self) -> bool {
        !self.signs.is_empty() && self.signs.iter().all(|sign| *sign == Sign::Arrow)
    }

    /// `Ya` or `Tidak` stands here.
    pub fn has_branch(&self) -> bool {
        self.signs.iter().any(|sign| matches!(sign, Sign::Yes | Sign::No))
    }

    /// `Ya` stands here, and no `Tidak`.
    pub fn is_yes(&self) -> bool {
        self.signs.contains(&Sign::Yes) && !self.signs.contains(&Sign::No)
    }

    /// The symbol, where its shape is told.
    pub fn symbol(&self) -> Option<Symbol> {
        let has = |sign: Sign| self.signs.contains(&sign);
        if has(Sign::Decision) || (self.is_present() && self.has_branch()) {
            Some(Symbol::Decision)
        } else if has(Sign::Start) {
            Some(Symbol::Start)
        } else if has(Sign::End) {
            Some(Symbol::End)
        } else if has(Sign::Process) {
            Some(Symbol::Process)
        } else {
            None
        }
    }

    /// The cell holds words that are no mark: text that slipped into the column.
    pub fn is_text(&self) -> bool {
        !self.rest.is_empty() && !self.is_present()
    }
}

/// Words, numbers and single signs.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let mut start = 0;
        let mut kind = None;
        for (at, character) in word.char_indices() {
            let now = if character.is_ascii_digit() {
                0
            } else if character.is_alphabetic() || matches!(character, '?' | '\'') {
                1
            } else if marks::character(character).is_some() {
                2
            } else {
                3
            };
            if kind != Some(now) || now == 2 {
                if at > start && kind != Some(3) {
                    out.push(&word[start..at]);
                }
                start = at;
                kind = Some(now);
            }
        }
        if kind.is_some_and(|kind| kind != 3) {
            out.push(&word[start..]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Marks {
        Marks::of(text)
    }

    #[test]
    fn symbols_come_as_words_signs_and_letters() {
        assert_eq!(read("↓ □ ↓").symbol(), Some(Symbol::Process));
        assert_eq!(read("MULAI").symbol(), Some(Symbol::Start));
        assert_eq!(read("(Selesai)").symbol(), Some(Symbol::End));
        assert!(read("✓").is_present() && read("✓").symbol().is_none());
        assert!(read("v").is_present() && read("X").is_present());
        assert!(read("___ ↓").is_arrow() && !read("_____").is_present());
        assert_eq!(read("Setuju?").symbol(), Some(Symbol::Decision));
        assert!(read("Kasubag UK").is_text());
    }

    #[test]
    fn branches_may_carry_their_targets() {
        let marks = read("◇ Ya → 7 Tidak ke langkah 5");
        assert_eq!((marks.symbol(), marks.yes, marks.no), (Some(Symbol::Decision), Some(7), Some(5)));
        let loose = read("Tidak");
        assert!(loose.has_branch() && !loose.is_present());
    }
}

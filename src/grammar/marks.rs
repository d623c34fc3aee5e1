//! What stands in the actor cells of one row → the symbols of the row.

use crate::model::Symbol;
use crate::vocabulary::fold::fold_in;
use crate::vocabulary::marks::{self, Sign};
use crate::vocabulary::{flow_words, fold};
use smallvec::{SmallVec, smallvec};
use std::borrow::Cow;

/// What one actor cell holds.
#[derive(Debug, Default)]
pub struct Marks<'t> {
    signs: SmallVec<[Sign; 8]>,
    /// The step number written behind `Ya`.
    pub yes: Option<Lead>,
    /// The same of `Tidak`.
    pub no: Option<Lead>,
    /// Those behind an arrow with other words before it.
    pub cases: Vec<Lead>,
    /// Those behind `lanjut` and an arrow.
    pub next: Vec<Lead>,
    /// Parts that are no mark.
    pub rest: Vec<Cow<'t, str>>,
}

/// A way on as it stands behind a symbol: `Ya → 7`, `Belum lengkap → 1`, `lanjut ⇢ 6`.
#[derive(Debug, PartialEq, Eq)]
pub struct Lead {
    /// The words before the arrow, where they are other words than `Ya` and `Tidak`.
    pub words: Option<String>,
    /// The step.
    pub number: u32,
    /// The arrow is dashed.
    pub dashed: bool,
}

/// No table has so many steps: a number like this is a code, a year or that of a person.
const NO_STEP: u32 = 1000;

/// What was read of a way on before its number.
#[derive(Default)]
struct Begun {
    /// Yes or no, and the words that say it.
    branch: Option<(Sign, String)>,
    /// Where unknown words before an arrow begin in [`Marks::rest`].
    words: Option<usize>,
    dashed: bool,
}

impl<'t> Marks<'t> {
    /// Reads the text of an actor cell.
    pub fn of(text: &'t str) -> Self {
        let mut found = Self::default();
        let mut text = text.trim();
        if let Some(sign) = marks::typed(text) {
            found.signs.push(sign);
            return found;
        }
        if let Some((first, rest)) = text.split_once(char::is_whitespace)
            && let Some(sign) = marks::typed(first)
        {
            found.signs.push(sign);
            text = rest;
        }
        let mut begun = Begun::default();
        let mut words: Vec<&str> = Vec::new();
        for token in tokens(text) {
            let first = token.chars().next().unwrap_or(' ');
            if let Some(sign) = Some(first).filter(|it| !it.is_alphanumeric()).and_then(marks::character) {
                let before = found.rest.len();
                found.settle(&mut words, &mut begun);
                found.signs.push(sign);
                if sign == Sign::Arrow {
                    begun.words = (found.rest.len() > before).then_some(before).or(begun.words);
                    begun.dashed |= marks::is_dashed(first);
                }
            } else if let Some(number) = token.parse::<u32>().ok().filter(|number| *number < NO_STEP) {
                found.settle(&mut words, &mut begun);
                found.target(std::mem::take(&mut begun), number);
            } else {
                words.push(token);
            }
        }
        found.settle(&mut words, &mut begun);
        found
    }

    /// A tick, whatever the letter that stands for it.
    pub fn tick() -> Self {
        Self { signs: smallvec![Sign::Tick], ..Self::default() }
    }

    fn target(&mut self, begun: Begun, number: u32) {
        let lead = |words| Lead { words, number, dashed: begun.dashed };
        match (begun.branch, begun.words) {
            (Some((Sign::Yes, words)), _) => self.yes = Some(lead(marks::own_words(&words))),
            (Some((_, words)), _) => self.no = Some(lead(marks::own_words(&words))),
            (None, Some(start)) if self.is_present() => {
                let words: Vec<Cow<str>> = self.rest.drain(start..).collect();
                match &words[..] {
                    [only] if flow_words::GO_ON.contains(&only.to_lowercase().as_str()) => self.next.push(lead(None)),
                    _ => self.cases.push(lead(Some(words.join(" ")))),
                }
            }
            _ => self.rest.push(Cow::Owned(number.to_string())),
        }
    }

    /// Understands the words collected so far, longest first.
    fn settle(&mut self, words: &mut Vec<&'t str>, begun: &mut Begun) {
        let mut rest: &[&'t str] = words;
        let asks = words.iter().any(|it| it.ends_with('?'));
        while let [first, tail @ ..] = rest {
            let is_first = |known: &&str| known.eq_ignore_ascii_case(first);
            if flow_words::STEP.iter().any(is_first) || flow_words::TO.iter().any(is_first) {
                rest = tail;
                continue;
            }
            if first.ends_with('?') {
                // A question inside the diamond.
                self.signs.push(Sign::Decision);
                break;
            }
            let known = (1..=rest.len().min(2)).rev().find_map(|count| {
                let sign = sign_of(&rest[..count])?;
                Some((count, sign))
            });
            match known {
                Some((count, sign)) => {
                    if matches!(sign, Sign::Yes | Sign::No) {
                        begun.branch = Some((sign, rest[..count].join(" ")));
                    }
                    self.signs.push(sign);
                    rest = &rest[count..];
                }
                None => {
                    if asks && rest.iter().any(|it| it.ends_with('?')) {
                        rest = tail;
                        continue;
                    }
                    self.rest.push(Cow::Borrowed(first));
                    rest = tail;
                }
            }
        }
        words.clear();
    }

    /// It says nothing that is known: neither symbol nor arrow nor answer.
    pub fn is_unknown(&self) -> bool {
        self.signs.is_empty()
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
        } else if has(Sign::Document) {
            Some(Symbol::Document)
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

/// The sign that words spell together.
fn sign_of(words: &[&str]) -> Option<Sign> {
    let letters = words.iter().flat_map(|word| word.bytes()).filter(u8::is_ascii_alphabetic).count();
    if letters > marks::LONGEST_WORD {
        return None;
    }
    let mut room = [0; 64];
    let first = fold_in(words.first()?, &mut room);
    match words {
        _ if !marks::begins(&first) => None,
        [_] => marks::word(&first),
        _ => marks::word(&fold(&words.concat())),
    }
}

/// Words, numbers and single signs.
fn tokens(text: &str) -> SmallVec<[&str; 8]> {
    let mut out = SmallVec::new();
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

    fn read(text: &str) -> Marks<'_> {
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
        assert_eq!((read("[ ]").symbol(), read("<2> T").symbol()), (Some(Symbol::Process), Some(Symbol::Decision)));
        assert!(read("Kasubag UK").is_text());
    }

    fn said(lead: &Option<Lead>) -> (&str, u32) {
        lead.as_ref().map_or(("", 0), |lead| (lead.words.as_deref().unwrap_or(""), lead.number))
    }

    #[test]
    fn branches_keep_words_of_their_own() {
        let marks = read("◇ Lengkap → 3, Belum lengkap ⇢ 1, Perlu revisi → 2");
        assert_eq!((said(&marks.yes), said(&marks.no)), (("Lengkap", 3), ("Belum lengkap", 1)));
        assert!(marks.no.is_some_and(|no| no.dashed) && marks.yes.is_some_and(|yes| !yes.dashed));
        let revise = Lead { words: Some("Perlu revisi".to_owned()), number: 2, dashed: false };
        assert_eq!((&marks.cases[..], &marks.rest[..]), (&[revise][..], &[][..]));
        assert_eq!(read("□ lanjut → 4, lanjut → 6").next.iter().map(|it| it.number).collect::<Vec<_>>(), [4, 6]);
    }

    #[test]
    fn branches_may_carry_their_targets() {
        let marks = read("◇ Ya → 7 Tidak ke langkah 5");
        assert_eq!((marks.symbol(), said(&marks.yes), said(&marks.no)), (Some(Symbol::Decision), ("", 7), ("", 5)));
        let loose = read("Tidak");
        assert!(loose.has_branch() && !loose.is_present());
    }
}

//! What stands in the actor cells of one row → the symbols of the row.

use super::leads::{Lead, NO_STEP, ways};
use crate::model::{Symbol, Target};
use crate::vocabulary::fold::fold_in;
use crate::vocabulary::form_words::ALONG;
use crate::vocabulary::marks::{self, Sign};
use crate::vocabulary::{flow_words, fold};
use smallvec::{SmallVec, smallvec};
use std::borrow::Cow;

/// What one actor cell holds.
#[derive(Debug, Default)]
pub struct Marks<'t> {
    signs: SmallVec<[Sign; 8]>,
    /// What is written behind `Ya`: a step, or the end.
    pub yes: Option<Lead>,
    /// The same of `Tidak`.
    pub no: Option<Lead>,
    /// Those behind an arrow with other words before it.
    pub cases: Vec<Lead>,
    /// Those behind `lanjut` and an arrow.
    pub next: Vec<Lead>,
    /// Parts that are no mark.
    pub rest: Vec<Cow<'t, str>>,
    /// An arrow leads left or up.
    back: bool,
}

/// What was read of a way on before its target.
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
        // Lines that are drawn to it and from it say nothing of the symbol.
        let is_line = |it: char| it.is_whitespace() || !it.is_ascii() && marks::character(it) == Some(Sign::Arrow);
        if let Some(sign) = marks::typed(text.trim_matches(is_line)) {
            found.signs.push(sign);
            return found;
        }
        if found.takes_ways(text) {
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
                found.back |= marks::is_back(first);
                if sign == Sign::Arrow {
                    begun.words = (found.rest.len() > before).then_some(before).or(begun.words);
                    begun.dashed |= marks::is_dashed(first);
                }
            } else if let Some(number) = token.parse::<u32>().ok().filter(|number| *number < NO_STEP) {
                found.settle(&mut words, &mut begun);
                found.target(std::mem::take(&mut begun), Target::Step(number));
            } else {
                words.push(token);
            }
        }
        found.settle(&mut words, &mut begun);
        found
    }

    /// Reads a symbol and the ways on from it, where nothing else stands in the text.
    fn takes_ways(&mut self, text: &'t str) -> bool {
        if !text.contains(marks::is_rightward) {
            return false;
        }
        let Some((symbol, rest)) = text.split_once(char::is_whitespace) else { return false };
        let sign = marks::typed(symbol).or_else(|| symbol.parse().ok().and_then(marks::character));
        let sign = sign.or_else(|| sign_of(&[symbol]));
        let sign = sign.filter(|it| !matches!(it, Sign::Arrow | Sign::Yes | Sign::No));
        let Some((sign, ways)) = sign.zip(ways(rest)) else { return false };
        self.signs.push(sign);
        ways.into_iter().for_each(|lead| self.take(lead));
        self.pair();
        true
    }

    /// `Lulus` and `Tidak lulus`, and no other way: the first is yes, the second no.
    fn pair(&mut self) {
        let said = |lead: &Lead| lead.words.clone().unwrap_or_default();
        let [one, other] = &self.cases[..] else { return };
        let (denied, denies) =
            (flow_words::denies(&said(one), &said(other)), flow_words::denies(&said(other), &said(one)));
        if self.yes.is_some() || self.no.is_some() || !(denied || denies) {
            return;
        }
        self.signs.extend([Sign::Yes, Sign::No]);
        self.no = self.cases.pop();
        self.yes = self.cases.pop();
        if denied {
            std::mem::swap(&mut self.yes, &mut self.no);
        }
    }

    fn take(&mut self, lead: Lead) {
        let words = lead.words.as_deref().unwrap_or("");
        let spelt: Vec<&str> = words.split_whitespace().collect();
        let answer = sign_of(&spelt).or_else(|| denied(&spelt)).filter(|it| matches!(it, Sign::Yes | Sign::No));
        self.signs.extend(answer);
        self.signs.push(Sign::Arrow);
        match answer {
            Some(Sign::Yes) if self.yes.is_none() => self.yes = Some(Lead { words: marks::own_words(words), ..lead }),
            Some(Sign::No) if self.no.is_none() => self.no = Some(Lead { words: marks::own_words(words), ..lead }),
            None if flow_words::GO_ON.contains(&words.to_lowercase().as_str()) => {
                self.next.push(Lead { words: None, ..lead });
            }
            _ => self.cases.push(lead),
        }
    }

    /// A tick, whatever the letter that stands for it.
    pub fn tick() -> Self {
        Self { signs: smallvec![Sign::Tick], ..Self::default() }
    }

    fn target(&mut self, begun: Begun, to: Target) {
        let written = to.to_string();
        let lead = |words| Lead { words, to, dashed: begun.dashed };
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
            _ => self.rest.push(Cow::Owned(written)),
        }
    }

    /// Understands the words collected so far, longest first.
    fn settle(&mut self, words: &mut Vec<&'t str>, begun: &mut Begun) {
        let mut rest: &[&'t str] = words;
        // `?` alone asks nothing: it stands for a symbol that is not known.
        let asks = words.as_slice() != ["?"] && words.iter().any(|it| it.ends_with('?'));
        while let [first, tail @ ..] = rest {
            let is_first = |known: &&str| known.eq_ignore_ascii_case(first);
            if flow_words::STEP.iter().any(is_first) || flow_words::TO.iter().any(is_first) {
                rest = tail;
                continue;
            }
            if asks && first.ends_with('?') {
                // A question inside the diamond.
                self.signs.push(Sign::Decision);
                break;
            }
            let known = (1..=rest.len().min(2)).rev().find_map(|count| {
                let sign = sign_of(&rest[..count]).or_else(|| denied(&rest[..count]))?;
                Some((count, sign))
            });
            match known {
                Some((count, Sign::End)) if self.leads(begun) => {
                    self.target(std::mem::take(begun), Target::End);
                    rest = &rest[count..];
                }
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

    /// An answer and an arrow stand before what is read.
    fn leads(&self, begun: &Begun) -> bool {
        let is_said = begun.branch.is_some() || (begun.words.is_some() && self.is_present());
        is_said && self.signs.last() == Some(&Sign::Arrow)
    }

    /// It says nothing that is known: neither symbol nor arrow nor answer.
    pub fn is_unknown(&self) -> bool {
        self.signs.is_empty()
    }

    /// The actor of the column has a symbol here.
    pub fn is_present(&self) -> bool {
        self.signs.iter().any(|sign| !matches!(sign, Sign::Arrow | Sign::Yes | Sign::No))
    }

    /// Of signs nothing but arrows and lines; words may stand beside them.
    pub fn is_arrow(&self) -> bool {
        !self.signs.is_empty() && self.signs.iter().all(|sign| *sign == Sign::Arrow)
    }

    /// `Ya` or `Tidak` stands here.
    pub fn has_branch(&self) -> bool {
        self.signs.iter().any(|sign| matches!(sign, Sign::Yes | Sign::No))
    }

    /// `Tidak` stands here without `Ya`, at an arrow that leads left or up.
    pub fn leads_back(&self) -> bool {
        self.back && self.signs.contains(&Sign::No) && !self.signs.contains(&Sign::Yes)
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

    /// `□ bersama`: takes part in what another one of the row does.
    pub fn is_along(&self) -> bool {
        self.is_present() && matches!(&self.rest[..], [only] if only.eq_ignore_ascii_case(ALONG))
    }

    /// The cell holds words that are no mark: text that slipped into the column.
    pub fn is_text(&self) -> bool {
        !self.rest.is_empty() && !self.is_present()
    }
}

/// `tidak layak`: an answer that is no by its first word, whatever the second answers.
fn denied(words: &[&str]) -> Option<Sign> {
    let [first, second] = words else { return None };
    let is_no = flow_words::NEGATION.iter().any(|known| known.eq_ignore_ascii_case(first));
    (is_no && sign_of(&[second]) == Some(Sign::Yes)).then_some(Sign::No)
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

    fn said(lead: &Option<Lead>) -> (&str, String) {
        lead.as_ref().map_or(("", String::new()), |lead| (lead.words.as_deref().unwrap_or(""), lead.to.to_string()))
    }

    #[test]
    fn branches_keep_words_of_their_own() {
        let marks = read("◇ Lengkap → 3, Belum lengkap ⇢ 1, Perlu revisi → 2");
        assert_eq!(
            (said(&marks.yes), said(&marks.no)),
            (("Lengkap", "3".to_owned()), ("Belum lengkap", "1".to_owned()))
        );
        assert!(marks.no.is_some_and(|no| no.dashed) && marks.yes.is_some_and(|yes| !yes.dashed));
        let revise = Lead { words: Some("Perlu revisi".to_owned()), to: Target::Step(2), dashed: false };
        assert_eq!((&marks.cases[..], &marks.rest[..]), (&[revise][..], &[][..]));
        assert_eq!(
            read("□ lanjut → 4, lanjut → 6").next.iter().map(|it| it.to.to_string()).collect::<Vec<_>>(),
            ["4", "6"]
        );
    }

    #[test]
    fn a_typed_symbol_may_stand_between_lines() {
        assert_eq!(read("(M) └──").symbol(), Some(Symbol::Start));
        assert_eq!(read("▼ (S)").symbol(), Some(Symbol::End));
        assert_eq!(read("┌── [ ] │").symbol(), Some(Symbol::Process));
        assert_eq!(read("└───").symbol(), None);
        for tick in ["(o)", "(x)", "[v]", "( * )"] {
            assert!(read(tick).is_present() && read(tick).rest.is_empty(), "{tick}");
        }
    }

    #[test]
    fn a_question_is_a_decision_and_a_lone_question_mark_is_none() {
        assert_eq!(read("Lengkap?").symbol(), Some(Symbol::Decision));
        assert_eq!(read("?").symbol(), None);
    }

    #[test]
    fn branches_may_carry_their_targets() {
        let marks = read("◇ Ya → 7 Tidak ke langkah 5");
        assert_eq!(
            (marks.symbol(), said(&marks.yes), said(&marks.no)),
            (Some(Symbol::Decision), ("", "7".to_owned()), ("", "5".to_owned()))
        );
        let denied = read("◇ Layak → 5, tidak layak → 8");
        assert_eq!((said(&denied.yes), said(&denied.no)), (("Layak", "5".to_owned()), ("tidak layak", "8".to_owned())));
        let denied = read("◇ Tidak lulus → 1, Lulus → 3");
        assert_eq!((said(&denied.yes), said(&denied.no)), (("Lulus", "3".to_owned()), ("Tidak lulus", "1".to_owned())));
        let ended = read("◇ Ya → 7, Tidak → selesai");
        assert_eq!((ended.symbol(), said(&ended.no)), (Some(Symbol::Decision), ("", "selesai".to_owned())));
        let whole = read("◇ Ya → 3, Tidak berkadar pengawasan → 9");
        assert_eq!(whole.no, None);
        assert_eq!(whole.cases[0].words.as_deref(), Some("Tidak berkadar pengawasan"));
        assert_eq!(read("◇ Perlu revisi → 2, Batal → selesai").cases.last().map(|it| &it.to), Some(&Target::End));
        assert_eq!(read("→ Selesai").symbol(), Some(Symbol::End));
        let loose = read("Tidak");
        assert!(loose.has_branch() && !loose.is_present());
    }
}

//! What an item says → how well it fits a section.

use super::marks;
use crate::grammar::citation;
use crate::model::SectionKind;
use crate::vocabulary::section_words::{DEVICES, KEPT_THINGS, OPENERS, RECORD_SIGNS, WARNING_SIGNS};
use crate::vocabulary::sections::{CITING_ENDS, LINKING_ENDS, OPEN_ENDS, SOP_NAMES};

/// So well a text fits a section that only its own words can say so.
pub(super) const SURE: i32 = 3;

/// A name of a thing has no more words.
const LONGEST_THING: usize = 4;

/// How well an item fits a section: above zero where it is worded as such items are, below where it is worded as others.
pub(super) fn fit(kind: SectionKind, item: &str) -> i32 {
    Wording::of(item).fit(kind)
}

/// How an item is worded.
pub(super) struct Wording<'t> {
    /// Without its list mark.
    text: &'t str,
    /// Its first word, in lower case.
    first: String,
    cites: bool,
    names_sop: bool,
}

impl<'t> Wording<'t> {
    pub fn of(item: &'t str) -> Self {
        let text = marks::without(item);
        let cites = citation::is_citation_start(text);
        Self { text, first: first_word(text), cites, names_sop: names_sop(text) }
    }

    /// The item as it is written.
    pub fn whole(&self) -> &'t str {
        self.text
    }

    /// How well it fits a section, as [`fit`].
    pub fn fit(&self, kind: SectionKind) -> i32 {
        let Self { text, cites, names_sop, .. } = *self;
        let first = self.first.as_str();
        if cites || names_sop {
            return match kind {
                SectionKind::LegalBasis if cites => SURE + 1,
                SectionKind::Related if names_sop => SURE + 1,
                _ => -SURE,
            };
        }
        if OPENERS.iter().any(|(opened, list)| *opened == kind && list.contains(&first)) {
            return SURE;
        }
        let kept = KEPT_THINGS.contains(&first);
        let is_short = || text.split_whitespace().nth(LONGEST_THING).is_none();
        match kind {
            SectionKind::LegalBasis | SectionKind::Related => -1,
            SectionKind::Qualifications => -i32::from(kept),
            SectionKind::Equipment => 2 * i32::from(kept) + i32::from(is_short()),
            SectionKind::Records if has_word(text, RECORD_SIGNS) => 2,
            SectionKind::Records => i32::from(kept) + i32::from(kept && is_short()),
            SectionKind::Cautions if has_word(text, WARNING_SIGNS) => 2 + i32::from(!kept && !is_short()),
            SectionKind::Cautions => -i32::from(kept || is_short()),
        }
    }
}

/// The text is worded as items of this section are, and begins as they do.
pub(in crate::parse) fn is_worded(kind: SectionKind, text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(char::is_uppercase) && fit(kind, text) >= SURE
}

/// Where, behind the first words, the right one of two columns that only a blank holds apart begins: with a word that opens items
/// of the right section and that the left one's sentences do not hold.
pub(super) fn right_start(text: &str, left: SectionKind, right: SectionKind) -> Option<usize> {
    let verbs = matches!(right, SectionKind::Qualifications | SectionKind::Records);
    let device = left == SectionKind::Related && right == SectionKind::Equipment && names_sop(text);
    let mut words = text.split_whitespace();
    words.next()?;
    let mut before = words.next()?;
    if device {
        // `SOP Pemeliharaan Komputer` is one name.
        before = words.next()?;
    }
    words.find_map(|word| {
        let above = std::mem::replace(&mut before, word);
        let at = crate::grammar::offset_in(text, word);
        let first = word.trim_end_matches([',', ';']).to_lowercase();
        let opens = OPENERS.iter().any(|(kind, list)| *kind == right && list.contains(&first.as_str()));
        let kept = left == SectionKind::Cautions && KEPT_THINGS.contains(&first.as_str());
        // A noun that ends the line, `Satuan Pendidikan`, opens nothing.
        let verb = verbs && opens && (first.starts_with("me") || at + word.len() < text.trim_end().len());
        let thing = device && DEVICES.contains(&first.as_str());
        // `Standar Pelayanan Minimal` is the title of regulations.
        let is_titled = first == "minimal" && above.eq_ignore_ascii_case("pelayanan");
        (word.starts_with(char::is_uppercase) && (kept || verb || thing) && !is_titled).then_some(at)
    })
}

fn first_word(text: &str) -> String {
    let word = text.split(|it: char| it.is_whitespace() || matches!(it, ',' | ';' | ':' | '/' | '.')).next();
    word.unwrap_or("").to_lowercase()
}

fn has_word(text: &str, signs: &[&str]) -> bool {
    text.split(|it: char| !it.is_alphanumeric()).any(|word| signs.iter().any(|sign| sign.eq_ignore_ascii_case(word)))
}

/// `SOP ...`, `POS ...`; not `SOP ini ...`.
pub(super) fn names_sop(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_one_of = |word: &str, list: &[&str]| list.iter().any(|it| it.eq_ignore_ascii_case(word));
    words.next().is_some_and(|first| is_one_of(first, SOP_NAMES))
        && !words.next().is_some_and(|second| is_one_of(second, &["ini", "tidak", "dapat"]))
}

/// The line below goes on with the sentence: it begins small, or the one above ends open.
pub(super) fn goes_on(above: &str, line: &str) -> bool {
    let first = line.trim_start().chars().next();
    let small = first.is_some_and(|it| it.is_lowercase() || matches!(it, '(' | ')' | ',' | '/'));
    small || ends_within(above)
}

/// The line ends with a word that another must follow.
pub(super) fn ends_within(line: &str) -> bool {
    let last = line.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let opens = OPEN_ENDS.iter().any(|end| end.eq_ignore_ascii_case(last));
    opens || links_on(line) || line.trim_end().ends_with([',', '/', '-'])
}

/// The line of a citation ends with a word that another citation follows: `tentang Pelaksanaan`.
pub(super) fn cites_on(line: &str) -> bool {
    let last = line.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    CITING_ENDS.iter().any(|end| end.eq_ignore_ascii_case(last))
}

/// A citation that is not whole yet: its year or its subject is still to come.
pub(super) fn is_half_cited(item: &str) -> bool {
    citation::parse(marks::without(item)).regulation.is_some_and(|it| it.year.is_none() || it.about.is_none())
}

/// `UU Nomor 7 Tahun 1989 jo.`: another regulation follows.
pub(super) fn links_on(text: &str) -> bool {
    let last = text.trim_end().trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    LINKING_ENDS.iter().any(|word| word.eq_ignore_ascii_case(last))
}

/// A semicolon or full stop closes the sentence.
pub(super) fn is_closed(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with([';', '.']) && !links_on(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use SectionKind::{Equipment, LegalBasis, Qualifications, Related};

    #[test]
    fn the_right_column_begins_with_a_word_of_its_own() {
        let right = |text: &str, left, right| right_start(text, left, right).map(|at| text[at..].to_owned());
        let found = right("SOP Akreditasi Sekolah Komputer", Related, Equipment);
        assert_eq!(found.as_deref(), Some("Komputer"));
        assert_eq!(right("SOP Pemeliharaan Komputer", Related, Equipment), None);
        assert_eq!(right("Pendirian Satuan Pendidikan", LegalBasis, Qualifications), None);
        let found = right("UU Nomor 20 Tahun 2003 Memahami aturan", LegalBasis, Qualifications);
        assert_eq!(found.as_deref(), Some("Memahami aturan"));
    }
}

//! Words that are changed as tracked changes: deleted and inserted at their very place, in the look of the run that holds them, so
//! that a person accepts or rejects them.

use super::Names;
use super::paragraph::{Paragraph, Run, paragraphs};
use crate::annotate::markup::Edits;
use crate::annotate::{AUTHOR, Fault};
use crate::diagnostic::Edit;
use crate::package::escaped;
use crate::read::office::xml::{Cursor, Piece};
use crate::report::Remark;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words of one paragraph that become others.
#[derive(Debug)]
pub(super) struct Site {
    /// Where the paragraph begins.
    element: u32,
    /// Which letters of it go; none where words are only added.
    letters: Range<usize>,
    /// A letter of the run that takes what is added.
    beside: usize,
    /// What comes in their place.
    text: String,
}

/// The places for changed words in a text document.
pub(super) struct Sites<'s> {
    source: &'s Source,
    paragraphs: BTreeMap<u32, Paragraph>,
    /// Letters that are changed already.
    taken: BTreeMap<u32, Vec<Range<usize>>>,
}

impl<'s> Sites<'s> {
    /// Those that these remarks need, in the text of the main part.
    ///
    /// # Errors
    /// When the text is damaged.
    pub fn of(text: &str, source: &'s Source, remarks: &[Remark]) -> Result<Self, Fault> {
        let edits = remarks.iter().flat_map(|it| &it.edits);
        let wanted: BTreeSet<u32> = edits.filter_map(|it| Some(source.spots.held(it.span.start)?.0)).collect();
        let paragraphs = if wanted.is_empty() { BTreeMap::new() } else { paragraphs(text, &wanted)? };
        Ok(Self { source, paragraphs, taken: BTreeMap::new() })
    }

    /// The places of all words of one remark, which are taken from now on; `None` where one of them cannot be changed there.
    pub fn take(&mut self, edits: &[Edit]) -> Option<Vec<Site>> {
        let sites = edits.iter().map(|it| self.site(it)).collect::<Option<Vec<Site>>>()?;
        let is_free = |site: &Site| {
            let mut taken = self.taken.get(&site.element).into_iter().flatten();
            taken.all(|it| it.end < site.letters.start || site.letters.end < it.start)
        };
        if sites.is_empty() || !sites.iter().all(is_free) {
            return None;
        }
        for it in &sites {
            self.taken.entry(it.element).or_default().push(it.letters.clone());
        }
        Some(sites)
    }

    /// The paragraph must read as the source has it, but for blanks and the label of a list before it.
    fn site(&self, edit: &Edit) -> Option<Site> {
        let (element, from, to) = self.source.spots.held(edit.span.start)?;
        let (from, to) = (from as usize, to.map_or(self.source.text.len(), |it| it as usize));
        let paragraph = self.paragraphs.get(&element)?;
        let written = self.source.text.get(from..to).filter(|_| edit.span.end as usize <= to)?;
        let said: Vec<(usize, char)> =
            written.char_indices().filter(|it| !it.1.is_whitespace()).map(|(at, it)| (from + at, it)).collect();
        let own: Vec<usize> =
            (0..paragraph.letters.len()).filter(|it| !paragraph.letters[*it].is_whitespace()).collect();
        let label = said.len().checked_sub(own.len())?;
        if said[label..].iter().zip(&own).any(|((_, said), own)| *said != paragraph.letters[*own]) {
            return None;
        }
        let letter = |nth: usize| own.get(nth.checked_sub(label)?).copied();
        let range = edit.span.range();
        let first = said.partition_point(|(at, _)| *at < range.start);
        let (letters, beside) = if range.is_empty() {
            match said.get(first).filter(|(at, _)| *at == range.start) {
                Some(_) => (letter(first)?..letter(first)?, letter(first)?),
                None => {
                    let before = letter(first.checked_sub(1)?)?;
                    (before + 1..before + 1, before)
                }
            }
        } else {
            let last = said.partition_point(|(at, _)| *at < range.end).checked_sub(1).filter(|it| *it >= first)?;
            (letter(first)?..letter(last)? + 1, letter(last)?)
        };
        let mut all = letters.clone().chain([beside]);
        all.all(|it| paragraph.holder(it).is_some()).then(|| Site { element, letters, beside, text: edit.text.clone() })
    }
}

/// What is cut out of one element of a run, and what comes behind it.
#[derive(Debug, Default)]
struct Cut {
    letters: Range<usize>,
    text: Option<String>,
    /// The comment that begins before it.
    begins: Option<u32>,
    /// The comment that ends behind it.
    ends: Option<u32>,
}

/// The changes of a text document, to be written.
#[derive(Default)]
pub(super) struct Tracked {
    /// By paragraph, run and element of the run.
    cuts: BTreeMap<(u32, usize), BTreeMap<usize, Vec<Cut>>>,
}

impl Tracked {
    /// Adds what one remark changes, with the number of its comment, which stands at the first of these places.
    pub fn add(&mut self, sites: &Sites<'_>, of_remark: Vec<Site>, comment: u32) {
        for (nth, site) in of_remark.into_iter().enumerate() {
            let Some(paragraph) = sites.paragraphs.get(&site.element) else { continue };
            let comment = (nth == 0).then_some(comment);
            let mut cuts: Vec<((usize, usize), Cut)> = Vec::new();
            for letter in site.letters.clone() {
                let Some(holder) = paragraph.holder(letter) else { continue };
                match cuts.last_mut().filter(|(before, _)| *before == holder) {
                    Some((_, cut)) => cut.letters.end = letter + 1,
                    None => cuts.push((holder, Cut { letters: letter..letter + 1, ..Cut::default() })),
                }
            }
            if let (true, Some(holder)) = (cuts.is_empty(), paragraph.holder(site.beside)) {
                cuts.push((holder, Cut { letters: site.letters, ..Cut::default() }));
            }
            if let Some((_, first)) = cuts.first_mut() {
                first.begins = comment;
            }
            if let Some((_, last)) = cuts.last_mut() {
                last.ends = comment;
                last.text = Some(site.text).filter(|it| !it.is_empty());
            }
            for ((run, child), cut) in cuts {
                self.cuts.entry((site.element, run)).or_default().entry(child).or_default().push(cut);
            }
        }
    }

    /// The changes as edits of the text. Every number that `is_used` tells is left out.
    pub fn edits(self, text: &str, names: &Names, sites: &Sites<'_>, is_used: &dyn Fn(u32) -> bool) -> Edits {
        let mut edits = Edits::default();
        let mut ids = (1..).filter(|it| !is_used(*it));
        for ((element, run), mut cuts) in self.cuts {
            let Some(paragraph) = sites.paragraphs.get(&element) else { continue };
            let run = &paragraph.runs[run];
            cuts.values_mut().for_each(|it| it.sort_by_key(|cut| cut.letters.start));
            let mut writer = Writer { text, names, run, ids: &mut ids, is_open: false, out: String::new() };
            for (at, child) in run.children.iter().enumerate() {
                match cuts.get(&at) {
                    Some(cuts) => writer.cut(&paragraph.letters, child.letters.clone(), cuts),
                    None => writer.keep(&text[child.range.clone()]),
                }
            }
            writer.end();
            edits.replace(run.range.clone(), writer.out);
        }
        edits
    }
}

/// Writes one run anew, in pieces.
struct Writer<'w> {
    text: &'w str,
    names: &'w Names,
    run: &'w Run,
    ids: &'w mut dyn Iterator<Item = u32>,
    is_open: bool,
    out: String,
}

impl Writer<'_> {
    fn keep(&mut self, content: &str) {
        if !self.is_open {
            self.is_open = true;
            self.begin();
        }
        self.out.push_str(content);
    }

    fn begin(&mut self) {
        self.out.push_str(&self.text[self.run.tag.clone()]);
        self.out.push_str(&self.text[self.run.look.clone()]);
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.close();
        }
    }

    fn close(&mut self) {
        let tag = &self.text[self.run.tag.clone()];
        let name = tag[1..].split(|it: char| it.is_whitespace() || it == '>').next().unwrap_or_default();
        self.out.push_str(&format!("</{name}>"));
    }

    /// An element of text without the letters that are cut out.
    fn cut(&mut self, all: &[char], letters: Range<usize>, cuts: &[Cut]) {
        let mut done = letters.start;
        for cut in cuts {
            self.keep_letters(&all[done..cut.letters.start]);
            self.end();
            let mark = |name: &str, id: u32| {
                let Names { prefix: w, declared, .. } = self.names;
                format!("<{w}{name}{declared} {w}id=\"{id}\"/>")
            };
            let begins = cut.begins.map(|id| mark("commentRangeStart", id));
            let ends = cut.ends.map(|id| {
                let Names { prefix: w, declared, .. } = self.names;
                let (end, reference) = (mark("commentRangeEnd", id), mark("commentReference", id));
                format!("{end}<{w}r{declared}>{reference}</{w}r>")
            });
            self.out.push_str(&begins.unwrap_or_default());
            if !cut.letters.is_empty() {
                self.tracked("del", "delText", &String::from_iter(&all[cut.letters.clone()]));
            }
            if let Some(text) = &cut.text {
                self.tracked("ins", "t", text);
            }
            self.out.push_str(&ends.unwrap_or_default());
            done = cut.letters.end;
        }
        self.keep_letters(&all[done..letters.end]);
    }

    fn keep_letters(&mut self, letters: &[char]) {
        if !letters.is_empty() {
            let piece = self.piece("t", &String::from_iter(letters));
            self.keep(&piece);
        }
    }

    fn piece(&self, name: &str, text: &str) -> String {
        let Names { prefix: w, declared, .. } = self.names;
        format!("<{w}{name}{declared} xml:space=\"preserve\">{}</{w}{name}>", escaped(text))
    }

    fn tracked(&mut self, change: &str, piece: &str, text: &str) {
        let Names { prefix: w, declared, .. } = self.names;
        let id = self.ids.next().unwrap_or_default();
        self.out.push_str(&format!("<{w}{change}{declared} {w}id=\"{id}\" {w}author=\"{AUTHOR}\">"));
        self.begin();
        let piece = self.piece(piece, text);
        self.out.push_str(&piece);
        self.close();
        self.out.push_str(&format!("</{w}{change}>"));
    }
}

/// What earlier runs left in the text.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The comments beside changes of ours that nobody has accepted or rejected.
    pub comments: BTreeSet<String>,
    /// Paragraphs whose tracked changes are all ours, by where they begin.
    pub paragraphs: BTreeSet<u32>,
    /// All numbers that are in use.
    pub ids: BTreeSet<u32>,
}

impl Pending {
    /// In the text of the main part.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn of(text: &str) -> Result<Self, Fault> {
        let mut found = Self::default();
        // Open paragraphs: depth, where each begins, and whose changes it has: ours, others'.
        let mut open: Vec<(usize, usize, [bool; 2])> = Vec::new();
        let mut comments: BTreeSet<String> = BTreeSet::new();
        let mut cursor = Cursor::new(text);
        while let Some(piece) = cursor.next()? {
            let tag = match piece {
                Piece::Open(tag) => tag,
                Piece::Close(_) => {
                    let ended = cursor.depth() + 1;
                    if let Some((_, start, [true, false])) = open.pop_if(|it| it.0 == ended) {
                        found.paragraphs.extend(u32::try_from(start));
                    }
                    continue;
                }
                Piece::Text(_) => continue,
            };
            let id = tag.attribute("id");
            found.ids.extend(id.as_deref().and_then(|it| it.trim().parse::<u32>().ok()));
            match tag.name {
                "p" => open.push((cursor.depth(), tag.start, [false; 2])),
                "commentRangeStart" => comments.extend(id.map(|it| it.into_owned())),
                "commentRangeEnd" => {
                    id.map(|it| comments.remove(&*it));
                }
                "ins" | "del" | "moveFrom" | "moveTo" => {
                    let is_ours = tag.attribute("author").is_some_and(|it| it == AUTHOR);
                    if let Some((_, _, whose)) = open.last_mut() {
                        whose[usize::from(!is_ours)] = true;
                    }
                    if is_ours {
                        found.comments.extend(comments.iter().cloned());
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }
}

//! The chain of documents: what each step needs, held against what the steps before it made or had.

use super::{Kind, Likeness, NameKey, Passage, Terms, Word};
use crate::check::Subject;
use crate::model::{DocumentName, Path, SectionKind, Sop, Sourced, StepField, Target};
use crate::vocabulary::document_synonyms::TOOL_HEADS;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::ops::Range;

/// One document in the table.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    /// Its name as written.
    pub name: &'a Sourced<DocumentName>,
    /// Position of its row, from 0.
    pub row: usize,
    /// Number of its step.
    pub step: u32,
    /// Position in its cell, from 1.
    pub position: usize,
    /// Output, not kelengkapan.
    pub made: bool,
    key: NameKey,
    /// Every word of the name is of tools, numbers and joining words aside.
    is_tool: bool,
    /// A word of it says that it comes from outside.
    is_from_outside: bool,
}

impl Paper<'_> {
    /// `kegiatan/3/output/1`
    pub fn path(&self) -> Path {
        let field = if self.made { StepField::Outputs } else { StepField::Requirements };
        Path::field(self.step, field).item(self.position)
    }

    /// What its name says, to be held against others of the chain.
    pub fn key(&self) -> &NameKey {
        &self.key
    }
}

/// How a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// An earlier step made or had it, perhaps under a synonym.
    Ok,
    /// Something earlier shares a word with it; not enough to say more.
    Loose,
    /// Mirip: probably the named document of an earlier step under another name.
    Near,
    /// Putus: nothing earlier is like it.
    Broken,
}

/// A requirement, how it is met, and by what.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Position of the requirement among the papers.
    paper: usize,
    /// How it is met.
    pub grade: Grade,
    /// Position of the earlier document most like it.
    source: Option<usize>,
}

/// Documents with a word in common that one is held against; in a table of so many rows none is remembered longer.
const FARTHEST: usize = 200;

/// All documents of the table, in its order.
pub struct Chain<'a> {
    papers: Vec<Paper<'a>>,
    terms: Terms<'a>,
    equipment: Equipment,
    /// For each term, the positions of the papers that name it, ascending.
    named: Vec<Vec<u32>>,
    /// For each row, the position of its first paper; one more at the end.
    rows: Vec<usize>,
    /// For each row, the last row whose documents may come back to it over a return arrow.
    returned_from: Vec<usize>,
    /// What the requirements name, once somebody asks for it.
    needed: OnceCell<FxHashSet<NameKey>>,
    links: OnceCell<Vec<Link>>,
}

impl<'a> Chain<'a> {
    /// The chain of an SOP.
    pub fn of(subject: &Subject<'a>) -> Self {
        let (sop, texts) = (subject.sop(), subject.texts());
        let (mut papers, mut terms, mut rows) = (Vec::new(), Terms::default(), vec![0]);
        for (row, step) in sop.steps.iter().enumerate() {
            for (field, list) in [(StepField::Requirements, &step.requirements), (StepField::Outputs, &step.outputs)] {
                let names = list.items().iter().zip(texts.documents(row, field)).zip(1..);
                let paper = |((name, text), position): ((&'a Sourced<DocumentName>, &Passage<'a>), usize)| Paper {
                    name,
                    row,
                    step: step.number,
                    made: field == StepField::Outputs,
                    position,
                    key: terms.key(&text.words),
                    is_tool: is_tool(&text.words),
                    is_from_outside: text.words.iter().any(|word| word.is(Kind::Outside)),
                };
                papers.extend(names.map(paper));
            }
            rows.push(papers.len());
        }
        let equipment = Equipment::of(texts.section(SectionKind::Equipment), &mut terms);
        terms.find_kin();
        let named = named_by(&papers, &terms);
        Self {
            papers,
            terms,
            equipment,
            named,
            rows,
            returned_from: returns(sop),
            needed: OnceCell::new(),
            links: OnceCell::new(),
        }
    }

    /// All of them, in document order.
    pub fn papers(&self) -> &[Paper<'a>] {
        &self.papers
    }

    /// The outputs, in document order.
    pub fn outputs(&self) -> impl Iterator<Item = &Paper<'a>> {
        self.papers.iter().filter(|paper| paper.made)
    }

    /// The documents of a row, from 0.
    pub fn papers_of(&self, row: usize) -> &[Paper<'a>] {
        match (self.rows.get(row), self.rows.get(row + 1)) {
            (Some(from), Some(to)) => &self.papers[*from..*to],
            _ => &[],
        }
    }

    /// The words of a name, as they are compared.
    pub fn words_of(&self, paper: &Paper<'_>) -> impl Iterator<Item = &str> {
        paper.key.terms().iter().map(|term| self.terms.word(*term))
    }

    /// The requirements of all rows, each with how it is met; those of the first row come from outside and are left out, and
    /// so are tools.
    pub fn links(&self) -> &[Link] {
        self.links.get_or_init(|| {
            let needed = self.papers.iter().enumerate().filter(|(_, paper)| !paper.made && paper.row > 0);
            let needed = needed.filter(|(_, paper)| !paper.is_tool);
            let mut links = Vec::new();
            // Whether a row stands at the head of the chain is asked once for all that it needs.
            let mut asked: Option<(usize, bool)> = None;
            for (at, paper) in needed {
                let head = asked.filter(|(row, _)| *row == paper.row);
                let (_, is_head) = *asked.insert(head.unwrap_or_else(|| (paper.row, self.is_head(paper.row))));
                links.push(self.link(at, is_head));
            }
            links
        })
    }

    /// Those of one row, from 0.
    pub fn links_of(&self, row: usize) -> &[Link] {
        let links = self.links();
        let [from, to] = [row, row + 1].map(|end| links.partition_point(|link| self.papers[link.paper].row < end));
        &links[from..to]
    }

    /// The requirement of a link.
    pub fn needed(&self, link: &Link) -> &Paper<'a> {
        &self.papers[link.paper]
    }

    /// The earlier document most like the requirement of a link.
    pub fn source(&self, link: &Link) -> Option<&Paper<'a>> {
        link.source.map(|at| &self.papers[at])
    }

    /// The rows of which no requirement is met, with their requirements.
    pub fn broken_rows(&self) -> Vec<(usize, Vec<&Paper<'a>>)> {
        let rows = self.links().chunk_by(|one, other| self.needed(one).row == self.needed(other).row);
        let broken = rows.filter(|links| links.iter().all(|link| link.grade == Grade::Broken));
        broken.map(|links| (self.needed(&links[0]).row, links.iter().map(|it| self.needed(it)).collect())).collect()
    }

    /// Some later step, or a step that this one's work comes back to, asks for a document like this output.
    pub fn is_used(&self, output: &Paper<'_>) -> bool {
        let first = self.returned_from.partition_point(|from| *from < output.row).min(output.row + 1);
        let start = self.rows[first] as u32;
        let asks = |paper: &Paper<'_>| !paper.made && (paper.row != output.row || first <= output.row);
        let like = |paper: &Paper<'_>| self.terms.likeness(&paper.key, &output.key) > Likeness::Different;
        output.key.terms().iter().any(|term| {
            let named = &self.named[*term as usize];
            let behind = named[named.partition_point(|at| *at < start)..].iter().map(|at| &self.papers[*at as usize]);
            behind.filter(|paper| asks(paper)).take(FARTHEST).any(like)
        })
    }

    /// Some step needs this document under the very words of its name.
    pub fn is_needed_as_named(&self, output: &Paper<'_>) -> bool {
        let keys = || self.papers.iter().filter(|paper| !paper.made).map(|paper| paper.key.clone()).collect();
        !output.key.is_empty() && self.needed.get_or_init(keys).contains(&output.key)
    }

    fn link(&self, at: usize, is_head: bool) -> Link {
        let paper = &self.papers[at];
        let at_hand = paper.key.is_empty() || self.equipment.holds(&paper.key);
        let best = self.most_alike(paper);
        let grade = match best.map(|(likeness, _)| likeness) {
            _ if at_hand => Grade::Ok,
            Some(Likeness::Same) => Grade::Ok,
            Some(Likeness::Near) => Grade::Near,
            Some(Likeness::Loose) => Grade::Loose,
            _ if paper.is_from_outside => Grade::Loose,
            // Where no step before names any document there is no chain to break.
            _ if is_head => Grade::Loose,
            _ => Grade::Broken,
        };
        Link { paper: at, grade, source: best.map(|(_, source)| source) }
    }

    /// No step whose documents come to this row names any.
    fn is_head(&self, row: usize) -> bool {
        let later = || row + 1..self.returned_from[row] + 1;
        self.rows[row] == 0
            && !later().any(|other| self.papers_of(other).iter().any(|paper| !self.is_own_work(row, paper)))
    }

    /// The document before this one that is most like it: of equals the last, but an output before a requirement.
    fn most_alike(&self, paper: &Paper<'_>) -> Option<(Likeness, usize)> {
        let mut best: Option<(Likeness, usize)> = None;
        let returned = self.rows[paper.row + 1]..self.rows[self.returned_from[paper.row].max(paper.row) + 1];
        let before = self.sharing_a_word(&paper.key, 0..self.rows[paper.row]);
        for at in self.sharing_a_word(&paper.key, returned).chain(before).take(FARTHEST) {
            let other = &self.papers[at];
            let likeness = self.terms.likeness(&paper.key, &other.key);
            if likeness == Likeness::Different || likeness < Likeness::Same && self.is_own_work(paper.row, other) {
                continue;
            }
            let better = best.is_none_or(|(so_far, held)| {
                likeness > so_far || (likeness == so_far && other.made && !self.papers[held].made)
            });
            if better {
                best = Some((likeness, at));
            }
            if likeness == Likeness::Same {
                break;
            }
        }
        best
    }

    /// The positions among these of the papers that have a word of this name, perhaps misspelt, the last first.
    fn sharing_a_word(&self, key: &NameKey, among: Range<usize>) -> impl Iterator<Item = usize> {
        let own = |term: &u32| {
            let named = &self.named[*term as usize];
            let [start, end] = [among.start, among.end].map(|end| named.partition_point(|at| (*at as usize) < end));
            &named[start..end.max(start)]
        };
        let mut lists: Vec<&[u32]> = key.terms().iter().map(own).collect();
        std::iter::from_fn(move || {
            let last = lists.iter().filter_map(|list| list.last()).max().copied()?;
            for list in lists.iter_mut().filter(|list| list.last() == Some(&last)) {
                *list = &list[..list.len() - 1];
            }
            Some(last as usize)
        })
    }

    /// What comes back to the row over a return arrow is its own output: made of this requirement, not for it.
    fn is_own_work(&self, row: usize, other: &Paper<'_>) -> bool {
        let mut own = self.papers_of(row).iter().filter(|paper| paper.made);
        other.row > row && own.any(|output| self.terms.likeness(&output.key, &other.key) == Likeness::Same)
    }
}

/// What stands under Peralatan.
#[derive(Default)]
struct Equipment {
    items: Vec<NameKey>,
    /// For each word, the items that have it.
    named: FxHashMap<u32, Vec<usize>>,
}

impl Equipment {
    fn of<'p, 'a: 'p>(items: impl Iterator<Item = &'p Passage<'a>>, terms: &mut Terms<'a>) -> Self {
        let mut equipment = Self::default();
        for item in items {
            let key = terms.key(&item.words);
            for term in key.terms() {
                equipment.named.entry(*term).or_default().push(equipment.items.len());
            }
            equipment.items.push(key);
        }
        equipment
    }

    /// Some item has all words of this name. Only those that have its rarest are asked.
    fn holds(&self, key: &NameKey) -> bool {
        let named = key.terms().iter().map(|term| self.named.get(term).map_or(&[][..], Vec::as_slice));
        let fewest = named.min_by_key(|items| items.len()).unwrap_or_default();
        fewest.iter().take(FARTHEST).any(|item| key.is_in(&self.items[*item]))
    }
}

/// Most words of a tool with a name of its own: `Aplikasi SP4N Lapor`.
const LONGEST_NAMED_TOOL: usize = 3;

/// Every word of the name is of tools, numbers and joining words aside, or the first is and calls the rest its name.
fn is_tool(words: &[Word<'_>]) -> bool {
    if words.len() <= LONGEST_NAMED_TOOL && words.first().is_some_and(|first| TOOL_HEADS.contains(&first.as_lower())) {
        return true;
    }
    let telling = |word: &&Word<'_>| !word.is(Kind::Joining) && !word.text.bytes().all(|it| it.is_ascii_digit());
    let mut telling = words.iter().filter(telling).peekable();
    telling.peek().is_some() && telling.all(|word| word.is(Kind::Tool))
}

fn named_by(papers: &[Paper<'_>], terms: &Terms<'_>) -> Vec<Vec<u32>> {
    let mut named: Vec<Vec<u32>> = vec![Vec::new(); terms.len()];
    for (at, paper) in papers.iter().enumerate() {
        for term in paper.key.terms() {
            named[*term as usize].push(at as u32);
            terms.kin(*term).iter().for_each(|kin| named[*kin as usize].push(at as u32));
        }
    }
    named.iter_mut().for_each(Vec::dedup);
    named
}

/// For each row, the last row from which an arrow returns to it or to a row above it.
fn returns(sop: &Sop) -> Vec<usize> {
    let mut last = vec![0; sop.steps.len()];
    let mut rows: FxHashMap<u32, usize> = FxHashMap::default();
    for (row, step) in sop.steps.iter().enumerate() {
        rows.entry(step.number).or_insert(row);
    }
    for (row, _, cell) in sop.cells() {
        for target in cell.ways().filter_map(|target| rows.get(&number_of(&target.value)?).copied()) {
            if target <= row {
                last[target] = last[target].max(row);
            }
        }
    }
    for row in 1..last.len() {
        last[row] = last[row].max(last[row - 1]);
    }
    last
}

fn number_of(target: &Target) -> Option<u32> {
    match target {
        Target::Step(number) | Target::Cell(number, _) => Some(*number),
        Target::End => None,
    }
}

//! The chain of documents: what each step needs, held against what the steps before it made or had.

use super::{Likeness, NameKey};
use crate::model::{DocumentName, Path, Sop, Sourced, Step, StepField, Target};

/// One document in the table.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    /// Its name as written.
    pub name: &'a Sourced<DocumentName>,
    /// `kegiatan/3/output/1`
    pub path: Path,
    /// Position of its row, from 0.
    pub row: usize,
    /// Number of its step.
    pub step: u32,
    /// Position in its cell, from 1.
    pub position: usize,
    /// Output, not kelengkapan.
    pub made: bool,
    key: NameKey,
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
#[derive(Debug)]
pub struct Link<'c> {
    /// The requirement.
    pub paper: &'c Paper<'c>,
    /// How it is met.
    pub grade: Grade,
    /// The earlier document most like it.
    pub source: Option<&'c Paper<'c>>,
}

/// Documents that one is held against; in a table of so many rows none is remembered longer.
const FARTHEST: usize = 200;

/// All documents of the table, in its order.
pub struct Chain<'a> {
    papers: Vec<Paper<'a>>,
    equipment: Vec<NameKey>,
    /// For each row, the last row whose documents may come back to it over a return arrow.
    returned_from: Vec<usize>,
}

impl<'a> Chain<'a> {
    /// The chain of an SOP.
    pub fn of(sop: &'a Sop) -> Self {
        let mut papers = Vec::new();
        for (row, step) in sop.steps.iter().enumerate() {
            papers.extend(papers_of(row, step, StepField::Requirements));
            papers.extend(papers_of(row, step, StepField::Outputs));
        }
        let equipment = sop.equipment.items().iter().map(|item| NameKey::of(&item.value)).collect();
        Self { papers, equipment, returned_from: returns(sop) }
    }

    /// All of them, in document order.
    pub fn papers(&self) -> &[Paper<'a>] {
        &self.papers
    }

    /// The outputs, in document order.
    pub fn outputs(&self) -> impl Iterator<Item = &Paper<'a>> {
        self.papers.iter().filter(|paper| paper.made)
    }

    /// The requirements of all rows, each with how it is met; those of the first row come from outside and are left out.
    pub fn links(&self) -> Vec<Link<'_>> {
        let needed = self.papers.iter().filter(|paper| !paper.made && paper.row > 0);
        needed.map(|paper| self.link(paper)).collect()
    }

    /// The rows of which no requirement is met, with the links of their requirements.
    pub fn broken_rows(&self) -> Vec<(usize, Vec<Link<'_>>)> {
        let mut rows: Vec<(usize, Vec<Link<'_>>)> = Vec::new();
        for link in self.links() {
            match rows.last_mut() {
                Some((row, links)) if *row == link.paper.row => links.push(link),
                _ => rows.push((link.paper.row, vec![link])),
            }
        }
        rows.retain(|(_, links)| links.iter().all(|link| link.grade == Grade::Broken));
        rows
    }

    /// Some later step, or a step that this one's work comes back to, asks for a document like this output.
    pub fn is_used(&self, output: &Paper<'_>) -> bool {
        let reached = |row: usize| row > output.row || output.row <= self.returned_from[row];
        let needed = self.papers.iter().filter(|paper| !paper.made && reached(paper.row)).take(FARTHEST);
        needed.into_iter().any(|paper| paper.key.likeness(&output.key) > Likeness::Different)
    }

    /// Some step needs this document under the very words of its name.
    pub fn is_needed_as_named(&self, output: &Paper<'_>) -> bool {
        let needed = self.papers.iter().filter(|paper| !paper.made).take(FARTHEST);
        needed.into_iter().any(|paper| paper.key == output.key)
    }

    /// The key of a document.
    pub fn key<'p>(&self, paper: &'p Paper<'_>) -> &'p NameKey {
        &paper.key
    }

    fn link<'c>(&'c self, paper: &'c Paper<'a>) -> Link<'c> {
        let mut best: Option<(Likeness, &Paper<'a>)> = None;
        for other in self.papers.iter().rev().filter(|other| self.precedes(other, paper)).take(FARTHEST) {
            let likeness = paper.key.likeness(&other.key);
            if likeness < Likeness::Same && self.is_own_work(paper.row, other) {
                continue;
            }
            let better = best.is_none_or(|(so_far, held)| {
                likeness > so_far || (likeness == so_far && other.made && !held.made && likeness > Likeness::Different)
            });
            if better {
                best = Some((likeness, other));
            }
            if likeness == Likeness::Same {
                break;
            }
        }
        let at_hand = paper.key.is_empty() || self.equipment.iter().any(|item| paper.key.is_in(item));
        let grade = match best.map(|(likeness, _)| likeness) {
            _ if at_hand => Grade::Ok,
            Some(Likeness::Same) => Grade::Ok,
            Some(Likeness::Near) => Grade::Near,
            Some(Likeness::Loose) => Grade::Loose,
            Some(Likeness::Different) => Grade::Broken,
            // Where no step before names any document there is no chain to break.
            None => Grade::Loose,
        };
        Link { paper, grade, source: best.map(|(_, other)| other) }
    }

    /// What comes back to the row over a return arrow is its own output: made of this requirement, not for it.
    fn is_own_work(&self, row: usize, other: &Paper<'_>) -> bool {
        let mut own = self.outputs().filter(|output| output.row == row);
        other.row > row && own.any(|output| output.key.likeness(&other.key) == Likeness::Same)
    }

    fn precedes(&self, other: &Paper<'_>, paper: &Paper<'_>) -> bool {
        other.row < paper.row || (other.row > paper.row && other.row <= self.returned_from[paper.row])
    }
}

fn papers_of(row: usize, step: &Step, field: StepField) -> Vec<Paper<'_>> {
    let list = if field == StepField::Outputs { &step.outputs } else { &step.requirements };
    let items = list.items().iter().enumerate();
    items
        .map(|(at, name)| Paper {
            name,
            path: Path::field(step.number, field).item(at + 1),
            row,
            step: step.number,
            position: at + 1,
            made: field == StepField::Outputs,
            key: NameKey::of(&name.value.0),
        })
        .collect()
}

/// For each row, the last row from which an arrow returns to it or to a row above it.
fn returns(sop: &Sop) -> Vec<usize> {
    let mut last = vec![0; sop.steps.len()];
    for (row, _, cell) in sop.cells() {
        let targets = cell.yes.iter().chain(&cell.no).chain(&cell.next);
        for target in targets.filter_map(|target| row_of(sop, &target.value)) {
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

/// The row a target names, from 0.
fn row_of(sop: &Sop, target: &Target) -> Option<usize> {
    let number = match target {
        Target::Step(number) | Target::Cell(number, _) => *number,
        Target::End => return None,
    };
    sop.steps.iter().position(|step| step.number == number)
}

//! What lies beside the tasks of a process: papers, remarks, and the frames of subheadings.

use super::writable;
use crate::model::{DocumentName, Field, Sop, Sourced, Step};
use crate::vocabulary::process_words::together;
use std::ops::Range;

/// Kelengkapan or output: a data object at a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Unique in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The row it stands in, by position.
    pub row: usize,
    /// The task gives it; else the task needs it.
    pub is_output: bool,
    /// The task, by position among the nodes.
    pub task: usize,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteKind {
    /// Waktu.
    Duration,
    /// Bersama.
    Joint,
    /// Keterangan.
    Note,
}

/// An annotation at a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Unique in the file.
    pub id: String,
    /// What it says.
    pub text: String,
    /// The row it stands in, by position.
    pub row: usize,
    /// What it is about.
    pub kind: NoteKind,
    /// The task, by position among the nodes.
    pub task: usize,
}

/// Subjudul: a frame around the rows it heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Unique in the file.
    pub id: String,
    /// What it says.
    pub name: String,
    /// The rows, by position.
    pub rows: Range<usize>,
}

/// The papers of all rows; `tasks` gives the first and the last task of a row.
pub(super) fn papers(sop: &Sop, prefix: &str, tasks: &[Option<(usize, usize)>]) -> Vec<Paper> {
    let mut papers = Vec::new();
    for (row, (step, tasks)) in sop.steps.iter().zip(tasks).enumerate() {
        let Some((first, last)) = *tasks else { continue };
        let mut add = |list: &Field<Vec<Sourced<DocumentName>>>, word: &str, is_output, task| {
            papers.extend(list.items().iter().enumerate().map(|(at, it)| Paper {
                id: format!("{prefix}{word}_{}_{}", row + 1, at + 1),
                name: writable(&it.value.0),
                row,
                is_output,
                task,
            }));
        };
        add(&step.requirements, "Input", false, first);
        add(&step.outputs, "Output", true, last);
    }
    papers
}

/// The remarks of all rows, at their first tasks.
pub(super) fn remarks(sop: &Sop, prefix: &str, tasks: &[Option<(usize, usize)>]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (row, (step, tasks)) in sop.steps.iter().zip(tasks).enumerate() {
        let Some((task, _)) = *tasks else { continue };
        let said = [
            (NoteKind::Duration, "Time", said(&step.duration, ToString::to_string)),
            (NoteKind::Joint, "Joint", joint(sop, step)),
            (NoteKind::Note, "Note", said(&step.note, Clone::clone)),
        ];
        remarks.extend(said.into_iter().filter_map(|(kind, word, text)| {
            let id = format!("{prefix}{word}_{}", row + 1);
            text.map(|text| Remark { id, text: writable(&text), row, kind, task })
        }));
    }
    remarks
}

/// What a field says, where it says something.
fn said<T>(field: &Field<Sourced<T>>, words: impl Fn(&T) -> String) -> Option<String> {
    match field {
        Field::Known(value) => Some(words(&value.value)),
        Field::Unreadable(text) => Some(text.value.clone()),
        Field::Absent | Field::Blank(_) | Field::Dash(_) => None,
    }
}

fn joint(sop: &Sop, step: &Step) -> Option<String> {
    let names: Vec<&str> = step.joint.iter().map(|id| sop.actor_name(&id.value)).collect();
    (!names.is_empty()).then(|| together(&names))
}

/// A frame for each subheading, up to the next row that has some.
pub(super) fn groups(sop: &Sop, prefix: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut end, mut found) = (sop.steps.len(), Vec::new());
    for (row, step) in sop.steps.iter().enumerate().rev().filter(|(_, step)| !step.headings.is_empty()) {
        found.push((row, step, end));
        end = row;
    }
    for (row, step, end) in found.into_iter().rev() {
        groups.extend(step.headings.iter().enumerate().map(|(at, heading)| Group {
            id: format!("{prefix}Heading_{}_{}", row + 1, at + 1),
            name: writable(&heading.value),
            rows: row..end,
        }));
    }
    groups
}

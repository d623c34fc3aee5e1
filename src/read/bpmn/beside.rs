//! Data objects, annotations and frames → kelengkapan, output, waktu, keterangan, bersama and subheadings.

use super::Base;
use super::drawn::{Note, Odd, Pool};
use super::same::same_words;
use super::steps::nowhere;
use crate::flow::process::{Group, NoteKind, Remark};
use crate::grammar::duration;
use crate::model::{Actor, DocumentName, Field, Sourced, Step};
use crate::source::Span;
use crate::vocabulary::process_words::who_together;
use std::collections::{BTreeMap, BTreeSet};

/// What is beside the tasks of a pool.
pub(super) struct Beside<'p> {
    pool: &'p Pool,
    actors: &'p [Actor],
    /// The notes at each node, by its id.
    notes: BTreeMap<&'p str, Vec<&'p Note>>,
    /// The remarks and the frames of the base, by row.
    remarks: BTreeMap<usize, Vec<&'p Remark>>,
    groups: BTreeMap<usize, Vec<&'p Group>>,
    /// The frames as drawn, by id.
    drawn_groups: BTreeMap<&'p str, &'p str>,
    used_papers: BTreeSet<&'p str>,
    used_notes: BTreeSet<&'p str>,
    used_groups: BTreeSet<&'p str>,
    odd: Vec<Odd>,
}

impl<'p> Beside<'p> {
    pub fn of(pool: &'p Pool, base: Option<&'p Base>, actors: &'p [Actor]) -> Self {
        let mut notes: BTreeMap<&str, Vec<&Note>> = BTreeMap::new();
        pool.notes.iter().for_each(|note| note.at.iter().for_each(|at| notes.entry(at).or_default().push(note)));
        let (mut remarks, mut groups) = (BTreeMap::<usize, Vec<&Remark>>::new(), BTreeMap::<usize, Vec<&Group>>::new());
        if let Some(Base { process, .. }) = base {
            process.remarks.iter().for_each(|it| remarks.entry(it.row).or_default().push(it));
            process.groups.iter().for_each(|it| groups.entry(it.rows.start).or_default().push(it));
        }
        Self {
            pool,
            actors,
            notes,
            remarks,
            groups,
            drawn_groups: pool.groups.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect(),
            used_papers: BTreeSet::new(),
            used_notes: BTreeSet::new(),
            used_groups: BTreeSet::new(),
            odd: Vec::new(),
        }
    }

    /// Puts into a row what stands beside its nodes; `row` is the row of the base that it was.
    pub fn fill(&mut self, step: &mut Step, members: &[usize], row: Option<usize>) {
        let pool = self.pool;
        let inputs = members.iter().flat_map(|node| &pool.nodes[*node].inputs);
        let outputs = members.iter().flat_map(|node| &pool.nodes[*node].outputs);
        let (inputs, outputs) = (self.names(inputs), self.names(outputs));
        set(&mut step.requirements, inputs);
        set(&mut step.outputs, outputs);
        self.fill_headings(step, row);
        let mut notes: Vec<&Note> = Vec::new();
        for node in members {
            notes.extend(self.notes.get(pool.nodes[*node].id.as_str()).into_iter().flatten());
        }
        self.fill_remarks(step, &notes, row);
        let documented =
            members.iter().filter_map(|node| Some((pool.nodes[*node].documentation.as_ref()?, pool.nodes[*node].span)));
        for (text, span) in documented.collect::<Vec<_>>() {
            self.note(step, text, span);
        }
    }

    /// The papers of these ids by name; those without one are told.
    fn names(&mut self, ids: impl Iterator<Item = &'p String>) -> Vec<String> {
        let mut names = Vec::new();
        for id in ids {
            self.used_papers.insert(id);
            names.extend(self.pool.papers.get(id).filter(|name| !name.trim().is_empty()).cloned());
        }
        names
    }

    fn fill_headings(&mut self, step: &mut Step, row: Option<usize>) {
        let Some(meant) = row.and_then(|row| self.groups.get(&row)) else { return };
        let mut headings = Vec::new();
        for (meant, old) in meant.iter().zip(&step.headings) {
            let Some((id, name)) = self.drawn_groups.get_key_value(meant.id.as_str()) else { continue };
            self.used_groups.insert(id);
            headings.push(if same_words(name, &meant.name) { old.clone() } else { nowhere(name.trim().to_owned()) });
        }
        step.headings = headings;
    }

    /// Remarks of the base that are as they were say nothing new; those that are gone are taken out.
    fn fill_remarks(&mut self, step: &mut Step, notes: &[&'p Note], row: Option<usize>) {
        let own = row.and_then(|row| self.remarks.get(&row)).cloned().unwrap_or_default();
        for remark in &own {
            let drawn = notes.iter().find(|note| note.id == remark.id);
            if drawn.is_some_and(|note| same_words(&note.text, &remark.text)) {
                self.used_notes.extend(drawn.map(|it| it.id.as_str()));
                continue;
            }
            match remark.kind {
                NoteKind::Duration => step.duration = Field::Absent,
                NoteKind::Joint => step.joint.clear(),
                NoteKind::Note => step.note = Field::Absent,
            }
        }
        for note in notes {
            if self.used_notes.insert(&note.id) {
                let kind = own.iter().find(|remark| remark.id == note.id).map(|it| it.kind);
                self.take(step, note, kind);
            }
        }
    }

    /// An annotation that the base does not have, or has with other words.
    fn take(&mut self, step: &mut Step, note: &Note, kind: Option<NoteKind>) {
        let text = note.text.trim();
        if text.is_empty() {
            return;
        }
        if let Some(names) = who_together(text).filter(|_| step.joint.is_empty() && kind != Some(NoteKind::Note)) {
            let ids = names.iter().map(|name| self.actors.iter().find(|it| same_words(&it.name.value, name)));
            if let Some(ids) = ids.collect::<Option<Vec<&Actor>>>() {
                step.joint = ids.into_iter().map(|it| nowhere(it.id.clone())).collect();
                return;
            }
        }
        let is_time = step.duration.is_silent() && kind.is_none_or(|kind| kind == NoteKind::Duration);
        match duration::parse(text).filter(|_| is_time) {
            Some(duration) => step.duration = Field::Known(nowhere(duration)),
            None if kind == Some(NoteKind::Duration) => step.duration = Field::Unreadable(nowhere(text.to_owned())),
            None => self.note(step, text, note.span),
        }
    }

    /// Keterangan, or told where the row has one already.
    fn note(&mut self, step: &mut Step, text: &str, span: Span) {
        if step.note.is_silent() {
            step.note = Field::Known(nowhere(text.to_owned()));
        } else {
            self.odd.push(Odd { text: text.to_owned(), span });
        }
    }

    /// What belongs to no step.
    pub fn left(self) -> Vec<Odd> {
        let mut odd = self.odd;
        let nowhere = self.pool.nodes.first().map(|it| it.span).unwrap_or_default();
        let papers = self
            .pool
            .papers
            .iter()
            .filter(|(id, name)| !self.used_papers.contains(id.as_str()) && !name.trim().is_empty());
        odd.extend(papers.map(|(_, name)| Odd { text: name.clone(), span: nowhere }));
        let notes =
            self.pool.notes.iter().filter(|it| !self.used_notes.contains(it.id.as_str()) && !it.text.trim().is_empty());
        odd.extend(notes.map(|it| Odd { text: it.text.trim().to_owned(), span: it.span }));
        let groups = self
            .pool
            .groups
            .iter()
            .filter(|(id, name)| !self.used_groups.contains(id.as_str()) && !name.trim().is_empty());
        odd.extend(groups.map(|(_, name)| Odd { text: name.clone(), span: nowhere }));
        odd
    }
}

/// The names that are drawn, where they are others than the field has.
fn set(field: &mut Field<Vec<Sourced<DocumentName>>>, drawn: Vec<String>) {
    let known = field.items();
    if known.len() == drawn.len() && known.iter().zip(&drawn).all(|(it, name)| same_words(&it.value.0, name)) {
        return;
    }
    let items: Vec<_> = drawn.into_iter().map(|name| nowhere(DocumentName(name.trim().to_owned()))).collect();
    *field = if items.is_empty() { Field::Absent } else { Field::Known(items) };
}

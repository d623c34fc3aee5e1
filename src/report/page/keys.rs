//! The cells of the form by name, in reading order, and which of them a finding speaks of.

use super::form::signatory_lines;
use crate::diagnostic::Diagnostic;
use crate::model::{Field, IdentityValue, SectionKind, Sop, Step};
use std::collections::BTreeMap;

/// Columns of the table beside number and actors, by the keys of the paths.
pub(super) const COLUMNS: [&str; 5] = ["uraian", "kelengkapan", "waktu", "output", "keterangan"];

/// The parts of a page where notes stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Band {
    /// What is said of the document as a whole.
    Whole,
    /// Identity block and sections.
    Identity,
    /// The table as a whole and its header.
    Table,
    /// A row of the table, from 0.
    Row(usize),
}

/// The cells of one SOP's form. A key is the path of a value, but that rows go by position (`r0`), for numbers may repeat,
/// and cells of actors by column (`r0/k2`).
#[derive(Debug, Default)]
pub(super) struct Keys {
    order: BTreeMap<String, (usize, Band)>,
    /// The rows of each number; it may stand at several.
    rows: BTreeMap<u32, Vec<usize>>,
}

impl Keys {
    /// Of that form.
    pub fn of(sop: &Sop) -> Self {
        let mut keys = Self::default();
        keys.add(String::new(), Band::Whole);
        keys.add("identitas".to_owned(), Band::Identity);
        for row in sop.identity.rows() {
            let key = format!("identitas/{}", row.key());
            match sop.identity.value(row) {
                IdentityValue::List(field) => keys.add_list(&key, field.items().len(), Band::Identity),
                IdentityValue::Person(Field::Known(person)) => {
                    keys.add(key.clone(), Band::Identity);
                    for (part, _) in signatory_lines(person) {
                        keys.add(format!("{key}/{part}"), Band::Identity);
                    }
                }
                _ => keys.add(key, Band::Identity),
            }
        }
        for kind in SectionKind::ALL {
            let items = sop.section(kind).map_or_else(|| sop.legal_basis.items().len(), |it| it.items().len());
            keys.add_list(kind.key(), items, Band::Identity);
        }
        keys.add("kegiatan".to_owned(), Band::Table);
        keys.add_list("pelaksana", sop.actors.len(), Band::Table);
        for (row, step) in sop.steps.iter().enumerate() {
            keys.rows.entry(step.number).or_default().push(row);
            keys.add_row(sop, row, step);
        }
        keys
    }

    fn add(&mut self, key: String, band: Band) {
        let at = self.order.len();
        self.order.insert(key, (at, band));
    }

    fn add_list(&mut self, key: &str, items: usize, band: Band) {
        self.add(key.to_owned(), band);
        (1..=items).for_each(|item| self.add(format!("{key}/{item}"), band));
    }

    fn add_row(&mut self, sop: &Sop, row: usize, step: &Step) {
        let band = Band::Row(row);
        self.add(format!("r{row}"), band);
        self.add(format!("r{row}/uraian"), band);
        (0..sop.actors.len()).for_each(|lane| self.add(format!("r{row}/k{lane}"), band));
        self.add_list(&format!("r{row}/kelengkapan"), step.requirements.items().len(), band);
        self.add(format!("r{row}/waktu"), band);
        self.add_list(&format!("r{row}/output"), step.outputs.items().len(), band);
        self.add(format!("r{row}/keterangan"), band);
    }

    /// The cell that a finding speaks of, or the nearest thing that holds it.
    pub fn of_finding(&self, sop: &Sop, it: &Diagnostic) -> String {
        self.of_path(sop, &it.path, it.span.map(|span| span.start))
    }

    /// The cell at that path; of several rows of one number the one that holds the byte.
    pub fn of_path(&self, sop: &Sop, path: &str, byte: Option<u32>) -> String {
        let mut key = match path.strip_prefix("kegiatan/") {
            Some(rest) => self.row_key(sop, rest, byte).unwrap_or_else(|| "kegiatan".to_owned()),
            None => path.to_owned(),
        };
        while !self.order.contains_key(&key) {
            key.truncate(key.rfind('/').unwrap_or(0));
        }
        key
    }

    /// Where the cell stands in reading order.
    pub fn position(&self, key: &str) -> usize {
        self.order.get(key).map_or(0, |it| it.0)
    }

    /// Where notes about the cell stand.
    pub fn band(&self, key: &str) -> Band {
        self.order.get(key).map_or(Band::Whole, |it| it.1)
    }

    fn row_key(&self, sop: &Sop, rest: &str, byte: Option<u32>) -> Option<String> {
        let (number, field) = rest.split_once('/').map_or((rest, None), |(number, field)| (number, Some(field)));
        let number: u32 = number.parse().ok()?;
        let holds =
            |step: &Step| step.place.span().zip(byte).is_some_and(|(span, at)| span.start <= at && at < span.end);
        let mut rows = self.rows.get(&number)?.iter().map(|row| (*row, &sop.steps[*row]));
        let first = rows.clone().next();
        let (row, step) = rows.find(|(_, step)| holds(step)).or(first)?;
        let Some(field) = field else { return Some(format!("r{row}")) };
        let column = field.split('/').next().unwrap_or_default();
        if COLUMNS.contains(&column) {
            return Some(format!("r{row}/{field}"));
        }
        // Everything else is said of a cell of the flow: of the one named, else of the first.
        let at = field.split('/').nth(1).and_then(|it| it.parse::<usize>().ok()).map_or(0, |it| it.saturating_sub(1));
        let actor = step.cells.get(at).and_then(|cell| cell.actor.as_ref());
        let lane = actor.and_then(|id| sop.actors.iter().position(|it| it.id == id.value));
        Some(lane.map_or_else(|| format!("r{row}"), |lane| format!("r{row}/k{lane}")))
    }
}

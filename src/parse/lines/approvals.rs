//! A table whose rows tell who made, examined and approved the SOP: `3. Penetapan | Prof. … | Dekan | | 6 September 2021`.

use super::{Labelled, Open, Reader};
use crate::document::{Layout, Row};
use crate::vocabulary::fold;
use crate::vocabulary::labels::Label;
use crate::vocabulary::offices::SIGNING_HEADS;
use crate::vocabulary::signatories::{HEADS_NAME, HEADS_POSITION, role};

/// Where such a table has the name and the office.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    name: usize,
    position: usize,
}

impl Columns {
    /// The header names both beside nothing but what such a table asks for, right of the column of the parts.
    fn of(row: &Row) -> Option<Self> {
        let column = |head: &str| row.filled().find(|cell| fold(cell.text.as_str()) == head).map(|cell| cell.column);
        let (name, position) = (column(HEADS_NAME)?, column(HEADS_POSITION)?);
        let asks = |text: &str| SIGNING_HEADS.contains(&fold(text).as_str());
        let asked = row.filled().skip_while(|cell| cell.column < name.min(position));
        (name.min(position) > 0 && asked.map(|cell| cell.text.as_str()).all(asks)).then_some(Self { name, position })
    }
}

impl Reader {
    /// The header of such a table, or a row of it.
    pub(super) fn approves(&mut self, row: &Row, at: usize) -> bool {
        if row.layout != Layout::Cells {
            self.approvals = None;
            return false;
        }
        if let Some(columns) = Columns::of(row) {
            self.approvals = Some(columns);
            self.lines.structure.extend(row.filled().map(|cell| cell.text.clone()));
            self.settle(None);
            self.open = Open::Nothing;
            return true;
        }
        let Some(columns) = self.approvals else { return false };
        let first = row.filled().find(|cell| cell.column < columns.name.min(columns.position));
        let Some((part, label)) = first.and_then(|cell| Some((cell, role(cell.text.as_str())?))) else { return false };
        let cell = |column: usize| row.filled().find(|cell| cell.column == column).map(|cell| cell.text.clone());
        let Some(name) = cell(columns.name) else { return false };
        let mut value = cell(columns.position).unwrap_or_default();
        value.join('\n', &name);
        self.person(Labelled { label, spelling: part.text.clone(), value, row: at });
        true
    }

    /// Who approves last does so for all; a label that asks for the signatory has told of it already.
    fn person(&mut self, told: Labelled) {
        self.lines.structure.push(told.spelling.clone());
        let before = self.lines.labels.iter_mut().find(|it| it.label == told.label);
        match before {
            Some(before) if told.label == Label::Signatory && role(before.spelling.as_str()).is_some() => {
                if before.row + MOST_PARTS >= told.row {
                    before.value = told.value;
                }
            }
            Some(before) if before.value.is_blank() => before.value = told.value,
            Some(_) => {}
            None => self.lines.labels.push(told),
        }
    }
}

/// Such a table has no more rows.
const MOST_PARTS: usize = 8;

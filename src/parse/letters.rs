//! `langkah 2: a = Disetujui, b = Ditolak` under the table: the words that letters at branches stand for.

use super::draft::Draft;
use super::lines::Free;
use crate::document::Text;
use crate::grammar::letters::{Lettered, letters};
use crate::model::{Cell, Sourced, Step, Way};
use crate::vocabulary::form_words::{NO, YES};
use crate::vocabulary::marks::own_words;
use std::collections::BTreeMap;

/// Takes the lines of letters out of `free`.
pub(super) fn gather(draft: &mut Draft, free: &mut Vec<Free>) {
    let (own, rest): (Vec<Free>, Vec<Free>) =
        std::mem::take(free).into_iter().partition(|line| letters(line.text.as_str()).is_some());
    *free = rest;
    draft.letters.extend(own.into_iter().map(|line| line.text));
}

/// Gives branches their words. A line of which something agrees with no branch is not taken.
pub(super) fn apply(draft: &mut Draft) {
    let lines = std::mem::take(&mut draft.letters);
    if lines.is_empty() {
        return;
    }
    let rows: BTreeMap<u32, usize> = draft.sop.steps.iter().enumerate().map(|(row, step)| (step.number, row)).collect();
    for line in &lines {
        let said = letters(line.as_str()).unwrap_or_default();
        let mut whole = true;
        for own in &said {
            for number in &own.steps {
                let step = rows.get(number).map(|row| &mut draft.sop.steps[*row]);
                whole &= step.is_some_and(|step| agree(step, own, line));
            }
        }
        if whole {
            draft.take(line);
        }
    }
}

/// Gives the branches of a step their words, and its cases the order of their letters; tells whether each letter has a branch.
fn agree(step: &mut Step, said: &Lettered, line: &Text) -> bool {
    let mut whole = true;
    for (letter, words) in &said.pairs {
        let Some(way) = step.cells.iter_mut().find_map(|cell| branch(cell, (*letter, words))) else {
            whole = false;
            continue;
        };
        if own_words(words).is_some() && way.words() != Some(words) {
            way.label = Some(Sourced::new((*words).to_owned(), line.place(words)));
        }
    }
    for cell in &mut step.cells {
        let letter =
            |way: &Way| said.pairs.iter().find(|(_, words)| way.words() == Some(words)).map(|(letter, _)| *letter);
        if cell.cases.iter().all(|way| letter(way).is_some()) {
            cell.cases.sort_by_key(letter);
        }
    }
    whole
}

/// The branch that bears the letter, or its words already.
fn branch<'c>(cell: &'c mut Cell, (letter, words): (char, &str)) -> Option<&'c mut Way> {
    let mut room = [0; 4];
    let letter: &str = letter.encode_utf8(&mut room);
    let says = |way: &Way| way.words().is_some_and(|own| own == words || own == letter);
    let answer = match letter {
        _ if letter == YES[1] => cell.yes.as_mut(),
        _ if letter == NO[1] => cell.no.as_mut(),
        _ => None,
    };
    answer.filter(|way| way.words().is_none() || says(way)).or_else(|| cell.cases.iter_mut().find(|way| says(way)))
}

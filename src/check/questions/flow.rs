//! What texts say about the flow, and ways through it in the words of a reader.

use super::{Kind, Word, holds_phrase};
use crate::diagnostic::Message;
use crate::flow::{Arrow, Graph};
use crate::model::{Cell, EdgeKind, Sop, Symbol, Target, Way};
use crate::vocabulary::decision_wording::{OTHERWISE, OUTCOMES, REFUSALS, RETURNS, SENDING_BACK};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// Arrows of a way that are told one by one; of a longer one the beginning and the end.
const MOST_TOLD: usize = 8;

/// `Selesai` as a row of its own: the word of a symbol, and no activity.
pub fn is_symbol_word(activity: &str) -> bool {
    matches!(marks::word(&fold(activity)), Some(Sign::Start | Sign::End))
}

/// A way in words: `langkah 3 (Sekretaris) → tidak → langkah 2 (Camat) → selesai`. Empty for no arrows.
pub fn way_in_words(sop: &Sop, graph: &Graph, way: &[Arrow]) -> Message {
    let Some(first) = way.first() else { return Message::new("", "") };
    let mut told = cell_in_words(sop, graph, first.from);
    for (at, arrow) in way.iter().enumerate() {
        if way.len() > MOST_TOLD && (MOST_TOLD - 3..way.len() - 2).contains(&at) {
            if at == MOST_TOLD - 3 {
                add(&mut told, &Message::new("…", "…"));
            }
            continue;
        }
        if let Some(word) = word_at(sop, graph, arrow) {
            add(&mut told, &Message::new(word.to_owned(), word.to_owned()));
        }
        add(&mut told, &arrow.to.map_or_else(|| Message::new("selesai", "end"), |to| cell_in_words(sop, graph, to)));
    }
    told
}

/// The word at an arrow: its own, or that of its branch.
fn word_at<'a>(sop: &'a Sop, graph: &Graph, arrow: &Arrow) -> Option<&'a str> {
    let (row, at) = graph.cell(arrow.from);
    let cell = &sop.steps[row].cells[at];
    let (way, usual) = match arrow.kind {
        EdgeKind::Yes => (cell.yes.as_ref(), Some("ya")),
        EdgeKind::No => (cell.no.as_ref(), Some("tidak")),
        EdgeKind::Case(at) => (cell.cases.get(at), None),
        EdgeKind::Next => (None, None),
    };
    way.and_then(Way::words).or(usual)
}

fn add(told: &mut Message, next: &Message) {
    told.push(" → ", " → ");
    told.push(&next.id, &next.en);
}

/// A cell in words: the number of its step and its actor.
pub fn cell_in_words(sop: &Sop, graph: &Graph, node: usize) -> Message {
    let (row, at) = graph.cell(node);
    let step = &sop.steps[row];
    let actor = step.cells[at].actor.as_ref().map(|id| format!(" ({})", sop.actor_name(&id.value))).unwrap_or_default();
    Message::new(format!("langkah {}{actor}", step.number), format!("step {}{actor}", step.number))
}

/// Some cell ends the flow, by its symbol or by an arrow to `selesai`.
pub fn ends(sop: &Sop) -> bool {
    let symbol = sop.cells().any(|(row, at, _)| sop.symbol(row, at) == Symbol::End);
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.ways());
    // One cell alone starts and ends the flow, although it can show only one of the two.
    let alone = sop.cells().count() == 1;
    alone || symbol || targets.any(|target| target.value == Target::End)
}

/// A decision says two ways on or more with words of their own.
pub fn has_several_ways(cell: &Cell) -> bool {
    cell.cases.len() + usize::from(cell.yes.is_some()) > 1 && !cell.cases.is_empty()
}

/// The outcome that the text refuses, where it names both outcomes of a decision under a condition.
pub fn decides_in_words(words: &[Word<'_>]) -> Option<&'static str> {
    if !words.iter().any(|word| word.is(Kind::Condition)) {
        return None;
    }
    let named = OUTCOMES.iter().find(|(yes, no)| holds_phrase(words, yes) && holds_phrase(words, no));
    named.map(|(_, no)| *no).or_else(|| refused(words)).or_else(|| otherwise(words))
}

/// `jika ada dicatat, jika tidak dibuatkan`: the same condition met and not met.
fn otherwise(words: &[Word<'_>]) -> Option<&'static str> {
    let condition = words.iter().position(|word| word.is(Kind::Condition))?;
    let behind = &words[condition + 1..];
    OTHERWISE.iter().find(|phrase| holds_phrase(behind, phrase)).copied()
}

/// `jika belum lengkap dikembalikan`: the verb of sending back behind a negative condition.
fn refused(words: &[Word<'_>]) -> Option<&'static str> {
    let condition = words.iter().position(|word| word.is(Kind::Condition))?;
    let negation = words[condition..].iter().position(|word| REFUSALS.contains(&word.as_lower()))? + condition;
    words[negation..].iter().find_map(|word| SENDING_BACK.iter().find(|verb| **verb == word.as_lower()).copied())
}

/// The phrase by which a text says that work goes back.
pub fn sends_back(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    RETURNS.iter().find(|phrase| lower.contains(**phrase)).copied()
}

//! What a print of ours tells of a decision to those who do not see it → the words at its arrows, which the drawing has no room for.
//!
//! The drawing holds: an arrow that leads elsewhere by now gets no words.

use super::{Answer, Flow};
use crate::document::drawing::ShapeKind;
use crate::model::{Sourced, Step, Symbol};
use crate::vocabulary::flow_words::denies;
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// One way out: `Layak ke 6`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    words: String,
    /// The number of the step; none for the end.
    to: Option<u32>,
}

/// How a print begins to tell of a symbol, and what stands before and behind the target of an arrow.
const STEP: &str = "langkah ";
const TO: &str = " ke ";
const END: &str = " selesai";

/// What stands for the words of an arrow that has none.
const UNNAMED: &str = "lanjut";

/// The ways of `langkah 5, Redaktur, keputusan; Layak ke 6, Perlu perbaikan ke 3`; none of other descriptions.
pub(super) fn ways(description: &str) -> Vec<Told> {
    let Some((_, ways)) = description.strip_prefix(STEP).and_then(|it| it.split_once("; ")) else { return Vec::new() };
    let mut found = Vec::new();
    let mut open = String::new();
    // Words at an arrow may have commas of their own.
    for part in ways.split(", ") {
        open.push_str(part);
        match way(&open) {
            Some(way) => {
                found.push(way);
                open.clear();
            }
            None => open.push_str(", "),
        }
    }
    if open.is_empty() { found } else { Vec::new() }
}

fn way(part: &str) -> Option<Told> {
    if let Some(words) = part.strip_suffix(END) {
        return Some(Told { words: words.to_owned(), to: None });
    }
    let (words, to) = part.rsplit_once(TO)?;
    let number = to.split(' ').next()?.parse().ok()?;
    Some(Told { words: words.to_owned(), to: Some(number) })
}

/// Gives arrows of a diamond the words that are told of them, where one arrow alone leads where they say.
pub(super) fn label(flow: &mut Flow, steps: &[Step]) {
    for node in 0..flow.nodes.len() {
        if flow.nodes[node].kind != ShapeKind::Decision || flow.nodes[node].told.is_empty() {
            continue;
        }
        let told = std::mem::take(&mut flow.nodes[node].told);
        let leaving = || flow.arrows.iter().enumerate().filter(|(_, arrow)| arrow.from == node);
        let goals: Vec<(usize, Option<u32>)> = leaving().map(|(at, arrow)| (at, goal(flow, arrow.to, steps))).collect();
        for (way, answer) in told.iter().zip(answers(&told)) {
            let mut same = goals.iter().filter(|(_, goal)| *goal == way.to);
            let alone = told.iter().filter(|it| it.to == way.to).count() == 1;
            if let (Some((arrow, _)), None, true) = (same.next(), same.next(), alone) {
                say(flow, (node, *arrow), &way.words, answer);
            }
        }
    }
}

/// The number of the step that a node belongs to; none of a capsule that ends the flow.
fn goal(flow: &Flow, node: usize, steps: &[Step]) -> Option<u32> {
    let node = &flow.nodes[node];
    let ends = node.kind == ShapeKind::Terminator && node.symbol_said() == Some(Symbol::End);
    let step = node.seat.and_then(|seat| steps.get(seat.0))?;
    let is_last = steps.last().is_some_and(|last| last.number == step.number);
    (!ends || is_last).then_some(step.number)
}

/// What each of the ways answers. Of more than two ways, or where one has words of its own, each is a case.
fn answers(told: &[Told]) -> Vec<Answer> {
    let usual: Option<Vec<Answer>> = told.iter().map(|way| usual(&way.words)).collect();
    match told {
        [one, other] if denies(&one.words, &other.words) => vec![Answer::No, Answer::Yes],
        [one, other] if denies(&other.words, &one.words) => vec![Answer::Yes, Answer::No],
        [] | [_] | [_, _] => usual.unwrap_or_else(|| vec![Answer::Case; told.len()]),
        _ => vec![Answer::Case; told.len()],
    }
}

fn usual(words: &str) -> Option<Answer> {
    match marks::word(&fold(words)) {
        Some(Sign::Yes) => Some(Answer::Yes),
        Some(Sign::No) => Some(Answer::No),
        _ => None,
    }
}

fn say(flow: &mut Flow, (node, arrow): (usize, usize), words: &str, answer: Answer) {
    let Some(own) = marks::own_words(words).filter(|it| it != UNNAMED) else { return };
    let span = flow.nodes[node].span;
    let arrow = &mut flow.arrows[arrow];
    // A letter in place of the words says no more than that there are some; `Y` and `T` say which answer they are.
    if arrow.answer.is_none() || arrow.label.is_some() {
        arrow.answer = Some(answer);
    }
    if arrow.label.is_none() {
        arrow.label = Some(Sourced::at(own, span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_ways_the_one_that_denies_the_other_is_no() {
        let told = |text: &str| answers(&ways(text));
        let begin = "langkah 2, Kasi, keputusan; ";
        assert_eq!(told(&format!("{begin}Lulus ke 3, Tidak lulus ke 1")), [Answer::Yes, Answer::No]);
        assert_eq!(told(&format!("{begin}tidak layak ke 1, Layak ke 3")), [Answer::No, Answer::Yes]);
        assert_eq!(told(&format!("{begin}Lulus ke 3, Batal ke 1")), [Answer::Case; 2]);
        assert_eq!(told(&format!("{begin}Lulus ke 3, Tidak lulus ke 1, Batal selesai")), [Answer::Case; 3]);
    }

    #[test]
    fn ways_are_told_with_their_words() {
        let told = |text| ways(text).into_iter().map(|it| (it.words, it.to)).collect::<Vec<_>>();
        assert_eq!(
            told("langkah 5, Redaktur, keputusan; Layak ke 6, Kurang, perlu data ke 3 (Staf), Ditolak selesai"),
            [("Layak".to_owned(), Some(6)), ("Kurang, perlu data".to_owned(), Some(3)), ("Ditolak".to_owned(), None)]
        );
        for text in ["", "Flowchart: Decision 3", "langkah 5, Redaktur, proses", "langkah 5, Staf; lihat lampiran"] {
            assert_eq!(ways(text), [], "{text}");
        }
    }
}

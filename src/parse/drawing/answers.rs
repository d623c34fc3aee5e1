//! `Ya` and `Tidak` beside the drawing → the ways out of a decision that they stand at.

use super::nodes::Node;
use super::zones::Zones;
use super::{Answer, Arrow, Flow};
use crate::document::drawing::ShapeKind;
use crate::document::{Document, Text};
use crate::model::Sourced;
use crate::parse::table::Procedure;
use crate::source::{Frame, Point};
use crate::vocabulary::flow_words::{NEGATION, names_a_page};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};

/// A label so far from a line, in points, does not belong to it.
const FARTHEST: f32 = 42.0;

/// So much of a line, from where it leaves, is looked at.
const REACH: f32 = 110.0;

/// Points on a line that are looked at lie so far apart.
const PACE: f32 = 3.0;

/// A way out is less likely the one that a label means, the farther along it the label stands.
const ALONG: f32 = 0.15;

/// Two ways out that are as near as this to one label are both candidates.
const CLOSE: f32 = 2.5;

/// One label over the table.
pub(super) struct Said<'d> {
    page: usize,
    frame: Frame,
    answer: Answer,
    text: &'d Text,
}

/// Words at a way out of a diamond that are neither yes nor no are at most so many.
const MOST_WORDS: usize = 5;

/// Words that may name a case of a decision: they stand loose in the drawing.
fn case(text: &str) -> Option<Answer> {
    let short = (1..=MOST_WORDS).contains(&text.split_whitespace().count());
    let worded = text.chars().filter(|it| it.is_alphabetic()).count() > 2;
    (short && worded && !names_a_page(text) && marks::word(&fold(text)).is_none()).then_some(Answer::Case)
}

/// What a label answers.
fn answer(text: &str) -> Option<Answer> {
    let folded = fold(text);
    match marks::word(&folded) {
        Some(Sign::Yes) => Some(Answer::Yes),
        Some(Sign::No) => Some(Answer::No),
        _ => {
            let first = text.split_whitespace().next()?.to_lowercase();
            let short = text.split_whitespace().count() <= 4;
            (short && NEGATION.contains(&first.as_str())).then_some(Answer::No)
        }
    }
}

/// The labels of a page: those of the drawing, and those that stand in the cells of actors.
pub(super) fn on_page<'d>(
    document: &'d Document,
    page: usize,
    zones: &Zones,
    procedure: &'d Procedure,
) -> Vec<Said<'d>> {
    let loose = document.pages[page].drawing.labels.iter().filter(|label| zones.touches(page, label.frame));
    let mut said: Vec<Said> = loose
        .filter_map(|label| {
            let words = label.text.as_str();
            Some(Said { page, frame: label.frame, answer: answer(words).or_else(|| case(words))?, text: &label.text })
        })
        .collect();
    let rows = &document.pages[page].rows;
    for step in &procedure.lanes {
        for (row, position) in step.marked.iter().filter(|(row, _)| rows.contains(row)) {
            let text = &document.rows[*row].cells[*position].text;
            if let (Some(answer), Some(frame)) = (answer(text.as_str()), document.frame(*row, *position)) {
                said.push(Said { page, frame, answer, text });
            }
        }
    }
    said
}

/// Words over the table that only say on which page work goes on.
pub(super) fn signposts<'d>(document: &'d Document, page: usize, zones: &Zones) -> impl Iterator<Item = &'d Text> {
    let labels = document.pages[page].drawing.labels.iter();
    labels.filter(move |it| names_a_page(it.text.as_str()) && zones.touches(page, it.frame)).map(|it| &it.text)
}

/// Ways out that one label may stand at.
const MOST_CHOICES: usize = 6;

/// Gives the labels to arrows, nearest first, then what is left to say of decisions with two ways out. Returns the texts used.
pub(super) fn deal<'d>(flow: &mut Flow, labels: &[Said<'d>]) -> Vec<&'d Text> {
    let choices: Vec<Vec<(f32, usize)>> = labels.iter().map(|said| choices(flow, said)).collect();
    let pairs = choices.iter().enumerate().flat_map(|(label, near)| near.iter().map(move |it| (it.0, label, it.1)));
    let mut near: Vec<(f32, usize, usize)> = pairs.collect();
    near.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    let mut used = vec![false; labels.len()];
    for (distance, label, arrow) in near {
        let (answer, from) = (labels[label].answer, flow.arrows[arrow].from);
        if used[label] || flow.arrows[arrow].answer.is_some() || has(flow, from, answer) {
            continue;
        }
        used[label] = true;
        let as_near = |other: &(f32, usize)| {
            let it = &flow.arrows[other.1];
            other.1 != arrow && it.from == from && it.answer.is_none() && other.0 - distance < CLOSE
        };
        if choices[label].iter().any(as_near) {
            let words = labels[label].text.as_str().trim();
            flow.arrows[arrow].doubt = Some((0.7, format!("tulisan `{words}` sama dekat dengan dua garis keluar")));
        }
        flow.arrows[arrow].answer = Some(answer);
        let own = marks::own_words(labels[label].text.as_str());
        flow.arrows[arrow].label = own.map(|words| Sourced::at(words, labels[label].text.whole()));
    }
    labels.iter().zip(used).filter(|(_, used)| *used).map(|(label, _)| label.text).collect()
}

/// The arrows that a label may stand at, nearest first.
fn choices(flow: &Flow, said: &Said<'_>) -> Vec<(f32, usize)> {
    let mut found: Vec<(f32, usize)> = Vec::new();
    for (at, arrow) in flow.arrows.iter().enumerate() {
        if flow.nodes[arrow.from].page == said.page
            && let Some(distance) = distance(said.frame, &arrow.path)
            && may_answer(flow, arrow, said.answer)
        {
            found.push((distance, at));
        }
    }
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    found.truncate(MOST_CHOICES);
    found
}

/// Only what may be a decision has answers: a diamond, a picture, anything with several ways out. Words that are neither yes
/// nor no are only taken for an answer where the diamond is certain.
fn may_answer(flow: &Flow, arrow: &Arrow, answer: Answer) -> bool {
    if answer == Answer::Case {
        return flow.nodes[arrow.from].kind == ShapeKind::Decision;
    }
    let decides = |node: &Node| matches!(node.kind, ShapeKind::Decision | ShapeKind::Picture);
    decides(&flow.nodes[arrow.from]) || ways(flow, arrow.from).count() > 1
}

fn ways(flow: &Flow, node: usize) -> impl Iterator<Item = usize> {
    (0..flow.arrows.len()).filter(move |at| flow.arrows[*at].from == node)
}

fn has(flow: &Flow, node: usize, answer: Answer) -> bool {
    answer != Answer::Case && ways(flow, node).any(|at| flow.arrows[at].answer == Some(answer))
}

/// How far a label stands from the beginning of a line; `None` where it is too far.
fn distance(frame: Frame, path: &[Point]) -> Option<f32> {
    let mut best = f32::INFINITY;
    let mut gone = 0.0;
    for pair in path.windows(2) {
        let length = pair[0].distance(pair[1]);
        let mut at = 0.0;
        while at <= length && gone + at <= REACH {
            let share = if length > 0.0 { at / length } else { 0.0 };
            let point = Point {
                x: pair[0].x + share * (pair[1].x - pair[0].x),
                y: pair[0].y + share * (pair[1].y - pair[0].y),
            };
            best = best.min(frame.distance(point) + ALONG * (gone + at));
            at += PACE;
        }
        gone += length;
        if gone > REACH {
            break;
        }
    }
    (best <= FARTHEST).then_some(best)
}

/// A diamond with two ways out of which one has its answer, or none: the other one, or the one that leads back, is told by it.
pub(super) fn complete(flow: &mut Flow) {
    for node in 0..flow.nodes.len() {
        let two: Vec<usize> = ways(flow, node).collect();
        let [one, other] = two[..] else { continue };
        let (told, rest) = match (flow.arrows[one].answer, flow.arrows[other].answer) {
            (Some(answer @ (Answer::Yes | Answer::No)), None | Some(Answer::Case)) => (answer, other),
            (None | Some(Answer::Case), Some(answer @ (Answer::Yes | Answer::No))) => (answer, one),
            (None, None) => {
                if flow.nodes[node].kind == ShapeKind::Decision {
                    by_direction(flow, node, one, other);
                }
                continue;
            }
            _ => continue,
        };
        let answer = if told == Answer::Yes { Answer::No } else { Answer::Yes };
        suppose(flow, rest, answer, 0.9, "jalan keluar lain dari keputusan ini");
    }
}

fn suppose(flow: &mut Flow, arrow: usize, answer: Answer, confidence: f64, reason: &str) {
    let arrow = &mut flow.arrows[arrow];
    arrow.answer = Some(answer);
    arrow.doubt.get_or_insert((confidence, reason.to_owned()));
}

/// No label at all: work that is refused goes back.
fn by_direction(flow: &mut Flow, node: usize, one: usize, other: usize) {
    let step = |node: usize| flow.nodes[node].seat.map(|seat| seat.0);
    let back = |arrow: usize| step(flow.arrows[arrow].to) < step(node);
    let reason = "tanpa tulisan Ya atau Tidak; yang kembali dibaca sebagai Tidak";
    match (back(one), back(other)) {
        (true, false) => {
            suppose(flow, one, Answer::No, 0.8, reason);
            suppose(flow, other, Answer::Yes, 0.8, reason);
        }
        (false, true) => {
            suppose(flow, other, Answer::No, 0.8, reason);
            suppose(flow, one, Answer::Yes, 0.8, reason);
        }
        _ => {}
    }
}

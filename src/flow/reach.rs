//! What is reached, what reaches an end, and the shortest way between two cells.

use super::{Arrow, Graph};
use std::collections::VecDeque;

/// Of each cell, whether work comes to it from a start.
pub fn reached_from_start(graph: &Graph) -> Vec<bool> {
    closure(graph.len(), graph.starts().iter().copied(), |node, visit| graph.onward(node).for_each(visit))
}

/// Of each cell, whether some way leads from it to an end.
pub fn reaching_an_end(graph: &Graph) -> Vec<bool> {
    let ends = (0..graph.len()).filter(|node| graph.can_end(*node));
    closure(graph.len(), ends, |node, visit| graph.backward(node).iter().copied().for_each(visit))
}

/// Of each cell, whether a way leads to it from one of these, through cells that are `open` only; they themselves are reached.
pub fn reaches(graph: &Graph, from: &[usize], open: impl Fn(usize) -> bool) -> Vec<bool> {
    closure(graph.len(), from.iter().copied(), |node, visit| {
        graph.onward(node).filter(|next| open(*next)).for_each(visit);
    })
}

fn closure(
    count: usize,
    from: impl Iterator<Item = usize>,
    neighbours: impl Fn(usize, &mut dyn FnMut(usize)),
) -> Vec<bool> {
    let mut reached = vec![false; count];
    let mut open = Vec::new();
    let mut enter = |node: usize, open: &mut Vec<usize>| {
        if !reached[node] {
            reached[node] = true;
            open.push(node);
        }
    };
    from.for_each(|node| enter(node, &mut open));
    while let Some(node) = open.pop() {
        neighbours(node, &mut |next| enter(next, &mut open));
    }
    reached
}

/// The shortest way along arrows that are `open`, from a cell to the first arrow that is the `goal`; that arrow is its last.
pub fn path(
    graph: &Graph,
    from: usize,
    open: impl Fn(&Arrow) -> bool,
    goal: impl Fn(&Arrow) -> bool,
) -> Option<Vec<Arrow>> {
    let mut came: Vec<Option<Arrow>> = vec![None; graph.len()];
    let mut seen = vec![false; graph.len()];
    seen[from] = true;
    let mut queue = VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        for arrow in graph.arrows(node).iter().filter(|arrow| open(arrow)) {
            if goal(arrow) {
                return Some(traced(&came, *arrow));
            }
            if let Some(to) = arrow.to.filter(|to| !seen[*to]) {
                seen[to] = true;
                came[to] = Some(*arrow);
                queue.push_back(to);
            }
        }
    }
    None
}

/// The arrows that led to the last one, from the first.
fn traced(came: &[Option<Arrow>], last: Arrow) -> Vec<Arrow> {
    let mut arrows = vec![last];
    let mut node = last.from;
    while let Some(arrow) = came[node] {
        arrows.push(arrow);
        node = arrow.from;
    }
    arrows.reverse();
    arrows
}

//! Where parallel work meets again, so that a gateway has to wait for all of it.

use crate::flow::Graph;

/// Splits that are looked at in one chart; nobody draws so many.
const MOST_SPLITS: usize = 64;

/// Cells that are looked at for each of them.
const MOST_CANDIDATES: usize = 8;

/// Of each cell, whether work waits there for all pieces of one split: each branch comes to it by one arrow of its own, touches no
/// other branch before, and has no other way out. Anything less orderly is no join.
pub(super) fn joins(graph: &Graph) -> Vec<bool> {
    let mut joins = vec![false; graph.len()];
    for split in graph.splits().take(MOST_SPLITS) {
        for way in graph.ways(split).filter(|way| way.len() > 1) {
            let branches: Option<Vec<usize>> = way.iter().map(|arrow| arrow.to).collect();
            if let Some(join) = branches.and_then(|branches| join(graph, split, &branches)) {
                joins[join] = true;
            }
        }
    }
    joins
}

/// The cell where the branches of a split meet, if they do so in order.
fn join(graph: &Graph, split: usize, branches: &[usize]) -> Option<usize> {
    let meets = |node: &usize| graph.backward(*node).len() == branches.len();
    let candidates = (split + 1..graph.len()).filter(meets).take(MOST_CANDIDATES);
    candidates.into_iter().find(|join| is_join(graph, split, branches, *join))
}

fn is_join(graph: &Graph, split: usize, branches: &[usize], join: usize) -> bool {
    let mut owner: Vec<Option<usize>> = vec![None; graph.len()];
    for (branch, start) in branches.iter().enumerate() {
        let mut open = vec![*start];
        while let Some(node) = open.pop() {
            if node == join {
                continue;
            }
            if node == split || graph.can_end(node) || owner[node].is_some_and(|it| it != branch) {
                return false;
            }
            if owner[node].replace(branch).is_none() {
                open.extend(graph.onward(node));
            }
        }
    }
    let mut came: Vec<Option<usize>> = graph.backward(join).iter().map(|from| owner[*from]).collect();
    // A branch that leads to the join at once comes from the split itself.
    let at_once = branches.iter().enumerate().filter(|(_, start)| **start == join).map(|(branch, _)| Some(branch));
    for branch in at_once {
        let Some(own) = came.iter().position(Option::is_none) else { return false };
        came[own] = branch;
    }
    came.sort_unstable();
    came.iter().enumerate().all(|(at, it)| *it == Some(at))
}

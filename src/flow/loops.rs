//! Loops: which cells lead to one another, and the way around.

use super::reach::path;
use super::{Arrow, Graph};

/// Of each cell, the number of its component: cells that lead to one another share it. A component has a higher number than
/// those its arrows lead to. Tarjan's algorithm, without recursion.
pub fn components(graph: &Graph) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let count = graph.len();
    let (mut order, mut low, mut component) = (vec![NONE; count], vec![NONE; count], vec![NONE; count]);
    let (mut stack, mut open, mut visited, mut found) = (Vec::new(), Vec::new(), 0, 0);
    for root in 0..count {
        if order[root] != NONE {
            continue;
        }
        open.push((root, 0));
        while let Some((node, arrow)) = open.pop() {
            if arrow == 0 {
                order[node] = visited;
                low[node] = visited;
                visited += 1;
                stack.push(node);
            }
            if let Some(next) = graph.arrows(node).get(arrow) {
                open.push((node, arrow + 1));
                match next.to {
                    Some(to) if order[to] == NONE => open.push((to, 0)),
                    Some(to) if component[to] == NONE => low[node] = low[node].min(order[to]),
                    _ => {}
                }
                continue;
            }
            if let Some((parent, _)) = open.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = stack.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

/// The shortest way around, from a cell back to itself; `None` where it lies on no loop.
pub fn cycle_through(graph: &Graph, node: usize) -> Option<Vec<Arrow>> {
    path(graph, node, |_| true, |arrow| arrow.to == Some(node))
}

//! Off-page symbols and small circles: the flow passes through them, from the one it enters to the one it leaves by.

use super::nodes::Node;
use super::{Arrow, Flow};
use crate::document::drawing::ShapeKind;

/// How sure an arrow is that leads through two symbols without letters.
const UNLETTERED: f64 = 0.8;

/// Replaces the arrows into and out of passages by those from symbol to symbol.
pub(super) fn contract(flow: &mut Flow) {
    let mut passages: Vec<usize> = (0..flow.nodes.len()).filter(|at| flow.nodes[*at].is_passage()).collect();
    passages.sort_by(|one, other| {
        let (one, other) = (&flow.nodes[*one], &flow.nodes[*other]);
        one.page.cmp(&other.page).then(one.frame.top.total_cmp(&other.frame.top))
    });
    let enters = |flow: &Flow, at: usize| flow.arrows.iter().any(|arrow| arrow.to == at);
    let leaves = |flow: &Flow, at: usize| flow.arrows.iter().any(|arrow| arrow.from == at);
    let mut taken = vec![false; flow.nodes.len()];
    let mut pairs = Vec::new();
    for at in passages.iter().copied().filter(|at| enters(flow, *at) && leaves(flow, *at)) {
        taken[at] = true;
        pairs.push((at, at));
    }
    let inner: Vec<usize> = passages.iter().copied().filter(|at| !taken[*at] && enters(flow, *at)).collect();
    for at in inner {
        let exits = || passages.iter().copied().filter(|to| *to != at && !enters(flow, *to) && leaves(flow, *to));
        // Several may lead to the one symbol of their letter.
        let shared = || exits().filter(|to| !letter(&flow.nodes[*to]).is_empty());
        let open = exit_of(flow, at, exits().filter(|to| !taken[*to]));
        if let Some(to) = open.or_else(|| exit_of(flow, at, shared())) {
            (taken[at], taken[to]) = (true, true);
            pairs.push((at, to));
        }
    }
    for (into, out) in pairs.iter().copied() {
        let is_shared = pairs.iter().filter(|(_, other)| *other == out).count() > 1;
        pass(flow, (into, out), is_shared);
    }
    passages.iter().filter(|at| !taken[**at]).for_each(|at| flow.strange_node(*at));
    let nodes = std::mem::take(&mut flow.nodes);
    let passed = |at: usize| nodes[at].is_passage();
    flow.arrows.retain(|arrow| !passed(arrow.from) && !passed(arrow.to));
    flow.nodes = nodes;
}

/// The symbol by which the flow leaves again: of the same letter, nearest in pages; without letters, the next one below.
fn exit_of(flow: &Flow, at: usize, open: impl Iterator<Item = usize>) -> Option<usize> {
    let node = &flow.nodes[at];
    let place = |it: &Node| (it.page, it.frame.top);
    let (page, top) = place(node);
    open.filter(|to| {
        let other = &flow.nodes[*to];
        let (its_page, its_top) = place(other);
        let below = its_page > page || (its_page == page && its_top > top);
        letter(node) == letter(other) && (!letter(node).is_empty() || below)
    })
    .min_by_key(|to| (flow.nodes[*to].page.abs_diff(page), *to))
}

fn letter(node: &Node) -> String {
    node.text.to_lowercase()
}

/// Where several ways share the symbol they leave by, the line behind it says nothing of each.
fn pass(flow: &mut Flow, (into, out): (usize, usize), is_shared: bool) {
    let leaving: Vec<Arrow> = flow.arrows.iter().filter(|arrow| arrow.from == out).cloned().collect();
    let entering: Vec<Arrow> = flow.arrows.iter().filter(|arrow| arrow.to == into).cloned().collect();
    let guessed = into != out && letter(&flow.nodes[into]).is_empty() && flow.nodes[into].kind == ShapeKind::OffPage;
    for one in &entering {
        for other in &leaving {
            let mut doubt = one.doubt.clone().or_else(|| other.doubt.clone());
            if guessed {
                doubt.get_or_insert((UNLETTERED, "lewat dua lambang pindah halaman tanpa huruf".to_owned()));
            }
            let answer = one.answer.or(other.answer);
            let label = one.label.clone().or_else(|| other.label.clone());
            let is_dashed = one.is_dashed || (other.is_dashed && !is_shared && entering.len() == 1);
            flow.arrows.push(Arrow { to: other.to, answer, label, is_dashed, doubt, ..one.clone() });
        }
    }
}

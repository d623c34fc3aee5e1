//! Whether a pool is still drawn as its SOP says.

use super::Base;
use super::drawn::Pool;
use crate::flow::process::{NodeKind, Process, writable};
use crate::vocabulary::form_words::UNNAMED;
use std::collections::BTreeSet;

/// The name of the pool of an SOP.
pub(super) fn title(base: &Base) -> String {
    writable(base.sop.identity.title.value().map_or(UNNAMED, String::as_str))
}

/// Everything that a person can see says the same as the SOP that the pool carries.
pub(super) fn is_same(pool: &Pool, base: &Base) -> bool {
    let process = &base.process;
    pool.odd.is_empty()
        && pool.name.as_ref().is_none_or(|name| same_words(name, &title(base)))
        && same_parts(pool, process)
        && same_papers(pool, process)
}

/// The same words; an editor may write white space otherwise.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one == other || one.split_whitespace().eq(other.split_whitespace())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn same_parts(pool: &Pool, process: &Process) -> bool {
    let lane = |at: usize| process.lanes[at].id.as_str();
    type Row<'a> = BTreeSet<(&'a str, Option<NodeKind>, String, Option<&'a str>)>;
    let own_lane = |at: Option<usize>| at.and_then(|at| pool.lanes.get(at)).map(|it| it.id.as_str());
    let drawn: Row =
        pool.nodes.iter().map(|it| (it.id.as_str(), it.kind, squeezed(&it.name), own_lane(it.lane))).collect();
    let meant: Row = process
        .nodes
        .iter()
        .map(|it| (it.id.as_str(), Some(it.kind), squeezed(&it.name), Some(lane(it.lane))))
        .collect();
    let name = |at: usize| process.nodes[at].id.as_str();
    let own_name = |at: usize| pool.nodes[at].id.as_str();
    let flows: BTreeSet<_> =
        pool.flows.iter().map(|it| (it.id.as_str(), own_name(it.from), own_name(it.to), squeezed(&it.name))).collect();
    let meant_flows: BTreeSet<_> =
        process.flows.iter().map(|it| (it.id.as_str(), name(it.from), name(it.to), squeezed(&it.name))).collect();
    let lanes: BTreeSet<_> = pool.lanes.iter().map(|it| (it.id.as_str(), squeezed(&it.name))).collect();
    let meant_lanes: BTreeSet<_> = process.lanes.iter().map(|it| (it.id.as_str(), squeezed(&it.name))).collect();
    let groups: BTreeSet<_> = pool.groups.iter().map(|(id, name)| (id.as_str(), squeezed(name))).collect();
    let meant_groups: BTreeSet<_> = process.groups.iter().map(|it| (it.id.as_str(), squeezed(&it.name))).collect();
    let documented = pool.nodes.iter().any(|it| it.documentation.is_some());
    drawn == meant && flows == meant_flows && lanes == meant_lanes && groups == meant_groups && !documented
}

fn same_papers(pool: &Pool, process: &Process) -> bool {
    let links = pool.nodes.iter().flat_map(|node| {
        let link = |is_output| move |paper: &'_ String| (paper.clone(), node.id.clone(), is_output);
        node.inputs.iter().map(link(false)).chain(node.outputs.iter().map(link(true))).collect::<Vec<_>>()
    });
    let links: BTreeSet<_> = links.collect();
    let meant = process.papers.iter().map(|it| (it.id.clone(), process.nodes[it.task].id.clone(), it.is_output));
    let names: BTreeSet<_> = pool.papers.iter().map(|(id, name)| (id.as_str(), squeezed(name))).collect();
    let meant_names: BTreeSet<_> = process.papers.iter().map(|it| (it.id.as_str(), squeezed(&it.name))).collect();
    let notes: BTreeSet<_> = pool.notes.iter().map(|it| (it.id.as_str(), squeezed(&it.text), it.at.clone())).collect();
    let meant_notes: BTreeSet<_> = process
        .remarks
        .iter()
        .map(|it| (it.id.as_str(), squeezed(&it.text), vec![process.nodes[it.task].id.clone()]))
        .collect();
    links == meant.collect() && names == meant_names && notes == meant_notes
}

//! SOPs → Mermaid's `swimlane-beta`, which pages of a wiki draw: a lane for each actor, words of the flow, nothing that runs.

use crate::flow::process::{Flow, Node, NodeKind, NoteKind, Process, Remark};
use crate::model::Sop;
use crate::vocabulary::form_words::UNNAMED;
use std::fmt::Write;

/// All SOPs as one drawing; where there are several, each lane says whose it is.
pub fn to_mermaid(sops: &[Sop]) -> String {
    let mut out = String::from("swimlane-beta TB\n");
    for (at, sop) in sops.iter().enumerate() {
        let title = sop.identity.title.value().map_or(UNNAMED, String::as_str);
        let prefix = if at == 0 { String::new() } else { format!("S{}_", at + 1) };
        let process = Process::of(sop, &prefix);
        if sops.len() == 1 {
            let _ = writeln!(out, "  accTitle: {}", escaped(title));
        }
        write_lanes(&mut out, sop, &process, (sops.len() > 1).then_some(title));
        process.flows.iter().for_each(|flow| write_flow(&mut out, &process, flow));
    }
    out
}

/// Writing to a String does not fail.
fn write_lanes(out: &mut String, sop: &Sop, process: &Process, title: Option<&str>) {
    let mut members = vec![Vec::new(); process.lanes.len()];
    process.nodes.iter().enumerate().for_each(|(at, node)| members[node.lane].push(at));
    let mut times = vec![None; process.nodes.len()];
    let durations = process.remarks.iter().filter(|remark| remark.kind == NoteKind::Duration);
    durations.for_each(|Remark { task, text, .. }| times[*task] = Some(text.as_str()));
    for (lane, members) in process.lanes.iter().zip(members) {
        let name = title.map_or_else(|| lane.name.clone(), |title| format!("{title}: {}", lane.name));
        let _ = writeln!(out, "  subgraph {}[\"{}\"]", lane.id, escaped(&name));
        for at in members.into_iter().filter(|at| !is_passed(process, *at)) {
            let _ = writeln!(out, "    {}", drawn(sop, &process.nodes[at], times[at]));
        }
        out.push_str("  end\n");
    }
}

/// A gateway at which nothing is decided, only flows come together: an arrow may enter a symbol here as well.
fn is_passed(process: &Process, at: usize) -> bool {
    let node = &process.nodes[at];
    node.kind == NodeKind::Exclusive
        && process.nodes.get(at + 1).is_some_and(|it| it.kind == NodeKind::Task && it.cell == node.cell)
}

fn drawn(sop: &Sop, node: &Node, time: Option<&str>) -> String {
    let (id, name) = (&node.id, escaped(&node.name));
    match node.kind {
        NodeKind::Start | NodeKind::End => format!("{id}([\"{name}\"])"),
        NodeKind::Exclusive => format!("{id}{{\"{name}\"}}"),
        NodeKind::Parallel => format!("{id}{{{{\"+\"}}}}"),
        NodeKind::Task => {
            let number = sop.steps.get(node.cell.0).map_or(0, |step| step.number);
            let time = time.map(|time| format!("<br/>{}", escaped(time))).unwrap_or_default();
            format!("{id}[\"{number}. {name}{time}\"]")
        }
    }
}

fn write_flow(out: &mut String, process: &Process, flow: &Flow) {
    if is_passed(process, flow.from) {
        return;
    }
    let to = if is_passed(process, flow.to) { flow.to + 1 } else { flow.to };
    let arrow = if flow.edge.is_some_and(|edge| edge.dashed) { "-.->" } else { "-->" };
    let name = if flow.name.is_empty() { String::new() } else { format!("|\"{}\"|", escaped(&flow.name)) };
    let _ = writeln!(out, "  {} {arrow}{name} {}", process.nodes[flow.from].id, process.nodes[to].id);
}

/// Whatever Mermaid or the page around it could read as a mark is written by its number; a break becomes a blank.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' ' | '.' | ',' | '-' | '/' | '(' | ')' | ':' => out.push(letter),
            _ if letter.is_alphanumeric() => out.push(letter),
            _ if letter.is_whitespace() => out.push(' '),
            _ if letter.is_control() => out.push('\u{fffd}'),
            _ => {
                let _ = write!(out, "#{};", u32::from(letter));
            }
        }
    }
    out
}

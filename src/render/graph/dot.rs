//! DOT, the language of Graphviz.

use super::{Edge, EdgeKind, Graph, Node, NodeKind, lines};
use crate::plain::is_unsafe;

/// The graph as a DOT file.
pub fn to_dot(graph: &Graph) -> String {
    let mut out = String::from("digraph sop {\n");
    out.push_str("  graph [rankdir=LR, fontname=\"sans-serif\", nodesep=0.3, ranksep=0.8];\n");
    out.push_str("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#e8f0fe\", fontname=\"sans-serif\"];\n");
    out.push_str("  edge [color=\"#555555\", fontname=\"sans-serif\", fontsize=10];\n");
    for node in &graph.nodes {
        out.push_str(&format!("  {} [{}];\n", node.id, attributes(node)));
    }
    for edge in &graph.edges {
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        let style = style(edge);
        let style = if style.is_empty() { style } else { format!(" [{style}]") };
        out.push_str(&format!("  {from} -> {to}{style};\n"));
    }
    out.push_str("}\n");
    out
}

fn attributes(node: &Node) -> String {
    let label = format!("label={}", quoted(&node.name));
    let tip = node.file.as_ref().map(|file| format!(", tooltip={}", quoted_line(file))).unwrap_or_default();
    let look = match node.kind {
        NodeKind::Sop => "",
        NodeKind::Document => ", shape=note, style=filled, fillcolor=\"#ffffff\"",
        NodeKind::Outside => ", shape=note, style=\"filled,dashed\", fillcolor=\"#f5f5f5\"",
        NodeKind::Missing => ", style=\"rounded,dashed\", color=\"#c5221f\", fontcolor=\"#c5221f\"",
    };
    format!("{label}{tip}{look}")
}

fn style(edge: &Edge) -> String {
    match (edge.kind, &edge.document) {
        (EdgeKind::Related, _) => "style=dashed".to_owned(),
        (EdgeKind::Mutual, _) => "style=dashed, dir=both".to_owned(),
        (EdgeKind::Perhaps, _) => "style=dotted".to_owned(),
        (EdgeKind::Document, Some(name)) => format!("label={}", quoted(name)),
        (EdgeKind::Document, None) => String::new(),
    }
}

/// A label in several lines.
fn quoted(name: &str) -> String {
    let lines: Vec<String> = lines(name).iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("\\n"))
}

fn quoted_line(text: &str) -> String {
    format!("\"{}\"", escaped(&crate::plain::plain(text)))
}

/// Graphviz reads a backslash as an escape and `&…;` as an entity.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '&' => out.push_str("&amp;"),
            _ if is_unsafe(letter) => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

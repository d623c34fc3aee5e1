//! Mermaid, which Markdown pages draw.

use super::{EdgeKind, Graph, Node, NodeKind, lines};
use crate::render::mermaid::escaped;

/// The graph as a Mermaid flowchart.
pub fn to_mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    for node in &graph.nodes {
        out.push_str(&format!("  {}\n", drawn(node)));
    }
    for edge in &graph.edges {
        let (from, to) = (&graph.nodes[edge.from].id, &graph.nodes[edge.to].id);
        let arrow = match (edge.kind, &edge.document) {
            (EdgeKind::Related, _) => "-.->".to_owned(),
            (EdgeKind::Mutual, _) => "<-.->".to_owned(),
            (EdgeKind::Perhaps, _) => "-. \"?\" .->".to_owned(),
            (EdgeKind::Document, Some(name)) => format!("-->|{}|", quoted(name)),
            (EdgeKind::Document, None) => "-->".to_owned(),
        };
        out.push_str(&format!("  {from} {arrow} {to}\n"));
    }
    out.push_str("  classDef outside stroke-dasharray: 4 4,fill:#f5f5f5\n");
    out.push_str("  classDef missing stroke:#c5221f,color:#c5221f,stroke-dasharray: 4 4,fill:#ffffff\n");
    out
}

fn drawn(node: &Node) -> String {
    let (id, label) = (&node.id, quoted(&node.name));
    match node.kind {
        NodeKind::Sop => format!("{id}[{label}]"),
        NodeKind::Document => format!("{id}[/{label}/]"),
        NodeKind::Outside => format!("{id}[/{label}/]:::outside"),
        NodeKind::Missing => format!("{id}[{label}]:::missing"),
    }
}

fn quoted(name: &str) -> String {
    let lines: Vec<String> = lines(name).iter().map(|line| escaped(line)).collect();
    format!("\"{}\"", lines.join("<br/>"))
}

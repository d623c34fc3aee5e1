//! The graph as JSON, for other programs.

use super::Graph;
use crate::plain::plain_json;
use serde::Serialize;

#[derive(Serialize)]
struct GraphJson<'a> {
    nodes: Vec<NodeJson<'a>>,
    edges: Vec<EdgeJson<'a>>,
}

#[derive(Serialize)]
struct NodeJson<'a> {
    id: &'a str,
    kind: &'a str,
    name: &'a str,
    file: Option<&'a str>,
    number: Option<&'a str>,
}

#[derive(Serialize)]
struct EdgeJson<'a> {
    from: &'a str,
    to: &'a str,
    kind: &'a str,
    document: Option<&'a str>,
}

/// The graph as one object with `nodes` and `edges`.
///
/// # Errors
/// None that a graph can cause; what the JSON library refuses is handed on.
pub fn to_json(graph: &Graph) -> Result<String, serde_json::Error> {
    let nodes = graph.nodes.iter().map(|node| NodeJson {
        id: &node.id,
        kind: node.kind.word(),
        name: &node.name,
        file: node.file.as_deref(),
        number: node.number.as_deref(),
    });
    let edges = graph.edges.iter().map(|edge| EdgeJson {
        from: &graph.nodes[edge.from].id,
        to: &graph.nodes[edge.to].id,
        kind: edge.kind.word(),
        document: edge.document.as_deref(),
    });
    let graph = GraphJson { nodes: nodes.collect(), edges: edges.collect() };
    serde_json::to_string_pretty(&graph).map(|text| plain_json(text) + "\n")
}

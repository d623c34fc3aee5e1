//! A flow that stands below the table as a Mermaid diagram → where its decisions lead, as far as its nodes are steps of the table.

use super::noted::answered;
use super::numbering::Numbering;
use crate::document::{AsideKind, Document};
use crate::model::{Sop, Step, Target};
use crate::vocabulary::fold;
use crate::vocabulary::marks::{self, Sign};
use std::collections::BTreeMap;

/// Languages of diagrams that are read.
const LANGUAGES: [&str; 3] = ["mermaid", "graph", "flowchart"];

/// A diagram of more lines is left.
const MOST_LINES: usize = 400;

/// Shorter words of a node are in too many steps.
const SHORTEST_NAME: usize = 8;

/// An arrow that an answer stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// The step that decides.
    pub from: u32,
    pub is_yes: bool,
    pub to: Target,
}

/// What was read of a diagram.
#[derive(Debug, Default)]
pub(super) struct Diagram<'t> {
    /// Words of the nodes by their names.
    nodes: BTreeMap<&'t str, &'t str>,
    /// From, to, and what stands at the arrow.
    edges: Vec<(&'t str, &'t str, &'t str)>,
    /// So many answers led from a step and to one, as far as they were followed.
    followed: usize,
}

impl<'t> Diagram<'t> {
    /// The only diagram of a document.
    pub fn only(document: &'t Document) -> Option<Self> {
        let mut shapes = document.asides.iter().filter(|aside| aside.kind == AsideKind::Shape);
        let (only, None) = (shapes.next()?, shapes.next()) else { return None };
        let text = only.text.as_str();
        let begins = |line: &str| LANGUAGES.iter().any(|it| line.trim_start().starts_with(it));
        text.lines().next().is_some_and(begins).then(|| Self::of(text))
    }

    /// Where its answers lead among the steps of this SOP, whose printed numbers its nodes may have.
    pub fn follow(&mut self, sop: &Sop, numbering: &Numbering) -> Vec<Way> {
        let ways = self.ways(sop, numbering);
        self.followed = ways.len();
        ways
    }

    /// Every answer was followed, and there is one: nothing of the flow is left out.
    pub fn is_followed(&self) -> bool {
        self.followed > 0 && self.followed == self.edges.iter().filter(|(_, _, label)| !label.is_empty()).count()
    }

    fn of(text: &'t str) -> Self {
        let mut diagram = Self::default();
        let lines = text.lines().flat_map(|line| line.split(';')).map(str::trim);
        for line in lines.take(MOST_LINES).filter(|line| !LANGUAGES.iter().any(|it| line.starts_with(it))) {
            diagram.line(line);
        }
        diagram
    }

    /// `A[Menerima] --> B{Lengkap?} -->|Ya| C`
    fn line(&mut self, line: &'t str) {
        let Some((mut from, mut rest)) = self.node(line) else { return };
        while let Some((label, behind)) = arrow(rest) {
            let Some((to, after)) = self.node(behind) else { return };
            self.edges.push((from, to, label));
            (from, rest) = (to, after);
        }
    }

    /// The name of the node that the text begins with, and what follows; its words are kept.
    fn node(&mut self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let text = text.trim_start();
        let length = text.bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b'_').count();
        let (name, rest) = text.split_at(length);
        if name.is_empty() {
            return None;
        }
        let close = match rest.as_bytes().first() {
            Some(b'[') => ']',
            Some(b'(') => ')',
            Some(b'{') => '}',
            _ => return Some((name, rest)),
        };
        let inner = rest.find(close)?;
        let end = inner + rest[inner..].bytes().take_while(|it| matches!(it, b']' | b')' | b'}')).count();
        let words = rest[..end].trim_matches(|it: char| "[](){}\"/ ".contains(it));
        self.nodes.insert(name, words);
        Some((name, &rest[end..]))
    }

    fn ways(&self, sop: &Sop, numbering: &Numbering) -> Vec<Way> {
        let said = |step: &Step| (step.number, step.activity.value().map(|it| fold(it)).unwrap_or_default());
        let activities: Vec<(u32, String)> = sop.steps.iter().map(said).collect();
        let steps: BTreeMap<&str, u32> = self
            .nodes
            .iter()
            .filter_map(|(name, words)| Some((*name, step_of(words, &activities, numbering)?)))
            .collect();
        let mut found: Vec<Way> = Vec::new();
        for (from, to, label) in &self.edges {
            let said: Vec<&str> = label.split_whitespace().collect();
            let Some(is_yes) = answered(&said) else { continue };
            let Some(from) = steps.get(from).copied().or_else(|| self.asked_by(from, &steps)) else { continue };
            let ends = self.nodes.get(to).is_some_and(|words| marks::word(&fold(words)) == Some(Sign::End));
            let to = match steps.get(to) {
                Some(step) => Target::Step(*step),
                None if ends => Target::End,
                None => continue,
            };
            if let Some(same) = found.iter().position(|way| way.from == from && way.is_yes == is_yes) {
                // Two ways of one answer tell none.
                found.remove(same);
                continue;
            }
            found.push(Way { from, is_yes, to });
        }
        // What leads back to the very step that would ask is asked in a step that the diagram leaves out.
        let loops: Vec<u32> = found.iter().filter(|way| way.to == Target::Step(way.from)).map(|way| way.from).collect();
        found.retain(|way| !loops.contains(&way.from));
        found
    }

    /// `{Lengkap?}` is no step: the only one that leads to it asks.
    fn asked_by(&self, question: &str, steps: &BTreeMap<&str, u32>) -> Option<u32> {
        let mut before = self.edges.iter().filter(|(_, to, _)| *to == question);
        let (only, None) = (before.next()?, before.next()) else { return None };
        steps.get(only.0).copied()
    }
}

/// What stands at the arrow that the text begins with, and what follows: `-->|Ya|`, `-- Ya -->`, `-.->`.
fn arrow(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let signs = text.bytes().take_while(|it| matches!(it, b'-' | b'.' | b'=' | b'>')).count();
    if signs < 2 {
        return None;
    }
    let (sign, rest) = text.split_at(signs);
    if sign.ends_with('>') || sign == "---" {
        let labelled = rest.trim_start().strip_prefix('|').and_then(|it| it.split_once('|'));
        return Some(labelled.unwrap_or(("", rest)));
    }
    let (label, behind) = rest.split_once("--")?;
    Some((label.trim(), behind.trim_start_matches(['-', '>'])))
}

/// The step that the words of a node name: by its number, or by words that no other step has.
fn step_of(words: &str, activities: &[(u32, String)], numbering: &Numbering) -> Option<u32> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(number) = words[..digits].parse().ok().filter(|_| words[digits..].starts_with(['.', ')', ':'])) {
        return numbering.only(number);
    }
    let name = fold(words);
    let says = |activity: &str| activity.contains(&name) || !activity.is_empty() && name.contains(activity);
    let mut named = activities.iter().filter(|(_, activity)| name.len() >= SHORTEST_NAME && says(activity));
    let (only, None) = (named.next()?, named.next()) else { return None };
    Some(only.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_and_nodes_are_read_in_every_spelling() {
        let text =
            "mermaid\nflowchart TD\nA([Mulai]) --> B[1. Memeriksa] --> C{Lengkap?}\nC -->|Ya| D\nC -- Tidak --> A;";
        let diagram = Diagram::of(text);
        assert_eq!(diagram.edges, [("A", "B", ""), ("B", "C", ""), ("C", "D", "Ya"), ("C", "A", "Tidak")]);
        assert_eq!(diagram.nodes.get("C"), Some(&"Lengkap?"));
    }
}

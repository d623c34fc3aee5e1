//! What is drawn over the table → who acts in each step, with which symbol, and where work goes on.
//!
//! [`zones`] says to which step and actor a place on a page belongs, [`nodes`] makes symbols of shapes, [`wires`] finds from where
//! to where connectors run, [`passages`] follows them through off-page symbols, [`answers`] gives `Ya`, `Tidak` and other words to the
//! ways out of a decision, [`told`] those that our own prints tell beside the drawing, [`mod@write`] puts it all into the steps. What can be read is read; what rests on a guess goes to the ledger; what
//! was not understood is named.

mod answers;
mod nodes;
mod passages;
mod told;
mod wires;
mod write;
mod zones;

use super::draft::Draft;
use super::table::{Procedure, Table};
use crate::document::Document;
use crate::model::{Drawn, Sourced};
use crate::source::{Point, Span};
use nodes::Node;
use zones::Zones;

/// What the words at a way out of a decision say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    /// Neither: it is a case of its own.
    Case,
}

/// One arrow between two nodes, by their positions.
#[derive(Debug, Clone)]
struct Arrow {
    from: usize,
    to: usize,
    answer: Option<Answer>,
    /// The words at it, where they are other words than `Ya` and `Tidak`.
    label: Option<Sourced<String>>,
    is_dashed: bool,
    /// Why it is not simply read, and how sure it is.
    doubt: Option<(f64, String)>,
    /// The way it takes, from where it leaves.
    path: Vec<Point>,
    span: Span,
}

/// The drawing of one SOP, understood.
#[derive(Debug, Default)]
struct Flow {
    nodes: Vec<Node>,
    arrows: Vec<Arrow>,
    /// Nodes joined by lines without heads in one row: they act together.
    joint: Vec<(usize, usize)>,
    /// What no place in the flow was found for: what it is, what is written in it, where it stands.
    strange: Vec<(Drawn, String, Span)>,
}

impl Flow {
    /// This line leads nowhere that is known.
    fn strange_line(&mut self, span: Span) {
        if !self.strange.iter().any(|(.., known)| *known == span) {
            self.strange.push((Drawn::Line, String::new(), span));
        }
    }

    /// An arrow leads to this node, or away from it.
    fn is_led(&self, at: usize) -> bool {
        self.arrows.iter().any(|arrow| arrow.from == at || arrow.to == at)
    }

    /// This node has no place in the flow.
    fn strange_node(&mut self, at: usize) {
        let node = &self.nodes[at];
        self.strange.push((Drawn::Symbol, node.text.clone(), node.span));
    }
}

/// Puts what is drawn over these tables into the steps; returns for each step whether the drawing told who acts in it.
pub(super) fn fill(draft: &mut Draft, document: &Document, tables: &[Table], procedure: &Procedure) -> Vec<bool> {
    let mut told = vec![false; draft.sop.steps.len()];
    if draft.sop.actors.is_empty() || document.pages.iter().all(|page| page.drawing.is_empty()) {
        return told;
    }
    let zones = Zones::of(document, tables, procedure);
    let mut flow = Flow::default();
    let mut labels = Vec::new();
    for at in zones.pages() {
        let first = flow.nodes.len();
        let shapes = nodes::on_page(document, at, &zones, &mut flow);
        wires::follow(&document.pages[at].drawing, first, &shapes, &mut flow);
        labels.extend(answers::on_page(document, at, &zones, procedure));
        answers::signposts(document, at, &zones).for_each(|text| draft.take(text));
    }
    passages::contract(&mut flow);
    for text in answers::deal(&mut flow, &labels) {
        draft.take(text);
    }
    told::label(&mut flow, &draft.sop.steps);
    answers::complete(&mut flow);
    write::write(draft, flow, &mut told);
    told
}

//! Figures per layout, per fault and per part of a document, as tables to read.

use super::fault::Fault;
use super::generate::Generated;
use super::layout::{Layout, Medium};
use super::score::{GROUPS, Outcome};

/// So many faults a document suffers at most.
const MOST_FAULTS: usize = 5;

type Scored<'a> = (&'a Generated, Outcome);

/// The sum over these documents.
pub fn total<'a>(scored: impl IntoIterator<Item = &'a Scored<'a>>) -> Outcome {
    let mut total = Outcome::default();
    scored.into_iter().for_each(|(_, outcome)| total.add(outcome));
    total
}

fn line(name: &str, documents: usize, outcome: &Outcome) -> String {
    let (precision, recall, f1) = outcome.figures();
    format!("{name:<22} {documents:>4}  {precision:.3}  {recall:.3}  {f1:.3}\n")
}

/// All tables.
///
/// A fault is counted over all documents that suffer it, alone or beside others.
pub fn tables(scored: &[Scored]) -> String {
    let mut out = String::from("                       docs  P      R      F1\n");
    let mut add = |name: String, of: Vec<&Scored>| {
        if !of.is_empty() {
            out.push_str(&line(&name, of.len(), &total(of.iter().copied())));
        }
    };
    let some =
        |keep: &dyn Fn(&Generated) -> bool| scored.iter().filter(|(document, _)| keep(document)).collect::<Vec<_>>();
    for layout in Layout::ALL {
        add(format!("{layout:?}"), some(&|document| document.layout == layout));
    }
    for medium in Medium::ALL {
        add(format!("in {medium:?}"), some(&|document| document.medium == medium));
    }
    for fault in Fault::ALL {
        add(format!("with {fault:?}"), some(&|document| document.faults.contains(fault)));
    }
    for count in 0..=MOST_FAULTS {
        add(format!("{count} faults"), some(&|document| document.faults.len() == count));
    }
    add("all".to_owned(), some(&|_| true));
    let all = total(scored);
    for group in GROUPS {
        out.push_str(&line(group, scored.len(), &all.of_group(group)));
    }
    out
}

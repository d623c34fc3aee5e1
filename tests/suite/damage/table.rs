//! Figures per layout, per fault and per part of a document, as tables to read.

use super::fault::Fault;
use super::form::{Layout, Medium};
use super::generate::Generated;
use super::score::{GROUPS, Outcome};

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
/// A fault is counted over the documents in which it stands alone, `together` over those that suffer several.
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
    for medium in [Medium::Tabs, Medium::Markdown, Medium::Html, Medium::Columns] {
        add(format!("in {medium:?}"), some(&|document| document.medium == medium));
    }
    add("undamaged".to_owned(), some(&|document| document.faults.is_empty()));
    for fault in Fault::ALL {
        add(format!("{fault:?}"), some(&|document| document.faults == [fault]));
    }
    add("together".to_owned(), some(&|document| document.faults.len() > 1));
    add("all".to_owned(), some(&|_| true));
    let all = total(scored);
    for group in GROUPS {
        out.push_str(&line(group, scored.len(), &all.of_group(group)));
    }
    out
}

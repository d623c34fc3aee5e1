//! S711 `misdirected-return`: a refused document goes back to somebody who did not make it and does not pass it on.

use crate::check::questions::{Chain, Paper, cell_in_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::flow::reaches;
use crate::model::{ActorId, Addresses, Path, Sop, Step, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S711",
    name: "misdirected-return",
    severity: Severity::Info,
    summary: "penolakan tidak kembali ke pembuatnya",
    summary_en: "a refused document does not go back to its maker",
    page: include_str!("misdirected_return.md"),
    check: Check::Sop(check),
};

/// Outputs, from the first row on, among which the maker of a document is looked for.
const MOST_OUTPUTS: usize = 200;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let addresses = Addresses::of(sop);
    for (row, at, cell) in sop.cells() {
        let Some(no) = &cell.no else { continue };
        let Some(Some(target)) = addresses.resolve(&no.value).filter(|to| to.is_some_and(|to| to < (row, at))) else {
            continue;
        };
        let all_made = made_before(sop.chain(), row);
        let Some(made) = all_made.first().filter(|made| made.row < target.0) else { continue };
        let makers: Vec<&ActorId> = all_made.iter().flat_map(|made| actors(&sop.steps[made.row])).collect();
        if makers.is_empty() || gets_there(sop, (row, at), target, &makers) {
            continue;
        }
        let number = sop.steps[row].number;
        let receiver = cell_in_words(sop, sop.flow(), sop.flow().node(target));
        let maker = sop.actor_name(makers[0]);
        let message = Message::new(
            format!(
                "`{}` dibuat {maker}, tetapi penolakan di langkah {number} kembali ke {}",
                made.name.value, receiver.id
            ),
            format!(
                "`{}` is made by {maker}, but its refusal in step {number} goes back to {}",
                made.name.value, receiver.en
            ),
        );
        let note = Message::new("dibuat di sini", "made here");
        findings
            .report(Path::field(number, StepField::No), no.place, message)
            .related(made.path(), made.name.place, note)
            .rests_on(&Path::field(sop.steps[made.row].number, StepField::Actors))
            .rests_on(&Path::field(sop.steps[target.0].number, StepField::Actors))
            .help(Message::new(
                format!("arahkan cabang Tidak ke langkah {}, tempat dokumen itu diperbaiki", made.step),
                format!("send the branch Tidak to step {}, where the document is mended", made.step),
            ));
    }
}

fn actors(step: &Step) -> impl Iterator<Item = &ActorId> {
    step.actors().chain(&step.joint).map(|id| &id.value)
}

/// The outputs before this row that bear the name of a document which it needs, and those most like one. A step may need several,
/// and two ways may make the same.
fn made_before<'c>(chain: &'c Chain<'_>, row: usize) -> Vec<&'c Paper<'c>> {
    let earlier = || chain.outputs().take(MOST_OUTPUTS).take_while(|made| made.row < row);
    let needed = chain.papers_of(row).iter().filter(|paper| !paper.made);
    let named = needed.flat_map(|paper| earlier().filter(|made| paper.name.value.spelt_like(&made.name.value)));
    let mut made: Vec<&Paper<'_>> = named.collect();
    // Only what bears the name is told; what is like it speaks against telling.
    if !made.is_empty() {
        let sources = chain.links_of(row).iter().filter_map(|link| chain.source(link));
        made.extend(sources.filter(|source| source.made && source.row < row));
    }
    made
}

/// Work that goes back to `target` comes to one of the makers before it comes to the decision again.
fn gets_there(sop: &Subject<'_>, decision: (usize, usize), target: (usize, usize), makers: &[&ActorId]) -> bool {
    let graph = sop.flow();
    let decision = graph.node(decision);
    let reached = reaches(graph, &[graph.node(target)], |node| node != decision);
    let is_theirs = |node: usize| actors_of(sop, graph.row(node)).any(|actor| makers.contains(&actor));
    (0..graph.len()).any(|node| reached[node] && node != decision && is_theirs(node))
}

fn actors_of(sop: &Sop, row: usize) -> impl Iterator<Item = &ActorId> {
    actors(&sop.steps[row])
}

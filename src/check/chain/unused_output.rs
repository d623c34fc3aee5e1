//! S505 `unused-output`: a step makes a document that no later step asks for.

use crate::check::questions::{Chain, Kind, Paper, first_word_of, look_up, naming_among};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{SectionKind, Symbol};
use crate::vocabulary::activity_verbs::RECEIVING;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S505",
    name: "unused-output",
    severity: Severity::Info,
    summary: "output tidak dipakai oleh langkah berikutnya",
    summary_en: "no later step asks for an output",
    page: include_str!("unused_output.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    // Where the chain breaks, `broken-chain` already shows both ends.
    let broken: BTreeSet<usize> = chain.broken_rows().into_iter().map(|(row, _)| row).collect();
    let mut mentions = None;
    // Where the next step leaves Kelengkapan empty, that is what is wrong.
    let tells = |row: usize| sop.steps.get(row).is_some_and(|step| !step.requirements.is_silent());
    let unused = chain.outputs().filter(|it| tells(it.row + 1) && !broken.contains(&(it.row + 1)));
    let mut records = None;
    for output in unused.filter(|it| {
        !chain.is_used(it) && !ends_its_way(chain, it) && !has_left(sop, it.row) && !ends_flow(sop, it.row)
    }) {
        if records.get_or_insert_with(|| Records::of(sop)).holds(chain.words_of(output)) {
            continue;
        }
        let mentions = mentions.get_or_insert_with(|| Mentions::of(sop));
        if mentions.name_after(output.row, &chain.words_of(output).collect::<Vec<_>>()) {
            continue;
        }
        let message = Message::new(
            format!("output `{}` dari langkah {} tidak dipakai di langkah sesudahnya", output.name.value, output.step),
            format!("no step after step {} asks for the output `{}`", output.step, output.name.value),
        );
        findings.report(output.path(), output.name.place, message).help(Message::new(
            "tulis nama dokumen ini di kolom Kelengkapan langkah yang memakainya",
            "name this document among the requirements of the step that uses it",
        ));
    }
}

/// Records and copies stay where they are made.
fn ends_its_way(chain: &Chain<'_>, output: &Paper<'_>) -> bool {
    chain.words_of(output).any(|word| look_up(word).is(Kind::ClosingOutput))
}

/// The way ends in this row, above the last: what it makes is what the procedure is for.
fn ends_flow(sop: &Subject<'_>, row: usize) -> bool {
    let cells = sop.steps[row].cells.len();
    cells > 0 && sop.symbol(row, cells - 1) == Symbol::End
}

/// Somebody outside the office receives it: no step of the office can ask for it.
fn has_left(sop: &Subject<'_>, row: usize) -> bool {
    let mut actors = sop.steps[row].actors().peekable();
    let receives = || first_word_of(sop, row).is_some_and(|verb| RECEIVING.contains(&verb));
    actors.peek().is_some() && actors.all(|id| sop.actor(&id.value).is_some_and(|it| it.external)) && receives()
}

/// What Pencatatan dan Pendataan lists, by the first two words of each entry: a step that brings it up to date is its use.
struct Records<'a>(Vec<[Cow<'a, str>; 2]>);

impl<'a> Records<'a> {
    fn of(sop: &Subject<'a>) -> Self {
        let kept = sop.texts().section(SectionKind::Records).map(|it| naming_among(&it.words));
        Self(kept.filter_map(|words| words.into_iter().take(2).collect::<Vec<_>>().try_into().ok()).collect())
    }

    fn holds<'w>(&self, mut output: impl Iterator<Item = &'w str>) -> bool {
        let (Some(first), Some(second)) = (output.next(), output.next()) else { return false };
        self.0.iter().any(|[one, other]| one == first && other == second)
    }
}

/// The words of the activities, each with the rows that use it, ascending.
struct Mentions<'a>(FxHashMap<Cow<'a, str>, Vec<usize>>);

impl<'a> Mentions<'a> {
    fn of(sop: &Subject<'a>) -> Self {
        let mut rows: FxHashMap<Cow<'a, str>, Vec<usize>> = FxHashMap::default();
        for row in 0..sop.steps.len() {
            let words = sop.texts().activity(row).map(|it| naming_among(&it.words)).unwrap_or_default();
            words.into_iter().for_each(|word| rows.entry(word).or_default().push(row));
        }
        Self(rows)
    }

    /// One activity behind the row uses all of these words.
    fn name_after(&self, row: usize, words: &[&str]) -> bool {
        let rows: Option<Vec<&Vec<usize>>> = words.iter().map(|word| self.0.get(*word)).collect();
        let Some(rows) = rows else { return false };
        let Some(rarest) = rows.iter().min_by_key(|it| it.len()) else { return false };
        let behind = rarest[rarest.partition_point(|it| *it <= row)..].iter();
        behind.into_iter().any(|at| rows.iter().all(|list| list.binary_search(at).is_ok()))
    }
}

//! Decisions and where they go: from conditional wording, from notes about return arrows, from diamonds.

use super::draft::Draft;
use super::infer::Reading;
use super::mentions::{Mentions, lowered, words};
use super::noted::{Answer, answers};
use super::numbering::Numbering;
use crate::model::{ActorId, Addresses, Path, Sop, Sourced, StepField, Symbol, Target, TroubleKind, Way};
use crate::vocabulary::flow_words as verbs;
use std::collections::BTreeMap;

/// Confidence of a target that names its actor or its step.
const NAMED: f64 = 0.85;
/// Confidence of a target that is only the step before or after.
const NEIGHBOUR: f64 = 0.7;

/// Confidence of a target that an arrow in the column of its actor tells.
const BESIDE: f64 = 0.75;

/// How strong a name in the words must be to be held against a drawing.
const WHOLE_NAME: f64 = 0.95;

/// A branch to be written: where to, how sure, why.
type Branch = (Target, f64, String);

/// The same, and the answer's own words.
type Labelled = (Branch, Option<String>);

/// Which steps the printed numbers mean, and which of them each actor does, so that no branch looks through the table for its goal.
pub(super) struct Steps<'n> {
    numbering: &'n Numbering,
    rows: BTreeMap<ActorId, Vec<usize>>,
}

impl<'n> Steps<'n> {
    /// The actors of the steps must be known.
    pub fn of(draft: &Draft, numbering: &'n Numbering) -> Self {
        let sop = &draft.sop;
        let mut rows: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
        for (row, step) in sop.steps.iter().enumerate() {
            for actor in step.actors() {
                rows.entry(actor.value.clone()).or_default().push(row);
            }
        }
        Self { numbering, rows }
    }

    /// The last row of that actor before this one.
    fn before(&self, actor: &ActorId, row: usize) -> Option<usize> {
        let own = self.rows.get(actor)?;
        own[..own.partition_point(|other| *other < row)].last().copied()
    }
}

/// Where the words of a step whose symbols are drawn name another actor, or another step to go back to, the drawing holds; the
/// difference is told.
pub(super) fn hold_against(draft: &mut Draft, steps: &Steps, mentions: &Mentions, readings: &[Reading], told: &[bool]) {
    if !told.contains(&true) {
        return;
    }
    let addresses = Addresses::of(&draft.sop);
    let mut found = Vec::new();
    for at in (0..draft.sop.steps.len()).filter(|at| told[*at]) {
        if let Some(mention) = readings[at].subject.filter(|mention| mention.strength >= WHOLE_NAME) {
            let actor = &draft.sop.actors[mention.actor];
            let step = &draft.sop.steps[at];
            if !step.actors().chain(&step.joint).any(|it| it.value == actor.id) {
                let drawn: Vec<&str> = step.actors().map(|it| draft.sop.actor_name(&it.value)).collect();
                let (words, drawing) = (actor.name.value.clone(), drawn.join(", "));
                found.push((at, words, drawing));
            }
        }
        let drawn = draft.sop.steps[at].cells.iter().find_map(|cell| cell.no.as_ref()).map(|no| no.value.clone());
        let (Some(drawn), Some((worded, confidence, _))) = (drawn, worded((draft, steps), mentions, readings, at))
        else {
            continue;
        };
        if confidence >= NAMED
            && step_of(&drawn) != step_of(&worded)
            && !same_actor(&draft.sop, &addresses, [&drawn, &worded])
        {
            found.push((at, format!("tidak: {worded}"), format!("tidak: {drawn}")));
        }
    }
    found.into_iter().for_each(|(at, words, drawing)| differs(draft, at, words, drawing));
}

fn differs(draft: &mut Draft, at: usize, words: String, drawing: String) {
    let step = &draft.sop.steps[at];
    let (step, span) = (step.number, step.activity.place().span());
    draft.trouble(TroubleKind::WordsAgainstDrawing { step, words, drawing }, span);
}

fn step_of(target: &Target) -> Option<u32> {
    match target {
        Target::Step(number) | Target::Cell(number, _) => Some(*number),
        Target::End => None,
    }
}

/// Words name whom work goes back to, not which of his steps.
fn same_actor(sop: &Sop, addresses: &Addresses<'_>, targets: [&Target; 2]) -> bool {
    let [one, other] = targets.map(|target| {
        let (row, cell) = addresses.resolve(target)??;
        sop.steps[row].cells[cell].actor.as_ref().map(|it| &it.value)
    });
    one.is_some() && one == other
}

/// Fills the branches of every step that decides. Where the symbols are `told` by a drawing, words only add to its diamonds.
pub(super) fn fill(draft: &mut Draft, steps: &Steps, mentions: &Mentions, readings: &[Reading], told: &[bool]) {
    for at in 0..draft.sop.steps.len() {
        let marked = draft.sop.steps[at]
            .cells
            .iter()
            .position(|cell| cell.symbol.as_ref().is_some_and(|symbol| symbol.value == Symbol::Decision));
        let whole = |step: &crate::model::Step| step.cells.iter().any(|cell| cell.no.is_some() || cell.next.len() > 1);
        // Where other answers are written than yes and no, none is missing.
        let has_cases = draft.sop.steps[at].cells.iter().any(|cell| !cell.cases.is_empty());
        if has_cases || told[at] && (marked.is_none() || whole(&draft.sop.steps[at])) {
            continue;
        }
        let (yes, no) = answered(&draft.sop, steps, at);
        let conditional = negative_return(&readings[at].words).is_some() || (yes.is_some() && no.is_some());
        let no = no.or_else(|| {
            let worded = worded((draft, steps), mentions, readings, at);
            let drawn = worded.or_else(|| refused((draft, steps), at));
            let noted = drawn.or_else(|| noted((draft, steps), mentions, at));
            let ended = noted.or_else(|| ended(&draft.sop, readings, at));
            ended.or_else(|| charted(draft, at, false)).map(unlabelled)
        });
        if marked.is_none() && !conditional && no.is_none() {
            continue;
        }
        let cell = marked.unwrap_or(draft.sop.steps[at].cells.len() - 1);
        let yes = yes.or_else(|| {
            let charted = charted(draft, at, true);
            charted.or_else(|| positive((draft, steps), readings, at)).map(unlabelled)
        });
        // Where `tidak` leads to the next step, nothing tells where `ya` does.
        let refused = draft.sop.steps[at].cells[cell].no.as_ref().map(|way| way.value.clone());
        let yes = yes.filter(|((target, ..), _)| refused.as_ref() != Some(target));
        if no.is_none() && draft.sop.steps[at].cells[cell].no.is_none() {
            let step = &draft.sop.steps[at];
            let (number, span) = (step.number, step.activity.place().span());
            let reason = "tujuan cabang `tidak` tidak tertulis, atau pelaksananya tidak ada di langkah sebelumnya";
            draft.unreadable(Path::field(number, StepField::No), Some(reason.to_owned()), span);
        }
        if draft.sop.steps[at].cells[cell].next.is_empty() {
            write(draft, at, cell, yes, StepField::Yes);
        }
        write(draft, at, cell, no, StepField::No);
    }
}

/// Writes a branch that no mark has written already.
fn write(draft: &mut Draft, at: usize, cell: usize, branch: Option<Labelled>, field: StepField) {
    let Some(((target, confidence, reason), label)) = branch else { return };
    let step = &mut draft.sop.steps[at];
    let (number, place, single) = (step.number, step.activity.place(), step.cells.len() == 1);
    let slot = if field == StepField::Yes { &mut step.cells[cell].yes } else { &mut step.cells[cell].no };
    if slot.is_some() {
        return;
    }
    let label = label.map(|words| Sourced::new(words, place));
    *slot = Some(Way { label, ..Sourced::new(target, place).into() });
    let path = if single {
        Path::field(number, field)
    } else {
        Path::field(number, StepField::Actors).item(cell + 1).key(field.key())
    };
    draft.inferred(path, confidence, reason, place.span());
}

fn unlabelled(branch: Branch) -> Labelled {
    (branch, None)
}

/// What Keterangan says of the answers of a step, and what it leaves open the activity.
fn answered(sop: &Sop, steps: &Steps, at: usize) -> (Option<Labelled>, Option<Labelled>) {
    let said = |text: Option<&String>| {
        text.map(|it| answers(it, |it| steps.numbering.step(at, it).is_some())).unwrap_or_default()
    };
    let step = &sop.steps[at];
    // Few activities hold a number, and without one they lead to no step.
    let is_numbered = |it: &&String| it.bytes().any(|it| it.is_ascii_digit());
    let (note, activity) = (said(step.note.value()), said(step.activity.value().filter(is_numbered)));
    let branch = |noted: Option<Answer>, written: Option<Answer>| {
        noted
            .map(|it| told(steps.numbering.target(at, &it.target), it, "keterangan menyebut"))
            .or_else(|| written.map(|it| told(steps.numbering.target(at, &it.target), it, "kegiatan menyebut")))
    };
    (branch(note.yes, activity.yes), branch(note.no, activity.no))
}

/// The branch of an answer to this target, and what names it.
fn told(target: Target, answer: Answer, source: &str) -> Labelled {
    let goal = match step_of(&answer.target) {
        Some(number) => format!("langkah {number}"),
        None => "selesai".to_owned(),
    };
    ((target, NAMED, format!("{source} {goal}")), answer.label)
}

/// Work goes on with the next row; the last row's decision ends.
fn positive((draft, steps): (&Draft, &Steps), readings: &[Reading], at: usize) -> Option<Branch> {
    let words = &readings[at].words;
    if let Some(number) = step_named(words, 0, verbs::GO_ON)
        && let Some(number) = steps.numbering.step(at, number)
    {
        return Some((Target::Step(number), NAMED, format!("tertulis lanjut ke langkah {number}")));
    }
    match draft.sop.steps.get(at + 1) {
        Some(next) => {
            Some((Target::Step(next.number), 0.8, "bila disetujui berlanjut ke langkah berikutnya".to_owned()))
        }
        None => Some((Target::End, NEIGHBOUR, "langkah terakhir".to_owned())),
    }
}

/// `... jika tidak setuju mengembalikan kepada X untuk diperbaiki`.
fn worded((draft, steps): (&Draft, &Steps), mentions: &Mentions, readings: &[Reading], at: usize) -> Option<Branch> {
    let words = &readings[at].words;
    let back = negative_return(words)?;
    if let Some(number) = step_named(words, back, verbs::RETURN)
        && let Some(number) = steps.numbering.step(at, number)
    {
        return Some((Target::Step(number), NAMED, format!("tertulis kembali ke langkah {number}")));
    }
    let own = readings[at].subject.map(|mention| mention.actor);
    let before = at.checked_sub(1).map(|before| draft.sop.steps[before].number)?;
    match receiver(mentions, words, back) {
        Some(actor) if own != Some(actor) => named((draft, steps), actor, at),
        _ => Some((Target::Step(before), NEIGHBOUR, "dikembalikan ke langkah sebelumnya".to_owned())),
    }
}

/// To whom the words from `back` on send the work: `... kepada X`.
fn receiver(mentions: &Mentions, words: &[&str], back: usize) -> Option<usize> {
    (back..words.len().saturating_sub(1))
        .take(12)
        .find(|position| verbs::TO.contains(&words[*position]))
        .and_then(|position| mentions.at(words, position + 1))
        .map(|mention| mention.actor)
}

/// The last step of that actor before this one.
fn named((draft, steps): (&Draft, &Steps), actor: usize, at: usize) -> Option<Branch> {
    let actor = &draft.sop.actors[actor];
    let earlier = &draft.sop.steps[steps.before(&actor.id, at)?];
    let reason = format!("dikembalikan kepada {}, pelaksana langkah {}", actor.name.value, earlier.number);
    Some((Target::Step(earlier.number), NAMED, reason))
}

/// Where a verb of sending back stands behind a negative condition.
fn negative_return(words: &[&str]) -> Option<usize> {
    let conditional = || words.iter().any(|word| verbs::CONDITION.contains(word));
    words.iter().enumerate().find_map(|(at, word)| {
        if !verbs::RETURN.contains(word) {
            return None;
        }
        let from = at.saturating_sub(8);
        let negated = words[from..at].iter().any(|it| verbs::NEGATION.contains(it));
        let has = |known: &[&str]| words[from..at].iter().any(|it| known.contains(it));
        let faulty = conditional() && has(verbs::FAULTS) && !has(verbs::DONE);
        // `tidak kembali` denies the return, `ditolak kembali` is the reason of it.
        let is_reason = || words[at - 1] == verbs::REFUSED;
        (faulty || negated && (at > 1 || conditional() || is_reason())).then_some(at)
    })
}

/// `kembali ke langkah 3`, `lanjut ke nomor 7`, `kembali ke 1`: the step named after one of these verbs.
fn step_named(words: &[&str], from: usize, after: &[&str]) -> Option<u32> {
    let start = (from..words.len()).find(|at| after.contains(&words[*at]))?;
    (start + 1..words.len().min(start + 8)).find_map(|at| {
        let before = words[at - 1];
        let named = verbs::STEP.contains(&before) || (before == verbs::TO_STEP && !counts(words, at));
        words[at].parse().ok().filter(|_| named)
    })
}

/// The number at this place counts what the next word names.
fn counts(words: &[&str], at: usize) -> bool {
    let ends =
        |word: &&str| [&verbs::YES[..], &verbs::NO, verbs::CONDITION, verbs::GO_ON].iter().any(|it| it.contains(word));
    words.get(at + 1).is_some_and(|word| !ends(word))
}

/// Where a diagram below the table leads with that answer.
fn charted(draft: &Draft, at: usize, is_yes: bool) -> Option<Branch> {
    let number = draft.sop.steps[at].number;
    let way = draft.ways.iter().find(|way| way.from == number && way.is_yes == is_yes)?;
    Some((way.to.clone(), NAMED, format!("menurut diagram di bawah tabel: ke {}", way.to)))
}

/// `Jika tidak disetujui, pemohon diberitahu dan proses selesai`
fn ended(sop: &Sop, readings: &[Reading], at: usize) -> Option<Branch> {
    let note = sop.steps[at].note.value().map(|it| lowered(it)).unwrap_or_default();
    let ends = |words: &[&str]| {
        let refused = words.iter().position(|word| verbs::NEGATION.contains(word))?;
        let clause = &words[refused..words.len().min(refused + FARTHEST_END)];
        let [what, end] = verbs::ENDING;
        let said = clause.windows(2).any(|pair| what.contains(&pair[0]) && end.contains(&pair[1]));
        let goes_back = clause.iter().any(|word| verbs::RETURN.contains(word));
        let conditional = words[..refused].iter().any(|word| verbs::CONDITION.contains(word));
        (said && conditional && !goes_back).then_some(())
    };
    ends(&words(&note)).or_else(|| ends(&readings[at].words))?;
    Some((Target::End, NAMED, "tertulis proses selesai bila ditolak".to_owned()))
}

/// So many words behind a refusal the end is named.
const FARTHEST_END: usize = 12;

/// `Tidak` at an arrow that leads back, in the column of another actor.
fn refused((draft, steps): (&Draft, &Steps), at: usize) -> Option<Branch> {
    let actor = draft.refusals.get(&at)?;
    let earlier = &draft.sop.steps[steps.before(actor, at)?];
    let name = draft.sop.actor_name(actor);
    let reason = format!("panah `tidak` di kolom {name}, pelaksana langkah {}", earlier.number);
    Some((Target::Step(earlier.number), BESIDE, reason))
}

/// `Panah balikan menandakan konsep perlu perbaikan` in Keterangan.
fn noted((draft, steps): (&Draft, &Steps), mentions: &Mentions, at: usize) -> Option<Branch> {
    let note = draft.sop.steps[at].note.value()?.to_lowercase();
    let lowered = lowered(&note);
    let words = words(&lowered);
    let refused = negative_return(&words);
    if let Some(number) = refused.and_then(|back| step_named(&words, back, verbs::RETURN))
        && let Some(number) = steps.numbering.step(at, number)
    {
        return Some((Target::Step(number), NAMED, format!("keterangan menyebut langkah {number}")));
    }
    if let Some(branch) =
        refused.and_then(|back| receiver(mentions, &words, back)).and_then(|it| named((draft, steps), it, at))
    {
        return Some(branch);
    }
    if !verbs::RETURN_NOTES.iter().any(|words| note.contains(words)) {
        return None;
    }
    if let Some(number) = step_named(&words, 0, verbs::RETURN) {
        // A step that the table lacks is not the one before.
        let number = steps.numbering.step(at, number)?;
        return Some((Target::Step(number), NAMED, format!("keterangan menyebut langkah {number}")));
    }
    let before = draft.sop.steps.get(at.checked_sub(1)?)?;
    let reason = "keterangan menyebut panah balikan; dikembalikan ke langkah sebelumnya".to_owned();
    Some((Target::Step(before.number), NEIGHBOUR, reason))
}

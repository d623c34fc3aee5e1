//! S510 `disposition-without-instruction`: a step puts out a disposition, but its activity gives no instruction.

use crate::check::questions::{Kind, Paper, Word};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S510",
    name: "disposition-without-instruction",
    severity: Severity::Info,
    summary: "output disposisi padahal kegiatannya tidak memberi perintah",
    summary_en: "a disposition comes out of a step that gives no instruction",
    page: include_str!("disposition_without_instruction.md"),
    check: Check::Sop(check),
};

/// The word that names one.
const DISPOSITION: &str = "disposisi";

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    for output in chain.outputs().filter(|it| chain.words_of(it).eq([DISPOSITION])) {
        let carries = |paper: &&Paper<'_>| !paper.made && chain.words_of(paper).any(|word| word == DISPOSITION);
        let Some(activity) = sop.texts().activity(output.row) else { continue };
        if !acts_without_instruction(&activity.words) || chain.papers_of(output.row).iter().any(|it| carries(&it)) {
            continue;
        }
        let message = Message::new(
            format!(
                "output langkah {1} `{0}`, padahal kegiatannya tidak memberi disposisi",
                output.name.value, output.step
            ),
            format!(
                "the output of step {1} is `{0}`, but its activity gives no instruction",
                output.name.value, output.step
            ),
        );
        let note = Message::new("kegiatannya", "its activity");
        let place = output.name.place;
        findings.report(output.path(), place, message).related(activity.path(), activity.place, note).help(
            Message::new(
                "sebut hasil kegiatan ini, misalnya `Usulan` atau `Konsep laporan`",
                "name what comes of this activity, such as `Usulan` or `Konsep laporan`",
            ),
        );
    }
}

/// Begins with a known verb (perhaps behind its subject), and no word of it instructs.
fn acts_without_instruction(words: &[Word<'_>]) -> bool {
    let active = words.iter().take(3).any(|word| word.is(Kind::KnownVerb));
    active && !words.iter().any(|word| word.is(Kind::Disposing))
}

//! S812 `several-activities`: one row tells of two activities, one after the other.

use crate::check::questions::{FirstWord, Word, activities};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::activity_verbs::{AND_ALSO, AND_THEN, FOR_WHICH};

pub(super) static RULE: Rule = Rule {
    code: "S812",
    name: "several-activities",
    severity: Severity::Info,
    summary: "dua kegiatan dalam satu langkah",
    summary_en: "one row tells of two activities",
    page: include_str!("several_activities.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (step, activity, passage) in activities(sop) {
        let Some((from, to)) = next_activity(&activity.value, passage.act()) else { continue };
        let second = activity.value[from..to].trim_end_matches([' ', '.', ';']);
        let message = Message::new(
            format!("langkah {} memuat kegiatan kedua: `{second}`", step.number),
            format!("step {} tells of a second activity: `{second}`", step.number),
        );
        findings.report(passage.path(), passage.part(from, to), message).help(Message::new(
            "pindahkan kegiatan kedua ke langkah sendiri, dengan pelaksana, waktu dan outputnya",
            "give the second activity a step of its own, with actor, time and output",
        ));
    }
}

/// Where the second activity begins and ends: an active verb behind `kemudian`, at the beginning of a second sentence, or behind
/// `serta` where the first has said what it is done to, with something to do it to. What is joined by `dan` is often one act.
fn next_activity(text: &str, words: &[Word<'_>]) -> Option<(usize, usize)> {
    let is_active = |word: &Word<'_>| word.opens() == FirstWord::Active;
    words.first().filter(|word| is_active(word))?;
    let starts = |at: &usize| {
        let gap = &text[words[at - 1].end()..words[*at].at];
        let new_sentence = gap.trim_start().starts_with(['.', ';']) && !is_short(words[at - 1].text);
        let has_object = *at > 2 && !is_active(&words[at - 2]);
        let before = words[at - 1].as_lower();
        let follows = AND_THEN.contains(&before) || AND_ALSO.contains(&before) && has_object;
        is_active(&words[*at]) && (new_sentence || follows) && words.len() > at + 1
    };
    let is_purpose = |at: usize| words[..at].iter().any(|word| FOR_WHICH.contains(&word.as_lower()));
    let at = (2..words.len()).find(starts).filter(|at| !is_purpose(*at))?;
    let end = words[at..].windows(2).map(|pair| (pair[0].end(), &text[pair[0].end()..pair[1].at]));
    let stop = end
        .into_iter()
        .find(|(end, gap)| gap.starts_with(['.', ';']) && !is_short(&text[..*end]))
        .map_or(text.len(), |(end, _)| end);
    Some((words[at].at, stop))
}

/// The last word is as short as an abbreviation (`No.`), behind which a full stop ends nothing.
fn is_short(text: &str) -> bool {
    text.rsplit(|it: char| !it.is_alphanumeric()).next().is_some_and(|word| word.len() <= 3)
}

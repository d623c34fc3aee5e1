//! The same fault in many places: one finding that names them all, as a reviewer would write it down.
//!
//! Findings are alike where a rule says the same of each: sentences that differ in nothing but the author's words, the number of
//! the step and the name of the part. Every place stays with the finding, with its own sentence.

use super::Format;
use super::reading::ranges;
use crate::diagnostic::{Diagnostic, Edit, Fix, Language, Message, Related, Severity, path_in_words};
use std::collections::BTreeMap;

/// So many findings become one; of more there are several.
const MOST: usize = 60;

/// So many different words of the author are named in the sentence.
const MOST_NAMED: usize = 8;

/// Reports that list what to do. Where each place is shown by itself, on a form or beside its line, or where a program keeps
/// account of each finding, they stay apart.
pub(super) fn are_gathered(format: Format) -> bool {
    match format {
        Format::Full | Format::Concise | Format::Evaluation | Format::EvaluationCsv => true,
        Format::Json | Format::Ndjson | Format::Csv => true,
        Format::Html | Format::Sarif | Format::Github | Format::Gitlab | Format::Junit => false,
    }
}

/// What findings about an SOP that are alike have in common beside their sentence: code, severity, and whether they can be mended
/// and safely.
type Head = (&'static str, Severity, Option<bool>);

/// The findings with those that are alike put together, each where its first stood. Notes are gathered by the reports themselves,
/// and fixes that move values, and so the places of others, stay by themselves.
pub(super) fn gathered(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut left = findings.into_iter().peekable();
    // SOP by SOP: a file of many would fill the memory with groups that are done.
    while let Some(first) = left.next() {
        let sop = first.sop;
        let others = std::iter::from_fn(|| left.next_if(|it| it.sop == sop));
        all.extend(gathered_of_one(std::iter::once(first).chain(others).collect()));
    }
    all
}

/// The same for the findings about one SOP.
fn gathered_of_one(findings: Vec<Diagnostic>) -> impl Iterator<Item = Diagnostic> {
    let mut counts: BTreeMap<Head, usize> = BTreeMap::new();
    findings.iter().filter_map(head).for_each(|head| *counts.entry(head).or_default() += 1);
    let mut known: BTreeMap<(Head, String), usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Diagnostic>> = Vec::with_capacity(findings.len());
    for it in findings {
        // Of what stands alone the sentence need not be looked at.
        let head = head(&it).filter(|head| counts.get(head).is_some_and(|count| *count > 1));
        let Some(head) = head else {
            groups.push(vec![it]);
            continue;
        };
        let group = known.entry((head, frame(&it))).or_insert(groups.len());
        if groups.get(*group).is_none_or(|group| group.len() == MOST) {
            *group = groups.len();
            groups.push(Vec::new());
        }
        groups[*group].push(it);
    }
    groups.into_iter().flat_map(one)
}

/// `None` of what stays by itself.
fn head(it: &Diagnostic) -> Option<Head> {
    let is_apart = it.severity == Severity::Note || it.fix.as_ref().is_some_and(Fix::moves_values);
    let fix = it.fix.as_ref().filter(|fix| !fix.edits.is_empty()).map(|fix| fix.safe);
    (!is_apart).then_some((it.code, it.severity, fix))
}

/// What a sentence says beside the words of the author, the numbers of steps, and the name of the part it is about.
fn frame(it: &Diagnostic) -> String {
    // How many words of the author stand in a row makes no difference.
    let prose: Vec<&str> = it.message.id.split('`').step_by(2).filter(|it| *it != ", ").collect();
    let mut prose = prose.join("`").to_lowercase();
    if !it.path.starts_with("kegiatan/") {
        let place = path_in_words(&it.path, Language::Indonesian);
        let part = place.rsplit(", ").next().unwrap_or_default().to_lowercase();
        prose = prose.replacen(&part, "#", 1);
    }
    if !prose.contains("langkah") {
        return prose;
    }
    let words = prose.split(' ').scan("", |before, word| {
        let is_number = *before == "langkah" && word.starts_with(|it: char| it.is_ascii_digit());
        *before = word;
        Some(if is_number { "#" } else { word })
    });
    words.collect::<Vec<&str>>().join(" ")
}

/// The findings of one group as one; as they are where their fixes cannot be applied together.
fn one(group: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(fix) = together(&group).filter(|_| group.len() > 1) else { return group };
    let mut group = group.into_iter();
    let Some(mut first) = group.next() else { return Vec::new() };
    let others: Vec<Diagnostic> = group.collect();
    first.message = Message::new(
        format!("{}; begitu juga {}", first.message.id, listed(&first, &others, Language::Indonesian)),
        format!("{}; likewise {}", first.message.en, listed(&first, &others, Language::English)),
    );
    first.fix = fix;
    first.related.reserve_exact(others.iter().map(|it| 1 + it.related.len()).sum());
    for it in others {
        let words = Message::new(all_quoted(&it.message.id), all_quoted(&it.message.en));
        let Diagnostic { path, span, message, related, .. } = it;
        // Beside the sentence that all have in common its words are enough.
        let message = if words.id.is_empty() { message } else { words };
        first.related.push(Related { path, span, message, elsewhere: None });
        first.related.extend(related);
    }
    vec![first]
}

/// The fixes of all as one, if there are any; `None` where their edits overlap.
fn together(group: &[Diagnostic]) -> Option<Option<Fix>> {
    let fixes: Vec<&Fix> = group.iter().filter_map(|it| it.fix.as_ref()).collect();
    let Some(first) = fixes.first().filter(|_| fixes.len() == group.len()) else { return Some(None) };
    let mut edits: Vec<Edit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    let is_apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    let message = match fixes.iter().all(|fix| fix.message == first.message) {
        true => first.message.clone(),
        false => Message::new("perbaiki di semua tempat itu", "mend all these places"),
    };
    let changes = fixes.iter().flat_map(|fix| fix.changes.iter().cloned()).collect();
    is_apart.then_some(Some(Fix { message, changes, edits, safe: first.safe }))
}

/// `` langkah 3, 5–7, `Kabid` (langkah 2, 4) ``: the other places, those with other words of the author under these.
fn listed(first: &Diagnostic, others: &[Diagnostic], language: Language) -> String {
    let own = quoted(first, language);
    let mut groups: Vec<(Option<String>, Vec<&str>)> = Vec::new();
    for it in others {
        let words = Some(quoted(it, language)).filter(|it| !it.is_empty() && *it != own);
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, paths)) => paths.push(&it.path),
            None => groups.push((words, vec![&it.path])),
        }
    }
    // The words of the first need no repeating, so that their places come first.
    groups.sort_by_key(|(words, _)| words.is_some());
    let more = groups.len().saturating_sub(MOST_NAMED);
    groups.truncate(MOST_NAMED);
    let mut said: Vec<String> = groups
        .into_iter()
        .map(|(words, paths)| match (words, places(first, &paths, language)) {
            (None, places) => places,
            (Some(words), places) if places.is_empty() => words,
            (Some(words), places) => format!("{words} ({places})"),
        })
        .filter(|it| !it.is_empty())
        .collect();
    if more > 0 {
        said.push(if language == Language::English { format!("{more} more") } else { format!("{more} lagi") });
    }
    said.join(", ")
}

/// All words of the author in a message.
fn all_quoted(message: &str) -> String {
    in_quotes(message.split('`').skip(1).step_by(2), ", ")
}

/// The words of the author that tell a message from others: of two, such as a word and its right spelling, both.
fn quoted(it: &Diagnostic, language: Language) -> String {
    let message = it.message.in_language(language);
    let words = || message.split('`').skip(1).step_by(2);
    // `Data`, `Draf`: a list, of which the first is enough.
    let is_pair = words().nth(1).is_some() && words().nth(2).is_none() && message.split('`').nth(2) != Some(", ");
    in_quotes(words().take(if is_pair { 2 } else { 1 }), "/")
}

/// Words of the author, each in its quotes.
fn in_quotes<'w>(words: impl Iterator<Item = &'w str>, between: &str) -> String {
    let mut said = String::new();
    for (at, word) in words.enumerate() {
        said.push_str(if at > 0 { between } else { "" });
        said.extend(["`", word, "`"]);
    }
    said
}

/// Steps in runs, and other parts by their names.
fn places(first: &Diagnostic, paths: &[&str], language: Language) -> String {
    let number = |path: &str| path.strip_prefix("kegiatan/")?.split('/').next()?.parse::<usize>().ok();
    let word = if language == Language::English { "step" } else { "langkah" };
    let steps = ranges(paths.iter().filter_map(|path| number(path)).collect());
    let steps = steps.map(|it| format!("{word} {it}"));
    let list = first.path.rsplit_once('/').map(|(list, _)| list);
    let is_beside = |path: &str| path.rsplit_once('/').map(|(list, _)| list) == list;
    let mut others: Vec<String> = Vec::new();
    for path in paths.iter().filter(|path| number(path).is_none() && !path.is_empty()) {
        let words = path_in_words(path, language);
        // Of an item in the same list its number is enough.
        let short = words.rsplit_once(", ").filter(|_| is_beside(path)).map(|(_, item)| item.to_owned());
        let words = short.unwrap_or(words);
        if !others.contains(&words) {
            others.push(words);
        }
    }
    steps.into_iter().chain(others).collect::<Vec<String>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(path: &str, id: &str) -> Diagnostic {
        Diagnostic {
            code: "S404",
            name: "",
            severity: Severity::Warning,
            message: Message::new(id.to_owned(), id.to_owned()),
            sop: 0,
            path: path.to_owned(),
            span: None,
            related: Vec::new(),
            help: None,
            fix: None,
            fingerprint: String::new(),
        }
    }

    #[track_caller]
    fn case(findings: &[(&str, &str)], expected: &[&str]) {
        let all = findings.iter().map(|(path, id)| finding(path, id)).collect();
        let found = gathered(all);
        assert_eq!(found.iter().map(|it| &*it.message.id).collect::<Vec<&str>>(), expected);
        let places: usize = found.iter().map(|it| 1 + it.related.len()).sum();
        assert_eq!(places, findings.len(), "no place is lost");
    }

    #[test]
    fn one_fault_in_many_steps_is_one_finding() {
        case(
            &[
                ("kegiatan/1/uraian", "uraian diawali pelaksananya, `Kabid`"),
                ("kegiatan/2/uraian", "uraian diawali pelaksananya, `Tim`"),
                ("kegiatan/3/uraian", "uraian diawali pelaksananya, `Kabid`"),
                ("kegiatan/4/uraian", "uraian diawali pelaksananya, `Kabid`"),
                ("kegiatan/5/uraian", "uraian diawali pelaksananya, `Kabid`"),
            ],
            &["uraian diawali pelaksananya, `Kabid`; begitu juga langkah 3–5, `Tim` (langkah 2)"],
        );
        case(
            &[
                ("kegiatan/6/waktu", "Waktu langkah 6 kosong"),
                ("kegiatan/6/output", "Output langkah 6 kosong"),
                ("kegiatan/8/waktu", "Waktu langkah 8 kosong"),
            ],
            &["Waktu langkah 6 kosong; begitu juga langkah 8", "Output langkah 6 kosong"],
        );
    }

    #[test]
    fn parts_and_items_go_by_their_names() {
        case(
            &[
                ("keterkaitan", "Keterkaitan tidak diisi"),
                ("peringatan", "Peringatan tidak diisi"),
                ("peralatan_perlengkapan", "Peralatan/Perlengkapan tidak diisi"),
            ],
            &["Keterkaitan tidak diisi; begitu juga Peringatan, Peralatan/Perlengkapan"],
        );
        case(
            &[
                ("peralatan_perlengkapan/1", "`Renja` adalah dokumen, bukan peralatan"),
                ("peralatan_perlengkapan/3", "`Laporan` adalah dokumen, bukan peralatan"),
            ],
            &["`Renja` adalah dokumen, bukan peralatan; begitu juga `Laporan` (butir 3)"],
        );
    }

    #[test]
    fn findings_that_say_more_than_their_words_stay_apart() {
        let said = ["`A` sudah dicabut sejak 2012", "`B` sudah dicabut sejak 2016"];
        case(&[("dasar_hukum/1", said[0]), ("dasar_hukum/2", said[1])], &said);
    }
}

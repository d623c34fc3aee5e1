//! Nothing is dropped in silence: each word of a text is in a value, in a label, or reported as unused.

use sop::model::{Field, Signatory, Sop, Sourced, Step, TroubleKind};
use sop::source::{Source, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// Words that belong to the form whatever the document says.
const FORM_WORDS: &str = "sop s o p prosedur standar operasional nip mulai selesai proses keputusan ya tidak menit jam hari \
                          tentang lampiran formulir";

/// The words, in document order, that are in no value, no label and no report.
///
/// `labels` are the labels and headers that the text was made with.
pub fn lost_words(source: &Source, sops: &[Sop], labels: &[String]) -> Vec<String> {
    let mut covered = vec![false; source.text.len()];
    for span in sops.iter().flat_map(spans) {
        if let Some(bytes) = covered.get_mut(span.range()) {
            bytes.fill(true);
        }
    }
    for heading in repeated_titles(source, sops) {
        covered[heading].fill(true);
    }
    let names = sops.iter().flat_map(|sop| sop.actors.iter().map(|actor| actor.name.value.as_str()));
    let known: BTreeSet<String> =
        labels.iter().map(String::as_str).chain(names).chain([FORM_WORDS]).flat_map(words).collect();
    let bare = strip_tags(&source.text);
    let mut lost = Vec::new();
    let mut word = String::new();
    for (at, letter) in source.text.char_indices().chain([(source.text.len(), ' ')]) {
        let invisible = matches!(letter, '\u{ad}' | '\u{200b}');
        let inside = at < covered.len() && !covered[at] && !bare[at];
        if inside && letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        } else if !invisible && !word.is_empty() {
            let counts = word.chars().count() > 1 && !word.chars().all(|letter| letter.is_ascii_digit());
            let word = std::mem::take(&mut word);
            if counts && !known.contains(&word) {
                lost.push(word);
            }
        }
    }
    lost
}

/// Lines above the table that only say the title again.
fn repeated_titles(source: &Source, sops: &[Sop]) -> Vec<Range<usize>> {
    let titles: Vec<Vec<String>> =
        sops.iter().filter_map(|sop| sop.identity.title.value()).map(|title| words(title)).collect();
    let mut start = 0;
    let mut found = Vec::new();
    let bare = strip_tags(&source.text);
    for line in source.text.split_inclusive('\n') {
        let seen = line.char_indices().map(|(at, letter)| if bare[start + at] { ' ' } else { letter });
        let said = words(&seen.collect::<String>());
        if said.first().is_some_and(|first| ["sop", "prosedur"].contains(&first.as_str()))
            && titles.iter().any(|title| said[1..] == title[..])
        {
            found.push(start..start + line.len());
        }
        start += line.len();
    }
    found
}

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\u{ad}', '\u{200b}'], "");
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// For each byte: it lies in an HTML tag or entity, or in a style sheet.
fn strip_tags(text: &str) -> Vec<bool> {
    let mut marked = vec![false; text.len()];
    for (start, _) in text.match_indices("<style>") {
        let end = text[start..].find("</style>").map_or(text.len(), |length| start + length);
        marked[start..end].fill(true);
    }
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        match (open, letter) {
            (None, '<' | '&') => open = Some((at, letter)),
            (Some((start, '<')), '>') | (Some((start, '&')), ';') => {
                marked[start..=at].fill(true);
                open = None;
            }
            (Some((_, '&')), ' ') | (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    marked
}

/// The stretches of the text that the model tells of.
fn spans(sop: &Sop) -> Vec<Span> {
    let mut spans = Vec::new();
    let identity = &sop.identity;
    spans.extend([field(&identity.agency), field(&identity.unit), field(&identity.title)].into_iter().flatten());
    spans.extend(field(&identity.number));
    spans.extend([&identity.created, &identity.revised, &identity.effective].into_iter().filter_map(field));
    match &identity.signatory {
        Field::Known(signatory) => spans.extend(signed(signatory)),
        Field::Unreadable(text) => spans.extend(text.span()),
        _ => {}
    }
    spans.extend(items(&sop.legal_basis));
    for kind in sop::model::SectionKind::ALL {
        spans.extend(sop.section(kind).map(items).unwrap_or_default());
    }
    spans.extend(sop.actors.iter().filter_map(|actor| actor.name.span()));
    spans.extend(sop.steps.iter().flat_map(row));
    let told = sop.troubles.iter().filter(|trouble| {
        matches!(
            trouble.kind,
            TroubleKind::PageFurniture(_)
                | TroubleKind::TotalRow(_)
                | TroubleKind::PrintedTwice(_)
                | TroubleKind::Stage(_)
                | TroubleKind::Markup(_)
        )
    });
    spans.extend(told.filter_map(|trouble| trouble.span));
    spans.extend(sop.conversion.iter().flat_map(|it| &it.leftovers).filter_map(|it| it.place.span()));
    spans
}

fn field<T>(field: &Field<Sourced<T>>) -> Option<Span> {
    field.place().span()
}

fn items<T>(field: &Field<Vec<Sourced<T>>>) -> Vec<Span> {
    match field {
        Field::Known(items) => items.iter().filter_map(Sourced::span).collect(),
        other => other.place().span().into_iter().collect(),
    }
}

fn signed(signatory: &Signatory) -> Vec<Span> {
    let texts = [&signatory.position, &signatory.name, &signatory.rank, &signatory.grade];
    let mut spans: Vec<Span> = texts.into_iter().flatten().filter_map(Sourced::span).collect();
    spans.extend(signatory.nip.as_ref().and_then(Sourced::span));
    spans
}

fn row(step: &Step) -> Vec<Span> {
    let mut spans: Vec<Span> =
        [field(&step.activity), field(&step.duration), field(&step.note)].into_iter().flatten().collect();
    spans.extend(step.headings.iter().filter_map(Sourced::span));
    spans.extend(items(&step.requirements));
    spans.extend(items(&step.outputs));
    for cell in &step.cells {
        spans.extend(cell.actor.as_ref().and_then(Sourced::span));
        spans.extend(cell.symbol.as_ref().and_then(Sourced::span));
    }
    spans
}

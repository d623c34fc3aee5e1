//! The block of who signs → its office, name, rank and number.

use super::{is_dots, is_number};
use crate::document::Text;
use crate::grammar::{date, folded, offset_in, person};
use crate::model::{Field, Identity, Nip, Path, Signatory, Sourced};
use crate::parse::draft::Draft;
use crate::parse::table::is_dash;
use crate::source::Span;
use crate::vocabulary::form_words::ELECTRONIC_SIGNATURE;
use crate::vocabulary::{noise, offices, signatories};

/// The line begins with the name of an office.
pub(in crate::parse) fn is_office(text: &str) -> bool {
    let first = crate::vocabulary::fold(text.trim_start_matches([':', ' ']).split_whitespace().next().unwrap_or(""));
    offices::SIGNING.contains(&first.as_str())
}

/// The block without `[ttd]`, `(stempel)` and the like, in place of which a line ends.
fn unsealed(draft: &mut Draft, block: &Text) -> Text {
    let mut out = Text::default();
    for line in block.as_str().split('\n') {
        let mut rest = line;
        while let Some((start, end)) = seal(rest).filter(|_| !noise::is_note(rest)) {
            draft.take_part(block, &rest[start..end]);
            out.join('\n', &block.slice(rest[..start].trim()));
            rest = &rest[end..];
        }
        if signatories::is_seal(rest) || noise::is_note(rest) {
            draft.take_part(block, rest);
        } else {
            out.join('\n', &block.slice(rest.trim()));
        }
    }
    out
}

/// Without what is said behind the person of when it was signed: `Ir. Bayu Samudra, tanggal 5 Mei 2018`.
fn undated(block: Text) -> Text {
    let whole = block.as_str();
    let says_when = |(at, _): &(usize, &str)| {
        let rest = whole[at + 1..].trim_start();
        let dated = signatories::SIGNED_ON.iter().find_map(|words| rest.strip_prefix(words));
        let dated = dated.map(|rest| rest.trim_start_matches([' ', ':']));
        dated.is_some_and(|rest| date::find(rest).is_some_and(|(_, date)| rest.starts_with(date)))
    };
    let on = signatories::SIGNED_ON[0];
    let in_sentence = |(at, _): &(usize, &str)| whole[at + 1..].starts_with(on) && says_when(&(*at, " "));
    let found = whole.match_indices(',').take(MOST_BRACKETS).find(says_when);
    match found.or_else(|| whole.match_indices(' ').find(in_sentence)) {
        Some((at, _)) => block.slice(whole[..at].trim_end()),
        None => block,
    }
}

/// `… dengan nomor B-12/OT.210/2022.`: the block without the number of the SOP behind who signs, and that number.
pub(super) fn numbered(block: &Text) -> Option<(Text, Text)> {
    let whole = block.as_str();
    let lower = whole.to_ascii_lowercase();
    let words = signatories::NUMBERED.iter().find(|words| lower.contains(**words))?;
    let at = lower.find(words)?;
    let behind = whole[at + words.len()..].trim_start_matches([':', ' ']);
    let number = behind.split_whitespace().next()?.trim_end_matches(['.', ',', ';', ')']);
    let ends = behind[number.len()..].trim_matches(['.', ',', ';', ')', ' ']).is_empty();
    (ends && is_number(number))
        .then(|| (block.slice(whole[..at].trim_end_matches([' ', ',', '('])), block.slice(number)))
}

/// Brackets in this line that hold no more than words for a signature or a stamp; or words that say how it was signed.
fn seal(line: &str) -> Option<(usize, usize)> {
    if let Some(words) = signatories::electronically_signed(line) {
        return Some((words.start, words.end));
    }
    let opened = line.match_indices(['[', '(', '<', '{']).take(MOST_BRACKETS);
    opened.map(|(at, _)| at).find_map(|start| {
        let end = start + line[start..].find([']', ')', '>', '}'])?;
        signatories::is_seal(&line[start + 1..end]).then_some((start, end + 1))
    })
}

/// Brackets of a line that are looked into.
const MOST_BRACKETS: usize = 8;

/// The parts of a signature block.
pub(in crate::parse) fn signatory(draft: &mut Draft, block: &Text, label: crate::source::Span) -> Field<Signatory> {
    let trimmed = block.as_str().trim();
    if trimmed.is_empty() || is_dots(trimmed) {
        return Field::Blank(label.into());
    }
    if is_dash(trimmed) {
        draft.take(block);
        return Field::Dash(block.place(trimmed));
    }
    let identity = &draft.sop.identity;
    let said = |field: &Field<Sourced<String>>| field.value().cloned().unwrap_or_default();
    let (agency, unit) = (said(&identity.agency), said(&identity.unit));
    let number = identity.number.value().map(|number| number.0.clone()).unwrap_or_default();
    let houses = person::Houses { names: [&agency, &unit], number: &number };
    if date::parse(trimmed).is_some() {
        draft.take(block);
        draft.unreadable(Path::identity("disahkan_oleh"), None, Some(block.span(trimmed)));
        return Field::Unreadable(Sourced::new(trimmed.to_owned(), block.place(trimmed)));
    }
    let block = &undated(unsealed(draft, block));
    let mut parts = person::signatory_of(block.as_str(), &houses);
    let known = [parts.position, parts.name, parts.rank, parts.nip];
    if known.iter().all(Option::is_none) && offices::begins_actor(block.as_str()) && !block.as_str().contains('\n') {
        // `Dibuat oleh : Staf Pelayanan`
        parts.position = Some(block.as_str().trim());
    }
    if let Some(line) = shared_line(block, &parts) {
        draft.inferred(
            Path::identity("disahkan_oleh/jabatan"),
            SHARED_LINE,
            "jabatan dan nama sebaris tanpa pemisah",
            Some(line),
        );
    }
    let mut part = |slice: Option<&str>| {
        slice.filter(|slice| slice.chars().any(char::is_alphanumeric)).map(|slice| {
            draft.take_part(block, slice);
            let text = folded(slice);
            Sourced::new(text.trim_end_matches([',', ':', '/', ' ']).to_owned(), block.place(slice))
        })
    };
    // The words of an empty box for an electronic signature stand between office and name.
    let without_box = |slice: &'_ str| slice.trim_end().strip_suffix(ELECTRONIC_SIGNATURE).map(str::len);
    let position = part(parts.position.map(|slice| &slice[..without_box(slice).unwrap_or(slice.len())]));
    let name = part(parts.name);
    let rank = part(parts.rank);
    let grade = part(parts.grade);
    let nip = person::nip(block.as_str());
    take_label_of_nip(draft, block);
    if let Some(at) = block.as_str().find(ELECTRONIC_SIGNATURE) {
        draft.take_part(block, &block.as_str()[at..at + ELECTRONIC_SIGNATURE.len()]);
    }
    let nip = nip.map(|(digits, slice, repaired)| {
        draft.take_part(block, slice);
        if repaired {
            let reason = format!("huruf dibaca sebagai angka pada `{}`", slice.trim());
            draft.repaired(Path::identity("disahkan_oleh/nip"), reason, Some(block.span(slice)));
        }
        Sourced::new(Nip(digits), block.place(slice))
    });
    Field::Known(Signatory { position, name, rank, grade, nip })
}

/// How sure it is which word of a line is of the office and which of the name.
const SHARED_LINE: f64 = 0.8;

/// The line in which nothing but a blank stands between office and name, and no title begins the name.
fn shared_line(block: &Text, parts: &person::SignatoryParts<'_>) -> Option<Span> {
    let (position, name) = (parts.position?, parts.name?);
    let (from, to) = (offset_in(block.as_str(), position) + position.len(), offset_in(block.as_str(), name));
    let gap = block.as_str().get(from..to)?;
    let is_open = gap.len() < 2 && !gap.contains('\n') && !person::begins_with_title(name);
    is_open.then(|| block.span(position))
}

/// The word `NIP` is the label of the number.
fn take_label_of_nip(draft: &mut Draft, block: &Text) {
    let text = block.as_str();
    for word in text.split(|it: char| !it.is_alphanumeric()) {
        let is_signed = || signatories::SIGNED.iter().any(|sign| sign.eq_ignore_ascii_case(word));
        if is_signed()
            || ["nip", "nlp", "nippppk", "nrp", "ni", "pppk"].iter().any(|label| label.eq_ignore_ascii_case(word))
        {
            draft.take_part(block, word);
        }
    }
}

/// Says something about who signs beyond what the label left blank.
pub(in crate::parse) fn has_signatory(identity: &Identity) -> bool {
    matches!(&identity.signatory, Field::Known(it) if it.name.is_some() || it.nip.is_some())
}

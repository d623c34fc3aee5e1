//! The block that signs an SOP outside its identity block: where and when, the office, the person.

use super::is_capital;
use crate::document::Text;
use crate::grammar::{date, person};
use crate::model::{Date, Field, Identity, Path};
use crate::parse::draft::Draft;
use crate::parse::identity::{has_signatory, is_office, signatory};
use crate::parse::lines::{Free, is_place_and_date};
use crate::vocabulary::fold;
use crate::vocabulary::offices;
use crate::vocabulary::signatories::{PREAMBLES, is_seal};

/// The signature block that stands by itself: the lines up to the one with the NIP, from the office on.
pub(super) fn sign(draft: &mut Draft, mut free: Vec<Free>) -> Vec<Free> {
    let signs = |line: &Free| {
        let text = line.text.as_str();
        let before = before_nip(text).trim_end();
        (person::nip(text).is_some() || text.contains("NRP") && person::has_rank(before))
            && (begins_with_number(text) || is_office(text) || person::has_rank(before) || person::is_titled(before))
    };
    let is_signed = has_signatory(&draft.sop.identity);
    let unnumbered = || if is_signed { None } else { unnumbered(&free) };
    let undated = || if is_signed { None } else { undated(&free) };
    let Some(nip) = free.iter().position(signs).or_else(unnumbered).or_else(undated) else { return free };
    if is_signed && !is_of_signatory(&draft.sop.identity, free[nip].text.as_str()) {
        return free;
    }
    // The rank may stand below the name.
    let is_rank = |line: &&Free| line.row <= free[nip].row + 1 && person::has_rank(line.text.as_str());
    let nip = if free.get(nip + 1).filter(is_rank).is_some() { nip + 1 } else { nip };
    let alone = is_office(free[nip].text.as_str()).then_some(nip);
    let office = || (nip.saturating_sub(6)..nip).rev().find(|at| is_office(signed(free[*at].text.as_str())));
    let named = || nip.checked_sub(1).filter(|at| person::is_named(free[*at].text.as_str()));
    let Some(first) = alone.or_else(office).or_else(named) else { return free };
    let preamble = (0..first).rev().take_while(|at| is_preamble(free[*at].text.as_str(), &draft.sop.identity)).last();
    let preamble = preamble.unwrap_or(first);
    free.drain(preamble..first).for_each(|line| draft.take(&line.text));
    let (first, mut nip) = (preamble, nip - (first - preamble));
    // The office may stand below the person.
    let has_office = free[first..=nip].iter().any(|line| is_office(signed(line.text.as_str())));
    let is_below = |line: &&Free| line.row == free[nip].row + 1 && is_office(line.text.as_str());
    if !has_office && !is_signed && free.get(nip + 1).filter(is_below).is_some() {
        nip += 1;
    }
    let mut block = Text::default();
    for line in free.drain(first..=nip) {
        draft.take(&line.text);
        block.join('\n', &line.text.slice(signed(line.text.as_str())));
    }
    if is_signed {
        return free;
    }
    let span = block.whole();
    let before = std::mem::take(&mut draft.sop.identity.signatory);
    let mut found = signatory(draft, &block, span);
    if let (Field::Known(before), Field::Known(found)) = (before, &mut found) {
        // The label gave the office, the block below it the person.
        found.position = before.position.or(found.position.take());
    }
    draft.sop.identity.signatory = found;
    draft.repaired(Path::identity("disahkan_oleh"), "dari blok tanda tangan di luar kotak identitas", Some(span));
    free
}

/// `NIP …`, `NRP …`
fn begins_with_number(text: &str) -> bool {
    let folded = fold(text);
    NUMBERS.iter().any(|label| folded.starts_with(label))
}

/// How the line of the number begins, folded.
const NUMBERS: &[&str] = &["nip", "nrp"];

/// The number is that of who signs in the identity block.
fn is_of_signatory(identity: &Identity, text: &str) -> bool {
    let Field::Known(known) = &identity.signatory else { return false };
    known.nip.as_ref().zip(person::nip(text)).is_some_and(|(known, (digits, ..))| known.value.0 == digits)
}

/// The name of who signs without a number, below place and date and the office.
fn unnumbered(free: &[Free]) -> Option<usize> {
    let office = free.windows(2).position(|pair| {
        let above = pair[0].text.as_str();
        let is_when = is_place_and_date(above) || is_date_alone(above);
        is_when && is_office(pair[1].text.as_str()) && pair[1].row <= pair[0].row + 2
    })? + 1;
    let far = free[office].row + FARTHEST_NAME;
    let mut below = (office + 1..free.len()).take_while(|at| free[*at].row <= far);
    below.find(|at| !is_seal(free[*at].text.as_str())).filter(|at| {
        let name = free[*at].text.as_str().trim_matches(['(', ')', ' ']);
        let named = person::is_named(name) || !name.contains(' ') && name.len() > 3 && is_capital(name);
        // `Kepala Desa` over `MULYONO`: the village may be called so.
        named && person::signatory(&format!("{}\n{name}", free[office].text.as_str())).name.is_some()
    })
}

/// The name of who signs without a number and without a date: with its title, the last line of all, right below the office.
fn undated(free: &[Free]) -> Option<usize> {
    let at = free.len().checked_sub(1)?;
    let office = free[..at].iter().rfind(|line| !is_seal(line.text.as_str()))?;
    let name = &free[at];
    let text = office.text.as_str().trim_end();
    let is_short = text.len() <= LONGEST_PREAMBLE && !text.contains(|it: char| it.is_ascii_digit());
    let heads = is_short && is_office(text) && (text.ends_with(',') || is_capital(text));
    let is_below = name.row > office.row && name.row <= office.row + FARTHEST_NAME;
    (heads && is_below && !name.in_table && person::is_titled(name.text.as_str())).then_some(at)
}

/// `Pada tanggal : 5 April 2021`, `: 5 April 2021`.
fn is_date_alone(text: &str) -> bool {
    let opens = opens_preamble(text) || text.trim_start().starts_with(':');
    opens && text.len() <= LONGEST_PREAMBLE && date::find(text).is_some_and(|(date, _)| date.as_ymd().is_some())
}

/// So many rows below the office the name of who signs may stand.
const FARTHEST_NAME: usize = 6;

/// What stands before the label of the number in its line: `Pembina, IV/a NIP 19…`.
fn before_nip(text: &str) -> &str {
    ["NIP", "NRP"].iter().find_map(|label| text.find(label)).map_or("", |at| &text[..at])
}

/// `Ditetapkan di: Mawar Jingga`, `pada tanggal 4 Maret 2024`: where and when it was signed, as far as that says no more than the
/// dates above.
fn is_preamble(text: &str, identity: &Identity) -> bool {
    let text = text.trim();
    let opens = opens_preamble(text);
    let known = [&identity.created, &identity.revised, &identity.effective];
    let is_known = |date: &Date| known.iter().any(|it| it.value().is_some_and(|it| it.as_ymd() == date.as_ymd()));
    match date::find(text) {
        Some((date, _)) => (opens || is_place_and_date(text)) && date.as_ymd().is_some() && is_known(&date),
        None => opens && text.len() <= LONGEST_PREAMBLE && !text.contains(|it: char| it.is_ascii_digit()),
    }
}

/// The line begins as one does that says where or when, or by whom, something was signed.
pub(in crate::parse) fn opens_preamble(text: &str) -> bool {
    let first = text.trim_start().split(|it: char| !it.is_alphabetic()).next();
    first.is_some_and(|word| PREAMBLES.contains(&word.to_lowercase().as_str()))
}

/// `Tanda tangan Kepala Puskesmas`, `Ditetapkan Direktur`: without the words that only ask for the signature or say that it is one.
fn signed(text: &str) -> &str {
    let before_office = |word: &str| {
        let rest = text.get(word.len()..).unwrap_or("");
        text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
            && is_office(rest.trim_start_matches(','))
    };
    if let Some(word) = PREAMBLES.iter().find(|word| before_office(word)) {
        return text[word.len()..].trim_start_matches([',', ':', ' ']);
    }
    let word =
        offices::SIGNATURE.iter().find(|word| text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
    text[word.map_or(0, |word| word.len())..].trim_start_matches([':', ' '])
}

/// A line before the office that is longer is a sentence.
const LONGEST_PREAMBLE: usize = 60;

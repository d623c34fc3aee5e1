//! S106 `malformed-nip`: the NIP does not have 18 digits.

use super::is_in_uniform;
use crate::check::cures::set;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Field, Nip, Path, Sourced};
use crate::vocabulary::numerals::LETTERS_FOR_DIGITS;

pub(super) static RULE: Rule = Rule {
    code: "S106",
    name: "malformed-nip",
    severity: Severity::Error,
    summary: "NIP tidak terdiri dari 18 angka",
    summary_en: "the NIP does not have 18 digits",
    page: include_str!("malformed_nip.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let Some(nip) = &signatory.nip else { return };
    let digits = nip.value.0.chars().filter(char::is_ascii_digit).count();
    let count = nip.value.0.chars().count();
    if count == 18 && digits == 18 || is_in_uniform(signatory) || !nip.value.is_said() {
        return;
    }
    let message = if digits < count {
        Message::new(format!("NIP `{}` memuat huruf", nip.value.0), format!("the NIP `{}` holds a letter", nip.value.0))
    } else {
        Message::new(
            format!("NIP `{}` terdiri dari {digits} angka, seharusnya 18", nip.value.0),
            format!("the NIP `{}` has {digits} digits instead of 18", nip.value.0),
        )
    };
    findings
        .report(Path::identity("disahkan_oleh/nip"), nip.place, message)
        .help(Message::new(
            "salin NIP dari SK: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut",
            "copy the NIP from the letter of appointment: birth date, month of appointment, sex, serial number",
        ))
        .fix(in_digits(nip));
}

/// The eighteen digits that are there, once separators are gone and letters that look like digits are read as such.
fn in_digits(nip: &Sourced<Nip>) -> Option<Fix> {
    let digit =
        |letter: char| LETTERS_FOR_DIGITS.iter().find(|(it, _)| *it == letter).map_or(letter, |(_, digit)| *digit);
    let bare = nip.value.0.chars().filter(|it| !it.is_whitespace() && !matches!(it, '.' | '-' | '/'));
    let right: String = bare.map(digit).collect();
    let is_whole = right.len() == 18 && right.bytes().all(|it| it.is_ascii_digit());
    let message = Message::new(format!("tulis `{right}`"), format!("write `{right}`"));
    is_whole.then(|| Some(Fix::safe(message, vec![set(nip, right)?])))?
}

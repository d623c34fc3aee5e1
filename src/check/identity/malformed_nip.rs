//! S106 `malformed-nip`: the NIP does not have 18 digits.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path};

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
    if count == 18 && digits == 18 {
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
    findings.report(Path::identity("disahkan_oleh/nip"), nip.place, message).help(Message::new(
        "salin NIP dari SK: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut",
        "copy the NIP from the letter of appointment: birth date, month of appointment, sex, serial number",
    ));
}

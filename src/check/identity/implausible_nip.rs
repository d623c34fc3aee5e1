//! S107 `implausible-nip`: the parts of a whole NIP contradict the calendar or a career.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Field, Path};

pub(super) static RULE: Rule = Rule {
    code: "S107",
    name: "implausible-nip",
    severity: Severity::Warning,
    summary: "isi NIP tidak masuk akal",
    summary_en: "the parts of the NIP make no sense",
    page: include_str!("implausible_nip.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let Some(nip) = &signatory.nip else { return };
    let Some((id, en)) = fault(&nip.value.0) else { return };
    let message =
        Message::new(format!("NIP `{}`: {id}", nip.value.grouped()), format!("NIP `{}`: {en}", nip.value.grouped()));
    findings
        .report(Path::identity("disahkan_oleh/nip"), nip.place, message)
        .help(Message::new("bandingkan dengan SK pengangkatan", "compare it with the letter of appointment"));
}

fn fault(nip: &str) -> Option<(&'static str, &'static str)> {
    if nip.len() != 18 || !nip.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| nip[from..to].parse::<u16>().unwrap_or_default();
    let birth = Date::full(number(0, 4), number(4, 6) as u8, number(6, 8) as u8);
    let (born, appointed) = (number(0, 4), number(8, 12));
    match () {
        () if !birth.exists() => {
            Some(("delapan angka pertama bukan tanggal lahir", "the first eight digits are no birth date"))
        }
        () if appointed < born + 17 => Some(("diangkat sebelum berumur 17 tahun", "appointed before the age of 17")),
        () if !matches!(&nip[14..15], "1" | "2") => {
            Some(("angka ke-15 bukan 1 atau 2", "the 15th digit is neither 1 nor 2"))
        }
        () if &nip[15..] == "000" => Some(("nomor urutnya 000", "its serial number is 000")),
        () => None,
    }
}

//! S107 `implausible-nip`: the parts of a whole NIP contradict the calendar or a career.

use crate::check::questions::moment;
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

/// Nobody signs after this age: so long a functional official of the highest level may serve.
const OLDEST: u16 = 65;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let Some(nip) = &signatory.nip else { return };
    let retired = || moment(sop).filter(|(made, _)| is_retired(&nip.value.0, made.year));
    let (fault, dated_by) = match (fault(&nip.value.0), retired()) {
        (Some(fault), _) => (fault, None),
        (None, Some((_, path))) => (
            ("pemiliknya berumur lebih dari 65 tahun saat mengesahkan", "its holder was older than 65 when signing"),
            Some(path),
        ),
        (None, None) => return,
    };
    let (id, en) = fault;
    let message = Message::new(
        format!("NIP `{}` tidak masuk akal: {id}", nip.value.grouped()),
        format!("the NIP `{}` makes no sense: {en}", nip.value.grouped()),
    );
    let finding = findings.report(Path::identity("disahkan_oleh/nip"), nip.place, message).help(Message::new(
        "salin ulang NIP dari SK pengangkatan",
        "copy the NIP again from the letter of appointment",
    ));
    if let Some(path) = dated_by {
        finding.rests_on(&path);
    }
}

/// Certainly older, whatever the month of birth.
fn is_retired(nip: &str, year: u16) -> bool {
    let born = nip.get(..4).and_then(|it| it.parse::<u16>().ok()).filter(|_| nip.len() == 18);
    born.is_some_and(|born| year.saturating_sub(born) > OLDEST + 1)
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
        () if appointed < born + 17 => {
            Some(("pemiliknya diangkat sebelum berumur 17 tahun", "its holder was appointed before the age of 17"))
        }
        () if !matches!(&nip[14..15], "1" | "2") => {
            Some(("angka ke-15 bukan 1 atau 2", "the 15th digit is neither 1 nor 2"))
        }
        () if &nip[15..] == "000" => Some(("nomor urutnya 000", "its serial number is 000")),
        () => None,
    }
}

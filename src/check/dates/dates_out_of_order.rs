//! S207 `dates-out-of-order`: the SOP took effect, or was revised, before it was made, or was revised without a new effective date.

use crate::check::questions::{known_date, labelled_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{LeftoverKind, Path};
use crate::vocabulary::months::RETROACTIVE;

pub(super) static RULE: Rule = Rule {
    code: "S207",
    name: "dates-out-of-order",
    severity: Severity::Warning,
    summary: "urutan tanggal tidak masuk akal",
    summary_en: "the dates are out of order",
    page: include_str!("dates_out_of_order.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let identity = &sop.identity;
    let (created, revised, effective) = (&identity.created, &identity.revised, &identity.effective);
    let (created, revised, effective) =
        (("tanggal_pembuatan", created), ("tanggal_revisi", revised), ("tanggal_efektif", effective));
    // The document says that it is meant so: `1 November 2019 (berlaku surut)`.
    let is_retroactive = sop.leftovers(LeftoverKind::Unknown).any(|it| it.text.to_lowercase().contains(RETROACTIVE));
    for ((key, early), (other, late)) in [(effective, created), (revised, created), (effective, revised)] {
        let (Some(first), Some(second)) = (known_date(early), known_date(late)) else { continue };
        if first >= second || is_retroactive && key == effective.0 {
            continue;
        }
        let (one, two) = (labelled_date(sop, key, early), labelled_date(sop, other, late));
        let message = Message::new(format!("{one} lebih awal daripada {two}"), format!("{one} is earlier than {two}"));
        let note = Message::new("tanggal yang lebih kemudian", "the later date");
        findings
            .report(Path::identity(key), early.place(), message)
            .related(Path::identity(other), late.place(), note)
            .help(Message::new(
                "perbarui tanggalnya; SOP yang direvisi mendapat tanggal efektif baru, kecuali tanggal revisi memang rencana tinjau ulang",
                "renew the date: a revised SOP gets a new effective date, unless the revision date is a planned review",
            ));
    }
}

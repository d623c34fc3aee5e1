//! S207 `dates-out-of-order`: the SOP took effect, or was revised, before it was made, or was revised without a new effective date.

use crate::check::questions::known_date;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

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
    let pairs = [
        (
            ("tanggal_efektif", effective),
            ("tanggal_pembuatan", created),
            "tanggal efektif lebih awal daripada tanggal pembuatan",
            "in force before it was made",
        ),
        (
            ("tanggal_revisi", revised),
            ("tanggal_pembuatan", created),
            "tanggal revisi lebih awal daripada tanggal pembuatan",
            "revised before it was made",
        ),
        (
            ("tanggal_efektif", effective),
            ("tanggal_revisi", revised),
            "tanggal efektif lebih awal daripada tanggal revisi",
            "in force before its revision",
        ),
    ];
    for ((key, early), (other, late), id, en) in pairs {
        let (Some(first), Some(second)) = (known_date(early), known_date(late)) else { continue };
        if first >= second {
            continue;
        }
        let note = Message::new("tanggal yang lebih kemudian", "the later date");
        findings
            .report(Path::identity(key), early.place(), Message::new(id, en))
            .related(Path::identity(other), late.place(), note)
            .help(Message::new(
                "perbarui tanggalnya; SOP yang direvisi mendapat tanggal efektif baru, kecuali tanggal revisi memang rencana tinjau ulang",
                "renew the date: a revised SOP gets a new effective date, unless the revision date is a planned review",
            ));
    }
}

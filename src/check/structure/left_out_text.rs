//! S016 `left-out-text`: text that its author struck out, hid or deleted was not read as content.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{LeftOut, Path, TroubleKind};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S016",
    name: "left-out-text",
    severity: Severity::Note,
    summary: "teks dicoret, disembunyikan, atau dihapus tidak dibaca",
    summary_en: "struck, hidden or deleted text was left out",
    page: include_str!("left_out_text.md"),
    check: Check::Sop(check),
};

/// Most places that are named beside the first.
const MOST_OTHERS: usize = 20;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for why in [LeftOut::Struck, LeftOut::Hidden, LeftOut::Deleted] {
        one_for_all(sop, why, findings);
    }
}

/// One finding for all texts left out for one reason, with the places of the others.
fn one_for_all(sop: &Subject<'_>, why: LeftOut, findings: &mut Findings) {
    let mut left_out = sop.troubles.iter().filter_map(|trouble| match &trouble.kind {
        TroubleKind::LeftOut(reason, text) if *reason == why => Some((text, trouble.span)),
        _ => None,
    });
    let Some((first, span)) = left_out.next() else { return };
    let (id, en) = match why {
        LeftOut::Struck => ("dicoret", "struck out"),
        LeftOut::Hidden => ("disembunyikan", "hidden"),
        LeftOut::Deleted => ("dihapus dalam lacak perubahan", "deleted under tracked changes"),
    };
    let message = Message::new(
        format!("`{first}` {id} di berkas ini, maka tidak dibaca sebagai isi SOP"),
        format!("`{first}` is {en} in this file, so it was not read as content"),
    );
    let mut finding = findings.report_span(Path::whole(), span, message);
    for (text, span) in left_out.take(MOST_OTHERS) {
        let place = span.map_or(Place::NOWHERE, Place::from);
        let message = Message::new(format!("begitu pula `{text}`"), format!("and so is `{text}`"));
        finding = finding.related(Path::whole(), place, message);
    }
    finding.help(Message::new(
        "hapus dari berkas bila memang tidak berlaku; bila berlaku, hilangkan coretannya atau tampilkan kembali",
        "remove it from the file if it does not hold; if it does, take the strike off or show it again",
    ));
}

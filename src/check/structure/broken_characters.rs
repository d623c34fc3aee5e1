//! S010 `broken-characters`: the input held characters that no text has.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, TroubleKind};

pub(super) static RULE: Rule = Rule {
    code: "S010",
    name: "broken-characters",
    severity: Severity::Note,
    summary: "huruf rusak di dalam berkas",
    summary_en: "broken characters in the file",
    page: include_str!("broken_characters.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for trouble in &sop.troubles {
        let TroubleKind::BrokenCharacters(count) = trouble.kind else { continue };
        let message = Message::new(
            format!("{count} huruf rusak di dalam berkas ini"),
            format!("{count} characters of this file are broken"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "simpan ulang naskahnya sebagai UTF-8, lalu bandingkan",
            "save the text again as UTF-8, and compare",
        ));
    }
}

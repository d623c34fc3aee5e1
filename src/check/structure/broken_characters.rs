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
            format!("{count} huruf di berkas ini rusak dan tidak terbaca"),
            format!("broken characters in this file that could not be read: {count}"),
        );
        findings.report_span(Path::whole(), trouble.span, message).help(Message::new(
            "buka naskahnya dengan Notepad atau Word, simpan ulang dengan penyandian (encoding) UTF-8, lalu bandingkan dengan aslinya",
            "open the text with Notepad or Word, save it again with the encoding UTF-8, and compare it with the original",
        ));
    }
}

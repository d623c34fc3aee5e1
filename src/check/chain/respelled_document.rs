//! S503 `respelled-document`: a step needs a document that an earlier step seems to have made under another name.

use crate::check::cures::set;
use crate::check::questions::{Chain, Grade, Link, Paper};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use std::ptr;

pub(super) static RULE: Rule = Rule {
    code: "S503",
    name: "respelled-document",
    severity: Severity::Info,
    summary: "nama dokumen mirip tetapi tidak sama dengan dokumen langkah sebelumnya",
    summary_en: "a document is named almost, but not quite, like one of an earlier step",
    page: include_str!("respelled_document.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    for link in chain.links() {
        let (Grade::Near, Some(source)) = (link.grade, chain.source(link)) else { continue };
        let paper = chain.needed(link);
        if is_told_below(chain, paper, source) {
            continue;
        }
        let (needed, known) = (&paper.name.value, &source.name.value);
        let message = Message::new(
            format!(
                "kelengkapan `{needed}` mirip dengan `{known}` dari langkah {}, tetapi namanya berbeda",
                source.step
            ),
            format!(
                "`{needed}` under Kelengkapan resembles `{known}` of step {}, but is named differently",
                source.step
            ),
        );
        let note = if source.made {
            Message::new("output yang mungkin dimaksud", "the output that may be meant")
        } else {
            Message::new("kelengkapan yang mungkin dimaksud", "the requirement that may be meant")
        };
        findings
            .report(paper.path(), paper.name.place, message)
            .related(source.path(), source.name.place, note)
            .help(Message::new(
                "bila dokumennya sama, pakai satu nama di kedua langkah",
                "if it is the same document, give it one name in both steps",
            ))
            .fix(named_alike(set(paper.name, &known.0), &known.0));
    }
}

/// In a loop each of two documents may stand before the other: the pair is told once, of the lower one.
fn is_told_below(chain: &Chain<'_>, paper: &Paper<'_>, source: &Paper<'_>) -> bool {
    let joins = |link: &Link| {
        let back = chain.source(link).is_some_and(|it| ptr::eq(it, paper));
        link.grade == Grade::Near && ptr::eq(chain.needed(link), source) && back
    };
    source.row > paper.row && chain.links_of(source.row).iter().any(joins)
}

/// Whether both are one document, only the office knows.
fn named_alike(change: Option<Change>, name: &str) -> Option<Fix> {
    let message = Message::new(format!("namai `{name}`"), format!("name it `{name}`"));
    Some(Fix::offered(message, vec![change?]))
}

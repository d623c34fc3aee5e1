//! S901 `repeated-number`: two SOPs of an agency bear the same number.

use crate::check::folder::{Card, is_telling_number};
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S901",
    name: "repeated-number",
    severity: Severity::Error,
    summary: "nomor SOP dipakai dua kali",
    summary_en: "a number is given to two SOPs",
    page: include_str!("repeated_number.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    let key = |_: usize, card: &Card| {
        let number = card.number.as_ref().filter(|it| card.agency.is_some() || is_telling_number(&it.key))?;
        Some((card.agency, number.key.clone()))
    };
    for group in library.alike(key) {
        let title = |at: usize| library.cards()[at].title.as_ref().map(|it| &it.key);
        let first = group[0];
        // The same name under the same number is another version of one SOP, which is the business of S902.
        let mut told = vec![title(first)];
        for at in group.into_iter().skip(1) {
            if title(at).is_none() || told.contains(&title(at)) || share_identity(library, at, first) {
                continue;
            }
            told.push(title(at));
            report(library, findings, at, first);
        }
    }
}

/// Procedures of one file below one identity block: the number is written once.
fn share_identity(library: &Library, at: usize, first: usize) -> bool {
    let (own, other) = (&library.cards()[at], &library.cards()[first]);
    let place = |card: &Card| card.number.as_ref().and_then(|it| it.spot.span());
    own.file == other.file && place(own).is_some() && place(own) == place(other)
}

fn report(library: &Library, findings: &mut FolderFindings, at: usize, first: usize) {
    let (own, other) = (&library.cards()[at], &library.cards()[first]);
    let (Some(number), Some(before)) = (&own.number, &other.number) else { return };
    let message = Message::new(
        format!("nomor SOP `{}` sudah dipakai SOP `{}`", number.written, other.name()),
        format!("the number `{}` already belongs to the SOP `{}`", number.written, other.name()),
    );
    findings
        .report(at, &number.spot, message)
        .elsewhere(first, &before.spot, Message::new("nomor yang sama", "the same number"))
        .help(Message::new(
            "beri salah satunya nomor lain menurut buku registrasi SOP",
            "give one of them another number from the register of SOPs",
        ));
}

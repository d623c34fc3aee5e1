//! `-o NAME.docx`, `-o NAME.xlsx` and `-o NAME.pdf`: what is found in one Word, Excel or PDF file is written into a copy of it, each
//! finding at its place.

use super::baseline::Sifted;
use super::desk::Desk;
use super::examine::{Examined, ask};
use super::fixing::Fixing;
use super::folder::Folder;
use super::tracking::{propose, settled};
use crate::annotate::{Annotated, Fault, Written, annotate, extension};
use crate::cli::Verdict;
use crate::cli::args::CheckArgs;
use crate::cli::batch::{shielded, understood};
use crate::cli::complain;
use crate::cli::input::Input;
use crate::cli::output::{self, announce, save};
use crate::cli::speech::Speech;
use crate::diagnostic::Message;
use crate::read::ReadError;
use crate::report::{Checked, Remark, Tally, remarks};
use anyhow::Result;
use std::path::Path;

/// Extensions of files that can be written into.
const EXTENSIONS: [&str; 5] = ["docx", "docm", "xlsx", "xlsm", "pdf"];

/// The file that a copy with remarks is to be written to, if one is.
pub(super) fn target<'a>(args: &'a CheckArgs, inputs: &[Input]) -> Option<&'a Path> {
    let target = args.output.as_deref().filter(|_| args.format.is_none())?;
    let extension = output::extension(target)?;
    let is_recap = super::recap::target(args, inputs).is_some();
    (EXTENSIONS.contains(&extension.as_str()) && !is_recap).then_some(target)
}

/// Checks the one file and writes its copy.
pub(super) fn write(desk: &Desk<'_>, target: &Path, args: &CheckArgs, failures: &[anyhow::Error]) -> Result<Verdict> {
    let speech = desk.speech;
    failures.iter().for_each(|failure| complain(failure, speech));
    let input = match desk.inputs {
        [input] if !input.found && !desk.fixing.is_some_and(Fixing::is_only_shown) && !args.statistics => input,
        [] if !failures.is_empty() => return Ok(Verdict::Failure),
        _ => return Err(not_one(target, speech)),
    };
    let (copy, sifted, tally) = shielded(&input.name, speech, || copy(desk, input, target))?;
    save(&copy.bytes, target, args.force, speech)?;
    announce(in_words(target, &copy, speech));
    if let Some(baseline) = desk.baseline {
        baseline.close(&Vec::from_iter(sifted), desk.policies, speech)?;
    }
    Ok(match (failures.is_empty(), tally.fails(args.strict)) {
        (false, _) => Verdict::Failure,
        (true, true) => Verdict::Findings,
        (true, false) => Verdict::Clean,
    })
}

fn copy(desk: &Desk<'_>, input: &Input, target: &Path) -> Result<(Annotated, Option<Sifted>, Tally)> {
    let speech = desk.speech;
    let bytes = input.read(speech)?;
    let policy = desk.policies.policy_for(Some(input.place()));
    let analysis = understood(&bytes, input, speech)?;
    let wanted = extension(&bytes).ok_or_else(|| failure(input, &Fault::Foreign, speech))?;
    if output::extension(target).as_deref() != Some(wanted) {
        return Err(of_another_kind(input, target, wanted, speech));
    }
    let mut examined = ask(analysis, &policy);
    let cards = std::mem::take(&mut examined.cards);
    examined.findings.extend(Folder::within_one(desk, cards));
    let sifted = desk.baseline.map(|it| it.sift(input, &mut examined.findings));
    if let Some(fixing) = desk.fixing {
        propose(fixing, &mut examined);
    }
    let Examined { source, sops, findings, .. } = &examined;
    let remarks = remarks(&desk.report, &Checked { position: 0, source, sops, findings });
    let write = |remarks: &[Remark]| annotate(&bytes, source, remarks);
    let annotated = settled(&examined, &policy.settings, &remarks, &write);
    let annotated = annotated.map_err(|fault| failure(input, &fault, speech))?;
    Ok((annotated, sifted, Tally::of(findings)))
}

fn in_words(target: &Path, copy: &Annotated, speech: Speech) -> String {
    let Written { remarks, answered, pending, changed, unchanged } = &copy.written;
    let (mut id, mut en) = (format!("{remarks} komentar"), format!("{remarks} comments"));
    let mut add = |count: usize, more_id: &str, more_en: &str| {
        if count > 0 {
            id.push_str(&format!(", {count} {more_id}"));
            en.push_str(&format!(", {count} {more_en}"));
        }
    };
    add(*answered, "sudah dijawab", "answered before");
    add(changed.len(), "perubahan terlacak untuk diterima atau ditolak", "tracked changes to accept or reject");
    add(*pending, "perubahan terlacak menunggu jawaban", "tracked changes wait for an answer");
    let why = match output::extension(target).as_deref() {
        Some("docx" | "docm") => ("", ""),
        Some("pdf") => (", karena tulisan PDF tidak diubah", ", since no text of a PDF is changed"),
        _ => (", karena isi sel tidak diubah", ", since no cell is changed"),
    };
    add(*unchanged, &format!("perbaikan tetap komentar{}", why.0), &format!("fixes stay comments{}", why.1));
    let name = target.display();
    speech.say(format!("{name}: {id}"), format!("{name}: {en}"))
}

fn not_one(target: &Path, speech: Speech) -> anyhow::Error {
    let name = target.display();
    speech.failure(
        format!("{name}: komentar ditulis ke salinan satu berkas; sebut satu berkas Word, Excel, atau PDF, tanpa --diff, --statistics"),
        format!("{name}: comments go into a copy of one file; name one Word, Excel or PDF file, without --diff, --statistics"),
    )
}

fn of_another_kind(input: &Input, target: &Path, wanted: &str, speech: Speech) -> anyhow::Error {
    let (name, target) = (&input.name, target.display());
    speech.failure(
        format!(
            "{target}: komentar ditulis ke salinan {name}, yang akhirannya .{wanted}; beri nama yang berakhiran itu"
        ),
        format!("{target}: comments go into a copy of {name}, which is a .{wanted} file; give it a name that ends so"),
    )
}

fn failure(input: &Input, fault: &Fault, speech: Speech) -> anyhow::Error {
    let message = match fault {
        Fault::Foreign => Message::new(
            "hanya berkas Word (.docx), Excel (.xlsx), dan PDF dapat diberi komentar; untuk yang lain pakai -o NAMA.html",
            "only Word (.docx), Excel (.xlsx) and PDF files can be given comments; for others use -o NAME.html",
        ),
        Fault::Office(fault) => ReadError::Office(*fault).message(),
        Fault::Locked => Message::new(
            "berkas ini terkunci kata sandi atau pembatasan, jadi tidak diberi komentar; simpan tanpa kunci dahulu, atau pakai -o NAMA.html",
            "this file is locked by a password or by restrictions, so that no comments are added; save it without them first, or use -o NAME.html",
        ),
        Fault::UnusualPdf => Message::new(
            "PDF ini ditulis dengan cara yang tidak lazim, jadi tidak diberi komentar; cetak ulang menjadi PDF dari programnya, atau pakai -o NAMA.html",
            "this PDF is written in an unusual way, so that no comments are added; make it anew from its program, or use -o NAME.html",
        ),
        Fault::Signed => Message::new(
            "berkas ini ditandatangani secara elektronik, dan komentar membatalkan tanda tangannya; pakai salinan yang belum ditandatangani, atau -o NAMA.html",
            "this file is signed, and comments would break the signature; use a copy that is not signed yet, or -o NAME.html",
        ),
        Fault::Unusual(part) => Message::new(
            format!(
                "bagian {part} ditulis dengan cara yang tidak lazim, jadi tidak diberi komentar; simpan ulang dari Word atau Excel, atau pakai -o NAMA.html"
            ),
            format!(
                "its part {part} is written in an unusual way, so that no comments are added; save it again from Word or Excel, or use -o NAME.html"
            ),
        ),
    };
    anyhow::Error::msg(format!("{}: {}", input.name, speech.message(&message)))
}

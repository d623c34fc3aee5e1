//! Several procedures under one identity block: each keeps it, and bears the title above its own table.

use super::draft::Draft;
use crate::document::Row;
use crate::model::{Field, How, Path, Review, Sop, Sourced, TroubleKind};

/// The title of a procedure, where no label gave one, or the label gave that of all.
pub(super) fn title(draft: &mut Draft, rows: &[Row], name: &str, row: usize, is_sibling: bool) {
    let Some(cell) = rows[row].filled().next() else { return };
    draft.take(&cell.text);
    let span = cell.text.whole();
    if is_sibling || draft.sop.identity.title.is_silent() {
        draft.sop.identity.title = Field::Known(Sourced::at(name.to_owned(), span));
        draft.repaired(Path::identity("nama"), "dari judul di atas tabelnya", Some(span));
    } else {
        draft.trouble(TroubleKind::Stage(name.to_owned()), Some(span));
    }
}

/// Gives the siblings what the first of them has and they have not.
pub(super) fn share(sops: &mut [Sop], related: &[bool]) {
    let mut rest = sops;
    for family in related.chunk_by(|_, next| *next) {
        let (own, behind) = rest.split_at_mut(family.len());
        if let [leader, siblings @ ..] = own {
            siblings.iter_mut().for_each(|sibling| inherit(sibling, leader));
        }
        rest = behind;
    }
}

/// An SOP of a book that names no agency is of the one before it, where the same official signs both.
pub(super) fn share_agency(sops: &mut [Sop]) {
    for at in 1..sops.len() {
        let (before, behind) = sops.split_at_mut(at);
        let (Some(before), Some(sop)) = (before.last(), behind.first_mut()) else { return };
        let nip = |sop: &Sop| match &sop.identity.signatory {
            Field::Known(signatory) => signatory.nip.as_ref().map(|nip| nip.value.clone()),
            _ => None,
        };
        let same = nip(sop).is_some() && nip(sop) == nip(before);
        let is_open = matches!(sop.identity.agency, Field::Absent) && matches!(sop.identity.unit, Field::Absent);
        if !same || !is_open || before.identity.agency.value().is_none() {
            continue;
        }
        sop.identity.agency = before.identity.agency.clone();
        let reason = "dari SOP sebelumnya dalam berkas ini, yang disahkan pejabat yang sama".to_owned();
        let path = Path::identity("instansi").0;
        let review =
            Review { path, how: How::Repaired, confidence: None, reason: Some(reason), line: None, spot: None };
        sop.conversion.iter_mut().for_each(|conversion| conversion.reviews.insert(0, review.clone()));
    }
}

fn inherit(sop: &mut Sop, from: &Sop) {
    let numbered = !sop.identity.number.is_silent();
    let own = std::mem::replace(&mut sop.identity, from.identity.clone());
    sop.identity.title = own.title;
    if numbered {
        // What stands beside a number of its own is its own as well.
        keep(&mut sop.identity.number, own.number);
        keep(&mut sop.identity.created, own.created);
        keep(&mut sop.identity.revised, own.revised);
        keep(&mut sop.identity.effective, own.effective);
    }
    take_over(&mut sop.legal_basis, &from.legal_basis);
    take_over(&mut sop.qualifications, &from.qualifications);
    take_over(&mut sop.related, &from.related);
    take_over(&mut sop.equipment, &from.equipment);
    take_over(&mut sop.cautions, &from.cautions);
    take_over(&mut sop.records, &from.records);
    let (Some(own), Some(first)) = (&mut sop.conversion, &from.conversion) else { return };
    let of_identity = |it: &&Review| {
        let own =
            it.path == Path::identity("nama").as_str() || (numbered && it.path == Path::identity("nomor").as_str());
        it.path.starts_with(IDENTITY) && !own
    };
    own.reviews.extend(first.reviews.iter().filter(of_identity).cloned());
}

fn keep<T>(slot: &mut Field<T>, own: Field<T>) {
    if !own.is_silent() {
        *slot = own;
    }
}

/// Where the ledger speaks of the identity block.
const IDENTITY: &str = "identitas";

fn take_over<T: Clone>(own: &mut Field<T>, from: &Field<T>) {
    if own.is_silent() {
        *own = from.clone();
    }
}

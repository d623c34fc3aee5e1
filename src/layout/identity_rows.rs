//! The rows of the identity block: which of them an SOP has, in which order, and what stands in each.

use super::words;
use crate::model::{Date, Field, Signatory, Sop, Sourced};
use crate::vocabulary::form_words::PURPOSE;
use crate::vocabulary::labels::{Label, spellings};

/// A row beside the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The key of its value, one of [`KEYS`], or [`TITLE`].
    pub key: &'static str,
    /// The words of its label.
    pub label: &'static str,
    /// What stands beside it.
    pub value: String,
}

/// The key of the name, which has a role of its own.
pub(super) const TITLE: &str = "nama";
/// The keys of what stands on the left, beside the rows.
pub(super) const AGENCY: [&str; 2] = ["instansi", "unit_kerja"];
/// The key of who signs.
pub(super) const SIGNED: &str = "disahkan_oleh";

/// The keys of the other rows, by the number that their label and value go by.
pub(super) const KEYS: [&str; 9] = [
    "nomor",
    "nomor_revisi",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "dibuat_oleh",
    "diperiksa_oleh",
    SIGNED,
    "maksud_tujuan",
];

/// The rows over the signature: number and dates always, the others where the document has them.
pub(super) fn before_signature(sop: &Sop) -> Vec<Row> {
    let identity = &sop.identity;
    let date = |field: &Field<Sourced<Date>>| words::field(field, words::date_words);
    let mut rows = vec![row("nomor", Label::Number, words::number(sop))];
    if !identity.revision.is_absent() {
        rows.push(row("nomor_revisi", Label::Revision, words::field(&identity.revision, String::clone)));
    }
    rows.push(row("tanggal_pembuatan", Label::Created, date(&identity.created)));
    rows.push(row("tanggal_revisi", Label::Revised, date(&identity.revised)));
    rows.push(row("tanggal_efektif", Label::Effective, date(&identity.effective)));
    let people =
        [("dibuat_oleh", Label::Maker, &identity.maker), ("diperiksa_oleh", Label::Examiner, &identity.examiner)];
    for (key, label, field) in people.into_iter().filter(|(.., field)| !field.is_absent()) {
        let texts = signed_texts(field);
        let said: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        rows.push(row(key, label, said.join("\n")));
    }
    rows
}

/// The rows under the signature: the name, and what the SOP is for where the document says so.
pub(super) fn after_signature(sop: &Sop) -> Vec<Row> {
    let purpose = &sop.identity.purpose;
    let mut rows = vec![row(TITLE, Label::Title, words::title(sop))];
    if !purpose.is_absent() {
        let items = words::items(purpose);
        let numbered = |(at, item): (usize, &String)| format!("{}. {item}", at + 1);
        let value = match items.len() {
            0 | 1 => items.concat(),
            _ => items.iter().enumerate().map(numbered).collect::<Vec<_>>().join("\n"),
        };
        rows.push(Row { key: "maksud_tujuan", label: PURPOSE, value });
    }
    rows
}

/// The label of who signs.
pub(super) fn signature_label() -> &'static str {
    word(Label::Signatory)
}

fn row(key: &'static str, label: Label, value: String) -> Row {
    Row { key, label: word(label), value }
}

fn word(label: Label) -> &'static str {
    spellings(label).first().copied().unwrap_or_default()
}

/// Who signs: the office over the signature; name, rank and NIP under it.
pub(super) fn signed_texts(field: &Field<Signatory>) -> [String; 4] {
    let unknown = Signatory::default();
    let signatory = field.known().unwrap_or(&unknown);
    let text = |value: &Option<Sourced<String>>| value.as_ref().map_or(String::new(), |it| it.value.clone());
    let above = match field {
        Field::Unreadable(text) => text.value.clone(),
        Field::Dash(_) => "-".to_owned(),
        _ => text(&signatory.position),
    };
    let nip = signatory.nip.as_ref().map_or(String::new(), |nip| format!("NIP. {}", nip.value.grouped()));
    [above, text(&signatory.name), words::rank(signatory), nip]
}

//! The twins themselves: one struct per map of the format, fields in the order in which keys are written.

use super::Located;
use super::values::{
    DateEntry, Entry, EntryValue, Goal, Items, Never, OneOrMany, RowNumber, ScalarOr, Slot, Text, TextOr,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, MapAccess, value};
use serde::{Deserialize as DeriveDeserialize, Serialize};
use std::borrow::Cow;

/// Names of the structs that YAML writes in one line where they fit.
pub const FLOW_STRUCTS: [&str; 5] = ["ActorTwin", "CellTwin", "WayTwin", "CaseTwin", "IgnoreTwin"];

/// Keys whose lists hold sentences rather than words: YAML writes one to a line, however short.
pub const LINE_LISTS: [&str; 1] = ["dasar_hukum"];

/// A text that may be left out, or left empty.
pub type TextEntry<'a> = Slot<Located<Entry<'a, Never>>>;
/// A date that may be left out, or left empty.
pub type DateSlot<'a> = Slot<Located<DateEntry<'a>>>;
/// A list that may be left out, or left empty.
pub type ListEntry<'a> = Slot<Located<Entry<'a, Items<'a>>>>;
/// A person who makes, examines or signs, who may be left out, or left empty.
pub(super) type PersonSlot<'a> = Slot<Located<Entry<'a, SignatoryTwin<'a>>>>;
/// A text that may be left out.
pub type OptionalText<'a> = Option<Located<Text<'a>>>;
/// A way on: its target alone, or with what else is said of it.
pub(super) type WayGoal<'a> = ScalarOr<Goal<'a>, WayTwin<'a>>;
/// A way on that may be left out.
pub(super) type OptionalGoal<'a> = Option<Located<WayGoal<'a>>>;

/// One SOP.
#[derive(Debug, Clone, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(title = "SOP AP", rename = "Sop", description = "Satu standar operasional prosedur.")]
pub struct SopTwin<'a> {
    #[serde(rename = "versi")]
    #[schemars(description = "Versi format, selalu 1.", range(min = 1, max = 1))]
    pub(super) version: u32,
    #[serde(rename = "identitas", default, skip_serializing_if = "IdentityTwin::is_empty")]
    #[schemars(description = "Bagian identitas.")]
    pub(super) identity: IdentityTwin<'a>,
    #[serde(rename = "dasar_hukum", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Dasar hukum.")]
    pub(super) legal_basis: ListEntry<'a>,
    #[serde(rename = "kualifikasi_pelaksana", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Kualifikasi pelaksana.")]
    pub(super) qualifications: ListEntry<'a>,
    #[serde(rename = "keterkaitan", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "SOP lain yang terkait.")]
    pub(super) related: ListEntry<'a>,
    #[serde(rename = "peralatan_perlengkapan", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Peralatan dan perlengkapan.")]
    pub(super) equipment: ListEntry<'a>,
    #[serde(rename = "peringatan", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Peringatan.")]
    pub(super) cautions: ListEntry<'a>,
    #[serde(rename = "pencatatan_pendataan", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Pencatatan dan pendataan.")]
    pub(super) records: ListEntry<'a>,
    #[serde(rename = "pelaksana", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Kolom pelaksana, dari kiri ke kanan.")]
    pub(super) actors: Vec<Located<TextOr<'a, ActorTwin<'a>>>>,
    #[serde(rename = "kegiatan", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Langkah-langkah, dari atas ke bawah, dengan subjudul di antaranya.")]
    pub(super) rows: Vec<Located<RowTwin<'a>>>,
    #[serde(rename = "abaikan", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Temuan yang dimatikan untuk dokumen ini, masing-masing dengan alasannya.")]
    pub(super) ignored: Vec<IgnoreTwin<'a>>,
    #[serde(rename = "konversi", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Catatan konversi; hapus entri yang sudah diperiksa.")]
    pub(super) conversion: Option<ConversionTwin<'a>>,
}

/// Identitas.
#[derive(Debug, Clone, Default, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Identitas", description = "Bagian identitas.")]
pub(super) struct IdentityTwin<'a> {
    #[serde(rename = "instansi", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) agency: TextEntry<'a>,
    #[serde(rename = "unit_kerja", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) unit: TextEntry<'a>,
    #[serde(rename = "nomor", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) number: TextEntry<'a>,
    #[serde(rename = "nomor_revisi", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Revisi keberapa, misalnya 02.")]
    pub(super) revision: TextEntry<'a>,
    #[serde(rename = "nama", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) title: TextEntry<'a>,
    #[serde(rename = "tanggal_pembuatan", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) created: DateSlot<'a>,
    #[serde(rename = "tanggal_revisi", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) revised: DateSlot<'a>,
    #[serde(rename = "tanggal_efektif", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) effective: DateSlot<'a>,
    #[serde(rename = "dibuat_oleh", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) maker: PersonSlot<'a>,
    #[serde(rename = "diperiksa_oleh", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) examiner: PersonSlot<'a>,
    #[serde(rename = "disahkan_oleh", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) signatory: PersonSlot<'a>,
    #[serde(rename = "maksud_tujuan", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Maksud dan tujuan, satu teks atau daftar.")]
    pub(super) purpose: ListEntry<'a>,
}

impl IdentityTwin<'_> {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Disahkan oleh.
#[derive(Debug, Clone, Default, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Pengesah", description = "Pejabat yang mengesahkan, atau yang membuat atau memeriksa.")]
pub(super) struct SignatoryTwin<'a> {
    #[serde(rename = "jabatan", default, skip_serializing_if = "Option::is_none")]
    pub(super) position: OptionalText<'a>,
    #[serde(rename = "nama", default, skip_serializing_if = "Option::is_none")]
    pub(super) name: OptionalText<'a>,
    #[serde(rename = "pangkat", default, skip_serializing_if = "Option::is_none")]
    pub(super) rank: OptionalText<'a>,
    #[serde(rename = "golongan", default, skip_serializing_if = "Option::is_none")]
    pub(super) grade: OptionalText<'a>,
    #[serde(rename = "nip", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Hanya angka, di antara tanda petik.")]
    pub(super) nip: OptionalText<'a>,
}

impl<'de> EntryValue<'de> for SignatoryTwin<'_> {
    const KIND: &'static str = "peta";

    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        Self::deserialize(value::MapAccessDeserializer::new(map))
    }
}

impl JsonSchema for Entry<'_, SignatoryTwin<'_>> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "DisahkanOleh".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let signatory = generator.subschema_for::<SignatoryTwin<'static>>();
        json_schema!({"anyOf": [{"type": ["string", "null"]}, signatory]})
    }
}

/// One actor column.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Pelaksana", description = "Satu kolom pelaksana.")]
pub(super) struct ActorTwin<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Nama pendek untuk dirujuk langkah; bila tidak ditulis, dibuat dari nama.")]
    pub(super) id: OptionalText<'a>,
    #[serde(rename = "nama")]
    #[schemars(description = "Nama jabatan seperti pada kepala kolom.")]
    pub(super) name: Located<Text<'a>>,
    #[serde(rename = "eksternal", default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(description = "Pelaksana di luar instansi: pemohon, masyarakat.")]
    pub(super) external: bool,
}

/// A step, or what heads the steps below it.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly all are steps")]
pub(super) enum RowTwin<'a> {
    Heading(HeadingTwin<'a>),
    Step(StepTwin<'a>),
}

/// One row that is no step.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Subjudul", description = "Baris yang bukan langkah: mengepalai langkah-langkah di bawahnya.")]
pub(super) struct HeadingTwin<'a> {
    #[serde(rename = "subjudul")]
    #[schemars(description = "Kata-katanya, misalnya Perencanaan.")]
    pub(super) heading: Located<Text<'a>>,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Langkah", description = "Satu baris tabel kegiatan.")]
pub(super) struct StepTwin<'a> {
    #[serde(rename = "nomor")]
    #[schemars(required)]
    pub(super) number: Option<Located<RowNumber<'a>>>,
    #[serde(rename = "uraian", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Uraian kegiatan, dimulai dengan kata kerja.")]
    pub(super) activity: TextEntry<'a>,
    #[serde(rename = "pelaksana", default, skip_serializing_if = "OneOrMany::is_empty")]
    #[schemars(description = "Satu pelaksana, atau beberapa menurut urutan alur.")]
    pub(super) cells: OneOrMany<Located<TextOr<'a, CellTwin<'a>>>>,
    #[serde(rename = "simbol", default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        description = "Bila tidak ditulis: pertama mulai, terakhir selesai, bercabang keputusan, lainnya proses."
    )]
    pub(super) symbol: Option<Located<SymbolTwin>>,
    #[serde(rename = "kelengkapan", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) requirements: ListEntry<'a>,
    #[serde(rename = "waktu", default, skip_serializing_if = "Slot::is_absent")]
    #[schemars(description = "Misalnya 10 menit, 1-2 hari, maks. 3 hari.")]
    pub(super) duration: TextEntry<'a>,
    #[serde(rename = "output", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) outputs: ListEntry<'a>,
    #[serde(rename = "keterangan", default, skip_serializing_if = "Slot::is_absent")]
    pub(super) note: TextEntry<'a>,
    #[serde(rename = "gabung_atas", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Kolom yang selnya menyatu dengan sel baris di atasnya; waktunya dihitung sekali.")]
    pub(super) merged: Vec<Located<MergedTwin>>,
    #[serde(rename = "bersama", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Pelaksana lain yang ikut dalam kegiatan yang sama.")]
    pub(super) joint: Vec<Located<Text<'a>>>,
    #[serde(rename = "ya", default, skip_serializing_if = "Option::is_none")]
    pub(super) yes: OptionalGoal<'a>,
    #[serde(rename = "tidak", default, skip_serializing_if = "Option::is_none")]
    pub(super) no: OptionalGoal<'a>,
    #[serde(rename = "cabang", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Jalan keluar keputusan yang bukan ya atau tidak, masing-masing dengan katanya sendiri.")]
    pub(super) cases: Vec<Located<CaseTwin<'a>>>,
    #[serde(rename = "lanjut", default, skip_serializing_if = "OneOrMany::is_empty")]
    #[schemars(description = "Bila tidak ditulis: baris berikutnya.")]
    pub(super) next: OneOrMany<Located<WayGoal<'a>>>,
}

/// One symbol of a row with several.
#[derive(Debug, Clone, Default, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Sel", description = "Satu simbol pada baris yang bersimbol beberapa.")]
pub(super) struct CellTwin<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: OptionalText<'a>,
    #[serde(rename = "simbol", default, skip_serializing_if = "Option::is_none")]
    pub(super) symbol: Option<Located<SymbolTwin>>,
    #[serde(rename = "ya", default, skip_serializing_if = "Option::is_none")]
    pub(super) yes: OptionalGoal<'a>,
    #[serde(rename = "tidak", default, skip_serializing_if = "Option::is_none")]
    pub(super) no: OptionalGoal<'a>,
    #[serde(rename = "cabang", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Jalan keluar keputusan yang bukan ya atau tidak, masing-masing dengan katanya sendiri.")]
    pub(super) cases: Vec<Located<CaseTwin<'a>>>,
    #[serde(rename = "lanjut", default, skip_serializing_if = "OneOrMany::is_empty")]
    pub(super) next: OneOrMany<Located<WayGoal<'a>>>,
}

/// One way on with words or a line of its own.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Jalan", description = "Satu panah dengan kata atau garisnya sendiri.")]
pub(super) struct WayTwin<'a> {
    #[serde(rename = "ke")]
    pub(super) to: Located<Goal<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Kata pada panah, misalnya Lengkap; bila tidak ditulis: Ya atau Tidak.")]
    pub(super) label: OptionalText<'a>,
    #[serde(rename = "garis", default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<LineTwin>,
}

/// One way out of a decision that is no yes and no no.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Cabang", description = "Satu jalan keluar keputusan dengan katanya sendiri.")]
pub(super) struct CaseTwin<'a> {
    #[schemars(description = "Kata pada panah, misalnya Disetujui.")]
    pub(super) label: Located<Text<'a>>,
    #[serde(rename = "ke")]
    pub(super) to: Located<Goal<'a>>,
    #[serde(rename = "garis", default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<LineTwin>,
}

/// Garis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, DeriveDeserialize, JsonSchema)]
#[schemars(rename = "Garis", description = "Garis panah: putus bila putus-putus; bila tidak ditulis: utuh.")]
pub(super) enum LineTwin {
    #[serde(rename = "putus")]
    Dashed,
}

/// Simbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, DeriveDeserialize, JsonSchema)]
#[schemars(rename = "Simbol", description = "Simbol pada kolom pelaksana.")]
pub(super) enum SymbolTwin {
    #[serde(rename = "mulai")]
    Start,
    #[serde(rename = "proses")]
    Process,
    #[serde(rename = "keputusan")]
    Decision,
    #[serde(rename = "dokumen")]
    Document,
    #[serde(rename = "selesai")]
    End,
}

/// Gabung atas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, DeriveDeserialize, JsonSchema)]
#[schemars(rename = "KolomGabung", description = "Kolom yang selnya boleh meliputi beberapa baris.")]
pub(super) enum MergedTwin {
    #[serde(rename = "kelengkapan")]
    Requirements,
    #[serde(rename = "waktu")]
    Duration,
    #[serde(rename = "output")]
    Outputs,
    #[serde(rename = "keterangan")]
    Note,
}

/// One finding switched off.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Abaikan", description = "Satu temuan yang dimatikan.")]
pub(super) struct IgnoreTwin<'a> {
    #[serde(rename = "kode")]
    #[schemars(description = "Kode temuan, misalnya S412.")]
    pub(super) code: Located<Text<'a>>,
    #[serde(rename = "alasan")]
    #[schemars(description = "Mengapa temuan ini tidak berlaku.")]
    pub(super) reason: Text<'a>,
}

/// Konversi.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Konversi", description = "Asal dokumen hasil konversi.")]
pub(super) struct ConversionTwin<'a> {
    #[serde(rename = "sumber", default)]
    #[schemars(description = "Nama berkas yang dikonversi.")]
    pub(super) source: Text<'a>,
    #[serde(rename = "tinjau", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Yang perlu diperiksa orang.")]
    pub(super) reviews: Vec<ReviewTwin<'a>>,
    #[serde(rename = "tak_dikenali", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Yang tertulis di berkas asal dan tidak mendapat tempat; hapus yang sudah diperiksa.")]
    pub(super) leftovers: Vec<LeftoverTwin<'a>>,
}

/// One text without a place in the form.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "TakDikenali", description = "Satu teks yang tidak mendapat tempat di SOP ini.")]
pub(super) struct LeftoverTwin<'a> {
    #[serde(rename = "teks")]
    pub(super) text: Located<Text<'a>>,
    #[serde(rename = "jenis", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Bila tidak ditulis: tidak diketahui milik bagian mana.")]
    pub(super) kind: Option<LeftoverKindTwin>,
    #[serde(rename = "dekat", default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(description = "Letaknya: langkah di dekatnya, misalnya kegiatan/3, atau identitas.")]
    pub(super) near: Vec<Text<'a>>,
    #[serde(rename = "baris", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Baris pada berkas sumber, dari 1.")]
    pub(super) line: Option<u32>,
    #[serde(rename = "tempat", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Tempat pada berkas Excel, Word atau PDF.")]
    pub(super) spot: Option<Text<'a>>,
}

/// Jenis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, DeriveDeserialize, JsonSchema)]
#[schemars(
    rename = "JenisTeks",
    description = "judul_lain: judul prosedur yang berbeda dengan nama SOP; format_lain: judul bagian dari format lain."
)]
pub(super) enum LeftoverKindTwin {
    #[serde(rename = "judul_lain")]
    OtherHeading,
    #[serde(rename = "format_lain")]
    OtherForm,
}

/// One entry to be reviewed.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "peta")]
#[schemars(rename = "Tinjau", description = "Satu nilai yang perlu diperiksa orang.")]
pub(super) struct ReviewTwin<'a> {
    #[serde(rename = "bidang")]
    #[schemars(description = "Letak nilai, misalnya kegiatan/3/pelaksana.")]
    pub(super) path: Text<'a>,
    #[serde(rename = "cara")]
    pub(super) how: HowTwin,
    #[serde(rename = "keyakinan", default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub(super) confidence: Option<Located<f64>>,
    #[serde(rename = "alasan", default, skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<Text<'a>>,
    #[serde(rename = "baris", default, skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Baris pada berkas sumber, dari 1.")]
    pub(super) line: Option<u32>,
    #[serde(rename = "tempat", default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        description = "Tempat pada berkas Excel, Word atau PDF, misalnya lembar SOP, sel D12; ditulis sebagai ganti baris."
    )]
    pub(super) spot: Option<Text<'a>>,
}

/// Cara.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, DeriveDeserialize, JsonSchema)]
#[schemars(
    rename = "Cara",
    description = "diperbaiki: terbaca dari letak atau ejaan lain; disimpulkan: dari petunjuk; tidak_terbaca: tertulis, tidak dipahami."
)]
pub(super) enum HowTwin {
    #[serde(rename = "diperbaiki")]
    Repaired,
    #[serde(rename = "disimpulkan")]
    Inferred,
    #[serde(rename = "tidak_terbaca")]
    Unreadable,
}

//! The words of the form: labels of the identity block and sections in the families seen, headers of the table.

use super::random::Random;

/// Labels of the identity block (number, created, revised, effective, signatory, title) and of the six sections.
#[derive(Clone)]
pub struct Labels {
    pub identity: [String; 6],
    pub sections: [String; 6],
}

/// Labels that go together.
pub struct Family {
    identity: [&'static str; 6],
    sections: [&'static str; 6],
}

impl From<&Family> for Labels {
    fn from(family: &Family) -> Self {
        Self { identity: family.identity.map(str::to_owned), sections: family.sections.map(str::to_owned) }
    }
}

/// Headers of the table.
#[derive(Clone)]
pub struct Heads {
    pub number: String,
    pub activity: String,
    pub actors: String,
    pub quality: String,
    pub requirements: String,
    pub time: String,
    pub outputs: String,
    pub note: String,
}

impl Labels {
    /// Those of one family.
    pub fn any(random: &mut Random) -> Self {
        Self::from(*random.pick(&[&CLASSIC, &CLASSIC, &UPPER, &SHORT, &JUDUL, &OTHER]))
    }
}

const CLASSIC: Family = Family {
    identity: ["Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif", "Disahkan Oleh", "Nama SOP"],
    sections: [
        "Dasar Hukum",
        "Kualifikasi Pelaksana",
        "Keterkaitan",
        "Peralatan/Perlengkapan",
        "Peringatan",
        "Pencatatan dan Pendataan",
    ],
};
pub const UPPER: Family = Family {
    identity: ["NOMOR SOP", "TANGGAL PEMBUATAN", "TANGGAL REVISI", "TANGGAL EFEKTIF", "DISAHKAN OLEH", "NAMA SOP"],
    sections: [
        "DASAR HUKUM",
        "KUALIFIKASI PELAKSANA",
        "KETERKAITAN",
        "PERALATAN/ PERLENGKAPAN",
        "PERINGATAN",
        "PENCATATAN DAN PENDATAAN",
    ],
};
pub const SHORT: Family = Family {
    identity: ["NOMOR SOP", "TGL. PEMBUATAN", "TGL. REVISI", "TGL. EFEKTIF", "DISAHKAN OLEH", "NAMA SOP"],
    sections: UPPER.sections,
};
pub const JUDUL: Family = Family {
    identity: ["Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Pengesahan", "Disahkan oleh", "Judul SOP"],
    sections: [
        "Dasar Hukum",
        "Kualifikasi Pelaksanaan",
        "Keterkaitan",
        "Peralatan/Kelengkapan",
        "Peringatan",
        "Pencatatan dan Pendataan",
    ],
};
pub const PROCUREMENT: Family = Family {
    identity: ["NOMOR SOP", "TANGGAL PEMBUATAN", "TANGGAL REVISI", "TANGGAL EFEKTIF", "DISAHKAN OLEH", "JUDUL SOP"],
    sections: [
        "Dasar Hukum",
        "Kualifikasi Pelaksanaan",
        "Keterkaitan",
        "Peralatan / Perlengkapan",
        "Peringatan",
        "Pencatatan / Pendataan",
    ],
};
const OTHER: Family = Family {
    identity: ["No. SOP", "Tgl Pembuatan", "Tgl. Revisi", "Tgl. Efektif", "Ditetapkan Oleh", "Nama SOP"],
    sections: [
        "Landasan Hukum",
        "Kualifikasi pelaksana",
        "Keterkaitan dengan SOP lain",
        "Peralatan dan Perlengkapan",
        "Peringatan",
        "Pencatatan & Pendataan",
    ],
};

impl Heads {
    /// Headers as one office would print them.
    pub fn any(random: &mut Random) -> Self {
        let mut one = |of: &[&str]| (*random.pick(of)).to_owned();
        if one(&["", "", "x"]) == "x" {
            return Heads {
                number: one(&["NO", "NO."]),
                activity: one(&["KEGIATAN", "AKTIVITAS", "URAIAN PROSEDUR"]),
                actors: "PELAKSANA".to_owned(),
                quality: "MUTU BAKU".to_owned(),
                requirements: one(&["KELENGKAPAN", "PERSYARATAN/ KELENGKAPAN"]),
                time: "WAKTU".to_owned(),
                outputs: "OUTPUT".to_owned(),
                note: one(&["KETERANGAN", "KET"]),
            };
        }
        Heads {
            number: one(&["No", "No.", "NO"]),
            activity: one(&["Kegiatan", "Aktivitas", "Uraian Prosedur", "Uraian Kegiatan", "Kegiatan", "Aktifitas"]),
            actors: "Pelaksana".to_owned(),
            quality: "Mutu Baku".to_owned(),
            requirements: one(&["Kelengkapan", "Kelengkapan", "Persyaratan/Kelengkapan", "Persyaratan"]),
            time: "Waktu".to_owned(),
            outputs: one(&["Output", "Output", "Output", "Keluaran"]),
            note: one(&["Keterangan", "Ket", "Ket.", "Keterangan"]),
        }
    }

    /// Unknown words beside the known ones.
    pub fn add_words(&mut self, random: &mut Random) {
        let mut change = |head: &mut String, to: &[&str]| {
            if random.chance(70) {
                let shout = head.len() > 3 && *head == head.to_uppercase();
                let other = *random.pick(to);
                *head = if shout { other.to_uppercase() } else { other.to_owned() };
            }
        };
        change(&mut self.activity, &["Uraian Proses", "Kegiatan Utama", "Kegiatan Pelayanan", "Aktivitas/Kegiatan"]);
        change(&mut self.requirements, &["Persyaratan/Kelengkapan", "Persyaratan/ Perlengkapan", "Kelengkapan Berkas"]);
        change(&mut self.time, &["Waktu Penyelesaian", "Durasi Waktu", "Waktu Proses"]);
        change(&mut self.outputs, &["Output/Hasil", "Output Kegiatan", "Hasil/Output"]);
        change(&mut self.note, &["Keterangan/Catatan", "Keterangan / Lainnya", "Ket/Catatan"]);
    }
}

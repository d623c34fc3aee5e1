//! Misspelt words met in real SOPs, and words that are not standard Indonesian (KBBI). All lower case.

use super::evidence::facts;

/// English words beside which another is English too: `Computer Assisted Test`, `Final Draft`.
pub const ENGLISH_WORDS: &[&str] = &[
    "assisted",
    "aided",
    "based",
    "security",
    "personal",
    "science",
    "emergency",
    "network",
    "vision",
    "literacy",
    "test",
    "first",
    "final",
    "of",
    "and",
    "the",
];

facts! {
    /// Misspelt → right.
    TYPOS, TYPOS_EVIDENCE: (&str, &str) =
    (A, "naskah SOP yang memuat salah ketik itu; ejaan benar menurut KBBI", "2026-11-22") [
        ("oprasional", "operasional"),
        ("adminstrasi", "administrasi"),
        ("kabupetan", "kabupaten"),
        ("utuk", "untuk"),
        ("monitorng", "monitoring"),
        ("monitorin", "monitoring"),
        ("efesiensi", "efisiensi"),
        ("diarsibkan", "diarsipkan"),
        ("kecamaatan", "kecamatan"),
        ("kasubbga", "kasubbag"),
        ("sercive", "service"),
        ("computer", "komputer"),
        ("kordinasi", "koordinasi"),
    ]
    (C, "salah ketik yang lazim, belum ditemukan kembali dalam naskah", "2026-11-22") [
        ("oprasioanal", "operasional"),
        ("operasioanal", "operasional"),
        ("adminitrasi", "administrasi"),
        ("kabupten", "kabupaten"),
        ("untk", "untuk"),
        ("efesien", "efisien"),
        ("mengarsibkan", "mengarsipkan"),
        ("berkordinasi", "berkoordinasi"),
        ("kegaitan", "kegiatan"),
        ("keigatan", "kegiatan"),
        ("pelaksaan", "pelaksanaan"),
        ("pelaksaanan", "pelaksanaan"),
        ("penyususnan", "penyusunan"),
        ("menadatangani", "menandatangani"),
        ("menyampikan", "menyampaikan"),
        ("mengkordinasikan", "mengoordinasikan"),
        ("evalusi", "evaluasi"),
        ("pemerikasaan", "pemeriksaan"),
        ("permohanan", "permohonan"),
        ("sekertaris", "sekretaris"),
        ("verivikasi", "verifikasi"),
        ("memverivikasi", "memverifikasi"),
        ("diverivikasi", "diverifikasi"),
        ("klarivikasi", "klarifikasi"),
    ]
}

facts! {
    /// Not standard → standard.
    NONSTANDARD, NONSTANDARD_EVIDENCE: (&str, &str) =
    (B, "bentuk baku menurut KBBI", "2026-11-22") [
        ("aktifitas", "aktivitas"),
        ("analisa", "analisis"),
        ("menganalisa", "menganalisis"),
        ("draft", "draf"),
        ("ijin", "izin"),
        ("resiko", "risiko"),
        ("kwalitas", "kualitas"),
        ("jadual", "jadwal"),
        ("sistim", "sistem"),
        ("praktek", "praktik"),
        ("obyek", "objek"),
        ("subyek", "subjek"),
        ("merubah", "mengubah"),
        ("nopember", "November"),
        ("pebruari", "Februari"),
    ]
    (C, "bentuk baku menurut KBBI, belum dibuka kembali", "2026-11-22") [
        ("perijinan", "perizinan"),
        ("kwitansi", "kuitansi"),
        ("legalisir", "legalisasi"),
        ("apotik", "apotek"),
        ("diagnosa", "diagnosis"),
        ("standarisasi", "standardisasi"),
        ("terlampirkan", "terlampir"),
        ("antri", "antre"),
        ("mengkonsep", "mengonsep"),
        ("ekspidisi", "ekspedisi"),
        ("notulensi", "notula"),
    ]
}

facts! {
    /// Two words run together → written apart.
    GLUED, GLUED_EVIDENCE: (&str, &str) =
    (A, "naskah SOP yang memuatnya", "2026-11-22") [
        ("timberkoordinasi", "tim berkoordinasi"),
        ("pelaksanabertanggungjawab", "pelaksana bertanggung jawab"),
        ("dimasing", "di masing"),
        ("dasarhukum", "dasar hukum"),
        ("kualifikasipelaksana", "kualifikasi pelaksana"),
        ("pencatatandanpendataan", "pencatatan dan pendataan"),
    ]
    (C, "kata depan di dan ke ditulis terpisah (EYD), belum dibuka kembali", "2026-11-22") [
        ("dikantor", "di kantor"),
        ("keseluruh", "ke seluruh"),
        ("kedalam", "ke dalam"),
        ("kepimpinan", "ke pimpinan"),
        ("diatas", "di atas"),
        ("dibawah", "di bawah"),
        ("didalam", "di dalam"),
        ("dimana", "di mana"),
        ("diluar", "di luar"),
        ("dilokasi", "di lokasi"),
        ("dilapangan", "di lapangan"),
        ("diruang", "di ruang"),
        ("ditempat", "di tempat"),
        ("kelokasi", "ke lokasi"),
        ("kelapangan", "ke lapangan"),
        ("ketempat", "ke tempat"),
        ("kekantor", "ke kantor"),
        ("kerjasama", "kerja sama"),
        ("tandatangan", "tanda tangan"),
        ("tanggungjawab", "tanggung jawab"),
    ]
}

facts! {
    /// Words that exist in no dictionary and that scanning made of others; what they were, only a person can say.
    SCANNED_NONSENSE, SCANNED_NONSENSE_EVIDENCE: &str =
    (A, "naskah hasil pindai yang memuatnya", "2026-11-22") [
        "melaunch",
        "mendelaus",
        "memerlakukan",
    ]
    (C, "naskah hasil pindai; kata aslinya tidak dapat dipastikan", "2026-11-22") [
        "memperbaikkan",
        "persusunan",
        "sasisi",
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_listed_once_in_lower_case_and_is_not_its_own_correction() {
        let lists = [TYPOS, NONSTANDARD, GLUED];
        let all: Vec<_> = lists.iter().flat_map(|list| list.iter()).collect();
        for (at, (wrong, right)) in all.iter().enumerate() {
            assert_eq!(*wrong, wrong.to_lowercase());
            assert_ne!(wrong, right);
            assert!(!all.iter().any(|(other, _)| other == right), "{wrong} is corrected to the wrong {right}");
            let again = all[..at].iter().filter(|(other, _)| other == wrong).count();
            assert_eq!(again, 0, "{wrong} is listed twice");
        }
    }
}

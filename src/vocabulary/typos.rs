//! Misspelt words met in real SOPs, and words that are not standard Indonesian (KBBI). All lower case.

/// Misspelt → right.
pub const TYPOS: &[(&str, &str)] = &[
    ("oprasional", "operasional"),
    ("oprasioanal", "operasional"),
    ("operasioanal", "operasional"),
    ("adminstrasi", "administrasi"),
    ("adminitrasi", "administrasi"),
    ("kabupetan", "kabupaten"),
    ("kabupten", "kabupaten"),
    ("utuk", "untuk"),
    ("untk", "untuk"),
    ("monitorng", "monitoring"),
    ("monitorin", "monitoring"),
    ("efesiensi", "efisiensi"),
    ("efesien", "efisien"),
    ("diarsibkan", "diarsipkan"),
    ("mengarsibkan", "mengarsipkan"),
    ("kecamaatan", "kecamatan"),
    ("kasubbga", "kasubbag"),
    ("sercive", "service"),
    ("computer", "komputer"),
    ("kordinasi", "koordinasi"),
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
];

/// Not standard → standard.
pub const NONSTANDARD: &[(&str, &str)] = &[
    ("aktifitas", "aktivitas"),
    ("analisa", "analisis"),
    ("menganalisa", "menganalisis"),
    ("draft", "draf"),
    ("ijin", "izin"),
    ("perijinan", "perizinan"),
    ("resiko", "risiko"),
    ("kwalitas", "kualitas"),
    ("kwitansi", "kuitansi"),
    ("jadual", "jadwal"),
    ("sistim", "sistem"),
    ("praktek", "praktik"),
    ("obyek", "objek"),
    ("subyek", "subjek"),
    ("merubah", "mengubah"),
    ("nopember", "November"),
    ("pebruari", "Februari"),
    ("legalisir", "legalisasi"),
    ("apotik", "apotek"),
    ("standarisasi", "standardisasi"),
    ("terlampirkan", "terlampir"),
    ("antri", "antre"),
    ("mengkonsep", "mengonsep"),
    ("ekspidisi", "ekspedisi"),
    ("notulensi", "notula"),
];

/// Two words run together → written apart.
pub const GLUED: &[(&str, &str)] = &[
    ("timberkoordinasi", "tim berkoordinasi"),
    ("pelaksanabertanggungjawab", "pelaksana bertanggung jawab"),
    ("dimasing", "di masing"),
    ("dikantor", "di kantor"),
    ("keseluruh", "ke seluruh"),
    ("kedalam", "ke dalam"),
    ("kepimpinan", "ke pimpinan"),
    ("diatas", "di atas"),
    ("dibawah", "di bawah"),
    ("didalam", "di dalam"),
    ("dimana", "di mana"),
    ("diluar", "di luar"),
    ("kerjasama", "kerja sama"),
    ("tandatangan", "tanda tangan"),
    ("tanggungjawab", "tanggung jawab"),
    ("dasarhukum", "dasar hukum"),
    ("kualifikasipelaksana", "kualifikasi pelaksana"),
    ("pencatatandanpendataan", "pencatatan dan pendataan"),
];

/// Words that exist in no dictionary and that scanning made of others; what they were, only a person can say.
pub const SCANNED_NONSENSE: &[&str] =
    &["melaunch", "mendelaus", "memerlakukan", "memperbaikkan", "persusunan", "sasisi"];

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

//! Agencies of the state that were renamed, merged or parted: what they were called, what they are called now, since when,
//! and how well we know. All names in lower case.
//!
//! No row was read again in the regulation it names; what rests on it is a suggestion to look.

use super::evidence::facts;

/// One name that an agency bore for a time.
#[derive(Debug, Clone, Copy)]
pub struct Renaming {
    /// What it was called, the full name first.
    pub names: &'static [&'static str],
    /// What took its place.
    pub now: &'static str,
    /// By what.
    pub by: &'static str,
    /// Since when it is out of use: year, month, day.
    pub since: (u16, u8, u8),
    /// Since when the name is in use again.
    pub again: Option<(u16, u8, u8)>,
}

const fn row(names: &'static [&'static str], now: &'static str, (by, since): Act) -> Renaming {
    Renaming { names, now, by, since, again: None }
}

/// The same, where a later cabinet brought the name back.
const fn until(again: (u16, u8, u8), renaming: Renaming) -> Renaming {
    Renaming { again: Some(again), ..renaming }
}

type Act = (&'static str, (u16, u8, u8));

const CABINET_2014: Act = ("Perpres Nomor 165 Tahun 2014", (2014, 10, 27));
const CABINET_2019: Act = ("Perpres Nomor 68 Tahun 2019", (2019, 10, 23));
const CABINET_2021: Act = ("Perpres Nomor 31 Tahun 2021", (2021, 4, 28));
const RESEARCH_2021: Act = ("Perpres Nomor 78 Tahun 2021", (2021, 8, 24));
const CABINET_2024: Act = ("Perpres Nomor 139 Tahun 2024", (2024, 10, 21));
const REGIONS_2016: Act = ("PP Nomor 18 Tahun 2016", (2016, 6, 19));

facts! {
    /// The table, by the year of the change.
    RENAMINGS, RENAMINGS_EVIDENCE: Renaming =
    (C, "susunan kabinet 2014, 2019, 2021, dan 2024 menurut perpresnya, belum dibaca ulang", "2026-11-29") [
        row(&["kementerian tenaga kerja dan transmigrasi", "kemenakertrans"], "Kementerian Ketenagakerjaan", CABINET_2014),
        row(&["kementerian pembangunan daerah tertinggal"], "Kementerian Desa dan Pembangunan Daerah Tertinggal", CABINET_2014),
        row(&["kementerian perumahan rakyat", "kemenpera"], "Kementerian Perumahan dan Kawasan Permukiman", CABINET_2014),
        row(&["kementerian koordinator bidang kesejahteraan rakyat"], "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan", CABINET_2014),
        until((2024, 10, 21), row(&["kementerian pekerjaan umum"], "Kementerian Pekerjaan Umum dan Perumahan Rakyat", CABINET_2014)),
        until((2024, 10, 21), row(&["kementerian kehutanan"], "Kementerian Lingkungan Hidup dan Kehutanan", CABINET_2014)),
        until((2024, 10, 21), row(&["kementerian lingkungan hidup"], "Kementerian Lingkungan Hidup dan Kehutanan", CABINET_2014)),
        row(&["kementerian riset teknologi dan pendidikan tinggi", "kemenristekdikti"], "kementerian yang mengurus pendidikan tinggi (sejak 2024 Kementerian Pendidikan Tinggi, Sains, dan Teknologi)", CABINET_2019),
        until((2024, 10, 21), row(&["kementerian pariwisata"], "Kementerian Pariwisata dan Ekonomi Kreatif", CABINET_2019)),
        row(&["kementerian koordinator bidang kemaritiman"], "Kementerian Koordinator Bidang Kemaritiman dan Investasi", CABINET_2019),
        row(&["kementerian pendidikan dan kebudayaan", "kemendikbud"], "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi (sejak 2024 Kementerian Pendidikan Dasar dan Menengah)", CABINET_2021),
        row(&["kementerian riset dan teknologi", "kemenristek"], "Badan Riset dan Inovasi Nasional, atau kementerian yang mengurus pendidikan tinggi", CABINET_2021),
        row(&["kementerian pendidikan kebudayaan riset dan teknologi", "kemendikbudristek"], "Kementerian Pendidikan Dasar dan Menengah, Kementerian Pendidikan Tinggi, Sains, dan Teknologi, atau Kementerian Kebudayaan", CABINET_2024),
        row(&["kementerian pekerjaan umum dan perumahan rakyat", "kemenpupr", "kementerian pupr"], "Kementerian Pekerjaan Umum, atau Kementerian Perumahan dan Kawasan Permukiman", CABINET_2024),
        row(&["kementerian lingkungan hidup dan kehutanan", "klhk"], "Kementerian Lingkungan Hidup, atau Kementerian Kehutanan", CABINET_2024),
        row(&["kementerian hukum dan hak asasi manusia", "kementerian hukum dan ham", "kemenkumham"], "Kementerian Hukum, Kementerian Hak Asasi Manusia, atau Kementerian Imigrasi dan Pemasyarakatan", CABINET_2024),
        row(&["kementerian komunikasi dan informatika", "kemenkominfo", "kemkominfo"], "Kementerian Komunikasi dan Digital", CABINET_2024),
        row(&["kementerian koperasi dan usaha kecil dan menengah", "kementerian koperasi dan ukm", "kemenkop ukm"], "Kementerian Koperasi, atau Kementerian Usaha Mikro, Kecil, dan Menengah", CABINET_2024),
        row(&["kementerian pariwisata dan ekonomi kreatif", "kemenparekraf"], "Kementerian Pariwisata, atau Kementerian Ekonomi Kreatif", CABINET_2024),
        row(&["kementerian desa pembangunan daerah tertinggal dan transmigrasi", "kemendesa pdtt"], "Kementerian Desa dan Pembangunan Daerah Tertinggal, atau Kementerian Transmigrasi", CABINET_2024),
        row(&["kementerian koordinator bidang kemaritiman dan investasi", "kemenko marves"], "kementerian koordinator lain; yang ini sudah tidak ada", CABINET_2024),
        row(&["badan pelindungan pekerja migran indonesia", "bp2mi"], "Kementerian Pelindungan Pekerja Migran Indonesia", CABINET_2024),
    ]
    (C, "penggabungan lembaga penelitian dan penataan perangkat daerah, belum dibaca ulang", "2026-11-29") [
        row(&["lembaga ilmu pengetahuan indonesia", "lipi"], "Badan Riset dan Inovasi Nasional", RESEARCH_2021),
        row(&["badan pengkajian dan penerapan teknologi", "bppt"], "Badan Riset dan Inovasi Nasional", RESEARCH_2021),
        row(&["lembaga penerbangan dan antariksa nasional", "lapan"], "Badan Riset dan Inovasi Nasional", RESEARCH_2021),
        row(&["badan tenaga nuklir nasional", "batan"], "Badan Riset dan Inovasi Nasional", RESEARCH_2021),
        row(&["kantor pelayanan perizinan terpadu", "badan pelayanan perizinan terpadu", "badan penanaman modal dan pelayanan perizinan terpadu"], "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", REGIONS_2016),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_once_in_lower_case_and_comes_back_after_it_went() {
        let names: Vec<_> = RENAMINGS.iter().flat_map(|row| row.names).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(**name == name.to_lowercase() && !names[..at].contains(name), "{name}");
        }
        assert!(RENAMINGS.iter().all(|row| row.again.is_none_or(|again| again > row.since)));
    }
}

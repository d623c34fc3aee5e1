//! Pangkat dan golongan ruang of civil servants.

use super::evidence::facts;

facts! {
    /// Ranks, the longer of two that begin alike first, with the grade that belongs to each.
    RANKS, RANKS_EVIDENCE: (&str, &str) =
    (B, "daftar kode jenjang dan nama kepangkatan pegawai negeri sipil", "2026-11-22") [
        ("Juru Muda Tingkat I", "I/b"),
        ("Juru Muda", "I/a"),
        ("Juru Tingkat I", "I/d"),
        ("Juru", "I/c"),
        ("Pengatur Muda Tingkat I", "II/b"),
        ("Pengatur Muda", "II/a"),
        ("Pengatur Tingkat I", "II/d"),
        ("Pengatur", "II/c"),
        ("Penata Muda Tingkat I", "III/b"),
        ("Penata Muda", "III/a"),
        ("Penata Tingkat I", "III/d"),
        ("Penata", "III/c"),
        ("Pembina Utama Muda", "IV/c"),
        ("Pembina Utama Madya", "IV/d"),
        ("Pembina Utama", "IV/e"),
        ("Pembina Tingkat I", "IV/b"),
        ("Pembina", "IV/a"),
    ]
}

/// Ranks of police, forces and prosecutors, the longer of two that begin alike first; none has a grade of its own here.
pub static UNIFORMED: &[&str] = &[
    "Ajun Komisaris Besar Polisi",
    "Ajun Komisaris Polisi",
    "Komisaris Besar Polisi",
    "Komisaris Polisi",
    "Inspektur Polisi Satu",
    "Inspektur Polisi Dua",
    "Ajun Inspektur Polisi Satu",
    "Ajun Inspektur Polisi Dua",
    "Brigadir Jenderal Polisi",
    "Inspektur Jenderal Polisi",
    "Brigadir Polisi Kepala",
    "Brigadir Polisi Satu",
    "Brigadir Polisi Dua",
    "Brigadir Polisi",
    "Brigadir",
    "Irjen Pol",
    "Brigjen Pol",
    "Kombes Pol",
    "Kombespol",
    "AKBP",
    "AKP",
    "Kompol",
    "Iptu",
    "Ipda",
    "Aiptu",
    "Aipda",
    "Bripka",
    "Brigpol",
    "Briptu",
    "Bripda",
    "Kolonel",
    "Letnan Kolonel",
    "Letkol",
    "Mayor",
    "Kapten",
    "Lettu",
    "Letda",
    "Jaksa Utama Pratama",
    "Jaksa Utama Muda",
    "Jaksa Utama Madya",
    "Jaksa Utama",
    "Jaksa Madya",
    "Jaksa Muda",
    "Jaksa Pratama",
    "Ajun Jaksa Madya",
    "Ajun Jaksa",
];

/// The rank is one of [`UNIFORMED`]: the number of its holder is no NIP.
pub fn is_uniformed(rank: &str) -> bool {
    UNIFORMED.iter().any(|known| known.eq_ignore_ascii_case(rank.trim_end_matches('.')))
}

/// `AKBP Bagas Contoh`: the name has one of [`UNIFORMED`] before it.
pub fn opens_with_uniformed(name: &str) -> bool {
    let behind =
        |known: &str| name.get(..known.len()).filter(|it| it.eq_ignore_ascii_case(known)).map(|_| &name[known.len()..]);
    UNIFORMED.iter().filter_map(|known| behind(known)).any(|rest| rest.starts_with([' ', '.']))
}

/// Spellings of the word `Tingkat` in a rank.
pub static LEVEL_WORDS: &[&str] = &["tingkat", "tk.", "tk", "tkt.", "tkt", "tkl"];

/// The grade of a rank, by its name in any case and with any spelling of `Tingkat I`.
pub fn grade_of(rank: &str) -> Option<&'static str> {
    let mut words = Vec::with_capacity(4);
    for word in rank.split(|letter: char| letter.is_whitespace() || letter == '.').filter(|word| !word.is_empty()) {
        let is_level = LEVEL_WORDS.iter().any(|level| level.eq_ignore_ascii_case(word));
        words.push(if is_level { "Tingkat" } else { word });
    }
    let name = words.join(" ");
    RANKS.iter().find(|row| row.0.eq_ignore_ascii_case(&name)).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_in_any_spelling_has_its_grade() {
        assert_eq!(grade_of("Pembina Tk. I"), Some("IV/b"));
        assert_eq!(grade_of("PENATA MUDA TK.I"), Some("III/b"));
        assert_eq!(grade_of("Pembina Utama Muda"), Some("IV/c"));
        assert_eq!(grade_of("Brigadir"), None);
    }
}

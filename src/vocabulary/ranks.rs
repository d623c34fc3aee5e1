//! Pangkat and golongan ruang of civil servants: which name belongs to which code.

/// Name → code. `Tingkat I` is also written `Tk. I`.
pub const RANKS: &[(&str, &str)] = &[
    ("Juru Muda", "I/a"),
    ("Juru Muda Tingkat I", "I/b"),
    ("Juru", "I/c"),
    ("Juru Tingkat I", "I/d"),
    ("Pengatur Muda", "II/a"),
    ("Pengatur Muda Tingkat I", "II/b"),
    ("Pengatur", "II/c"),
    ("Pengatur Tingkat I", "II/d"),
    ("Penata Muda", "III/a"),
    ("Penata Muda Tingkat I", "III/b"),
    ("Penata", "III/c"),
    ("Penata Tingkat I", "III/d"),
    ("Pembina", "IV/a"),
    ("Pembina Tingkat I", "IV/b"),
    ("Pembina Utama Muda", "IV/c"),
    ("Pembina Utama Madya", "IV/d"),
    ("Pembina Utama", "IV/e"),
];

/// The code of a rank name, however `Tingkat I`, case and points are written.
pub fn grade_of(name: &str) -> Option<&'static str> {
    let key = key(name);
    RANKS.iter().find(|(rank, _)| self::key(rank) == key).map(|(_, grade)| *grade)
}

fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace("tingkat", "tk").replace("tk1", "tki");
    lower.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().replace("tk1", "tki")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_known_in_every_spelling() {
        assert_eq!(grade_of("Pembina Tk. I"), Some("IV/b"));
        assert_eq!(grade_of("PEMBINA TINGKAT I"), Some("IV/b"));
        assert_eq!(grade_of("Penata Muda"), Some("III/a"));
        assert_eq!(grade_of("Kolonel"), None);
    }
}

//! `label : value` lines.

/// The longest label, in bytes.
const LONGEST: usize = 60;

/// Label and value of a line, both trimmed; the value may be empty. `None` where no colon stands, where it belongs to an
/// address or a time of day, or where what stands before it is no label of at most seven words.
pub fn pair(line: &str) -> Option<(&str, &str)> {
    let head = line.as_bytes().iter().take(LONGEST + line.len() - line.trim_start().len());
    let colon = head.enumerate().find(|(_, byte)| **byte == b':')?.0;
    let (label, value) = (line[..colon].trim(), &line[colon + 1..]);
    let is_time =
        label.ends_with(|last: char| last.is_ascii_digit()) && value.starts_with(|first: char| first.is_ascii_digit());
    let is_label = label.starts_with(char::is_alphabetic) && label.split_whitespace().nth(7).is_none();
    (is_label && !is_time && !value.starts_with("//")).then(|| (label, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_parts_label_and_value() {
        let rows = [
            ("Nomor SOP\t:\t02/SOP/VII/2023", Some(("Nomor SOP", "02/SOP/VII/2023"))),
            ("Tanggal Revisi :", Some(("Tanggal Revisi", ""))),
            ("  Nama SOP: Surat : Masuk", Some(("Nama SOP", "Surat : Masuk"))),
            ("Dasar Hukum :", Some(("Dasar Hukum", ""))),
            ("Peralatan / Perlengkapan :", Some(("Peralatan / Perlengkapan", ""))),
            ("https://contoh.go.id", None),
            ("Pukul 08:00", None),
            (": Maret 2021", None),
            ("Dasar Hukum", None),
            ("", None),
            ("1. Persyaratan: KTP", None),
            ("Yang dimaksud dengan surat masuk di sini adalah ini: surat", None),
        ];
        for (line, expected) in rows {
            assert_eq!(pair(line), expected, "{line}");
        }
    }
}

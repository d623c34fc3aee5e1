//! Bulan and hari: names of months and weekdays.

use super::evidence::facts;

facts! {
    /// Spellings of months, lower case, with the number of the month; the first spelling of a month is the printed one.
    MONTHS, MONTHS_EVIDENCE: (&str, u8) =
    (A, "nama bulan dalam naskah dinas", "2026-11-22") [
        ("januari", 1),
        ("februari", 2),
        ("maret", 3),
        ("april", 4),
        ("mei", 5),
        ("juni", 6),
        ("juli", 7),
        ("agustus", 8),
        ("september", 9),
        ("oktober", 10),
        ("november", 11),
        ("desember", 12),
    ]
    (A, "naskah SOP dan lampiran peraturan yang memakainya", "2026-11-22") [
        ("pebruari", 2),
        ("nopember", 11),
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("agu", 8),
        ("agt", 8),
        ("ags", 8),
        ("sep", 9),
        ("sept", 9),
        ("okt", 10),
        ("nov", 11),
        ("nop", 11),
        ("des", 12),
    ]
    (C, "ejaan asing atau jarang, belum ditemukan kembali", "2026-11-22") [
        ("peb", 2),
        ("mrt", 3),
        ("agust", 8),
        ("aug", 8),
        ("oct", 10),
        ("dec", 12),
        ("january", 1),
        ("february", 2),
        ("march", 3),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("october", 10),
        ("december", 12),
    ]
}

/// The printed name of a month from 1 to 12: `Januari`.
pub fn name_of(month: u8) -> Option<String> {
    let (name, _) = MONTHS.iter().find(|(_, number)| *number == month)?;
    let first = name.chars().next()?;
    Some(first.to_uppercase().chain(name.chars().skip(1)).collect())
}

/// Days of the week, lower case.
pub static WEEKDAYS: &[&str] = &["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"];

/// Beside a date: it was set back on purpose.
pub const RETROACTIVE: &str = "berlaku surut";

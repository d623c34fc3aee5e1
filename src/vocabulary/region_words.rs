//! Words around the names of regions. All lower case.

/// Words that follow the name of a region in a citation or letterhead.
pub const ENDS: &[&str] = &["nomor", "no", "tahun", "tentang", "provinsi", "dinas", "badan", "sekretariat", "kantor"];

/// Words between the name of an issuer and the number of what it issued.
pub const NUMBERED: &[&str] = &["nomor", "no", "tahun"];

/// Words in the names of provinces that go by several.
pub const MANY_NAMES: &[&str] = &["istimewa", "khusus", "ibukota", "dki", "diy"];

/// Heads of regions, and short names of their regulations, each with the kind of region behind it.
pub const ISSUERS: &[(&str, &str)] = &[
    ("bupati", "kabupaten"),
    ("walikota", "kota"),
    ("gubernur", "provinsi"),
    ("perbup", "kabupaten"),
    ("perwali", "kota"),
    ("perwal", "kota"),
    ("perwako", "kota"),
    ("pergub", "provinsi"),
];

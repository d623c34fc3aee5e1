//! Words by which steps written as sentences tell who acts and how long it takes. All lower case.

/// Words between a subject and its verb.
pub const BEFORE_VERBS: &[&str] =
    &["akan", "wajib", "harus", "dapat", "segera", "kemudian", "lalu", "selanjutnya", "juga"];

/// Before who does it, in the passive.
pub const BY: &str = "oleh";

/// Before a time in brackets, longest first.
pub const TIME_WORDS: &[&str] = &["waktu", "durasi", "lama"];

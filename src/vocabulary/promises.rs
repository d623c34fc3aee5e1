//! Words by which an SOP promises how long it takes, and by which it says that it serves or permits. All lower case.

/// What stands before the promised time; the longer of two that begin alike stands first.
pub const PROMISES: &[&str] = &[
    "paling lambat",
    "paling lama",
    "selambat-lambatnya",
    "selambatnya",
    "selama-lamanya",
    "maksimal",
    "maksimum",
    "jangka waktu",
    "dalam waktu",
    "waktu penyelesaian",
    "waktu pelayanan",
];

/// One of these in a caution, and it speaks of the work being finished.
pub const COMPLETIONS: &[&str] = &[
    "selesai",
    "diselesaikan",
    "terselesaikan",
    "penyelesaian",
    "menyelesaikan",
    "diterbitkan",
    "ditangani",
    "ditindaklanjuti",
    "pelayanan",
];

/// After the promised time: what it runs from.
pub const SINCE: &[&str] = &["setelah", "sesudah", "sejak", "terhitung", "dari", "sebelum", "dihitung"];

/// The same, where what follows is the event at which the time begins.
pub const EVENTS: &[&str] = &["setelah", "sesudah", "sejak", "terhitung", "dihitung"];

/// Events that stand at the beginning of a procedure: work comes in.
pub const RECEIPTS: &[&str] = &[
    "diterima",
    "diterimanya",
    "penerimaan",
    "permohonan",
    "diajukan",
    "diajukannya",
    "pengajuan",
    "pendaftaran",
    "masuk",
    "masuknya",
];

/// Words of a name that speak of a permit.
pub const PERMITS: &[&str] = &["izin", "ijin", "perizinan", "perijinan"];

/// First words of the name of a procedure that grants something.
pub const GRANTING: &[&str] =
    &["penerbitan", "pemberian", "pelayanan", "pengurusan", "pembuatan", "pemrosesan", "penyelesaian", "izin", "ijin"];

/// Words of a name that speak of a service to the public.
pub const SERVICES: &[&str] = &["pelayanan", "layanan"];

/// First words of the name of an actor who has applied for something.
pub const APPLICANTS: &[&str] = &["pemohon"];

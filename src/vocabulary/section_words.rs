//! Words by which an item tells the section it belongs to, where no place on the page does; all in lower case.

use crate::model::SectionKind;

/// First words of the items of a section, for those that hardly any other section begins with.
pub static OPENERS: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Qualifications,
        &[
            "memahami", "mampu", "memiliki", "menguasai", "mengetahui", "mengerti", "pendidikan", "berpendidikan",
            "minimal", "sarjana", "magister", "diploma", "lulusan", "kemampuan", "kompetensi", "keterampilan",
            "terampil", "teliti", "cakap", "cermat", "jujur", "ramah", "disiplin", "berpengalaman", "pengalaman",
            "terlatih", "bersertifikat", "dapat", "bisa", "sanggup", "bertanggungjawab", "s1", "s2", "s-1", "s-2",
            "d3", "d4", "diii", "d-iii", "slta", "sltp", "sma", "smk", "smu", "pns", "asn", "pernah", "telah",
        ],
    ),
    (
        SectionKind::Equipment,
        &[
            "komputer", "laptop", "printer", "atk", "alat", "kertas", "meja", "kursi", "lemari", "rak", "telepon",
            "telpon", "handphone", "hp", "internet", "jaringan", "aplikasi", "scanner", "pemindai", "kendaraan",
            "mobil", "motor", "kamera", "proyektor", "lcd", "mesin", "faksimile", "fax", "wifi", "server", "stempel",
            "cap", "map", "gunting", "lem", "boks", "box", "ruang", "ruangan", "kalkulator", "perangkat", "pc",
            "papan", "spidol", "pulpen", "tinta", "sistem", "peralatan", "perlengkapan", "seragam", "genset",
        ],
    ),
    (
        SectionKind::Cautions,
        &["jika", "apabila", "bila", "bilamana", "dilarang", "jangan", "hindari", "wajib", "keterlambatan", "kelalaian"],
    ),
    (
        SectionKind::Records,
        &[
            "disimpan", "dicatat", "didata", "direkam", "diarsipkan", "dibukukan", "diagendakan", "didokumentasikan",
            "dimuat", "mencatat", "pencatatan", "pendataan", "menyimpan", "mendata", "mengarsipkan", "salinan", "register",
            "arsip", "agenda", "disposisi", "rekaman", "laporan", "dokumentasi",
        ],
    ),
];

/// First words that two sections share: the things that are used, and the books that are kept.
pub static KEPT_THINGS: &[&str] = &["buku", "daftar", "formulir", "form", "kartu", "lembar", "berkas", "dokumen", "data"];

/// Words anywhere in a sentence that warns.
pub static WARNING_SIGNS: &[&str] = &[
    "maka", "wajib", "harus", "dilarang", "akibat", "akan", "terhambat", "terlambat", "bertabrakan", "tertukar", "hilang",
    "rusak", "sanksi", "kelalaian", "merugikan", "dirugikan", "gagal", "tidak",
];

/// Words anywhere in an item that keeps a record.
pub static RECORD_SIGNS: &[&str] = &[
    "disimpan", "dicatat", "didata", "direkam", "diarsipkan", "dimuat", "elektronik", "manual", "register", "agenda",
    "ekspedisi", "kendali", "softcopy", "hardcopy",
];

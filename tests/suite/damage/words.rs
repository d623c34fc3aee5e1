//! The words invented documents are made of: places, offices, people, regulations, the items of the sections.

/// Kinds of agency: name, who heads it, the actors that work there from the top down.
pub struct Office {
    pub name: &'static str,
    pub head: &'static str,
    pub units: &'static [&'static str],
    pub actors: &'static [&'static str],
}

const BIDANG: &[&str] = &["Sekretariat", "Bidang Pelayanan Umum", "Bidang Data dan Informasi", "Bidang Pembinaan"];
const SEKSI: &[&str] = &["Sekretariat", "Seksi Pemerintahan", "Seksi Pelayanan Umum"];

pub const OFFICES: &[Office] = &[
    Office {
        name: "Dinas Sosial",
        head: "Kepala Dinas",
        units: &["Sekretariat", "Bidang Rehabilitasi Sosial", "Bidang Perlindungan dan Jaminan Sosial"],
        actors: &["Kepala Dinas", "Sekretaris", "Kabid Rehabilitasi Sosial", "Kasi Bantuan", "Pekerja Sosial", "Staf"],
    },
    Office {
        name: "Dinas Komunikasi dan Informatika",
        head: "Kepala Dinas",
        units: BIDANG,
        actors: &["Kadis", "Sekretaris Dinas", "Kabid Informatika", "Pranata Komputer", "Operator", "Pemohon"],
    },
    Office {
        name: "Dinas Pekerjaan Umum dan Penataan Ruang",
        head: "Kepala Dinas",
        units: BIDANG,
        actors: &["Kepala Dinas", "Kepala Bidang Bina Marga", "PPTK", "PPK", "Penyedia", "Tim Teknis"],
    },
    Office {
        name: "Dinas Kependudukan dan Pencatatan Sipil",
        head: "Kepala Dinas",
        units: BIDANG,
        actors: &["Pemohon", "Petugas Loket", "Operator SIAK", "Kasi Identitas", "Kabid Dafduk", "Kepala Dinas"],
    },
    Office {
        name: "Dinas Perpustakaan dan Kearsipan",
        head: "Kepala Dinas",
        units: BIDANG,
        actors: &["Sekretaris", "Kepala Bidang", "Kasubag Program", "Arsiparis", "Pustakawan", "Kepala Dinas"],
    },
    Office {
        name: "Dinas Tenaga Kerja",
        head: "Kepala Dinas",
        units: BIDANG,
        actors: &["Kepala Dinas", "Sekretaris", "Mediator", "Kasubbag Keuangan", "Bendahara Pengeluaran", "Perusahaan"],
    },
    Office {
        name: "Badan Kepegawaian Daerah",
        head: "Kepala Badan",
        units: &["Sekretariat", "Bidang Mutasi", "Bidang Pengembangan Aparatur"],
        actors: &["Kaban", "Sekban", "Kabid Mutasi", "Kasubbid Kepangkatan", "Analis Kepegawaian", "OPD Pengusul"],
    },
    Office {
        name: "Badan Penanggulangan Bencana Daerah",
        head: "Kepala Pelaksana",
        units: &["Sekretariat", "Bidang Pencegahan", "Bidang Kedaruratan"],
        actors: &["Kepala Pelaksana", "Kabid Kedaruratan", "Komandan Regu", "Tim Reaksi Cepat", "Operator Pusdalops"],
    },
    Office {
        name: "Badan Pendapatan Daerah",
        head: "Kepala Badan",
        units: &["Sekretariat", "Bidang Penagihan", "Bidang Pendataan"],
        actors: &[
            "Wajib Pajak",
            "Petugas Loket",
            "Verifikator",
            "Kasubbid Penetapan",
            "Kabid Penagihan",
            "Kepala Badan",
        ],
    },
    Office {
        name: "Kecamatan",
        head: "Camat",
        units: SEKSI,
        actors: &["Camat", "Sekcam", "Kasi Pelayanan Umum", "Kasubag Umum", "Staf Seksi Pelayanan", "Warga"],
    },
    Office {
        name: "Kelurahan",
        head: "Lurah",
        units: &["Sekretariat", "Seksi Kesejahteraan Sosial"],
        actors: &["Lurah", "Sekretaris Lurah", "Kasi Pemerintahan", "Petugas Registrasi", "Ketua RT"],
    },
    Office {
        name: "Inspektorat",
        head: "Inspektur",
        units: &["Sekretariat", "Inspektur Pembantu Wilayah I"],
        actors: &["Inspektur", "Irban", "Ketua Tim", "Pengendali Teknis", "Auditor", "Kasubag Evaluasi"],
    },
    Office {
        name: "Satuan Polisi Pamong Praja",
        head: "Kepala Satuan",
        units: &["Sekretariat", "Bidang Penegakan Peraturan Daerah"],
        actors: &["Kasat", "Kabid Penegakan", "PPNS", "Danton", "Anggota Satpol PP"],
    },
    Office {
        name: "Rumah Sakit Umum Daerah",
        head: "Direktur",
        units: &["Bagian Tata Usaha", "Bidang Pelayanan Medik"],
        actors: &[
            "Direktur",
            "Kabag Tata Usaha",
            "Kasubbag Rekam Medis",
            "Petugas Pendaftaran",
            "Dokter",
            "Keluarga Pasien",
        ],
    },
    Office {
        name: "Sekretariat DPRD",
        head: "Sekretaris DPRD",
        units: &["Bagian Umum", "Bagian Persidangan"],
        actors: &["Sekwan", "Kabag Persidangan", "Kasubbag Risalah", "Notulis", "Pimpinan Dewan"],
    },
    Office {
        name: "Badan Pusat Statistik",
        head: "Kepala",
        units: &["Bagian Umum", "Tim Statistik Sosial"],
        actors: &["Kepala BPS", "Kepala Bagian Umum", "Ketua Tim", "Anggota Tim", "PJK Survei", "Pengguna Data"],
    },
];

/// Agencies whose actors have names of four to eight words.
pub const LONG_NAMED: &[Office] = &[
    Office {
        name: "Badan Perencanaan Pembangunan Daerah",
        head: "Kepala Badan",
        units: &["Sekretariat", "Bidang Perencanaan, Pengendalian dan Evaluasi"],
        actors: &[
            "Kepala Badan",
            "Kepala Bidang Perencanaan, Pengendalian dan Evaluasi",
            "Kepala Sub Bagian Umum dan Kepegawaian",
            "Tim Kerja Pengolahan Data dan Pelaporan",
            "Fungsional Perencana Ahli Muda",
        ],
    },
    Office {
        name: "Dinas Ketahanan Pangan",
        head: "Kepala Dinas",
        units: &["Sekretariat", "Bidang Distribusi dan Cadangan Pangan"],
        actors: &[
            "Kepala Dinas",
            "Ketua Tim Ketersediaan, Distribusi dan Cadangan Pangan",
            "Kepala Seksi Pemantauan Harga dan Pasokan",
            "Petugas Pencatat Harga Tingkat Kecamatan",
            "Bendahara Pengeluaran Pembantu",
        ],
    },
];

pub const PLACES: &[&str] = &[
    "Sukamaju",
    "Tirtonegoro",
    "Lembah Hijau",
    "Karang Indah",
    "Muara Jernih",
    "Bukit Kencana",
    "Wonoasri",
    "Sungai Baru",
    "Tanjung Harapan",
    "Rawa Sari",
    "Gunung Lestari",
    "Pulau Cempaka",
    "Batu Ampar Jaya",
    "Cipta Mulya",
    "Teluk Permai",
    "Padang Rindang",
    "Kuala Damai",
    "Sidomakmur",
    "Marga Tirta",
    "Selat Biru",
];

pub const GIVEN: &[&str] = &[
    "Bambang", "Siti", "Agus", "Dewi", "Rahmat", "Sri", "Hendra", "Nurul", "Yusuf", "Ratna", "Eko", "Wahyuni", "Fajar",
    "Lestari", "Andi", "Kartika", "Made", "Putu", "Joko", "Yanti", "Taufik", "Maria", "Irwan", "Endang", "Zainal",
];

pub const FAMILY: &[&str] = &[
    "Hartono",
    "Wibowo",
    "Susanto",
    "Permata",
    "Kusuma",
    "Nasution",
    "Siregar",
    "Pratama",
    "Handayani",
    "Gunawan",
    "Maulana",
    "Saputra",
    "Widodo",
    "Hidayat",
    "Wijaya",
    "Suryani",
    "Anggraini",
    "Firmansyah",
    "Setiawan",
    "Halim",
];

/// Title before a name, degrees after it.
pub const DEGREES: &[(&str, &str)] = &[
    ("", ", S.Sos"),
    ("Drs. ", ", M.Si"),
    ("Ir. ", ", MT"),
    ("", ", SE., M.M"),
    ("Dra. ", ""),
    ("H. ", ", S.H., M.H"),
    ("dr. ", ", M.Kes"),
    ("", ", S.STP., M.AP"),
    ("", ", ST., M.Eng"),
    ("Hj. ", ", S.Pd"),
    ("", ", S.Kom"),
];

pub const RANKS: &[(&str, &str)] = &[
    ("Pembina Utama Muda", "IV/c"),
    ("Pembina Tingkat I", "IV/b"),
    ("Pembina Tk. I", "IV/b"),
    ("Pembina", "IV/a"),
    ("Penata Tingkat I", "III/d"),
    ("Penata Tk. I", "III/d"),
    ("Pembina Utama Madya", "IV/d"),
];

pub const LAWS: &[&str] = &[
    "Undang-Undang Nomor {n} Tahun {y} tentang",
    "Undang-Undang Republik Indonesia Nomor {n} Tahun {y} tentang",
    "Peraturan Pemerintah Nomor {n} Tahun {y} tentang",
    "Peraturan Presiden Nomor {n} Tahun {y} tentang",
    "Peraturan Menteri Dalam Negeri Nomor {n} Tahun {y} tentang",
    "Permendagri No. {n} Tahun {y} tentang",
    "Peraturan Menteri PANRB Nomor {n} Tahun {y} tentang",
    "Permen PANRB No {n} Tahun {y} tentang",
    "Peraturan Daerah Kabupaten {p} Nomor {n} Tahun {y} tentang",
    "Peraturan Bupati {p} Nomor {n} Tahun {y} tentang",
    "Keputusan Bupati {p} Nomor 188/{n}/{y} tentang",
    "Instruksi Presiden Nomor {n} Tahun {y} tentang",
    "PP Nomor {n} Tahun {y} tentang",
    "UU No. {n} Tahun {y} tentang",
    "Surat Edaran Bupati {p} Nomor {n} Tahun {y} tentang",
];

pub const SUBJECTS: &[&str] = &[
    "Pelayanan Publik",
    "Pemerintahan Daerah",
    "Kearsipan",
    "Keterbukaan Informasi Publik",
    "Aparatur Sipil Negara",
    "Administrasi Pemerintahan",
    "Pengelolaan Keuangan Daerah",
    "Tata Naskah Dinas",
    "Disiplin Pegawai Negeri Sipil",
    "Pedoman Penyusunan Standar Operasional Prosedur",
    "Susunan Organisasi dan Tata Kerja Perangkat Daerah",
    "Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah",
    "Sistem Pengendalian Intern Pemerintah",
    "Pengadaan Barang/Jasa Pemerintah",
    "Pengelolaan Barang Milik Daerah",
    "Hari Kerja dan Jam Kerja Instansi",
    "Kedudukan, Susunan Organisasi, Tugas dan Fungsi",
    "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Standar Pelayanan",
    "Penyelenggaraan Kesejahteraan Sosial",
    "Perjalanan Dinas Dalam Negeri",
    "Satu Data Indonesia",
];

pub const QUALIFICATIONS: &[&str] = &[
    "Memahami tugas pokok dan fungsi unit kerjanya",
    "Menguasai penggunaan komputer",
    "Memiliki kemampuan pengolahan data",
    "Mampu mengoperasikan aplikasi perkantoran",
    "Memahami tata naskah dinas",
    "Minimal pendidikan SMA atau sederajat",
    "Memahami prosedur pelayanan",
    "Mengetahui peraturan di bidang kearsipan",
    "Teliti, cermat dan bertanggung jawab",
    "Mampu berkomunikasi dengan baik",
    "Memiliki pengetahuan tentang pengelolaan keuangan",
    "S1 Ilmu Administrasi",
    "Memahami ketentuan perundang-undangan yang berlaku",
    "Mampu menyusun laporan",
    "Menguasai teknik wawancara",
];

pub const EQUIPMENT: &[&str] = &[
    "Komputer",
    "Printer dan kertas",
    "Buku agenda",
    "Lembar disposisi",
    "Jaringan internet",
    "Alat tulis kantor",
    "Scanner",
    "Telepon",
    "Kendaraan dinas",
    "Map arsip",
    "Formulir permohonan",
    "Stempel dinas",
    "Lemari arsip",
    "Kamera",
    "Perangkat Komputer/Laptop",
    "Proyektor",
    "Mesin fotokopi",
    "Buku ekspedisi",
    "Ruang rapat",
    "Aplikasi SIMPEG",
];

pub const CAUTIONS: &[&str] = &[
    "Jika SOP ini tidak dilaksanakan maka pelayanan menjadi terhambat",
    "Apabila data tidak lengkap maka proses tidak dapat dilanjutkan",
    "Keterlambatan penyampaian data menghambat penyusunan laporan",
    "Jika tidak dilaksanakan sesuai prosedur maka target kinerja tidak tercapai",
    "Berkas yang tidak diarsipkan sulit ditemukan kembali",
    "Kesalahan pengisian data mengakibatkan dokumen harus diulang",
    "Penyimpangan dari prosedur ini dikenakan sanksi sesuai ketentuan yang berlaku",
    "Dokumen bersifat rahasia dan hanya diketahui pejabat yang berwenang",
];

pub const RECORDS: &[&str] = &[
    "Disimpan sebagai data elektronik dan manual",
    "Buku agenda surat",
    "Pengarsipan",
    "Database Sekretariat",
    "Buku register permohonan",
    "Disimpan dalam map khusus",
    "Kartu kendali",
    "Dicatat pada buku ekspedisi",
    "Rekapitulasi bulanan",
    "Formulir isian data",
    "Lembar kontrol",
];

pub const NOTES: &[&str] = &[
    "Melalui aplikasi",
    "Rangkap dua",
    "Sesuai jadwal pelayanan",
    "Dilampiri berkas pendukung",
    "Bukti penerimaan disimpan",
    "Menggunakan format baku",
    "SOP Pengelolaan Arsip",
    "Dilakukan setiap triwulan",
    "Disertai dokumentasi foto",
    "Koordinasi melalui telepon",
    "Batas akhir tanggal 10",
    "Dapat diwakilkan",
];

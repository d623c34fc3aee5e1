//! What invented procedures are about: their titles, their papers and the acts that carry a paper from hand to hand.

/// First word of a title.
pub const PROCESSES: &[&str] = &[
    "Penyusunan",
    "Pengelolaan",
    "Pelayanan",
    "Penerbitan",
    "Pelaksanaan",
    "Pengajuan",
    "Pendataan",
    "Penanganan",
    "Pemrosesan",
    "Penatausahaan",
    "Pembuatan",
    "Evaluasi",
    "Verifikasi",
];

/// What it is about, and the short name of the paper in it.
pub const TOPICS: &[(&str, &str)] = &[
    ("Laporan Kinerja Triwulan", "laporan kinerja"),
    ("Surat Masuk", "surat masuk"),
    ("Surat Keluar", "surat keluar"),
    ("Izin Usaha Mikro", "berkas izin usaha"),
    ("Cuti Tahunan Pegawai", "usulan cuti"),
    ("Kenaikan Pangkat", "usulan kenaikan pangkat"),
    ("Kenaikan Gaji Berkala", "berkas gaji berkala"),
    ("Kartu Tanda Penduduk Elektronik", "berkas KTP"),
    ("Akta Kelahiran", "berkas akta"),
    ("Bantuan Sosial Lanjut Usia", "data calon penerima"),
    ("Rencana Kerja Tahunan", "rencana kerja"),
    ("Perjanjian Kinerja", "naskah perjanjian kinerja"),
    ("Pengaduan Masyarakat", "surat pengaduan"),
    ("Permohonan Informasi Publik", "formulir permohonan"),
    ("Pinjam Pakai Kendaraan Dinas", "surat peminjaman"),
    ("Arsip Inaktif", "daftar arsip"),
    ("Rapat Koordinasi", "bahan rapat"),
    ("Perjalanan Dinas", "surat perintah tugas"),
    ("Daftar Hadir Elektronik", "rekap kehadiran"),
    ("Barang Persediaan", "nota permintaan barang"),
    ("Pajak Reklame", "berkas objek pajak"),
    ("Kegiatan Monitoring Lapangan", "instrumen monitoring"),
    ("Risalah Sidang", "risalah"),
    ("Rekam Medis Rawat Jalan", "berkas rekam medis"),
    ("Publikasi Statistik", "naskah publikasi"),
    ("Data Terpadu Kesejahteraan", "data terpadu"),
    ("Pelatihan Tenaga Kerja", "daftar peserta"),
    ("Website Perangkat Daerah", "materi konten"),
    ("Penertiban Pedagang", "surat teguran"),
    ("Tanggap Darurat Bencana", "laporan kejadian"),
    ("Pengawasan Internal", "kertas kerja audit"),
    ("Pembayaran Honorarium", "dokumen tagihan"),
    ("Rekomendasi Penelitian", "proposal penelitian"),
];

/// Acts on a paper: the activity, and what it makes of it. `{}` stands for the paper.
pub const ACTS: &[(&str, &str)] = &[
    ("Menerima dan mencatat {}", "{} tercatat"),
    ("Mengagendakan {} pada buku agenda", "{} teragenda"),
    ("Menelaah {}", "Telaahan {}"),
    ("Menyusun konsep {}", "Konsep {}"),
    ("Mengetik {}", "Net konsep {}"),
    ("Menghimpun data pendukung {}", "Data pendukung {}"),
    ("Mengolah {}", "Hasil olahan {}"),
    ("Memverifikasi {}", "Hasil verifikasi {}"),
    ("Mencermati isi {}", "Catatan atas {}"),
    ("Memaraf {}", "{} diparaf"),
    ("Menandatangani {}", "{} ditandatangani"),
    ("Menggandakan {}", "Salinan {}"),
    ("Memperbaiki {}", "{} hasil perbaikan"),
    ("Menginput {} ke dalam aplikasi", "Data {} terinput"),
    ("Mencetak {}", "Cetakan {}"),
    ("Menganalisis {} sesuai ketentuan yang berlaku", "Analisis {}"),
    ("Membahas {} dalam rapat internal", "Notulen pembahasan {}"),
    ("Merekapitulasi {}", "Rekapitulasi {}"),
    ("Mengklarifikasi {} ke lapangan", "Berita acara {}"),
    ("Mengesahkan {}", "{} yang disahkan"),
    ("Mengonsultasikan {}", "Arahan tentang {}"),
];

/// Acts that close a procedure.
pub const CLOSINGS: &[(&str, &str)] = &[
    ("Mengarsipkan {}", "Arsip {}"),
    ("Mendokumentasikan {}", "Dokumentasi {}"),
    ("Menyerahkan {} kepada yang berhak", "Tanda terima {}"),
    ("Menyimpan {}", "Arsip {}"),
    ("Mendistribusikan {} ke unit terkait", "Bukti distribusi {}"),
    ("Mempublikasikan {}", "Publikasi {}"),
];

/// How work is handed on; an actor follows.
pub const HANDOVERS: &[&str] = &[
    "menyampaikan kepada",
    "meneruskan kepada",
    "menyerahkan kepada",
    "melaporkan kepada",
    "mengajukan kepada",
    "mengirimkan ke",
    "menyerahkannya kepada",
    "meneruskannya ke",
    "mendisposisikan kepada",
    "memberikan arahan kepada",
];

/// Offices as columns abbreviate them, and written out.
pub const ABBREVIATIONS: &[(&str, &str)] = &[
    ("Kadis", "Kepala Dinas"),
    ("Kaban", "Kepala Badan"),
    ("Sekban", "Sekretaris Badan"),
    ("Sekcam", "Sekretaris Camat"),
    ("Kabid", "Kepala Bidang"),
    ("Kabag", "Kepala Bagian"),
    ("Kasi", "Kepala Seksi"),
    ("Kasubag", "Kepala Sub Bagian"),
    ("Kasubbag", "Kepala Subbagian"),
    ("Kasubbid", "Kepala Subbidang"),
];

/// The word pair of a condition: how it is met, how it is not.
pub const CONDITIONS: &[(&str, &str)] = &[
    ("lengkap", "tidak lengkap"),
    ("setuju", "tidak setuju"),
    ("memenuhi syarat", "tidak memenuhi syarat"),
    ("sesuai", "tidak sesuai"),
    ("benar", "tidak benar"),
    ("disetujui", "tidak disetujui"),
];

/// Acts of deciding on a paper.
pub const DECISIONS: &[&str] =
    &["Memeriksa kelengkapan {}", "Meneliti {}", "Memeriksa {}", "Mengoreksi {}", "Mereviu {}", "Memvalidasi {}"];

/// Papers that lie beside the main one.
pub const EXTRAS: &[&str] = &[
    "Buku agenda",
    "Lembar disposisi",
    "Nota dinas",
    "Checklist",
    "Formulir isian",
    "Surat undangan",
    "Daftar nominatif",
    "Data pendukung",
    "Komputer",
    "Bukti pendukung",
    "Surat pengantar",
    "Lembar kendali",
];

/// Names of papers with commas and `dan` inside: one name each.
pub const COMMA_NAMES: &[&str] = &[
    "Berita Acara Pemeriksaan Fisik, Mutu dan Jumlah Barang",
    "Daftar Nama, Alamat dan Nomor Telepon",
    "Rekapitulasi Kebutuhan, Persediaan dan Kekurangan",
    "Laporan Pemantauan, Pengukuran dan Penilaian Kinerja",
    "Notulen Pembahasan Sasaran, Indikator dan Target",
];

/// What an activity may end with: words that are headings elsewhere.
pub const FORM_ENDINGS: &[&str] = &[
    " berikut tanda bukti kualifikasi",
    " sesuai dasar hukum",
    " beserta daftar peralatan",
    " dengan surat peringatan",
    " untuk pencatatan dan pendataan",
    " berdasarkan hasil kegiatan",
];

/// Stages of a procedure.
pub const STAGES: &[&str] = &["Persiapan", "Pelaksanaan", "Pelaporan", "Pengajuan", "Penyelesaian"];

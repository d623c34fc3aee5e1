"""Made-up SOPs, plausible to read and random in their flow; every name in them is invented.

The words of a step never say who does it: only the drawing knows. `invent(seed)` is the same for the same seed."""

import datetime
import random
import re
from dataclasses import dataclass

SUBJECTS = [
    ("Penerbitan Rekomendasi Bantuan Sosial", "rekomendasi bantuan sosial"),
    ("Penyusunan Laporan Kinerja Triwulan", "laporan kinerja triwulan"),
    ("Pengelolaan Usulan Kenaikan Pangkat", "usulan kenaikan pangkat"),
    ("Pengadaan Alat Tulis Kantor", "daftar kebutuhan alat tulis"),
    ("Penanganan Pengaduan Masyarakat", "tanggapan pengaduan"),
    ("Penyusunan Naskah Perjanjian Kerja Sama", "naskah perjanjian kerja sama"),
    ("Pemutakhiran Data Potensi Desa", "data potensi desa"),
    ("Pelayanan Izin Penelitian", "surat izin penelitian"),
    ("Pengajuan Cuti Tahunan Pegawai", "surat cuti tahunan"),
    ("Peminjaman Ruang Rapat dan Kendaraan", "surat peminjaman"),
    ("Penyusunan Rencana Kerja Anggaran", "rencana kerja anggaran"),
    ("Pelayanan Surat Keterangan Domisili", "surat keterangan domisili"),
]

TASKS = [
    ("Menerima berkas dan mencatatnya pada buku agenda", "Berkas tercatat"),
    ("Menyiapkan bahan {subject}", "Bahan {subject}"),
    ("Menyusun konsep {subject}", "Konsep {subject}"),
    ("Menghimpun data pendukung dari tahun sebelumnya", "Data pendukung"),
    ("Mengolah data dan menyusun ringkasan hasilnya", "Ringkasan data"),
    ("Membuat jadwal pelaksanaan", "Jadwal pelaksanaan"),
    ("Menelaah bahan dan membuat catatan perbaikan", "Catatan perbaikan"),
    ("Menyempurnakan konsep sesuai dengan catatan perbaikan", "Konsep yang disempurnakan"),
    ("Mengetik dan mencetak {subject}", "Cetakan {subject}"),
    ("Memberi nomor dan tanggal pada naskah", "Naskah bernomor"),
    ("Menggandakan naskah sesuai dengan kebutuhan", "Salinan naskah"),
    ("Membubuhkan paraf pada konsep", "Konsep yang diparaf"),
    ("Menandatangani {subject}", "Naskah yang ditandatangani"),
    ("Memindai naskah dan mengunggahnya ke aplikasi", "Bukti unggah"),
    ("Menyusun daftar hadir dan undangan rapat", "Undangan rapat"),
    ("Melakukan peninjauan lapangan", "Berita acara peninjauan"),
    ("Membuat berita acara hasil peninjauan", "Berita acara"),
    ("Menghitung kebutuhan biaya berdasarkan standar harga", "Rincian biaya"),
    ("Mencocokkan isian formulir dengan dokumen asli", "Formulir yang cocok"),
    ("Membuat lembar disposisi", "Lembar disposisi"),
]
CHECKS = [
    ("Memeriksa kelengkapan dan kebenaran berkas", "Berkas lengkap"),
    ("Memeriksa konsep {subject}", "Konsep yang diperiksa"),
    ("Menilai kelayakan {subject}", "Hasil penilaian"),
    ("Memverifikasi data pendukung", "Data terverifikasi"),
    ("Mengoreksi naskah dan menentukan kelanjutannya", "Naskah terkoreksi"),
    ("Mempertimbangkan persetujuan {subject}", "Persetujuan"),
]
CLOSINGS = [
    ("Mengarsipkan {subject} dan menutup buku agenda", "Arsip {subject}"),
    ("Menyimpan dokumen pada lemari arsip", "Dokumen tersimpan"),
    ("Menerima {subject} dan menandatangani tanda terima", "Tanda terima"),
]
REFUSALS = [("Membuat surat penolakan beserta alasannya", "Surat penolakan"), ("Mencatat berkas yang tidak dilanjutkan", "Catatan berkas")]
MEETINGS = [("Membahas konsep {subject} dalam rapat", "Notula rapat"), ("Mencocokkan angka dalam rapat rekonsiliasi", "Berita acara rekonsiliasi")]

ACTORS = [
    "Pengadministrasi Umum",
    "Analis Kebijakan",
    "Kepala Seksi Pelayanan",
    "Kepala Bidang Program",
    "Sekretaris Dinas",
    "Kepala Dinas",
    "Bendahara Pengeluaran",
    "Arsiparis",
    "Pranata Komputer",
    "Kasubbag Keuangan",
    "Tim Teknis",
    "Verifikator",
]
OUTSIDERS = ["Pemohon", "Masyarakat", "Penyedia Barang"]

AGENCIES = [
    ("Dinas Sosial Kabupaten Contoh", "Bidang Rehabilitasi", "DINSOS", "Kepala Dinas Sosial"),
    ("PEMERINTAH KABUPATEN TELADAN DINAS PERIKANAN", "SEKRETARIAT", "DISKAN", "Kepala Dinas Perikanan"),
    ("Kecamatan Sukamaju Kabupaten Contoh", "Seksi Pemerintahan", "KEC-SM", "Camat Sukamaju"),
    ("PEMERINTAH KOTA CONTOH BADAN PERENCANAAN PEMBANGUNAN DAERAH", "BIDANG PENDATAAN", "BAPPEDA", "Kepala Bappeda"),
    ("Dinas Kearsipan dan Perpustakaan Kabupaten Teladan", "Bidang Layanan", "DISARPUS", "Kepala Dinas"),
]
SIGNATORIES = [
    ("Drs. Wiratmo Sanjaya, M.Si.", "Pembina Utama Muda", "IV/c"),
    ("Hj. Melati Kusumadewi, S.E., M.M.", "Pembina Tingkat I", "IV/b"),
    ("Ir. Bagas Prakoso, M.T.", "Pembina", "IV/a"),
    ("Ratna Puspasari, S.Sos.", "Penata Tingkat I", "III/d"),
]
LAWS = [
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan",
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah",
    "Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah",
    "Peraturan Bupati Contoh Nomor 45 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi Perangkat Daerah",
]
SKILLS = [
    "Memahami tata naskah dinas",
    "Mampu mengoperasikan komputer",
    "Berpendidikan paling rendah SMA",
    "Teliti dan cermat",
    "Memahami standar pelayanan",
]
RELATED = ["SOP Pengelolaan Surat Masuk", "SOP Pengelolaan Arsip", "SOP Penyusunan Laporan", "SOP Pelayanan Informasi"]
TOOLS = ["Komputer dan pencetak", "Alat tulis kantor", "Buku agenda", "Jaringan internet", "Mesin pemindai"]
WARNINGS = [
    "Jika SOP ini tidak dilaksanakan maka pelayanan menjadi terlambat",
    "Apabila data tidak lengkap maka hasilnya tidak dapat dipertanggungjawabkan",
    "Jika naskah tidak diperiksa maka dapat terjadi kekeliruan",
]
RECORDS = ["Buku agenda", "Disimpan sebagai arsip elektronik", "Buku register pelayanan"]
EXTRAS = ["Alat tulis", "Formulir", "Buku agenda", "Peraturan terkait", "Komputer"]
NOTES = ["Dilakukan setiap hari kerja", "Sesuai dengan format baku", "Dapat diwakilkan", "Batas waktu tanggal 10"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@dataclass
class Invention:
    """One SOP: the gold model, how its durations are spelt on the page, and a seed for choices of style."""

    name: str
    model: dict
    spelt: dict
    seed: int


def slug(name):
    """The id of an actor."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def invent(seed):
    """One SOP of this seed."""
    dice = random.Random(f"sop {seed}")
    title, subject = dice.choice(SUBJECTS)
    actors = dice.sample(ACTORS, dice.randint(1, 6))
    outsider = dice.choice(OUTSIDERS) if len(actors) == 1 or dice.random() < 0.4 else None
    names = ([outsider] if outsider else []) + actors
    model = {"versi": 1, "identitas": identity(dice, title)} | sections(dice)
    model["pelaksana"] = [{"id": slug(name), "nama": name} | ({"eksternal": True} if name == outsider else {}) for name in names]
    steps = Steps(dice, subject, [slug(name) for name in names]).draw(dice.randint(3, 16))
    spelt = {}
    for step in steps:
        step["waktu"], spelt[step["nomor"]] = duration(dice)
    model["kegiatan"] = [ordered(step) for step in steps]
    return Invention(f"buatan-{seed:03}", model, spelt, seed)


def ordered(step):
    """The keys of a step in the order of the format."""
    order = ["nomor", "uraian", "pelaksana", "bersama", "simbol", "kelengkapan", "waktu", "output", "keterangan", "ya", "tidak", "lanjut"]
    return {key: step[key] for key in order if key in step}


def identity(dice, title):
    """The identity block, complete."""
    agency, unit, code, office = dice.choice(AGENCIES)
    name, rank, grade = dice.choice(SIGNATORIES)
    made = datetime.date(dice.randint(2021, 2025), dice.randint(1, 12), dice.randint(13, 27))
    number = f"{dice.randint(1, 900):03}/{dice.randint(10, 99)}/SOP/{code}/{ROMAN[made.month - 1]}/{made.year}"
    revised = "-" if dice.random() < 0.6 else made + datetime.timedelta(days=200)
    born, sex = dice.randint(1965, 1980), 2 if name.startswith(("Hj", "Ratna")) else 1
    nip = f"{born}{dice.randint(1, 12):02}{dice.randint(1, 28):02}{born + 25}{dice.randint(1, 12):02}{sex}{dice.randint(1, 9):03}"
    return {
        "instansi": agency,
        "unit_kerja": unit,
        "nomor": number,
        "nama": title,
        "tanggal_pembuatan": made,
        "tanggal_revisi": revised,
        "tanggal_efektif": (made if revised == "-" else revised) + datetime.timedelta(days=7),
        "disahkan_oleh": {"jabatan": office, "nama": name, "pangkat": rank, "golongan": grade, "nip": nip},
    }


def sections(dice):
    """The six sections, each with one to five items."""

    def some(items):
        return dice.sample(items, dice.randint(1, min(5, len(items))))

    return {
        "dasar_hukum": sorted(some(LAWS), key=LAWS.index),
        "kualifikasi_pelaksana": some(SKILLS),
        "keterkaitan": some(RELATED),
        "peralatan_perlengkapan": some(TOOLS),
        "peringatan": some(WARNINGS),
        "pencatatan_pendataan": some(RECORDS),
    }


def duration(dice):
    """A duration in its canonical form, and as somebody spells it."""
    amount = dice.choice([5, 10, 15, 20, 30, 45])
    days = dice.randint(1, 7)
    return dice.choice(
        [
            (f"{amount} menit", f"{amount} menit"),
            (f"{amount} menit", f"{amount} Menit"),
            (f"{amount} menit", f"{amount} mnt"),
            (f"{days} jam", f"{days} Jam"),
            (f"{days} hari", f"{days} hari"),
            (f"{days} hari kerja", f"{days} Hari Kerja"),
            (f"{days} hari kerja", f"{days} HK"),
            (f"{days}-{days + 2} hari", f"{days} s.d. {days + 2} hari"),
            ("2 jam 30 menit", "2 jam 30 menit"),
            (f"maks. {days} hari", f"maksimal {days} hari"),
            (f"± {amount} menit", f"± {amount} menit"),
        ]
    )


class Steps:
    """Draws the steps of one SOP by dice."""

    def __init__(self, dice, subject, actors):
        self.dice, self.subject, self.actors = dice, subject, actors
        self.tasks, self.checks = dice.sample(TASKS, len(TASKS)), dice.sample(CHECKS, len(CHECKS))
        self.steps, self.actor, self.output = [], actors[0], "Surat permohonan"

    def draw(self, count):
        """`count` steps or a few more, the last of which ends the work."""
        self.add(self.tasks.pop())
        while len(self.steps) < count - 1 and len(self.tasks) > 3:
            self.dice.choices(
                [self.plain, self.decision, self.refusal, self.repair, self.row, self.pair, self.meeting, self.fork],
                [9, 5, 1.2, 1.2, 2, 1.5, 1.2, 1 if len(self.actors) > 3 else 0],
            )[0]()
        self.walk()
        self.add(self.dice.choice(CLOSINGS))
        return self.steps

    def walk(self):
        """Mostly to another actor, rather a near one."""
        if self.dice.random() < 0.75:
            others = [actor for actor in self.actors if actor != self.actor]
            here = self.actors.index(self.actor)
            self.actor = self.dice.choices(others, [1 / abs(self.actors.index(actor) - here) for actor in others])[0]

    def add(self, words, **more):
        """One row at the present actor, or at those that `more` says."""
        text, output = (part.format(subject=self.subject) for part in words)
        given = [self.output] + ([self.dice.choice(EXTRAS)] if self.dice.random() < 0.3 else [])
        step = {"nomor": len(self.steps) + 1, "uraian": text, "pelaksana": self.actor, "kelengkapan": given, "output": [output]}
        if self.dice.random() < 0.15:
            step["output"] = [output, "Lembar kendali"]
        if self.dice.random() < 0.2:
            step["keterangan"] = self.dice.choice(NOTES)
        self.steps.append(step | more)
        self.output = output
        return self.steps[-1]

    def plain(self):
        self.walk()
        self.add(self.tasks.pop())

    def check(self):
        """Words of a decision; the list may have run out."""
        return self.checks.pop() if self.checks else self.tasks.pop()

    def earlier(self):
        """The number of a step to return to."""
        return self.dice.choice([step["nomor"] for step in self.steps[-4:] if step.get("simbol") != "selesai"])

    def decision(self):
        """Yes goes on, no goes back."""
        self.walk()
        back = self.earlier()
        number = len(self.steps) + 1
        self.add(self.check(), ya=number + 1, tidak=back)

    def refusal(self):
        """No ends in the next row, yes skips it."""
        self.walk()
        number = len(self.steps) + 1
        self.add(self.check(), ya=number + 2, tidak=number + 1)
        output = self.output
        self.walk()
        self.add(self.dice.choice(REFUSALS), simbol="selesai")
        self.output = output

    def repair(self):
        """No goes to the next row, which returns; yes skips it."""
        self.walk()
        number = len(self.steps) + 1
        self.add(self.check(), ya=number + 2, tidak=number + 1)
        self.walk()
        self.add(self.tasks.pop(), lanjut=number)

    def row(self):
        """Two or three actors in one row, one after the other."""
        count = min(len(self.actors), self.dice.choice([2, 2, 3]))
        at = self.dice.randint(0, len(self.actors) - count)
        run = self.actors[at : at + count]
        if self.dice.random() < 0.5:
            run = run[::-1]
        self.add(self.tasks.pop(), pelaksana=run)
        self.actor = run[-1]

    def pair(self):
        """One prepares and the other decides, in one row."""
        at = self.dice.randint(0, len(self.actors) - 2)
        first, second = self.actors[at : at + 2]
        number = len(self.steps) + 1
        decides = {"id": second, "simbol": "keputusan", "ya": number + 1, "tidak": f"{number}.{first}"}
        kind = {"id": first, "simbol": "proses"}
        self.add(self.check(), pelaksana=[kind, decides])
        self.actor = second

    def meeting(self):
        """One leads, others take part."""
        self.walk()
        here = self.actors.index(self.actor)
        near = [self.actors[at] for at in (here - 1, here + 1) if 0 <= at < len(self.actors)]
        self.add(self.dice.choice(MEETINGS), bersama=near)

    def fork(self):
        """Two or three rows at once, then one where they meet."""
        if len(self.tasks) < 6:
            return
        number = len(self.steps) + 1
        count = self.dice.choice([2, 2, 3])
        lanes = self.dice.sample(self.actors, count)
        self.add(self.tasks.pop(), lanjut=[number + 1 + at for at in range(count)])
        for lane in lanes:
            self.actor = lane
            self.add(self.tasks.pop(), lanjut=number + count + 1)
        self.walk()
        self.add(self.tasks.pop())

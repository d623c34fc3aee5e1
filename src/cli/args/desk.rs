//! What `sop desk` takes.

use super::english::Twin;
use clap::Args;
use std::path::PathBuf;

/// `sop desk`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop desk [PILIHAN] [FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Halaman dibuka di peramban komputer ini. Isinya tidak keluar dari komputer: server hanya mendengarkan di 127.0.0.1, alamatnya \
memuat kunci rahasia, dan tidak ada yang diambil dari internet. Dengan FOLDER, berkas di dalamnya dapat dipilih dari daftar, dan \
hasilnya disimpan di samping asalnya; di luar FOLDER tidak ada yang dibaca atau ditulis. Tanpa FOLDER, berkas dijatuhkan ke halaman dan \
hasilnya diunduh.

Berhenti: Ctrl-C.

Contoh:
  sop desk
  sop desk sops/
  sop meja sops/ --port 8000 --no-open"
)]
pub struct DeskArgs {
    /// Folder berkas SOP yang boleh dibuka dan disimpan
    #[arg(value_name = "FOLDER", help_heading = "Masukan")]
    pub folder: Option<PathBuf>,
    /// Nomor port di 127.0.0.1; tanpa ini dipilih yang bebas
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// Jangan buka peramban; alamatnya tetap ditampilkan
    #[arg(long)]
    pub no_open: bool,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "desk",
    about: "Open a page in the browser to check, mend and print SOPs",
    usage: "sop desk [OPTIONS] [FOLDER]",
    after: "\
The page opens in a browser on this computer. Nothing leaves the computer: the server listens on 127.0.0.1 only, its address holds \
a secret, and nothing is fetched from the internet. With FOLDER its files can be picked from a list, and results are saved beside what \
they were made from; outside FOLDER nothing is read or written. Without FOLDER files are dropped on the page, and results are \
downloaded.

To stop: Ctrl-C.

Examples:
  sop desk
  sop desk sops/
  sop desk sops/ --port 8000 --no-open",
    arguments: &[&[
        ("folder", "Folder of SOP files that may be opened and saved"),
        ("port", "Port on 127.0.0.1; without it a free one is taken"),
        ("no_open", "Do not open the browser; the address is printed all the same"),
    ]],
};

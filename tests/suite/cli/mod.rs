//! The program as a user meets it: verbs, exit codes, bad inputs, and that nothing is ever overwritten or half written.

mod archive;
mod baseline;
mod check;
mod config;
mod convert;
mod cut_off;
mod fix;
mod foreign;
mod form;
mod never_acts;
mod office;
mod others;
mod press;
mod prints;
mod render;
mod rivals;
mod short_supply;
mod time;

use serde_json::Value;

const SOUND: &str = include_str!("../data/surat-masuk-ditinjau.yaml");

/// A legacy text with one line that belongs nowhere, so that there is something to find.
const LEGACY: &str = "\
STANDAR OPERASIONAL PROSEDUR
Nama SOP\tPengelolaan Surat Masuk
Nomor SOP\t012/SOP/KEC-SM/VII/2024

No\tKegiatan\tPengadministrasi Umum\tCamat\tKelengkapan\tWaktu\tOutput\tKeterangan
1\tMenerima surat masuk\tv\t\tSurat masuk\t10 menit\tSurat tercatat\t
2\tMemberikan disposisi\t\tv\tSurat tercatat\t1 jam\tDisposisi Camat\t
\"Kalimat ini tidak termasuk bagian mana pun\" kata seseorang entah siapa, di luar tabel
";

fn objects(out: &str) -> Vec<Value> {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

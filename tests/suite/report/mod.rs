//! Reports as those who receive them see them: terminals, spreadsheets, build servers, and people with a browser.

mod machines;
mod messages;
mod page;
mod recap;
mod sheets;
mod spots;
mod terminal;

use crate::support::sandbox::Sandbox;
use serde_json::Value;

/// A name of a file that every format has to escape.
const NAME: &str = "surat \"a\", 50%: é💥.yaml";

/// An SOP whose texts are meant to break out of every format.
const HOSTILE: &str = r#"versi: 1
identitas:
  instansi: "=HYPERLINK(\"http://contoh.go.id\")"
  nama: "]]> </title><script>alert(1)</script> \u0001\u001b[31m \uFFFE, \"kutip\" 💥"
  tanggal_pembuatan: "30 NOVEMBER"
pelaksana:
  - {id: staf, nama: "<img src=x onerror=alert(1)>"}
  - {id: camat, nama: Camat}
kegiatan:
  - {nomor: 1, uraian: "Menerima <b>surat</b>", pelaksana: staf, kelengkapan: [Surat], waktu: 1 jam, output: ["@berkas | `a`"]}
  - {nomor: 2, uraian: Memeriksa surat, pelaksana: camat, kelengkapan: ["=1+1, ]]> <i>\u0007%0A::error::x"], waktu: "15", output: [Nota]}
"#;

/// Two SOPs in one file, each with a duration that lacks its unit.
const TWO: &str = "versi: 1
identitas: {nama: Surat Masuk}
kegiatan:
  - {nomor: 1, uraian: Menerima surat, waktu: 15}
---
versi: 1
identitas: {nama: Surat Keluar}
kegiatan:
  - {nomor: 1, uraian: Mengirim surat, waktu: 20}
";

/// The report on the hostile SOP.
fn hostile(format: &str) -> String {
    Sandbox::new().file(NAME, HOSTILE).run(&["check", NAME, "--format", format]).out
}

/// The report on the two SOPs, about their durations only.
fn two(format: &str) -> String {
    Sandbox::new().file("dua.yaml", TWO).run(&["check", "dua.yaml", "--select", "S602", "--format", format]).out
}

fn json(out: &str) -> Value {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

/// The rows of a CSV text, after RFC 4180.
fn csv(out: &str) -> Vec<Vec<String>> {
    parted(out, ',')
}

/// The same, parted by another mark.
fn parted(out: &str, mark: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = out.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("a row");
        let field = row.last_mut().expect("a field");
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => field.push(letters.next().expect("a quote")),
            '"' => is_quoted = !is_quoted,
            letter if letter == mark && !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'), "rows end with CR LF");
                rows.push(vec![String::new()]);
            }
            letter => field.push(letter),
        }
    }
    assert!(!is_quoted, "a quote is not closed");
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends with CR LF");
    rows
}

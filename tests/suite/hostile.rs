//! Texts that no office writes: never a panic, never a hang, and time that grows with the text and no faster.

use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::layout::{PrintOptions, lay_out};
use sop::read::ReadError;
use sop::read::yaml::read_yaml;
use sop::render::fonts::Fonts;
use sop::render::terminal::{Glyphs, table};
use sop::render::yaml::to_yaml;

/// A kind of text, made as large as asked: about `n` characters, lines or tags.
type Kind = (&'static str, fn(usize) -> String);

const HEADER: &str = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tKepala\tStaf\tKelengkapan\tWaktu\tOutput\t\n";

const KINDS: &[Kind] = &[
    ("one line of letters", |n| "a".repeat(n)),
    ("one line of words", |n| "surat ".repeat(n)),
    ("tabs", |n| "\t".repeat(n)),
    ("line breaks around a letter", |n| format!("{0}a{0}", "\n".repeat(n / 2))),
    ("blanks between letters", |n| format!("a{}b", " ".repeat(n))),
    ("cells held apart by blanks", |n| "a   ".repeat(n)),
    ("pipes", |n| format!("|{}", "a|".repeat(n))),
    ("empty pipes", |n| "|".repeat(n)),
    ("pipes with a sign behind the last", |n| "| 1 | Menulis surat | □\n".repeat(n)),
    ("table cells", |n| format!("<table><tr>{}", "<td>a".repeat(n))),
    ("nested tags", |n| format!("{}a{}", "<div><b>".repeat(n), "</b></div>".repeat(n))),
    ("nested tables", |n| "<table><tr><td>a".repeat(n)),
    ("opened brackets", |n| "<".repeat(n)),
    ("opened tags that never close", |n| "a<b ".repeat(n)),
    ("ampersands", |n| "&".repeat(n)),
    ("entities", |n| "&amp;".repeat(n)),
    ("line break tags in one cell", |n| format!("1\t{}\tv", "a<br>".repeat(n))),
    ("bold marks", |n| "**".repeat(n)),
    ("bold words", |n| "**a** ".repeat(n)),
    ("labels in one line", |n| "Nomor SOP ".repeat(n)),
    ("labels with colons in one line", |n| "Nomor SOP: ".repeat(n)),
    ("labels one a line", |n| "Nomor SOP\n".repeat(n)),
    ("labels with values", |n| (0..n).map(|at| format!("Nomor SOP\t: {at}/X/2020\n")).collect()),
    ("dates without labels", |n| format!("Tanggal Pembuatan\n\n\n{}", "\n3 Mei 2020\n".repeat(n))),
    ("headings", |n| "Dasar Hukum :\n1. UU 1 Tahun 2000\n\n".repeat(n)),
    ("one section of many lines", |n| format!("Peringatan :\n{}", "1. Jangan terlambat\n".repeat(n))),
    ("header rows", |n| HEADER.repeat(n)),
    ("header rows of blanks", |n| {
        "No   Kegiatan   Pelaksana   Waktu   Output\n1    Menulis    v     1 jam   Surat\n".repeat(n)
    }),
    ("digits", |n| "1".repeat(n)),
    ("digits one a line", |n| "1\n".repeat(n)),
    ("page numbers in a table", |n| {
        format!("{HEADER}1\tMenulis\tv\t\tKertas\t1 jam\tSurat\t\n{}", "- 2 -\n".repeat(n))
    }),
    ("combining characters", |n| format!("a{}", "\u{301}".repeat(n))),
    ("signature words", |n| "Kepala Dinas, NIP. 19700101 199001 1 001\n".repeat(n)),
    ("letterheads", |n| "PEMERINTAH KABUPATEN CONTOH\nDINAS CONTOH\n".repeat(n)),
    ("capital lines", |n| "PROSEDUR SURAT\n".repeat(n)),
    ("steps in words with doubled colons", |n| {
        let step = "Petugas\n   Memeriksa berkas.\n   Waktu: 5 menit. Output:: berkas lengkap.\n";
        let steps: String = (1..=n).map(|at| format!("{at}. {step}")).collect();
        format!("SOP PENGADUAN\n\nUraian Prosedur\n\n{steps}")
    }),
    ("rows", rows),
    ("rows without marks", |n| rows(n).replace("\tv\t", "\t\t")),
    ("rows that hand over and decide", |n| {
        let activity = "Memeriksa surat, jika tidak lengkap mengembalikan kepada Staf";
        rows(n).replace("Menulis surat", activity)
    }),
    ("rows without numbers", |n| format!("{HEADER}{}", "\tMenulis\tv\t\tKertas\t1 jam\tSurat\t\n".repeat(n))),
    ("rows of one number", |n| format!("{HEADER}{}", "1\tMenulis\tv\t\tKertas\t1 jam\tKertas\t\n".repeat(n))),
    ("continued rows", |n| {
        format!("{HEADER}1\tMenulis\tv\t\tKertas\t1 jam\tSurat\t\n{}", "\tlagi\t\t\t\t\t\t\n".repeat(n))
    }),
    ("columns", |n| {
        let names: String = (0..n).map(|at| format!("Kepala Bidang {at}\t")).collect();
        let head = format!("No\tKegiatan\t{names}Kelengkapan\tWaktu\tOutput\n");
        format!("{head}1\tMenulis\t{}Kertas\t1 jam\tSurat\n", "v\t".repeat(n))
    }),
    ("documents in one cell", |n| {
        format!("{HEADER}1\tMenulis\tv\t\t{}\t1 jam\tSurat\t\n", "1. Surat, nota; ".repeat(n))
    }),
    ("durations in one cell", |n| format!("{HEADER}1\tMenulis\tv\t\tKertas\t{}\tSurat\t\n", "1 jam ".repeat(n))),
    ("one word in a cell", |n| format!("{HEADER}1\t{}\tv\t\tKertas\t1 jam\tSurat\t\n", "x".repeat(n))),
    ("different words in one cell", |n| {
        let words: String = (0..n).map(|at| format!("kata{at} ")).collect();
        format!("{HEADER}1\tMenulis\tv\t\t{words}\t1 jam\t{words}\t\n")
    }),
    ("decisions that all go back to one step", |n| {
        let row =
            |at: usize| format!("{at}\tMemeriksa, jika tidak lengkap kembali ke langkah 1\tv\t\t-\t1 jam\tNota\t\n");
        format!("{HEADER}{}", (1..=n).map(row).collect::<String>())
    }),
    ("decisions that go back to an actor far above", |n| {
        let row = |at: usize| {
            format!("{at}\tMemeriksa, jika tidak lengkap mengembalikan kepada Kepala\t\tv\t-\t1 jam\tNota\t\n")
        };
        format!("{HEADER}0\tMenulis\tv\t\t-\t1 jam\tNota\t\n{}", (1..=n).map(row).collect::<String>())
    }),
    ("equipment beside what rows need", |n| {
        let items: String = (0..n).map(|at| format!("{at}. Buku agenda {at}a\n")).collect();
        let row = |at: usize| format!("{at}\tMenulis\tv\t\tBuku agenda {at}b\t1 jam\tNota {at}c\t\n");
        format!("Peralatan :\n{items}{HEADER}{}", (1..=n).map(row).collect::<String>())
    }),
    ("a page in one line", |n| {
        let row = |at: usize| format!("<tr><td rowspan=9>{at}<td colspan=9>Menulis<td>1 jam</tr>");
        format!("<table><tr><th>No<th>Kegiatan<th>Waktu</tr>{}</table>", (1..=n).map(row).collect::<String>())
    }),
    ("brackets in one cell", |n| format!("{HEADER}1\tMenulis\tv\t\t{}\t1 jam\tSurat\t\n", "(a ".repeat(n))),
    ("drawn rules", |n| "+----+--------+\n".repeat(n)),
    ("headings before any contents", |n| {
        format!("{}{}", "Dasar Hukum\nPeringatan\n".repeat(n), "1. UU 1 Tahun 2000\n".repeat(n))
    }),
    ("headings in one line", |n| format!("{}\n1. a\t2. b\n", "Dasar Hukum\tPeringatan\t".repeat(n))),
    ("headers one cell a line", |n| "No\nKegiatan\nKelengkapan\nWaktu\nOutput\n1\n".repeat(n)),
    ("tables of cells on a line each", |n| {
        let head = "No\nKegiatan\nKepala\nStaf\nKelengkapan\nWaktu\nOutput\nKeterangan\n\n";
        format!("{head}1\nMencatat surat\nv\n\nSurat\n5 menit\nAgenda\n\n2\nMelapor\n\nv\nAgenda\n1 jam\nLaporan\n\n")
            .repeat(n)
    }),
    ("copied headers", |n| (1..=n).map(|at| format!("{COPIED}{at} Menulis surat Kertas nota Surat jadi\n")).collect()),
    ("copied lines that may be cut anywhere", |n| {
        let line = format!("{}\n", "Surat nota ".repeat(12));
        let step = |at: usize| format!("{at} {}5 menit\n", line.repeat(12));
        format!("{COPIED}{}", (1..=n.min(20)).map(step).collect::<String>())
    }),
    ("tables of one row in a page", |n| "Nomor SOP : 1\n<table><tr><td>1<td>Menulis<td>1 jam</table>\n".repeat(n)),
    ("several SOPs", |n| {
        (0..n)
            .map(|at| {
                format!(
                    "Nomor SOP\t: {at}/X/2020\nNama SOP\t: Surat {at}\n{HEADER}1\tMenulis\tv\t\t-\t1 jam\tSurat\t\n\n"
                )
            })
            .collect()
    }),
];

const COPIED: &str = "No Kegiatan Pelaksana Kelengkapan Waktu Output Keterangan\nKepala Staf\n";

fn rows(n: usize) -> String {
    let row = |at: usize| {
        let (one, other) = if at.is_multiple_of(2) { ("v", "") } else { ("", "v") };
        format!("{at}\tMenulis surat {at}\t{one}\t{other}\tKertas {at}\t1 jam\tSurat {at}\t\n")
    };
    format!("{HEADER}{}", (1..=n).map(row).collect::<String>())
}

/// All the way from bytes to a print; what it gives back is only compared with itself.
pub fn all_the_way(bytes: &[u8], fonts: &Fonts) {
    let analysis = match analyze(bytes, "masukan.txt") {
        Ok(analysis) => analysis,
        Err(ReadError::Empty | ReadError::Foreign(_)) => return,
        Err(error) => panic!("refused: {error}"),
    };
    assert!(!analysis.sops.is_empty());
    for sop in &analysis.sops {
        for finding in check(sop, &Settings::default(), rules()) {
            assert!(finding.span.is_none_or(|span| analysis.source.text.get(span.range()).is_some()), "{finding:?}");
        }
        assert!(!table(sop, 100, Glyphs::Unicode).is_empty());
        assert!(!lay_out(sop, &PrintOptions::default(), fonts).is_empty());
    }
    let yaml = to_yaml(&analysis.sops);
    assert_eq!(read_yaml(&yaml).map(|sops| to_yaml(&sops)).ok().as_ref(), Some(&yaml));
}

#[test]
fn any_kind_of_text_goes_all_the_way() {
    let fonts = Fonts::load().unwrap();
    for (kind, make) in KINDS {
        println!("{kind}");
        for n in [1, 2, 3, 40] {
            all_the_way(make(n).as_bytes(), &fonts);
        }
    }
}

/// Work that grows faster than the text would take minutes here.
#[test]
fn long_texts_are_read_as_soon_as_short_ones() {
    for (_, make) in KINDS {
        let text = make(1500);
        assert!(
            analyze(text.as_bytes(), "masukan.txt").is_ok_and(|analysis| !analysis.sops.is_empty())
                || text.trim().is_empty()
        );
    }
}

#[test]
fn the_steps_of_a_long_table_are_counted_on_beyond_999() {
    let analysis = analyze(rows(1200).as_bytes(), "masukan.txt").expect("a table");
    let steps = &analysis.sops[0].steps;
    assert_eq!(steps.len(), 1200);
    for (at, step) in steps.iter().enumerate() {
        assert_eq!(step.number, at as u32 + 1);
        assert_eq!(step.activity.value(), Some(&format!("Menulis surat {}", at + 1)));
    }
}

#[test]
fn any_bytes_go_all_the_way() {
    let fonts = Fonts::load().unwrap();
    let mut state = 1_u32;
    for length in [1, 10, 100, 1000, 4000] {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        let text: Vec<u8> = bytes.iter().copied().filter(|byte| *byte >= 0x20).collect();
        all_the_way(&bytes, &fonts);
        all_the_way(&text, &fonts);
    }
}

//! What an office says of its own accord: words at branches, more than two ways out of a decision, dashed arrows, headings
//! between the rows.

use super::word::word;
use super::{PAPERS, assert_clean, fonts, printed, words};
use sop::analysis::analyze;
use sop::layout::{Draw, Form, Page, Paper, PrintOptions, Shape, account, lay_out};
use sop::model::{EdgeKind, Sop, Step, StepField, Symbol};
use sop::read::yaml::read_yaml;
use sop::render::markdown::to_markdown;
use sop::render::print::Metadata;
use sop::render::terminal::{Glyphs, table};
use sop::render::xlsx;
use sop::render::yaml::to_yaml;

fn sop(yaml: &str) -> Sop {
    read_yaml(yaml).unwrap().remove(0)
}

fn branch_label() -> Sop {
    sop(include_str!("../data/model/branch-label.yaml"))
}

fn three_ways() -> Sop {
    sop(include_str!("../data/model/three-ways.yaml"))
}

fn dashed_external() -> Sop {
    sop(include_str!("../data/model/dashed-external.yaml"))
}

#[test]
fn they_are_cleanly_drawn() {
    for sop in [branch_label(), three_ways(), dashed_external(), with_cases()] {
        PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    }
}

#[test]
fn a_branch_is_labelled_with_its_own_words() {
    let sop = branch_label();
    let said = words(&printed(&sop, Paper::A4));
    assert!(said.lines().any(|line| line == "Lengkap") && said.lines().any(|line| line == "Tidak"), "{said}");
    assert!(!said.lines().any(|line| line == "Ya"), "{said}");
    assert_eq!(account(&sop)[1], "langkah 2, Kepala Subbagian, keputusan; Lengkap ke 3, tidak ke 1");
    assert!(to_markdown(std::slice::from_ref(&sop)).contains("◇ Lengkap → 3, Tidak → 1"));
    assert!(to_yaml(&[sop]).contains("\n    ya: {ke: 3, label: Lengkap}\n    tidak: 1\n"));
}

/// The three ways of a decision, each with words of its own.
fn with_cases() -> Sop {
    let written = "  ya: 3\n  tidak: 4\n  lanjut: 5\n";
    let cases =
        "  cabang:\n  - {label: Disetujui, ke: 3}\n  - {label: Ditolak, ke: 4}\n  - {label: Perlu revisi, ke: 1}\n";
    let yaml = include_str!("../data/model/three-ways.yaml");
    assert!(yaml.contains(written));
    sop(&yaml.replace(written, cases))
}

#[test]
fn a_decision_may_have_more_than_two_ways_out() {
    let ways = |sop: &Sop| sop.edges().iter().filter(|edge| edge.from == (1, 0)).count();
    assert_eq!(ways(&three_ways()), 3);
    let sop = with_cases();
    assert_eq!(ways(&sop), 3);
    let said = words(&printed(&sop, Paper::A4));
    for word in ["Disetujui", "Ditolak", "Perlu revisi"] {
        assert!(said.lines().any(|line| line == word), "{word}: {said}");
    }
    let told = "langkah 2, Kepala Subbagian, keputusan; Disetujui ke 3, Ditolak ke 4, Perlu revisi ke 1";
    assert_eq!(account(&sop)[1], told);
}

/// Thirteen actors leave no room for words: each letter is explained once under the table of its page.
#[test]
fn letters_in_place_of_words_are_explained_under_the_table() {
    let mut yaml = "versi: 1\npelaksana:\n".to_owned();
    (0..13).for_each(|at| yaml.push_str(&format!("  - {{id: p{at}, nama: Kepala Seksi Nomor {at}}}\n")));
    yaml.push_str("kegiatan:\n");
    for at in 1..=8 {
        let ways = match at {
            3 => {
                "cabang: [{label: Disetujui semua, ke: 4}, {label: Ditolak semua, ke: 8}, {label: Perlu revisi, ke: 2}]"
            }
            5 | 6 => "ya: {ke: 7, label: Berkas lengkap}, tidak: {ke: 4, label: Belum lengkap}",
            _ => "simbol: proses",
        };
        yaml.push_str(&format!("  - {{nomor: {at}, uraian: Bagian {at}, pelaksana: p{}, {ways}}}\n", at * 5 % 13));
    }
    let sop = sop(&yaml);
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    let pages = printed(&sop, Paper::A4);
    let said = words(&pages).lines().filter(|line| line.starts_with("langkah ")).collect::<Vec<_>>().join("; ");
    assert_eq!(
        said,
        "langkah 3: a = Disetujui semua, b = Ditolak semua, c = Perlu revisi; langkah 5, 6: Y = Berkas lengkap, T = Belum lengkap"
    );
    let explained = |page: &Page| words(std::slice::from_ref(page)).contains("a = ");
    let lettered = |page: &Page| words(std::slice::from_ref(page)).lines().any(|line| line == "a");
    assert!(pages.iter().all(|page| explained(page) == lettered(page)));
    assert!(!words(&printed(&three_ways(), Paper::A4)).contains(" = "), "words that stand there need no letters");
}

/// Where one line has no room for all of it the table leaves room for more: what a letter stands for is nowhere else.
#[test]
fn all_letters_of_a_page_are_explained_however_long_their_words() {
    let mut yaml = "versi: 1\npelaksana: [Staf, Arsiparis, Kepala Seksi, Kepala Bidang, Sekretaris, Kepala Dinas]\n\
                    kegiatan:\n"
        .to_owned();
    let actors = ["Arsiparis", "Kepala Seksi", "Kepala Bidang", "Sekretaris", "Kepala Dinas", "Staf"];
    for at in 1..=22 {
        let ways = match at % 2 {
            0 if at < 22 => format!(
                "cabang: [{{label: Disetujui tanpa perubahan {at}, ke: {}}}, {{label: Dikembalikan kepada pengusul {at}, \
                 ke: {}}}, {{label: Diteruskan kepada pimpinan {at}, ke: {}}}]",
                at + 1,
                (at - 3).max(1),
                at + 2
            ),
            _ => "waktu: 10 menit".to_owned(),
        };
        let actor = actors[at as usize % 6];
        yaml.push_str(&format!("  - {{nomor: {at}, uraian: Memeriksa bagian {at}, pelaksana: {actor}, {ways}}}\n"));
    }
    let sop = sop(&yaml);
    for paper in PAPERS {
        assert_clean(&sop, paper);
        let said = words(&printed(&sop, paper)).split_whitespace().collect::<Vec<_>>().join(" ");
        for at in (2..22).step_by(2) {
            assert!(said.contains(&format!("Diteruskan kepada pimpinan {at}")), "{at} on {paper:?}");
        }
    }
    let ways = |sop: &Sop| -> Vec<Vec<(String, Option<String>)>> {
        let of_step = |step: &Step| {
            let ways = step.cells.iter().flat_map(|cell| &cell.cases);
            ways.map(|way| (way.value.to_string(), way.words().map(str::to_owned))).collect()
        };
        sop.steps.iter().map(of_step).collect()
    };
    let pages = lay_out(&sop, &PrintOptions::default(), &fonts());
    let book = xlsx::render(&[(&sop, &pages)], &Form::default(), &Metadata::of(&sop)).expect("it can be packed");
    for (bytes, name) in [(word(std::slice::from_ref(&sop)), "a.docx"), (book, "a.xlsx")] {
        let read = analyze(&bytes, name).expect("it can be read").sops.remove(0);
        assert_eq!(ways(&read), ways(&sop), "{name}");
        let left = read.conversion.map(|it| it.leftovers).unwrap_or_default();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

/// A line of letters gives the branches of a table their words, and none that it does not name.
#[test]
fn letters_at_branches_are_read_with_their_words() {
    let table = "| No | Kegiatan | Staf | Kepala | Kelengkapan | Waktu | Output |\n\
                 |---|---|---|---|---|---|---|\n\
                 | 1 | Menyusun naskah | Mulai |  | Bahan | 1 jam | Naskah |\n\
                 | 2 | Memeriksa naskah |  | ◇ Y → 3, T → 1 | Naskah | 1 jam | Naskah diperiksa |\n\
                 | 3 | Menelaah naskah |  | ◇ b → 1, a → 4 | Naskah diperiksa | 1 jam | Telaahan |\n\
                 | 4 | Menyimpan naskah | Selesai |  | Telaahan | 1 jam | Arsip |\n\n";
    let read = |line: &str| analyze(format!("{table}{line}\n").as_bytes(), "a.md").expect("a text").sops.remove(0);
    let own = |sop: &Sop| -> Vec<String> {
        let ways =
            sop.steps.iter().flat_map(|step| &step.cells).flat_map(|cell| cell.ways_by_field().collect::<Vec<_>>());
        ways.map(|(_, way)| format!("{} > {}", way.words().unwrap_or("-"), way.value)).collect()
    };
    let sop = read("langkah 2: Y = Lengkap; langkah 3: a = Layak, b = Perlu revisi");
    assert_eq!(own(&sop), ["Lengkap > 3", "- > 1", "Layak > 4", "Perlu revisi > 1"]);
    assert!(sop.conversion.is_none_or(|it| it.leftovers.is_empty()));
    let other = read("langkah 2: c = Lengkap; langkah 9: a = Layak");
    assert_eq!(own(&other), ["- > 3", "- > 1", "b > 1", "a > 4"]);
    assert!(other.conversion.is_some_and(|it| !it.leftovers.is_empty()), "what is not understood is told");
}

/// Words that begin like an answer, and numbers in them, are words.
#[test]
fn ways_with_words_of_their_own_survive_markdown() {
    let written = "  ya: 3\n  tidak: 4\n  lanjut: 5\n";
    let cases = "  cabang:\n  - {label: Berkadar pengawasan tahap 2, ke: 3}\n  - {label: Tidak berkadar pengawasan, ke: 4}\n  \
                 - {label: 'Kurang jelas, perlu data', ke: 1}\n";
    let sop = sop(&include_str!("../data/model/three-ways.yaml").replace(written, cases));
    let again = analyze(to_markdown(std::slice::from_ref(&sop)).as_bytes(), "a.md").unwrap().sops.remove(0);
    let ways = |sop: &Sop| -> Vec<(String, Option<String>)> {
        let ways = sop.steps[1].cells[0].cases.iter();
        ways.map(|way| (way.value.to_string(), way.words().map(str::to_owned))).collect()
    };
    assert_eq!(ways(&sop).len(), 3);
    assert_eq!(ways(&again), ways(&sop));
}

/// Offices that look after many matters have all of them in their name.
#[test]
fn names_of_offices_over_columns_may_be_long() {
    let name =
        "Kepala Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana";
    let yaml = format!(
        "versi: 1\npelaksana: [Staf, '{name}']\nkegiatan:\n\
         - {{nomor: 1, uraian: Menyusun naskah, pelaksana: Staf, waktu: 1 jam, output: Naskah}}\n\
         - {{nomor: 2, uraian: Menandatangani naskah, pelaksana: '{name}', waktu: 1 jam, output: Surat}}\n"
    );
    let sop = sop(&yaml);
    let pages = lay_out(&sop, &PrintOptions::default(), &fonts());
    let book = xlsx::render(&[(&sop, &pages)], &Form::default(), &Metadata::of(&sop)).expect("it can be packed");
    for (bytes, file) in [(word(std::slice::from_ref(&sop)), "a.docx"), (book, "a.xlsx")] {
        let read = analyze(&bytes, file).expect("it can be read").sops.remove(0);
        let names: Vec<&str> = read.actors.iter().map(|actor| actor.name.value.as_str()).collect();
        assert_eq!(names, ["Staf", name], "{file}");
        assert!(read.steps.iter().all(|step| step.actors().count() == 1), "{file}");
    }
}

#[test]
fn dashed_arrows_are_drawn_with_dashes_and_no_others() {
    let sop = dashed_external();
    let asked: Vec<_> = sop.edges().into_iter().filter(|edge| edge.dashed).collect();
    assert_eq!(
        asked.iter().map(|edge| (edge.from.0, edge.kind)).collect::<Vec<_>>(),
        [(4, EdgeKind::Next), (5, EdgeKind::Next)]
    );
    let pages = printed(&sop, Paper::A4);
    let dashed = |op: &&Draw| matches!(op, Draw::Path { stroke: Some(stroke), .. } if stroke.dashed);
    assert_eq!(pages.iter().flat_map(|page| &page.ops).filter(dashed).count(), 2);
    assert!(to_yaml(&[sop]).contains("- {ke: 6, garis: putus}\n      - 7\n"));
}

/// Headings over the first row, two over the second, one of several lines over the third.
fn with_headings() -> Sop {
    let yaml = include_str!("../data/model/branch-label.yaml");
    let headed = yaml
        .replace("- nomor: 1\n", "- subjudul: PERENCANAAN\n- nomor: 1\n")
        .replace("- nomor: 2\n", "- subjudul: Pelaksanaan\n- subjudul: A. Pemeriksaan\n- nomor: 2\n")
        .replace("- nomor: 3\n", "- subjudul: Penutupan dan penyerahan berkas kepada unit pengolah\n- nomor: 3\n");
    sop(&headed)
}

#[test]
fn headings_stand_between_the_rows_and_are_no_steps() {
    let sop = with_headings();
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    assert_eq!(sop.steps.len(), 3);
    assert_eq!((sop.symbol(0, 0), sop.symbol(2, 0)), (Symbol::Start, Symbol::End));
    let said = words(&printed(&sop, Paper::A4));
    for heading in ["PERENCANAAN", "Pelaksanaan", "A. Pemeriksaan"] {
        assert!(said.lines().any(|line| line == heading), "{heading}: {said}");
    }
    let table = table(&sop, 110, Glyphs::Unicode);
    let row = |words: &str| table.lines().position(|line| line.contains(words)).unwrap();
    assert!(row("│ PERENCANAAN ") < row("│ 1 "));
    assert!(row("│ 1 ") < row("│ Pelaksanaan "), "{table}");
    assert!(row("│ Pelaksanaan ") < row("│ A. ") && row("│ A. ") < row("│ 2 "), "{table}");
}

#[test]
fn a_numbered_heading_is_given_no_symbol() {
    let sop = sop(include_str!("../data/model/heading-as-step.yaml"));
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    assert_eq!((sop.symbol(0, 0), sop.symbol(1, 0), sop.symbol(2, 0)), (Symbol::Process, Symbol::Start, Symbol::End));
}

#[test]
fn headings_survive_markdown() {
    let headings = |sop: &Sop| {
        let of_step = |step: &Step| step.headings.iter().map(|it| it.value.clone()).collect::<Vec<_>>();
        sop.steps.iter().map(of_step).collect::<Vec<_>>()
    };
    let sop = with_headings();
    let again = analyze(to_markdown(std::slice::from_ref(&sop)).as_bytes(), "a.md").unwrap().sops.remove(0);
    assert_eq!(headings(&again), headings(&sop));
    assert_eq!(again.steps[1].cells[0].yes.as_ref().and_then(|yes| yes.words()), Some("Lengkap"));
}

#[test]
fn line_breaks_are_kept_everywhere() {
    let sop = sop(include_str!("../data/model/newlines.yaml"));
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    let said = words(&printed(&sop, Paper::A4));
    for line in ["DINAS CONTOH", "a. memeriksa kelengkapan", "b. memberi nomor", "B: dalam daerah"] {
        assert!(said.lines().any(|it| it == line), "{line}: {said}");
    }
    let yaml = to_yaml(std::slice::from_ref(&sop));
    let block = "    uraian: |-\n      Menyiapkan berkas:\n      a. memeriksa kelengkapan\n      b. memberi nomor\n";
    assert!(yaml.contains(block), "{yaml}");
    assert_eq!(read_yaml(&yaml).unwrap(), std::slice::from_ref(&sop));
    let markdown = to_markdown(std::slice::from_ref(&sop));
    assert!(markdown.contains("Menyiapkan berkas:<br>a. memeriksa kelengkapan<br>b. memberi nomor<br>c. mencatat"));
    let again = analyze(markdown.as_bytes(), "a.md").unwrap().sops.remove(0);
    assert_eq!(again.steps[0].activity.value(), sop.steps[0].activity.value());
    let table = table(&sop, 100, Glyphs::Unicode);
    assert!(table.contains("│b. memberi nomor") && table.contains("                    DINAS CONTOH\n"), "{table}");
    assert!(!table.contains('\u{fffd}') && !markdown.contains('\u{fffd}'));
}

#[test]
fn a_document_is_a_sheet() {
    let yaml = include_str!("../data/model/three-ways.yaml");
    let sop = sop(&yaml.replace("- nomor: 4\n", "- nomor: 4\n  simbol: dokumen\n"));
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    let pages = printed(&sop, Paper::A4);
    let sheets = |page: &sop::layout::Page| page.shapes.iter().filter(|place| place.shape == Shape::Sheet).count();
    assert_eq!(pages.iter().map(sheets).sum::<usize>(), 1);
    assert!(account(&sop)[3].starts_with("langkah 4, Kepala Subbagian, dokumen"));
    assert!(to_yaml(&[sop]).contains("    simbol: dokumen\n"));
}

const EXTRAS: &str = "Nomor SOP\t: 012/SOP/DC/2024\nNomor Revisi\t: 02\nTanggal Efektif\t: 8 Agustus 2024\n\
    Dibuat Oleh\t: Kepala Subbagian Umum, Siti Contoh, S.Sos\nDiperiksa Oleh\t: Sekretaris Dinas, Budi Contoh, M.Si\n\
    Disahkan Oleh\t: Kepala Dinas Contoh\n\tDrs. Contoh Nama, M.Si\nNama SOP\t: Pengelolaan Surat Masuk\n\
    Maksud dan Tujuan\n1. Menjadi pedoman pengelolaan surat\n2. Surat ditindaklanjuti tepat waktu\n\
    Dasar Hukum\n1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n\n\
    No\tKegiatan\tStaf\tKepala\tKelengkapan\tWaktu\tOutput\n1\tMenerima surat\tv\t\tSurat\t5 menit\tSurat tercatat\n\
    2\tMenyimpan surat\t\tv\tSurat tercatat\t5 menit\tArsip\n";

#[test]
fn revision_purpose_and_those_who_make_and_examine_are_read_and_shown() {
    let sop = analyze(EXTRAS.as_bytes(), "a.txt").unwrap().sops.remove(0);
    let yaml = to_yaml(std::slice::from_ref(&sop));
    for said in [
        "  nomor_revisi: \"02\"\n",
        "  dibuat_oleh:\n    jabatan: Kepala Subbagian Umum\n    nama: Siti Contoh, S.Sos\n",
        "  diperiksa_oleh:\n    jabatan: Sekretaris Dinas\n    nama: Budi Contoh, M.Si\n",
        "  maksud_tujuan: [Menjadi pedoman pengelolaan surat, Surat ditindaklanjuti tepat waktu]\n",
    ] {
        assert!(yaml.contains(said), "{said}{yaml}");
    }
    let table = table(&sop, 100, Glyphs::Unicode);
    for said in
        ["Nomor Revisi      : 02", "Dibuat Oleh       : Kepala Subbagian", "Maksud dan Tujuan : Menjadi pedoman"]
    {
        assert!(table.contains(said), "{said}: {table}");
    }
}

/// Letters take the place of long words at arrows; the words come back with the file all the same.
#[test]
fn words_of_arrows_come_back_from_word_and_excel() {
    let yaml = "versi: 1\npelaksana: [{id: staf, nama: Staf}, {id: redaktur, nama: Redaktur}]\nkegiatan:\n\
                - {nomor: 1, uraian: Menulis naskah, pelaksana: staf}\n\
                - {nomor: 2, uraian: Memeriksa berkas, pelaksana: redaktur, ya: {ke: 3, label: Lengkap}, tidak: {ke: 1, label: Tidak lengkap}}\n\
                - nomor: 3\n  uraian: Memeriksa naskah\n  pelaksana: redaktur\n  cabang:\n\
                \x20 - {label: Layak, ke: 4}\n  - {label: Naskah diperbaiki, ke: 1}\n  - {label: Perlu data, ke: 2}\n\
                - {nomor: 4, uraian: Menayangkan naskah, pelaksana: staf}\n";
    let sop = sop(yaml);
    let pages = lay_out(&sop, &PrintOptions::default(), &fonts());
    let book = xlsx::render(&[(&sop, &pages)], &Form::default(), &Metadata::of(&sop)).expect("it can be packed");
    for (bytes, name) in [(word(std::slice::from_ref(&sop)), "a.docx"), (book, "a.xlsx")] {
        let read = analyze(&bytes, name).expect("it can be read").sops.remove(0);
        let ways = |sop: &Sop| -> Vec<(StepField, String, Option<String>)> {
            let cells = sop.steps[1..3].iter().flat_map(|step| &step.cells);
            let ways = cells.flat_map(|cell| cell.ways_by_field().collect::<Vec<_>>());
            let mut ways: Vec<_> =
                ways.map(|(field, way)| (field, way.value.to_string(), way.words().map(str::to_owned))).collect();
            ways.sort_by(|one, other| (&one.1, &one.2).cmp(&(&other.1, &other.2)));
            ways
        };
        assert_eq!(ways(&read), ways(&sop), "{name}");
    }
}

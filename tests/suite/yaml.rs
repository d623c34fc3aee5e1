//! The public format: what is written is read back, people's files are understood, and errors say where and what.

use crate::damage::generate;
use crate::support::model::any_sop;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use sop::analysis::analyze;
use sop::model::{Field, How, Slip, Sop, StepField, Symbol, Target, TroubleKind};
use sop::read::yaml::{YamlError, read_json, read_yaml};
use sop::render::json::to_json;
use sop::render::yaml::to_yaml;
use sop::source::Span;
use std::path::Path;
use std::time::{Duration, Instant};

const EXAMPLE: &str = include_str!("data/surat-masuk.yaml");

fn yaml(text: &str) -> Result<Vec<Sop>, TestCaseError> {
    read_yaml(text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn one_sop_is_read_back_as_written(sop in any_sop()) {
        let sops = [sop];
        let text = to_yaml(&sops);
        prop_assert_eq!(&yaml(&text)?[..], &sops[..], "{}", text);
        let text = to_json(&sops);
        prop_assert_eq!(&read_json(&text).unwrap()[..], &sops[..], "{}", text);
    }

    #[test]
    fn several_sops_are_read_back_as_written(sops in vec(any_sop(), 2..4)) {
        let text = to_yaml(&sops);
        prop_assert_eq!(&yaml(&text)?, &sops, "{}", text);
        let text = to_json(&sops);
        prop_assert_eq!(&read_json(&text).unwrap(), &sops, "{}", text);
    }

    #[test]
    fn other_readers_find_the_same_tree_in_yaml_and_json(sop in any_sop()) {
        let sops = [sop];
        let text = to_yaml(&sops);
        let tree: Value = serde_yaml::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        let json: Value = serde_json::from_str(&to_json(&sops)).unwrap();
        prop_assert_eq!(tree, json, "{}", text);
    }

    #[test]
    fn a_damaged_file_gives_an_answer(at in 0..EXAMPLE.len(), cut in 0_usize..40, put in "[ \\-:#,\\[\\]{}\"'&*!|>?%@\n\ta0]{0,6}") {
        let begin = EXAMPLE.floor_char_boundary(at);
        let end = EXAMPLE.floor_char_boundary((at + cut).min(EXAMPLE.len()));
        let text = format!("{}{put}{}", &EXAMPLE[..begin], &EXAMPLE[end.max(begin)..]);
        if let Ok(mut sops) = read_yaml(&text) {
            // What was read otherwise than it stands is written as it was read.
            sops.iter_mut().for_each(|sop| sop.troubles.clear());
            prop_assert_eq!(&yaml(&to_yaml(&sops))?, &sops, "{}", text);
        }
    }

    #[test]
    fn any_text_at_all_gives_an_answer(text in "\\PC*") {
        let _ = read_yaml(&text);
        let _ = read_json(&text);
    }
}

#[test]
fn a_file_written_by_hand_is_understood() {
    let sop = example();
    assert_eq!(sop.identity.title.value().map(String::as_str), Some("Pengelolaan Surat Masuk"));
    assert!(matches!(sop.identity.revised, Field::Dash(_)));
    let decision = &sop.steps[3];
    assert_eq!(decision.cells[1].symbol.as_ref().map(|it| it.value), Some(Symbol::Decision));
    let back = decision.cells[1].no.as_ref().map(|it| it.value.to_string());
    assert_eq!(back.as_deref(), Some("4.sekcam"));
    assert_eq!(sop.steps[2].cells[0].next[0].value, Target::Step(4));
    assert_eq!(sop.steps[4].actors().count(), 3);
    assert!(sop.actors[3].external);
    assert_eq!(sop.conversion.as_ref().map(|it| it.reviews[1].how), Some(How::Unreadable));
}

#[test]
fn its_rewriting_is_stable() {
    let once = to_yaml(&read_yaml(EXAMPLE).unwrap());
    let twice = to_yaml(&read_yaml(&once).unwrap());
    assert_eq!(once, twice);
    assert_eq!(without_comments(&once), without_comments(EXAMPLE));
}

/// The example is written as the writer writes, but for its comments.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim_end());
    lines.filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

#[test]
fn every_value_has_its_place() {
    let sop = example();
    let at = |place: Option<sop::source::Span>| place.map(|span| &EXAMPLE[span.range()]);
    assert_eq!(at(sop.identity.revised.place().span()), Some("\"-\""));
    assert_eq!(
        at(sop.legal_basis.items()[0].span()),
        Some("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik")
    );
    assert_eq!(at(sop.steps[3].cells[1].no.as_ref().and_then(|no| no.span())), Some("4.sekcam"));
    assert_eq!(at(sop.actors[1].name.span()), Some("Sekretaris Camat"));
    let step = at(sop.steps[4].place.span()).unwrap_or_default();
    assert!(step.starts_with("nomor: 5") && step.ends_with("[Jawaban diterima]"), "{step}");
    let blank = read_yaml("versi: 1\nidentitas:\n  tanggal_revisi:\n  nama: A\n").unwrap();
    assert!(matches!(blank[0].identity.revised, Field::Blank(place) if place.span().map(|it| it.start) == Some(22)));
}

#[test]
fn short_spellings_of_people_are_accepted() {
    let text = "versi: 1\npelaksana: [Camat, Sekretaris Camat]\nkegiatan:\n  - nomor: 1\n    pelaksana: Sekretaris Camat\n    \
                kelengkapan: Surat\n    output: []\n    lanjut: 2.Camat\n  - nomor: 2\n    pelaksana: [camat]\n    waktu: \"\"\n";
    let sop = &read_yaml(text).unwrap()[0];
    assert_eq!(sop.actors[1].id.0, "sekretaris_camat");
    assert_eq!(sop.steps[0].cells[0].actor.as_ref().unwrap().value, sop.actors[1].id);
    assert_eq!(sop.steps[0].cells[0].next[0].value, Target::Cell(2, sop.actors[0].id.clone()));
    assert_eq!(sop.steps[0].requirements.items().len(), 1);
    assert!(matches!(sop.steps[0].outputs, Field::Blank(_)));
    assert!(matches!(sop.steps[1].duration, Field::Blank(_)));
    assert_eq!(sop.steps[1].actors().count(), 1);
}

#[test]
fn errors_say_where_and_what_in_both_languages() {
    let unknown = error("versi: 1\nkegiatan:\n  - nomor: 1\n    kelengkpan: [a]\n");
    assert_eq!(unknown.id, "isian `kelengkpan` tidak dikenal; mungkin maksudnya `kelengkapan`");
    assert_eq!(unknown.en, "unknown key `kelengkpan`; perhaps `kelengkapan` is meant");
    assert_eq!((unknown.line, unknown.column), (4, 5));

    let word = error("versi: 1\nkegiatan:\n  - {nomor: 1, simbol: awan}\n");
    assert_eq!(
        word.id,
        "`simbol` tidak mengenal `awan`; yang dikenal: `mulai`, `proses`, `keputusan`, `dokumen`, `selesai`"
    );
    assert_eq!((word.line, word.column), (3, 24));

    let missing = error("versi: 1\npelaksana:\n  - id: camat\n");
    assert_eq!(missing.id, "`nama` tidak tertulis, padahal wajib ada");
    assert_eq!((missing.line, missing.column), (3, 5));
}

/// What can be meant one way only is read, told, and written as the format has it.
#[test]
fn slips_of_hand_are_read_and_told() {
    let read = |text: &str| read_yaml(text).unwrap().remove(0);
    let told = |sop: &Sop| sop.troubles.iter().map(|it| it.kind.clone()).collect::<Vec<_>>();
    let loose = |slip, text: &str| TroubleKind::LooseValue { slip, read: text.to_owned() };

    let text = "versi: 1\nidentitas:\n  nama: Surat: masuk  # judul\n  tanggal_revisi: -\n  nomor: '1'\n";
    let sop = read(text);
    assert_eq!(sop.identity.title.value().map(String::as_str), Some("Surat: masuk"));
    assert!(matches!(sop.identity.revised, Field::Dash(_)));
    assert_eq!(told(&sop), [loose(Slip::Unquoted, "Surat: masuk"), loose(Slip::Unquoted, "-")]);
    let at = |span: Option<Span>| span.map(|it| &text[it.range()]);
    assert_eq!(at(sop.identity.title.place().span()), Some("Surat: masuk"));
    assert_eq!(at(sop.identity.number.place().span()), Some("'1'"));
    assert_eq!(at(sop.troubles[0].span), Some("Surat: masuk"));

    let sop =
        read("versi:1\nperingatan: - Perhatian: 'segera'\nketerkaitan:\n  • SOP A yang\n    panjang\n  - SOP B\n");
    assert_eq!(sop.cautions.items()[0].value, "Perhatian: 'segera'");
    assert_eq!(
        sop.related.items().iter().map(|it| it.value.as_str()).collect::<Vec<_>>(),
        ["SOP A yang panjang", "SOP B"]
    );
    let kinds = [
        loose(Slip::Glued, "versi:1"),
        loose(Slip::OtherMark, "Perhatian: 'segera'"),
        loose(Slip::Unquoted, "Perhatian: 'segera'"),
        loose(Slip::OtherMark, "SOP A yang\n    panjang"),
    ];
    assert_eq!(told(&sop), kinds);

    let sop = read("versi: 1\ndasar_hukum: |\n  1. UU Nomor 1 Tahun 2020\n  2. UU Nomor 2 Tahun 2021\n");
    assert_eq!(sop.legal_basis.items().len(), 2);
    // A text of several lines is not a list because one of its lines has a number.
    let sop = read("versi: 1\nperingatan: |\n  Perhatikan\n  1. batas waktu\n");
    assert_eq!((sop.cautions.items().len(), told(&sop).len()), (1, 0));

    let sop = read("versi: 1\nkegiatan:\n- {nomor: 3a, simbol: Keputusan, ya: Selesai}\n- {uraian: B}\n");
    assert_eq!(sop.steps.iter().map(|it| it.number).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(sop.symbol(0, 0), Symbol::Decision);
    assert_eq!(sop.steps[0].cells[0].yes.as_ref().map(|it| &it.value), Some(&Target::End));
    assert_eq!(told(&sop).len(), 2);
}

#[test]
fn a_heading_without_a_step_below_is_told() {
    let text = "versi: 1\nkegiatan:\n  - nomor: 1\n  - subjudul: Penutup\n";
    let error = read_yaml(text).unwrap_err();
    assert!(error.to_string().contains("tidak ada langkah"), "{error}");
    assert!(read_yaml("versi: 1\nkegiatan:\n  - subjudul: A\n    nomor: 1\n").is_err());
}

#[test]
fn a_cell_goes_on_only_from_a_row_above_and_says_nothing_of_its_own() {
    let rows = |second: &str| format!("versi: 1\nkegiatan:\n  - {{nomor: 1, waktu: 2 jam}}\n{second}");
    let sop = &read_yaml(&rows("  - {nomor: 2, gabung_atas: [output, waktu]}\n")).unwrap()[0];
    assert_eq!(sop.steps[1].merged, [StepField::Duration, StepField::Outputs]);
    assert_eq!((sop.goes_on(1, StepField::Duration), sop.goes_on(0, StepField::Duration)), (true, false));
    assert_eq!(sop.cell_tops(StepField::Duration), [0, 0]);
    for (text, wrong) in [
        (rows("  - {nomor: 2, waktu: 1 jam, gabung_atas: [waktu]}\n"), "`waktu` tertulis di langkah ini"),
        (rows("  - subjudul: A\n  - {nomor: 2, gabung_atas: [waktu]}\n"), "`subjudul`"),
        (rows("  - {nomor: 2, gabung_atas: [uraian]}\n"), "uraian"),
        ("versi: 1\nkegiatan:\n  - {nomor: 1, gabung_atas: [waktu]}\n".to_owned(), "di atas langkah ini"),
    ] {
        let error = read_yaml(&text).unwrap_err().to_string();
        assert!(error.contains(wrong), "{error}");
    }
}

#[test]
fn wrong_kinds_are_told_in_plain_words() {
    let cases = [
        ("versi: 1\nidentitas: {nama: [a]}\n", "`nama` harus berupa teks, bukan daftar", (2, 19)),
        ("versi: 1\nidentitas: Sukamaju\n", "`identitas` harus berupa bagian berisi `nama: isi`, bukan teks", (2, 12)),
        ("versi: 1\nkegiatan: [{nomor: satu}]\n", "`nomor` harus berupa bilangan bulat, misalnya `3`", (2, 20)),
        ("versi: 1\npelaksana: [{nama: A, eksternal: ya}]\n", "`eksternal` hanya boleh `true` atau `false`", (2, 34)),
        (
            "versi: 1\ndasar_hukum: {a: b}\n",
            "`dasar_hukum` harus berupa daftar (`- butir`), bukan bagian berisi `nama: isi`",
            (2, 14),
        ),
        ("versi: 1\nversi: 1\n", "`versi` tertulis dua kali di bagian yang sama", (2, 1)),
        ("versi: 1\nkegiatan:\n- {nomor: 1, lanjut: nanti}\n", "`nanti` bukan tujuan", (3, 22)),
        (
            "versi: 1\nkegiatan:\n- {nomor: 1, pelaksana: [a, b], ya: 2}\n",
            "langkah ini punya beberapa pelaksana",
            (3, 37),
        ),
        ("versi: 1\nidentitas:\n\tnama: a\n", "baris `nama: a` diawali tab, padahal YAML hanya mengenal spasi", (3, 1)),
        (
            "versi: 1\nidentitas:\n  nama: A\n   nomor: 1\n",
            "baris `nomor: 1` menjorok 3 spasi, sedangkan baris di atasnya 2",
            (4, 1),
        ),
        ("versi: 1\nidentitas:\n  nama: \"A\" B\n", "tanda petik di `nama: \"A\" B` tidak berpasangan", (3, 3)),
        ("versi: 1\nidentitas:\n  nama: \"A\n", "tanda petik di `nama: \"A` tidak berpasangan", (3, 3)),
        (
            "versi: 1\nidentitas:\n  nama Surat\n  nomor: 1\n",
            "baris `nama Surat` tidak bertitik dua: tulis `nama: …`",
            (3, 3),
        ),
        ("versi: 1\npelaksana:\n- {id: a, nama: A}\n- {id: a, nama: B}\n", "`a` dipakai dua pelaksana", (4, 8)),
        ("versi: 1\nidentitas: {nama: *a}\n", "jangkar (`&`) dan alias (`*`) tidak dipakai", (2, 19)),
        (
            "versi: 1\nkonversi:\n  tinjau: [{bidang: a, cara: disimpulkan, keyakinan: 9}]\n",
            "`keyakinan` harus antara",
            (3, 54),
        ),
        (
            "versi: 1\nkegiatan:\n- nomor: 1\n  output: [Surat, Agenda\n  waktu: 10 menit\n",
            "kurung `[` di `output: [Surat, Agenda` tidak ditutup: tulis `]`",
            (4, 3),
        ),
        (
            "versi: 1\npelaksana:\n- {id: a, nama: A\n- {id: b, nama: B}\n",
            "kurung `{` di `- {id: a, nama: A` tidak ditutup: tulis `}`",
            (3, 1),
        ),
        (
            "versi: 1\nkegiatan:\n- nomor: 1\n  waktu; 10 menit\n  output: A\n",
            "baris `waktu; 10 menit` tidak bertitik dua: tulis `waktu: …`",
            (4, 3),
        ),
        (
            "versi: 1\nidentitas: {nama: A}\n---\nkegiatan: []\n",
            "baris `---` atau `...` di atas ini mengakhiri SOP: hapus baris itu",
            (4, 1),
        ),
        ("versi: 2\nbaru: 1\n", "versi `2` tidak dikenal", (1, 8)),
        ("identitas: {}\n", "versi format tidak tertulis", (1, 1)),
        ("", "berkas tidak berisi SOP", (1, 1)),
        ("# catatan\n---\n", "berkas tidak berisi SOP", (1, 1)),
        ("SOP Surat Masuk\n", "ini bukan SOP", (1, 1)),
    ];
    told(&cases);
    let json = read_json("{\"versi\": 1,\n \"kegiatan\": [}").unwrap_err();
    assert_eq!(json.line, 2);
}

/// What is pasted from a document, a workbook or by Git, and what is nested or parted otherwise than the format has it.
#[test]
fn lines_of_other_programs_are_told_with_their_cure() {
    told(&[
        (
            "versi: 1\ndasar_hukum:\n1. Undang-Undang\n2. Peraturan\n",
            "baris `1. Undang-Undang` diawali nomor daftar: ganti nomornya dengan tanda butir, `- Undang-Undang`",
            (3, 1),
        ),
        (
            "versi: 1\nkegiatan:\n1\tMencatat surat\tStaf\t5 menit\n",
            "baris `1 Mencatat surat Staf 5 menit` adalah baris tabel yang ditempel",
            (3, 1),
        ),
        ("versi: 1\nkegiatan:\n| No | Kegiatan | Waktu |\n|---|---|---|\n", "baris `| No |", (3, 1)),
        (
            "versi: 1\nketerkaitan:\n<<<<<<< HEAD\n  - SOP A\n=======\n  - SOP B\n>>>>>>> lain\n",
            "baris `<<<<<<< HEAD` adalah tanda Git",
            (3, 1),
        ),
        (
            "versi: 1\npelaksana:\n- {id: a nama: Staf}\n",
            "koma di antara `a` dan `nama` hilang: tulis `id: a, nama: Staf`",
            (3, 8),
        ),
        (
            "versi: 1\nkegiatan:\n- Mencatat surat\n",
            "setiap langkah di `kegiatan` ditulis sebagai `- nomor: 1`",
            (3, 3),
        ),
        (
            "versi: 1\nkegiatan:\n- nomor: 1\n  mutu_baku:\n    waktu: 5 menit\n",
            "`mutu_baku` hanya judul kolom: tulis `kelengkapan`, `waktu` dan `output` langsung di langkahnya",
            (4, 3),
        ),
    ]);
}

/// Each text is refused with a sentence that begins so, at this line and column.
#[track_caller]
fn told(cases: &[(&str, &str, (usize, usize))]) {
    for (text, id, place) in cases {
        let error = error(text);
        assert!(error.id.starts_with(id), "{text}: {}", error.id);
        assert_eq!((error.line, error.column), *place, "{text}");
    }
}

#[test]
fn what_is_recovered_from_real_texts_is_read_back_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sops");
    let texts = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts: Vec<_> = texts.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    assert!(!texts.is_empty());
    for path in texts {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        assert_converted_is_read_back(&name, &std::fs::read(&path).unwrap());
    }
}

#[test]
fn what_is_recovered_from_damaged_texts_is_read_back_the_same() {
    for document in (0..150).map(generate) {
        assert_converted_is_read_back(&document.name, &document.bytes);
    }
}

fn assert_converted_is_read_back(name: &str, bytes: &[u8]) {
    let mut sops = analyze(bytes, name).unwrap().sops;
    sops.iter_mut().for_each(|sop| sop.troubles.clear());
    let text = to_yaml(&sops);
    assert_eq!(read_yaml(&text).unwrap(), sops, "{name}:\n{text}");
    assert_eq!(read_json(&to_json(&sops)).unwrap(), sops, "{name}");
}

#[test]
fn line_ends_and_byte_order_marks_of_windows_change_nothing() {
    let windows = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    let sop = &read_yaml(&windows).unwrap()[0];
    assert_eq!(*sop, example());
    let title = sop.identity.title.place().span().unwrap();
    assert_eq!(&windows[title.range()], "Pengelolaan Surat Masuk");
    let json = format!("\u{feff}{}", to_json(&[example()]));
    let sop = &read_json(&json).unwrap()[0];
    let title = sop.identity.title.place().span().unwrap();
    assert_eq!(&json[title.range()], "\"Pengelolaan Surat Masuk\"");
}

#[test]
fn hostile_files_are_refused_quickly() {
    let bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n";
    let deep = "[".repeat(100_000);
    let deep_map = format!("versi: 1\nidentitas: {}", "{a: ".repeat(100_000));
    let long = format!("versi: 1\nketerkaitan: [{}]\n", "a,".repeat(5_000_000));
    let binary: String = (0..400_000_u32).filter_map(|at| char::from_u32(at % 256)).collect();
    let long_json = format!("{{\"versi\": 1, \"keterkaitan\": [{}\"a\"]}}", "\"a\",".repeat(2_500_000));
    let actors = format!("versi: 1\npelaksana: [{}]\n", "a,".repeat(90_000));
    let deep_json = format!("{deep}{}", "]".repeat(100_000));
    let wide: String = (0..200_000).map(|at| format!("k{at}: 1\n")).collect();
    for text in [bomb, &deep, &deep_map, &deep_json, &actors, &long, &long_json, &binary, &wide] {
        let begun = Instant::now();
        assert!(read_yaml(text).is_err());
        assert!(read_json(text).is_err());
        assert!(begun.elapsed() < Duration::from_secs(30), "{:.40} took {:?}", text, begun.elapsed());
    }
}

#[test]
fn the_schema_knows_the_keys_and_refuses_others() {
    let schema: Value = serde_json::from_str(&sop::schema::json_schema()).unwrap();
    assert_eq!(schema["additionalProperties"], Value::Bool(false));
    let required = &schema["$defs"]["Langkah"]["required"];
    assert_eq!(required, &serde_json::json!(["nomor"]));
    let keys = schema["properties"].as_object().unwrap();
    let json: Value = serde_json::from_str(&to_json(&[example()])).unwrap();
    assert!(json.as_object().unwrap().keys().all(|key| keys.contains_key(key)));
}

fn example() -> Sop {
    read_yaml(EXAMPLE).unwrap().remove(0)
}

fn error(text: &str) -> YamlError {
    read_yaml(text).unwrap_err()
}

/// Lines of a workbook are seen by nobody: its ledger names cells.
#[test]
fn the_ledger_of_an_office_file_names_places_in_words_instead_of_lines() {
    let (_, sops) = crate::support::sheet::letters().read("surat.xlsx");
    let text = to_yaml(&sops);
    assert!(text.contains("  sumber: surat.xlsx\n"), "{text}");
    assert!(text.contains("      tempat: lembar SOP, sel F6\n") && !text.contains("baris:"), "{text}");
    let (yaml, json) = (read_yaml(&text).unwrap(), read_json(&to_json(&sops)).unwrap());
    assert_eq!(yaml[0].conversion, sops[0].conversion);
    assert_eq!(json[0].conversion, sops[0].conversion);
}

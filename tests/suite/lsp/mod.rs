//! `sop lsp` as an editor meets it: every feature through the streams of the built program, and what it does with editors that
//! say nonsense.

mod client;
mod hostile;

use crate::support::sandbox::Sandbox;
use client::{Editor, edited, slice};
use serde_json::{Value, json};

const SOP: &str = "\
versi: 1
identitas:
  instansi: Kecamatan Sukamaju
  nama: Pengelolaan Surat 😀 Masuk
pelaksana:
  - {id: staf, nama: Pengadministrasi Umum}
  - {id: sekcam, nama: Sekretaris Camat}
  - id: camat
    nama: Camat
  - Pemohon
kegiatan:
  - nomor: 1
    uraian: Menerima dan mencatat surat
    pelaksana: staf
    kelengkapan: [Surat masuk]
    waktu: 10 menit
    output: [Surat tercatat]
  - nomor: 2
    uraian: Memeriksa surat
    pelaksana:
      - sekcam
      - {id: \"camat\", ya: 3, tidak: 1.staf}
    kelengkapan: [Surat tercatat]
    waktu: 15 menit
    output: [Surat terperiksa]
  - nomor: 3
    uraian: Memberikan disposisi
    pelaksana: camat
    bersama: [sekcam]
    kelengkapan: [Surat terperiksa]
    waktu: 1 jam
    output: [Disposisi]
    lanjut: {ke: 4}
  - nomor: 4
    uraian: Menerima jawaban
    pelaksana: Pemohon
    waktu: 5 menit
    output: [Jawaban]
";

fn codes(findings: &Value) -> Vec<&str> {
    findings.as_array().expect("findings").iter().filter_map(|it| it["code"].as_str()).collect()
}

fn labels(items: &Value) -> Vec<&str> {
    items.as_array().expect("items").iter().filter_map(|it| it["label"].as_str()).collect()
}

fn item<'i>(items: &'i Value, label: &str) -> &'i Value {
    let items = items.as_array().expect("items");
    items.iter().find(|it| it["label"] == label).unwrap_or_else(|| panic!("{label} in {items:?}"))
}

/// What is offered where `|` stands in a document.
fn offered(text: &str) -> (Editor, String, Value) {
    let (at, text) = (text.find('|').expect("a place"), text.replacen('|', "", 1));
    let (mut editor, _) = Editor::with(SOP);
    editor.rewrite(&text);
    let place = editor.place_at(&text, at);
    let items = editor.ask("textDocument/completion", place);
    (editor, text, items)
}

/// The document with that item written into it, each of its lines as far in as the first where the item says so.
fn completed(text: &str, item: &Value) -> String {
    let mut edit = item["textEdit"].clone();
    if item["insertTextMode"] == 2 {
        let line = text.lines().nth(edit["range"]["start"]["line"].as_u64().unwrap() as usize).unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        edit["newText"] = json!(edit["newText"].as_str().unwrap().replace('\n', &format!("\n{indent}")));
    }
    edited(text, &json!({"documentChanges": [{"edits": [edit]}]}))
}

#[test]
fn findings_come_while_typing_and_go_when_mended() {
    let (mut editor, found) = Editor::with(SOP);
    let before = codes(&found).len();
    // In the middle of a line behind a letter that counts twice.
    let at = editor.place(SOP, "😀| Masuk")["position"].clone();
    let found = editor.change(json!([{"range": {"start": at, "end": at}, "text": ", dan"}]));
    assert_eq!(codes(&found).len(), before, "{found}");
    let text = SOP.replace("waktu: 15 menit", "waktu: 15");
    let found = editor.rewrite(&text);
    let time = found.as_array().unwrap().iter().find(|it| slice(&text, &it["range"]) == "15").expect("a finding");
    assert!(time["code"].as_str().unwrap().starts_with("S6") && time["source"] == "sop", "{time}");
    assert_eq!(time["data"]["bidang"], "kegiatan/2/waktu");
    let found = editor.rewrite(SOP);
    assert_eq!(codes(&found).len(), before);
    editor.shut_down();
}

#[test]
fn severities_places_and_the_language_are_the_editors() {
    let text = "versi: 1\nidentitas:\n  nama: A\nkegiatan:\n  - nomor: 1\n    uraian: Menulis\n    ya: 9\n";
    for (locale, said) in [("id", "langkah"), ("en-GB", "step")] {
        let mut editor = Editor::open_in(Sandbox::new(), locale);
        let found = editor.open("a.yaml", "yaml", text);
        let arrow = found.as_array().unwrap().iter().find(|it| slice(text, &it["range"]) == "9").expect("an arrow");
        assert_eq!(arrow["severity"], 1, "{arrow}");
        assert!(arrow["message"].as_str().unwrap().contains(said), "{arrow}");
        // What is missing stands at the key that is nearest to it.
        let missing = found.as_array().unwrap().iter().find(|it| it["data"]["bidang"] == "identitas/nomor");
        assert_eq!(slice(text, &missing.expect("a number")["range"]), "identitas");
    }
    let mut editor = Editor::start(Sandbox::new(), &["--lang", "en"]);
    editor.introduce("id");
    let found = editor.open("a.yaml", "yaml", text);
    assert!(found.to_string().contains("step"), "the command line decides: {found}");
}

#[test]
fn settings_are_those_of_check() {
    let sandbox = Sandbox::new().file("sop.toml", "abaikan = [\"S\"]\n").file("dalam/b.yaml", SOP);
    let mut editor = Editor::open_in(sandbox, "id");
    assert_eq!(editor.open("dalam/b.yaml", "yaml", &SOP.replace("15 menit", "15")), json!([]));
    let sandbox = Sandbox::new().file("sop.toml", "abaikan = 3\n");
    let mut editor = Editor::open_in(sandbox, "id");
    let found = editor.open("a.yaml", "yaml", SOP);
    assert!(found[0]["message"].as_str().unwrap().contains("sop.toml"), "{found}");
    assert!(found.as_array().unwrap().len() > 1, "the rules are asked all the same: {found}");
}

#[test]
fn a_broken_text_says_why_and_is_still_known() {
    let (mut editor, _) = Editor::with(SOP);
    let text = SOP.replace("    uraian: Memeriksa surat\n", "    uraian: \"Memeriksa surat\n");
    let found = editor.rewrite(&text);
    assert_eq!((found.as_array().unwrap().len(), &found[0]["severity"]), (1, &json!(1)), "{found}");
    let place = editor.place(&text, "lanjut: {ke: |4}");
    let hover = editor.ask("textDocument/hover", place);
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Menerima jawaban"), "{hover}");
    let symbols = editor.ask("textDocument/documentSymbol", editor.document());
    let steps = symbols.as_array().unwrap().iter().find(|it| it["name"] == "Kegiatan").expect("steps");
    let last = &steps["children"][3];
    assert_eq!(slice(&text, &last["selectionRange"]), "Menerima jawaban", "moved past what was typed");
    let place = editor.place(&text, "tidak: 1.|staf");
    let found = editor.ask("textDocument/definition", place);
    assert_eq!(slice(&text, &found["range"]), "staf");
    editor.shut_down();
}

#[test]
fn fixes_are_edits_and_all_safe_ones_are_one() {
    let text = SOP.replace("Memberikan disposisi", "Memberikan disposisi utuk Monitorng 😀 utuk camat");
    let (mut editor, found) = Editor::with(&text);
    let fixed = found.as_array().unwrap().iter().find(|it| slice(&text, &it["range"]) == "utuk");
    let asked = |range: &Value, only: Value| {
        let mut params = editor.document();
        params["range"] = range.clone();
        params["context"] = json!({"diagnostics": [], "only": only});
        params
    };
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let (all, one) =
        (asked(&whole, json!(["source.fixAll"])), fixed.map(|it| asked(&it["range"], json!(["quickfix"]))));
    let actions = editor.ask("textDocument/codeAction", one.expect("a finding about the word"));
    let action = &actions[0];
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)), "{actions}");
    assert!(edited(&text, &action["edit"]).contains("disposisi untuk Monitorng 😀 utuk camat"), "{action}");
    assert_eq!(action["edit"]["documentChanges"][0]["textDocument"]["version"], 1);
    let actions = editor.ask("textDocument/codeAction", all);
    assert_eq!(actions.as_array().unwrap().len(), 1, "{actions}");
    assert_eq!(actions[0]["kind"], "source.fixAll.sop");
    let mended = edited(&text, &actions[0]["edit"]);
    assert!(mended.contains("disposisi untuk Monitoring 😀 untuk camat"), "{mended}");
    assert!(mended.contains("{id: \"camat\", ya: 3, tidak: 1.staf}"), "all else stays: {mended}");
    editor.shut_down();
}

#[test]
fn an_unknown_key_has_a_fix() {
    let text = SOP.replace("    bersama:", "    bersma:");
    let (mut editor, found) = Editor::with(&text);
    assert_eq!(slice(&text, &found[0]["range"]), "bersma");
    let mut params = editor.document();
    params["range"] = found[0]["range"].clone();
    params["context"] = json!({"diagnostics": found});
    let actions = editor.ask("textDocument/codeAction", params);
    assert_eq!(edited(&text, &actions[0]["edit"]), SOP, "{actions}");
}

#[test]
fn a_hover_tells_of_rules_actors_steps_and_keys() {
    let text = SOP.replace("waktu: 15 menit", "waktu: 15");
    let (mut editor, _) = Editor::with(&text);
    let mut hover = |needle: &str| {
        let place = editor.place(&text, needle);
        let said = editor.ask("textDocument/hover", place);
        said["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    let page = hover("waktu: 1|5\n");
    assert!(page.contains("## Benar") && page.contains("S6"), "{page}");
    let office = hover("bersama: [sek|cam]");
    assert!(office.contains("Sekretaris Camat") && office.contains("- 2. Memeriksa surat"), "{office}");
    assert!(office.contains("- 3. Memberikan disposisi"), "{office}");
    assert!(hover("tidak: |1.staf").contains("**1.** Menerima dan mencatat surat"));
    assert!(hover("lan|jut: {ke").contains("baris berikutnya"));
    assert!(hover("versi|: 1").starts_with("Versi format, selalu 1."));
    assert_eq!(hover("Surat |masuk]"), "");
}

#[test]
fn actors_targets_symbols_and_units_are_offered() {
    let (.., items) = offered(&SOP.replace("pelaksana: staf", "pelaksana: |"));
    assert_eq!(labels(&items), ["staf", "sekcam", "camat", "pemohon"]);
    assert_eq!(item(&items, "sekcam")["detail"], "Sekretaris Camat");
    let (.., items) = offered(&SOP.replace("bersama: [sekcam]", "bersama: [sekcam, |"));
    assert_eq!(labels(&items), ["staf", "sekcam", "camat", "pemohon"], "in a text that is no YAML");
    let (.., items) = offered(&SOP.replace("ya: 3", "ya: |"));
    assert_eq!(labels(&items), ["1", "2", "2.sekcam", "2.camat", "3", "4", "selesai"]);
    assert_eq!(item(&items, "3")["detail"], "Memberikan disposisi");
    let (.., items) = offered(&SOP.replace("{ke: 4}", "{ke: |}"));
    assert!(labels(&items).contains(&"selesai"), "{items}");
    let (_, text, items) = offered(&SOP.replace("    waktu: 15", "    simbol: k|\n    waktu: 15"));
    assert_eq!(labels(&items), ["mulai", "proses", "keputusan", "dokumen", "selesai"]);
    assert!(completed(&text, item(&items, "keputusan")).contains("    simbol: keputusan\n"));
    let (_, text, items) = offered(&SOP.replace("10 menit", "10 m|"));
    assert_eq!(labels(&items)[..3], ["menit", "hari", "jam"]);
    assert!(completed(&text, item(&items, "menit")).contains("waktu: 10 menit\n"));
    let (_, text, items) = offered(&SOP.replace("10 menit", "|"));
    assert!(completed(&text, item(&items, "jam")).contains("waktu: $1 jam\n"), "the number is left to the person");
    let (_, text, items) = offered(&SOP.replace("pelaksana: staf", "pelaksana: \"s|\""));
    assert!(completed(&text, item(&items, "sekcam")).contains("pelaksana: \"sekcam\"\n"));
    let (.., items) = offered(&format!("{SOP}abaikan:\n  - {{kode: |"));
    assert!(labels(&items).contains(&"S502"), "{items}");
}

#[test]
fn keys_are_those_of_the_place_that_are_not_there_yet() {
    let (_, text, items) = offered(&SOP.replace("  instansi:", "  un|\n  instansi:"));
    assert!(labels(&items).contains(&"unit_kerja") && !labels(&items).contains(&"instansi"), "{items}");
    assert!(!labels(&items).contains(&"nama"), "it stands below: {items}");
    assert!(completed(&text, item(&items, "unit_kerja")).contains("\n  unit_kerja: \n  instansi"));
    let (.., items) = offered(&SOP.replace("  - {id: staf, nama: Pengadministrasi Umum}", "  - {id: staf, |"));
    assert_eq!(labels(&items), ["nama", "eksternal"]);
    let (.., items) = offered(&SOP.replace("    waktu: 15", "    |\n    waktu: 15"));
    assert!(labels(&items).contains(&"keterangan") && !labels(&items).contains(&"waktu"), "{items}");
    let (.., items) = offered(&format!("{SOP}|"));
    assert!(labels(&items).contains(&"dasar_hukum") && !labels(&items).contains(&"kegiatan"), "{items}");
}

#[test]
fn a_new_step_has_the_next_number() {
    let actor = "${2|staf,sekcam,camat,pemohon|}";
    let fields = format!("uraian: $1\n    pelaksana: {actor}\n    kelengkapan: [$3]\n    waktu: $4\n    output: [$5]");
    for begun in ["  - |", "  |"] {
        let (_, text, items) = offered(&format!("{SOP}{begun}"));
        let step = item(&items, "langkah baru");
        assert_eq!(step["insertTextFormat"], 2);
        assert_eq!(completed(&text, step), format!("{SOP}  - nomor: 5\n    {fields}"));
    }
}

#[test]
fn an_actor_is_renamed_wherever_it_stands() {
    let (mut editor, _) = Editor::with(SOP);
    let mut place = editor.place(SOP, "bersama: [sek|cam]");
    let prepared = editor.ask("textDocument/prepareRename", place.clone());
    assert_eq!((slice(SOP, &prepared["range"]), &prepared["placeholder"]), ("sekcam", &json!("sekcam")));
    place["newName"] = json!("sekretaris");
    let edit = editor.ask("textDocument/rename", place.clone());
    assert_eq!(edited(SOP, &edit), SOP.replace("sekcam", "sekretaris"));
    for refused in ["camat", "12", "Sek Cam", "no"] {
        place["newName"] = json!(refused);
        assert_eq!(editor.refusal("textDocument/rename", place.clone()), -32803, "{refused}");
    }
    let mut place = editor.place(SOP, "tidak: 1.st|af");
    place["newName"] = json!("umum");
    let edit = editor.ask("textDocument/rename", place);
    let renamed = SOP.replace("id: staf", "id: umum").replace("pelaksana: staf", "pelaksana: umum");
    assert_eq!(edited(SOP, &edit), renamed.replace("1.staf", "1.umum"));
    let mut place = editor.place(SOP, "{id: \"cam|at\"");
    place["newName"] = json!("kepala");
    let edit = editor.ask("textDocument/rename", place);
    let renamed = edited(SOP, &edit);
    assert!(
        renamed.contains("{id: \"kepala\", ya: 3") && renamed.contains("- id: kepala\n    nama: Camat"),
        "{renamed}"
    );
    // One that is known by its name gets an id.
    let mut place = editor.place(SOP, "pelaksana: Pem|ohon");
    place["newName"] = json!("warga");
    let edit = editor.ask("textDocument/rename", place);
    let renamed = edited(SOP, &edit);
    assert!(renamed.contains("- {id: warga, nama: Pemohon}") && renamed.contains("pelaksana: warga"), "{renamed}");
    let place = editor.place(SOP, "lanjut: {ke: |4}");
    assert_eq!(editor.ask("textDocument/prepareRename", place), Value::Null);
    editor.shut_down();
}

#[test]
fn arrows_and_actors_lead_to_where_they_are_declared() {
    let (mut editor, _) = Editor::with(SOP);
    let mut line = |needle: &str| {
        let place = editor.place(SOP, needle);
        let found = editor.ask("textDocument/definition", place);
        let line = found["range"]["start"]["line"].as_u64().expect("a line") as usize;
        SOP.lines().nth(line).expect("a line").trim().to_owned()
    };
    assert_eq!(line("ya: |3"), "- nomor: 3");
    assert_eq!(line("tidak: |1.staf"), "- nomor: 1");
    assert_eq!(line("tidak: 1.s|taf"), "- {id: staf, nama: Pengadministrasi Umum}");
    assert_eq!(line("lanjut: {ke: |4}"), "- nomor: 4");
    assert_eq!(line("\"cam|at\""), "- id: camat");
    assert_eq!(line("pelaksana: Pemo|hon"), "- Pemohon");
    let mut place = editor.place(SOP, "- {id: st|af");
    place["context"] = json!({"includeDeclaration": true});
    let found = editor.ask("textDocument/references", place.clone());
    assert_eq!(found.as_array().unwrap().len(), 3, "{found}");
    assert!(found.as_array().unwrap().iter().all(|it| slice(SOP, &it["range"]) == "staf"));
    place["context"] = json!({"includeDeclaration": false});
    assert_eq!(editor.ask("textDocument/references", place).as_array().unwrap().len(), 2);
    let mut place = editor.place(SOP, "nomor: |1");
    place["context"] = json!({"includeDeclaration": false});
    let found = editor.ask("textDocument/references", place);
    assert_eq!(slice(SOP, &found[0]["range"]), "1", "the arrow that comes back: {found}");
    editor.shut_down();
}

#[test]
fn the_outline_the_time_and_the_folds_are_shown() {
    let (mut editor, _) = Editor::with(SOP);
    let symbols = editor.ask("textDocument/documentSymbol", editor.document());
    let names: Vec<&str> = symbols.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Identitas", "Pelaksana", "Kegiatan"]);
    assert_eq!(symbols[1]["children"][1]["name"], "Sekretaris Camat");
    assert_eq!(symbols[2]["children"][1]["name"], "2. Memeriksa surat");
    assert_eq!(symbols[2]["children"][1]["detail"], "Sekretaris Camat, Camat");
    let lenses = editor.ask("textDocument/codeLens", editor.document());
    let titles: Vec<&str> =
        lenses.as_array().unwrap().iter().filter_map(|it| it["command"]["title"].as_str()).collect();
    assert!(titles[0].contains("galat") && titles[0].contains("peringatan"), "{titles:?}");
    assert!(titles[1].starts_with("Waktu 1 jam 30 menit"), "{titles:?}");
    assert_eq!(lenses[1]["range"]["start"]["line"], 10);
    let folds = editor.ask("textDocument/foldingRange", editor.document());
    assert!(folds.as_array().unwrap().iter().any(|it| it["startLine"] == 10 && it["endLine"] == 37), "{folds}");
    let two = format!("{SOP}---\n{SOP}");
    editor.rewrite(&two);
    let symbols = editor.ask("textDocument/documentSymbol", editor.document());
    assert_eq!(symbols.as_array().unwrap().len(), 2, "each SOP has its own branch");
    assert_eq!(symbols[1]["name"], "Pengelolaan Surat 😀 Masuk");
}

#[test]
fn drafts_are_checked_and_foreign_files_left_alone() {
    let mut editor = Editor::open_in(Sandbox::new(), "id");
    let draft = "Nomor SOP : 1\nNama SOP : Surat Masuk\nTanggal Pembuatan : 30 Februari 2024\n\n\
                 | No | Kegiatan | Staf | Waktu | Output |\n|---|---|---|---|---|\n| 1 | Mencatat surat | x | 10 menit | Surat |\n";
    let found = editor.open("a.md", "markdown", draft);
    let date = found.as_array().unwrap().iter().find(|it| slice(draft, &it["range"]).contains("30 Februari"));
    assert!(date.is_some(), "{found}");
    let mut place = editor.place(draft, "30 Febru|ari");
    place["textDocument"]["uri"] = json!(editor.address("a.md"));
    let hover = editor.ask("textDocument/hover", place);
    assert!(hover["contents"]["value"].as_str().unwrap().contains("## "), "{hover}");
    let symbols = editor.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": editor.address("a.md")}}));
    assert_eq!(symbols[0]["name"], "1. Mencatat surat", "{symbols}");
    assert_eq!(editor.open("README.md", "markdown", "# Proyek\n\nSebuah uraian.\n"), json!([]));
    assert_eq!(editor.open("docker-compose.yml", "yaml", "services:\n  web: [\n"), json!([]));
    let mut place = editor.place("services:\n  web: [\n", "web: [|");
    place["textDocument"]["uri"] = json!(editor.address("docker-compose.yml"));
    assert_eq!(editor.ask("textDocument/completion", place), json!([]));
    // A text that was never saved has only its language.
    editor.tell(
        "textDocument/didOpen",
        json!({"textDocument": {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "versi: 2\n"}}),
    );
    let news = editor.next();
    assert_eq!(news["params"]["diagnostics"].as_array().unwrap().len(), 1, "{news}");
    editor.shut_down();
}

#[test]
fn an_editor_that_knows_little_gets_plain_texts_and_plain_edits() {
    let mut editor = Editor::start(Sandbox::new(), &[]);
    editor.ask("initialize", json!({"capabilities": {}, "locale": "id"}));
    let text = format!("{SOP}  - ");
    editor.open("a.yaml", "yaml", &text);
    let place = editor.place_at(&text, text.len());
    let items = editor.ask("textDocument/completion", place);
    let step = item(&items, "langkah baru");
    assert_eq!(step["insertTextFormat"], Value::Null);
    let fields = "uraian:\n    pelaksana:\n    kelengkapan: []\n    waktu:\n    output: []";
    assert_eq!(completed(&text, step), format!("{text}nomor: 5\n    {fields}"));
    let mut place = editor.place(&text, "bersama: [sek|cam]");
    place["newName"] = json!("sekretaris");
    let edit = editor.ask("textDocument/rename", place);
    assert_eq!(edited(&text, &edit), text.replace("sekcam", "sekretaris"), "{edit}");
    editor.shut_down();
}

#[test]
fn json_is_checked_and_renamed_as_json() {
    let text = r#"{"versi": 1, "pelaksana": ["Camat", {"nama": "Staf"}], "kegiatan": [
{"nomor": 1, "uraian": "Menulis", "pelaksana": "camat"},
{"nomor": 2, "uraian": "Membaca", "pelaksana": "Staf", "lanjut": 1}]}"#;
    let mut editor = Editor::open_in(Sandbox::new(), "id");
    let found = editor.open("a.json", "json", text);
    assert!(!codes(&found).is_empty(), "{found}");
    let mut renamed = |needle: &str, new: &str| {
        let mut place = editor.place(text, needle);
        place["textDocument"]["uri"] = json!(editor.address("a.json"));
        place["newName"] = json!(new);
        let edit = editor.ask("textDocument/rename", place);
        edited(text, &edit)
    };
    let first = renamed("\"pelaksana\": \"ca|mat\"", "kepala");
    assert!(first.contains(r#"[{"id": "kepala", "nama": "Camat"}, "#), "{first}");
    assert!(first.contains(r#""pelaksana": "kepala""#), "{first}");
    let second = renamed("\"pelaksana\": \"St|af\"", "umum");
    assert!(second.contains(r#"{"id": "umum", "nama": "Staf"}"#), "{second}");
    assert!([first, second].iter().all(|it| serde_json::from_str::<Value>(it).is_ok()));
}

//! Rows, columns, symbols and arrows changed by a person: numbers, arrows and the ledger follow.

use sop::desk::Edit;
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;

const FLOW: &str = "\
versi: 1
identitas:
  nama: Uji
pelaksana:
  - {id: a, nama: Staf}
  - {id: b, nama: Kepala}
kegiatan:
  - {nomor: 1, uraian: Menerima, pelaksana: a, output: [Surat, Agenda]}
  - {nomor: 2, uraian: Memeriksa, pelaksana: b, simbol: keputusan, ya: 3, tidak: 1}
  - {nomor: 3, uraian: Menyetujui, pelaksana: [{id: a}, {id: b, lanjut: 4}]}
  - {nomor: 4, uraian: Mengarsipkan, pelaksana: a}
konversi:
  sumber: uji.txt
  tinjau:
    - {bidang: kegiatan/1/output/1, cara: disimpulkan, keyakinan: 0.9}
    - {bidang: kegiatan/1/output/2, cara: diperbaiki}
    - {bidang: kegiatan/3/pelaksana, cara: disimpulkan, keyakinan: 0.8}
    - {bidang: kegiatan/4/uraian, cara: diperbaiki}
    - {bidang: pelaksana/2, cara: diperbaiki}
    - {bidang: identitas/nama, cara: diperbaiki}
";

fn edited(text: &str, edits: &str) -> Sop {
    let mut sop = read_yaml(text).expect("an SOP").remove(0);
    let edits: Vec<Edit> = serde_json::from_str(edits).expect("edits");
    for edit in edits {
        edit.apply(&mut sop).unwrap_or_else(|refusal| panic!("{edit:?}: {}", refusal.0.id));
    }
    // What is held is what is saved.
    read_yaml(&to_yaml(&[sop])).expect("an SOP").remove(0)
}

/// Each row in a line: number, activity, symbols, ways on.
fn rows(sop: &Sop) -> Vec<String> {
    let row = |(at, step): (usize, &sop::model::Step)| {
        let cells = step.cells.iter().enumerate().map(|(cell, it)| {
            let who = it.actor.as_ref().map_or("?", |id| id.value.0.as_str());
            let ways: String =
                it.ways_by_field().map(|(field, way)| format!(" {}>{}", field.key(), way.value)).collect();
            format!("{who}:{:?}{ways}", sop.symbol(at, cell))
        });
        let name = step.activity.value().map_or("", String::as_str);
        format!("{} {name} {}", step.number, cells.collect::<Vec<_>>().join(", "))
    };
    sop.steps.iter().enumerate().map(row).collect()
}

fn ledger(sop: &Sop) -> Vec<&str> {
    sop.conversion.iter().flat_map(|it| &it.reviews).map(|it| it.path.as_str()).collect()
}

#[test]
fn a_new_row_shifts_numbers_arrows_and_ledger() {
    let sop = edited(FLOW, r#"[{"do": "add_row", "at": 2}]"#);
    assert_eq!(
        rows(&sop),
        [
            "1 Menerima a:Start",
            "2 Memeriksa b:Decision ya>4 tidak>1",
            "3  b:Process",
            "4 Menyetujui a:Process, b:Process lanjut>5",
            "5 Mengarsipkan a:End",
        ]
    );
    assert!(ledger(&sop).contains(&"kegiatan/4/pelaksana") && ledger(&sop).contains(&"kegiatan/5/uraian"));
}

#[test]
fn a_row_that_goes_hands_its_arrows_to_the_next() {
    let sop = edited(FLOW, r#"[{"do": "remove_row", "at": 2}]"#);
    assert_eq!(rows(&sop)[1..], ["2 Memeriksa b:Decision ya>3 tidak>1", "3 Mengarsipkan a:End"]);
    assert_eq!(ledger(&sop).iter().filter(|it| it.starts_with("kegiatan/3")).count(), 1, "{:?}", ledger(&sop));
    let sop = edited(FLOW, r#"[{"do": "remove_row", "at": 3}]"#);
    assert_eq!(rows(&sop)[2], "3 Menyetujui a:Process, b:End lanjut>selesai");
}

#[test]
fn a_moved_row_keeps_its_arrows_and_theirs_to_it() {
    let sop = edited(FLOW, r#"[{"do": "move_row", "from": 0, "to": 2}]"#);
    assert_eq!(
        rows(&sop),
        [
            "1 Memeriksa b:Decision ya>2 tidak>3",
            "2 Menyetujui a:Process, b:Process lanjut>4",
            "3 Menerima a:Process",
            "4 Mengarsipkan a:End",
        ]
    );
    assert!(ledger(&sop).contains(&"kegiatan/3/output/1"), "{:?}", ledger(&sop));
    // There and back again is nothing.
    let back = edited(FLOW, r#"[{"do": "move_row", "from": 0, "to": 2}, {"do": "move_row", "from": 2, "to": 0}]"#);
    assert_eq!(rows(&back), rows(&edited(FLOW, "[]")));
}

#[test]
fn an_arrow_that_leads_nowhere_does_not_come_to_lead_somewhere() {
    let lost = FLOW.replace("tidak: 1", "tidak: 5");
    let sop = edited(&lost, r#"[{"do": "add_row", "at": 4}]"#);
    assert!(sop.doubts().iter().any(|it| it.path.as_str() == "kegiatan/2/tidak"), "{:?}", rows(&sop));
}

#[test]
fn ends_stay_at_the_ends() {
    let told = FLOW.replace("pelaksana: a, output", "pelaksana: a, simbol: mulai, output");
    let told = told.replace("Mengarsipkan, pelaksana: a", "Mengarsipkan, pelaksana: a, simbol: selesai");
    let sop = edited(&told, r#"[{"do": "add_row", "at": 0}, {"do": "add_row", "at": 5}]"#);
    let rows = rows(&sop);
    assert!(rows[0].ends_with("a:Start") && rows[1].ends_with("a:Process"), "{rows:?}");
    assert!(rows[4].ends_with("a:Process") && rows[5].ends_with("a:End"), "{rows:?}");
}

#[test]
fn cells_that_go_on_over_rows_say_the_same_of_each_row_afterwards() {
    let merged = FLOW.replace("pelaksana: b, simbol", "pelaksana: b, gabung_atas: [output], simbol");
    let outputs = |edits: &str| -> Vec<String> {
        let sop = edited(&merged, edits);
        let tops = sop.cell_tops(sop::model::StepField::Outputs);
        let of =
            |top: &usize| sop.steps[*top].outputs.items().iter().map(|it| it.value.to_string()).collect::<Vec<_>>();
        tops.iter().map(|top| of(top).join("+")).collect()
    };
    assert_eq!(outputs("[]"), ["Surat+Agenda", "Surat+Agenda", "", ""]);
    assert_eq!(outputs(r#"[{"do": "remove_row", "at": 0}]"#), ["Surat+Agenda", "", ""]);
    assert_eq!(outputs(r#"[{"do": "add_row", "at": 1}]"#), ["Surat+Agenda", "Surat+Agenda", "Surat+Agenda", "", ""]);
    assert_eq!(outputs(r#"[{"do": "move_row", "from": 1, "to": 3}]"#), ["Surat+Agenda", "", "", "Surat+Agenda"]);
    assert_eq!(outputs(r#"[{"do": "move_row", "from": 0, "to": 3}]"#), ["Surat+Agenda", "", "", "Surat+Agenda"]);
    assert_eq!(outputs(r#"[{"do": "set", "key": "r1/output", "text": "Nota"}]"#), ["Surat+Agenda", "Nota", "", ""]);
}

#[test]
fn an_actor_that_goes_leaves_its_rows_without_one() {
    let sop = edited(FLOW, r#"[{"do": "remove_actor", "at": 1}]"#);
    assert_eq!(rows(&sop)[1..3], ["2 Memeriksa ?:Decision ya>3 tidak>1", "3 Menyetujui a:Process lanjut>4"]);
    assert!(!ledger(&sop).iter().any(|it| it.starts_with("pelaksana/")));
}

#[test]
fn actors_are_added_renamed_and_moved() {
    let edits = r#"[
        {"do": "add_actor", "at": 0, "name": " Camat  Baru "},
        {"do": "rename_actor", "at": 1, "name": "Pengadministrasi"},
        {"do": "external_actor", "at": 2, "external": true},
        {"do": "move_actor", "from": 2, "to": 0}
    ]"#;
    let sop = edited(FLOW, edits);
    let names: Vec<(&str, bool)> = sop.actors.iter().map(|it| (it.name.value.as_str(), it.external)).collect();
    assert_eq!(names, [("Kepala", true), ("Camat Baru", false), ("Pengadministrasi", false)]);
    assert_eq!(rows(&sop), rows(&edited(FLOW, "[]")));
    assert!(ledger(&sop).contains(&"pelaksana/1"), "{:?}", ledger(&sop));
}

#[test]
fn symbols_are_set_moved_and_taken_out() {
    let sop = edited(FLOW, r#"[{"do": "symbol", "row": 0, "lane": 1, "symbol": "dokumen"}]"#);
    assert_eq!(rows(&sop)[0], "1 Menerima a:Start, b:Document");
    let sop = edited(FLOW, r#"[{"do": "move_symbol", "row": 1, "cell": 0, "lane": 0}]"#);
    assert_eq!(rows(&sop)[1], "2 Memeriksa a:Decision ya>3 tidak>1");
    let sop = edited(FLOW, r#"[{"do": "symbol", "row": 2, "lane": 1, "symbol": null}]"#);
    assert_eq!(rows(&sop)[2], "3 Menyetujui a:Process lanjut>4");
    assert!(!ledger(&sop).contains(&"kegiatan/3/pelaksana"), "a person has decided");
    let sop = edited(FLOW, r#"[{"do": "symbol", "row": 0, "lane": 1, "symbol": "bersama"}]"#);
    assert_eq!(sop.steps[0].joint.len(), 1);
}

#[test]
fn arrows_are_written_as_chosen() {
    let edits = r#"[{"do": "ways", "row": 1, "cell": 0, "ways": [
        {"kind": "ya", "to": [2, 1], "label": "Lengkap"}, {"kind": "tidak", "to": null, "dashed": true}
    ]}]"#;
    let sop = edited(FLOW, edits);
    assert_eq!(rows(&sop)[1], "2 Memeriksa b:Decision ya>3.b tidak>selesai");
    let cell = &sop.steps[1].cells[0];
    assert_eq!(cell.yes.as_ref().and_then(|it| it.words()), Some("Lengkap"));
    assert!(cell.no.as_ref().is_some_and(|it| it.dashed));
}

#[test]
fn an_arrow_that_is_lost_stays_until_it_gets_a_target() {
    let edits = r#"[{"do": "ways", "row": 1, "cell": 0, "ways": [
        {"kind": "ya", "to": [3, 0]}, {"kind": "tidak", "to": null, "lost": "9.b"}
    ]}]"#;
    assert_eq!(rows(&edited(FLOW, edits))[1], "2 Memeriksa b:Decision ya>4 tidak>9.b");
}

#[test]
fn a_person_who_writes_settles_the_doubt_and_only_that_one() {
    let sop = edited(FLOW, r#"[{"do": "set", "key": "r0/output", "text": "Agenda\nSurat masuk"}]"#);
    assert!(ledger(&sop).contains(&"kegiatan/1/output/1"), "what stayed is still in doubt: {:?}", ledger(&sop));
    assert_eq!(ledger(&sop).iter().filter(|it| it.starts_with("kegiatan/1/output")).count(), 1);
    let sop = edited(FLOW, r#"[{"do": "confirm", "path": "identitas/nama"}]"#);
    assert!(!ledger(&sop).contains(&"identitas/nama"));
}

#[test]
fn fields_are_read_as_the_form_reads_them() {
    let edits = r#"[
        {"do": "set", "key": "identitas/tanggal_efektif", "text": "1 Juli 2024"},
        {"do": "set", "key": "identitas/disahkan_oleh/nip", "text": "19700101 199503 1 001"},
        {"do": "set", "key": "identitas/tanggal_revisi", "text": "-"},
        {"do": "set", "key": "r0/waktu", "text": "10 mnt"},
        {"do": "set", "key": "peringatan", "text": "Satu: dua\n\n  tiga # empat "},
        {"do": "headings", "row": 1, "text": "PEMERIKSAAN"}
    ]"#;
    let text = to_yaml(&[edited(FLOW, edits)]);
    for line in
        ["tanggal_efektif: 2024-07-01", "nip: \"197001011995031001\"", "tanggal_revisi: \"-\"", "subjudul: PEMERIKSAAN"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let sop = read_yaml(&text).expect("an SOP").remove(0);
    let cautions: Vec<&str> = sop.cautions.items().iter().map(|it| it.value.as_str()).collect();
    assert_eq!(cautions, ["Satu: dua", "tiga # empat"]);
    let emptied = edited(&text, r#"[{"do": "set", "key": "identitas/disahkan_oleh/nip", "text": " "}]"#);
    assert!(emptied.identity.signatory.is_absent());
}

#[test]
fn what_is_not_there_is_refused() {
    let mut sop = read_yaml(FLOW).expect("an SOP").remove(0);
    let edits = r#"[
        {"do": "set", "key": "versi", "text": "2"},
        {"do": "set", "key": "r9/waktu", "text": "1 jam"},
        {"do": "set", "key": "identitas/versi/x", "text": "1"},
        {"do": "remove_row", "at": 9},
        {"do": "move_row", "from": 0, "to": 4},
        {"do": "add_actor", "at": 0, "name": " "},
        {"do": "symbol", "row": 0, "lane": 7, "symbol": "proses"},
        {"do": "symbol", "row": 0, "lane": 0, "symbol": "bulat"},
        {"do": "ways", "row": 0, "cell": 3, "ways": []},
        {"do": "confirm", "path": "kegiatan/9"},
        {"do": "dismiss", "at": 0},
        {"do": "ignore", "code": "S101", "reason": ""}
    ]"#;
    for edit in serde_json::from_str::<Vec<Edit>>(edits).expect("edits") {
        assert!(edit.apply(&mut sop).is_err(), "{edit:?}");
    }
}

//! Opening, editing, saving and exporting over the socket.

use super::server::Desk;
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};
use std::fs;

const SOP: &str = include_str!("../../../examples/surat-masuk.yaml");

fn opened() -> (Desk, Value) {
    let desk = Desk::of(Sandbox::new().file("surat-masuk.yaml", SOP));
    let opened = desk.get("api/file?name=surat-masuk.yaml");
    assert_eq!(opened.status, 200, "{}", opened.text());
    let opened = opened.json();
    (desk, opened)
}

fn edited(desk: &Desk, doc: &Value, edits: Value) -> Value {
    let answer = desk.send("api/look", &json!({ "doc": doc, "edits": edits }));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

#[test]
fn an_edit_is_seen_in_form_findings_and_print() {
    let (desk, opened) = opened();
    assert_eq!(opened["doc"], SOP, "what is only opened stays as it is written");
    let look = edited(&desk, &opened["doc"], json!([{ "do": "set", "key": "r0/waktu", "text": "sebentar saja" }]));
    assert_eq!(look["form"]["rows"][0]["waktu"], "sebentar saja");
    let is_about_it = |it: &&Value| it["key"] == "r0/waktu";
    assert!(look["findings"].as_array().expect("findings").iter().any(|it| is_about_it(&it)), "{}", look["findings"]);
    let pages = look["pages"].as_array().expect("pages");
    assert!(pages.iter().any(|it| it.as_str().expect("a page").contains(">sebentar<")
        || it.as_str().expect("a page").contains(">sebentar saja<")));
    assert_eq!(look["doc"].as_str().expect("a text").matches("sebentar saja").count(), 1);
}

#[test]
fn saving_writes_the_text_whole_and_with_the_permissions_it_had() {
    let (desk, opened) = opened();
    let path = desk.sandbox.path("surat-masuk.yaml");
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o640)).expect("permissions");
    let look = edited(&desk, &opened["doc"], json!([{ "do": "set", "key": "identitas/nama", "text": "Surat Baru" }]));
    let saved =
        desk.send("api/save", &json!({ "path": "surat-masuk.yaml", "doc": look["doc"], "stamp": opened["stamp"] }));
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(desk.sandbox.read("surat-masuk.yaml"), look["doc"].as_str().expect("a text"));
    assert_eq!(desk.sandbox.names(), ["surat-masuk.yaml"], "nothing is left beside it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o640);
    }
    // What was saved can be saved again with the stamp that came back.
    let again =
        desk.send("api/save", &json!({ "path": "surat-masuk.yaml", "doc": SOP, "stamp": saved.json()["stamp"] }));
    assert_eq!(again.status, 200, "{}", again.text());
}

#[test]
fn a_change_on_disk_meanwhile_is_a_conflict() {
    let (desk, opened) = opened();
    let theirs = SOP.replace("Camat", "Lurah");
    fs::write(desk.sandbox.path("surat-masuk.yaml"), &theirs).expect("a file");
    let mine = json!({ "path": "surat-masuk.yaml", "doc": SOP, "stamp": opened["stamp"] });
    let refused = desk.send("api/save", &mine);
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert_eq!(refused.json()["conflict"], "surat-masuk.yaml");
    assert_eq!(desk.sandbox.read("surat-masuk.yaml"), theirs);
    assert_ne!(desk.get("api/stamp?name=surat-masuk.yaml").json(), opened["stamp"]);
    let mut forced = mine;
    forced["force"] = json!(true);
    assert_eq!(desk.send("api/save", &forced).status, 200);
    assert_eq!(desk.sandbox.read("surat-masuk.yaml"), SOP);
}

#[test]
fn yaml_beside_an_original_is_never_overwritten_unasked() {
    let docx = include_bytes!("../data/office/pinjam-arsip-drawingml.docx");
    let desk = Desk::of(Sandbox::new().file("pinjam.docx", docx).file("pinjam.yaml", SOP));
    let opened = desk.get("api/file?name=pinjam.docx").json();
    assert_eq!(opened["target"], "pinjam.yaml");
    assert_eq!(opened["stamp"], Value::Null);
    let saving = json!({ "path": "pinjam.yaml", "doc": opened["doc"], "stamp": null });
    assert_eq!(desk.send("api/save", &saving).status, 409);
    assert_eq!(desk.sandbox.read("pinjam.yaml"), SOP);
    assert_eq!(fs::read(desk.sandbox.path("pinjam.docx")).expect("a file"), docx);
}

#[test]
fn a_dropped_word_file_is_read_printed_and_commented() {
    let docx = include_bytes!("../data/office/pinjam-arsip-drawingml.docx");
    let desk = Desk::of(Sandbox::new());
    let opened = desk.post("api/open?name=%2Ftmp%2F..%2Fpinjam.docx", docx);
    assert_eq!(opened.status, 200, "{}", opened.text());
    let opened = opened.json();
    assert_eq!(opened["name"], "pinjam.docx");
    assert_eq!(opened["form"]["rows"].as_array().expect("rows").len(), 4);
    let begins = |to: &str| match to {
        "pdf" | "pdfa" => &b"%PDF"[..],
        "docx" | "xlsx" => b"PK",
        "yaml" => b"# yaml",
        "html" => b"<!",
        _ => b"",
    };
    let start = desk.get("api/start").json();
    let exports: Vec<&str> =
        start["exports"].as_array().expect("sorts").iter().filter_map(|it| it["to"].as_str()).collect();
    assert!(["pdf", "pdfa", "docx", "xlsx", "html", "yaml"].iter().all(|it| exports.contains(it)), "{exports:?}");
    for to in exports {
        let file = desk.send("api/export", &json!({ "doc": opened["doc"], "to": to, "paper": "f4" }));
        assert_eq!(file.status, 200, "{to}: {}", file.text());
        assert!(!file.body.is_empty() && file.body.starts_with(begins(to)), "{to}");
        assert!(file.head.contains("content-disposition: attachment"), "{to}");
    }
    assert_eq!(desk.send("api/export", &json!({ "doc": opened["doc"], "to": "exe" })).status, 400);
    let copy = desk.post("api/annotate?name=pinjam.docx", docx);
    assert_eq!(copy.status, 200, "{}", copy.text());
    assert!(copy.body.starts_with(b"PK") && copy.body.len() > docx.len() / 2);
    assert_eq!(desk.sandbox.names(), [""; 0], "nothing was written");
}

#[test]
fn a_fix_is_shown_before_it_is_made() {
    let gap = SOP.replace("nomor: 6\n", "nomor: 8\n");
    let desk = Desk::of(Sandbox::new().file("a.yaml", &gap));
    let opened = desk.get("api/file?name=a.yaml").json();
    let findings = opened["findings"].as_array().expect("findings");
    let fixable = findings.iter().find(|it| it["fix"].is_object()).expect("a fix");
    let wanted = json!({ "doc": opened["doc"], "fingerprint": fixable["fingerprint"] });
    let preview = desk.send("api/mending", &wanted);
    assert_eq!(preview.status, 200, "{}", preview.text());
    let preview = preview.json();
    assert_eq!(preview["changes"], json!([{ "place": "Langkah 6, Nomor", "before": "8", "after": "6" }]));
    assert_eq!(preview["doc"], SOP);
    assert_eq!(desk.sandbox.read("a.yaml"), gap);
    let gone = desk.send("api/mending", &json!({ "doc": SOP, "fingerprint": fixable["fingerprint"] }));
    assert_eq!(gone.status, 400, "{}", gone.text());
}

#[test]
fn a_new_document_begins_with_its_name() {
    let desk = Desk::of(Sandbox::new());
    let new = desk.send("api/new", &json!({ "name": "  Pengelolaan \"Surat\" <b>Masuk</b> " })).json();
    assert_eq!(new["target"], "pengelolaan-surat-b-masuk-b.yaml");
    let title = new["form"]["identity"].as_array().expect("entries").iter().find(|it| it["path"] == "identitas/nama");
    assert_eq!(title.expect("a title")["text"], "Pengelolaan \"Surat\" <b>Masuk</b>");
    assert_eq!(desk.send("api/new", &json!({ "name": " " })).status, 400);
}

#[test]
fn the_folder_is_surveyed_and_reported() {
    let bad = SOP.replace("10 menit", "sebentar");
    let sandbox = Sandbox::new().file("a.yaml", SOP).file("sub/b.yaml", bad).file("rusak.yaml", "versi: 1\nx: 2\n");
    let desk = Desk::of(sandbox.file("catatan.txt", "daftar belanja"));
    let mut rows: Vec<Value> = Vec::new();
    for _ in 0..600 {
        let progress = desk.get(&format!("api/survey?since={}", rows.len())).json();
        rows.extend(progress["rows"].as_array().expect("rows").iter().cloned());
        if progress["finished"] == true {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let paths: Vec<&str> = rows.iter().map(|it| it["path"].as_str().expect("a path")).collect();
    assert_eq!(paths, ["a.yaml", "rusak.yaml", "sub/b.yaml"]);
    assert!(rows[1]["fault"].as_str().expect("a reason").starts_with("rusak.yaml:2"), "{}", rows[1]["fault"]);
    assert!(rows[2]["codes"].as_array().expect("codes").len() > rows[0]["codes"].as_array().expect("codes").len());
    let start = desk.get("api/start").json();
    for name in start["reports"].as_array().expect("names") {
        let report = desk.get(&format!("api/report?name={}", name.as_str().expect("a name")));
        assert_eq!(report.status, 200, "{name}: {}", report.text());
    }
    let report = desk.get("api/report?name=rekap.csv");
    assert_eq!(report.status, 200, "{}", report.text());
    assert!(report.text().contains("b.yaml"));
    assert_eq!(desk.get("api/report?name=..%2Fx.csv").status, 400);
}

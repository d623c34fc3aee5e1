//! Many SOPs held against one another: `sop check` on a folder, and `sop graph`.

use crate::support::sandbox::{Run, Sandbox};
use serde_json::Value;

/// An SOP of one made-up office with that name and these lines behind the identity block.
fn sop(name: &str, rest: &str) -> String {
    format!("versi: 1\nidentitas:\n  instansi: Dinas Perikanan Kabupaten Contoh\n  nama: {name}\n{rest}")
}

/// An SOP with a number.
fn numbered(name: &str, number: &str) -> String {
    sop(name, &format!("  nomor: {number}\n"))
}

fn two() -> Sandbox {
    let files = Sandbox::new().file("a/masuk.yaml", numbered("Pengelolaan Surat Masuk", "02/SOP/DISKAN/2024"));
    files.file("a/tamu.yaml", numbered("Pelayanan Tamu", "02/SOP/DISKAN/2024"))
}

/// Only the rules about folders.
fn check(sandbox: &Sandbox, arguments: &[&str]) -> Run {
    sandbox.run(&[&["check", "--select", "S9,S114"], arguments].concat())
}

fn objects(run: &Run) -> Vec<Value> {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// Code and file of every finding.
fn found(sandbox: &Sandbox, arguments: &[&str]) -> Vec<(String, String)> {
    let run = check(sandbox, &[arguments, &["--format", "json"]].concat());
    let word = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    objects(&run).iter().map(|it| (word(it, "code"), word(it, "file"))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(code, file)| ((*code).to_owned(), (*file).to_owned())).collect()
}

#[test]
fn a_finding_about_a_folder_fails_the_run_and_shows_both_files() {
    let run = check(&two(), &["a"]);
    assert_eq!(run.code, 1, "{run:?}");
    for words in [
        "galat[S901]: nomor SOP `02/SOP/DISKAN/2024` sudah dipakai SOP `Pengelolaan Surat Masuk`",
        "a/tamu.yaml:5:10",
        "lihat: a/masuk.yaml:5:10, Nomor SOP: nomor yang sama",
        "1 galat, 0 peringatan, 0 saran di 2 berkas",
    ] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    let english = two().run(&["check", "--lang", "en", "--select", "S901", "--format", "concise", "a"]);
    assert_eq!(
        english.out,
        "a/tamu.yaml:5:10: error S901 the number `02/SOP/DISKAN/2024` already belongs to the SOP `Pengelolaan Surat Masuk` \
         (see a/masuk.yaml:5:10)\n"
    );
}

#[test]
fn json_names_the_other_file() {
    let json = objects(&check(&two(), &["a", "--format", "json"]));
    assert_eq!(json.len(), 1, "{json:#?}");
    let related = &json[0]["related"][0];
    assert_eq!(related["file"], "a/masuk.yaml");
    assert_eq!((&related["line"], &related["column"]), (&5.into(), &10.into()));
    assert_eq!((related["span"].is_null(), related["path"].as_str()), (true, Some("identitas/nomor")));
    assert_eq!(json[0]["span"]["line"], 5);
}

#[test]
fn one_sop_is_no_folder() {
    assert_eq!(found(&two(), &["a/tamu.yaml"]), []);
    assert_eq!(found(&two(), &["a/tamu.yaml", "a/masuk.yaml"]), pairs(&[("S901", "a/masuk.yaml")]), "order of names");
}

#[test]
fn selection_and_the_switches_of_the_document_hold() {
    assert_eq!(two().run(&["check", "a", "--select", "S9", "--ignore", "repeated-number"]).code, 0);
    assert_eq!(two().run(&["check", "a", "--select", "S1"]).out.matches("S901").count(), 0);
    for key in ["S901", "repeated-number"] {
        let ignoring = numbered("Pelayanan Tamu", "02/SOP/DISKAN/2024");
        let files = two().file("a/tamu.yaml", format!("{ignoring}abaikan:\n  - {{kode: {key}, alasan: sementara}}\n"));
        assert_eq!(found(&files, &["a"]), [], "{key}");
    }
}

#[test]
fn several_sops_of_one_file_are_several_sops() {
    let both = format!(
        "{}---\n{}",
        numbered("Pengelolaan Surat Masuk", "02/SOP/DISKAN/2024"),
        numbered("Pelayanan Tamu", "02/SOP/DISKAN/2024")
    );
    let run = check(&Sandbox::new().file("buku.yaml", both), &["buku.yaml", "--format", "json"]);
    let json = objects(&run);
    assert_eq!(json.len(), 1, "{json:#?}");
    assert_eq!(json[0]["span"]["line"], 11);
    let related = &json[0]["related"][0];
    assert_eq!((related["elsewhere"].is_null(), related["span"]["line"].as_u64()), (true, Some(5)));
}

#[test]
fn procedures_below_one_identity_block_share_its_number() {
    let head = "# SOP Mutasi Siswa\n\n**Madrasah Contoh**\nNo. Dokumen: SOP/MTS/018\n\n";
    let table = "| No | Langkah | Pelaksana | Waktu | Output |\n|---|---|---|---|---|\n";
    let out =
        "| 1 | Mengajukan permohonan | Siswa | 1 hari | Surat |\n| 2 | Mencetak surat | Staf | 1 hari | Surat |\n";
    let into = "| 1 | Menyerahkan berkas | Siswa | 1 hari | Berkas |\n| 2 | Memasukkan data | Staf | 1 hari | Data |\n";
    let text = format!("{head}## A. Mutasi Keluar\n\n{table}{out}\n## B. Mutasi Masuk\n\n{table}{into}");
    let files = Sandbox::new().file("mutasi.md", &text);
    assert!(files.run(&["convert", "mutasi.md"]).out.contains("---\n"), "two SOPs");
    let codes: Vec<String> = found(&files, &["mutasi.md"]).into_iter().map(|(code, _)| code).collect();
    assert!(!codes.contains(&"S901".to_owned()), "{codes:?}");
}

#[test]
fn standard_input_is_compared_too_but_shown_without_its_text() {
    let files = two();
    let input = numbered("Penataan Arsip", "02/SOP/DISKAN/2024");
    let arguments = ["check", "--select", "S901", "a/tamu.yaml", "-", "--stdin-name", "arsip.yaml"];
    let run = files.run_with(&arguments, input.as_bytes());
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("arsip.yaml") && run.out.contains("tempat: Nomor SOP"), "{}", run.out);
    assert!(run.out.contains("a/tamu.yaml:5:10"), "{}", run.out);
}

const TEXT: &str = "\
STANDAR OPERASIONAL PROSEDUR
DINAS PERIKANAN KABUPATEN CONTOH
Nama SOP\tPelayanan Tamu
Nomor SOP\t02/SOP/DISKAN/2024

No\tKegiatan\tPengadministrasi Umum\tCamat\tKelengkapan\tWaktu\tOutput\tKeterangan
1\tMenerima tamu\tv\t\tBuku tamu\t10 menit\tTamu tercatat\t
2\tMemberikan arahan\t\tv\tTamu tercatat\t1 jam\tArahan\t
";

#[test]
fn a_text_and_its_conversion_are_one_sop() {
    let files = Sandbox::new().file("a/tamu.txt", TEXT);
    assert_eq!(files.run(&["convert", "a/tamu.txt", "-o", "a/tamu.yaml"]).code, 0);
    assert_eq!(found(&files, &["a"]), []);
    assert_eq!(found(&files, &["a/tamu.txt", "a/tamu.yaml"]), [], "even where the YAML is named itself");
    let files = files.file("a/arsip.txt", TEXT.replace("Pelayanan Tamu", "Penataan Arsip"));
    assert_eq!(found(&files, &["a"]), pairs(&[("S901", "a/tamu.yaml")]));
}

#[test]
fn what_was_inferred_leads_to_suggestions_only() {
    let inferred = "konversi:\n  sumber: lama.txt\n  tinjau:\n    \
        - {bidang: identitas/nomor, cara: disimpulkan, keyakinan: 0.8, alasan: nama berkas}\n";
    for (file, name) in [("a/tamu.yaml", "Pelayanan Tamu"), ("a/masuk.yaml", "Pengelolaan Surat Masuk")] {
        let text = format!("{}{inferred}", numbered(name, "02/SOP/DISKAN/2024"));
        let run = check(&two().file(file, text), &["a", "--format", "concise"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains(": saran S901 ") && run.out.contains("(disimpulkan: nama berkas)"), "{}", run.out);
    }
}

#[test]
fn the_five_seeds_come_from_five_offices() {
    let sops = concat!(env!("CARGO_MANIFEST_DIR"), "/sops");
    let found = found(&Sandbox::new(), &[sops]);
    // Of one of them Keterkaitan is a list of its own steps.
    assert_eq!(found, pairs(&[("S904", &format!("{sops}/lamandau-sosial-monev.yaml"))]));
}

#[test]
fn a_folder_is_reported_alike_every_time() {
    let name = |at: usize| format!("Pengelolaan Surat {}", ["Masuk", "Keluar", "Dinas"][at % 3]);
    let files = (0..40).fold(Sandbox::new(), |files, at| {
        files.file(&format!("a/{at:02}.yaml"), numbered(&name(at), &format!("{}/SOP/DISKAN/2024", at % 7)))
    });
    let run = check(&files, &["a"]);
    assert!(run.out.matches("[S902]").count() == 37 && run.out.contains("[S901]"), "{}", run.out);
    assert_eq!(run.out, check(&files, &["a"]).out);
}

/// A folder with every kind of node and arrow.
fn folder() -> Sandbox {
    let row = |needs: &str, gives: &str| {
        format!("kegiatan:\n  - {{nomor: 1, uraian: Mengolah bahan, kelengkapan: [{needs}], output: [{gives}]}}\n")
    };
    let renja = format!("keterkaitan: [SOP Penyusunan RKA, SOP Surat]\n{}", row("Surat edaran", "Renja"));
    let rka = format!("keterkaitan: [SOP Penyusunan Renja, SOP Pengadaan \"Barang\"]\n{}", row("Renja", "RKA"));
    Sandbox::new()
        .file("a/1.yaml", sop("Penyusunan Renja", &renja))
        .file("a/2.yaml", sop("Penyusunan RKA", &rka))
        .file("a/3.yaml", sop("Pengelolaan Surat Masuk", &row("Bahan rapat", "Laporan bidang")))
        .file("a/4.yaml", sop("Pengelolaan Surat Keluar", &row("Bahan rapat", "Laporan bidang")))
        .file("a/5.yaml", sop("Pelaporan", &row("Laporan bidang", "Laporan dinas")))
}

#[test]
fn the_graph_shows_who_names_whom_and_who_waits_for_what() {
    let run = folder().run(&["graph", "a", "--to", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    let graph: Value = serde_json::from_str(&run.out).expect("JSON");
    let text = |it: &Value| it.as_str().unwrap_or("-").to_owned();
    let nodes: Vec<String> = graph["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|it| format!("{} {} {}", text(&it["id"]), text(&it["kind"]), text(&it["name"])))
        .collect();
    assert_eq!(nodes[..2], ["sop1 sop Penyusunan Renja", "sop2 sop Penyusunan RKA"]);
    assert_eq!(
        nodes[5..],
        [
            "hilang1 missing SOP Pengadaan \"Barang\"",
            "dokumen1 outside Surat edaran",
            "dokumen2 outside Bahan rapat",
            "dokumen3 document Laporan bidang",
        ]
    );
    let edges: Vec<String> = graph["edges"]
        .as_array()
        .expect("edges")
        .iter()
        .map(|it| format!("{} {} {} {}", text(&it["from"]), text(&it["kind"]), text(&it["to"]), text(&it["document"])))
        .collect();
    assert_eq!(
        edges,
        [
            "sop1 mutual sop2 -",
            "sop1 perhaps sop3 -",
            "sop1 perhaps sop4 -",
            "sop2 related hilang1 -",
            "dokumen1 document sop1 -",
            "sop1 document sop2 Renja",
            "dokumen2 document sop3 -",
            "dokumen2 document sop4 -",
            "sop3 document dokumen3 -",
            "sop4 document dokumen3 -",
            "dokumen3 document sop5 -",
        ]
    );
    assert_eq!(text(&graph["nodes"][0]["file"]), "a/1.yaml");
}

#[test]
fn dot_and_mermaid_draw_the_same_graph() {
    let dot = folder().run(&["graph", "a"]).out;
    for line in [
        "  sop1 [label=\"Penyusunan Renja\", tooltip=\"a/1.yaml\"];",
        "  hilang1 [label=\"SOP Pengadaan \\\"Barang\\\"\", style=\"rounded,dashed\", color=\"#c5221f\", \
         fontcolor=\"#c5221f\"];",
        "  sop1 -> sop2 [style=dashed, dir=both];",
        "  sop1 -> sop3 [style=dotted];",
        "  sop1 -> sop2 [label=\"Renja\"];",
        "  dokumen3 -> sop5;",
    ] {
        assert!(dot.lines().any(|it| it == line), "{line}\n{dot}");
    }
    let mermaid = folder().run(&["graph", "a", "--to", "mermaid"]).out;
    for line in [
        "flowchart LR",
        "  sop1[\"Penyusunan Renja\"]",
        "  hilang1[\"SOP Pengadaan #34;Barang#34;\"]:::missing",
        "  dokumen1[/\"Surat edaran\"/]:::outside",
        "  dokumen3[/\"Laporan bidang\"/]",
        "  sop1 <-.-> sop2",
        "  sop1 -. \"?\" .-> sop3",
        "  sop1 -->|\"Renja\"| sop2",
    ] {
        assert!(mermaid.lines().any(|it| it == line), "{line}\n{mermaid}");
    }
}

#[test]
fn a_hostile_name_stays_a_name() {
    let hostile = r#"'X"]; end \N \" <b>&amp;</b> `a` %%{init}%% #quot; --> y'"#;
    let files = Sandbox::new().file("a.yaml", sop(hostile, "")).file("b.yaml", sop("Pelayanan Tamu", ""));
    let dot = files.run(&["graph", "a.yaml", "b.yaml"]).out;
    assert!(dot.contains(r#"[label="X\"]; end \\N \\\"\n<b>&amp;amp;</b> `a`\n%%{init}%% #quot; --> y", "#), "{dot}");
    let mermaid = files.run(&["graph", "a.yaml", "b.yaml", "--to", "mermaid"]).out;
    let label = mermaid.lines().find(|line| line.contains("sop1[")).expect("a node");
    let inner = label.split('"').nth(1).expect("a label");
    assert_eq!(label.matches('"').count(), 2, "{label}");
    assert!(!inner.replace("<br/>", "").contains(['<', '>', '&', '`', '%', ']', '{', '\\']), "{label}");
}

#[test]
fn a_graph_goes_into_a_file_in_the_format_of_its_name() {
    let files = folder();
    for (name, begins) in [("g.dot", "digraph sop {"), ("g.mmd", "flowchart LR"), ("g.json", "{\n  \"nodes\": [")] {
        assert_eq!(files.run(&["graph", "a", "-o", name]).code, 0, "{name}");
        assert!(files.read(name).starts_with(begins), "{name}");
    }
    let again = files.run(&["graph", "a", "-o", "g.dot"]);
    assert!(again.code == 2 && again.err.contains("--force"), "{again:?}");
}

#[test]
fn what_cannot_be_read_is_left_out_of_the_graph_and_said() {
    let run = folder().file("a/6.yaml", "versi: 99\n").run(&["graph", "a"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains("a/6.yaml") && run.out.contains("sop5") && !run.out.contains("sop6"), "{run:?}");
}

#[test]
fn a_page_shows_each_sop_once_with_what_the_folder_says_of_it() {
    let page = two().run(&["check", "a", "--format", "html", "--select", "S901"]).out;
    assert_eq!(page.matches("S901 repeated-number").count(), 1, "{page}");
    assert!(page.contains("2 SOP dalam 2 berkas"), "{page}");
}

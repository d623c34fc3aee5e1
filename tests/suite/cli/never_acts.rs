//! Text of a document never acts: through every format it stays text, to a terminal, a browser, a spreadsheet.

use crate::support::sandbox::Sandbox;

/// What would act somewhere, in one text that every field holds.
const HOSTILE: &str = "=1+1\\e[31m \\x9B31m\\u202E\\u2028\\u061C <script>alert(1)</script><img src=x onerror=alert(1)> \
                       [a](javascript:alert(1)) `b` | c \\\"d' & %s {{e}} ${f}";

fn document() -> String {
    let text = |field: &str| format!("\"{HOSTILE} {field}\"");
    format!(
        "versi: 1\nidentitas:\n  instansi: {}\n  unit_kerja: {}\n  nomor: {}\n  nama: {}\n  nomor_revisi: {}\n  tanggal_efektif: {}\n  \
         disahkan_oleh: {{jabatan: {}, nama: {}, nip: {}}}\n  maksud_tujuan: [{}]\n\
         dasar_hukum: [{}]\nkualifikasi_pelaksana: [{}]\nketerkaitan: [{}]\nperalatan_perlengkapan: [{}]\nperingatan: [{}]\n\
         pencatatan_pendataan: [{}]\npelaksana:\n  - {{id: a, nama: {}}}\n  - {{id: b, nama: {}}}\nkegiatan:\n  - subjudul: {}\n  \
         - nomor: 1\n    uraian: {}\n    pelaksana: a\n    kelengkapan: [{}]\n    waktu: {}\n    output: [{}]\n    keterangan: {}\n  \
         - nomor: 2\n    uraian: {}\n    pelaksana: b\n    simbol: keputusan\n    ya: {{ke: selesai, label: {}}}\n    tidak: {{ke: 1, label: {}}}\n",
        text("instansi"),
        text("unit"),
        text("nomor"),
        text("nama"),
        text("revisi"),
        text("tanggal"),
        text("jabatan"),
        text("pejabat"),
        text("nip"),
        text("tujuan"),
        text("hukum"),
        text("kualifikasi"),
        text("kait"),
        text("alat"),
        text("ingat"),
        text("catat"),
        text("satu"),
        text("dua"),
        text("sub"),
        text("uraian"),
        text("kelengkapan"),
        text("waktu"),
        text("output"),
        text("ket"),
        text("periksa"),
        text("ya"),
        text("tidak"),
    )
}

fn turns_or_steers(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
        || matches!(letter, '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn text_of_a_document_acts_in_no_format() {
    let sandbox = Sandbox::new().file("a.yaml", document()).file("b.yaml", document());
    let mut outputs: Vec<(String, String)> = Vec::new();
    let mut keep = |arguments: &[&str]| {
        let run = sandbox.run(arguments);
        assert!(run.code < 2, "{arguments:?}: {run:?}");
        outputs.push((arguments.join(" "), run.out));
        outputs.push((format!("{} (said)", arguments.join(" ")), run.err));
    };
    for to in ["table", "svg", "html", "md", "yaml"] {
        keep(&["render", "a.yaml", "--to", to]);
    }
    keep(&["render", "a.yaml", "--to", "table", "--ascii", "--width", "60"]);
    keep(&["convert", "a.yaml", "--to", "json"]);
    for format in [
        "full",
        "concise",
        "html",
        "catatan",
        "catatan-csv",
        "json",
        "ndjson",
        "csv",
        "sarif",
        "github",
        "gitlab",
        "junit",
    ] {
        keep(&["check", "a.yaml", "b.yaml", "--format", format]);
    }
    keep(&["check", "a.yaml", "b.yaml", "--statistics"]);
    keep(&["check", "a.yaml", "--fix", "--diff", "--unsafe-fixes"]);
    for to in ["dot", "mermaid", "json"] {
        keep(&["graph", "a.yaml", "b.yaml", "--to", to]);
    }
    for format in ["text", "json"] {
        keep(&["time", "a.yaml", "--format", format]);
    }
    for (from, out) in &outputs {
        let steering = out.char_indices().find(|(_, letter)| turns_or_steers(*letter));
        assert_eq!(steering, None, "{from}: {}", out.lines().find(|line| line.contains(turns_or_steers)).unwrap_or(""));
        if from.contains("html") || from.contains("svg") {
            let tags = ["<script>alert", "<img src=x", "onerror=alert(1)>", "href=\"javascript"];
            assert!(tags.iter().all(|tag| !out.contains(tag)), "{from}");
        }
        if from.contains(" md") || from.ends_with("catatan") {
            // What stands between backticks is shown as it is.
            let outside = |line: &str| line.split('`').step_by(2).collect::<String>();
            let acts = |line: &String| {
                let line = line.replace("\\<", "").replace("\\]", "");
                line.contains("<script>alert") || line.contains("](javascript")
            };
            assert_eq!(out.lines().map(outside).find(acts), None, "{from}");
        }
        if from.contains("csv") {
            let fields = out.lines().flat_map(|line| line.split([',', ';'])).map(|field| field.trim_start_matches('"'));
            assert_eq!(fields.clone().find(|field| field.starts_with(['=', '+', '@'])), None, "{from}");
        }
    }
}

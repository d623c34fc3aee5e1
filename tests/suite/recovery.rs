//! Made-up documents in layouts met in the wild, each with the YAML a careful reader recovers from it, beside it.

use sop::analysis::analyze;
use sop::render::yaml::to_yaml;
use std::path::Path;

/// `UPDATE=1` writes the YAML anew; read the difference before it is committed.
#[test]
fn documents_are_recovered_as_a_careful_reader_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/recovery");
    let entries = std::fs::read_dir(&folder).expect("the folder is part of the repository");
    let mut texts: Vec<_> = entries.map(|entry| entry.expect("readable").path()).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension != "yaml"));
    texts.sort();
    assert!(texts.len() >= 3);
    for path in texts {
        let bytes = std::fs::read(&path).expect("readable");
        let name = path.file_name().and_then(|name| name.to_str()).expect("plain names");
        let found = to_yaml(&analyze(&bytes, name).expect("texts are read").sops);
        let golden = path.with_extension("yaml");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, &found).expect("writable");
        }
        let wanted = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(found, wanted, "{name}");
    }
}

/// Lists that hold nothing but marks, met by fuzzing: they are blank, and stay so when written and read back.
#[test]
fn a_list_of_marks_alone_is_blank() {
    let text = "Nomor SOP\t1/A/2020\nPeralatan/Perlengkapan\n• ;\nKeterkaitan\n1.\n\n\
                No\tKegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n1\tMencatat surat\tv\t•\t5 menit\t;\n";
    let sops = analyze(text.as_bytes(), "masukan.txt").expect("a text").sops;
    let yaml = to_yaml(&sops);
    for line in ["peralatan_perlengkapan:\n", "keterkaitan:\n", "    kelengkapan:\n", "    output:\n"] {
        assert!(yaml.contains(line), "{line}{yaml}");
    }
    assert_eq!(to_yaml(&sop::read::yaml::read_yaml(&yaml).expect("our own YAML")), yaml);
}

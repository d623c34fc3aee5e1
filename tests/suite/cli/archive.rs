//! What may not be in a print, and what may not change it: numbers that were masked; the day, place and language of the office.

use super::SOUND;
use crate::support::sandbox::Sandbox;
use lopdf::{Document, Object};
use std::fs;

/// The kinds of PDF, of one SOP and bound.
const KINDS: [&[&str]; 4] =
    [&["--to", "pdf"], &["--to", "pdfa"], &["--to", "pdf", "--book"], &["--to", "pdfa", "--book"]];

/// Every text of a file, without blanks: what is written on its pages, in its streams, and in its strings.
fn everything(bytes: &[u8]) -> String {
    let mut texts = vec![String::from_utf8_lossy(bytes).into_owned()];
    if bytes.starts_with(b"%PDF") {
        let document = Document::load_mem(bytes).expect("it opens");
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        texts.extend(pages.iter().map(|page| document.extract_text(&[*page]).expect("its text can be read")));
        document.objects.values().for_each(|object| add_strings(object, &mut texts));
    }
    texts.join("\n").replace(char::is_whitespace, "")
}

fn add_strings(object: &Object, out: &mut Vec<String>) {
    match object {
        Object::String(..) => out.extend(lopdf::decode_text_string(object)),
        Object::Array(items) => items.iter().for_each(|item| add_strings(item, out)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| add_strings(value, out)),
        Object::Stream(stream) => {
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            out.push(String::from_utf8_lossy(&content).into_owned());
            stream.dict.iter().for_each(|(_, value)| add_strings(value, out));
        }
        _ => {}
    }
}

#[test]
fn a_masked_nip_stands_nowhere_in_a_print() {
    const NIP: &str = "197001011995031001";
    let [activity, title] = ["Menerima dan mencatat surat masuk", "nama: Pengelolaan Surat Masuk"];
    assert!(SOUND.contains(activity) && SOUND.contains(title));
    let told = SOUND.replacen(activity, "Menghadap petugas (NIP 19700101 199503 1 001)", 1);
    let told = told.replacen(title, "nama: Surat untuk 19700101.199503.1.001", 1);
    let sandbox = Sandbox::new().file("a.yaml", told);
    let kinds = KINDS.into_iter().chain([&["--to", "svg"][..], &["--to", "html"]]);
    for kind in kinds {
        let made = |mask: &[&str]| {
            let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.out", "--force"], kind, mask].concat());
            assert_eq!(run.code, 0, "{run:?}");
            everything(&fs::read(sandbox.path("a.out")).expect("a print")).replace(['.', '-'], "")
        };
        assert!(made(&[]).matches(NIP).count() >= 3, "{kind:?}");
        let masked = made(&["--redact-nip"]);
        let left = masked.find("199503").map(|at| masked[at..].chars().take(40).collect::<String>());
        assert_eq!(left, None, "{kind:?}");
        assert!(masked.contains("•••"), "{kind:?}");
    }
}

#[test]
fn where_and_when_a_print_is_made_does_not_change_it() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("lain/kosong.txt", "");
    let made = |kind: &[&str], folder: &str, input: &str, surroundings: &[(&str, &str)]| {
        let arguments = [&["render", input, "-o", "x.pdf", "--force"], kind].concat();
        let folder = sandbox.path(folder);
        let run = sandbox.command(&arguments).current_dir(&folder).envs(surroundings.iter().copied()).output();
        assert!(run.expect("the program ends").status.success(), "{arguments:?}");
        fs::read(folder.join("x.pdf")).expect("a print")
    };
    for kind in KINDS {
        let first = made(kind, ".", "a.yaml", &[]);
        for surroundings in [
            &[("LANG", "id_ID.UTF-8"), ("TZ", "Asia/Jayapura")][..],
            &[("LC_ALL", "en_US.UTF-8"), ("TZ", "America/Anchorage"), ("HOME", "/")],
            &[("LC_ALL", "tr_TR.UTF-8"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")],
        ] {
            assert!(first == made(kind, "lain", "../a.yaml", surroundings), "{kind:?} {surroundings:?}");
        }
    }
}

//! The options of a print on the command line.

use super::SOUND;
use crate::support::sandbox::Sandbox;

const SVG: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H10V10H0Z" fill="#0a0"/></svg>"##;
const FONT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/render/fonts/LiberationSans-Bold.ttf");

#[test]
fn the_emblem_goes_into_every_print() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("logo.svg", SVG);
    for name in ["a.pdf", "a.svg", "a.html"] {
        let bare = sandbox.run(&["render", "a.yaml", "-o", name]);
        assert_eq!((bare.code, bare.err.as_str()), (0, ""), "{bare:?}");
        let size = std::fs::read(sandbox.path(name)).expect("a file").len();
        let run = sandbox.run(&["render", "a.yaml", "-o", name, "--force", "--logo", "logo.svg", "--verify"]);
        assert_eq!((run.code, run.err.as_str()), (0, "a.yaml: cetakan bersih, 2 halaman\n"), "{run:?}");
        let bytes = std::fs::read(sandbox.path(name)).expect("a file");
        assert!(bytes.len() > size, "{name}");
        if name != "a.pdf" {
            assert_eq!(sandbox.read(name).matches("<image ").count(), 1, "{name}");
        }
    }
}

#[test]
fn files_that_cannot_be_emblem_or_font_are_errors_that_say_why() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("logo.jpg", "\u{fffd}JFIF").file("logo.svg", "<svg><g");
    let drawn = |parts: &str| SVG.replace("</svg>", &format!("{parts}</svg>"));
    let sandbox = sandbox
        .file("kabur.svg", drawn("<filter id=\"f\"/>"))
        .file("ulang.svg", drawn(&"<path d=\"M0 0H1V1Z\"/>".repeat(60_000)))
        .file(
            "lapis.svg",
            drawn(&"<g opacity=\"0.5\"><path d=\"M0 0H1V1Z\"/><path d=\"M0 0H1V1Z\"/></g>".repeat(2_000)),
        );
    for (arguments, words) in [
        (["--logo", "hilang.png"], "hilang.png: tidak ditemukan"),
        (["--logo", "logo.jpg"], "logo.jpg: logo harus berkas PNG atau SVG"),
        (["--logo", "logo.svg"], "logo.svg: SVG ini tidak dapat dibaca"),
        (["--logo", "kabur.svg"], "kabur.svg: SVG ini terlalu rumit untuk sebuah logo (filter atau pola)"),
        (["--logo", "ulang.svg"], "ulang.svg: SVG ini terlalu rumit untuk sebuah logo (terlalu banyak bagian)"),
        (["--logo", "lapis.svg"], "lapis.svg: SVG ini terlalu rumit untuk sebuah logo (terlalu banyak lapisan)"),
        (["--font", "logo.svg"], "logo.svg: bukan huruf TTF atau OTF yang utuh"),
        (["--font", "hilang.ttf"], "hilang.ttf: tidak ditemukan"),
        (["--margin", "60"], "`--margin <MM>` tidak dapat dipakai; yang boleh: 5 sampai 40"),
        (["--paper", "a3"], "--paper"),
    ] {
        let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.pdf"], &arguments[..]].concat());
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    let run = sandbox.run(&["render", "a.yaml", "-o", "a.pdf", "--color", "--mono"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(!sandbox.names().contains(&"a.pdf".to_owned()));
}

#[test]
fn paper_edges_colours_and_letters_can_be_chosen() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    let svg = |arguments: &[&str]| {
        let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.svg", "--force"], arguments].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
        sandbox.read("a.svg")
    };
    let usual = svg(&[]);
    assert_eq!(usual, svg(&["--mono", "--paper", "a4"]));
    assert!(svg(&["--paper", "legal"]).contains("viewBox=\"0 0 1008 "));
    assert!(svg(&["--margin", "20"]).contains("x=\"59.69\"") || svg(&["--margin", "20"]).contains("M56.69"));
    let coloured = svg(&["--color"]);
    assert!(coloured.contains("#dee8f3") && !usual.contains("#dee8f3"));
    assert_ne!(usual, svg(&["--font", FONT]));
}

#[test]
fn the_print_says_what_the_font_lacks() {
    let text = SOUND.replace("nama: Pengelolaan Surat Masuk", "nama: Pengelolaan 漢 Surat");
    let sandbox = Sandbox::new().file("a.yaml", text);
    let run = sandbox.run(&["render", "a.yaml", "-o", "a.pdf"]);
    assert!(run.code == 0 && run.err.contains("漢 (U+6F22)") && run.err.contains("--font"), "{run:?}");
}

#[test]
fn the_print_says_when_its_letters_become_smaller() {
    let more: String = (5..=15).map(|at| format!("  - {{id: p{at}, nama: Petugas {at}}}\n")).collect();
    let text = SOUND.replacen("kegiatan:\n", &format!("{more}kegiatan:\n"), 1);
    let sandbox = Sandbox::new().file("a.yaml", text);
    let run = sandbox.run(&["render", "a.yaml", "--verify"]);
    assert!(run.err.contains("huruf tabel diperkecil menjadi 6 pt") && run.err.contains("cetakan bersih"), "{run:?}");
    let run = sandbox.run(&["render", "a.yaml", "--verify", "--paper", "legal"]);
    assert!(!run.err.contains("diperkecil"), "{run:?}");
}

#[test]
fn nips_are_masked_in_every_artefact() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    for to in ["table", "yaml", "svg", "html"] {
        let run = sandbox.run(&["render", "a.yaml", "--to", to, "--redact-nip", "--width", "160"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains("19700101 •••••• • •••"), "{to}: {}", run.out);
        assert!(!run.out.contains("199503"), "{to}");
    }
}

#[test]
fn folders_books_and_pictures_are_furnished_too() {
    let sandbox = Sandbox::new().file("in/a.yaml", SOUND).file("in/b.yaml", SOUND).file("logo.svg", SVG);
    let furniture = ["--color", "--logo", "logo.svg", "--margin", "5", "--paper", "legal", "--redact-nip", "--force"];
    let run = |arguments: &[&str]| {
        let run = sandbox.run(&[&["render"], arguments, &furniture].concat());
        assert_eq!(run.code, 0, "{run:?}");
    };
    run(&["in", "-o", "out/", "--to", "svg"]);
    run(&["in", "--book", "-o", "book.svg"]);
    for (name, emblems) in [("out/a.svg", 1), ("out/b.svg", 1), ("book.svg", 3)] {
        let text = sandbox.read(name);
        assert_eq!(text.matches("<image ").count(), emblems, "{name}");
        assert!(text.contains("#dee8f3") && text.contains("viewBox=\"0 0 1008 "), "{name}");
        assert!(text.contains("••••••") && !text.contains("199503"), "{name}");
    }
    let picture = |arguments: &[&str]| {
        let run = sandbox.run(&[&["render", "in/a.yaml", "-o", "a.png", "--force"], arguments].concat());
        assert_eq!(run.code, 0, "{run:?}");
        std::fs::read(sandbox.path("a-1.png")).expect("a picture")
    };
    // The kind of a PNG stands at a fixed place: 0 is grey, 2 coloured.
    let (bare, grey, coloured) =
        (picture(&[]), picture(&["--logo", "logo.svg"]), picture(&["--logo", "logo.svg", "--color"]));
    assert_eq!((bare[25], grey[25], coloured[25]), (0, 0, 2));
    assert_ne!(bare, grey);
}

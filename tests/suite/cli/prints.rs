//! `sop render` beyond one file: folders, books, pictures of pages, Markdown that is read back, and watching.

use super::{LEGACY, SOUND};
use crate::support::golden::{content, stems};
use crate::support::sandbox::Sandbox;
use sop::analysis::analyze;
use sop::model::Sop;
use std::collections::BTreeSet;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn second() -> String {
    SOUND.replace("nama: Pengelolaan Surat Masuk", "nama: Pengelolaan Surat Keluar")
}

#[test]
fn a_folder_becomes_prints_in_the_same_sub_folders() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/a.txt", LEGACY).file("s/dalam/b.txt", LEGACY);
    let run = sandbox.run(&["render", "s", "-o", "hasil"]);
    assert_eq!((run.code, run.err.as_str()), (0, "2 berkas dicetak\n"), "{run:?}");
    assert_eq!(sandbox.names(), ["hasil/a.pdf", "hasil/dalam/b.pdf", "s/a.txt", "s/a.yaml", "s/dalam/b.txt"]);
    let again = sandbox.run(&["render", "s", "-o", "hasil"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("sudah ada") && again.err.contains("0 berkas dicetak, 2 gagal"), "{}", again.err);
    assert_eq!(sandbox.run(&["render", "s", "-o", "hasil", "--force"]).code, 0);
}

#[test]
fn results_inside_the_folder_are_not_printed_again() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
    for _ in 0..2 {
        let run = sandbox.run(&["render", "s", "-o", "s/hasil", "--to", "html", "--force"]);
        assert_eq!((run.code, run.err.as_str()), (0, "1 berkas dicetak\n"), "{run:?}");
    }
    assert_eq!(sandbox.names(), ["s/a.yaml", "s/hasil/a.html"]);
}

#[test]
fn a_broken_file_does_not_stop_the_prints_of_the_others() {
    let sandbox = Sandbox::new().file("s/a.pdf", "%PDF-1.7").file("s/b.yaml", SOUND);
    let run = sandbox.run(&["render", "s", "-o", "hasil/", "--to", "svg"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("s/a.pdf: ") && run.err.contains("1 berkas dicetak, 1 gagal"), "{}", run.err);
    assert!(sandbox.read("hasil/b.svg").starts_with("<svg "));
}

#[test]
fn several_sops_do_not_become_one_file_unasked() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("b.yaml", SOUND);
    for inputs in [&["render", "s", "-o", "x.pdf"][..], &["render", "s/a.yaml", "b.yaml", "-o", "x.pdf"]] {
        let run = sandbox.run(inputs);
        assert!(run.code == 2 && run.err.contains("--book"), "{run:?}");
    }
    assert_eq!(sandbox.names(), ["b.yaml", "s/a.yaml"]);
}

#[test]
fn a_folder_can_be_verified_without_writing() {
    let run = Sandbox::new().file("s/a.yaml", SOUND).file("s/b.yaml", second()).run(&["render", "s", "--verify"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert!(run.err.contains("s/a.yaml: cetakan bersih") && run.err.ends_with("2 berkas diperiksa\n"), "{}", run.err);
}

#[test]
fn a_book_is_verified_with_its_cover_and_contents() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/b.yaml", second());
    let run = sandbox.run(&["render", "s", "--book", "--verify", "-o", "buku.svg"]);
    assert_eq!(run.code, 0, "{run:?}");
    let pages = sandbox.read("buku.svg").matches("<g id=\"halaman-").count();
    assert!(run.err.contains(&format!("buku.svg: cetakan bersih, {pages} halaman\n")), "{}", run.err);
}

#[test]
fn a_book_has_a_cover_contents_and_all_sops() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/b.yaml", second());
    let run = sandbox.run(&["render", "s", "--book", "-o", "buku.svg"]);
    assert_eq!((run.code, run.err.as_str()), (0, "2 SOP dijilid\n"), "{run:?}");
    let book = sandbox.read("buku.svg");
    for words in ["STANDAR OPERASIONAL PROSEDUR", "Daftar Isi", "Pengelolaan Surat Keluar", ">2024<", "– 3 –"] {
        assert!(book.contains(words), "{words}");
    }
    // The first SOP begins behind cover and contents, the second behind its pages.
    let pages = book.matches("<g id=\"halaman-").count();
    assert!(pages >= 6 && book.contains("href=\"#halaman-3\"") && book.contains("href=\"#halaman-5\""), "{pages}");
    for name in ["buku.pdf", "buku.html"] {
        assert_eq!(sandbox.run(&["render", "s", "--book", "-o", name]).code, 0, "{name}");
    }
    assert!(std::fs::read(sandbox.path("buku.pdf")).is_ok_and(|it| it.starts_with(b"%PDF-1.7")));
    let html = sandbox.read("buku.html");
    assert!(html.contains("<title>Standar Operasional Prosedur</title>") && html.contains("id=\"kata-2\""));
}

#[test]
fn a_book_that_lacks_an_sop_is_not_written() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/b.pdf", "%PDF-1.7");
    let run = sandbox.run(&["render", "s", "--book", "-o", "buku.pdf"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("s/b.pdf: ") && run.err.contains("buku tidak ditulis"), "{}", run.err);
    let table = sandbox.run(&["render", "s", "--book", "--to", "table"]);
    assert!(table.code == 2 && table.err.contains("--book"), "{table:?}");
    assert_eq!(sandbox.names(), ["s/a.yaml", "s/b.pdf"]);
}

#[test]
fn a_book_invents_no_year_and_no_agency() {
    let bare =
        SOUND.lines().filter(|line| !line.contains("tanggal_") && !line.contains("instansi")).collect::<Vec<_>>();
    let sandbox = Sandbox::new().file("a.yaml", bare.join("\n"));
    assert_eq!(sandbox.run(&["render", "a.yaml", "--book", "-o", "b.svg", "--per-page"]).code, 0);
    let cover = sandbox.read("b-1.svg");
    assert!(cover.contains("PROSEDUR") && !cover.contains("20") | !cover.contains(">20"), "{cover}");
}

/// Width and height of a PNG.
fn size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    (number(16), number(20))
}

#[test]
fn pictures_are_one_file_for_each_page() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    let run = sandbox.run(&["render", "a.yaml", "-o", "a.png", "--dpi", "72"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    assert_eq!(sandbox.names(), ["a-1.png", "a-2.png", "a.yaml"]);
    let bytes = std::fs::read(sandbox.path("a-2.png")).expect("a picture");
    assert_eq!(size(&bytes), (842, 596));
    assert!(bytes.len() > 5_000, "nothing is drawn on it");
    let again = sandbox.run(&["render", "a.yaml", "-o", "a.png"]);
    assert!(again.code == 2 && again.err.contains("a-1.png: sudah ada"), "{again:?}");
    for dpi in ["0", "29", "601", "999999999", "x"] {
        assert_eq!(sandbox.run(&["render", "a.yaml", "-o", "b.png", "--dpi", dpi]).code, 2, "{dpi}");
    }
    assert!(sandbox.run(&["render", "a.yaml", "--to", "png"]).err.contains("-o BERKAS"));
}

#[test]
fn drawings_can_be_one_file_for_each_page() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "a.yaml", "-o", "a.svg", "--per-page"]).code, 0);
    assert_eq!(sandbox.names(), ["a-1.svg", "a-2.svg", "a.yaml"]);
    let drawing = sandbox.read("a-2.svg");
    assert!(drawing.contains("<title>langkah 1, Pengadministrasi Umum, mulai; lanjut ke 2</title>"), "{drawing}");
}

#[test]
fn a_page_for_the_screen_needs_no_script_and_tells_everything_in_words() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "a.yaml", "-o", "a.html"]).code, 0);
    let html = sandbox.read("a.html");
    assert!(html.contains("<html lang=\"id\">") && !html.contains("<script"));
    for words in ["<dt>Nomor SOP</dt>", "<h2>Dasar Hukum</h2>", "Kelengkapan: ", "keputusan; ya ke "] {
        assert!(html.contains(words), "{words}");
    }
    let body = html.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>")).map_or("", |(body, _)| body);
    roxmltree::Document::parse(&format!("<body>{body}</body>")).expect("every element is closed");
}

fn read_back(markdown: &str) -> Sop {
    let mut sops = analyze(markdown.as_bytes(), "a.md").expect("a text").sops;
    assert_eq!(sops.len(), 1);
    sops.remove(0)
}

/// What a text can say of a step: number, words, who, what goes in and out.
fn gist(sop: &Sop) -> Vec<String> {
    let texts = |step: &sop::model::Step| {
        // A text cannot tell who acts together from who acts one after the other.
        let actors: BTreeSet<&str> = step.actors().chain(&step.joint).map(|it| sop.actor_name(&it.value)).collect();
        let items = |field: &sop::model::Field<Vec<sop::model::Sourced<sop::model::DocumentName>>>| {
            field.items().iter().map(|it| it.value.0.clone()).collect::<Vec<String>>()
        };
        let (activity, duration) = (step.activity.value(), step.duration.value().map(ToString::to_string));
        let (inputs, outputs) = (items(&step.requirements), items(&step.outputs));
        format!("{} {activity:?} {actors:?} {inputs:?} {duration:?} {outputs:?}", step.number)
    };
    sop.steps.iter().map(texts).collect()
}

/// The table of the screen, saved: its arrows are drawn through the cells and are no part of its frame.
#[test]
fn a_table_of_the_screen_is_read_back_step_by_step() {
    for name in ["izin-reklame", "surat-keterangan-usaha", "surat-masuk", "surat-tugas", "upacara"] {
        let file = format!("{name}.yaml");
        let text = content(&format!("examples/{file}"));
        let written = analyze(&text, &file).expect("an example").sops.remove(0);
        let run = Sandbox::new().file(&file, &text).run(&["render", &file, "--to", "table", "--width", "220"]);
        assert_eq!(run.code, 0, "{run:?}");
        let read = read_back(&run.out);
        assert_eq!(gist(&read), gist(&written), "{name}\n{}", run.out);
        let symbols = |sop: &Sop| (0..sop.steps.len()).map(|step| sop.symbol(step, 0)).collect::<Vec<_>>();
        assert_eq!(symbols(&read), symbols(&written), "{name}\n{}", run.out);
    }
}

#[test]
fn markdown_is_read_back_as_it_was() {
    for name in stems("examples", ".yaml") {
        let file = format!("{name}.yaml");
        let text = content(&format!("examples/{file}"));
        let written = analyze(&text, &file).expect("an example").sops.remove(0);
        let run = Sandbox::new().file(&file, &text).run(&["render", &file, "--to", "md"]);
        assert_eq!(run.code, 0, "{run:?}");
        let read = read_back(&run.out);
        assert_eq!(gist(&read), gist(&written), "{name}\n{}", run.out);
        let names = |sop: &Sop| sop.actors.iter().map(|it| it.name.value.clone()).collect::<Vec<String>>();
        assert_eq!(names(&read), names(&written), "{name}");
        assert_eq!(read.identity.title.value(), written.identity.title.value(), "{name}");
        let lists = |sop: &Sop| {
            let lists = [&sop.qualifications, &sop.related, &sop.equipment, &sop.cautions, &sop.records];
            lists.map(|list| list.items().iter().map(|it| it.value.clone()).collect::<Vec<String>>())
        };
        assert_eq!(lists(&read), lists(&written), "{name}");
        assert_eq!(read.legal_basis.items().len(), written.legal_basis.items().len(), "{name}");
    }
}

#[test]
fn nothing_in_a_document_becomes_markup() {
    let text = SOUND.replace("Buku agenda\n", "\"a|b <script>x</script> *c* [d](e) `f`\"\n");
    assert_ne!(text, SOUND);
    let run = Sandbox::new().file("a.yaml", text).run(&["render", "a.yaml", "--to", "md"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!run.out.contains("<script") && !run.out.contains("*c*") && !run.out.contains("[d]"), "{}", run.out);
    let bars = |line: &&str| line.matches('|').count();
    let rows: Vec<usize> = run.out.lines().skip_while(|it| !it.starts_with("| No ")).map(|it| bars(&it)).collect();
    assert!(rows.len() > 4 && rows.windows(2).all(|pair| pair[0] == pair[1]), "{}", run.out);
}

/// A program that watches, and what it has said so far.
struct Watcher<'a> {
    sandbox: &'a Sandbox,
    child: Child,
}

impl<'a> Watcher<'a> {
    fn start(sandbox: &'a Sandbox, args: &[&str]) -> Self {
        let said = std::fs::File::create(sandbox.path("said")).expect("a file");
        let mut command = sandbox.command(args);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn().expect("it starts");
        Self { sandbox, child }
    }

    fn said(&self) -> String {
        std::fs::read_to_string(self.sandbox.path("said")).unwrap_or_default()
    }

    /// Waits until it has looked at everything that often and goes on watching; fails after a time that only a hanging
    /// program needs.
    fn wait_for_rounds(&self, count: usize) {
        let start = Instant::now();
        while self.said().matches("Ctrl-C").count() < count {
            assert!(start.elapsed() < Duration::from_secs(60), "round {count} does not happen: {}", self.said());
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        // It runs until it is ended; where it has ended by itself there is nothing left to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn watching_prints_again_what_is_saved_and_survives_errors() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    let watcher = Watcher::start(&sandbox, &["render", "a.yaml", "-o", "a.md", "--watch"]);
    watcher.wait_for_rounds(1);
    assert!(sandbox.read("a.md").contains("Surat Masuk"));
    std::fs::write(sandbox.path("a.yaml"), "versi: [").expect("a broken file");
    watcher.wait_for_rounds(2);
    assert!(sandbox.read("a.md").contains("Surat Masuk"), "what could not be read took the place of the print");
    std::fs::write(sandbox.path("a.yaml"), second()).expect("a mended file");
    watcher.wait_for_rounds(3);
    assert!(sandbox.read("a.md").contains("Pengelolaan Surat Keluar"));
}

#[test]
fn watching_notices_another_emblem() {
    let emblem = |colour: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" fill=\"{colour}\"/></svg>"
        )
    };
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("logo.svg", emblem("red"));
    let args = ["render", "a.yaml", "-o", "a.svg", "--color", "--logo", "logo.svg", "--watch"];
    let watcher = Watcher::start(&sandbox, &args);
    watcher.wait_for_rounds(1);
    let first = sandbox.read("a.svg");
    std::fs::write(sandbox.path("logo.svg"), "rusak").expect("a broken emblem");
    watcher.wait_for_rounds(2);
    assert!(watcher.said().contains("logo.svg: "), "{}", watcher.said());
    assert_eq!(sandbox.read("a.svg"), first, "a broken emblem took the place of the print");
    std::fs::write(sandbox.path("logo.svg"), emblem("blue")).expect("another emblem");
    watcher.wait_for_rounds(3);
    assert_ne!(sandbox.read("a.svg"), first);
}

#[test]
fn watching_notices_the_settings_and_what_they_name() {
    let settings = |words: &str| format!("[cetak]\npelaksana = \"{words}\"\nlogo = \"logo.svg\"\n");
    let emblem =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("logo.svg", emblem).file("sop.toml", settings("Pelaku"));
    let watcher = Watcher::start(&sandbox, &["render", "a.yaml", "-o", "a.svg", "--watch"]);
    watcher.wait_for_rounds(1);
    let first = sandbox.read("a.svg");
    assert!(first.contains(">Pelaku<"));
    std::fs::write(sandbox.path("sop.toml"), settings("Petugas")).expect("other settings");
    watcher.wait_for_rounds(2);
    let second = sandbox.read("a.svg");
    assert!(second.contains(">Petugas<"));
    std::fs::write(sandbox.path("logo.svg"), emblem.replace("<rect", "<rect fill=\"blue\"")).expect("another emblem");
    watcher.wait_for_rounds(3);
    assert_ne!(sandbox.read("a.svg"), second);
}

#[test]
fn watching_overwrites_nothing_of_others() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("a.md", "milik orang");
    let run = sandbox.run(&["render", "-", "-o", "b.md", "--watch"]);
    assert!(run.code == 2 && run.err.contains("tidak dapat dipantau"), "{run:?}");
    let watcher = Watcher::start(&sandbox, &["render", "a.yaml", "-o", "a.md", "--watch"]);
    watcher.wait_for_rounds(1);
    std::fs::write(sandbox.path("a.yaml"), second()).expect("a file");
    watcher.wait_for_rounds(2);
    assert_eq!(watcher.said().matches("sudah ada").count(), 2, "{}", watcher.said());
    assert_eq!(sandbox.read("a.md"), "milik orang");
}

/// The bold font carried along, under another name of the same length.
fn renamed(name: &str) -> Vec<u8> {
    let mut font = content("src/render/fonts/LiberationSans-Bold.ttf");
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (old, new) in [("Liberation Sans".into(), name.into()), (wide("Liberation Sans"), wide(name))] {
        assert_eq!(old.len(), new.len());
        while let Some(at) = font.windows(old.len()).position(|window| window == old) {
            font[at..at + new.len()].copy_from_slice(&new);
        }
    }
    font
}

#[test]
fn drawings_name_the_font_they_were_measured_with() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "a.yaml", "-o", "a.svg"]).code, 0);
    assert!(sandbox.read("a.svg").contains(" font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\""));
    std::fs::write(sandbox.path("huruf.ttf"), renamed("Contoh Sans Pem")).expect("a file");
    for name in ["b.svg", "b.html"] {
        assert_eq!(sandbox.run(&["render", "a.yaml", "-o", name, "--font", "huruf.ttf"]).code, 0);
        assert!(sandbox.read(name).contains(" font-family=\"'Contoh Sans Pem', 'Liberation Sans', Arial"), "{name}");
    }
}

/// The print with another YAML in the place of the one it was printed with.
fn exchanged(print: &[u8]) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(print).expect("a PDF");
    let streams = document.objects.values_mut().filter_map(|it| it.as_stream_mut().ok());
    for stream in streams.filter(|it| it.dict.has_type(b"EmbeddedFile")) {
        stream.dict.remove(b"Params");
        stream.set_plain_content(second().into_bytes());
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it is written");
    bytes
}

#[test]
fn a_print_whose_attachment_was_exchanged_says_so() {
    for kind in ["pdf", "pdfa"] {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        assert_eq!(sandbox.run(&["render", "a.yaml", "--to", kind, "-o", "asli.pdf"]).code, 0);
        let print = std::fs::read(sandbox.path("asli.pdf")).expect("a print");
        let sandbox = sandbox.file("ditukar.pdf", exchanged(&print));
        let checked = |name: &str| sandbox.run(&["check", name, "--select", "S025"]);
        assert_eq!((checked("asli.pdf").code, checked("asli.pdf").out.contains("S025")), (0, false));
        let run = checked("ditukar.pdf");
        assert!(run.code == 0 && run.out.contains("peringatan[S025]: lampiran `sop.yaml`"), "{run:?}");
        assert_eq!(sandbox.run(&["check", "ditukar.pdf", "--select", "S025", "--strict"]).code, 1);
        let run = sandbox.run(&["convert", "asli.pdf", "-o", "asli.yaml"]);
        assert_eq!((run.code, run.err.contains("peringatan")), (0, false), "{run:?}");
        let run = sandbox.run(&["convert", "ditukar.pdf", "-o", "ditukar.yaml"]);
        assert!(run.code == 0 && run.err.starts_with("peringatan: ditukar.pdf: lampiran `sop.yaml`"), "{run:?}");
        assert!(sandbox.read("ditukar.yaml").contains("Surat Keluar"));
    }
}

//! The YAML that prints carry: read back equal, from both kinds of PDF, or refused with words that help.

use super::{fonts, models, printed};
use crate::support::model::any_sop;
use lopdf::{Document, Object, Stream, dictionary};
use proptest::collection::vec;
use proptest::prelude::*;
use sop::analysis::analyze;
use sop::layout::{Paper, PrintOptions, bind, lay_out};
use sop::model::{Sop, TroubleKind};
use sop::read::{PdfFault, ReadError};
use sop::render::print::{Metadata, Print};
use sop::render::yaml::to_yaml;
use sop::render::{pdf, pdfa};

/// Models of the property tests: as many as the variable says, few where it says nothing.
fn cases() -> u32 {
    std::env::var("SOP_PRINTS").ok().and_then(|count| count.parse().ok()).unwrap_or(12)
}

/// Both kinds of PDF of these SOPs in one file.
pub fn prints(sops: &[Sop]) -> [Vec<u8>; 2] {
    let fonts = fonts();
    let pages = bind(sops.iter().map(|sop| lay_out(sop, &PrintOptions::default(), &fonts)).collect());
    let (metadata, yaml) = (sops.first().map(Metadata::of).unwrap_or_default(), to_yaml(sops));
    let print = Print { pages: &pages, metadata: &metadata, yaml: &yaml };
    let plain = pdf::render(&print, &fonts).expect("printpdf writes it");
    [plain, pdfa::render(&print, &fonts).expect("krilla finds it in keeping with PDF/A and PDF/UA")]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn any_model_is_read_back_from_its_print(sop in any_sop()) {
        for print in prints(std::slice::from_ref(&sop)) {
            let analysis = analyze(&print, "x.pdf").unwrap();
            prop_assert_eq!(&analysis.sops[..], std::slice::from_ref(&sop));
            prop_assert_eq!(&analysis.source.text, &to_yaml(std::slice::from_ref(&sop)));
        }
    }

    #[test]
    fn printed_flows_are_read_back(models::Any(sop) in models::any_sop()) {
        for print in prints(std::slice::from_ref(&sop)) {
            prop_assert!(carries(&print, &sop));
        }
    }

    #[test]
    fn several_sops_of_one_file_are_all_read_back(sops in vec(any_sop(), 2..4)) {
        for print in prints(&sops) {
            prop_assert_eq!(&analyze(&print, "x.pdf").unwrap().sops, &sops);
        }
    }
}

/// The print can be read, and its SOP is said in the same YAML.
fn carries(print: &[u8], sop: &Sop) -> bool {
    analyze(print, "x.pdf").is_ok_and(|analysis| to_yaml(&analysis.sops) == to_yaml(std::slice::from_ref(sop)))
}

#[test]
fn a_place_in_the_print_is_a_place_in_its_yaml() {
    let [plain, _] = prints(&[models::returns()]);
    let analysis = analyze(&plain, "x.pdf").unwrap();
    let title = analysis.sops[0].identity.title.place().span().expect("it stands in the YAML");
    let text = analysis.source.slice(title);
    assert!(analysis.source.text.contains(&format!("nama: {text}")), "{text}");
}

/// The print with something done to the tables of its objects.
fn edited(print: &[u8], edit: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(print).expect("a PDF");
    edit(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it is written");
    bytes
}

fn is_attachment(object: &Object) -> bool {
    object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
}

/// Gives the attachment of a print another content, and its description or the keywords too where that is wanted.
fn exchange(document: &mut Document, yaml: &str, loses: &str) {
    for object in document.objects.values_mut() {
        if is_attachment(object) {
            let stream = object.as_stream_mut().unwrap();
            stream.dict.remove(b"Params");
            stream.set_plain_content(yaml.as_bytes().to_vec());
        } else if let Ok(dictionary) = object.as_dict_mut() {
            dictionary.remove(loses.as_bytes());
        }
    }
}

fn is_told(print: &[u8]) -> bool {
    let told = |sop: &Sop| sop.troubles.iter().any(|it| it.kind == TroubleKind::ExchangedData);
    analyze(print, "x.pdf").expect("it can be read").sops.iter().any(told)
}

#[test]
fn an_exchanged_attachment_is_told() {
    let sop = models::returns();
    let yaml = to_yaml(std::slice::from_ref(&sop));
    let other = yaml.replacen("nama: ", "nama: Bukan ", 1);
    assert_ne!(yaml, other);
    for print in prints(std::slice::from_ref(&sop)) {
        assert!(!is_told(&print));
        assert!(!is_told(&edited(&print, |_| {})), "written anew by another program");
        // What a program loses that replaces the file with its description, or writes the information anew.
        for loses in ["", "Desc", "Keywords"] {
            assert!(!is_told(&edited(&print, |it| exchange(it, &yaml, loses))), "{loses}");
            let exchanged = edited(&print, |it| exchange(it, &other, loses));
            assert!(is_told(&exchanged), "{loses}");
            assert_eq!(analyze(&exchanged, "x.pdf").unwrap().source.text, other);
        }
    }
}

#[test]
fn an_attachment_beside_the_one_that_was_printed_is_told() {
    let sop = models::returns();
    let yaml = to_yaml(std::slice::from_ref(&sop));
    for print in prints(std::slice::from_ref(&sop)) {
        let added = edited(&print, |document| {
            let content = yaml.replacen("nama: ", "nama: Bukan ", 1).into_bytes();
            let stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, content);
            document.add_object(stream);
        });
        assert!(is_told(&added));
    }
}

#[test]
fn a_seal_is_found_among_packed_objects() {
    let sop = models::returns();
    let other = to_yaml(std::slice::from_ref(&sop)).replacen("nama: ", "nama: Bukan ", 1);
    for print in prints(std::slice::from_ref(&sop)) {
        for (text, told) in [(None, false), (Some(&other), true)] {
            let mut document = Document::load_mem(&print).unwrap();
            if let Some(text) = text {
                exchange(&mut document, text, "");
            }
            let mut packed = Vec::new();
            document.save_modern(&mut packed).unwrap();
            assert!(!String::from_utf8_lossy(&packed).contains("/Keywords"), "they are packed");
            assert_eq!(is_told(&packed), told);
        }
    }
}

/// What prints said of their attachment before they had seals.
const EARLIER: &str = "Data SOP ini; sop convert membacanya kembali";

#[test]
fn prints_of_earlier_versions_and_bound_ones_tell_nothing() {
    let sop = models::returns();
    let yaml = to_yaml(std::slice::from_ref(&sop));
    let [print, _] = prints(std::slice::from_ref(&sop));
    let earlier = |document: &mut Document| {
        for object in document.objects.values_mut().filter_map(|it| it.as_dict_mut().ok()) {
            object.remove(b"Keywords");
            if object.has(b"Desc") {
                object.set("Desc", Object::string_literal(EARLIER));
            }
        }
    };
    assert!(!is_told(&edited(&print, earlier)));
    let bound = edited(&print, |document| {
        let of_another = yaml.replacen("nama: ", "nama: Terdahulu ", 1).into_bytes();
        let stream = document.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, of_another));
        document.add_object(dictionary! {
            "Type" => "Filespec", "F" => Object::string_literal("sop.yaml"), "Desc" => Object::string_literal(EARLIER),
            "EF" => dictionary! { "F" => stream },
        });
    });
    assert_eq!(analyze(&bound, "x.pdf").unwrap().sops.len(), 2);
    assert!(!is_told(&bound));
}

fn fault(bytes: &[u8]) -> (PdfFault, String) {
    match analyze(bytes, "arsip/sop lama.pdf") {
        Err(error @ ReadError::Pdf(_, fault)) => (fault, error.message().id.into_owned()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_print_without_yaml_is_read_from_its_pages() {
    let (pages, metadata) = (printed(&models::returns(), Paper::A4), Metadata::default());
    let foreign = pdf::render(&Print { pages: &pages, metadata: &metadata, yaml: "" }, &fonts()).unwrap();
    let analysis = analyze(&foreign, "arsip/lama.pdf").unwrap();
    assert!(!analysis.sops[0].steps.is_empty());
    assert!(analysis.source.spot(0).is_some());
}

#[test]
fn a_print_that_lost_its_yaml_is_refused_with_a_way_on() {
    let (pages, metadata) = (printed(&models::returns(), Paper::A4), Metadata::default());
    let other =
        pdf::render(&Print { pages: &pages, metadata: &metadata, yaml: "nama: lampiran lain\n" }, &fonts()).unwrap();
    let (why, words) = fault(&other);
    assert_eq!(why, PdfFault::Damaged);
    assert!(words.contains("pdftotext -layout BERKAS.pdf - | sop convert - --stdin-name BERKAS.txt"), "{words}");
    let error = analyze(b"%PDF-1.4\n%%EOF startxref", "arsip/lama.pdf").unwrap_err().message().en;
    assert!(error.contains("pdftotext -layout arsip/lama.pdf - | sop convert - --stdin-name lama.txt"), "{error}");
}

#[test]
fn a_damaged_print_gives_its_model_or_says_so() {
    let sop = models::returns();
    for print in prints(std::slice::from_ref(&sop)) {
        for part in 0..40 {
            let cut = &print[..print.len() * part / 40];
            match analyze(cut, "x.pdf") {
                Ok(_) => assert!(carries(cut, &sop), "{part}"),
                Err(ReadError::Pdf(_, why)) => assert_eq!(why, PdfFault::Damaged, "{part}"),
                Err(ReadError::Empty) => assert_eq!(part, 0),
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn a_flipped_byte_never_gives_another_model() {
    let sop = models::returns();
    for print in prints(std::slice::from_ref(&sop)) {
        // Without its first letters it is no PDF any more.
        for at in (5..print.len()).step_by(print.len() / 150) {
            let mut spoiled = print.clone();
            spoiled[at] ^= 0x55;
            assert!(analyze(&spoiled, "x.pdf").is_err() || carries(&spoiled, &sop), "byte {at}");
        }
    }
}

#[test]
fn hostile_pdfs_get_an_answer() {
    let bomb = {
        let content = vec![b'a'; 64 << 20];
        let mut stream = lopdf::Stream::new(lopdf::dictionary! { "Type" => "EmbeddedFile" }, content);
        stream.compress().unwrap();
        let mut document = lopdf::Document::new();
        document.add_object(stream);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    let names = b"%PDF-1.7 1 0 obj << /Type /EmbeddedFile /Length 9 >> stream ".repeat(100_000);
    let locked = b"%PDF-1.7\n<< /Encrypt 3 0 R >> startxref".to_vec();
    let numbers =
        b"%PDF-1.7 99999999999999999999 0 obj << /Type/EmbeddedFile/Length 99999999999999999999>>stream\n".to_vec();
    let bare = b"%PDF-1.7/EmbeddedFile".to_vec();
    let password = include_bytes!("../data/locked/pembaca.pdf").to_vec();
    for (bytes, expected) in [
        (password, PdfFault::Locked),
        (bomb, PdfFault::Damaged),
        (names, PdfFault::Damaged),
        (locked, PdfFault::Damaged),
        (numbers, PdfFault::Damaged),
        (bare, PdfFault::Damaged),
    ] {
        assert_eq!(fault(&bytes).0, expected, "{:.60}", String::from_utf8_lossy(&bytes));
    }
}

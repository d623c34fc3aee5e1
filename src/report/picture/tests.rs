//! Pictures of findings held against those of `annotate-snippets`.

use super::*;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use proptest::prelude::*;
use std::borrow::Cow;
use std::ops::Range;

/// The picture as `annotate-snippets` draws it.
fn expected(picture: &Picture<'_>, manner: Manner) -> String {
    let level = match picture.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(picture.name).primary_title(picture.title.as_str()).id(picture.code);
    let mut group = Group::with_title(title);
    for part in &picture.parts {
        group = match part {
            Part::Place(place) => group.element(Origin::path(place.as_str())),
            Part::Remark("", text) => group.element(Level::NOTE.no_name().message(text.as_str())),
            Part::Remark(name, text) => group.element(Level::HELP.with_name(*name).message(text.as_str())),
            Part::Lines(it) => {
                let marks = it.marks.iter().map(|mark| {
                    let kind = if mark.is_own { AnnotationKind::Primary } else { AnnotationKind::Context };
                    kind.span(mark.range.clone()).label(mark.label.as_deref())
                });
                group.element(Snippet::source(&*it.text).line_start(it.first).path(it.name).annotations(marks))
            }
        };
    }
    let renderer = if manner.colored { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).term_width(manner.width).render(&[group]) + "\n"
}

#[track_caller]
fn assert_as_expected(picture: &Picture<'_>, width: usize) {
    for colored in [false, true] {
        let manner = Manner { colored, width, is_parted: true };
        let mut drawn = String::new();
        picture.draw(&mut drawn, manner);
        let expected = expected(picture, manner);
        assert_eq!(drawn, expected, "drawn:\n{drawn}\nexpected:\n{expected}");
    }
}

/// Pieces of lines: narrow and wide letters, blanks, tabs, control characters, letters that join, and line breaks.
const PIECES: [&str; 16] = [
    "surat masuk",
    "disposisi kepada Kepala Bidang",
    " ",
    "        ",
    "                         ",
    "\t",
    "文書管理",
    "é",
    "e\u{301}",
    "\u{1b}",
    "\u{202e}",
    "\u{200d}",
    "😀",
    "\n",
    "\r\n",
    "\n\n\n",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24).prop_map(|it| it.concat())
}

/// A stretch of one line of the text, empty or as long as there is room for.
fn stretch(text: &str, start: prop::sample::Index, room: usize) -> Range<usize> {
    let start = text.floor_char_boundary(start.index(text.len() + 1));
    let rest = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    start..start + ends.take_while(|end| super::width(&rest[..*end]) <= room).last().unwrap_or(0)
}

fn label() -> impl Strategy<Value = Option<String>> {
    prop::option::of(
        prop::sample::select(&["", "butir 1", "Tanggal Efektif, cara penulisan yang pertama", "表題"][..])
            .prop_map(str::to_owned),
    )
}

fn marks() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Option<String>)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..70, label()), 1..5)
}

proptest! {
    #[test]
    fn lines_with_marks_are_drawn_as_compilers_draw_them(
        text in text(), marks in marks(), first in 1_usize..1200, width in 24_usize..140, is_followed: bool,
    ) {
        // A text that ends with a line break has no line behind it, in which a mark could stand.
        let text = text.trim_end_matches(['\n', '\r']).to_owned();
        let marks: Vec<Mark> = marks.into_iter().enumerate()
            .map(|(at, (start, length, label))| Mark { is_own: at == 0, range: stretch(&text, start, length.min(width / 2)), label })
            .collect();
        let excerpt = Excerpt { text: Cow::Borrowed(&text), first, name: Some("a.txt"), marks };
        let mut parts = vec![Part::Lines(excerpt)];
        if is_followed {
            parts.push(Part::Remark("bantuan", "perbarui tanggalnya".to_owned()));
        }
        let picture = Picture { severity: Severity::Warning, name: "peringatan", code: "S207", title: "Tanggal".to_owned(), parts };
        assert_as_expected(&picture, width);
    }
}

#[test]
fn all_parts_are_drawn_as_compilers_draw_them() {
    let line = |text: &'static str, name, is_own, range| {
        let marks = vec![Mark { is_own, range, label: Some("Waktu".to_owned()) }];
        Part::Lines(Excerpt { text: Cow::Borrowed(text), first: 98, name, marks })
    };
    let remark = |name| Part::Remark(name, "satu baris\ndan satu lagi".to_owned());
    let places = vec![
        line("1\tMenerima surat\t15", Some("a.txt"), true, 17..19),
        Part::Place("a.txt:120:4".to_owned()),
        line("2\tMengirim surat", None, false, 2..10),
        line("3\tMengirim surat", Some("a.txt"), false, 2..2),
    ];
    let remarks = vec![Part::Place("a.txt".to_owned()), remark(""), remark("lihat"), remark("bantuan")];
    for (severity, name, parts) in [
        (Severity::Error, "galat", places),
        (Severity::Info, "saran", remarks),
        (
            Severity::Warning,
            "peringatan",
            vec![line("satu", Some("a.txt"), true, 0..4), remark("lihat"), remark("bantuan")],
        ),
        (
            Severity::Note,
            "catatan",
            vec![Part::Place("buku.xlsx: lembar SOP".to_owned()), line("satu", None, true, 0..4)],
        ),
    ] {
        let title = "yang salah\u{200d}\npada dua baris".to_owned();
        assert_as_expected(&Picture { severity, name, code: "S207", title, parts }, 60);
    }
}

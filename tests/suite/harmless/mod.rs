//! Changes that say nothing, such as line ends, blanks and the stamp of a printout: a text reads with them as without them.

mod office;

use crate::support::golden::{content, stems};
use sop::analysis::analyze;
use sop::render::yaml::to_yaml;

const FOLDERS: [&str; 3] = ["tests/suite/data/recovery", "tests/suite/wild", "sops"];
const ENDINGS: [&str; 5] = [".txt", ".md", ".html", ".csv", ".tsv"];

/// A change and what it makes of a text; `None` where it would say something there.
type Change = (&'static str, fn(&str) -> Option<Vec<u8>>);

const CHANGES: [Change; 9] = [
    ("line ends of Windows", |text| Some(text.replace('\n', "\r\n").into_bytes())),
    ("line ends of old machines", |text| Some(text.replace('\n', "\r").into_bytes())),
    ("blanks at the ends of lines", |text| {
        // In quotes or cells they would be part of a value.
        (!text.contains(['\t', '"', '|'])).then(|| text.replace('\n', "  \n").into_bytes())
    }),
    ("blank lines around", |text| (!text.starts_with('\u{feff}')).then(|| format!("\n\n{text}\n\n\n").into_bytes())),
    ("no line end at the end", |text| Some(text.trim_end_matches('\n').as_bytes().to_vec())),
    ("a byte order mark", |text| (!text.starts_with('\u{feff}')).then(|| format!("\u{feff}{text}").into_bytes())),
    ("UTF-16", |text| {
        let units = text.trim_start_matches('\u{feff}').encode_utf16();
        Some([0xff, 0xfe].into_iter().chain(units.flat_map(u16::to_le_bytes)).collect())
    }),
    ("blanks of a word processor", |text| {
        let mut count = 0;
        let hard = |letter: char| {
            count += usize::from(letter == ' ');
            if letter == ' ' && count % 3 == 0 { '\u{a0}' } else { letter }
        };
        Some(text.chars().map(hard).collect::<String>().into_bytes())
    }),
    ("the stamp of a printout", |text| {
        (!text.contains('<'))
            .then(|| format!("{}\n\nDicetak dari SIMTALA pada 12/03/2024 10:15\n", text.trim_end()).into_bytes())
    }),
];

/// What is read, without what is said of the text it was read from.
fn values(bytes: &[u8], name: &str) -> String {
    let mut sops = analyze(bytes, name).expect("a text is always read").sops;
    sops.iter_mut().for_each(|sop| sop.conversion = None);
    to_yaml(&sops)
}

#[test]
fn a_change_that_says_nothing_changes_no_value() {
    let (mut compared, mut apart) = (0, Vec::new());
    let files = FOLDERS.into_iter().flat_map(|folder| {
        let of_ending = move |ending: &str| {
            let name = |stem| format!("{folder}/{stem}{ending}");
            stems(folder, ending).into_iter().map(name).collect::<Vec<_>>()
        };
        ENDINGS.into_iter().flat_map(of_ending)
    });
    for (index, file) in files.enumerate() {
        let Ok(text) = String::from_utf8(content(&file)) else { continue };
        let text = text.replace('\r', "");
        let read = values(text.as_bytes(), &file);
        // Each text meets a third of the changes, each change a third of the texts.
        for (what, change) in CHANGES.iter().enumerate().filter(|(at, _)| (at + index) % 3 == 0).map(|(_, it)| it) {
            let Some(changed) = change(&text) else { continue };
            compared += 1;
            if values(&changed, &file) != read {
                apart.push(format!("{file}: {what}"));
            }
        }
    }
    assert!(compared > 800, "{compared} comparisons");
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

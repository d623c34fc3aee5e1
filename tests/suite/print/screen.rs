//! The flow in the table of the terminal: every line leads somewhere, every symbol is there, and the table keeps its width.

use super::flows::flow;
use super::models::{cell, decision, sop, sourced, step};
use crate::support::golden::content;
use sop::model::{Field, Sop, Step, Target};
use sop::read::yaml::read_yaml;
use sop::render::terminal::{Glyphs, table};

/// The lines of the table itself.
fn drawn(sop: &Sop, width: usize, glyphs: Glyphs) -> Vec<Vec<char>> {
    let text = table(sop, width, glyphs);
    let start = if glyphs == Glyphs::Ascii { '+' } else { '┌' };
    let body = text.lines().skip_while(|line| !line.starts_with(start));
    body.take_while(|line| line.starts_with(['┌', '│', '├', '╞', '└', '+', '|']))
        .map(|it| it.chars().collect())
        .collect()
}

/// Where a heavy line goes from a place: up, right, down, left.
fn ways(letter: char) -> [bool; 4] {
    let (upright, level) = ("┃╂┗┛┣┫┻╋", "━┿┏┗┣┻┳╋");
    let (down, left) = ("┃╂┏┓┣┫┳╋", "━┿┓┛┫┻┳╋");
    [upright, level, down, left].map(|set| set.contains(letter))
}

/// Lines that end where nothing is.
fn loose_ends(lines: &[Vec<char>]) -> Vec<(usize, usize)> {
    let at = |y: usize, x: usize| lines.get(y).and_then(|line| line.get(x)).copied().unwrap_or(' ');
    let mut loose = Vec::new();
    for (y, line) in lines.iter().enumerate() {
        for (x, letter) in line.iter().enumerate() {
            let around = [(y.wrapping_sub(1), x), (y, x + 1), (y + 1, x), (y, x.wrapping_sub(1))];
            for (side, (row, column)) in around.into_iter().enumerate().filter(|(side, _)| ways(*letter)[*side]) {
                let next = at(row, column);
                if !ways(next)[(side + 2) % 4] && !"▼▶◀□◇()MS+YaTidk".contains(next) {
                    loose.push((y, x));
                }
            }
        }
    }
    loose
}

#[test]
fn no_line_of_a_random_flow_ends_in_nothing() {
    let mut with_arrows = 0;
    for seed in 0..120 {
        let sop = flow(seed, 20);
        for (width, glyphs) in [(80, Glyphs::Unicode), (160, Glyphs::Unicode), (120, Glyphs::Ascii)] {
            let lines = drawn(&sop, width, glyphs);
            let text: String = lines.iter().map(|line| line.iter().collect::<String>() + "\n").collect();
            assert!(lines.windows(2).all(|pair| pair[0].len() == pair[1].len()), "{seed} {width}\n{text}");
            assert!(loose_ends(&lines).is_empty(), "{seed} {width}: {:?}\n{text}", loose_ends(&lines));
            with_arrows += usize::from(text.contains('▼'));
        }
    }
    assert!(with_arrows > 60, "only {with_arrows} tables are drawn");
}

#[test]
fn a_return_and_both_branches_are_drawn() {
    let steps = vec![
        step(1, vec![cell(0)]),
        step(2, vec![decision(1, Target::Step(3), Target::Step(1))]),
        step(3, vec![cell(0), cell(1)]),
    ];
    let text = table(&sop(2, steps), 120, Glyphs::Unicode);
    for words in ["(M)", "◇Tidak━", "▼━", "Ya", "□━", "▶(S)"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_tangled_flow_is_told() {
    let back =
        |number: u32| step(number, vec![decision(number as usize % 3, Target::Step(9 - number), Target::Step(number))]);
    let text = table(&sop(3, (1..=8).map(back).collect()), 80, Glyphs::Unicode);
    assert!(!text.contains('▼') && text.contains("Y→8"), "{text}");
}

/// Eight rows of that many actors with notes, and words that no narrow column holds.
fn wordy(actors: usize) -> Sop {
    let row = |number: u32| {
        let note = "Pertanggungjawaban dikembalikan kepada pemohon".to_owned();
        let cell =
            if number == 4 { decision(1, Target::Step(5), Target::Step(2)) } else { cell(number as usize % actors) };
        Step { note: Field::Known(sourced(note)), ..step(number, vec![cell]) }
    };
    sop(actors, (1..=8).map(row).collect())
}

#[test]
fn words_stay_whole_however_many_the_actors() {
    for actors in [2, 5, 8, 11, 15] {
        for (width, glyphs) in
            [(80, Glyphs::Unicode), (100, Glyphs::Unicode), (160, Glyphs::Unicode), (80, Glyphs::Ascii)]
        {
            let text = table(&wordy(actors), width, glyphs);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{actors} {width}\n{text}");
            for (word, times) in
                [("menyampaikannya", 8), ("Pertanggungjawaban", 8), ("permohonan", 8), ("Kelengkapan", 1)]
            {
                assert!(text.matches(word).count() >= times, "{actors} {width} {word}\n{text}");
            }
        }
    }
}

#[test]
fn the_key_is_no_wider_than_the_table() {
    let mut sop = wordy(5);
    sop.actors[0].name.value =
        "Analis Sumber Daya Manusia Aparatur Ahli Muda pada Subbagian Kepegawaian dan Umum".into();
    sop.steps[3].joint = vec![sourced(sop.actors[4].id.clone())];
    for width in 60..=100 {
        let text = table(&sop, width, Glyphs::Unicode);
        let key = text.lines().rev().take_while(|line| !line.contains('─')).collect::<Vec<_>>();
        assert!(key.iter().all(|line| line.chars().count() <= width), "{width}\n{text}");
        assert!(key.iter().any(|line| line.contains("+ turut bersama")), "{width}\n{text}");
    }
}

#[test]
fn what_has_no_column_stands_under_the_activity() {
    let with_arrows = table(&wordy(8), 80, Glyphs::Unicode);
    for words in ["Kelengkapan: ", "Waktu: 15 menit", "Output: ", "Keterangan: ", "▼", "A = Pengadministrasi Umum"] {
        assert!(with_arrows.contains(words), "{words}\n{with_arrows}");
    }
    let in_words = table(&wordy(15), 80, Glyphs::Unicode);
    assert!(in_words.contains("Pelaksana: ") && !in_words.contains('▼'), "{in_words}");
    let flat = in_words.split(['│', '\n']).map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    assert!(flat.contains("keputusan;") && flat.contains("ke 2"), "{flat}");
}

#[test]
fn signs_are_spelled_in_seven_bits() {
    let mut sop = wordy(2);
    sop.identity.agency = Field::Known(sourced("Dinas “Contoh” – Sukamaju ±".to_owned()));
    assert!(table(&sop, 100, Glyphs::Ascii).contains("Dinas \"Contoh\" - Sukamaju +/-"));
    assert!(table(&sop, 100, Glyphs::Unicode).contains("Dinas “Contoh” – Sukamaju ±"));
}

/// A bullet stands on one line with what it marks, and a column that makes the rows high gets the room.
#[test]
fn no_bullet_stands_alone_and_lists_of_the_identity_are_shown() {
    let text = String::from_utf8(content("tests/suite/data/print/bulatan.yaml")).expect("UTF-8");
    let sop = &read_yaml(&text).expect("our own YAML")[0];
    for width in [80, 100, 160] {
        let table = table(sop, width, Glyphs::Unicode);
        assert!(!table.contains("• │") && !table.contains("•│"), "{table}");
        assert!(
            table.contains("\nDasar Hukum\nUndang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"),
            "{table}"
        );
        assert!(table.lines().all(|line| line.chars().count() <= width), "{table}");
    }
}

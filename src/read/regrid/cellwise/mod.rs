//! Tables that a word processor saved as text, cell by cell → rows of cells: every paragraph of a cell is a line, and an empty cell is
//! an empty line.
//!
//! So the order tells the columns, those of the actors too. A table is read only where all its steps fit; else nothing of it is
//! believed here.

mod paragraphs;
mod step;

use super::{Found, InVain, Table};
use crate::document::{Row, Text};
use crate::grammar::step_number::step_number;
use crate::vocabulary::columns::{Header, exact, header};
use paragraphs::{Paragraph, paragraphs};
use std::ops::Range;
use step::Cells;

/// Most paragraphs of a header.
const LONGEST_HEADER: usize = 48;

/// Most paragraphs of a step.
const LONGEST_STEP: usize = 64;

/// Fewest columns that are numbered.
const FEWEST_NUMBERS: usize = 5;

/// The columns of such a table.
struct Columns {
    actors: Actors,
    /// The names of the others: number, activity, Kelengkapan, Waktu, Output.
    names: [Text; 5],
    /// Keterangan.
    note: Option<Text>,
}

/// The columns between activity and Kelengkapan.
enum Actors {
    /// One for each actor, with marks.
    Lanes(Vec<Text>),
    /// One, with their names.
    Named(Text),
}

/// The table whose header begins with the name of its first column in row `at`, or below it where that is a heading such as `Prosedur`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let start = at;
    let Some(at) = first_name(rows, start) else { return Ok(None) };
    let head: Vec<Paragraph> = paragraphs(rows, at).take(LONGEST_HEADER).collect();
    let Some(begin) = head.iter().position(|line| is_number(line, 1)) else { return Ok(None) };
    let Some(columns) = Columns::of(&head[..begin]) else { return Ok(None) };
    let lines = own_lines(rows, at, &head[..begin]);
    let begin = begin + column_numbers(&lines[begin..]);
    let row_of = |line: usize| lines.get(line).map_or(rows.len(), |it| it.row);
    let steps = steps(&lines, begin);
    let Some(mut read) = read(&lines, &steps, &columns) else { return Err(InVain(row_of(lines.len()))) };
    let taken = steps.iter().zip(&read).next_back().map_or(begin, |(step, cells)| step.start + cells.taken);
    let mut out = vec![columns.row()];
    let answers: Vec<Text> = read.iter_mut().flat_map(|cells| std::mem::take(&mut cells.answers)).collect();
    out.extend(read.into_iter().map(|cells| Row::positioned(cells.texts)));
    out.extend(answers.into_iter().map(|text| Row { weighed: true, ..Row::line(text) }));
    Ok(Some(Table { rows: out, start, end: row_of(taken) }))
}

/// The paragraphs of the table in row `at`, its header with them, without those of the header printed again; up to another table
/// with the same header, which counts its steps from 1.
fn own_lines(rows: &[Row], at: usize, head: &[Paragraph]) -> Vec<Paragraph> {
    let below: Vec<Paragraph> = paragraphs(rows, at).skip(head.len()).take(MOST_COLUMNS).collect();
    let columns = column_numbers(&below) as u32;
    let repeats = |lines: &[Paragraph]| {
        head.iter().rev().zip(lines.iter().rev()).all(|(one, other)| one.as_str() == other.as_str())
    };
    let mut lines: Vec<Paragraph> = Vec::new();
    // Behind the header printed again: where it stood, and how many numbers of columns have come since.
    let mut again: Option<(usize, u32)> = None;
    for line in paragraphs(rows, at) {
        if let (Some((place, seen)), Some(_)) = (again, &line.text) {
            if seen == columns && is_number(&line, 1) {
                lines.truncate(place);
                break;
            }
            again = (seen < columns && is_number(&line, seen + 1)).then_some((place, seen + 1));
        }
        lines.push(line);
        let place = lines.len().saturating_sub(head.len());
        if place >= head.len() && repeats(&lines) {
            lines.truncate(place);
            again = Some((place, 0));
        }
    }
    lines
}

/// So many columns a table has at most.
const MOST_COLUMNS: usize = 40;

fn first_name(rows: &[Row], at: usize) -> Option<usize> {
    let named = |at: &usize| exact(rows[*at].single()?.text.as_str());
    match named(&at)? {
        Header::Number => Some(at),
        Header::Activity => {
            let below = (at + 1..rows.len()).find(|below| !rows[*below].is_blank());
            below.filter(|below| named(below) == Some(Header::Number))
        }
        _ => None,
    }
}

fn is_number(line: &Paragraph, wanted: u32) -> bool {
    line.text.as_ref().is_some_and(|text| step_number(text.as_str()) == Some(wanted))
}

/// How many paragraphs number the columns below their names, before the first step.
fn column_numbers(lines: &[Paragraph]) -> usize {
    let count = lines.iter().zip(1..).take_while(|(line, wanted)| is_number(line, *wanted)).count();
    let is_row = count >= FEWEST_NUMBERS && lines.get(count).is_some_and(|line| is_number(line, 1));
    if is_row { count } else { 0 }
}

/// All steps, in at least half of which the actors can stand in one place only, or in all of which none stands; else nothing holds
/// the columns together.
fn read(lines: &[Paragraph], steps: &[Range<usize>], columns: &Columns) -> Option<Vec<Cells>> {
    let (last, others) = steps.split_last()?;
    let others = others.iter().map(|step| Cells::of(&lines[step.clone()], columns));
    let mut read: Vec<Cells> = others.collect::<Option<_>>()?;
    let are_exact = read.iter().all(|cells| cells.is_exact);
    read.push(Cells::of_last(&lines[last.clone()], columns, are_exact)?);
    let placed = read.iter().filter(|cells| cells.is_placed).count();
    let is_bare = || read.iter().all(|cells| cells.is_bare);
    (placed * 2 >= read.len() || is_bare()).then_some(read)
}

impl Columns {
    /// From a header of one row, or of two with the groups above.
    fn of(head: &[Paragraph]) -> Option<Self> {
        let names: Vec<&Text> = head.iter().filter_map(|line| line.text.as_ref()).collect();
        let kinds: Vec<Option<Header>> = names.iter().map(|name| header(name.as_str())).collect();
        let place = |wanted: Header| kinds.iter().position(|kind| *kind == Some(wanted));
        let duration = kinds.iter().position(|kind| matches!(kind, Some(Header::Duration(_))))?;
        let [number, activity] = [place(Header::Number)?, place(Header::Activity)?];
        let [requirements, outputs] = [place(Header::Requirements)?, place(Header::Outputs)?];
        if [number, activity, requirements + 1, outputs] != [0, 1, duration, duration + 1] {
            return None;
        }
        // In two rows the names of the first end where those of the actors begin.
        let lanes = kinds[..requirements].iter().rposition(Option::is_some).map_or(0, |last| last + 1)..requirements;
        let actors = match place(Header::Actors) {
            Some(2) if requirements == 3 => Actors::Named(names[2].clone()),
            None if lanes.start != 2 => return None,
            _ if lanes.is_empty() => return None,
            _ => Actors::Lanes(names[lanes].iter().copied().cloned().collect()),
        };
        let names_of = [number, activity, requirements, duration, outputs].map(|at| names[at].clone());
        Some(Self { actors, names: names_of, note: place(Header::Note).map(|at| names[at].clone()) })
    }

    /// The names of the columns between activity and Kelengkapan.
    fn actors(&self) -> &[Text] {
        match &self.actors {
            Actors::Lanes(names) => names,
            Actors::Named(name) => std::slice::from_ref(name),
        }
    }

    fn count(&self) -> usize {
        self.names.len() + self.actors().len() + usize::from(self.note.is_some())
    }

    fn row(&self) -> Row {
        let (lead, rest) = self.names.split_at(2);
        Row::positioned(lead.iter().chain(self.actors()).chain(rest).chain(&self.note).cloned().collect())
    }
}

/// The paragraphs of each step, its number first; those of the last go on as far as a step may.
fn steps(lines: &[Paragraph], begin: usize) -> Vec<Range<usize>> {
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut wanted = 1;
    for (at, line) in lines.iter().enumerate().skip(begin) {
        if is_number(line, wanted) {
            steps.push(at..at);
            wanted += 1;
        }
        match steps.last_mut() {
            Some(step) if at < step.start + LONGEST_STEP => step.end = at + 1,
            _ => break,
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use crate::read::text;
    use crate::source::Source;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let document = text::read(&Source::new("x.txt", text));
        document.rows.iter().map(|row| row.cells.iter().map(|it| it.text.as_str().to_owned()).collect()).collect()
    }

    const HEADER: &str = "No\nKegiatan\nPelaksana\nMutu Baku\nKet\n\n\nStaf\nKasi\nKelengkapan\nWaktu\nOutput\n\n";

    #[test]
    fn empty_lines_tell_the_actor() {
        let text = format!(
            "{HEADER}1\nMencatat surat\nv\n\nSurat\n5 menit\nAgenda\n\n2\nMemeriksa surat\n\nv\nAgenda\n\
                            1 jam\nParaf\nSegera\nPenutup\n"
        );
        let rows = cells(&text);
        assert_eq!(rows[0], ["No", "Kegiatan", "Staf", "Kasi", "Kelengkapan", "Waktu", "Output", "Ket"]);
        assert_eq!(rows[1], ["1", "Mencatat surat", "v", "", "Surat", "5 menit", "Agenda", ""]);
        assert_eq!(rows[2], ["2", "Memeriksa surat", "", "v", "Agenda", "1 jam", "Paraf", "Segera"]);
        assert_eq!(rows[3], ["Penutup"]);
        assert_eq!(cells(&text.replace('\n', "\n\n")), rows);
    }

    #[test]
    fn a_header_printed_again_is_none_of_the_step_above() {
        let first =
            "1\nMencatat surat\nv\n\nSurat\n5 menit\nAgenda\n\n2\nMemeriksa surat\n\nv\nAgenda\n1 jam\nParaf\n\n";
        let third = "3\nMelapor\nv\n\n1. Arsip\n2. Paraf\n\nLaporan\n\n4\nMenyimpan\nv\n\nLaporan\n1 jam\nArsip\n\n";
        let rows = cells(&format!("{HEADER}{first}\n{HEADER}{third}"));
        assert_eq!(rows[2], ["2", "Memeriksa surat", "", "v", "Agenda", "1 jam", "Paraf", ""]);
        // No time stands where a cell was merged with the one above.
        assert_eq!(rows[3], ["3", "Melapor", "v", "", "1. Arsip\n2. Paraf", "", "Laporan", ""]);
        assert_eq!(rows.len(), 5);
    }

    #[test]
    fn the_numbers_of_the_columns_are_no_steps() {
        let numbered = format!("{HEADER}1\n2\n3\n4\n5\n6\n7\n8\n");
        let steps =
            "1\nMencatat surat\nv\n\nSurat\n5 menit\nAgenda\n\n2\nMemeriksa surat\n\nv\nAgenda\n1 jam\nParaf\n\n";
        assert_eq!(cells(&format!("{numbered}{steps}")), cells(&format!("{HEADER}{steps}")));
    }

    #[test]
    fn steps_whose_symbols_were_drawn_name_no_actor() {
        let text = format!(
            "{HEADER}1\nMencatat surat\n\n\n\nSurat\nKTP\n5 menit\nAgenda\n\n2\nMemeriksa surat\n\n\n\nAgenda\n\
             1 jam\nParaf\nSegera\n"
        );
        let rows = cells(&text);
        assert_eq!(rows[1], ["1", "Mencatat surat", "", "", "Surat\nKTP", "5 menit", "Agenda", ""]);
        assert_eq!(rows[2][2..6], ["", "", "Agenda", "1 jam"]);
    }

    #[test]
    fn a_cell_of_several_paragraphs_leaves_the_actor_where_only_one_place_fits() {
        let text = format!(
            "{HEADER}1\nMencatat surat\nv\n\nSurat\n5 menit\nAgenda\n\n2\nMemeriksa surat\n\nv\n- Agenda\n\
                            - Surat\n1 jam\n- Paraf\n- Catatan\n\n3\nMenyimpan surat\n\nv\n\nSurat\n1 jam\nArsip\n\n\
                            4\nMelapor\nv\n\nArsip\n1 jam\nLaporan\n\n"
        );
        let rows = cells(&text);
        assert_eq!(rows[2], ["2", "Memeriksa surat", "", "v", "- Agenda\n- Surat", "1 jam", "- Paraf\n- Catatan", ""]);
        // An empty paragraph below the activity or above Kelengkapan: either may be.
        assert_eq!(rows[3], ["3", "Menyimpan surat", "", "", "Surat", "1 jam", "Arsip", ""]);
        assert_eq!(rows[4][2], "v");
    }
}

//! Rows that a program wrote out with the name of each column before its value, in one line (`Row 1: No: 1 | Kegiatan: …`) or
//! one below the other (`1. Mengajukan permohonan`, `- Pelaksana: Pemohon`) → a table.

use super::lines::Line;
use super::{Block, Cutter};
use crate::document::{Row, Text};
use crate::source::Span;
use crate::vocabulary::columns::{Header, ROW_WORDS, exact};
use crate::vocabulary::{fold, noise};

/// Named columns that make a line a row.
const ENOUGH_NAMES: usize = 3;

/// The same of values one below the other, beside the sentence above them.
const ENOUGH_BELOW: usize = 2;

/// Fewer rows are no table.
const FEWEST_ROWS: usize = 2;

/// More lines that are blank or of the page end the table.
const WIDEST_GAP: usize = 5;

/// A row has no more values.
const MOST_VALUES: usize = 12;

/// Longest name of a column, in bytes.
const LONGEST_NAME: usize = 40;

/// Names that the first columns get where only their values stand.
const OWN_NAMES: [&str; 2] = ["No", "Kegiatan"];

/// A name and its value.
type Pair<'t> = (&'t str, &'t str);

/// One row as it was written.
struct Record<'t> {
    /// Number and sentence of the line above its values.
    head: Option<(&'t str, &'t str)>,
    /// The lines in which the sentence goes on.
    below: Vec<&'t str>,
    pairs: Vec<Pair<'t>>,
}

impl Cutter<'_> {
    /// The rows that begin with this line.
    pub(super) fn named_values(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let source = self.source;
        let line = |at: usize| lines.get(at).map(|line| source.slice(line.span));
        let mut records = Vec::new();
        let mut feet: Vec<Span> = Vec::new();
        let mut next = at;
        while let Some((record, end)) = record(&line, next) {
            records.push(record);
            next = end;
            let passes = |at: &usize| line(*at).is_some_and(|it| it.trim().is_empty() || noise::is_of_page(it));
            let gap = next..(next..next + WIDEST_GAP).find(|at| !passes(at)).unwrap_or(next);
            feet.extend(gap.clone().map(|at| lines[at].span).filter(|span| noise::is_of_page(source.slice(*span))));
            next = gap.end;
        }
        if records.len() < FEWEST_ROWS {
            return None;
        }
        let heads = || records.iter().filter_map(|record| record.head);
        // Where the values name the activity, only the number stands above them.
        let own = usize::from(heads().next().is_some()) + usize::from(heads().any(|(_, words)| !words.is_empty()));
        let names = names(&records);
        let mut rows = vec![self.header(&names, own)];
        rows.extend(records.iter().map(|record| self.record(record, &names, own)));
        rows.extend(feet.into_iter().filter_map(|foot| self.line(foot)));
        Some((rows, next))
    }

    fn header(&mut self, names: &[&str], own: usize) -> Row {
        let own = OWN_NAMES.iter().take(own).map(|name| {
            let mut text = Text::default();
            name.chars().for_each(|letter| text.push_separator(letter));
            text
        });
        let mut texts: Vec<Text> = own.collect();
        texts.extend(names.iter().map(|name| self.part(name)));
        Row::positioned(texts)
    }

    fn record(&mut self, record: &Record<'_>, names: &[&str], own: usize) -> Row {
        let (number, words) = record.head.unwrap_or_default();
        let mut texts: Vec<Text> = [number, words].iter().take(own).map(|part| self.part(part)).collect();
        for part in &record.below {
            let part = self.part(part);
            texts.last_mut().into_iter().for_each(|words| words.join(' ', &part));
        }
        for name in names {
            let pair = record.pairs.iter().find(|(known, _)| fold(known) == fold(name));
            texts.push(pair.map(|(_, value)| self.part(value)).unwrap_or_default());
        }
        Row::positioned(texts)
    }

    /// The cleaned text of a part of the source.
    fn part(&mut self, part: &str) -> Text {
        let start = (part.as_ptr() as usize).wrapping_sub(self.source.text.as_ptr() as usize);
        if part.is_empty() || start > self.source.text.len() {
            return Text::default();
        }
        self.clean(Span::new(start, start + part.len()))
    }
}

/// The names of the columns in the order in which they come first.
fn names<'t>(records: &[Record<'t>]) -> Vec<&'t str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in records.iter().flat_map(|record| &record.pairs) {
        if !names.iter().any(|known| fold(known) == fold(name)) {
            names.push(name);
        }
    }
    names
}

/// The row that begins with this line, and the first line behind it.
fn record<'t>(line: &impl Fn(usize) -> Option<&'t str>, at: usize) -> Option<(Record<'t>, usize)> {
    in_one_line(line(at)?).map(|record| (record, at + 1)).or_else(|| one_below_the_other(line, at))
}

/// `Row 1: No: 1 | Kegiatan: … | Pelaksana: …`
fn in_one_line(line: &str) -> Option<Record<'_>> {
    if !line.contains('|') || !line.contains(':') {
        return None;
    }
    let line = line.trim().trim_matches('|');
    let rest = numbered(unmarked(line)).map_or(line, |(_, rest)| rest);
    let pairs: Vec<Pair> = rest.split('|').take(MOST_VALUES + 1).map_while(pair).collect();
    let named = pairs.iter().filter(|(name, _)| exact(name).is_some()).count();
    let whole = pairs.len() == rest.split('|').count() && pairs.len() <= MOST_VALUES;
    (whole && named >= ENOUGH_NAMES).then_some(Record { head: None, below: Vec::new(), pairs })
}

/// `1. Mengajukan permohonan`, `Langkah 1`, or `No : 1`, and below it `- Pelaksana: Pemohon` and so on.
fn one_below_the_other<'t>(line: &impl Fn(usize) -> Option<&'t str>, at: usize) -> Option<(Record<'t>, usize)> {
    let first = line(at).filter(|line| line.bytes().any(|it| it.is_ascii_digit()))?;
    let mut head = numbered(unmarked(first)).or_else(|| counted(first))?;
    let mut pairs: Vec<Pair> = Vec::new();
    if let Some(own) = pair(head.1).filter(|(name, _)| exact(name) == Some(Header::Activity)) {
        // `1. Kegiatan: Menerima surat`
        pairs.push(own);
        head.1 = "";
    }
    let below = if head.1.is_empty() { Vec::new() } else { goes_on(line, at) };
    let mut next = at + 1 + below.len();
    let mut seen = next;
    while let Some(text) = line(seen).filter(|_| pairs.len() < MOST_VALUES) {
        seen += 1;
        if text.trim().is_empty() && seen - next <= 1 {
            continue;
        }
        // With its number the next row begins.
        let Some(found) = named_pairs(text).filter(|_| numbered(unmarked(text)).is_none()) else { break };
        pairs.extend(found);
        next = seen;
    }
    if pairs.len() < ENOUGH_BELOW {
        return None;
    }
    let says = pairs.iter().any(|(name, _)| exact(name) == Some(Header::Activity));
    // Where the values name the activity, the line above them only counts it.
    let head = match (says, head.1.is_empty()) {
        (true, true) => (head.0, ""),
        (false, false) => head,
        _ => return None,
    };
    Some((Record { head: Some(head), below, pairs }, next))
}

/// Most lines of the sentence above the values.
const LONGEST_HEAD: usize = 4;

/// The lines in which the sentence above the values goes on: those that stand further in, up to the first value.
fn goes_on<'t>(line: &impl Fn(usize) -> Option<&'t str>, at: usize) -> Vec<&'t str> {
    let indent = |text: &str| text.len() - text.trim_start().len();
    let is_on = |text: &&str| {
        let is_own = named_pairs(text).is_some() || numbered(text.trim()).is_some();
        !text.trim().is_empty() && !is_own && line(at).is_some_and(|first| indent(text) > indent(first))
    };
    let found: Vec<&str> = (at + 1..at + LONGEST_HEAD).map_while(line).take_while(is_on).collect();
    let ends = line(at + 1 + found.len()).and_then(named_pairs).is_some();
    if ends { found.into_iter().map(str::trim).collect() } else { Vec::new() }
}

/// `Pelaksana: Pemohon`, or several such in one line, with `|` or `;` between them: names of columns, each with its value.
fn named_pairs(text: &str) -> Option<Vec<Pair<'_>>> {
    let is_named = |(name, _): &Pair| exact(name).is_some_and(|it| it != Header::Number);
    let bare = unmarked(text).trim_matches(['(', ')', '[', ']', ' ']);
    let several = ['|', ';'].iter().find_map(|sign| {
        let pairs: Option<Vec<Pair>> = bare.split(*sign).map(|part| pair(part).filter(is_named)).collect();
        pairs.filter(|pairs| pairs.len() > 1)
    });
    several.or_else(|| Some(vec![pair(text).filter(is_named)?]))
}

/// `- **Waktu**: 15 menit`: the name before the colon, and the value.
fn pair(part: &str) -> Option<Pair<'_>> {
    let (name, value) = unmarked(part).split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ']);
    let value = value.trim_start_matches(['*', '_']).trim();
    ((1..=LONGEST_NAME).contains(&name.len())).then_some((name, value))
}

/// Without the mark of a list and the signs of emphasis before its words.
fn unmarked(line: &str) -> &str {
    let bare = line.trim().trim_start_matches(['#', '>', ' ']);
    let bare = ["- ", "* ", "+ ", "• ", "– "].iter().find_map(|mark| bare.strip_prefix(mark)).unwrap_or(bare);
    bare.trim_start().trim_start_matches("**")
}

/// `No : 3`, `NO. 3`, `Langkah : 3`: the number, and nothing else.
fn counted(line: &str) -> Option<(&str, &str)> {
    let (name, number) = pair(line).or_else(|| unmarked(line).trim_end_matches(['*', ' ']).rsplit_once(' '))?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let counts = || exact(name) == Some(Header::Number) || ROW_WORDS.iter().any(|word| word.eq_ignore_ascii_case(name));
    (is_number && counts()).then_some((number, ""))
}

/// `3. Memeriksa berkas`, `(3) …`, `Langkah 3: …`, `Langkah 3 – …`, `Row 3`: the number, and what follows.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let word = ROW_WORDS.iter().find(|word| text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
    let rest = text[word.map_or(0, |word| word.len())..].trim_start();
    let rest = rest.strip_prefix('(').filter(|rest| word.is_none() && rest.contains(')')).unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &rest[digits..];
    let sign = behind.starts_with(['.', ')', ':']) || word.is_some() && behind.trim_matches(['*', ' ']).is_empty();
    let dash = behind.trim_start().strip_prefix(['–', '—', '-']).filter(|_| word.is_some());
    let sign = sign || dash.is_some();
    let words = dash.unwrap_or(behind).trim_start_matches(['.', ')', ':', '*', ' ']).trim_end_matches(['*', ' ']);
    ((1..=3).contains(&digits) && sign).then_some((&rest[..digits], words))
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn named_values_are_a_table() {
        let line =
            "Row 1: No: 1 | Kegiatan: Menerima | Waktu: 5 menit\nRow 2: No: 2 | Kegiatan: Mencatat | Waktu: 1 jam\n";
        assert_eq!(
            cells(line),
            [["No", "Kegiatan", "Waktu"], ["1", "Menerima", "5 menit"], ["2", "Mencatat", "1 jam"]]
        );
        let below = "1. Menerima surat\n- Pelaksana: Staf\n- Waktu: 5 menit\n\n2. Mencatat surat\n- Pelaksana: Staf\n- Waktu:\n";
        let wanted = [
            ["No", "Kegiatan", "Pelaksana", "Waktu"],
            ["1", "Menerima surat", "Staf", "5 menit"],
            ["2", "Mencatat surat", "Staf", ""],
        ];
        assert_eq!(cells(below), wanted);
        let counted =
            "No : 1\nKegiatan : Menerima surat\nWaktu : 5 menit\n\nNo : 2\nKegiatan : Mencatat\nWaktu : 1 jam\n";
        let wanted = [["No", "Kegiatan", "Waktu"], ["1", "Menerima surat", "5 menit"], ["2", "Mencatat", "1 jam"]];
        assert_eq!(cells(counted), wanted);
        let named = "1. Kegiatan : Menerima surat\n   Pelaku : Staf\n   Lama : 5 menit\n2. Kegiatan : Mencatat\n   Pelaku : Staf\n   Lama : 1 jam\n";
        let wanted = [
            ["No", "Kegiatan", "Pelaku", "Lama"],
            ["1", "Menerima surat", "Staf", "5 menit"],
            ["2", "Mencatat", "Staf", "1 jam"],
        ];
        assert_eq!(cells(named), wanted);
        assert_eq!(cells("1. Komputer\n2. Printer\n").len(), 2);
    }
}

//! Entries of a list of steps, and the headings of its stages, that stand in one line or in one cell.

use super::count::{Count, marked};
use super::{is_lettered_stage, is_stage};

/// Stages have letters.
const MOST_STAGES: usize = 26;

/// `A. Persiapan` above `1. Dokter menentukan …`, in one cell or one line.
pub(super) fn opens_stage(text: &str) -> bool {
    let mut pieces = text.split('\n').flat_map(in_one_line);
    let Some((first, second)) = pieces.next().zip(pieces.next()) else { return false };
    heads_stage(first, Some(second), 1)
}

/// The heading of a stage, whose steps count on from those above or from 1.
pub(super) fn heads_stage(text: &str, below: Option<&str>, next: u32) -> bool {
    let begins = |text: &str| {
        marked(text).is_some_and(|(count, number, _)| count == Count::Digits && (number == 1 || number == next))
    };
    (is_stage(text) || is_lettered_stage(text)) && below.is_some_and(begins)
}

/// `1. Cuci tangan 2. Siapkan alat`, `A. Persiapan 1. Cuci tangan`: the entries that stand in one line, and the stages.
pub(super) fn in_one_line(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    let mut stages = 0;
    loop {
        let cut = match marked(rest) {
            Some((count @ (Count::Digits | Count::Letters), number, _)) => {
                let next = next_mark(rest, count, number);
                stage(&rest[..next.unwrap_or(rest.len())], 1).or(next)
            }
            _ if stages < MOST_STAGES && stage(rest, 0) == Some(0) => {
                stages += 1;
                first_mark(rest)
            }
            _ => None,
        };
        let Some(cut) = cut else { break };
        out.push(rest[..cut].trim_end());
        rest = rest[cut..].trim_start();
    }
    out.push(rest);
    out
}

/// Where the next entry begins: behind ` 2. `, or ` b. `, before a capital.
fn next_mark(text: &str, count: Count, number: u32) -> Option<usize> {
    let mark = match count {
        Count::Letters => format!(" {}. ", char::from(b'a' + u8::try_from(number).ok().filter(|it| *it < 26)?)),
        _ => format!(" {}. ", number + 1),
    };
    before_capital(text, &mark)
}

/// Where the first entry of a stage begins.
fn first_mark(text: &str) -> Option<usize> {
    before_capital(text, " 1. ")
}

/// Where the mark begins behind its blank, before a capital.
fn before_capital(text: &str, mark: &str) -> Option<usize> {
    let begins = |at: &usize| text[at + mark.len()..].starts_with(char::is_uppercase);
    text.match_indices(mark).map(|(at, _)| at).find(begins).map(|at| at + 1)
}

/// Where, from this byte on, the heading of a stage begins that the first entry of the stage follows.
fn stage(text: &str, from: usize) -> Option<usize> {
    let mut searched = 0;
    while let Some(first) = text.get(searched..).and_then(first_mark).map(|at| searched + at) {
        let before = text[..first].trim_end();
        let starts = before.match_indices(". ").filter_map(|(at, _)| {
            let letter = at.checked_sub(1).filter(|it| before.as_bytes()[*it].is_ascii_uppercase())?;
            (letter == 0 || before[..letter].ends_with(' ')).then_some(letter)
        });
        if let Some(start) =
            starts.filter(|at| *at >= from).find(|at| is_stage(&before[*at..]) || is_lettered_stage(&before[*at..]))
        {
            return Some(start);
        }
        searched = first;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::in_one_line;

    #[test]
    fn entries_and_stages_of_one_line_are_told_apart() {
        let parts =
            in_one_line("A. Persiapan 1. Dokter memeriksa. 2. Bidan mencatat. B. Pelaksanaan 1. Bidan menyuntik.");
        let wanted =
            ["A. Persiapan", "1. Dokter memeriksa.", "2. Bidan mencatat.", "B. Pelaksanaan", "1. Bidan menyuntik."];
        assert_eq!(parts, wanted);
        assert_eq!(in_one_line("a. Kader mendata b. Bidan mencatat"), ["a. Kader mendata", "b. Bidan mencatat"]);
        assert_eq!(in_one_line("1. Mengisi formulir A. Yani"), ["1. Mengisi formulir A. Yani"]);
    }
}

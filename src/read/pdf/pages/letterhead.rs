//! The letterhead in a cell: centred lines of which each names another body, or goes on with the name above it.

use super::lines::Line;
use super::paragraphs::{Break, is_apart, pitch};
use crate::vocabulary::bodies;
use crate::vocabulary::fold;
use crate::vocabulary::offices::SIGNING;
use crate::vocabulary::sections::{TITLE_PARTS, TITLE_WORDS};

/// Middles of centred lines agree within so many points; where the lines begin differs by more.
const CENTRED: f32 = 3.0;

/// For each line after the first of a letterhead, what holds it apart from the one above; `None` if the cell bears none.
///
/// The edge of the cell tells nothing here: programs break a centred name long before it, and offices put each body on a line of
/// its own however full it is.
pub(super) fn breaks(lines: &[Line]) -> Option<Vec<Break>> {
    let first = lines.first()?.text();
    // `Kepala Bidang` begins a signature.
    let signs = || first.split(' ').next().is_some_and(|word| SIGNING.contains(&fold(word).as_str()));
    if !is_centred(lines) || bodies::body(&first).is_none() || signs() {
        return None;
    }
    let pitch = pitch(lines);
    let widest = lines.iter().map(width).fold(0.0, f32::max);
    let between = |pair: &[Line]| {
        let (above, below) = (&pair[0], &pair[1]);
        let goes_on = !is_apart(above, below, pitch) && continues(above, below, widest);
        if goes_on { Break::Soft } else { Break::Hard }
    };
    Some(lines.windows(2).map(between).collect())
}

fn width(line: &Line) -> f32 {
    line.to() - line.from()
}

/// Lines of different widths with one middle.
fn is_centred(lines: &[Line]) -> bool {
    let spread = |at: fn(&Line) -> f32| {
        let (least, most) =
            lines.iter().map(at).fold((f32::MAX, f32::MIN), |(least, most), it| (least.min(it), most.max(it)));
        most - least
    };
    spread(|line| (line.from() + line.to()) / 2.0) <= CENTRED && spread(Line::from) > CENTRED
}

/// The rest of a name: no other body, no address, no title, and its first word had no place above.
fn continues(above: &Line, below: &Line, widest: f32) -> bool {
    let (head, text) = (above.text(), below.text());
    let needed = width(above) + above.size * 0.3 + below.words[0].to - below.words[0].from;
    let lower = text.to_lowercase();
    let is_other = bodies::body(&text).is_some() || bodies::is_address(&text) || bodies::is_address(&head);
    let begins = |word: &&str| lower.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_titled = TITLE_WORDS.iter().any(begins) || TITLE_PARTS.contains(&fold(&text).as_str());
    let is_capital = |text: &str| text.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase);
    !is_other && !is_titled && is_capital(&head) == is_capital(&text) && needed > widest
}

#[cfg(test)]
mod tests {
    use super::super::ink::Direction;
    use super::super::lines::Word;
    use super::*;

    /// Lines of letters 5 points wide, 12 points apart, with one middle or one beginning.
    fn lines(texts: &[&str], is_centred: bool) -> Vec<Line> {
        let line = |(index, text): (usize, &&str)| {
            let mut from = if is_centred { 200.0 - text.len() as f32 * 2.5 } else { 20.0 };
            let words = text.split(' ').map(|word| {
                let to = from + word.len() as f32 * 5.0;
                let found = Word { text: word.to_owned(), from, to };
                from = to + 5.0;
                found
            });
            Line { words: words.collect(), direction: Direction::Right, base: index as f32 * 12.0, size: 10.0 }
        };
        texts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn each_body_of_a_letterhead_keeps_its_line() {
        let names = ["PEMERINTAH KOTA CONTOH", "BADAN PERENCANAAN PEMBANGUNAN", "DAERAH", "BIDANG PENDATAAN"];
        assert_eq!(breaks(&lines(&names, true)), Some(vec![Break::Hard, Break::Soft, Break::Hard]));
        let names = ["PEMERINTAH KOTA CONTOH BADAN", "PERENCANAAN PEMBANGUNAN DAERAH", "SEKRETARIAT"];
        assert_eq!(breaks(&lines(&names, true)), Some(vec![Break::Soft, Break::Hard]));
    }

    #[test]
    fn titles_and_addresses_are_no_rest_of_a_name() {
        let names = ["DINAS KEBUDAYAAN DAN PARIWISATA", "STANDAR OPERASIONAL PROSEDUR", "JALAN MELATI NOMOR"];
        assert_eq!(breaks(&lines(&names, true)), Some(vec![Break::Hard, Break::Hard]));
        // It had a place above.
        let names = ["DINAS SOSIAL", "GRAHA MELATI LANTAI ATAS GEDUNG"];
        assert_eq!(breaks(&lines(&names, true)), Some(vec![Break::Hard]));
    }

    #[test]
    fn prose_and_signatures_are_no_letterhead() {
        assert_eq!(breaks(&lines(&["Dinas Sosial dan", "Bidang Rehabilitasi"], false)), None);
        assert_eq!(breaks(&lines(&["Kepala Bidang Pelayanan", "Melati Kusumadewi"], true)), None);
        assert_eq!(breaks(&lines(&["Surat dari", "Bidang Rehabilitasi"], true)), None);
    }
}

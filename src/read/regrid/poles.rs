//! Names of actors that stand a single blank apart in one line of the header, or none → one each, as they stand in the middle of
//! their columns: over the number of the column, the marks below it, or a word of the same name in another line.

use super::heading::Part;
use super::melted::Below;
use crate::grammar::offset_in;
use crate::grammar::step_number::is_column_numbers;
use crate::vocabulary::columns::Header;
use crate::vocabulary::offices;

/// Middles are counted in halves of a column. Letters are not equally wide, so the middle of a name may be so far from the pole.
const OFF: usize = 4;

/// Poles are so far apart at least: what is nearer stands for one column.
const NEAREST: usize = 8;

/// A name whose middle is so far from the only pole below it has a word too many.
const FAR: usize = 5;

/// Names that share fewer columns only touch.
const LEAST_SHARED: usize = 3;

/// More words are no line of a name.
const MOST_WORDS: usize = 9;

/// Fewer numbers in a line are not those of columns.
const FEWEST_NUMBERS: usize = 5;

/// Parts the names among these. `below` are the rows below the header.
pub(super) fn part(parts: &mut Vec<Part>, below: &Below) {
    let Some(activity) = parts.iter().filter(|it| it.kind == Some(Header::Activity)).map(|it| it.to).min() else {
        return;
    };
    let is_name = |it: &Part| it.kind.is_none() && it.from >= activity;
    if !parts.iter().any(|it| is_name(it) && !cuts(it.text.as_str()).is_empty()) {
        return;
    }
    let poles = poles(parts, activity, below);
    let mut at = 0;
    while at < parts.len() {
        let part = &parts[at];
        match Some(()).filter(|()| is_name(part)).and_then(|()| pieces(part, &poles, &above(parts, at))) {
            Some(pieces) => {
                let count = pieces.len();
                parts.splice(at..=at, pieces);
                at += count;
            }
            None => at += 1,
        }
    }
}

/// The middles of the columns, ascending.
fn poles(parts: &[Part], activity: usize, below: &Below) -> Vec<usize> {
    let numbers = below.rows.iter().take(2).find(|row| !row.is_blank());
    let numbers = numbers.filter(|row| is_column_numbers(row.texts()) && row.filled().count() >= FEWEST_NUMBERS);
    if let Some(row) = numbers {
        return row.filled().map(|cell| cell.column + cell.end_column).collect();
    }
    let is_word = |part: &&Part| part.kind.is_none() && part.from >= activity && cuts(part.text.as_str()).is_empty();
    let words: Vec<usize> = parts.iter().filter(is_word).map(|part| part.from + part.to).collect();
    // Where words of the header tell a column, its marks, which stand in other lines, tell it less well.
    let is_told = |mark: &usize| words.iter().any(|word| word.abs_diff(*mark) < 2 * NEAREST - OFF);
    let marks = below.marks().iter().map(|at| 2 * at + 1).filter(|mark| !is_told(mark));
    let mut all: Vec<usize> = words.iter().copied().chain(marks).collect();
    all.sort_unstable();
    let groups = all.chunk_by(|one, other| other - one < NEAREST - OFF / 2);
    groups.map(|group| group.iter().sum::<usize>() / group.len()).collect()
}

/// Where lines of names stand over this part.
fn above(parts: &[Part], at: usize) -> Vec<(usize, usize)> {
    let part = &parts[at];
    let is_over = |it: &&Part| it.kind.is_none() && it.line < part.line && it.from < part.to && part.from < it.to;
    parts.iter().filter(is_over).map(|it| (it.from, it.to)).collect()
}

/// Where a text may be cut: behind a blank, and before a capital behind a small letter (`PimpinanSekretaris`).
fn cuts(text: &str) -> Vec<usize> {
    let pairs = text.char_indices().zip(text.char_indices().skip(1));
    let is_cut = |one: char, other: char| one == ' ' && other != ' ' || one.is_lowercase() && other.is_uppercase();
    pairs.filter(|((_, one), (_, other))| is_cut(*one, *other)).map(|(_, (at, _))| at).collect()
}

fn pieces(part: &Part, poles: &[usize], above: &[(usize, usize)]) -> Option<Vec<Part>> {
    let text = part.text.as_str();
    let cuts = cuts(text);
    if cuts.is_empty() || cuts.len() >= MOST_WORDS || text.chars().count() != part.to - part.from {
        return None;
    }
    let under: Vec<usize> = poles.iter().copied().filter(|at| (2 * part.from..=2 * part.to).contains(at)).collect();
    let apart = under.windows(2).all(|pair| pair[1] - pair[0] >= NEAREST);
    let names = match under[..] {
        [pole] => beside(part, &cuts, pole)?,
        [_, _, ..] if apart => at_poles(part, &cuts, &under)?,
        _ => return None,
    };
    // The name of a group of actors stands over several of them as well.
    if above.is_empty() && !names[1..].iter().all(|name| offices::begins_actor(name)) {
        return None;
    }
    let piece = |name: &&str| {
        let from = part.from + text[..offset_in(text, name)].chars().count();
        Part { line: part.line, from, to: from + name.chars().count(), text: part.text.slice(name), kind: None }
    };
    let pieces: Vec<Part> = names.iter().map(piece).collect();
    // What stands below one line of a name goes on with that name.
    let is_under =
        |(from, to): (usize, usize), it: &Part| it.to.min(to).saturating_sub(it.from.max(from)) >= LEAST_SHARED;
    let is_parted = |over: &(usize, usize)| pieces.iter().filter(|it| is_under(*over, it)).count() < 2;
    above.iter().all(is_parted).then_some(pieces)
}

/// Twice the middle of a stretch of the text.
fn middle(part: &Part, (from, to): (usize, usize)) -> usize {
    let text = part.text.as_str();
    let from = from + text[from..to].len() - text[from..to].trim_start().len();
    let count = |at: usize| text[..at].chars().count();
    2 * part.from + count(from) + count(from + text[from..to].trim().len())
}

/// As many names as poles, each with its middle at its own.
fn at_poles<'p>(part: &'p Part, cuts: &[usize], under: &[usize]) -> Option<Vec<&'p str>> {
    let text = part.text.as_str();
    let ends: Vec<usize> = cuts.iter().copied().chain([text.len()]).collect();
    // The cheapest way to give the text up to an end to the poles so far: its cost and its cuts.
    let mut ways: Vec<Option<(usize, Vec<usize>)>> = vec![None; ends.len() + 1];
    ways[0] = Some((0, Vec::new()));
    for pole in under {
        let mut next: Vec<Option<(usize, Vec<usize>)>> = vec![None; ends.len() + 1];
        for (before, way) in ways.iter().enumerate() {
            let Some((cost, so_far)) = way else { continue };
            let from = before.checked_sub(1).map_or(0, |at| ends[at]);
            for (at, end) in ends.iter().enumerate().skip(before) {
                let off = middle(part, (from, *end)).abs_diff(*pole);
                let cost = cost + off;
                if off <= OFF && next[at + 1].as_ref().is_none_or(|(best, _)| cost < *best) {
                    next[at + 1] = Some((cost, so_far.iter().copied().chain([from]).collect()));
                }
            }
        }
        ways = next;
    }
    let (_, starts) = ways.pop()??;
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    Some(starts.iter().zip(ends).map(|(from, to)| text[*from..to].trim()).collect())
}

/// Two names of which one has its middle at the pole, and the other is that of an office.
fn beside<'p>(part: &'p Part, cuts: &[usize], pole: usize) -> Option<Vec<&'p str>> {
    let text = part.text.as_str();
    if middle(part, (0, text.len())).abs_diff(pole) < FAR {
        return None;
    }
    let off = |at: usize| {
        let of = |stretch| middle(part, stretch).abs_diff(pole);
        of((0, at)).min(of((at, text.len())))
    };
    let cut = cuts.iter().copied().min_by_key(|at| off(*at)).filter(|at| off(*at) <= OFF / 2)?;
    let (one, other) = (text[..cut].trim(), text[cut..].trim());
    let is_last = middle(part, (cut, text.len())).abs_diff(pole) <= OFF / 2;
    let free = if is_last { one } else { other };
    let is_free = offices::begins_actor(free) && free.contains(' ') && !offices::goes_on_with(one, other);
    is_free.then(|| vec![one, other])
}

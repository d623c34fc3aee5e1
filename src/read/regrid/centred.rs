//! Rows whose cells are centred, with nothing between them: which lines belong to which number.
//!
//! Every way to cut is weighed: cells of a row are unbroken and centred as the row is, and its activity begins with a capital.

use super::gather::Placed;
use super::heading::Column;
use crate::vocabulary::sections::OPEN_ENDS;

/// Most lines of one row on either side of its number that are weighed.
const REACH: usize = 14;

/// What a cell costs that begins in the first line of its row, however far from the middle it is.
const TOP: f64 = 0.6;

/// A line as far as cutting goes.
struct Line {
    /// The bands that have text.
    bands: Vec<bool>,
    /// Those whose text begins small: it goes on from the line above.
    goes_on: Vec<bool>,
    /// Those whose text ends with a word that wants another: it goes on in the line below.
    open: Vec<bool>,
    /// It has text of an activity.
    works: bool,
    /// It begins an activity.
    opens: bool,
    /// Nothing stands in it.
    blank: bool,
}

/// The lines of a chunk, cut into rows. Blank ones count, for a row is as high as its cell in the middle has it.
pub(super) fn rows<'p>(chunk: &[&'p Placed], columns: &[Column]) -> Vec<Vec<&'p Placed>> {
    let lines: Vec<Line> = chunk.iter().map(|line| read(line, columns)).collect();
    let numbers: Vec<usize> = (0..chunk.len()).filter(|at| chunk[*at].numbered).collect();
    let mut out = Vec::new();
    let mut start = 0;
    for end in cut(&lines, &numbers) {
        out.push(chunk[start..end].to_vec());
        start = end;
    }
    if start < chunk.len() {
        out.push(chunk[start..].to_vec());
    }
    out
}

fn read(placed: &Placed, columns: &[Column]) -> Line {
    let none = || vec![false; columns.len()];
    let (works, opens, blank) = (placed.works, placed.opens, placed.blank);
    let mut line = Line { bands: none(), goes_on: none(), open: none(), works, opens, blank };
    // Marks stand anywhere in the cell of an actor.
    for (column, text) in placed.texts.iter().filter(|(column, _)| columns[*column].kind.is_some()) {
        let text = text.as_str();
        line.bands[*column] = true;
        line.goes_on[*column] = text.len() > 2 && text.starts_with(char::is_lowercase);
        let last = text.split_whitespace().next_back().unwrap_or("");
        line.open[*column] = OPEN_ENDS.contains(&last) || last.ends_with(['-', '/']);
    }
    line
}

/// The end of each row, by the cheapest way to cut between the numbers.
fn cut(lines: &[Line], numbers: &[usize]) -> Vec<usize> {
    // For each number, the ways to end its row: (end, cost so far, end of the row before).
    let mut steps: Vec<Vec<(usize, f64, usize)>> = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let starts: Vec<(usize, f64)> = match steps.last() {
            Some(before) => before.iter().map(|(end, cost, _)| (*end, *cost)).collect(),
            None => vec![(number.saturating_sub(REACH), 0.0)],
        };
        let last = index + 1 == numbers.len();
        let limit = numbers.get(index + 1).copied().unwrap_or(lines.len());
        let ends: Vec<usize> =
            if last { vec![lines.len()] } else { (number + 1..=limit.min(number + REACH)).collect() };
        let best = |end: usize| {
            let ways = starts
                .iter()
                .filter(|(start, _)| start <= number)
                .map(|(start, cost)| (end, cost + row_cost(lines, *start, end, *number), *start));
            ways.min_by(|one, other| one.1.total_cmp(&other.1))
        };
        steps.push(ends.into_iter().filter_map(best).collect());
    }
    let mut ends = Vec::new();
    let mut wanted = None;
    for step in steps.iter().rev() {
        let chosen = match wanted {
            None => step.iter().min_by(|one, other| one.1.total_cmp(&other.1)),
            Some(end) => step.iter().find(|way| way.0 == end),
        };
        let Some((end, _, start)) = chosen else { break };
        ends.push(*end);
        wanted = Some(*start);
    }
    ends.reverse();
    ends
}

/// How little the lines from `start` to `end` look like one row with its number in line `number`; blank lines at its end may
/// be room in the cell or between the rows.
fn row_cost(lines: &[Line], start: usize, end: usize, number: usize) -> f64 {
    let blanks = lines[number + 1..end].iter().rev().take_while(|line| line.blank).count();
    let whole = cell_cost(lines, start, end, number);
    if blanks == 0 { whole } else { whole.min(cell_cost(lines, start, end - blanks, number)) }
}

fn cell_cost(lines: &[Line], start: usize, end: usize, number: usize) -> f64 {
    let row = &lines[start..end];
    let middle = |first: usize, last: usize| (first + last) as f64 / 2.0;
    let centre = middle(start, end - 1);
    // Half a line is no matter of belief, yet of two ways the exact one is better.
    let off = |at: f64| ((at - centre).abs() - 0.5).max(0.0) + (at - centre).abs() * 0.1;
    // What is blank belongs to the row above.
    let late = if start > 0 && row[0].blank { 1.0 } else { 0.0 };
    let mut cost = off(number as f64) * 2.0 + late;
    for band in 0..lines[start].bands.len() {
        let at: Vec<usize> = (start..end).filter(|line| lines[*line].bands[band]).collect();
        let (Some(first), Some(last)) = (at.first(), at.last()) else { continue };
        // Only the number may be centred, while the texts begin in the first line.
        let top = if *first == start { TOP } else { f64::INFINITY };
        cost += off(middle(*first, *last)).min(top);
        let wanted = *first == start && start > 0 && lines[start - 1].open[band];
        cost += if lines[*first].goes_on[band] || wanted { 1.5 } else { 0.0 };
        cost += (last - first + 1 - at.len()) as f64 * 3.0;
    }
    let begins = row.iter().find(|line| line.works).is_some_and(|line| line.opens);
    let opened = row.iter().filter(|line| line.opens).count();
    cost + if begins { 0.0 } else { 2.0 } + opened.saturating_sub(1) as f64 * 0.8
}

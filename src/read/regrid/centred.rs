//! Rows whose cells are centred, with nothing between them: which lines belong to which number.
//!
//! Every way to cut is weighed: cells of a row are unbroken and centred as the row is, and its activity begins with a capital.

use super::gather::Placed;
use super::heading::Column;
use crate::vocabulary::columns::Header;
use crate::vocabulary::sections::OPEN_ENDS;

/// Most lines of one row on either side of its number that are weighed.
const REACH: usize = 14;

/// What a cell costs that begins in the first line of its row, however far from the middle it is.
const TOP: f64 = 0.6;

/// What a text costs that begins below the first line of its row, where all texts are taken to begin in it.
const BELOW_TOP: f64 = 1.5;

/// So much less must a table cost whose texts are all taken to begin in the first line.
const SURELY: f64 = 1.0;

/// Where the texts of a row stand, all over a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// In its middle, if not by chance in its first line.
    Centred,
    /// In its first line: only the number and what is short is centred.
    OnTop,
}

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
    /// It stands half a line below the one above it: no cell goes on from there or below it.
    between: bool,
}

/// The lines of a chunk, cut into rows. Blank ones count, for a row is as high as its cell in the middle has it.
pub(super) fn rows<'p>(chunk: &[&'p Placed], columns: &[Column]) -> Vec<Vec<&'p Placed>> {
    let mut lines: Vec<Line> = chunk.iter().map(|line| read(line, columns)).collect();
    for at in 1..lines.len().saturating_sub(1) {
        lines[at].between = is_between(&lines[at - 1], &lines[at], &lines[at + 1]);
    }
    let numbers: Vec<usize> = (0..chunk.len()).filter(|at| chunk[*at].numbered).collect();
    let is_text = |column: &Column| !matches!(column.kind, Some(Header::Number | Header::Duration(_)));
    let is_text: Vec<bool> = columns.iter().map(is_text).collect();
    let ways =
        [Texts::Centred, Texts::OnTop].map(|texts| Cuts { lines: &lines, is_text: &is_text, texts }.cut(&numbers));
    let [(ends, cost), (on_top, on_top_cost)] = ways;
    let mut out = Vec::new();
    let mut start = 0;
    for end in if on_top_cost + SURELY < cost { on_top } else { ends } {
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
    let mut line = Line { bands: none(), goes_on: none(), open: none(), works, opens, blank, between: false };
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

/// Cells that are centred in one row stand half a line apart where one has an even count of lines and the other an odd one:
/// `pdftotext -layout` prints their lines in turn.
fn is_between(above: &Line, line: &Line, below: &Line) -> bool {
    let apart = |other: &Line| !line.bands.iter().zip(&other.bands).any(|(one, other)| *one && *other);
    !line.blank && apart(above) && apart(below)
}

/// The ways to cut a chunk into rows.
struct Cuts<'l> {
    lines: &'l [Line],
    /// The bands that hold texts, which are long, and not a number or a time.
    is_text: &'l [bool],
    texts: Texts,
}

impl Cuts<'_> {
    /// The end of each row, by the cheapest way to cut between the numbers, and what that costs.
    fn cut(&self, numbers: &[usize]) -> (Vec<usize>, f64) {
        let lines = self.lines;
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
                    .map(|(start, cost)| (end, cost + self.row_cost(*start, end, *number), *start));
                ways.min_by(|one, other| one.1.total_cmp(&other.1))
            };
            steps.push(ends.into_iter().filter_map(best).collect());
        }
        let mut ends = Vec::new();
        let mut least = 0.0;
        let mut wanted = None;
        for step in steps.iter().rev() {
            let chosen = match wanted {
                None => step.iter().min_by(|one, other| one.1.total_cmp(&other.1)),
                Some(end) => step.iter().find(|way| way.0 == end),
            };
            let Some((end, cost, start)) = chosen else { break };
            least = f64::max(least, *cost);
            ends.push(*end);
            wanted = Some(*start);
        }
        ends.reverse();
        (ends, least)
    }

    /// How little the lines from `start` to `end` look like one row with its number in line `number`; blank lines at its end
    /// may be room in the cell or between the rows.
    fn row_cost(&self, start: usize, end: usize, number: usize) -> f64 {
        let blanks = self.lines[number + 1..end].iter().rev().take_while(|line| line.blank).count();
        let whole = self.cell_cost(start, end, number);
        if blanks == 0 { whole } else { whole.min(self.cell_cost(start, end - blanks, number)) }
    }

    fn cell_cost(&self, start: usize, end: usize, number: usize) -> f64 {
        let lines = self.lines;
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
            cost += self.place_cost(band, *first == start, off(middle(*first, *last)));
            let wanted = *first == start && start > 0 && lines[start - 1].open[band];
            cost += if lines[*first].goes_on[band] || wanted { 1.5 } else { 0.0 };
            let missing = (*first..=*last).filter(|line| !lines[*line].bands[band] && !lines[*line].between);
            cost += missing.count() as f64 * 3.0;
        }
        let begins = row.iter().find(|line| line.works).is_some_and(|line| line.opens);
        let opened = row.iter().filter(|line| line.opens).count();
        cost + if begins { 0.0 } else { 2.0 } + opened.saturating_sub(1) as f64 * 0.8
    }

    /// What it costs that the cell of a band stands so far off the middle of its row, and in its first line or not.
    fn place_cost(&self, band: usize, is_on_top: bool, off: f64) -> f64 {
        match (self.texts, is_on_top) {
            (Texts::OnTop, true) => 0.0,
            (Texts::OnTop, false) if self.is_text[band] => BELOW_TOP,
            // Only the number may be centred, while the texts begin in the first line.
            (Texts::Centred, true) => off.min(TOP),
            _ => off,
        }
    }
}

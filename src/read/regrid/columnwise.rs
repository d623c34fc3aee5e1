//! Tables printed column by column, as some readers order the text of a page: all numbers, then all activities, and further down the
//! other cells → rows of cells.
//!
//! Only what is certain is read: as many activities as numbers, as many times as numbers, and a document between two times that is
//! said twice, as what one step makes and the next one needs. All other lines stay as they are.

use super::{Found, Table};
use crate::document::{Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::step_number;
use crate::vocabulary::activity_verbs::{CIRCUMSTANCES, NOUNS_LIKE_ACTIVE};
use crate::vocabulary::columns::{Header, exact, header};
use crate::vocabulary::sections::OPEN_ENDS;
use crate::vocabulary::{fold, labels, sections};
use std::ops::Range;

/// How far around the numbers the names of the columns stand.
const NAMES_WITHIN: usize = 80;

/// Most lines between the last number of a page and its first activity.
const MOST_BETWEEN: usize = 6;

/// Most lines of an activity.
const LONGEST_ACTIVITY: usize = 12;

/// Most lines behind the numbers of a page in which its other cells stand.
const LONGEST_PAGE: usize = 400;

/// The steps of one page.
struct Page {
    numbers: Vec<usize>,
    /// The lines of each activity.
    activities: Vec<Vec<usize>>,
    /// Lines above the first, which go on with the activity before.
    carried: Vec<usize>,
    end: usize,
}

/// The table whose first number stands in row `at`, alone.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    if number(&rows[at]) != Some(1) {
        return Ok(None);
    }
    let Some(pages) = pages(rows, at) else { return Ok(None) };
    let Some(names) = names(rows, at) else { return Ok(None) };
    let mut used = vec![false; rows.len() - at];
    let mut steps: Vec<[Text; 5]> = Vec::new();
    let (mut end, mut first_cell) = (at, rows.len());
    for (place, page) in pages.iter().enumerate() {
        let bound = pages.get(place + 1).map_or(rows.len(), |next| next.numbers[0]).min(page.end + LONGEST_PAGE);
        if let Some(above) = steps.last_mut().filter(|above| !above[1].is_blank()) {
            for row in &page.carried {
                rows[*row].single().into_iter().for_each(|line| above[1].join(' ', &line.text));
                used[*row - at] = true;
            }
        }
        let first = steps.len();
        for (number, activity) in page.numbers.iter().zip(&page.activities) {
            let mut step: [Text; 5] = Default::default();
            step[0] = text(&rows[*number]).cloned().unwrap_or_default();
            let goes_over = steps.len() + 1 == first + page.numbers.len()
                && pages.get(place + 1).is_some_and(|next| !next.carried.is_empty());
            let is_whole = goes_over || activity.last().is_none_or(|last| !ends_open(&rows[*last]));
            let lines = activity.iter().filter(|_| is_whole).filter_map(|row| text(&rows[*row]));
            lines.for_each(|line| step[1].join(' ', line));
            used[*number - at] = true;
            activity.iter().filter(|_| is_whole).for_each(|row| used[*row - at] = true);
            steps.push(step);
        }
        end = page.end;
        let times = times(rows, page.end..bound);
        if times.len() != page.numbers.len() {
            continue;
        }
        let above = times.first().map_or(page.end, |(lines, _)| lines.start);
        let cell =
            (page.end..above).rev().skip_while(|row| rows[*row].is_blank()).take_while(|row| !rows[*row].is_blank());
        first_cell = first_cell.min(cell.last().unwrap_or(above));
        for (nth, (lines, time)) in times.iter().enumerate() {
            steps[first + nth][3] = time.clone();
            lines.clone().for_each(|row| used[row - at] = true);
            end = lines.end;
            let Some((next, _)) = times.get(nth + 1) else { continue };
            if let Some((made, halves)) = said_twice(rows, lines.end..next.start) {
                steps[first + nth][4] = made.clone();
                steps[first + nth + 1][2] = made;
                halves.into_iter().for_each(|row| used[row - at] = true);
            }
        }
    }
    if let ([_], Some([needed, made])) = (&pages[..], documents(rows, pages[0].end, steps.len())) {
        for (nth, step) in steps.iter_mut().enumerate() {
            step[2] = text(&rows[needed[nth]]).cloned().unwrap_or_default();
            step[4] = text(&rows[made[nth]]).cloned().unwrap_or_default();
        }
        let last = needed.iter().chain(&made).copied().max().unwrap_or(at);
        end = end.max(last + 1);
        needed.iter().chain(&made).for_each(|row| used[*row - at] = true);
    }
    let inside = innards(rows, at..end, first_cell);
    let unused = |wanted: bool| {
        let (used, inside) = (&used, &inside);
        let rest = (at..end).filter(move |row| !used[*row - at] && inside[*row - at] == wanted);
        rest.map(|row| rows[row].clone())
    };
    // What follows the table must not go on with a section that the page prints between its columns.
    let mut out: Vec<Row> = unused(false).collect();
    out.push(Row::positioned(names.to_vec()));
    out.extend(steps.into_iter().map(|step| Row { weighed: true, ..Row::positioned(step.to_vec()) }));
    out.extend(unused(true));
    Ok(Some(Table { rows: out, start: at, end }))
}

/// The rows that are of the table, though not understood: from the first cell beside a time on, and names of columns and marks with
/// what follows them up to a heading. A section that a page prints between its columns does not go on with them.
fn innards(rows: &[Row], within: Range<usize>, first_cell: usize) -> Vec<bool> {
    let mut inside = false;
    let is_inside = |row: usize| {
        let line = said(&rows[row]);
        let marks = Marks::of(line);
        let drawn = !line.is_empty() && marks.rest.is_empty() && marks.is_present();
        if sections::whole(line).is_some() || labels::begins_identity(line) {
            inside = false;
        } else if drawn || exact(line).is_some() || row == first_cell {
            inside = true;
        }
        inside
    };
    within.map(is_inside).collect()
}

fn text(row: &Row) -> Option<&Text> {
    row.single().filter(|_| row.layout == Layout::Plain).map(|cell| &cell.text)
}

fn said(row: &Row) -> &str {
    text(row).map_or("", Text::as_str).trim()
}

fn number(row: &Row) -> Option<u32> {
    text(row).and_then(|text| step_number(text.as_str()))
}

/// The names of the columns that are read, which stand in lines of their own around the numbers.
fn names(rows: &[Row], at: usize) -> Option<[Text; 5]> {
    let mut names: [Text; 5] = Default::default();
    let around = at.saturating_sub(NAMES_WITHIN)..rows.len().min(at + NAMES_WITHIN * 2);
    for line in around.filter_map(|row| text(&rows[row])) {
        let column = match exact(line.as_str()) {
            Some(Header::Number) => 0,
            Some(Header::Activity) => 1,
            Some(Header::Requirements) => 2,
            Some(Header::Duration(_)) => 3,
            Some(Header::Outputs) => 4,
            _ => continue,
        };
        if names[column].is_blank() {
            names[column] = line.clone();
        }
    }
    [1, 3].iter().all(|column: &usize| !names[*column].is_blank()).then_some(names)
}

/// The pages, each with numbers that go on from those of the one before.
fn pages(rows: &[Row], at: usize) -> Option<Vec<Page>> {
    let mut pages: Vec<Page> = Vec::new();
    let (mut from, mut wanted) = (at, 1);
    while let Some(page) = page(rows, from, wanted, pages.is_empty()) {
        wanted += page.numbers.len() as u32;
        from = page.end;
        pages.push(page);
        let far = rows.len().min(from + LONGEST_PAGE);
        let next = (from..far).take_while(|row| !labels::begins_identity(said(&rows[*row])));
        let Some(next) = next.into_iter().find(|row| number(&rows[*row]) == Some(wanted) && !counts_time(rows, *row))
        else {
            break;
        };
        from = next;
    }
    (!pages.is_empty()).then_some(pages)
}

/// `10` above `menit`.
fn counts_time(rows: &[Row], at: usize) -> bool {
    rows.get(at + 1).is_some_and(|below| is_broken_time(&rows[at], below))
}

fn is_broken_time(above: &Row, below: &Row) -> bool {
    let (above, below) = (said(above), said(below));
    !above.is_empty()
        && above.bytes().all(|it| it.is_ascii_digit())
        && below.starts_with(char::is_alphabetic)
        && duration::looks_like(&format!("{above} {below}"))
}

/// The numbers from `from` on, one below the other, and as many activities behind them.
fn page(rows: &[Row], from: usize, wanted: u32, is_first: bool) -> Option<Page> {
    let mut numbers = Vec::new();
    let mut at = from;
    while at < rows.len() && (rows[at].is_blank() || number(&rows[at]) == Some(wanted + numbers.len() as u32)) {
        if !rows[at].is_blank() {
            numbers.push(at);
        }
        at += 1;
    }
    if numbers.len() < 2 {
        return alternating(rows, from, wanted);
    }
    let mut page = Page { numbers, activities: Vec::new(), carried: Vec::new(), end: at };
    let opening = (at..rows.len().min(at + MOST_BETWEEN)).find(|row| begins_activity(&rows[*row]))?;
    for row in at..opening {
        match said(&rows[row]) {
            "" => {}
            line if exact(line).is_some() => {}
            line if !is_first && line.starts_with(char::is_alphabetic) => page.carried.push(row),
            _ => return None,
        }
    }
    // What goes on with the step above begins as a sentence goes on.
    let goes_on = |row: &usize| said(&rows[*row]).starts_with(char::is_lowercase);
    if page.carried.first().is_some_and(|first| !goes_on(first)) {
        return None;
    }
    page.read_activities(rows, opening).then_some(page)
}

/// Each number above its activity, and the next number right below that: the other cells stand elsewhere.
fn alternating(rows: &[Row], from: usize, wanted: u32) -> Option<Page> {
    let mut page = Page { numbers: Vec::new(), activities: Vec::new(), carried: Vec::new(), end: from };
    let filled = |at: usize| (at..rows.len()).find(|row| !rows[*row].is_blank());
    let mut next = filled(from);
    while let Some(at) = next.filter(|at| number(&rows[*at]) == Some(wanted + page.numbers.len() as u32)) {
        let Some(first) = filled(at + 1).filter(|row| begins_activity(&rows[*row])) else { break };
        let mut activity = vec![first];
        let goes_on = |row: &usize, above: usize| {
            let line = said(&rows[*row]);
            !is_other(line) && (may_go_on(line) || *row == above + 1 && ends_open(&rows[above]))
        };
        while let Some(row) = filled(activity[activity.len() - 1] + 1)
            .filter(|row| activity.len() < LONGEST_ACTIVITY && goes_on(row, activity[activity.len() - 1]))
        {
            activity.push(row);
        }
        page.end = activity[activity.len() - 1] + 1;
        page.numbers.push(at);
        page.activities.push(activity);
        next = filled(page.end);
    }
    (page.numbers.len() >= 2).then_some(page)
}

impl Page {
    /// Reads the activities from row `at` on; `false` where there are not as many as numbers.
    fn read_activities(&mut self, rows: &[Row], at: usize) -> bool {
        let mut blank = false;
        for (row, line) in rows.iter().enumerate().skip(at) {
            if line.is_blank() {
                blank = true;
                continue;
            }
            let is_last = self.activities.len() == self.numbers.len();
            let words = said(line);
            if begins_activity(line) && !(is_last && blank) {
                self.activities.push(vec![row]);
            } else if is_other(words) || is_last && (blank || !may_go_on(words) && !ends_open(&rows[row - 1])) {
                break;
            } else {
                match self.activities.last_mut() {
                    // A cell goes on behind a blank line as a sentence does, else another column begins there.
                    Some(activity) if !blank || words.starts_with(char::is_lowercase) => activity.push(row),
                    _ => return false,
                }
            }
            if self.activities.last().is_some_and(|activity| activity.len() > LONGEST_ACTIVITY) {
                return false;
            }
            blank = false;
            self.end = row + 1;
        }
        self.activities.len() == self.numbers.len()
    }
}

/// The last word of the line wants another.
fn ends_open(row: &Row) -> bool {
    let last = said(row).split_whitespace().next_back();
    last.is_some_and(|word| OPEN_ENDS.contains(&word) || CIRCUMSTANCES.contains(&word))
}

/// The last activity may go on in such a line: words that are no start of another cell.
fn may_go_on(line: &str) -> bool {
    line.starts_with(|it: char| it.is_lowercase() || it == '(')
}

/// A line that no activity has: a mark, a time, a number, the name of a column or of a section.
fn is_other(line: &str) -> bool {
    let marks = Marks::of(line);
    line.is_empty()
        || marks.rest.is_empty() && (marks.is_present() || marks.is_arrow())
        || duration::looks_like(line)
        || step_number(line).is_some()
        || !line.starts_with(char::is_lowercase) && (header(line).is_some() || sections::whole(line).is_some())
        || labels::begins_identity(line)
}

/// A line that begins with a verb in the active, in a capital.
fn begins_activity(row: &Row) -> bool {
    let first = said(row).split_whitespace().next().unwrap_or("").trim_end_matches([',', '.', ';', '/']);
    let folded = first.to_lowercase();
    first.starts_with('M') && first.len() >= 6 && folded.starts_with("me") && !NOUNS_LIKE_ACTIVE.contains(&&*folded)
}

/// The times in lines of their own, each with its lines.
fn times(rows: &[Row], within: Range<usize>) -> Vec<(Range<usize>, Text)> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let line = said(&rows[at]);
        if labels::begins_identity(line) {
            break;
        }
        let whole = text(&rows[at]).filter(|_| line.starts_with(|it: char| it.is_ascii_digit()));
        let broken = at + 1 < within.end && is_broken_time(&rows[at], &rows[at + 1]);
        match whole {
            Some(text) if duration::looks_like(line) && !broken => found.push((at..at + 1, text.clone())),
            Some(text) if broken => {
                let mut text = text.clone();
                if let Some(cell) = rows[at + 1].single() {
                    text.join(' ', &cell.text);
                }
                found.push((at..at + 2, text));
                at += 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The lines below the names Kelengkapan and Output, one for each step, where most steps need what the step before makes.
fn documents(rows: &[Row], from: usize, count: usize) -> Option<[Vec<usize>; 2]> {
    let far = rows.len().min(from + LONGEST_PAGE);
    let below = |wanted: Header| -> Option<Vec<usize>> {
        let name = (from..far).find(|row| exact(said(&rows[*row])) == Some(wanted))?;
        let filled = (name + 1..far).filter(|row| !rows[*row].is_blank());
        let lines: Vec<usize> = filled.take_while(|row| !is_other(said(&rows[*row]))).take(count + 1).collect();
        let begin = lines.iter().all(|row| said(&rows[*row]).starts_with(char::is_uppercase));
        (lines.len() == count && begin).then_some(lines)
    };
    let (needed, made) = (below(Header::Requirements)?, below(Header::Outputs)?);
    let chained =
        made.iter().zip(&needed[1..]).filter(|(made, needed)| fold(said(&rows[**made])) == fold(said(&rows[**needed])));
    (chained.count() * 2 >= count).then_some([needed, made])
}

/// Between two times, marks left out: a document that is said twice, once as what is made and once as what is needed.
fn said_twice(rows: &[Row], between: Range<usize>) -> Option<(Text, Vec<usize>)> {
    let is_mark = |row: &usize| Marks::of(said(&rows[*row])).rest.is_empty();
    let lines: Vec<usize> = between.filter(|row| !rows[*row].is_blank() && !is_mark(row)).collect();
    let folded: Vec<String> = lines.iter().map(|row| fold(said(&rows[*row]))).collect();
    let whole = folded.concat();
    let mut length = 0;
    let half = folded.iter().position(|line| {
        length += line.len();
        length * 2 >= whole.len()
    })?;
    let is_twice = length * 2 == whole.len() && !whole.is_empty() && whole[..length] == whole[length..];
    let starts = lines.iter().all(|row| text(&rows[*row]).is_some() && !is_other(said(&rows[*row])));
    let mut made = Text::default();
    lines[..=half].iter().filter_map(|row| text(&rows[*row])).for_each(|line| made.join(' ', line));
    (is_twice && starts).then_some((made, lines))
}

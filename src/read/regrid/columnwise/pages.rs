//! The pages of such a table: the numbers of its steps, and their activities.

use super::cells::{is_broken_time, is_other};
use super::{LONGEST_PAGE, number, said};
use crate::document::Row;
use crate::vocabulary::activity_verbs::{CIRCUMSTANCES, is_active, opens_activity};
use crate::vocabulary::columns::exact;
use crate::vocabulary::sections::OPEN_ENDS;
use crate::vocabulary::{labels, offices};

/// Most lines between the last number of a page and its first activity.
const MOST_BETWEEN: usize = 6;

/// Most lines of an activity.
const LONGEST_ACTIVITY: usize = 12;

/// The steps of one page.
pub(super) struct Page {
    pub numbers: Vec<usize>,
    /// The lines of each activity.
    pub activities: Vec<Vec<usize>>,
    /// Lines above the first, which go on with the activity before.
    pub carried: Vec<usize>,
    pub end: usize,
}

/// The pages, each with numbers that go on from those of the one before.
pub(super) fn pages(rows: &[Row], at: usize) -> Option<Vec<Page>> {
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

/// The numbers from `from` on, and as many activities.
fn page(rows: &[Row], from: usize, wanted: u32, is_first: bool) -> Option<Page> {
    gathered(rows, from, wanted, is_first).or_else(|| scattered(rows, from, wanted))
}

/// The numbers from `from` on, one below the other, and as many activities behind them.
fn gathered(rows: &[Row], from: usize, wanted: u32, is_first: bool) -> Option<Page> {
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
    for (row, line) in rows.iter().enumerate().take(opening).skip(at) {
        match said(line) {
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

/// Some numbers above the activities and the others between and below them, in their order: as many as there are activities. Among
/// them may stand the numbers of the columns, and their names.
fn scattered(rows: &[Row], from: usize, wanted: u32) -> Option<Page> {
    let filled = |at: usize| (at..rows.len()).find(|row| !rows[*row].is_blank());
    let mut page = Page { numbers: Vec::new(), activities: Vec::new(), carried: Vec::new(), end: from };
    let mut next = filled(from);
    while let Some(at) = next {
        let line = said(&rows[at]);
        let expected = wanted + page.numbers.len() as u32;
        // Columns may be numbered `(1)` and steps `1`.
        let is_bracketed = |row: usize| said(&rows[row]).starts_with('(');
        let is_odd = page.numbers.last().is_some_and(|last| is_bracketed(*last) != is_bracketed(at));
        match number(&rows[at]) {
            Some(number) if is_odd && !(number + 1 == expected && page.numbers.len() == 1) => {}
            Some(number) if number == expected => page.numbers.push(at),
            // The first of two was that of a column.
            Some(number) if number + 1 == expected => {
                page.numbers.pop();
                page.numbers.push(at);
            }
            Some(number) if number < expected && page.activities.is_empty() => {}
            None if begins_activity(&rows[at]) => page.read_block(rows, at),
            None if page.activities.is_empty() && exact(line).is_some() => {}
            _ => break,
        }
        page.end = page.end.max(at + 1);
        next = filled(page.end);
    }
    (page.numbers.len() > 2 && page.numbers.len() == page.activities.len()).then_some(page)
}

impl Page {
    /// Reads the activities from row `at` on, up to a line that goes on with none.
    fn read_block(&mut self, rows: &[Row], at: usize) {
        for (row, line) in rows.iter().enumerate().skip(at).take_while(|(_, line)| !line.is_blank()) {
            let words = said(line);
            if begins_activity(line) {
                self.activities.push(vec![row]);
            } else if is_other(words) {
                break;
            } else if let Some(activity) = self.activities.last_mut() {
                activity.push(row);
            }
            self.end = row + 1;
        }
    }

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
pub(super) fn ends_open(row: &Row) -> bool {
    let last = said(row).split_whitespace().next_back();
    last.is_some_and(|word| OPEN_ENDS.contains(&word) || CIRCUMSTANCES.contains(&word))
}

/// The last activity may go on in such a line: words that are no start of another cell.
fn may_go_on(line: &str) -> bool {
    line.starts_with(|it: char| it.is_lowercase() || it == '(')
}

/// A line that begins with a verb in the active, in a capital, or with who does it.
fn begins_activity(row: &Row) -> bool {
    let mut words = said(row).split_whitespace();
    let first = words.next().unwrap_or("");
    let acts = |word: &str| word.starts_with('m') && is_active(word);
    opens_activity(first)
        || first.starts_with(char::is_uppercase)
            && words.take(MOST_SUBJECT).any(acts)
            && offices::begins_actor(said(row))
}

/// Most words behind the first of who acts, with the verb.
const MOST_SUBJECT: usize = 3;

//! The rows above the steps that name the columns, as one block: groups above or melted in, names stacked over several rows,
//! rows printed twice.

use super::titles::Titles;
use crate::document::{EMPTY, Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::{is_column_numbers, step_number};
use crate::vocabulary::bodies::body;
use crate::vocabulary::columns::{Header, Title, by_word, exact, header};
use crate::vocabulary::fold;
use crate::vocabulary::offices::{begins_office, numbered};

/// Most rows of a header.
const MOST_ROWS: usize = 10;

/// Longest cell of a header, in bytes.
const LONGEST: usize = 90;

/// Longest name of an office among them: those that look after many matters have all of them in their name.
const LONGEST_OFFICE: usize = 200;

/// What the header says of one column.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// All that stands in it, but for group and repetition.
    pub name: Text,
    /// What it names as a whole.
    pub header: Option<Header>,
    /// What a word of it names.
    pub by_word: Option<Header>,
    /// It stands in the row of the group `Pelaksana` only.
    pub beside_group: bool,
    /// It stands in a row below that one.
    pub below_group: bool,
    /// Nothing but the name of a group.
    pub is_group: bool,
    /// `Mutu Baku` was printed into the cell.
    pub is_melted: bool,
    /// `Pelaksana` was, with a sign behind it.
    pub is_of_actors: bool,
}

impl Heading {
    /// It stands below no group, and is none: what the column holds is open.
    pub fn may_be_other(&self) -> bool {
        !(self.below_group || self.is_group && self.header == Some(Header::Quality))
    }
}

/// The row begins with the number of a step.
pub(super) fn is_step(row: &Row) -> bool {
    let first = row.cells.iter().find(|cell| !cell.text.is_blank());
    first.is_some_and(|cell| cell.column <= 1 && step_number(cell.text.as_str()).is_some()) && !numbers_columns(row)
}

/// The row holds the numbers of the columns.
pub(super) fn numbers_columns(row: &Row) -> bool {
    // Mostly one of the first cells begins with a letter.
    let is_worded = |text: &str| text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    !row.texts().take(3).any(is_worded) && is_column_numbers(row.texts()) || counts_columns_below_names(row)
}

/// Fewer numbers in a row may be those of anything.
const FEWEST_COLUMN_NUMBERS: usize = 6;

/// `1 2 3 | Jawab 4 | 5 6 7 8`: into a row of the numbers of columns hangs the end of a name from the row above.
fn counts_columns_below_names(row: &Row) -> bool {
    let (mut count, mut named) = (0, 0);
    for (cell, expected) in row.texts().zip(1..) {
        let mut words = cell.split_whitespace().rev();
        if words.next().and_then(step_number) != Some(expected) {
            return false;
        }
        count += 1;
        named += usize::from(words.next().is_some());
    }
    count >= FEWEST_COLUMN_NUMBERS && named <= count / 4
}

/// Number of header rows that begin at `at`, if a header does.
pub(super) fn length<'t>(rows: &'t [Row], at: usize, titles: &Titles<'t>) -> Option<usize> {
    let first = &rows[at];
    // Steps are by far the most of all rows, and quick to tell.
    if first.layout != Layout::Cells || is_step(first) || !may_begin(first, titles) {
        return None;
    }
    let mut length = 1;
    let mut seen = Seen { opens: opens(&rows[at..]), ..Seen::default() };
    seen.add(first, titles);
    seen.under_groups = under(first.cells.iter().map(|cell| &cell.text), titles).into_iter().filter(|it| *it).count();
    let mut most = MOST_ROWS;
    for (offset, row) in rows[at..].iter().enumerate().skip(1) {
        if row.texts().eq(first.texts()) {
            // Printed twice, it is as long once more.
            most = most.max(2 * offset.min(MOST_ROWS));
        }
        if offset >= most {
            break;
        }
        if !row.cells.is_empty() && row.is_blank() {
            continue;
        }
        if !seen.goes_on_with(row, offset, titles) {
            break;
        }
        seen.add(row, titles);
        length = offset + 1;
    }
    let body = &rows[at + length..];
    let is_procedure =
        seen.is_procedure() || seen.may_be_procedure() && is_timed(body) || seen.tells_times() && is_ticked(body);
    is_procedure.then_some(length)
}

/// The first rows below hold durations, and ticks of actors.
fn is_ticked(rows: &[Row]) -> bool {
    let rows = rows.iter().take(MOST_ROWS).take_while(|row| row.layout == Layout::Cells && !row.is_blank()).take(3);
    let is_tick = |text: &str| {
        let marks = Marks::of(text);
        marks.rest.is_empty() && marks.is_present() && !marks.is_arrow()
    };
    let ticked = |row: &Row| row.texts().any(is_tick) && row.texts().skip(1).any(duration::looks_like);
    rows.clone().count() > 1 && rows.clone().all(ticked)
}

/// The first step, or a row of column numbers, comes below these rows.
fn opens(rows: &[Row]) -> bool {
    let next = rows.iter().take(MOST_ROWS).skip(1).find(|row| is_step(row) || numbers_columns(row));
    let number = |row: &Row| row.filled().next().and_then(|cell| step_number(cell.text.as_str()));
    next.is_some_and(|row| numbers_columns(row) || number(row) == Some(1))
}

/// The first numbered rows below hold durations.
fn is_timed(rows: &[Row]) -> bool {
    let mut steps = rows.iter().take(MOST_ROWS).filter(|row| is_step(row)).take(2);
    let timed = |row: &Row| row.texts().skip(1).any(duration::looks_like);
    steps.next().is_some_and(timed) && steps.all(timed)
}

/// Cheap: a header names something in its first row, and says it shortly.
pub(super) fn may_begin<'t>(row: &'t Row, titles: &Titles<'t>) -> bool {
    row.filled().all(|cell| is_short(cell.text.as_str())) && row.texts().any(|text| titles.names_column(text))
}

/// No longer than what names a column, or an office that acts in one.
fn is_short(text: &str) -> bool {
    let names_office = || begins_office(text) || body(text).is_some();
    text.len() <= LONGEST || text.len() <= LONGEST_OFFICE && names_office()
}

/// What the rows of a header have named so far.
#[derive(Default)]
struct Seen {
    kinds: Vec<Header>,
    /// Position of Kegiatan.
    activity: Option<usize>,
    /// First position of Mutu Baku, as far as its columns are named.
    quality: Option<usize>,
    /// A cell that begins like work, or not at all like a header: what Kegiatan may be called here.
    other: bool,
    by_word: bool,
    of_register: bool,
    /// The first step follows: what stands between belongs to the header.
    opens: bool,
    /// Columns under the groups of the first row.
    under_groups: usize,
}

impl Seen {
    fn add<'t>(&mut self, row: &'t Row, titles: &Titles<'t>) {
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_blank()) {
            let text = cell.text.as_str();
            let title = titles.title(text);
            let Some(header) = title.header else {
                self.of_register |= titles.is_of_register(text);
                let named = titles.names_activity(text);
                self.by_word |= named;
                self.other |= at <= 2 && self.activity.is_none();
                if named && self.activity.is_none() && at <= 2 {
                    self.activity = Some(at);
                }
                self.kinds.extend(title.group);
                continue;
            };
            match header {
                Header::Activity => self.activity = Some(self.activity.map_or(at, |before| before.min(at))),
                Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Quality => {
                    self.quality = Some(self.quality.map_or(at, |before| before.min(at)));
                }
                _ => {}
            }
            self.kinds.push(header);
        }
    }

    /// The row belongs to the header: it names columns or actors, and is no work.
    fn goes_on_with<'t>(&self, row: &'t Row, above: usize, titles: &Titles<'t>) -> bool {
        if row.layout != Layout::Cells || row.is_blank() || is_step(row) || numbers_columns(row) {
            return false;
        }
        let numbers_lanes = above == 1 && self.numbers_lanes(row);
        let short = |text: &str| is_short(text) && (numbers_lanes || text.chars().any(char::is_alphabetic));
        let works =
            |text: &'t str| (titles.header(text).is_none() || exact(text).is_none()) && duration::looks_like(text);
        if !row.texts().all(|text| short(text) && !works(text)) {
            return false;
        }
        let named = row.texts().filter(|text| titles.names_column(text)).count();
        let lead = row.cells.iter().take(self.activity.map_or(2, |at| at + 1));
        let lead_is_named =
            lead.filter(|cell| !cell.text.is_blank()).all(|cell| titles.names_column(cell.text.as_str()));
        let in_lanes = |at: usize| self.opens || self.quality.is_none_or(|quality| at < quality);
        let of_name = |text: &'t str| titles.header(text).is_some() || Marks::of(text).is_text();
        let filled = || row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_blank());
        if above == 1 && self.under_groups > 1 && filled().count() == self.under_groups && is_left_packed(row) {
            return true;
        }
        match named {
            0 => lead_is_named && filled().all(|(at, cell)| in_lanes(at) && of_name(cell.text.as_str())),
            _ => lead_is_named || (above == 1 && named >= 2),
        }
    }

    /// The lanes have no names here, but the numbers 1, 2, 3 … that a legend explains.
    fn numbers_lanes(&self, row: &Row) -> bool {
        let from = self.activity.map_or(usize::MAX, |at| at + 1);
        let mut cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_blank());
        let numbers = cells.by_ref().map_while(|(at, cell)| Some((at, step_number(cell.text.as_str())?)));
        let numbers: Vec<(usize, u32)> = numbers.collect();
        let follow = |(count, (at, number)): (usize, &(usize, u32))| {
            *at == numbers[0].0 + count && usize::try_from(*number) == Ok(count + 1)
        };
        self.kinds.contains(&Header::Actors)
            && numbers.len() > 1
            && numbers[0].0 >= from
            && numbers.iter().enumerate().all(follow)
            && cells.all(|(_, cell)| step_number(cell.text.as_str()).is_none())
    }

    /// Numbers and work, and nothing of a register: a procedure where the steps have their time.
    fn may_be_procedure(&self) -> bool {
        let works = self.by_word || self.kinds.contains(&Header::Activity);
        works && self.kinds.contains(&Header::Number) && !self.of_register
    }

    /// Work and how long it takes, and nothing of a register: a procedure where actors are ticked.
    fn tells_times(&self) -> bool {
        let timed = self.kinds.iter().any(|kind| matches!(kind, Header::Duration(_)));
        timed && self.kinds.contains(&Header::Activity) && !self.of_register
    }

    /// Kegiatan, and enough of what makes a procedure of it.
    fn is_procedure(&self) -> bool {
        let has = |kinds: &[fn(&Header) -> bool]| kinds.iter().filter(|kind| self.kinds.iter().any(kind)).count();
        let of_form: [fn(&Header) -> bool; 5] = [
            |it| *it == Header::Actors,
            |it| *it == Header::Quality,
            |it| *it == Header::Requirements,
            |it| matches!(it, Header::Duration(_)),
            |it| *it == Header::Outputs,
        ];
        let of_any: [fn(&Header) -> bool; 2] = [|it| *it == Header::Number, |it| *it == Header::Note];
        let (strong, weak) = (has(&of_form), has(&of_any));
        if self.kinds.contains(&Header::Activity) {
            return strong + weak >= 2 && (strong >= 1 || !self.of_register);
        }
        match self.by_word {
            true => strong >= 1 && strong + weak >= 2,
            false => self.other && strong >= 2 && strong + weak >= 3,
        }
    }
}

/// The columns of a header, by position.
pub(super) fn headings<'t>(rows: &[&'t Row], titles: &Titles<'t>) -> Vec<Heading> {
    let rows = unpacked(rows, titles);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<Vec<Part>> = Vec::new();
    columns.resize_with(width, Vec::new);
    for (depth, row) in rows.iter().enumerate() {
        for (column, cell) in columns.iter_mut().zip(row) {
            if !cell.is_blank() {
                column.push(Part { depth, cell, title: titles.title(cell.as_str()) });
            }
        }
    }
    let of_actors = |part: &&Part| part.title.header == Some(Header::Actors);
    let group = columns.iter().flatten().filter(of_actors).map(|part| part.depth).min();
    // In a row of nothing but names `Pelaksana` is the end of one (`Kepala` above, `Pelaksana` below).
    let names_others = |depth: usize| {
        let others = columns.iter().flatten().filter(|part| part.depth == depth);
        others.filter_map(|part| part.title.header).any(|it| it != Header::Actors)
    };
    let heads: Vec<bool> = (0..rows.len()).map(|depth| Some(depth) == group || names_others(depth)).collect();
    let called = columns.iter().flatten().find(|part| Some(part.depth) == group && of_actors(part));
    let called = called.map(|part| fold(part.title.own));
    // Below the group `Pelaksana Kegiatan` is one of those who act.
    let is_lane = |part: &Part| group.is_some_and(|it| part.depth > it) && called != Some(fold(part.title.own));
    for part in columns.iter_mut().flatten().filter(|part| !heads[part.depth] || is_lane(part)) {
        part.title.header = part.title.header.filter(|it| *it != Header::Actors);
    }
    let counted = are_counted(&columns);
    columns.iter().map(|parts| heading(parts, (group, counted), rows.len() > 1)).collect()
}

/// The numbers of the columns have melted into their names: half of them and more end in one, each that of its place.
fn are_counted(columns: &[Vec<Part>]) -> bool {
    let number =
        |parts: &Vec<Part>| parts.iter().rev().find_map(|part| numbered(part.title.own)?.1.parse::<usize>().ok());
    let named = columns.iter().filter(|parts| !parts.is_empty()).count();
    let numbers: Vec<(usize, usize)> =
        columns.iter().enumerate().filter_map(|(at, it)| Some((at, number(it)?))).collect();
    let follow = numbers.windows(2).all(|pair| pair[1].1 > pair[0].1 && pair[1].1 - pair[0].1 <= pair[1].0 - pair[0].0);
    follow && numbers.len() * 2 >= named
}

/// One cell of a header.
struct Part<'t> {
    /// Row of the header.
    depth: usize,
    cell: &'t Text,
    title: Title<'t>,
}

impl Part<'_> {
    fn is_group(&self) -> bool {
        matches!(self.title.header, Some(Header::Actors | Header::Quality))
    }
}

/// One column, of which the group `Pelaksana` stands in the row `group`; into whose name its number melted where they are `counted`.
fn heading(cells: &[Part], (group, counted): (Option<usize>, bool), several: bool) -> Heading {
    let is_group = !cells.is_empty() && cells.iter().all(Part::is_group);
    let own = cells.iter().filter(|part| is_group || !part.is_group());
    let bare = |text| if counted { numberless(text) } else { str::trim(text) };
    let mut parts: Vec<Text> = own.map(|part| part.cell.slice(bare(part.title.own))).collect();
    halve(&mut parts);
    let mut name = Text::default();
    parts.iter().for_each(|part| name.join(' ', part));
    let lowest = |group: bool| cells.iter().rev().filter(|it| it.is_group() == group).find_map(|it| it.title.header);
    let whole = || (parts.len() > 1).then(|| header(name.as_str())).flatten();
    let named = lowest(false).or_else(whole).or_else(|| lowest(true));
    Heading {
        by_word: if named.is_none() { by_word(name.as_str()) } else { None },
        header: named,
        beside_group: group.is_some() && several && cells.iter().all(|part| Some(part.depth) == group),
        below_group: cells.iter().any(|part| group.is_some_and(|group| part.depth > group)),
        is_group,
        is_melted: cells.iter().any(|part| part.title.group == Some(Header::Quality)),
        is_of_actors: cells.iter().any(|part| part.title.group == Some(Header::Actors)),
        name,
    }
}

/// What was printed twice counts once.
fn halve(parts: &mut Vec<Text>) {
    if parts.len() < 2 {
        return;
    }
    let folded: Vec<String> = parts.iter().map(|it| fold(it.as_str())).collect();
    let half = folded.len() / 2;
    if folded.len().is_multiple_of(2) && half > 0 && folded[..half] == folded[half..] {
        parts.truncate(half);
    }
}

/// A header cell without the column number that melted into it (`Sekretaris 3`).
fn numberless(text: &str) -> &str {
    numbered(text).map_or(text.trim(), |(name, _)| name)
}

/// The header rows in one grid: where a row was printed without its empty cells, they are put back.
fn unpacked<'a>(rows: &[&'a Row], titles: &Titles<'a>) -> Vec<Vec<&'a Text>> {
    let texts: Vec<Vec<&Text>> = rows.iter().map(|row| row.cells.iter().map(|cell| &cell.text).collect()).collect();
    let [first, second, rest @ ..] = &texts[..] else { return texts };
    let (top, below) = if is_packed(first, second, titles) {
        spread(first, second, titles)
    } else {
        match under_groups(first, second, titles) {
            Some(below) => (first.clone(), below),
            None => return texts,
        }
    };
    let mut out = vec![top, below];
    out.extend(rest.iter().cloned());
    out
}

/// Group row and children row in one grid, where neither has empty cells. A column that stands below no group may be named in both:
/// some programs write a cell once in each of the rows that it reaches over.
fn spread<'a>(first: &[&'a Text], second: &[&'a Text], titles: &Titles<'a>) -> (Vec<&'a Text>, Vec<&'a Text>) {
    let empty = &EMPTY;
    let (mut top, mut below) = (Vec::new(), Vec::new());
    let mut children = second.iter().copied().filter(|it| !it.is_blank()).peekable();
    let same = |one: &Text, other: &Text| fold(one.as_str()) == fold(other.as_str());
    let alone: Vec<&Text> = first.iter().copied().filter(|it| !titles.is_group(it.as_str())).collect();
    for cell in first.iter().copied().filter(|it| !it.is_blank()) {
        let is_quality = |it: &&'a Text| titles.header(it.as_str()).is_some();
        let is_under = |it: &&'a Text, wanted: bool| is_quality(it) == wanted && !alone.iter().any(|one| same(one, it));
        let mut taken: Vec<&Text> = Vec::new();
        let wanted = match titles.header(cell.as_str()) {
            Some(Header::Actors) => Some(false),
            Some(Header::Quality) => Some(true),
            _ => None,
        };
        while let Some(child) = wanted.and_then(|wanted| children.next_if(|it| is_under(it, wanted))) {
            taken.push(child);
        }
        if wanted.is_none() {
            children.next_if(|it| same(it, cell));
        }
        top.push(cell);
        top.extend(std::iter::repeat_n(empty, taken.len().saturating_sub(1)));
        below.extend(if taken.is_empty() { vec![empty] } else { taken });
    }
    (top, below)
}

/// The children row below a group row that has all its cells, where the children were printed from the left edge on.
fn under_groups<'a>(first: &[&'a Text], second: &[&'a Text], titles: &Titles<'a>) -> Option<Vec<&'a Text>> {
    let filled = second.iter().take_while(|it| !it.is_blank()).count();
    if filled == 0 || second[filled..].iter().any(|it| !it.is_blank()) {
        return None;
    }
    let under = under(first.iter().copied(), titles);
    if under.first() == Some(&true) || under.iter().filter(|it| **it).count() != filled {
        return None;
    }
    let mut children = second.iter().copied();
    Some(under.iter().map(|under| if *under { children.next().unwrap_or(&EMPTY) } else { &EMPTY }).collect())
}

/// Which columns of a row stand under its groups.
fn under<'t>(row: impl Iterator<Item = &'t Text>, titles: &Titles<'t>) -> Vec<bool> {
    let mut open = false;
    let is_under = |cell: &'t Text| {
        open = if cell.is_blank() { open } else { titles.is_group(cell.as_str()) };
        open
    };
    row.map(is_under).collect()
}

/// Nothing stands behind the first empty cell.
fn is_left_packed(row: &Row) -> bool {
    row.cells.iter().skip_while(|cell| !cell.text.is_blank()).all(|cell| cell.text.is_blank())
}

/// The group row has no cell for each column: its groups stand side by side, and the children below would not fit.
fn is_packed<'t>(first: &[&'t Text], second: &[&'t Text], titles: &Titles<'t>) -> bool {
    if first.iter().any(|it| it.is_blank()) {
        return false;
    }
    let groups = first.iter().filter(|it| titles.is_group(it.as_str())).count();
    let children = second.iter().filter(|it| !it.is_blank()).count();
    groups > 0 && children > groups
}

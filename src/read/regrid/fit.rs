//! The columns of one stretch of a table, from where its own lines begin: the header only names them.
//!
//! Every way to part the page into bands, and to name each band by one of the columns in their order, has a cost: durations
//! outside Waktu, words in an actor's column, two cells of one line in one band, cells that reach over into the next, bands
//! far from their name. The cheapest is taken.

use super::heading::{Column, distance};
use super::lines::Line;
use crate::document::Cell;
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::vocabulary::asked::Asked;
use crate::vocabulary::columns::Header;
use crate::vocabulary::units::is_unit;

/// The bands of a stretch from left to right: where each begins, and the column it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Bands(pub Vec<Band>);

/// One band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Band {
    /// First column of the page.
    pub start: usize,
    /// Position of the table's column.
    pub column: usize,
}

/// Where a column is looked for: under its name, or where the page before had it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    /// First column of the page.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// What a letter of distance costs.
    pub weight: f32,
}

/// Most places where a band may begin; of a page with more the busiest are weighed.
const MOST_STARTS: usize = 64;

/// What being far from the name of its column costs a cell at most.
const FAR: f32 = 0.25;

/// What a cell may be, as far as its column goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Duration,
    /// A bare number, or a unit: half of a duration that is broken over lines.
    HalfDuration,
    Mark,
    Text,
}

/// The cells of a stretch, gathered by where they begin.
struct Starts {
    /// Ascending.
    at: Vec<usize>,
    /// For each start, how many cells of each look begin there.
    looks: Vec<[u16; 4]>,
    /// The stretch of each cell, by position of its start.
    cells: Vec<(usize, (usize, usize))>,
    /// What cells that reach over it cost a band that begins here.
    crossed: Vec<f32>,
    /// Neighbours in one line, by position of their starts.
    neighbours: Vec<(usize, usize)>,
}

impl Bands {
    /// The bands of these lines. `expected` speaks of each of the columns.
    pub fn of(lines: &[Line], columns: &[Column], expected: &[Option<Expected>]) -> Self {
        let starts = Starts::of(lines);
        if starts.at.is_empty() || columns.is_empty() {
            return Self::default();
        }
        Self(cheapest(&starts, columns, expected))
    }

    /// Puts these bands, from left to right, in the place of those of their columns.
    pub fn place(&mut self, bands: &[Band]) {
        self.0.retain(|band| !bands.iter().any(|it| it.column == band.column));
        self.0.extend_from_slice(bands);
        self.0.sort_by_key(|band| (band.start, band.column));
    }

    /// The column of what begins here.
    pub fn column(&self, at: usize) -> usize {
        let after = self.0.partition_point(|band| band.start <= at);
        self.0.get(after.saturating_sub(1)).map_or(0, |band| band.column)
    }

    /// The cell, or its parts where it reaches over the beginning of another band with a blank there.
    pub fn parts(&self, cell: &Cell) -> Vec<(usize, crate::document::Text)> {
        // A time is one thing, however far it reaches.
        let whole = matches!(look(cell), Look::Duration | Look::HalfDuration);
        let inside = |band: &&Band| band.start > cell.column && band.start < cell.end_column && !whole;
        let text = cell.text.as_str();
        let mut out = Vec::new();
        let mut from = 0;
        let mut column = self.column(cell.column);
        for band in self.0.iter().filter(inside) {
            let boundary = band.start - cell.column;
            let blanks = text.char_indices().enumerate().filter(|(_, (at, it))| *it == ' ' && *at > from);
            let near = blanks.filter(|(place, _)| (place + 1).abs_diff(boundary) <= 1);
            let Some((_, (at, _))) = near.min_by_key(|(place, _)| (place + 1).abs_diff(boundary)) else { continue };
            out.push((column, cell.text.slice(text[from..at].trim())));
            from = at;
            column = band.column;
        }
        out.push((column, if from == 0 { cell.text.clone() } else { cell.text.slice(text[from..].trim()) }));
        out
    }
}

thread_local! {
    static LOOKS: Asked<Look> = const { Asked::nothing() };
}

fn look(cell: &Cell) -> Look {
    let text = cell.text.as_str();
    LOOKS.with(|asked| asked.answer(text, || look_of(text)))
}

/// The cell holds a mark alone.
pub(super) fn is_mark(cell: &Cell) -> bool {
    look(cell) == Look::Mark
}

fn look_of(text: &str) -> Look {
    if duration::looks_like(text) {
        return Look::Duration;
    }
    if text.len() > 24 {
        return Look::Text;
    }
    // A clock may show a span: `1:30`.
    let bare = text.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'.' | b',' | b':'));
    if bare || is_unit(text.split(' ').next().unwrap_or("")) {
        return Look::HalfDuration;
    }
    // A letter alone leads on to another page, or is a tick in the letters of another font.
    let letter = text.len() == 1 && text.starts_with(|it: char| it.is_ascii_alphabetic());
    if letter || Marks::of(text).rest.is_empty() { Look::Mark } else { Look::Text }
}

impl Starts {
    fn of(lines: &[Line]) -> Self {
        let cells = || lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
        let mut at: Vec<usize> = cells().map(|cell| cell.column).collect();
        at.sort_unstable();
        let mut counted: Vec<(usize, usize)> = Vec::new();
        for start in at {
            match counted.last_mut().filter(|(last, _)| *last == start) {
                Some((_, count)) => *count += 1,
                None => counted.push((start, 1)),
            }
        }
        while counted.len() > MOST_STARTS {
            let rare = counted.iter().enumerate().skip(1).min_by_key(|(_, (_, count))| *count).map(|(at, _)| at);
            let Some(rare) = rare else { break };
            let (_, count) = counted.remove(rare);
            counted[rare - 1].1 += count;
        }
        let at: Vec<usize> = counted.into_iter().map(|(start, _)| start).collect();
        let count = at.len();
        let mut starts = Self {
            looks: vec![[0; 4]; count],
            cells: Vec::new(),
            crossed: vec![0.0; count],
            neighbours: Vec::new(),
            at,
        };
        for line in lines.iter().filter(|line| line.is_body()) {
            let places: Vec<usize> = line.cells.iter().map(|cell| starts.place(cell.column)).collect();
            starts.neighbours.extend(places.windows(2).map(|pair| (pair[0], pair[1])));
            for (cell, place) in line.cells.iter().zip(places) {
                starts.add(cell, place);
            }
        }
        starts
    }

    /// What the cells before each start cost by their distance from where their column is expected.
    fn far(&self, expected: Option<Expected>) -> Vec<f32> {
        let mut costs = vec![0.0; self.at.len() + 1];
        let Some(expected) = expected else { return costs };
        for (place, cell) in &self.cells {
            let apart = distance(*cell, (expected.from, expected.to)) as f32;
            costs[place + 1] += (apart * expected.weight).min(FAR);
        }
        for place in 1..costs.len() {
            costs[place] += costs[place - 1];
        }
        costs
    }

    fn place(&self, column: usize) -> usize {
        self.at.partition_point(|start| *start <= column).saturating_sub(1)
    }

    fn add(&mut self, cell: &Cell, place: usize) {
        let slot = &mut self.looks[place][look(cell) as usize];
        *slot = slot.saturating_add(1);
        self.cells.push((place, (cell.column, cell.end_column)));
        let blanks: Vec<usize> = match self.at.get(place + 1) {
            Some(next) if *next < cell.end_column => {
                let letters = cell.text.as_str().chars().enumerate();
                letters.filter(|(_, it)| *it == ' ').map(|(at, _)| cell.column + at + 1).collect()
            }
            _ => return,
        };
        for over in place + 1..self.at.len() {
            if self.at[over] >= cell.end_column {
                break;
            }
            let cuts = blanks.binary_search(&self.at[over]).is_ok();
            self.crossed[over] += if cuts { 0.3 } else { 0.9 };
        }
    }
}

/// What a cell of each look costs in a column of that kind: duration, half a duration, mark, text.
fn strangeness(kind: Option<Header>) -> [f32; 4] {
    match kind {
        Some(Header::Duration(_)) => [0.0, 0.0, 0.5, 0.7],
        Some(Header::Activity) => [0.5, 0.3, 0.9, 0.0],
        Some(Header::Requirements | Header::Outputs | Header::Quality) => [0.9, 0.4, 0.4, 0.0],
        Some(Header::Note) => [0.25, 0.2, 0.3, 0.0],
        Some(Header::Number) => [1.0, 0.5, 1.0, 1.0],
        Some(Header::Actors) => [1.0, 0.6, 0.0, 0.0],
        None => [1.0, 0.6, 0.0, 0.8],
    }
}

/// What it costs that nothing stands in a column.
fn missing(kind: Option<Header>) -> f32 {
    match kind {
        Some(Header::Activity) => 3.0,
        Some(Header::Duration(_)) => 0.5,
        Some(Header::Requirements | Header::Outputs | Header::Actors) => 0.3,
        _ => 0.0,
    }
}

/// The cheapest way to end a band before a start: its cost, and the band before.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f32,
    /// Start and column of the last band.
    band: (usize, usize),
    /// Position of the way it goes on from.
    before: usize,
}

/// Bands with the least cost. `ways[end][column]`: the starts before `end` are in bands, the last of which is `column`.
fn cheapest(starts: &Starts, columns: &[Column], expected: &[Option<Expected>]) -> Vec<Band> {
    let (count, width) = (starts.at.len(), columns.len());
    let strange: Vec<[f32; 4]> = columns.iter().map(|column| strangeness(column.kind)).collect();
    let skipped: Vec<f32> = std::iter::once(0.0)
        .chain(columns.iter().scan(0.0, |sum, column| {
            *sum += missing(column.kind);
            Some(*sum)
        }))
        .collect();
    let pairs = pairs_within(starts);
    let pitch = pitch(columns, expected);
    let far: Vec<Vec<f32>> = expected.iter().map(|expected| starts.far(*expected)).collect();
    let mut ways: Vec<Vec<Option<Way>>> = vec![vec![None; width]; count + 1];
    for from in 0..count {
        let before = |column| if from == 0 { Some((0, skipped[column])) } else { ahead(&ways[from], column, &skipped) };
        let before: Vec<Option<(usize, f32)>> = (0..width).map(before).collect();
        let mut looks = [0.0f32; 4];
        for end in from + 1..=count {
            for (sum, more) in looks.iter_mut().zip(starts.looks[end - 1]) {
                *sum += f32::from(more);
            }
            let shared = pairs[from * (count + 1) + end] as f32;
            for column in 0..width {
                let strange: f32 = looks.iter().zip(strange[column]).map(|(one, other)| one * other).sum();
                let far = far[column][end] - far[column][from];
                let wide = (starts.at[end - 1] - starts.at[from]) as f32 >= pitch[column] * TWO_LANES;
                let own = strange + shared + far + if wide { TOO_WIDE } else { 0.0 };
                let own = own + if from == 0 { 0.0 } else { starts.crossed[from] };
                let Some((before, cost)) = before[column] else { continue };
                let way = Way { cost: cost + own, band: (from, column), before };
                let slot = &mut ways[end][column];
                if slot.is_none_or(|best| way.cost < best.cost) {
                    *slot = Some(way);
                }
            }
        }
    }
    let whole = |(at, way): (usize, &Option<Way>)| Some((at, way.as_ref()?.cost + skipped[width] - skipped[at + 1]));
    let ends = ways[count].iter().enumerate().filter_map(whole);
    let Some((mut column, _)) = ends.min_by(|one, other| one.1.total_cmp(&other.1)) else { return Vec::new() };
    let mut bands = Vec::new();
    let mut end = count;
    while let Some(way) = ways[end][column] {
        let (from, own) = way.band;
        bands.push(Band { start: starts.at[from], column: own });
        (end, column) = (from, way.before);
        if from == 0 {
            break;
        }
    }
    bands.reverse();
    bands
}

/// The cheapest of the ways to a start that end in a column before this one: the column, and the cost with what is skipped.
fn ahead(ways: &[Option<Way>], column: usize, skipped: &[f32]) -> Option<(usize, f32)> {
    let earlier = ways[..column].iter().enumerate();
    let costs = earlier.filter_map(|(at, way)| Some((at, way.as_ref()?.cost + skipped[column] - skipped[at + 1])));
    costs.min_by(|one, other| one.1.total_cmp(&other.1))
}

/// Marks so much of the distance between two actors apart are those of two.
const TWO_LANES: f32 = 0.75;

/// What it costs that marks so far apart are those of one.
const TOO_WIDE: f32 = 0.5;

/// How far each actor's column is expected from the next actor's.
pub(super) fn pitch(columns: &[Column], expected: &[Option<Expected>]) -> Vec<f32> {
    let is_lane = |at: usize| matches!(columns[at].kind, None | Some(Header::Actors));
    let middle = |at: usize| expected.get(at)?.filter(|_| is_lane(at)).map(|it| (it.from + it.to) as f32 / 2.0);
    let apart = |one: usize, other: usize| Some((middle(one)? - middle(other)?).abs());
    let nearest = |at: usize| {
        let left = at.checked_sub(1).and_then(|left| apart(left, at));
        let right = (at + 1 < columns.len()).then(|| apart(at, at + 1)).flatten();
        left.into_iter().chain(right).fold(f32::INFINITY, f32::min)
    };
    (0..columns.len()).map(nearest).collect()
}

/// For each stretch of starts `from..end`, how many neighbours of one line begin in it: at `from * (count + 1) + end`.
fn pairs_within(starts: &Starts) -> Vec<u32> {
    let count = starts.at.len();
    let mut pairs = vec![0; (count + 1) * (count + 1)];
    for (left, right) in &starts.neighbours {
        pairs[left * (count + 1) + right + 1] += 1;
    }
    // A stretch holds what the stretch without its first start holds, and what begins with that.
    for from in (0..count).rev() {
        let mut begun = 0;
        for end in from + 1..=count {
            begun += pairs[from * (count + 1) + end];
            pairs[from * (count + 1) + end] = begun + pairs[(from + 1) * (count + 1) + end];
        }
    }
    pairs
}
